"""When a place of the name is not the one meant."""

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.incidents.placing.site_doubts import LARGEST_VILLAGE, doubtful
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym


def _place(name, lat=50.0, lon=60.0, *, kind=Kind.CITY, country="XA", admin1="XA.01", population=50_000):
    return Place(
        place_id=f"test:{name}", geonameid=None, name=name, position=LatLon(lat, lon), countries=(country,), kind=kind, feature_code="",
        population=population, radius_km=4.0, admin1=admin1, admin2="", source="test",
    )  # fmt: skip


def _named(text, name, place, confidence=0.95):
    start = text.index(name)
    return Toponym(Span(start, start + len(name)), name, place=place, confidence=confidence)


@pytest.mark.parametrize(("population", "expected"), [(LARGEST_VILLAGE - 1, False), (LARGEST_VILLAGE, True), (None, False)])
def test_a_village_is_no_large_town(population, expected):
    """The town of that name is another place; one whose size is not known may be it."""
    text = "Two men died in Tarsk village on Friday."
    name = _named(text, "Tarsk", _place("Tarsk", population=population))
    assert doubtful(text, [name], [name]) is expected


def test_a_province_behind_it_vouches_for_a_large_village():
    """It lies where the text puts it."""
    text = "Two men died in Tarsk village, Marrow province, on Friday."
    names = [_named(text, "Tarsk", _place("Tarsk")), _named(text, "Marrow", _place("Marrow", kind=Kind.ADMIN1))]
    assert not doubtful(text, names, names)


@pytest.mark.parametrize(("confidence", "expected"), [(0.6, True), (0.95, False)])
def test_a_doubtful_name_needs_a_country_that_something_speaks_for(confidence, expected):
    """All else lies in another country."""
    text = "Borealian troops left Velden for Tarsk on Friday."
    velden = _named(text, "Velden", _place("Velden", country="XB"))
    name = _named(text, "Tarsk", _place("Tarsk"), confidence)
    assert doubtful(text, [name], [velden, name]) is expected


def test_a_doubtful_name_that_stands_alone_is_not_spoken_against():
    """Nothing else is named."""
    text = "Two men died in Tarsk on Friday."
    name = _named(text, "Tarsk", _place("Tarsk"), 0.6)
    assert not doubtful(text, [name], [name])


@pytest.mark.parametrize("text", ["Two men died in the city's Tarsk area.", "Two men died in Tarsk neighbourhood of the capital."])
def test_a_quarter_of_a_town_lies_near_another_place_of_the_report(text):
    """A town of the quarter's name far from all others is a namesake."""
    name = _named(text, "Tarsk", _place("Tarsk"))
    near = Toponym(Span(0, 3), "Ombra", place=_place("Ombra", 50.1))
    far = Toponym(Span(0, 3), "Velden", place=_place("Velden", 40.0))
    assert (doubtful(text, [name], [name, near]), doubtful(text, [name], [name, far])) == (False, True)


def test_a_name_behind_a_title_is_a_persons():
    """Commander Tarsk is no town."""
    text = "Soldiers shot commander Tarsk on Friday."
    name = _named(text, "Tarsk", _place("Tarsk"))
    assert doubtful(text, [name], [name])
