"""Find the dateline: where and when a report says it was filed.

"DUSHANBE, June 14, 2016 –", "KYIV (Agency) —", "Lima, 12 Jan 90 (AGENCY) --", "KABUL: ", and wire headers on a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mapapp.report.date_words import MONTHS, WEEKDAYS
from mapapp.report.dates import find_dates
from mapapp.report.report import Dateline, Span

LONGEST_DATELINE = 200
LONGEST_HEAD = 1200
"""How far into the text a dateline may begin: behind a headline, a subtitle and an author's name."""
MOST_LINES = 8
LONGEST_HEADLINE = 200

# \x96 and \x97 are dashes of Windows-1252 that a wrong decoder left behind.
_END = re.compile(r"\s(?:-{1,3}|[–—―\x96\x97])\s|\s?(?:--|[–—―\x96\x97])\s?|:\s|\n")
# What no end lacks, found ten times faster: most lines hold none.
_MARK = re.compile(r"[\n:\-–—―\x96\x97](?:(?<=[\n–—―\x96\x97])|(?<=:)\s|(?<=-)[\s-])")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_HEADLINE_END = re.compile(r"[.!?][\"'”’]?\s{1,3}(?=\S)")
_SEPARATORS = re.compile(r"[,;|]")
_PLACE_STOPS = re.compile(r"[,;(\[|/0-9]|\s(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\s.,]+")
_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    "a al am an and at d'ivoire da das de del den der des di do dos du e el en es et in la las le les los of on sur the und upon y".split()
)
_KINDS_OF_PAPER = re.compile(
    r"\b(?:alert|briefing|bulletin|calendar|chronicle|chronology|communique|diary|digest|highlights|incidents?|journal|log|newsletter|notes?"
    r"|overview|register|reports?|review|round-?up|sheet|sitrep|situation|statement|summary|update|weekly|daily|monthly)\b",
    re.IGNORECASE,
)
"""Words of titles that name a kind of paper: what they stand in is no place."""
_MOST_PLACE_WORDS = 6
_MOST_SOURCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands before the dash, taken apart: the place, and whether a date or a source ("(Agency)") stands there too."""

    place: str
    dated: bool
    sourced: bool

    @property
    def in_capitals(self) -> bool:
        """Whether the place is written in capitals, as wires do."""
        return self.place.isupper() and len(self.place) > 1


def find_dateline(text: str, *, knows_place: Callable[[str], bool], published: date | None = None) -> Dateline | None:
    """Return the dateline, or None where the report has none.

    Parameters
    ----------
    text
        The report; only its first 1,200 characters are looked at.
    knows_place
        Says whether a name, as written, is a place's. A name it does not know is taken only where the form leaves no doubt: capitals, a
        date and a dash ("CLANDESTINE, 8 May 1990 --").
    published
        The day of publication, from which a date without a year is counted. None: such a date stays unknown.
    """
    for start, needs_capitals in _starts(text):
        found = _dateline_at(text, start, knows_place, published, needs_capitals=needs_capitals)
        if found is not None:
            return None if _heads_a_list(text, found, knows_place) else found
    return None


_LINES_BEHIND = 24
"""So many lines behind a dateline are looked at for another of its form."""


def _heads_a_list(text: str, found: Dateline, knows_place: Callable[[str], bool]) -> bool:
    """Say whether what looks like a dateline is the head of an entry: other lines begin in the same form with other places."""
    head = text[found.span.start : found.end]
    if _BRACKETS.search(head):
        return False  # agencies are named in datelines
    for number, line in enumerate(_LINE.finditer(text, found.end, min(len(text), found.end + _LIST_REACH))):
        if number >= _LINES_BEHIND:
            return False
        start = line.start() + len(line.group()) - len(line.group().lstrip(" \t\xa0•*"))
        dated = bool(_DIGIT.search(head))  # a day behind a place shows a list even where nobody knows the place
        anywhere = (lambda _: True) if dated else knows_place
        other = _dateline_at(text, start, anywhere, None, needs_capitals=False, asks_day=False) if number else None
        if other is None or other.place == found.place or not (dated or knows_place(other.place)):
            continue
        if _shape(text[other.span.end : other.end]) == _shape(text[found.span.end : found.end]):
            return True
    return False


_LIST_REACH = 4000


def _shape(rest: str) -> tuple[bool, str]:
    """Return the form of what stands between a place and the story: whether there is a day, and the mark."""
    return bool(_DIGIT.search(rest)), rest.strip()[-1:]


def _starts(text: str) -> Iterator[tuple[int, bool]]:
    """Yield where a dateline may begin, and whether its place must be in capitals there (in the middle of a line)."""
    for number, line in enumerate(_LINE.finditer(text, 0, min(len(text), LONGEST_HEAD + LONGEST_DATELINE))):
        written = line.group()
        start = line.start() + len(written) - len(written.lstrip(" \t\ufeff\xa0•*\"'“"))
        if number >= MOST_LINES or start > LONGEST_HEAD:
            return
        yield start, False
        headline = _HEADLINE_END.search(text, start, min(line.end(), start + LONGEST_HEADLINE))
        if headline:
            yield headline.end(), True
        if line.end() - start > LONGEST_HEADLINE:
            return  # the story has begun


def _dateline_at(
    text: str, start: int, knows_place: Callable[[str], bool], published: date | None, *, needs_capitals: bool, asks_day: bool = True
) -> Dateline | None:
    """Return the dateline that begins just here, or None; ``asks_day``: with the day that it names, which costs most."""
    window = text[start : start + LONGEST_DATELINE]
    if not window[:1].isupper():
        return None
    first = _MARK.search(window)
    if first is None:
        return None
    for end in _END.finditer(window, max(0, first.start() - 1)):
        written = window[: end.start()]
        place = _place(written)
        if place is None:
            return None  # what stands before the next mark is longer still: it begins like this one
        header = _take_apart(place, written[len(place) :])
        if header is None or (needs_capitals and not header.in_capitals):
            continue
        mark = _behind_date(window, end)
        if mark is not end:
            header = replace(header, dated=True)
        if _convinces(header, mark.group().strip(), window[mark.end() :].lstrip(), knows_place):
            story = len(window) - len(window[mark.end() :].lstrip(" \t\xa0"))
            filed = _filed(window[: mark.start()], published) if asks_day else None
            return Dateline(header.place, Span(start, start + len(header.place)), filed, start + story)
    return None


def _behind_date(window: str, end: re.Match[str]) -> re.Match[str]:
    """Return the next mark instead, where only a date stands before it: "Aktobe – 6 June 2016 – …"."""
    following = _END.search(window, end.end())
    return following if following and _is_date(window[end.end() : following.start()]) else end


def _convinces(header: _Header, mark: str, story: str, knows_place: Callable[[str], bool]) -> bool:
    """Weigh the form: the less there is of it (no date, no source, no capitals), the more the rest must say."""
    if _KINDS_OF_PAPER.fullmatch(header.place):
        return False  # "Log", "Report": also names of villages
    if not mark:  # a header on a line of its own
        shaped = header.dated or (header.sourced and header.in_capitals)
        return shaped and knows_place(header.place)
    if not knows_place(header.place):
        return header.in_capitals and header.dated and mark != ":" and _KINDS_OF_PAPER.search(header.place) is None
    if mark == ":":
        return header.in_capitals or header.dated
    return header.in_capitals or header.dated or header.sourced or story[:1].isupper() or story[:1] in "\"“'«[¿¡"


def _place(written: str) -> str | None:
    """Return the place that stands first before the mark; None where it is no name."""
    stop = _PLACE_STOPS.search(written)
    place = written[: stop.start() if stop else len(written)].rstrip()
    if place.lower() in MONTHS and _DIGIT.match(written[len(place) :].lstrip()):
        return None  # "March 22: ..." begins with a day
    return place if _is_name(place, _MOST_PLACE_WORDS) else None


def _take_apart(place: str, rest: str) -> _Header | None:
    """Take apart what stands between the place and the mark; None where it is more than dates and sources."""
    bracketed = _BRACKETS.findall(rest)
    pieces = [piece.strip(" \t.") for piece in _SEPARATORS.split(_BRACKETS.sub(",", rest).replace("/", ","))]
    pieces = [piece for piece in pieces if piece]
    dated = sourced = False
    for piece in pieces:
        if _is_date(piece):
            dated = True
        elif _is_name(piece, _MOST_SOURCE_WORDS):
            sourced = True
        else:
            return None
    return _Header(place, dated or any(map(_is_date, bracketed)), sourced or bool(bracketed))


def _is_name(written: str, most_words: int) -> bool:
    """Say whether it looks like a name: a few words with capitals, joined by small ones."""
    words = written.split()
    if not words or len(words) > most_words or len(written) > 60 or not words[0][:1].isupper():
        return False
    return all(word[0].isupper() or word.lower() in _SMALL_WORDS or word[0] in "'’`" for word in words)


def _is_date(written: str) -> bool:
    """Say whether it is made of months, weekdays and numbers only."""
    words = _WORDS.findall(written.replace("-", " ").replace("/", " "))
    if not words or len(words) > 5:
        return False
    if all(map(str.isdigit, words)) and _IN_NUMBERS.search(written) is None:
        return False  # "Marrow: 12, 40" is a row of figures
    return all(map(_is_date_word, words))


_IN_NUMBERS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|^\W*(?:19|20)\d\d\W*$")


def _is_date_word(word: str) -> bool:
    small = word.lower()
    return small in MONTHS or small in WEEKDAYS or (word.isdigit() and len(word) <= 4) or _ORDINAL.fullmatch(word) is not None


def _filed(header: str, published: date | None) -> date | None:
    """Return the day that the header names, or None where it cannot be told (no year, and no day of publication)."""
    if not _DIGIT.search(header):
        return None
    days = [mention.start for mention in find_dates(header, base=published) if mention.precision == "day" and mention.how == "explicit"]
    return days[0] if days else None
