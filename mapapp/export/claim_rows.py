"""From a claim to its flat row and its line, from the subject to the nearest point of the border or coast, or to the other place."""

from __future__ import annotations

import re

from mapapp.claims.claim import Claim, Interval, Reading, Verdict
from mapapp.claims.judging.alarms import AlarmKind, alarm_of
from mapapp.claims.statements.units import KM_PER_MILE
from mapapp.dossier_json import Findings
from mapapp.export.findings import Sites
from mapapp.export.schema import Row
from mapapp.export.shapes import Geometry, joined, line
from mapapp.report.report import Span

_OPEN = Interval(None, None)

ONE_NUMBER_SPREAD = 0.25
"""An interval narrower than this share of its middle is one rounded number ("a hundred kilometres": 90 to 110), not a range."""

BOUND_SPREAD = 0.15
"""A bound that is held lies at most this share of it from the number that is written."""

LABEL_CHARACTERS = 48
"""Room for "within 25 km of the border", not for a definition; that stands in the reason and in its own column."""

_NUMBERS = re.compile(r"(?<![\d.,])\d{1,6}(?:,\d{3}){0,2}(?:\.\d{1,3})?(?![\d])")


def claim_row(claim: Claim, *, dossier: Findings, sites: Sites) -> Row:
    """Return the row of a claim."""
    incident, alarm = sites.incident_of(claim), alarm_of(claim)
    stated, read_as, measured = (interval or _OPEN for interval in (claim.stated, claim.read_as_km, claim.measured))
    return {
        "id": claim_id(claim, doc_sha=dossier.report.text_sha256),
        "layer": "claims",
        "doc_sha": dossier.report.text_sha256,
        "incident": None if incident is None else incident.id,
        "kind": claim.kind.value,
        "text": claim.text,
        "q_start": claim.span.start,
        "q_end": claim.span.end,
        "subject": None if claim.subject is None else claim.subject.text,
        "anchor": None if claim.anchor is None else claim.anchor.text,
        "anchor2": None if claim.second_anchor is None else claim.second_anchor.text,
        "stated_low_km": stated.low_km,
        "stated_high_km": stated.high_km,
        "conversion_km": _km(claim.conversion_km),
        "read_as": claim.read_as or None,
        "read_low_km": read_as.low_km,
        "read_high_km": read_as.high_km,
        "hedge": claim.hedge,
        "direction": claim.direction,
        "measured_km": _km(claim.measured_km),
        "measured_low_km": _km(measured.low_km),
        "measured_high_km": _km(measured.high_km),
        "bearing_deg": None if claim.bearing_deg is None else round(claim.bearing_deg, 2),
        "verdict": claim.verdict.value,
        "direction_verdict": None if claim.direction_verdict is None else claim.direction_verdict.value,
        "alarm_rank": None if alarm is None else 1 + list(AlarmKind).index(alarm.kind),
        "alarm": None if alarm is None else alarm.words,
        "readings": "; ".join(_reading(reading) for reading in claim.readings) or None,
        "said_by": claim.attribution,
        "negated": claim.negated,
        "modal": claim.modal,
        "chose_end": claim.used_for_disambiguation,
        "reason": claim.reason,
        "source": claim.source or None,
        "title": claim_title(claim),
    }


def claim_title(claim: Claim) -> str:
    """Return the label of the claim's line: what is stated, what is measured, what follows."""
    measured = "not measured" if claim.measured_km is None else f"measured {claim.measured_km:.1f} km"
    pointed = f", but {claim.direction} contradicted" if is_wrong_way(claim) else ""
    return f"{stated_words(claim)}, {measured}: {claim.verdict.replace('_', ' ')}{pointed}"


def is_short_reading(claim: Claim) -> bool:
    """Say whether a label has room for the way in which words without a number are read."""
    return 0 < len(claim.read_as) <= LABEL_CHARACTERS


def is_wrong_way(claim: Claim) -> bool:
    """Say whether the stated direction is contradicted where the distance is not."""
    return claim.direction_verdict is Verdict.CONTRADICTED and claim.verdict is not Verdict.CONTRADICTED


def stated_words(claim: Claim) -> str:
    """Return what is stated, or as what words without a number are read: "stated 100 km", "read as within 25 km of the border"."""
    if claim.stated is None:
        return f"read as {claim.read_as}" if is_short_reading(claim) else f"stated {claim.direction or claim.kind.replace('_', ' ')}"
    low, high = claim.stated.low_km, claim.stated.high_km
    if low is not None and high is not None:
        return f"stated {_number_or_range(low, high, claim.text)}"
    if high is not None:
        return f"stated at most {_bound(high, claim.text)}"
    return "stated vaguely" if low is None else f"stated at least {_bound(low, claim.text)}"


def _bound(km: float, text: str) -> str:
    """Name the bound that was written: "less than 500 km" is held as up to 550, because the number is rounded."""
    for written in _NUMBERS.findall(text):
        number = float(written.replace(",", ""))
        for unit_km, unit in ((1.0, "km"), (KM_PER_MILE, "miles")):
            if abs(number * unit_km - km) <= BOUND_SPREAD * km and (unit == "km" or "mile" in text):
                return f"{number:g} km" if unit == "km" else f"{number:g} miles ({number * unit_km:.0f} km)"
    return f"{km:g} km"


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


def _reading(reading: Reading) -> str:
    """Return one reading of a disputed border: "as one side has it: 12.3 km, supported"."""
    measured = "not measured" if reading.measured_km is None else f"{reading.measured_km:.1f} km"
    return f"{reading.reading}: {measured}, {reading.verdict.replace('_', ' ')}"


def claim_line(claim: Claim) -> Geometry | None:
    """Return the geodesic line that was measured; None where an end is unresolved or the two ends are one position.

    "Between A and B" is the way from one to the other by the subject.
    """
    start = None if claim.subject is None else claim.subject.position
    end = claim.nearest or (None if claim.anchor is None else claim.anchor.position)
    if start is None or end is None:
        return None
    other = None if claim.second_anchor is None else claim.second_anchor.position
    ways = [way for way in (line(start, end), None if other is None else line(other, start)) if way is not None]
    return joined(ways[::-1]) if ways else None


def claim_id(claim: Claim, *, doc_sha: str) -> str:
    """Return the id that a claim has in an export, if no other one takes it first."""
    return f"claim-{named_by_span(doc_sha, claim.span)}"


def named_by_span(doc_sha: str, span: Span) -> str:
    """Return the stable part of an id: which document, which characters. Never looks like a date or a number."""
    return f"{doc_sha[:12]}-{span.start}-{span.end}"


def _km(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
