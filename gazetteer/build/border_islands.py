"""Islands that no country's outline holds: found in the coastlines of the same extract, and given to whom they belong.

The outlines of countries lack 84 islands: Vanua Levu (5,700 km², the second island of Fiji), and many that several countries claim (the
Spratly and Senkaku Islands, Hans Island).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import orjson
import shapely

from gazetteer.border_disputes import Dispute, DisputeKind
from gazetteer.build.border_faces import UNITS_PER_DEGREE, Outline, on_grid
from gazetteer.coordinates import LatLon

FARTHEST_DEG = 0.7
"""How far an island may lie from the nearest outline of the country that it is given to: Vanua Levu lies 0.1 degree from Taveuni."""


def missing_islands(coastlines: Path, outlines: list[Outline], disputes: tuple[Dispute, ...]) -> list[Outline]:
    """Return the islands that are in no outline, as outlines of their country, or of a dispute (its id in place of a country).

    An island that hangs together with an outline belongs to its country, one in the box of a dispute of kind ``gap`` to that dispute,
    another one to the country with the nearest outline; one that is far from all of them is left out.
    """
    held = shapely.STRtree(np.array([shapely.Polygon(outline.rings[0]) for outline in outlines]))
    islands = [rings for geometry in orjson.loads(coastlines.read_bytes())["geometries"] for rings in geometry["coordinates"]]
    found = []
    for rings in islands:
        ring = on_grid(rings[0])
        point = shapely.point_on_surface(shapely.Polygon(ring))
        if len(held.query(point, predicate="within")) == 0:
            owner = _owner(LatLon.from_lonlat(point.x / UNITS_PER_DEGREE, point.y / UNITS_PER_DEGREE), ring, held, outlines, disputes)
            found.extend([Outline(owner, (ring,))] if owner else [])
    return found


def _owner(
    position: LatLon,
    ring: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    held: shapely.STRtree,
    outlines: list[Outline],
    disputes: tuple[Dispute, ...],
) -> str:
    island = shapely.Polygon(ring)
    touching = held.query(island, predicate="intersects")
    if len(touching):
        return outlines[int(touching.min())].country
    for dispute in disputes:
        if dispute.kind is DisputeKind.GAP and dispute.box.contains(position):
            return dispute.dispute_id
    nearest = held.query_nearest(island, max_distance=FARTHEST_DEG * UNITS_PER_DEGREE, all_matches=False)
    return outlines[int(nearest[0])].country if len(nearest) else ""
