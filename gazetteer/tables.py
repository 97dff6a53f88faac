"""The default gazetteer's places and names with those of all layers behind them, as if they were one table each.

Rows of layers are numbered on from where the table before ends. A place that several tables hold under one GeoNames id is one place: its
row is that of the first of them, and it bears the names of all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from gazetteer.name_table import ALL, PENALTY

if TYPE_CHECKING:
    from gazetteer.layer_table import LayerTable
    from gazetteer.name_table import NameTable
    from gazetteer.place import Kind, Place
    from gazetteer.place_table import PlaceTable


WINS_BY = 100_000
"""More than any difference in prominence (thousandths)."""


class AllPlaces:
    """Places of the default gazetteer and of layers, by row."""

    def __init__(self, base: PlaceTable, layers: Sequence[LayerTable]) -> None:
        self.base, self.layers = base, tuple(layers)
        self.starts = [0, *accumulate([len(base), *(len(layer) for layer in layers)])][:-1]
        self._of_layers = len(base)

    def __len__(self) -> int:
        return len(self.base) + sum(map(len, self.layers))

    def layer_of(self, row: int) -> tuple[LayerTable, int] | None:
        """Return the layer that a row belongs to, and its number there; None for the default gazetteer."""
        if row < self._of_layers:
            return None
        at = bisect_right(self.starts, row) - 1
        return self.layers[at - 1], row - self.starts[at]

    def prominence(self, row: int) -> int:
        """Return how prominent a place is, in thousandths."""
        found = self.layer_of(row)
        return self.base.prominence(row) if found is None else found[0].prominence(found[1])

    def rank(self, row: int) -> int:
        """Return what orders the places of one name: their prominence, lists that win before all others."""
        found = self.layer_of(row)
        if found is None:
            return self.base.prominence(row)
        return found[0].prominence(found[1]) + (WINS_BY if found[0].wins else 0)

    def wins(self, row: int) -> bool:
        """Say whether a row is of a list that comes before all other places."""
        found = self.layer_of(row)
        return found is not None and found[0].wins

    def kind(self, row: int) -> Kind:
        """Return what sort of place a record is."""
        found = self.layer_of(row)
        return self.base.kind(row) if found is None else found[0].kind(found[1])

    def place(self, row: int) -> Place:
        """Return the record as a place."""
        found = self.layer_of(row)
        return self.base.place(row) if found is None else found[0].place(found[1])

    def row_of_id(self, place_id: str) -> int | None:
        """Return the row with this place id, or None."""
        row = self.base.row_of_id(place_id)
        if row is not None or not self.layers:
            return row
        scheme, _, rest = place_id.partition(":")
        if scheme == "geonames":
            return self._row_in_layers(int(rest)) if rest.isascii() and rest.isdigit() and len(rest) <= 10 else None
        for start, layer in zip(self.starts[1:], self.layers, strict=True):
            if layer.name == scheme and (found := layer.row_of_own_id(rest)) is not None:
                return start + found
        return None

    def _row_in_layers(self, geonameid: int, before: int | None = None) -> int | None:
        """Return the row of a GeoNames id in the first layer that has it, if wished only of those before one."""
        for start, layer in zip(self.starts[1:], self.layers[:before], strict=False):
            if (found := layer.row_of_geonameid(geonameid)) is not None:
                return start + found
        return None

    def first_row(self, at: int, row: int) -> int:
        """Return the row that stands for a layer's place: that of an earlier table where one has it too.

        ``at`` is the position of the layer, ``row`` its own number of the place.
        """
        layer = self.layers[at]
        if not at and layer.is_new(row):
            return self.starts[1] + row
        geonameid = layer.geonameid(row)
        if geonameid:
            known = self.base.row_of_geonameid(geonameid)
            if known is None and at:
                known = self._row_in_layers(geonameid, before=at)
            if known is not None:
                return known
        return self.starts[at + 1] + row


class AllNames:
    """Names of the default gazetteer and of layers.

    Parameters
    ----------
    base
        The default gazetteer's names.
    places
        All places.
    countries
        Only these countries' places (ISO 3166-1 alpha-2) are found in layers, and those of lists that win; None for all.
    """

    def __init__(self, base: NameTable, places: AllPlaces, *, countries: Collection[str] | None = None) -> None:
        self.base, self._places, self.countries = base, places, countries
        self._tables = [layer.names for layer in places.layers]
        self._allowed = [_allowed(layer, countries) for layer in places.layers]

    def __contains__(self, key: str) -> bool:
        return key in self.base or bool(self._in_layers(key))

    def find(self, key: str, *, most: int = ALL) -> list[tuple[int, int]]:
        """Return (row, how) of the places that bear the folded name; empty when there is none.

        ``most`` says how many of each table are wanted, the most prominent ones.
        """
        found = self.base.find(key, most=most)
        more = self._in_layers(key, most=most) if self._tables else ()
        if not more:
            return found
        best = dict(found)
        for row, how in more:
            best[row] = min(how, best.get(row, how))
        return list(best.items())

    def best(self, key: str) -> int | None:
        """Return the row of the place that a folded name stands for in the first place, None where there is none."""
        best = _best_of(self.base, key, self._places.base.prominence, 0)
        for at, names in enumerate(self._tables):
            if self._allowed[at] is not None:
                return None  # a focused gazetteer: all bearers have to be looked at
            layer = self._places.layers[at]
            cost, row = _best_of(names, key, layer.prominence, WINS_BY if layer.wins else 0)
            if row >= 0:
                best = min(best, (cost, self._places.first_row(at, row)))
        return None if best[1] < 0 else best[1]

    def _in_layers(self, key: str, *, most: int = ALL) -> list[tuple[int, int]]:
        return [bearer for at in range(len(self._tables)) for bearer in self._in_layer(at, key, most=most)]

    def _in_layer(self, at: int, key: str, *, most: int) -> list[tuple[int, int]]:
        allowed = self._allowed[at]
        borne = self._tables[at].find(key, most=most if allowed is None else ALL)
        if not borne:
            return borne
        first_row, countries = self._places.first_row, self._places.layers[at].countries
        return [(first_row(at, row), how) for row, how in borne if allowed is None or allowed[countries[row]]][: most if most > 0 else None]

    def prefixes(self, key: str) -> list[str]:
        """Return all names with which the folded text begins, shortest first."""
        found = self.base.prefixes(key)
        for at, names in enumerate(self._tables):
            more = names.prefixes(key)
            if more:
                known = set(found)
                new = [name for name in more if name not in known and (self._allowed[at] is None or self._in_layers(name))]
                found = sorted([*found, *new], key=len) if new else found
        return found

    @cached_property
    def tables(self) -> list[NameTable]:
        """The tables one by one."""
        return [self.base, *self._tables]


BEST_OF = 4
"""Among so many of the most prominent bearers the best one mostly is; where it need not be, more are looked at."""

_NOBODY = (1 << 40, -1)


def _best_of(names: NameTable, key: str, prominence: Callable[[int], int], bonus: int) -> tuple[int, int]:
    """Return cost and row of the best bearer of a name in one table. Bearers stand in the order of their prominence."""
    most = BEST_OF
    while True:
        borne = names.find(key, most=most)
        if not borne:
            return _NOBODY
        if len(borne) == 1:
            ((row, how),) = borne
            return PENALTY[how] - prominence(row) - bonus, row
        cost, row = min((PENALTY[how] - prominence(row), row) for row, how in borne)
        # Whoever was not looked at is no more prominent than the last one that was.
        if len(borne) < most or -cost >= prominence(borne[-1][0]):
            return cost - bonus, row
        most *= 4


def _allowed(layer: LayerTable, countries: Collection[str] | None) -> list[bool] | None:
    """Return which sets of countries of a layer are wanted, None for all."""
    if countries is None or layer.wins:
        return None
    return [not codes or not set(codes).isdisjoint(countries) for codes in layer.country_sets]
