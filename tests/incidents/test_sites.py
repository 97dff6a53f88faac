"""Where an incident is put."""

from datetime import date

import pytest

from mapapp.incidents.incident import GeoPrecision


def _site(incidents, text):
    return incidents(text, published=date(2020, 5, 10))[0].site


def test_a_town_is_exact(incidents):
    """The place of the clause, with its own radius."""
    site = _site(incidents, "A bomb killed two people in Tarsk on Friday.")
    assert (site.text, site.place_id, site.geo_precision, site.method) == ("Tarsk", "test:tarsk", GeoPrecision.EXACT, "exact")


def test_near_a_town_is_near_it(incidents):
    """UCDP where_prec 2, and a wider radius than the town's own."""
    site = _site(incidents, "A bomb killed two people near Tarsk on Friday.")
    assert (site.geo_precision, site.uncertainty_m) == (GeoPrecision.NEAR, 14000)


def test_a_province_is_an_area_with_its_radius(incidents):
    """It keeps the words for an unknown village and is never a pin."""
    site = _site(incidents, "A bomb killed two people in Qorl village, Marrow province, on Friday.")
    assert (site.text, site.geo_precision, site.uncertainty_m, site.method) == ("Qorl village, Marrow", GeoPrecision.ADMIN1, 120000, "area")


def test_a_country_is_an_area_with_its_radius(incidents):
    """It has a label point for zooming, and a precision that keeps it from becoming a pin."""
    site = _site(incidents, "A bomb killed two people in Arcadia on Friday.")
    assert (site.text, site.geo_precision, site.uncertainty_m, site.method) == ("Arcadia", GeoPrecision.COUNTRY, 600000, "area")


def test_a_country_is_not_marked_as_a_site(findings):
    """Nothing happened in its middle."""
    assert findings("A bomb killed two people in Arcadia on Friday.", published=date(2020, 5, 10)).site_spans == ()


def test_a_town_in_another_country_than_the_text_says_is_not_taken(incidents):
    """A namesake is worse than no pin: the area stands in."""
    site = _site(incidents, "A bomb killed two people in Portland, Arcadia, on Friday.")
    assert site.geo_precision is GeoPrecision.COUNTRY


def test_an_offset_is_a_point_with_a_radius(incidents):
    """Ten miles are sixteen kilometres of road; the point lies south of the town."""
    site = _site(incidents, "A bomb killed two people 10 miles south of Tarsk on Friday.")
    assert (site.text, site.method, site.geo_precision) == ("10 miles south of Tarsk", "relative", GeoPrecision.NEAR)
    assert site.position.lat == pytest.approx(50.0 - 16.09 / 1.2 / 111.2, abs=0.01)


def test_an_offset_may_only_describe_the_site(incidents):
    """The town is the site, not the point so many kilometres from the other."""
    site = _site(incidents, "Tarsk, 100 km south of Ombra, was the site of a bombing on Friday.")
    assert (site.place_id, site.method) == ("test:tarsk", "exact")


def test_the_narrowest_name_of_a_chain_is_the_site(incidents):
    """Village, then town: the village is known here."""
    assert _site(incidents, "Two people were shot dead in Lisk, Marrow province, on Friday.").place_id == "test:lisk"


@pytest.mark.parametrize(
    "text",
    [
        "TARSK, May 9, 2020 - Gunmen killed four soldiers on Friday.",
        "Gunmen from Tarsk killed four soldiers on Friday.",
        "Gunmen killed four soldiers on Friday, an official told reporters in Tarsk.",
    ],
)
def test_dateline_origin_and_speakers_seat_are_no_sites(incidents, text):
    """Nobody said that it happened there."""
    assert incidents(text, published=date(2020, 5, 10))[0].site is None


def test_this_city_is_the_datelines(incidents):
    """The text itself points to where it was filed."""
    assert _site(incidents, "TARSK, May 9, 2020 - Gunmen killed four soldiers in this city on Friday.").place_id == "test:tarsk"


def test_a_sentence_without_a_place_takes_that_of_the_story(incidents):
    """The sentences just before say where."""
    (incident,) = incidents("Shops in Tarsk stayed shut. On Friday gunmen had killed four soldiers.", published=date(2020, 5, 10))
    assert (incident.site.place_id, incident.site.method) == ("test:tarsk", "inherited")


def test_a_place_far_from_a_town_is_another_site_than_the_town(incidents):
    """So many kilometres north of a town is not in it, though only the town is on record."""
    found = incidents(
        "A bomb killed three people in Tarsk on Friday. Six soldiers were killed on Friday 90 km north of Tarsk.",
        published=date(2020, 5, 10),
    )
    assert [(i.killed.best, i.site.method) for i in found] == [(3, "exact"), (6, "relative")]


def test_an_unknown_village_falls_back_to_the_country_of_the_report(incidents):
    """Its text stays; precision and radius say that only the country is known."""
    site = _site(incidents, "A bomb killed two people in the village of Qorl on Friday. Shops in Tarsk and Ombra stayed shut.")
    assert (site.text, site.geo_precision, site.method, site.uncertainty_m) == ("Qorl", GeoPrecision.COUNTRY, "area", 600000)


def test_a_speakers_place_is_no_site(incidents):
    """What the ministry said in Ombra happened elsewhere."""
    site = _site(incidents, "A bomb killed two people in Tarsk on Friday, a spokesman said in Ombra.")
    assert site.place_id == "test:tarsk"


def test_the_same_city_is_the_one_told_of(incidents):
    """A reference is resolved, not the nearest name taken."""
    text = (
        "A bomb killed two people in Tarsk on Friday. People in Tarsk were shocked, a man from Ombra said."
        " In March gunmen killed four people in the same city."
    )
    assert {incident.site.place_id for incident in incidents(text, published=date(2020, 5, 10))} == {"test:tarsk"}


def test_a_label_gives_the_place_of_its_line(incidents):
    """The second sentence of a bullet names no place."""
    text = "Overview\n\n- Tarsk: shops were shut. On Friday a bomb killed two people.\n\n- Ombra: no incidents.\n"
    assert _site(incidents, text).place_id == "test:tarsk"
