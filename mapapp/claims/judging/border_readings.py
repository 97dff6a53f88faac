"""Judge a distance from a disputed border under each of its readings, without siding with one.

A verdict is given only where it does not depend on the reading whether the figure fits. Where it fits under some readings and under
others not, the headline is "cannot tell" and the reason says under which it holds: called contradicted, a desk would throw out a figure
that one side's map bears out; called supported, it would print one side's border as the border. Where it fits under all readings, only
better under some, or under none, the verdict is that of the line measured, the nearest one drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from mapapp.claims.claim import Reading, Verdict


class Agreement(StrEnum):
    """Under which readings of a border a figure fits, as the crow flies or by road."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    UNDECIDED = "undecided"


FITTING = frozenset({Verdict.SUPPORTED, Verdict.ROUGHLY, Verdict.BY_ROAD, Verdict.BY_ROAD_IF_OBSTACLE})
"""Verdicts under which a figure need not be doubted."""


def judged_readings(readings: Sequence[tuple[str, float]], judge: Callable[[float], Verdict]) -> tuple[Reading, ...]:
    """Return each reading with its measured distance in km and its verdict."""
    return tuple(Reading(name, round(km, 2), judge(km)) for name, km in readings)


def agreement(readings: Sequence[Reading]) -> Agreement:
    """Say under which readings the figure fits. UNDECIDED: it fits under none, and at least one of them has no verdict."""
    fits = [reading.verdict in FITTING for reading in readings]
    if all(fits):
        return Agreement.ALL
    if any(fits):
        return Agreement.SOME
    return Agreement.NONE if all(reading.verdict is Verdict.CONTRADICTED for reading in readings) else Agreement.UNDECIDED


def headline(nearest: Verdict, readings: Sequence[Reading]) -> Verdict:
    """Return the verdict of a claim from that of the nearest line drawn and those of all readings."""
    if not readings:
        return nearest
    return nearest if agreement(readings) in (Agreement.ALL, Agreement.NONE) else Verdict.CANNOT_TELL
