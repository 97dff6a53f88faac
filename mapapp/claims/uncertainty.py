"""How far a measured distance may be off, and from which places one can measure at all.

Quadrature, because the two ends are independent: the extent of either and one kilometre for gazetteer points. A border of the 10 m
class adds nothing.
"""

from __future__ import annotations

from math import hypot

from gazetteer.place import POINT_KINDS, Kind, Place, town_radius_km

POINT_ERROR_KM = 1.0
"""Where in a town a gazetteer puts its point: about a kilometre."""

LONGEST_POINT_LIKE_KM = 5.0
"""A hill, a dam, a small island may be measured to; what is longer has no one distance."""


PEAK_CODES = frozenset({"MT", "PK", "VLC", "HLL", "PASS", "RK", "CAPE"})
"""GeoNames' codes of features that are a point on the ground, whatever radius a map zooms to."""


def extent_km(place: Place) -> float | None:
    """Return the radius of a place in km, or None for an area or long feature that is known by its centre only."""
    if place.kind in (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT):
        return town_radius_km(place.population)
    if place.feature_code in PEAK_CODES:
        return 1.0
    if place.kind in POINT_KINDS or (place.kind in (Kind.LAND, Kind.OTHER) and 0.0 < place.radius_km <= LONGEST_POINT_LIKE_KM):
        return max(1.0, place.radius_km)
    return None


def uncertainty_km(subject_extent_km: float, anchor_extent_km: float = 0.0) -> float:
    """Return U, the uncertainty of the distance between two ends, in km; a border has no extent."""
    return hypot(subject_extent_km, anchor_extent_km, POINT_ERROR_KM)
