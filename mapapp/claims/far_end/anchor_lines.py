"""Far ends that are lines: borders, coasts, front lines."""

from __future__ import annotations

import re

from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import BREAKS_PHRASE, MODIFIERS, SPACES, AnchorPhrase, headed
from mapapp.claims.far_end.countries import countries_behind, countries_between
from mapapp.claims.phrases import AREA_WORDS, FACILITY_WORDS, SETTLEMENT_WORDS
from mapapp.claims.surroundings import Surroundings
from mapapp.report.report import Span

_BORDER = re.compile(rf"{MODIFIERS}(?P<head>borders?|frontiers?|borderline|boundary)(?![\w-])(?:{SPACES}(?P<noun>\w+))?", re.IGNORECASE)
_COAST = re.compile(
    rf"{MODIFIERS}(?P<head>coast|coasts|coastline|shore|shores|shoreline|seashore|seaside|seafront|ocean|sea)(?![\w-])(?:{SPACES}(?P<noun>\w+))?",
    re.IGNORECASE,
)
_IMPLIED_COAST = re.compile(r"inland|off[\s-]?shore|out\s{1,3}(?:to|at)\s{1,3}sea", re.IGNORECASE)
_LINES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"(?:the\s{1,3})?(?:LoC|line\s{1,3}of\s{1,3}control)(?!\w)", re.IGNORECASE), ("IN", "PK")),
    (re.compile(r"(?:the\s{1,3})?(?:LAC|line\s{1,3}of\s{1,3}actual\s{1,3}control)(?!\w)", re.IGNORECASE), ("IN", "CN")),
    (re.compile(r"(?:the\s{1,3})?durand\s{1,3}line(?!\w)", re.IGNORECASE), ("AF", "PK")),
    (re.compile(r"(?:the\s{1,3})?blue\s{1,3}line(?!\w)", re.IGNORECASE), ("LB", "IL")),
    (re.compile(r"(?:the\s{1,3})?(?:DMZ|demilitari[sz]ed\s{1,3}zone|38th\s{1,3}parallel)(?!\w)", re.IGNORECASE), ("KR", "KP")),
)
"""Lines with a name of their own and the two countries they part."""

_FRONT = re.compile(
    r"(?:the\s{1,3}|a\s{1,3})?(?:\w{2,16}\s{1,3}){0,2}?(?:front[\s-]?lines?|battle\s?lines?|front|line\s{1,3}of\s{1,3}contact|contact\s{1,3}line|"
    r"(?:ceasefire|demarcation|confrontation)\s{1,3}line)(?!\w)",
    re.IGNORECASE,
)


def named_line(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the Line of Control" and other borders with a name of their own."""
    for pattern, countries in _LINES:
        if match := pattern.match(here.text, start, end):
            return AnchorPhrase(Span(*match.span()), AnchorKind.BORDER, countries=countries)
    return None


def border(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the Russian border", "the border with Russia", "the X-Y border", "Syria's border with Turkey", "the border"."""
    match = headed(here, _BORDER, start, end)
    if match is None:
        return None
    noun = (match.group("noun") or "").lower()
    if noun in SETTLEMENT_WORDS:
        return None  # "the border town of Y" is a place
    span = Span(start, match.end("head"))
    if noun in FACILITY_WORDS - {"fence", "wall", "pillar"} or noun in ("guard", "guards", "police", "patrol", "force", "forces"):
        return AnchorPhrase(
            Span(start, match.end("noun")),
            AnchorKind.FACILITY,
            trouble=wording.one_point_of_border(Span(start, match.end("noun")).of(here.text)),
        )
    if noun in AREA_WORDS - {"area", "zone", "region", "sector", "belt"}:
        return AnchorPhrase(
            Span(start, match.end("noun")), AnchorKind.AREA, trouble=wording.area(Span(start, match.end("noun")).of(here.text))
        )
    countries, others = countries_between(here, span.start, span.end)
    behind, behind_others, stop = countries_behind(here, span.end, end)
    trouble = wording.no_state_border(" ".join(others + behind_others)) if (others or behind_others) and not (countries or behind) else ""
    return AnchorPhrase(Span(start, stop), AnchorKind.BORDER, countries=tuple(dict.fromkeys(countries + behind)), trouble=trouble)


def coast(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the coast", "the Libyan coast", "the coast of Libya", "inland"; a named sea or a stretch of coast has no line of its own."""
    implied = _IMPLIED_COAST.match(here.text, start, end)
    if implied is not None:
        return AnchorPhrase(Span(*implied.span()), AnchorKind.COAST)
    match = headed(here, _COAST, start, end)
    if match is None or (match.group("noun") or "").lower() in FACILITY_WORDS | SETTLEMENT_WORDS | {"guard", "level"}:
        return None
    span = Span(start, match.end("head"))
    countries, others = countries_between(here, span.start, span.end)
    behind, behind_others, stop = countries_behind(here, span.end, end)
    span = Span(start, stop)
    trouble = wording.part_of_coast(span.of(here.text)) if others or behind_others else ""
    return AnchorPhrase(span, AnchorKind.COAST, countries=tuple(dict.fromkeys(countries + behind)), trouble=trouble)


def front_line(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the front line", "the line of contact": known by name, drawn on no map here."""
    match = _FRONT.match(here.text, start, end)
    if match is None or BREAKS_PHRASE.search(match.group()[: -len("line of contact")]):
        return None
    return AnchorPhrase(Span(*match.span()), AnchorKind.FRONT_LINE, trouble=wording.front_line(match.group()))
