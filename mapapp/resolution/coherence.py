"""Where the other names of a report most likely lie, seen from each option: names of one report lie near each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer import Kind
from mapapp.resolution.nearness import EARTH_RADIUS_KM
from mapapp.resolution.options import Options
from mapapp.toponyms.agreement import share_of_others
from mapapp.toponyms.page import Column, Flags, Indices, Numbers

MAX_POINTS = 400
"""A gazetteer pasted as a report names thousands of places; beyond some hundreds, more of them say nothing new."""

LEAST_POINTS = 20
LARGEST_TABLE = 2_000_000
"""Options times points: what is looked at together stays below some ten megabytes a table, however long the report."""

MOST_SENSES = 300
"""With more names than this, only the first mention of each says how close two stand in the text."""

LEAST_SHARE = 0.03
"""Options that the first look finds less likely than this speak for nothing."""

WIDEST_KM = 700.0
"""Areas that reach farther than this say nothing about nearness."""

LIKELY = 0.3
"""From this weight on a place counts as a likely neighbour."""

_TEXT_REACH = 300.0
"""Over so many characters the weight of a neighbouring name falls to a third."""


@dataclass(frozen=True)
class Coherence:
    """The options of a report with their probabilities at the first look, each sense's own share apart for "none of these"."""

    options: Options
    probability: Numbers
    score: Numbers

    @cached_property
    def _done(self) -> dict[object, Column]:
        return {}

    def once(self, clue: Callable[[Coherence], Column]) -> Column:
        """Return what a clue gives; worked out once, however many ask."""
        if clue not in self._done:
            self._done[clue] = clue(self)
        return self._done[clue]

    @cached_property
    def recognised(self) -> Numbers:
        """How surely each sense is a place name at all."""
        return np.array([s.recognised for s in self.options.senses], dtype=np.float64)

    @cached_property
    def weight(self) -> Numbers:
        """How much each option says of where the report plays."""
        return self.probability * self.recognised[self.options.sense]

    @cached_property
    def points(self) -> Indices:
        """The likely options, the weightiest first, without those too wide to lie near to anything."""
        o = self.options
        likely = np.flatnonzero((self.probability >= LEAST_SHARE) & (o.radius_km < WIDEST_KM))
        most = max(LEAST_POINTS, min(MAX_POINTS, LARGEST_TABLE // max(len(o), 1)))
        return likely[np.argsort(-self.weight[likely], kind="stable")][:most]

    @cached_property
    def counted(self) -> Numbers:
        """The weight of each point for each option: 0 for other options of the same sense, and for another name of the very same place."""
        o, points = self.options, self.points
        other = (o.sense[:, None] != o.sense[points][None, :]) & (o.row[:, None] != o.row[points][None, :])
        return other * self.weight[points][None, :]

    @cached_property
    def total(self) -> Numbers:
        """The weight of all points for each option, at least that of one half."""
        return np.maximum(self.counted.sum(axis=1), 0.5)

    @cached_property
    def cosine(self) -> Numbers:
        """The cosine of the angle from each option to each point, seen from the earth's centre: nearer is greater."""
        o = self.options
        # Not a matrix product: its threads would cost more than they save on tables this small.
        return np.einsum("ik,jk->ij", o.direction, o.direction[self.points])

    @cached_property
    def reach_km(self) -> Numbers:
        """How far each option reaches of itself: an area is near to what lies in it."""
        o = self.options
        is_area = ~o.is_kind(Kind.CITY, Kind.VILLAGE, Kind.DISTRICT, Kind.FACILITY)
        return np.where(is_area, o.radius_km, 0.0)

    def is_near(self, distance_km: float) -> Flags:
        """Say which points lie within a distance of which options."""
        found: Flags = self.cosine > np.cos(np.minimum((distance_km + self.reach_km) / EARTH_RADIUS_KM, np.pi))[:, None]
        return found

    @cached_property
    def near_200_km(self) -> Flags:
        """Which points lie within 200 km of which options."""
        return self.is_near(200.0)

    @cached_property
    def closeness(self) -> Numbers:
        """How close in the text each sense stands to each point's sense: 1 beside each other, less the farther they are."""
        o = self.options
        if len(o.senses) > MOST_SENSES:
            first = np.array([s.starts[0] for s in o.senses], dtype=np.float64)
            gap = np.abs(first[o.sense][:, None] - first[o.sense[self.points]][None, :])
            return np.exp(-gap / _TEXT_REACH)
        closeness = _closeness([s.starts for s in o.senses])
        return closeness[o.sense][:, o.sense[self.points]]

    def near(self, reach_km: float) -> Numbers:
        """Return the share of the other places' weight that lies within a distance."""
        return self.weight_near(self.is_near(reach_km)) / self.total

    def weight_near(self, near: Flags) -> Numbers:
        """Return the other places' weight among some points."""
        found: Numbers = np.einsum("ij,ij->i", self.counted, near)
        return found


def _closeness(starts: list[tuple[int, ...]]) -> Numbers:
    count = len(starts)
    flat = [(i, at) for i, positions in enumerate(starts) for at in positions[:20]]
    if len(flat) > 1000:
        flat = [(i, positions[0]) for i, positions in enumerate(starts)]
    owner = np.array([i for i, _ in flat], dtype=np.int64)
    place = np.array([at for _, at in flat], dtype=np.float64)
    gap = np.abs(place[:, None] - place[None, :])
    nearest = np.full((count, count), 1e9)
    np.minimum.at(nearest, (owner[:, None], owner[None, :]), gap)
    found: Numbers = np.exp(-nearest / _TEXT_REACH)
    return found


Clue = Callable[[Coherence], Column]

CLUES: dict[str, Clue] = {}
"""All clues of coherence by name, in a fixed order."""


def _clue(function: Clue) -> Clue:
    CLUES[function.__name__] = function
    return function


@_clue
def first_score(c: Coherence) -> Column:
    """Return the score of the first look."""
    return c.score


@_clue
def first_probability(c: Coherence) -> Column:
    """Return the probability at the first look."""
    return c.probability


@_clue
def within_20_km(c: Coherence) -> Column:
    """Return the share of the other places' weight within 20 km."""
    return c.near(20.0)


@_clue
def within_60_km(c: Coherence) -> Column:
    """Return the share of the other places' weight within 60 km."""
    return c.near(60.0)


@_clue
def within_200_km(c: Coherence) -> Column:
    """Return the share of the other places' weight within 200 km."""
    return c.weight_near(c.near_200_km) / c.total


@_clue
def within_700_km(c: Coherence) -> Column:
    """Return the share of the other places' weight within 700 km."""
    return c.near(700.0)


@_clue
def weight_within_60_km(c: Coherence) -> Column:
    """Return the other places' weight within 60 km, as a logarithm."""
    return np.log1p(c.weight_near(c.is_near(60.0)))


@_clue
def weight_within_200_km(c: Coherence) -> Column:
    """Return the other places' weight within 200 km, as a logarithm."""
    return np.log1p(c.weight_near(c.near_200_km))


@_clue
def nearest_likely_place(c: Coherence) -> Column:
    """Return how far the nearest likely other place is, as a logarithm of km."""
    nearest = np.where(c.counted > LIKELY, c.cosine, -1.0).max(axis=1, initial=-1.0)
    away_km = EARTH_RADIUS_KM * np.arccos(np.clip(nearest, -1.0, 1.0)) - c.reach_km
    return np.log1p(np.maximum(away_km, 0.0))


@_clue
def near_in_text_and_space(c: Coherence) -> Column:
    """Return the weight within 200 km of the names that stand close by in the text."""
    return np.einsum("ij,ij,ij->i", c.counted, c.closeness, c.near_200_km)


@_clue
def share_near_in_text(c: Coherence) -> Column:
    """Return the share of the weight of the names close by in the text that lies within 200 km."""
    near = np.einsum("ij,ij,ij->i", c.counted, c.closeness, c.near_200_km)
    return near / np.maximum(np.einsum("ij,ij->i", c.counted, c.closeness), 0.1)


@_clue
def same_countries(c: Coherence) -> Column:
    """Return the share of the other names' weight in its country."""
    o = c.options
    return share_of_others(o.sense, o.countries, c.weight, o.about.share_a_country)


@_clue
def same_division(c: Coherence) -> Column:
    """Return the share of the other names' weight in its state or province."""
    o = c.options
    return share_of_others(o.sense, np.where(o.admin1 > 0, o.admin1, -1), c.weight, None)


@_clue
def same_second_division(c: Coherence) -> Column:
    """Return the share of the other names' weight in its county or district."""
    o = c.options
    return share_of_others(o.sense, np.where(o.admin2 > 0, o.admin2, -1), c.weight, None)


@_clue
def other_places(c: Coherence) -> Column:
    """Return the weight of all other places, as a logarithm."""
    return np.log1p(c.counted.sum(axis=1))


NAMES: tuple[str, ...] = tuple(f"beside.{name}" for name in CLUES)


def table(c: Coherence, names: tuple[str, ...] = NAMES) -> Numbers:
    """Return the clues as a table: a row for each option, a column for each name."""
    found = np.empty((len(names), len(c.options)), dtype=np.float64)
    for row, name in enumerate(names):
        found[row] = c.once(CLUES[name.removeprefix("beside.")])
    return found.T
