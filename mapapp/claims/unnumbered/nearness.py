"""Find and check statements of nearness: near, outside, on the outskirts of a place, on or along a border, off a coast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind, Claim, ClaimKind, Interval, Verdict
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.far_end.anchors import find_anchor
from mapapp.claims.far_end.countries import countries_behind
from mapapp.claims.judging.check import Measured, measure
from mapapp.claims.judging.verdict import STANDARD, Thresholds
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.phrases import LOCAL_FACILITIES
from mapapp.claims.placing.ends import settle
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.loose_anchor import Allowed, is_certain, place_end
from mapapp.claims.unnumbered.loose_claim import SettledEnds, ends_of, unjudged
from mapapp.claims.unnumbered.nearness_words import (
    BORDER_AREA,
    BORDER_AREA_NOUN,
    BORDER_AREA_OPENING,
    BORDER_CUES,
    NEARBY,
    NEARBY_CUE,
    NEARBY_OPENING,
    OUTSKIRTS_BEHIND,
    OUTSKIRTS_OPENING,
    RELATIONS,
    SUBURB_CUES,
    Reach,
    Relation,
)
from mapapp.claims.unnumbered.taken import Taken
from mapapp.report.report import Span
from mapapp.report.starts import starts_in

_BEFORE = 40
_SEA_BEFORE, _SEA_BEHIND = 120, 60
_NEARBY_REACH = 300
_TOWN_ITSELF = ("outskirts", "suburbs", "proper", "city limits")
_LINES = {AnchorKind.BORDER: "border", AnchorKind.COAST: "coast"}


def nearness_claims(here: Surroundings, taken: Taken, *, thresholds: Thresholds = STANDARD) -> Iterator[Claim]:
    """Yield the statements of nearness, judged where both ends are known; none where a claim stands already."""
    text = here.text
    lower, starts = text.lower(), starts_in(text)
    for relation in RELATIONS:
        for match in starts.matches(relation.pattern, relation.opening) if any(cue in lower for cue in relation.cues) else ():
            anchor = None if taken.holds(match.start()) else _anchor(here, relation, match)
            if anchor is not None:
                yield _claim(here, match.start(), anchor, relation.reach, thresholds)
    for match in starts.matches(OUTSKIRTS_BEHIND, OUTSKIRTS_OPENING) if any(cue in lower for cue in SUBURB_CUES) else ():
        anchor = place_end(here, match.end(), Allowed.TOWNS)
        if anchor is not None and anchor.span.of(text).lower().endswith(_TOWN_ITSELF):
            yield _claim(here, match.start(), anchor, Reach.AT, thresholds)
    for match in starts.matches(BORDER_AREA, BORDER_AREA_OPENING) if any(cue in lower for cue in BORDER_CUES) else ():
        anchor = find_anchor(here, match.end())
        if anchor is not None and anchor.kind is AnchorKind.BORDER:
            yield _claim(here, match.start(), _with_area_noun(here, anchor), Reach.NEAR, thresholds)
    for match in starts.matches(NEARBY, NEARBY_OPENING) if NEARBY_CUE in lower else ():
        yield from _nearby(here, match, thresholds)


def _anchor(here: Surroundings, relation: Relation, match: re.Match[str]) -> AnchorPhrase | None:
    """Return the far end behind the words of a relation, if words and end go together."""
    start = match.start()
    if relation.unless is not None and relation.unless.search(here.text, max(0, start - _BEFORE), start):
        return None
    anchor = place_end(here, match.end(), relation.allowed)
    if anchor is None:
        return None
    if relation.reach is Reach.OFF:
        return anchor if _is_off(here, relation, anchor, start) else None
    is_line = anchor.kind in _LINES
    if relation.reach is Reach.AT and not is_line and anchor.name is not None:
        behind = here.text[anchor.name.span.end : anchor.span.end].lower()
        if any(behind.endswith(words) for words in LOCAL_FACILITIES if words not in _TOWN_ITSELF):
            return None  # "outside the Calvera town hall"
    if anchor.kind is AnchorKind.COAST and relation.allowed == Allowed.LINES and anchor.span.of(here.text).lower().endswith("sea"):
        return anchor if match.group().lower().startswith("by") else None  # ships are "on the sea"
    return anchor


def _is_off(here: Surroundings, relation: Relation, anchor: AnchorPhrase, start: int) -> bool:
    """Say whether "off X" is out at sea."""
    if anchor.kind is AnchorKind.COAST:
        return True
    if anchor.kind is AnchorKind.BORDER or not is_certain(here, anchor):
        return False
    if relation.only is None or "inland" in here.text[start : anchor.span.start].lower():
        return True
    sentence = here.sentence_at(start)
    left, right = max(sentence.start, start - _SEA_BEFORE), min(sentence.end, anchor.span.end + _SEA_BEHIND)
    return relation.only.search(here.text, left, right) is not None


def _with_area_noun(here: Surroundings, anchor: AnchorPhrase) -> AnchorPhrase:
    """Return "the border area with Syria" with all its words."""
    noun = BORDER_AREA_NOUN.match(here.text, anchor.span.end)
    if noun is None:
        return anchor
    countries, others, stop = countries_behind(here, noun.end(), here.sentence_at(anchor.span.start).end)
    if others:
        stop = noun.end()
    both = tuple(dict.fromkeys((*anchor.countries, *(() if others else countries))))
    return replace(anchor, span=Span(anchor.span.start, stop), countries=both)


def _nearby(here: Surroundings, match: re.Match[str], thresholds: Thresholds) -> Iterator[Claim]:
    """Yield "nearby X", said of the place spoken of before."""
    anchor = place_end(here, match.end(), Allowed.TOWNS)
    sentence = here.sentence_at(match.start())
    towns = here.towns_between(max(0, match.start() - _NEARBY_REACH, sentence.start - _NEARBY_REACH), match.start())
    if anchor is None or anchor.name is None or not towns:
        return
    if towns[-1].span.of(here.text).casefold() == anchor.name.span.of(here.text).casefold():
        return
    ends = settle(here, SubjectPhrase(towns[-1].span, towns[-1]), anchor)
    chosen = anchor.name.place is None
    yield _judged(here, match.start(), SettledEnds(ends, None if ends.trouble else measure(ends), chosen), Reach.NEAR, thresholds)


def _claim(here: Surroundings, start: int, anchor: AnchorPhrase, reach: Reach, thresholds: Thresholds) -> Claim:
    return _judged(here, start, ends_of(here, start, anchor), reach, thresholds)


def _judged(here: Surroundings, start: int, settled: SettledEnds, reach: Reach, thresholds: Thresholds) -> Claim:
    """Return the claim with its reading, and with its verdict where there is a measurement."""
    ends, found = settled.ends, settled.found
    anchor = ends.anchor
    end = anchor.span.end if anchor else start
    claim = unjudged(here, ClaimKind.NEAR, Span(start, end), ends, found)
    line = _LINES.get(anchor.kind) if anchor else None
    limit, wider = _limits(reach, thresholds)
    reading = wording.reads_nearest() if reach is Reach.NEAREST else wording.reads_near(limit, f"the {line or 'place'}")
    claim = replace(claim, read_as=reading, read_as_km=None if reach is Reach.NEAREST else Interval(None, limit))
    if found is None:
        return claim
    judged, why = _verdict(found, limit, wider, is_line=line is not None)
    if reach is Reach.NEAREST:
        judged, why = Verdict.CANNOT_TELL, wording.nearest_of_all(found.km, found.interval)
    if settled.is_chosen_by_nearness and line is None:
        judged, why = Verdict.CANNOT_TELL, f"{wording.only_measured(found.km, found.interval)} {wording.chosen_by_nearness()}"
    source = [wording.border_source(found.source, coast=line == "coast")] if line else []
    return replace(
        claim,
        verdict=judged,
        reason=" ".join([why, *source]),
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
        nearest=found.nearest,
        source=found.source,
        used_for_disambiguation=settled.is_chosen_by_nearness and line is None,
    )


def _verdict(found: Measured, limit_km: float, wider_km: float, *, is_line: bool) -> tuple[Verdict, str]:
    """Compare the near end of the measured interval with the reading. Beyond it nothing is contradicted: near is a matter of taste."""
    least = max(0.0, found.km - found.u_km)
    judged = Verdict.SUPPORTED if least <= limit_km else Verdict.ROUGHLY if least <= wider_km else Verdict.CANNOT_TELL
    words = wording.nearness if is_line else wording.nearness_to_place
    return judged, words(found.km, found.interval, limit_km, judged)


def _limits(reach: Reach, thresholds: Thresholds) -> tuple[float, float]:
    if reach is Reach.AT:
        return thresholds.at_km, thresholds.near_km
    if reach is Reach.OFF:
        return thresholds.off_km, thresholds.off_wider_km
    return thresholds.near_km, thresholds.nearish_km
