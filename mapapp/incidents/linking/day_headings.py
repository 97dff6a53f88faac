"""Days that head a section or a line: "FRIDAY 29 JUNE" alone on its line, "Monday. Some 200 rebels …"; what follows is of that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.wording.entries import is_title
from mapapp.report.dates import DateMention
from mapapp.report.report import Span

LONGEST_HEADING = 48
"""Characters of a line that is only a day."""

FEWEST_HEADINGS = 2
"""A single line that is only a day may be that on which the paper was written."""

_AROUND = re.compile(
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|date|day|night|on|of|the|at|about|approx|circa|ca"
    r"|\d{1,2}[:.h]\d\d|\d{4}|hrs|hours|hr|h|[ap]\.?m|gmt|utc|local|time|[^\w]+|_+|\d{1,3}(?=[.)])",
    re.IGNORECASE,
)
"""What may stand beside a day in its heading: the weekday, the clock, numbers of entries, marks."""

_MARKS = " \t•●▪◦‣*·-–—()0123456789."
_LEADING = re.compile(r"\s{0,2}[.:–—-]\s|\s{0,2}$", re.MULTILINE)
_CLOCK_FIRST = re.compile(
    r"[\s•●▪◦‣*·\-–—(\[]{0,6}(?:at\s)?(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d|[0-5]\d(?=\s?(?:h|hrs|hours|:|-|–)))", re.IGNORECASE
)
"""A line that begins with the time of day."""


def _is_day_alone(text: str, stretch: Span, dates: Sequence[DateMention]) -> bool:
    """Say whether a stretch of text is a day, or days, and nothing else."""
    rest = stretch.of(text)
    for mention in reversed(dates):
        rest = rest[: mention.span.start - stretch.start] + " " + rest[mention.span.end - stretch.start :]
    return not _AROUND.sub("", rest).strip()


def is_day_label(text: str, sentence: Span, dates: Sequence[DateMention]) -> bool:
    """Say whether a sentence is only a day at the head of a line that goes on: "Monday. Two men were shot".

    Parameters
    ----------
    text
        The report.
    sentence
        The sentence.
    dates
        The dates inside it.
    """
    if not 1 <= len(dates) <= 2 or sentence.end - sentence.start > LONGEST_HEADING or text[sentence.end : sentence.end + 1] in {"", "\n"}:
        return False
    line_start = text.rfind("\n", 0, sentence.start) + 1
    before = text[line_start : sentence.start]
    named = _NAME_BEFORE_DAY.fullmatch(text, sentence.start, dates[0].span.start) or _PLACES.fullmatch(
        text, sentence.start, dates[0].span.start
    )
    if named and text[dates[0].span.end : sentence.end] in {"", "."}:
        return dates[0].precision in {"day", "days", "month"} and not _COUNTED.sub("", before, count=1).strip(_MARKS)
    return dates[0].precision in {"day", "days"} and not before.strip(_MARKS) and _is_day_alone(text, sentence, dates)


_NAME_BEFORE_DAY = re.compile(r"(?:[A-Z][\w’'-]{1,24}[.:]?\s\d{1,3}\.\s)?[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2},\s")
_PLACES = re.compile(
    r"(?:(?:[A-Z][\w’'-]{1,30}|\d{1,3}|km|miles|of|near|al|de|del|la|el|in|(?:north|south|east|west|north-?(?:east|west)|south-?(?:east|west)))(?:,|\.(?=\s[A-Z]))?\s)"
    r"{0,9}[A-Z][\w’'-]{1,30},\s"
)
"""Places before the day of an entry: "Samlo, Batam, 6 January", "Phum Kand, 15 km north of Sisop, 28 January"."""
_COUNTED = re.compile(r"^\s{0,4}(?:Count|Case|Charge|Item|Incident|Record|Event|No\.?)\s\d{1,3}[.:]?\s?")
"""What a line may begin with before the place and the day of an entry: "Count 2." before "Jos, August 1998."."""


def _leads_line(text: str, mention: DateMention) -> bool:
    """Say whether a line begins with a day."""
    return mention.precision == "day" and not text[text.rfind("\n", 0, mention.span.start) + 1 : mention.span.start].strip(_MARKS)


_ENTRY_BEHIND = re.compile(r"[.,:;]?\s?(?:[-–—/|:]\s|[.,:;]\s|\d{4}\b|[0-2]?\d[:.h][0-5]\d)")


def _heads_entry(text: str, mention: DateMention) -> bool:
    """Say whether a day, alone or behind the place of the entry, heads a line that goes on: "29.08.2018, 0340 LT. …", "Ruma, 5 May: …"."""
    if mention.precision not in {"day", "days"} or mention.is_speech or mention.relation != "on":
        return False
    line_start = text.rfind("\n", 0, mention.span.start) + 1
    before = text[line_start : mention.span.start]
    if len(before) > LONGEST_HEADING * 2 or (before.strip(_MARKS) and not _PLACES.fullmatch(before.lstrip(_MARKS))):
        return False
    ended = text[mention.span.end - 1] == "."
    return ended or _ENTRY_BEHIND.match(text, mention.span.end) is not None


class DayHeadings:
    """The lines of a report that are only a day, and the day of the line before a clock time."""

    def __init__(self, text: str, dates: Sequence[DateMention]) -> None:
        self._text = text
        found = list(_heading_lines(text, dates))
        labels = {mention.start for mention in dates if _LEADING.match(text, mention.span.end) and _leads_line(text, mention)}
        days = found if len(labels | {mention.start for _, mention in found}) >= FEWEST_HEADINGS else []
        self._ends = [end for end, _ in days]
        self._days = [mention for _, mention in days]
        self._entry_day: DateMention | None = None
        self._of_lines = {text.rfind("\n", 0, mention.span.start): mention for mention in reversed(dates) if _heads_entry(text, mention)}

    def over(self, sentence: Span) -> DateMention | None:
        """Return the day that heads what a sentence stands in; None where the sentence is in no such section."""
        at = bisect_right(self._ends, sentence.start)
        return self._days[at - 1] if at else None

    def dated(self, happening: Happening) -> Happening:
        """Give what opens a line, and has no day, that of the heading over it, or, behind a clock time, of the entry before.

        To be asked in order of the text.
        """
        own = happening.date
        if own is not None:
            leads = own.span.start - happening.span.start <= LONGEST_HEADING // 2
            if happening.entry and leads and own.how == "explicit" and own.precision == "day":
                self._entry_day = own
            return happening if happening.opens or not self._is_title(happening) else replace(happening, date=None)
        if not happening.opens or happening.recalled:
            return happening
        day = self._day_of_line(happening)
        if day is None:
            day = self.over(happening.span) if self._opens_line(happening) else None
        if day is None and self._opens_line(happening) and _CLOCK_FIRST.match(self._text, happening.span.start):
            day = self._entry_day
        return happening if day is None else replace(happening, date=day)

    def _day_of_line(self, happening: Happening) -> DateMention | None:
        """Return the day at the head of the line in which something is told; None where the line has none."""
        day = self._of_lines.get(self._text.rfind("\n", 0, happening.span.start))
        return day if day is not None and day.span.end <= happening.span.start else None

    def _is_title(self, happening: Happening) -> bool:
        """Say whether a sentence is only a day, or the title of a paper: the day on which that was written."""
        own = happening.date
        return is_title(self._text, happening.span) or (own is not None and _is_day_alone(self._text, happening.span, [own]))

    def _opens_line(self, happening: Happening) -> bool:
        """Say whether a sentence begins a line, or is an entry."""
        line_start = self._text.rfind("\n", 0, happening.span.start) + 1
        return happening.entry or not self._text[line_start : happening.span.start].strip(_MARKS)


def _heading_lines(text: str, dates: Sequence[DateMention]) -> Iterator[tuple[int, DateMention]]:
    """Yield (end of the line, day) of the lines that are only a day, in order."""
    last = -1
    for position, mention in enumerate(dates):
        start = text.rfind("\n", 0, mention.span.start) + 1
        end = text.find("\n", mention.span.end)
        end = len(text) if end < 0 else end
        if end - start > LONGEST_HEADING or last == end or mention.precision not in {"day", "days"}:
            continue
        inside = [other for other in dates[position : position + 3] if other.span.end <= end]
        if _is_day_alone(text, Span(start, end), inside):
            # "FRIDAY 29 JUNE": the date tells more surely than the weekday.
            last = end
            yield end, next((other for other in inside if other.how == "explicit"), mention)
