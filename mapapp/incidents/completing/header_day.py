"""The day and the town in the header of a register, a log or a digest: entries without a day or place of their own are of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.placing.sites import PlacedSite
from mapapp.report.date_patterns import span_of_days
from mapapp.report.dates import DateMention
from mapapp.toponyms.toponym import Toponym

LONGEST_HEADER = 200
"""Characters of a header; what stands behind the first blank line is none of it."""

_OF_ONE_DAY = re.compile(
    r"\b(?:log|blotter|diary|register|calls?\sfor\sservice|daily|incidents?\s(?:of|on|for|from|sheet)|occurrences?\s(?:of|on|for|sheet|book)"
    r"|round-?up|tally|toll|today|events\sof|(?:date|day|reporting\speriod|period(?:\scovered)?)\s?:)",
    re.IGNORECASE,
)
"""What tells that a header's day is the day of what the entries tell, and not only that on which the paper was written."""

_OF_SEVERAL_DAYS = re.compile(
    r"\b(?:week|weekly|weekend|hours|h|events|digest|round-?up|tally|count|list|sheet|blotter|diary|notices|statement|report|period|fortnight|summary|highlights|log|register|chronology|chronicle|review"
    r"|overview|bulletin|covering|monthly|month)\b",
    re.IGNORECASE,
)


_COVERS = re.compile(
    r"\b(?:reporting\speriod|period(?:\s(?:covered|under\sreview|of\s(?:report|coverage)))?\s?:|covering|(?:log|chronology|blotter|register|diary)\b"
    r"|incidents?\s(?:of|on|for|from|sheet)|events\sof)",
    re.IGNORECASE,
)
"""What tells that all that follows is of the days of the header, whether it begins a line or not."""


def header_day(text: str, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the day, or the days, that a header gives to the entries below it; None where there is no such header.

    Parameters
    ----------
    text
        The report.
    dates
        Its dates, in order.
    """
    header = _header(text)
    inside = [mention for mention in dates if mention.span.end <= len(header)]
    found = _since(text, inside) or next((mention for mention in inside if mention.how == "explicit"), None)
    if found is None:
        return None
    if found.precision == "day":
        return found if _OF_ONE_DAY.search(header) else None
    return found if found.precision in {"days", "week", "month"} and _OF_SEVERAL_DAYS.search(header) else None


def header_period(text: str, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the days that a header says the paper to cover; None where it names none, or only one.

    Parameters
    ----------
    text
        The report.
    dates
        Its dates, in order.
    """
    day = header_day(text, dates)
    return day if day is not None and day.precision in {"days", "week"} else None


def _since(text: str, inside: Sequence[DateMention]) -> DateMention | None:
    """Return the days from which a header says that it counts until its own: "24 June 2022 (figures since 15 June)"."""
    days_of_it = [mention for mention in inside if mention.precision == "day"]
    first = next((mention for mention in days_of_it if _SINCE.search(text, max(0, mention.span.start - 12), mention.span.start)), None)
    if first is None or "\n\n" not in text[first.span.end :][:LONGEST_HEADER]:
        return None
    until = max(mention.end for mention in inside)
    days = span_of_days(first.start, until)
    if days is None or days.precision == "day":
        return None
    return replace(first, start=days.start, end=days.end, precision=days.precision, relation="on", is_speech=False)


_SINCE = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)


def _last_hours(text: str, dates: Sequence[DateMention]) -> DateMention | None:
    """Return the hours that a line near the top says to be told of: "Last 24 h: 2 dead"."""
    near = (mention for mention in dates if mention.span.start < LAST_HOURS_WITHIN)
    return next((mention for mention in near if _LAST_HOURS.match(mention.span.of(text))), None)


LAST_HOURS_WITHIN = 300
"""Characters within which a line tells of which hours a paper is."""

_LAST_HOURS = re.compile(r"(?:in\s|the\s){0,2}(?:last|past)\s(?:24|48|72)\s?h", re.IGNORECASE)


def _header(text: str) -> str:
    blank = text.find("\n\n", len(text) - len(text.lstrip()))
    return text[: min(blank if blank >= 0 else LONGEST_HEADER, LONGEST_HEADER)]


_OF_A_TOWN = re.compile(
    r"\b(?:log|blotter|diary|register|calls?\sfor\sservice|daily|bulletin|court\s(?:list|report|round-?up))\b", re.IGNORECASE
)


def header_town(text: str, named: Sequence[Toponym]) -> Toponym | None:
    """Return the only town that the header of a register names; None where there is no such header.

    Parameters
    ----------
    text
        The report.
    named
        All names of the report, in order.
    """
    header = _header(text).partition("\n")[0]
    towns = [t for t in named if t.span.end <= len(header) and t.place is not None and t.place.is_point and not t.demonym]
    return towns[0] if len(towns) == 1 and _OF_A_TOWN.search(header) else None


def place_by_header(drafts: Sequence[Draft], text: str, town: PlacedSite | None) -> None:
    """Put the entries of a register that have no place of their own into the town of its header; what they recall stays without."""
    if town is None:
        return
    for draft in drafts:
        start = draft.first.span.start
        begins_line = not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t•●▪◦‣*·-–—()0123456789.")
        if draft.site is None and draft.parent is None and not draft.first.recalled and (draft.first.entry or begins_line):
            draft.site, draft.site_inherited = town, True


def date_by_header(drafts: Sequence[Draft], text: str, dates: Sequence[DateMention]) -> None:
    """Give the entries of a register that have no day of their own the day of its header; what they recall stays undated."""
    counted = _since(text, [mention for mention in dates if mention.span.end <= len(_header(text))])
    if counted is not None:
        for draft in drafts:
            if draft.date is not None and counted.start <= draft.date.start and draft.date.span.end <= len(_header(text)):
                draft.date = counted  # the day of the paper, taken for that of the news
    undated = [draft for draft in drafts if draft.date is None and not draft.first.recalled]
    day = (counted or header_day(text, dates) or _last_hours(text, dates)) if undated else None
    if day is None:
        return
    covered = day.precision != "day" or _COVERS.search(text, 0, day.span.start) is not None
    for draft in undated:
        if draft.first.entry or covered:
            draft.date, draft.date_inherited = day, True
