/* Where labels stand, worked out anew at each zoom: none on another, none on a pin, none beyond the frame. In pixels of the container.
   Where there is no room near its line, a label shrinks to its sign, and where there is none even for that, it waits for a closer view;
   the gravest verdicts are the last to give way. */

const SHORT_LINE_PX = 130;
const EDGE_PX = 8;
const GAP_PX = 5;
const FAR_PX = 64; // a label farther from its line no longer belongs to it
const GRAVEST_FIRST = ["contradicted", "by_road_if_obstacle", "by_road", "roughly", "supported", "cannot_tell"];
const PIN = { half: 17, height: 44, above: 20 };

export function settleLabels(atlas) {
  const taken = atlas.pins.groups.map((group) => pinBox(atlas, group));
  for (const entry of atlas.feet) settleFoot(atlas, entry, taken);
  for (const entry of atlas.names) settleName(atlas, entry, taken);
  for (const entry of [...atlas.labels].sort(byWeight)) settleClaim(atlas, entry, taken);
}

function pinBox(atlas, group) {
  const { x, y } = atlas.map.latLngToContainerPoint(group.latlng);
  if (!group.pin) return { x, y, half: 90, height: 30 };
  return { x, y: y - PIN.above, half: PIN.half, height: PIN.height };
}

function byWeight(one, other) {
  const weight = ({ button, tone }) => (button.classList.contains("is-selected") ? -1 : GRAVEST_FIRST.indexOf(tone));
  return weight(one) - weight(other);
}

/* Moves the box down until it is free, as often as there are boxes in its way. */
function freed(box, taken) {
  const meets = (other) =>
    Math.abs(other.x - box.x) < other.half + box.half && Math.abs(other.y - box.y) < (other.height + box.height) / 2 + GAP_PX;
  for (let tries = 0; tries <= taken.length; tries += 1) {
    const other = taken.find(meets);
    if (!other) break;
    box.y = other.y + (other.height + box.height) / 2 + GAP_PX + 1;
  }
  taken.push(box);
  return box;
}

/* Beyond the end of its line, and there it stays: the others make way. */
function settleFoot(atlas, { name, at, down }, taken) {
  const { x, y } = atlas.map.latLngToContainerPoint(at);
  taken.push({ x, y: y + down, half: name.offsetWidth / 2, height: name.offsetHeight });
  name.style.translate = `0 ${down}px`;
}

function settleName(atlas, { at, name }, taken) {
  const { x, y } = atlas.map.latLngToContainerPoint(at);
  const box = freed({ x, y, half: name.offsetWidth / 2, height: name.offsetHeight }, taken);
  name.style.translate = `0 ${Math.round(box.y - y)}px`;
}

/* On a long line the label stands in its middle; a short one it would hide, so it stands below it. */
function settleClaim(atlas, { marker, button, lines, at }, taken) {
  const path = lines.flat();
  const [first, last, here] = [path[0], path.at(-1), at].map((latlng) => atlas.map.latLngToContainerPoint(latlng));
  const width = atlas.map.getSize().x;
  const y = first.distanceTo(last) < SHORT_LINE_PX ? Math.max(first.y, last.y) + 28 : here.y;
  const stand = (short) => {
    button.classList.toggle("is-short", short);
    const half = button.offsetWidth / 2 + EDGE_PX;
    const visible = here.x > -half && here.x < width + half;
    const across = visible ? Math.max(half - here.x, 0) + Math.min(width - half - here.x, 0) : 0;
    return { across, box: freed({ x: here.x + across, y: short ? here.y : y, half, height: button.offsetHeight }, taken) };
  };
  let { across, box } = stand(false);
  const mayShrink = !button.classList.contains("is-selected");
  if (mayShrink && box.y - y > FAR_PX) {
    taken.pop();
    ({ across, box } = stand(true));
  }
  const waits = mayShrink && button.classList.contains("is-short") && box.y - here.y > FAR_PX;
  if (waits) taken.pop();
  button.classList.toggle("is-waiting", waits);
  marker.setLatLng(at);
  button.style.translate = `${Math.round(across)}px ${Math.round(box.y - here.y)}px`;
}
