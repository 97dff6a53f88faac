"""Take text out of html, docx and pdf, in a process of its own: a hostile file can end that one, not ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mapapp.errors import UnreadableFile
from mapapp.settings import FILE_LIMITS, FileLimits

REFUSED = 3
"""Exit code of the process when it says on stderr, in one line, why it does not read the file."""

_PACKAGES = Path(__file__).resolve().parents[3]


def extract(kind: str, data: bytes, *, limits: FileLimits = FILE_LIMITS) -> str:
    """Return the text of a file.

    Parameters
    ----------
    kind
        html, docx or pdf.
    data
        Its content.
    limits
        How much may come out, and what it may cost.

    Raises
    ------
    UnreadableFile
        If it is broken, encrypted, or beyond a limit.
    """
    command = [sys.executable, "-P", "-m", "mapapp.report.extraction.process", kind, *limits.as_arguments()]
    # This process may have found mapapp by its working directory alone; the other shall find the same one.
    paths = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.max_seconds, env=environment, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        msg = f"taking the text out of this {kind} file takes more than {limits.max_seconds:.0f} seconds: give its text alone"
        raise UnreadableFile(msg) from error
    if done.returncode == REFUSED:
        raise UnreadableFile(done.stderr.decode("utf-8", "replace").strip().splitlines()[-1])
    if done.returncode != 0:
        msg = f"a broken {kind} file, or one that needs too much memory: open it in its program and save it again, or give its text alone"
        raise UnreadableFile(msg)
    return done.stdout.decode("utf-8", "replace")
