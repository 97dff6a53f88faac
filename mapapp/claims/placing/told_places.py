"""Carry the places that claims have settled back to the toponyms, so that the dossier speaks of one place throughout.

Only nearness has told them: what a claim's own distance chose stays with that claim.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from gazetteer.place import Place
from mapapp.claims.claim import Anchor, Claim, ClaimKind, Subject
from mapapp.claims.placing.ends import GUESSED_CONFIDENCE
from mapapp.claims.placing.pairs import SURE_CONFIDENCE
from mapapp.claims.uncertainty import extent_km
from mapapp.toponyms.toponym import Alternative, Toponym

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

TOLD = "lies near the other end of a distance that the report gives"
"""The reason of a toponym whose place a claim has settled."""

_BEFORE = "the reading without the distance's other end"

_MOST_IN_AN_END = 12

_Sense = tuple[str, str | None]


def with_told_places(toponyms: Sequence[Toponym], claims: Iterable[Claim], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the toponyms with the places that the ends of claims got, other mentions of the same name and place included."""
    told: dict[_Sense, Place] = {}
    ordered = sorted(toponyms, key=_start)
    for claim in claims:
        if claim.kind is not ClaimKind.DISTANCE or claim.measured_km is None or claim.used_for_disambiguation:
            continue
        for end in (claim.subject, claim.anchor):
            if end is not None and end.place_id is not None:
                told |= _told_by(end, end.place_id, ordered, gazetteer)
    return tuple(_telling(t, told[_sense(t)]) if _sense(t) in told and _is_open(t) else t for t in toponyms)


def _told_by(end: Subject | Anchor, place_id: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[_Sense, Place]:
    """Return the place that one end tells for the name in its words, if that name has another one or none."""
    found: dict[_Sense, Place] = {}
    first = bisect_left(toponyms, end.span.start, key=_start)
    for toponym in takewhile(lambda t: t.span.end <= end.span.end, toponyms[first : first + _MOST_IN_AN_END]):
        if not _is_open(toponym) or (toponym.place is not None and toponym.place.place_id == place_id):
            continue
        place = next((match.place for match in gazetteer.candidates(toponym.text) if match.place.place_id == place_id), None)
        if place is not None:
            found[_sense(toponym)] = place
    return found


def _start(toponym: Toponym) -> int:
    return toponym.span.start


def _is_open(toponym: Toponym) -> bool:
    """Say whether a toponym's place may still change: no analyst's word, no sure place, no area whose seat alone was measured from."""
    if toponym.is_rejected or toponym.demonym:
        return False
    return toponym.place is None or ((toponym.confidence or 0.0) < SURE_CONFIDENCE and extent_km(toponym.place) is not None)


def _telling(toponym: Toponym, place: Place) -> Toponym:
    before = () if toponym.place is None else (Alternative(toponym.place, 0.0, (_BEFORE,)),)
    others = tuple(alternative for alternative in toponym.alternatives if alternative.place.place_id != place.place_id)
    return replace(toponym, place=place, confidence=GUESSED_CONFIDENCE, reasons=(TOLD,), alternatives=(*before, *others), within=None)


def _sense(toponym: Toponym) -> _Sense:
    return toponym.text.casefold(), toponym.place.place_id if toponym.place else None
