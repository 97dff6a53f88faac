"""The quality gate: ``python -m benchmarks.quality [MEASURE …]``.

The development data lies outside the project (MAPAPP_EVAL names its folder, ``../shared/eval`` otherwise); without it the gate says so and
ends with 0. Dossiers, error lists, and the gains and losses against the last pinned run go to the work folder, never into the project.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.quality import floors
from benchmarks.quality.geoparsing import keep_baseline
from benchmarks.quality.measures import MEASURES, ON_DEMAND, run

PROJECT = Path(__file__).resolve().parents[2]


def default_work() -> Path:
    """Return a folder of this user that outlives a run: the last pinned answers are kept there."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mapapp" / "quality"


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare with the floors, and pin higher ones if asked; 1 if a figure has fallen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="Compare quality with its floors.")
    parser.add_argument(
        "measures", nargs="*", choices=[*MEASURES, *ON_DEMAND, []], default=[], help="which to run; by default all but cross-validation"
    )
    parser.add_argument(
        "--work", type=Path, default=default_work(), help="folder for dossiers, lists and the last pinned answers (default: %(default)s)"
    )
    parser.add_argument("--update", action="store_true", help="pin the figures as new floors; refuses to lower one")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower floors; say why in the commit")
    parser.add_argument("--layers", type=Path, help="folder of imported places to read with; by default none")
    options = parser.parse_args(arguments)
    os.environ["MAPAPP_LAYERS"] = str(options.layers or PROJECT / "no-layers")
    if options.layers and options.update:
        parser.error("--update pins what holds without imported places")
    work = options.work.expanduser().resolve()
    if work.is_relative_to(PROJECT):
        parser.error(f"--work {options.work} lies in the project: the texts of the corpora must not get there")
    data = Path(os.environ.get("MAPAPP_EVAL", "../shared/eval"))
    if not data.is_dir():
        print("QUALITY GATE NOT RUN: no development data here. Set MAPAPP_EVAL to its folder.", file=sys.stderr)
        return 0
    names = options.measures or list(MEASURES)
    measured = run(names, data, work)
    rows = floors.compare(measured.figures, floors.read())
    show(rows, measured.spread)
    print("", *measured.notes, f"dossiers and error lists: {work}", sep="\n")
    if options.update:
        kept = {name: value for name, value in floors.read().items() if name not in {row.name for row in rows}}
        floors.write({**kept, **floors.raised(rows, allow_regression=options.allow_regression)})
        if "geoparsing" in names:
            keep_baseline(work)
    return 0 if all(row.holds for row in rows) else 1


def show(rows: Sequence[floors.Row], spread: Mapping[str, tuple[float, float]]) -> None:
    """Print the figures beside their floors, with 95 % intervals where they are known."""
    print(f"{'figure':62} {'value':>7} {'floor':>7} {'95 % interval':>15}")
    for row in rows:
        floor = ("new" if row.pinned else "-") if row.floor is None else f"{row.floor:.4f}"
        interval = "{:.3f} - {:.3f}".format(*spread[row.name]) if row.name in spread else ""
        print(f"{row.name:62} {row.value:7.4f} {floor:>7} {interval:>15} {'' if row.holds else 'FELL'}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
