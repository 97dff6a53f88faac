"""Clues for which place a name stands for: one small function each, over one candidate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log10

from gazetteer import Kind, Place
from mapapp.resolution.evidence import LocalEvidence, ReportEvidence

PROMINENCE_OF_KIND = {
    Kind.COUNTRY: 8.5,
    Kind.CONTINENT: 8.5,
    Kind.REGION: 6.4,
    Kind.SEA: 6.4,
    Kind.ADMIN1: 6.2,
    Kind.WATER: 5.2,
    Kind.LAND: 5.2,
    Kind.ADMIN2: 4.0,
    Kind.ADMIN3: 3.8,
    Kind.FACILITY: 4.0,
}
"""How well known an area or feature is, as the decimal logarithm of the population of a town that is named as often."""

_UNKNOWN_POPULATION = 700
"""Where the gazetteer has no figure: its places with figures below 1,000 people have a median near this."""


@dataclass(frozen=True, slots=True)
class Option:
    """One candidate of one name with the evidence that concerns it."""

    place: Place
    how: str
    report: ReportEvidence
    local: LocalEvidence
    has_namesake_town: bool = False
    """Whether the place is an area, and a town in it is called the same."""
    borrows_area_name: bool = False
    """Whether the place is a town that bears the name only as an alias, while the area around it has it as its own."""


_AREAS = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION})

Clue = Callable[[Option], float]


def prominence(o: Option) -> float:
    """Return how well known the place is, in decades of population."""
    if o.place.kind in PROMINENCE_OF_KIND:
        return PROMINENCE_OF_KIND[o.place.kind]
    return log10(max(o.place.population or _UNKNOWN_POPULATION, 1))


def main_name(o: Option) -> float:
    """Tell whether the name is the place's own."""
    return float(o.how in ("name", "abbreviation", "demonym"))


def former_name(o: Option) -> float:
    """Tell whether the name is a former one."""
    return float(o.how == "former")


def variant_of_spelling(o: Option) -> float:
    """Tell whether the name was only found by bending its spelling."""
    return float(o.how == "variant")


def capital(o: Option) -> float:
    """Tell whether the place is a national capital, or the seat of a first-level area."""
    return 1.0 if o.place.feature_code == "PPLC" else 0.3 if o.place.feature_code == "PPLA" else 0.0


def country_named(o: Option) -> float:
    """Tell whether the report names the place's country, or its people."""
    return float(any(code in o.report.countries for code in o.place.countries))


def country_share(o: Option) -> float:
    """Return the share of its country among all that the report names."""
    return max((o.report.countries.get(code, 0.0) for code in o.place.countries), default=0.0)


def admin1_named(o: Option) -> float:
    """Tell whether the report names the state or province in which the place lies."""
    return float(o.place.kind is not Kind.ADMIN1 and o.place.admin1 in o.report.admin1)


def admin2_named(o: Option) -> float:
    """Tell whether the report names the county or district in which the place lies."""
    return float(o.place.kind is not Kind.ADMIN2 and bool(o.place.admin2) and o.place.admin2 in o.report.admin2)


def inside_container(o: Option) -> float:
    """Tell whether an area right behind the name, or before it with a possessive, holds the place ("Gulu, Uganda"; "Uganda's Gulu")."""
    return float(any(_inside(o.place, container) for container in o.local.containers))


def holds_the_name_before(o: Option) -> float:
    """Tell whether it is an area that holds a place of the name before it, which it helps to place ("Brentwood, New York")."""
    return float(any(_inside(inner, o.place) for inner in o.local.held if o.place.kind in _AREAS))


def area_named_like_its_town(o: Option) -> float:
    """Tell whether a town in the area bears the same name, and no word beside the name asks for the area."""
    return float(o.has_namesake_town and o.place.kind not in o.local.kinds)


def town_known_by_its_areas_name(o: Option) -> float:
    """Tell whether the name is an area's own and only an alias of the town, and no word beside it asks for a town."""
    return float(o.borrows_area_name and o.place.kind not in o.local.kinds)


def outside_every_container(o: Option) -> float:
    """Tell whether areas stand right behind the name and none of them holds the place."""
    return float(bool(o.local.containers) and not any(_inside(o.place, container) for container in o.local.containers))


def kind_told(o: Option) -> float:
    """Tell whether a word beside the name tells just this kind ("Gulu district")."""
    return float(o.place.kind in o.local.kinds)


def kind_not_told(o: Option) -> float:
    """Tell whether a word beside the name tells another kind."""
    return float(bool(o.local.kinds) and o.place.kind not in o.local.kinds)


CLUES: tuple[Clue, ...] = (
    prominence, main_name, former_name, variant_of_spelling, capital, country_named, country_share, admin1_named, admin2_named,
    inside_container, holds_the_name_before, area_named_like_its_town, town_known_by_its_areas_name, outside_every_container,
    kind_told, kind_not_told,
)  # fmt: skip


def _inside(place: Place, container: Place) -> bool:
    if place.place_id == container.place_id:
        return False
    match container.kind:
        case Kind.COUNTRY:
            return not set(place.countries).isdisjoint(container.countries)
        case Kind.ADMIN1:
            return bool(container.admin1) and place.admin1 == container.admin1
        case Kind.ADMIN2:
            return bool(container.admin2) and place.admin2 == container.admin2
        case _:
            return not set(place.countries).isdisjoint(container.countries)
