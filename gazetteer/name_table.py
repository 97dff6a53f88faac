"""The table of names: from a folded name to the records that bear it.

Names stand in a marisa trie, which gives every name a number. ``links`` holds for each number the record and how it bears the name where
there is one record, else where its list begins among the ``lists``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie

from gazetteer.errors import DataDamaged, DataMissing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from gazetteer.columns import ColumnFile

HOWS = ("name", "spelling", "alias", "former", "abbreviation")
"""How a record bears a name; the position in this tuple is what the files hold. "spelling" is one of the main name that differs in vowels
or doubled letters only."""

NAME, SPELLING, ALIAS, FORMER, ABBREVIATION = range(len(HOWS))
VARIANT = len(HOWS)
"""How a record bears a name under which it is not kept: found by another spelling, or without its generic word."""

PENALTY = (0, 1100, 1500, 1500, 0, 2500)
"""What a place loses, in thousandths of prominence, for bearing a name as (*HOWS, variant): a town known by an alias must be some thirty
times as large as one of that very name to come first. Hand-set; between 1 and 3 for an alias the benchmarks hardly change."""

FUZZY_PENALTY, FUZZY_PENALTY_PER_EDIT = 2500, 3000
"""What a place loses, in thousandths of prominence and on top of :data:`PENALTY`, for bearing a similar name only: at least as much as by
a variant, and more for each edit of distance. Hand-set; between 1,500 and 6,000 an edit, first answers for tests/gazetteer/variants.csv
stay within two in a hundred."""

_HOW_BITS = 3
_ROW_SHIFT = _HOW_BITS + 1
_HOW_MASK = (1 << _HOW_BITS) - 1
ALL = -1
"""As many as there are."""
MOST_RECORDS = 1 << 32 - _ROW_SHIFT
"""So many records a link can tell apart."""


def pack_links(rows: npt.NDArray[np.uint32], how: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return links as numbers: record, how it bears the name, and a flag left 0 (in ``links``: a list follows; in ``lists``: the last)."""
    packed: npt.NDArray[np.uint32] = (rows << _ROW_SHIFT | how << 1).astype("<u4")
    return packed


class NameTable:
    """Names and the records that bear them.

    Parameters
    ----------
    trie_path
        The trie of folded names.
    columns
        The column file with ``links`` and ``lists``.
    """

    def __init__(self, trie_path: Path, columns: ColumnFile) -> None:
        if not trie_path.exists():
            msg = f"{trie_path} is missing: run `python -m gazetteer.build` or install mapapp again"
            raise DataMissing(msg)
        self._trie = marisa_trie.Trie()
        try:
            self._trie.mmap(str(trie_path))
        except RuntimeError as error:
            msg = f"{trie_path} is not a trie of names: install mapapp again"
            raise DataDamaged(msg) from error
        self._number = self._trie.get
        self._links = columns.column("links")
        self._lists = columns.column("lists")
        if len(self._links) != len(self._trie):
            msg = f"{trie_path} has {len(self._trie):,} names, the places file links {len(self._links):,}: install mapapp again"
            raise DataDamaged(msg)

    def __len__(self) -> int:
        return len(self._trie)

    def __contains__(self, key: str) -> bool:
        return key in self._trie

    def __iter__(self) -> Iterator[str]:
        return iter(self._trie.iterkeys())

    def find(self, key: str, *, most: int = ALL) -> list[tuple[int, int]]:
        """Return (record, position in :data:`HOWS`) of the records that bear the folded name; empty when there is none.

        The most prominent come first; ``most`` says how many are wanted.
        """
        number = self._number(key)
        if number is None:
            return []
        link = self._links[number]
        return self.bearers(number, most=most) if link & 1 else [(link >> _ROW_SHIFT, link >> 1 & _HOW_MASK)]

    def known(self, keys: Iterable[str]) -> Iterator[str]:
        """Return those of many folded names that are in the table: quicker than one by one."""
        return filter(self._trie.__contains__, keys)

    def name(self, number: int) -> str:
        """Return the folded name with this number."""
        return str(self._trie.restore_key(number))

    def number(self, name: str) -> int:
        """Return the number of a folded name.

        Raises
        ------
        KeyError
            If there is no such name.
        """
        return int(self._trie[name])

    def longest_beginning(self, key: str) -> int:
        """Return how many letters of the text, from the first, begin some name."""
        least, most, begins = 0, len(key), self._trie.iterkeys
        while least < most:
            middle = (least + most + 1) // 2
            if next(begins(key[:middle]), None) is None:
                most = middle - 1
            else:
                least = middle
        return least

    def beginning_with(self, start: str) -> Iterator[tuple[str, int]]:
        """Return all names that begin with a text, each with its number, in no order."""
        found: Iterator[tuple[str, int]] = self._trie.iteritems(start)
        return found

    def bearers(self, number: int, *, most: int = ALL) -> list[tuple[int, int]]:
        """Return (record, position in :data:`HOWS`) of the records that bear the name with this number, the most prominent first."""
        link = self._links[number]
        if not link & 1:
            return [(link >> _ROW_SHIFT, link >> 1 & _HOW_MASK)]
        found, lists, at = [], self._lists, link >> 1
        while True:
            link = lists[at]
            found.append((link >> _ROW_SHIFT, link >> 1 & _HOW_MASK))
            if link & 1 or len(found) == most:
                return found
            at += 1

    def prefixes(self, key: str) -> list[str]:
        """Return all names with which the folded text begins, shortest first."""
        return list(self._trie.prefixes(key))
