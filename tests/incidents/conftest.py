"""A small invented world for incidents: names with places, no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.claims import find_claims
from mapapp.incidents.counting.casualties import Toll, tolls_of
from mapapp.incidents.find import Findings, find_findings
from mapapp.incidents.incident import Count, Incident
from mapapp.incidents.phrasing.noun_phrases import NounPhrase, noun_phrases
from mapapp.incidents.wording.words import Word, words_of
from mapapp.report.dateline import find_dateline
from mapapp.report.report import Report, Span
from mapapp.toponyms.roles import read_sentences, with_roles
from mapapp.toponyms.toponym import Toponym


def _place(name: str, lat: float, lon: float, kind: Kind, *, country: str = "XA", admin1: str = "XA.01", radius_km: float = 4.0) -> Place:
    return Place(
        place_id=f"test:{name.lower()}", geonameid=None, name=name, position=LatLon(lat, lon), countries=(country,), kind=kind,
        feature_code="", population=None, radius_km=radius_km, admin1=admin1, admin2="", source="test",
    )  # fmt: skip


WORLD: Mapping[str, Place] = {
    place.name: place
    for place in (
        _place("Tarsk", 50.0, 60.0, Kind.CITY),
        _place("Ombra", 50.9, 60.0, Kind.CITY),
        _place("Velden", 48.0, 63.0, Kind.CITY, admin1="XA.02"),
        _place("Lisk", 50.1, 60.1, Kind.VILLAGE),
        _place("Marrow", 50.3, 60.3, Kind.ADMIN1, radius_km=120.0),
        _place("Ostrava Plain", 48.0, 63.0, Kind.ADMIN1, admin1="XA.02", radius_km=90.0),
        _place("Arcadia", 49.0, 61.0, Kind.COUNTRY, admin1="", radius_km=600.0),
        _place("Portland", -20.0, 30.0, Kind.CITY, country="XB", admin1="XB.01"),
        _place("Borealia", -21.0, 31.0, Kind.COUNTRY, country="XB", admin1="", radius_km=500.0),
    )
}
_NAMES = re.compile(r"\b(" + "|".join(sorted(WORLD, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def _toponyms(text: str) -> list[Toponym]:
    known = {name.lower(): place for name, place in WORLD.items()}
    return [
        Toponym(span=Span(*match.span()), text=match[0], place=known[match[0].lower()], confidence=0.9) for match in _NAMES.finditer(text)
    ]


class _NoLine:
    """A border that nobody has drawn."""

    exists = False


class _Gazetteer:
    """Answers for the invented world what claims ask; incidents rest on the toponyms."""

    def candidates(self, name: str) -> tuple[()]:
        """Return nothing: what is known has been resolved."""
        return ()

    def knows(self, name: str) -> bool:
        """Say whether a name is known."""
        return name.title() in WORLD

    def demonym(self, word: str) -> tuple[()]:
        """Return nothing: no peoples here."""
        return ()

    def capital(self, iso2: str) -> Place | None:
        """Return the capital of Arcadia."""
        return WORLD["Tarsk"] if iso2 == "XA" else None

    def country(self, iso2: str) -> Place | None:
        """Return a country."""
        return {"XA": WORLD["Arcadia"], "XB": WORLD["Borealia"]}.get(iso2)

    def place(self, place_id: str) -> Place:
        """Return the record of an id."""
        return next(place for place in WORLD.values() if place.place_id == place_id)

    def neighbours(self, iso2: str) -> frozenset[str]:
        """Return nothing: two islands."""
        return frozenset()

    def border(self, a: str, b: str | None) -> _NoLine:
        """Return no border."""
        return _NoLine()

    def coast(self, country: str | None = None) -> _NoLine:
        """Return no coast."""
        return _NoLine()


@pytest.fixture
def findings() -> Callable[..., Findings]:
    """Read a report about the invented world: findings(text, published=date)."""

    def read(text: str, *, published: date | None = None) -> Findings:
        known = {name.lower() for name in WORLD}
        dateline = find_dateline(text, knows_place=lambda name: name.lower() in known, published=published)
        named = _toponyms(text)
        toponyms = with_roles(read_sentences(text, named, dateline), named)
        report = Report(text, published=published)
        claims = find_claims(report, toponyms, _Gazetteer(), dateline=dateline)
        return find_findings(report, toponyms, _Gazetteer(), dateline=dateline, claims=claims)

    return read


@pytest.fixture
def incidents(findings: Callable[..., Findings]) -> Callable[..., tuple[Incident, ...]]:
    """Read a report about the invented world: incidents(text, published=date)."""
    return lambda text, *, published=None: findings(text, published=published).incidents


@pytest.fixture
def words() -> Callable[[str], list[Word]]:
    """Return the words of a sentence."""
    return lambda sentence: words_of(sentence, Span(0, len(sentence)))


@pytest.fixture
def phrases(words: Callable[[str], list[Word]]) -> Callable[[str], list[NounPhrase]]:
    """Return the noun phrases of a sentence."""
    return lambda sentence: noun_phrases(words(sentence))


@pytest.fixture
def tolls(words: Callable[[str], list[Word]]) -> Callable[[str], list[Toll]]:
    """Return the tolls of a sentence."""

    def read(sentence: str) -> list[Toll]:
        found = words(sentence)
        return tolls_of(found, noun_phrases(found))

    return read


@pytest.fixture
def figures(incidents: Callable[..., tuple[Incident, ...]]) -> Callable[[str], dict[str, tuple[int | None, int | None, int | None]]]:
    """Return {key: (low, best, high)} of the only incident of a short text."""

    def read(text: str) -> dict[str, tuple[int | None, int | None, int | None]]:
        (incident,) = incidents(text)
        keys = ("killed", "injured", "attackers_killed", "arrested", "abducted")
        counts: dict[str, Count | None] = {key: getattr(incident, key) for key in keys}
        return {key: (count.low, count.best, count.high) for key, count in counts.items() if count is not None}

    return read
