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

from mapapp.report.date_context import in_context, one_line
from mapapp.report.date_counts import counted_back
from mapapp.report.date_mention import DateMention
from mapapp.report.date_patterns import A_COUNT, PATTERNS, WITH_MARKS, Reading, Resolver, day_of, span_of_days, year_only
from mapapp.report.date_periods import PERIODS
from mapapp.report.date_ranges import in_order, with_lengths, with_ranges
from mapapp.report.date_words import SMALL_NUMBERS, WEEKDAYS
from mapapp.report.report import Span
from mapapp.report.starts import Starts, starts_in

__all__ = ["DateMention", "find_dates"]

ANAPHORIC = re.compile(
    r"\b(?:(?P<count>\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>hour|day|night|week|fortnight)s?\s(?P<way>earlier|later|before|after)"
    r"|(?:the\s|that\s)?(?P<same>(?:earlier|later|late|early)\sin\sthe\sday|same\s(?:day|night|evening|afternoon|morning|date)|(?<=that\s)(?:day|night|evening|afternoon|morning))"
    r"|the\s(?P<step>next|following|previous|preceding)\s(?:day|morning|afternoon|evening|night)"
    r"|(?:(?P<before>the\s(?:day|night|evening)\sbefore)|(?P<after>the\sday\safter))(?!\s(?:yesterday|tomorrow|an?|the|his|her|their|its|this|that"
    r"|[a-z]{4,20}s)\b))\b",
    re.IGNORECASE,
)

ANAPHORA = A_COUNT | frozenset("the that earlier later late early same day night evening afternoon morning".split())
"""The words that these begin with."""


_Found = tuple[re.Match[str], Resolver]
"""A stretch that may be a date, and what says which; the same ones are asked again once the day of the report is known."""


def _matches(starts: Starts) -> list[_Found]:
    """Return what the patterns find, overlaps included, surest patterns first."""
    return [(match, resolve) for pattern, resolve, opening in (*PERIODS, *PATTERNS) for match in starts.matches(pattern, opening)]


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


def _anaphoric(starts: Starts, known: list[DateMention]) -> Iterator[DateMention]:
    """Yield "the day before", "the same day", "two days later", counted from the day mentioned last."""
    anchors = [mention for mention in known if (mention.precision == "day" or _is_a_night(mention)) and not mention.is_speech]
    position = 0
    for match in starts.matches(ANAPHORIC, ANAPHORA):
        while position < len(anchors) and anchors[position].span.end <= match.start():
            position += 1
        if position == 0 or _counts_from_another(match, anchors[position - 1]):
            continue
        step = timedelta(days=_step(match))
        if not step and _is_a_night(anchors[position - 1]):
            yield replace(anchors[position - 1], span=Span(*match.span()), how="relative")
            continue
        day = anchors[position - 1].end + step
        weeks = (match["unit"] or "").lower() == "week" and match["count"].lower() not in {"a", "one", "1"}
        slack = timedelta(days=3 if weeks else 0)  # "a week before" is a day, "six weeks before" about then
        yield DateMention(Span(*match.span()), day - slack, day + slack, "week" if slack else "day", "relative")


def _is_a_night(mention: DateMention) -> bool:
    """Say whether a date is that of a night: from one day to the next."""
    return mention.precision == "days" and (mention.end - mention.start).days == 1 and mention.relation == "on"


_OF_AN_EVENT = re.compile(r"\s(?:the|an?|his|her|its|their|that|this)\s", re.IGNORECASE)


def _counts_from_another(match: re.Match[str], anchor: DateMention) -> bool:
    """Say whether a count only tells how long after something else the day just named was: "on 7 July, three days after the ambush"."""
    if not match["count"] or match["way"].lower() not in {"after", "before"}:
        return False
    beside = not match.string[anchor.span.end : match.start()].strip(" ,(")
    return beside and _OF_AN_EVENT.match(match.string, match.end()) is not None


def _step(match: re.Match[str]) -> int:
    """Return how many days an anaphoric date lies after the date before it."""
    if match["count"]:
        count = int(match["count"]) if match["count"].isdigit() else SMALL_NUMBERS[match["count"].lower()]
        days = count * {"hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}[match["unit"].lower()]
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
_FOUND_BEHIND = re.compile(
    r"[\w,'’\s-]{0,30}?\b(?:was|were|has\sbeen|have\sbeen)\s(?:later\s|finally\s)?"
    r"(?:found|discovered|recovered|fished|pulled|washed)\b",
    re.IGNORECASE,
)
"""What tells that somebody missing was found: "missing since Friday, was found dead on Tuesday"."""
_LASTING_OPENED = re.compile(r"(?:^|[.!?*•–—:-]\s)since\s(?:[\w'’-]{1,20}\s){0,8}$", re.IGNORECASE)
_LASTING_AFTER = re.compile(r"^,?\s(?:[\w,.'’-]{1,20}\s){0,10}(?:has|have)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:•\n]|\.\s(?=[A-Z])")
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
    before = one_line(text[max(0, mention.span.start - 160) : mention.span.start])
    clause = _CLAUSE_END.split(before)[-1]
    if mention.precision == "day" and _STANDING_BEFORE.search(clause):
        if _FOUND_BEHIND.match(text, mention.span.end):
            return replace(mention, relation="since", is_speech=False)  # only where from nobody saw them
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


_HEADER = 300
"""Characters at the beginning of a text in which a digest tells what week it covers."""
_WEEK_DAYS = range(5, 8)
_LATE_DAYS = 10
"""A digest of a week comes out up to so many days after it."""


def _in_told_week(text: str, mentions: list[DateMention], base: date | None) -> list[DateMention]:
    """Let each weekday be of the week that the head of a digest tells: "Week in brief, 8 to 14 March … were shot on Monday"."""
    week = next((mention for mention in mentions if mention.span.start < _HEADER and _is_week(mention, base)), None)
    if week is None or _WEEKLY.search(text, 0, _HEADER) is None:
        return mentions
    out: list[DateMention] = []
    for mention in mentions:
        weekday = mention.precision == "day" and mention.how == "relative" and mention.span.of(text).lower() in WEEKDAYS
        if weekday and mention.start > week.end:
            day = week.start + timedelta(days=(mention.start.weekday() - week.start.weekday()) % 7)
            told = day <= week.end and mention.span.start > week.span.end and not _BEHIND_WEEK.search(text[: mention.span.start][-20:])
            out.append(replace(mention, start=day, end=day) if told else mention)
        else:
            out.append(mention)
    return out


_WEEKLY = re.compile(
    r"\b(?:week|weekly|reporting\speriod|period\scovered|covers|covering|digest|roundup|round-up|highlights)\b", re.IGNORECASE
)
_BEHIND_WEEK = re.compile(r"\b(?:next|coming|this|today,)\s$", re.IGNORECASE)


def _is_week(mention: DateMention, base: date | None) -> bool:
    """Say whether a date is a week that had ended shortly before the day of the report."""
    days = (mention.end - mention.start).days + 1
    return base is not None and mention.how == "explicit" and days in _WEEK_DAYS and 0 < (base - mention.end).days <= _LATE_DAYS


_DAY_ALONE = re.compile(r"\d{1,2}[snrt][tdh]", re.IGNORECASE)
_MONTHS_BACK_DAYS = 120
"""A month named before a day without one counts for it where it is no further back."""


def _in_told_month(text: str, mentions: Sequence[DateMention], base: date | None) -> list[DateMention]:
    """Let "the 13th" be of the month that the text has told last: "in the week from 10 to 16 February … on the evening of the 13th"."""
    out: list[DateMention] = []
    told: DateMention | None = None
    for mention in mentions:
        day = None
        if mention.how == "explicit":
            told = mention
        elif told is not None and told.precision != "year" and _DAY_ALONE.fullmatch(mention.span.of(text)):
            day = day_of(told.start.year, told.start.month, mention.start.day)
        near = day is not None and base is not None and 0 <= (base - day).days <= _MONTHS_BACK_DAYS
        out.append(replace(mention, start=day, end=day) if day is not None and near else mention)
    return out


_LONGEST_DAY = 40
"""Characters that a text may begin with as its day."""
_LEADING = re.compile(r"\s?(?:[:\n]|[-–—]{1,2}\s)")


def _leading_day(text: str, reading: Reading) -> date | None:
    """Return the day that a text begins with ("06/14/2016: On Monday …"): what follows counts from it."""
    start = len(text) - len(text.lstrip())
    if _LEADING.search(text, start, start + _LONGEST_DAY + 4) is None:
        return None
    for mention in _without_overlaps(_resolved(_matches(Starts(text[: start + _LONGEST_DAY])), reading))[:1]:
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
    starts = starts_in(text)
    matches = _matches(starts)
    reading = Reading(base or _own_base(matches, Reading(None, order)), order)
    reading = Reading(_leading_day(text, reading) or reading.base, order)
    found = _told_weekdays(text, _without_overlaps(_resolved(matches, reading)))
    found = with_lengths(text, with_ranges(text, _in_told_month(text, in_order(text, found), reading.base)))
    found = _in_told_week(text, found, reading.base)
    known = [_lasting(text, in_context(text, mention), reading.base) for mention in found]
    later = [in_context(text, mention) for mention in (*counted_back(text, starts, known), *_anaphoric(starts, known))]
    return tuple(_without_overlaps(iter(known + later)))
