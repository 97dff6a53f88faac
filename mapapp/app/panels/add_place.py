"""Add a place that the gazetteer lacks, from the name that a report gives it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from gazetteer.errors import GazetteerError
from gazetteer.importing import add_place, place_id_of
from gazetteer.place import Kind
from mapapp.app import session
from mapapp.app.corrections import correct
from mapapp.app.marks import span_key
from mapapp.app.own_place import LONGEST_NAME, LONGEST_NOTE, Typed, place_of
from mapapp.app.state import Corrected
from mapapp.app.warming import warm_gazetteer
from mapapp.app.wording import KIND_WORDS, plain
from mapapp.errors import InputError
from mapapp.toponyms.toponym import Toponym

KINDS = (
    Kind.VILLAGE, Kind.CITY, Kind.DISTRICT, Kind.FACILITY, Kind.REGION, Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3, Kind.WATER, Kind.LAND,
    Kind.ROAD, Kind.OTHER,
)  # fmt: skip
"""What may be added; countries, continents and seas are all there."""

ERROR = "add_place_error"
"""Key: the toponym whose place could not be added, and why."""


def draw_add_place(toponym: Toponym) -> None:
    """Draw the form, open where the name has no place."""
    field = partial(_key, toponym)
    unplaced = toponym.place is None
    box = field(f"box_{'open' if unplaced else 'folded'}")
    with st.expander("Add this place", icon=":material/add_location_alt:", expanded=unplaced, key=box):
        with st.form(field("form"), border=False, enter_to_submit=False):
            st.text_input("Name", value=" ".join(toponym.text.split())[:LONGEST_NAME], key=field("name"), max_chars=LONGEST_NAME)
            left, right = st.columns(2, gap="small")
            left.text_input("Latitude", key=field("latitude"), placeholder="50.28 or 50°16'N", max_chars=2000)
            right.text_input("Longitude", key=field("longitude"), placeholder="57.21 or 57°12'E", max_chars=2000)
            st.caption("Or paste all into one of them: 50.28, 57.21, 50°16'N 57°12'E, an MGRS or UTM reference, a map link.")
            st.selectbox("Kind", KINDS, key=field("kind"), format_func=lambda kind: KIND_WORDS.get(kind, kind.value))
            st.text_input("Other spellings", key=field("spellings"), placeholder="divided by commas", max_chars=2000)
            st.text_input("Note", key=field("note"), placeholder="for yourself", max_chars=LONGEST_NOTE)
            st.form_submit_button("Add to my places", type="primary", icon=":material/add:", on_click=partial(_add, toponym))
        toponym_key, message = st.session_state.get(ERROR, ("", ""))
        if toponym_key == span_key(toponym.span):
            st.error(plain(message[:1].upper() + message[1:]), icon=":material/error:")


def _add(toponym: Toponym) -> None:
    """Add the place to the list, and take all mentions of the name for it; what was typed stays if it cannot be."""
    st.session_state.pop(ERROR, None)
    said = {name: st.session_state[_key(toponym, name)] for name in ("name", "latitude", "longitude", "kind", "spellings", "note")}
    dossier = session.dossier()
    if dossier is None:
        return
    try:
        place = place_of(Typed(**said, found_as="" if toponym.demonym else toponym.text))
        add_place(place, gazetteer=warm_gazetteer())
    except (InputError, GazetteerError, OSError) as error:
        st.session_state[ERROR] = (span_key(toponym.span), str(error))
        return
    session.dispatch(Corrected(correct(toponym, place_id_of(place), toponyms=dossier.toponyms, place_name=place.name)))


def _key(toponym: Toponym, field: str) -> str:
    """Return the key of a field; each name has a form of its own, which keeps what was typed."""
    return f"add_place_{field}_{span_key(toponym.span)}"
