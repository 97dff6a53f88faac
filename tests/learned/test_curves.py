"""Curves from what a model says to how often it was right, and the files that hold them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import DataDamaged, DataMissing
from mapapp.learned.curves import Curve, read_numbers

CURVE = Curve((0.2, 0.6, 0.8), (0.1, 0.5, 0.9))


def test_a_curve_is_straight_between_its_points_and_level_outside() -> None:
    """Nothing is read into probabilities that were never measured."""
    assert CURVE(np.array([0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 1.0])).tolist() == pytest.approx([0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 0.9])


@given(st.lists(st.floats(0, 1), max_size=20))
def test_a_rising_curve_keeps_the_order(stated: list[float]) -> None:
    """Who was surer before is no less sure behind it."""
    found = CURVE(np.array(sorted(stated))).tolist()
    assert found == sorted(found)


def test_numbers_are_read_as_they_are_written(tmp_path: Path) -> None:
    """A file of JSON."""
    (tmp_path / "numbers.json").write_text('{"threshold": -0.5, "curve": {"stated": [0, 1]}}', encoding="utf-8")
    assert read_numbers(tmp_path / "numbers.json") == {"threshold": -0.5, "curve": {"stated": [0, 1]}}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00"])
def test_damaged_numbers_are_refused(tmp_path: Path, content: bytes) -> None:
    """The message names the file."""
    (tmp_path / "numbers.json").write_bytes(content)
    with pytest.raises(DataDamaged, match=r"numbers\.json is damaged: install mapapp again"):
        read_numbers(tmp_path / "numbers.json")


def test_missing_numbers_are_named(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(DataMissing, match=r"nowhere\.json is missing: install mapapp again"):
        read_numbers(tmp_path / "nowhere.json")
