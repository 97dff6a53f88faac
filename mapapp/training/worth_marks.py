"""Reports with marks from the development data and the project's own sets: what the shipped model of worth is fitted on.

The texts lie outside the project; ``worth_marks.json`` beside this module holds only ids, offsets and judgements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mapapp.report.report import Span
from mapapp.training.labelled import NotLabelled
from mapapp.training.worth import Mark, MarkedReport

MARKS = Path(__file__).with_name("worth_marks.json")
"""Marks by hand, and those of coded incidents, by the id of a report."""

OWN_SETS = tuple(
    Path(__file__).parents[2] / "tests" / "incidents" / name / "reports.jsonl"
    for name in ("open_set", "second_set", "third_set", "terse_set")
)
"""Reports with all their incidents; only a checkout has them. Sets that are kept blind are no part of them."""

ONE_INCIDENT = ("gtd", "acled", "ucdp")
"""Files of events with one coded incident a text: whatever is told in it is told."""

WEIGHT_OF_ONE = 0.2
"""These are many and alike."""

FILED_DAYS_LATER = 7
"""The files give no day of publication; the scorer takes so many days behind the event."""


def development_files(folder: Path) -> list[Path]:
    """Return all files that :func:`development_reports` reads."""
    events = [folder / "incidents" / f"{name}.jsonl" for name in (*ONE_INCIDENT, "muc")]
    return [*events, MARKS, *(path for path in OWN_SETS if path.is_file())]


def development_reports(folder: Path) -> list[MarkedReport]:
    """Return the marked reports of the development data in a folder, then those of the project's own sets.

    Raises
    ------
    NotLabelled
        If a file is not as expected; the message names it.
    """
    reports: list[MarkedReport] = []
    for name in ONE_INCIDENT:
        reports += [_of_one(name, row) for row in _rows(folder / "incidents" / f"{name}.jsonl")]
    marks = json.loads(MARKS.read_text(encoding="utf-8"))["muc"]
    reports += [_of_several(row, marks.get(row["id"], [])) for row in _rows(folder / "incidents" / "muc.jsonl")]
    for path in OWN_SETS:
        if path.is_file():
            reports += [_own(path.parent.name, row) for row in _rows(path)]
    return reports


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
    except ValueError as error:
        msg = f"{path.name} is no JSONL: {error}"
        raise NotLabelled(msg) from error


def _of_one(corpus: str, row: dict[str, Any]) -> MarkedReport:
    """Return a text that is about one incident; the day of one coded by its month is taken for the 28th, as the scorer does."""
    year, month, day = ([int(part) for part in row["date"].split("-")] + [28])[:3]
    published = date(year, month, day) + timedelta(days=FILED_DAYS_LATER)
    return MarkedReport(row["id"], row["text"], corpus, published, (Mark(Span(0, len(row["text"])), told=True, weight=WEIGHT_OF_ONE),))


def _of_several(row: dict[str, Any], marks: Sequence[Sequence[Any]]) -> MarkedReport:
    spans = [Mark(Span(int(start), int(end)), bool(told), float(weight)) for start, end, told, weight in marks]
    return MarkedReport(row["id"], row["text"], "muc", None, tuple(spans))


def _own(name: str, row: dict[str, Any]) -> MarkedReport:
    """Return a report of an own set: what proves its incidents is told, what is marked as none is not."""
    quotes = [quote for incident in row["incidents"] for quote in incident["quotes"] if quote["field"] == "incident"]
    told = [Mark(Span(quote["start"], quote["end"]), told=True) for quote in quotes]
    untold = [Mark(Span(part["start"], part["end"]), told=False) for part in row["not_incidents"]]
    return MarkedReport(f"{name}-{row['id']}", row["text"], name, date.fromisoformat(row["published"]), (*told, *untold))
