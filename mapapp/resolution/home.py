"""Where reports come from: a home region, given by the reader or learned from other reports of the same source.

A local paper writes "Paris" and means the one next door. What the text does not say, only its source can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer import Gazetteer, Kind
from gazetteer.names import fold
from mapapp.toponyms.page import Indices
from mapapp.toponyms.toponym import Toponym

LEAST_PLACES = 5
"""From fewer places of other reports no home is learned."""

LEAST_CONFIDENCE = 0.7
"""Less certain answers do not speak for a home."""

MOST_PLACES = 300
"""The most frequent places of a source are enough."""

MOST_REPORTS = 5
"""A place that more reports name counts no more than this many times."""

NamedRow = tuple[int, str]
"""A row of the gazetteer with the folded name that stood for it."""

_TOO_WIDE = frozenset({Kind.COUNTRY, Kind.CONTINENT, Kind.REGION, Kind.SEA})


@dataclass(frozen=True)
class Home:
    """A home region.

    ``places`` are rows of the gazetteer with the folded name under which each was learned ("" where the reader has given it): a name never
    speaks for itself, or it would confirm its own mistakes. ``countries`` are ISO 3166-1 alpha-2 codes that the reader has given.
    """

    places: tuple[NamedRow, ...] = ()
    countries: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.places or self.countries)

    @cached_property
    def rows(self) -> Indices:
        """The rows of the places."""
        return np.array([row for row, _ in self.places], dtype=np.int64)

    def countries_in(self, gazetteer: Gazetteer) -> frozenset[str]:
        """Return the codes of all countries that it lies in."""
        return self.countries.union(*(gazetteer.place_at(row).countries for row in dict.fromkeys(row for row, _ in self.places)))


NO_HOME = Home()


def given_home(place_ids: Iterable[str], countries: Iterable[str], gazetteer: Gazetteer) -> Home:
    """Return the home region that a reader has given, by places and ISO 3166-1 alpha-2 codes of countries.

    Raises
    ------
    gazetteer.index.UnknownPlace
        If a place is not in the gazetteer.
    """
    return Home(tuple((gazetteer.row_of(place_id), "") for place_id in place_ids), frozenset(countries))


def learn_home(reports: Iterable[Sequence[Toponym]], gazetteer: Gazetteer) -> Home:
    """Return the home region that other reports of one source speak for, :data:`NO_HOME` where they name too few places.

    Each name counts once a report. Countries, seas and regions are too wide to be a home.
    """
    found: Counter[NamedRow] = Counter()
    for toponyms in reports:
        found.update(named_rows(toponyms, gazetteer))
    return home_of(found)


def named_rows(toponyms: Iterable[Toponym], gazetteer: Gazetteer) -> frozenset[NamedRow]:
    """Return what the toponyms of one report say of the home of its source."""
    return frozenset((gazetteer.row_of(t.place.place_id), fold(t.text)) for t in toponyms if t.place is not None and _speaks_for_home(t))


def home_of(reports_of: Mapping[NamedRow, int]) -> Home:
    """Return the home region of a source from the number of reports that speak for each place."""
    places = sorted(reports_of, key=lambda place: (-reports_of[place], place))[:MOST_PLACES]
    if sum(reports_of[place] for place in places) < LEAST_PLACES:
        return NO_HOME
    return Home(tuple(place for place in places for _ in range(min(reports_of[place], MOST_REPORTS))))


def _speaks_for_home(toponym: Toponym) -> bool:
    place = toponym.place
    return place is not None and not toponym.demonym and place.kind not in _TOO_WIDE and (toponym.confidence or 0.0) >= LEAST_CONFIDENCE
