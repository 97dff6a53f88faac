"""The gazetteer, opened once for all visitors."""

from __future__ import annotations

import streamlit as st

from gazetteer import Gazetteer, open_gazetteer


def _is_current(world: Gazetteer) -> bool:
    """Say whether a gazetteer has all layers there are now: another visitor, or the command line, may have brought or removed one."""
    return open_gazetteer() is world


@st.cache_resource(show_spinner="Opening the gazetteer …", validate=_is_current)
def warm_gazetteer() -> Gazetteer:
    """Open the gazetteer with all layers; every visitor shares it."""
    return open_gazetteer()
