"""Figures of confidence, worked out by hand."""

from __future__ import annotations

import pytest

from benchmarks.quality.calibration import calibration, expected_error


def test_shares_are_of_the_names_found() -> None:
    """Four names found, three answered, two of them confidently, one of these right."""
    measured = calibration([(0.9, True), (0.7, False), (0.5, True), (None, False)])
    assert (measured.found, measured.answered, measured.right) == (4, 0.75, pytest.approx(2 / 3))
    assert (measured.confident_right, measured.confident_kept) == (0.5, 0.5)
    assert measured.brier == pytest.approx((0.01 + 0.49 + 0.25) / 3)


def test_the_error_is_the_gap_in_each_bin_weighted_by_its_answers() -> None:
    """Two answers of .85 with one right are .35 off; two of .25 with none right are .25 off."""
    assert expected_error([(0.85, True), (0.85, False), (0.25, False), (0.25, False)]) == pytest.approx(0.30)


def test_neighbours_in_one_bin_make_up_for_each_other() -> None:
    """.80 and .89 share a bin, .90 does not; certainty belongs to the last bin."""
    assert expected_error([(0.80, True), (0.89, True)]) == pytest.approx(0.155)
    assert expected_error([(0.80, False), (0.90, True)]) == pytest.approx((0.8 + 0.1) / 2)
    assert expected_error([(1.0, True), (1.0, True)]) == 0.0


def test_no_confident_answer_keeps_nothing() -> None:
    """Nothing is right among none."""
    measured = calibration([(0.5, True)])
    assert (measured.confident_right, measured.confident_kept) == (0.0, 0.0)


def test_without_any_answer_nothing_can_be_said() -> None:
    """A reader that never answers must not look well calibrated."""
    with pytest.raises(ValueError, match="no name was given a place"):
        calibration([(None, False)])
