"""Build the records of populated places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gazetteer import prominence
from gazetteer.build.record import Record
from gazetteer.features import VILLAGE_BELOW
from gazetteer.importing.written_names import consonants, is_useful
from gazetteer.name_table import ALIAS, NAME, SPELLING
from gazetteer.names import fold
from gazetteer.place import Kind


def build_cities(cities: Iterable[Mapping[str, Any]]) -> list[Record]:
    """Return the populated places sorted by GeoNames id, without second-level division; capitals are marked later."""
    return [_city(city) for city in cities]


def _city(city: Mapping[str, Any]) -> Record:
    population = int(city["population"])
    # Where the number of people is not known the place is in the list as a seat of administration: a town.
    record = Record(
        geonameid=int(city["geonameid"]),
        code="",
        name=city["name"].strip(),
        lat=float(city["latitude"]),
        lon=float(city["longitude"]),
        kind=Kind.VILLAGE if 0 < population < VILLAGE_BELOW else Kind.CITY,
        feature_code="PPL",
        population=population,
        countries=(city["countrycode"],),
        admin1=f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else "",
    )
    record.prominence = prominence.of_town(population, capital=False, seat=False)
    record.add_name(record.name, NAME)
    short, sound = record.name.removesuffix(" City"), consonants(record.name)
    for alternate in city["alternatenames"]:
        if is_useful(alternate):
            is_spelling = sound is not None and consonants(alternate) == sound
            record.add_name(alternate, NAME if alternate == short else SPELLING if is_spelling else ALIAS)
    return record


def find_capital(capital: str, cities: Iterable[Record]) -> Record | None:
    """Return the town of a country that bears the capital's name, the largest first; None when there is none."""
    key = fold(capital)
    named = [city for city in cities if any(fold(name) == key for name in city.names)]
    return max(named, key=lambda city: (city.population, -city.geonameid), default=None)


def mark_capital(city: Record, iso2: str) -> None:
    """Make a town the capital of a country."""
    city.capital_of = iso2
    city.feature_code = "PPLC"
    city.kind = Kind.CITY
    city.prominence = prominence.of_town(city.population, capital=True, seat=False)
