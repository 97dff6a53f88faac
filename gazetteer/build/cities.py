"""Build the records of populated places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from gazetteer.build import prominence
from gazetteer.build.record import ALIAS, NAME, SPELLING, Record
from gazetteer.names import fold
from gazetteer.place import Kind

VILLAGE_BELOW = 1000
"""Places with fewer people are villages; where the number is not known the place is in the list as a seat of administration: a town."""

MAX_NAME_LETTERS = 60
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ’‘ʼʻʿʾ'`´.\- ]+")
VOWEL_LETTERS = "aeiouyh"
"""Letters that spellings of one name drop and swap; "h" goes with them (Hodeida, Hodeidah)."""
_VOWELS = re.compile(f"[{VOWEL_LETTERS}]")
_DOUBLED = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"[,،;:()\[\]/|\d]")


def is_useful(alternate: str) -> bool:
    """Say whether an alternate name belongs into the index of names.

    Left out: names with a qualifier behind a comma; one or two Latin letters, and two or three capitals (airport and other codes: DRC is
    a town in Angola there); romanised readings of names in other scripts, which GeoNames writes without any capital ("a ke tuo bi").
    """
    if not alternate or len(alternate) > MAX_NAME_LETTERS or _SEPARATORS.search(alternate):
        return False
    if not _LATIN.fullmatch(alternate):
        return True
    letters = [letter for letter in alternate if letter.isalpha()]
    if len(letters) <= 2 or (len(letters) == 3 and alternate.isupper()):
        return False
    return any(letter.isupper() for letter in letters)


def build_cities(cities: Iterable[Mapping[str, Any]]) -> list[Record]:
    """Return the populated places sorted by GeoNames id, without second-level division; capitals are marked later."""
    return [_city(city) for city in cities]


def _city(city: Mapping[str, Any]) -> Record:
    population = int(city["population"])
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


def consonants(name: str) -> str | None:
    """Return what two spellings of one name have in common: its consonants, and its first letter if that is one.

    Kyiv and Kiev, Odesa and Odessa, Erbil and Arbil are spellings of a main name rather than other names. Doubled consonants count once.
    None where fewer than two consonants are left, or the name is not in Latin letters: then nothing can be said.
    """
    key = fold(name)
    if not key.isascii():
        return None
    run = _DOUBLED.sub(r"\1", _VOWELS.sub("", key))
    return f"{'' if key[0] in VOWEL_LETTERS else key[0]}:{run}" if len(run.replace(" ", "")) >= 2 else None


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
