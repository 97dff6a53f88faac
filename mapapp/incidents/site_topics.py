"""Headings and labels that name a place: "Mirado: two people died", a line "In Mirado" above a list; it holds for what stands below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.incidents.site_cues import usable
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

LONGEST_HEADING = 60
"""Characters of a line that is a heading, or of a label before a colon."""

FARTHEST_HEADING = 4000
"""Characters below a heading for which it still holds."""

_LABEL = re.compile(r"[ \t]{0,8}(?:[-–—•●▪◦‣*·]{1,2}|\(?\w{1,2}[.)])?[ \t]{0,4}(?P<label>[^\n:]{2,60}?)(?::[ \t]|[ \t][–—-]{1,2}[ \t])")
_ENDS_SENTENCE = re.compile(r"[.!?…\"”’,;]$")
_BULLET = re.compile(r"^[ \t]{0,8}(?:[-–—•●▪◦‣*·]|\(?\d{1,2}[.)][ \t])")
_SMALL_WORD = re.compile(r"\b[a-z][a-z'’-]+\b")
_HEADING_WORDS = frozenset(
    "in the at of and near around from province district region area city town north south east west northern southern eastern western"
    " governorate state county oblast department update situation incidents events security".split()
)


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
    if not inside or not usable(inside[0]) or inside[0].place is None:
        return None
    rest = span.of(text)
    for toponym in inside:
        rest = rest.replace(toponym.text, " ")
    others = {word.lower() for word in re.findall(r"[^\W\d_]+", rest)}
    return inside[0] if others <= _HEADING_WORDS else None
