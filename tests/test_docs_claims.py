"""What docs/claims.md shows is what the program prints, and the thresholds in its table are those in use."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from mapapp.claims.judging.thresholds import LOOSE, STANDARD, STRICT
from mapapp.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "claims.md").read_text(encoding="utf-8")
SHOWN = [(command, answer) for command, answer in re.findall(r"^\$ (mapapp check .*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)]


def test_the_page_shows_some_answers():
    """Or the next test would hold for nothing."""
    assert len(SHOWN) == 3


@pytest.mark.parametrize(("command", "answer"), SHOWN)
def test_the_answers_shown_are_those_given(command: str, answer: str, capsys: pytest.CaptureFixture[str]):
    """To the letter."""
    assert main(shlex.split(command)[1:]) == 0
    assert answer == capsys.readouterr().out


@pytest.mark.parametrize(
    ("verdict", "bounds"),
    [
        ("roughly", [f"{t.roughly_low:g} to {t.roughly_high:g}" for t in (STANDARD, STRICT, LOOSE)]),
        ("by_road", [f"to {t.by_road:g}" for t in (STANDARD, STRICT, LOOSE)]),
        ("by_road_if_obstacle", [f"to {t.obstacle:.4g}" if t.obstacle % 1 else f"to {t.obstacle:.1f}" for t in (STANDARD, STRICT, LOOSE)]),
    ],
)
def test_the_thresholds_shown_are_those_in_use(verdict: str, bounds: list[str]):
    """A table beside the code has to follow it."""
    assert f"| `{verdict}` | {' | '.join(bounds)} |" in PAGE
