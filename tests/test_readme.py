"""What the README shows works as shown."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from mapapp.cli import main

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
REPORT = "Aktobe, 100 kilometers from the Russian border, was the site of a bombing in 2011."


def commands() -> list[str]:
    """Return the mapapp commands of the README, in order, without comments."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.startswith("mapapp ")]


def test_every_command_shown_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In the order shown, in one folder, each ends with 0."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    Path("reports.jsonl").write_text(json.dumps({"id": "a", "text": REPORT, "published": "2016-06-08"}) + "\n", encoding="utf-8")
    shown = [c for c in commands() if c != "mapapp doctor"]  # whether Chromium is there is not the README's business
    assert len(shown) >= 8
    assert {command: main(shlex.split(command)[1:]) for command in shown} == dict.fromkeys(shown, 0)
    assert json.loads(Path("incidents.geojson").read_text(encoding="utf-8"))["features"]
    assert "69 km in a straight line" in capsys.readouterr().out


def test_the_python_shown_works(capsys: pytest.CaptureFixture[str]) -> None:
    """The block is executed, and prints the mission's figure."""
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(block, {})
    assert capsys.readouterr().out == "by_road 69\n"


def test_the_reason_shown_is_the_reason_given() -> None:
    """The worked example on the first screen is what the program prints."""
    from mapapp.dossier import read_report

    figure = "69 km in a straight line (63-76); 100 km is 1.45 times that: plausible by road, not as a straight line."
    assert read_report(REPORT).claims[0].reason.startswith(figure)
    assert figure in README


def test_pictures_and_files_named_are_there() -> None:
    """No broken picture, no file that does not exist."""
    root = Path(__file__).parent.parent
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    named = [*pictures, "LICENSE", "data/SOURCES.toml", "data/licences", "benchmarks/quality/floors.json"]
    assert [name for name in named if not (root / name).exists()] == []
