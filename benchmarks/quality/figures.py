"""What a measure hands back: figures that may become floors, how far chance moves them, and what else is worth printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Figures = dict[str, float]
"""Name with dots -> a share from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The outcome of one measure.

    ``spread`` holds 95 % intervals by the figure's name; ``notes`` are lines for the reader, never pinned.
    """

    figures: Figures
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
