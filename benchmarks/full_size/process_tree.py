"""Memory of a process and all it has started, as Linux tells it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
RSS_EVERY_S, PSS_EVERY_S = 0.1, 2.0
"""PSS costs the kernel a walk over all pages, during which the process waits."""
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
MB = 1_000_000


@dataclass
class Run:
    """What running a command took; memory in MB at its peak, summed over its processes."""

    code: int
    seconds: float
    rss_mb: float = 0.0
    """Pages shared by several processes are counted in each."""
    pss_mb: float = 0.0
    anonymous_mb: float = 0.0
    """Without pages of files, which the system may drop at any time."""
    tail: str = ""


def watched(command: Sequence[str], *, env: Mapping[str, str], cwd: Path, log: Path) -> Run:
    """Run a command to its end and watch the memory of its processes."""
    started = time.perf_counter()
    with log.open("wb") as out, subprocess.Popen(command, env=env, cwd=cwd, stdout=out, stderr=subprocess.STDOUT) as process:
        run, next_pss = Run(0, 0.0), 0.0
        while process.poll() is None:
            ids = tree(process.pid)
            run.rss_mb = max(run.rss_mb, sum(map(rss_mb, ids)))
            if time.perf_counter() >= next_pss:
                run.pss_mb = max(run.pss_mb, sum(rollup_mb(number, "Pss:") for number in ids))
                run.anonymous_mb = max(run.anonymous_mb, sum(rollup_mb(number, "Anonymous:") for number in ids))
                next_pss = time.perf_counter() + PSS_EVERY_S
            time.sleep(RSS_EVERY_S)
        run.code, run.seconds = process.returncode, time.perf_counter() - started
    run.tail = log.read_text("utf-8", "replace")[-2_000:]
    return run


def tree(root: int) -> list[int]:
    """Return a process and all below it."""
    found, waiting = [], [root]
    while waiting:
        number = waiting.pop()
        found.append(number)
        for task in (PROC / str(number) / "task").glob("*/children"):
            try:
                waiting += map(int, task.read_text("ascii").split())
            except OSError:
                continue  # it has ended meanwhile
    return found


def rss_mb(number: int) -> float:
    """Return the resident memory of a process, 0 where it has ended."""
    try:
        return int((PROC / str(number) / "statm").read_text("ascii").split()[1]) * _PAGE_BYTES / MB
    except (OSError, IndexError):
        return 0.0


def rollup_mb(number: int | str, *fields: str) -> float:
    """Return the sum of some fields of smaps_rollup ("Pss:", "Private_Dirty:"), 0 where the process has ended."""
    try:
        lines = (PROC / str(number) / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(fields)) * 1024 / MB


def private_mb() -> float:
    """Return the memory that is this process's own and no other's.

    Clean pages of mapped files are not: they are the system's cache, dropped when room is needed, and shared with whoever maps them too.
    """
    return rollup_mb("self", "Private_Dirty:")
