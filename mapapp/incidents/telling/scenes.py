"""How a scene is told: who stands before a verb, what behind it; the words alone tell nothing: "came down", "was led off", "were met with".

The scenes themselves are tables in :mod:`mapapp.incidents.telling.scenes_of_force`, :mod:`mapapp.incidents.telling.scenes_of_harm` and
:mod:`mapapp.incidents.telling.figures_of_speech`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, PREPOSITIONS, PUNCTUATION
from mapapp.incidents.wording.words import Word, low_at

BEFORE, BEHIND = 12, 10
"""How many words before a verb and behind it belong to its scene."""

_WALLS_BEFORE = frozenset("; : . • when while as because after before but said says told where until".split())
_WALLS_BEHIND = frozenset("; . • when while because after but who which said says".split())
_BEHIND_PASSIVE = PREPOSITIONS | PUNCTUATION | {"and", "", "because_of", "according_to"}


class _Stretch:
    """What stands in some words: which ones, and whether a number or a word with a capital is among them."""

    __slots__ = ("lows", "name", "number")

    def __init__(self, words: Sequence[Word]) -> None:
        self.lows = {word.low for word in words}
        self.number = any(word.number is not None for word in words)
        self.name = any(word.name and word.low.isalpha() for word in words)


@dataclass(frozen=True, slots=True)
class _Company:
    """Words of which one must stand somewhere; ``number``, ``name``: a number, or a word with a capital, will do."""

    words: frozenset[str]
    number: bool = False
    name: bool = False

    def is_in(self, stretch: _Stretch) -> bool:
        """Say whether one of them stands in a stretch."""
        return not self.words.isdisjoint(stretch.lows) or (self.number and stretch.number) or (self.name and stretch.name)


@dataclass(frozen=True, slots=True)
class Scene:
    """One line of a table.

    ``weak``: it names the type only where no other word does. ``voice``: ">" active only, "<" passive or without a verb of its own only,
    "~" without "was" before it.
    ``following``: what the next words must be, one of these. ``beside``: one of these anywhere in the sentence. ``unless``: none of these
    near.
    """

    kind: IncidentType | None
    weak: bool
    voice: str
    before: _Company | None
    following: tuple[tuple[str, ...], ...]
    behind: _Company | None
    beside: _Company | None
    unless: frozenset[str]


Table = Mapping[str, tuple[Scene, ...]]
"""Scenes by the word they turn on."""


def read_table(rows: str, classes: Mapping[str, frozenset[str]]) -> Table:
    """Read a table of scenes.

    Parameters
    ----------
    rows
        One scene a line: ``type | before | words | following | behind | beside | unless``, the last ones may be left out. "!" behind the
        type: it stands even where another word tells a type; ">", "<" and "~" behind it: see :class:`Scene`. ``@name`` is a class, ``#`` a
        number, ``^`` a word with a capital; ``+`` joins the words of what follows at once. "-" for a type: no incident at all.
    classes
        The classes by name.
    """
    table: dict[str, list[Scene]] = {}
    for row in rows.strip().splitlines():
        cells = [cell.strip() for cell in row.split("|")]
        cells += [""] * (7 - len(cells))
        label = cells[0]
        kind = label.rstrip("!<>~")
        scene = Scene(
            kind=None if kind == "-" else IncidentType(kind),
            weak="!" not in label,
            voice=next((mark for mark in "<>~" if mark in label), ""),
            before=_company(cells[1], classes),
            following=tuple(tuple(words.split("+")) for words in cells[3].split()),
            behind=_company(cells[4], classes),
            beside=_company(cells[5], classes),
            unless=_words(cells[6], classes),
        )
        for word in _words(cells[2], classes):
            table.setdefault(word, []).append(scene)
    return {word: tuple(scenes) for word, scenes in table.items()}


def _words(cell: str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words of a cell, classes spelled out."""
    found: set[str] = set()
    for word in cell.split():
        found |= classes[word[1:]] if word[0] == "@" else {word}
    return frozenset(found)


def _company(cell: str, classes: Mapping[str, frozenset[str]]) -> _Company | None:
    """Read a cell that asks for company; None where it asks for none."""
    words = _words(cell, classes)
    return _Company(words - {"#", "^"}, "#" in words, "^" in words) if words else None


def scene_at(words: Sequence[Word], position: int, table: Table) -> Scene | None:
    """Return the first scene that the words around a position fit; None where none does."""
    scenes = [scene for scene in table.get(words[position].low, ()) if _goes_on(scene, words, position)]
    if not scenes:
        return None
    before, behind = _Stretch(_before(words, position)), _Stretch(_behind(words, position))
    return next((scene for scene in scenes if _fits(scene, words, position, before, behind)), None)


def _goes_on(scene: Scene, words: Sequence[Word], position: int) -> bool:
    """Say whether the next words are such as the scene asks for."""
    if not scene.following:
        return True
    following = low_at(words, position + 1)
    behind = low_at(words, position + 2) if following in ADVERBS else following
    begins = {following, behind, "#", "^"}
    return any(pattern[0] in begins and _follows(words, position + 1, pattern) for pattern in scene.following)


def _fits(scene: Scene, words: Sequence[Word], position: int, before: _Stretch, behind: _Stretch) -> bool:
    """Say whether the company of a word is that of a scene."""
    if (scene.before and not scene.before.is_in(before)) or (scene.behind and not scene.behind.is_in(behind)):
        return False
    if not scene.unless.isdisjoint(before.lows) or not scene.unless.isdisjoint(behind.lows):
        return False
    if scene.beside and not scene.beside.is_in(_Stretch(words)):
        return False
    if scene.voice == "~":
        return low_at(words, _verb_before(words, position)) not in BE
    return not scene.voice or (scene.voice == "<") == _is_passive(words, position)


def _before(words: Sequence[Word], position: int) -> Sequence[Word]:
    """Return the words before a verb in its clause."""
    first = position
    while first > max(0, position - BEFORE) and words[first - 1].low not in _WALLS_BEFORE:
        first -= 1
    return words[first:position]


def _behind(words: Sequence[Word], position: int) -> Sequence[Word]:
    """Return the words behind a verb in its clause."""
    last, end = position + 1, min(len(words), position + 1 + BEHIND)
    while last < end and words[last].low not in _WALLS_BEHIND:
        last += 1
    return words[position + 1 : last]


def _follows(words: Sequence[Word], position: int, pattern: tuple[str, ...]) -> bool:
    """Say whether some words stand at a position, adverbs before them passed over."""
    if low_at(words, position) in ADVERBS and pattern[0] not in ADVERBS:
        position += 1
    if position + len(pattern) > len(words):
        return False
    for part, word in zip(pattern, words[position : position + len(pattern)], strict=True):
        if word.low != part and not (part == "#" and word.number is not None) and not (part == "^" and word.name):
            return False
    return True


def _verb_before(words: Sequence[Word], position: int) -> int:
    """Return the position before a word, adverbs passed over."""
    at = position - 1
    while at >= 0 and words[at].low in ADVERBS:
        at -= 1
    return at


def _is_passive(words: Sequence[Word], position: int) -> bool:
    """Say whether a participle has its doer behind it, or none: "was led off", "convoy stoned in"."""
    at = _verb_before(words, position)
    if low_at(words, at) in BE:
        return True
    if low_at(words, at) in {"has", "have", "had", "who", "they", "he", "she", "it"}:
        return False
    return low_at(words, position + 1) in _BEHIND_PASSIVE
