"""The quality gate: ``python -m benchmarks.quality [MEASURE …]``.

The development data lies outside the project (MAPAPP_EVAL names its folder, ``../shared/eval`` otherwise); without it the gate says so and
ends with 0. Error lists are written to the work folder, never into the project.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.quality import floors
from benchmarks.quality.measures import MEASURES, run


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare with the floors, and pin higher ones if asked; 1 if a figure has fallen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="Compare quality with its floors.")
    parser.add_argument("measures", nargs="*", choices=[*MEASURES, []], default=[], help="which to run; all by default")
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "mapapp-quality", help="folder for dossiers and error lists"
    )
    parser.add_argument("--update", action="store_true", help="pin the figures as new floors; refuses to lower one")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower floors; say why in the commit")
    options = parser.parse_args(arguments)
    data = Path(os.environ.get("MAPAPP_EVAL", "../shared/eval"))
    if not data.is_dir():
        print("QUALITY GATE NOT RUN: no development data here. Set MAPAPP_EVAL to its folder.", file=sys.stderr)
        return 0
    names = options.measures or list(MEASURES)
    rows = floors.compare(run(names, data, options.work), floors.read())
    print(f"{'figure':62} {'value':>7} {'floor':>7}")
    for row in rows:
        print(
            f"{row.name:62} {row.value:7.4f} {'new' if row.floor is None else format(row.floor, '7.4f'):>7} {'' if row.holds else 'FELL'}"
        )
    print(f"error lists: {options.work}")
    if options.update:
        kept = {name: value for name, value in floors.read().items() if name not in {row.name for row in rows}}
        floors.write({**kept, **floors.raised(rows, allow_regression=options.allow_regression)})
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
