"""`mapapp batch`: read many reports into a file of dossiers, one a line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mapapp import batch
from mapapp.commands.home import settings_of
from mapapp.commands.later import not_yet
from mapapp.commands.output import say

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
        return 0
    say(f"no report in {options.reports} could be used: {batch.EXPECTED}")
    return 2


def _show(reading: str, count: int) -> None:
    """Show on a terminal how many reports are read, and in which pass."""
    if count % _SHOW_EVERY == 0:
        what = "reports looked at for homes" if reading == batch.NAMES else "reports read"
        print(f"\r{count:,} {what:<30}", end="", file=sys.stderr, flush=True)
