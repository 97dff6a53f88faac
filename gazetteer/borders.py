"""Where borders and coasts run: the nearest point of a border, the countries at a position, readings of disputed lines.

The lines are those of OpenStreetMap as of 2017 (ODbL, ``data/borders/``), thinned out to 25 m on land and 100 m at coasts. Distances are
geodesics on WGS 84 and exact to less than a metre *against these lines*; how true the lines are is another matter, above all at coasts.
Lines run through lakes, as borders do; only the Caspian Sea has coasts. Front lines and lines of control are not in the data except
where an outline follows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.border_disputes import Dispute, DisputeKind, read_disputes
from gazetteer.border_file import BorderFile
from gazetteer.border_ground import unit_at
from gazetteer.border_readings import Claims, Reading, agrees
from gazetteer.border_search import Foot, LineSearch, PieceStore
from gazetteer.border_territories import territories_of
from gazetteer.coordinates import LatLon
from gazetteer.errors import GazetteerError, UnknownCountry
from gazetteer.geodesy import bearing_deg
from gazetteer.sources import Source

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE_NAME = "borders.bin"

UNDISPUTED = "undisputed"
"""The reading of a line that is the border under all readings we know of."""

MAX_READINGS = 8
"""A position so near to so many disputed grounds that there are more readings does not exist; the bound keeps a broken table harmless."""


class NoSuchBorder(GazetteerError, ValueError):
    """Raise when a distance is asked to the border of two countries that have none, or to the coast of a country without."""


@dataclass(frozen=True, slots=True)
class BorderPoint:
    """The point of a border or coast nearest to a position.

    ``distance_km`` is geodesic; ``bearing_deg`` is the direction from the position to the point, clockwise from north. ``reading`` says to
    whom disputed ground is counted ("Crimea as UA"), or :data:`UNDISPUTED`. ``source`` names the lines and their vintage.
    """

    position: LatLon
    distance_km: float
    bearing_deg: float
    reading: str
    source: str


class Border:
    """The border between two countries, all land borders of one, or a coast. Made by :class:`BorderLayer`."""

    def __init__(self, layer: BorderLayer, name: str, ways: list[list[dict[str, str]]], *, drawn: list[bool], remark: str = "") -> None:
        """Take for each kind of line the readings under which it belongs, and whether the outlines alone show it."""
        self.name = name
        self._layer = layer
        self._ways = ways
        self._remark = remark
        drawn_kinds = np.array([bool(way) and shown for way, shown in zip(ways, drawn, strict=True)])
        any_kinds = np.array([bool(way) for way in ways])
        self._drawn = layer.search(drawn_kinds)
        self._any = self._drawn if np.array_equal(drawn_kinds, any_kinds) else layer.search(any_kinds)
        self._under: dict[frozenset[tuple[str, str]], LineSearch] = {}

    @property
    def exists(self) -> bool:
        """Whether there is such a border or coast, under any reading that the outlines show."""
        return len(self._drawn) > 0

    def nearest(self, position: LatLon) -> BorderPoint:
        """Return the nearest point of the line as the outlines show it, where several claim one ground the nearest of their lines.

        Raises
        ------
        NoSuchBorder
            If there is no such border; see :attr:`exists`.
        """
        foot = self._drawn.nearest(position)
        if foot is None:
            raise self._none()
        if len(self._any) > len(self._drawn):  # somebody claims a whole country: which point of the line is nearest may be a reading
            for point in self.readings(position):
                if point.position == foot.position:
                    return point
        kind = int(self._layer.file.chunk_sides[foot.chunk])
        return self._point(position, foot, min(self._ways[kind], key=len))

    def readings(self, position: LatLon) -> tuple[BorderPoint, ...]:
        """Return the nearest point under each reading that changes it, the nearest first; one point where nothing is disputed.

        Claims on a whole country or territory (Kosovo, Taiwan, the Falkland Islands) are among the readings. A reading under which there
        is no such border at all is left out.
        """
        if not self.exists:
            raise self._none()
        found: dict[LatLon, tuple[Foot, list[Reading]]] = {}
        for reading, foot in self._leaves(position):
            found.setdefault(foot.position, (foot, []))[1].append(reading)
        points = []
        for foot, readings in found.values():
            certain = len(found) == 1 and any(not way for way in self._ways[int(self._layer.file.chunk_sides[foot.chunk])])
            points.append(self._point(position, foot, {} if certain else readings[0]))
        return tuple(sorted(points, key=lambda point: (point.distance_km, point.reading)))

    def distances_km(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the distances of many positions to the line as the outlines show it, in kilometres (arrays of degrees, one shape).

        Raises
        ------
        NoSuchBorder
            If there is no such border.
        """
        if not self.exists:
            raise self._none()
        return self._drawn.distances_km(lat, lon)

    def _leaves(self, position: LatLon) -> list[tuple[Reading, Foot]]:
        """Follow the disputes that decide which line is nearest; return each combination with its nearest point."""
        leaves: list[tuple[Reading, Foot]] = []
        open_readings: list[dict[str, str]] = [{}]
        while open_readings and len(leaves) < MAX_READINGS:
            reading = open_readings.pop(0)
            foot = self._lines_under(reading).nearest(position)
            if foot is None:
                continue
            ways = [way for way in self._ways[int(self._layer.file.chunk_sides[foot.chunk])] if agrees(way, reading)]
            undecided = [ground for ground in ways[0] if ground not in reading]
            if not undecided or any(not way for way in ways):
                leaves.append((reading, foot))
            else:
                open_readings.extend({**reading, undecided[0]: party} for party in self._layer.parties(undecided[0]))
        return leaves

    def _lines_under(self, reading: Reading) -> LineSearch:
        """Return the lines that are the border under a reading; made once a reading, of which a border has a handful."""
        if not reading:
            return self._any
        key = frozenset(reading.items())
        if key not in self._under:
            self._under[key] = self._layer.search(np.array([any(agrees(way, reading) for way in ways) for ways in self._ways]))
        return self._under[key]

    def _point(self, position: LatLon, foot: Foot, reading: Reading) -> BorderPoint:
        parts = [f"{self._layer.claims.area(ground)} as {country}" for ground, country in sorted(reading.items())]
        if not parts:
            parts = self._layer.single_lines(foot)
        if self._remark:
            parts.append(self._remark)
        text = "; ".join(parts) or UNDISPUTED
        return BorderPoint(foot.position, foot.distance_km, bearing_deg(position, foot.position), text, self._layer.source_text)

    def _none(self) -> NoSuchBorder:
        return NoSuchBorder(f"the data know of no {self.name}")


class BorderLayer:
    """All borders and coasts of the world. Opening maps a file of some 8 MB and reads its table; lines are decoded when asked for."""

    def __init__(self, file: BorderFile, disputes: tuple[Dispute, ...]) -> None:
        """Take an opened file and the table of disputes; see :func:`load_borders`."""
        self.file = file
        self.claims = Claims(disputes)
        self.disputes = disputes
        self.version = file.version
        self.source = Source(
            name="borders",
            title="geo-maps, countries-coastline-10m, made from OpenStreetMap",
            version=file.version,
            licence="ODbL-1.0",
            vintage=file.vintage,
            attribution="© OpenStreetMap contributors",
            url="https://www.openstreetmap.org/copyright",
        )
        self.source_text = f"OpenStreetMap {file.vintage}"
        self._borders: dict[tuple[str, str | None], Border] = {}
        self._pieces = PieceStore(file)

    def search(self, kinds: NDArray[np.bool_]) -> LineSearch:
        """Return a search over the lines of some kinds: one flag a kind of line."""
        return LineSearch(self.file, np.flatnonzero(kinds[self.file.chunk_sides]), self._pieces)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ISO 3166-1 alpha-2 codes that the lines know (XK for Kosovo)."""
        return frozenset(country for unit in self.file.units for country in unit.countries)

    def border(self, a: str, b: str | None = None) -> Border:
        """Return the border between two countries, or with ``b`` None all land borders of ``a``.

        Where two states border each other only through a territory of theirs, that border is returned and its readings say so.

        Raises
        ------
        UnknownCountry
            If a code is none that the data know.
        """
        a, b = self._known(a), None if b is None else self._known(b)
        key = (a, b) if b is None else (min(a, b), max(a, b))
        if key not in self._borders:
            self._borders[key] = self._border(*key)
        return self._borders[key]

    def coast(self, country: str | None = None) -> Border:
        """Return the coast of a country without its territories, or of the world. The shores of the Caspian Sea are coasts.

        Raises
        ------
        UnknownCountry
            If the code is none that the data know.
        """
        country = None if country is None else self._known(country)
        key = ("", country)
        if key not in self._borders:
            drawn = self._coast_ways(country, claims_on_countries=False)
            name = "coast" if country is None else f"coast of {country}"
            ways = self._coast_ways(country, claims_on_countries=True)
            self._borders[key] = Border(self, name, ways, drawn=[bool(way) for way in drawn])
        return self._borders[key]

    def countries_at(self, position: LatLon) -> tuple[str, ...]:
        """Return the countries whose outlines hold a position, sorted: none at sea, several where claims overlap."""
        unit = unit_at(self.file, position)
        return () if unit is None else self.claims.settled(unit)

    def neighbours(self, country: str) -> frozenset[str]:
        """Return the countries that share a land border with this one under any reading of the outlines, territories apart.

        Raises
        ------
        UnknownCountry
            If the code is none that the data know.
        """
        self._known(country)
        units = self.file.units
        found: set[str] = set()
        for sides in self.file.sides:
            here, there = (units[side].countries for side in sides)
            found.update(there if country in here else (), here if country in there else ())
        return frozenset(found - {country})

    def parties(self, ground: str) -> tuple[str, ...]:
        """Return the countries to which disputed ground may be counted."""
        return self.claims.parties(ground, self.file.units)

    def single_lines(self, foot: Foot) -> list[str]:
        """Return remarks on disputed areas of which the data know one line only, if a point of a line lies in one."""
        left, right = (self.file.units[side] for side in self.file.sides[int(self.file.chunk_sides[foot.chunk])])
        here = {*left.countries, *right.countries}
        return [
            f"{dispute.area}: the only line in the data"
            for dispute in self._single_disputes
            if not here.isdisjoint(dispute.parties) and dispute.box.contains(foot.position)
        ]

    @cached_property
    def _single_disputes(self) -> tuple[Dispute, ...]:
        """The disputed areas of which the data know one line only."""
        return tuple(dispute for dispute in self.disputes if dispute.kind is DisputeKind.SINGLE)

    def _known(self, country: str) -> str:
        if country not in self.countries:
            msg = f"{country!r} is no ISO 3166-1 alpha-2 code known to the border data"
            raise UnknownCountry(msg)
        return country

    def _border(self, a: str, b: str | None) -> Border:
        if b is None:
            return self._made(f"land border of {a}", frozenset({a}), None)
        name, just_a, just_b = f"border of {a} and {b}", frozenset({a}), frozenset({b})
        border = self._made(name, just_a, just_b)
        if border.exists:
            return border
        beyond_a, beyond_b = frozenset(territories_of(a)), frozenset(territories_of(b))
        for first, second in ((just_a, beyond_b), (beyond_a, just_b), (beyond_a, beyond_b)):
            kinds = [place for place, ways in enumerate(self._border_ways(first, second, claims_on_countries=False)) if ways]
            met = {country for kind in kinds for side in self.file.sides[kind] for country in self.file.units[side].countries}
            if kinds:
                territories = sorted(met & (first | second) - {a, b})
                return self._made(name, first, second, remark=f"by way of {', '.join(territories)}")
        return border

    def _made(self, name: str, a: frozenset[str], b: frozenset[str] | None, *, remark: str = "") -> Border:
        drawn = [bool(ways) for ways in self._border_ways(a, b, claims_on_countries=False)]
        return Border(self, name, self._border_ways(a, b, claims_on_countries=True), drawn=drawn, remark=remark)

    def _border_ways(self, a: frozenset[str], b: frozenset[str] | None, *, claims_on_countries: bool) -> list[list[dict[str, str]]]:
        """Return for each kind of line the readings under which it is a border between the two sets of countries."""
        units = self.file.units
        found: list[list[dict[str, str]]] = [[]] * len(self.file.sides)
        for kind in {kind for country in (a if b is None else a | b) for kind in self._kinds_beside.get(country, ())}:
            left, right = self.file.sides[kind]
            found[kind] = list(self.claims.readings(units[left], units[right], a, b, claims_on_countries=claims_on_countries))
        return found

    @cached_property
    def _kinds_beside(self) -> dict[str, list[int]]:
        """The kinds of line beside ground that may be counted to each country: only some of them are its borders, and no others."""
        counted = [self.claims.countries_of(unit) for unit in self.file.units]
        found: dict[str, list[int]] = {}
        for kind, (left, right) in enumerate(self.file.sides):
            for country in counted[left] | counted[right]:
                found.setdefault(country, []).append(kind)
        return found

    def _coast_ways(self, country: str | None, *, claims_on_countries: bool) -> list[list[dict[str, str]]]:
        units = self.file.units
        return [
            list(self.claims.coast_readings(units[left], units[right], country, claims_on_countries=claims_on_countries))
            for left, right in self.file.sides
        ]


def load_borders(data: Path) -> BorderLayer:
    """Open the borders in a data folder (``borders/borders.bin`` and ``handkept/disputes.csv`` in it).

    Raises
    ------
    DataMissing
        If a file is not there.
    DataDamaged
        If a file is not what it should be.
    """
    return BorderLayer(BorderFile(data / "borders" / FILE_NAME), read_disputes(data / "handkept" / "disputes.csv"))
