"""Figures listed by the names of places: "Arcadia had 31 deaths, followed by Borealia with 16 and Cordia with 10", "…, Ombra 5"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.incidents.counting.tables import COLUMNS
from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.clauses import LARGEST_SHARE, Share, side_by_side
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.wording.place_words import AREA_NOUNS
from mapapp.incidents.wording.words import Word
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_BEFORE_NAME = frozenset({",", ";", ":", "and", "by", "in", "while", "with", "the"})
_LINKS = frozenset({"with", "had", "reported", "recorded", "counted", "(", ":", "saw", "-", "–"})
_PEOPLE = frozenset("deaths dead people fatalities killed bodies victims casualties".split())
_ENDS = frozenset({",", ";", ".", "and", ")", "while"})


def named_shares(words: Sequence[Word], toponyms: Sequence[Toponym], tolls: Sequence[Toll]) -> list[Share]:
    """Return the figures that stand behind the name of their place, after a figure that says what befell the people.

    Parameters
    ----------
    words
        The words of the sentence.
    toponyms
        Its place names.
    tolls
        Its numbers of people.
    """
    if not tolls or len(toponyms) < 2:
        return []
    ends = {toponym.span.start: toponym.span.end for toponym in toponyms if not toponym.demonym}
    found = [share for share in _shares(words, ends) if share.span.start > tolls[0].span.end]
    return side_by_side(found, words) if found else []


def named_toll(share: Share, words: Sequence[Word], like: Toll) -> Toll:
    """Build the toll of one place: what befell the others before befell these."""
    number = next(word for word in words[share.first :] if word.number == share.number)
    return Toll(like.effect, Count(share.number, share.number, share.number), number.span, number.span, "", attackers=like.attackers)


@dataclass(frozen=True, slots=True)
class FigureList:
    """A list of bare figures behind what they count: "Deaths by town, 12 so far: Marrow 7, Ombra 5"."""

    whole: Toll | None
    like: Toll
    shares: tuple[Share, ...]


def figure_list(words: Sequence[Word], toponyms: Sequence[Toponym]) -> FigureList | None:
    """Return the figures that a sentence lists behind a colon by the names of places, None where it lists none.

    Parameters
    ----------
    words
        The words of the sentence.
    toponyms
        Its place names.
    """
    colon = next((position for position, word in enumerate(words[:_LONGEST_HEAD]) if word.low == ":"), None)
    if colon is None or len(toponyms) < 2:
        return None
    head = next(((position, COLUMNS[word.low]) for position, word in enumerate(words[:colon]) if word.low in COLUMNS), None)
    if head is None or head[1] is None:
        return None
    ends = {toponym.span.start: toponym.span.end for toponym in toponyms if not toponym.demonym}
    found = [share for share in _shares(words, ends) if share.first > colon]
    if len(found) < 2 or found[0].first != colon + 1:
        return None
    verb = words[head[0]].span
    like = Toll(head[1], Count(None, None, None), verb, verb, "")
    beside = [
        word
        for word in words[max(0, colon - 2) : colon]
        if word.number is not None and word.number <= LARGEST_SHARE and word.number not in _YEARS
    ]
    total = sum(share.number for share in found)
    number = next((word.number for word in beside if word.number is not None and word.number >= total), None)
    whole = Toll(head[1], Count(number, number, number), beside[0].span, verb, "") if number else None
    return FigureList(whole, like, tuple(side_by_side(found, words)))


_YEARS = range(1900, 2100)

_LONGEST_HEAD = 16
"""Words before the colon of such a list."""


def _shares(words: Sequence[Word], ends: dict[int, int]) -> Iterator[Share]:
    for position, word in enumerate(words):
        end = ends.get(word.span.start)
        if end is None or not position or words[position - 1].low not in _BEFORE_NAME:
            continue
        at = position
        while at < len(words) and words[at].span.start < end:
            at += 1
        while at < len(words) and at < position + 8 and words[at].low in AREA_NOUNS | _LINKS:
            at += 1
        number = words[at].number if at < len(words) else None
        if number is None or number > LARGEST_SHARE:
            continue
        after = at + 1
        while after < len(words) and words[after].low in _PEOPLE:
            after += 1
        if after >= len(words) or words[after].low in _ENDS:
            yield Share(position, len(words), number, Span(word.span.start, words[at].span.end))
