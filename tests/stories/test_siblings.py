"""The mission's report has siblings: other cities, countries, borders, orders and numbers must come out as right as the first one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from mapapp.claims.claim import ClaimKind, Verdict
from mapapp.dossier import Dossier, read_report
from mapapp.incidents.incident import Incident
from mapapp.toponyms.toponym import Role

FOLDER = Path(__file__).parent / "siblings"


@dataclass(frozen=True)
class Expected:
    """What a careful reader finds. Totals: (killed, injured, attackers killed) over the dated incident and its parts."""

    published: date
    city: str
    geonameid: int
    dateline: str | None
    claims: tuple[tuple[str, float, Verdict], ...]
    day: date
    totals: tuple[int | None, int | None, int | None]
    parts: int
    background_year: int | None
    no_site: tuple[str, ...]


SIBLINGS = {
    "kassala": Expected(
        date(2019, 3, 9), "Kassala", 372753, "KHARTOUM",
        (("border", 21.9, Verdict.SUPPORTED), ("place", 413.0, Verdict.SUPPORTED)),
        date(2019, 3, 3), (9, 2, 2), 2, 2014, ("Eritrea", "Sudan", "KHARTOUM"),
    ),
    "peshawar": Expected(
        date(2020, 10, 28), "Peshawar", 1168197, None, (), date(2020, 10, 27), (11, 30, None), 0, 2016, ("Afghan", "Pakistani", "Lahore"),
    ),
    "maiduguri": Expected(
        date(2018, 11, 12), "Maiduguri", 2331447, "ABUJA", (("border", 106.9, Verdict.CONTRADICTED),),
        date(2018, 11, 10), (9, None, None), 2, None, ("Niger", "Nigerian", "Cameroonian", "ABUJA"),
    ),
    "batken": Expected(
        date(2021, 9, 20), "Batken", 1528735, "BISHKEK", (("border", 7.5, Verdict.SUPPORTED),),
        date(2021, 9, 18), (3, 8, None), 0, None, ("Kyrgyz", "Tajik", "Tajikistan", "BISHKEK"),
    ),
    "deir_ez_zor": Expected(
        date(2017, 2, 2), "Deir ez-Zor", 170794, "DAMASCUS", (("border", 99.7, Verdict.BY_ROAD),),
        date(2017, 1, 30), (12, 9, None), 2, 2016, ("Iraqi", "Iraq", "DAMASCUS"),
    ),
}  # fmt: skip


@pytest.fixture(name="story", params=sorted(SIBLINGS), scope="module")
def _story(request: pytest.FixtureRequest) -> tuple[Expected, Dossier]:
    expected = SIBLINGS[request.param]
    text = (FOLDER / f"{request.param}.txt").read_text(encoding="utf-8")
    return expected, read_report(text, published=expected.published)


def test_every_mention_of_the_city_is_that_city(story: tuple[Expected, Dossier]) -> None:
    """All mentions of the city resolve to one gazetteer record."""
    expected, dossier = story
    mentions = [t for t in dossier.toponyms if t.text == expected.city]
    assert mentions
    assert {t.place.geonameid if t.place else None for t in mentions} == {expected.geonameid}


def test_the_dateline_is_a_dateline(story: tuple[Expected, Dossier]) -> None:
    """The city where a report was filed is its dateline, if there is one."""
    expected, dossier = story
    assert [t.text for t in dossier.toponyms if t.role is Role.DATELINE] == ([expected.dateline] if expected.dateline else [])


def test_claims_are_measured_and_judged(story: tuple[Expected, Dossier]) -> None:
    """Each metric claim has the city as its subject, the right length and the right verdict, and there is no other."""
    expected, dossier = story
    claims = [c for c in dossier.claims if c.kind is ClaimKind.DISTANCE]
    judged = [(c.anchor.kind.value if c.anchor else None, c.verdict) for c in claims]
    assert judged == [(kind, verdict) for kind, _, verdict in expected.claims]
    assert [c.measured_km for c in claims] == [pytest.approx(km, rel=0.01) for _, km, _ in expected.claims]
    assert {c.subject.text for c in claims if c.subject} <= {expected.city}


def test_the_incident_has_its_day_and_its_numbers(story: tuple[Expected, Dossier]) -> None:
    """Victims are counted once, attackers apart, on the day it happened."""
    expected, dossier = story
    roots = [i for i in dossier.incidents if i.parent is None and i.date_start == expected.day]
    assert len(roots) == 1
    assert tuple(_total(roots[0], dossier, key) for key in ("killed", "injured", "attackers_killed")) == expected.totals
    assert len(_parts(roots[0], dossier)) == expected.parts


def test_what_is_only_recalled_is_background(story: tuple[Expected, Dossier]) -> None:
    """An event of an earlier year is told with year precision and marked as background."""
    expected, dossier = story
    years = [i.date_start.year for i in dossier.incidents if i.background and i.date_start and i.date_precision == "year"]
    assert years == ([expected.background_year] if expected.background_year else [])


def test_every_site_is_the_city(story: tuple[Expected, Dossier]) -> None:
    """No pin stands anywhere else."""
    expected, dossier = story
    placed = [i.site.place_id for i in dossier.incidents if i.site and i.site.position]
    assert placed
    assert set(placed) == {f"geonames:{expected.geonameid}"}


def test_no_country_origin_or_dateline_is_a_site(story: tuple[Expected, Dossier]) -> None:
    """Names that only play a part beside the events never become sites."""
    expected, dossier = story
    roles = {t.text: t.role for t in dossier.toponyms if t.text in expected.no_site}
    assert set(roles) == set(expected.no_site)
    assert Role.SITE not in roles.values()


def _parts(root: Incident, dossier: Dossier) -> list[Incident]:
    return [i for i in dossier.incidents if i.parent == root.id]


def _total(root: Incident, dossier: Dossier, key: str) -> int | None:
    own = getattr(root, key)
    if own is not None and own.best is not None:
        return int(own.best)
    known = [count.best for part in _parts(root, dossier) if (count := getattr(part, key)) is not None and count.best is not None]
    return sum(known) if known else None
