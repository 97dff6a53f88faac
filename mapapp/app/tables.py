"""The tables: one row per incident, claim and place name, for the reader's eye."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from mapapp.app import wording
from mapapp.app.marks import span_key
from mapapp.claims.claim import Claim, Verdict
from mapapp.claims.judging.alarms import alarms_of, ranked
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Incident
from mapapp.toponyms.toponym import Toponym

NOT_STATED = "–"


def incidents(dossier: Dossier, placed: Collection[str]) -> pd.DataFrame:
    """Return one row per incident; the index holds the incidents' ids, ``placed`` those that the map shows."""
    numbers = {incident.id: number for number, incident in enumerate(dossier.incidents, start=1)}
    rows = [_incident_row(incident, numbers, on_map=incident.id in placed) for incident in dossier.incidents]
    return pd.DataFrame(rows, index=pd.Index(list(numbers), name="id"), columns=INCIDENT_COLUMNS)


INCIDENT_COLUMNS = [
    "#",
    "When",
    "What",
    "Where",
    "Killed",
    "Injured",
    "Others",
    "Said as",
    "Told as",
    "Part of",
    "Sums",
    "In the words of the report",
]


def _incident_row(incident: Incident, numbers: dict[str, int], *, on_map: bool) -> dict[str, object]:
    """Return the cells of one incident."""
    parent = numbers.get(incident.parent or "")
    return {
        "#": numbers[incident.id],
        "When": wording.when(incident) or NOT_STATED,
        "What": wording.sentence_case(incident.type.value),
        "Where": _where(incident, on_map=on_map),
        "Killed": wording.people(incident.killed) or NOT_STATED,
        "Injured": wording.people(incident.injured) or NOT_STATED,
        "Others": wording.further_people(incident) or NOT_STATED,
        "Said as": wording.said_as(incident),
        "Told as": "background" if incident.background else "news",
        "Part of": NOT_STATED if parent is None else f"incident {parent}",
        "Sums": f"⚠ {incident.sum_mismatch}" if incident.sum_mismatch else "",
        "In the words of the report": " ".join(incident.summary.split()),
    }


def _where(incident: Incident, *, on_map: bool) -> str:
    """Return the site as written, and how exactly it is known; or that it is unplaced."""
    if incident.site is None:
        return "unplaced: no place named"
    if not on_map:
        return f"unplaced: {incident.site.text}"
    if incident.site.method == "relative" and incident.site.uncertainty_m:
        return f"{incident.site.text} (within {wording.kilometres(incident.site.uncertainty_m / 1000)})"
    words = wording.PRECISION_WORDS[incident.site.geo_precision] if incident.site.geo_precision else ""
    return f"{incident.site.text} ({words})" if words else incident.site.text


CLAIM_COLUMNS = ["In the words of the report", "From", "Stated", "Measured", "Verdict", "Direction", "Why"]


def claims(dossier: Dossier) -> pd.DataFrame:
    """Return one row per claim, alarms first; the index holds the claims' keys."""
    listed = ranked(dossier.claims)
    rows = [
        {
            "In the words of the report": " ".join(claim.text.split()),
            "From": NOT_STATED if claim.subject is None else claim.subject.text,
            "Stated": wording.stated(claim),
            "Measured": wording.measured(claim) or NOT_STATED,
            "Verdict": _verdict(claim),
            "Direction": _direction(claim),
            "Why": " ".join(wording.claim_lines(claim)),
        }
        for claim in listed
    ]
    keys = pd.Index([span_key(claim.span) for claim in listed], name="key")
    return pd.DataFrame(rows, index=keys, columns=CLAIM_COLUMNS)


def _verdict(claim: Claim) -> str:
    """Return the verdict, and for an alarm what is the matter: "⚠ contradicted: shorter than the straight line"."""
    words = wording.VERDICT_WORDS[claim.verdict]
    matter = "; ".join(alarm.words for alarm in alarms_of(claim))
    if not matter:
        return words
    return f"⚠ {words}: {matter}" if claim.verdict is Verdict.CONTRADICTED else f"⚠ {matter} (distance: {words})"


def _direction(claim: Claim) -> str:
    """Return the stated direction and what measuring says of it."""
    if claim.direction is None:
        return NOT_STATED
    return claim.direction if claim.direction_verdict is None else f"{claim.direction}: {wording.VERDICT_WORDS[claim.direction_verdict]}"


PLACE_COLUMNS = ["Name", "Place", "Country", "Kind", "Role", "Sure", "Others", "By you"]


def toponyms(listed: Sequence[Toponym], *, corrected: Collection[tuple[int, int]] = ()) -> pd.DataFrame:
    """Return one row per toponym; the index holds the toponyms' keys."""
    rows = [_toponym_row(toponym, by_you=(toponym.span.start, toponym.span.end) in corrected) for toponym in listed]
    keys = pd.Index([span_key(toponym.span) for toponym in listed], name="key")
    return pd.DataFrame(rows, index=keys, columns=PLACE_COLUMNS)


def _toponym_row(toponym: Toponym, *, by_you: bool) -> dict[str, object]:
    """Return the cells of one toponym."""
    place = toponym.place
    unresolved = "no place (rejected)" if by_you else "not found"
    return {
        "Name": toponym.text,
        "Place": unresolved if place is None else place.name,
        "Country": NOT_STATED if place is None else " / ".join(place.countries) or NOT_STATED,
        "Kind": NOT_STATED if place is None else wording.KIND_WORDS.get(place.kind, place.kind.value),
        "Role": wording.ROLE_WORDS[toponym.role],
        "Sure": NOT_STATED if toponym.confidence is None else f"{100 * toponym.confidence:.0f} %",
        "Others": len(toponym.alternatives),
        "By you": "corrected" if by_you else "",
    }
