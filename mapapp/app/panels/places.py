"""The place names: which place each was taken for, why, and the analyst's say in it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from gazetteer import Gazetteer
from gazetteer.index import UnknownPlace
from gazetteer.place import Place
from mapapp.app import session, tables, wording
from mapapp.app.corrections import correct, describe, namesakes
from mapapp.app.marks import span_key
from mapapp.app.panels.add_place import draw_add_place
from mapapp.app.panels.linked_table import draw_linked_table
from mapapp.app.place_search import find_places
from mapapp.app.state import Corrected, Redone, Undone, What
from mapapp.app.warming import warm_gazetteer
from mapapp.app.wording import ROLE_WORDS, plain
from mapapp.dossier import Dossier
from mapapp.toponyms.toponym import Toponym

ALL, ONE = "all", "one"
MOST_NAMESAKES = 60
"""There are more places called San José than anybody would scroll through."""

NO_PLACE = ""
"""The choice "this is no place" in the list of candidates."""


def draw_places(dossier: Dossier) -> None:
    """Draw the list of place names and the card of the selected one."""
    if not dossier.toponyms:
        st.caption("No place name was found in this report.")
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        _draw_list(dossier)
    with right:
        _draw_history()
        _draw_card(dossier)


def _draw_list(dossier: Dossier) -> None:
    """Draw one row per mention."""
    corrected = set(session.chosen())
    frame = tables.toponyms(dossier.toponyms, corrected=corrected)
    columns = {
        "Name": st.column_config.TextColumn(width=130),
        "Place": st.column_config.TextColumn(width=150),
        "Country": st.column_config.TextColumn(width=70),
        "Kind": st.column_config.TextColumn(width=90),
        "Role": st.column_config.TextColumn(width=160),
        "Sure": st.column_config.TextColumn(width=60, help="How sure the program is of the place; 100 % where you chose it."),
        "Others": st.column_config.NumberColumn(width=65, help="How many other places the name may stand for."),
        "By you": st.column_config.TextColumn(width=90),
    }
    alt = f"{len(frame)} place names with the places they were taken for"
    draw_linked_table(frame, What.TOPONYM, columns=columns, alt=alt)


def _draw_history() -> None:
    """Draw undo and redo, each saying what it would do."""
    now = session.state()
    if not now.corrections and not now.undone:
        return
    back, again = st.columns(2)
    back.button(
        "Undo",
        icon=":material/undo:",
        disabled=not now.corrections,
        help=plain(describe(now.corrections[-1])) if now.corrections else None,
        on_click=lambda: session.dispatch(Undone()),
        width="stretch",
    )
    again.button(
        "Redo",
        icon=":material/redo:",
        disabled=not now.undone,
        help=plain(describe(now.undone[-1])) if now.undone else None,
        on_click=lambda: session.dispatch(Redone()),
        width="stretch",
    )


def _draw_card(dossier: Dossier) -> None:
    """Draw the candidates of the selected toponym, with the reasons, and the buttons that correct it."""
    toponym = selected_toponym(dossier)
    if toponym is None:
        st.info(
            "Select a place name, in the text or in this list, to see why it was taken for this place, and to correct it.",
            icon=":material/touch_app:",
        )
        return
    with st.container(border=True):
        st.text(f"{toponym.text}: {ROLE_WORDS[toponym.role]}")
        if toponym.reasons:
            st.caption(plain("Why: " + "; ".join(toponym.reasons)))
        _draw_note(toponym)
        places, choice = _draw_choice(toponym)
        mentions = namesakes(toponym, dossier.toponyms)
        scope = f"scope_{span_key(toponym.span)}"
        if len(mentions) > 1:
            st.radio(
                "For which mentions?",
                [ALL, ONE],
                format_func=lambda value: f"all {len(mentions)} mentions of this name" if value == ALL else "only this one",
                key=scope,
                horizontal=True,
            )
        apply_it, reject = st.columns(2)
        apply_it.button("Use this place", type="primary", on_click=partial(_use, toponym, places, choice, scope), width="stretch")
        reject.button("Not a place", on_click=partial(_reject, toponym, scope), width="stretch")
        draw_add_place(toponym)


def _draw_note(toponym: Toponym) -> None:
    """Draw what a list notes of the place, where the reasons do not say it."""
    note = "" if toponym.place is None else note_of(toponym.place.place_id, warm_gazetteer())
    if note and not any(note in reason for reason in toponym.reasons):
        st.caption(plain(f"Note: {note}"))


def note_of(place_id: str, gazetteer: Gazetteer) -> str:
    """Return what a list notes of a place; empty where it notes nothing, or there is no such place (any more)."""
    try:
        return gazetteer.note_at(gazetteer.row_of(place_id))
    except UnknownPlace:
        return ""


def _draw_choice(toponym: Toponym) -> tuple[dict[str, Place], str]:
    """Draw the field to look for any place, and the places to choose from; return these by id, and the key of the choice."""
    turn = f"{span_key(toponym.span)}_{len(session.state().corrections)}"
    said = st.session_state.get(f"find_{turn}", "").strip()
    found = {place.place_id: place for place in find_places(said, warm_gazetteer())}
    places = found or candidates(toponym, session.uncorrected(), warm_gazetteer())
    current = toponym.place.place_id if toponym.place is not None else NO_PLACE
    options = [*places, NO_PLACE]
    choice = f"candidate_{turn}_{said if found else ''}"
    st.selectbox(
        "Which place is it?",
        options,
        index=0 if found else options.index(current) if current in options else len(options) - 1,
        format_func=lambda place_id: _described(places[place_id]) if place_id else "no place, or none of these",
        key=choice,
    )
    st.text_input("Find another place", key=f"find_{turn}", placeholder="a name, or a name and its area: Paris, Ontario", max_chars=200)
    if said and not found:
        st.caption("No place of that name is known. You can add it below.")
    elif found:
        st.caption(f"{len(found)} found: choose above." if len(found) > 1 else "Found: it stands above.")
    return places, choice


def selected_toponym(dossier: Dossier) -> Toponym | None:
    """Return the selected toponym, None if something else or nothing is selected."""
    selection = session.state().selection
    if selection is None or selection.what is not What.TOPONYM:
        return None
    return next((toponym for toponym in dossier.toponyms if span_key(toponym.span) == selection.key), None)


def candidates(toponym: Toponym, first_reading: Dossier | None, gazetteer: Gazetteer) -> dict[str, Place]:
    """Return all places the name may stand for, by id: those of the present reading, of the first, and all others of that name."""
    readings = [toponym]
    if first_reading is not None:
        readings += [other for other in first_reading.toponyms if other.span == toponym.span]
    found: dict[str, Place] = {}
    for reading in readings:
        if reading.place is not None:
            found.setdefault(reading.place.place_id, reading.place)
        for alternative in reading.alternatives:
            found.setdefault(alternative.place.place_id, alternative.place)
    for match in gazetteer.candidates(toponym.text)[:MOST_NAMESAKES]:
        found.setdefault(match.place.place_id, match.place)
    return found


def _described(place: Place) -> str:
    """Return a candidate in words, with the division it lies in and the list it comes from."""
    world = warm_gazetteer()
    division = world.admin1(place.admin1) if place.admin1 else None
    line = wording.place_line(place, division="" if division is None or division.place_id == place.place_id else division.name)
    return f"{line} · from {place.source}" if any(layer.name == place.source for layer in world.layers) else line


def _use(toponym: Toponym, places: dict[str, Place], choice: str, scope: str) -> None:
    """Take the chosen place for the toponym."""
    place_id = st.session_state[choice] or None
    name = "" if place_id is None else _described(places[place_id])
    _correct(toponym, place_id, name, scope)


def _reject(toponym: Toponym, scope: str) -> None:
    """Take the toponym for no place at all."""
    _correct(toponym, None, "", scope)


def _correct(toponym: Toponym, place_id: str | None, place_name: str, scope: str) -> None:
    """Correct the toponym for all mentions of its name, or for this one only."""
    dossier = session.dossier()
    if dossier is None:
        return
    only_this = st.session_state.get(scope, ALL) == ONE
    session.dispatch(Corrected(correct(toponym, place_id, toponyms=dossier.toponyms, place_name=place_name, only_this=only_this)))
