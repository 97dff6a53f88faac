"""The seats of divisions: the town a province shares its name with, and "the state capital" of a place.

Distances are counted from towns, whatever a bare "Ivanovo" was taken for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.geodesy import distance_km
from gazetteer.place import Kind, Place
from mapapp.claims.surroundings import Name, Surroundings

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

_DIVISIONS = (Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3)
_SEAT_CODES = ("PPLA", "PPLC")
"""GeoNames' codes of towns that are seats; asked of first-level divisions and regions, since any town in one may bear its name."""

_LEAST_PEOPLE = 5000
"""A town of the division's own name and so many people is meant as well, though the seat may be another."""

_LEAST_REACH_KM = 60.0


def seat(here: Surroundings, name: Name) -> Name | None:
    """Return the name with the town of that very name in place of the division or region around it; None if there is none."""
    if name.place is None or name.place.kind not in (*_DIVISIONS, Kind.REGION):
        return None
    found = _seat_of(here.gazetteer, name.place, name.span.of(here.text))
    return replace(name, place=found) if found else None


def seat_of_division(gazetteer: Gazetteer, place: Place, level: str) -> Place | None:
    """Return the seat of the division a place lies in.

    Parameters
    ----------
    place
        A place in the division, or the division itself.
    level
        "admin1" for the state or province, "admin2" for the district, whose seat is known only where the two share their name.
    """
    if level == "admin1":
        return _seat_of_first_level(gazetteer, place.admin1) if place.admin1 else None
    district = gazetteer.admin2(place.admin2) if place.admin2 else None
    return _seat_of(gazetteer, district, _without_class(district.name)) if district else None


def _seat_of_first_level(gazetteer: Gazetteer, code: str) -> Place | None:
    about, rows = gazetteer.attributes, np.arange(gazetteer.first_imported_row)
    seats = rows[about.seat(rows) > 0]
    inside = [place for row in seats.tolist() if (place := gazetteer.place_at(row)).admin1 == code]
    return max(inside, key=lambda place: (place.feature_code == "PPLA", place.population or 0), default=None)


def _without_class(name: str) -> str:
    """Return "Rampur" of "Rampur District"."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in ("district", "county", "province", "department") else name


def _seat_of(gazetteer: Gazetteer, area: Place, words: str) -> Place | None:
    reach_km = max(_LEAST_REACH_KM, area.radius_km)
    for match in gazetteer.candidates(words):
        town = match.place
        if town.kind is not Kind.CITY or not set(town.countries) & set(area.countries) or _is_told_apart(town, words):
            continue
        if area.kind in (Kind.ADMIN1, Kind.REGION) and not (town.feature_code.startswith(_SEAT_CODES) or _is_of_note(town, area)):
            continue
        if distance_km(town.position, area.position) <= reach_km:
            return town
    return None


def _is_of_note(town: Place, area: Place) -> bool:
    """Say whether a town that is no seat bears the very name of its division and is large enough to be meant by it."""
    return area.kind is Kind.ADMIN1 and town.admin1 == area.admin1 and (town.population or 0) >= _LEAST_PEOPLE


def _is_told_apart(town: Place, words: str) -> bool:
    """Say whether a town's own name tells it apart from the area: nobody calls Lindmark City "Lindmark"."""
    return town.name.casefold() == f"{words} city".casefold()
