"""Tell the line breaks an author meant from those that a typewriter, a wire or a PDF put in."""

from __future__ import annotations

import re
from itertools import pairwise

from mapapp.report.report import Span

# One break, in one way only: Python before 3.11.5 misreads groups that are not to give back ("(?>…)", "(…)++").
_BREAK = r"(?:\r\n|\r(?!\n)|[\n\x0b\x85\u2028])"
# Begins with a set of characters, so that the search runs from one to the next; then: "form feed, or the rest of a break and more breaks".
_BLANK_LINE = re.compile(
    r"[\r\n\x0b\x0c\x85\u2028\u2029](?:(?<=[\x0c\u2029])|(?:(?<=\r)\n|(?<!\r)|(?<=\r)(?!\n))"
    rf"(?:[^\S\r\n\x0b\x0c\x85\u2028\u2029]*+{_BREAK})+)"
)
# A line without the white space at its ends.
_LINE = re.compile(r"\S(?:[^\r\n\x0b\x85\u2028]*\S)?")
_BULLET = re.compile(r"(?:[•●▪◦‣*·]|[-–—]{1,2}|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_DATED = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}(?:\s\d{4})?|[A-Z][a-z]{2,8}\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})"
    r"(?:\s[-–—|]|:)\s"
)
"""A day with a mark behind it, as an entry of a register begins: "12 May 2014: ..."."""
_HEADED = re.compile(
    r"(?:(?:19|20)\d\d:|[0-3]\d[./][01]\d\.?(?:\s[-–—|]|:|(?=\s[A-Z]))"
    r"|(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d(?:\s?(?:h|hrs|hours|[ap]\.?m\.?))?|[0-5]\d\s?(?:h|hrs|hours))\s?(?:[-–—|:.,]|(?=\s[A-Z][a-z]))"
    r"|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:s|rs|urs)?\b\.?,?\s(?:[0-3]?\d\s?[/|:–—-]|[0-2]?\d[:.][0-5]\d|[01]?\d\s?[ap]\.?m)\.?,?"
    r"|[A-Z][\w'’.-]{1,20}(?:,?\s[A-Z(][\w'’.)-]{1,20}){0,3}(?:\s?:|\s[-–—])(?=\s(?:\d|nil\b|dead\b))"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,?\s\d{1,2}(?:st|nd|rd|th)?(?:\s[A-Z][a-z]{2,8})?)?\s?[.:–—-])\s"
)
"""What an entry of a log begins with: a day without its year, a clock time, a weekday, a name with its figure.

"14/04 - ...", "06:40 ...", "Monday: ...", "Thu 28 / ...", "Kano: 3 dead".
"""
_STOPPED = frozenset(".!?;)")
_FIRST_WORD = re.compile(r"\S{1,60}")
_GOES_ON = re.compile(r"(?:[,;:/&(-]|\b(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))$", re.IGNORECASE)

SHORTEST_COLUMN = 32
"""Columns narrower than this many characters are not set; shorter lines are lists, headlines and addresses."""
RAGGEDNESS = 0.15
"""By how much of the column's width a wrapped line may fall short of it: proportional type in PDFs varies about so much."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the stretches of text between deliberate breaks, in order, without the white space around them.

    Deliberate is: a blank line, a form feed, a line that was ended although the next word would have fitted into the column, a bullet, a
    day with a colon, the clock time or weekday of an entry behind another.
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
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    if not lines:
        return []
    width = max(SHORTEST_COLUMN, *(end - start for start, end in lines))
    found = []
    begin = lines[0][0]
    for line, following in pairwise(lines):
        if _ends_on_purpose(text, line, following, width):
            found.append(Span(begin, line[1]))
            begin = following[0]
    found.append(Span(begin, lines[-1][1]))
    return found


def _ends_on_purpose(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Say whether the line was ended although there was room for more, and the next one does not simply go on."""
    if _BULLET.match(text, *following) or _DATED.match(text, *following):
        return True
    start, end = line
    if _HEADED.match(text, *following) and (text[end - 1] in _STOPPED or _HEADED.match(text, *line)):
        return True
    longest = width * (1 - RAGGEDNESS)
    # The dear question last: most lines are full.
    if end - start + 2 > longest or text[following[0]].islower() or _GOES_ON.search(text, max(start, end - 8), end):
        return False
    word = _FIRST_WORD.match(text, *following)
    return end - start + 1 + (len(word.group()) if word else 0) <= longest
