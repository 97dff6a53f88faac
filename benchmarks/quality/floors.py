"""Floors of quality: what was reached once is not lost again. Figures may only rise, unless somebody says aloud that they fall."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")

TOLERANCE = 0.0005
"""Differences below this are rounding: the scorers print three decimals."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its floor. ``floor`` None: not yet pinned. Shares from 0 to 1; more is better unless ``lower_is_better``.

    A figure that is not ``pinned`` is only shown: it has no floor and never gets one.
    """

    name: str
    value: float
    floor: float | None
    lower_is_better: bool = False
    pinned: bool = True

    @property
    def holds(self) -> bool:
        """Whether the figure has not fallen behind its floor."""
        if self.floor is None:
            return True
        return self.value <= self.floor + TOLERANCE if self.lower_is_better else self.value >= self.floor - TOLERANCE


def is_cost(name: str) -> bool:
    """Say whether less is better for a figure: shares of errors say so in their names."""
    return any(word in name for word in ("invented", "contradicted", "severe", "look_alikes", "cannot_tell", "calibration_error"))


def is_pinned(name: str) -> bool:
    """Say whether a figure has a floor.

    Of the resolver alone only the share of the ceiling over all corpora has one: new names in the gazetteer move the rest about.
    """
    return ".gold_spans." not in name or name.endswith(".micro.share_of_ceiling")


def read(path: Path = FLOORS) -> dict[str, float]:
    """Return the pinned floors by name; none if the file is not there yet."""
    if not path.exists():
        return {}
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["floors"]
    return floors


def compare(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[Row]:
    """Put every figure beside its floor, sorted by name."""
    return [
        Row(name, value, floors.get(name) if is_pinned(name) else None, lower_is_better=is_cost(name), pinned=is_pinned(name))
        for name, value in sorted(figures.items())
    ]


def raised(rows: list[Row], *, allow_regression: bool) -> dict[str, float]:
    """Return the new floors.

    Raises
    ------
    ValueError
        If a figure has fallen and ``allow_regression`` was not said.
    """
    fallen = [row.name for row in rows if not row.holds]
    if fallen and not allow_regression:
        msg = (
            f"these figures fell below their floors, so nothing was pinned: {', '.join(fallen)} (--allow-regression pins them all the same)"
        )
        raise ValueError(msg)
    return {row.name: round(row.value, 4) for row in rows if row.pinned}


def write(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Pin the floors, sorted by name, one a line."""
    path.write_text(json.dumps({"floors": dict(sorted(floors.items()))}, indent=1) + "\n", encoding="utf-8")
