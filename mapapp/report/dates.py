"""Find dates in a report and resolve them: "June 5", "on Tuesday", "last night", "in 2011", "(19/01)".

Everything without a year counts from ``base``, the day of the report, and lies in the past: in news "on Tuesday" is today or the latest
Tuesday, never the next. How exactly a date is known is part of the value.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mapapp.report.date_patterns import PATTERNS, Reading, year_only
from mapapp.report.date_words import SMALL_NUMBERS, SPEECH_VERBS, WEEKDAYS
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written, resolved to the days from ``start`` to ``end`` (both included).

    ``precision`` is day, days, week, month or year. ``how`` is explicit or relative (counted from the report's date or from the date
    before). ``is_speech``: the date of a statement ("said on June 8"). ``relation`` is on, since, until, before or after.
    """

    span: Span
    start: date
    end: date
    precision: str
    how: str = "explicit"
    is_speech: bool = False
    relation: str = "on"


_ANAPHORIC = re.compile(
    r"\b(?:(?P<count>\d{1,2}|a|one|two|three|four|five|six|seven)\sdays?\s(?P<way>earlier|later|before|after)"
    r"|(?:the\s)?(?P<same>same\s(?:day|night|evening|morning|date))|the\s(?P<step>next|following|previous|preceding)\s(?:day|morning|night)"
    r"|(?P<before>the\sday\sbefore)(?!\syesterday)|(?P<after>the\sday\safter))\b",
    re.IGNORECASE,
)

_SAYS = "|".join(sorted(SPEECH_VERBS, key=len, reverse=True))
_SPEECH_BEFORE = re.compile(
    rf"\b(?:{_SAYS})\s(?:(?:also|again|here|late|later|early|earlier|only|in|at|on|to|by|an?|the|his|her|its|their|press|news|written|video|televised|radio"
    r"|statement|communique|interview|briefing|conference|address|speech|nation|telephone|reporters|journalists|afp|reuters|ap|efe|acan-efe|dpa|upi"
    r"|xinhua|tass|media|agency)\s){0,8}$",
    re.IGNORECASE,
)
_SPEECH_AFTER = re.compile(
    rf"\s(?:also\s|again\s|officially\s|publicly\s|night\s|morning\s|evening\s|afternoon\s)?(?:{_SAYS})\b", re.IGNORECASE
)
_OPENING_SPEECH = re.compile(
    rf",?\s(?:(?!{_SAYS}|that\b|when\b)[\w.'’-]+\s){{1,8}}(?:{_SAYS})\s(?:that|it|the|he|she|they|there|in\sa)\b", re.IGNORECASE
)
_RELATION = re.compile(r"\b(since|until|till|before|after|by)\s(?:the\s|late\s|early\s)?$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n]\s{0,4})(?:on\s|late\s|early\s|late\son\s|earlier\s)?$", re.IGNORECASE)


def _raw_mentions(text: str, reading: Reading) -> Iterator[DateMention]:
    """Yield what the patterns find, overlaps included, surest patterns first."""
    for pattern, resolve in PATTERNS:
        for match in pattern.finditer(text):
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
        anchor = anchors[position - 1].start
        yield DateMention(Span(*match.span()), *(2 * (anchor + timedelta(days=_step(match)),)), "day", "relative")


def _step(match: re.Match[str]) -> int:
    """Return how many days an anaphoric date lies after the date before it."""
    if match["count"]:
        count = int(match["count"]) if match["count"].isdigit() else SMALL_NUMBERS[match["count"].lower()]
        return count if match["way"].lower() in {"later", "after"} else -count
    if match["step"]:
        return 1 if match["step"].lower() in {"next", "following"} else -1
    return -1 if match["before"] else 1 if match["after"] else 0


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
    out = []
    for mention in mentions:
        day = told.get(mention.span.of(text).lower().split()[-1]) if mention.how == "relative" else None
        out.append(replace(mention, start=day, end=day) if day else mention)
    return out


def _in_context(text: str, mention: DateMention) -> DateMention:
    """Add what the words around say: a statement's date, "since", "until"."""
    before = text[max(0, mention.span.start - 90) : mention.span.start]
    after = text[mention.span.end : mention.span.end + 90]
    flat = re.sub(r"\s+", " ", before)
    flat_after = re.sub(r"\s+", " ", after)
    trimmed = re.sub(r"(?:\b(?:on|in|late|early|earlier)\s){1,3}$", "", flat, flags=re.IGNORECASE)
    speech = bool(_SPEECH_BEFORE.search(trimmed)) or bool(_SPEECH_AFTER.match(flat_after))
    if not speech and _SENTENCE_START.search(flat):
        speech = bool(_OPENING_SPEECH.match(flat_after))
    relation = _RELATION.search(flat)
    word = relation[1].lower() if relation else "on"
    return replace(mention, is_speech=speech, relation={"till": "until", "by": "until"}.get(word, word))


def _order_of_numbers(text: str) -> bool | None:
    """Say whether numeric dates in the text put the day first: True, False, or None where none of them tells."""
    votes: set[bool] = set()
    for match in re.finditer(r"(?<![\d/.-])([0-3]?\d)[/.-]([0-3]?\d)[/.-](?:19|20)?\d\d\b|(?<=[(\[])([0-3]?\d)/([0-3]?\d)(?=[)\]])", text):
        first, second = int(match[1] or match[3]), int(match[2] or match[4])
        if max(first, second) > 12 >= min(first, second):
            votes.add(first > second)
    return votes.pop() if len(votes) == 1 else None


def _own_base(text: str) -> date | None:
    """Return the first full date of the text, to count from where nobody told the report's date."""
    for mention in sorted(_raw_mentions(text, Reading(None, _order_of_numbers(text))), key=lambda mention: mention.span):
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
    reading = Reading(base or _own_base(text), _order_of_numbers(text))
    known = [_in_context(text, mention) for mention in _told_weekdays(text, _without_overlaps(_raw_mentions(text, reading)))]
    later = [_in_context(text, mention) for mention in _anaphoric(text, known)]
    return tuple(_without_overlaps(iter(known + later)))
