"""The own set of claims: its gold is sound, and the program does not fall behind what it once reached there."""

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


@pytest.fixture(name="result", scope="module")
def _result() -> scoring.Figures:
    return scoring.score(SENTENCES)


def test_there_are_enough_of_each_group() -> None:
    """At least 110 with metric claims, 20 qualitative, 30 with false friends; no text twice."""
    groups = Counter(sentence.group for sentence in SENTENCES)
    assert (groups["metric"] >= 110, groups["qualitative"] >= 20, groups["false_friends"] >= 30) == (True, True, True)
    assert len({s.id for s in SENTENCES}) == len({s.text for s in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_marks_are_sound(row: dict[str, Any]) -> None:
    """Each marked text stands at its offsets; kinds, directions and units are those of the contract."""
    assert (claim_gold.misplaced(row), claim_gold.unlawful(row)) == ([], [])


def test_false_friends_lie_outside_metric_claims() -> None:
    """None is touched by a marked distance, and every sentence holds what its group says."""
    assert (claim_gold.touched_friends(SENTENCES), claim_gold.out_of_group(SENTENCES)) == ([], [])


def test_no_figure_falls_below_its_floor(result: scoring.Figures) -> None:
    """By more than the tolerance; ``--faults`` shows what went wrong."""
    assert scoring.fallen(scoring.read_floors(FOLDER), result) == {}


def test_every_figure_has_a_floor(result: scoring.Figures) -> None:
    """Otherwise ``--pin`` was forgotten."""
    assert set(result.values) == set(scoring.read_floors(FOLDER))
