"""Fit which candidate incidents are worth telling (:mod:`mapapp.incidents.choosing.worth`) on reports in which somebody has marked them.

One JSON object a line: ``{"id", "text", "published", "corpus", "marks": [{"start", "end", "told", "weight"}]}``. A mark holds for the
candidates that open in its stretch (code points, half-open): ``told`` true where they are incidents that happened and are told there;
candidates without a mark are left out. ``published`` (YYYY-MM-DD) and ``weight`` (1) may be missing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer import Gazetteer
from mapapp.dossier import Dossier, ground_of, read_report
from mapapp.incidents.choosing.worth import MODEL, table_of
from mapapp.incidents.choosing.worth_clues import NAMES, Surroundings
from mapapp.incidents.find import candidates
from mapapp.incidents.linking.drafts import Draft
from mapapp.learned.trees import BoostedTrees, Numbers, write_trees
from mapapp.report.report import Report, Span
from mapapp.training.boosting import Growth, grow_yes_no
from mapapp.training.labelled import NotLabelled, folds_of

FOLDS = 10

GROWTH = Growth(rounds=150, learning_rate=0.05, depth=3, share_of_clues=0.4)
"""Middling values: with half or twice as many rounds the cross-validated figures are the same to .005."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether what opens in a stretch of the text is an incident, and how much that counts."""

    span: Span
    told: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """One report with its marks."""

    id: str
    text: str
    corpus: str
    published: date | None
    marks: tuple[Mark, ...]

    def mark_of(self, draft: Draft) -> Mark | None:
        """Return the mark that a candidate opens in."""
        return next((mark for mark in self.marks if mark.span.overlaps(draft.first.span)), None)


@dataclass(frozen=True)
class Case:
    """A marked report as the program reads it, up to all that may be incidents of it; no model of worth is asked."""

    marked: MarkedReport
    page: Surroundings


def read_marked(paths: Sequence[Path]) -> list[MarkedReport]:
    """Read marked reports from JSONL files.

    Raises
    ------
    NotLabelled
        If a line is not as the module says; the message names file and line.
    """
    reports = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                reports.append(_report(json.loads(line)))
            except (KeyError, TypeError, ValueError) as error:
                msg = f"{path.name}:{number} is no report with marks: {error}"
                raise NotLabelled(msg) from error
    return reports


def _report(row: dict[str, Any]) -> MarkedReport:
    marks = [Mark(Span(int(m["start"]), int(m["end"])), bool(m["told"]), float(m.get("weight", 1.0))) for m in row["marks"]]
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return MarkedReport(str(row["id"]), str(row["text"]), str(row.get("corpus", "")), published, tuple(marks))


def cases_of(reports: Sequence[MarkedReport], world: Gazetteer) -> list[Case]:
    """Read each report up to its candidates."""
    return [_case(report, world) for report in reports]


def _case(marked: MarkedReport, world: Gazetteer) -> Case:
    ground = ground_of(Report(text=marked.text, id=marked.id, published=marked.published), world)
    page = candidates(ground.report, ground.toponyms, ground.world, dateline=ground.dateline, claims=ground.claims)
    return Case(marked, page)


def fit_worth(cases: Sequence[Case], growth: Growth = GROWTH) -> BoostedTrees:
    """Fit the model on the marked candidates of reports."""
    tables: list[Numbers] = []
    told: list[float] = []
    weight: list[float] = []
    for case in cases:
        marked = [(draft, mark) for draft in case.page.drafts if (mark := case.marked.mark_of(draft)) is not None]
        tables.append(table_of([draft for draft, _ in marked], case.page, NAMES))
        told += [float(mark.told) for _, mark in marked]
        weight += [mark.weight for _, mark in marked]
    return grow_yes_no(np.concatenate(tables), np.array(told), np.array(weight), NAMES, growth)


def try_worth(cases: Sequence[Case], world: Gazetteer, growth: Growth = GROWTH) -> list[Dossier]:
    """Return each report as read with a model that was fitted without it."""
    folds = folds_of((case.marked.id for case in cases), FOLDS)
    read: dict[str, Dossier] = {}
    for fold in range(FOLDS):
        held = [case for case in cases if folds[case.marked.id] == fold]
        model = fit_worth([case for case in cases if folds[case.marked.id] != fold], growth) if held else None
        for marked in (case.marked for case in held):
            read[marked.id] = read_report(marked.text, published=marked.published, report_id=marked.id, gazetteer=world, worth=model)
    return [read[case.marked.id] for case in cases]


def write_worth(folder: Path, model: BoostedTrees, about: dict[str, str]) -> None:
    """Write the model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    described = BoostedTrees(model.names, model.clue, model.threshold, model.leaf, {**about, **model.about})
    write_trees(folder / MODEL, described)
