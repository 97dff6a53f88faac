"""Which day of a sentence is that of the event: near its verb, exact, in the same clause; not a day of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.report.dates import DateMention

FAR_DATE = 400
"""A date further from the trigger than so many characters is not bound to it."""

OWNS = re.compile(
    r"['’]s\b|\s(?:\w+\s){0,2}(?:attacks?|bombings?|blasts?|earthquake|quake|crash|fire|floods?|shooting|explosions?|disaster)\b"
)
"""What stands behind the day of an event that is spoken of as known: "Monday's quake", "the 3 May attack"."""

_SEQUEL = re.compile(
    r"\b(?:was|were|been|be)\s(?:later\s|finally\s)?(?:acquitted|buried|charged|convicted|found\s(?:alive|safe)|freed|indicted|jailed|laid\sto\srest"
    r"|let\sgo|released|reunited|sentenced)\b"
    r"|(?:[;,]|\sand)\s(?:a\s(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}th)|another)\s(?:\w+\s){0,2}died\b"
)
"""What happens to people long after; a day behind it is not that of the event."""

_WALL = re.compile(r"[;:]\s|[.!?]\s(?=[A-Z])")
_WHEN = re.compile(r",?\s(?:when|in\swhich|during\swhich)\b")


def _date_cost(mention: DateMention, focus: int, text: str) -> float:
    """Rate a date as that of the event at ``focus``: nearer, explicit and exact is better, and in the same clause."""
    start, end = sorted((focus, mention.span.start))
    if mention.span.end <= focus and _WHEN.match(text, mention.span.end):
        return -1.0  # "in January 1939, when …"
    cost = 120.0 if focus < mention.span.start and _WALL.search(text, start, end) else 0.0
    cost += abs(mention.span.start - focus) / 2.0 + (0.0 if mention.how == "explicit" else 40.0)
    cost += {"day": 0.0, "days": 20.0, "week": 60.0, "month": 100.0, "year": 120.0}[mention.precision]
    return cost + (200.0 if mention.relation != "on" else 0.0)


def bound_date(dates: Sequence[DateMention], focus: int, text: str) -> DateMention | None:
    """Return the date that belongs to the event, dates of speech left out.

    Parameters
    ----------
    dates
        Those of the sentence.
    focus
        Where the word stands that best tells of the event.
    text
        The report.
    """
    usable = [d for d in dates if not d.is_speech and d.relation in {"on", "after", "before"} and abs(d.span.start - focus) < FAR_DATE]
    usable = [d for d in usable if d.span.start < focus or not _SEQUEL.search(text, focus, d.span.start)]
    # "after the 3 May attack": the day stands right before what happened on it.
    usable = [replace(d, relation="on") if 0 <= focus - d.span.end <= 1 else d for d in usable]
    usable = [d for d in usable if d.relation == "on"] or [d for d in usable if d.precision != "day"]
    return min(usable, key=lambda d: _date_cost(d, focus, text)) if usable else None
