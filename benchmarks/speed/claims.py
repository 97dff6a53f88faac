"""Claims: sentences a second where nearly every one states a distance, the dearest text there is, and in reports, where few do.

Run ``python -m benchmarks.speed.claims``. CPU time of one core; sentences of ``tests/claims/second_set``, reports of our own.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.speed.own_reports import own_reports
from gazetteer import Gazetteer, open_gazetteer
from mapapp.claims import find_claims
from mapapp.claims.statements.grammar import statements
from mapapp.dossier import read_report
from mapapp.report.report import Report
from mapapp.report.sentences import sentences

SENTENCES = Path(__file__).resolve().parents[2] / "tests" / "claims" / "second_set" / "sentences.jsonl"
REPORTS = 40
WORDS = 400
ROUNDS = 5


def rate(work: Callable[[], object], count: int) -> float:
    """Return how many a second of CPU time, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return count / best


def measure(title: str, texts: Sequence[str], world: Gazetteer) -> None:
    """Print the rates over some texts: the statements alone, claims found and checked, everything that is read."""
    count = sum(len(sentences(text)) for text in texts)
    read = [read_report(text) for text in texts]
    found = sum(len(dossier.claims) for dossier in read)
    alone = rate(lambda: [list(statements(text)) for text in texts], count)
    claims = rate(lambda: [find_claims(Report(d.report.text), d.toponyms, world, dateline=d.dateline) for d in read], count)
    whole = rate(lambda: [read_report(text) for text in texts], count)
    print(f"{title}: {count} sentences, {found} claims; sentences a second:")
    print(f"  statements alone {alone:>10,.0f}")
    print(f"  found and checked {claims:>9,.0f}  (asked: 1,000; names resolved before)")
    print(f"  everything read {whole:>11,.0f}")


def main() -> None:
    """Measure and print."""
    world = open_gazetteer()
    dense = [row["text"] for row in map(json.loads, SENTENCES.read_text(encoding="utf-8").splitlines())]
    measure("a claim in nearly every sentence", dense, world)
    measure(f"reports of {WORDS} words", own_reports(REPORTS, WORDS), world)


if __name__ == "__main__":
    main()
