"""From a claim to the area in which its subject would lie, if the claim held: a ring or sector around the place it is counted from."""

from __future__ import annotations

from mapapp.claims.claim import Anchor, AnchorKind, Claim, Interval
from mapapp.claims.directions import point_deg
from mapapp.claims.judging.thresholds import STANDARD
from mapapp.export.claim_rows import stated_words
from mapapp.export.schema import Row
from mapapp.export.sectors import ring, sector
from mapapp.export.shapes import Geometry

WITHOUT_MIDDLE = frozenset({AnchorKind.BORDER, AnchorKind.COAST, AnchorKind.FRONT_LINE, AnchorKind.AREA})
"""Ends without a middle: a band along a whole border would say too little and hide too much, so that only the line is drawn."""

SPREAD_DEG = {1: STANDARD.four_point_deg, 2: STANDARD.eight_point_deg, 3: STANDARD.sixteen_point_deg}
"""How far to either side a direction word reaches, by the letters of its point: what lies in the sector fits the direction."""


def stated_area(claim: Claim, *, claim_id: str, doc_sha: str) -> tuple[Row, Geometry] | None:
    """Return row and polygon of where a claim puts its subject; None where there is no such area.

    That needs a place to count from and an upper bound: "more than 200 km" leaves the rest of the world. Numbers are drawn as stated, with
    the rounding of the number and nothing else; where something without a number is read as one, that is drawn. Nor is there an area for
    what the report denies.
    """
    anchor, interval = claim.anchor, drawn_interval(claim)
    if anchor is None or interval is None or interval.high_km is None or not _has_middle(anchor) or claim.negated:
        return None
    geometry = _geometry(anchor, claim.direction, interval.low_km or 0.0, interval.high_km)
    if geometry is None:
        return None
    row: Row = {
        "id": f"stated-{claim_id}",
        "layer": "areas",
        "doc_sha": doc_sha,
        "area_of": "claim",
        "claim": claim_id,
        "stated_low_km": interval.low_km,
        "stated_high_km": interval.high_km,
        "direction": claim.direction,
        "verdict": claim.verdict.value,
        "direction_verdict": None if claim.direction_verdict is None else claim.direction_verdict.value,
        "title": area_title(claim, anchor),
    }
    return row, geometry


def drawn_interval(claim: Claim) -> Interval | None:
    """Return the distances that a claim states, or as which its words are read; None where there are none."""
    return claim.read_as_km if claim.stated is None else claim.stated


def area_title(claim: Claim, anchor: Anchor) -> str:
    """Return what the area is: "stated 17 km W of Arish"."""
    return f"{stated_words(claim)} {f'{claim.direction} of' if claim.direction else 'from'} {' '.join(anchor.text.split())}"


def _has_middle(anchor: Anchor) -> bool:
    """Say whether a ring can be drawn around what a distance is counted from."""
    return anchor.position is not None and anchor.kind not in WITHOUT_MIDDLE


def _geometry(anchor: Anchor, direction: str | None, low_km: float, high_km: float) -> Geometry | None:
    if anchor.position is None:
        return None
    if direction is None:
        return ring(anchor.position, low_km, high_km)
    return sector(anchor.position, point_deg(direction), SPREAD_DEG[len(direction)], low_km, high_km)
