"""Many reports: in order, restartable, and no bad row stops the others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mapapp import batch
from mapapp.cli import main
from mapapp.errors import UnreadableFile
from mapapp.report.rows import Row


def write(path: Path, *rows: object) -> Path:
    """Write rows as JSONL; a string is written as it is."""
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def ids(path: Path) -> list[str]:
    """Return the ids of the dossiers in a file."""
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def report(number: int) -> dict[str, str]:
    """Return a report with an id."""
    return {"id": f"r{number}", "text": f"Gunmen killed {number + 2} people in Almaty on 5 June 2017, police said."}


def test_bad_rows_are_named_and_the_others_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 as long as one could be used."""
    source = write(tmp_path / "in.jsonl", report(1), "{broken", {"id": "e", "text": "  "}, {"id": "n"}, report(2))
    out = tmp_path / "out.jsonl"
    assert 0 == main(["batch", str(source), "--out", str(out)])
    assert ["r1", "r2"] == ids(out)
    complaints = [line for line in capsys.readouterr().err.splitlines() if "in.jsonl, line" in line]
    assert [2, 3, 4] == [int(line.split("line ")[1].split(":")[0]) for line in complaints]


def test_nothing_usable_is_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a line that says what is expected."""
    source = write(tmp_path / "in.jsonl", "{broken")
    assert 2 == main(["batch", str(source), "--out", str(tmp_path / "out.jsonl")])
    assert "give JSONL" in capsys.readouterr().err


def test_resuming_goes_on_behind_what_is_there(tmp_path: Path) -> None:
    """A line that was broken off is read anew; what is whole stays byte for byte."""
    source = write(tmp_path / "in.jsonl", *map(report, range(4)))
    whole, broken_off = tmp_path / "whole.jsonl", tmp_path / "broken_off.jsonl"
    batch.run(source, whole, complain=print)
    content = whole.read_bytes()
    broken_off.write_bytes(content[: content.index(b"\n") + 500])
    tally = batch.run(source, broken_off, resume=True, complain=print)
    assert (1, 3, content) == (tally.resumed, tally.written, broken_off.read_bytes())


def test_resuming_twice_changes_nothing(tmp_path: Path) -> None:
    """Rows with the same id count each for one."""
    source = write(tmp_path / "in.jsonl", report(1), report(1), report(2))
    out = tmp_path / "out.jsonl"
    batch.run(source, out, resume=True, complain=print)
    before = out.read_bytes()
    tally = batch.run(source, out, resume=True, complain=print)
    assert (3, 0, before) == (tally.resumed, tally.written, out.read_bytes())


def test_resuming_refuses_a_file_that_holds_no_dossiers(tmp_path: Path) -> None:
    """Somebody's other file is not appended to."""
    out = write(tmp_path / "out.jsonl", "a note of mine")
    with pytest.raises(UnreadableFile, match="line 1: not a dossier"):
        batch.run(write(tmp_path / "in.jsonl", report(1)), out, resume=True, complain=print)
    assert "a note of mine\n" == out.read_text()


def test_a_wrong_source_does_not_cost_yesterdays_results(tmp_path: Path) -> None:
    """The source is looked at first."""
    out = write(tmp_path / "out.jsonl", "yesterday")
    with pytest.raises(UnreadableFile):
        batch.run(tmp_path / "missing.jsonl", out, complain=print)
    assert "yesterday\n" == out.read_text()


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder that does not exist."""
    with pytest.raises(UnreadableFile, match="cannot be written"):
        batch.run(write(tmp_path / "in.jsonl", report(1)), tmp_path / "no" / "out.jsonl", complain=print)


@pytest.mark.slow
def test_several_processes_write_the_same_bytes(tmp_path: Path) -> None:
    """In the order of the source, bad rows named alike."""
    source = write(tmp_path / "in.jsonl", *map(report, range(9)), "{broken", report(9))
    written, said = [], []
    for workers in ("1", "2"):
        out = tmp_path / f"{workers}.jsonl"
        # In a process of its own: those it starts look at its main module, which under pytest is somebody else's.
        command = [sys.executable, "-m", "mapapp", "batch", str(source), "--out", str(out), "--workers", workers]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        written.append(out.read_bytes())
        said.append([line for line in done.stderr.splitlines() if "in.jsonl, line" in line])
    assert (written[0], said[0]) == (written[1], said[1])
    assert (10, 1) == (written[0].count(b"\n"), len(said[0]))


def test_a_fault_of_ours_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said which report it was."""

    def stumbles(text: str, **_: object) -> None:
        raise ZeroDivisionError(text)

    monkeypatch.setattr("mapapp.dossier.read_report", stumbles)
    assert "mapapp stumbled over this report (ZeroDivisionError: x); please report it" == batch.read_row(Row("here", "a", "x"))
