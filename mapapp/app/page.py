"""The page: a report comes in, its findings are shown, questioned and taken away."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from gazetteer.errors import GazetteerError
from mapapp.app import session
from mapapp.app.panels.downloads import draw_downloads
from mapapp.app.panels.findings import draw_summary, draw_text_and_map
from mapapp.app.panels.header import draw_header
from mapapp.app.panels.intake import draw_intake, open_first
from mapapp.app.panels.own_places import draw_layers
from mapapp.app.panels.places import draw_places
from mapapp.app.panels.tables import draw_claims, draw_incidents
from mapapp.app.warming import warm_gazetteer
from mapapp.app.wording import plain

# An icon of our own: Streamlit fetches emoji and Material icons for the browser's tab from the network.
ICON = Path(__file__).with_name("icon.svg")


def draw_page() -> None:
    """Draw the page from top to bottom."""
    st.set_page_config(page_title="mapapp", page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed")
    draw_header()
    try:
        warm_gazetteer()
    except GazetteerError as error:
        st.error(f"The gazetteer cannot be opened. {plain(str(error))}", icon=":material/error:")
        draw_layers()  # a damaged one can be removed here
        return
    open_first()
    draw_intake()
    dossier = session.dossier()
    if dossier is None:
        st.info("Paste a report or choose a file, then press Read.", icon=":material/article:")
        return
    draw_summary(dossier)
    draw_text_and_map(dossier)
    incidents, claims, places = st.tabs(list(session.TABS.values()), key=session.TAB, on_change="rerun")
    with incidents:
        draw_incidents(dossier)
    with claims:
        draw_claims(dossier)
    with places:
        draw_places(dossier)
    draw_downloads(dossier)
