"""How prominent a place is: what a reader takes a bare name for, before the text is looked at.

One scale for all kinds, about 0 to 10.5. For a town it is the decimal logarithm of its population, so one step is a town ten times as
large; the other kinds are placed on that scale by judgement, checked against which places reports mean (benchmarks/quality).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from gazetteer.build.record import ALIAS, NAME, Record
from gazetteer.generic_words import stems
from gazetteer.name_table import PENALTY
from gazetteer.names import fold
from gazetteer.place import Kind
from gazetteer.place_table import PROMINENCE_UNIT


@dataclass(frozen=True)
class Scale:
    """Judgement constants of prominence. Hand-set; the comments say what each keeps apart."""

    country: float = 7.0  # with the steps: 8.8 for a million people, above every namesake
    country_per_population_step: float = 0.3
    dependency: float = -1.2  # dependencies are read about less than countries of their size
    historic_country: float = 8.5  # under the country that bears the name today
    continent: float = 9.5
    region: float = 7.3  # a macro-region or disputed region before its namesakes among divisions and towns
    sea: float = 7.2
    nature: float = 6.3  # rivers, lakes, ranges, islands: over towns up to some two million, under larger ones
    admin1: float = 3.6  # with the steps: 5.7 for a million people, like a town of half a million
    admin2: float = 2.5
    admin_per_population_step: float = 0.35
    unknown_population: float = 2.7  # a seat of some administration with some 500 people
    capital: float = 1.5
    seat: float = 0.4
    seat_share: float = 0.4  # a seat has at least this share of the largest town's people: Batken has, Quebec has not
    behind_seat: float = 0.05  # how far a division stays behind the town it is named after


SCALE = Scale()


def steps(population: int) -> float:
    """Return the decimal logarithm of a population, 0 where it is not known."""
    return log10(population) if population > 0 else 0.0


def of_country(population: int, *, dependency: bool, scale: Scale = SCALE) -> float:
    """Return the prominence of a country or dependency."""
    return scale.country + scale.country_per_population_step * steps(population) + (scale.dependency if dependency else 0.0)


def of_handkept(kind: Kind, *, historic: bool, scale: Scale = SCALE) -> float:
    """Return the prominence of a hand-kept area or natural feature."""
    fixed = {
        Kind.COUNTRY: scale.historic_country if historic else scale.country + 1.5,
        Kind.CONTINENT: scale.continent,
        Kind.REGION: scale.region,
    }
    fixed |= {Kind.SEA: scale.sea, Kind.ADMIN1: scale.admin1 + 2.1, Kind.ADMIN2: scale.admin2 + 1.75}
    fixed |= {Kind.CITY: scale.unknown_population + 1, Kind.VILLAGE: scale.unknown_population}
    return fixed.get(kind, scale.nature)


def of_town(population: int, *, capital: bool, seat: bool, scale: Scale = SCALE) -> float:
    """Return the prominence of a populated place."""
    base = steps(population) if population > 0 else scale.unknown_population
    return base + (scale.capital if capital else scale.seat if seat else 0.0)


def of_division(population: int, *, first_level: bool, scale: Scale = SCALE) -> float:
    """Return the prominence of a division, from the people in its towns."""
    return (scale.admin1 if first_level else scale.admin2) + scale.admin_per_population_step * steps(population)


def put_behind_seat(division: Record, towns: Sequence[Record], *, scale: Scale = SCALE) -> Record | None:
    """Put a division behind the town it is named after, and return that town.

    Kherson the city comes before Kherson the oblast, but not the little town of Sinaloa before its state: the namesake must be one of the
    largest towns of the division. Where the division's usual name needs its type word ("Sverdlovsk Oblast"), the bare name means the
    largest town even if that has been renamed.
    """
    if not towns:
        return None
    largest = max(towns, key=_size)
    keys = {fold(name) for name, how in division.names.items() if how <= ALIAS}
    bare = {stem for stem, _ in stems(fold(division.name))}
    seat = max((town for town in towns if fold(town.name) in keys), key=_size, default=None)
    if seat is None or seat.population < scale.seat_share * largest.population:
        old_names = bare & {fold(name) for name in largest.names}
        if not old_names:
            return None
        seat = largest
        for name in old_names:
            seat.add_name(name, NAME)
    for name in list(seat.names):  # what both are mainly called means the town
        if fold(name) in bare | {fold(division.name)}:
            seat.add_name(name, NAME)
    for name, how in division.names.items():  # other spellings of the one are other spellings of the other
        if how <= ALIAS and name.isascii() and not stems(fold(name)):
            seat.add_name(name, ALIAS)
    division.prominence = min(division.prominence, seat.prominence - scale.behind_seat)
    return seat


def put_behind_divisions(area: Record, namesakes: Sequence[Record], *, scale: Scale = SCALE) -> None:
    """Put a region or a country of the past behind the first-level divisions that bear its name in every country it lies in.

    Tibet is the region of today before it is the state of 1912; Punjab means one of two provinces, Balochistan more than the province.
    """
    covered = {country for division in namesakes for country in division.countries}
    if not area.countries or not covered.issuperset(area.countries):
        return
    key = fold(area.name)
    for division in namesakes:
        how = min(how for name, how in division.names.items() if fold(name) == key)
        area.prominence = min(area.prominence, division.prominence - PENALTY[how] / PROMINENCE_UNIT - scale.behind_seat)


def _size(town: Record) -> tuple[int, int]:
    return town.population, -town.geonameid
