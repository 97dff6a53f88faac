"""The comparison without and with a country's villages: its own events only, both times by the scorer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.villages import main
from mapapp.cli import main as cli

SCORER = """
import json, sys
from pathlib import Path
folder = Path(sys.argv[sys.argv.index("--folder") + 1])
rows = [json.loads(line) for line in (folder / "gtd.jsonl").read_text().splitlines()]
if "--make-input" in sys.argv:
    Path(sys.argv[-1]).write_text("".join(json.dumps({"id": row["id"], "text": row["text"]}) + chr(10) for row in rows))
else:
    dossiers = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    placed = sum(any((i["site"] or {}).get("geo_precision") in (1, 2) for i in dossier["incidents"]) for dossier in dossiers)
    tables = {"gtd": {"site <= 25 km, of all": f"{placed} of {len(rows)}"}}
    Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps({"tables": tables}))
"""


@pytest.fixture
def events(tmp_path: Path, monkeypatch) -> Path:
    """Write coded events in own words, a town and a village that the gazetteer lacks, and import the village."""
    folder = tmp_path / "incidents"
    folder.mkdir()
    rows = [
        {"id": "a", "country": "Chad", "text": "Gunmen killed two traders in Abéché, Chad, on 3 May 2019."},
        {"id": "b", "country": "Chad", "text": "Gunmen killed a herder in Qoryazuma, Chad, on 4 May 2019."},
        {"id": "c", "country": "Peru", "text": "A bomb wounded a guard in Ayacucho, Peru, on 4 May 2019."},
    ]
    (folder / "gtd.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for name in ("acled", "ucdp"):
        (folder / f"{name}.jsonl").write_text("", encoding="utf-8")
    (folder / "score_incidents.py").write_text(SCORER, encoding="utf-8")
    monkeypatch.setenv("MAPAPP_EVAL", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("MAPAPP_LAYERS", str(tmp_path / "layers"))
    villages = tmp_path / "villages.csv"
    villages.write_text("name,lat,lon,country\nQoryazuma,13.9,20.9,TD\n", encoding="utf-8")
    assert cli(["gazetteer", "import", str(villages), "--background"]) == 0
    return tmp_path


def test_the_events_of_one_country_are_read_without_and_with_its_villages(events: Path, capsys) -> None:
    """The village counts only once it has been imported; the event of the other country never."""
    assert main(["Chad", "--layers", str(events / "layers")]) == 0
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines() if line.startswith("gtd") and "of all" in line]
    first = [part.strip() for part in lines[0] if part.strip()]
    assert first == ["gtd", "site <= 25 km, of all", "1 of 2", "2 of 2"]


def test_a_country_without_events_is_refused(events: Path, capsys) -> None:
    """Rather than a table of nothing."""
    with pytest.raises(SystemExit):
        main(["Norway", "--layers", str(events)])
    assert "no coded event is in 'Norway'" in capsys.readouterr().err


def test_without_data_it_says_that_it_did_not_run(tmp_path: Path, monkeypatch, capsys) -> None:
    """As the gate does."""
    monkeypatch.setenv("MAPAPP_EVAL", str(tmp_path / "none"))
    assert main(["Chad", "--layers", str(tmp_path)]) == 0
    assert capsys.readouterr().err.startswith("NOT RUN")
