"""The head of the page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from mapapp.app.theme import HEAD

PAGE_STYLE = Path(__file__).parent.with_name("page.css")


def draw_header() -> None:
    """Draw the name and the mission in one line."""
    st.html(PAGE_STYLE)
    st.html(HEAD)
