"""Shares reached on sets of our own, and the floors below which they must not fall."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SLACK = 0.01
"""How far below the figure reached a floor is pinned, or by one name where that is more: one name more or less is not a fall."""


@dataclass(slots=True)
class Figures:
    """Shares by name, each with how many names it stands on."""

    values: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, part: int, whole: int) -> float:
        """Note a share; nothing is noted where there is nothing to share."""
        if whole:
            self.values[name] = part / whole
            self.counts[name] = whole
        return part / whole if whole else 0.0

    def add_f1(self, name: str, precision: tuple[int, int], recall: tuple[int, int]) -> None:
        """Note precision, recall and their harmonic mean, from part and whole of each."""
        p = self.add(f"{name}.precision", *precision)
        r = self.add(f"{name}.recall", *recall)
        self.values[f"{name}.f1"] = 2 * p * r / (p + r) if p + r else 0.0
        self.counts[f"{name}.f1"] = recall[1]

    def take(self, prefix: str, other: Figures) -> None:
        """Take over all figures of another under a prefix."""
        self.values |= {f"{prefix}.{name}": value for name, value in other.values.items()}
        self.counts |= {f"{prefix}.{name}": count for name, count in other.counts.items()}


def read_floors(path: Path) -> dict[str, float]:
    """Return the pinned floors by the name of their figure."""
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))["floors"]
    return floors


def raised(floors: Mapping[str, float], result: Figures, *, unpinned: Collection[str] = ()) -> dict[str, float]:
    """Return the floors brought up to a little below the figures; none is ever lowered and none gets lost.

    ``unpinned`` names figures that get no floor.
    """
    reached = {name: round(max(0.0, value - max(SLACK, 1 / result.counts[name])), 3) for name, value in result.values.items()}
    reached = {name: floor for name, floor in reached.items() if name not in unpinned}
    return {name: max(reached.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*reached, *floors})}
