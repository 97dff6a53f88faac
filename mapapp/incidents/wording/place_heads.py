"""Heads that lines run on from: "Tarsk - Two men …", "Tarsk, Marrow district, 6 January. Two men …", "Other news. Two men …"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mapapp.incidents.wording.place_words import AREA_NOUNS
from mapapp.report.dates import DateMention
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

FEWEST_RUN_IN = 3
"""Lines that begin with a few words and a stop; so many are no short sentences but heads."""

MOST_WORDS = 9
"""Words of a head."""

FEWEST_HEADS = 2
"""Lines with such a head that make a list; a single one may be where the report was filed."""

LONGEST_HEAD = 90
"""Characters of a head."""

_MARKS = " \t•●▪◦‣*·➤►–—-()0123456789.▪️"
_END = re.compile(r"\.(?=[ ]\S)|\s[-–—]{1,2}(?=[ ]\S)|(?=\n)")
_ROOM = re.compile(
    r"(?:\d{1,3}(?:[.,]\d{1,2})?\s?(?:km|kilomet(?:er|re)s|miles?|nm)\b|\d{1,2}[:.h]\d\d|\d{4}(?=\s?(?:h|hrs|lt|utc|z|hours)\b)"
    r"|\b(?:north|south|east|west|northern|southern|eastern|western|north-?east|north-?west|south-?east|south-?west|n|s|e|w|ne|nw|se|sw"
    r"|near|of|the|in|on|at|off|and|outside|around|about|between|from|to|upper|lower|central|suburb|village|quarter|area|market|road|street"
    r"|bridge|river|island|coast|bay|anchorage|port|harbour|harbor|strait|camp|refugee|commune|suburbs|outskirts|ward|sector|zone|region"
    r"|morning|afternoon|evening|night|noon|midnight|dawn|dusk|late|early|hours|hrs|lt|utc|gmt|local|time|am|pm|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[\s,()/.:–—'’-])",
    re.IGNORECASE,
)
"""What may stand in a head beside names and days: how far off, the time of day, kinds of places."""


def place_heads(text: str, toponyms: Sequence[Toponym], dates: Sequence[DateMention]) -> Mapping[int, int]:
    """Return where the names begin that head the entries of a list by place, and where their heads end.

    A head opens a line and has nothing but names and days, up to a stop or a dash; two lines at least have one of the same kind.

    Parameters
    ----------
    text
        The report.
    toponyms
        Its place names, in order.
    dates
        Its dates, in order.
    """
    found: dict[int, tuple[int, str]] = {}
    for toponym in toponyms:
        start = toponym.span.start
        line_start = text.rfind("\n", 0, start) + 1
        if toponym.demonym or toponym.role is Role.ORGANISATION or start - line_start > LONGEST_HEAD // 2:
            continue
        prefix = text[line_start:start]
        if prefix.strip(_MARKS) and _other_words(text, Span(line_start, start), (), dates):
            continue
        head = line_start + len(prefix) - len(prefix.lstrip(_MARKS)) if prefix.strip(_MARKS) else start
        if head in found:
            continue
        end = _END.search(text, toponym.span.end, start + LONGEST_HEAD)
        if end is None or not end.group() or _other_words(text, Span(toponym.span.end, end.start()), toponyms, dates):
            continue
        found[head] = (end.end(), f"{text[line_start:head].strip()[:1]}{end.group().strip()[:1]}")
    kinds = Counter(kind for _, kind in found.values())
    return {start: end for start, (end, kind) in found.items() if kinds[kind] >= FEWEST_HEADS}


@dataclass(frozen=True, slots=True)
class RunIn:
    """Heads with a stop that lines run on from. ``places``: where heads of entries begin, and end; ``sections``: where others begin."""

    places: Mapping[int, int]
    sections: frozenset[int]


def run_in_heads(text: str, toponyms: Sequence[Toponym], known: Mapping[int, int]) -> RunIn:
    """Return the heads of paragraphs in a paper whose paragraphs begin with a name, or with a few words, and a stop.

    Parameters
    ----------
    text
        The report.
    toponyms
        Its place names, in order.
    known
        The heads of nothing but names and days, by :func:`place_heads`.
    """
    found = [match for match in _RUN_IN.finditer(text) if _is_run_in(match)] if text.count("\n") >= FEWEST_RUN_IN else []
    begins = {toponym.span.start for toponym in toponyms if not toponym.demonym}
    places = {match.start("head"): match.end() for match in found if match.start("head") in begins}
    named = {match.start("head"): match.end() for match in found if all(word[:1].isupper() for word in match["head"].split())}
    if len(found) < FEWEST_RUN_IN or not (places or known) or len({*named, *places, *known}) < FEWEST_HEADS:
        return RunIn({}, frozenset())
    heads = {**named, **places}
    return RunIn(heads, frozenset(match.start("head") for match in found if match.start("head") not in {*heads, *known}))


_RUN_IN = re.compile(r"^[ \t•●▪◦‣*·➤►–—-]{0,6}(?P<head>[^\W\d_a-z][^.:;!?\n]{1,59})\.(?= \S)", re.MULTILINE)
_VERBS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|might|shall|should|must|did|does|do|said|says|he|she|they|it|we|I|you"
    r"|\w{2,20}(?:ed|n't))\b"
)
_VERBS_OF_EVENTS = re.compile(
    r"\b(?:died|fell|hit|shot|burnt|came|went|took|fled|left|broke|struck|sank|blew|lost|gave|found|held|got|set|rose)\b"
)


def _is_run_in(match: re.Match[str]) -> bool:
    """Say whether the first words of a line are a head and no sentence: no verb, few words; a day may stand behind the name."""
    head = match["head"]
    if len(head.split()) > MOST_WORDS or _VERBS_OF_EVENTS.search(head):
        return False
    rest = head.split(",", 2)[2] if head.count(",") > 1 else ""
    return _VERBS.search(head.removesuffix(rest)) is None


_BEGIN = attrgetter("span.start")


def _from(items: Sequence[Toponym] | Sequence[DateMention], offset: int) -> int:
    """Return the position of the first item that begins at an offset or behind it."""
    return bisect_left(items, offset, key=_BEGIN)


def _other_words(text: str, stretch: Span, toponyms: Sequence[Toponym], dates: Sequence[DateMention]) -> bool:
    """Say whether a stretch of text has words that neither name a place or a day nor say how far off one is."""
    rest = stretch.of(text)
    inside = [item.span for items in (toponyms, dates) for item in items[_from(items, stretch.start) : _from(items, stretch.end)]]
    for span in sorted(inside, reverse=True):
        rest = rest[: span.start - stretch.start] + " " + rest[span.end - stretch.start :]
    words = _ROOM.sub(" ", rest).split()
    return any(word.lower() not in AREA_NOUNS for word in words)
