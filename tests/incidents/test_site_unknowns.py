"""Names of places that no gazetteer has."""

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.incidents.placing.site_unknowns import country_of_most, unknown_site
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym


def _unknown(text, named=()):
    found = unknown_site(text, Span(0, len(text)), named)
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men died in the village of Qorl on Friday.", "Qorl"),
        ("Two men died in Qorl el Hadd village.", "Qorl el Hadd"),
        ("A helicopter crashed near Qorl, on the coast.", "Qorl"),
        ("They tried to burn the bridge at Qorl.", "Qorl"),
        ("A BOMB EXPLODED IN THE VILLAGE OF QORL, POLICE SAID.", "QORL"),
        ("TWO MEN DIED IN THE TOWN OF SAN QORLO ON FRIDAY.", "SAN QORLO"),
        ("A BOMB EXPLODED NEAR QORL.", "QORL"),
        ("REBELS CLASHED WITH TROOPS IN THE AREA OF QORL, THE ARMY SAID.", "QORL"),
        ("A BANK WAS ROBBED IN THE QORL NEIGHBORHOOD LAST NIGHT.", "QORL"),
    ],
)
def test_words_around_a_name_tell_that_it_is_a_place(text, name):
    """A settlement, or something near it."""
    assert _unknown(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded near Liberty Hospital.",
        "A bomb exploded near Friday prayers.",
        "A bomb exploded near Central Square.",
        "Two men died in a fire.",
        "A BOMB EXPLODED NEAR THE HOSPITAL.",
        "THREE MEN DIED NEAR DAWN, IN A RURAL AREA.",
        "SHOTS WERE FIRED IN THE SAME NEIGHBORHOOD.",
        "A BOMB EXPLODED NEAR THE VILLAGE OF MEN WHO FLED.",
    ],
)
def test_other_names_are_no_villages(text):
    """Facilities and days; in capitals little tells but "the village of" or "near" with a mark behind the name."""
    assert _unknown(text) is None


def test_a_name_that_has_a_place_is_not_unknown():
    """It is among the toponyms."""
    text = "Two men died in the village of Qorl."
    start = text.index("Qorl")
    assert _unknown(text, [Toponym(Span(start, start + 4), "Qorl", place=_place("XA"))]) is None


def _place(country):
    return Place(
        place_id=f"test:{country}", geonameid=None, name="Tarsk", position=LatLon(50.0, 60.0), countries=(country,), kind=Kind.CITY,
        feature_code="", population=None, radius_km=4.0, admin1="", admin2="", source="test",
    )  # fmt: skip


def _named(*countries, role=Role.SITE):
    return [Toponym(Span(i, i + 1), "x", role=role, place=_place(country)) for i, country in enumerate(countries)]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (_named("XA", "XA", "XA", "XA", "XB"), "XA"),
        (_named("XA", "XB"), None),
        (_named("XA", role=Role.DATELINE), None),
        ([], None),
    ],
)
def test_a_report_may_be_about_one_country(named, expected):
    """Nearly all of its places lie there; the dateline does not count."""
    assert country_of_most(named) == expected
