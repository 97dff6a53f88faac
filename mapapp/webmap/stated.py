"""The areas where stated distances put what they are about: hidden until their claim is selected, or all at once for those who want it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import folium

from mapapp.webmap.cards import Feature
from mapapp.webmap.outlines import open_at_seams
from mapapp.webmap.safe import safe_text
from mapapp.webmap.wording import standing

Ring = list[list[float]]

SEAM_DEG = 1e-6
"""So near to the 180th meridian a vertex lies on it."""


def is_stated(area: Feature) -> bool:
    """Say whether an area is that of a claim rather than of an incident."""
    return bool(area["properties"]["area_of"] == "claim")


def stated_layer(area: Feature, place: Callable[[Sequence[float]], list[float]], *, runs_on: bool) -> folium.FeatureGroup:
    """Return the ring or sector of a claim as a layer: the inside, and apart from it the edge, without the cut at 180 degrees.

    ``place`` turns (lon, lat) into [lat, lon] of the view; ``runs_on``: beyond 180 degrees, so that the parts of a cut area meet already.
    """
    row, layer = area["properties"], folium.FeatureGroup(name=area["id"], control=False)
    parts = _together(area["geometry"], runs_on=runs_on)
    look = f"stated v-{standing(row)}"
    for rings, shift in parts:
        placed = [[_shifted(place(position), shift) for position in ring] for ring in rings]
        tip = folium.Tooltip(safe_text(row["title"]), class_name="tip")
        folium.Polygon(placed, stroke=False, fill=True, smooth_factor=0, class_name=f"{look} is-inside", tooltip=tip).add_to(layer)
    edges = [
        [_shifted(place(position), shift) for position in line] for rings, shift in parts for ring in rings for line in open_at_seams(ring)
    ]
    folium.PolyLine(edges, weight=1.5, smooth_factor=0, class_name=f"{look} is-edge").add_to(layer)  # type: ignore[no-untyped-call]
    return layer


def _together(geometry: dict[str, Any], *, runs_on: bool) -> list[tuple[list[Ring], float]]:
    """Return the polygons with the degrees by which each is moved, so that one cut at 180 degrees is whole again.

    The widest stays where it is: a ring around a town in Fiji is not torn to both ends of the world.
    """
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    home = max(polygons, key=_width)
    turn = 360.0 if _reaches(home, 180.0) else -360.0
    return [
        (rings, turn if rings is not home and not runs_on and _reaches(rings, -180.0 if turn > 0.0 else 180.0) else 0.0)
        for rings in polygons
    ]


def _width(rings: list[Ring]) -> float:
    lons = [lon for lon, _ in rings[0]]
    return max(lons) - min(lons)


def _reaches(rings: list[Ring], lon: float) -> bool:
    return any(abs(vertex[0] - lon) < SEAM_DEG for vertex in rings[0])


def _shifted(latlon: list[float], degrees: float) -> list[float]:
    return [latlon[0], latlon[1] + degrees]
