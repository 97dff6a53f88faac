"""Reading reports: what each floor costs, as shares of the whole, beside a bare look-up of capitalised words."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from gazetteer import open_gazetteer
from mapapp.claims import find_claims
from mapapp.dossier import read_report
from mapapp.examples import load
from mapapp.incidents import find_findings
from mapapp.report.dateline import find_dateline
from mapapp.report.report import Report
from mapapp.resolution.resolver import resolve_mentions
from mapapp.toponyms.find import find

ROUNDS = 20


def _seconds(run: Callable[[], Any]) -> float:
    start = time.process_time()
    for _ in range(ROUNDS):
        run()
    return (time.process_time() - start) / ROUNDS


def main() -> None:
    """Print CPU seconds a report and the share of each step, over the example reports."""
    world = open_gazetteer()
    reports = [Report(e.text, published=e.published) for e in load()]
    words = sum(len(r.text.split()) for r in reports) / len(reports)
    datelines = [find_dateline(r.text, knows_place=world.knows, published=r.published) for r in reports]
    mentions = [find(r, world, dateline=d) for r, d in zip(reports, datelines, strict=True)]
    toponyms = [resolve_mentions(r, m, world) for r, m in zip(reports, mentions, strict=True)]
    steps: dict[str, Callable[[], Any]] = {
        "bare look-up of capitalised words": lambda: [world.lookup(w) for r in reports for w in re.findall(r"\b[A-Z]\w+", r.text)],
        "find toponyms": lambda: [find(r, world, dateline=d) for r, d in zip(reports, datelines, strict=True)],
        "resolve them": lambda: [resolve_mentions(r, m, world) for r, m in zip(reports, mentions, strict=True)],
        "find and check claims": lambda: [find_claims(r, t, world) for r, t in zip(reports, toponyms, strict=True)],
        "find incidents": lambda: [find_findings(r, t, world) for r, t in zip(reports, toponyms, strict=True)],
        "read_report, all of it": lambda: [read_report(r.text, published=r.published) for r in reports],
    }
    seconds = {name: _seconds(run) / len(reports) for name, run in steps.items()}
    whole = seconds["read_report, all of it"]
    print(f"{len(reports)} reports of {words:.0f} words on average; {1 / whole:.0f} reports a second of CPU time")
    for name, cost in seconds.items():
        print(f"{name:36} {cost * 1000:8.2f} ms a report {cost / whole:7.0%} of the whole")


if __name__ == "__main__":
    main()
