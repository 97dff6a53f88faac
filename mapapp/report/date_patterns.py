"""The written forms of dates, each with what it resolves to: a pattern and a small function a form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from mapapp.report.date_words import MONTHS, SMALL_NUMBERS, WEEKDAYS

FUTURE_SLACK_DAYS = 1
"""A report may be dated a day before what it tells, on the other side of the date line: no year is taken off for that."""

LATEST_YEAR_WITHOUT_BASE = 2040
"""Two-digit years up to this one are of the 21st century where the report's own date is not known."""


@dataclass(frozen=True, slots=True)
class Days:
    """What a pattern yields: days and how they were found; None for a day that does not exist or cannot be told."""

    start: date
    end: date
    precision: str
    how: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the resolvers need to know of the text around: its day, and whether 05/06 means 5 June in it (None: not known)."""

    base: date | None
    day_first: bool | None


Resolver = Callable[[re.Match[str], Reading], "Days | None"]

MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_TO_DAY = r"(?:\s?(?:-|–|/|to|and|through|until)\s?(?:the\s)?(?P<to>[0-3]?\d)(?:st|nd|rd|th)?\b)?"
_YEAR = r"(?:,?\s{1,3}(?:of\s)?(?P<year>(?:19|20)\d\d|\d\d(?=\s|[,.;:)\]]|$)(?!\s*(?:[a-z]|per cent|%))))?"
_NO_NAME = (
    r"(?!\s(?:Street|Road|Avenue|Square|Movement|Brigades?|Bridge|Boulevard|Party|Organi[sz]ation|Coalition|Alliance|District|Highway"
    r"|Revolution)\b)"
)
WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAYS) + r")\b"
_NO_NAMED_DAY = r"(?<!black\s)(?<!bloody\s)(?<!good\s)(?<!holy\s)(?<!easter\s)(?<!palm\s)(?<!ash\s)"
"""Black Saturday, Good Friday: names of days long past, or of feasts."""
COUNT = r"(?P<count>\d{1,3}|" + "|".join(SMALL_NUMBERS) + r"|a couple of|a few|several)"


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date | None, how: str = "explicit") -> Days | None:
    """Return a single day."""
    return None if day is None else Days(day, day, "day", how)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if year < date.max.year else date.max


def _full_year(written: str, base: date | None) -> int:
    """Return the year meant by two or four digits: never more than a year after the report."""
    year = int(written)
    if year >= 100:
        return year
    latest = base.year + 1 if base else LATEST_YEAR_WITHOUT_BASE
    return 2000 + year if 2000 + year <= latest else 1900 + year


def latest_such(month: int, day: int, base: date | None) -> date | None:
    """Return the latest such day that is not after the report (one day of slack)."""
    if base is None:
        return None
    for year in range(base.year + 1, base.year - 9, -1):  # eight years back reach a 29 February
        found = day_of(year, month, day)
        if found and found <= base + timedelta(days=FUTURE_SLACK_DAYS):
            return found
    return None


def span_of_days(start: date | None, end: date | None, how: str = "explicit") -> Days | None:
    """Return a range with the precision that fits its length."""
    if start is None or end is None or end < start:
        return None
    length = (end - start).days + 1
    precision = "day" if length == 1 else "days" if length <= 6 else "week" if length <= 10 else "month" if length <= 31 else "year"
    return Days(start, end, precision, how)


def _iso(match: re.Match[str], reading: Reading) -> Days | None:
    """2016-06-05."""
    del reading
    return one_day(day_of(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], reading: Reading) -> Days | None:
    """06/05/2016, 19.1.16, (19/01): the order of day and month is decided by the text, then by the report's date."""
    first, second = int(match["first"]), int(match["second"])
    year = _full_year(match["year"], reading.base) if match["year"] else None
    found = []
    for day_first, (day, month) in ((True, (first, second)), (False, (second, first))):
        if not 1 <= month <= 12:
            continue
        value = day_of(year, month, day) if year else latest_such(month, day, reading.base)
        if value is not None:
            found.append((day_first, value))
    told_order = True if match["sep"] == "." else reading.day_first  # nobody writes the month first before a full stop
    if told_order is not None and len(found) > 1:
        found = [pair for pair in found if pair[0] == told_order]
    if len({value for _, value in found}) == 1:
        return one_day(found[0][1])
    base = reading.base
    if base is None or not found:
        return Days(date(year, 1, 1), date(year, 12, 31), "year", "explicit") if year and found else None
    past = [value for _, value in found if value <= base + timedelta(days=FUTURE_SLACK_DAYS)]
    near = [value for value in past if (base - value).days <= 45]
    return one_day(near[0]) if len(near) == 1 else one_day(max(past)) if past else None


def _month_day(match: re.Match[str], reading: Reading) -> Days | None:
    """June 5, 2016; 5 June; 5-7 June."""
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    if match["year"]:
        year = _full_year(match["year"], reading.base)
        start = day_of(year, month, day)
    else:
        start = latest_such(month, day, reading.base)
    if start is None:
        return None
    if match["to"]:
        return span_of_days(start, day_of(start.year, month, int(match["to"]))) or one_day(start)
    return one_day(start)


def _month_only(match: re.Match[str], reading: Reading) -> Days | None:
    """In June 2016, last March, early May."""
    month = MONTHS[match["month"].lower()]
    written = match["year"] if "year" in match.re.groupindex else None
    if written:
        year = int(written)
    elif reading.base:
        year = reading.base.year - (month > reading.base.month)
    else:
        return None
    start, end = date(year, month, 1), month_end(year, month)
    if reading.base and start <= reading.base < end:
        end = reading.base
    return Days(start, end, "month", "explicit")


def year_only(match: re.Match[str], reading: Reading) -> Days | None:
    """In 2011; the 2011 attack; 2011-2013."""
    del reading
    year = int(match["year"])
    return Days(date(year, 1, 1), date(year, 12, 31), "year", "explicit")


def _weekday(match: re.Match[str], reading: Reading) -> Days | None:
    """On Tuesday: today or the latest one; "last Tuesday" is never today."""
    if reading.base is None:
        return None
    prefix = (match["prefix"] or "").lower()
    back = (reading.base.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    if prefix in {"next", "coming", "this coming"}:
        return one_day(reading.base + timedelta(days=7 - back), "relative")
    if prefix in {"last", "past"} and back == 0:
        back = 7
    return one_day(reading.base - timedelta(days=back), "relative")


def _today(match: re.Match[str], reading: Reading) -> Days | None:
    """Today, this morning, yesterday, last night, overnight."""
    if reading.base is None:
        return None
    words = " ".join(match[0].lower().split())
    if words.startswith("overnight"):
        return Days(reading.base - timedelta(days=1), reading.base, "days", "relative")
    if "day before yesterday" in words:
        return one_day(reading.base - timedelta(days=2), "relative")
    back = 1 if words.startswith(("yesterday", "last")) else 0
    return one_day(reading.base - timedelta(days=back), "relative")


def _ago(match: re.Match[str], reading: Reading) -> Days | None:
    """Three days ago, two weeks ago, five months ago, ten years ago."""
    base, unit, written = reading.base, match["unit"].lower(), match["count"].lower()
    if base is None:
        return None
    if written in {"a few", "several", "a couple of"}:
        return Days(base - timedelta(days=6), base - timedelta(days=2), "days", "relative") if unit == "day" else None
    count = int(written) if written.isdigit() else SMALL_NUMBERS[written]
    if unit == "hour":
        return one_day(base, "relative") if count < 12 else Days(base - timedelta(days=1 + count // 24), base, "days", "relative")
    if unit == "day":
        return one_day(base - timedelta(days=count), "relative")
    if unit == "week":
        middle = base - timedelta(weeks=count)
        return Days(middle - timedelta(days=3), middle + timedelta(days=3), "week", "relative")
    if unit == "month":
        months = base.year * 12 + base.month - 1 - count
        return Days(date(months // 12, months % 12 + 1, 1), month_end(months // 12, months % 12 + 1), "month", "relative")
    year = base.year - count
    return Days(date(year, 1, 1), date(year, 12, 31), "year", "relative") if year > 0 else None


def _period(match: re.Match[str], reading: Reading) -> Days | None:
    """Last week, earlier this week, over the weekend, this month, last year."""
    base = reading.base
    if base is None:
        return None
    unit, this = match["unit"].lower(), match["which"].lower() in {"this", "the"}
    if unit == "weekend":
        saturday = base - timedelta(days=(base.weekday() - 5) % 7)
        return span_of_days(saturday, min(saturday + timedelta(days=1), base), "relative")
    if unit == "week":
        monday = base - timedelta(days=base.weekday())
        start, end = (monday, base) if this else (monday - timedelta(weeks=1), monday - timedelta(days=1))
    elif unit == "month":
        first = base.replace(day=1)
        start, end = (first, base) if this else ((first - timedelta(days=1)).replace(day=1), first - timedelta(days=1))
    else:
        start, end = (date(base.year, 1, 1), base) if this else (date(base.year - 1, 1, 1), date(base.year - 1, 12, 31))
    return Days(start, end, unit, "relative")


_PREPOSITION = r"(?:in|since|during|of|until|till|by|from|to|through|between|before|after|early|late|mid|throughout|and|back in)"
_CAPITAL_OR_CAPS = r"(?-i:(?=[A-Z]))"

_TIMES_OF_DAY = "morning|afternoon|evening|noon|dawn"
_TODAY = rf"\b(?:the day before yesterday|today|tonight|this (?:{_TIMES_OF_DAY})|yesterday|last (?:night|evening)|overnight)\b"

PATTERNS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolver)
    for pattern, resolver in (
        (r"\b(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)\b", _iso),
        (r"(?<![\d/.,-])(?P<first>[0-3]?\d)(?P<sep>[/.-])(?P<second>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)?\d\d)\b(?![/.-]\d)", _numeric),
        (r"(?<=[(\[])(?P<first>[0-3]?\d)(?P<sep>/)(?P<second>[0-3]?\d)(?P<year>)(?=[)\]])", _numeric),
        (rf"\b{_DAY}{_TO_DAY}\s(?:of\s)?{_CAPITAL_OR_CAPS}{MONTH}{_YEAR}{_NO_NAME}", _month_day),
        (rf"\b{_CAPITAL_OR_CAPS}{MONTH}\s{{1,2}}(?:the\s)?{_DAY}{_TO_DAY}{_YEAR}{_NO_NAME}", _month_day),
        (rf"\b{_CAPITAL_OR_CAPS}{MONTH},?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b", _month_only),
        (
            rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\blast\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bduring\s)|(?<=\bmid-)){_CAPITAL_OR_CAPS}{MONTH}",
            _month_only,
        ),
        (
            rf"\b{_PREPOSITION}[\s-](?:the\s)?(?:summer\s|spring\s|autumn\s|winter\s|fall\s)?(?:of\s)?(?P<year>(?:19|20)\d\d)\b(?![-/]\d)",
            year_only,
        ),
        (r"(?:\b(?:the|an?|another|similar|deadly|major|[a-z]+[’']s)\s)(?P<year>(?:19|20)\d\d)(?=\s(?-i:[a-z]))(?!\smodel\b)", year_only),
        (r",\s(?P<year>(?:19|20)\d\d)(?=,\s(?:when|in\swhich)\b)", year_only),
        (rf"\b{_NO_NAMED_DAY}(?:(?P<prefix>last|past|next|this coming|coming|this)\s)?{WEEKDAY}(?!-(?!{'|'.join(WEEKDAYS)}))", _weekday),
        (_TODAY, _today),
        (rf"\b{COUNT}\s(?P<unit>hour|day|week|month|year)s?\sago\b", _ago),
        (r"\b(?P<which>last|this|past|the)\s(?P<unit>weekend)\b", _period),
        (r"\b(?P<which>last|this)\s(?P<unit>week|month|year)\b", _period),
    )
)
