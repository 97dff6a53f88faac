"""The quality gate as a program: what it does without data, what it shows, what it pins, what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import floors
from benchmarks.quality.__main__ import default_work, main, show
from benchmarks.quality.geoparsing import keep_baseline


def test_without_data_the_gate_says_aloud_that_it_did_not_run(tmp_path: Path, monkeypatch, capsys) -> None:
    """Not a failure: only who has the data can measure."""
    monkeypatch.setenv("MAPAPP_EVAL", str(tmp_path / "none"))
    assert main([]) == 0
    assert capsys.readouterr().err.startswith("QUALITY GATE NOT RUN")


def test_the_work_folder_may_not_lie_in_the_project(root: Path, capsys) -> None:
    """The lists hold sentences that belong to their publishers."""
    with pytest.raises(SystemExit):
        main(["--work", str(root / "build" / "quality")])
    assert "lies in the project" in capsys.readouterr().err


def test_the_work_folder_outlives_a_run(tmp_path: Path, monkeypatch) -> None:
    """It follows the user's own setting of a cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_work() == tmp_path / "mapapp" / "quality"


def test_a_smaller_calibration_error_is_better() -> None:
    """It is a cost, the other figures of confidence are not."""
    figures = {"geoparsing.calibration_error": 0.05, "geoparsing.confident_kept": 0.8}
    rows = floors.compare(figures, {"geoparsing.calibration_error": 0.04, "geoparsing.confident_kept": 0.7})
    assert [row.holds for row in rows] == [False, True]


def test_of_the_resolver_alone_only_the_joint_share_is_pinned() -> None:
    """The rest is shown; a stray floor for it is not heeded."""
    names = ["geoparsing.gold_spans.lgl.right", "geoparsing.gold_spans.micro.ceiling", "geoparsing.gold_spans.micro.share_of_ceiling"]
    rows = floors.compare(dict.fromkeys(names, 0.5), {names[0]: 0.9})
    assert [row.holds for row in rows] == [True, True, True]
    assert floors.raised(rows, allow_regression=False) == {names[2]: 0.5}


def test_the_table_shows_interval_and_what_is_not_pinned(capsys) -> None:
    """A figure that fell says so."""
    rows = [floors.Row("a.f1", 0.5, 0.6), floors.Row("b.f1", 0.5, None), floors.Row("c.f1", 0.5, None, pinned=False)]
    show(rows, {"a.f1": (0.45, 0.551)})
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert lines == [["a.f1", "0.5000", "0.6000", "0.450", "-", "0.551", "FELL"], ["b.f1", "0.5000", "new"], ["c.f1", "0.5000", "-"]]


def test_the_pinned_answers_are_kept_beside_the_run(tmp_path: Path) -> None:
    """A later pinning replaces them."""
    for answers in ("first", "second"):
        for name in ("places.jsonl", "demonyms.jsonl"):
            (tmp_path / name).write_text(answers)
        keep_baseline(tmp_path)
    assert [(p.name, p.read_text()) for p in sorted((tmp_path / "baseline").iterdir())] == [
        ("demonyms.jsonl", "second"),
        ("places.jsonl", "second"),
    ]
