"""Speed, as ratios side by side in one run: ``python -m benchmarks.speed [PART …]``. Never a test: machines differ."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from benchmarks.speed import borders, claims, geocoding, peers, places, reading

PARTS = {
    "places": places.main,
    "borders": borders.main,
    "reading": reading.main,
    "claims": claims.main,
    "geocoding": geocoding.main,
    "peers": peers.main,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Measure speed beside what else there is.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[], help="which to run; all by default")
    os.environ["MAPAPP_LAYERS"] = str(Path(__file__).parent / "no-layers")  # whatever this user has imported
    for part in parser.parse_args().parts or PARTS:
        print(f"\n== {part}")
        PARTS[part]()
