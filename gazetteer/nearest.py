"""The populated place nearest to a position, among the default gazetteer's and those of all layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gazetteer.place_grid import PlaceGrid, nearest_many_of, nearest_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from gazetteer.coordinates import LatLon
    from gazetteer.tables import AllPlaces


class NearestRow:
    """Finds the row of the nearest populated place, by geodesic distance on the WGS 84 ellipsoid.

    Parameters
    ----------
    places
        All places.
    """

    def __init__(self, places: AllPlaces) -> None:
        base = places.base
        lat, lon = (base.columns.array(name)[base.populated_start :] for name in ("lat", "lon"))
        self._places = places
        self._grids = [PlaceGrid.of(lat, lon), *(layer.grid for layer in places.layers)]

    def row(self, position: LatLon) -> int:
        """Return the row of the nearest place."""
        table, row, _ = nearest_of(self._grids, position)
        return self._row(table, row)

    def rows(self, lat: npt.NDArray[np.float64], lon: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
        """Return the rows of the places nearest to many positions, in degrees."""
        tables, rows, _ = nearest_many_of(self._grids, lat, lon)
        found = rows + self._places.base.populated_start
        for at in np.flatnonzero(tables > 0).tolist():
            found[at] = self._row(int(tables[at]), int(rows[at]))
        return found

    def _row(self, table: int, row: int) -> int:
        return self._places.first_row(table - 1, row) if table else self._places.base.populated_start + row
