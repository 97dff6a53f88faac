"""The written forms of periods: "in the past 24 hours", "Tuesday of last week", "the first week of June", "between March and May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mapapp.report.date_patterns import (
    COUNT,
    MONTH,
    WEEKDAY,
    Days,
    Reading,
    Resolver,
    day_of,
    latest_such,
    month_end,
    one_day,
    span_of_days,
)
from mapapp.report.date_words import FEASTS, MONTHS, ORDINALS, SMALL_NUMBERS, WEEKDAYS

RECENT_DAYS = 6
"""How far back "in recent days" and "in the last few days" reach."""

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}


def _weekday_of_week(match: re.Match[str], reading: Reading) -> Days | None:
    """Tuesday of last week; Friday this week."""
    if reading.base is None:
        return None
    monday = reading.base - timedelta(days=reading.base.weekday() + (7 if match["which"].lower() == "last" else 0))
    return one_day(monday + timedelta(days=WEEKDAYS[match["weekday"].lower()]), "relative")


def _past(match: re.Match[str], reading: Reading) -> Days | None:
    """In the past 24 hours, over the last three days, in the past week: up to the report."""
    base, unit, written = reading.base, match["unit"].lower(), (match["count"] or "one").lower()
    if base is None:
        return None
    vague = written in {"a few", "several", "few", "a couple of"}
    count = 0 if vague else int(written) if written.isdigit() else SMALL_NUMBERS[written]
    if unit == "hour":
        days = max(1, -(-count // 24))
    elif vague:
        days = RECENT_DAYS if unit == "day" else 0
    else:
        days = count * _UNIT_DAYS[unit]
    return span_of_days(base - timedelta(days=days), base, "relative") if 0 < days <= 92 else None


def _recent(match: re.Match[str], reading: Reading) -> Days | None:
    """In recent days."""
    del match
    return None if reading.base is None else span_of_days(reading.base - timedelta(days=RECENT_DAYS), reading.base, "relative")


def _week_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """Resolve the first week of June: seven days; the last one ends with the month."""
    month = MONTHS[match["month"].lower()]
    year = _year(match["year"], month, reading)
    if year is None:
        return None
    nth = match["nth"].lower()
    if nth == "last":
        end = month_end(year, month)
        return Days(end - timedelta(days=6), end, "week", "explicit")
    start = date(year, month, 7 * ORDINALS[nth] - 6)
    return Days(start, start + timedelta(days=6), "week", "explicit")


def _year(written: str | None, month: int, reading: Reading) -> int | None:
    """Return the year of a month: as written, or the latest in which it has begun by the day of the report."""
    if written:
        return int(written)
    return None if reading.base is None else reading.base.year - (month > reading.base.month)


def _day_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """On the 12th; on the 12th of last month."""
    base, day = reading.base, int(match["day"])
    if base is None:
        return None
    first = base.replace(day=1)
    if (match["which"] or "").lower() == "last" or (not match["which"] and day > base.day):
        first = (first - timedelta(days=1)).replace(day=1)
    return one_day(day_of(first.year, first.month, day), "relative")


def _feast(match: re.Match[str], reading: Reading) -> Days | None:
    """On Christmas Eve; on New Year's Day 2017."""
    month, day = FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    return one_day(day_of(int(match["year"]), month, day) if match["year"] else latest_such(month, day, reading.base))


def _months(match: re.Match[str], reading: Reading) -> Days | None:
    """Between March and May 2016; in March and April; June to August."""
    first, last = MONTHS[match["first"].lower()], MONTHS[match["month"].lower()]
    year = _year(match["year"], last, reading)
    if year is None:
        return None
    start, end = date(year - (first > last), first, 1), month_end(year, last)
    if reading.base is not None and start <= reading.base < end:
        end = reading.base
    return Days(start, end, "month" if (end - start).days <= 31 else "year", "explicit")


def _part_of_month(match: re.Match[str], reading: Reading) -> Days | None:
    """Resolve the beginning of June, the middle of August to the month, as "early June" is; how far into it says the context."""
    month = MONTHS[match["month"].lower()]
    year = _year(match["year"], month, reading)
    if year is None:
        return None
    start, end = date(year, month, 1), month_end(year, month)
    return Days(start, min(end, reading.base) if reading.base is not None and reading.base >= start else end, "month", "explicit")


def _joined_up(match: re.Match[str], reading: Reading) -> Days | None:
    """05JUN16, as in military messages."""
    year = int(match["year"])
    del reading
    return one_day(day_of(year if year >= 100 else 2000 + year, MONTHS[match["month"].lower()], int(match["day"])))


_YEAR = r"(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b)?"
_FIRST_MONTH = MONTH.replace("<month>", "<first>")
_SHORT_MONTHS = "|".join(sorted(name for name in MONTHS if len(name) == 3))

PERIODS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolver)
    for pattern, resolver in (
        (rf"\b{WEEKDAY}\s(?:of\s)?(?P<which>last|this)\sweek\b", _weekday_of_week),
        (
            rf"\b(?:in|over|during|within|for)\s(?:the\s)?(?:last|past|previous)\s(?:{COUNT}\s|(?P<few>few)\s)?(?P<unit>hour|day|week|month)s?\b(?!\sof\b)",
            _past,
        ),
        (r"\b(?:in|over|during)\s(?:the\s)?recent\sdays\b", _recent),
        (rf"\b(?P<nth>first|second|third|fourth|last)\sweek\s(?:of|in)\s{MONTH}{_YEAR}", _week_of_month),
        (
            r"\bon\sthe\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?:\sof\s(?P<which>this|last)\smonth\b|(?=\s{0,2}(?:[.,;:)]|$)))",
            _day_of_month,
        ),
        (rf"\b(?P<feast>{'|'.join(name.replace(chr(39), '[’' + chr(39) + ']') for name in FEASTS)})\b{_YEAR}", _feast),
        (rf"\b(?-i:(?=[A-Z])){_FIRST_MONTH}\s(?:and|to|until|till|through|-|–)\s(?-i:(?=[A-Z])){MONTH}(?!\s[0-3]?\d\b){_YEAR}", _months),
        (rf"(?:(?<=\bbeginning\sof\s)|(?<=\bstart\sof\s)|(?<=\bmiddle\sof\s)|(?<=\bend\sof\s)){MONTH}{_YEAR}", _part_of_month),
        (rf"\b(?P<day>[0-3]\d)(?P<month>{_SHORT_MONTHS})(?P<year>(?:19|20)?\d\d)\b", _joined_up),
    )
)
"""Patterns with what each resolves to, surest first; they go before those of single days."""
