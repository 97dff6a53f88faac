"""Between the reducer and Streamlit: one visitor's state, and the findings that follow from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from gazetteer.index import UnknownPlace
from gazetteer.layers import fingerprint, layers_folder
from gazetteer.place import COORDINATES
from mapapp.app.corrections import Choices, choices
from mapapp.app.features import LAYERS, FeatureCollection
from mapapp.app.state import AppState, Correction, Event, Given, HomePart, ReportGiven, ReportRefused, Selected, Selection, What, apply
from mapapp.app.warming import warm_gazetteer
from mapapp.dossier import Dossier, read_report
from mapapp.errors import InputError
from mapapp.export import feature_collection
from mapapp.settings import Settings

STATE = "mapapp_state"
READ = "mapapp_read"
TAB = "mapapp_tab"
TABS = {What.INCIDENT: "Incidents", What.CLAIM: "Distances", What.TOPONYM: "Places"}
"""The tables under the map. Their names stay the same, so that a correction does not close the one in use."""

KEPT_READINGS = 12
"""Readings kept per visitor, so that undo and redo are instant."""


def state() -> AppState:
    """Return the visitor's state."""
    if STATE not in st.session_state:
        st.session_state[STATE] = AppState()
    kept: AppState = st.session_state[STATE]
    return kept


def dispatch(event: Event) -> None:
    """Change the visitor's state by an event."""
    st.session_state[STATE] = apply(event, state())


def submit(given: Given, *, selection: Selection | None = None) -> bool:
    """Read a report; show it if that went well, else say why not and keep what was shown. Returns whether it was read."""
    try:
        _reading(given, (), state().home)
    except InputError as error:
        dispatch(ReportRefused(str(error)))
        return False
    dispatch(ReportGiven(given, selection))
    return True


def dossier() -> Dossier | None:
    """Return the findings with all corrections applied; None before the first report."""
    now = state()
    return None if now.given is None else _reading(now.given, now.corrections, now.home)[0]


def uncorrected() -> Dossier | None:
    """Return the findings as the program made them, before any correction."""
    now = state()
    return None if now.given is None else _reading(now.given, (), now.home)[0]


def chosen() -> Choices:
    """Return what holds after all corrections."""
    return _chosen(state().corrections)


def _chosen(corrections: tuple[Correction, ...]) -> Choices:
    """Return the corrections as far as their places are there: those to places of a removed layer wait until it is back."""
    return {span: place_id for span, place_id in choices(corrections).items() if place_id is None or _is_known(place_id)}


def _is_known(place_id: str) -> bool:
    """Say whether there is a place of this id, in the gazetteer or in the report itself."""
    if place_id.startswith(COORDINATES):
        return True
    try:
        warm_gazetteer().row_of(place_id)
    except UnknownPlace:
        return False
    return True


def features() -> FeatureCollection:
    """Return the FeatureCollection of the findings, all layers: the map draws it and the downloads hold it."""
    now = state()
    return {"type": "FeatureCollection", "features": []} if now.given is None else _reading(now.given, now.corrections, now.home)[1]


def reports() -> list[Dossier]:
    """Return the reports that the visitor has read and that are still kept, the one on the page first, each as it was read last."""
    now = dossier()
    if now is None:
        return []
    kept: dict[str, Dossier] = {now.report.text_sha256: now}
    readings: dict[Any, tuple[Dossier, FeatureCollection]] = st.session_state.get(READ, {})
    for read, _ in reversed(readings.values()):
        kept.setdefault(read.report.text_sha256, read)
    return list(kept.values())


def _reading(given: Given, corrections: tuple[Correction, ...], home: tuple[HomePart, ...]) -> tuple[Dossier, FeatureCollection]:
    """Read a report, or take the reading that is kept; the oldest kept reading goes first."""
    kept: dict[Any, tuple[Dossier, FeatureCollection]] = st.session_state.setdefault(READ, {})
    known = _chosen(corrections)
    settings = settings_of(tuple(part for part in home if part.country or _is_known(part.place_id)))
    # What was read with other places is read again as soon as a layer has come or gone.
    key = (replace(given, example=""), tuple(sorted(known.items(), key=str)), settings, fingerprint(layers_folder()))
    if key not in kept:
        read = read_report(given.text, title=given.title, published=given.published, url=given.url, settings=settings, choices=known)
        kept[key] = (read, feature_collection([read], layers=LAYERS))
        while len(kept) > KEPT_READINGS:
            kept.pop(next(iter(kept)))
    return kept[key]


def settings_of(home: tuple[HomePart, ...]) -> Settings:
    """Return the settings for reading reports of a home region."""
    return Settings(
        home_places=tuple(part.place_id for part in home if not part.country),
        home_countries=tuple(part.country for part in home if part.country),
    )


def picked(component_key: str) -> None:
    """Take what the visitor pointed at in a component."""
    selection = selection_of(st.session_state[component_key].pick)
    if selection is not None:
        select(selection)


def selection_of(pick: object) -> Selection | None:
    """Return what the browser says was pointed at; None for anything it should not say."""
    if not isinstance(pick, dict) or pick.get("what") not in set(What):
        return None
    return Selection(What(pick["what"]), str(pick.get("key", "")))


def select(selection: Selection | None) -> None:
    """Point at something: its table comes up, and for an incident the address of the page says so."""
    dispatch(Selected(selection))
    if selection is not None:
        st.session_state[TAB] = TABS[selection.what]
    if selection is not None and selection.what is What.INCIDENT:
        st.query_params["incident"] = selection.key
    elif "incident" in st.query_params:
        del st.query_params["incident"]
