"""The third set of incidents: its gold is sound, it holds what is to be measured, and the program does not fall below its floors."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from gazetteer import open_gazetteer
from tests.figures import read_floors
from tests.incidents.open_set import scoring, soundness
from tests.incidents.open_set.gold import CONTINENTS, OPEN_SET, SECOND_SET, THIRD_SET, GoldReport, gold_reports, rows

REPORTS = gold_reports(of=THIRD_SET)
EARLIER = gold_reports(of=OPEN_SET) + gold_reports(of=SECOND_SET)
FLOORS = read_floors(THIRD_SET.floors)

MANNERS_TAKEN_UP_AGAIN = {"agency", "caps"}
"""All other manners of writing are new."""


def test_there_are_thirty_two_reports_from_everywhere() -> None:
    """32, six continents, hardly any manner of writing twice and most of them new; no id twice, 120 to 220 words each."""
    assert [report.id for report in REPORTS] == [f"{number:02}" for number in range(1, 33)]
    assert {report.continent for report in REPORTS} == CONTINENTS
    assert max(Counter(report.genre for report in REPORTS).values()) <= 2
    assert {report.genre for report in REPORTS} & {report.genre for report in EARLIER} == MANNERS_TAKEN_UP_AGAIN
    assert [report.id for report in REPORTS if not 120 <= len(report.text.split()) <= 220] == []


def test_no_text_and_no_place_of_the_earlier_sets_comes_again() -> None:
    """What the rules may have learned from their texts does not help here: another place, another event."""
    texts, places = ({report.text for report in EARLIER}, soundness.places(EARLIER))
    assert ({report.text for report in REPORTS} & texts, soundness.places(REPORTS) & places) == (set(), set())
    assert len({report.text for report in REPORTS}) == 32


def test_the_third_set_holds_what_is_to_be_measured() -> None:
    """A share that stands on a handful of incidents says nothing."""
    least = {
        "incidents": 240, "umbrellas": 20, "links": 75, "attackers": 22, "background": 30, "areas": 30, "unlocated": 18, "doubtful": 28,
        "not_incidents": 60, "unlisted": 10, "killed": 110, "injured": 55, "attackers_killed": 22, "arrested": 35, "abducted": 22,
        "displaced": 20,
    }  # fmt: skip
    assert soundness.shortfalls(REPORTS, least) == {}


@pytest.mark.parametrize("row", rows(THIRD_SET), ids=lambda row: row["id"])
def test_every_mark_of_the_third_set_reads_back(row: dict[str, Any]) -> None:
    """Each stretch holds its text and cuts no word; every stretch lies inside the report; it is as long as a report."""
    assert soundness.faults_of_marks(row) == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_third_gold_agrees_with_itself(report: GoldReport) -> None:
    """Parents exist and have none themselves; what is stated has its quote; low, best and high are in order; dates are past."""
    assert soundness.faults_of_gold(report) == []


def test_villages_and_points_of_the_third_set_are_where_they_should_be() -> None:
    """Nothing of a village's name lies where an area stands in for it; points lie in their country, or a few kilometres off."""
    assert soundness.misplaced(REPORTS, open_gazetteer()) == []


@pytest.mark.skipif(not FLOORS, reason="no floors yet")
def test_the_program_holds_the_floors_of_the_third_set() -> None:
    """No figure that has a floor is below it."""
    result = scoring.figures(scoring.read_all(REPORTS))
    assert scoring.below(result, FLOORS, half="dev") == [], scoring.table({"dev": result}, FLOORS)
