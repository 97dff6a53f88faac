"""What ground a position lies on, read off the lines that a meridian meets on its way from the position to the north pole."""

from __future__ import annotations

from collections import Counter

import numpy as np

from gazetteer.border_file import BorderFile, Ground, Unit
from gazetteer.coordinates import LatLon


def unit_at(file: BorderFile, position: LatLon) -> Unit | None:
    """Return the unit of ground at a position, None at sea.

    Each line met leads out of the unit on its southern side into that on its northern side. Counted over all lines up to the pole, which is
    sea, every unit that is entered is left again, except that in which the way began. The count does not ask in which order lines are met,
    so thinned-out lines that cross each other, or lagoons thinned out to nothing, do no harm; a meridian meets no antimeridian.
    """
    lon = position.lon if position.lon < 180.0 else -180.0
    over = np.flatnonzero((file.west <= lon) & (lon <= file.east) & (file.north >= position.lat))
    if not len(over):
        return None
    lat, south, north = _crossings(file, over, lon, position.lat)
    count = Counter(south)
    count.subtract(north)
    begun = [unit for unit, times in sorted(count.items()) if times > 0]
    if len(begun) > 1:
        # The way passes exactly between two lines that should meet: the nearest line decides.
        begun = [south[int(np.argmin(lat))]]
    return file.units[begun[0]] if begun and file.units[begun[0]].ground is not Ground.SEA else None


def _crossings(
    file: BorderFile, chunks: np.ndarray[tuple[int], np.dtype[np.int64]], lon: float, lat: float
) -> tuple[list[float], list[int], list[int]]:
    """Return latitude, unit to the south and unit to the north of each line that the meridian north of a position meets."""
    edges = file.edges(chunks)
    eastward = (edges.lon0 <= lon) & (lon < edges.lon1)
    met = np.flatnonzero(eastward | ((edges.lon1 <= lon) & (lon < edges.lon0)))
    share = (lon - edges.lon0[met]) / (edges.lon1[met] - edges.lon0[met])
    crossing = edges.lat0[met] + share * (edges.lat1[met] - edges.lat0[met])
    met, crossing = met[crossing >= lat], crossing[crossing >= lat]
    sides = np.array(file.sides)[file.chunk_sides[edges.chunk[met]]]
    # Going east along a line, its left is north.
    south = np.where(eastward[met], sides[:, 1], sides[:, 0])
    north = np.where(eastward[met], sides[:, 0], sides[:, 1])
    return crossing.tolist(), south.tolist(), north.tolist()
