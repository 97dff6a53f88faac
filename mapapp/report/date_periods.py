"""The written forms of periods: "in the past 24 hours", "Tuesday of last week", "the first week of June", "between March and May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mapapp.report.date_patterns import (
    COUNT,
    MONTH,
    WEEKDAY,
    Days,
    Need,
    Reading,
    Resolver,
    day_of,
    latest_such,
    month_end,
    one_day,
    span_of_days,
)
from mapapp.report.date_words import DAY_ORDINALS, FEASTS, MONTHS, ORDINALS, SMALL_NUMBERS, WEEKDAYS

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
    if unit in {"hour", "h"}:
        days = max(1, -(-count // 24))
    elif vague:
        days = RECENT_DAYS if unit == "day" else 0
    else:
        days = count * _UNIT_DAYS[unit]
    return span_of_days(base - timedelta(days=days), base, "relative") if 0 < days <= 92 else None


def _days_of(match: re.Match[str], reading: Reading) -> Days | None:
    """In a week of looting, after three days of rain: up to the report."""
    base, written = reading.base, match["count"].lower()
    if base is None or written in {"a few", "several", "a couple of"}:
        return None
    days = (int(written) if written.isdigit() else SMALL_NUMBERS[written]) * _UNIT_DAYS[match["unit"].lower()]
    return span_of_days(base - timedelta(days=days), base, "relative") if 0 < days <= 31 else None


def _weekday_before_last(match: re.Match[str], reading: Reading) -> Days | None:
    """Resolve the Sunday before last: not the latest one but the one before."""
    if reading.base is None:
        return None
    back = (reading.base.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7 or 7
    return one_day(reading.base - timedelta(days=back + 7), "relative")


def _short_weekday(match: re.Match[str], reading: Reading) -> Days | None:
    """On Tues: the latest one."""
    if reading.base is None:
        return None
    number = next(number for name, number in WEEKDAYS.items() if name.startswith(match["short"][:3].lower()))
    return one_day(reading.base - timedelta(days=(reading.base.weekday() - number) % 7), "relative")


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


def _day_in_words(match: re.Match[str], reading: Reading) -> Days | None:
    """Resolve the twentieth of October."""
    month, day = MONTHS[match["month"].lower()], DAY_ORDINALS["-".join(match["nth"].lower().split())]
    return one_day(day_of(int(match["year"]), month, day) if match["year"] else latest_such(month, day, reading.base))


def _month_of_year(match: re.Match[str], reading: Reading) -> Days | None:
    """March last year; June of this year."""
    if reading.base is None:
        return None
    month, year = MONTHS[match["month"].lower()], reading.base.year - (match["which"].lower() == "last")
    start, end = date(year, month, 1), month_end(year, month)
    return Days(start, min(end, reading.base), "month", "explicit") if start <= reading.base else None


def _day_of_last_year(match: re.Match[str], reading: Reading) -> Days | None:
    """8 October last year."""
    if reading.base is None:
        return None
    return one_day(day_of(reading.base.year - (match["which"].lower() == "last"), MONTHS[match["month"].lower()], int(match["day"])))


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
_DAYS_IN_WORDS = "|".join(sorted((word.replace("-", r"[\s-]") for word in DAY_ORDINALS), key=len, reverse=True))
_LASTING = r"(?:clashes|fighting|floods|flooding|heat|looting|protests|rains?|rioting|riots|shelling|snow|storms|unrest|violence)"
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
        (
            r"(?:(?<=^)|(?<=\n)|(?<=\W\s))(?:in\s|the\s){0,2}(?:last|past)\s(?P<count>\d{1,2})(?P<few>)\s?(?P<unit>h)(?:rs|ours)?\b(?!\sof\b)",
            _past,
        ),
        (r"\b(?P<count>24|48|72)(?P<few>)\s?(?P<unit>h)(?:rs|ours)?\s(?:up\s)?to\s(?=\d)", _past),
        (r"\b(?:in|over|during)\s(?:the\s)?recent\sdays\b", _recent),
        (
            rf"\b(?:(?<!last\s)(?<!past\s)(?<!first\s){COUNT})\s(?P<unit>day|week)s?\sof\s(?:heavy\s|fierce\s|intense\s|torrential\s)?{_LASTING}\b",
            _days_of,
        ),
        (rf"\b{WEEKDAY}\sbefore\slast\b", _weekday_before_last),
        (
            rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?-i:(?=[A-Z])){MONTH},?\s(?:of\s)?(?P<which>last|this)\syear\b",
            _day_of_last_year,
        ),
        (rf"\b(?-i:(?=[A-Z])){MONTH},?\s(?:of\s)?(?P<which>last|this)\syear\b", _month_of_year),
        (r"\b(?-i:(?=[FMSTW]))(?<=\bon\s)(?-i:(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat))\b\.?(?!\sunivers)", _short_weekday),
        (rf"\b(?P<nth>first|second|third|fourth|last)\sweek\s(?:of|in)\s{MONTH}{_YEAR}", _week_of_month),
        (
            r"\bon\sthe\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)(?:\sof\s(?P<which>this|last)\smonth\b|(?=\s{0,2}(?:[.,;:)]|$)))",
            _day_of_month,
        ),
        (rf"\bthe\s(?P<nth>{_DAYS_IN_WORDS})\s(?:day\s)?of\s(?-i:(?=[A-Z])){MONTH}{_YEAR}", _day_in_words),
        (rf"\b(?P<feast>{'|'.join(name.replace(chr(39), '[’' + chr(39) + ']') for name in FEASTS)})\b{_YEAR}", _feast),
        (rf"\b(?-i:(?=[A-Z])){_FIRST_MONTH}\s(?:and|to|until|till|through|-|–)\s(?-i:(?=[A-Z])){MONTH}(?!\s[0-3]?\d\b){_YEAR}", _months),
        (
            rf"\b(?=[ADFJMNOS])(?:(?<=\bbeginning\sof\s)|(?<=\bstart\sof\s)|(?<=\bmiddle\sof\s)|(?<=\bend\sof\s)){MONTH}{_YEAR}",
            _part_of_month,
        ),
        (rf"\b(?P<day>[0-3]\d)(?P<month>{_SHORT_MONTHS})(?P<year>(?:19|20)?\d\d)\b", _joined_up),
        (rf"\b(?P<day>[0-3]?\d)-(?P<month>{_SHORT_MONTHS})-(?P<year>(?:19|20)?\d\d)\b", _joined_up),
    )
)
"""Patterns with what each resolves to, surest first; they go before those of single days."""

PERIODS_NEED: dict[Resolver, Need] = {
    _weekday_of_week: ("week",),
    _recent: ("recent",),
    _days_of: re.compile(r"(?:day|week)s?\sof\s", re.IGNORECASE),
    _weekday_before_last: ("before last",),
    _week_of_month: ("week",),
    _month_of_year: ("last year", "this year"),
    _day_of_last_year: ("last year", "this year"),
    _feast: ("christmas", "boxing", "new year", "may day"),
}
"""What the forms of some resolvers need; those of the others are always tried."""
