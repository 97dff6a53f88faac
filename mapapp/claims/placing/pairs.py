"""Choose the places of two ends together: how well known each is, what the text says around them, and how near they lie to each other.

The distance that is to be checked takes no part. A name that the resolution is sure of has one option only; one it is unsure of may give
way to a namesake that goes far better with the other end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log10

from gazetteer.geodesy import distance_km
from gazetteer.place import Kind, Place
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.claims.uncertainty import extent_km
from mapapp.report.report import Span

SURE_CONFIDENCE = 0.9
"""From here on the resolution's choice stands, whatever lies at the other end."""

_MOST_CANDIDATES = 600
_MOST_BESIDE_OPEN = 24
"""With the villages of a country imported a name may have hundreds of bearers. All are looked at beside a sure place; beside an open
end or a line only the best."""

_MARGIN = 0.35
"""Two pairs that score nearer than this are left undecided (an earlier trial: 3 contradictions fewer, all of them unfounded)."""

_NEARNESS_WEIGHT = 3.0
_NEAR_KM = 30.0
_NEAREST_KM = 10.0
_LEAST_PROMINENCE = 2.5
_COUNTRY_BONUS = 1.0
_AREA_BONUS = 1.0
_BEHIND_BONUS = 3.0
_CHOSEN_BONUS = 0.5
_SAME_COUNTRY_BONUS = 0.5
_SAME_PLACE_KM = 5.0
_LONELY_KM = 150.0
"""A namesake that nobody has resolved, farther than this from the other end and in a country not spoken of, is not the one meant."""

_WELL_KNOWN = 5.5
"""A city of a quarter of a million people is meant by its name without more, where no country is spoken of."""

_FAR_OFF = 3.0
_LONGEST_ROAD = 1.6
_SHORTEST = 0.8
"""A pair fits a stated distance that is between so many times the straight line."""

_AREAS = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2})
_BEHIND = re.compile(
    r"\s{0,2}[,(]?\s{0,2}(?:(?:a|an|the|in|of|northern|southern|eastern|western|central|town|village|city)\s{1,2}){0,5}", re.IGNORECASE
)
_BEHIND_REACH = 60
_MOST_BEHIND = 3


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may stand for, with what speaks for it; ``place`` None where an end has no name or none that is known."""

    place: Place | None
    score: float = 0.0


NO_OPTION = (Option(None),)

Apart = Callable[[Place], float | None]
"""How far a place lies from a far end that follows from it, such as its country's capital; None where there is no such end."""


def options_of(here: Surroundings, name: Name | None) -> Sequence[Option]:
    """Return the places a name may stand for, the best first; one empty option where there is no name or nothing is known by it."""
    if name is None or name.is_rejected:
        return NO_OPTION
    if name.place is not None and is_settled(name):
        return (Option(name.place),)
    behind = areas_behind(here, name.span)
    options = []
    for match in here.gazetteer.candidates(name.span.of(here.text)):
        if extent_km(match.place) is None:
            continue
        score = max(_LEAST_PROMINENCE, match.prominence) + _around(here, match.place, behind)
        if name.place is not None and match.place.place_id == name.place.place_id:
            score += _CHOSEN_BONUS + _trust(name.confidence)
        options.append(Option(match.place, score))
    if name.place is not None and all(option.place != name.place for option in options):
        options.append(Option(name.place, _LEAST_PROMINENCE + _CHOSEN_BONUS + _trust(name.confidence) + _around(here, name.place, behind)))
    if behind and not any(option.place is not None and inside(option.place, behind[0]) for option in options):
        return NO_OPTION if name.place is None else (Option(name.place),)
    options.sort(key=lambda option: -option.score)
    return options[:_MOST_CANDIDATES] or NO_OPTION


def areas_behind(here: Surroundings, span: Span) -> list[Place]:
    """Return the areas named right behind a name, which hold the place: "Brent, Avon county, Nordland"."""
    found: list[Place] = []
    end = span.end
    for toponym in here.between(span.end, span.end + _BEHIND_REACH):
        if _BEHIND.fullmatch(here.text, end, toponym.span.start) is None or toponym.span.start == end:
            break
        if toponym.place is None or toponym.place.kind not in _AREAS or toponym.demonym:
            break
        gap = " ".join(here.text[end : toponym.span.start].lower().split(" "))
        # "south of Moab, in San Juan County" may say where the event was.
        if not any(mark in gap for mark in (",", "(", " in ", " of ")) or gap.lstrip().startswith(", in"):
            break
        found.append(toponym.place)
        end = toponym.span.end
        if len(found) == _MOST_BEHIND:
            break
    return found


def inside(place: Place, area: Place) -> bool:
    """Say whether a place lies in an area."""
    if area.kind is Kind.ADMIN1 and area.admin1:
        return place.admin1 == area.admin1
    if area.kind is Kind.ADMIN2 and area.admin2:
        return place.admin2 == area.admin2 or (not place.admin2 and place.admin1 == area.admin1)
    return bool(set(place.countries) & set(area.countries))


def _around(here: Surroundings, place: Place, behind: Sequence[Place]) -> float:
    """Return what the countries and areas that the report names say for a place."""
    score = _COUNTRY_BONUS if here.countries_mentioned.intersection(place.countries) else 0.0
    score += _AREA_BONUS if place.admin1 and place.admin1 in here.divisions_mentioned else 0.0
    return score + sum(_BEHIND_BONUS if inside(place, area) else -_BEHIND_BONUS for area in behind[:1])


def _trust(confidence: float) -> float:
    """Return what the resolution's own choice is worth, in decades of odds."""
    sure = min(max(confidence, 0.5), 0.99)
    return log10(sure / (1.0 - sure))


def best_pair(ours: Sequence[Option], theirs: Sequence[Option], apart: Apart | None = None) -> tuple[Option, Option] | None:
    """Return the pair of places that goes together best, or None where another pair is nearly as good.

    Parameters
    ----------
    apart
        How far each of ours is from a far end that is no name.
    """
    if apart is not None or min(len(ours), len(theirs)) > 1:
        ours, theirs = ours[:_MOST_BESIDE_OPEN], theirs[:_MOST_BESIDE_OPEN]
    pairs = ((score_of(a, b, apart), position, a, b) for position, (a, b) in enumerate((a, b) for a in ours for b in theirs))
    scored = sorted(pairs, key=lambda pair: (-pair[0], pair[1]))
    if not scored:
        return None
    best, _, first, second = scored[0]
    for score, _, other_first, other_second in scored[1:]:
        if best - score >= _MARGIN:
            break
        if differ(first.place, other_first.place) or differ(second.place, other_second.place):
            return None
    return first, second


def score_of(a: Option, b: Option, apart: Apart | None = None) -> float:
    """Return how well two options go together."""
    score = a.score + b.score
    km = between_km(a.place, b.place, apart)
    if km is None:
        return score
    same = a.place is not None and b.place is not None and bool(set(a.place.countries) & set(b.place.countries))
    return score - _NEARNESS_WEIGHT * log10(max(_NEAREST_KM, km) / _NEAR_KM) + (_SAME_COUNTRY_BONUS if same else 0.0)


def between_km(a: Place | None, b: Place | None, apart: Apart | None = None) -> float | None:
    """Return how far two places, or a place and the far end that follows from it, lie from each other; None where one is unknown."""
    if a is not None and b is not None:
        return distance_km(a.position, b.position)
    return apart(a) if a is not None and apart is not None else None


def is_lonely(here: Surroundings, option: Option, other: Place | None, km: float | None) -> bool:
    """Say whether nothing but its name speaks for a place: not well known, far from the other end, in no country that is spoken of."""
    if option.place is None or (km is not None and km <= _LONELY_KM):
        return False
    spoken_of = here.countries_mentioned | (set(other.countries) if other is not None else set())
    return not spoken_of.intersection(option.place.countries) if spoken_of else option.score < _WELL_KNOWN


def only_fitting(here: Surroundings, mine: Name, theirs: Name, stated_km: float) -> tuple[Place, Place] | None:
    """Return the one pair of places that a stated distance fits, if one end is sure and the other open or far off; None otherwise."""
    if is_settled(mine) == is_settled(theirs):
        return None
    if (
        mine.place is not None
        and theirs.place is not None
        and distance_km(mine.place.position, theirs.place.position) < _FAR_OFF * stated_km
    ):
        return None
    fitting = [
        (a.place, b.place)
        for a in options_of(here, mine)
        for b in options_of(here, theirs)
        if a.place is not None and b.place is not None and _fits(distance_km(a.place.position, b.place.position), stated_km)
    ]
    if not fitting or any(differ(a, fitting[0][0]) or differ(b, fitting[0][1]) for a, b in fitting):
        return None
    return fitting[0]


def _fits(km: float, stated_km: float) -> bool:
    return stated_km / _LONGEST_ROAD - 1.0 <= km <= stated_km / _SHORTEST + 1.0


def is_settled(name: Name) -> bool:
    """Say whether a name keeps what it has: an analyst has refused it, or its place is sure, or an area."""
    return name.is_rejected or (name.place is not None and (name.confidence >= SURE_CONFIDENCE or extent_km(name.place) is None))


def differ(a: Place | None, b: Place | None) -> bool:
    """Say whether two places are farther apart than two records of one town."""
    return a is not None and b is not None and a != b and distance_km(a.position, b.position) > _SAME_PLACE_KM
