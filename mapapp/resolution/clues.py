"""Clues for which place a name stands for: one small function each, over all options of a report at once.

A clue gives one number for each option; how much it counts is learned (``data/models/resolution*.txt``). Clues of this module look at
each name by itself and at the countries and divisions that the report names; those of :mod:`mapapp.resolution.coherence` look at where
the other names most likely lie.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from gazetteer import Kind
from gazetteer.attributes import KIND_NUMBER
from gazetteer.index import FUZZY, HOW_NAMES
from gazetteer.name_table import ABBREVIATION
from mapapp.resolution.options import Options, Sense
from mapapp.toponyms.agreement import share_of_others
from mapapp.toponyms.page import Column, Flags, Indices, Numbers
from mapapp.toponyms.scanner import Form

Clue = Callable[[Options], Column]

CLUES: dict[str, Clue] = {}
"""All clues by name, in a fixed order."""


def _clue(function: Clue) -> Clue:
    CLUES[function.__name__] = function
    return function


_TOWNS = (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT)
_DIVISIONS = (Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3)
_NATURE = (Kind.SEA, Kind.WATER, Kind.LAND)
OWN_NAMES = (HOW_NAMES.index("name"), ABBREVIATION)
KM_PER_DEGREE = 111.2
_SEAT_REACH_KM = 20.0
"""A town counts as lying in an area if it is no farther outside the area's radius: label points and radii are derived from towns."""


# The place ------------------------------------------------------------------------------------------------------------------------------


@_clue
def prominence(o: Options) -> Column:
    """Return how well known the place is under this name, in decades of population."""
    return o.prominence


@_clue
def people(o: Options) -> Column:
    """Return the decimal logarithm of the population, 0 where it is not known."""
    return np.log10(np.maximum(o.population, 1.0))


@_clue
def behind_the_best(o: Options) -> Column:
    """Return how far it stays behind the most prominent place of the name, in decades."""
    return o.best[o.sense] - o.prominence


@_clue
def share_of_prominence(o: Options) -> Column:
    """Return its share if a name were shared out by prominence alone."""
    worth = np.exp(-1.5 * (o.best[o.sense] - o.prominence))
    return worth / np.maximum(o.total(worth), 1e-9)[o.sense]


@_clue
def rank(o: Options) -> Column:
    """Return its place in the order by prominence, as a logarithm."""
    return np.log1p(np.arange(len(o)) - o.begins[:-1][o.sense])


@_clue
def own_name(o: Options) -> Column:
    """Tell whether the name is the place's own."""
    first, second = OWN_NAMES
    return (o.how == first) | (o.how == second)


@_clue
def former_name(o: Options) -> Column:
    """Tell whether the name is a former one."""
    return o.how == HOW_NAMES.index("former")


@_clue
def variant_of_spelling(o: Options) -> Column:
    """Tell whether the name was only found by bending its spelling."""
    return o.how == HOW_NAMES.index("variant")


@_clue
def spelt_nearly_so(o: Options) -> Column:
    """Tell whether the gazetteer only knows nearly the same spelling: a slip of the pen, or another place."""
    return o.how == FUZZY


@_clue
def seat(o: Options) -> Column:
    """Return 2 for a national capital, 1 for the seat of a division."""
    return o.about.seat(o.row)


@_clue
def country(o: Options) -> Column:
    """Tell whether it is a country."""
    return o.is_kind(Kind.COUNTRY)


@_clue
def first_level_area(o: Options) -> Column:
    """Tell whether it is a state or province."""
    return o.is_kind(Kind.ADMIN1)


@_clue
def second_level_area(o: Options) -> Column:
    """Tell whether it is a county or district."""
    return o.is_kind(Kind.ADMIN2, Kind.ADMIN3)


@_clue
def town(o: Options) -> Column:
    """Tell whether it is a populated place."""
    return o.is_kind(*_TOWNS)


@_clue
def nature(o: Options) -> Column:
    """Tell whether it is a sea, river, lake or range."""
    return o.is_kind(*_NATURE)


@_clue
def region(o: Options) -> Column:
    """Tell whether it is a continent or region."""
    return o.is_kind(Kind.REGION, Kind.CONTINENT)


# The name -------------------------------------------------------------------------------------------------------------------------------


@_clue
def namesakes(o: Options) -> Column:
    """Return how many places bear the name, as a logarithm."""
    return np.log1p(o.sizes)[o.sense]


@_clue
def best_prominence(o: Options) -> Column:
    """Return how prominent the most prominent place of the name is."""
    return o.best[o.sense]


@_clue
def mentions(o: Options) -> Column:
    """Return how often the report has the name, as a logarithm."""
    return np.log1p(o.mentions)[o.sense]


@_clue
def in_dateline(o: Options) -> Column:
    """Tell whether the name stands in the dateline."""
    return np.array([s.in_dateline for s in o.senses], dtype=np.bool_)[o.sense]


@_clue
def words(o: Options) -> Column:
    """Return of how many words the name is."""
    return np.array([s.named.key.count(" ") + 1 for s in o.senses], dtype=np.float64)[o.sense]


@_clue
def short_form(o: Options) -> Column:
    """Tell whether the name is a demonym (2) or an abbreviation (1)."""
    return np.where(o.form_is(Form.DEMONYM), 2, np.where(o.form_is(Form.NAME), 0, 1))[o.sense]


# Beside the name ------------------------------------------------------------------------------------------------------------------------


def _where(o: Options, asked: Callable[[Sense], bool], inside: Callable[[Sense, slice], Column]) -> Flags:
    """Return flags worked out for the senses that something is asked of, False for all others."""
    found = np.zeros(len(o), dtype=np.bool_)
    for i, sense in enumerate(o.senses):
        if asked(sense):
            at = slice(int(o.begins[i]), int(o.begins[i + 1]))
            found[at] = inside(sense, at)
    return found


@_clue
def inside_container(o: Options) -> Column:
    """Tell whether an area behind the name, or before it with a possessive, holds the place ("Gulu, Uganda"; "Uganda's Gulu")."""
    return _where(o, lambda s: bool(s.around.containers), lambda s, at: o.inside(s.around.containers, at))


@_clue
def has_container(o: Options) -> Column:
    """Tell whether an area stands beside the name that could hold it."""
    return np.array([bool(s.around.containers) for s in o.senses], dtype=np.bool_)[o.sense]


@_clue
def outside_container(o: Options) -> Column:
    """Tell whether it lies outside the area beside the name: 1 as all places of the name do, 2 while another one lies inside."""
    inside = o.once(inside_container)
    outside = o.once(has_container) & ~inside
    return outside * (1 + (o.greatest(inside.astype(np.float64)) > 0)[o.sense])


@_clue
def holds_the_name_before(o: Options) -> Column:
    """Tell whether it is an area that holds a place of the name before it, which it helps to place ("Brentwood, New York")."""
    holds = _where(o, lambda s: bool(s.around.held), lambda s, at: _holds_one(o, at, s.around.held))
    return holds & o.is_kind(Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION)


def _holds_one(o: Options, at: slice, held: tuple[int, ...]) -> Flags:
    inner = np.array(held, dtype=np.int64)
    a = o.about
    other = o.row[at][:, None] != inner[None, :]
    same_country = a.share_a_country[o.countries[at]][:, a.countries(inner)]
    same_admin1 = (o.admin1[at][:, None] == a.admin1(inner)[None, :]) & (o.admin1[at] > 0)[:, None]
    same_admin2 = (o.admin2[at][:, None] == a.admin2(inner)[None, :]) & (o.admin2[at] > 0)[:, None]
    kind = o.kind[at]
    holds = np.where(
        (kind == KIND_NUMBER[Kind.ADMIN1])[:, None],
        same_admin1,
        np.where((kind == KIND_NUMBER[Kind.ADMIN2])[:, None], same_admin2, same_country),
    )
    found: Flags = (holds & other).any(axis=1)
    return found


@_clue
def kind_told(o: Options) -> Column:
    """Tell whether a word beside the name tells this kind (1: "Gulu district") or another one (-1)."""
    told = _where(o, lambda s: bool(s.around.kinds), lambda s, at: _is_one_of(o.kind[at], s.around.kinds))
    any_told = np.array([bool(s.around.kinds) for s in o.senses], dtype=np.bool_)[o.sense]
    return told.astype(np.int64) - (any_told & ~told)


def _is_one_of(kind: Indices, kinds: Collection[Kind]) -> Flags:
    found: Flags = (kind[:, None] == np.array([KIND_NUMBER[each] for each in kinds])).any(axis=1)
    return found


@_clue
def area_named_like_its_town(o: Options) -> Column:
    """Tell whether it is an area in which a town is called the same."""
    return o.once(_namesake_inside)[0]


@_clue
def town_named_like_its_area(o: Options) -> Column:
    """Tell whether it is a town in an area that is called the same: 2 where the name is the area's own and only an alias of the town."""
    _, around, borrowed = o.once(_namesake_inside)
    return around + borrowed.astype(np.int64)


def _namesake_inside(o: Options) -> tuple[Flags, Flags, Flags]:
    """Return which options are areas with a namesake town inside, towns with a namesake area around, and of these which borrow its name."""
    holds, around, borrowed = (np.zeros(len(o), dtype=np.bool_) for _ in range(3))
    is_town, is_area = o.is_kind(*_TOWNS), o.is_kind(*_DIVISIONS)
    own: Flags = o.once(own_name)
    town, area = _pairs(o, is_town, is_area)
    if len(town):
        inside = (o.countries[town] == o.countries[area]) & (_roughly_km(o, town, area) < o.radius_km[area] + _SEAT_REACH_KM)
        holds[area[inside & (own[town] | (o.how[town] == o.how[area]))]] = True
        around[town[inside]] = True
        borrowed[town[inside & own[area] & ~own[town]]] = True
    return holds, around, borrowed


def _pairs(o: Options, is_town: Flags, is_area: Flags) -> tuple[Indices, Indices]:
    """Return each town of a name beside each area of the same name; of all names at once, since a few arrays cost less than many."""
    towns: list[int] = []
    areas: list[int] = []
    both = np.flatnonzero((o.total(is_town.astype(np.float64)) > 0) & (o.total(is_area.astype(np.float64)) > 0))
    for i in both.tolist():
        options = range(int(o.begins[i]), int(o.begins[i + 1]))
        mine = [at for at in options if is_area[at]]
        for at in options:
            if is_town[at]:
                towns += [at] * len(mine)
                areas += mine
    return np.array(towns, dtype=np.int64), np.array(areas, dtype=np.int64)


def _roughly_km(o: Options, a: Indices, b: Indices) -> Numbers:
    """Return distances that are good enough to say "in this area", pair by pair: the plane of latitude and longitude, stretched."""
    north = o.lat[a] - o.lat[b]
    east = ((o.lon[a] - o.lon[b] + 180.0) % 360.0 - 180.0) * np.cos(np.radians(o.lat[b]))
    found: Numbers = np.hypot(north, east) * KM_PER_DEGREE
    return found


# What the report names ------------------------------------------------------------------------------------------------------------------


def _likeliest_areas(o: Options, *kinds: Kind) -> Numbers:
    """Return how often the report names an area whose name leaves little doubt: only the first option of a name speaks of the area."""
    first = np.zeros(len(o), dtype=np.bool_)
    first[o.begins[:-1][o.sizes > 0]] = True
    return np.where(first & o.is_kind(*kinds), o.mentions[o.sense], 0.0)


@_clue
def country_named(o: Options) -> Column:
    """Return the share of the place's country among all countries that the other names say, also by their people."""
    weight = _likeliest_areas(o, Kind.COUNTRY) + 0.5 * _likeliest_areas(o, Kind.ADMIN1)
    return share_of_others(o.sense, o.countries, weight, o.about.share_a_country)


@_clue
def admin1_named(o: Options) -> Column:
    """Return the share of its state or province among all that the other names say."""
    return share_of_others(o.sense, np.where(o.admin1 > 0, o.admin1, -1), _likeliest_areas(o, Kind.ADMIN1), None)


@_clue
def admin2_named(o: Options) -> Column:
    """Return the share of its county or district among all that the other names say."""
    return share_of_others(o.sense, np.where(o.admin2 > 0, o.admin2, -1), _likeliest_areas(o, Kind.ADMIN2), None)


@_clue
def countries_named(o: Options) -> Column:
    """Return how often the report names countries or states, as a logarithm."""
    return np.full(len(o), np.log1p((_likeliest_areas(o, Kind.COUNTRY) + _likeliest_areas(o, Kind.ADMIN1)).sum()))


NAMES: tuple[str, ...] = tuple(CLUES)


def table(o: Options, names: tuple[str, ...] = NAMES) -> Numbers:
    """Return the clues as a table: a row for each option, a column for each name."""
    found = np.empty((len(names), len(o)), dtype=np.float64)
    for row, name in enumerate(names):
        found[row] = o.once(CLUES[name])
    return found.T
