"""A date as written in a report, and what it means; also as EDTF text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, resolved to the days from ``start`` to ``end`` (both included).

    ``precision`` is day, days, week, month or year. ``how`` is explicit, relative (counted from the report's date or from the date before)
    or assumed (nothing in the text states it). ``is_speech``: the date of a statement ("said on June 8"). ``relation`` is on, since, until,
    before or after. ``part``: the part of the day as written, "night" of "on Monday night"; empty where none is. ``approximate``: "about",
    "early in", "late".
    """

    span: Span
    start: date
    end: date
    precision: str
    how: str = "explicit"
    is_speech: bool = False
    relation: str = "on"
    part: str = ""
    approximate: bool = False

    @property
    def edtf(self) -> str:
        """The date in EDTF (ISO 8601-2): "2016-06-05", "2016-06-03/2016-06-05", "2016-06~", "2011", "../2016-06-05"."""
        return edtf(self)


def edtf(mention: DateMention) -> str:
    """Write a date in EDTF level 1 (ISO 8601-2): "~" for about, "?" for assumed; parts of the day have no form there and are left out.

    What is known to the month or year is written without its days, also where the report was filed before that month or year was over.
    """
    mark = "?" if mention.how == "assumed" else "~" if mention.approximate else ""
    if mention.relation in {"since", "after"}:
        return f"{_shortest(mention.start, mention)}{mark}/.."
    if mention.relation in {"until", "before"}:
        return f"../{_shortest(mention.end, mention)}{mark}"
    first, last = _shortest(mention.start, mention), _shortest(mention.end, mention)
    return f"{first}{mark}" if first == last else f"{first}{mark}/{last}{mark}"


def _shortest(day: date, mention: DateMention) -> str:
    """Return a day as far as it is known: the year, the month or the day."""
    begins_month = mention.start.day == 1
    if mention.precision == "year" and begins_month and mention.start.month == 1 and _is_last_of_month(mention.end):
        return f"{day:%Y}" if mention.end.month == 12 else f"{day:%Y-%m}"
    if mention.precision in {"month", "year"} and begins_month:
        return f"{day:%Y-%m}"
    return day.isoformat()


def _is_last_of_month(day: date) -> bool:
    """Say whether a day is the last of its month."""
    return day == date.max or (day + timedelta(days=1)).day == 1
