"""Where one sentence tells of several incidents: other clauses with another place or day, and figures given place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import DETERMINERS, PREPOSITIONS, PRONOUNS
from mapapp.incidents.wording.persons import GENERIC
from mapapp.incidents.wording.words import Word
from mapapp.report.date_counts import UNITS
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

MOST_CUTS = 6
"""Clauses looked at in one sentence."""

_JOINS = frozenset("and while but whereas".split())
"""Words that may join the tellings of two incidents."""

_BEHIND_COMMA = PREPOSITIONS - {"including"}
_OPENING = DETERMINERS | PREPOSITIONS | PRONOUNS | {"a", "an", "at_least", "about", "some"}
"""Words with which the second telling may begin."""

_MEMORY_JOINS = frozenset("when where which that".split())
"""Words behind which an earlier incident is recalled."""


def cuts(words: Sequence[Word], triggers: Sequence[Trigger], tolls: Sequence[Toll]) -> list[int]:
    """Return the positions where a clause may begin that tells of another incident: something is told on either side.

    Parameters
    ----------
    words
        The words of the sentence.
    triggers
        What tells of an incident.
    tolls
        Numbers of people.
    """
    told = sorted(
        [t.span.start for t in triggers if not t.known and t.part is not Part.MEANS] + [toll.verb.start for toll in tolls if not toll.part]
    )
    if len(told) < 2:
        return []
    found = []
    for position, word in enumerate(words[:-1]):
        start = words[position + 1].span.start
        if told[0] < word.span.start and start <= told[-1] and _joins(words, position) and not _describes(words, triggers, position):
            found.append(position + 1)
    return found[:MOST_CUTS]


def _describes(words: Sequence[Word], triggers: Sequence[Trigger], position: int) -> bool:
    """Say whether a relative clause only tells more of the event named before it: "the attack that killed three"."""
    if words[position].low not in {"that", "which"} or not position:
        return False
    return any(trigger.span.overlaps(words[position - 1].span) for trigger in triggers)


def _joins(words: Sequence[Word], position: int) -> bool:
    """Say whether a clause with a subject of its own may begin behind this word."""
    low, following = words[position].low, words[position + 1]
    if low in {";", ":"} or low in _MEMORY_JOINS or counts_back(words, position + 1):
        return True
    if low == ",":
        return following.number is not None or following.low in _BEHIND_COMMA
    if low not in _JOINS:
        return False
    opens = following.low in _OPENING
    return opens or following.number is not None or following.name or words[position - 1].low == ","


def recalls(words: Sequence[Word], position: int) -> bool:
    """Say whether the clause that begins here may recall: "…, when …", "…, where …"."""
    return words[position - 1].low in _MEMORY_JOINS


def counts_back(words: Sequence[Word], position: int) -> bool:
    """Say whether the clause that begins here tells what the news came after: "…, two weeks after | gunmen shot five guards"."""
    return position > 1 and words[position - 1].low == "after" and words[position - 2].low in UNITS


@dataclass(frozen=True, slots=True)
class Share:
    """A figure given for one place: "five in the harbour" behind "eight people drowned at the mill"."""

    first: int
    last: int
    number: int
    span: Span


_OF_PEOPLE = GENERIC | frozenset("bodies of them were died killed dead injured wounded women men children and".split())
_SUFFERED = frozenset("was were".split())
_WALLS = frozenset(", ; : . and who which when where".split())
_AT = frozenset("in at near from outside around".split())
LARGEST_SHARE = 100_000
"""People. No one place has a larger figure told in passing."""


def shares(words: Sequence[Word], toponyms: Sequence[Toponym], tolls: Sequence[Toll]) -> list[Share]:
    """Return the figures that a sentence gives place by place without a verb of their own.

    Parameters
    ----------
    words
        The words of the sentence.
    toponyms
        Its place names.
    tolls
        Its numbers of people; the first says what befell them.
    """
    if not tolls or not toponyms:
        return []
    begins = {toponym.span.start for toponym in toponyms}
    found = [share for share in _shares(words, begins, tolls[0].effect) if words[share.first].span.start > tolls[0].verb.start]
    return side_by_side(found, words)


def side_by_side(found: Sequence[Share], words: Sequence[Word]) -> list[Share]:
    """Return shares in order of the text, each reaching to where the next one begins, the last to the end of the sentence."""
    ends = [share.first for share in found[1:]] + [len(words)]
    return [
        Share(share.first, end, share.number, Span(words[share.first].span.start, words[end - 1].span.end))
        for share, end in zip(found, ends, strict=False)
    ]


def _shares(words: Sequence[Word], begins: set[int], effect: Effect) -> Iterator[Share]:
    for position, word in enumerate(words):
        if not position or word.number is None or word.number > LARGEST_SHARE or words[position - 1].low not in {",", "and", ":", ";"}:
            continue
        at = position + 1
        while at < len(words) and at < position + 4 and words[at].low in _OF_PEOPLE:
            at += 1
        if at < len(words) and words[at - 1].low in _SUFFERED:
            at = next((then for then in range(at, min(at + 7, len(words))) if words[then].low in _AT or words[then].low in _WALLS), at)
        if at >= len(words) or words[at].low not in _AT:
            continue
        if any(EFFECTS.get(words[told].low, (effect,))[0] is not effect for told in range(position + 1, at)):
            continue  # "two were killed and 11 wounded in the town"
        if any(words[after].span.start in begins for after in range(at + 1, min(at + 5, len(words)))):
            yield Share(position, len(words), word.number, word.span)


def toll_of(share: Share, words: Sequence[Word], like: Toll) -> Toll:
    """Build the toll of one place: what befell the others before befell these."""
    number = words[share.first]
    return Toll(like.effect, Count(share.number, share.number, share.number), number.span, number.span, "", attackers=like.attackers)
