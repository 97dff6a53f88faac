/* Background: land and borders on canvases under everything, in the colours of the reader's scheme, with copies beyond 180 degrees. */
function drawWorld(map, world, scheme) {
  const drawn = [];

  function unpack(course, steps, shift = 0) {
    const out = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < course.length; i += 2) {
      lon += course[i];
      lat += course[i + 1];
      out.push([lat / steps, lon / steps + shift]);
    }
    return out;
  }

  /* A ring without the edges that only close it, along the 180th meridian and the south pole. */
  function coasts(course, shift) {
    const closing = ([lat, lon]) => Math.abs(lon - shift) > 179.999 || lat < -89.99;
    const lines = [[course[0]]];
    for (let i = 1; i < course.length; i += 1) {
      if (closing(course[i]) && closing(course[i - 1])) lines.push([course[i]]);
      else lines[lines.length - 1].push(course[i]);
    }
    return lines.filter((line) => line.length > 1);
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function pane(name, zIndex) {
    const made = map.createPane(name);
    made.style.zIndex = zIndex;
    made.style.pointerEvents = "none";
    return L.canvas({ pane: name, padding: 0.6 });
  }

  function add(shape, renderer, look) {
    const paint = () => {
      const style = {};
      if (look.stroke) style.color = colour(look.stroke);
      if (look.fill) style.fillColor = colour(look.fill);
      return style;
    };
    const options = { renderer, interactive: false, stroke: Boolean(look.stroke), fill: Boolean(look.fill), fillOpacity: 1, weight: look.weight ?? 1, dashArray: look.dash ?? null, smoothFactor: look.smooth ?? 0.5, ...paint() };
    const layer = (look.fill ? L.polygon(shape, options) : L.polyline(shape, options)).addTo(map);
    drawn.push(() => layer.setStyle(paint()));
  }

  const below = pane("world", 150);
  for (const shift of [0, 360, -360]) {
    for (const rings of world.land) {
      const courses = rings.map((ring) => unpack(ring, world.steps, shift));
      add(courses, below, { fill: "--land" });
      add(courses.flatMap((course) => coasts(course, shift)), below, { stroke: "--coast", weight: 0.8 });
    }
    for (const line of world.borders) add(unpack(line, world.steps, shift), below, { stroke: "--border", weight: 1.1 });
    for (const line of world.disputed) add(unpack(line, world.steps, shift), below, { stroke: "--doubt", weight: 1.1, dash: "4 4" });
  }
  if (world.patch) {
    const { frame: [west, south, east, north], steps, land, coasts, borders, disputed } = world.patch;
    const above = pane("patch", 160);
    add([[south, west], [south, east], [north, east], [north, west]], above, { fill: "--sea" });
    for (const rings of land) add(rings.map((ring) => unpack(ring, steps)), above, { fill: "--land" });
    for (const line of coasts) add(unpack(line, steps), above, { stroke: "--coast", weight: 1 });
    for (const line of borders) add(unpack(line, steps), above, { stroke: "--border", weight: 1.5 });
    for (const line of disputed) add(unpack(line, steps), above, { stroke: "--doubt", weight: 1.5, dash: "5 5" });
  }
  scheme.addEventListener("change", () => drawn.forEach((repaint) => repaint()));
}

/* Names of countries and towns by zoom, the most prominent first; where two would overlap, the second is left out. */
function drawNames(map, names) {
  const pane = map.createPane("names");
  pane.style.zIndex = 350;
  pane.style.pointerEvents = "none";
  pane.setAttribute("aria-hidden", "true");
  const shown = L.layerGroup().addTo(map);

  function icon(name, look) {
    const text = document.createElement("span");
    text.textContent = name;
    return L.divIcon({ html: text, className: look, iconSize: [0, 0] });
  }

  /* Where a name may stand: a country on its point, a town to the right of its dot, to the left, or below. */
  function* stands(name, kind, { x, y }) {
    const wide = name.length * (kind === 0 ? 10 : 7.2);
    if (kind === 0) {
      yield ["country-name", [x - wide / 2 - 5, y - 9, x + wide / 2 + 5, y + 9]];
      return;
    }
    yield ["town-name", [x - 5, y - 9, x + wide + 10, y + 9]];
    yield ["town-name is-left", [x - wide - 10, y - 9, x + 5, y + 9]];
    yield ["town-name is-below", [x - wide / 2 - 5, y + 2, x + wide / 2 + 5, y + 24]];
  }

  function boxes(selector, frame) {
    return [...document.querySelectorAll(selector)].map((element) => {
      const box = element.getBoundingClientRect();
      return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
    });
  }

  function lay() {
    shown.clearLayers();
    const zoom = map.getZoom();
    const view = map.getBounds();
    const taken = boxes(".area-name span, .pin, .ring, .claim-label", map.getContainer().getBoundingClientRect());
    const isFree = (box) => !taken.some((other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1]);
    for (const [name, lat, lon, kind, from] of names) {
      if (from > zoom || (kind === 0 && zoom > 7)) continue;
      for (const shift of [0, 360, -360]) {
        const at = L.latLng(lat, lon + shift);
        if (!view.contains(at)) continue;
        for (const [look, box] of stands(name, kind, map.latLngToContainerPoint(at))) {
          if (!isFree(box)) continue;
          taken.push(box);
          L.marker(at, { icon: icon(name, look), interactive: false, keyboard: false, pane: "names" }).addTo(shown);
          break;
        }
      }
    }
  }

  map.on("moveend", lay);
  lay();
}
