"""The table of places: from a record's number to its :class:`~gazetteer.place.Place`, and from an identifier to the number.

Records stand in sections: countries, hand-kept areas, first-level divisions, second-level divisions, populated places. Within a section
they are sorted (countries, hand-kept areas and divisions by code, populated places by GeoNames id), so that no index is needed for
identifiers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place, town_radius_km

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from gazetteer.columns import ColumnFile

DEGREE = 100_000
"""Coordinates are kept in units of 1e-5 degree (about 1.1 m), the resolution of GeoNames."""

PROMINENCE_UNIT = 1000
"""Prominence is kept in thousandths."""

PLACES_KEPT = 65_536
"""So many places are kept once made (some 30 MB); then all are dropped and made again as they come up."""

SECTIONS = ("countries", "handkept", "admin1", "admin2", "populated")


class PlaceTable:
    """All records of the gazetteer, decoded one by one when asked for."""

    def __init__(self, columns: ColumnFile) -> None:
        about = columns.about
        self.columns = columns
        self._ids = columns.column("geonameid")
        self._lat, self._lon = columns.column("lat"), columns.column("lon")
        self._feature = columns.column("feature")
        self._population = columns.column("population")
        self._prominence = columns.column("prominence")
        self._countries = columns.column("countries")
        self._admin1, self._admin2 = columns.column("admin1"), columns.column("admin2")
        self._radius = columns.column("radius")
        self._names, self._codes = columns.texts("name"), columns.texts("code")
        self.features: list[tuple[Kind, str]] = [(Kind(kind), code) for kind, code in about["features"]]
        self.country_sets: list[tuple[str, ...]] = [tuple(codes) for codes in about["countries"]]
        self.admin1_codes: list[str] = about["admin1"]
        self._sources: list[str] = about["sources"]
        self.section = {name: range(first, end) for name, (first, end) in about["sections"].items()}
        self.capitals: dict[str, int] = about["capitals"]
        self._merged: dict[str, int] = about["merged"]
        self.populated_start = self.section["populated"].start
        self._admin2_start = self.section["admin2"].start
        self._section_starts = [self.section[name].start for name in SECTIONS]
        self._places: dict[int, Place] = {}
        self._admin2_codes: dict[int, str] = {}

    @property
    def ids_digest(self) -> str:
        """A text that changes whenever the GeoNames ids do."""
        return str(self.columns.about["ids_digest"])

    def __len__(self) -> int:
        return len(self._ids)

    def prominence(self, row: int) -> int:
        """Return how prominent a place is, in thousandths (see :mod:`gazetteer.prominence`)."""
        found: int = self._prominence[row]
        return found

    def kind(self, row: int) -> Kind:
        """Return what sort of place a record is."""
        return self.features[self._feature[row]][0]

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
        admin2 = self._admin2[row]
        is_area = row < self.populated_start
        return Place(  # in the order of the fields: this is where most of the time of a look-up goes
            f"geonames:{geonameid}" if geonameid else f"mapapp:{self._codes[row]}",
            geonameid,
            self._names[row],
            LatLon(self._lat[row] / DEGREE, self._lon[row] / DEGREE),
            self.country_sets[self._countries[row]],
            kind,
            feature_code,
            population,
            round(self._radius[row], 1) if is_area else town_radius_km(population),
            self.admin1_codes[self._admin1[row]],
            self._admin2_code(admin2) if admin2 else "",
            self._sources[bisect_right(self._section_starts, row) - 1],
        )

    @property
    def admin2_codes(self) -> list[str]:
        """The codes of second-level divisions; the numbers that records hold count from one."""
        rows = self.section["admin2"]
        found: list[str] = self._codes[rows.start : rows.stop]
        return found

    def _admin2_code(self, number: int) -> str:
        """Return the code of a second-level division by its number, counted from one; towns ask for the same ones again and again."""
        code = self._admin2_codes.get(number)
        if code is None:
            code = self._admin2_codes[number] = self._codes[self._admin2_start + number - 1]
        return code

    def positions(self, section: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return latitudes and longitudes of a section's records, in degrees."""
        rows = self.section[section]
        lat, lon = (self.columns.array(name)[rows.start : rows.stop] / DEGREE for name in ("lat", "lon"))
        return lat, lon

    def most_populous(self, count: int) -> list[int]:
        """Return so many populated places, the largest first; of two alike the one with the lower row."""
        return nlargest(count, self.section["populated"], key=self._population.__getitem__)

    def row_of_code(self, section: str, code: str) -> int | None:
        """Return the record of a section with this code ("KZ", "KZ.04", a hand-kept id), or None."""
        rows = self.section[section]
        at = bisect_left(self._codes, code, rows.start, rows.stop)
        if at < rows.stop and self._codes[at] == code:
            return at
        return self._merged.get(code) if section == "handkept" else None

    def row_of_id(self, place_id: str) -> int | None:
        """Return the record with this place id ("geonames:610611", "mapapp:sahel"), or None."""
        scheme, _, rest = place_id.partition(":")
        if scheme == "mapapp":
            return self.row_of_code("handkept", rest)
        if scheme != "geonames" or not (rest.isascii() and rest.isdigit() and len(rest) <= 12):
            return None
        return self.row_of_geonameid(int(rest))

    def row_of_geonameid(self, geonameid: int) -> int | None:
        """Return the record with this GeoNames id, or None."""
        rows = self.section["populated"]
        at = bisect_left(self._ids, geonameid, rows.start, rows.stop)
        if at < rows.stop and self._ids[at] == geonameid:
            return at
        return self._areas_by_geonameid.get(geonameid)

    @cached_property
    def _areas_by_geonameid(self) -> dict[int, int]:
        return {self._ids[row]: row for row in range(self.populated_start) if self._ids[row]}
