"""Oddities of the real files, put at random rows and counted as they are put there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import numpy as np

PLACE_QUIRKS = {
    "raw_double_quotes": 4e-5,
    "short_rows": 1e-5,
    "broken_rows": 1e-6,
    "empty_admin1": 5e-3,
    "blanks_around_name": 2e-5,
    "cc2_lists_itself": 3e-3,
    "bad_latitude": 2e-6,
    "duplicate_ids": 5e-6,
    "invalid_utf8": 1e-6,
    "empty_name": 1e-6,
}
"""Share of rows with each oddity, at most one in a row. short_rows end behind the time zone or earlier, but not before the population;
broken_rows end before the longitude; a duplicate has the number of the row before it."""
UNUSABLE = frozenset({"broken_rows", "bad_latitude", "empty_name"})
"""Places with these have no alternate names: whoever leaves them out must not find more orphans than there are."""
ALTERNATE_QUIRKS = {
    "short_rows": 5e-4,
    "orphans": 5e-4,
    "raw_double_quotes": 1e-4,
    "blanks_around_name": 1e-4,
    "invalid_utf8": 1e-6,
    "empty_name": 1e-6,
}
"""short_rows have eight columns; orphans belong to no place of the dump."""


class Quirks:
    """Which rows of a file have which oddity."""

    def __init__(self, random: np.random.Generator, rates: Mapping[str, float], rows: int) -> None:
        wanted = {name: max(1, round(rate * rows)) for name, rate in rates.items()}
        kinds = [name for name, count in wanted.items() for _ in range(count)][:rows]
        order = random.permutation(len(kinds)).tolist()
        at = np.sort(random.choice(rows, len(kinds), replace=False)) if kinds else np.zeros(0, dtype=np.int64)
        self._rows, self._kinds = at, [kinds[number] for number in order]
        self.put: Counter[str] = Counter(dict.fromkeys(rates, 0))

    def within(self, first: int, count: int, *, barred: Collection[int] = frozenset()) -> dict[int, str]:
        """Return the oddities of some rows, by position behind the first, and count them; barred positions have none."""
        low, high = np.searchsorted(self._rows, (first, first + count)).tolist()
        found = {int(self._rows[at]) - first: self._kinds[at] for at in range(low, high)}
        found = {at: kind for at, kind in found.items() if at not in barred}
        for at in [at for at, kind in found.items() if kind == "duplicate_ids" and (not at or at - 1 in found or at - 1 in barred)]:
            del found[at]  # the row before must be a plain one of the same chunk
        self.put.update(found.values())
        return found
