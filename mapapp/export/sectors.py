"""Rings and sectors over the ellipsoid: where something "70 to 80 km from" or "20 km west of" a place lies.

As all shapes they are cut where they cross the 180th meridian (RFC 7946, 3.1.9), exterior rings run counter-clockwise and holes clockwise,
and what holds a pole is closed over it. Shapely is imported when the first one is drawn and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import bearing_deg, distance_km
from mapapp.claims import offset_place
from mapapp.export.shapes import CIRCLE_CORNERS, DECIMALS, LARGEST_RADIUS_KM, Geometry, Position, circle, running_on

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

FINE_CORNERS = 360
"""Corners of the edges of a narrow ring: they lie at most 0.004 % of the radius inside the circle."""

NARROW_SHARE = 0.1
"""A ring narrower than this share of its radius is drawn with fine edges: coarse ones would show beside it."""

AT_POLE_KM = 0.01
"""So near to a pole all directions are one."""

POLES = (LatLon(90.0, 0.0), LatLon(-90.0, 0.0))


@lru_cache(maxsize=1024)
def ring(centre: LatLon, low_km: float, high_km: float) -> Geometry | None:
    """Return what lies between two distances from a place, as Polygon with a hole or MultiPolygon; from 0 on a full circle.

    The geometry is shared by all who ask for this ring: read it only. None where the ring is too large or too thin to be drawn.
    """
    if not (0.0 <= low_km < high_km <= LARGEST_RADIUS_KM and high_km > 0.001):
        return None
    corners = FINE_CORNERS if high_km - low_km < NARROW_SHARE * high_km else CIRCLE_CORNERS
    outer = circle(centre, high_km, corners=corners)
    if low_km < 0.001:
        return outer
    from shapely.geometry import shape

    return _geometry([shape(outer).difference(shape(circle(centre, low_km, corners=corners)))])


@lru_cache(maxsize=1024)
def sector(centre: LatLon, heading_deg: float, spread_deg: float, low_km: float, high_km: float) -> Geometry | None:
    """Return the part of a ring within ``spread_deg`` to either side of a heading (degrees clockwise from north), read-only.

    None where it is too large or too thin to be drawn, and where a pole is its tip or on its edge: no flat map shows that rightly.
    """
    if not (0.0 <= low_km < high_km <= LARGEST_RADIUS_KM and high_km > 0.001 and 0.0 < spread_deg < 180.0):
        return None
    if min(distance_km(centre, pole) for pole in POLES) < AT_POLE_KM:
        return None
    outline = offset_place.sector(centre, heading_deg, low_km, high_km, spread_deg)
    within = [
        pole
        for pole in POLES
        if low_km < distance_km(centre, pole) < high_km
        and abs((bearing_deg(centre, pole) - heading_deg + 180.0) % 360.0 - 180.0) < spread_deg
    ]
    return _cut(running_on([position.as_lonlat() for position in outline]), within[0].lat if within else None)


def _cut(course: Sequence[Position], pole_lat: float | None) -> Geometry | None:
    """Cut a closed course whose longitudes run on beyond ±180 degrees into strips of 360 degrees, and shift these into place."""
    from shapely import box
    from shapely.affinity import translate
    from shapely.geometry import Polygon

    closed = Polygon(course if pole_lat is None else _over_pole(list(course[:-1]), pole_lat))
    if not closed.is_valid:
        return None
    west, _, east, _ = closed.bounds
    strips = range(floor((west + 180.0) / 360.0), ceil((east + 180.0) / 360.0))
    cut = (closed.intersection(box(360.0 * strip - 180.0, -90.0, 360.0 * strip + 180.0, 90.0)) for strip in strips)
    return _geometry(translate(part, xoff=-360.0 * strip) for strip, part in zip(strips, cut, strict=True))


def _over_pole(course: list[Position], pole_lat: float) -> list[Position]:
    """Close a course that goes once round a pole: up to it along the meridian of its nearest vertex, where nothing is in the way."""
    nearest = max(range(len(course)), key=lambda index: course[index][1] * (1.0 if pole_lat > 0.0 else -1.0))
    turned = running_on([*course[nearest:], *course[:nearest], course[nearest]])
    first, last = turned[0][0], turned[-1][0]
    over = [(last + (first - last) * step / 6.0, pole_lat) for step in range(7)]
    return [*turned, *over]


def _geometry(drawn: Iterable[BaseGeometry]) -> Geometry | None:
    """Return the polygons among these as one GeoJSON geometry, rounded and rightly wound; None where nothing is left of them."""
    from shapely import set_precision, unary_union
    from shapely.geometry.polygon import orient

    whole = set_precision(unary_union(list(drawn)), 10.0**-DECIMALS)
    polygons = [part for part in getattr(whole, "geoms", [whole]) if part.geom_type == "Polygon" and not part.is_empty]
    parts = [_rings(orient(polygon)) for polygon in polygons]
    if not parts or any(abs(b[0] - a[0]) > 180.0 for part in parts for edge in part for a, b in pairwise(edge)):
        return None
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": parts[0]}
    return {"type": "MultiPolygon", "coordinates": parts}


def _rings(polygon: Any) -> list[list[list[float]]]:
    """Return exterior and holes of a polygon as lists."""
    edges = (polygon.exterior, *polygon.interiors)
    return [[[round(lon, DECIMALS) + 0.0, round(lat, DECIMALS) + 0.0] for lon, lat in edge.coords] for edge in edges]
