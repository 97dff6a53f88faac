"""Many reports: in order, restartable, and no bad row stops the others."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gazetteer import open_gazetteer
from mapapp import batch
from mapapp.cli import main
from mapapp.errors import UnreadableFile
from mapapp.report.report import Report
from mapapp.report.rows import Row
from mapapp.settings import Settings


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


COUNCIL = "Paris council will vote on the new water tower on Tuesday."
NEWS = {
    "gazette.example": [
        "A barn burned down near Brantford, Ontario, on Monday. Fire crews came from Woodstock and Simcoe.",
        "The river rose in Cambridge, Ontario, and Kitchener, Ontario, closed two bridges.",
        "Schools in Hamilton, Ontario, stay shut after the snow; buses to Brantford were late.",
    ],
    "www.courier.example": [
        "A barn burned down near Sherman, Texas, on Monday. Fire crews came from Denison and Bonham.",
        "The river rose near Denison, Texas, and Durant, Oklahoma, closed two bridges.",
        "Schools in Bonham, Texas, stay shut after the hail; buses to Sherman were late.",
    ],
}


def papers() -> list[dict[str, str]]:
    """Return the reports of two papers that both write of their own Paris, and the same sentence of nobody known."""
    rows = [
        {"id": f"{host}/{number}", "text": text, "url": f"https://{host}/news/{number}"}
        for host, texts in NEWS.items()
        for number, text in enumerate([*texts, COUNCIL])
    ]
    return [*rows, {"id": "nobody", "text": COUNCIL}, {"id": "alone", "text": COUNCIL, "url": "https://herald.example/1"}]


def divisions(path: Path) -> dict[str, str]:
    """Return for each dossier of the council's report the state or province of its first place."""
    world = open_gazetteer()
    found = {}
    for dossier in dossiers(path):
        place = dossier["toponyms"][0]["place"]
        if dossier["text_sha256"] == Report(COUNCIL).text_sha256:
            found[dossier["id"]] = "" if place is None else world.place(place["place_id"]).admin1
    return found


def dossiers(path: Path) -> list[dict[str, Any]]:
    """Return all dossiers of a file."""
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_homes_are_learned_from_the_other_reports_of_a_host(tmp_path: Path) -> None:
    """One sentence in two papers; the dossiers say what they were read with."""
    out = tmp_path / "out.jsonl"
    tally = batch.run(write(tmp_path / "in.jsonl", *papers()), out, learns_homes=True, complain=print)
    assert (10, 0) == (tally.written, tally.bad)
    found = divisions(out)
    assert ("CA.08", "US.TX") == (found["gazette.example/3"], found["www.courier.example/3"])
    assert found["nobody"] == found["alone"] != "CA.08"
    by_id = {dossier["id"]: dossier for dossier in dossiers(out)}
    assert [3, 3, 0, 0] == [by_id[key]["settings"]["home_learned_from"] for key in found]
    notes = by_id["www.courier.example/3"]["notes"]
    assert [True] == [
        note.endswith(" in 3 other reports of courier.example.") for note in notes if note.startswith("Read with a home region")
    ]
    assert not any(note.startswith("Read with a home region") for note in by_id["nobody"]["notes"])


def test_the_home_given_holds_where_none_can_be_learned(tmp_path: Path) -> None:
    """And each dossier's settings hold the home it was read with, never both."""
    out = tmp_path / "out.jsonl"
    brantford = Settings(home_places=("geonames:5907990",))
    batch.run(write(tmp_path / "in.jsonl", *papers()), out, learns_homes=True, settings=brantford, complain=print)
    found = divisions(out)
    assert ("US.TX", "CA.08", "CA.08") == (found["www.courier.example/3"], found["nobody"], found["alone"])
    by_id = {dossier["id"]: dossier["settings"]["home_places"] for dossier in dossiers(out)}
    assert ([], ["geonames:5907990"]) == (by_id["www.courier.example/3"], by_id["nobody"])


def test_sources_may_be_named_instead_of_having_an_address(tmp_path: Path) -> None:
    """The key `source` of JSONL, and a column of CSV."""
    rows = [{"id": row["id"], "text": row["text"], "source": row["id"].split("/")[0]} for row in papers()]
    out = tmp_path / "out.jsonl"
    batch.run(write(tmp_path / "in.jsonl", *rows), out, learns_homes=True, complain=print)
    table = tmp_path / "in.csv"
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["id", "text", "source"])
        writer.writeheader()
        writer.writerows(rows)
    from_table = tmp_path / "table.jsonl"
    batch.run(table, from_table, learns_homes=True, complain=print)
    assert "US.TX" == divisions(out)["www.courier.example/3"]
    assert out.read_bytes() == from_table.read_bytes()


def test_a_report_that_stands_twice_does_not_speak_for_itself(tmp_path: Path) -> None:
    """The same text under two addresses is one report."""
    rows = [{"id": str(number), "text": NEWS["gazette.example"][0], "url": f"https://gazette.example/{number}"} for number in range(9)]
    out = tmp_path / "out.jsonl"
    batch.run(write(tmp_path / "in.jsonl", *rows), out, learns_homes=True, complain=print)
    assert [0] * 9 == [dossier["settings"]["home_learned_from"] for dossier in dossiers(out)]


def test_resuming_learns_homes_from_all_reports_again(tmp_path: Path) -> None:
    """What is read after a break is read with the same homes; bad rows are complained of once, in the second pass."""
    source = write(tmp_path / "in.jsonl", *papers(), "{broken", {"id": "e", "text": " ", "url": "https://gazette.example/e"})
    whole, broken_off = tmp_path / "whole.jsonl", tmp_path / "broken_off.jsonl"
    said: list[str] = []
    seen: list[tuple[str, int]] = []
    batch.run(source, whole, learns_homes=True, complain=said.append, progress=lambda *step: seen.append(step))
    # Nine reports of a known source, and an empty one; all twelve rows in the second pass.
    assert (2, 10, 12) == (
        len(said),
        sum(reading == batch.NAMES for reading, _ in seen),
        sum(reading == batch.REPORTS for reading, _ in seen),
    )
    lines = whole.read_bytes().splitlines(keepends=True)
    broken_off.write_bytes(b"".join(lines[:6]))
    tally = batch.run(source, broken_off, resume=True, learns_homes=True, complain=said.append)
    assert (6, 4, whole.read_bytes()) == (tally.resumed, tally.written, broken_off.read_bytes())


@pytest.mark.slow
def test_several_processes_learn_the_same_homes(tmp_path: Path) -> None:
    """The same bytes, whatever the number of processes."""
    source = write(tmp_path / "in.jsonl", *papers())
    written = []
    for workers in ("1", "2"):
        out = tmp_path / f"{workers}.jsonl"
        command = [sys.executable, "-m", "mapapp", "batch", str(source), "--out", str(out), "--workers", workers, "--learn-homes"]
        subprocess.run(command, capture_output=True, check=True)
        written.append(out.read_bytes())
    assert written[0] == written[1]
    assert b"Read with a home region" in written[0]


def test_a_fault_of_ours_does_not_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said which report it was."""

    def stumbles(text: str, **_: object) -> None:
        raise ZeroDivisionError(text)

    monkeypatch.setattr("mapapp.dossier.read_report", stumbles)
    assert "mapapp stumbled over this report (ZeroDivisionError: x); please report it" == batch.read_row(Row("here", "a", "x"))
