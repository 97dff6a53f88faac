"""From an incident's site to the area that holds it: a circle of the site's uncertainty."""

from __future__ import annotations

from mapapp.export.schema import Row
from mapapp.export.shapes import Geometry, circle
from mapapp.incidents.incident import Incident

SMALLEST_CIRCLE_M = 10.0
"""Below this, 6 decimals would show the grid and not the circle."""

LARGEST_CIRCLE_M = 500_000.0
"""A larger circle says nothing about where something happened; its incident is counted among the unlocated instead."""


def area_of(incident: Incident, *, doc_sha: str) -> tuple[Row, Geometry] | None:
    """Return row and polygon of the area in which an incident happened; None where none can be drawn.

    Every site has one, towns as well as provinces: a pin alone claims an exactness that no report has.
    """
    site = incident.site
    if site is None or site.position is None or site.uncertainty_m is None:
        return None
    if not SMALLEST_CIRCLE_M <= site.uncertainty_m <= LARGEST_CIRCLE_M:
        return None
    row: Row = {
        "id": f"area-{incident.id}",
        "layer": "areas",
        "doc_sha": doc_sha,
        "area_of": "incident",
        "incident": incident.id,
        "uncert_m": site.uncertainty_m,
        "geo_prec": None if site.geo_precision is None else int(site.geo_precision),
        "geo_method": site.method,
        "title": f"{' '.join(site.text.split())}: within {_rounded_km(site.uncertainty_m)} km",
    }
    return row, circle(site.position, site.uncertainty_m / 1000.0)


def _rounded_km(metres: float) -> str:
    kilometres = metres / 1000.0
    return f"{kilometres:.1f}" if kilometres < 10.0 else f"{kilometres:.0f}"
