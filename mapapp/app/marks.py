"""What is marked in the text: toponyms by role, claims by verdict, the words that prove an incident.

Offsets are Unicode code points, as everywhere; the browser splits by code points too.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mapapp.app import summary, wording
from mapapp.app.state import What
from mapapp.claims.claim import Claim
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Incident
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

Mark = dict[str, Any]
"""One mark as the browser takes it: what, key, start, end, tone, label."""


def span_key(span: Span) -> str:
    """Return the key of a claim or toponym: "start-end"."""
    return f"{span.start}-{span.end}"


def marks(dossier: Dossier, *, rejected: Collection[tuple[int, int]] = (), corrected: Collection[tuple[int, int]] = ()) -> list[Mark]:
    """Return all marks of a dossier in the order of the text; ``rejected`` and ``corrected`` are the analyst's spans."""
    found = [_toponym_mark(toponym, rejected, corrected) for toponym in dossier.toponyms]
    known = {(toponym.span.start, toponym.span.end) for toponym in dossier.toponyms}
    found += [_rejected_mark(dossier, span) for span in rejected if span not in known]
    found += [_claim_mark(claim) for claim in dossier.claims]
    for number, incident in enumerate(dossier.incidents, start=1):
        found += _quote_marks(number, incident)
    return sorted(found, key=lambda mark: (mark["start"], -mark["end"], mark["what"]))


def _toponym_mark(toponym: Toponym, rejected: Collection[tuple[int, int]], corrected: Collection[tuple[int, int]]) -> Mark:
    """Return the mark of a toponym; its label says role and place."""
    span = (toponym.span.start, toponym.span.end)
    if toponym.place is not None:
        state = "corrected" if span in corrected else "resolved"
        meaning = wording.place_line(toponym.place)
    else:
        state = "rejected" if span in rejected else "unresolved"
        meaning = "no place, as you said" if state == "rejected" else "not found in the gazetteer"
    label = f"{toponym.text}: {wording.ROLE_WORDS[toponym.role]}; {meaning}"
    return _mark(What.TOPONYM, span_key(toponym.span), toponym.span, toponym.role.value, label) | {"state": state}


def _rejected_mark(dossier: Dossier, span: tuple[int, int]) -> Mark:
    """Return the mark of a rejected toponym that the reading no longer lists, so that it can be taken up again."""
    there = Span(*span)
    label = f"{there.of(dossier.report.text)}: no place, as you said"
    return _mark(What.TOPONYM, span_key(there), there, Role.MENTION.value, label) | {"state": "rejected"}


def _claim_mark(claim: Claim) -> Mark:
    """Return the mark of a claim; its label is that of the line on the map."""
    return _mark(What.CLAIM, span_key(claim.span), claim.span, wording.tone(claim), f"Distance: {wording.claim_label(claim)}")


def _quote_marks(number: int, incident: Incident) -> list[Mark]:
    """Return the marks of the sentences that prove an incident; only the first carries its number."""
    spans = [quote.span for quote in incident.quotes if quote.field == "incident"] or [quote.span for quote in incident.quotes[:1]]
    tone = wording.incident_tone(incident)
    label = f"Incident {number}: {summary.name(incident)}"
    found = []
    for position, span in enumerate(spans):
        mark = _mark(What.INCIDENT, incident.id, span, tone, label)
        mark["number"] = number if position == 0 else None
        found.append(mark)
    return found


def _mark(what: What, key: str, span: Span, tone: str, label: str) -> Mark:
    """Return one mark."""
    return {"what": what.value, "key": key, "start": span.start, "end": span.end, "tone": tone, "label": label}


def legend(found: list[Mark]) -> list[dict[str, str]]:
    """Return the entries of the legend: only what occurs in this text, roles in the order of the codebook."""
    tones = {(mark["what"], mark["tone"]) for mark in found if mark.get("state") != "rejected"}
    entries = [
        {"what": "toponym", "tone": role.value, "words": words}
        for role, words in wording.ROLE_WORDS.items()
        if ("toponym", role.value) in tones
    ]
    if any(mark.get("state") == "unresolved" for mark in found):
        entries.append({"what": "toponym", "tone": "unresolved", "words": "not found"})
    if any(mark.get("state") == "rejected" for mark in found):
        entries.append({"what": "toponym", "tone": "rejected", "words": "rejected by you"})
    entries += [
        {"what": "claim", "tone": verdict.value, "words": f"distance: {words}"}
        for verdict, words in wording.VERDICT_WORDS.items()
        if ("claim", verdict.value) in tones
    ]
    entries += [
        {"what": "incident", "tone": tone, "words": words} for tone, words in wording.INCIDENT_TONES.items() if ("incident", tone) in tones
    ]
    return entries
