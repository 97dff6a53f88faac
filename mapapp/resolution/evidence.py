"""What a report says about where it plays: which countries and states it names, and what stands around each name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gazetteer import Gazetteer, Kind, Place
from gazetteer.names import fold
from mapapp.report.report import Span
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.vocabulary import TYPE_WORDS_AFTER, TYPE_WORDS_BEFORE

_CONTAINER_KINDS = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION})
_GAP_IS_CONTAINMENT = re.compile(
    r"\s*\(?,?\s*(?:in\s+)?(?:(?:the|northern|southern|eastern|western|central)\s+)*|"
    r"\s+(?:district|area|neighbou?rhood|suburb|quarter|village|town|settlement|camp)\s+(?:of|in)\s+",
    re.IGNORECASE,
)
_POSSESSIVE_GAP = re.compile(r"[’']{1,2}s?\s+(?:[a-z]+\s+){0,3}")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]*\s+)?(?P<type>[^\W\d_]+)(?P<of>\s+of)?\s+(?:the\s+)?$")
_REACH = 40
MAX_HELD = 50
"""Namesakes of the inner name that are looked at to see which outer area holds one."""
_AREA_SHARE = 0.5
"""A named state or province speaks half as loud for its country as the country's own name."""


@dataclass(frozen=True)
class Named:
    """One name to resolve: its form, its key and all places that may bear it with how they bear it."""

    span: Span
    text: str
    form: Form
    key: str
    candidates: tuple[tuple[Place, str], ...]
    recognised: float = 1.0


@dataclass(frozen=True)
class LocalEvidence:
    """What stands around the mentions of one name: containers ("Gulu, Uganda") and kinds told by type words ("Gulu district")."""

    containers: tuple[Place, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    held: tuple[Place, ...] = ()
    """Places that the name before may stand for, if this name only helps to place it ("Gulu, Uganda", seen from Uganda)."""


@dataclass(frozen=True)
class ReportEvidence:
    """Which countries and first-level areas the report names, with their shares of all such mentions."""

    countries: Mapping[str, float] = field(default_factory=dict)
    admin1: frozenset[str] = frozenset()
    admin2: frozenset[str] = frozenset()


def report_evidence(names: Sequence[Named], home_countries: Iterable[str] = ()) -> ReportEvidence:
    """Count the countries (also by demonym) and areas whose names leave little doubt."""
    countries: dict[str, float] = defaultdict(float)
    admin1: set[str] = set()
    admin2: set[str] = set()
    for named in names:
        # Only a name whose likeliest place is the area itself speaks of the area: "Aktobe" alone is the city first.
        for place, _ in named.candidates[:1]:
            if place.kind is Kind.COUNTRY:
                _add(countries, place.countries, 1.0)
            elif place.kind is Kind.ADMIN1 and place.admin1:
                _add(countries, place.countries, _AREA_SHARE)
                admin1.add(place.admin1)
            elif place.kind is Kind.ADMIN2 and place.admin2:
                admin2.add(place.admin2)
    _add(countries, home_countries, 1.0)
    total = sum(countries.values())
    return ReportEvidence({code: n / total for code, n in countries.items()}, frozenset(admin1), frozenset(admin2))


def _add(countries: dict[str, float], codes: Iterable[str], weight: float) -> None:
    for code in codes:
        countries[code] += weight


def local_evidence(text: str, names: Sequence[Named]) -> list[LocalEvidence]:
    """Return the evidence around each name, in their order."""
    found = []
    for i, named in enumerate(names):
        containers: list[Place] = []
        if i + 1 < len(names) and _contains(text, named, names[i + 1]):
            containers += _areas(names[i + 1])
            # "village, district, province" is a chain: both outer names hold the inner one.
            if i + 2 < len(names) and _contains(text, names[i + 1], names[i + 2]):
                containers += _areas(names[i + 2])
        if i and _POSSESSIVE_GAP.fullmatch(text[names[i - 1].span.end : named.span.start]):
            containers += _areas(names[i - 1])
        held = [p for p, _ in names[i - 1].candidates] if i and _contains(text, names[i - 1], named) else []
        found.append(LocalEvidence(tuple(containers), _kinds_told(text, named.span), tuple(held[:MAX_HELD])))
    return found


def _areas(named: Named) -> list[Place]:
    """Return the areas a name may stand for, if it is one of an area in the first place: "Paris, London" is no containment."""
    places = [place for place, _ in named.candidates[:4]]
    return [p for p in places if p.kind in _CONTAINER_KINDS] if any(p.kind in _CONTAINER_KINDS for p in places[:2]) else []


def _contains(text: str, inner: Named, outer: Named) -> bool:
    gap = text[inner.span.end : outer.span.start]
    return (
        0 < len(gap) <= _REACH
        and ("," in gap or "(" in gap or " in " in gap or " of " in gap)
        and _GAP_IS_CONTAINMENT.fullmatch(gap) is not None
    )


def _kinds_told(text: str, span: Span) -> frozenset[Kind]:
    after = _NEXT_WORD.match(text[span.end : span.end + _REACH])
    if after and (kinds := TYPE_WORDS_AFTER.get(after[1].lower())):
        return kinds
    before = _WORD_BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    # "Zahra district of Homs": the word belongs to the name before it.
    if before and not (before["name"] and before["of"]) and (kinds := TYPE_WORDS_BEFORE.get(before["type"].lower())):
        return kinds
    return frozenset()


def name_of_span(text: str, span: Span, gazetteer: Gazetteer, *, form: Form | None = None, recognised: float = 1.0) -> Named:
    """Return a stretch of text as a name with all its candidates; the form is guessed where it is not given."""
    written = " ".join(span.of(text).split())
    form = form or _guess_form(written, gazetteer)
    if form is Form.DEMONYM:
        places = gazetteer.demonym(written) or gazetteer.demonym(" ".join(w[:1] + w[1:].lower() for w in written.split(" ")))
        candidates = tuple((place, "demonym") for place in places)
    elif form is Form.ABBREVIATION:
        candidates = tuple((place, "abbreviation") for place in gazetteer.abbreviation(written))
    elif form is Form.STATE_CODE:
        candidates = tuple((place, "abbreviation") for place in gazetteer.postal_code_of_state(written))
    else:
        candidates = tuple((match.place, match.how) for match in gazetteer.candidates(written))
    return Named(span, written, form, fold(written), candidates, recognised)


def _guess_form(written: str, gazetteer: Gazetteer) -> Form:
    if gazetteer.abbreviation(written):
        return Form.ABBREVIATION
    if gazetteer.demonym(written) and not gazetteer.knows(written):
        return Form.DEMONYM
    if gazetteer.postal_code_of_state(written):
        return Form.STATE_CODE
    return Form.NAME
