"""Where a form may begin in a text: at some words and at numbers. A pattern is tried there alone, not at every character of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Opening = frozenset[str]
"""The first words of a form in lower case; :data:`NUMBER` stands for any number, :data:`YEAR` for what stands before a year."""

NUMBER = "0"
YEAR = "2000"

_RUN = re.compile(r"[^\W\d_]+|\d+")


class Starts:
    """Where each word and each number of a text begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Opening, list[int]] = {}
        self._at: dict[str, list[int]] = {}
        numbers: list[int] = []
        before_years: list[int] = []
        last = one_before_last = 0
        for run in _RUN.finditer(text):
            start, written = run.start(), run[0]
            if not written.isdecimal():
                self._at.setdefault(written.casefold(), []).append(start)
            else:
                numbers.append(start)
                if len(written) == len(YEAR):
                    # "the 2009 quake", "the quake’s 2009 toll", ", 2009"
                    before_years += (one_before_last, last, max(0, start - 2))
            one_before_last, last = last, start
        self._at[NUMBER], self._at[YEAR] = numbers, before_years

    def of(self, opening: Opening) -> list[int]:
        """Return the offsets at which a form with this opening may begin, in order."""
        found = self._known.get(opening)
        if found is None:
            found = self._known[opening] = sorted({at for word in opening for at in self._at.get(word, ())})
        return found

    def matches(self, pattern: re.Pattern[str], opening: Opening) -> Iterator[re.Match[str]]:
        """Yield what ``pattern.finditer`` finds in the text, for a pattern that begins as said."""
        end = 0
        for at in self.of(opening):
            found = pattern.match(self._text, at) if at >= end else None
            if found is not None:
                yield found
                end = found.end()


@lru_cache(maxsize=2)  # dates and claims ask for those of the one report being read
def starts_in(text: str) -> Starts:
    """Return where each word and each number of a text begins."""
    return Starts(text)
