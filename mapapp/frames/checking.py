"""Check the claims in a column of texts: one row for every stated distance, direction or nearness, with what measuring says of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd

from gazetteer import Gazetteer, open_gazetteer
from mapapp.dossier import read_report
from mapapp.errors import InputError
from mapapp.export.claim_rows import claim_row
from mapapp.export.findings import Sites
from mapapp.export.schema import CLAIM_COLUMNS, ColumnType, Row, conform
from mapapp.frames.cells import cells_of, is_empty, series, text_of, with_progress
from mapapp.settings import Settings

LEFT_OUT = frozenset({"layer", "doc_sha", "incident", "conflict", "conflict_why"})
"""Columns of exported claims that say nothing in a frame: its index tells the text, and one text says nothing of another."""

PROBLEM = "problem"
CLAIM = "claim"
"""The level of the index that counts the claims of one text, from 0."""

DTYPES = {ColumnType.TEXT: "string", ColumnType.REAL: "float64", ColumnType.INTEGER: "Int64", ColumnType.BOOLEAN: "boolean"}
COLUMNS = {column.name: DTYPES[column.type] for column in CLAIM_COLUMNS if column.name not in LEFT_OUT} | {PROBLEM: "string"}
"""The columns of an answer, with their types."""

# What a fault in our own rules would raise on a text nobody thought of. One such text must not cost the answers to thousands.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

Question = tuple[str, date | None]


def check_column(
    frame: pd.DataFrame,
    column: str,
    *,
    published_column: str | None = None,
    settings: Settings | None = None,
    gazetteer: Gazetteer | None = None,
    progress: bool = True,
) -> pd.DataFrame:
    """Return one row for every claim in the texts of a column, found and checked as in a dossier.

    Equal texts are read once. Empty cells, cells that are no text and texts without claims have no rows; a text that cannot be read has one
    row, in which ``problem`` says why and all else is empty.

    Parameters
    ----------
    frame, column
        The column holds texts: sentences or whole reports.
    published_column
        When each was published: dates, or texts such as "2016-06-14". An empty cell: not known.
    settings
        Choices for reading each text.
    gazetteer
        By default the one of this installation.
    progress
        Whether to show a progress bar.

    Returns
    -------
    pandas.DataFrame
        The index holds the labels of the frame's index and behind them, as level "claim", the number of the claim in its text from 0. The
        columns are those of exported claims: text, subject, anchor, stated_low_km, stated_high_km, measured_km, verdict,
        direction_verdict, reason, source and others; offsets q_start and q_end count the text's Unicode code points.

    Raises
    ------
    BadOption
        If there is no such column.
    """
    world = gazetteer or open_gazetteer()
    texts = [value if text_of(value) else None for value in cells_of(frame, column)]
    days = cells_of(frame, published_column) if published_column is not None else [None] * len(texts)
    read: dict[Question, list[Row]] = {}
    positions: list[int] = []
    numbers: list[int] = []
    rows: list[Row] = []
    for position, text in enumerate(with_progress(texts, shown=progress, unit="texts")):
        found = [] if text is None else _rows(text, days[position], read, settings, world)
        positions += [position] * len(found)
        numbers += range(len(found))
        rows += found
    index = _index(frame.index, positions, numbers)
    return pd.DataFrame({name: series([row.get(name) for row in rows], dtype, index) for name, dtype in COLUMNS.items()}, index=index)


def _rows(text: str, published: Any, read: dict[Question, list[Row]], settings: Settings | None, gazetteer: Gazetteer) -> list[Row]:
    """Return the rows of one text's claims, or one row that says why it cannot be read."""
    try:
        question = (text, _day(published))
    except ValueError:
        return [{PROBLEM: "when it was published is not a date such as 2016-06-14"}]
    if question not in read:
        try:
            read[question] = _claims(*question, settings, gazetteer)
        except InputError as error:
            read[question] = [{PROBLEM: str(error)}]
        except _FAULTS as error:
            read[question] = [{PROBLEM: f"mapapp stumbled over this text ({type(error).__name__}); please report it"}]
    return read[question]


def _claims(text: str, published: date | None, settings: Settings | None, gazetteer: Gazetteer) -> list[Row]:
    dossier = read_report(text, published=published, settings=settings, gazetteer=gazetteer)
    sites = Sites(dossier)
    return [conform(claim_row(claim, dossier=dossier, sites=sites), CLAIM_COLUMNS) for claim in dossier.claims]


def _day(value: Any) -> date | None:
    """Return the day of a cell; ValueError where it is none."""
    if is_empty(value):
        return None
    if isinstance(value, str):
        return datetime.fromisoformat(value.strip()).date()
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise ValueError("not a date")


def _index(labels: pd.Index[Any], positions: Sequence[int], numbers: Sequence[int]) -> pd.MultiIndex:
    taken = labels.take(np.array(positions, dtype=np.intp))
    levels = [taken.get_level_values(level) for level in range(taken.nlevels)]
    return pd.MultiIndex.from_arrays([*levels, np.array(numbers, dtype=np.int64)], names=[*labels.names, CLAIM])
