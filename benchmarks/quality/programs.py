"""Run the reader and the scorers, each as its user would: as a program of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def batch(reports: Path, dossiers: Path) -> Path:
    """Read all reports of a file and return the file of their dossiers."""
    dossiers.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "mapapp.cli", "batch", str(reports), "--out", str(dossiers)], check=True)
    return dossiers


def scored(scorer: Path, work: Path, name: str, *, folder: Path | None = None) -> dict[str, Any]:
    """Read a scorer's reports and return its figures; ``folder`` holds other reports than its own."""
    where = () if folder is None else ("--folder", folder)
    python(scorer, *where, "--make-input", work / f"{name}.in.jsonl")
    dossiers = batch(work / f"{name}.in.jsonl", work / f"{name}.dossiers.jsonl")
    figures, errors = work / f"{name}.json", work / f"{name}.errors.tsv"
    python(scorer, dossiers, *where, "--json", figures, "--errors", errors, allow_failure=folder is not None)
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return found


def python(*command: object, allow_failure: bool = False) -> str:
    """Run a Python program and return what it prints.

    Raises
    ------
    RuntimeError
        If it fails, unless ``allow_failure``.
    """
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode and not allow_failure:
        msg = f"{command[0]} ended with {done.returncode}: {done.stderr.strip()[-500:]}"
        raise RuntimeError(msg)
    return done.stdout
