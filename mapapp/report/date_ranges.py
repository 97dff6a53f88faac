"""Ranges made of two dates: "from Friday to Wednesday", "30 May - 2 June", "the night of Friday to Saturday", "from 2011 to 2013"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mapapp.report.date_mention import DateMention
from mapapp.report.date_patterns import span_of_days
from mapapp.report.date_words import WEEKDAYS
from mapapp.report.report import Span

_DASH = re.compile(r"[)\]]?\s?(?:-{1,2}|–|—)\s?[(\[]?")
_TO = re.compile(
    r"[)\]]?(?:\s(?:morning|noon|afternoon|evening|night|midnight|dawn))?"
    r"\s(?:to|until|till|through|up to)\s(?:(?:late|early)\s)?(?:on\s)?(?:the\s)?[(\[]?",
    re.IGNORECASE,
)
_INTO = re.compile(r"\s(?:(?:night|evening)\s(?:in)?to\s(?:the\s)?(?:early\s)?|through\s)", re.IGNORECASE)
"""What makes a range without "from": "Monday night into Tuesday", "Sunday through Tuesday"."""
_AND = re.compile(r"[)\]]?\sand\s(?:the\s)?[(\[]?", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:from|nights?\s(?:of|from))\s(?:late\s|early\s|the\s)?$", re.IGNORECASE)
_BETWEEN_BEFORE = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_ON_BEFORE = re.compile(r"\bon\s(?:both\s)?$", re.IGNORECASE)
_LONGEST_GAP = 24
"""Characters between the two dates of a range."""


def with_ranges(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Put together each two dates that are the ends of a range."""
    out: list[DateMention] = []
    position = 0
    while position < len(mentions):
        left, after_left = _with_twin(text, mentions, position)
        found = None
        if after_left < len(mentions):
            right, after_right = _with_twin(text, mentions, after_left)
            found = _range(text, left, right)
        if found is not None:
            out.append(found)
            position = after_right
        else:
            out.append(mentions[position])
            position += 1
    return out


_HEADS_LINE = re.compile(r"[ \t•●▪◦‣*([-]{0,8}$")
_BEHIND_HEAD = re.compile(r"\s?(?:[.:–—-](?:\s|$)|\n|$)")


def in_order(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates, weekdays that head one line after the other in the order of a week.

    "Monday: …, Tuesday: …" in a report of a Monday begins with the Monday before.
    """
    heads = [at for at, mention in enumerate(mentions) if _heads_line(text, mention)]
    out = list(mentions)
    for left, right in itertools.pairwise(reversed(heads)):
        if out[right].start > out[left].start:
            moved = out[right].start - timedelta(days=7)
            out[right] = replace(out[right], start=moved, end=moved)
    return out


def _heads_line(text: str, mention: DateMention) -> bool:
    """Say whether a weekday without its date is the head of a line."""
    if mention.how != "relative" or mention.span.of(text).casefold() not in WEEKDAYS:
        return False
    line_start = text.rfind("\n", 0, mention.span.start) + 1
    before = text[max(line_start, mention.span.start - 10) : mention.span.start]
    return _HEADS_LINE.fullmatch(before) is not None and _BEHIND_HEAD.match(text, mention.span.end) is not None


_ENDING_BEFORE = re.compile(
    r"\b(?:(?P<week>week)|(?P<fortnight>fortnight)|(?P<hours>24[\s-]?(?:hours|hrs|h))|(?P<more>48[\s-]?(?:hours|hrs|h)))"
    r"\s(?:ending|ended|to|up\sto|until)\s(?:(?:on|at)\s)?(?:\d{2}[:.]?\d{2}\s?(?:hours|hrs|h|[ap]m|gmt|utc)?,?\s(?:on\s|of\s)?)?(?:[A-Z][a-z]{2,8}day,?\s)?$",
    re.IGNORECASE,
)
_BEGINNING_BEFORE = re.compile(r"\bweek\s(?:of|beginning|starting|commencing)\s(?:Monday,?\s)?$", re.IGNORECASE)
_LENGTHS = {"week": 6, "fortnight": 13, "hours": 1, "more": 2}


def with_lengths(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates, those that end a period as the whole of it: "week ending 5 May", "24 hours to 0600 hrs 6 May"."""
    return [_with_length(text, mention) if mention.precision == "day" else mention for mention in mentions]


def _with_length(text: str, mention: DateMention) -> DateMention:
    """Return the period that a day ends, or the week that it begins; the day where it does neither."""
    before = text[max(0, mention.span.start - 60) : mention.span.start].replace("\n", " ")
    if mention.how == "explicit" and _BEGINNING_BEFORE.search(before):
        return replace(mention, end=mention.start + timedelta(days=_LENGTHS["week"]), precision="week")
    found = _ENDING_BEFORE.search(before)
    days = span_of_days(mention.start - timedelta(days=_LENGTHS[found.lastgroup]), mention.end) if found and found.lastgroup else None
    return mention if days is None else replace(mention, start=days.start, precision=days.precision)


def _with_twin(text: str, mentions: Sequence[DateMention], position: int) -> tuple[DateMention, int]:
    """Return a date together with the same one written behind it ("Friday (13/03)"), and the position after both."""
    mention = mentions[position]
    if position + 1 < len(mentions):
        following = mentions[position + 1]
        gap = text[mention.span.end : following.span.start].strip(" ,")
        if gap in {"", "(", "["} and (mention.start, mention.end) == (following.start, following.end):
            return replace(following, span=Span(mention.span.start, following.span.end)), position + 2
    return mention, position + 1


def _range(text: str, left: DateMention, right: DateMention) -> DateMention | None:
    """Return the days from one date to another where the words between and before them say so."""
    if left.precision != right.precision or left.precision not in {"day", "month", "year"} or not _is_range(text, left.span, right.span):
        return None
    start = _not_after(text, left, right)
    days = span_of_days(start, right.end) if start is not None else None
    if days is None:
        return None
    how = "explicit" if left.how == right.how == "explicit" else "relative"
    precision = days.precision if left.precision == "day" else right.precision
    return DateMention(Span(left.span.start, right.span.end), days.start, days.end, precision, how)


def _is_range(text: str, left: Span, right: Span) -> bool:
    """Say whether what stands between two dates, and before them, makes them a range."""
    if right.start - left.end > _LONGEST_GAP:
        return False
    gap = text[left.end : right.start].replace("\n", " ")
    before = text[max(0, left.start - 24) : left.start].replace("\n", " ")
    if _DASH.fullmatch(gap) or _INTO.fullmatch(gap):
        return True
    if _AND.fullmatch(gap):
        return _BETWEEN_BEFORE.search(before) is not None or (_ON_BEFORE.search(before) is not None and _are_weekdays(text, left, right))
    if _TO.fullmatch(gap):
        return _FROM_BEFORE.search(before) is not None or (left.of(text)[-1:].isalnum() and right.of(text)[:1].isdigit())
    return False


def _are_weekdays(text: str, left: Span, right: Span) -> bool:
    """Say whether two dates are a weekday and the next: "on Friday and Saturday"."""
    first, second = WEEKDAYS.get(left.of(text).casefold()), WEEKDAYS.get(right.of(text).casefold())
    return first is not None and second == (first + 1) % 7


def _not_after(text: str, left: DateMention, right: DateMention) -> date | None:
    """Return the first day of a range: the latest such day before its end, as "from Friday to Wednesday" means it."""
    if left.start <= right.start:
        return left.start
    if left.span.of(text).split()[-1].lower() in WEEKDAYS:
        return left.start - timedelta(days=7 * (1 + (left.start - right.start).days // 7))
    for year in (right.start.year, right.start.year - 1):
        try:
            moved = left.start.replace(year=year)
        except ValueError:  # a 29 February
            continue
        if moved <= right.start:
            return moved
    return None
