"""The two components of our own: the annotated text and the incident map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from mapapp.app.components import served
from mapapp.app.theme import TONES

_report_text = st.components.v2.component("mapapp.report_text", html='<div class="root"></div>', css="style.css", js="text.js")
_incident_map = st.components.v2.component("mapapp.incident_map", html='<div class="frame"></div>', css="style.css", js="map.js")

Picked = Callable[[], None]
"""Called when the visitor pointed at something; ``st.session_state[key].pick`` holds {"what", "key"}."""


def summary(data: dict[str, Any], *, key: str) -> None:
    """Draw the head of the findings: title, origin, counts, the unplaced by name, notes."""
    _report_text(key=key, data={"view": "summary", "tones": TONES, **data}, height="content")


def report_text(data: dict[str, Any], *, key: str, on_pick: Picked) -> None:
    """Draw the report with its marks; keys of ``data``: text, marks, legend, selected, focus."""
    _report_text(key=key, data={"view": "report", "tones": TONES, **data}, height="content", on_pick_change=on_pick)


def incident_map(data: dict[str, Any], *, key: str, on_pick: Picked) -> None:
    """Draw the map; keys of ``data``: features, words, report, selected, focus, spot, notices (those of imported layers).

    A fixed ``key`` keeps the view from run to run.
    """
    fixed = {
        "leafletUrl": served.leaflet_url(),
        "background": served.background_urls(),
        "tones": TONES,
    }
    notices = [*served.NOTICES, *({"text": text, "url": ""} for text in data["notices"])]
    _incident_map(key=key, data={**fixed, **data, "notices": notices}, height="content", on_pick_change=on_pick)
