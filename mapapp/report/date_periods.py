"""The written forms of periods: "in the past 24 hours", "Tuesday of last week", "the first week of June", "between March and May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

from mapapp.report.date_patterns import (
    A_COUNT,
    A_MONTH,
    A_NUMBER,
    A_WEEKDAY,
    COUNT,
    MONTH,
    WEEKDAY,
    Days,
    Form,
    Reading,
    day_of,
    latest_such,
    month_end,
    one_day,
    span_of_days,
)
from mapapp.report.date_words import DAY_ORDINALS, FEASTS, MONTHS, MOVEABLE_FEASTS, ORDINALS, SMALL_NUMBERS, WEEKDAYS

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


def _month_told(match: re.Match[str], reading: Reading) -> Days | None:
    """November has been cruel; Previous: Manta, May, 17 dead."""
    month = MONTHS[(match["month"] or match["alone"]).lower()]
    if reading.base is None:
        return None
    year = reading.base.year - (month > reading.base.month)
    return Days(date(year, month, 1), min(month_end(year, month), reading.base), "month", "explicit")


def _first_days(match: re.Match[str], reading: Reading) -> Days | None:
    """In the first twenty days of this year; in the first ten days of June."""
    written, month = match["count"].lower(), match["month"]
    if reading.base is None or written in {"a few", "several", "a couple of"}:
        return None
    first = MONTHS[month.lower()] if month else reading.base.month if match["unit"].lower() == "month" else 1
    year = reading.base.year - (first > reading.base.month)
    days = int(written) if written.isdigit() else SMALL_NUMBERS[written]
    return span_of_days(date(year, first, 1), date(year, first, 1) + timedelta(days=days - 1)) if 0 < days <= 92 else None


def _beginning(match: re.Match[str], reading: Reading) -> Days | None:
    """Since the beginning of the month: the day on which it began."""
    base, unit = reading.base, match["unit"].lower()
    if base is None:
        return None
    day = base - timedelta(days=base.weekday()) if unit == "week" else base.replace(day=1)
    return one_day(day.replace(month=1) if unit == "year" else day, "relative")


def _between_hours(match: re.Match[str], reading: Reading) -> Days | None:
    """150600 to 160600 Dec 2021: from day and hour to day and hour, as in military messages."""
    month, first, last = MONTHS[match["month"].lower()], int(match["first"]), int(match["day"])
    end = day_of(int(match["year"]), month, last) if match["year"] else latest_such(month, last, reading.base)
    if end is None or first > last:
        return None
    return span_of_days(day_of(end.year, month, first), end)


def _moveable(days_after_easter: int, year: int | None, reading: Reading) -> Days | None:
    """Return a day that moves with Easter: of the year named, else the latest such that is not after the report."""
    if year is None and reading.base is None:
        return None
    latest = year or (reading.base.year if reading.base else 0)
    found = [easter(each) + timedelta(days=days_after_easter) for each in (latest, latest - 1) if 1583 <= each <= 4099]
    return one_day(next((day for day in found if year is not None or (reading.base is not None and day <= reading.base)), None))


def _feast(match: re.Match[str], reading: Reading) -> Days | None:
    """On Christmas Eve; on New Year's Day 2017; on Easter Sunday."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    if name in MOVEABLE_FEASTS:
        return _moveable(MOVEABLE_FEASTS[name], int(match["year"]) if match["year"] else None, reading)
    month, day = FEASTS[name]
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
_BEFORE_DAY_ALONE = "|".join(
    rf"(?<=\b{word}\s)" for word in ("on", "on\\sthe", "of\\sthe", "since\\sthe", "until\\sthe", "by\\sthe", "from\\sthe")
)
_NO_DAY = (
    r"\s(?:and\s\d{1,2}[a-z]{0,2}|floors?|storey|anniversary|attempt|minute|hole|day|street|avenue|century|parallel|infantry|battalion|brigade|division|birthday|time|try"
    r"|lap|round|hour|week|month|year|district|regiment|ward|item|mile|km|place|page|tee|over|stage|ballot|vote|night|congress|session|of)\b"
)
"""What a number with such an ending counts when it is no day: "on the 10th floor"."""
_LASTING = r"(?:clashes|fighting|floods|flooding|heat|looting|protests|rains?|rioting|riots|shelling|snow|storms|unrest|violence)"
_FIRST_MONTH = MONTH.replace("<month>", "<first>")
_SHORT_MONTHS = "|".join(sorted(name for name in MONTHS if len(name) == 3))

_MONTH_TOLD = (
    rf"(?<!\d\s)(?<!\d[a-z][a-z]\s)(?<!of\s)\b(?-i:(?=[A-Z]))(?!may\b|april\b|june\b|august\b){MONTH}(?=\s(?:has|was|saw|brought|ended|began)\s)"
    rf"|(?<=,\s)(?-i:(?=[A-Z])){MONTH.replace('<month>', '<alone>')}(?=,\s\d)"
)
_DAY_ALONE = (
    rf"(?:{_BEFORE_DAY_ALONE})(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?:\sof\s(?P<which>this|last)\smonth\b|(?=\s{{0,2}}(?:[.,;:)]|$))"
    rf"|(?<=on\sthe\s\d[snrt][tdh])(?=\s[a-z])(?!{_NO_DAY})|(?<=on\sthe\s\d\d[snrt][tdh])(?=\s[a-z])(?!{_NO_DAY}))"
)
_FROM_HOUR_TO_HOUR = (
    rf"\b(?P<first>[0-3]\d)[0-2]\d[0-5]\d[A-Z]?\s?(?:to|-|–)\s?(?P<day>[0-3]\d)[0-2]\d[0-5]\d[A-Z]?\s"
    rf"(?P<month>{_SHORT_MONTHS})[a-z]{{0,6}}\b"
    rf"(?:\s(?P<year>(?:19|20)\d\d)\b)?"
)

PERIODS: tuple[Form, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolver, opening)
    for pattern, resolver, opening in (
        (rf"\b{WEEKDAY}\s(?:of\s)?(?P<which>last|this)\sweek\b", _weekday_of_week, A_WEEKDAY),
        (
            rf"\b(?:in|over|during|within|for)\s(?:the\s)?(?:last|past|previous)\s(?:{COUNT}\s|(?P<few>few)\s)?(?P<unit>hour|day|week|month)s?\b(?!\sof\b)",
            _past,
            frozenset({"in", "over", "during", "within", "for"}),
        ),
        (
            r"(?:(?<=^)|(?<=\n)|(?<=\W\s))(?:in\s|the\s){0,2}(?:last|past)\s(?P<count>\d{1,2})(?P<few>)\s?(?P<unit>h)(?:rs|ours)?\b(?!\sof\b)",
            _past,
            frozenset({"in", "the", "last", "past"}),
        ),
        (r"\b(?P<count>24|48|72)(?P<few>)\s?(?P<unit>h)(?:rs|ours)?\s(?:up\s)?to\s(?=\d)", _past, A_NUMBER),
        (r"\b(?:in|over|during)\s(?:the\s)?recent\sdays\b", _recent, frozenset({"in", "over", "during"})),
        (
            rf"\b(?:(?<!last\s)(?<!past\s)(?<!first\s){COUNT})\s(?P<unit>day|week)s?\sof\s(?:heavy\s|fierce\s|intense\s|torrential\s)?{_LASTING}\b",
            _days_of,
            A_COUNT,
        ),
        (
            rf"\bthe\sfirst\s{COUNT}\sdays\sof\s(?:(?:this|the)\s(?P<unit>year|month)\b|(?-i:(?=[A-Z])){MONTH})",
            _first_days,
            frozenset({"the"}),
        ),
        (r"\bthe\s(?:beginning|start)\sof\s(?:the|this)\s(?P<unit>week|month|year)\b", _beginning, frozenset({"the"})),
        (rf"\b{WEEKDAY}\sbefore\slast\b", _weekday_before_last, A_WEEKDAY),
        (
            rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?-i:(?=[A-Z])){MONTH},?\s(?:of\s)?(?P<which>last|this)\syear\b",
            _day_of_last_year,
            A_NUMBER,
        ),
        (rf"\b(?-i:(?=[A-Z])){MONTH},?\s(?:of\s)?(?P<which>last|this)\syear\b", _month_of_year, A_MONTH),
        (
            r"\b(?-i:(?=[FMSTW]))(?<=\bon\s)(?-i:(?P<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat))\b\.?(?!\sunivers)",
            _short_weekday,
            frozenset("mon tue tues wed thu thur thurs fri sat".split()),
        ),
        (rf"\b(?P<nth>first|second|third|fourth|last)\sweek\s(?:of|in)\s{MONTH}{_YEAR}", _week_of_month, frozenset({*ORDINALS, "last"})),
        (_MONTH_TOLD, _month_told, A_MONTH),
        (
            _DAY_ALONE,
            _day_of_month,
            A_NUMBER,
        ),
        (
            _FROM_HOUR_TO_HOUR,
            _between_hours,
            A_NUMBER,
        ),
        (rf"\bthe\s(?P<nth>{_DAYS_IN_WORDS})\s(?:day\s)?of\s(?-i:(?=[A-Z])){MONTH}{_YEAR}", _day_in_words, frozenset({"the"})),
        (
            rf"\b(?P<feast>{'|'.join(name.replace(chr(39), '[’' + chr(39) + ']') for name in (*FEASTS, *MOVEABLE_FEASTS))})\b{_YEAR}",
            _feast,
            frozenset(name.split()[0] for name in (*FEASTS, *MOVEABLE_FEASTS)),
        ),
        (
            rf"\b(?-i:(?=[A-Z])){_FIRST_MONTH}\s(?:and|to|until|till|through|-|–)\s(?-i:(?=[A-Z])){MONTH}(?!\s[0-3]?\d\b){_YEAR}",
            _months,
            A_MONTH,
        ),
        (
            rf"\b(?=[ADFJMNOS])(?:(?<=\bbeginning\sof\s)|(?<=\bstart\sof\s)|(?<=\bmiddle\sof\s)|(?<=\bend\sof\s)){MONTH}{_YEAR}",
            _part_of_month,
            A_MONTH,
        ),
        (
            rf"\b(?P<day>[0-3]\d)[0-2]\d[0-5]\d[A-Z]?\s?(?P<month>{_SHORT_MONTHS})\s?(?P<year>(?:19|20)?\d\d)\b",
            _joined_up,
            A_NUMBER,
        ),
        (rf"\b(?P<day>[0-3]\d)(?P<month>{_SHORT_MONTHS})(?P<year>(?:19|20)?\d\d)\b", _joined_up, A_NUMBER),
        (rf"\b(?P<day>[0-3]?\d)-(?P<month>{_SHORT_MONTHS})-(?P<year>(?:19|20)?\d\d)\b", _joined_up, A_NUMBER),
    )
)
"""Patterns with what each resolves to, surest first; they go before those of single days."""
