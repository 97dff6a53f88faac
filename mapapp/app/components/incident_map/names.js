/* Place names on the background: as many as fit, the most prominent first, none over another. */
import { copies, mercator } from "./projection.js";

/* Rows from the server: name, lat, lon, kind (0 country, 1 capital, 2 town), zoom from which it may be shown. Most prominent first. */
export function prepareName([name, lat, lon, kind, zoom]) {
  const [x, y] = mercator(lon, lat);
  return { name: kind === 0 ? name.toUpperCase() : name, x, y, kind, zoom, width: {} };
}

const FONT = '"Source Sans", "Source Sans 3", "Noto Sans", sans-serif';
const STYLES = [
  { font: (zoom) => `600 ${Math.min(15, 9.5 + zoom * 0.7)}px ${FONT}`, spacing: "0.14em", dot: 0 },
  { font: (zoom) => `600 ${zoom < 5 ? 12 : 13}px ${FONT}`, spacing: "0px", dot: 2.6 },
  { font: (zoom) => `400 ${zoom < 6 ? 11.5 : 12.5}px ${FONT}`, spacing: "0px", dot: 2 },
];
const COUNTRY_NAMES_TO_ZOOM = 7.5;

export function drawNames(context, view, names, palette, reserved) {
  context.setTransform(view.density, 0, 0, view.density, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  const taken = new Occupied();
  for (const { at, width } of reserved) {
    const [x, y] = [at[0] * view.scale - view.origin.x, at[1] * view.scale - view.origin.y];
    taken.claim(x - width / 2, y - 12, x + width / 2, y + 12);
  }
  for (const copy of copies(view)) {
    for (const entry of names) {
      if (entry.zoom > view.zoom || (entry.kind === 0 && view.zoom > COUNTRY_NAMES_TO_ZOOM)) continue;
      const x = (entry.x + copy) * view.scale - view.origin.x;
      const y = entry.y * view.scale - view.origin.y;
      if (x < -80 || y < -20 || x > view.width + 80 || y > view.height + 20) continue;
      drawName(context, entry, x, y, view.zoom, palette, taken);
    }
  }
}

function drawName(context, entry, x, y, zoom, palette, taken) {
  const style = STYLES[entry.kind];
  const font = style.font(zoom);
  context.font = font;
  context.letterSpacing = style.spacing;
  const width = (entry.width[font] ??= context.measureText(entry.name).width);
  const left = entry.kind === 0 ? x - width / 2 : x + 6;
  if (!taken.claim(Math.min(left, x) - 4, y - 9, left + width + 4, y + 9)) return;
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = palette.halo;
  context.fillStyle = entry.kind === 0 ? palette.country : palette.name;
  context.textBaseline = "middle";
  context.strokeText(entry.name, left, y);
  context.fillText(entry.name, left, y);
  if (!style.dot) return;
  context.beginPath();
  if (entry.kind === 1) context.rect(x - style.dot, y - style.dot, 2 * style.dot, 2 * style.dot);
  else context.arc(x, y, style.dot, 0, 2 * Math.PI);
  context.fill();
}

/* Which rectangles of the canvas hold a name already; looked up by cells so that thousands of names stay quick. */
class Occupied {
  constructor() {
    this.cells = new Map();
  }

  claim(left, top, right, bottom) {
    const keys = [];
    for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column += 1) {
      for (let row = Math.floor(top / 32); row <= Math.floor(bottom / 32); row += 1) keys.push(`${column},${row}`);
    }
    const meets = (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top;
    if (keys.some((key) => this.cells.get(key)?.some(meets))) return false;
    for (const key of keys) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push([left, top, right, bottom]);
    }
    return true;
  }
}
