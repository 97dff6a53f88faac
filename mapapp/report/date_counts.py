"""Days counted back from the news to what it followed: "on Monday, two weeks after gunmen shot five guards"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from mapapp.report.date_mention import DateMention
from mapapp.report.date_patterns import A_COUNT, Days, counted_ago, span_of_days
from mapapp.report.date_words import SMALL_NUMBERS
from mapapp.report.report import Span
from mapapp.report.starts import Starts

UNITS = frozenset("hour hours day days week weeks month months year years".split())
"""What is counted in."""

_SMALL = "|".join(SMALL_NUMBERS)
_PAST = r"(?:[a-z]{2,20}ed|was|were|had|blew|broke|burst|drove|fell|fought|hit|left|ran|sank|set|shot|stole|struck|took|led|sent)"
_COUNTED_BACK = re.compile(
    rf"(?:(?P<count>\d{{1,2}}|{_SMALL})\s)?"
    r"(?P<unit>hour|day|week|month|year)s?\safter\s"
    r"(?!(?:the|that|this|these|those|his|her|its|their|our|my|it|he|she|they|being|having|[a-z]{2,20}ing)\b)"
    rf"(?=(?:[\w'’-]{{1,25}}\s){{1,8}}?{_PAST}\b)"
)
"""A count, and behind it a clause that tells of something else that happened: its first words are no pronoun and hold a verb."""

_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:\n]\s*)(?:(?:Less|More|Just|Only|Barely|About|Nearly|Almost)(?:\sthan)?\s)?$")
_LESS = re.compile(r"\b(?:less\sthan|within|barely|nearly|almost)\s$", re.IGNORECASE)
_UNCOUNTED = {"hour": (0, 1), "day": (2, 6), "week": (14, 27), "month": (60, 330), "year": (730, 1825)}
"""The fewest and the most days that "days after", "weeks after" may mean."""
_LONGEST = {"hour": 1, "day": 1, "week": 6, "month": 30, "year": 365}
"""The most days that "less than a …" may mean."""


def counted_back(text: str, starts: Starts, known: Sequence[DateMention]) -> Iterator[DateMention]:
    """Yield the days of what the news came after, counted from the day named last before.

    A count that opens its sentence says when the news was, not when the other was, and is left alone.
    """
    anchors = [mention for mention in known if mention.precision == "day" and not mention.is_speech]
    position = 0
    for match in starts.matches(_COUNTED_BACK, A_COUNT | UNITS):
        while position < len(anchors) and anchors[position].span.end <= match.start():
            position += 1
        before = text[max(0, match.start() - 20) : match.start()]
        if position == 0 or _OPENS_SENTENCE.search(before):
            continue
        days = _days(match, anchors[position - 1].start, less=bool(_LESS.search(before)))
        if days is not None:
            span = Span(match.start(), match.end() - 1)
            yield DateMention(span, days.start, days.end, days.precision, days.how, approximate=days.precision != "day")


def _days(match: re.Match[str], news: date, *, less: bool) -> Days | None:
    """Return the days that a count leads back to from the news."""
    unit, count = match["unit"], match["count"]
    if count is None or less:
        fewest, most = _UNCOUNTED[unit] if count is None else (1, _LONGEST[unit])
        return span_of_days(news - timedelta(days=most), news - timedelta(days=fewest), "relative")
    return counted_ago(news, int(count) if count.isdigit() else SMALL_NUMBERS[count], unit)
