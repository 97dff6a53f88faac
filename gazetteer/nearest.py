"""The nearest of many places to a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gazetteer.geodesy import distances_km, ecef_m

if TYPE_CHECKING:
    import numpy.typing as npt

    from gazetteer.coordinates import LatLon

CHORD_MARGIN = 1.01
"""How far beyond the shortest chord the geodesic is worked out as well: chord and geodesic may order two places differently where their
distances differ by less than half a per cent."""


class NearestRow:
    """Finds the nearest of a fixed set of positions: by straight chords through the earth first, by geodesics among those nearly as near.

    Parameters
    ----------
    lat, lon
        Positions in degrees, WGS 84.
    first_row
        Number of the first position; the others follow.
    """

    def __init__(self, lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64], first_row: int) -> None:
        # Sorted by height above the equator's plane: positions within a chord of each other are within it in height too.
        points = ecef_m(lat, lon)
        self._order = np.argsort(points[:, 2], kind="stable")
        self._points = np.ascontiguousarray(points[self._order])
        self._heights = np.ascontiguousarray(self._points[:, 2])
        self._lat, self._lon, self._first_row = lat, lon, first_row

    def row(self, position: LatLon) -> int:
        """Return the number of the nearest position."""
        point = ecef_m(np.array([position.lat]), np.array([position.lon]))[0]
        at = int(np.searchsorted(self._heights, point[2]))
        # Widen the band of heights until it is sure to hold the nearest: its half-width must reach the shortest chord found in it.
        half_width_m = 20_000.0
        while True:
            first, end = np.searchsorted(self._heights, (point[2] - half_width_m, point[2] + half_width_m))
            band = slice(max(0, min(int(first), at - 1)), max(int(end), at + 1))
            chords = np.sqrt(((self._points[band] - point) ** 2).sum(axis=1))
            shortest = float(chords.min())
            if shortest * CHORD_MARGIN <= half_width_m:
                break
            half_width_m = max(shortest * CHORD_MARGIN, 2.0 * half_width_m) if shortest < 1e6 else shortest * CHORD_MARGIN
        close = self._order[band][chords <= shortest * CHORD_MARGIN]
        return self._first_row + self._nearest_by_geodesic(position, np.sort(close))

    def _nearest_by_geodesic(self, position: LatLon, rows: npt.NDArray[np.int64]) -> int:
        if len(rows) == 1:
            return int(rows[0])
        here_lat, here_lon = np.full(len(rows), position.lat), np.full(len(rows), position.lon)
        return int(rows[int(np.argmin(distances_km(here_lat, here_lon, self._lat[rows], self._lon[rows])))])
