"""A new paragraph about quite another deed, or that names a place where none was told, begins another incident."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp.incidents.incident import IncidentType as T

PUBLISHED = date(2020, 5, 10)


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("A car bomb went off outside the mill in Tarsk", "Masked men robbed a savings bank on Friday", [T.BOMBING, T.ROBBERY]),
        ("Herders and farmers clashed near Tarsk", "A ferry with 30 passengers ran aground on Friday", [T.CLASH, T.ACCIDENT]),
        ("A market burned down in Tarsk", "Raiders abducted two nurses from a clinic", [T.FIRE, T.ABDUCTION]),
        ("Shells hit two farms near Tarsk", "Police in Velden detained three men over a theft", [T.SHELLING, T.ARREST]),
    ],
)
def test_a_deed_of_another_kind_in_a_new_paragraph_is_another_incident(incidents, first, second, kinds):
    """Nothing in the second paragraph says that it is about the first."""
    text = f"{first} on Tuesday.\n\n{second}."
    assert [incident.type for incident in incidents(text, published=PUBLISHED)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at a mill in Tarsk on Tuesday.\n\nFour people were killed and nine hurt.",
        "A bomb went off at a mill in Tarsk on Tuesday.\n\nTheir driver was shot in the neck.",
        "A bomb went off at a mill in Tarsk on Tuesday.\n\nNobody was arrested.",
        "A bomb went off at a mill in Tarsk on Tuesday.\n\nThree men were detained.",
        "Protesters clashed with police in Tarsk on Tuesday.\n\nA crowd marched on the town hall.",
    ],
)
def test_what_goes_on_about_a_deed_is_no_other_incident(incidents, text):
    """How people died in it, who is taken up by a pronoun, what followed it, and what protesters do who clash."""
    assert len(incidents(text, published=PUBLISHED)) == 1


def test_a_paragraph_with_a_place_is_not_of_what_had_none(incidents):
    """The first news has a place; what is told below it without one is not put into the next place named."""
    text = """A bomb went off in Tarsk on Tuesday.

Rebels stormed a police post last week.

Gunmen attacked a fuel convoy in Velden."""
    found = incidents(text, published=PUBLISHED)
    assert [incident.site and incident.site.text for incident in found if incident.type is T.ARMED_ATTACK][-1] == "Velden"
    assert len(found) == 3


def test_what_is_told_far_below_is_not_how_somebody_was_killed(incidents):
    """Only the next sentences, or those that speak of the deed as known, tell how it was done."""
    lines = ["A judge was murdered in Tarsk on Tuesday."] + ["The court has twelve judges."] * 5
    (far,) = incidents("\n\n".join([*lines, "People here are tired of bombings."]), published=PUBLISHED)
    (near,) = incidents("A judge was murdered in Tarsk on Tuesday. A bomb went off under his car.", published=PUBLISHED)
    assert (far.type, near.type) == (T.KILLING, T.BOMBING)


def test_a_list_of_what_was_set_on_fire_is_arson(incidents):
    """However long the list between the verb and the fire; "a fire on Monday" is no shooting."""
    (burnt,) = incidents("Rebels set two schools, a clinic and several houses in Tarsk on fire on Monday.", published=PUBLISHED)
    (fire,) = incidents("A fire on Monday destroyed a market in Tarsk.", published=PUBLISHED)
    assert (burnt.type, fire.type) == (T.ARSON, T.FIRE)
