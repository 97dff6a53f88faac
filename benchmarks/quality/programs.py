"""Run the reader and the scorers, each as its user would: as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def batch(reports: Path, dossiers: Path) -> Path:
    """Read all reports of a file and return the file of their dossiers."""
    dossiers.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "mapapp.cli", "batch", str(reports), "--out", str(dossiers)], check=True)
    return dossiers


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
