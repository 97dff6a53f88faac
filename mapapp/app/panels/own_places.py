"""Your places: what was imported or added by hand, with a way to take it off again, and the way in for lists and GeoNames files."""

from __future__ import annotations

from functools import partial

import streamlit as st

from gazetteer.errors import GazetteerError
from gazetteer.importing import MY_PLACES, ListedPlace, added_places, remove_place
from gazetteer.layers import Layer, installed, remove
from mapapp.app import session
from mapapp.app.imports import left_out_file
from mapapp.app.panels.import_files import collect_outcome, draw_import
from mapapp.app.state import PlaceForgotten
from mapapp.app.warming import warm_gazetteer
from mapapp.app.wording import KIND_WORDS, plain

HINT = "Villages, camps and checkpoints that the gazetteer lacks: bring a list of your own, or GeoNames files of a country."
REMOVING, PROBLEM = "own_removing", "own_problem"
"""Keys: the layer whose removal waits for a second word, and what went wrong with the last removal."""

MOST_PLACES = 40
"""So many places added by hand are listed, the newest first."""


def draw_own_places() -> None:
    """Draw the button that says how many layers there are and opens the box with them."""
    collect_outcome()
    try:
        count = len(installed())
    except GazetteerError:
        count = 0  # main says so
    with st.popover(button_label(count), icon=":material/add_location_alt:", width="stretch", key="own_places"):
        st.caption(HINT)
        draw_layers()
        draw_import()


def button_label(count: int) -> str:
    """Return what the button says."""
    return f"Your places: {count}" if count else "Your places"


def draw_layers() -> None:
    """Draw the layers one below the other, each with the button that removes it; nothing of the gazetteer is needed for it."""
    try:
        layers = installed()
    except GazetteerError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    if PROBLEM in st.session_state:
        st.error(plain(st.session_state[PROBLEM]), icon=":material/error:")
    for layer in layers:
        with st.container(border=True, gap="xsmall", key=f"own_layer_{layer.name}"):
            _draw_layer(layer)


def about(layer: Layer) -> str:
    """Return what a layer is, in one line: its size, its place in the order, version, licence, and what could not be used."""
    parts = [
        f"{layer.places:,} {'place' if layer.places == 1 else 'places'}, {layer.names:,} {'name' if layer.names == 1 else 'names'}",
        "before all other places" if layer.wins else "ordered by how well known a place is",
        f"version {layer.version}",
        f"licence: {layer.licence or 'not said'}",
    ]
    if layer.left_out:
        parts.append(f"{layer.left_out:,} {'row' if layer.left_out == 1 else 'rows'} left out")
    return " · ".join(parts)


def _draw_layer(layer: Layer) -> None:
    """Draw one layer."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(layer.name)}**" + (f" · {plain(layer.title)}" if layer.title else ""), width="content")
        st.button(
            "Remove",
            key=f"own_remove_{layer.name}",
            icon=":material/delete:",
            type="tertiary",
            disabled=st.session_state.get(REMOVING) == layer.name,
            on_click=partial(_ask, layer.name),
        )
    st.caption(plain(about(layer)))
    if st.session_state.get(REMOVING) == layer.name:
        _draw_question(layer)
    if layer.left_out:
        st.download_button(
            "Rows left out",
            data=partial(left_out_file, layer),
            file_name=f"{layer.name}-left-out.tsv",
            mime="text/tab-separated-values",
            icon=":material/download:",
            type="tertiary",
            key=f"own_left_out_{layer.name}",
            on_click="ignore",
        )
    if layer.name == MY_PLACES:
        _draw_added()


def _ask(name: str) -> None:
    """Ask once more before a layer goes."""
    st.session_state[REMOVING] = name


def _draw_question(layer: Layer) -> None:
    """Draw the question whether a layer shall really go."""
    what = "They cannot be brought back." if layer.name == MY_PLACES else "Its file can be imported again."
    st.warning(plain(f"Remove {layer.name} with {layer.places:,} places? {what}"), icon=":material/help:")
    with st.container(horizontal=True, gap="small"):
        st.button("Yes, remove", key="own_remove_yes", type="primary", on_click=partial(_remove, layer.name))
        st.button("Keep", key="own_remove_no", on_click=partial(st.session_state.pop, REMOVING, None))


def _remove(name: str) -> None:
    """Remove a layer; the report is read again without it, and corrections to its places wait for it to come back."""
    st.session_state.pop(REMOVING, None)
    st.session_state.pop(PROBLEM, None)
    try:
        remove(name)
    except (GazetteerError, OSError) as error:
        st.session_state[PROBLEM] = str(error)


def _draw_added() -> None:
    """Draw the places that were added one by one, the newest first, each with its cross."""
    try:
        added = list(added_places().items())[::-1]
    except GazetteerError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    with st.container(gap="xsmall", key="own_added"):
        for place_id, place in added[:MOST_PLACES]:
            st.button(
                plain(_described(place)),
                key=f"own_added_{place_id}",
                icon=":material/close:",
                icon_position="right",
                help="Take this place off your list",
                on_click=partial(_take_off, place_id),
                width="stretch",
            )
    if len(added) > MOST_PLACES:
        st.caption(f"{len(added) - MOST_PLACES:,} older ones are not shown.")


def _described(place: ListedPlace) -> str:
    """Return a place that was added in one line."""
    kind = "" if place.kind is None else KIND_WORDS.get(place.kind, place.kind.value)
    position = f"{place.position.lat:.4f}, {place.position.lon:.4f}"
    return " · ".join(part for part in (place.name, kind, position) if part)


def _take_off(place_id: str) -> None:
    """Take a place off the list of those added by hand, and off the corrections."""
    st.session_state.pop(PROBLEM, None)
    try:
        remove_place(place_id, gazetteer=warm_gazetteer())
    except (GazetteerError, OSError) as error:
        st.session_state[PROBLEM] = str(error)
        return
    session.dispatch(PlaceForgotten(place_id))
