"""The places of one layer: from a row to its :class:`~gazetteer.place.Place`, and from an identifier to the row.

Populated places stand first, so that the nearest one can be asked for; then all others. Within both they stand along a curve that keeps
neighbours together (:mod:`gazetteer.place_grid`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.columns import ColumnFile
from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged
from gazetteer.name_table import NameTable
from gazetteer.place import Place, town_radius_km
from gazetteer.record_table import DEGREE, RecordTable
from gazetteer.store import NAMES_NAME, PLACES_NAME

if TYPE_CHECKING:
    from gazetteer.place_grid import PlaceGrid


FORMAT = 1
"""Which columns a layer's file has; raised when they change."""


class LayerTable(RecordTable):
    """All places of a layer, decoded one by one when asked for.

    Parameters
    ----------
    folder
        Where its files are.
    name
        The layer's name, which is the source of its places and, where they have no GeoNames id, the start of their ids.
    wins
        Whether its places come before all others of a name: an analyst's own list.
    base_ids
        Which state of the default gazetteer's ids is beside it (:attr:`gazetteer.place_table.PlaceTable.ids_digest`).

    Raises
    ------
    DataMissing, DataDamaged
        If the files are not there, or are not whole.
    """

    def __init__(self, folder: Path, *, name: str, wins: bool, base_ids: str) -> None:
        columns = ColumnFile(folder / PLACES_NAME)
        self.folder, self.name, self.wins = folder, name, wins
        about = columns.about
        if about.get("format") != FORMAT:
            msg = f"the imported places {name!r} are of another version of mapapp: import them again, or `mapapp gazetteer remove {name}`"
            raise DataDamaged(msg)
        super().__init__(columns)
        self.names = NameTable(folder / NAMES_NAME, columns)
        self.populated = int(about["populated"])
        self._by_id = columns.column("by_id")
        self._admin2_texts = columns.texts("admin2_code")
        self.admin1_codes: list[str] = list(columns.texts("admin1_code"))
        has_own = "own_id" in columns.names()
        self._own_ids = columns.texts("own_id") if has_own else None
        self._notes = columns.texts("note") if "note" in columns.names() else None
        # Which places the default gazetteer has as well was noted at the import; of another state of it the note says nothing.
        self._shared = columns.column("shared") if about["base_ids"] == base_ids else None

    @property
    def admin2_codes(self) -> Sequence[str]:
        """The codes of second-level divisions by number; 0 is none."""
        return self._admin2_texts

    def _decode_admin2(self, number: int) -> str:
        return str(self._admin2_texts[number])

    def note(self, row: int) -> str:
        """Return what the list notes of a place, empty where it notes nothing."""
        return self._notes[row] if self._notes is not None else ""

    def _make(self, row: int) -> Place:
        kind, feature_code = self.features[self._feature[row]]
        geonameid = self._ids[row] or None
        population = self._population[row] or None
        return Place(  # in the order of the fields: this is where most of the time of a look-up goes
            f"geonames:{geonameid}" if geonameid else f"{self.name}:{self._own_ids[row] if self._own_ids else row}",
            geonameid,
            self._names[row],
            LatLon(self._lat[row] / DEGREE, self._lon[row] / DEGREE),
            self.country_sets[self.countries[row]],
            kind,
            feature_code,
            population,
            round(self._radius[row], 1) or town_radius_km(population),
            self.admin1_codes[self._admin1[row]],
            self._admin2_code(self._admin2[row]),
            self.name,
        )

    def is_new(self, row: int) -> bool:
        """Say whether a place is known to be none that the default gazetteer has; False where that is not known."""
        return self._shared is not None and not self._shared[row]

    def row_of_geonameid(self, geonameid: int) -> int | None:
        """Return the row of a GeoNames id, or None."""
        at = bisect_left(self._by_id, geonameid, key=self._ids.__getitem__)
        if at < len(self._by_id) and self._ids[self._by_id[at]] == geonameid:
            return int(self._by_id[at])
        return None

    def row_of_own_id(self, own_id: str) -> int | None:
        """Return the row of a list's own id, or None."""
        return self._rows_by_own_id.get(own_id)

    @cached_property
    def _rows_by_own_id(self) -> dict[str, int]:
        return {} if self._own_ids is None else {own_id: row for row, own_id in enumerate(self._own_ids)}

    @cached_property
    def grid(self) -> PlaceGrid:
        """The populated places, to be asked for the nearest one."""
        from gazetteer.place_grid import CELLS_COLUMN, CIRCLES_COLUMN, PlaceGrid

        lat, lon = (self.columns.array(name)[: self.populated] for name in ("lat", "lon"))
        return PlaceGrid(lat, lon, self.columns.array(CIRCLES_COLUMN), self.columns.array(CELLS_COLUMN))
