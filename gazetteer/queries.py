"""Understand queries such as "Paris, Texas": a name, with the areas around it behind commas, or under keys that say what each part is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gazetteer.place import Kind

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer, Match
    from gazetteer.place import Place

MAX_QUERY_LETTERS = 300
"""Longer queries are no names of places."""
MAX_PARTS = 8
LONGEST_CODE = 3
"""Codes of states and countries ("TX", "NSW", "KZ") may be written small in a query: behind a comma nothing else is so short."""
AREA_LIMIT = 40
"""So many readings of "Region" and "Country" behind a comma are considered."""
MOST_AREA_WORDS = 3
"""No country or state has more words that somebody would write without a comma before them ("Bir Lehlou Western Sahara")."""
BY_TOWN_KM = 30.0
"""A village or suburb given with its town lies no farther than this beyond the town's edge: a judgement, wide enough for a municipality."""

SETTLEMENTS = frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT})
DIVISIONS = frozenset({Kind.ADMIN1, Kind.ADMIN2})

STRUCTURE: Mapping[str, frozenset[Kind]] = {
    "suburb": SETTLEMENTS,
    "hamlet": SETTLEMENTS,
    "village": SETTLEMENTS,
    "town": SETTLEMENTS,
    "city": SETTLEMENTS,
    "county": frozenset({Kind.ADMIN2, Kind.ADMIN3}),
    "state": frozenset({Kind.ADMIN1, Kind.REGION}),
    "country": frozenset({Kind.COUNTRY}),
}
"""The keys of a structured query, the narrowest first, with what the place itself may be if the key is the narrowest that is given."""

CLEAR_LEAD = 1.0
"""Of two places of one name the first is the likelier if it is this much more prominent: about ten times the people."""
ONE_SPOT_KM = 50.0
"""Namesakes this near each other are no alternative: a town and its district."""


def parts_of(query: str) -> list[str]:
    """Return the parts of a query, the narrowest first; none of a text too long for a query, of which a part would say something else."""
    query = query.strip()
    return cut(query.split(",")) if len(query) <= MAX_QUERY_LETTERS else []


def cut(parts: Sequence[str]) -> list[str]:
    """Return the parts that say something; none if there are more than a query may have."""
    said = [part.strip() for part in parts if part.strip()]
    return said if len(said) <= MAX_PARTS else []


def search(gazetteer: Gazetteer, parts: Sequence[str], *, countries: Collection[str] = ()) -> tuple[Match, ...]:
    """Return the places that a query may mean, best first.

    Parameters
    ----------
    gazetteer
        Where the names are looked up.
    parts
        A name, then the areas it lies in: what :func:`parts_of` returns. Codes ("TX", "KZ") and abbreviations are areas, too.
    countries
        ISO 3166-1 alpha-2 codes; places of other countries are left out. None given: all are searched.
    """
    if not parts:
        return ()
    name, *around = parts
    found = _in_countries(gazetteer.candidates(name), countries)
    for part in around:
        areas = _areas(gazetteer, part)
        found = tuple(match for match in found if any(lies_in(match.place, area) for area in areas))
    return found


def search_text(gazetteer: Gazetteer, parts: Sequence[str], *, countries: Collection[str] = ()) -> tuple[Match, ...]:
    """Search as :func:`search` does; where nothing bears the first part as its name, take its last words for a country or state.

    So "Paris Texas" is found as well as "Paris, Texas".
    """
    found = search(gazetteer, parts, countries=countries)
    if found or not parts or gazetteer.candidates(parts[0]):
        return found
    for name, area in _without_comma(parts[0]):
        areas = [place for place in _areas(gazetteer, area) if place.kind in {Kind.COUNTRY, Kind.ADMIN1}]
        found = tuple(
            match
            for match in search(gazetteer, [name, *parts[1:]], countries=countries)
            if any(lies_in(match.place, place) for place in areas)
        )
        if found:
            return found
    return ()


def _without_comma(part: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read words as a name and an area behind it."""
    words = part.split()
    if len(words) > MAX_PARTS:
        return
    for count in range(1, min(MOST_AREA_WORDS, len(words) - 1) + 1):
        area = " ".join(words[-count:])
        # Without a comma before it a short word may be an article: "de" is no Germany there.
        if len(area) > LONGEST_CODE or area.isupper():
            yield " ".join(words[:-count]), area


def search_structured(gazetteer: Gazetteer, parts: Mapping[str, str], *, countries: Collection[str] = ()) -> tuple[Match, ...]:
    """Return the places that a structured query may mean, best first.

    Parameters
    ----------
    gazetteer
        Where the names are looked up.
    parts
        Names under keys of :data:`STRUCTURE`. The narrowest is the place that is asked for; it must be of that key's kind and lie in the
        others.
    countries
        ISO 3166-1 alpha-2 codes; places of other countries are left out. None given: all are searched.
    """
    given = [(key, parts[key].strip()) for key in STRUCTURE if parts.get(key, "").strip()]
    if not given or any(len(text) > MAX_QUERY_LETTERS for _, text in given):
        return ()
    (key, name), *around = given
    found = _in_countries(_of_kinds(gazetteer, name, STRUCTURE[key]), countries)
    for wider, text in around:
        found = _within(gazetteer, found, wider, text)
    return found


def _of_kinds(gazetteer: Gazetteer, name: str, kinds: frozenset[Kind]) -> tuple[Match, ...]:
    from gazetteer.index import Match

    found = tuple(match for match in gazetteer.candidates(name) if match.place.kind in kinds)
    if found or kinds == SETTLEMENTS:
        return found
    return tuple(Match(place, "abbreviation", 0.0) for place in _areas(gazetteer, name) if place.kind in kinds)


def _within(gazetteer: Gazetteer, found: tuple[Match, ...], key: str, text: str) -> tuple[Match, ...]:
    """Return the matches that lie in what a wider key names."""
    if STRUCTURE[key] == SETTLEMENTS:
        towns = [match.place for match in _of_kinds(gazetteer, text, SETTLEMENTS)[:AREA_LIMIT]]
        return tuple(match for match in found if any(lies_by(match.place, town) for town in towns))
    kinds = STRUCTURE["country"] if key == "country" else DIVISIONS
    areas = [place for place in _areas(gazetteer, text) if place.kind in kinds]
    return tuple(match for match in found if any(lies_in(match.place, area) for area in areas))


def lies_in(place: Place, area: Place) -> bool:
    """Say whether a place lies in a country or division, by its codes."""
    if area.place_id == place.place_id:
        return False
    if area.kind is Kind.COUNTRY:
        return bool(set(area.countries[:1]) & set(place.countries))
    if area.kind is Kind.ADMIN1:
        return place.admin1 == area.admin1
    if area.kind is Kind.ADMIN2:
        return place.admin2 == area.admin2
    return False


def lies_by(place: Place, town: Place) -> bool:
    """Say whether a place is a town or lies in it or near it, in the same country."""
    from gazetteer.geodesy import distance_km

    if place.place_id == town.place_id:
        return True
    return not set(place.countries).isdisjoint(town.countries) and distance_km(place.position, town.position) <= town.radius_km + BY_TOWN_KM


def is_clear(found: Sequence[Match], *, lead: float = CLEAR_LEAD) -> bool:
    """Say whether the first match is likelier by far than every other that lies elsewhere; a country never is than a state of its name."""
    for match in found[1:]:
        wide = {match.place.kind, found[0].place.kind} == {Kind.COUNTRY, Kind.ADMIN1}
        if (wide or found[0].prominence - match.prominence < lead) and not _is_one_spot(match.place, found[0].place):
            return False
    return True


def _is_one_spot(a: Place, b: Place) -> bool:
    """Say whether two places are one for who looks for it: a city and the region around it, which need not hold it."""
    from gazetteer.geodesy import distance_km

    if lies_in(a, b) or lies_in(b, a):
        return True
    reach_km = a.radius_km + b.radius_km if set(a.countries) & set(b.countries) else 0.0
    return distance_km(a.position, b.position) <= max(ONE_SPOT_KM, reach_km)


def address(gazetteer: Gazetteer, place: Place) -> str:
    """Return the name of a place with the region and country around it, none of them twice."""
    admin1 = gazetteer.admin1(place.admin1) if place.admin1 else None
    country = gazetteer.country(place.countries[0]) if len(place.countries) == 1 else None
    names = [place.name, admin1.name if admin1 is not None else "", country.name if country is not None else ""]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _in_countries(found: tuple[Match, ...], countries: Collection[str]) -> tuple[Match, ...]:
    if not countries:
        return found
    wanted = frozenset(countries)
    return tuple(match for match in found if not wanted.isdisjoint(match.place.countries))


def _areas(gazetteer: Gazetteer, part: str) -> list[Place]:
    """Return what a part behind a comma may stand for."""
    areas = [match.place for match in gazetteer.candidates(part)[:AREA_LIMIT]]
    areas += gazetteer.abbreviation(part)
    if len(part) <= LONGEST_CODE:
        areas += gazetteer.postal_code_of_state(part.upper())
        country = gazetteer.country(part.upper())
        areas += () if country is None else (country,)
    return areas
