"""The stretches of a report that are read one by one: sentences, and the entries of a list where one sentence holds several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapapp.incidents.counting.tables import Row
from mapapp.incidents.wording.entries import listed_entries
from mapapp.incidents.wording.lists import line_cuts
from mapapp.report.report import Span
from mapapp.report.sentences import sentences

LONGEST_SENTENCE = 2000
"""Characters read as one sentence; the grammar looks back to the sentence's start from every verb, so a longer run is read in pieces."""


def units(text: str, rows: Mapping[int, Row]) -> Iterator[Span]:
    """Yield the sentences of a text, overlong ones cut at blanks, and those over several lines of a list cut at its entries.

    Parameters
    ----------
    text
        The report.
    rows
        Its rows of figures, by where they begin.
    """
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            blank = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            end = blank if blank > start else start + LONGEST_SENTENCE
            yield Span(start, end)
            start = end
        rest = Span(start, sentence.end)
        for cut in sorted({*listed_entries(text, rest), *line_cuts(text, rest), *(row for row in rows if start < row < rest.end)}):
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)
