"""Make the base map: land and border lines for drawing offline, from the same faces as the borders that are measured.

So a line drawn to the nearest border point ends on the border that is drawn, up to the tolerance of the level. ``data/basemap/README.md``
says what the files look like.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.border_disputes import Dispute, DisputeKind
from gazetteer.border_file import Ground, Unit
from gazetteer.build.border_faces import METRES_PER_UNIT, UNITS_PER_DEGREE, Faces
from gazetteer.build.border_ground import make_ground
from gazetteer.build.border_lines import ANTIMERIDIAN, SOUTH_EDGE, Line, make_lines, simplified
from gazetteer.build.border_units import SEA_UNIT
from gazetteer.coordinates import LatLon

if TYPE_CHECKING:
    from numpy.typing import NDArray

ATTRIBUTION = "© OpenStreetMap contributors"

ALL_LAND = Unit(Ground.LAND, ("land",), "")
"""Stands for land of whatever country where only land and sea are told apart."""


@dataclass(frozen=True, slots=True)
class Level:
    """How finely one file is drawn: grid (units a degree), tolerances in metres, least area of an island in km²."""

    name: str
    scale: int
    land_m: float
    coast_m: float
    least_island_km2: float


LEVELS = (Level("coarse", 1000, 1200.0, 1500.0, 12.0), Level("fine", 2000, 300.0, 600.0, 2.0))
"""Judgement: a pixel is 2.4 km at zoom 6 and 0.3 km at zoom 9 on the equator, and the two files may have 1.5 and 4 MB."""


def build(target: Path, work: Path) -> None:
    """Write ``basemap/*.json`` in the data folder ``target``, which must hold ``handkept/disputes.csv``; ``work`` keeps downloads."""
    ground = make_ground(target, work)
    write_basemap(ground.faces, ground.units, ground.disputes, target / "basemap")


def write_basemap(faces: Faces, units: list[Unit], disputes: tuple[Dispute, ...], target: Path) -> None:
    """Write ``coarse.json`` and ``fine.json`` into the folder ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    islands = _islands(faces, units)
    borders = [part for line in make_lines(faces, [_drawn(unit) for unit in units]) if _is_border(line) for part in _parts(line, disputes)]
    for level in LEVELS:
        content = {
            "attribution": ATTRIBUTION,
            "borders": [_border(line, level) for line, disputed in borders if not disputed],
            "disputed": [_border(line, level) for line, disputed in borders if disputed],
            "land": [rings for polygon in islands for rings in [_rings(polygon, level)] if rings],
            "level": level.name,
            "scale": level.scale,
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (target / f"{level.name}.json").write_text(text + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Island:
    """A polygon of land, its area, and whether it is the largest one of some country."""

    polygon: Any
    km2: float
    is_main: bool


def _islands(faces: Faces, units: list[Unit]) -> list[_Island]:
    """Return the polygons of land, largest first."""
    on_land = np.array([unit.ground is not Ground.SEA for unit in units])
    islands = shapely.orient_polygons(shapely.get_parts(shapely.coverage_union_all(faces.polygons[on_land])))
    areas = np.array([_km2(polygon) for polygon in islands])
    tree = shapely.STRtree(islands)
    main = {int(index) for index in tree.query_nearest(_largest_faces(faces, units), all_matches=False)[1]}
    order = np.lexsort((*shapely.bounds(islands).T[:2], -areas))
    return [_Island(islands[index], float(areas[index]), int(index) in main) for index in order.tolist()]


def _largest_faces(faces: Faces, units: list[Unit]) -> NDArray[Any]:
    """Return for each country a point on its largest face."""
    largest: dict[str, tuple[float, int]] = {}
    for face, (unit, area) in enumerate(zip(units, shapely.area(faces.polygons).tolist(), strict=True)):
        for country in unit.countries:
            largest[country] = max(largest.get(country, (0.0, 0)), (area, face))
    points: NDArray[Any] = shapely.point_on_surface(faces.polygons[[face for _, (_, face) in sorted(largest.items())]])
    return points


def _km2(polygon: Any) -> float:
    _, south, _, north = polygon.bounds
    return float(polygon.area * np.cos(np.radians((south + north) / 2 / UNITS_PER_DEGREE)) * (METRES_PER_UNIT / 1000.0) ** 2)


def _rings(island: _Island, level: Level) -> list[list[int]]:
    """Return the rings of an island, or none if it is too small for the level; holes smaller than the least island are filled."""
    if island.km2 < level.least_island_km2 and not island.is_main:
        return []
    holes = [hole for hole in island.polygon.interiors if _km2(shapely.Polygon(hole)) >= level.least_island_km2]
    outer, inner = _ring(island.polygon.exterior, level, turn=1), [_ring(hole, level, turn=-1) for hole in holes]
    return [outer, *(ring for ring in inner if len(ring) >= 8)]


def _ring(ring: Any, level: Level, *, turn: int) -> list[int]:
    """Return a ring thinned out; ``turn`` is 1 for counter-clockwise. Thinning can turn a slender ring over: it is turned back."""
    line = Line(SEA_UNIT, ALL_LAND, np.rint(shapely.get_coordinates(ring)).astype(np.int64))
    points = simplified(line, land_m=level.land_m, coast_m=level.coast_m)
    flat = _flat(points, level)
    x, y = np.cumsum(np.array(flat).reshape(-1, 2), axis=0).T
    area = int((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())
    return _flat(points[::-1], level) if area * turn < 0 else flat


def _flat(points: NDArray[np.int64], level: Level) -> list[int]:
    """Return points as first point and differences on the level's grid, without those that fall together."""
    step = UNITS_PER_DEGREE // level.scale
    grid = np.floor_divide(_snapped(points) + step // 2, step)
    fresh = np.ones(len(grid), dtype=bool)
    fresh[1:] = (np.diff(grid, axis=0) != 0).any(axis=1)
    grid = grid[fresh] if fresh.sum() > 3 else grid
    flat: list[int] = np.diff(grid, axis=0, prepend=0).ravel().tolist()
    return flat


def _snapped(points: NDArray[np.int64]) -> NDArray[np.int64]:
    """Move points at the antimeridian and the southern edge to ±180 and -90, so that readers can tell which edges only close a ring."""
    lon, lat = points.T
    lon = np.where(np.abs(lon) >= ANTIMERIDIAN, np.sign(lon) * 180 * UNITS_PER_DEGREE, lon)
    return np.column_stack([lon, np.where(lat <= SOUTH_EDGE, -90 * UNITS_PER_DEGREE, lat)])


def _drawn(unit: Unit) -> Unit:
    """Return the unit as it is drawn: two drawings of one line and small contradictions become one line, named disputes stay."""
    if unit.ground is Ground.STRIP or (unit.ground is Ground.DISPUTED and not unit.dispute):
        return Unit(Ground.LAND, unit.countries[:1], "")
    return unit


def _is_border(line: Line) -> bool:
    return Ground.SEA not in {line.left.ground, line.right.ground}


def _parts(line: Line, disputes: tuple[Dispute, ...]) -> list[tuple[Line, bool]]:
    """Cut a border line into parts that are disputed and parts that are not."""
    if line.left.dispute or line.right.dispute:
        return [(line, True)]
    sides = {*line.left.countries, *line.right.countries}
    if any(dispute.kind is DisputeKind.COUNTRY and sides == set(dispute.parties) for dispute in disputes):
        return [(line, True)]
    boxes = [dispute.box for dispute in disputes if dispute.kind is DisputeKind.SINGLE and sides <= set(dispute.claimed_by)]
    if not boxes:
        return [(line, False)]
    starts = (line.points[:-1] / UNITS_PER_DEGREE).tolist()
    inside = [any(box.contains(LatLon.from_lonlat(lon, lat)) for box in boxes) for lon, lat in starts]
    changes = [0, *(edge for edge in range(1, len(inside)) if inside[edge] != inside[edge - 1]), len(inside)]
    return [(replace(line, points=line.points[start : end + 1]), inside[start]) for start, end in pairwise(changes)]


def _border(line: Line, level: Level) -> list[int]:
    return _flat(simplified(line, land_m=level.land_m, coast_m=level.coast_m), level)
