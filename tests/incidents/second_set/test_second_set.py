"""The second set of incidents: its gold is sound, it holds what is to be measured, and the program does not fall below its floors."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from gazetteer import open_gazetteer
from tests.figures import read_floors
from tests.incidents.open_set import scoring, soundness
from tests.incidents.open_set.gold import CONTINENTS, OPEN_SET, SECOND_SET, GoldReport, gold_reports, rows

REPORTS = gold_reports(of=SECOND_SET)
FLOORS = read_floors(SECOND_SET.floors)


def test_there_are_forty_reports_from_everywhere() -> None:
    """40, six continents, no manner of writing above a fourth; no id and no text twice, and none of the open set's texts."""
    assert [report.id for report in REPORTS] == [f"{number:02}" for number in range(1, 41)]
    assert len({report.text for report in REPORTS}) == 40
    assert {report.text for report in REPORTS} & {report.text for report in gold_reports(of=OPEN_SET)} == set()
    assert {report.continent for report in REPORTS} == CONTINENTS
    assert max(Counter(report.genre for report in REPORTS).values()) <= 10


def test_the_set_holds_what_is_to_be_measured() -> None:
    """A share that stands on a handful of incidents says nothing."""
    least = {
        "incidents": 200, "umbrellas": 14, "links": 45, "attackers": 14, "background": 30, "areas": 30, "unlocated": 8, "doubtful": 10,
        "not_incidents": 60, "unlisted": 12, "killed": 100, "injured": 50, "attackers_killed": 14, "arrested": 20, "abducted": 15,
        "displaced": 15,
    }  # fmt: skip
    assert soundness.shortfalls(REPORTS, least) == {}


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
    assert soundness.misplaced(REPORTS, open_gazetteer()) == []


@pytest.mark.skipif(not FLOORS, reason="no floors yet")
def test_the_program_holds_the_floors_of_the_second_set() -> None:
    """No figure that has a floor is below it."""
    result = scoring.figures(scoring.read_all(REPORTS))
    assert scoring.below(result, FLOORS, half="dev") == [], scoring.table({"dev": result}, FLOORS)
