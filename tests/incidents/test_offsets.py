"""Incidents so far from a place: whatever way it is said, a point with a radius, and the name of a village that no gazetteer has."""

from datetime import date

import pytest

from gazetteer import LatLon
from gazetteer.geodesy import bearing_deg, distance_km
from mapapp.incidents.find import find_incidents
from mapapp.incidents.incident import GeoPrecision
from mapapp.report.report import Report

TARSK = LatLon(50.0, 60.0)


@pytest.fixture(name="site")
def _site(incidents):
    """Return the site of the first incident of a text."""
    return lambda text: incidents(text, published=date(2020, 5, 10))[0].site


@pytest.mark.parametrize(
    ("words", "number_km", "bearing"),
    [
        ("24 km west of", 24.0, 270.0),
        ("24-km (15 miles) to the west of", 24.0, 270.0),
        ("about twenty-four kilometres north-east of", 24.0, 45.0),
        ("15 miles SSW of", 24.14, 202.5),
        ("a mile and a half east of", 2.41, 90.0),
        ("2.5 kms south of the town of", 2.5, 180.0),
        ("between 20 and 28 km west of", 24.0, 270.0),
    ],
)
def test_every_form_of_the_claims_grammar_places_an_incident(site, words, number_km, bearing):
    """The number is read as one by road: the point lies at 1/1.2 of it."""
    found = site(f"A bomb killed two soldiers {words} Tarsk on Friday.")
    assert found.method == "relative"
    assert distance_km(TARSK, found.position) == pytest.approx(number_km / 1.2, rel=0.01)
    assert bearing_deg(TARSK, found.position) == pytest.approx(bearing, abs=0.1)


def test_an_offset_is_never_exact_and_has_a_radius(site):
    """Near it (2) while the circle is small, larger (5) beyond."""
    near = site("A bomb killed two soldiers 17 km west of Tarsk on Friday.")
    far = site("A bomb killed two soldiers 150 km west of Tarsk on Friday.")
    assert (near.geo_precision, far.geo_precision) == (GeoPrecision.NEAR, GeoPrecision.LARGER)
    assert 10_000 < near.uncertainty_m < far.uncertainty_m


def test_as_the_crow_flies_is_no_road(site):
    """The point lies at the number itself, and the radius is smaller."""
    straight = site("A bomb killed two soldiers 24 km south-east of Tarsk as the crow flies on Friday.")
    by_road = site("A bomb killed two soldiers 24 km south-east of Tarsk by road on Friday.")
    assert distance_km(TARSK, straight.position) == pytest.approx(24.0, rel=0.001)
    assert distance_km(TARSK, by_road.position) == pytest.approx(20.0, rel=0.001)


def test_nautical_miles_are_straight(site):
    """Ships take no road."""
    found = site("Pirates killed two sailors 20 nautical miles north of Tarsk on Friday.")
    assert distance_km(TARSK, found.position) == pytest.approx(37.04, rel=0.001)


def test_without_a_direction_it_is_a_circle_around_the_place(site):
    """The centre is the town, the radius the whole distance and the town."""
    found = site("A bomb killed two soldiers 15 km from Tarsk on Friday.")
    assert (found.text, found.position, found.uncertainty_m, found.geo_precision) == ("15 km from Tarsk", TARSK, 20500, GeoPrecision.NEAR)


def test_less_than_is_a_disc(site):
    """Within ten kilometres: anywhere in there."""
    found = site("A bomb killed two soldiers less than 10 km from Tarsk on Friday.")
    assert (found.position, found.uncertainty_m) == (TARSK, 15500)


def test_a_few_kilometres_are_two_to_ten(site):
    """The circle holds both, and the words stay."""
    found = site("A bomb killed two soldiers a few kilometres north of Tarsk on Friday.")
    assert (found.text, found.method, found.geo_precision) == ("a few kilometres north of Tarsk", "relative", GeoPrecision.NEAR)
    assert distance_km(found.position, LatLon(50.09, 60.0)) * 1000 <= found.uncertainty_m


def test_a_village_in_no_gazetteer_is_placed_by_its_offset(site):
    """It keeps its own name, and is near, never exact."""
    found = site("A bomb killed two people in the village of Qorl, 17 km west of Tarsk, on Friday.")
    assert (found.text, found.method, found.geo_precision) == ("Qorl", "relative", GeoPrecision.NEAR)
    assert distance_km(TARSK, found.position) == pytest.approx(17 / 1.2, rel=0.001)


def test_a_known_place_stays_where_it_is(site):
    """The offset only describes it."""
    found = site("A bomb killed two people in Lisk, 14 km north-east of Tarsk, on Friday.")
    assert (found.place_id, found.method, found.geo_precision) == ("test:lisk", "exact", GeoPrecision.EXACT)


def test_a_namesake_far_away_is_not_the_village_meant(site):
    """Velden on record lies 300 km off: the one 12 km from Tarsk is another."""
    found = site("A bomb killed two people in Velden, 12 km east of Tarsk, on Friday.")
    assert (found.text, found.method) == ("Velden", "relative")
    assert distance_km(TARSK, found.position) == pytest.approx(10.0, rel=0.001)


def test_a_building_does_not_name_the_place(site):
    """The words of the offset do."""
    assert site("A bomb killed two people at a checkpoint 17 km west of Tarsk on Friday.").text == "17 km west of Tarsk"


def test_an_unknown_far_end_leaves_the_incident_unplaced(incidents):
    """No point is better than a wrong one."""
    (incident,) = incidents("A bomb killed two people 17 km west of Umbrak on Friday.", published=date(2020, 5, 10))
    assert incident.site is None or incident.site.position is None


def test_so_far_from_here_is_counted_from_the_dateline(site):
    """The dateline is no site, but what lies so far from it is."""
    found = site("TARSK, May 9, 2020 - Gunmen killed four soldiers 24 km north of here on Friday.")
    assert (found.text, found.method) == ("24 km north of here", "relative")
    assert distance_km(TARSK, found.position) == pytest.approx(20.0, rel=0.001)


def test_a_denied_distance_places_nothing(site):
    """Not 17 km west of it, whatever else."""
    found = site("A bomb killed two soldiers, but not 17 km west of Tarsk, on Friday.")
    assert found is None or found.method != "relative"


@pytest.mark.parametrize("where", ["north of Tarsk", "in the northern countryside of Tarsk", "in Tarsk's northern countryside"])
def test_one_side_of_a_town_without_a_number_is_a_point_on_that_side(site, where):
    """Some 15 km off, and wide: UCDP's circle of precision 2 reaches 25 km from the town."""
    found = site(f"A bomb killed two soldiers {where} on Friday.")
    assert (found.position.lat, found.position.lon) == (pytest.approx(TARSK.lat + 15 / 111.2, abs=0.01), pytest.approx(TARSK.lon))
    assert (found.geo_precision, found.uncertainty_m) == (GeoPrecision.NEAR, 24000)


def test_the_words_that_place_an_incident_are_quoted(incidents):
    """Every value has its proof."""
    text = "A bomb killed two soldiers 17 km west of Tarsk on Friday."
    (incident,) = incidents(text, published=date(2020, 5, 10))
    assert "17 km west of Tarsk" in [quote.span.of(text) for quote in incident.quotes if quote.field == "site"]


def test_a_later_sentence_about_the_town_does_not_move_the_incident_into_it(site):
    """What lies two kilometres outside a town tells more than the town."""
    found = site("A bomb killed two soldiers 2 km north of Tarsk on Friday. The blast was heard in Tarsk, and the two died at the scene.")
    assert found.method == "relative"


def test_without_claims_incidents_are_found_all_the_same():
    """Claims are a help, not a need."""
    assert find_incidents(Report("Gunmen killed four soldiers on Friday."), (), None)  # no place is named, so nothing is asked


@pytest.mark.parametrize(("words", "share"), [("between", 0.5), ("halfway between", 0.25)])
def test_between_two_towns_is_the_middle_and_larger(site, words, share):
    """A circle that reaches both, or half as far for the middle itself; never a pin in one of them."""
    found = site(f"Gunmen killed four soldiers {words} Tarsk and Ombra on Friday.")
    apart_km = distance_km(TARSK, LatLon(50.9, 60.0))
    assert (found.text, found.method, found.geo_precision) == (f"{words} Tarsk and Ombra", "relative", GeoPrecision.LARGER)
    assert found.position.lat == pytest.approx(50.45, abs=0.001)
    assert found.uncertainty_m == pytest.approx((share * apart_km + 5.0) * 1000.0, abs=1.0)


def test_between_two_places_at_the_ends_of_the_earth_is_neither_the_middle_nor_a_pin(site):
    """One of them is another place of its name."""
    found = site("Gunmen killed four soldiers between Tarsk and Portland on Friday.")
    assert (found.method, found.geo_precision) == ("exact", GeoPrecision.NEAR)
