"""From a claim to its flat row and its line, from the subject to the nearest point of the border or coast, or to the other place."""

from __future__ import annotations

from mapapp.claims.claim import Claim, Interval
from mapapp.claims.units import KM_PER_MILE
from mapapp.dossier_json import Findings
from mapapp.export.findings import Sites
from mapapp.export.schema import Row
from mapapp.export.shapes import Geometry, line
from mapapp.report.report import Span

"""The international mile, by definition."""

ONE_NUMBER_SPREAD = 0.25
"""An interval narrower than this share of its middle is one rounded number ("a hundred kilometres": 90 to 110), not a range."""


def claim_row(claim: Claim, *, dossier: Findings, sites: Sites) -> Row:
    """Return the row of a claim."""
    incident = sites.incident_of(claim)
    stated, measured = claim.stated or Interval(None, None), claim.measured or Interval(None, None)
    return {
        "id": f"claim-{named_by_span(dossier.report.text_sha256, claim.span)}",
        "layer": "claims",
        "doc_sha": dossier.report.text_sha256,
        "incident": None if incident is None else incident.id,
        "kind": claim.kind.value,
        "text": claim.text,
        "q_start": claim.span.start,
        "q_end": claim.span.end,
        "subject": None if claim.subject is None else claim.subject.text,
        "anchor": None if claim.anchor is None else claim.anchor.text,
        "stated_low_km": stated.low_km,
        "stated_high_km": stated.high_km,
        "hedge": claim.hedge,
        "direction": claim.direction,
        "measured_km": _km(claim.measured_km),
        "measured_low_km": _km(measured.low_km),
        "measured_high_km": _km(measured.high_km),
        "bearing_deg": None if claim.bearing_deg is None else round(claim.bearing_deg, 2),
        "verdict": claim.verdict.value,
        "direction_verdict": None if claim.direction_verdict is None else claim.direction_verdict.value,
        "reason": claim.reason,
        "source": claim.source or None,
        "title": claim_title(claim),
    }


def claim_title(claim: Claim) -> str:
    """Return the label of the claim's line: what is stated, what is measured, what follows."""
    measured = "not measured" if claim.measured_km is None else f"measured {claim.measured_km:.1f} km"
    return f"{_stated(claim)}, {measured}: {claim.verdict.replace('_', ' ')}"


def _stated(claim: Claim) -> str:
    if claim.stated is None:
        return f"stated {claim.direction or claim.kind.replace('_', ' ')}"
    low, high = claim.stated.low_km, claim.stated.high_km
    if low is not None and high is not None:
        return f"stated {_number_or_range(low, high, claim.text)}"
    if high is not None:
        return f"stated at most {high:g} km"
    return "stated vaguely" if low is None else f"stated at least {low:g} km"


def _number_or_range(low: float, high: float, text: str) -> str:
    """Name the number that was written: "100 km" is held as the interval that its rounding allows, and so is "60 to 80 km"."""
    middle = (low + high) / 2.0
    written = text.replace(",", "")
    miles = round(middle / KM_PER_MILE)
    if "mile" in text and f"{miles}" in written:
        return f"{miles} miles ({middle:.0f} km)"
    if f"{middle:g}" in written or high - low <= ONE_NUMBER_SPREAD * middle:
        return f"{middle:g} km"
    return f"{low:g} to {high:g} km"


def claim_line(claim: Claim) -> Geometry | None:
    """Return the geodesic line that was measured; None where an end is unresolved or the two ends are one position."""
    start = None if claim.subject is None else claim.subject.position
    end = claim.nearest or (None if claim.anchor is None else claim.anchor.position)
    return None if start is None or end is None else line(start, end)


def named_by_span(doc_sha: str, span: Span) -> str:
    """Return the stable part of an id: which document, which characters. Never looks like a date or a number."""
    return f"{doc_sha[:12]}-{span.start}-{span.end}"


def _km(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
