"""Names that are nearly the one written: slips of the pen, and other transliterations than those that are kept.

Two ways lead to them, and neither walks through the names. One edit away: all texts that differ from the written one by one letter are
made and looked up; nothing is stored for it, and no such name is missed. Further away: names with the same sound key
(:mod:`gazetteer.sound_keys`), which differ by vowels and the like only, and for long names those whose sound key differs by one sign.
What is found is measured letter by letter (:mod:`gazetteer.spelling_costs`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import marisa_trie
from rapidfuzz.distance.Levenshtein import distance as edits_between

from gazetteer.columns import ColumnFile
from gazetteer.errors import DataDamaged
from gazetteer.sound_keys import sound_key, without_articles
from gazetteer.spelling_costs import ONE_EDIT, spelling_distance

if TYPE_CHECKING:
    from gazetteer.name_table import NameTable

BLOCK = 8
"""Of the sound keys only the start of every eighth one's list is kept; the lengths lead to the others."""

NAMES_OF_ONE_SOUND = 64
"""So many names of one sound key are kept, those of the most prominent places: "San Juan" sounds like hundreds of others."""

MIN_LETTERS = 4
"""Shorter names have nothing but neighbours."""

SHORT = 5
"""Names of up to so many letters are matched by one edit only, and not at the first letter unless that is a matter of transliteration."""

LONG = 9
"""Names of so many letters or more may be two edits away, where nothing nearer is known."""

MAX_LETTERS = 40
"""Nothing is near longer texts: the time of one question stays bounded."""

TRANSLITERATED = 0.5
"""An edit of less than this is a matter of transliteration."""

LIMIT = ONE_EDIT
LIMIT_LONG = 2 * ONE_EDIT
"""Largest distance of a name that is offered: usually, and of a long one where nothing nearer is known."""

MOST_EDITS = 3
"""Names of like sound that differ by more letters than this are not looked at closely: nearly all would be too far."""

LONG_SOUND = 5
"""Sound keys of fewer signs have too many others one sign away."""

_SOUND_SIGNS = "bdgklmnprstvS"
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz ", "абвгдежзиклмнопрстуфхцчшщъыьэюяіґєғқңөұүһәјљњћђџ ", "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگئؤ ",
    "αβγδεζηθικλμνξοπρστυφχψω ",
)  # fmt: skip
"""Letters that are tried, as they stand in folded names. Other scripts: what is there may be dropped or swapped, nothing is put in."""


@dataclass(frozen=True, slots=True)
class Near:
    """A name near the one written: ``key`` as folded in the table, and the weighted edits between the two."""

    key: str
    distance: float


class FuzzyNames:
    """Near names of a table of names.

    Parameters
    ----------
    names
        The names.
    path
        The index of sound keys over them (:mod:`gazetteer.build.sounds`).

    Raises
    ------
    DataMissing, DataDamaged
        If the index is not there, or is one of other names.
    """

    def __init__(self, names: NameTable, path: Path) -> None:
        columns = ColumnFile(path)
        if columns.about["names"] != len(names):
            msg = f"{path} was made for {columns.about['names']:,} names, there are {len(names):,}: install mapapp again"
            raise DataDamaged(msg)
        self._names = names
        self._number_bytes = int(columns.about["number_bytes"])
        self._sounds = marisa_trie.Trie()
        self._sounds.frombytes(bytes(columns.raw("sounds")))
        self._counts, self._starts, self._numbers = (columns.column(name) for name in ("counts", "starts", "numbers"))

    def near(self, key: str, *, limit: int = 20) -> list[Near]:
        """Return the names near a folded name: :func:`near_in` of this table alone."""
        return near_in([self], key, limit=limit)

    def known_beginning(self, key: str) -> int:
        """Return how many letters of a text, from the first, begin some name."""
        return self._names.longest_beginning(key)

    def known(self, keys: Iterable[str]) -> Iterator[str]:
        """Return those of many folded names that are in the table."""
        return self._names.known(keys)

    def add_of_sound(self, found: dict[str, float], key: str, *, long: bool) -> None:
        """Add the names of like sound that are near enough, articles apart; for long ones where nothing is near, also of similar sound."""
        sound, bare = sound_key(key), without_articles(key)
        self._sift(found, bare, self._of_sound(sound), LIMIT)
        if long and len(sound) >= LONG_SOUND and min(found.values(), default=inf) > ONE_EDIT:
            self._sift(found, bare, self._of_similar_sound(sound), LIMIT_LONG)

    @staticmethod
    def _sift(found: dict[str, float], bare: str, others: Iterable[str], limit: float) -> None:
        for other in others:
            bare_other = without_articles(other) if " " in other else other
            if other not in found and edits_between(bare, bare_other, score_cutoff=MOST_EDITS) <= MOST_EDITS:
                far = spelling_distance(bare, bare_other, limit=limit)
                if far <= limit:
                    found[other] = far

    def _of_sound(self, sound: str) -> Iterator[str]:
        """Return the names of a sound key, those of the most prominent places first."""
        at = self._sounds.get(sound)
        if at is None:
            return
        counts, block, width = self._counts, at // BLOCK, self._number_bytes
        first = self._starts[block] + sum(counts[block * BLOCK : at])
        for number in range(first, first + counts[at]):
            yield self._names.name(int.from_bytes(self._numbers[number * width : (number + 1) * width], "little"))

    def _of_similar_sound(self, sound: str) -> Iterator[str]:
        """Return the names whose sound key is one sign away."""
        for other in filter(self._sounds.__contains__, _one_edit(sound, len(sound), _SOUND_SIGNS)):
            yield from self._of_sound(other)


def near_in(tables: Sequence[FuzzyNames], key: str, *, limit: int = 20) -> list[Near]:
    """Return the names of some tables near a folded name, the nearest first; of two equally near ones the first in the alphabet.

    The name itself is not among them. None for names of fewer than :data:`MIN_LETTERS` letters.

    Parameters
    ----------
    tables
        Where the names are.
    key
        A folded name (:func:`gazetteer.names.fold`).
    limit
        So many are returned at most.
    """
    letters = len(key) - key.count(" ")
    if letters < MIN_LETTERS or len(key) > MAX_LETTERS:
        return []
    made = _one_edit(key, max(table.known_beginning(key) for table in tables), _alphabet_of(key))
    found = {other: spelling_distance(key, other, limit=ONE_EDIT) for other in {name for table in tables for name in table.known(made)}}
    if letters <= SHORT:
        found = {other: far for other, far in found.items() if other[0] == key[0] or far < TRANSLITERATED}
    else:
        for table in tables:
            table.add_of_sound(found, key, long=letters >= LONG)
    found.pop(key, None)
    ordered = sorted((far, other) for other, far in found.items())
    return [Near(other, far) for far, other in ordered[:limit]]


def _one_edit(key: str, known: int, alphabet: str) -> list[str]:
    """Return all texts one edit away; ``known`` letters at the start begin some name, so the edit is there or right behind."""
    made: list[str] = []
    for at in range(min(known + 1, len(key))):
        head, rest, tail = key[:at], key[at:], key[at + 1 :]
        made.append(head + tail)
        made += [head + letter + rest for letter in alphabet]
        made += [head + letter + tail for letter in alphabet]
        if len(tail):
            made.append(head + tail[0] + key[at] + tail[1:])
    if known >= len(key):
        made += [key + letter for letter in alphabet]
    return made


def _alphabet_of(key: str) -> str:
    return next((alphabet for alphabet in _ALPHABETS if key[0] in alphabet), "")
