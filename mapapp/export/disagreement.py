"""Which claims of a file give other figures for one distance than another claim does, in the same report or in another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from mapapp.claims.judging.conflicts import conflicts
from mapapp.dossier_json import Findings
from mapapp.report.report import Span

Disagreements = Mapping[Span, tuple[str, str]]
"""For one dossier: by the claim's span, the id of the first claim about this distance, and a sentence about all of them."""


NAME_CHARACTERS = 60
"""So much of a title is told; of a report without title and id so much of its text."""


def disagreements(dossiers: Sequence[Findings], claim_ids: Sequence[Mapping[Span, str]]) -> list[Disagreements]:
    """Return, for each dossier, which of its claims disagree with another claim; the order of the dossiers does not matter.

    Parameters
    ----------
    dossiers
        All that go into one file.
    claim_ids
        For each of them, the ids of its claims in that file, by span.
    """
    order = sorted(range(len(dossiers)), key=lambda number: (dossiers[number].report.text_sha256, dossiers[number].report.title))
    names = report_names([dossiers[number] for number in order])
    number_of = dict(zip(names, order, strict=True))
    found: list[dict[Span, tuple[str, str]]] = [{} for _ in dossiers]
    for conflict in conflicts([(name, dossiers[number_of[name]].claims) for name in names]):
        first = conflict.figures[0]
        group = claim_ids[number_of[first.report_id]][first.claim.span]
        for figure in conflict.figures:
            found[number_of[figure.report_id]][figure.claim.span] = (group, conflict.words)
    return list(found)


def report_names(dossiers: Sequence[Findings]) -> list[str]:
    """Return what readers call the reports: title, else id, else the first words; each name once."""
    names: dict[str, None] = {}
    times: Counter[str] = Counter()
    for dossier in dossiers:
        report = dossier.report
        words = " ".join((report.title or report.id or report.text[:NAME_CHARACTERS]).split())
        name = shorter = words if len(words) <= NAME_CHARACTERS else f"{words[: NAME_CHARACTERS - 1].rstrip()}…"
        while name in names:
            times[shorter] += 1
            name = f"{shorter} ({times[shorter] + 1})"
        names[name] = None
    return list(names)
