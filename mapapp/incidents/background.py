"""What a report only recalls: old dates beside new ones, and words of memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mapapp.incidents.words import Word

OLD_DAYS = 60
"""An incident that ended longer than this before the report is recalled, not reported."""

_MEMORY_PHRASES = """
    previous attack | last such | earlier attack | similar attack | first such | years ago | months ago | last year | since then
    | in the past
"""
_MEMORY = tuple(tuple(phrase.split()) for phrase in _MEMORY_PHRASES.split("|"))


def is_background(words: Sequence[Word], end: date | None, base: date | None, *, year_only: bool = False) -> bool:
    """Say whether an incident is only recalled.

    Parameters
    ----------
    words
        The sentence that tells of it.
    end
        Its last day, if dated.
    base
        The day of the report, or of the latest incident where that is not known.
    year_only
        Whether the date is only known to the year: any earlier year is recalled then.
    """
    if end is not None and base is not None:
        return end.year < base.year if year_only else (base - end).days > OLD_DAYS
    lows = [word.low for word in words]
    return end is None and any(
        tuple(lows[at : at + len(pattern)]) == pattern for pattern in _MEMORY for at in range(len(lows) - len(pattern) + 1)
    )
