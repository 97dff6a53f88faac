"""How far a confidence can be believed, and what is left when only confident answers are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SURE = 0.7
"""From here on an answer counts as confident: the mark at which other geoparsers are compared."""

BINS = 10

Answer = tuple[float | None, bool]
"""The confidence of the place given to a name, None where none was given, and whether it is the right one."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Shares from 0 to 1.

    ``answered``: of the names found, those that were given a place. ``right``: right among the answered. ``confident_right``: right among
    the answers of at least ``SURE``; ``confident_kept``: those answers among all names found. ``error``: the expected calibration error,
    the mean gap between confidence and share of right answers over ten bins of equal width, weighted by their answers. ``brier``: the mean
    square of the gap between confidence and truth. The last two are better when smaller.
    """

    found: int
    answered: float
    right: float
    confident_right: float
    confident_kept: float
    error: float
    brier: float


def calibration(answers: Sequence[Answer]) -> Calibration:
    """Measure the answers given to names that are marked with a point and were found.

    Raises
    ------
    ValueError
        If no name was given a place: nothing can be said then.
    """
    placed = [(confidence, right) for confidence, right in answers if confidence is not None]
    if not placed:
        raise ValueError("no name was given a place, so there is no confidence to measure")
    sure = [right for confidence, right in placed if confidence >= SURE]
    return Calibration(
        found=len(answers),
        answered=len(placed) / len(answers),
        right=sum(right for _, right in placed) / len(placed),
        confident_right=sum(sure) / len(sure) if sure else 0.0,
        confident_kept=len(sure) / len(answers),
        error=expected_error(placed),
        brier=sum((confidence - right) ** 2 for confidence, right in placed) / len(placed),
    )


def expected_error(placed: Sequence[tuple[float, bool]], bins: int = BINS) -> float:
    """Return the expected calibration error over bins of equal width; a confidence on an edge belongs to the bin above it."""
    binned: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in placed:
        binned[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return sum(abs(sum(confidence - right for confidence, right in inside)) for inside in binned) / len(placed)
