"""The nearest of many places to a position, by their rows in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gazetteer.place_grid import PlaceGrid
from gazetteer.place_table import DEGREE

if TYPE_CHECKING:
    import numpy.typing as npt

    from gazetteer.coordinates import LatLon


class NearestRow:
    """Finds the nearest of a fixed set of positions that stand in no order, by geodesic distance on the WGS 84 ellipsoid.

    Parameters
    ----------
    lat, lon
        Positions in degrees, WGS 84, as they stand in a table: in multiples of 1e-5 degree.
    first_row
        Number of the first position; the others follow.
    """

    def __init__(self, lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64], first_row: int) -> None:
        units = [np.rint(degrees * DEGREE).astype(np.int32) for degrees in (lat, lon)]
        self.grid, self._first_row = PlaceGrid.of(*units), first_row

    def row(self, position: LatLon) -> int:
        """Return the number of the nearest position, of several equally near the lowest."""
        return self._first_row + self.grid.nearest(position)[0]
