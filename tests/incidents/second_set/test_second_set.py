"""The second set of incidents: its gold is sound, it holds what is to be measured, and the program does not fall below its floors."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from gazetteer import open_gazetteer
from tests.figures import read_floors
from tests.incidents.open_set import fields, scoring, soundness
from tests.incidents.open_set.gold import COUNTS, OPEN_SET, SECOND_SET, GoldReport, gold_reports, rows
from tests.incidents.open_set.matching import matched

REPORTS = gold_reports(of=SECOND_SET)
INCIDENTS = [(report, incident) for report in REPORTS for incident in report.incidents]
FLOORS = read_floors(SECOND_SET.floors)

CONTINENTS = {"Africa", "Asia", "Europe", "North America", "South America", "Oceania"}


def test_there_are_forty_reports_from_everywhere() -> None:
    """40, six continents, no manner of writing above a fourth; no id and no text twice, and none of the open set's texts."""
    assert [report.id for report in REPORTS] == [f"{number:02}" for number in range(1, 41)]
    assert len({report.text for report in REPORTS}) == 40
    assert {report.text for report in REPORTS} & {report.text for report in gold_reports(of=OPEN_SET)} == set()
    assert {report.continent for report in REPORTS} == CONTINENTS
    assert max(Counter(report.genre for report in REPORTS).values()) <= 10


def test_the_set_holds_what_is_to_be_measured() -> None:
    """A share that stands on a handful of incidents says nothing."""
    incidents = [incident for _, incident in INCIDENTS if not incident.optional]
    counts = {
        "incidents": len(incidents),
        "umbrellas": sum(any(i.parent for i in report.incidents) for report in REPORTS),
        "links": sum(incident.parent is not None for incident in incidents),
        "attackers": sum(fields.has_attackers(incident) for incident in incidents),
        "background": sum(incident.background == (True,) for incident in incidents),
        "areas": sum(incident.site is not None and incident.site.area for incident in incidents),
        "unlocated": sum(incident.site is None and not incident.site_open for incident in incidents),
        "doubtful": sum(incident.attributions[0] in scoring.DOUBTFUL for incident in incidents),
        "not_incidents": sum(len(report.not_incidents) for report in REPORTS),
    } | {name: sum(name in fields.above_zero(incident) for incident in incidents) for name in COUNTS}
    least = {
        "incidents": 200, "umbrellas": 14, "links": 45, "attackers": 14, "background": 30, "areas": 30, "unlocated": 8, "doubtful": 10,
        "not_incidents": 60, "killed": 100, "injured": 50, "attackers_killed": 14, "arrested": 20, "abducted": 15, "displaced": 15,
    }  # fmt: skip
    assert {name: counts[name] for name in least if counts[name] < least[name]} == {}


@pytest.mark.parametrize("row", rows(SECOND_SET), ids=lambda row: row["id"])
def test_every_mark_of_the_second_set_reads_back(row: dict[str, Any]) -> None:
    """Each stretch holds its text and cuts no word; every stretch lies inside the report; it is as long as a report."""
    assert soundness.faults_of_marks(row) == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_second_gold_agrees_with_itself(report: GoldReport) -> None:
    """Parents exist and have none themselves; what is stated has its quote; low, best and high are in order; dates are past."""
    assert soundness.faults_of_gold(report) == []


def test_villages_and_points_of_the_second_set_are_where_they_should_be() -> None:
    """Nothing of a village's name lies where an area stands in for it; points lie in their country, or a few kilometres off."""
    world = open_gazetteer()
    unlisted = [i.site for _, i in INCIDENTS if i.site and i.site.in_no_gazetteer]
    points = [i.site for _, i in INCIDENTS if i.site and not i.site.area]
    assert (soundness.known_villages(unlisted, world), soundness.sites_abroad(points, world), len(unlisted) >= 12) == ([], [], True)


def test_the_second_set_cannot_be_looked_at() -> None:
    """Every report of it is refused when faults are to be listed: whoever reads them tunes on them."""
    assert {report.half for report in REPORTS} == {"blind"}
    with pytest.raises(ValueError, match="not looked at"):
        scoring.faults([matched(REPORTS[0], ())])


@pytest.mark.skipif(not FLOORS, reason="no floors yet")
def test_the_program_holds_the_floors_of_the_second_set() -> None:
    """No figure that has a floor is below it. Names and values of figures alone are told."""
    result = scoring.figures(scoring.read_all(REPORTS))
    below = [name for name, floor in FLOORS.items() if result.values.get(name.removeprefix("blind."), 0.0) < floor]
    assert below == [], scoring.table({"blind": result}, FLOORS)
