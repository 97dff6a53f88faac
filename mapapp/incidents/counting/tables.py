"""Rows of figures below a line that names the columns: "District: killed, injured", then "Marrow: 12, 40"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.wording.effects import Effect
from mapapp.report.report import Span

LONGEST_ROW = 120
"""Characters of a row."""

FEWEST_ROWS = 2

_COLUMN_WORDS = {
    Effect.KILLED: "killed dead deaths death fatalities died deceased kia",
    Effect.INJURED: "injured wounded hurt injuries wia",
    Effect.DISPLACED: "displaced evacuated homeless idps",
    Effect.ARRESTED: "arrested arrests detained detentions",
    Effect.ABDUCTED: "abducted kidnapped abductions",
    None: "cases missing recovered infected houses homes families sick suspected confirmed events incidents attacks",
}
COLUMNS = {word: effect for effect, words in _COLUMN_WORDS.items() for word in words.split()}
"""What a column counts, by a word of its head; None: no people, or none that something was done to."""

_WORD = re.compile(r"\w+")
_COLUMN = re.compile(rf"\b(?:{'|'.join(COLUMNS)})\b", re.IGNORECASE)
_GIVEN = re.compile(rf"\b(?:{'|'.join(COLUMNS)})\b[ \t]?[:=][ \t]?\d", re.IGNORECASE)
"""A label with its figure, as no head of columns has: "Killed: 38"."""
_BETWEEN_COLUMNS = re.compile(r"[\s|,/;:()\[\]&–—-]{0,12}(?:and\s|of\s|new\s|people\s|persons\s)?[\s|]{0,4}", re.IGNORECASE)
_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,7}|[Nn]il|[Nn]one)"
_ROW = re.compile(
    rf"[\s•●▪◦‣*·➤►–—-]{{0,8}}(?P<name>[^\W\d_a-z][^\d\n:|\t/=]{{1,60}}?)[ \t]*[:|\t,/=–—-]?[ \t]*"
    rf"(?P<cells>{_NUMBER}(?:[ \t]*(?:[|\t,/;–—-]|[ ])[ \t]*{_NUMBER}){{0,4}})[ \t]*[.;|]?[ \t]*$"
)
_CELL = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the name that it begins with, and its numbers of people."""

    start: int
    end: int
    tolls: tuple[Toll, ...]


def table_rows(text: str) -> Mapping[int, Row]:
    """Return the rows of figures that stand below a line which names as many columns, by where they begin.

    Parameters
    ----------
    text
        The report.
    """
    found: dict[int, Row] = {}
    columns: list[tuple[Effect | None, Span]] = []
    run: list[Row] = []
    for start, line in _lines(text):
        row = _row(line, start, columns) if columns else None
        if row is not None:
            run.append(row)
            continue
        if len(run) >= FEWEST_ROWS:
            found.update((row.start, row) for row in run)
        columns, run = _columns(line, start), []
    if len(run) >= FEWEST_ROWS:
        found.update((row.start, row) for row in run)
    return found


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that are not empty, with where they begin."""
    starts = itertools.accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    return [(start, line) for start, line in zip(starts, text.split("\n"), strict=False) if line.strip()]


def _columns(line: str, start: int) -> list[tuple[Effect | None, Span]]:
    """Return what the columns count that a line names side by side, or alone at its head or end; [] where it names none."""
    if len(line) > LONGEST_ROW or COLUMNS.keys().isdisjoint(_WORD.findall(line.casefold())) or _GIVEN.search(line) is not None:
        return []
    found = list(_COLUMN.finditer(line))
    for left, right in itertools.pairwise(found):
        between = _BETWEEN_COLUMNS.fullmatch(line, left.end(), right.start())
        if between is None or between.start() == between.end():
            return []
    columns = [(COLUMNS[match.group().casefold()], Span(start + match.start(), start + match.end())) for match in found]
    return columns if any(effect is not None for effect, _ in columns) else []


def _row(line: str, start: int, columns: list[tuple[Effect | None, Span]]) -> Row | None:
    """Read a row with a number for each column; None where the line is none."""
    if len(line) > LONGEST_ROW:
        return None
    match = _ROW.match(line)
    if match is None or _COLUMN.match(match["name"]) is not None:  # "Arrested: 61" names what it counts itself
        return None
    cells = list(_CELL.finditer(line, *match.span("cells")))
    if len(cells) != len(columns):
        return None
    tolls = []
    for cell, (effect, verb) in zip(cells, columns, strict=True):
        number = int(cell.group().replace(",", "")) if cell.group()[0].isdigit() else 0
        if effect is not None:
            tolls.append(Toll(effect, Count(number, number, number), Span(start + cell.start(), start + cell.end()), verb, ""))
    first = start + len(line) - len(line.lstrip())
    return Row(first, start + len(line.rstrip()), tuple(tolls))
