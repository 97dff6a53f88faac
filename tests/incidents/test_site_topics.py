"""Headings and labels that name the place of what stands below them."""

import pytest

from gazetteer import Kind, LatLon, Place
from mapapp.incidents.placing.site_topics import topic_of
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

_TARSK = Place(
    place_id="test:tarsk", geonameid=None, name="Tarsk", position=LatLon(50.0, 60.0), countries=("XA",), kind=Kind.CITY, feature_code="",
    population=None, radius_km=4.0, admin1="", admin2="", source="test",
)  # fmt: skip


def _topic(text, sentence, role=Role.SITE):
    named = []
    start = text.find("Tarsk")
    if start >= 0:
        named = [Toponym(Span(start, start + 5), "Tarsk", role=role, place=_TARSK)]
    begin = text.index(sentence)
    found = topic_of(text, Span(begin, begin + len(sentence)), named)
    return None if found is None else found.text


@pytest.mark.parametrize(
    "text",
    [
        "Overview\n\nTarsk: The mill burned. Two men died.\n",
        "Overview\n\n• Tarsk city: The mill burned. Two men died.\n",
        "Overview\n\nTarsk\n\nThe mill burned. Two men died.\n",
        "Overview\n\nIn Tarsk province:\n- The mill burned. Two men died.\n",
        "Overview\n\nSituation in Tarsk\n- The mill burned.\n- Two men died.\n",
    ],
)
def test_a_label_or_heading_gives_the_place_of_its_lines(text):
    """Sentences without a place of their own stand below it."""
    assert _topic(text, "Two men died.") == "Tarsk"


@pytest.mark.parametrize(
    "text",
    [
        "Overview\n\nTarsk\n\nThe mill burned.\n\nWeather\n\nTwo men died.\n",
        "Overview\n\nThe mill of Tarsk burned.\nTwo men died.\n",
        "Overview\n\nThe mayor of Tarsk: we saw nothing. Two men died.\n",
        "Tarsk: The mill burned.\nTwo men died.\n",
    ],
)
def test_what_stands_elsewhere_is_no_topic(text):
    """Another heading, a sentence, a speaker, the label of another line."""
    assert _topic(text, "Two men died.") is None


def test_the_dateline_is_no_topic():
    """Where a report was filed is not where it happened."""
    assert _topic("Overview\n\nTarsk: Two men died.\n", "Two men died.", Role.DATELINE) is None
