"""The quality gate's own rules: floors only rise, and a fall is never pinned by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import floors


def test_a_figure_below_its_floor_does_not_hold() -> None:
    """More is better for shares of right answers, less for shares of errors."""
    rows = floors.compare({"a.f1": 0.70, "b.killed_invented": 0.03, "c.new": 0.1}, {"a.f1": 0.71, "b.killed_invented": 0.02})
    assert [(row.name, row.holds) for row in rows] == [("a.f1", False), ("b.killed_invented", False), ("c.new", True)]


def test_rounding_is_no_fall() -> None:
    """A difference in the fourth decimal is the scorer's rounding."""
    assert floors.compare({"a.f1": 0.7097}, {"a.f1": 0.71})[0].holds


def test_a_fall_is_not_pinned_unless_somebody_says_so() -> None:
    """Lowering a floor takes a flag, and so a commit that says why."""
    rows = floors.compare({"a.f1": 0.5}, {"a.f1": 0.6})
    with pytest.raises(ValueError, match=r"a\.f1"):
        floors.raised(rows, allow_regression=False)
    assert floors.raised(rows, allow_regression=True) == {"a.f1": 0.5}


def test_floors_survive_writing_and_reading(tmp_path: Path) -> None:
    """What is pinned is read again, sorted by name."""
    path = tmp_path / "floors.json"
    floors.write({"b": 0.2, "a": 0.1}, path)
    assert list(floors.read(path).items()) == [("a", 0.1), ("b", 0.2)]


def test_the_pinned_floors_are_above_what_was_asked() -> None:
    """The floors kept here are not lower than the first aim: .50 end to end, every expectation of the seed report."""
    pinned = floors.read()
    assert pinned["geoparsing.micro.end_to_end_f1"] >= 0.50
    assert pinned["aktobe.expectations_met"] == 1.0
