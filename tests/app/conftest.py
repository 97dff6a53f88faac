"""A dossier made by hand: two towns of invented land, one attack with a background, one unplaced fire, one checked distance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Subject, Verdict
from mapapp.dossier import Dossier
from mapapp.incidents.incident import Attribution, Count, DatePrecision, GeoPrecision, Incident, IncidentType, Quote, Site
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Alternative, Role, Toponym

TEXT = (
    "WESTON, May 3, 2020 – Gunmen 🔥 killed four people in Eston on May 2. Eston, 100 kilometers from the border, saw a bombing in 2011. "
    "A fire broke out. The mayor of ESTON blamed Nowhere."
)


def made_place(place_id: str, name: str, lat: float, lon: float, *, kind: Kind = Kind.CITY, population: int | None = 250_000) -> Place:
    """Return a place of invented land."""
    return Place(place_id, None, name, LatLon(lat, lon), ("XA",), kind, "PPL", population, 4.5, "", "", "invented")


ESTON = made_place("made:1", "Eston", 10.0, 20.0)
OTHER_ESTON = made_place("made:2", "Eston", 40.0, -80.0, population=900)
WESTON = made_place("made:3", "Weston", 10.0, 15.0)


def span_of(words: str, nth: int = 0) -> Span:
    """Return where the words stand in the text for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _toponyms() -> tuple[Toponym, ...]:
    other = (Alternative(OTHER_ESTON, 0.2, ("small",)),)
    eston = [
        Toponym(span_of("Eston", nth), "Eston", Role.SITE, place=ESTON, confidence=0.93, reasons=("the larger one",), alternatives=other)
        for nth in (0, 1)
    ]
    return (
        Toponym(span_of("WESTON"), "WESTON", Role.DATELINE, place=WESTON, confidence=1.0),
        *eston,
        Toponym(span_of("ESTON", 1), "ESTON", Role.MENTION, place=ESTON, confidence=0.9, alternatives=other),
        Toponym(span_of("Nowhere"), "Nowhere", Role.MENTION),
    )


def _claim() -> Claim:
    return Claim(
        span=span_of("100 kilometers from the border"),
        text="100 kilometers from the border",
        kind=ClaimKind.DISTANCE,
        verdict=Verdict.BY_ROAD,
        reason="69 km in a straight line.",
        subject=Subject("Eston", span_of("Eston", 1), ESTON.position, ESTON.place_id),
        anchor=Anchor("the border", span_of("the border"), AnchorKind.BORDER, ("XA", "XB")),
        stated=Interval(90.0, 110.0),
        measured_km=69.2,
        measured=Interval(62.8, 75.6),
        bearing_deg=0.0,
        nearest=LatLon(10.6, 20.0),
    )


def _incidents() -> tuple[Incident, ...]:
    site = Site("Eston", ESTON.place_id, ESTON.position, 4500.0, GeoPrecision.EXACT, "exact")
    sentence = "Gunmen 🔥 killed four people in Eston on May 2."
    return (
        Incident(
            id="attack",
            type=IncidentType.ARMED_ATTACK,
            summary=sentence,
            date_start=date(2020, 5, 2),
            date_end=date(2020, 5, 2),
            date_precision=DatePrecision.DAY,
            site=site,
            killed=Count(4, 4, 4),
            quotes=(Quote(span_of(sentence), "incident"),),
        ),
        Incident(
            id="bombing",
            type=IncidentType.BOMBING,
            summary="Eston saw a bombing in 2011.",
            date_start=date(2011, 1, 1),
            date_end=date(2011, 12, 31),
            date_precision=DatePrecision.YEAR,
            attribution=Attribution.REPORTED,
            site=site,
            quotes=(Quote(span_of("Eston, 100 kilometers from the border, saw a bombing in 2011."), "incident"),),
            background=True,
        ),
        Incident(id="fire", type=IncidentType.FIRE, summary="A fire broke out.", quotes=(Quote(span_of("A fire broke out."), "incident"),)),
    )


@pytest.fixture(name="dossier")
def _dossier() -> Dossier:
    """Give the dossier of the invented report."""
    report = Report(TEXT, id="r-made", title="Attack in Eston", published=date(2020, 5, 3))
    dateline = Dateline("WESTON", span_of("WESTON"), date(2020, 5, 3), TEXT.index("Gunmen"))
    return Dossier(report, "en", dateline, _toponyms(), (_claim(),), _incidents(), versions={"mapapp": "0"})


class NoNames:
    """A gazetteer that names nothing: all that the export asks of one."""

    def country(self, iso2: str) -> None:
        """Know no country."""

    def admin1(self, code: str) -> None:
        """Know no division."""

    def admin2(self, code: str) -> None:
        """Know no division."""

    def countries_at(self, position: LatLon) -> tuple[str, ...]:
        """Know no country."""
        return ()


@pytest.fixture(name="collection")
def _collection(dossier: Dossier) -> dict[str, object]:
    """Give the FeatureCollection of the invented report, all layers."""
    from mapapp.app.features import LAYERS
    from mapapp.export import feature_collection

    return feature_collection([dossier], layers=LAYERS, gazetteer=NoNames())


@pytest.fixture(name="collect")
def _collect() -> Callable[[Dossier], dict[str, object]]:
    """Make the FeatureCollection of a dossier, all layers."""
    from mapapp.app.features import LAYERS
    from mapapp.export import feature_collection

    return lambda dossier: feature_collection([dossier], layers=LAYERS, gazetteer=NoNames())


@pytest.fixture(name="where")
def _where() -> Callable[..., Span]:
    """Find where words stand in the invented report."""
    return span_of
