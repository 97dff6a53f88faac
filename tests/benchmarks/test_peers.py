"""Speed beside other readers: the reports are made fairly, and what is not there is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.speed.own_reports import cut, own_texts, renamed, town_names
from benchmarks.speed.peers import WORKER, best, row


def test_towns_change_their_names_and_capitals_stay() -> None:
    """Every mention of one town gets the same new name."""
    text = "GULU - The road to Gulu was cut."
    assert renamed(text, {(0, 4): "GULU", (19, 23): "Gulu"}, {"GULU": "Arua", "Gulu": "Arua"}) == "ARUA - The road to Arua was cut."


def test_a_report_is_cut_behind_a_sentence() -> None:
    """The first whole sentences that hold as many words as asked for."""
    text = "The rain came early. Nobody was hurt. The bridge held."
    assert cut(text, 5) == "The rain came early. Nobody was hurt."
    assert cut(text, 500) == text


def test_the_own_texts_and_towns_are_there() -> None:
    """The lists have more names to give than the texts hold towns."""
    assert len(own_texts()) >= 9
    assert len(town_names()) > 60
    assert "Adigrat" in town_names()


def test_a_reader_that_is_not_installed_says_so(tmp_path: Path) -> None:
    """Without the site packages no other reader can be there."""
    (tmp_path / "reports.json").write_text('["Rain fell.", "Snow fell."]')
    command = [sys.executable, "-I", "-S", str(WORKER), "geotext", str(tmp_path / "reports.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"missing": "not installed (No module named 'geotext')"}


def test_a_row_shows_the_ratio_or_why_there_is_none() -> None:
    """Twice as quick is 2.00 x."""
    ours = {"version": "1", "seconds": 0.02, "start_s": 0.3, "peak_mb": 70.0, "names": 30.0, "placed": 29.0}
    assert row("fast", {**ours, "seconds": 0.01}, ours).split() == [
        "fast",
        "1",
        "100",
        "2.00",
        "x",
        "0.30",
        "s",
        "70",
        "MB",
        "30.0",
        "29.0",
    ]
    assert row("absent", {"missing": "not installed"}, ours).split() == ["absent", "not", "installed"]


def test_the_best_of_each_cost_is_shown() -> None:
    """A run that failed later is not hidden behind an earlier one."""
    runs = [{"seconds": 0.2, "start_s": 0.3, "peak_mb": 70.0}, {"seconds": 0.1, "start_s": 0.4, "peak_mb": 71.0}]
    assert best(runs) == {"seconds": 0.1, "start_s": 0.3, "peak_mb": 70.0}
    assert best([*runs, {"missing": "failed"}]) == {"missing": "failed"}
