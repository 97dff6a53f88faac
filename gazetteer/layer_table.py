"""The places of one layer: from a row to its :class:`~gazetteer.place.Place`, and from an identifier to the row.

Populated places stand first, so that the nearest one can be asked for; then all others. Within both they stand along a curve that keeps
neighbours together (:mod:`gazetteer.place_grid`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.columns import ColumnFile
from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged
from gazetteer.name_table import NameTable
from gazetteer.place import Kind, Place, town_radius_km
from gazetteer.place_table import DEGREE, PLACES_KEPT
from gazetteer.store import NAMES_NAME, PLACES_NAME

if TYPE_CHECKING:
    from gazetteer.place_grid import PlaceGrid


FORMAT = 1
"""Which columns a layer's file has; raised when they change."""


class LayerTable:
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
        self.folder, self.name, self.wins, self.columns = folder, name, wins, columns
        about = columns.about
        if about.get("format") != FORMAT:
            msg = f"the imported places {name!r} are of another version of mapapp: import them again, or `mapapp gazetteer remove {name}`"
            raise DataDamaged(msg)
        self.names = NameTable(folder / NAMES_NAME, columns)
        self.features: list[tuple[Kind, str]] = [(Kind(kind), code) for kind, code in about["features"]]
        self.country_sets: list[tuple[str, ...]] = [tuple(codes) for codes in about["countries"]]
        self.populated = int(about["populated"])
        self._ids, self._by_id = columns.column("geonameid"), columns.column("by_id")
        self._lat, self._lon = columns.column("lat"), columns.column("lon")
        self._feature, self._population = columns.column("feature"), columns.column("population")
        self._prominence, self._radius = columns.column("prominence"), columns.column("radius")
        self.countries, self._admin1, self._admin2 = columns.column("countries"), columns.column("admin1"), columns.column("admin2")
        self._names, self.admin1_codes, self.admin2_codes = (columns.texts(text) for text in ("name", "admin1_code", "admin2_code"))
        has_own = "own_id" in columns.names()
        self._own_ids = columns.texts("own_id") if has_own else None
        self._notes = columns.texts("note") if "note" in columns.names() else None
        # Which places the default gazetteer has as well was noted at the import; of another state of it the note says nothing.
        self._shared = columns.column("shared") if about["base_ids"] == base_ids else None
        self._admin1_codes: list[str] = list(self.admin1_codes)
        self._admin2_codes: dict[int, str] = {}
        self._places: dict[int, Place] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def prominence(self, row: int) -> int:
        """Return how prominent a place is, in thousandths (:mod:`gazetteer.prominence`)."""
        found: int = self._prominence[row]
        return found

    def kind(self, row: int) -> Kind:
        """Return what sort of place a record is."""
        return self.features[self._feature[row]][0]

    def geonameid(self, row: int) -> int:
        """Return the GeoNames id of a place, 0 where it has none."""
        return int(self._ids[row])

    def note(self, row: int) -> str:
        """Return what the list notes of a place, empty where it notes nothing."""
        return self._notes[row] if self._notes is not None else ""

    def place(self, row: int) -> Place:
        """Return the record as a place; made once, then kept as long as not too many are."""
        place = self._places.get(row)
        if place is None:
            if len(self._places) >= PLACES_KEPT:
                self._places.clear()
            place = self._places[row] = self._make(row)
        return place

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
            self._admin1_codes[self._admin1[row]],
            self._admin2_code(self._admin2[row]),
            self.name,
        )

    def _admin2_code(self, number: int) -> str:
        """Return the code of a second-level division by its number; towns ask for the same ones again and again."""
        code = self._admin2_codes.get(number)
        if code is None:
            code = self._admin2_codes[number] = self.admin2_codes[number]
        return code

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
