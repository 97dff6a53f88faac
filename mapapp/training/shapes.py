"""The same labelled report in other shapes: single sentences, wire copy in capitals.

Labelled corpora hold hardly any of these, and reports come as both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.report.report import Span
from mapapp.report.sentences import sentences
from mapapp.training.labelled import Label, LabelledReport

EXCERPTS = 2
"""So many excerpts are cut from each report."""

LONGEST_EXCERPT = 3
"""Sentences."""

CAPITALS_EVERY = 4
"""Every so many reports are also read in capitals: as far as an ordinary dispatch goes."""

LONGEST_DISPATCH = 8
"""Sentences."""


def shapes_of(reports: Sequence[LabelledReport]) -> list[LabelledReport]:
    """Return excerpts of the reports and some of them in capitals; ids tell the shape, outlets stay."""
    return [shape for report in reports for shape in _shapes(report)]


def _shapes(report: LabelledReport) -> Iterator[LabelledReport]:
    spans = sentences(report.text)
    draw = int.from_bytes(hashlib.sha256(report.id.encode()).digest()[:8], "big")
    if len(spans) > LONGEST_EXCERPT:
        for number in range(EXCERPTS):
            draw, first = divmod(draw, len(spans))
            length = 1 + (draw + number) % LONGEST_EXCERPT
            last = min(first + length, len(spans)) - 1
            yield _cut(report, Span(spans[first].start, spans[last].end), f"excerpt {number}")
    if draw % CAPITALS_EVERY == 0 and spans:
        dispatch = _cut(report, Span(spans[0].start, spans[min(LONGEST_DISPATCH, len(spans)) - 1].end), "capitals")
        shouted = dispatch.text.upper()
        if len(shouted) == len(dispatch.text):  # "ß" becomes two letters: offsets would be wrong
            yield replace(dispatch, text=shouted)


def _cut(report: LabelledReport, span: Span, shape: str) -> LabelledReport:
    labels = tuple(_moved(label, -span.start) for label in report.labels if span.contains(label.span))
    return replace(report, id=f"{report.id} ({shape})", text=span.of(report.text), labels=labels, is_reshaped=True)


def _moved(label: Label, by: int) -> Label:
    return replace(label, span=Span(label.span.start + by, label.span.end + by))
