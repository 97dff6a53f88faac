"""Chains of place names, narrow to wide: "X village, Y district, Z province". The wider vouch for the narrow, or stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer import Kind, Place
from gazetteer.geodesy import distance_km
from mapapp.incidents.placing.offsets import Offset, Offsets
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

if TYPE_CHECKING:
    from gazetteer import Gazetteer

SLACK_KM = 40.0
"""How far outside an area's radius a town of it may lie: the radius is that of a circle, the area is none."""

CITY_SLACK_KM = 60.0
"""How far a village may lie from the town that a chain names behind it."""

_KIND_WORDS = (
    "village|town|city|area|district|province|state|governorate|region|county|municipality|neighbou?rhood|suburb|department|oblast"
    "|prefecture|division"
    "|township|tehsil|upazila|subdistrict|sub-district|sub-county|commune|locality|quarter|zone|agency|hamlet|republic|sector|ward|camp"
    "|settlement|district's"
)
_REST_OF_NAME = r"(?:[-‐‑][\w’'-]{1,20})?(?:\s(?:(?-i:[A-Z])[\w’'-]{0,20}|do|de|al|el)){0,3}?"
_BEFORE_OFFSET = re.compile(
    rf"^{_REST_OF_NAME}(?:['’]s)?(?:\s(?:{_KIND_WORDS}))?(?:\s\([^()]{{1,30}}\))?(?:,|\s(?:is|was|lies|located))?\s$", re.IGNORECASE
)
_LINK = re.compile(
    rf"^{_REST_OF_NAME}(?:['’]s)?(?:\s(?:{_KIND_WORDS}))?(?:\s\([^()]{{1,30}}\))?"
    rf"(?:,\s(?:in\s|the\s|of\s)?|\s\((?:in\s)?(?:the\s)?|\s(?:of|in|under|,)\s(?:the\s)?)(?:(?:{_KIND_WORDS})\sof\s)?$",
    re.IGNORECASE,
)
_PARTIAL_AFTER = re.compile(r"^(?:[-‐‑][^\W\d_]|(?:\s(?:d[aeou]s?|al|el|bin|i)){0,1}\s[A-Z][^\W\d_]*[a-z])")
_HYPHENATED = re.compile(r"[-‐‑][^\W\d_]")
_PARTIAL_BEFORE = re.compile(r"(?:[^\W\d_][-‐‑]|\b[A-Z][a-z]+\s(?:d[aeou]s?|al|el|i)\s)$")
_NAME_BEFORE = re.compile(
    rf"(?:\b[A-Z][\w’'-]{{1,25}}\s){{0,3}}\b[A-Z][\w’'-]{{1,25}}(?:\s(?:{_KIND_WORDS}))?(?:,\s|\sof\s|\sin\s|\sunder\s|\s\()(?:the\s)?$"
)
_DISTRICT_AFTER = re.compile(
    r"^(?:['’]s)?\s(?P<kind>district|upazila|township|tehsil|county|municipality|sub-?district|zila|rayon|raion|woreda|department"
    r"|province|governorate|division|state|region|oblast|prefecture)\b",
    re.IGNORECASE,
)
_PROVINCES = frozenset("province governorate division state region oblast prefecture".split())
_CAPITAL_KIND = re.compile(
    rf"^\s(?:{_KIND_WORDS}|city|valley|river|island|road|highway|bridge|street|gate|airport|university|hospital|prison|square|market|province|sadar)\b",
    re.IGNORECASE,
)
_OWN_FACILITY = re.compile(
    r"\s(?:[A-Z][\w’'-]{1,20}\s){0,2}(?i:press\sclub|prison|jail|hospital|university|college|court|stadium|barracks|cathedral|market"
    r"|(?:railway|train|bus|police|fire|power|metro)\sstation)\b"
)
"""What stands in a town and is called after it: "Mirado Central Prison"."""
_ARTICLE_BEFORE = re.compile(r"\b(?:al|el|an|ar|as|ash|ad|at|az)[-‐‑]$", re.IGNORECASE)
_WITH_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|ad|at|az)[-‐‑\s]", re.IGNORECASE)


def heads_own_facility(text: str, span: Span) -> bool:
    """Say whether a name begins that of something that stands in the town: "Mirado Press Club"."""
    return _OWN_FACILITY.match(text, span.end, span.end + 60) is not None


def is_partial(text: str, span: Span, place: Place | None = None) -> bool:
    """Say whether a name is cut out of a longer one ("Al" of "Al-Nasr", "Costa" of "Costa do Mar"); such a place is not the one meant.

    The article before the name of a ``place`` that has one ("Al-Nasr" of "Al Nasr") cuts nothing.
    """
    after = text[span.end : span.end + 30]
    longer = _PARTIAL_AFTER.match(after) and not _CAPITAL_KIND.match(after) and not text[span.start : span.end].isupper()
    if longer and not heads_own_facility(text, span):
        return True
    if _HYPHENATED.match(after):
        return True
    before = text[max(0, span.start - 20) : span.start]
    if place is not None and _ARTICLE_BEFORE.search(before) and _WITH_ARTICLE.match(place.name):
        return False
    return bool(_PARTIAL_BEFORE.search(before))


def chain_from(text: str, toponyms: Sequence[Toponym], start: int, offsets: Offsets) -> list[Toponym]:
    """Return the chain of names that begins with the toponym at index ``start``; a place so far from a town is followed by the town."""
    chain = [toponyms[start]]
    for following in toponyms[start + 1 :]:
        if not _is_linked(text, chain[-1], following, offsets):
            break
        chain.append(following)
    return chain


def _is_linked(text: str, name: Toponym, following: Toponym, offsets: Offsets) -> bool:
    """Say whether a name is followed by the next one of its chain."""
    if _LINK.match(text[name.span.end : following.span.start].replace("\n", " ")):
        return True
    offset = offsets.of(following)
    start = offset.claim.span.start if offset is not None else 0
    return (
        name.span.end < start <= following.span.start and _BEFORE_OFFSET.match(text[name.span.end : start].replace("\n", " ")) is not None
    )


_TOWN_WORD = re.compile(r"^\s(?:city|town|village)\b", re.IGNORECASE)
_TOWN_BEFORE = re.compile(r"\b(?:city|town|village|port) of (?:the )?$", re.IGNORECASE)
_AREA_WORD = re.compile(rf"^\s(?:{_KIND_WORDS})\b", re.IGNORECASE)
_AREA_BEFORE = re.compile(rf"\b(?:{_KIND_WORDS})s? of (?:the )?$", re.IGNORECASE)
_INSIDE_TOWN = re.compile(r"^[^,]{0,40}\b(?:neighbou?rhood|quarter|suburb|street|avenue|square|ward|road)\b", re.IGNORECASE)


def as_town(text: str, toponym: Toponym) -> Toponym:
    """Prefer the town where the text says "city", or names a district's seat without calling it a district."""
    place = toponym.place
    if place is None or place.is_point or place.kind not in {Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3}:
        return toponym
    after, before = text[toponym.span.end : toponym.span.end + 20], text[max(0, toponym.span.start - 20) : toponym.span.start]
    called_town = bool(_TOWN_WORD.match(after) or _TOWN_BEFORE.search(before))
    called_area = bool(_AREA_WORD.match(after) or _AREA_BEFORE.search(before))
    if not called_town and (called_area or place.kind is Kind.ADMIN1):
        return toponym
    for alternative in toponym.alternatives:
        town = alternative.place
        if town.is_point and set(town.countries) & set(place.countries) and vouched(town, place):
            return replace(toponym, place=town)
    return toponym


def as_province(text: str, toponym: Toponym, gazetteer: Gazetteer | None) -> Toponym:
    """Prefer the province where the text says "X province" and not the town of that name."""
    place = toponym.place
    if place is None or not place.is_point or wider_area(text, toponym.span) is not Kind.ADMIN1:
        return toponym
    for alternative in toponym.alternatives:
        area = alternative.place
        if area.kind is Kind.ADMIN1 and set(area.countries) & set(place.countries):
            return replace(toponym, place=area)
    area_of = gazetteer.admin1(place.admin1) if gazetteer is not None and place.admin1 else None
    return replace(toponym, place=area_of) if area_of is not None and _alike(area_of.name, place.name) else toponym


def _alike(left: str, right: str) -> bool:
    """Say whether two names begin alike: "Kunduz" and "Kunduz Province"."""
    first, second = left.casefold(), right.casefold()
    return first.startswith(second) or second.startswith(first)


def inside_town(text: str, toponym: Toponym) -> bool:
    """Say whether the name is that of a neighbourhood or street: the town behind it is the place itself."""
    return bool(_INSIDE_TOWN.match(text[toponym.span.end : toponym.span.end + 60]))


def vouched(place: Place, container: Place) -> bool:
    """Say whether a place may lie in the container that the text names for it."""
    if place.countries and container.countries and not set(place.countries) & set(container.countries):
        return False
    if container.kind in {Kind.COUNTRY, Kind.CONTINENT, Kind.REGION} or container.place_id == place.place_id:
        return True
    if container.kind is Kind.ADMIN1 and container.admin1 and place.admin1:
        return container.admin1 == place.admin1
    slack = CITY_SLACK_KM if container.is_point else SLACK_KM
    return distance_km(place.position, container.position) <= container.radius_km + place.radius_km + slack


def contradicted(chain: Sequence[Toponym], offsets: Offsets) -> bool:
    """Say whether a wider name of the chain rules out the place of the first one; a town it lies so many miles from is no container."""
    place = chain[0].place
    if place is None:
        return False
    for following in chain[1:]:
        container = following.place
        if container is None or following.demonym or (container.kind is Kind.CITY and len(chain) > 2):
            continue
        offset = offsets.of(following)
        if offset is not None:
            if not offset.describes(place):
                return True
        elif not vouched(place, container) and not any(_vouches(other.place, place) for other in following.alternatives):
            return True
    return False


def _vouches(area: Place, place: Place) -> bool:
    """Say whether a place lies in an area that a wider name may stand for instead of a town: "Shwebo (Sagaing)" is in the region."""
    return area.kind in {Kind.ADMIN1, Kind.ADMIN2} and bool(set(area.countries) & set(place.countries)) and vouched(place, area)


def without_descriptions(toponyms: Sequence[Toponym], offsets: Offsets) -> list[Toponym]:
    """Leave out names that only say where another one lies: "X, 400 km east of Y, was the site of ..."."""
    kept: list[Toponym] = []
    for toponym in toponyms:
        offset = offsets.of(toponym)
        if offset is not None and (offset.subject_id is not None or any(_pin_described(earlier, offset) for earlier in kept)):
            continue
        kept.append(toponym)
    return kept


def _pin_described(earlier: Toponym, offset: Offset) -> bool:
    """Say whether an earlier name is a place that the offset may describe."""
    return offset.reach is not None and earlier.place is not None and earlier.place.is_point and offset.describes(earlier.place)


def wider_area(text: str, span: Span) -> Kind | None:
    """Return what kind of area the text calls a name: a district or the like (ADMIN2), a province (ADMIN1); None for neither."""
    found = _DISTRICT_AFTER.match(text[span.end : span.end + 20])
    if found is None:
        return None
    return Kind.ADMIN1 if found["kind"].lower() in _PROVINCES else Kind.ADMIN2


def unknown_levels(text: str, span: Span) -> list[Span]:
    """Return the finer names that stand before a name, nearest first, at most three: "Xville village under Y upazila of Z district"."""
    found: list[Span] = []
    while len(found) < 3:
        before = unknown_before(text, found[-1] if found else span)
        if before is None:
            break
        found.append(before)
    return found


def unknown_before(text: str, span: Span) -> Span | None:
    """Return the stretch from a name in no gazetteer to the container behind it: "Xville, Y district" where only Y is known."""
    before = text[max(0, span.start - 90) : span.start].replace("\n", " ")
    match = _NAME_BEFORE.search(before)
    return Span(span.start - len(before) + match.start(), span.end) if match else None
