"""Run the reader over the development data and let the scorers, which are not ours to change, judge its dossiers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.quality.cross_validated import cross_validated
from benchmarks.quality.figures import Figures, Measured
from benchmarks.quality.geoparsing import geoparsing
from benchmarks.quality.offsets import offsets
from benchmarks.quality.programs import python, scored


def claims(data: Path, work: Path) -> Measured:
    """Distance claims: found, both ends right, judged, false alarms."""
    return Measured(_numbers("claims", scored(data / "claims" / "score_claims.py", work, "claims")["headline"]))


def incidents(data: Path, work: Path) -> Measured:
    """Coded events: casualties, dates, sites, whole reports."""
    return Measured(_numbers("incidents", scored(data / "incidents" / "score_incidents.py", work, "incidents")["headline"]))


def _numbers(prefix: str, value: object) -> Figures:
    """Flatten the shares of a scorer's JSON into names with dots; counts above 1 are no shares and stay out."""
    if isinstance(value, bool) or value is None:
        return {}
    if isinstance(value, int | float):
        return {prefix: float(value)} if isinstance(value, float) and 0.0 <= value <= 1.0 else {}
    if isinstance(value, Mapping):
        return {k: v for key, inner in value.items() for k, v in _numbers(f"{prefix}.{str(key).replace(' ', '_')}", inner).items()}
    return {}


def aktobe(data: Path, work: Path) -> Measured:
    """Return the share of the expectations that the seed report's dossier meets."""
    from datetime import date

    from mapapp import read_report

    folder = data / "aktobe"
    dossier = read_report((folder / "report.txt").read_text(encoding="utf-8"), published=date(2016, 6, 14))
    path = work / "aktobe.json"
    path.write_text(json.dumps(dossier.to_dict()), encoding="utf-8")
    answer = python(folder / "check_aktobe.py", path, allow_failure=True)
    right, _, total = answer.strip().splitlines()[-1].partition(" of ")
    return Measured({"aktobe.expectations_met": int(right) / int(total)})


def cross_validated_incidents(data: Path, work: Path) -> Measured:
    """Coded events read with a model of worth that never saw the report (docs/training.md): what was learned, honestly."""
    dossiers, told = work / "worth.dossiers.jsonl", work / "worth.json"
    python("-m", "mapapp.training", "try-worth", "--eval", data, "--out", dossiers)
    python(data / "incidents" / "score_incidents.py", dossiers, "--json", told)
    return Measured(_numbers("cross_validated.incidents", json.loads(told.read_text(encoding="utf-8"))["headline"]))


ON_DEMAND = {"cross_validated": cross_validated, "cross_validated_incidents": cross_validated_incidents}
"""Measures that take long: run only when named."""

MEASURES: dict[str, Callable[[Path, Path], Measured]] = {
    "aktobe": aktobe,
    "geoparsing": geoparsing,
    "claims": claims,
    "incidents": incidents,
    "offsets": offsets,
}


def run(names: Sequence[str], data: Path, work: Path) -> Measured:
    """Return the outcome of the named measures, joined."""
    work.mkdir(parents=True, exist_ok=True)
    done = [(MEASURES | ON_DEMAND)[name](data, work) for name in names]
    return Measured(
        {name: value for measured in done for name, value in measured.figures.items()},
        {name: spread for measured in done for name, spread in measured.spread.items()},
        tuple(note for measured in done for note in measured.notes),
    )
