"""What a report only recalls: old dates beside new ones, and words of memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mapapp.incidents.wording.words import Word

OLD_DAYS = 45
"""An incident that ended longer than this before the report is recalled, not reported."""

_MEMORY_PHRASES = """
    previous attack | last such | earlier attack | similar attack | first such | years ago | months ago | last year | since then
    | in the past
"""
_MEMORY: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _MEMORY_PHRASES.split("|"):
    _MEMORY.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))


def is_background(words: Sequence[Word], end: date | None, base: date | None, *, precision: str = "day") -> bool:
    """Say whether an incident is only recalled.

    Parameters
    ----------
    words
        The sentence that tells of it.
    end
        Its last day, if dated.
    base
        The day of the report, or of the latest incident where that is not known.
    precision
        How exactly the date is known: of what is only known by its year any earlier year is recalled, by its month any earlier month.
    """
    if end is not None and base is not None:
        if precision == "year":
            return end.year < base.year
        if precision == "month":
            return (end.year, end.month) < (base.year, base.month)
        return (base - end).days > OLD_DAYS
    if end is not None:
        return False
    lows = [word.low for word in words]
    if _MEMORY.keys().isdisjoint(lows):
        return False
    return any(
        tuple(lows[at : at + len(pattern)]) == pattern and not _lately(words, at + len(pattern))
        for at, low in enumerate(lows)
        for pattern in _MEMORY.get(low, ())
    )


def _lately(words: Sequence[Word], position: int) -> bool:
    """Say whether hours or days follow: "in the past 24 hours" is news."""
    following = words[position : position + 2]
    return any(word.low in {"hours", "days", "day", "week", "weekend", "night", "hour"} for word in following)
