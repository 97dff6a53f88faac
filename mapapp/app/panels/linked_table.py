"""A table whose selected row is what is selected everywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from mapapp.app import session
from mapapp.app.state import Selection, What

ROW_PX, HEAD_PX, MOST_ROWS = 35, 38, 12


def draw_linked_table(frame: pd.DataFrame, what: What, *, columns: Mapping[str, ColumnConfig], alt: str, row_px: int = ROW_PX) -> None:
    """Draw a table. A row is known by its index, so that sorting does no harm; ``alt`` is what a screen reader says of it.

    In rows higher than ``ROW_PX`` pixels long text is wrapped.
    """
    key = f"table_{what.value}"
    keys = [str(index) for index in frame.index]
    selection = session.state().selection
    rows = [keys.index(selection.key)] if selection is not None and selection.what is what and selection.key in keys else []
    # The widget's own memory is set before it is drawn: text and map may have selected something else since.
    st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    st.dataframe(
        frame,
        key=key,
        hide_index=True,
        column_config=columns,
        height=HEAD_PX + row_px * min(len(frame), MOST_ROWS),
        row_height=row_px,
        on_select=partial(_row_selected, key, keys, what),
        selection_mode="single-row",
        alt=alt,
    )


def _row_selected(key: str, keys: list[str], what: What) -> None:
    """Select what a row stands for; taking the mark off a row selects nothing."""
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(keys):
        session.select(Selection(what, keys[rows[0]]))
    elif (now := session.state().selection) is not None and now.what is what:
        session.select(None)
