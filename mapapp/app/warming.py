"""The gazetteer, opened once for all visitors."""

from __future__ import annotations

import streamlit as st

from gazetteer import Gazetteer, open_gazetteer


@st.cache_resource(show_spinner="Opening the gazetteer …")
def warm_gazetteer() -> Gazetteer:
    """Open the gazetteer; every visitor shares it."""
    return open_gazetteer()
