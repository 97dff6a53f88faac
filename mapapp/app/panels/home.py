"""Where the reports come from: a place is typed, chosen among its namesakes, and taken back by a click on its chip."""

from __future__ import annotations

from functools import partial

import streamlit as st

from gazetteer import Gazetteer, Kind, Place
from gazetteer.queries import address
from mapapp.app import session
from mapapp.app.state import HomeAdded, HomePart, HomeRemoved
from mapapp.app.warming import warm_gazetteer
from mapapp.app.wording import place_line, plain
from mapapp.resolution.home_lookup import Meant, look_up

HINT = "A local paper writes “Paris” and means the one next door: say where your reports come from, and namesakes nearby come first."
SAID = "home_said"
"""Key of the text box."""

LONGEST_NAME = 24
"""Letters of the first place that have room on the button; the other places are counted."""


def draw_home() -> None:
    """Draw the button that says the home region and opens the box to change it."""
    home = session.state().home
    with st.popover(plain(button_label(home)), icon=":material/home_pin:", width="stretch", key="home"):
        st.caption(HINT)
        st.text_input("Home region", key=SAID, placeholder="Wichita, Kansas – or a country")
        said = st.session_state[SAID].strip()
        if said:
            _draw_candidates(look_up(said, warm_gazetteer()), home)
        if home:
            _draw_chips(home)


def button_label(home: tuple[HomePart, ...]) -> str:
    """Return what the button says: what it is for, or the home region."""
    if not home:
        return "Home region"
    first = home[0].name.split(",")[0]
    name = first if len(first) <= LONGEST_NAME else f"{first[: LONGEST_NAME - 1]}…"
    return f"Home: {name}" if len(home) == 1 else f"Home: {name} + {len(home) - 1}"


def part_of(place: Place, gazetteer: Gazetteer) -> HomePart:
    """Return a place as a part of the home region."""
    country = place.countries[0] if place.kind is Kind.COUNTRY else ""
    return HomePart(address(gazetteer, place), place.place_id, country)


def _draw_candidates(meant: Meant, home: tuple[HomePart, ...]) -> None:
    """Draw a button for each place that may be meant, or say that there is none."""
    world = warm_gazetteer()
    if not meant.candidates:
        st.caption("No place of this name is known: try the nearest larger town, a region or a country.")
        return
    if meant.is_guess:
        st.caption("Nothing is known by that name there. Did you mean one of these?")
    taken = {part.place_id for part in home}
    with st.container(gap="xsmall", key="home_candidates"):
        for place in meant.candidates:
            st.button(
                plain(_described(place, world)),
                key=f"home_candidate_{place.place_id}",
                icon=":material/check:" if place.place_id in taken else ":material/add:",
                disabled=place.place_id in taken,
                on_click=partial(_add, part_of(place, world)),
                width="stretch",
            )
    if meant.count > len(meant.candidates):
        st.caption(f"{meant.count - len(meant.candidates)} more: add the region or country behind a comma.")


def _described(place: Place, world: Gazetteer) -> str:
    """Return a candidate in words, with the division it lies in."""
    division = world.admin1(place.admin1) if place.admin1 else None
    return place_line(place, division="" if division is None or division.place_id == place.place_id else division.name)


def _draw_chips(home: tuple[HomePart, ...]) -> None:
    """Draw what is chosen, each with its cross."""
    with st.container(horizontal=True, gap="small", key="home_chips"):
        for part in home:
            st.button(
                plain(part.name),
                key=f"home_part_{part.place_id}",
                icon=":material/close:",
                icon_position="right",
                help="Take it off the home region",
                on_click=lambda part=part: session.dispatch(HomeRemoved(part)),
            )


def _add(part: HomePart) -> None:
    """Take a place into the home region and empty the box for the next."""
    session.dispatch(HomeAdded(part))
    st.session_state[SAID] = ""
