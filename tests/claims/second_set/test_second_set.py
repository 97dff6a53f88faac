"""The second set of claims: its gold is sound, and the program does not fall behind what it reached there when it was first run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.claims import claim_gold
from tests.claims import claim_scoring as scoring

FOLDER = Path(__file__).parent
ROWS = scoring.read_rows(FOLDER)
SENTENCES = scoring.read_sentences(FOLDER)
FLOORS = scoring.read_floors(FOLDER)


def test_there_are_enough_of_each_group() -> None:
    """At least 150 with metric claims, 40 qualitative, 45 with false friends; no text twice."""
    groups = Counter(sentence.group for sentence in SENTENCES)
    assert (groups["metric"] >= 150, groups["qualitative"] >= 40, groups["false_friends"] >= 45) == (True, True, True)
    assert len({s.id for s in SENTENCES}) == len({s.text for s in SENTENCES}) == len(SENTENCES)


def test_no_text_stands_in_the_own_set() -> None:
    """The own set may be looked at while rules are made; this one may not."""
    own = scoring.read_sentences(FOLDER.parent / "own_set")
    assert {s.text for s in SENTENCES} & {s.text for s in own} == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_marks_are_sound(row: dict[str, Any]) -> None:
    """Each marked text stands at its offsets; kinds, directions and units are those of the contract."""
    assert (claim_gold.misplaced(row), claim_gold.unlawful(row)) == ([], [])


def test_false_friends_lie_outside_metric_claims() -> None:
    """None is touched by a marked distance, and every sentence holds what its group says."""
    assert (claim_gold.touched_friends(SENTENCES), claim_gold.out_of_group(SENTENCES)) == ([], [])


@pytest.mark.skipif(not FLOORS, reason="no floors yet: the set is first run when the program is done")
def test_no_figure_falls_below_its_floor() -> None:
    """By more than the tolerance; figures without a floor are not looked at."""
    assert scoring.fallen(FLOORS, scoring.score(SENTENCES)) == {}
