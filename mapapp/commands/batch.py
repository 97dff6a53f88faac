"""`mapapp batch`: read many reports into a file of dossiers, one a line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mapapp import batch
from mapapp.claims.judging.conflicts import conflicts
from mapapp.commands.home import settings_of
from mapapp.commands.later import not_yet
from mapapp.commands.output import say
from mapapp.dossier_reader import read_claims

_SHOW_EVERY = 25


def run(options: argparse.Namespace) -> int:
    """Read all reports; a bad one gives a line on stderr. Exit code 2 only where nothing could be used."""
    if options.dask:
        return not_yet("mapapp batch --dask")
    source, out = Path(options.reports), Path(options.out)
    progress = _show if sys.stderr.isatty() else None
    tally = batch.run(
        source,
        out,
        workers=options.workers,
        resume=options.resume,
        learns_homes=options.learn_homes,
        settings=settings_of(options),
        complain=say,
        progress=progress,
    )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    kept = f", {tally.resumed:,} were there already" if tally.resumed else ""
    bad = f", {tally.bad:,} could not be read" if tally.bad else ""
    say(f"{tally.written:,} dossiers written to {options.out}{kept}{bad}")
    if tally.written or tally.resumed:
        _say_conflicts(out)
        return 0
    say(f"no report in {options.reports} could be used: {batch.EXPECTED}")
    return 2


def _say_conflicts(out: Path) -> None:
    """Say for how many pairs of places the reports give distances that do not agree."""
    count = len(conflicts(read_claims(out)))
    if count:
        pairs = "one pair of places" if count == 1 else f"{count:,} pairs of places"
        say(f"for {pairs} the distances stated do not agree: open the reports in `mapapp app` to see them side by side")


def _show(reading: str, count: int) -> None:
    """Show on a terminal how many reports are read, and in which pass."""
    if count % _SHOW_EVERY == 0:
        what = "reports looked at for homes" if reading == batch.NAMES else "reports read"
        print(f"\r{count:,} {what:<30}", end="", file=sys.stderr, flush=True)
