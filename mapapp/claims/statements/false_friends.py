"""Phrases that look like a distance and are none: street blocks, lengths, radii, heights, amounts, routes.

About one raw match in five is such a look-alike. Each rule is one small function of the text and
the statement; the first that applies names the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mapapp.claims.statements.after_unit import FROM_COAST, ONWARD, WAY_NOUN
from mapapp.claims.statements.statement import Statement
from mapapp.claims.statements.units import BLOCK, FOOT, METRE

Rule = Callable[[str, Statement], bool]

_BEFORE = 48
_AFTER = 96

_EXTENT_BEFORE = re.compile(
    r"\b(?:(?:range|radius|length|width|breadth|height|depth|altitude|elevation|speed|circumference|perimeter|diameter|thickness|mileage)"
    r"(?:\s{1,3}(?:of|at|is|was|being|measuring|spanning|extending))?"
    r"|(?:area|stretch|swath|swathe|strip|section|belt|corridor|coastline|line|front|zone|runway)\s{1,3}(?:of|measuring|spanning|extending))"
    r"\s{1,3}\Z",
    re.IGNORECASE,
)
_HEIGHT_BEFORE = re.compile(
    r"\b(?:altitude|elevation|height|depth)s?\s{1,3}(?:of|between|at|was|is)\s{1,3}\Z|\b(?:climbed|descended|dived|fell|plunged|rose)\s{1,3}\Z",
    re.IGNORECASE,
)
_EXTENT_NOUN = re.compile(
    r"(?:the\s{1,3}|its\s{1,3}|their\s{1,3}|shared\s{1,3}|common\s{1,3}|[\w'’.-]{2,20}\s{1,3}){0,4}?"
    r"(?:border|borders|frontier|coast|coastline|shore|shoreline|beach|road|roads|highway|highways|track|tracks|railway|pipeline|pipelines|"
    r"fence|fencing|wall|wire|cable|canal|canals|tunnel|tunnels|trench|trenches|territory|land|desert|jungle|forest|river|street|streets|"
    r"line|lines|front|terrain|trail|trails|waterway|waterways|runway|rope|hose|pipe|fabric|rainfall|snow|mangroves?|"
    r"barbed|open|rough|rugged|porous)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"[^.;:()\n]{2,60}?\s{1,3}(?:up\s{1,3}|all\s{1,3}the\s{1,3}way\s{1,3}|down\s{1,3})?to\s{1,3}"
    r"(?!the\s{1,3}(?:north|south|east|west)|\d|(?:be|have|get|make|take|see|find|help|meet|escape|avoid|seek|reach|attend|join|work|search)\b)"
    r"(?:the\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_TRAVEL_VERB = re.compile(
    r"\b(?:covered|covers|covering|runs|run|ran|stretch|stretches|stretched|stretching|extend|extends|extended|extending|spans|spanned|"
    r"spanning|long|travel|travels|travell?ed|travell?ing|journey|journeyed|route|road|highway|motorway|expressway|railway|railroad|pipeline|"
    r"canal|tunnel|trail|track|path|drove|drive|drives|driven|driving|walk|walks|walked|walking|march|marches|marched|marching|flew|fly|flies|"
    r"flying|flown|flight|hike|hiked|hiking|ride|rides|rode|riding|ridden|trek|trekked|trekking|race|raced|sailed|sailing|cycled|cycling|fled|"
    r"fleeing|trip|haul|hauled|carried|moved|moving|ferried|transported|trucked|convoy|stage|leg|tour|ran|running|crawled|tramped|"
    r"trudged|trudging|swam|rowed|paddled|towed|evacuated|relocated|pilgrimage|commute|commuted|stroll)"
    r"(?:\s{1,3}(?:a|the|for|of|out|some|them|him|her|it|us|people|last|first|next|remaining)){0,2}\s{1,3}\Z",
    re.IGNORECASE,
)
_WAY_NOUN = re.compile(WAY_NOUN + r"(?!\w)", re.IGNORECASE)
_BEFORE_WAY_NOUN = re.compile(
    r"(?:\b(?:is|was|are|were|be|lies|lie|it['’]s|that['’]s|only|just)|[,(–—])\s{1,3}"
    r"(?:(?:only|just|about|some|roughly|around|nearly|less\s{1,3}than|more\s{1,3}than|over)\s{1,3}){0,2}an?\s{1,3}\Z",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:advanc|mov|travel|driv|drove|march|walk|push|retreat|withdr|fled|flee|ran|runs|run\b|running|rac|sail|drift|flew|fly|rode|rid|swam|"
    r"trekk?|hik|crawl|carr|drag|sped|speed|stretch|extend|spread|reach|span|climb|went|go(?:es|ing)?\b|gone|crept|creep|shift|"
    r"haul|tow|swept|sweep|blow|blew|thrown|threw|hurl|land|expand|penetrat|pull|pursu|chas|displac|cover|follow|sent|send|took|take|paddl|"
    r"row|pedal|cycl|jog|continu|proceed|head|turn|veer|roll|slid|skid)[a-z]{0,6}\s{1,3}"
    r"(?:(?!(?:to|at|in|near|from|and|while|as|by)\s)[\w'’-]{1,16}\s{1,3}){0,4}\Z|\b(?:back|forwards?)\s{1,3}\Z",
    re.IGNORECASE,
)
_SURROUNDING = re.compile(r"\b(?:surrounding|per|every|each|last|first|next|final|remaining|in\s{1,3}the)\s{1,3}\Z", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"\b(?:the|its|their|his|her|our)\s{1,3}\Z", re.IGNORECASE)


def false_friend(text: str, statement: Statement) -> str | None:
    """Return why a statement is no claim of distance, or None if nothing speaks against it.

    A bare "of" is left to the caller, who knows the places: "15 kilometres of Tank" is a claim only if Tank is a place.
    """
    return next((reason for reason, rule in _RULES if rule(text, statement)), None)


def needs_place(statement: Statement) -> bool:
    """Say whether the statement counts only if a named place follows: a bare "of" without a bound ("within 5 km of" needs none)."""
    bound = statement.hedge.words if statement.hedge else ""
    return statement.relator == "of" and statement.direction is None and "within" not in bound


def _street_block(_text: str, statement: Statement) -> bool:
    """Match "the 2400 block of South Street"."""
    return statement.unit.unit is BLOCK and statement.relator == "of" and statement.direction is None


def _amount(text: str, statement: Statement) -> bool:
    """Match "600 miles of border", "200 metres of wire": length of a thing, not distance to it."""
    if statement.relator != "of" or statement.direction is not None or not needs_place(statement) or statement.anchor_start is None:
        return False
    return _EXTENT_NOUN.match(text, statement.anchor_start, statement.anchor_start + _AFTER) is not None


def _extent(text: str, statement: Statement) -> bool:
    """Match "a range of 300 km", "a radius of 5 km from": the size of a thing. "Within a radius of 5 km of" is a bound and stays."""
    before = _EXTENT_BEFORE.search(text, max(0, statement.span.start - _BEFORE), statement.span.start)
    return before is not None and "within" not in text[max(0, before.start() - 12) : before.start()].lower()


def _height(text: str, statement: Statement) -> bool:
    """Match "at an altitude of 4,000 metres in"."""
    return statement.unit.unit in (METRE, FOOT) and (
        _HEIGHT_BEFORE.search(text, max(0, statement.span.start - _BEFORE), statement.span.start) is not None
    )


def _route(text: str, statement: Statement) -> bool:
    """Match "runs 2,650 miles from the border to Canada", "covered 109 miles from A to B": the length of a way."""
    if statement.relator not in ("from", "away from") or statement.direction is not None or statement.anchor_start is None:
        return False
    to_follows = _FROM_TO.match(text, statement.anchor_start, statement.anchor_start + _AFTER) is not None
    if not to_follows:
        return False
    start = statement.span.start
    return statement.relator == "from" and (
        _TRAVEL_VERB.search(text, max(0, start - _BEFORE), start) is not None
        or _ARTICLE_BEFORE.search(text, max(0, start - 8), start) is not None
    )


def _on_the_way(text: str, statement: Statement) -> bool:
    """Match "after a 5-km walk from": a way gone, unlike "the camp is a 5-km walk from"."""
    return _WAY_NOUN.match(text, statement.unit.span.end) is not None and (
        _BEFORE_WAY_NOUN.search(text, max(0, statement.span.start - _BEFORE), statement.span.start) is None
    )


def _movement(text: str, statement: Statement) -> bool:
    """Match "advanced 10 km to the north", "drifted 5 km inland": a way gone, counted from nowhere."""
    return statement.relator in (ONWARD, FROM_COAST) and (
        _MOTION.search(text, max(0, statement.span.start - _BEFORE), statement.span.start) is not None
    )


def _surrounding(text: str, statement: Statement) -> bool:
    """Match "the surrounding 20 kilometres of the source", "the last 5 km of the race"."""
    return needs_place(statement) and _SURROUNDING.search(text, max(0, statement.span.start - 24), statement.span.start) is not None


_RULES: tuple[tuple[str, Rule], ...] = (
    ("a block of a street", _street_block),
    ("the length or amount of a thing", _amount),
    ("the size of a thing", _extent),
    ("a height or depth", _height),
    ("the length of a way", _route),
    ("a stretch of a thing", _surrounding),
    ("a way gone", _on_the_way),
    ("a movement", _movement),
)
