"""The figures of a sentence place by place: "Arcadia, 14 dead; Ombra, 11", "nine in Tarsk and two in Lisk", "In Tarsk they took 39"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from mapapp.incidents.wording.persons import GENERIC, is_person
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

_MOST = 100_000
_LONGEST_COUNT = 3
"""Digits of a number at the head of a sentence; a longer one is a year or an hour."""

_WALLS = frozenset({";", "|"})
_AHEAD = PREPOSITIONS | {"the", "district", "city", "town", "of"}
_ENDS = frozenset(", ; . : ( ) / - – — | and or while but who when".split()) | {""}
_OF_PEOPLE = frozenset("of them the these those dead victims killed wounded injured arrested deaths more others died each of_them".split())
COMMON = AUXILIARIES | DETERMINERS | PREPOSITIONS | PRONOUNS | GENERIC | frozenset(EFFECTS)
"""Words that begin a sentence without being a name."""

_NO_COUNT = frozenset(
    "no no. number nr sheet page route highway road line age aged chapter article paragraph grade magnitude km camp sector unit bus".split()
)
"""Words before a number that counts nobody."""


_NO_PLACES = frozenset({Role.ACTOR, Role.ORGANISATION, Role.ORIGIN})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people: ``toll`` says what befell them, None where only the sentence before does; ``alone``: no noun stands behind it.

    ``like``: what befell those counted just before it in its clause, and so these as well: "61 were injured in Tarsk and | six in Lisk".
    """

    position: int
    number: int
    toll: Toll | None
    alone: bool = True
    like: Toll | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One place with its figures; ``placed``: it names a place; ``name``: how that begins, "" where nobody knows the name."""

    span: Span
    figures: tuple[Figure, ...]
    placed: bool
    name: str = ""

    def count(self, like: Toll, *, either: bool = False) -> int:
        """Return how many people it counts whom the same befell, those included of whom nothing is said; ``either``: on whichever side."""
        told = [(f.number, f.toll or f.like) for f in self.figures if f.toll is None or not f.toll.part]
        same = [(number, toll) for number, toll in told if toll is not None and toll.effect is like.effect]
        own = [number for number, toll in same if either or like.effect is not Effect.KILLED or _on_side(toll, like)]
        return sum(own or [number for number, toll in told if toll is None and not same])


def _on_side(toll: Toll, like: Toll) -> bool:
    """Say whether people may be of the side that a whole counts: those of whom nothing is said may be rebels."""
    return toll.attackers is like.attackers or (like.attackers and toll.head in GENERIC)


def figures_in(words: Sequence[Word], tolls: Sequence[Toll], taken: Sequence[Span]) -> list[Figure]:
    """Return the numbers of people among words.

    Parameters
    ----------
    words
        The words of a sentence.
    tolls
        The numbers whose effect its grammar tells.
    taken
        Where dates and names stand, whose numbers count nobody.
    """
    found: list[Figure] = []
    for position, word in enumerate(words):
        toll = next((toll for toll in tolls if toll.span.start <= word.span.start < toll.span.end), None) if tolls else None
        if toll is not None:
            first = not found or found[-1].toll is not toll
            if first and (toll.count.best is not None or toll.count.low is not None):
                found.append(Figure(position, toll.count.best or toll.count.low or 0, toll))
        elif word.number is not None and not any(span.start <= word.span.start < span.end for span in taken) and _bare(words, position):
            found.append(Figure(position, word.number, None, not is_person(low_at(words, position + 1))))
        elif _is_the_other(words, position):
            found.append(Figure(position, 1, None))
    return found


def _is_the_other(words: Sequence[Word], position: int) -> bool:
    """Say whether a word stands for somebody beside one told of: "one was shot in Tarsk and the other in Lisk"."""
    if words[position].low not in _OTHERS or low_at(words, position - 1) != "the" or low_at(words, position + 1) not in _AFTER_OTHER:
        return False
    return any(earlier.low == "one" for earlier in words[:position])


_OTHERS = frozenset({"other", "second", "third"})
_AFTER_OTHER = PREPOSITIONS | AUXILIARIES | {",", "died", "drowned"}
"""What stands behind "the other" where that is somebody."""


def _bare(words: Sequence[Word], position: int) -> bool:
    """Say whether a number counts people without saying what befell them: "in Ombra eleven", "14 of the dead"."""
    word = words[position]
    if (word.number or 0) > _MOST or low_at(words, position - 1) in _NO_COUNT:
        return False
    if position < 2 and word.low.isdecimal() and (len(word.low) > _LONGEST_COUNT or low_at(words, position + 1) in {".", ")", "/"}):
        return False  # a year, an hour, the number of an entry
    low = low_at(words, position + 1)
    if low in _ENDS or low in AUXILIARIES or low in GENERIC or low in _OF_PEOPLE or is_person(low):
        return True
    return low in PREPOSITIONS or low in EFFECTS or low.endswith("ed") or (position + 1 < len(words) and words[position + 1].name)


def pieces_of(words: Sequence[Word], toponyms: Sequence[Toponym], figures: Sequence[Figure]) -> list[Piece]:
    """Take a sentence apart into places with their figures; what has a figure and no place stands as a piece without one.

    Parameters
    ----------
    words
        The words of the sentence.
    toponyms
        Its place names.
    figures
        Its numbers of people.
    """
    named = {toponym.span.start for toponym in toponyms if not toponym.demonym and toponym.role not in _NO_PLACES}
    by_position = {figure.position: figure for figure in figures}
    found: list[Piece] = []
    for begin, end in _clauses(words, named, by_position):
        found += _in_clause(words, begin, end, named, by_position)
    return list(_once(found))


def _once(found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield each place once, with all its figures: "8 died in Tarsk and 4 in Lisk; 61 were hurt in Tarsk and six in Lisk"."""
    for at, piece in enumerate(found):
        if piece.name and any(piece.name == other.name for other in found[:at]):
            continue
        again = [other for other in found[at + 1 :] if piece.name and other.name == piece.name]
        yield replace(piece, figures=piece.figures + tuple(figure for other in again for figure in other.figures))


def _clauses(words: Sequence[Word], named: set[int], figures: dict[int, Figure]) -> Iterator[tuple[int, int]]:
    """Yield where the clauses between semicolons begin and end, what stands before a colon left out where it names and counts nothing."""
    begin = 0
    for at, word in enumerate(words):
        if word.low != ":" and word.low not in _WALLS:
            continue
        heads = word.low == ":" and not any(then in figures or words[then].span.start in named for then in range(begin, at))
        counts = any(then in figures for then in range(begin, at))
        if heads or (word.low in _WALLS and counts):
            if not heads:
                yield begin, at
            begin = at + 1
    yield begin, len(words)


def _in_clause(words: Sequence[Word], begin: int, end: int, named: set[int], figures: dict[int, Figure]) -> list[Piece]:
    """Take apart what stands between two semicolons: its first word that counts or names tells which comes first."""
    marks = [at for at in range(begin, end) if at in figures or words[at].span.start in named]
    if not any(at in figures for at in marks):
        return []
    if marks[0] in figures and _is_named(words, begin, marks[0]):
        marks = [begin, *marks]
    if marks[0] not in figures:
        marks = sorted({*marks, *_unknown_names(words, marks, figures)})
    named_first = marks[0] not in figures
    cuts: list[int] = []
    inside: list[int] = []
    for at in marks:
        fresh = (at not in figures) is named_first and any((other in figures) is named_first for other in inside)
        if not named_first and at in figures and inside and words[at - 1].low in {",", "and"}:
            fresh = fresh or _names_somewhere(words, inside[-1], at)
        if fresh or not cuts:
            cuts.append(_led_in(words, at, begin) if named_first else at)
            inside = []
        inside.append(at)
    bounds = [*cuts, end]
    out = []
    before: Toll | None = None
    for first, last in itertools.pairwise(bounds):
        own = tuple(figures[at] for at in marks if at in figures and first <= at < last)
        if len(own) == 1 and own[0].toll is None:
            own = (replace(own[0], like=before),)
        before = (own[0].toll or own[0].like) if len(own) == 1 else None
        begins = [at for at in marks if at not in figures and first <= at < last]
        placed = bool(begins) or _names_somewhere(words, first, last)
        name = " ".join(word.low for word in words[begins[0] : begins[0] + 2] if word.low[0].isalpha()) if begins else ""
        stop = last
        while stop - 1 > first and words[stop - 1].low in _LEADS_ON:
            stop -= 1
        out.append(Piece(Span(words[first].span.start, words[stop - 1].span.end), own, placed, name))
    names = [words[at].span for at in marks if at not in figures]
    told = [piece for piece in out if piece.figures and (piece.placed or not all(_of_them(words, f.position) for f in piece.figures))]
    return [single for piece in told for single in _each(piece, words, names)]


def _of_them(words: Sequence[Word], position: int) -> bool:
    """Say whether a number is of people counted before: "two of them children"."""
    return low_at(words, position + 1) == "of_them" or (
        low_at(words, position + 1) == "of" and low_at(words, position + 2) in {"them", "whom", "these", "those"}
    )


def _each(piece: Piece, words: Sequence[Word], names: Sequence[Span]) -> list[Piece]:
    """Return a piece for every place of "one each in Tarsk and Lisk"."""
    inside = [name for name in names if piece.span.contains(name)]
    if len(piece.figures) != 1 or len(inside) < 2 or low_at(words, piece.figures[0].position + 1) not in {"each", "apiece"}:
        return [piece]
    ends = [*(name.start for name in inside[1:]), piece.span.end]
    return [replace(piece, span=Span(name.start, end), name="") for name, end in zip(inside, ends, strict=True)]


def _unknown_names(words: Sequence[Word], marks: Sequence[int], figures: dict[int, Figure]) -> Iterator[int]:
    """Yield where names begin that nobody knows, each right before the bracket or colon of its figure: "Damar LGA (8 killed)"."""
    for last, at in itertools.pairwise(marks):
        if at not in figures or words[at - 1].low not in {"(", ":"}:
            continue
        begin = at - 1
        while begin - 1 > last and words[begin - 1].name:
            begin -= 1
        if begin < at - 1 and last in figures:
            yield begin


_BEFORE_FIGURE = frozenset(", : ( - – — lost lists counted counts had has saw reported reports mourns recorded with".split())


_LEADS_ON = frozenset(", and the while with remaining another other but plus".split())
"""Words between two places with figures that belong to neither."""

_AT = frozenset("at in near from outside off".split())


def _names_somewhere(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a place is named that nobody knows: "four at Poutas"."""
    return any(words[at].low in _AT and words[at + 1].name and words[at + 1].number is None for at in range(first, last - 1))


_ARTICLES = ("al-", "el-", "an-", "ar-", "as-", "ash-", "at-", "ad-", "az-")


def _is_named(words: Sequence[Word], begin: int, figure: int) -> bool:
    """Say whether what stands between the beginning of a clause and a figure is a name that nobody knows: "Nova Marrow, 12 dead"."""
    name = words[begin:figure]
    if len(name) < 2 or name[-1].low not in _BEFORE_FIGURE:
        return False
    name = name[:-1]
    if not name[0].low[0].isalpha() or not (name[0].name or begin == 0) or name[0].low in COMMON or is_person(name[0].low):
        return False
    return len(name) <= _LONGEST_LEAD and all(
        word.name or word.low in {"-", "de", "of", "the", "al", "el"} or word.low.startswith(_ARTICLES) for word in name[1:]
    )


def _led_in(words: Sequence[Word], position: int, begin: int) -> int:
    """Return where the words begin that lead in a name: "in the district of Tarsk"."""
    at = position
    while at > begin and position - at < _LONGEST_LEAD and words[at - 1].low in _AHEAD:
        at -= 1
    return at


_LONGEST_LEAD = 4
