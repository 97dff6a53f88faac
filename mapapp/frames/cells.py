"""Cells of a frame, read with care: empty ones, columns that are not there, names of columns that are taken, progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any, TypeVar

import pandas as pd

from mapapp.errors import BadOption

T = TypeVar("T")


def cells_of(frame: pd.DataFrame, column: str) -> list[Any]:
    """Return the values of a column as Python's own.

    Raises
    ------
    BadOption
        If the frame has no column of that name, or several.
    """
    count = list(frame.columns).count(column)
    if count != 1:
        msg = f"the frame has {'no column' if count == 0 else 'several columns'} {column!r}"
        raise BadOption(msg)
    values: list[Any] = frame[column].tolist()
    return values


def text_of(value: object) -> str | None:
    """Return what a cell says, None where it says nothing or is no text."""
    return (value.strip() or None) if isinstance(value, str) else None


def is_empty(cell: object) -> bool:
    """Say whether a cell holds nothing: None, NaN, NaT, NA, or blanks."""
    if isinstance(cell, str):
        return not cell.strip()
    return cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and isnan(cell))


def refuse_taken(frame: pd.DataFrame, names: Iterable[str]) -> None:
    """Refuse to write over columns.

    Raises
    ------
    BadOption
        If the frame has a column of one of these names.
    """
    taken = [name for name in names if name in frame.columns]
    if taken:
        msg = f"the frame has a column {', '.join(map(repr, taken))} already: rename it, or give a prefix, such as prefix='found_'"
        raise BadOption(msg)


def with_progress(items: Sequence[T], *, shown: bool, unit: str) -> Iterable[T]:
    """Return the items, with a progress bar on stderr or in the notebook while they are gone through."""
    if not shown:
        return items
    from tqdm.auto import tqdm

    bar: Iterable[T] = tqdm(items, unit=f" {unit}")
    return bar


def series(values: Sequence[Any], dtype: str, index: pd.Index[Any]) -> pd.Series[Any]:
    """Return values as a column of a type; None is what the type has for an empty cell."""
    if dtype == "float64":
        return pd.Series([float("nan") if value is None else value for value in values], dtype="float64", index=index)
    return pd.Series([pd.NA if value is None else value for value in values], dtype=dtype, index=index)
