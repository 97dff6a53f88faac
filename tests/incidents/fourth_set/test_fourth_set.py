"""The fourth set of incidents: its gold is sound, it holds what is to be measured, and the program does not fall below its floors."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from gazetteer import open_gazetteer
from tests.figures import read_floors
from tests.incidents.open_set import scoring, soundness
from tests.incidents.open_set.gold import CONTINENTS, FOURTH_SET, SETS, GoldReport, gold_reports, rows
from tests.incidents.open_set.matching import matched

REPORTS = gold_reports(of=FOURTH_SET)
EARLIER = tuple(report for of in SETS.values() if of is not FOURTH_SET for report in gold_reports(of=of))
FLOORS = read_floors(FOURTH_SET.floors)

MANNERS = {
    "wire": 4, "local": 3, "broadcaster": 3, "followup": 1, "retold": 1, "flash": 1, "sitrep": 3, "digest": 4, "rights": 3, "court": 1,
    "police": 2, "log": 3, "bulletin": 2, "translation": 1,
}  # fmt: skip
"""What its users paste: twelve of the news, four of humanitarians, four digests, three of each kind of statement, logs, bulletins."""


def test_there_are_thirty_two_reports_as_users_paste_them() -> None:
    """32, six continents, the manners of writing that were asked for; no id twice; 120 to 350 words each, terse logs included."""
    assert [report.id for report in REPORTS] == [f"{number:02}" for number in range(1, 33)]
    assert {report.continent for report in REPORTS} == CONTINENTS
    assert Counter(report.genre for report in REPORTS) == MANNERS
    assert [report.id for report in REPORTS if not 120 <= len(report.text.split()) <= 350] == []


def test_no_text_and_no_place_of_an_earlier_set_is_in_the_fourth() -> None:
    """What the rules may have learned from their texts does not help here: another place, another event."""
    texts, places = ({report.text for report in EARLIER}, soundness.places(EARLIER))
    assert ({report.text for report in REPORTS} & texts, soundness.places(REPORTS) & places) == (set(), set())
    assert len({report.text for report in REPORTS}) == 32


def test_the_fourth_set_holds_what_is_to_be_measured() -> None:
    """A share that stands on a handful of incidents says nothing."""
    least = {
        "incidents": 220, "umbrellas": 28, "links": 85, "attackers": 50, "background": 20, "areas": 40, "unlocated": 8, "doubtful": 14,
        "not_incidents": 115, "unlisted": 8, "killed": 130, "injured": 60, "attackers_killed": 50, "arrested": 26, "abducted": 16,
        "displaced": 15,
    }  # fmt: skip
    assert soundness.shortfalls(REPORTS, least) == {}


@pytest.mark.parametrize("row", rows(FOURTH_SET), ids=lambda row: row["id"])
def test_every_mark_of_the_fourth_set_reads_back(row: dict[str, Any]) -> None:
    """Each stretch holds its text and cuts no word; every stretch lies inside the report; it is as long as a report."""
    assert soundness.faults_of_marks(row) == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_the_fourth_gold_agrees_with_itself(report: GoldReport) -> None:
    """Parents exist and have none themselves; what is stated has its quote; low, best and high are in order; dates are past."""
    assert soundness.faults_of_gold(report) == []


def test_villages_and_points_of_the_fourth_set_are_where_they_should_be() -> None:
    """Nothing of a village's name lies where an area stands in for it; points lie in their country, or a few kilometres off."""
    assert soundness.misplaced(REPORTS, open_gazetteer()) == []


def test_half_of_the_fourth_set_cannot_be_looked_at() -> None:
    """Reports with an odd id are refused when faults are to be listed: whoever reads them tunes on them."""
    assert {report.half for report in REPORTS} == {"dev", "held"}
    with pytest.raises(ValueError, match="not looked at"):
        scoring.faults([matched(REPORTS[0], ())])


@pytest.mark.skipif(not FLOORS, reason="no floors yet")
@pytest.mark.parametrize("half", FOURTH_SET.halves)
def test_the_program_holds_the_floors_of_the_fourth_set(half: str) -> None:
    """No figure that has a floor is below it. Names and values of figures alone are told."""
    result = scoring.figures(scoring.read_all(gold_reports(half, FOURTH_SET)))
    assert scoring.below(result, FLOORS, half=half) == [], scoring.table({half: result}, FLOORS)
