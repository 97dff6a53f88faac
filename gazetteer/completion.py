"""Names that begin with what has been typed so far, those of the most prominent places first.

A beginning that many names share ("s", "san ") has its best names kept in a file; one that few share is answered by walking through these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import nsmallest
from typing import TYPE_CHECKING, Protocol

import marisa_trie

from gazetteer.errors import DataDamaged

if TYPE_CHECKING:
    from gazetteer.columns import ColumnFile

MANY = 1000
"""A beginning of more names than this has its best ones kept; fewer are walked through in a few milliseconds."""

KEEP = 30
"""So many names of a beginning are kept, and offered at most."""

PREFIXES_COLUMN, BEST_COLUMN = "prefixes", "best"
"""Names of the columns: the trie of beginnings, and for each of them, in the order of its numbers, the numbers of :data:`KEEP` names."""


class Names(Protocol):
    """What is asked of a table of names (:class:`gazetteer.name_table.NameTable`)."""

    def __len__(self) -> int: ...

    def name(self, number: int) -> str:
        """Return the folded name with this number."""
        ...

    def beginning_with(self, start: str) -> Iterator[tuple[str, int]]:
        """Return all names that begin with a text, each with its number."""
        ...


class Completions:
    """Completes names.

    Parameters
    ----------
    names
        The names.
    columns
        The file of their beginnings (:mod:`gazetteer.importing.completions`); ``about["names"]`` says for how many names it was made.
    best_prominence
        Returns for the number of a name how prominent its best bearer is, in thousandths, less what that loses for the way it bears the
        name (:data:`gazetteer.name_table.PENALTY`): the very numbers from which the file was made.

    Raises
    ------
    DataDamaged
        If the file is one of other names.
    """

    def __init__(self, names: Names, columns: ColumnFile, best_prominence: Callable[[int], int]) -> None:
        if columns.about["names"] != len(names):
            msg = f"the completions were made for {columns.about['names']:,} names, there are {len(names):,}: install or import again"
            raise DataDamaged(msg)
        self._names, self._best_prominence = names, best_prominence
        self._prefixes = marisa_trie.Trie()
        self._prefixes.frombytes(bytes(columns.raw(PREFIXES_COLUMN)))
        self._best = columns.column(BEST_COLUMN)

    def complete(self, start: str, *, limit: int = 10) -> list[tuple[str, int]]:
        """Return folded names that begin with a text, best first, each with the prominence of its best bearer in thousandths.

        Of equally prominent ones the first in the alphabet comes first.

        Parameters
        ----------
        start
            The beginning, folded (:func:`gazetteer.names.fold`); a blank at its end counts.
        limit
            So many are returned at most, and never more than :data:`KEEP`.
        """
        at, prominence = self._prefixes.get(start), self._best_prominence
        if at is None:
            known = ((-prominence(number), name) for name, number in self._names.beginning_with(start))
            return [(name, -cost) for cost, name in nsmallest(min(limit, KEEP), known)]
        numbers = self._best[at * KEEP : at * KEEP + max(0, min(limit, KEEP))]
        return [(self._names.name(number), prominence(number)) for number in numbers]
