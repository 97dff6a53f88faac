"""Clues of a home region: how the options of a report lie to where its source reports from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mapapp.resolution.home import Home
from mapapp.resolution.nearness import distances_km
from mapapp.resolution.options import Options
from mapapp.toponyms.page import Column, Flags, Numbers

_FAR_KM = 20_000.0


@dataclass(frozen=True)
class _FromHome:
    """The options of a report seen from its home region."""

    options: Options
    home: Home

    @cached_property
    def counted(self) -> Flags:
        """Which places of the home speak for which options: not those that were learned from the same name."""
        numbers = {key: at for at, key in enumerate(dict.fromkeys(s.named.key for s in self.options.senses))}
        of_sense = np.array([numbers[s.named.key] for s in self.options.senses], dtype=np.int64)
        of_place = np.array([numbers.get(key, -1) for _, key in self.home.places], dtype=np.int64)
        found: Flags = of_sense[self.options.sense][:, None] != of_place[None, :]
        return found

    @cached_property
    def total(self) -> Numbers:
        """How many places of the home speak for each option."""
        return self.counted.sum(axis=1).astype(np.float64)

    @cached_property
    def distance_km(self) -> Numbers:
        """From each option to each place of the home."""
        o, rows = self.options, self.home.rows
        return distances_km(o.lat, o.lon, o.about.lat(rows), o.about.lon(rows))

    def share(self, flags: Flags) -> Numbers:
        """Return the share of the home's places for which something holds."""
        found: Numbers = (self.counted & flags).sum(axis=1) / np.maximum(self.total, 1.0)
        return found


Clue = Callable[[_FromHome], Column]

CLUES: dict[str, Clue] = {}
"""All clues of a home region by name, in a fixed order."""


def _clue(function: Clue) -> Clue:
    CLUES[function.__name__] = function
    return function


@_clue
def within_20_km(h: _FromHome) -> Column:
    """Return the share of the home's places within 20 km."""
    return h.share(h.distance_km < 20.0)


@_clue
def within_60_km(h: _FromHome) -> Column:
    """Return the share of the home's places within 60 km."""
    return h.share(h.distance_km < 60.0)


@_clue
def within_200_km(h: _FromHome) -> Column:
    """Return the share of the home's places within 200 km."""
    return h.share(h.distance_km < 200.0)


@_clue
def within_700_km(h: _FromHome) -> Column:
    """Return the share of the home's places within 700 km."""
    return h.share(h.distance_km < 700.0)


@_clue
def nearest(h: _FromHome) -> Column:
    """Return how near the nearest place of the home is, less for each e-fold of km, 0 where there is none."""
    far = np.where(h.counted, h.distance_km, _FAR_KM).min(axis=1, initial=_FAR_KM)
    return np.log(_FAR_KM) - np.log1p(far)


@_clue
def same_country(h: _FromHome) -> Column:
    """Return the share of the home's places in its country; 1 in a country that the reader has given."""
    o = h.options
    shared = h.share(o.about.share_a_country[o.countries][:, o.about.countries(h.home.rows)])
    given = np.array([not h.home.countries.isdisjoint(codes) for codes in o.about.country_sets], dtype=np.bool_)
    return np.maximum(shared, given[o.countries])


@_clue
def same_division(h: _FromHome) -> Column:
    """Return the share of the home's places in its state or province."""
    o = h.options
    return h.share((o.admin1[:, None] == o.about.admin1(h.home.rows)[None, :]) & (o.admin1 > 0)[:, None])


@_clue
def places(h: _FromHome) -> Column:
    """Return how many places speak for the home, as a logarithm."""
    return np.log1p(h.total)


NAMES: tuple[str, ...] = tuple(f"home.{name}" for name in CLUES)


def table(options: Options, names: tuple[str, ...] = NAMES) -> Numbers:
    """Return the clues of the options' home as a table: a row for each option, a column for each name."""
    seen = _FromHome(options, options.home)
    found = np.empty((len(names), len(options)), dtype=np.float64)
    for row, name in enumerate(names):
        found[row] = CLUES[name.removeprefix("home.")](seen)
    return found.T
