/* From degrees to the unit square of Web Mercator, and the copies of the world that a view shows. */

/* Web Mercator with the world as the unit square. */
export function mercator(lon, lat) {
  const sine = Math.sin((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/* Copies of the world to the left and right, as many as the view shows. */
export function* copies(view) {
  const first = Math.floor(view.origin.x / view.scale);
  const last = Math.floor((view.origin.x + view.width) / view.scale);
  for (let copy = first; copy <= last; copy += 1) yield copy;
}
