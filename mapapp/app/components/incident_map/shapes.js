/* Areas, claim lines and other places: everything that is not an incident's pin. */

const DASHES = {
  supported: null,
  roughly: null,
  by_road: "9 7",
  by_road_if_obstacle: "3 7",
  contradicted: "1 6",
  cannot_tell: "2 8",
};
const SYMBOLS = { supported: "✓", roughly: "≈", by_road: "⇝", by_road_if_obstacle: "⇝", contradicted: "✕", cannot_tell: "?" };

/* The layer that a visitor hides and shows: the areas hold two kinds of things. */
export function kindOf({ properties }) {
  return properties.layer === "areas" && properties.area_of === "claim" ? "stated" : properties.layer;
}

/* The ring or sector where a stated distance leads. All at once they would hide the map, so that each waits until its claim is selected. */
export function drawStated(atlas, features, words) {
  for (const feature of features) {
    const said = words[feature.id];
    const rings = polygons(feature.geometry).map((polygon) => polygon.map((ring) => atlas.meridian.line(ring)));
    const shape = atlas.L.polygon(rings, { pane: "stated", className: "stated-area", smoothFactor: 0 });
    const paint = () => {
      const element = shape.getElement();
      element.dataset.thing = `${said.what}:${said.key}`;
      element.style.setProperty("--tone", `var(--tone-${said.tone})`);
    };
    shape.on("add", paint);
    shape.bindTooltip(tip(said), { sticky: true, className: "tip" });
    shape.on("click", (event) => {
      atlas.L.DomEvent.stopPropagation(event);
      atlas.emit({ what: said.what, key: said.key });
    });
    const bounds = atlas.L.latLngBounds(rings.flat(2));
    const top = [bounds.getNorth(), bounds.getCenter().lng];
    atlas.stated.set(said.key, { shape, bounds, said, top, pinned: false });
  }
}

/* The circle that holds the true place: translucent round a pin, dashed where only an area is known. Coinciding circles are one. */
export function drawAreas(atlas, features, words) {
  const drawn = new Set();
  for (const feature of features) {
    const outline = JSON.stringify(feature.geometry?.coordinates);
    if (!feature.geometry || drawn.has(outline)) continue;
    drawn.add(outline);
    const rings = polygons(feature.geometry).map((polygon) => polygon.map((ring) => atlas.meridian.line(ring)));
    const className = words[feature.id].pin ? "uncertainty" : "uncertainty is-area";
    const shape = atlas.L.polygon(rings, { pane: "areas", className, smoothFactor: 0 });
    act(atlas, shape, feature, words);
  }
}

export function drawClaims(atlas, features, words) {
  for (const feature of features) {
    if (!feature.geometry) continue;
    const said = words[feature.id];
    const lines = strings(feature.geometry).map((line) => atlas.meridian.line(line));
    const options = {
      pane: "claims",
      className: `claim-line claim-${said.tone}`,
      dashArray: DASHES[said.tone],
      lineCap: "round",
    };
    const line = atlas.L.polyline(lines, options);
    act(atlas, line, feature, words);
    stain(line, said.tone);
    const hit = atlas.L.polyline(lines, { pane: "claims", className: "claim-hit", weight: 16, opacity: 0 });
    act(atlas, hit, feature, words);
    hit.on("mouseover", () => atlas.glance(said.key));
    hit.on("mouseout", () => atlas.glance(null));
    const end = lines[lines.length - 1].at(-1);
    const foot = atlas.L.circleMarker(end, { pane: "claims", radius: 5, className: "claim-foot", interactive: false }).addTo(
      atlas.shapes,
    );
    stain(foot, said.tone);
    if (said.foot) footName(atlas, said, lines);
    label(atlas, feature, said, lines);
  }
}

/* The label is a real button: the line itself cannot take the keyboard's focus. */
function label(atlas, feature, said, lines) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "claim-label";
  button.dataset.thing = `${said.what}:${said.key}`;
  button.style.setProperty("--claim", `var(--tone-${said.tone})`);
  const symbol = document.createElement("span");
  symbol.className = "claim-symbol";
  symbol.setAttribute("aria-hidden", "true");
  symbol.textContent = SYMBOLS[said.tone];
  const text = document.createElement("span");
  text.className = "claim-text";
  text.textContent = said.label;
  button.setAttribute("aria-label", said.label);
  button.append(symbol, text);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    atlas.emit({ what: said.what, key: said.key });
  });
  button.addEventListener("mouseenter", () => atlas.glance(said.key));
  button.addEventListener("mouseleave", () => atlas.glance(null));
  button.addEventListener("focus", () => atlas.glance(said.key));
  button.addEventListener("blur", () => atlas.glance(null));
  const icon = atlas.L.divIcon({ html: button, className: "claim-label-holder", iconSize: [0, 0] });
  const marker = atlas.L.marker(middle(lines), { icon, pane: "claimLabels", keyboard: false, interactive: false }).addTo(
    atlas.shapes,
  );
  atlas.labels.push({ marker, button, lines, at: middle(lines), tone: said.tone });
  const path = lines.flat();
  const northern = path[0][0] > path.at(-1)[0] ? path[0] : path.at(-1);
  atlas.claims.set(said.key, { said, top: northern, pinned: northern === path[0] });
}

/* What the distance is counted from, in the report's words, beyond the end of the line. */
function footName(atlas, said, lines) {
  const name = document.createElement("span");
  name.className = "foot-name";
  name.dir = "auto";
  name.textContent = said.foot;
  const path = lines.flat();
  const icon = atlas.L.divIcon({ html: name, className: "claim-label-holder", iconSize: [0, 0] });
  atlas.L.marker(path.at(-1), { icon, pane: "claims", keyboard: false, interactive: false }).addTo(atlas.shapes);
  atlas.feet.push({ name, at: path.at(-1), down: path.at(-1)[0] >= path[0][0] ? -18 : 18 });
}

function middle(lines) {
  const path = lines.flat();
  if (path.length > 2) return path[Math.floor(path.length / 2)];
  return [(path[0][0] + path[1][0]) / 2, (path[0][1] + path[1][1]) / 2];
}

/* Other places of the report, one mark a place: a small dot for a town, only a name for an area, which has no point to stand on. */
export function drawMentions(atlas, features, words) {
  const drawn = new Set();
  for (const feature of features) {
    const said = words[feature.id];
    if (!feature.geometry || !said.shown || drawn.has(said.place)) continue;
    drawn.add(said.place);
    const [at] = atlas.meridian.points(feature.geometry);
    if (said.pin) {
      const dot = atlas.L.circleMarker(at, { pane: "mentions", radius: 5, className: "mention" });
      act(atlas, dot, feature, words);
      stain(dot, said.tone);
    } else {
      areaName(atlas, at, said);
    }
  }
}

function areaName(atlas, at, said) {
  const name = document.createElement("button");
  name.type = "button";
  name.className = "area-name";
  name.dataset.thing = `${said.what}:${said.key}`;
  name.style.setProperty("--tone", `var(--tone-${said.tone})`);
  name.textContent = said.name;
  name.title = [said.title, ...said.lines].join("\n");
  name.addEventListener("click", (event) => {
    event.stopPropagation();
    atlas.emit({ what: said.what, key: said.key });
  });
  const icon = atlas.L.divIcon({ html: name, className: "area-name-holder", iconSize: [0, 0] });
  atlas.L.marker(at, { icon, pane: "mentions", keyboard: false, interactive: false }).addTo(atlas.shapes);
  atlas.names.push({ at, name });
}

function act(atlas, layer, feature, words) {
  const said = words[feature.id];
  layer.addTo(atlas.shapes);
  const element = layer.getElement();
  if (element) element.dataset.thing = `${said.what}:${said.key}`;
  layer.bindTooltip(tip(said), { sticky: true, className: "tip" });
  layer.on("click", (event) => {
    atlas.L.DomEvent.stopPropagation(event);
    atlas.emit({ what: said.what, key: said.key });
  });
}

function tip(said) {
  const node = document.createElement("div");
  for (const line of [said.title, ...said.lines]) {
    const part = document.createElement("div");
    part.dir = "auto";
    part.textContent = line;
    node.append(part);
  }
  return node;
}

function stain(layer, tone) {
  layer.getElement()?.style.setProperty("--tone", `var(--tone-${tone})`);
}

function polygons(geometry) {
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
}

function strings(geometry) {
  return geometry.type === "MultiLineString" ? geometry.coordinates : [geometry.coordinates];
}
