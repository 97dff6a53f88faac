"""What a report says about where it plays: which countries and states it names, and what stands around each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gazetteer import Gazetteer, Kind
from gazetteer.name_table import ABBREVIATION
from gazetteer.names import fold
from mapapp.report.report import Span
from mapapp.toponyms.name_facts import rows_of_short_form
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.vocabulary import FACILITY_WORDS, NATURE_WORDS, ORGANISATION_WORDS, STREET_WORDS, TYPE_WORDS_AFTER, TYPE_WORDS_BEFORE

_CONTAINER_KINDS = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION})
_GAP_IS_CONTAINMENT = re.compile(
    r"\s*\(?,?\s*(?:in\s+)?(?:(?:the|northern|southern|eastern|western|central)\s+)*|"
    r"\s+(?:district|area|neighbou?rhood|suburb|quarter|village|town|settlement|camp)\s+(?:of|in)\s+",
    re.IGNORECASE,
)
_POSSESSIVE_GAP = re.compile(r"[’']{1,2}s?\s+(?:[a-z]+\s+){0,3}")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?P<name>(?!The\s)[A-Z][\w’'-]*\s+)?(?P<type>[^\W\d_]+)(?P<of>\s+of)?\s+(?:the\s+)?$")
_REACH = 40
MAX_HELD = 50
"""Namesakes of the inner name that are looked at to see which outer area holds one."""


@dataclass(frozen=True)
class Named:
    """One name to resolve: its form, its key and the gazetteer's rows of all places that bear it, best first, with how they bear it."""

    span: Span
    text: str
    form: Form
    key: str
    bearers: tuple[tuple[int, int], ...]
    recognised: float = 1.0


@dataclass(frozen=True)
class Around:
    """What stands around the mentions of one name: containers ("Gulu, Uganda") and kinds told by type words ("Gulu district").

    Places are given by the gazetteer's rows.
    """

    containers: tuple[int, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    held: tuple[int, ...] = ()
    """Places that the name before may stand for, if this name only helps to place it ("Gulu, Uganda", seen from Uganda)."""


def evidence_around(text: str, names: Sequence[Named], gazetteer: Gazetteer) -> list[Around]:
    """Return what stands around each name, in their order."""
    found = []
    for i, named in enumerate(names):
        containers: list[int] = []
        if i + 1 < len(names) and _contains(text, named, names[i + 1]):
            containers += _areas(names[i + 1], gazetteer)
            # "village, district, province" is a chain: both outer names hold the inner one.
            if i + 2 < len(names) and _contains(text, names[i + 1], names[i + 2]):
                containers += _areas(names[i + 2], gazetteer)
        if i and _POSSESSIVE_GAP.fullmatch(text[names[i - 1].span.end : named.span.start]):
            containers += _areas(names[i - 1], gazetteer)
        held = [row for row, _ in names[i - 1].bearers[:MAX_HELD]] if i and _contains(text, names[i - 1], named) else []
        found.append(Around(tuple(containers), _kinds_told(text, named.span), tuple(held)))
    return found


def _areas(named: Named, gazetteer: Gazetteer) -> list[int]:
    """Return the areas a name may stand for, if it is one of an area in the first place: "Paris, London" is no containment."""
    rows = [row for row, _ in named.bearers[:4]]
    areas = [row for row in rows if gazetteer.kind_at(row) in _CONTAINER_KINDS]
    return areas if any(row in areas for row in rows[:2]) else []


def _contains(text: str, inner: Named, outer: Named) -> bool:
    if not 0 < outer.span.start - inner.span.end <= _REACH:
        return False
    gap = text[inner.span.end : outer.span.start]
    return ("," in gap or "(" in gap or " in " in gap or " of " in gap) and _GAP_IS_CONTAINMENT.fullmatch(gap) is not None


def _kinds_told(text: str, span: Span) -> frozenset[Kind]:
    after = _NEXT_WORD.match(text[span.end : span.end + _REACH])
    if after and (kinds := TYPE_WORDS_AFTER.get(after[1].lower())):
        return kinds
    words_before = text[max(0, span.start - _REACH) : span.start]
    if TYPE_WORDS_BEFORE.keys().isdisjoint(words_before.lower().split()[-3:]):
        return frozenset()  # nearly always
    before = _WORD_BEFORE.search(words_before)
    # "Zahra district of Homs": the word belongs to the name before it.
    if before and not (before["name"] and before["of"]) and (kinds := TYPE_WORDS_BEFORE.get(before["type"].lower())):
        return kinds
    return frozenset()


def name_of_span(text: str, span: Span, gazetteer: Gazetteer, *, form: Form | None = None, recognised: float = 1.0) -> Named:
    """Return a stretch of text as a name with all its bearers; the form is guessed where it is not given."""
    written = " ".join(span.of(text).split())
    form = form or _guess_form(written, gazetteer)
    if form is Form.NAME:
        bearers = gazetteer.bearers(written) or _similar(written, gazetteer)
    else:
        bearers = tuple((row, ABBREVIATION) for row in rows_of_short_form(gazetteer, form, written))
    return Named(span, written, form, fold(written), bearers, recognised)


LEAST_IMPORTED = -3.0
"""Of imported places also villages count under a name spelt otherwise: they are those of countries that the report speaks of."""

LEAST_PROMINENCE = 2.0
"""Places that are less prominent than this under a name spelt otherwise are too many: of common words one in sixty has one above it."""

_LEAST_LETTERS = 5
_MOST_WORDS = 3
_NO_TOWNS = STREET_WORDS | FACILITY_WORDS | ORGANISATION_WORDS | NATURE_WORDS


def _similar(written: str, gazetteer: Gazetteer) -> tuple[tuple[int, int], ...]:
    """Return places with nearly the same name, for a name that may be a town's: streets, schools and creeks are not asked for."""
    words = written.split(" ")
    if len(written) < _LEAST_LETTERS or len(words) > _MOST_WORDS or words[-1].lower().rstrip(".") in _NO_TOWNS:
        return ()
    return gazetteer.similar_bearers(written, least_prominence=LEAST_PROMINENCE, least_imported=LEAST_IMPORTED)


def _guess_form(written: str, gazetteer: Gazetteer) -> Form:
    if gazetteer.is_abbreviation(written):
        return Form.ABBREVIATION
    if gazetteer.is_demonym(written) and not _is_well_known(written, gazetteer):
        return Form.DEMONYM
    if gazetteer.is_state_code(written):
        return Form.STATE_CODE
    return Form.NAME


WELL_KNOWN = 6.0
"""A town of a million people: from here on a name that is a demonym as well is the town's."""


def _is_well_known(written: str, gazetteer: Gazetteer) -> bool:
    """Say whether a name that is also a demonym is a large town's own ("Kazakh" is an alias of some towns, and nobody means them)."""
    rows = np.array([row for row, how in gazetteer.bearers_of_key(fold(written)) if not how], dtype=np.int64)
    return bool((gazetteer.attributes.prominence(rows) >= WELL_KNOWN).any())
