"""Tell the line breaks an author meant from those that a typewriter, a wire or a PDF put in."""

from __future__ import annotations

import re
from itertools import pairwise

from mapapp.report.report import Span

_BREAK = r"(?>\r\n|[\r\n\x0b\x85\u2028])"
_BLANK_LINE = re.compile(rf"{_BREAK}(?:[^\S\r\n\x0b\x0c\x85\u2028\u2029]*{_BREAK})+|[\x0c\u2029]")
_LINE = re.compile(r"[^\r\n\x0b\x85\u2028]+")
_BULLET = re.compile(r"(?:[•●▪◦‣*·]|[-–—]{1,2}|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_FIRST_WORD = re.compile(r"\S{1,60}")
_GOES_ON = re.compile(r"(?:[,;:/&(-]|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))$", re.IGNORECASE)

SHORTEST_COLUMN = 32
"""Columns narrower than this many characters are not set; shorter lines are lists, headlines and addresses."""
RAGGEDNESS = 0.15
"""By how much of the column's width a wrapped line may fall short of it: proportional type in PDFs varies about so much."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the stretches of text between deliberate breaks, in order, without the white space around them.

    Deliberate is: a blank line, a form feed, a line that was ended although the next word would have fitted into the column, a bullet.
    """
    found: list[Span] = []
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        found.extend(_unwrapped(text, start, blank.start()))
        start = blank.end()
    found.extend(_unwrapped(text, start, len(text)))
    return tuple(found)


def _unwrapped(text: str, start: int, end: int) -> list[Span]:
    """Split a block without blank lines where its lines were ended on purpose."""
    lines = [span for match in _LINE.finditer(text, start, end) if (span := _trimmed(text, match.start(), match.end())) is not None]
    if not lines:
        return []
    width = max(SHORTEST_COLUMN, *(line.end - line.start for line in lines))
    found = []
    begin = lines[0].start
    for line, following in pairwise(lines):
        if _ends_on_purpose(text, line, following, width):
            found.append(Span(begin, line.end))
            begin = following.start
    found.append(Span(begin, lines[-1].end))
    return found


def _ends_on_purpose(text: str, line: Span, following: Span, width: int) -> bool:
    """Say whether the line was ended although there was room for more, and the next one does not simply go on."""
    if _BULLET.match(text, following.start, following.end):
        return True
    if text[following.start].islower() or _GOES_ON.search(text, max(line.start, line.end - 8), line.end):
        return False
    word = _FIRST_WORD.match(text, following.start, following.end)
    needed = line.end - line.start + 1 + (len(word.group()) if word else 0)
    return needed <= width * (1 - RAGGEDNESS)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, None if nothing is left."""
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    return Span(start + left, start + right) if left < right else None
