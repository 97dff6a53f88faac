"""The written forms of dates, each with what it resolves to: a pattern and a small function a form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from mapapp.report.date_words import MONTHS, SMALL_NUMBERS, WEEKDAYS
from mapapp.report.starts import NUMBER, YEAR, Opening

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
_YEAR = r"(?:,?\s{1,3}(?:of\s)?(?P<year>(?:19|20)\d\d|\d\d(?=\s|[,.;:)\]]|$)(?!:\d|\s*(?:[a-z]|per cent|%))))?"
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


def _entry_day(match: re.Match[str], reading: Reading) -> Days | None:
    """14.04. at the head of an entry, or behind a word of time: the day first, and no year."""
    text, start = match.string, match.start()
    line_start = text.rfind("\n", 0, start) + 1
    before = text[max(line_start, start - 12) : start]
    if before.strip(_LINE_MARKS) and not _BEFORE_DAY.search(before):
        return None
    return one_day(latest_such(int(match["second"]), int(match["first"]), reading.base))


def _entry_numeric(match: re.Match[str], reading: Reading) -> Days | None:
    """14/04 at the head of an entry."""
    text, start = match.string, match.start()
    before = text[max(text.rfind("\n", 0, start) + 1, start - 12) : start]
    return None if before.strip(_LINE_MARKS) else _numeric(match, reading)


def _at_head_of_line(match: re.Match[str], *, mark: str = "") -> bool:
    """Say whether a date begins its line, behind bullets or numbers only, or stands behind a mark."""
    text, start = match.string, match.start()
    before = text[max(text.rfind("\n", 0, start) + 1, start - 12) : start]
    return not before.strip(_LINE_MARKS) or (mark != "" and before.rstrip().endswith(mark))


def _entry_weekday(match: re.Match[str], reading: Reading) -> Days | None:
    """Sat., 1:20 a.m.; Mon 4 / at the head of a line: the number is a day of the month."""
    base = reading.base
    if base is None or not _at_head_of_line(match):
        return None
    number = next(number for name, number in WEEKDAYS.items() if name.startswith(match["short"].lower()))
    latest = base - timedelta(days=(base.weekday() - number) % 7)
    if not match["day"]:
        return one_day(latest, "relative")
    weeks = (latest - timedelta(weeks=back) for back in range(MOST_WEEKS_BACK))
    return one_day(next((day for day in weeks if day.day == int(match["day"])), None))


MOST_WEEKS_BACK = 30
"""Weekday and day of the month are looked for so many weeks back."""


def _week_of_year(match: re.Match[str], reading: Reading) -> Days | None:
    """Week 33: 7 dead; the weeks of the year are counted from Monday, as in ISO 8601."""
    base = reading.base
    if base is None or not _at_head_of_line(match):
        return None
    try:
        monday = date.fromisocalendar(base.year, int(match["week"]), 1)
        if monday > base:
            monday = date.fromisocalendar(base.year - 1, int(match["week"]), 1)
    except ValueError:
        return None
    return Days(monday, monday + timedelta(days=6), "week", "explicit")


def _labelled_year(match: re.Match[str], reading: Reading) -> Days | None:
    """2007: over 130 killed; For comparison: 2009, Lahore, 8 killed."""
    return year_only(match, reading) if _at_head_of_line(match, mark=":") else None


_LINE_MARKS = " \t•●▪◦‣*([-–)0123456789."
_BEFORE_DAY = re.compile(r"(?:\b(?:on|of|from|since|until|till|dated)|[.;–-])\s$", re.IGNORECASE)


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
    if (prefix in {"last", "past"} or match["suffix"]) and back == 0:
        back = 7
    return one_day(reading.base - timedelta(days=back), "relative")


def _today(match: re.Match[str], reading: Reading) -> Days | None:
    """Today, this morning, yesterday, last night, overnight."""
    if reading.base is None:
        return None
    words = " ".join(match[0].lower().split())
    if words.startswith(("overnight", "in the", "during the")):
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
        if unit == "hour":
            return one_day(base, "relative")
        return Days(base - timedelta(days=6), base - timedelta(days=2), "days", "relative") if unit == "day" else None
    return counted_ago(base, int(written) if written.isdigit() else SMALL_NUMBERS[written], unit)


def counted_ago(base: date, count: int, unit: str) -> Days | None:
    """Return the day so many hours, days, weeks, months or years before another, as exactly as such a count is meant."""
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
_TODAY = (
    rf"\b(?:the day before yesterday|today|tonight|this (?:{_TIMES_OF_DAY})|yesterday|last (?:night|evening)|overnight"
    r"|(?:(?<=^)|(?<=\n)|(?<=[.!?]\s))(?:in|during) the night(?!\s(?:of|from|to|between|before|after)\b))\b"
)

_SHORT_WEEKDAY = r"\b(?-i:(?P<short>Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:s|rs|urs)?)\b"

A_NUMBER: Opening = frozenset({NUMBER})
A_MONTH: Opening = frozenset(MONTHS)
A_WEEKDAY: Opening = frozenset(WEEKDAYS)
A_COUNT: Opening = frozenset({NUMBER, "several", *SMALL_NUMBERS})
_A_SHORT_WEEKDAY: Opening = frozenset(day + ending for day in "sun mon tue wed thu fri sat".split() for ending in ("", "s", "rs", "urs"))
_A_PREPOSITION: Opening = frozenset(
    "in since during of until till by from to through between before after early late mid throughout and back".split()
)

Form = tuple[re.Pattern[str], Resolver, Opening]
"""How a date may be written, what it then stands for, and the words that it may begin with: the pattern is tried there alone."""

PATTERNS: tuple[Form, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), resolver, opening)
    for pattern, resolver, opening in (
        (r"\b(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)", _iso, A_NUMBER),
        (
            r"(?<![\d/.,-])(?P<first>[0-3]?\d)(?P<sep>[/.-])(?P<second>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)?\d\d)\b(?![/.-]\d)",
            _numeric,
            A_NUMBER,
        ),
        (r"(?<=[(\[])(?P<first>[0-3]?\d)(?P<sep>/)(?P<second>[0-3]?\d)(?P<year>)(?=[)\]])", _numeric, A_NUMBER),
        (
            r"(?<![^\s•●▪◦‣*(\[-])(?P<first>0[1-9]|[12]\d|3[01])(?P<sep>\.)(?P<second>0[1-9]|1[0-2])(?P<year>)(?:\.(?=[\s:,;)–-]|$)|(?=:\s|\s?[/|]\s|,\s|\s(?:at|in|near)\s|\s[0-2]?\d[:.h][0-5]\d))",
            _entry_day,
            A_NUMBER,
        ),
        (r"(?<![^\s•●▪◦‣*(\[-])(?P<first>[0-3]\d)(?P<sep>/)(?P<second>[01]\d)(?P<year>)(?=\s?[-–—:|]|\s[A-Z])", _entry_numeric, A_NUMBER),
        (r"(?<=,\s)(?P<first>[0-3]?\d)(?P<sep>/)(?P<second>[01]?\d)(?P<year>)(?=[:,;]\s|\s[-–—|/]\s)", _numeric, A_NUMBER),
        (rf"{_SHORT_WEEKDAY}(?:\.,?|,)?\s(?P<day>[0-3]?\d)(?=\s?[/|:–—-]|,)(?!:\d)", _entry_weekday, _A_SHORT_WEEKDAY),
        (
            rf"{_SHORT_WEEKDAY}(?P<day>)(?=\.,|,\s|\.?\s(?:[0-2]?\d[:.h]?\d\d|[/|–—-]\s|[0-2]?\d\s?[ap]\.?m))",
            _entry_weekday,
            _A_SHORT_WEEKDAY,
        ),
        (r"\bWeek\s(?P<week>[0-5]?\d)(?=\s?[:,–—])", _week_of_year, frozenset({"week"})),
        (r"(?<=\bon\s)(?P<first>[0-3]?\d)(?P<sep>/)(?P<second>[01]?\d)(?P<year>)(?![/\d]|\.\d)\b", _numeric, A_NUMBER),
        (rf"\b{_DAY}{_TO_DAY}\s(?:of\s)?{_CAPITAL_OR_CAPS}{MONTH}{_YEAR}{_NO_NAME}", _month_day, A_NUMBER),
        (rf"\b{_CAPITAL_OR_CAPS}{MONTH}\s{{1,2}}(?:the\s)?{_DAY}{_TO_DAY}{_YEAR}{_NO_NAME}", _month_day, A_MONTH),
        (rf"\b{_CAPITAL_OR_CAPS}{MONTH},?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b", _month_only, A_MONTH),
        (
            rf"\b{_CAPITAL_OR_CAPS}(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\blast\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bduring\s)|(?<=\bmid-)|(?<=\bof\s)){MONTH}",
            _month_only,
            A_MONTH,
        ),
        (
            rf"\b{_PREPOSITION}[\s-](?:the\s)?(?:summer\s|spring\s|autumn\s|winter\s|fall\s)?(?:of\s)?(?P<year>(?:19|20)\d\d)\b(?![-/]\d)",
            year_only,
            _A_PREPOSITION,
        ),
        (
            r"(?:\b(?:the|an?|another|similar|deadly|major|[a-z]+[’']s)\s)(?P<year>(?:19|20)\d\d)(?=\s(?-i:[a-z]))(?!\smodel\b)",
            year_only,
            frozenset({YEAR}),
        ),
        (r"(?:,\s|\b[a-z]{2,10}\s)(?P<year>(?:19|20)\d\d)(?=,\s(?:when|in\swhich)\b)", year_only, frozenset({YEAR})),
        (r"(?<![\d/.,-])(?P<year>(?:19|20)\d\d)(?=[:,]\s)", _labelled_year, A_NUMBER),
        (
            # The letters come first: most words are out by theirs.
            (
                rf"\b(?=[lpntcmwfs]){_NO_NAMED_DAY}(?:(?P<prefix>last|past|next|this coming|coming|this)\s)?{WEEKDAY}"
                rf"(?P<suffix>\slast\b(?!\s(?:week|month|year|night)))?(?!-(?!{'|'.join(WEEKDAYS)}))"
            ),
            _weekday,
            A_WEEKDAY | {"last", "past", "next", "this", "coming"},
        ),
        (_TODAY, _today, frozenset("the today tonight this yesterday last overnight in during".split())),
        (rf"\b{COUNT}\s(?P<unit>hour|day|week|month|year)s?\sago\b", _ago, A_COUNT),
        (r"\b(?P<which>a)\s(?:[a-z]{4,12}\s)?(?P<unit>weekend)(?=\s(?:of|that|in\swhich|when)\b)", _period, frozenset({"a"})),
        (r"\b(?P<which>last|this|past|the)\s(?P<unit>weekend)\b", _period, frozenset({"last", "this", "past", "the"})),
        (r"\b(?P<which>last|this)\s(?P<unit>week|month|year)\b", _period, frozenset({"last", "this"})),
    )
)

WITH_MARKS = re.compile(r"\d[/.-]\d")
