"""Finding and placing names beside other readers that run offline: one run, the same reports, one core, a fresh process each.

Run ``python -m benchmarks.speed.peers [--peers-python PYTHON]``. The others live in an environment of their own (``PYTHON`` is its
interpreter; MAPAPP_PEERS_PYTHON names it too)::

    python3 -m venv /somewhere/peers
    /somewhere/peers/bin/pip install --only-binary :all: geotext==0.4.0 'spacy>=3.8,<3.9' loguru pydantic
    /somewhere/peers/bin/pip install --only-binary :all: --no-deps flashgeotext==0.5.5

flashgeotext stands on flashtext, which is offered as source only: installing that runs its set-up program, so it is left to you. What is
not there is said, not guessed. The official models of spaCy are on no package index; packages that bear their names there are by
others, so leave them alone: without a model from its makers the row stays empty. Read the ratios rather than the rates, and the columns
of names beside them: the others look names up in short lists, and give no position.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.own_reports import own_reports

PROJECT = Path(__file__).resolve().parents[2]
WORKER = Path(__file__).with_name("peer_worker.py")
PEERS_PYTHON = "MAPAPP_PEERS_PYTHON"
OURS = "mapapp"
PEERS = ("geotext", "flashgeotext", "spacy")
REPORTS = 60
WORDS = 400
RUNS = 3

# One core: libraries for arrays would take all there are.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def measured(interpreters: Mapping[str, str], reports: Path) -> dict[str, dict[str, Any]]:
    """Return the best of some fresh processes for each reader: the quickest start, the quickest reading, the least memory.

    They take turns, so that a busy minute of the machine hits all of them.
    """
    runs: dict[str, list[dict[str, Any]]] = {reader: [] for reader in interpreters}
    for _ in range(RUNS):
        for reader, python in interpreters.items():
            if not any("missing" in run for run in runs[reader]):
                runs[reader].append(run_once(reader, python, reports))
    return {reader: best(of) for reader, of in runs.items()}


def run_once(reader: str, python: str, reports: Path) -> dict[str, Any]:
    """Return what one fresh process says; ``missing`` tells why a reader could not run."""
    # From the text of the worker, not its path: the modules beside it must not hide a reader's own.
    command = [python, "-c", WORKER.read_text(encoding="utf-8"), reader, str(reports)]
    where = PROJECT if reader == OURS else reports.parent
    done = subprocess.run(command, cwd=where, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"missing": f"failed: {done.stderr.strip().splitlines()[-1]}"}
    run: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return run


def best(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the least of each cost; what is missing stays missing."""
    if "missing" in runs[-1]:
        return runs[-1]
    return runs[0] | {key: min(run[key] for run in runs) for key in ("start_s", "seconds", "peak_mb")}


def row(reader: str, found: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
    """Return one line of the table: speed, how many times ours, start-up, memory, and what was found."""
    if "missing" in found:
        return f"{reader:<24}{found['missing']}"
    title = f"{reader} {found['version']}"
    speed, times = 1 / found["seconds"], ours["seconds"] / found["seconds"]
    return (
        f"{title:<24}{speed:>10,.0f}{times:>9.2f} x{found['start_s']:>9.2f} s{found['peak_mb']:>9.0f} MB"
        f"{found['names']:>10.1f}{found['placed']:>9.1f}"
    )


def main(peers_python: str | None = None) -> None:
    """Measure ours, then the others, and print the table.

    Raises
    ------
    RuntimeError
        If our own reader fails.
    """
    python = peers_python or os.environ.get(PEERS_PYTHON)
    texts = own_reports(REPORTS + 1, WORDS)
    words, characters = (sum(map(size, texts)) / len(texts) for size in (lambda text: len(text.split()), len))
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.json"
        reports.write_text(json.dumps(texts), encoding="utf-8")
        found = measured({OURS: sys.executable} | (dict.fromkeys(PEERS, python) if python else {}), reports)
    ours = found[OURS]
    if "missing" in ours:
        raise RuntimeError(ours["missing"])
    size = f"{words:.0f} words ({characters:,.0f} characters)"
    print(f"{REPORTS} reports of {size}, one core, best of {RUNS} fresh processes in turns")
    print(f"{'':<24}{'reports/s':>10}{'ratio':>11}{'start-up':>11}{'memory':>12}{'names':>10}{'placed':>9}  a report")
    absent = {"missing": f"not run: name an interpreter that has it (--peers-python or {PEERS_PYTHON})"}
    for reader in (OURS, *PEERS):
        print(row(reader, found.get(reader, absent), ours))
    print(f"mapapp: {characters / ours['seconds']:,.0f} characters a second; recognition and resolution, without claims and incidents")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.peers", description="Speed beside other offline readers.")
    parser.add_argument("--peers-python", metavar="PYTHON", help="interpreter of the environment that has the other readers")
    main(parser.parse_args().peers_python)
