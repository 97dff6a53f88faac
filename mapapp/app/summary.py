"""What a dossier holds, counted so that the counts always add up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from mapapp.app import wording
from mapapp.claims.claim import Claim
from mapapp.claims.judging.alarms import alarm_of
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Incident

NAME_CHARACTERS = 70
"""So much of an unplaced incident's summary is shown in the count line."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Incidents on the map plus unplaced ones are all incidents. ``unplaced`` are named, not only counted."""

    incidents: int
    placed: int
    unplaced: tuple[str, ...]
    claims: int
    measured: int
    toponyms: int
    resolved: int


def count(dossier: Dossier, placed: Collection[str]) -> Counts:
    """Return the counts of a dossier; ``placed`` are the ids of the incidents that the map shows."""
    unplaced = tuple(name(incident) for incident in dossier.incidents if incident.id not in placed)
    return Counts(
        incidents=len(dossier.incidents),
        placed=len(dossier.incidents) - len(unplaced),
        unplaced=unplaced,
        claims=len(dossier.claims),
        measured=sum(claim.measured_km is not None for claim in dossier.claims),
        toponyms=len(dossier.toponyms),
        resolved=sum(toponym.place is not None for toponym in dossier.toponyms),
    )


def name(incident: Incident) -> str:
    """Return a short name: what, when, and the beginning of the summary."""
    words = [wording.sentence_case(incident.type.value)]
    if wording.when(incident):
        words.append(wording.when(incident))
    summary = " ".join(incident.summary.split())
    if len(summary) > NAME_CHARACTERS:
        summary = summary[: NAME_CHARACTERS - 1].rstrip() + "…"
    return ", ".join(words) + (f": {summary}" if summary else "")


def incident_line(counts: Counts) -> str:
    """Return "5 incidents: 4 on the map, 1 unplaced"."""
    if counts.incidents == 0:
        return "No incident found"
    noun = "incident" if counts.incidents == 1 else "incidents"
    line = f"{counts.incidents} {noun}: {counts.placed} on the map"
    return f"{line}, {len(counts.unplaced)} unplaced"


def claim_line(claims: tuple[Claim, ...]) -> str:
    """Return "2 distances stated: 1 by road, 1 cannot tell"; the verdicts add up to the number of claims."""
    if not claims:
        return "No distance stated"
    tally: dict[str, int] = {}
    for claim in claims:
        word = wording.VERDICT_WORDS[claim.verdict]
        tally[word] = tally.get(word, 0) + 1
    noun = "distance" if len(claims) == 1 else "distances"
    return f"{len(claims)} {noun} stated: " + ", ".join(f"{number} {word}" for word, number in tally.items())


def alarm_line(claims: tuple[Claim, ...]) -> str:
    """Return "2 to look at first", empty where nothing raises an alarm."""
    count = sum(alarm_of(claim) is not None for claim in claims)
    return f"{count} to look at first" if count else ""


def place_line(counts: Counts) -> str:
    """Return "12 place names: 11 found in the gazetteer, 1 not"."""
    if counts.toponyms == 0:
        return "No place name found"
    noun = "place name" if counts.toponyms == 1 else "place names"
    return f"{counts.toponyms} {noun}: {counts.resolved} resolved, {counts.toponyms - counts.resolved} not"
