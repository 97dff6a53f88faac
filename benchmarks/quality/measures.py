"""Run the reader over the development data and let the scorers, which are not ours to change, judge its dossiers."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Figures = dict[str, float]


def geoparsing(data: Path, work: Path) -> Figures:
    """Toponyms of three news corpora: recognition, resolution, end to end at 161 km, demonyms apart."""
    folder = data / "geoparsing"
    corpora = [folder / "dev" / f"{name}.jsonl" for name in ("lgl", "geovirus", "geowebnews")]
    joined = work / "geoparsing.dossiers.jsonl"
    joined.write_bytes(b"".join(_batch(path, work / f"{path.stem}.dossiers.jsonl").read_bytes() for path in corpora))
    gold = ",".join(map(str, corpora))
    _python(folder / "dossiers_to_pred.py", joined, "-o", work / "places.jsonl")
    _python(folder / "dossiers_to_pred.py", joined, "-o", work / "demonyms.jsonl", "--only-demonyms")
    errors = ["--errors", work / "geoparsing.errors.tsv"]
    head = json.loads(
        _python(folder / "score.py", gold, work / "places.jsonl", "--groups", "literal,associative", "--id-ok", "--json", *errors)
    )
    with_demonyms = ",".join(str(corpora[i]) for i in (0, 2))
    peoples = json.loads(_python(folder / "score.py", with_demonyms, work / "demonyms.jsonl", "--groups", "demonym", "--id-ok", "--json"))
    return {f"geoparsing.{k}": v for k, v in {**_corpora(head), "demonyms.micro.f1": _figure(peoples, "micro", "e2e_F1")}.items()}


def _corpora(report: Mapping[str, Any]) -> Figures:
    figures = {f"{name}.end_to_end_f1": _figure(report, name, "e2e_F1") for name in ("lgl", "geovirus", "geowebnews", "micro")}
    keys = {"exact_f1": "exact_F1", "overlap_f1": "overlap_F1", "overlap_recall": "overlap_R", "right_of_found": "acc_all"}
    return figures | {f"micro.{name}": _figure(report, "micro", key) for name, key in keys.items()}


def _figure(report: Mapping[str, Any], row: str, key: str) -> float:
    """Find a figure in the scorer's report, whatever the row's full title is ("ALL(micro)")."""
    for title, values in report.items():
        if row in title.lower() and isinstance(values, Mapping) and key in values:
            return float(values[key])
    msg = f"the scorer gave no {key} for {row}; it has {sorted(report)}"
    raise KeyError(msg)


def claims(data: Path, work: Path) -> Figures:
    """Distance claims: found, both ends right, judged, false alarms."""
    return _numbers("claims", _scored(data / "claims" / "score_claims.py", "claims", work))


def incidents(data: Path, work: Path) -> Figures:
    """Coded events: casualties, dates, sites, whole reports."""
    return _numbers("incidents", _scored(data / "incidents" / "score_incidents.py", "incidents", work))


def _scored(scorer: Path, name: str, work: Path) -> object:
    _python(scorer, "--make-input", work / f"{name}.in.jsonl")
    dossiers = _batch(work / f"{name}.in.jsonl", work / f"{name}.dossiers.jsonl")
    _python(scorer, dossiers, "--json", work / f"{name}.json", "--errors", work / f"{name}.errors.tsv")
    return json.loads((work / f"{name}.json").read_text(encoding="utf-8"))["headline"]


def _numbers(prefix: str, value: object) -> Figures:
    """Flatten the shares of a scorer's JSON into names with dots; counts above 1 are no shares and stay out."""
    if isinstance(value, bool) or value is None:
        return {}
    if isinstance(value, int | float):
        return {prefix: float(value)} if isinstance(value, float) and 0.0 <= value <= 1.0 else {}
    if isinstance(value, Mapping):
        return {k: v for key, inner in value.items() for k, v in _numbers(f"{prefix}.{str(key).replace(' ', '_')}", inner).items()}
    return {}


def aktobe(data: Path, work: Path) -> Figures:
    """Return the share of the expectations that the seed report's dossier meets."""
    from datetime import date

    from mapapp import read_report

    folder = data / "aktobe"
    dossier = read_report((folder / "report.txt").read_text(encoding="utf-8"), published=date(2016, 6, 14))
    path = work / "aktobe.json"
    path.write_text(json.dumps(dossier.to_dict()), encoding="utf-8")
    answer = _python(folder / "check_aktobe.py", path, allow_failure=True)
    right, _, total = answer.strip().splitlines()[-1].partition(" of ")
    return {"aktobe.expectations_met": int(right) / int(total)}


MEASURES: dict[str, Callable[[Path, Path], Figures]] = {
    "aktobe": aktobe,
    "geoparsing": geoparsing,
    "claims": claims,
    "incidents": incidents,
}


def _batch(reports: Path, dossiers: Path) -> Path:
    dossiers.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "mapapp.cli", "batch", str(reports), "--out", str(dossiers)], check=True)
    return dossiers


def _python(*command: object, allow_failure: bool = False) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode and not allow_failure:
        msg = f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}"
        raise RuntimeError(msg)
    return done.stdout


def run(names: Sequence[str], data: Path, work: Path) -> Figures:
    """Return all figures of the named measures."""
    work.mkdir(parents=True, exist_ok=True)
    return {name: value for measure in names for name, value in MEASURES[measure](data, work).items()}
