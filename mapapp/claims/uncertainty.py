"""How far a measured distance may be off, and from which places one can measure at all.

Quadrature, because the two ends are independent: the extent of either and one kilometre for gazetteer points. Lines add nothing: they are
of the 10 m class, thinned out to 25 m on land and 100 m at coasts, which beside a kilometre changes no digit that is shown. A place of an
imported list or one given by coordinates is as uncertain as whoever gave it says, and never less than a kilometre.
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
    """Return the radius of a place in km, or None for an area or long feature that is known by its centre only.

    The radius of a settlement follows from its people (``Place.radius_km`` holds the same); a list of one's own may give a larger one.
    """
    if place.kind in (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT):
        return max(town_radius_km(place.population), place.radius_km)
    if place.feature_code in PEAK_CODES:
        return 1.0
    if place.kind in POINT_KINDS or (place.kind in (Kind.LAND, Kind.OTHER) and 0.0 < place.radius_km <= LONGEST_POINT_LIKE_KM):
        return max(1.0, place.radius_km)
    return None


def uncertainty_km(subject_extent_km: float, anchor_extent_km: float = 0.0) -> float:
    """Return U, the uncertainty of the distance between two ends, in km; a border has no extent."""
    return hypot(subject_extent_km, anchor_extent_km, POINT_ERROR_KM)
