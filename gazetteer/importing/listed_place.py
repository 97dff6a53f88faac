"""What one row of a list of places says, and what is the matter with rows that cannot be used."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind

PROBLEMS_KEPT = 100_000
"""So many unusable rows are kept one by one; a file with more of them is the wrong file, and the rest is only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPlace:
    """One place of a list, such as an analyst keeps.

    ``country`` is ISO 3166-1 alpha-2, empty where the list does not say (it is then asked of the borders). ``place_id`` is the list's own
    identifier, empty where it has none. ``radius_km`` reaches over the extent of a place drawn as an area, None for points. ``line`` is the
    line, row or feature number in the file, from 1.
    """

    name: str
    position: LatLon
    aliases: tuple[str, ...] = ()
    kind: Kind | None = None
    note: str = ""
    country: str = ""
    admin1: str = ""
    population: int | None = None
    radius_km: float | None = None
    place_id: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be used: its line in the file (from 1), and why not."""

    line: int
    reason: str
    file: str = ""


@dataclass(slots=True)
class Problems:
    """What was the matter with a file: the rows left out, and quirks that were mended, counted by kind."""

    rows: list[Problem] = field(default_factory=list)
    left_out: int = 0
    mended: Counter[str] = field(default_factory=Counter)

    def leave_out(self, line: int, reason: str, *, file: str = "") -> None:
        """Count a row that cannot be used."""
        self.left_out += 1
        if len(self.rows) < PROBLEMS_KEPT:
            self.rows.append(Problem(line, reason, file))
