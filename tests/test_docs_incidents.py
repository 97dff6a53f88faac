"""What docs/incidents.md shows is what the program answers: the incidents of its report, the counts of its table, the types it lists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mapapp import read_report
from mapapp.cli import main
from mapapp.incidents.incident import IncidentType

PAGE = (Path(__file__).parents[1] / "docs" / "incidents.md").read_text(encoding="utf-8")
REPORT, ANSWER = re.search(r"^\$ cat report\.txt\n(.*?)^\$ mapapp read report\.txt.*?\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL).groups()
COUNTS = re.findall(r"^\| “(.+?)” \| (\S+) \| (\S+) \| (\S+) \|$", PAGE, re.MULTILINE)


def test_the_incidents_shown_are_those_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the letter."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert main(["read", str(path)]) == 0
    shown = capsys.readouterr().out.partition("INCIDENTS\n")[2].partition("\n\n")[0]
    assert shown.splitlines() == [f"  {line}" if line else line for line in ANSWER.splitlines()]


def test_the_table_shows_some_counts() -> None:
    """Or the next test would hold for nothing."""
    assert len(COUNTS) == 7


@pytest.mark.parametrize(("words", "low", "best", "high"), COUNTS)
def test_a_number_of_people_is_read_as_the_table_says(words: str, low: str, best: str, high: str) -> None:
    """In a sentence that puts a bomb in a town."""
    (incident,) = read_report(f"A bomb went off in Ayacucho, Peru, on 3 May 2019. {words}").incidents
    count = incident.killed
    found = ("null",) * 3 if count is None else tuple("null" if side is None else str(side) for side in (count.low, count.best, count.high))
    assert found == (low, best, high)


def test_every_type_is_listed() -> None:
    """In the order of the contract."""
    listed = re.search(r"An event of one of 24 types \((.*?)\)", PAGE, re.DOTALL)
    assert listed is not None
    assert re.split(r",\s+", listed[1]) == [kind.value for kind in IncidentType]
