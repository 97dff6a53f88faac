"""First half of the border build: from the outlines of countries to faces of ground with their owners.

The upstream file holds one outline a country. Neighbours mostly share their vertices, but not everywhere: where they do not, outlines
overlap or leave gaps, and an enclave is not cut out of the country around it. So all outlines are laid over each other, the ground falls
into faces without overlap, and each face gets the set of countries whose outline holds it. What a set means (a claim, an enclave, two
drawings of one line) is decided by :mod:`gazetteer.build.border_units`.

Coordinates in this package are whole numbers of 1e-5 degree, (lon, lat).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson
import shapely

from gazetteer.border_territories import TERRITORY_OF
from gazetteer.build.upstream import read_countries

if TYPE_CHECKING:
    from numpy.typing import NDArray

UNITS_PER_DEGREE = 100_000
"""Grid of all coordinates: 1e-5 degree, about 1.1 m; the upstream file is written to the same grid."""

METRES_PER_UNIT = 1.1132
"""Length of 1e-5 degree along a meridian, rounded; used for tolerances and widths only, never for a distance that is reported."""

SEA = -1
"""Face number that stands for the unbounded outside, which is sea."""

PARENT_OF = TERRITORY_OF | {"TW": "CN"}
"""Ground that upstream gives to two codes: the more specific code (left) keeps it.

Upstream gives Kinmen and Matsu to TW and to CN; that China claims the whole of TW is a row of disputes.csv, not a matter of outlines.
"""


@dataclass(frozen=True, slots=True)
class Outline:
    """One polygon of one country: ISO 3166-1 alpha-2 code and rings of (lon, lat) on the grid, the outer one first.

    For an island that several countries claim and none holds alone, ``country`` is the id of the dispute.
    """

    country: str
    rings: tuple[NDArray[np.int64], ...]


@dataclass(frozen=True, slots=True)
class Faces:
    """Pieces of ground that no outline divides further.

    ``owners[i]`` are the countries that hold polygon i, sorted, dependencies already told from their parents. ``edges`` are the grid
    edges between faces, one row (lon1, lat1, lon2, lat2); ``left`` and ``right`` are the faces on their two sides, :data:`SEA` outside.
    """

    polygons: NDArray[Any]
    owners: list[tuple[str, ...]]
    edges: NDArray[np.int64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]


def read_outlines(path: Path) -> list[Outline]:
    """Return the polygons of the upstream GeoJSON file, on the grid, with ISO 3166-1 alpha-2 codes."""
    iso2 = {country["iso3"]: code for code, country in read_countries().items()}
    outlines: list[Outline] = []
    for feature in orjson.loads(path.read_bytes())["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        country = iso2[feature["properties"]["A3"]]
        outlines.extend(Outline(country, tuple(on_grid(ring) for ring in polygon)) for polygon in polygons)
    return outlines


def make_faces(outlines: list[Outline]) -> Faces:
    """Lay all outlines over each other and return the faces between them."""
    noded = shapely.unary_union(shapely.line_merge(shapely.multilinestrings(_distinct_edges(outlines))), grid_size=1)
    polygons = shapely.orient_polygons(shapely.get_parts(shapely.polygonize(shapely.get_parts(noded))))
    edges, left, right = _edges_between(polygons)
    return Faces(polygons, _owners(polygons, outlines), edges, left, right)


def on_grid(ring: list[list[float]]) -> NDArray[np.int64]:
    """Return a ring of (lon, lat) in degrees as whole numbers of 1e-5 degree."""
    return np.asarray(np.rint(np.array(ring) * UNITS_PER_DEGREE), dtype=np.int64)


def edge_keys(points: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return one number a grid point (lon, lat), different for different points."""
    return (points[:, 0] + 180 * UNITS_PER_DEGREE) * (180 * UNITS_PER_DEGREE + 1) + points[:, 1] + 90 * UNITS_PER_DEGREE


def metre_scale(polygon: Any) -> Any:
    """Return the polygon in metres on a plane through its middle latitude; fit for widths of small pieces."""
    _, south, _, north = polygon.bounds
    squeeze = np.cos(np.radians((south + north) / 2 / UNITS_PER_DEGREE))
    return shapely.transform(polygon, lambda points: points * np.array([METRES_PER_UNIT * squeeze, METRES_PER_UNIT]))


def width_m(polygon: Any) -> float:
    """Return the diameter of the largest circle inside a polygon, in metres to some 5 m: how wide a sliver is at its widest."""
    return 2.0 * float(shapely.maximum_inscribed_circle(metre_scale(polygon), tolerance=2.5).length)


def _distinct_edges(outlines: list[Outline]) -> NDArray[np.float64]:
    """Return each grid edge once, whichever and however many outlines it belongs to, as an array (edges, 2 ends, 2 coordinates)."""
    rings = [ring for outline in outlines for ring in outline.rings]
    points = np.concatenate(rings)
    number = np.repeat(np.arange(len(rings)), [len(ring) for ring in rings])
    keys = edge_keys(points)
    real = (number[:-1] == number[1:]) & (keys[:-1] != keys[1:])
    ends = np.sort(np.stack([np.flatnonzero(real), np.flatnonzero(real) + 1], axis=1), axis=1)
    low, high = np.minimum(*keys[ends.T]), np.maximum(*keys[ends.T])
    order = np.lexsort((high, low))
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (low[order][1:] != low[order][:-1]) | (high[order][1:] != high[order][:-1])
    return np.asarray(points[ends[order[fresh]]], dtype=np.float64)


def _edges_between(polygons: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the edges of the faces, each once, with the face on the left and on the right of it.

    The rings are oriented so that a face lies to the left of its own edges; an edge between two faces thus comes twice, once each way.
    """
    rings, face_of_ring = shapely.get_rings(polygons, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    points = np.rint(points).astype(np.int64)
    real = ring[:-1] == ring[1:]
    start, end, face = points[:-1][real], points[1:][real], face_of_ring[ring[:-1][real]]
    key_start, key_end = edge_keys(start), edge_keys(end)
    forward = key_start < key_end
    order = np.lexsort((~forward, np.maximum(key_start, key_end), np.minimum(key_start, key_end)))
    low, high = np.minimum(key_start, key_end)[order], np.maximum(key_start, key_end)[order]
    again = np.zeros(len(order), dtype=bool)
    again[1:] = (low[1:] == low[:-1]) & (high[1:] == high[:-1])
    first = np.flatnonzero(~again)
    has_twin = np.zeros(len(first), dtype=bool)
    has_twin[:-1] = again[first[:-1] + 1]
    has_twin[-1] = first[-1] + 1 < len(order)
    right = np.full(len(first), SEA)
    right[has_twin] = face[order[first[has_twin] + 1]]
    edges = np.concatenate([start[order[first]], end[order[first]]], axis=1)
    return edges, face[order[first]], right


def _owners(polygons: NDArray[Any], outlines: list[Outline]) -> list[tuple[str, ...]]:
    """Return for each face the countries that hold it, dependencies without their parents."""
    shapes = np.array([shapely.Polygon(outline.rings[0], outline.rings[1:]) for outline in outlines])
    shapely.prepare(shapes)
    tree = shapely.STRtree(shapely.point_on_surface(polygons))
    holders: defaultdict[int, set[str]] = defaultdict(set)
    for shape, face in tree.query(shapes, predicate="contains").T.tolist():
        holders[face].add(outlines[shape].country)
    return [_without_parents(holders[face]) for face in range(len(polygons))]


def _without_parents(countries: set[str]) -> tuple[str, ...]:
    parents = {PARENT_OF[country] for country in countries if country in PARENT_OF}
    return tuple(sorted(countries - parents))
