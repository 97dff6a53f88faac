"""Search the names: from a name as written to the rows of the places that bear it, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.columns import ColumnFile
from gazetteer.generic_words import stems
from gazetteer.name_table import ABBREVIATION, FUZZY_PENALTY, FUZZY_PENALTY_PER_EDIT, PENALTY, VARIANT
from gazetteer.names import fold
from gazetteer.store import COMPLETIONS_NAME, SOUNDS_NAME
from gazetteer.variants import variants

if TYPE_CHECKING:
    from gazetteer.completion import Completions
    from gazetteer.fuzzy import FuzzyNames, Near
    from gazetteer.layer_table import LayerTable
    from gazetteer.name_table import NameTable
    from gazetteer.place import Kind
    from gazetteer.place_table import PlaceTable
    from gazetteer.short_forms import ShortForms
    from gazetteer.tables import AllNames, AllPlaces

NEAR_NAMES = 64
"""So many of the nearest names are asked for their places."""

BEARERS_OF_NEAR_NAME = 16
"""So many places of a similar or unfinished name are looked at, the most prominent ones: it is a guess anyway."""

NAMES_KEPT = 65_536
"""So many names keep their list of bearers once it was made; then all are dropped and made again as they come up."""

Bearers = tuple[tuple[int, int], ...]
"""Rows of places, each with how it bears the name."""


class NameSearch:
    """Finds places by name in all tables.

    Parameters
    ----------
    places, names
        What is searched.
    short_forms
        Demonyms, abbreviations and codes.
    folders
        Where the indexes of sounds and of beginnings lie: one folder for each table of names.
    """

    def __init__(self, places: AllPlaces, names: AllNames, short_forms: ShortForms, folders: Sequence[Path]) -> None:
        self._places, self.names, self._short_forms, self._folders = places, names, short_forms, folders
        self._bearers: dict[str, Bearers] = {}

    def rows(self, name: str) -> Sequence[int]:
        """Return the rows a name may stand for, best first: other spellings only where the name as written is not known."""
        found = self._abbreviated(name)
        key = fold(name)
        exact = self.names.find(key)
        if not exact and not found:
            exact = self._by_stem(key) or self._by_variant(key)
        if len(exact) == 1 and not found:
            return (exact[0][0],)
        rank = self._places.rank
        ordered = sorted((PENALTY[how] - rank(row), row) for row, how in exact)
        return list(dict.fromkeys([*found, *(row for _, row in ordered)]))

    def best(self, name: str) -> int | None:
        """Return the first of :meth:`rows`, or None; without looking at all bearers where a few of the most prominent settle it."""
        best = None if self._abbreviated(name) else self.names.best(fold(name))
        if best is not None:
            return best
        found = self.rows(name)
        return found[0] if found else None

    def bearers(self, name: str) -> Bearers:
        """Return all rows that bear a name, other spellings included, best first; kept once made."""
        found = self._bearers.get(name)
        if found is None:
            if len(self._bearers) >= NAMES_KEPT:
                self._bearers.clear()
            found = self._bearers[name] = self._all_bearers(name)
        return found

    def _all_bearers(self, name: str) -> Bearers:
        key = fold(name)
        best: dict[int, int] = dict.fromkeys(self._abbreviated(name), ABBREVIATION)
        for rows in (self.names.find(key), self._by_stem(key), self._by_variant(key)):
            for row, how in rows:
                best.setdefault(row, how)
        rank = self._places.rank
        ordered = sorted((PENALTY[how] - rank(row), row, how) for row, how in best.items())
        return tuple((row, how) for _, row, how in ordered)

    def _abbreviated(self, name: str) -> Sequence[int]:
        return self._short_forms.rows("abbreviation", name)

    def _by_stem(self, key: str) -> list[tuple[int, int]]:
        """Return the records that bear the name without its generic word and are of a kind the word allows."""
        for stem, kinds in stems(key):
            matches = self._of_kinds(self.names.find(stem), kinds) or self._of_kinds(self._spelt_otherwise(stem), kinds)
            if matches:
                return [(row, VARIANT) for row, _ in matches]
        return []

    def _of_kinds(self, matches: Iterable[tuple[int, int]], kinds: frozenset[Kind]) -> list[tuple[int, int]]:
        return [match for match in matches if self._places.kind(match[0]) in kinds]

    def _by_variant(self, key: str) -> list[tuple[int, int]]:
        return [(row, VARIANT) for row, _ in self._spelt_otherwise(key)]

    def _spelt_otherwise(self, key: str) -> list[tuple[int, int]]:
        found: dict[int, int] = {}
        for other in dict.fromkeys(variants(key)):
            if other and other != key:
                for row, how in self.names.find(other):
                    found.setdefault(row, how)
        return list(found.items())

    # Nearly the same name ---------------------------------------------------------------------------------------------------------------

    def similar(self, key: str) -> list[tuple[int, int]]:
        """Return (cost, row) of the places with similar names, the lowest cost first."""
        prominence, kind = self._places.prominence, self._places.kind
        best: dict[int, int] = {}
        for form, kinds in ((key, None), *stems(key)):
            for near in self._near(form):
                further = FUZZY_PENALTY + round(near.distance * FUZZY_PENALTY_PER_EDIT)
                for row, how in self.names.find(near.key, most=BEARERS_OF_NEAR_NAME):
                    if kinds is None or kind(row) in kinds:
                        cost = further + PENALTY[how] - prominence(row)
                        best[row] = min(cost, best.get(row, cost))
        return sorted((cost, row) for row, cost in best.items())

    def _near(self, key: str) -> list[Near]:
        """Return the names near a folded one in all tables, the nearest first."""
        from gazetteer.fuzzy import near_in

        return near_in(self._fuzzy, key, limit=NEAR_NAMES)

    @cached_property
    def _fuzzy(self) -> list[FuzzyNames]:
        from gazetteer.fuzzy import FuzzyNames

        return [FuzzyNames(names, folder / SOUNDS_NAME) for names, folder in zip(self.names.tables, self._folders, strict=True)]

    # Beginnings of names ----------------------------------------------------------------------------------------------------------------

    def complete(self, beginning: str, *, limit: int) -> list[int]:
        """Return the rows of the best known bearers of names that begin with a folded text, the best known first, none twice."""
        names = {name for completions in self._completions for name, _ in completions.complete(beginning, limit=limit)}
        rank = self._places.rank
        best: dict[int, int] = {}
        for name in names:
            borne = self.names.find(name, most=BEARERS_OF_NEAR_NAME)
            if borne:  # a focused gazetteer hides names
                cost, row = min((PENALTY[how] - rank(row), row) for row, how in borne)
                best[row] = min(cost, best.get(row, cost))
        return sorted(best, key=lambda row: (best[row], row))[:limit]

    @cached_property
    def _completions(self) -> list[Completions]:
        from gazetteer.completion import Completions

        tables: list[PlaceTable | LayerTable] = [self._places.base, *self._places.layers]
        return [
            Completions(names, ColumnFile(folder / COMPLETIONS_NAME), partial(_best_prominence, names, table))
            for names, folder, table in zip(self.names.tables, self._folders, tables, strict=True)
        ]


def _best_prominence(names: NameTable, table: PlaceTable | LayerTable, number: int) -> int:
    return max(table.prominence(row) - PENALTY[how] for row, how in names.bearers(number))
