"""What the tables of places have in common: columns mapped from a file, and places made of them when asked for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Place

if TYPE_CHECKING:
    from gazetteer.columns import ColumnFile

DEGREE = 100_000
"""Coordinates are kept in units of 1e-5 degree (about 1.1 m), the resolution of GeoNames."""

PROMINENCE_UNIT = 1000
"""Prominence is kept in thousandths."""

PLACES_KEPT = 65_536
"""So many places are kept once made (some 30 MB); then all are dropped and made again as they come up."""


class RecordTable(ABC):
    """Places by row, decoded one by one when asked for.

    Parameters
    ----------
    columns
        The file with at least the columns that both the default gazetteer and layers have.
    """

    def __init__(self, columns: ColumnFile) -> None:
        self.columns = columns
        self._ids = columns.column("geonameid")
        self._lat, self._lon = columns.column("lat"), columns.column("lon")
        self._feature, self._population = columns.column("feature"), columns.column("population")
        self._prominence, self._radius = columns.column("prominence"), columns.column("radius")
        self.countries, self._admin1, self._admin2 = columns.column("countries"), columns.column("admin1"), columns.column("admin2")
        self._names = columns.texts("name")
        self.features: list[tuple[Kind, str]] = [(Kind(kind), code) for kind, code in columns.about["features"]]
        self.country_sets: list[tuple[str, ...]] = [tuple(codes) for codes in columns.about["countries"]]
        self._places: dict[int, Place] = {}
        self._admin2_known: dict[int, str] = {0: ""}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    @abstractmethod
    def admin2_codes(self) -> Sequence[str]:
        """The codes of second-level divisions by number; 0 is none."""

    @abstractmethod
    def _decode_admin2(self, number: int) -> str:
        """Decode the code of one second-level division; never asked for 0."""

    @abstractmethod
    def _make(self, row: int) -> Place:
        """Make the place of a row."""

    def prominence(self, row: int) -> int:
        """Return how prominent a place is, in thousandths (see :mod:`gazetteer.prominence`)."""
        found: int = self._prominence[row]
        return found

    def kind(self, row: int) -> Kind:
        """Return what sort of place a record is."""
        return self.features[self._feature[row]][0]

    def geonameid(self, row: int) -> int:
        """Return the GeoNames id of a place, 0 where it has none."""
        found: int = self._ids[row]
        return found

    def place(self, row: int) -> Place:
        """Return the record as a place; made once, then kept as long as not too many are."""
        place = self._places.get(row)
        if place is None:
            if len(self._places) >= PLACES_KEPT:
                self._places.clear()
            place = self._places[row] = self._make(row)
        return place

    def _admin2_code(self, number: int) -> str:
        """Return the code of a second-level division by its number; towns ask for the same ones again and again."""
        code = self._admin2_known.get(number)
        if code is None:
            code = self._admin2_known[number] = self._decode_admin2(number)
        return code
