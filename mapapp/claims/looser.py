"""Statements without a number: near or on a border, a bare direction, a travelling time. Each gets a reading and is shown as such.

Only what is cheap and sure is read: near and direction claims need both ends on the map, or they are left out. Distances "near" are
thresholds set by judgement, not measured ones, and the reason gives the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapapp.claims import wording
from mapapp.claims.anchors import find_anchor
from mapapp.claims.check import Measured, anchor_of, measure, subject_of
from mapapp.claims.claim import AnchorKind, Claim, ClaimKind, Verdict
from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.ends import Ends, settle
from mapapp.claims.subjects import find_subject
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.verdict import STANDARD, direction_verdict
from mapapp.report.report import Span

_BORDER_NEAR = re.compile(
    r"(?<![\w'’-])(?P<word>near|close\s{1,3}to|next\s{1,3}to|adjacent\s{1,3}to|not\s{1,3}far\s{1,3}from|right\s{1,3}on|on|along|at)\s{1,3}"
    r"(?=(?:[\w'’.&/–—-]{1,24}\s{1,3}){1,6}?(?:border|frontier)(?![\w-]))",
    re.IGNORECASE,
)
_NEAR_WORDS = ("near", "close", "next", "adjacent", "not")
_DIRECTION_OF = re.compile(
    rf"(?<![\w'’-])(?:(?:just|immediately|far|to\s{{1,3}}the)\s{{1,3}})?{DIRECTION}\s{{1,3}}of\s{{1,3}}(?=(?:the\s{{1,3}})?[\w])",
    re.IGNORECASE,
)
_TRAVEL = re.compile(
    r"(?<!\w)(?P<time>(?:(?:about|around|roughly|some|less\s{1,3}than|more\s{1,3}than|just|only|under|over|nearly|almost)\s{1,3}){0,2}"
    r"(?:an?|\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|several|a\s{1,3}few|half\s{1,3}an?)"
    r"(?:[\s-]{1,2}and[\s-]{1,2}a[\s-]{1,2}half)?[\s-]{1,2}(?:hour|minute|day)s?['’]?s?"
    r"(?:\s{1,3}(?:drive|walk|ride|flight|march|journey|trip|hike|trek)|\s{1,3}(?:by\s{1,3}(?:car|road|bus|boat|train|plane|air)|on\s{1,3}foot))"
    rf"(?:\s{{1,3}}away)?(?:\s{{1,3}}{DIRECTION})?)\s{{1,3}}(?P<relator>from|of)\s{{1,3}}",
    re.IGNORECASE,
)


def looser_claims(here: Surroundings, metric: Sequence[Claim]) -> list[Claim]:
    """Return the claims without a number that do not overlap one with."""
    taken = [claim.span for claim in metric]
    found: list[Claim] = []
    for claim in (*_travel_times(here), *_near_borders(here), *_directions(here)):
        if not any(claim.span.overlaps(span) for span in taken):
            found.append(claim)
            taken.append(claim.span)
    return found


def _travel_times(here: Surroundings) -> Iterator[Claim]:
    """Yield "an hour's drive from X": recognised, and marked as beyond checking."""
    for match in _TRAVEL.finditer(here.text):
        anchor = find_anchor(here, match.end())
        if anchor is None:
            continue
        span = Span(match.start(), anchor.span.end)
        subject = find_subject(here, match.start(), anchor, None)
        ends = settle(here, subject, anchor)
        yield Claim(
            span=span,
            text=span.of(here.text),
            kind=ClaimKind.TRAVEL_TIME,
            verdict=Verdict.CANNOT_TELL,
            reason=wording.travel_time(),
            subject=subject_of(here.text, ends.subject),
            anchor=anchor_of(here.text, ends, None),
            direction=point_of(match.group("direction")) if match.group("direction") else None,
        )


def _near_borders(here: Surroundings) -> Iterator[Claim]:
    """Yield "near the Syrian border", "on the border with Chad", where the place is known."""
    for match in _BORDER_NEAR.finditer(here.text):
        anchor = find_anchor(here, match.end())
        if anchor is None or anchor.kind is not AnchorKind.BORDER:
            continue
        subject = find_subject(here, match.start(), anchor, None)
        ends = settle(here, subject, anchor)
        found = None if ends.trouble else measure(ends)
        if found is not None:
            yield _near(here, ends, found, Span(match.start(), anchor.span.end), match.group("word"))


def _near(here: Surroundings, ends: Ends, found: Measured, span: Span, word: str) -> Claim:
    """Return the claim that a place is near or on a border, with the measured distance."""
    near = word.lower().startswith(_NEAR_WORDS)
    limit, wider = (STANDARD.near_km, STANDARD.nearish_km) if near else (STANDARD.at_km, STANDARD.near_km)
    least = max(0.0, found.km - found.u_km)
    judged = Verdict.SUPPORTED if least <= limit else Verdict.ROUGHLY if least <= wider else Verdict.CANNOT_TELL
    return Claim(
        span=span,
        text=span.of(here.text),
        kind=ClaimKind.NEAR,
        verdict=judged,
        reason=f"{wording.nearness(found.km, found.interval, limit, judged)} {wording.border_source(found.source)}",
        subject=subject_of(here.text, ends.subject),
        anchor=anchor_of(here.text, ends, found),
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
        nearest=found.nearest,
        source=found.source,
    )


def _directions(here: Surroundings) -> Iterator[Claim]:
    """Yield "A, north of B" without a distance, where both places are known."""
    for match in _DIRECTION_OF.finditer(here.text):
        anchor = find_anchor(here, match.end())
        if anchor is None or anchor.kind not in (AnchorKind.PLACE, AnchorKind.CAPITAL) or anchor.name is None or anchor.name.place is None:
            continue
        subject = find_subject(here, match.start(), anchor, None)
        if subject.name is None or subject.name.place is None:
            continue
        ends = settle(here, subject, anchor)
        found = None if ends.trouble else measure(ends)
        if found is not None:
            yield _pointed(here, ends, found, Span(match.start(), anchor.span.end), point_of(match.group("direction")))


def _pointed(here: Surroundings, ends: Ends, found: Measured, span: Span, point: str) -> Claim:
    """Return the claim that a place is in a direction from another."""
    judged = direction_verdict(point, found.bearing_deg, found.km, found.u_km)
    sure = ends.confidence >= STANDARD.sure_confidence or found.km <= STANDARD.doubtful_direction_km
    judged = judged if sure else Verdict.CANNOT_TELL
    return Claim(
        span=span,
        text=span.of(here.text),
        kind=ClaimKind.DIRECTION,
        verdict=judged,
        reason=wording.direction_alone(point, found.bearing_deg, found.km, judged),
        subject=subject_of(here.text, ends.subject),
        anchor=anchor_of(here.text, ends, found),
        direction=point,
        direction_verdict=judged,
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
    )
