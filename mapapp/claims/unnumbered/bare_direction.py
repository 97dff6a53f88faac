"""Find and check directions without a distance: "A, north of B", "fighting east of the capital"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gazetteer.geodesy import bearing_deg
from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind, Claim, ClaimKind, Verdict
from mapapp.claims.directions import DIRECTION, DIRECTION_OPENING, point_of
from mapapp.claims.judging.check import Measured
from mapapp.claims.judging.verdict import STANDARD, Thresholds, direction_verdict, side_verdict
from mapapp.claims.placing.ends import Ends
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.loose_anchor import ANYTHING, place_end
from mapapp.claims.unnumbered.loose_claim import ends_of, unjudged
from mapapp.claims.unnumbered.taken import Taken
from mapapp.report.report import Span
from mapapp.report.starts import starts_in

_DIRECTION_OF = re.compile(
    rf"(?<![\w'’-])(?:(?P<hedge>just|immediately|far|well|slightly|a\s{{1,3}}little)\s{{1,3}})?(?P<to>to\s{{1,3}}the\s{{1,3}}(?:(?:immediate|far)\s{{1,3}})?)?{DIRECTION}"
    r"(?P<of>\s{1,3}(?:of|from)\s{1,3})(?=\w)",
    re.IGNORECASE,
)
_OPENING = DIRECTION_OPENING | {"just", "immediately", "far", "well", "slightly", "a", "to"}
_THE = re.compile(
    r"(?<!\w)(?:the|deep|up|down|back|out|in\s{1,3}the\s{1,3}(?:north|south|east|west)(?:ern)?\s{1,3}and)\s{1,3}\Z", re.IGNORECASE
)
"""In front of "south of": "in the south of" tells a part, "down south of" a saying."""

_LINES = {AnchorKind.BORDER: "border", AnchorKind.COAST: "coast"}


def direction_claims(here: Surroundings, taken: Taken, *, thresholds: Thresholds = STANDARD) -> Iterator[Claim]:
    """Yield the directions stated without a distance, judged where both ends are known; none where a claim stands already."""
    for match in starts_in(here.text).matches(_DIRECTION_OF, _OPENING):
        start = match.start()
        if taken.holds(start):
            continue
        is_part = match.group("to") is None and _THE.search(here.text, max(0, start - 24), start) is not None
        if is_part or "from" in match.group("of").lower():
            continue
        if _is_a_name(here, match):
            continue
        anchor = place_end(here, match.end(), ANYTHING)
        if anchor is None:
            continue
        settled = ends_of(here, start, anchor)
        ends, found = settled.ends, settled.found
        span = Span(start, ends.anchor.span.end if ends.anchor else anchor.span.end)
        claim = _pointed(here, ends, found, span, point_of(match.group("direction")), thresholds)
        yield replace(claim, hedge=(match.group("hedge") or "").lower() or None)


def _is_a_name(here: Surroundings, match: re.Match[str]) -> bool:
    """Say whether "East of England" is a name: a capital inside a sentence of mixed case."""
    at = match.start("direction")
    sentence = here.sentence_at(at)
    return here.text[at].isupper() and len(match.group("direction")) > 3 and at > sentence.start + 1 and not here.is_one_case(at)


def _pointed(here: Surroundings, ends: Ends, found: Measured | None, span: Span, point: str, thresholds: Thresholds) -> Claim:
    """Return the claim that a place is in a direction from another, or on one side of a line."""
    line = _LINES.get(ends.anchor.kind) if ends.anchor else None
    limit_deg = {1: thresholds.four_point_deg, 2: thresholds.eight_point_deg, 3: thresholds.sixteen_point_deg}[len(point)]
    claim = replace(
        unjudged(here, ClaimKind.DIRECTION, span, ends, found),
        direction=point,
        direction_verdict=Verdict.CANNOT_TELL,
        read_as=wording.reads_side(point, line) if line else wording.reads_direction(point, limit_deg),
    )
    place = ends.subject.name.place if ends.subject.name else None
    if found is None or place is None:
        return claim
    if found.nearest is not None:
        bearing = bearing_deg(found.nearest, place.position)
        judged = side_verdict(point, bearing, found.km, found.u_km, thresholds=thresholds)
    else:
        bearing = found.bearing_deg
        judged = direction_verdict(point, bearing, found.km, found.u_km, thresholds=thresholds)
    sure = ends.confidence >= thresholds.sure_confidence or found.km <= thresholds.doubtful_direction_km
    judged = judged if sure or line else Verdict.CANNOT_TELL
    reason = wording.direction_alone(point, bearing, found.km, judged)
    if line:
        reason = f"{reason} {wording.border_source(found.source, coast=line == 'coast')}"
    return replace(
        claim,
        verdict=judged,
        reason=reason,
        direction_verdict=judged,
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
        nearest=found.nearest,
        source=found.source,
    )
