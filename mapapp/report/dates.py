"""Find dates in a report and resolve them: "June 5", "on Tuesday", "last night", "in 2011", "(19/01)".

Everything without a year counts from ``base``, the day of the report, and lies in the past: in news "on Tuesday" is today or the latest
Tuesday, never the next. How exactly a date is known is part of the value.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.report.date_context import in_context
from mapapp.report.date_mention import DateMention
from mapapp.report.date_patterns import PATTERNS, PATTERNS_NEED, WITH_MARKS, Need, Reading, Resolver, span_of_days, year_only
from mapapp.report.date_periods import PERIODS, PERIODS_NEED
from mapapp.report.date_ranges import in_order, with_lengths, with_ranges
from mapapp.report.date_words import SMALL_NUMBERS, WEEKDAYS
from mapapp.report.report import Span

__all__ = ["DateMention", "find_dates"]

_NEEDED = PERIODS_NEED | PATTERNS_NEED
_FORMS = tuple((_NEEDED.get(resolve), pattern, resolve) for pattern, resolve in (*PERIODS, *PATTERNS))
"""All forms, each with what a text must hold for it: looking for a word costs far less than a pattern that may begin anywhere."""

_ANAPHORIC = re.compile(
    r"\b(?:(?P<count>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>hour|day|week)s?\s(?P<way>earlier|later|before|after)"
    r"|(?:the\s|that\s)?(?P<same>(?:earlier|later|late|early)\sin\sthe\sday|same\s(?:day|night|evening|afternoon|morning|date)|(?<=that\s)(?:day|night|evening|afternoon|morning))"
    r"|the\s(?P<step>next|following|previous|preceding)\s(?:day|morning|afternoon|evening|night)"
    r"|(?:(?P<before>the\s(?:day|night|evening)\sbefore)|(?P<after>the\sday\safter))(?!\s(?:yesterday|tomorrow|an?|the|his|her|their|its|this|that"
    r"|[a-z]{4,20}s)\b))\b",
    re.IGNORECASE,
)


_Found = tuple[re.Match[str], Resolver]
"""A stretch that may be a date, and what says which; the same ones are asked again once the day of the report is known."""


def _matches(text: str) -> list[_Found]:
    """Return what the patterns find, overlaps included, surest patterns first."""
    folded = text.casefold()
    return [
        (match, resolve)
        for need, pattern, resolve in _FORMS
        if need is None or _holds(text, folded, need)
        for match in pattern.finditer(text)
    ]


def _holds(text: str, folded: str, need: Need) -> bool:
    """Say whether a text, or the same in lower case, holds what a form needs."""
    return any(word in folded for word in need) if isinstance(need, tuple) else need.search(text) is not None


def _resolved(matches: Iterable[_Found], reading: Reading) -> Iterator[DateMention]:
    """Yield the dates that some matches stand for, in their order."""
    for match, resolve in matches:
        days = resolve(match, reading)
        if days is not None:
            start, end = match.span("year") if resolve is year_only else match.span()
            yield DateMention(Span(start, end), days.start, days.end, days.precision, days.how)


def _without_overlaps(mentions: Iterator[DateMention]) -> list[DateMention]:
    """Keep the first of any that share characters, in order of the text."""
    kept: list[DateMention] = []
    taken: set[int] = set()
    for mention in mentions:
        cells = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.span)


def _anaphoric(text: str, known: list[DateMention]) -> Iterator[DateMention]:
    """Yield "the day before", "the same day", "two days later", counted from the day mentioned last."""
    anchors = [mention for mention in known if mention.precision == "day" and not mention.is_speech]
    position = 0
    for match in _ANAPHORIC.finditer(text):
        while position < len(anchors) and anchors[position].span.end <= match.start():
            position += 1
        if position == 0:
            continue
        day = anchors[position - 1].start + timedelta(days=_step(match))
        slack = timedelta(days=3 if (match["unit"] or "").lower() == "week" else 0)
        yield DateMention(Span(*match.span()), day - slack, day + slack, "week" if slack else "day", "relative")


def _step(match: re.Match[str]) -> int:
    """Return how many days an anaphoric date lies after the date before it."""
    if match["count"]:
        count = int(match["count"]) if match["count"].isdigit() else SMALL_NUMBERS[match["count"].lower()]
        days = count * {"hour": 0, "day": 1, "week": 7}[match["unit"].lower()]
        return days if match["way"].lower() in {"later", "after"} else -days
    if match["step"]:
        return 1 if match["step"].lower() in {"next", "following"} else -1
    return -1 if match["before"] else 1 if match["after"] else 0


TOLD_WEEK_DAYS = 3
"""A weekday so much later than one whose date the text tells is of the week of that date, where the report was filed later."""


def _told_weekdays(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Let the text say which day it means: after "Sunday (19/01)" or "Tuesday [18 August]" each such weekday is that day."""
    told: dict[str, date] = {}
    for left, right in itertools.pairwise(mentions):
        gap = text[left.span.end : right.span.start].strip(" ,")
        weekday = left.span.of(text).lower().split()[-1]
        if (
            weekday in WEEKDAYS
            and left.how == "relative"
            and right.precision == "day"
            and right.how == "explicit"
            and gap in {"", "(", "["}
        ):
            told[weekday] = right.start
    return [_as_told(text, mention, told) for mention in mentions] if told else mentions


def _as_told(text: str, mention: DateMention, told: dict[str, date]) -> DateMention:
    """Return a weekday as the text has told it, or as the one nearest to another that it has told."""
    weekday = mention.span.of(text).lower().split()[-1]
    if mention.how != "relative" or weekday not in WEEKDAYS or mention.precision != "day":
        return mention
    day = told.get(weekday)
    if day is None:
        near = min(told.values(), key=lambda known: abs((known - mention.start).days))
        if (mention.start - near).days <= TOLD_WEEK_DAYS:
            return mention
        offset = (WEEKDAYS[weekday] - near.weekday() + 3) % 7 - 3
        day = near + timedelta(days=offset)
    return replace(mention, start=day, end=day)


_LASTING_BEFORE = re.compile(
    r"\b(?:has|have|(?:\d{1,3}(?:,\d{3})?|dozens\sof|hundreds\sof)\s(?:arrests|attacks|cases|casualties|dead|deaths|fires|incidents|killings"
    r"|raids|strikes)|[\w,-]{2,15}\s(?:dead|injured|wounded|hurt|killed|arrested|detained|displaced|homeless))\s(?:[\w,.'’-]{1,20}\s){0,18}since\s(?:(?:the|late|early|mid|middle|beginning|start|end|of)[\s-]){0,4}$",
    re.IGNORECASE,
)
_STANDING_BEFORE = re.compile(
    r"\b(?:missing|trapped|stranded|held|captive|hostage|detained|marooned|besieged)\s(?:[\w,.'’-]{1,20}\s){0,8}since\s$", re.IGNORECASE
)
_LASTING_OPENED = re.compile(r"(?:^|[.!?*•–—:-]\s)since\s(?:[\w'’-]{1,20}\s){0,8}$", re.IGNORECASE)
_LASTING_AFTER = re.compile(r"^,?\s(?:[\w,.'’-]{1,20}\s){0,10}(?:has|have)\s", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:first|second|third|fourth|fifth|last|worst|deadliest|biggest|largest|heaviest|most|latest)\b", re.IGNORECASE)
_MID_BEFORE = re.compile(r"\b(?:mid|middle\sof)[\s-]$", re.IGNORECASE)
_LATE_BEFORE = re.compile(r"\b(?:late|end\sof)\s(?:in\s)?$", re.IGNORECASE)
_MIDDLE_DAY, _LATE_DAY = 15, 21
"""The days of a month from which its middle and its end are counted."""


def _lasting(text: str, mention: DateMention, base: date | None) -> DateMention:
    """Let "floods have killed 12 people since Friday" last from then until the report; "the worst since 2011" tells no extent.

    "Trapped since Friday" is of Friday alone.
    """
    if base is None or mention.precision == "year" or mention.start > base:
        return mention
    before = re.sub(r"\s+", " ", text[max(0, mention.span.start - 160) : mention.span.start])
    clause = re.split(r"[;:•\n]|\.\s(?=[A-Z])", before)[-1]
    if mention.precision == "day" and _STANDING_BEFORE.search(clause):
        return replace(mention, relation="on", is_speech=False)  # what keeps them there happened on that day
    lasting = _LASTING_BEFORE.search(clause) or (
        _LASTING_OPENED.search(before) and _LASTING_AFTER.match(text[mention.span.end : mention.span.end + 120])
    )
    if not lasting or _COMPARED.search(clause):
        return mention
    start = mention.start
    if mention.precision == "month":
        day = _MIDDLE_DAY if _MID_BEFORE.search(before) else _LATE_DAY if _LATE_BEFORE.search(before) else 1
        start = start.replace(day=day)
    days = span_of_days(start, base)
    if days is None:
        return mention
    return replace(mention, start=start, end=base, precision=days.precision, relation="on", approximate=False, is_speech=False)


_LEADING = re.compile(r"\s?(?:[:\n]|[-–—]{1,2}\s)")


def _leading_day(text: str, reading: Reading) -> date | None:
    """Return the day that a text begins with ("06/14/2016: On Monday …"): what follows counts from it."""
    start = len(text) - len(text.lstrip())
    for mention in _without_overlaps(_resolved(_matches(text[: start + 40]), reading))[:1]:
        if (
            mention.span.start == start
            and mention.precision == "day"
            and mention.how == "explicit"
            and _LEADING.match(text, mention.span.end)
        ):
            return mention.start
    return None


def _order_of_numbers(text: str) -> bool | None:
    """Say whether numeric dates in the text put the day first: True, False, or None where none of them tells."""
    if not WITH_MARKS.search(text):
        return None
    votes: set[bool] = set()
    for match in re.finditer(r"(?<![\d/.-])([0-3]?\d)[/.-]([0-3]?\d)[/.-](?:19|20)?\d\d\b|(?<=[(\[])([0-3]?\d)/([0-3]?\d)(?=[)\]])", text):
        first, second = int(match[1] or match[3]), int(match[2] or match[4])
        if max(first, second) > 12 >= min(first, second):
            votes.add(first > second)
    return votes.pop() if len(votes) == 1 else None


def _own_base(matches: Sequence[_Found], reading: Reading) -> date | None:
    """Return the first full date of the text, to count from where nobody told the report's date."""
    for mention in sorted(_resolved(matches, reading), key=lambda mention: mention.span):
        if mention.precision == "day":
            return mention.start
    return None


def find_dates(text: str, *, base: date | None) -> tuple[DateMention, ...]:
    """Find the dates of a text and resolve them.

    Parameters
    ----------
    text
        The report, or any stretch of it.
    base
        The day of the report: of its dateline, or of publication. None: the first full date in the text stands in; where there is none
        either, relative dates and dates without a year are left out, since nothing can be said of them.

    Returns
    -------
    Mentions in order of the text, none overlapping another.
    """
    order = _order_of_numbers(text)
    matches = _matches(text)
    reading = Reading(base or _own_base(matches, Reading(None, order)), order)
    reading = Reading(_leading_day(text, reading) or reading.base, order)
    found = _told_weekdays(text, _without_overlaps(_resolved(matches, reading)))
    found = with_lengths(text, with_ranges(text, in_order(text, found)))
    known = [_lasting(text, in_context(text, mention), reading.base) for mention in found]
    later = [in_context(text, mention) for mention in _anaphoric(text, known)]
    return tuple(_without_overlaps(iter(known + later)))
