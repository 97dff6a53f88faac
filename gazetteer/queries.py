"""Understand queries such as "Paris, Texas": a name, with the areas around it behind commas."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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


def parts_of(query: str) -> list[str]:
    """Return the parts of a query, the narrowest first."""
    return cut(query[:MAX_QUERY_LETTERS].split(","))


def cut(parts: Sequence[str]) -> list[str]:
    """Return the parts that say something, no more than a query may have."""
    return [part.strip() for part in parts if part.strip()][:MAX_PARTS]


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
    found = gazetteer.candidates(name)
    if countries:
        found = tuple(match for match in found if not set(countries).isdisjoint(match.place.countries))
    for part in around:
        areas = _areas(gazetteer, part)
        found = tuple(match for match in found if any(lies_in(match.place, area) for area in areas))
    return found


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


def address(gazetteer: Gazetteer, place: Place) -> str:
    """Return the name of a place with the region and country around it, none of them twice."""
    admin1 = gazetteer.admin1(place.admin1) if place.admin1 else None
    country = gazetteer.country(place.countries[0]) if len(place.countries) == 1 else None
    names = [place.name, admin1.name if admin1 is not None else "", country.name if country is not None else ""]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _areas(gazetteer: Gazetteer, part: str) -> list[Place]:
    """Return what a part behind a comma may stand for."""
    areas = [match.place for match in gazetteer.candidates(part)[:AREA_LIMIT]]
    areas += gazetteer.abbreviation(part)
    if len(part) <= LONGEST_CODE:
        areas += gazetteer.postal_code_of_state(part.upper())
        country = gazetteer.country(part.upper())
        areas += () if country is None else (country,)
    return areas
