"""The table of places: from a record's number to its :class:`~gazetteer.place.Place`, and from an identifier to the number.

Records stand in sections: countries, hand-kept areas, first-level divisions, second-level divisions, populated places. Within a section
they are sorted (countries, hand-kept areas and divisions by code, populated places by GeoNames id), so that no index is needed for
identifiers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from heapq import nlargest
from typing import TYPE_CHECKING

from gazetteer.coordinates import LatLon
from gazetteer.place import Place, town_radius_km
from gazetteer.record_table import DEGREE, RecordTable

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from gazetteer.columns import ColumnFile

SECTIONS = ("countries", "handkept", "admin1", "admin2", "populated")


class PlaceTable(RecordTable):
    """All records of the gazetteer, decoded one by one when asked for."""

    def __init__(self, columns: ColumnFile) -> None:
        super().__init__(columns)
        about = columns.about
        self._codes = columns.texts("code")
        self.admin1_codes: list[str] = about["admin1"]
        self._sources: list[str] = about["sources"]
        self.section = {name: range(first, end) for name, (first, end) in about["sections"].items()}
        self.capitals: dict[str, int] = about["capitals"]
        self._merged: dict[str, int] = about["merged"]
        self.populated_start = self.section["populated"].start
        self._admin2_start = self.section["admin2"].start
        self._section_starts = [self.section[name].start for name in SECTIONS]

    @property
    def ids_digest(self) -> str:
        """A text that changes whenever the GeoNames ids do."""
        return str(self.columns.about["ids_digest"])

    def _make(self, row: int) -> Place:
        kind, feature_code = self.features[self._feature[row]]
        geonameid = self._ids[row] or None
        population = self._population[row] or None
        is_area = row < self.populated_start
        return Place(  # in the order of the fields: this is where most of the time of a look-up goes
            f"geonames:{geonameid}" if geonameid else f"mapapp:{self._codes[row]}",
            geonameid,
            self._names[row],
            LatLon(self._lat[row] / DEGREE, self._lon[row] / DEGREE),
            self.country_sets[self.countries[row]],
            kind,
            feature_code,
            population,
            round(self._radius[row], 1) if is_area else town_radius_km(population),
            self.admin1_codes[self._admin1[row]],
            self._admin2_code(self._admin2[row]),
            self._sources[bisect_right(self._section_starts, row) - 1],
        )

    @property
    def admin2_codes(self) -> Sequence[str]:
        """The codes of second-level divisions by number; 0 is none."""
        rows = self.section["admin2"]
        return ["", *self._codes[rows.start : rows.stop]]

    def _decode_admin2(self, number: int) -> str:
        return str(self._codes[self._admin2_start + number - 1])

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
