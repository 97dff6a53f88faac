"""What is known of every place, as arrays: for weighing many candidates without making a :class:`~gazetteer.place.Place` of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gazetteer.place import PEOPLE_PER_KM2, Kind
from gazetteer.record_table import DEGREE, PROMINENCE_UNIT

if TYPE_CHECKING:
    from gazetteer.layer_table import LayerTable
    from gazetteer.place_table import PlaceTable
    from gazetteer.tables import AllPlaces

Column = npt.NDArray[Any]
Rows = npt.NDArray[np.int64]

KINDS: tuple[Kind, ...] = tuple(Kind)
KIND_NUMBER: dict[Kind, int] = {kind: number for number, kind in enumerate(KINDS)}

CAPITAL_CODE = "PPLC"
SEAT_CODES = frozenset({"PPLA", "PPLA2", "PPLG"})
_RANK = {CAPITAL_CODE: 2.0} | dict.fromkeys(SEAT_CODES, 1.0)


@dataclass(frozen=True)
class Attributes:
    """Attributes of all places, by row. The arrays lie on the mapped files where they can; only what is asked for is read.

    The numbers of sets of countries and of divisions hold across the default gazetteer and all layers.
    """

    places: AllPlaces

    def _gather(self, rows: Rows, read: Callable[[int, Rows], Column]) -> Column:
        """Return what ``read`` says of the rows of each table, given the table's position and its own row numbers."""
        starts = self.places.starts
        if len(starts) == 1 or not len(rows) or rows.max() < starts[1]:
            return read(0, rows)
        table = np.searchsorted(starts, rows, side="right") - 1
        found: Column | None = None
        for at in np.unique(table).tolist():
            here = table == at
            values = read(at, rows[here] - starts[at])
            if found is None:
                found = np.empty(len(rows), dtype=values.dtype)
            found[here] = values.astype(found.dtype)
        assert found is not None
        return found

    def _column(self, name: str) -> Callable[[int, Rows], Column]:
        return lambda at, rows: self._columns[at][name][rows]

    @cached_property
    def _tables(self) -> tuple[PlaceTable | LayerTable, ...]:
        return (self.places.base, *self.places.layers)

    @cached_property
    def _columns(self) -> list[Mapping[str, Column]]:
        return [_Columns(table) for table in self._tables]

    @cached_property
    def _kind_of_feature(self) -> list[npt.NDArray[np.int8]]:
        return [np.array([KIND_NUMBER[kind] for kind, _ in table.features], dtype=np.int8) for table in self._tables]

    @cached_property
    def _rank_of_feature(self) -> list[npt.NDArray[np.float64]]:
        return [np.array([_RANK.get(code, 0.0) for _, code in table.features]) for table in self._tables]

    def kind(self, rows: Rows) -> npt.NDArray[np.int8]:
        """Return the kinds, as positions in :data:`KINDS`."""
        return self._gather(rows, lambda at, own: self._kind_of_feature[at][self._columns[at]["feature"][own]])

    def seat(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return 2 for the capital of a country, 1 for the seat of a division, 0 for all others."""
        return self._gather(rows, lambda at, own: self._rank_of_feature[at][self._columns[at]["feature"][own]])

    def prominence(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return how prominent the places are, in decades of population (:class:`~gazetteer.index.Match`)."""
        return self._gather(rows, self._column("prominence")) / PROMINENCE_UNIT

    def population(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return the populations, 0 where they are not known."""
        return self._gather(rows, self._column("population")).astype(np.float64)

    def lat(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return the latitudes, in degrees."""
        return self._gather(rows, self._column("lat")) / DEGREE

    def lon(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return the longitudes, in degrees."""
        return self._gather(rows, self._column("lon")) / DEGREE

    def geonameid(self, rows: Rows) -> Rows:
        """Return the GeoNames identifiers, 0 where there is none."""
        return self._gather(rows, self._column("geonameid")).astype(np.int64)

    def radius_km(self, rows: Rows) -> npt.NDArray[np.float64]:
        """Return how far the places reach from their points, in km; of a town from its population."""
        town = np.maximum(1.0, np.sqrt(self.population(rows) / (PEOPLE_PER_KM2 * np.pi)))
        own = self._gather(rows, self._own_radius)
        return np.where(np.isnan(own), town, own)

    def _own_radius(self, at: int, rows: Rows) -> Column:
        """Return the radii that are kept, NaN where they follow from the people."""
        radius = self._columns[at]["radius"]
        if at:
            kept = radius[rows].astype(np.float64)
            return np.where(kept > 0, kept, np.nan)
        # The default gazetteer keeps radii of areas only, which stand first.
        return np.where(rows < len(radius), radius[np.minimum(rows, len(radius) - 1)].astype(np.float64), np.nan)

    def countries(self, rows: Rows) -> Rows:
        """Return the sets of countries, as positions in :attr:`country_sets`."""
        return self._gather(rows, lambda at, own: self._numbering[at][self._columns[at]["countries"][own]].astype(np.int64))

    def admin1(self, rows: Rows) -> Rows:
        """Return the first-level divisions by number, 0 where there is none."""
        return self._gather(rows, lambda at, own: self._admin1[at][self._columns[at]["admin1"][own]])

    def admin2(self, rows: Rows) -> Rows:
        """Return the second-level divisions by number, 0 where there is none."""
        return self._gather(rows, lambda at, own: self._admin2[at][self._columns[at]["admin2"][own]])

    # Numbers that hold across tables ----------------------------------------------------------------------------------------------------

    @cached_property
    def country_sets(self) -> Sequence[tuple[str, ...]]:
        """The sets of countries, as ISO 3166-1 alpha-2 codes."""
        return list(dict.fromkeys(codes for table in self._tables for codes in table.country_sets))

    @cached_property
    def _numbering(self) -> list[Rows]:
        number = {codes: at for at, codes in enumerate(self.country_sets)}
        return [np.array([number[codes] for codes in table.country_sets], dtype=np.int64) for table in self._tables]

    @cached_property
    def _admin1(self) -> list[Rows]:
        base = self.places.base
        return _numbers_across([base.admin1_codes, *(layer.admin1_codes for layer in self.places.layers)])

    @cached_property
    def _admin2(self) -> list[Rows]:
        base = self.places.base
        return _numbers_across([base.admin2_codes, *(layer.admin2_codes for layer in self.places.layers)])

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


class _Columns(dict[str, Column]):
    """The columns of a table as arrays, opened when first asked for."""

    def __init__(self, table: PlaceTable | LayerTable) -> None:
        super().__init__()
        self._file = table.columns

    def __missing__(self, name: str) -> Column:
        column = self[name] = self._file.array(name)
        return column


def _numbers_across(tables: Sequence[Sequence[str]]) -> list[Rows]:
    """Return, for each table of codes, the number of each code that holds across all; 0 for the empty code."""
    if len(tables) == 1:
        return [np.arange(len(tables[0]))]
    number = {"": 0}
    return [np.array([number.setdefault(code, len(number)) for code in codes], dtype=np.int64) for codes in tables]
