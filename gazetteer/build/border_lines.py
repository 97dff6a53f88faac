"""Third step of the border build: from faces and their units to simplified lines, each with what lies on its two sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.border_file import Ground, Unit
from gazetteer.build.border_faces import METRES_PER_UNIT, SEA, UNITS_PER_DEGREE, Faces
from gazetteer.build.border_units import SEA_UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

LAND_TOLERANCE_M = 25.0
"""How far a simplified land border may stray from the original, in metres."""

COAST_TOLERANCE_M = 100.0
"""The same for coasts, whose originals have a vertex every 554 m in the median and are drawn less exactly."""

BAND_DEG = 0.5
"""Lines are simplified in pieces that reach no farther than this in latitude, so that the tolerance means metres everywhere."""

ANTIMERIDIAN = 17_999_900
SOUTH_EDGE = -8_500_000
"""Edges that run along |lon| >= 179.999 or lat <= -85 (grid units) only close polygons; no border and no coast is there.

Upstream cuts Antarctica at the edge of the web Mercator map, 85.05 degrees south; its southernmost real coast is near 79.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the grid, (lon, lat) a row, with the unit to its left and to its right."""

    left: Unit
    right: Unit
    points: NDArray[np.int64]


def make_lines(faces: Faces, units: list[Unit], *, keep_closing: bool = False) -> list[Line]:
    """Return the lines between different units, unsimplified, in an order that depends on the data only.

    ``keep_closing`` keeps the edges along the antimeridian and the south pole, for drawing filled land.
    """
    names = sorted({*units, SEA_UNIT})
    number = {unit: place for place, unit in enumerate(names)}
    of_face = np.array([*(number[unit] for unit in units), number[SEA_UNIT]])
    left, right, edges = of_face[faces.left], of_face[np.where(faces.right == SEA, len(units), faces.right)], faces.edges
    wanted = left != right
    if not keep_closing:
        wanted &= ~_only_closing(edges)
    left, right, edges = left[wanted], right[wanted], edges[wanted]
    # Turn edges so that the unit with the lower number is to the left: one kind of line for two neighbours, whichever way it was drawn.
    turned = left > right
    edges = np.where(turned[:, None], edges[:, [2, 3, 0, 1]], edges)
    kind = np.minimum(left, right) * len(names) + np.maximum(left, right)
    lines: list[Line] = []
    for value in np.unique(kind).tolist():
        sides = names[value // len(names)], names[value % len(names)]
        lines.extend(Line(*sides, points) for points in _merged(edges[kind == value]))
    return lines


def simplified(line: Line, *, land_m: float = LAND_TOLERANCE_M, coast_m: float = COAST_TOLERANCE_M) -> NDArray[np.int64]:
    """Return the points of a line that remain when it is thinned out (Douglas-Peucker). Ends stay; a ring keeps at least three corners."""
    tolerance = coast_m if Ground.SEA in {line.left.ground, line.right.ground} else land_m
    points = line.points
    is_ring = len(points) > 3 and bool((points[0] == points[-1]).all())
    while True:
        kept = points[_kept(points, tolerance / METRES_PER_UNIT, is_ring=is_ring)]
        if not is_ring or len(kept) >= 4:
            return kept
        tolerance /= 4.0
        if tolerance < 1.0:
            return points


def _only_closing(edges: NDArray[np.int64]) -> NDArray[np.bool_]:
    beyond = np.abs(edges[:, [0, 2]]) >= ANTIMERIDIAN
    return np.asarray(beyond.all(axis=1) | (edges[:, [1, 3]] <= SOUTH_EDGE).all(axis=1))


def _merged(edges: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Join directed edges to lines as long as possible, sorted by their first points."""
    parts = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(edges.reshape(-1, 2, 2).astype(np.float64)), directed=True))
    lines = [np.rint(shapely.get_coordinates(part)).astype(np.int64) for part in parts]
    return sorted((_canonical(points) for points in lines), key=lambda points: points.ravel().tolist())


def _canonical(points: NDArray[np.int64]) -> NDArray[np.int64]:
    """Let a ring begin at its westernmost (then southernmost) point, wherever it began."""
    if not (points[0] == points[-1]).all():
        return points
    ring = points[:-1]
    first = int(np.lexsort((ring[:, 1], ring[:, 0]))[0])
    return np.concatenate([ring[first:], ring[: first + 1]])


def _kept(points: NDArray[np.int64], tolerance: float, *, is_ring: bool) -> NDArray[np.int64]:
    """Return the indices of the points that remain."""
    cuts = _cuts(points, is_ring=is_ring)
    kept = [np.array([0])]
    for start, end in pairwise(cuts):
        piece = points[start : end + 1]
        squeeze = np.cos(np.radians((piece[:, 1].min() + piece[:, 1].max()) / 2 / UNITS_PER_DEGREE))
        kept.append(start + _thinned(piece * np.array([squeeze, 1.0]), tolerance)[1:])
    return np.concatenate(kept)


def _cuts(points: NDArray[np.int64], *, is_ring: bool) -> list[int]:
    """Return indices at which a line is cut before thinning: into bands of latitude, and a ring at the point farthest from its start."""
    last = len(points) - 1
    cuts = [0]
    lat = points[:, 1]
    while lat[cuts[-1] :].max() - lat[cuts[-1] :].min() > BAND_DEG * UNITS_PER_DEGREE:
        rest = lat[cuts[-1] :]
        outside = np.abs(rest - rest[0]) > BAND_DEG / 2 * UNITS_PER_DEGREE
        if not outside.any():
            break
        cuts.append(cuts[-1] + max(1, int(outside.argmax()) - 1))
    if cuts[-1] != last:
        cuts.append(last)
    if is_ring and len(cuts) == 2:
        away = points - points[0]
        cuts.insert(1, min(max(int(np.hypot(away[:, 0], away[:, 1]).argmax()), 1), last - 1))
    return cuts


def _thinned(plane: NDArray[np.float64], tolerance: float) -> NDArray[np.int64]:
    """Return the indices that Douglas-Peucker keeps; the third ordinate carries the index through shapely."""
    if len(plane) < 3:
        return np.arange(len(plane))
    numbered: Any = shapely.linestrings(np.column_stack([plane, np.arange(len(plane))]))
    thin = shapely.simplify(numbered, tolerance, preserve_topology=False)
    kept: NDArray[np.int64] = np.rint(shapely.get_coordinates(thin, include_z=True)[:, 2]).astype(np.int64)
    return kept
