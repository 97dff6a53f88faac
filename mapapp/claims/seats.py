"""The town a province shares its name with: distances are counted from towns, whatever a bare "Ivanovo" was taken for."""

from __future__ import annotations

from dataclasses import replace

from gazetteer.geodesy import distance_km
from gazetteer.place import Kind, Place
from mapapp.claims.surroundings import Name, Surroundings

_DIVISIONS = (Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3)
_SEAT_CODES = ("PPLA", "PPLC")
"""GeoNames' codes of towns that are seats; asked of first-level divisions, since a small one may be named after any town in it."""

_LEAST_REACH_KM = 60.0


def seat(here: Surroundings, name: Name) -> Name | None:
    """Return the name with the seat of an administrative division of that very name in place of the division; None if there is none."""
    if name.place is None or name.place.kind not in _DIVISIONS:
        return None
    found = _seat_of(here, name.place, name.span.of(here.text))
    return replace(name, place=found) if found else None


def _seat_of(here: Surroundings, area: Place, words: str) -> Place | None:
    reach_km = max(_LEAST_REACH_KM, area.radius_km)
    for match in here.gazetteer.candidates(words):
        town = match.place
        if town.kind is not Kind.CITY or not set(town.countries) & set(area.countries):
            continue
        if area.kind is Kind.ADMIN1 and not town.feature_code.startswith(_SEAT_CODES):
            continue
        if distance_km(town.position, area.position) <= reach_km:
            return town
    return None
