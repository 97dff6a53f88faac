"""The home region on the page: what its button says, and what becomes of a choice."""

from __future__ import annotations

import pytest

from gazetteer import open_gazetteer
from mapapp.app import session
from mapapp.app.panels.home import LONGEST_NAME, button_label, part_of
from mapapp.app.state import HomePart
from mapapp.settings import Settings

WICHITA = HomePart("Wichita, Kansas, United States", "geonames:4281730")


@pytest.mark.parametrize(
    ("home", "label"),
    [
        ((), "Home region"),
        ((WICHITA,), "Home: Wichita"),
        ((WICHITA, HomePart("Kazakhstan", "geonames:1522867", "KZ")), "Home: Wichita + 1"),
    ],
)
def test_the_button_says_the_home_region(home, label):
    """Without opening the box."""
    assert button_label(home) == label


def test_a_long_name_is_cut_on_the_button():
    """There is room for one short line."""
    label = button_label((HomePart("L" * 80, "made:1"),))
    assert (len(label), label[-1]) == (len("Home: ") + LONGEST_NAME, "…")


def test_a_country_is_a_country_and_all_else_a_place():
    """The settings keep them apart, as the dossier does."""
    world = open_gazetteer()
    country = world.country("KZ")
    assert country is not None
    parts = (part_of(world.place("geonames:4281730"), world), part_of(country, world))
    assert parts[0] == WICHITA
    assert session.settings_of(parts) == Settings(home_places=("geonames:4281730",), home_countries=("KZ",))
