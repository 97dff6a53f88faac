"""Under which readings of the disputes a line is a border between two countries.

Ground under dispute may be counted to any of its parties. A *reading* says to which: ``{"crimea": "UA"}``. Most lines are borders under
every reading; some only under one. Nothing here prefers a reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from gazetteer.border_disputes import Dispute, DisputeKind
from gazetteer.border_file import Ground, Unit

Reading = Mapping[str, str]
"""Name of disputed ground -> the country to which it is counted. Ground that is not named may be counted to anybody."""


@dataclass(frozen=True, slots=True)
class _Option:
    """A country to which a unit may be counted, and the reading under which it is."""

    country: str
    reading: dict[str, str]


class Claims:
    """What units of ground may be counted to whom."""

    def __init__(self, disputes: tuple[Dispute, ...]) -> None:
        """Take the table of disputes."""
        self._whole_country = {dispute.parties[0]: dispute for dispute in disputes if dispute.kind is DisputeKind.COUNTRY}
        self._areas = {dispute.dispute_id: dispute for dispute in disputes}
        self._known_options: dict[tuple[Unit, bool], list[_Option]] = {}

    def area(self, ground: str) -> str:
        """Return what disputed ground is called in a reading."""
        if ground in self._areas:
            return self._areas[ground].area
        return f"ground where the outlines of {ground.replace('-', ' and ')} disagree"

    def settled(self, unit: Unit) -> tuple[str, ...]:
        """Return the countries a position on this ground is in; none at sea and on ground that nobody claims."""
        dispute = self._areas.get(unit.dispute)
        return () if dispute is not None and not dispute.claimed_by else unit.countries

    def readings(
        self, left: Unit, right: Unit, a: frozenset[str], b: frozenset[str] | None, *, claims_on_countries: bool
    ) -> Iterator[dict[str, str]]:
        """Yield the readings under which the line between two units is a border of one of ``a`` with one of ``b`` (None: with any other).

        With ``claims_on_countries``, ground that has a country code of its own may also be counted to those who claim the whole of it.
        """
        sides = (self._options(unit, claims_on_countries=claims_on_countries) for unit in (left, right))
        for this, that in product(*sides):
            if _meet(this.country, that.country, a, b) and agrees(this.reading, that.reading):
                yield {**this.reading, **that.reading}

    def coast_readings(self, left: Unit, right: Unit, a: str | None, *, claims_on_countries: bool) -> Iterator[dict[str, str]]:
        """Yield the readings under which the line between two units is a coast of ``a`` (None: any coast)."""
        if (left.ground is Ground.SEA) == (right.ground is Ground.SEA):
            return
        land = right if left.ground is Ground.SEA else left
        if a is None:
            yield {}
            return
        for option in self._options(land, claims_on_countries=claims_on_countries):
            if option.country == a:
                yield option.reading

    def parties(self, ground: str, units: list[Unit]) -> tuple[str, ...]:
        """Return all countries to which disputed ground may be counted."""
        dispute = self._areas.get(ground)
        if dispute is not None:
            return dispute.parties
        return next((unit.countries for unit in units if _ground(unit) == ground), ())

    def countries_of(self, unit: Unit) -> frozenset[str]:
        """Return all countries to which a unit may be counted, claims on whole countries included."""
        return frozenset(option.country for claims in (False, True) for option in self._options(unit, claims_on_countries=claims))

    def _options(self, unit: Unit, *, claims_on_countries: bool) -> list[_Option]:
        key = (unit, claims_on_countries)
        if key not in self._known_options:
            self._known_options[key] = self._find_options(unit, claims_on_countries=claims_on_countries)
        return self._known_options[key]

    def _find_options(self, unit: Unit, *, claims_on_countries: bool) -> list[_Option]:
        options = []
        for country in unit.countries:
            reading = {_ground(unit): country} if unit.ground is Ground.DISPUTED else {}
            dispute = self._whole_country.get(country)
            if dispute is None:
                options.append(_Option(country, reading))
            else:
                parties = dispute.parties if claims_on_countries else (country,)
                options.extend(_Option(party, {**reading, dispute.dispute_id: party}) for party in parties)
        return options


def agrees(reading: Reading, other: Reading) -> bool:
    """Say whether two readings can both hold."""
    return all(other.get(ground, country) == country for ground, country in reading.items())


def _meet(this: str, that: str, a: frozenset[str], b: frozenset[str] | None) -> bool:
    """Say whether one of two different countries is one of ``a`` and the other one of ``b`` (None: any)."""
    if this == that:
        return False
    return (this in a and (b is None or that in b)) or (that in a and (b is None or this in b))


def _ground(unit: Unit) -> str:
    return unit.dispute or "-".join(unit.countries)
