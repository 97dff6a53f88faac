/* Longitudes made contiguous: content on both sides of 180 degrees is drawn side by side. Only drawn so: the data stay as they are. */

export class Meridian {
  constructor(features) {
    const lons = [];
    for (const feature of features)
      if (feature.geometry && feature.properties.layer !== "mentions") collect(feature.geometry.coordinates, lons);
    this.cut = widestGap(lons);
  }

  lon(lon) {
    return lon < this.cut ? lon + 360 : lon;
  }

  latlng(lat, lon) {
    return [lat, this.lon(lon)];
  }

  points(geometry) {
    const found = [];
    walk(geometry.coordinates, ([lon, lat]) => found.push(this.latlng(lat, lon)));
    return found;
  }

  /* A ring or line is moved as a whole, by its first vertex, so that it is not torn. */
  line(coordinates) {
    const shift = this.lon(coordinates[0][0]) - coordinates[0][0];
    return coordinates.map(([lon, lat]) => [lat, lon + shift]);
  }
}

function walk(coordinates, visit) {
  if (typeof coordinates[0] === "number") visit(coordinates);
  else for (const part of coordinates) walk(part, visit);
}

function collect(coordinates, lons) {
  walk(coordinates, ([lon]) => lons.push(lon));
}

/* The western edge of the content: behind the widest empty stretch of longitudes. -180 when that stretch spans the date line anyway. */
function widestGap(lons) {
  if (lons.length < 2) return -180;
  const sorted = [...lons].sort((a, b) => a - b);
  let widest = sorted[0] + 360 - sorted[sorted.length - 1];
  let cut = -180;
  for (let i = 0; i + 1 < sorted.length; i += 1) {
    const gap = sorted[i + 1] - sorted[i];
    if (gap > widest && gap > 180) {
      widest = gap;
      cut = sorted[i + 1];
    }
  }
  return cut;
}
