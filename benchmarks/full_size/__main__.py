"""Make a dump and measure what bringing it costs: ``python -m benchmarks.full_size generate|measure …``. Never a test: machines differ."""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.full_size.dump import write_dump
from benchmarks.full_size.measure import PARTS, measure


def main() -> None:
    """Read the command line and do as it says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.full_size", description="The gazetteer at full size.")
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("generate", help="write a made-up dump in the format of GeoNames")
    making.add_argument("--out", type=Path, required=True, metavar="DIR")
    making.add_argument("--places", type=int, default=12_000_000)
    making.add_argument("--alternates", type=int, default=15_000_000)
    making.add_argument("--seed", type=int, default=1)
    making.add_argument("--countries", nargs="*", metavar="ISO", help="all by default")
    measuring = commands.add_parser("measure", help="import a dump and measure what it costs")
    measuring.add_argument("--dump", type=Path, required=True, metavar="DIR")
    measuring.add_argument("--layers", type=Path, required=True, metavar="DIR", help="the folder of layers; import writes into it")
    measuring.add_argument("--only", nargs="*", choices=[*PARTS], default=[], help="all by default")
    chosen = parser.parse_args()
    if chosen.command == "measure":
        measure(chosen.dump, chosen.layers, chosen.only)
    else:
        generate(chosen)


def generate(chosen: argparse.Namespace) -> None:
    """Write a dump and say what it holds."""
    started = time.perf_counter()
    expected = write_dump(
        chosen.out, places=chosen.places, alternates=chosen.alternates, seed=chosen.seed, countries=chosen.countries or None
    )
    told = asdict(expected)
    del told["by_country"]
    print(json.dumps(told, indent=1, ensure_ascii=False))
    print(f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
