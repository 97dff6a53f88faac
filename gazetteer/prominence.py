"""How prominent a place is: what a reader takes a bare name for, before the text is looked at.

One scale for all kinds, about 0 to 10.5. For a town it is the decimal logarithm of its population, so one step is a town ten times as
large; the other kinds are placed on that scale by judgement, checked against which places reports mean (benchmarks/quality).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from gazetteer.place import Kind


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
