"""The background: land, borders and names of the gazetteer, small enough to travel in the page.

The whole world comes coarse; around what the map is about there is a patch in the border layer's own detail, so that a claim's line ends
on the border that is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, log2, radians
from typing import Any, Protocol

from gazetteer.place import Place

Basemap = Mapping[str, Any]
"""``land``: polygons, each a list of rings; ``borders`` and ``disputed``: lines. Positions are [lon, lat]."""

COARSE_STEPS = 100
FINE_STEPS = 10_000
"""Positions are sent as whole steps, so many to a degree: 1.1 km for the world, 11 m for the patch."""

WIDEST_PATCH_DEG = 30.0
"""A map that shows more than this needs no detail."""

SMALLEST_RING = 8
"""Numbers in a packed ring of four positions, the last one the first: whatever has fewer has no area left."""

SEAM_DEG = 0.001
"""How near to the 180th meridian an edge counts as running along it."""

LEAST_MARGIN_DEG = 2.0
"""How far the patch reaches at least beyond what the map is about, so that readers can look around."""

TOWNS_IN_WORLD = 300
TOWNS_IN_PATCH = 400
LANDMARKS = 25_000
"""How many towns are named: the largest everywhere, and the largest around what the map is about, out of so many."""

PIXELS_PER_COUNTRY_NAME = 60.0
"""A country is named from the zoom at which it is about this wide."""

Position = Sequence[float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in degrees whose east may run on beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Say whether a position lies inside or on the edge."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def widened(self) -> Frame:
        """Return the frame with a margin of its own size, at least LEAST_MARGIN_DEG."""
        wide = max(LEAST_MARGIN_DEG / max(0.2, cos(radians(min(80.0, abs(self.north))))), self.east - self.west)
        high = max(LEAST_MARGIN_DEG, self.north - self.south)
        return Frame(self.west - wide, max(-85.0, self.south - high), self.east + wide, min(85.0, self.north + high))


class Landmarks(Protocol):
    """A gazetteer that can name countries and large towns."""

    def landmarks(self, towns: int) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """Return the countries, and so many of the most prominent towns, most prominent first."""


def patch_of(about: Sequence[float] | None) -> Frame | None:
    """Return the frame of the detailed patch for a map about [west, south, east, north]; None where the map shows too much for one."""
    if about is None:
        return None
    frame = Frame(*about)
    return frame.widened() if max(frame.east - frame.west, frame.north - frame.south) <= WIDEST_PATCH_DEG else None


def packed_world(basemap: Basemap) -> dict[str, Any]:
    """Return the coarse world for the page: each ring and line one list of integers, the first position and then the steps to the next."""
    land = ([packed for ring in polygon if len(packed := _steps(ring, COARSE_STEPS)) >= SMALLEST_RING] for polygon in basemap["land"])
    return {
        "steps": COARSE_STEPS,
        "land": [polygon for polygon in land if polygon],
        "borders": [_steps(line, COARSE_STEPS) for line in basemap["borders"]],
        "disputed": [_steps(line, COARSE_STEPS) for line in basemap.get("disputed", ())],
    }


def _coasts(basemap: Basemap) -> list[list[Position]]:
    return [line for polygon in basemap["land"] for ring in polygon for line in open_at_seams(ring)]


def packed_patch(basemap: Basemap, frame: Frame) -> dict[str, Any]:
    """Return the detailed patch for the page: land to fill, coasts and borders to draw, all cut to the frame."""
    rings = [(polygon, shift) for shift in _shifts(frame) for polygon in basemap["land"] if _reaches(polygon[0], frame, shift)]
    land = [[cut for ring in polygon if (cut := _cut_ring(_shifted(ring, shift), frame))] for polygon, shift in rings]
    return {
        "steps": FINE_STEPS,
        "frame": [frame.west, frame.south, frame.east, frame.north],
        "land": [[_steps(ring, FINE_STEPS) for ring in polygon] for polygon in land if polygon],
        "coasts": _lines(_coasts(basemap), frame),
        "borders": _lines(basemap["borders"], frame),
        "disputed": _lines(basemap.get("disputed", ()), frame),
    }


def packed_names(gazetteer: Landmarks, frame: Frame | None) -> list[list[str | float]]:
    """Return [name, lat, lon, kind, zoom from which it is shown] of countries (0) and towns (1), most prominent first."""
    countries, towns = gazetteer.landmarks(LANDMARKS)
    near = [
        place
        for place in towns
        if frame is not None and any(frame.holds(place.position.lon + s, place.position.lat) for s in _shifts(frame))
    ]
    chosen = {place.place_id: place for place in (*towns[:TOWNS_IN_WORLD], *near[:TOWNS_IN_PATCH])}
    rows = [_name(place, 0, country_zoom(place.radius_km)) for place in sorted(countries, key=lambda place: -place.radius_km)]
    return rows + [
        _name(place, 1, town_zoom(place.population or 0)) for place in sorted(chosen.values(), key=lambda p: -(p.population or 0))
    ]


def _name(place: Place, kind: int, zoom: float) -> list[str | float]:
    return [place.name, round(place.position.lat, 3), round(place.position.lon, 3), kind, zoom]


def country_zoom(radius_km: float) -> float:
    """Return the zoom from which a country of this radius has room for its name (zoom 0 shows 156 km a pixel)."""
    return round(max(1.5, min(7.0, log2(PIXELS_PER_COUNTRY_NAME * 78.0 / max(radius_km, 1.0)))), 1)


def town_zoom(population: int) -> float:
    """Return the zoom from which a town may be named: 10 million people from 3, each time a third as many one zoom later."""
    return round(max(3.0, min(10.0, 3.0 + log2(10_000_000 / max(population, 1)) / 1.5)), 1)


def _shifts(frame: Frame) -> tuple[float, ...]:
    """Return by how much longitudes have to be shifted to meet a frame that runs on beyond 180 degrees."""
    return (0.0, *([360.0] if frame.east > 180.0 else []), *([-360.0] if frame.west < -180.0 else []))


def _shifted(course: Iterable[Position], shift: float) -> list[Position]:
    return [(position[0] + shift, position[1]) for position in course]


def _reaches(course: Sequence[Position], frame: Frame, shift: float) -> bool:
    lons, lats = [position[0] for position in course], [position[1] for position in course]
    across = min(lons) + shift <= frame.east and max(lons) + shift >= frame.west
    return across and min(lats) <= frame.north and max(lats) >= frame.south


def _cut_ring(ring: list[Position], frame: Frame) -> list[Position]:
    """Cut a ring to the frame (Sutherland and Hodgman). Edges along the frame may double: they are filled and never drawn."""
    for axis, limit, side in ((0, frame.west, 1.0), (0, frame.east, -1.0), (1, frame.south, 1.0), (1, frame.north, -1.0)):
        ring = _cut_side(ring, axis, limit, side)
    return ring


def _cut_side(ring: list[Position], axis: int, limit: float, side: float) -> list[Position]:
    """Keep what lies above (side 1) or below (side -1) a limit of longitude (axis 0) or latitude (axis 1)."""
    kept: list[Position] = []
    for index, here in enumerate(ring):
        before = ring[index - 1]
        if (before[axis] - limit) * (here[axis] - limit) < 0.0:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if (here[axis] - limit) * side >= 0.0:
            kept.append(here)
    return kept


def open_at_seams(ring: Sequence[Position]) -> list[list[Position]]:
    """Return the ring as lines without the edges that only close it: those along the 180th meridian and the south pole."""
    lines: list[list[Position]] = [[ring[0]]]
    for before, here in pairwise(ring):
        if _on_seam(before) and _on_seam(here):
            lines.append([here])
        else:
            lines[-1].append(here)
    return [line for line in lines if len(line) > 1]


def _on_seam(position: Position) -> bool:
    return abs(abs(position[0]) - 180.0) < SEAM_DEG or position[1] < SEAM_DEG - 90.0


def _lines(courses: Iterable[Sequence[Position]], frame: Frame) -> list[list[int]]:
    """Return the stretches of the courses that lie in the frame, packed."""
    shifts = _shifts(frame)
    return [
        _steps(piece, FINE_STEPS)
        for course in courses
        for shift in shifts
        if _reaches(course, frame, shift)
        for piece in _stretches(_shifted(course, shift), frame)
    ]


def _stretches(course: list[Position], frame: Frame) -> Iterator[list[Position]]:
    """Yield the pieces of a line inside the frame, each with the vertex before and after so that it reaches the edge."""
    inside = [frame.holds(lon, lat) for lon, lat in course]
    piece: list[Position] = []
    for index, here in enumerate(course):
        if inside[index] or (index and inside[index - 1]) or (index + 1 < len(course) and inside[index + 1]):
            piece.append(here)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _steps(course: Iterable[Position], steps_per_degree: int) -> list[int]:
    out: list[int] = []
    before = (0, 0)
    for lon, lat in course:
        here = (round(lon * steps_per_degree), round(lat * steps_per_degree))
        if not out or here != before:
            out += (here[0] - before[0], here[1] - before[1])
        before = here
    return out
