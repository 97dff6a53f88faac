"""What a country's villages gain: ``python -m benchmarks.quality.villages COUNTRY --layers FOLDER``.

The coded events of one country are read twice, without and with the places imported into FOLDER (``MAPAPP_LAYERS=FOLDER mapapp gazetteer
import …``), and the scorer's figures on their sites are printed side by side. Nothing is pinned: the imported places are not ours.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.__main__ import PROJECT, default_work
from benchmarks.quality.programs import scored

SETS = ("gtd", "acled", "ucdp")
"""Coded events with a country; whole wire reports have none."""

FIGURES = (
    "site <= 25 km, of all",
    "site <= 25 km, of placed",
    "placed (precision 1-2), of all",
    "district or region only, of all",
    "area right, of those",
)


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of one country without and with the imported places."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.villages", description="What a country's villages gain.")
    parser.add_argument("country", help="as the coded events write it")
    parser.add_argument("--layers", type=Path, required=True, help="folder of imported places")
    options = parser.parse_args(arguments)
    data = Path(os.environ.get("MAPAPP_EVAL", "../shared/eval")) / "incidents"
    if not data.is_dir():
        print("NOT RUN: no development data here. Set MAPAPP_EVAL to its folder.", file=sys.stderr)
        return 0
    work = default_work() / "villages"
    counts = _of_country(options.country, data, work)
    if not any(counts.values()):
        parser.error(f"no coded event is in {options.country!r}")
    bare = _scores(data, work, PROJECT / "no-layers")
    rich = _scores(data, work, options.layers.resolve())
    print(f"{'':8} {'':40} {'without':>18} {'with':>18}")
    for name, count in counts.items():
        for figure in FIGURES if count else ():
            print(f"{name:8} {figure:40} {bare[name].get(figure, '-'):>18} {rich[name].get(figure, '-'):>18}")
    return 0


def _of_country(country: str, data: Path, work: Path) -> dict[str, int]:
    """Write the coded events of one country to the work folder; return how many each set has."""
    work.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name in SETS:
        lines = (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if json.loads(line)["country"] == country]
        _write(work / f"{name}.jsonl", kept)
        counts[name] = len(kept)
    return counts


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _scores(data: Path, work: Path, layers: Path) -> dict[str, dict[str, Any]]:
    """Read the events with the places of a folder and return the scorer's figures by set."""
    os.environ["MAPAPP_LAYERS"] = str(layers)
    tables: dict[str, dict[str, Any]] = scored(data / "score_incidents.py", work, "villages", folder=work)["tables"]
    return tables


if __name__ == "__main__":
    sys.exit(main())
