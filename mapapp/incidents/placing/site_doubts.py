"""When a place is not the one meant: a large town of the name of a village, a namesake in a country that nothing speaks for, a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer import Kind, Place
from gazetteer.geodesy import distance_km
from mapapp.incidents.placing.site_chains import vouched
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

LARGEST_VILLAGE = 10_000
"""People. Nobody calls a larger town a village: the village of that name is another place, in no gazetteer."""

SURE_ALONE = 0.9
"""Where everything else named lies in other countries, a place less sure than this is taken for a namesake."""

WELL_KNOWN = 250_000
"""People. A report of another country that names a city of this size means that city, not a village of its name."""

SAME_TOWN_KM = 40.0
"""A quarter of "the city" lies so near another place that the report names; a town farther off is a namesake."""

_ELSEWHERE = frozenset({Role.BORDER, Role.ORIGIN, Role.COMPARISON, Role.ADDRESS})
"""Roles of names that do not say where the story is: "100 km from the Russian border" is in Russia least of all."""

_WIDE = frozenset({Kind.COUNTRY, Kind.CONTINENT, Kind.REGION, Kind.SEA, Kind.WATER})
_VILLAGE_AFTER = re.compile(r"^(?:['’]s)?\s(?:village|hamlet)s?\b", re.IGNORECASE)
_VILLAGE_BEFORE = re.compile(r"\b(?:village|hamlet)s?\s(?:of|called|named)\s$", re.IGNORECASE)
_OF_THE_TOWN_BEFORE = re.compile(r"\b(?:city|capital|town)['’]s\s(?:[a-z]+\s)?$", re.IGNORECASE)
_OF_THE_TOWN_AFTER = re.compile(
    r"^\s(?:area|neighbou?rhood|quarter|locality|district|suburb)\s(?:of|in)\s(?:the|this)\s(?:city|capital|town)\b", re.IGNORECASE
)
_PERSON_BEFORE = re.compile(
    r"\b(?:commander|leader|ringleader|captain|colonel|lieutenant|major|sergeant|corporal|sheikh|mullah|mr|mrs|ms|dr|prof|maulana|named"
    r"|nicknamed|alias|surnamed)\.?\s$",
    re.IGNORECASE,
)


def called_village(text: str, span: Span) -> bool:
    """Say whether the text calls a name a village."""
    return bool(_VILLAGE_AFTER.match(text[span.end : span.end + 14]) or _VILLAGE_BEFORE.search(text[max(0, span.start - 20) : span.start]))


def names_person(text: str, span: Span) -> bool:
    """Say whether a title stands right before a name: "commander X", "alias X"."""
    return _PERSON_BEFORE.search(text[max(0, span.start - 16) : span.start]) is not None


def doubtful(text: str, chain: Sequence[Toponym], named: Sequence[Toponym]) -> bool:
    """Say whether the first name of a chain is a namesake of the place meant, rather than the place it was taken for.

    Parameters
    ----------
    text
        The report.
    chain
        The name and the wider ones behind it, which vouch for it.
    named
        All names of the report, with what they stand for.
    """
    toponym = chain[0]
    place = toponym.place
    if place is None or not place.is_point:
        return False
    if names_person(text, toponym.span):
        return True
    if any(t.place is not None and t.place.kind not in _WIDE and not t.demonym and vouched(place, t.place) for t in chain[1:]):
        return False
    if called_village(text, toponym.span) and (place.population or 0) >= LARGEST_VILLAGE:
        return True
    if (toponym.confidence or 0.0) < SURE_ALONE and (place.population or 0) < WELL_KNOWN and _spoken_against(toponym, place, named):
        return True
    return _of_the_town(text, toponym.span) and not _has_company(place, toponym, named)


def _spoken_against(toponym: Toponym, place: Place, named: Sequence[Toponym]) -> bool:
    """Say whether other names speak for countries, and none of them for that of the place."""
    countries: set[str] = set()
    for other in named:
        known = other.place
        if known is None or known.place_id == place.place_id or other.text.casefold() == toponym.text.casefold():
            continue
        sure = not known.is_point or (other.confidence or 0.0) >= 0.5
        if sure and other.role not in _ELSEWHERE:
            countries.update(known.countries)
    return bool(countries) and not countries & set(place.countries)


def _of_the_town(text: str, span: Span) -> bool:
    """Say whether a name is that of a part of a town: "the city's X area", "X neighbourhood of the capital"."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 40]
    return bool(_OF_THE_TOWN_BEFORE.search(before) or _OF_THE_TOWN_AFTER.match(after))


def _has_company(place: Place, toponym: Toponym, named: Sequence[Toponym]) -> bool:
    """Say whether the report names another place nearby."""
    return any(
        other.place is not None
        and other.place.is_point
        and other.text.casefold() != toponym.text.casefold()
        and distance_km(other.place.position, place.position) <= SAME_TOWN_KM
        for other in named
    )
