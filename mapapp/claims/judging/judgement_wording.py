"""The sentences that say how a stated distance stands to the measured one: short, plain, fit to print, never a bare yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.place import Kind, Place
from mapapp.claims.claim import Reading, Verdict
from mapapp.claims.judging.border_readings import FITTING, Agreement, agreement
from mapapp.claims.statements.units import KILOMETRE, METRE, Unit
from mapapp.claims.wording import interval, kilometres, quoted, times


def stated(low: float, high: float, unit: Unit, *, at_most: bool = False, at_least: bool = False) -> str:
    """Return the number stated in its own unit, with kilometres behind a foreign one: "20 miles (32 km)", "28-30 km", "at most 40 km".

    ``low`` and ``high`` in the unit, equal but for a range.
    """
    written = f"{low:,.10g}" if low == high else f"{low:,.10g}-{high:,.10g}"
    symbol = _SINGULAR.get(unit.symbol, unit.symbol) if low == high == 1 else unit.symbol
    bound = "at most " if at_most else "at least " if at_least else ""
    if unit.km is None or unit in (KILOMETRE, METRE):
        return f"{bound}{written} {symbol}"
    return f"{bound}{written} {symbol} ({interval(low * unit.km, high * unit.km)} km)"


_SINGULAR = {"miles": "mile", "nautical miles": "nautical mile", "yards": "yard", "feet": "foot", "blocks": "block"}


_NO_DISTANCE_KM = 0.05
"""Below this a ratio to the measured distance says nothing."""


def measured(d: float, low: float, high: float, written: str, stated_km: tuple[float, float], *, is_bound: bool = False) -> str:
    """Return what was measured beside what is stated; the verdict follows.

    ``stated_km``: the number, or both numbers of a range. ``is_bound``: it is the bound of an open interval, of which a ratio is no use.
    """
    first = f"{kilometres(d)} km in a straight line ({interval(low, high)}); "
    if is_bound:
        return f"{first}the report says {written}"
    if d <= _NO_DISTANCE_KM:
        return f"{first}{written} is farther than that"
    ratios = [times(km / d) for km in stated_km]
    return f"{first}{written} is {ratios[0] if ratios[0] == ratios[1] else f'{ratios[0]} to {ratios[1]}'} times that"


def judgement(verdict: Verdict, s: float, d: float, low: float, *, open_side: bool = False) -> str:
    """Return a verdict in words. ``s`` stated, ``d`` measured, ``low`` the near end of the measured interval, all in km.

    ``open_side``: the number is a bound ("less than"), so that agreement may be with the side left open.
    """
    if verdict is Verdict.SUPPORTED:
        return "within what is stated" if open_side else "the two agree within their margins"
    if verdict is Verdict.ROUGHLY:
        return "given the extent of the places the two agree roughly"
    if verdict is Verdict.BY_ROAD:
        return "plausible by road, not as a straight line"
    if verdict is Verdict.BY_ROAD_IF_OBSTACLE:
        return "plausible only by a road that has to go round mountains, water or a closed border"
    if verdict is Verdict.CANNOT_TELL:
        return "whether they fit depends on which border is counted"
    if s < low:
        return "does not fit, being shorter than the straight line, which no road can be"
    return f"does not fit, for it would need a road {times(s / d)} times the straight line" if d > _NO_DISTANCE_KM else "does not fit"


def points_used(subject: Place, anchor: Place) -> str:
    """Say between which points was measured."""
    return f"Measured from {_point(subject)} to {_point(anchor)}."


def nearest_point_used(subject: Place, line: str) -> str:
    """Say that was measured to the nearest point of a border or coast."""
    return (
        f"Measured from {_point(subject)} to the nearest point of the {line}; a road to a crossing is longer."
        if line == "border"
        else (f"Measured from {_point(subject)} to the nearest point of the {line}.")
    )


def _point(place: Place) -> str:
    """Name the point that stands for a place."""
    country = f" ({place.country})" if place.country else ""
    return f"{'the centre of ' if place.kind in _TOWNS else ''}{place.name}{country}"


_TOWNS = (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT)


def readings(parts: Sequence[Reading]) -> str:
    """Say what each reading of a disputed border gives, and under which of them the figure holds."""
    each = "; ".join(f"{kilometres(part.measured_km or 0.0)} km ({part.reading}), {_IN_SHORT[part.verdict]}" for part in parts)
    which = agreement(parts)
    if which is Agreement.SOME:
        fitting = " or ".join(f"“{part.reading}”" for part in parts if part.verdict in FITTING)
        outcome = f" The figure holds only under {fitting}; which border the report counts from would settle it."
    else:
        outcome = {
            Agreement.ALL: " The figure holds under all of them.",
            Agreement.NONE: " The figure holds under none of them.",
        }.get(which, "")
    return f"The border is disputed: {each}.{outcome}"


_IN_SHORT = {
    Verdict.SUPPORTED: "the two agree",
    Verdict.ROUGHLY: "the two agree roughly",
    Verdict.BY_ROAD: "plausible by road",
    Verdict.BY_ROAD_IF_OBSTACLE: "plausible only by a long way round",
    Verdict.CONTRADICTED: "does not fit",
    Verdict.CANNOT_TELL: "not judged",
}


def conversion_disagrees(given: str, stated_km: float, other_km: float) -> str:
    """Say that the number in brackets is another distance."""
    return f"The report's own conversion {quoted(given)} does not match: {kilometres(stated_km)} km against {kilometres(other_km)} km."


def figures_disagree(pair: str, figures: Sequence[str], found: str) -> str:
    """Say that reports give figures for one pair of places that no one distance would be rounded to."""
    return f"Figures for {pair} do not agree: {'; '.join(figures)}. {found or 'None of them could be measured.'}"
