"""Headings and labels that name a place: "Mirado: two people died", a line "In Mirado" above a list; it holds for what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.incidents.placing.site_cues import usable
from mapapp.report.date_words import MONTHS, WEEKDAYS
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

LONGEST_HEADING = 60
"""Characters of a line that is a heading, or of a label before a colon."""

LONGEST_LEAD = 60
"""Characters of the place and day that open the line of an entry: "Count 2. Mirado, 9 July 1992. …"."""

FARTHEST_HEADING = 4000
"""Characters below a heading for which it still holds."""

_LABEL = re.compile(r"[ \t]{0,8}(?:[-–—•●▪◦‣*·]{1,2}|\(?\w{1,2}[.)])?[ \t]{0,4}(?P<label>[^\n:]{2,60}?)(?::[ \t]|[ \t][–—-]{1,2}[ \t])")
_ENDS_SENTENCE = re.compile(r"[.!?…\"”’,;]$")
_BULLET = re.compile(r"^[ \t]{0,8}(?:[-–—•●▪◦‣*·]|\(?\d{1,2}[.)][ \t])")
_ONLY_NAMED = re.compile(
    r"[ \t]{0,8}(?=[^\w\s]|\(?\d|\(?\w[.)]\s|(?:count|case|item|record|entry|incident|no\.?)\s\w{1,4}\b)(?:[^.\n]{1,40}\.\s{1,2}){1,3}",
    re.IGNORECASE,
)
"""The mark, the place and the day of an entry; without the mark they are a dateline."""

_SMALL_WORD = re.compile(r"\b[a-z][a-z'’-]+\b")
_HEADING_WORDS = frozenset(
    "in the at of and near around from province district region area city town north south east west northern southern eastern western"
    " governorate state county oblast department update situation incidents events security".split()
)
_ENTRY_WORDS = frozenset({*MONTHS, *WEEKDAYS, "count", "case", "item", "record", "entry", "incident", "no", "hrs", "hours", "utc"})


def topic_of(text: str, sentence: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the place that the label of a sentence's line, or the heading above it, puts it at; None where there is none.

    Parameters
    ----------
    text
        The report.
    sentence
        Whose place is asked for.
    named
        All names of the report, in order.
    """
    line_start = text.rfind("\n", 0, sentence.start) + 1
    label = _LABEL.match(text, line_start, line_start + LONGEST_HEADING + 20)
    if label is not None and (found := _place_in(text, Span(*label.span("label")), named)) is not None:
        return found
    if line_start < sentence.start <= line_start + LONGEST_LEAD:
        lead = Span(line_start, sentence.start)
        if _ONLY_NAMED.fullmatch(text, line_start, sentence.start) and (found := _place_in(text, lead, named)) is not None:
            return found
    return _heading_above(text, line_start, named)


def _heading_above(text: str, line_start: int, named: Sequence[Toponym]) -> Toponym | None:
    """Return the place of the nearest heading above a line; a heading without a place ends the search."""
    end = line_start - 1
    floor = max(0, line_start - FARTHEST_HEADING)
    while end > floor:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if start > 0 and _is_heading(line):
            return _place_in(text, Span(start, end), named)
        end = start - 1
    return None


def _is_heading(line: str) -> bool:
    """Say whether a line is a heading: short, no sentence, no bullet."""
    if not 2 <= len(line) <= LONGEST_HEADING or _ENDS_SENTENCE.search(line) or _BULLET.match(line):
        return False
    small = set(_SMALL_WORD.findall(line))
    return line.endswith(":") or line.isupper() or small <= _HEADING_WORDS


def _place_in(text: str, span: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the only place that a heading or label names, where little else stands in it."""
    inside = [toponym for toponym in named if span.contains(toponym.span)]
    if not inside or inside[0].place is None or not (usable(inside[0]) or _heads_an_item(text, span, inside[0])):
        return None
    rest = span.of(text)
    for toponym in inside:
        rest = rest.replace(toponym.text, " ")
    others = {word.lower() for word in re.findall(r"[^\W\d_]+", rest)}
    return inside[0] if others <= _HEADING_WORDS | _ENTRY_WORDS else None


_ITEM = re.compile(r"^[^\W\d_a-z][^\n:.]{2,40}(?::|\s[-–—]{1,2})\s", re.MULTILINE)
LEAST_ITEMS = 3
"""So many lines with a label are a list, in which what looks like a dateline is the place of one item."""


def _heads_an_item(text: str, span: Span, toponym: Toponym) -> bool:
    """Say whether what looks like a dateline heads one line of a list."""
    return toponym.role is Role.DATELINE and bool(text[: span.start].strip()) and len(_ITEM.findall(text)) >= LEAST_ITEMS
