/* The background: land, borders and place names on two canvases that take no clicks. Fetched once, from this server only. */
import { canvasLayer } from "./canvas_layer.js";
import { drawNames, prepareName } from "./names.js";
import { copies, mercator } from "./projection.js";

const FINE_FROM_ZOOM = 6.5;
const LIGHT = {
  sea: "#dce7ee",
  land: "#f7f5f0",
  coast: "#a9bac4",
  border: "#b7aa96",
  grid: "#cbd9e1",
  name: "#58606a",
  country: "#8a8271",
  halo: "#f7f5f0",
};
const DARK = {
  sea: "#111a22",
  land: "#212a32",
  coast: "#42525f",
  border: "#5d666e",
  grid: "#1b2731",
  name: "#aab4bd",
  country: "#7d8891",
  halo: "#1a2229",
};

export class WorldBackground {
  constructor(L, map, frame, data) {
    this.map = map;
    this.frame = frame;
    this.world = { coarse: null, fine: null };
    this.names = [];
    this.reserved = [];
    this.palette = LIGHT;
    this.under = canvasLayer(L, "world", (context, view) => this.drawLand(context, view)).addTo(map);
    this.over = canvasLayer(L, "labels", (context, view) =>
      drawNames(context, view, this.names, this.palette, this.reserved),
    ).addTo(map);
    this.urls = data.background;
    this.load();
    map.on("zoomend", () => this.loadFine());
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.onScheme = () => setTimeout(() => this.theme(), 60);
    this.scheme.addEventListener("change", this.onScheme);
    this.theme();
  }

  async load() {
    this.world.coarse = await fetchWorld(this.urls.coarse);
    this.under.update();
    const names = await fetchJson(this.urls.names);
    this.names = (names ?? []).map(prepareName);
    this.over.update();
    this.loadFine();
    this.frame.dataset.background = "ready";
  }

  async loadFine() {
    if (this.world.fine || this.loadingFine || this.map.getZoom() < FINE_FROM_ZOOM || !this.urls.fine) return;
    this.loadingFine = true;
    this.world.fine = await fetchWorld(this.urls.fine);
    this.under.update();
  }

  drawLand(context, view) {
    const world = (view.zoom >= FINE_FROM_ZOOM && this.world.fine) || this.world.coarse;
    drawWorld(context, view, world, this.palette);
  }

  /* Where names of the report stand already: [lat, lon, width in pixels]. */
  reserve(places) {
    this.reserved = places.map(([lat, lon, width]) => ({ at: mercator(lon, lat), width }));
    this.over.update();
  }

  theme() {
    const dark = getComputedStyle(this.frame).colorScheme.includes("dark");
    const palette = dark ? DARK : LIGHT;
    this.frame.classList.toggle("is-dark", dark);
    if (palette === this.palette && this.themed) return;
    this.palette = palette;
    this.themed = true;
    this.under.update();
    this.over.update();
  }

  dispose() {
    this.scheme.removeEventListener("change", this.onScheme);
  }
}

async function fetchJson(url) {
  if (!url) return null;
  const answer = await fetch(new URL(url, document.baseURI));
  return answer.ok ? answer.json() : null;
}

/* Rings and lines come as whole numbers of 1/scale degree: the first position, then the steps from one to the next. */
async function fetchWorld(url) {
  const json = await fetchJson(url);
  if (!json) return null;
  const course = (flat) => shape([unpack(flat, json.scale)], false);
  return {
    land: json.land.map((rings) =>
      shape(
        rings.map((ring) => unpack(ring, json.scale)),
        true,
      ),
    ),
    borders: json.borders.map(course),
    disputed: json.disputed.map(course),
  };
}

function unpack(flat, scale) {
  const positions = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < flat.length; i += 2) {
    x += flat[i];
    y += flat[i + 1];
    positions.push([x / scale, y / scale]);
  }
  return positions;
}

/* What to fill and what to draw along: edges at 180 degrees and at the pole only close a ring, they are no coast. */
function shape(rings, closed) {
  const outline = new Path2D();
  const area = closed ? new Path2D() : outline;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    ring.forEach(([lon, lat], index) => {
      const [x, y] = mercator(lon, lat);
      const [lon0, lat0] = ring[index - 1] ?? [lon, lat];
      const seam = (Math.abs(lon) === 180 && lon0 === lon) || (lat <= -90 && lat0 <= -90);
      if (index && !(closed && seam)) outline.lineTo(x, y);
      else outline.moveTo(x, y);
      if (closed && index) area.lineTo(x, y);
      else if (closed) area.moveTo(x, y);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    });
    if (closed) area.closePath();
  }
  return { area, outline, box };
}

function drawWorld(context, view, world, palette) {
  context.setTransform(view.density, 0, 0, view.density, 0, 0);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width, view.height);
  for (const copy of copies(view)) {
    const scale = view.scale * view.density;
    context.setTransform(scale, 0, 0, scale, (copy * view.scale - view.origin.x) * view.density, -view.origin.y * view.density);
    const seen = [
      view.origin.x / view.scale - copy,
      view.origin.y / view.scale,
      (view.origin.x + view.width) / view.scale - copy,
      (view.origin.y + view.height) / view.scale,
    ];
    const inView = ({ box }) => box[0] <= seen[2] && box[2] >= seen[0] && box[1] <= seen[3] && box[3] >= seen[1];
    const width = (px) => px / view.scale;
    context.lineJoin = "round";
    graticule(context, view, palette, width);
    if (!world) continue;
    context.fillStyle = palette.land;
    context.strokeStyle = palette.coast;
    context.lineWidth = width(view.zoom < 4 ? 0.6 : 1);
    for (const land of world.land.filter(inView)) {
      context.fill(land.area, "evenodd");
      context.stroke(land.outline);
    }
    context.strokeStyle = palette.border;
    context.lineWidth = width(view.zoom < 4 ? 0.8 : 1.5);
    for (const border of world.borders.filter(inView)) context.stroke(border.outline);
    context.setLineDash([width(5), width(4)]);
    for (const border of world.disputed.filter(inView)) context.stroke(border.outline);
    context.setLineDash([]);
  }
}

function graticule(context, view, palette, width) {
  const step = view.zoom < 3 ? 30 : view.zoom < 5 ? 10 : view.zoom < 7 ? 5 : 1;
  context.strokeStyle = palette.grid;
  context.lineWidth = width(0.7);
  context.beginPath();
  for (let lon = -180; lon <= 180; lon += step) {
    const [x] = mercator(lon, 0);
    context.moveTo(x, 0);
    context.lineTo(x, 1);
  }
  for (let lat = -80; lat <= 80; lat += step) {
    const [, y] = mercator(0, lat);
    context.moveTo(0, y);
    context.lineTo(1, y);
  }
  context.stroke();
}
