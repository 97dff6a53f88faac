"""All places that the names of a report may stand for, beside each other as arrays: what the clues are worked out on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from gazetteer import Gazetteer, Kind
from gazetteer.attributes import KIND_NUMBER, Attributes
from gazetteer.index import HOW_NAMES
from mapapp.resolution.evidence import Around, Named
from mapapp.resolution.home import NO_HOME, Home
from mapapp.resolution.nearness import directions
from mapapp.toponyms.page import Flags, Indices, Numbers
from mapapp.toponyms.scanner import Form

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Sense:
    """All mentions of one name that are resolved together: one sense a report."""

    named: Named
    around: Around
    starts: tuple[int, ...]
    """Where its mentions begin."""
    recognised: float = 1.0
    in_dateline: bool = False


@dataclass(frozen=True)
class Options:
    """The candidates of all senses. Arrays hold one value an option; the options of a sense stand together, in the order of the senses."""

    senses: Sequence[Sense]
    gazetteer: Gazetteer
    home: Home = NO_HOME

    def __len__(self) -> int:
        return len(self.row)

    @cached_property
    def about(self) -> Attributes:
        """The gazetteer's attributes by row."""
        return self.gazetteer.attributes

    @cached_property
    def _done(self) -> dict[object, Any]:
        return {}

    def once(self, work: Callable[[Options], _Result]) -> _Result:
        """Return what some work on these options gives; done once, however many clues ask."""
        if work not in self._done:
            self._done[work] = work(self)
        found: _Result = self._done[work]
        return found

    @cached_property
    def sizes(self) -> Indices:
        """How many options each sense has."""
        return np.array([len(s.named.bearers) for s in self.senses], dtype=np.int64)

    @cached_property
    def begins(self) -> Indices:
        """Where the options of each sense begin; one more at the end."""
        return np.concatenate(([0], np.cumsum(self.sizes)))

    @cached_property
    def sense(self) -> Indices:
        """Which sense each option belongs to."""
        return np.repeat(np.arange(len(self.senses)), self.sizes)

    @cached_property
    def row(self) -> Indices:
        """The gazetteer's row of each option."""
        return np.array([row for s in self.senses for row, _ in s.named.bearers], dtype=np.int64)

    @cached_property
    def how(self) -> Indices:
        """How each place bears the name, as the gazetteer numbers it."""
        return np.array([how for s in self.senses for _, how in s.named.bearers], dtype=np.int64)

    @cached_property
    def imported(self) -> Flags:
        """Whether each place is of a layer."""
        return self.row >= self.gazetteer.first_imported_row

    @cached_property
    def wins(self) -> Flags:
        """Whether each place is of a list that comes before all others."""
        return np.array([self.gazetteer.wins_at(row) for row in self.row.tolist()], dtype=np.bool_)

    @cached_property
    def kind(self) -> Indices:
        """The kind of each place, as its number."""
        return self.about.kind(self.row).astype(np.int64)

    def is_kind(self, *kinds: Kind) -> Flags:
        """Say which places are of one of some kinds."""
        found = np.zeros(len(self), dtype=np.bool_)
        for kind in kinds:
            found |= self.kind == KIND_NUMBER[kind]
        return found

    @cached_property
    def prominence(self) -> Numbers:
        """How prominent each place is under this name, in decades of population."""
        return self.about.prominence(self.row) - np.array([self.gazetteer.penalty(how) for how in range(len(HOW_NAMES))])[self.how]

    @cached_property
    def countries(self) -> Indices:
        """The set of countries of each place, as its number."""
        return self.about.countries(self.row)

    @cached_property
    def admin1(self) -> Indices:
        """The first-level division of each place, 0 for none."""
        return self.about.admin1(self.row)

    @cached_property
    def admin2(self) -> Indices:
        """The second-level division of each place, 0 for none."""
        return self.about.admin2(self.row)

    @cached_property
    def lat(self) -> Numbers:
        """Latitudes, in degrees."""
        return self.about.lat(self.row)

    @cached_property
    def lon(self) -> Numbers:
        """Longitudes, in degrees."""
        return self.about.lon(self.row)

    @cached_property
    def direction(self) -> Numbers:
        """Where each place lies as seen from the earth's centre: a row of three for each."""
        return directions(self.lat, self.lon)

    @cached_property
    def radius_km(self) -> Numbers:
        """How far each place reaches from its point, in km."""
        return self.about.radius_km(self.row)

    @cached_property
    def population(self) -> Numbers:
        """Populations, 0 where they are not known."""
        return self.about.population(self.row)

    @cached_property
    def best(self) -> Numbers:
        """The prominence of the most prominent place of each sense; 0 for a sense without options."""
        return self.greatest(self.prominence)

    def greatest(self, values: Numbers) -> Numbers:
        """Return the greatest value of each sense, 0 for one without options."""
        found = np.zeros(len(self.senses))
        filled = self.sizes > 0
        if len(self):
            found[filled] = np.maximum.reduceat(values, self.begins[:-1][filled])
        return found

    def total(self, values: Numbers) -> Numbers:
        """Return the sum of each sense."""
        return np.bincount(self.sense, weights=values, minlength=len(self.senses)).astype(np.float64)

    @cached_property
    def mentions(self) -> Numbers:
        """How often each sense stands in the report."""
        return np.array([len(s.starts) for s in self.senses], dtype=np.float64)

    def form_is(self, form: Form) -> npt.NDArray[np.bool_]:
        """Say which senses are of a form."""
        return np.array([s.named.form is form for s in self.senses], dtype=np.bool_)

    def inside(self, areas: Sequence[int], at: slice) -> Flags:
        """Say which of some options lie inside one of some areas, given by row, without being it."""
        found = np.zeros(at.stop - at.start, dtype=np.bool_)
        if not areas:
            return found
        rows = np.array(areas, dtype=np.int64)
        for row, kind, countries, admin1, admin2 in zip(
            areas,
            self.about.kind(rows).tolist(),
            self.about.countries(rows).tolist(),
            self.about.admin1(rows).tolist(),
            self.about.admin2(rows).tolist(),
            strict=True,
        ):
            if kind == KIND_NUMBER[Kind.ADMIN1]:
                held = (self.admin1[at] == admin1) if admin1 else np.zeros_like(found)
            elif kind == KIND_NUMBER[Kind.ADMIN2]:
                held = (self.admin2[at] == admin2) if admin2 else np.zeros_like(found)
            else:
                held = self.about.share_a_country[countries][self.countries[at]]
            found |= held & (self.row[at] != row)
        return found
