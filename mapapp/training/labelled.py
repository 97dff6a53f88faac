"""Labelled reports: texts in which somebody has marked the place names and said which places they are.

One JSON object a line: ``{"id", "text", "source", "corpus", "toponyms": [{"start", "end", "lat", "lon", "geonameid", "group"}]}``. Offsets
are code points, half-open; ``lat``, ``lon`` (WGS 84 degrees) and ``geonameid`` may be null; ``group`` is "demonym" for names of peoples and
anything else for names of places. ``source`` is the address or name of the outlet: reports of one outlet are never split between what a
model is fitted on and what it is tried on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mapapp.report.report import Span


class NotLabelled(ValueError):
    """Raise when a line is no labelled report."""


@dataclass(frozen=True, slots=True)
class Label:
    """One marked name. ``lat`` and ``lon`` are None where the place is not known."""

    span: Span
    lat: float | None
    lon: float | None
    geonameid: int | None
    demonym: bool

    @property
    def has_place(self) -> bool:
        """Whether it is known which place is meant."""
        return self.lat is not None or self.geonameid is not None


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """One report with its marks. ``outlet`` is its source; ``demonyms_marked`` tells whether its corpus marks demonyms at all."""

    id: str
    text: str
    corpus: str
    outlet: str
    labels: tuple[Label, ...]
    demonyms_marked: bool
    is_reshaped: bool = False
    """Whether it is an excerpt or another shape of a labelled report, not the report as it was given."""


def read_labelled(paths: Sequence[Path]) -> list[LabelledReport]:
    """Read labelled reports from JSONL files, in their order.

    Raises
    ------
    NotLabelled
        If a line is not as the module says; the message names file and line.
    """
    rows = [found for path in paths for found in _rows(path)]
    marking = {str(row.get("corpus", "")) for _, row in rows if _marks_demonyms(row)}
    reports = [_report(where, row, marking) for where, row in rows]
    seen: set[str] = set()
    for (where, _), report in zip(rows, reports, strict=True):
        if report.id in seen:
            msg = f"{where}: the id {report.id} is there twice"
            raise NotLabelled(msg)
        seen.add(report.id)
    return reports


def _marks_demonyms(row: dict[str, Any]) -> bool:
    return any(t.get("group") == "demonym" for t in row.get("toponyms", ()))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object of a file with where it stands."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                where = f"{path.name}:{number}"
                try:
                    row = json.loads(line)
                except ValueError as error:
                    msg = f"{where} is not JSON"
                    raise NotLabelled(msg) from error
                if not isinstance(row, dict) or not _is_list_of_objects(row.get("toponyms")):
                    msg = f"{where} is no labelled report: it has no list of toponyms"
                    raise NotLabelled(msg)
                yield where, row


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(member, dict) for member in value)


def _report(where: str, row: dict[str, Any], marking: set[str]) -> LabelledReport:
    try:
        toponyms: Iterable[dict[str, Any]] = row["toponyms"]
        labels = tuple(sorted((_label(t) for t in toponyms), key=lambda label: label.span))
        text, report_id = str(row["text"]), str(row["id"])
        outlet = _outlet(str(row.get("source") or ""), report_id)
    except (KeyError, TypeError, ValueError) as error:
        msg = f"{where} is no labelled report: {error}"
        raise NotLabelled(msg) from error
    if not all(0 <= label.span.start < label.span.end <= len(text) for label in labels):
        msg = f"{where}: a mark lies outside the text"
        raise NotLabelled(msg)
    corpus = str(row.get("corpus", ""))
    return LabelledReport(report_id, text, corpus, outlet, labels, corpus in marking)


def _label(t: dict[str, Any]) -> Label:
    lat, lon, geonameid = t.get("lat"), t.get("lon"), t.get("geonameid")
    return Label(
        Span(int(t["start"]), int(t["end"])),
        None if lat is None else float(lat),
        None if lon is None else float(lon),
        int(geonameid) if geonameid else None,
        t.get("group") == "demonym",
    )


def _outlet(source: str, report_id: str) -> str:
    """Return the host of an address without "www."; an encyclopaedia or wire that everybody writes for counts report by report."""
    host = urlsplit(source).netloc.removeprefix("www.") if "://" in source else source
    shared = not host or "wiki" in host
    return report_id if shared else host


def digest(paths: Sequence[Path]) -> str:
    """Return the SHA-256 of the files, one after the other: what a model was fitted on."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()


def folds_of(outlets: Iterable[str], count: int) -> dict[str, int]:
    """Deal outlets into folds of about equally many outlets, in an order that depends on their names alone."""
    ordered = sorted(set(outlets), key=lambda outlet: hashlib.sha256(outlet.encode()).hexdigest())
    return {outlet: at % count for at, outlet in enumerate(ordered)}
