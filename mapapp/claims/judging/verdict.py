"""The reference rule: stated interval, verdict, direction verdict. Pure functions of numbers, no place and no text.

The rule was set on 170 claims of wire reports and reference works that were worked through by hand, with the true distance of each. Its
figures stand in :mod:`mapapp.claims.judging.thresholds`.
"""

from __future__ import annotations

from math import atan2, degrees, inf

from mapapp.claims.claim import Interval, Verdict
from mapapp.claims.directions import angle_between_deg, point_deg
from mapapp.claims.judging.thresholds import STANDARD, Thresholds

__all__ = [
    "ABOUT", "ABOVE", "BELOW", "STANDARD", "Thresholds", "between_verdict", "direction_verdict", "half_step", "halfway_verdict",
    "is_doubtful", "open_interval", "side_verdict",
    "stated_interval", "stated_ratio", "verdict",
]  # fmt: skip

ABOUT = ("about", "around", "some", "approximately", "approx", "roughly", "nearly", "almost", "~", "close to", "an estimated")
"""Hedges that widen the stated interval."""

BELOW = ("less than", "under", "within", "up to")
"""Hedges that open the stated interval downwards."""

ABOVE = ("more than", "over", "at least")
"""Hedges that open the stated interval upwards. Just, only and barely change nothing."""


def half_step(number: float) -> float:
    """Return how far the writer may have rounded, in the unit of the text: 315 -> 0.5, 110 -> 5, 100 -> 10, 250 -> 25, 2.5 -> 0.125."""
    if number != int(number):
        return 0.05 * number
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0"))
    significant = len(digits) - zeros
    if significant <= 1 or (significant == 2 and digits.endswith("50")):
        return max(0.5, 0.1 * number)
    return 25.0 if digits.endswith("50") else 0.5 * 10.0**zeros


def stated_interval(
    low: float, high: float, km_per_unit: float = 1.0, hedge: str = "", *, thresholds: Thresholds = STANDARD
) -> tuple[float, float, float]:
    """Return (s_low, s, s_high) in km for a number or range in a unit, with its hedge.

    "100 km": low = high = 100; "28 or 30 km": 28, 30. ``s`` is the number stated, of a range its middle. ``s_high`` may be infinite.
    """
    step = max(half_step(high), thresholds.about_share * high if any(word in hedge for word in ABOUT) else 0.0)
    s_low, s, s_high = max(0.0, low - step), (low + high) / 2.0, high + step
    if any(word in hedge for word in BELOW):
        s_low = 0.0
    if any(word in hedge for word in ABOVE):
        s_high = inf
    return s_low * km_per_unit, s * km_per_unit, s_high * km_per_unit


def verdict(
    s_low: float | None,
    s: float | None,
    s_high: float | None,
    d: float | None,
    u: float | None,
    *,
    confidence: float = 1.0,
    thresholds: Thresholds = STANDARD,
) -> Verdict:
    """Judge a stated distance against a measured one; all in km.

    Parameters
    ----------
    s_low, s, s_high
        The stated interval with its number. None: a vague quantity.
    d, u
        Measured distance and its uncertainty. None: an end unresolved, ambiguous, or an area or long feature known only by a centre.
    confidence
        Of the less sure end, 0 to 1.
    """
    if s is None or s_low is None or s_high is None or d is None or u is None or u > s:
        return Verdict.CANNOT_TELL
    if is_doubtful(s, d, u, confidence=confidence, thresholds=thresholds):
        return Verdict.CANNOT_TELL
    d_low, d_high = max(0.0, d - u), d + u
    if s_low <= d_high and d_low <= s_high:
        return Verdict.SUPPORTED
    ratio = stated_ratio(s, d, u)
    if not thresholds.roughly_low <= ratio <= thresholds.obstacle:
        return Verdict.CONTRADICTED
    if ratio <= thresholds.roughly_high:
        return Verdict.ROUGHLY
    return Verdict.BY_ROAD if ratio <= thresholds.by_road else Verdict.BY_ROAD_IF_OBSTACLE


def is_doubtful(s: float, d: float, u: float, *, confidence: float, thresholds: Thresholds = STANDARD) -> bool:
    """Say whether measured is so far beyond stated that a not quite sure end is more likely another place of that name."""
    return confidence < thresholds.sure_confidence and d - u > thresholds.doubt_factor * s


def stated_ratio(s: float, d: float, u: float) -> float:
    """Return stated number over the nearer end of the measured interval (the far end when the number is beyond it)."""
    d_low, d_high = max(0.0, d - u), d + u
    if s > d_high:
        return s / d_high if d_high else inf
    return s / d_low if d_low else 1.0


def direction_verdict(point: str, bearing_deg: float, d: float, u: float, *, thresholds: Thresholds = STANDARD) -> Verdict:
    """Judge a compass point against the bearing from anchor to subject.

    The extents of both ends excuse ``atan(u / d)``, at most 45 degrees. ``point`` is "N" to "NNW".
    """
    if d <= 0.0:
        return Verdict.CANNOT_TELL
    off = angle_between_deg(point_deg(point), bearing_deg) - min(45.0, degrees(atan2(u, d)))
    limit = {1: thresholds.four_point_deg, 2: thresholds.eight_point_deg, 3: thresholds.sixteen_point_deg}[len(point)]
    if off <= limit:
        return Verdict.SUPPORTED
    return Verdict.ROUGHLY if off <= limit + thresholds.roughly_more_deg else Verdict.CONTRADICTED


def side_verdict(point: str, bearing_deg: float, d: float, u: float, *, thresholds: Thresholds = STANDARD) -> Verdict:
    """Judge "north of the border", which names a side of the line.

    The bearing from the nearest point of the line may then differ by almost a quarter turn.
    """
    if d <= u:
        return Verdict.CANNOT_TELL
    off = angle_between_deg(point_deg(point), bearing_deg)
    if off <= thresholds.side_deg:
        return Verdict.SUPPORTED
    return Verdict.ROUGHLY if off <= 180.0 - thresholds.side_deg else Verdict.CONTRADICTED


def open_interval(s_low: float, s_high: float) -> Interval:
    """Return the stated interval as the dossier has it: an open side is None."""
    return Interval(None if s_low == 0.0 else s_low, None if s_high == inf else s_high)


def between_verdict(way_km: float, apart_km: float, u_km: float, *, thresholds: Thresholds = STANDARD) -> Verdict:
    """Judge "between A and B".

    Parameters
    ----------
    way_km
        From A over the place to B, in straight lines.
    apart_km
        From A to B.
    u_km
        How far ``way_km`` may be off, from the extents of the three.
    """
    return _share_verdict(
        max(apart_km, way_km - u_km) / apart_km, thresholds.between_detour, thresholds.between_wider, thresholds.between_absurd
    )


def halfway_verdict(off_km: float, apart_km: float, u_km: float, *, thresholds: Thresholds = STANDARD) -> Verdict:
    """Judge "halfway between A and B", ``off_km`` from the middle, where A and B are ``apart_km`` apart."""
    return _share_verdict(
        max(0.0, off_km - u_km) / apart_km, thresholds.halfway_share, thresholds.halfway_wider_share, thresholds.halfway_absurd_share
    )


def _share_verdict(share: float, fits: float, wider: float, absurd: float) -> Verdict:
    if share <= fits:
        return Verdict.SUPPORTED
    if share <= wider:
        return Verdict.ROUGHLY
    return Verdict.CONTRADICTED if share > absurd else Verdict.CANNOT_TELL
