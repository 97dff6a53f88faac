"""Where it was, told in a sentence of its own; and places told without their name."""

from datetime import date

import pytest

from mapapp.incidents.incident import GeoPrecision

PUBLISHED = date(2016, 5, 9)


def _sites(found):
    return [incident.site and incident.site.text for incident in found]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a shopkeeper on Saturday. The incident took place in Velden.",
        "A grenade wounded four people on Saturday night. The explosion happened near Velden.",
        "Thieves stole two paintings on Saturday. The building is located in Velden.",
        "Robbers shot dead a guard on Saturday. Police were called. The shooting occurred in Velden.",
    ],
)
def test_a_sentence_of_its_own_tells_where_it_was(incidents, text):
    """Behind the incident, without a deed of its own."""
    assert _sites(incidents(text, published=PUBLISHED)) == ["Velden"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a shopkeeper on Saturday. The funeral took place in Velden.",
        "Gunmen killed a shopkeeper on Saturday. The talks will take place in Velden.",
        "Gunmen killed a shopkeeper in Ombra on Saturday. The incident took place at noon. The mayor is in Velden.",
    ],
)
def test_other_places_behind_an_incident_are_not_where_it_was(incidents, text):
    """A funeral, talks, somebody's seat."""
    assert "Velden" not in _sites(incidents(text, published=PUBLISHED))


def test_the_day_may_be_told_behind_the_incident(incidents):
    """The attack has no day; the next sentence gives it."""
    (incident,) = incidents("A bomb killed two guards in Tarsk. The attack occurred on May 5.", published=PUBLISHED)
    assert incident.date_start == date(2016, 5, 5)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Tarsk, May 8, 2016 (Agency) -- Two guards were killed in the capital on Saturday when a bomb exploded.", "Tarsk"),
        ("Tarsk, May 8, 2016 (Agency) -- Traders fought with police in parts of the capital on Saturday. Six people were hurt.", "Tarsk"),
        ("Tarsk, May 8, 2016 (Agency) -- Officials in the capital said gunmen killed four farmers on Saturday.", None),
        ("Tarsk, May 8, 2016 (Agency) -- Five miners died in a fire 70 km from the capital on Saturday.", None),
        ("Ombra, May 8, 2016 (Agency) -- A banker was shot dead by gunmen here on Saturday.", "Ombra"),
        ("Ombra, May 8, 2016 (Agency) -- Residents said here on Sunday that soldiers killed three shepherds.", None),
    ],
)
def test_the_capital_and_here_are_places(incidents, text, site):
    """The capital of the country, the town of the dateline; not where somebody speaks."""
    assert _sites(incidents(text, published=PUBLISHED)) == [site]


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A bomb exploded outside the Borealian embassy in Tarsk on Saturday, wounding a guard.", "Tarsk"),
        ("Two men attacked the embassy in Tarsk on Saturday and killed a guard.", "Tarsk"),
        ("The embassy in Tarsk said gunmen killed two engineers on Saturday.", None),
    ],
)
def test_an_embassy_is_a_site_where_it_is_hit_not_where_it_speaks(incidents, text, site):
    """What is done to it is done where it stands."""
    assert _sites(incidents(text, published=PUBLISHED)) == [site]


def test_near_a_town_in_capitals_is_no_name_of_a_group(incidents):
    """A place, and then a group."""
    (incident,) = incidents("IN AN ATTACK THAT OCCURRED NEAR TARSK A GROUP OF MEN WOUNDED A JUDGE ON MAY 6, 2016.", published=PUBLISHED)
    assert (incident.site.text, incident.site.geo_precision) == ("TARSK", GeoPrecision.NEAR)


def test_a_facility_keeps_the_name_of_its_town(incidents):
    """The part at a facility says in which town that is."""
    text = "Masked men killed nine people at a border post and a hotel in Tarsk on May 6.\n\nAt the hotel, they killed five guests."
    assert "the hotel, Tarsk" in _sites(incidents(text, published=PUBLISHED))
