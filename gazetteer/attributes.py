"""What is known of every place, as arrays: for weighing many candidates without making a :class:`~gazetteer.place.Place` of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.place import PEOPLE_PER_KM2, Kind
from gazetteer.place_table import DEGREE, PROMINENCE_UNIT, PlaceTable

KINDS: tuple[Kind, ...] = tuple(Kind)
KIND_NUMBER: dict[Kind, int] = {kind: number for number, kind in enumerate(KINDS)}

CAPITAL_CODE = "PPLC"
SEAT_CODES = frozenset({"PPLA", "PPLA2", "PPLG"})
_USED = ("feature", "prominence", "population", "countries", "admin1", "admin2", "lat", "lon", "radius", "geonameid")


@dataclass(frozen=True)
class Attributes:
    """Attributes of all records, by row. The arrays lie on the mapped file where they can; only what is asked for is read."""

    table: PlaceTable

    @property
    def country_sets(self) -> Sequence[tuple[str, ...]]:
        """The sets of countries that :meth:`countries` gives the positions of, as ISO 3166-1 alpha-2 codes."""
        return self.table.country_sets

    @cached_property
    def _column(self) -> dict[str, npt.NDArray[Any]]:
        return {name: self.table.columns.array(name) for name in _USED}

    @cached_property
    def _kind_of_feature(self) -> npt.NDArray[np.int8]:
        return np.array([KIND_NUMBER[kind] for kind, _ in self.table.features], dtype=np.int8)

    @cached_property
    def _rank_of_feature(self) -> npt.NDArray[np.float64]:
        rank = {CAPITAL_CODE: 2.0} | dict.fromkeys(SEAT_CODES, 1.0)
        return np.array([rank.get(code, 0.0) for _, code in self.table.features])

    def kind(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int8]:
        """Return the kinds, as positions in :data:`KINDS`."""
        return self._kind_of_feature[self._column["feature"][rows]]

    def seat(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return 2 for the capital of a country, 1 for the seat of a division, 0 for all others."""
        return self._rank_of_feature[self._column["feature"][rows]]

    def prominence(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return how prominent the places are, in decades of population (:class:`~gazetteer.index.Match`)."""
        found: npt.NDArray[np.float64] = self._column["prominence"][rows] / PROMINENCE_UNIT
        return found

    def population(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the populations, 0 where they are not known."""
        found: npt.NDArray[np.float64] = self._column["population"][rows].astype(np.float64)
        return found

    def countries(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the sets of countries, as positions in ``country_sets``."""
        found: npt.NDArray[np.int64] = self._column["countries"][rows].astype(np.int64)
        return found

    def admin1(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the first-level divisions by number, 0 where there is none."""
        found: npt.NDArray[np.int64] = self._column["admin1"][rows].astype(np.int64)
        return found

    def admin2(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the second-level divisions by number, 0 where there is none."""
        found: npt.NDArray[np.int64] = self._column["admin2"][rows].astype(np.int64)
        return found

    def lat(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the latitudes, in degrees."""
        found: npt.NDArray[np.float64] = self._column["lat"][rows] / DEGREE
        return found

    def lon(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the longitudes, in degrees."""
        found: npt.NDArray[np.float64] = self._column["lon"][rows] / DEGREE
        return found

    def radius_km(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return how far the places reach from their points, in km; of a town from its population."""
        own = self._column["radius"][np.minimum(rows, self.table.populated_start - 1)].astype(np.float64)
        town = np.maximum(1.0, np.sqrt(self.population(rows) / (PEOPLE_PER_KM2 * np.pi)))
        return np.where(rows < self.table.populated_start, own, town)

    def geonameid(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the GeoNames identifiers, 0 where there is none."""
        found: npt.NDArray[np.int64] = self._column["geonameid"][rows].astype(np.int64)
        return found

    @cached_property
    def share_a_country(self) -> npt.NDArray[np.bool_]:
        """Whether two sets of countries have one in common: a square table over ``country_sets``."""
        codes = sorted({code for codes in self.country_sets for code in codes})
        number = {code: at for at, code in enumerate(codes)}
        holds = np.zeros((len(self.country_sets), len(codes)), dtype=np.float32)
        for row, members in enumerate(self.country_sets):
            holds[row, [number[code] for code in members]] = 1.0
        found: npt.NDArray[np.bool_] = holds @ holds.T > 0
        return found
