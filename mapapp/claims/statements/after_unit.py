"""What may stand between a unit and the far end: remarks, ways, directions, relators.

All patterns start right behind a number with its unit, and each part of them is bounded.
"""

from __future__ import annotations

import re

from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.statements.statement import Measure, Statement

_ASIDE = (
    r"(?:\s{0,2}(?:--|[—–(])[^.;:()—–\n]{1,40}(?:--|[—–)])"
    r"|,\s{1,3}(?:as|or|and|by|maybe|perhaps|possibly|at|in|depending|according|if|give|more|less|mostly|roughly|about|around|some|measured|"
    r"straight|not)\s[^.,;:()—–\n]{1,40},)?"
)
"""A remark in dashes, brackets or commas: "30 km, as the crow flies, from", "15 km (by road) from"."""

WAY_NOUN = (
    r"(?:\s{1,3}(?:bus|boat|car|train|taxi|road|ferry|uphill|downhill|return))?"
    r"[\s-]{1,3}(?:drive|walk|ride|hike|trek|trip|journey|march|flight|sail|stroll)"
)
"""A way named by how one goes it: "a 40-km drive from"."""

_WATER_OR_WAY = (
    r"(?:coast|coastline|shore|river|valley|road|highway|track|railway|line|street|border|frontier|strait|straits|lake|bay|gulf|channel|"
    r"water|sea|mountains?|pass|hill|stream|beach|canyon|gorge|lane|path|trail|estuary|lagoon|canal|creek)"
)
_ALONG = (
    rf"\s{{1,3}}(?:further\s{{1,3}}|farther\s{{1,3}})?(?:up|down|along|across|over)\s{{1,3}}(?:the\s{{1,3}})?"
    rf"(?:[\w'’-]{{2,16}}\s{{1,3}}){{0,2}}?{_WATER_OR_WAY}(?!\w)"
)
"""The way a distance is counted along: "up the coast", "across the water"."""

_FILLER = (
    r"(?:,?\s{1,3}(?:in\s{1,3})?(?:distance|as\s{1,3}the\s{1,3}crow\s{1,3}flies|in\s{1,3}a\s{1,3}straight\s{1,3}line|"
    r"by\s{1,3}(?:road|air|sea|rail|car|land|river|boat)|further|farther|far|inland|offshore|overland|upstream|downstream|upriver|downriver|"
    r"uphill|downhill|distant|deep|back|up|down|out\s{1,3}(?:to|at)\s{1,3}sea|out),?){0,2}"
)
_AFTER_UNIT = re.compile(
    rf"(?:['’]s?(?!\w))?(?:{WAY_NOUN})?{_ASIDE}{_FILLER}(?:{_ALONG})?"
    r"(?:"
    rf"\s{{1,3}}(?:(?:to|in|on|at)\s{{1,3}}the\s{{1,3}})?{DIRECTION}(?:\s{{1,3}}(?:side|direction))?{_FILLER}(?:{_ALONG})?"
    r"\s{1,3}(?P<of>of|from|off)(?!\w)"
    r"|\s{1,3}(?P<relator>away\s{1,3}(?:from|to)|apart\s{1,3}from|away|from|off(?!\s{1,3}to\s{1,3}the|\s{0,2}[,.;)])|of|"
    r"(?:outside|inside|out(?!\s{1,3}(?:to|at)\s{1,3}sea)|short|ahead)(?:\s{1,3}of)?|beyond|past|behind|across\s{1,3}from|into|towards?|"
    r"(?:on\s{1,3})?the\s{1,3}(?:other|far|opposite|\w{2,16})\s{1,3}side\s{1,3}of|"
    r"(?:across|over)(?=\s{1,3}(?:the|its)\s{1,3}(?:[\w'’-]{2,16}\s{1,3}){0,3}?(?:border|frontier)(?!\w)))(?!\w)"
    r")",
    re.IGNORECASE,
)
_DIRECTION_AFTER_RELATOR = re.compile(rf"\s{{1,3}}(?:to\s{{1,3}}the\s{{1,3}})?{DIRECTION}\s{{1,3}}(?P<of>of|from)(?!\w)", re.IGNORECASE)
_AWAY_FROM = re.compile(r"\s{0,3},?\s{0,3}from(?!\w)", re.IGNORECASE)
_NO_ANCHOR = frozenset({"away"})
_SPACE = re.compile(r"\s*(?:both\s{1,3}|either\s{1,3})?", re.IGNORECASE)

_ENDS_THERE = (
    r"(?=\s{0,3}(?:[,.;:)!?\n—–]|\Z)|"
    r"\s{1,3}(?:in|at|near|is|was|are|were|lies|lie|lay|stands|stood|sits|sat|when|where|while|and|but)(?!\w))"
)
BARE_DIRECTION = rf"\s{{1,3}}(?:to\s{{1,3}}the\s{{1,3}})?{DIRECTION}(?!\s{{1,3}}(?:of|from)(?!\w)){_ENDS_THERE}"
"""A direction that no "of" follows: "30 km to the north, in A"."""

_DIRECTION_BEHIND = re.compile(BARE_DIRECTION, re.IGNORECASE)
_IMPLIED = re.compile(
    r"(?:\s{1,3}by\s{1,3}(?:road|air|sea|rail|boat))?(?:"
    r"\s{1,3}(?P<coast>inland|off[\s-]?shore|out\s{1,3}(?:to|at)\s{1,3}sea)(?!\s{1,3}(?:from|of)|\w)"
    rf"|\s{{1,3}}(?:further|farther)\s{{1,3}}(?:on|along|ahead|up|down|inland){_ENDS_THERE}"
    rf"|{_ALONG}{_ENDS_THERE}"
    r"|\s{1,3}(?:off|distant)(?=\s{0,3}[,.;)!?]|\s{1,3}to\s{1,3}the\s|\s{0,3}\Z)(?:"
    + BARE_DIRECTION.replace("P<direction>", "P<off>")
    + r")?"
    rf"|{BARE_DIRECTION}"
    r")",
    re.IGNORECASE,
)
ONWARD = "on"
"""Relator of a distance counted from the place in front: "5 km further on", "30 km to the north"."""

FROM_COAST = "inland"
"""Relator of a distance counted from the coast without naming it: "60 km inland", "12 miles offshore"."""


def with_relator(text: str, measure: Measure) -> Statement | None:
    """Return the statement that a relator makes: "30 km (by road) north of", "5 miles away from"; None if there is none."""
    after = _AFTER_UNIT.match(text, measure.end)
    if after is None or "\n\n" in text[measure.start : after.end()]:
        return None
    relator = " ".join((after.group("relator") or after.group("of")).lower().split())
    direction, end = after.group("direction"), after.end()
    if relator == "away" and (more := _AWAY_FROM.match(text, end)):
        relator, end = "away from", more.end()
    if direction is None and relator == "away" and (more := _DIRECTION_AFTER_RELATOR.match(text, end)):
        direction, relator, end = more.group("direction"), "of", more.end()
    if direction is None and relator == "away" and (more := _DIRECTION_BEHIND.match(text, end)):
        direction, end = more.group("direction"), more.end()
    space = _SPACE.match(text, end)
    return Statement.of(
        measure,
        end,
        relator,
        direction=point_of(direction) if direction else None,
        anchor_start=None if relator in _NO_ANCHOR or space is None else space.end(),
    )


def with_implied_end(text: str, measure: Measure) -> Statement | None:
    """Return the statement that names no far end but implies one: "60 km inland", "5 km further on", "30 km to the north."."""
    after = _IMPLIED.match(text, measure.end)
    if after is None or "\n\n" in after.group():
        return None
    if after.group("coast") is not None:
        start = after.start("coast")
        return Statement.of(measure, start, FROM_COAST, anchor_start=start)
    direction = after.group("direction") or after.group("off")
    return Statement.of(measure, after.end(), ONWARD, direction=point_of(direction) if direction else None)
