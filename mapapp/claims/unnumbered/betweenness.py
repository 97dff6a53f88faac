"""Find and check "between A and B", "halfway from A to B", "on the A-B road"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot

from gazetteer.geodesy import bearing_deg, destination, distance_km
from gazetteer.place import Kind, Place
from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind, Claim, ClaimKind, Verdict
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.judging.check import Measured, anchor_of
from mapapp.claims.judging.verdict import STANDARD, Thresholds, between_verdict, halfway_verdict
from mapapp.claims.placing.ends import settle
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.uncertainty import POINT_ERROR_KM, extent_km
from mapapp.claims.unnumbered.between_words import (
    AND,
    BETWEEN,
    BETWEEN_OPENING,
    DEALINGS,
    JOINED_WAY,
    LINKED,
    LOCATIVE,
    ON_THE_WAY,
    PLURALS,
    TO,
    UNDER_WAY,
    WAY_THAT,
    WAY_WORD,
    WAY_WORD_OPENING,
)
from mapapp.claims.unnumbered.loose_anchor import ANYTHING, Allowed, is_certain, is_toponym, place_end
from mapapp.claims.unnumbered.loose_claim import ends_of, unjudged, was_looked_up
from mapapp.report.report import Span
from mapapp.report.starts import starts_in

_BEFORE = 56
_SEAT_OF_STATE = "PPLC"
_LINES = (AnchorKind.BORDER, AnchorKind.COAST, AnchorKind.FRONT_LINE)
_ON = re.compile(r"(?<!\w)(?:on|along|off|near|of|down|at)\s{1,3}\Z", re.IGNORECASE)
_ENDS = ANYTHING & ~Allowed.FRONTS


@dataclass(frozen=True, slots=True)
class _Statement:
    """Two far ends and the words around them. ``start``: where the words begin that the subject stands in front of."""

    span: Span
    start: int
    first: AnchorPhrase
    second: AnchorPhrase
    halfway: bool = False


def between_claims(here: Surroundings, *, thresholds: Thresholds = STANDARD) -> Iterator[Claim]:
    """Yield the statements of lying between two places, judged where all three are known."""
    for statement in (*_between(here), *_under_way(here), *_named_ways(here)):
        yield _claim(here, statement, thresholds)


def _between(here: Surroundings) -> Iterator[_Statement]:
    """Yield "between A and B", unless it is a dealing between them."""
    for match in starts_in(here.text).matches(BETWEEN, BETWEEN_OPENING):
        pair = _pair(here, match.end(), AND)
        if pair is None:
            continue
        start, halfway = match.start(), match.group("half") is not None
        left = max(here.sentence_at(start).start, start - _BEFORE)
        locative = halfway or LOCATIVE.search(here.text, left, start) is not None
        if not locative and (DEALINGS.search(here.text, left, start) or _may_deal(here, pair)):
            continue
        yield _Statement(Span(start, pair[1].span.end), _before_way(here, start), *pair, halfway)


def _under_way(here: Surroundings) -> Iterator[_Statement]:
    """Yield "the road from A to B", "travelling from A to B", "halfway from A to B", "a highway linking A and B"."""
    for match in starts_in(here.text).matches(WAY_WORD, WAY_WORD_OPENING):
        start, halfway, is_link = match.start(), match.group("half") is not None, match.group("link") is not None
        before = WAY_THAT if is_link else UNDER_WAY
        if not halfway and before.search(here.text, max(0, start - _BEFORE), start) is None:
            continue
        pair = _pair(here, match.end(), LINKED if is_link else TO)
        if pair is not None:
            yield _Statement(Span(start, pair[1].span.end), _before_way(here, start), *pair, halfway)


def _named_ways(here: Surroundings) -> Iterator[_Statement]:
    """Yield "the A-B road"."""
    for match in JOINED_WAY.finditer(here.text):
        first = here.name_ending_at(match.start(), 0)
        second = here.name_ending_at(match.end("second"), match.start("second"))
        if first is None or second is None or second.span.start != match.start("second"):
            continue
        if any(not is_toponym(here, name) or name.is_area for name in (first, second)):
            continue
        article = here.text[max(0, first.span.start - 4) : first.span.start].lower() == "the "
        start = first.span.start - 4 if article else first.span.start
        one, two = (AnchorPhrase(name.span, AnchorKind.PLACE, name=name) for name in (first, second))
        on = _ON.search(here.text, max(0, start - 8), start)
        yield _Statement(Span(start, match.end()), on.start() if on else start, one, two)


def _pair(here: Surroundings, start: int, joint: re.Pattern[str]) -> tuple[AnchorPhrase, AnchorPhrase] | None:
    """Return the two ends that start at an offset, if both are places."""
    plurals = PLURALS.match(here.text, start)
    first = _first(here, plurals.end() if plurals else start, joint)
    if first is None:
        return None
    joined = joint.match(here.text, first.span.end)
    second = place_end(here, joined.end(), _ENDS) if joined else None
    if second is None or here.sentence_at(start).end < second.span.end:
        return None
    if first.kind in _LINES and second.kind in _LINES:
        return None
    certain = [is_certain(here, end) and end.name is not None and end.name.place is not None for end in (first, second)]
    return (first, second) if any(certain) else None


def _first(here: Surroundings, start: int, joint: re.Pattern[str]) -> AnchorPhrase | None:
    """Return the first end; "Calvera and the border" is a town and a border, not the border of both."""
    first = place_end(here, start, _ENDS)
    if first is None or first.kind not in _LINES:
        return first
    name = here.name_starting_at(start, first.span.end)
    joined = joint.match(here.text, name.span.end) if name else None
    if name is None or joined is None or here.text[joined.end() : joined.end() + 4].lower() != "the ":
        return first
    return AnchorPhrase(name.span, AnchorKind.PLACE, name=name)


def _may_deal(here: Surroundings, pair: tuple[AnchorPhrase, AnchorPhrase]) -> bool:
    """Say whether both ends may stand for governments or armies, or one is not surely a place."""
    if not all(is_certain(here, end) and (end.name is not None or end.kind in _LINES or end.kind is AnchorKind.CAPITAL) for end in pair):
        return True
    places = [end.name.place for end in pair if end.name is not None and end.name.place is not None]
    return len(places) == len(pair) and all(p.kind in (Kind.COUNTRY, Kind.ADMIN1) or p.feature_code == _SEAT_OF_STATE for p in places)


def _before_way(here: Surroundings, start: int) -> int:
    """Return where "on the main road" in front of a statement begins, or the start of the statement."""
    match = ON_THE_WAY.search(here.text, max(here.sentence_at(start).start, start - _BEFORE), start)
    return match.start() if match else start


def _claim(here: Surroundings, statement: _Statement, thresholds: Thresholds) -> Claim:
    """Return the claim with its reading, and with its verdict where all three places are known."""
    settled = ends_of(here, statement.start, statement.first)
    ends, found = settled.ends, settled.found
    other = settle(here, ends.subject, statement.second)
    chosen = settled.is_chosen_by_nearness or was_looked_up(statement.second, other.anchor)
    reading = wording.reads_halfway(thresholds.halfway_share) if statement.halfway else wording.reads_between(thresholds.between_detour)
    claim = replace(
        unjudged(here, ClaimKind.BETWEEN, statement.span, ends, found),
        second_anchor=anchor_of(here.text, other, None),
        read_as=reading,
    )
    if ends.subject.event or ends.trouble or found is None:
        return claim
    claim = replace(claim, measured_km=round(found.km, 2), measured=found.interval, bearing_deg=round(found.bearing_deg, 1))
    if other.trouble:
        return replace(claim, reason=other.trouble)
    places = [end.name.place if end is not None and end.name is not None else None for end in (ends.subject, ends.anchor, other.anchor)]
    if ends.line is not None or other.line is not None or any(place is None for place in places):
        return replace(claim, reason=wording.between_a_line(), nearest=found.nearest, source=found.source)
    judged, why = _judge(*(place for place in places if place is not None), halfway=statement.halfway, thresholds=thresholds)
    confidence = min(ends.confidence, other.confidence)
    if judged is Verdict.CONTRADICTED and confidence < thresholds.sure_confidence:
        judged, why = Verdict.CANNOT_TELL, f"{why} {wording.chosen_by_nearness()}" if chosen else why
    elif chosen and judged is not Verdict.CANNOT_TELL:
        return replace(claim, reason=f"{_only(found)} {wording.chosen_by_nearness()}", used_for_disambiguation=True)
    return replace(claim, verdict=judged, reason=why)


def _only(found: Measured) -> str:
    return wording.only_measured(found.km, found.interval)


def _judge(subject: Place, first: Place, second: Place, *, halfway: bool, thresholds: Thresholds) -> tuple[Verdict, str]:
    """Judge where a place lies between two others."""
    apart = distance_km(first.position, second.position)
    extents = [extent_km(place) or 0.0 for place in (subject, first, second)]
    u_km = hypot(*extents, POINT_ERROR_KM)
    if apart <= u_km:
        return Verdict.CANNOT_TELL, wording.too_close_for_between()
    if halfway:
        middle = destination(first.position, bearing_deg(first.position, second.position), apart / 2.0)
        off = distance_km(middle, subject.position)
        judged = halfway_verdict(off, apart, u_km, thresholds=thresholds)
        return judged, wording.halfway(off, off / apart, thresholds.halfway_share, judged)
    way = distance_km(first.position, subject.position) + distance_km(subject.position, second.position)
    judged = between_verdict(way, apart, u_km, thresholds=thresholds)
    return judged, wording.between(way / apart, thresholds.between_detour, judged)
