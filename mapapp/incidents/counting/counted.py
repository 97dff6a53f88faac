"""Figures before or behind a noun of death or harm: "three deaths", "the killing of two", "the bodies of five men were found"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mapapp.incidents.counting.chains import objects_after, people_after
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.heads import UNITS
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import CIVILIANS
from mapapp.report.report import Span

_RECALLING = frozenset(
    """
    against over mourn mourning avenge avenging accused suspect suspected wanted convicted charged trial investigation anniversary
    remembering commemorating honouring honoring
    """.split()
)
"""Words before "the killing of two" or "nine lives" that make it a matter of the past."""


def noun_of(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the killing of two", "the bodies of five"; not "protests over the killing of two"."""
    if any(clauses.low(at) in _RECALLING for at in range(position - 4, position)):
        return
    people = objects_after(clauses.words, clauses.phrases, position)
    word = clauses.words[position]
    if word.low == "death_of" and word.span.end - word.span.start == len("loss of"):
        people = [phrase for phrase in people if phrase.head]  # not "loss of four million"
        number = clauses.words[position + 1].number if position + 1 < len(clauses.words) else None
        if number is not None and clauses.low(position + 2) in {"hands", "souls"}:
            people = [NounPhrase(position + 1, position + 3, exactly(number), "")]
    yield from tolls_for(clauses, effect, position, people)


def counted(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three deaths", "14 civilian fatalities"."""
    if any(clauses.low(at) in _RECALLING for at in range(position - 4, position)):
        return
    for first in range(max(0, position - 4), position):
        number = clauses.words[first].number
        if clauses.low(first) == "a" and first == position - 1:
            number = 1
        if number is None or any(_parts(clauses, between) for between in range(first + 1, position)):
            continue
        hedges = {clauses.low(first - 1)}
        count = exactly(number)
        if hedges & {"at_least", "more_than", "over"}:
            count = Count(number, number, None)
        span = Span(clauses.words[first].span.start, clauses.words[position].span.end)
        unarmed = any(clauses.low(between) in CIVILIANS for between in range(first, position))
        more = any(clauses.low(at) in _MORE for at in range(first - 1, position))
        yield Toll(effect, count, span, clauses.words[position].span, "", bare=True, civilians=unarmed, more=more)
        yield from tolls_for(clauses, effect, position, people_after(clauses.words, clauses.phrases, position))
        return


_BETWEEN = frozenset(", and of in to after before since following cases".split()) | UNITS


def _parts(clauses: Clauses, at: int) -> bool:
    """Say whether a word parts a number from the noun behind it: "8,900 cases, 301 deaths", "two days after the deaths"."""
    return clauses.low(at) in _BETWEEN or clauses.words[at].number is not None


_MORE = frozenset("more further additional another other".split())

_FOUND = frozenset(
    "received counted brought ashore washed arrived found recovered discovered retrieved pulled dumped exhumed unearthed lay lying".split()
)


def bodies(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the bodies of three men were found", "found 12 bodies"."""
    left_behind = any(word.low in _LEFT for word in clauses.words[:position])
    if not left_behind and not any(word.low in _FOUND for word in clauses.words):
        return
    if clauses.low(position) == "body":
        yield from _own_body(clauses, position, effect)
        return
    if clauses.low(position) == "bodies_of":
        yield from noun_of(clauses, position, effect)
    else:
        first = next(iter(clauses.phrases), None)
        own = left_behind and first is not None and first.attackers  # "the raiders left three bodies behind"
        yield from (replace(toll, attackers=own) for toll in counted(clauses, position, effect) if own or not left_behind)


def _further(clauses: Clauses, first: int) -> bool:
    """Say whether a body is one more: "another body", "a 12th body"."""
    following = clauses.low(first + 1)
    return clauses.low(first) == "another" or (following[:1].isdigit() and following.endswith(("th", "nd", "rd", "st")))


_LEFT = frozenset({"left", "leaving", "abandoned", "abandoning"})


def _own_body(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "a fisherman's body was found", "an unidentified body"."""
    first = next((at for at in range(position - 1, max(-1, position - 6), -1) if clauses.low(at) in {"a", "an", "another"}), None)
    if clauses.low(position + 2) == "that":
        return  # "an official body found that ..."
    if first is not None and not any(clauses.low(at) in {"of", "in", ",", "and"} for at in range(first, position)):
        span = Span(clauses.words[first].span.start, clauses.words[position].span.end)
        yield Toll(effect, exactly(1), span, clauses.words[position].span, "", bare=True, more=_further(clauses, first))
