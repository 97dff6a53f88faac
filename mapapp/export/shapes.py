"""Shapes for GeoJSON: points, circles and lines over the ellipsoid, cut where they cross the 180th meridian (RFC 7946, 3.1.9).

Positions are (lon, lat), rounded to 6 decimals. Our own code, because GDAL's writer went wrong here more than once.
A shape is first laid out with longitudes that run on beyond 180 degrees, then cut into strips of 360 degrees, then shifted back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import Any

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import distance_km, ellipsoid, geodesic_line

DECIMALS = 6
"""0.11 m at the equator; RFC 7946 advises no more."""

CIRCLE_CORNERS = 72
"""One every 5 degrees: the polygon's edge lies at most 0.1 % of the radius inside the circle."""

LARGEST_RADIUS_KM = 9000.0
"""Beyond it a circle holds both poles or closes on itself."""

LINE_STEP_KM = 25.0
"""Distance between two vertices of a geodesic line: straight enough on any map."""

Position = tuple[float, float]
"""(lon, lat) in degrees."""

Geometry = dict[str, Any]
"""A GeoJSON geometry."""


def point(position: LatLon) -> Geometry:
    """Return a Point."""
    return {"type": "Point", "coordinates": list(_rounded(position.as_lonlat()))}


def line(start: LatLon, end: LatLon) -> Geometry | None:
    """Return the shortest line over the ellipsoid as LineString, or MultiLineString where it crosses 180 degrees.

    None where the two ends are one position: there is no line to draw then.
    """
    # Rounded before the cut: a vertex some nanometres beside the 180th meridian would else be cut off as a part of its own.
    course = running_on([_rounded(position.as_lonlat()) for position in geodesic_line(start, end, step_km=LINE_STEP_KM)])
    parts = [_without_repeats(part) for part in _cut(course, _cut_open)]
    parts = [part for part in parts if len(part) > 1]
    if not parts:
        return None
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": _lists(parts[0])}
    return {"type": "MultiLineString", "coordinates": [_lists(part) for part in parts]}


def joined(lines: Sequence[Geometry]) -> Geometry:
    """Return lines, each of which begins where the last one ends, as one: LineString, or MultiLineString where it is cut at 180 degrees."""
    parts: list[list[list[float]]] = []
    for part in (part for drawn in lines for part in _parts(drawn)):
        if parts and parts[-1][-1] == part[0]:
            parts[-1] = parts[-1] + part[1:]
        else:
            parts.append(part)
    return {"type": "LineString", "coordinates": parts[0]} if len(parts) == 1 else {"type": "MultiLineString", "coordinates": parts}


@lru_cache(maxsize=1024)
def circle(centre: LatLon, radius_km: float, *, corners: int = CIRCLE_CORNERS) -> Geometry:
    """Return a circle as Polygon, or MultiPolygon where it crosses 180 degrees; rings are closed and run counter-clockwise.

    The geometry is shared by all who ask for this circle (many incidents have one town): read it only.
    A circle around a pole becomes the polygon between its parallel-like edge and the pole, which on a flat map runs from -180 to 180.

    Raises
    ------
    ValueError
        If the radius is not between 1 m and LARGEST_RADIUS_KM.
    """
    if not 0.001 <= radius_km <= LARGEST_RADIUS_KM:
        msg = f"a circle of {radius_km} km cannot be drawn"
        raise ValueError(msg)
    # Bearings run down, so that the ring runs counter-clockwise.
    bearings = [360.0 - 360.0 * corner / corners for corner in range(corners)]
    lons, lats, _ = ellipsoid().fwd([centre.lon] * corners, [centre.lat] * corners, bearings, [radius_km * 1000.0] * corners)
    course = [_rounded(corner) for corner in zip(lons, lats, strict=True)]
    ring = running_on([*course, course[0]])
    for pole in (90.0, -90.0):
        if distance_km(centre, LatLon(pole, 0.0)) < radius_km:
            ring = _around_pole(ring, pole)
    parts = [_closed(_without_repeats(part)) for part in _cut(ring, _cut_closed)]
    parts = [part for part in parts if len(part) > 3]
    if len(parts) == 1:
        return {"type": "Polygon", "coordinates": [_lists(parts[0])]}
    return {"type": "MultiPolygon", "coordinates": [[_lists(part)] for part in parts]}


def bounds(geometries: Sequence[Geometry | None]) -> list[float] | None:
    """Return [west, south, east, north], the exact bounds of the geometries; None where there is nothing.

    Only where one of them was cut at 180 degrees may west be greater than east: the box then crosses that meridian (RFC 7946, 5.2).
    """
    drawn = [geometry for geometry in geometries if geometry is not None]
    parts = [_positions(part) for geometry in drawn for part in _parts(geometry)]
    if not parts:
        return None
    lats = [lat for part in parts for _, lat in part]
    spans = [(min(lon for lon, _ in part), max(lon for lon, _ in part)) for part in parts]
    west, east = min(low for low, _ in spans), max(high for _, high in spans)
    if any(geometry["type"].startswith("Multi") for geometry in drawn):
        west, east = _across_180(spans, west, east)
    return [west, min(lats), east, max(lats)]


def _across_180(spans: list[tuple[float, float]], west: float, east: float) -> tuple[float, float]:
    """Return the bounds that leave out the widest empty stretch of longitude, if there is one."""
    widest, reached, answer = 0.0, west, (west, east)
    for low, high in sorted(spans):
        if low - reached > widest:
            widest, answer = low - reached, (low, reached)
        reached = max(reached, high)
    return answer


def _parts(geometry: Geometry) -> list[Any]:
    coordinates = geometry["coordinates"]
    return list(coordinates) if geometry["type"].startswith("Multi") else [coordinates]


def _positions(coordinates: Sequence[Any]) -> list[Position]:
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [position for inner in coordinates for position in _positions(inner)]


def running_on(course: Sequence[Position]) -> list[Position]:
    """Let longitudes run on beyond ±180 degrees, so that no step is longer than half the globe."""
    out = [course[0]]
    for lon, lat in course[1:]:
        before = out[-1][0]
        turns = round((before - lon) / 360.0)
        out.append((lon + 360.0 * turns, lat))
    return out


def _around_pole(ring: list[Position], pole: float) -> list[Position]:
    """Close a ring that went once round the globe over the pole, in steps of less than 180 degrees."""
    (first, _), (last, last_lat) = ring[0], ring[-1]
    # Begin at the 180th meridian, where the flat map is cut anyway: then no cut is needed.
    step = 360.0 if last > first else -360.0
    seam = 180.0 if step > 0 else -180.0
    body = [(lon + turn, lat) for turn in (-step, 0.0, step) for lon, lat in ring[:-1]]
    inside = [(lon, lat) for lon, lat in body if -180.0 < lon < 180.0]
    edge_lat = _latitude_at([*body, (last + step, last_lat)], seam)
    over = [(seam, pole), (seam / 2.0, pole), (0.0, pole), (-seam / 2.0, pole), (-seam, pole)]
    out = [_rounded(position) for position in ((-seam, edge_lat), *inside, (seam, edge_lat), *over)]
    return [*out, out[0]]


def _latitude_at(course: Sequence[Position], lon: float) -> float:
    for (lon_a, lat_a), (lon_b, lat_b) in pairwise(course):
        if min(lon_a, lon_b) <= lon <= max(lon_a, lon_b) and lon_a != lon_b:
            return lat_a + (lat_b - lat_a) * (lon - lon_a) / (lon_b - lon_a)
    return course[-1][1]


Cutter = Callable[[list[Position], float, int], list[Position]]
"""Keeps the side of a meridian: (course, longitude, +1 for east of it or -1 for west of it)."""


def _cut(course: list[Position], cutter: Cutter) -> list[list[Position]]:
    """Cut along 180 degrees; return the parts in the order of the course, each shifted into -180 to 180 and rounded."""
    lons = [lon for lon, _ in course]
    if min(lons) >= -180.0 and max(lons) <= 180.0:
        return [course]
    first = floor((min(lons) + 180.0) / 360.0)
    last = max(first, ceil((max(lons) - 180.0) / 360.0))  # a course along the 180th meridian itself has no strip between
    parts = []
    for strip in range(first, last + 1):
        west, east = 360.0 * strip - 180.0, 360.0 * strip + 180.0
        kept = cutter(cutter(course, west, +1), east, -1)
        if kept:
            parts.append([_rounded((lon - 360.0 * strip, lat)) for lon, lat in kept])
    return parts if course[0][0] <= course[-1][0] else parts[::-1]


def _cut_open(course: list[Position], lon: float, side: int) -> list[Position]:
    """Keep one side of a line. A geodesic shorter than half the globe crosses a meridian once, so what is kept is one piece."""
    kept: list[Position] = []
    for index, here in enumerate(course):
        if index and _crosses(course[index - 1], here, lon):
            kept.append(_crossing(course[index - 1], here, lon))
        if (here[0] - lon) * side >= 0.0:
            kept.append(here)
    return kept


def _cut_closed(ring: list[Position], lon: float, side: int) -> list[Position]:
    """Keep one side of a ring (Sutherland and Hodgman). A circle crosses a meridian twice, so what is kept is one piece."""
    kept = _cut_open(ring, lon, side)
    return [*kept, kept[0]] if kept and kept[0] != kept[-1] else kept


def _crosses(a: Position, b: Position, lon: float) -> bool:
    return (a[0] - lon) * (b[0] - lon) < 0.0


def _crossing(a: Position, b: Position, lon: float) -> Position:
    share = (lon - a[0]) / (b[0] - a[0])
    return (lon, a[1] + share * (b[1] - a[1]))


def _closed(ring: list[Position]) -> list[Position]:
    return ring if not ring or ring[0] == ring[-1] else [*ring, ring[0]]


def _without_repeats(course: list[Position]) -> list[Position]:
    return [position for index, position in enumerate(course) if not index or position != course[index - 1]]


def _rounded(position: Position) -> Position:
    lon, lat = position
    return (round(lon, DECIMALS) + 0.0, round(lat, DECIMALS) + 0.0)


def _lists(course: list[Position]) -> list[list[float]]:
    return [list(position) for position in course]
