"""A tiny invented world on the equator, where right answers follow by arithmetic.

One degree of longitude on the equator is 111.320 km, one of latitude next to it 110.574 km (WGS 84). Vestania lies west of the 20th
meridian, Ostavia east of it; Sudria lies south of the parallel of 3 degrees south. The coast of Vestania is the 10th meridian.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from gazetteer import Kind, LatLon, Place
from gazetteer.geodesy import bearing_deg, distance_km
from gazetteer.place import town_radius_km
from mapapp.claims import find_claims
from mapapp.claims.claim import Claim
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Toponym


def _place(name, lat, lon, kind=Kind.CITY, population=None, countries=("QV",), radius_km=None):
    radius = radius_km if radius_km is not None else town_radius_km(population)
    code = "PPL" if kind is Kind.CITY else ""
    place_id = f"test:{name}:{countries[0] if countries else ''}:{lat}"
    return Place(place_id, None, name, LatLon(lat, lon), countries, kind, code, population, radius, "", "", "test")


PLACES = (
    _place("Vestania", 0.0, 15.0, Kind.COUNTRY, countries=("QV",), radius_km=600.0),
    _place("Ostavia", 0.0, 25.0, Kind.COUNTRY, countries=("QO",), radius_km=600.0),
    _place("Sudria", -6.0, 19.0, Kind.COUNTRY, countries=("QS",), radius_km=300.0),
    _place("Lindmark", 0.5, 18.5, Kind.ADMIN1, countries=("QV",), radius_km=120.0),
    _place("Sea of Glass", 0.0, 5.0, Kind.SEA, countries=(), radius_km=300.0),
    _place("Lake Orm", 1.0, 18.0, Kind.WATER, countries=("QV",), radius_km=40.0),
    _place("Port Selim", 0.0, 18.0, population=1_000_000),
    _place("Calvera", 0.0, 19.0, population=500_000),
    _place("Mirado", 0.5, 19.0, population=4_000),
    _place("Tessin", 0.0, 19.5, Kind.VILLAGE, population=None),
    _place("Dunbrik", 0.0, 21.0, population=200_000, countries=("QO",)),
    _place("Onaro", 0.3, 20.2, population=9_000, countries=("QO",)),
    _place("Halden", 0.1, 19.1, population=3_000),
    _place("Halden", 0.0, 29.0, population=5_000, countries=("QO",)),
    _place("Fort Brenna", 0.2, 19.4, Kind.FACILITY),
)
DEMONYMS = {"Vestanian": "QV", "Vestanians": "QV", "Ostavian": "QO", "Sudrian": "QS"}
CAPITALS = {"QV": "Port Selim", "QO": "Dunbrik"}


@dataclass(frozen=True)
class FakeBorderPoint:
    """The nearest point of an invented line."""

    position: LatLon
    distance_km: float
    bearing_deg: float
    reading: str = ""
    source: str = "Invented Survey 2017"


@dataclass(frozen=True)
class FakeBorder:
    """A meridian or a parallel near the equator; its nearest point has the other coordinate unchanged."""

    lon: float | None = None
    lat: float | None = None
    others: tuple[tuple[str, float], ...] = ()

    @property
    def exists(self):
        """Whether there is such a line."""
        return self.lon is not None or self.lat is not None

    def nearest(self, position):
        """Return the nearest point."""
        return self._point(position, self.lon, "")

    def readings(self, position):
        """Return one point a reading."""
        first = self._point(position, self.lon, self.others[0][0] if self.others else "")
        return (first, *(self._point(position, lon, reading) for reading, lon in self.others[1:]))

    def _point(self, position, lon, reading):
        goal = LatLon(self.lat if self.lat is not None else position.lat, lon if lon is not None else position.lon)
        return FakeBorderPoint(goal, distance_km(position, goal), bearing_deg(position, goal), reading)


@dataclass(frozen=True)
class FakeMatch:
    """A place that bears a name."""

    place: Place
    how: str = "name"
    prominence: float = 3.0


class FakeGazetteer:
    """Answers as the real one does, from the tuple above."""

    def __init__(self):
        self.disputed = False

    def candidates(self, name):
        """Return the places of a name."""
        return tuple(FakeMatch(place) for place in PLACES if place.name.lower() == name.lower())

    def knows(self, name):
        """Say whether a name is known."""
        return bool(self.candidates(name))

    def demonym(self, word):
        """Return the country of a people."""
        code = DEMONYMS.get(word)
        return tuple(place for place in PLACES if place.kind is Kind.COUNTRY and place.countries == (code,))

    def capital(self, iso2):
        """Return a capital."""
        return next((place for place in PLACES if place.name == CAPITALS.get(iso2)), None)

    def neighbours(self, iso2):
        """Return the countries next to one."""
        return {"QV": frozenset({"QO", "QS"}), "QO": frozenset({"QV"}), "QS": frozenset({"QV"})}[iso2]

    def border(self, a, b):
        """Return the line between two countries."""
        if b is None:
            return FakeBorder(lat=-3.0) if a == "QS" else FakeBorder(lon=20.0)
        if {a, b} == {"QV", "QO"}:
            return FakeBorder(lon=20.0, others=(("Vestania", 20.0), ("Ostavia", 19.6)) if self.disputed else ())
        return FakeBorder(lat=-3.0) if {a, b} == {"QV", "QS"} else FakeBorder()

    def coast(self, country=None):
        """Return a coast."""
        return FakeBorder(lon=10.0) if country in (None, "QV") else FakeBorder()


_NAMES = re.compile(
    "|".join(rf"\b{re.escape(n)}\b" for n in [*DEMONYMS, *sorted({p.name for p in PLACES}, key=len, reverse=True)]), re.IGNORECASE
)


@dataclass
class Reader:
    """Finds the toponyms of the invented world by name, resolves them, and hands them to ``find_claims``."""

    gazetteer: FakeGazetteer = field(default_factory=FakeGazetteer)
    confidence: float = 0.95
    unresolved: frozenset[str] = frozenset({"halden"})

    def toponyms(self, text):
        """Return the resolved place names of a text."""
        found = []
        for match in _NAMES.finditer(text):
            name = match.group()
            demonym = self.gazetteer.demonym(name.title())
            places = demonym or tuple(m.place for m in self.gazetteer.candidates(name))
            known = name.lower() not in self.unresolved
            found.append(
                Toponym(
                    Span(*match.span()),
                    name,
                    demonym=bool(demonym),
                    place=places[0] if known else None,
                    confidence=self.confidence if known else None,
                )
            )
        return found

    def __call__(self, text, *, dateline=None, toponyms=None) -> tuple[Claim, ...]:
        """Read a text; ``dateline`` is the place it was filed in, in front of the first dash."""
        where = None
        if dateline is not None:
            start = text.index(dateline)
            where = Dateline(dateline, Span(start, start + len(dateline)), None, text.index("–") + 1)
        return find_claims(Report(text), self.toponyms(text) if toponyms is None else toponyms, self.gazetteer, dateline=where)


@pytest.fixture(name="read")
def _read() -> Reader:
    return Reader()


@pytest.fixture(name="one")
def _one(read) -> Callable[..., Claim]:
    """Read a text that holds exactly one claim with a number."""

    def only(text, **options):
        claims = [claim for claim in read(text, **options) if claim.kind == "distance"]
        assert len(claims) == 1, [claim.text for claim in claims]
        return claims[0]

    return only
