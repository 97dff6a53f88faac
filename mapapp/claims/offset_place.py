"""Where "17 km west of Arish" is: the point-radius method, as pure functions over numbers.

A stated offset is a sector of a ring around the far end: so many kilometres off, give or take, in a direction that is as coarse as its
word. The method (Wieczorek, Guo & Hijmans 2004, IJGIS 18(8) 745-767; Chapman & Wieczorek 2020, Georeferencing Best Practices, GBIF,
chapter 3) puts a point into it and gives the radius of a circle around the point that holds all of it. Every source of doubt is a largest
error, so that they are added and not taken in quadrature: rounding, road, heading, the extent of the far end, the gazetteer's point.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, ceil, cos, degrees, hypot, radians, sin, sqrt

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination, distance_and_bearing, geodesic_line
from mapapp.claims.directions import angle_between_deg, point_deg
from mapapp.claims.judging.thresholds import STANDARD
from mapapp.claims.judging.verdict import ABOUT, ABOVE, BELOW
from mapapp.claims.uncertainty import POINT_ERROR_KM

ROAD_FACTOR = 1.2
"""The point is put at 1/1.2 of the number, which is mostly one by road (stated over straight line, medians of news claims: 1.10, 1.33)."""

ROAD_FACTOR_MAX = 1.6
"""The shortest offset to cover is 1/1.6 of the number: what the verdict, too, still takes for a road."""

SPREAD_DEG = {1: STANDARD.four_point_deg, 2: STANDARD.eight_point_deg, 3: STANDARD.sixteen_point_deg}
"""How far to either side a direction reaches, by the letters of its point: 45, 33.75 and 22.5 degrees, within which the check, too, calls
it right. GBIF's sectors (45, 22.5, 11.25; Best Practices, "Uncertainty Related to Heading") are an eighth smaller and held 96.3 % of the
places of an encyclopaedia's claims and 86 % of those of news, where eight-point words are used freely; these hold 97.0 and 88 %."""

ALL_ROUND_DEG = 180.0
"""Spread of an offset without a direction: it may lie on any side."""

OPEN_FACTOR = 1.5
"""How far "more than 20 km" reaches at most: one and a half times the number, by judgement. Nobody says it of 40."""

NEARBY_KM = 25.0
"""How far "north of X" without a number reaches: the circle of UCDP's where_prec 2, and of "near" in the check of claims. By judgement."""

HALFWAY_SHARE = 0.25
"""How far from the middle "halfway between A and B" may be, as a share of the distance: half by road, by feeling or on the map."""

FEW = (2.0, 10.0)
DOZENS = (20.0, 100.0)
HUNDREDS = (200.0, 1000.0)
"""How many "a few", "dozens of" and "hundreds of" are, by judgement: from the least that is not another word to the next larger one."""

STEP_DEG = 3.0
"""Outlines have a corner at least every so many degrees; the chord is then less than 0.04 % of the radius off the circle."""

SIDE_STEP_KM = 25.0
"""The straight sides of a sector have a corner at least every so many kilometres."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far off, in km: from ``low_km`` to ``high_km``. ``number_km`` None: only bounds are known ("within 10 km", "a few")."""

    low_km: float
    number_km: float | None
    high_km: float

    def on_the_ground(self, *, straight: bool = False) -> Reach:
        """Return the straight-line reach of a stated one, which is mostly by road; ``straight``: as the crow flies, by air, at sea."""
        if straight:
            return self
        number_km = None if self.number_km is None else self.number_km / ROAD_FACTOR
        return Reach(self.low_km / ROAD_FACTOR_MAX, number_km, self.high_km)


@dataclass(frozen=True, slots=True)
class OffsetPlace:
    """A point, and the radius in km of the circle around it that holds what is meant."""

    position: LatLon
    radius_km: float


def offset_precision(number: float) -> float:
    """Return how far a number may be rounded, in its own unit: GBIF's table "Uncertainty from offset precision".

    15 -> 0.5, 10 -> 0.5, 30 -> 5, 100 -> 5, 140 -> 5, 1000 -> 50; a decimal is read as a fraction: 10.5 -> 0.25, 10.25 -> 0.125,
    10.1 -> 0.05.
    """
    part = round(number % 1.0, 3)
    if part:
        return 0.5 * next((share for share in (0.5, 0.25, 1 / 3, 0.125, 0.1) if _is_multiple(part, share)), 0.01)
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0")) if number else 0
    return 0.5 * 10.0 ** (zeros - 1 if zeros >= 2 or digits == "10" else zeros)


def _is_multiple(part: float, share: float) -> bool:
    """Say whether the part behind the point is so many shares: 0.67 is two thirds, 0.37 is no quarter."""
    count = round(part / share)
    return count >= 1 and abs(part - count * share) < (0.004 if share == 1 / 3 else 1e-6)


def stated_reach(low: float, high: float, km_per_unit: float = 1.0, hedge: str = "") -> Reach:
    """Return what a number or range in a unit states, with its rounding and hedge.

    ``hedge`` in the words of the reference rule: "about" widens by 15 % (Frazier 2004), a bound opens one side.
    """
    step = offset_precision(high)
    if any(word in hedge for word in ABOUT):
        step = max(step, STANDARD.about_share * high)
    if any(word in hedge for word in BELOW):
        return Reach(0.0, None, (high + step) * km_per_unit)
    if any(word in hedge for word in ABOVE):
        return Reach(low * km_per_unit, low * km_per_unit, high * OPEN_FACTOR * km_per_unit)
    return Reach(max(0.0, low - step) * km_per_unit, (low + high) / 2.0 * km_per_unit, (high + step) * km_per_unit)


def vague_reach(words: str, km_per_unit: float = 1.0) -> Reach | None:
    """Return how far "a few", "dozens of", "hundreds of" is taken to be; None for "thousands of", which places nothing."""
    said = words.lower()
    if "thousand" in said:
        return None
    low, high = HUNDREDS if "hundred" in said else DOZENS if any(word in said for word in ("dozen", "scores", "tens")) else FEW
    return Reach(low * km_per_unit, None, high * km_per_unit)


def offset_place(anchor: LatLon, extent_km: float, reach: Reach, point: str | None = None) -> OffsetPlace:
    """Return the point and radius of what lies so far from a place.

    Parameters
    ----------
    anchor, extent_km
        Where the offset is counted from, and the radius of that place.
    reach
        How far on the ground.
    point
        The compass point, "N" to "NNW". None: any side; the centre is then the anchor itself and the circle holds the whole ring.
    """
    errors_km = extent_km + POINT_ERROR_KM
    if point is None:
        return OffsetPlace(anchor, reach.high_km + errors_km)
    spread_deg = SPREAD_DEG[len(point)]
    if reach.number_km is None:
        at_km, radius_km = smallest_circle(reach.low_km, reach.high_km, spread_deg)
    else:
        at_km = reach.number_km
        radius_km = covering_radius_km(at_km, reach.low_km, reach.high_km, spread_deg)
    return OffsetPlace(destination(anchor, point_deg(point), at_km), radius_km + errors_km)


def may_be(position: LatLon, slack_km: float, anchor: LatLon, reach: Reach, point: str | None = None) -> bool:
    """Say whether a position lies in the sector or ring of an offset, give or take ``slack_km``: closer than the circle that covers it."""
    apart_km, heading_deg = distance_and_bearing(anchor, position)
    if not reach.low_km - slack_km <= apart_km <= reach.high_km + slack_km:
        return False
    if point is None or apart_km <= slack_km:
        return True
    return angle_between_deg(point_deg(point), heading_deg) <= SPREAD_DEG[len(point)] + degrees(atan2(slack_km, apart_km))


def midpoint_place(a: LatLon, a_extent_km: float, b: LatLon, b_extent_km: float, *, halfway: bool = False) -> OffsetPlace:
    """Return the point and radius of what lies between two places: the middle, and a circle that reaches both; "halfway" is less."""
    apart_km, heading_deg = distance_and_bearing(a, b)
    share = HALFWAY_SHARE if halfway else 0.5
    return OffsetPlace(destination(a, heading_deg, apart_km / 2.0), share * apart_km + max(a_extent_km, b_extent_km) + POINT_ERROR_KM)


def covering_radius_km(at_km: float, low_km: float, high_km: float, spread_deg: float) -> float:
    """Return the radius of the smallest circle around a point on a sector's axis that holds the sector.

    ``at_km`` from the middle of the ring. On a plane, where the corners are farthest; on the earth they are nearer, never farther.
    """
    spread = radians(spread_deg)
    if spread_deg >= ALL_ROUND_DEG:
        return at_km + high_km
    return max(hypot(r_km * cos(spread) - at_km, r_km * sin(spread)) for r_km in (low_km, high_km))


def smallest_circle(low_km: float, high_km: float, spread_deg: float) -> tuple[float, float]:
    """Return the smallest circle that holds a sector of a ring: how far its centre is from the middle of the ring, and its radius.

    Either the chord of the outer corners is its diameter, or it goes through all four corners. The centre is used where no number says
    where in the sector to put the point; where one does, it is no nearer to the truth than the number is (medians 8.6 and 8.6 km).
    """
    spread = radians(spread_deg)
    if spread_deg >= 90.0:
        return 0.0, high_km
    at_km = high_km * cos(spread)
    if sqrt(low_km**2 + at_km**2 - 2.0 * low_km * at_km * cos(spread)) > high_km * sin(spread):
        at_km = (low_km + high_km) / (2.0 * cos(spread))
    return at_km, covering_radius_km(at_km, low_km, high_km, spread_deg)


def sector(anchor: LatLon, bearing_deg: float | None, low_km: float, high_km: float, spread_deg: float = ALL_ROUND_DEG) -> list[LatLon]:
    """Return the outline of a sector of a ring: closed (its last position is its first), counter-clockwise, its sides along geodesics.

    Parameters
    ----------
    anchor
        Middle of the ring.
    bearing_deg
        Middle of the sector, clockwise from north; None: all round.
    low_km, high_km
        Inner and outer radius. 0 for ``low_km`` gives a slice that begins at the anchor.
    spread_deg
        Half the angle of the sector, to either side of the bearing: 45 for "north". From 180 on the outline is that of the outer circle
        alone; what to leave out of its middle is ``circle(anchor, low_km)``.
    """
    if bearing_deg is None or spread_deg >= ALL_ROUND_DEG:
        return circle(anchor, high_km)
    outer = _arc(anchor, high_km, bearing_deg + spread_deg, bearing_deg - spread_deg)
    inner = _arc(anchor, low_km, bearing_deg - spread_deg, bearing_deg + spread_deg) if low_km > 0.0 else [anchor]
    return [*outer, *_side(outer[-1], inner[0]), *inner, *_side(inner[-1], outer[0]), outer[0]]


def _side(start: LatLon, end: LatLon) -> list[LatLon]:
    """Return positions between two corners along a geodesic: far north a straight line on the map would be hundreds of kilometres off."""
    return geodesic_line(start, end, step_km=SIDE_STEP_KM)[1:-1] if start != end else []


def circle(centre: LatLon, radius_km: float) -> list[LatLon]:
    """Return the outline of a circle: closed, counter-clockwise, its corners on the circle."""
    outline = _arc(centre, radius_km, 360.0, 0.0)
    return [*outline[:-1], outline[0]]


def _arc(centre: LatLon, radius_km: float, from_deg: float, to_deg: float) -> list[LatLon]:
    """Return positions on a circle from one bearing to another, both included."""
    pieces = max(1, ceil(abs(to_deg - from_deg) / STEP_DEG))
    return [destination(centre, from_deg + (to_deg - from_deg) * step / pieces, radius_km) for step in range(pieces + 1)]
