"""The open set of incidents: its gold is sound, the scorer counts what it says, and the program does not fall below its floors."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from gazetteer import LatLon, open_gazetteer
from mapapp.incidents.incident import Count, DatePrecision, GeoPrecision, Incident, IncidentType, Quote, Site
from mapapp.report.report import Span
from tests.figures import read_floors
from tests.incidents.open_set import fields, scoring, soundness
from tests.incidents.open_set.gold import CONTINENTS, COUNTS, OPEN_SET, GoldReport, gold_reports, read_gold, rows
from tests.incidents.open_set.matching import every, matched

REPORTS = gold_reports()
ROWS = rows()
INCIDENTS = [(report, incident) for report in REPORTS for incident in report.incidents]
FLOORS = read_floors(OPEN_SET.floors)

GENRES = {"wire", "local", "sitrep", "blotter", "caps", "ngo", "monitor", "followup", "liveblog", "communique"}

SMALL = {
    "id": "02", "genre": "wire", "continent": "Europe", "published": "2020-01-02", "not_incidents": [], "optional": [],
    "text": "Two bombs killed five in Rome on Wednesday: three at a bank, two at a shop. A guard shot one bomber.",
    "incidents": [],
}  # fmt: skip
"""A report without gold; tests add what they need."""


def test_there_are_enough_reports_from_everywhere() -> None:
    """72, six continents, ten manners of writing; no id and no text twice; the halves are equal."""
    assert [report.id for report in REPORTS] == [f"{number:02}" for number in range(1, 73)]
    assert len({report.text for report in REPORTS}) == 72
    assert ({report.continent for report in REPORTS}, {report.genre for report in REPORTS}) == (CONTINENTS, GENRES)
    assert Counter(report.half for report in REPORTS) == {"dev": 36, "held": 36}


@pytest.mark.parametrize("half", ["dev", "held"])
def test_each_half_holds_what_is_to_be_measured(half: str) -> None:
    """A share that stands on a handful of incidents says nothing."""
    incidents = [incident for report, incident in INCIDENTS if report.half == half and not incident.optional]
    counts = {
        "incidents": len(incidents),
        "links": sum(incident.parent is not None for incident in incidents),
        "attackers": sum(fields.has_attackers(incident) for incident in incidents),
        "background": sum(incident.background == (True,) for incident in incidents),
        "areas": sum(incident.site is not None and incident.site.area for incident in incidents),
        "none": sum(fields.is_stated_none(incident, name) for incident in incidents for name in COUNTS),
        "not_incidents": sum(len(report.not_incidents) for report in REPORTS if report.half == half),
    }
    least = {"incidents": 110, "links": 20, "attackers": 9, "background": 15, "areas": 20, "none": 8, "not_incidents": 35}
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_every_mark_reads_back(row: dict[str, Any]) -> None:
    """Each stretch holds its text and cuts no word; every stretch lies inside the report; it is as long as a report."""
    assert soundness.faults_of_marks(row) == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_gold_agrees_with_itself(report: GoldReport) -> None:
    """Parents exist and have none themselves; what is stated has its quote; low, best and high are in order; dates are past."""
    assert soundness.faults_of_gold(report) == []


def test_villages_of_no_gazetteer_are_in_none() -> None:
    """Where an area has to stand in, nothing of the village's name lies in it."""
    sites = [i.site for _, i in INCIDENTS if i.site and i.site.in_no_gazetteer]
    assert (soundness.known_villages(sites, open_gazetteer()), len(sites) >= 8) == ([], True)


def test_points_lie_in_their_country() -> None:
    """Or within a few kilometres of it: positions have one decimal, and towns stand on shores and borders."""
    points = [i.site for _, i in INCIDENTS if i.site and not i.site.area]
    assert soundness.sites_abroad(points, open_gazetteer()) == []


def _gold(**given: Any) -> dict[str, Any]:
    """Return a gold incident as it stands in the file, over the small report."""
    empty = dict.fromkeys(("parent", "date_start", "date_end", "date_precision", "site", "civilians", "source", *COUNTS))
    told = {"field": "incident", "start": 0, "end": 25}
    return {"id": "a", "type": "bombing", "realis": "real", "actors": [], "attribution": "asserted", "quotes": [told]} | empty | given


def _found(identity: str, start: int, end: int, **given: Any) -> Incident:
    return Incident(id=identity, type=IncidentType.BOMBING, summary="", quotes=(Quote(Span(start, end), "incident"),), **given)


def _values(golds: list[dict[str, Any]], found: list[Incident], **report: Any) -> dict[str, float]:
    return scoring.figures([matched(read_gold(SMALL | {"incidents": golds} | report), found)]).values


def _exactly(number: int) -> Count:
    return Count(number, number, number)


FAMILY = [
    _gold(id="u", killed={"low": 5, "best": 5, "high": 5}),
    _gold(parent="u", killed={"low": 3, "best": 3, "high": 3}, quotes=[{"field": "incident", "start": 44, "end": 59}]),
]


def test_a_family_read_right_scores_one() -> None:
    """Umbrella and part are linked, both figures are right, and the parent's dead are all there are."""
    values = _values(FAMILY, [_found("1", 0, 25, killed=_exactly(5)), _found("2", 44, 59, killed=_exactly(3), parent="1")])
    names = ("incidents.f1", "links.f1", "totals.umbrella", "totals.parts", "totals.family", "killed.exact", "type.right")
    assert [values[name] for name in names] == [1.0] * 7


def test_a_missing_link_costs_the_link_and_the_total() -> None:
    """Without it the dead of the part come on top of the umbrella's."""
    values = _values(FAMILY, [_found("1", 0, 25, killed=_exactly(5)), _found("2", 44, 59, killed=_exactly(3))])
    assert (values["links.recall"], values["totals.family"], values["killed.exact"]) == (0.0, 0.0, 1.0)


def test_a_spurious_link_costs_precision() -> None:
    """Two incidents that stand side by side were tied together."""
    golds = [FAMILY[0], FAMILY[1] | {"parent": None}]
    assert _values(golds, [_found("1", 0, 25), _found("2", 44, 59, parent="1")])["links.precision"] == 0.0


def test_what_is_told_twice_or_invented_costs_precision() -> None:
    """A second incident from the same words is a double; one from words of no incident is not left alone."""
    golds = [_gold(quotes=[{"field": "incident", "start": 0, "end": 25}, {"field": "incident", "start": 28, "end": 40}])]
    aside = [{"start": 76, "end": 100, "text": SMALL["text"][76:100], "why": "statement"}]
    values = _values(golds, [_found("1", 0, 25), _found("2", 28, 40), _found("3", 76, 90)], not_incidents=aside)
    assert values["incidents.precision"] == pytest.approx(1 / 3)
    assert (values["incidents.retold_once"], values["not_incidents.left_alone"]) == (0.0, 0.0)


@pytest.mark.parametrize(("killed", "attackers", "right"), [(None, 1, 1.0), (0, 1, 1.0), (1, 1, 0.0), (1, None, 0.0)])
def test_attackers_are_apart_only_when_both_figures_are(killed: int | None, attackers: int | None, right: float) -> None:
    """A dead attacker counted among the victims is wrong, whatever stands in the other field."""
    gold = _gold(attackers_killed={"low": 1, "best": 1, "high": 1})
    counts = {n: _exactly(c) for n, c in (("killed", killed), ("attackers_killed", attackers)) if c is not None}
    assert _values([gold], [_found("1", 0, 25, **counts)])["attackers.apart"] == right


def _site(lat: float, lon: float, precision: GeoPrecision) -> Site:
    return Site("Rome", None, LatLon(lat, lon), 5000.0, precision, "exact")


def test_pins_and_areas_are_told_apart() -> None:
    """A pin in the middle of an area is wrong where the gold wants an area; a pin 40 km off is wrong for a town."""
    means = {"name": "Rome", "country": "IT", "lat": 41.9, "lon": 12.5}
    town = {"start": 25, "end": 29, "text": "Rome", "means": means, "geo_precision": 1, "area": False}
    area = town | {"geo_precision": 4, "area": True, "radius_km": 100}
    quotes = [{"field": "incident", "start": 0, "end": 25}, {"field": "site", "start": 25, "end": 29}]

    def value(name: str, site: dict[str, Any], found: Site) -> float:
        return _values([_gold(site=site, quotes=quotes)], [_found("1", 0, 25, site=found)])[name]

    assert value("site.placed_right", town, _site(41.9, 12.6, GeoPrecision.EXACT)) == 1.0
    assert value("site.placed_right", town, _site(41.9, 13.0, GeoPrecision.EXACT)) == 0.0
    assert value("site.area_right", area, _site(41.9, 12.5, GeoPrecision.EXACT)) == 0.0
    assert value("site.area_right", area, _site(42.5, 12.5, GeoPrecision.ADMIN1)) == 1.0


def test_dates_are_exact_at_both_ends() -> None:
    """A day too early is wrong; a second reading that the gold allows is right."""
    quotes = [{"field": "incident", "start": 0, "end": 25}, {"field": "date_start", "start": 33, "end": 42}]
    day = {"date_start": "2020-01-01", "date_end": "2020-01-01", "date_precision": "day", "quotes": quotes}
    found = _found("1", 0, 25, date_start=date(2019, 12, 31), date_end=date(2019, 12, 31), date_precision=DatePrecision.DAY)
    assert _values([_gold(**day)], [found])["date.exact"] == 0.0
    assert _values([_gold(**day, date_or=[["2019-12-31", "2019-12-31", "day"]])], [found])["date.exact"] == 1.0


def test_the_held_half_cannot_be_looked_at() -> None:
    """Its faults are refused: whoever reads them tunes on them."""
    held = next(report for report in REPORTS if report.half == "held")
    with pytest.raises(ValueError, match="not looked at"):
        scoring.faults([matched(held, ())])


def test_optional_incidents_are_counted_neither_way() -> None:
    """Found or not, an optional incident changes no figure."""
    match = matched(read_gold(SMALL | {"incidents": [_gold(optional=True)]}), [_found("1", 0, 25)])
    values = scoring.figures([match]).values
    assert (list(every([match])), {name for name, value in values.items() if value}) == ([], set())


@pytest.mark.skipif(not FLOORS, reason="no floors yet: what finds incidents is still being made")
@pytest.mark.parametrize("half", OPEN_SET.halves)
def test_the_program_holds_its_floors(half: str) -> None:
    """No figure that has a floor is below it."""
    result = scoring.figures(scoring.read_all(gold_reports(half)))
    assert scoring.below(result, FLOORS, half=half) == [], scoring.table({half: result}, FLOORS)
