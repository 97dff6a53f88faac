"""Claims of our own over the real gazetteer and the real borders. Distances are those of the border data."""

import pytest

from gazetteer import Kind, open_gazetteer
from mapapp.claims import find_claims
from mapapp.report.report import Report, Span
from mapapp.toponyms.toponym import Toponym


def _toponym(world, text, name, *, demonym=False):
    places = world.demonym(name) if demonym else world.lookup(name)
    place = next(p for p in places if demonym or p.kind is not Kind.ADMIN1)
    start = text.index(name)
    return Toponym(Span(start, start + len(name)), name, demonym=demonym, place=place, confidence=0.95)


def _claim(text, *names, demonym=None):
    world = open_gazetteer()
    toponyms = [_toponym(world, text, name) for name in names] + ([_toponym(world, text, demonym, demonym=True)] if demonym else [])
    (claim,) = (claim for claim in find_claims(Report(text), toponyms, world) if claim.kind == "distance")
    return claim


def test_the_claim_everything_started_with_reads_as_promised():
    """Aktobe is 69 km from Russia, not 100, which a road would explain."""
    claim = _claim("Aktobe, 100 kilometers from the Russian border, was the site of a bombing.", "Aktobe", demonym="Russian")
    assert (claim.verdict, claim.anchor.countries, (claim.stated.low_km, claim.stated.high_km)) == ("by_road", ("KZ", "RU"), (90.0, 110.0))
    assert pytest.approx((claim.measured_km, claim.measured.low_km, claim.measured.high_km, claim.bearing_deg), abs=0.1) == (
        69.2,
        62.8,
        75.6,
        15.7,
    )
    assert claim.reason.startswith(
        "69 km in a straight line (63-76); 100 km is 1.45 times that: plausible by road, not as a straight line."
    )
    assert claim.reason.endswith("Border: OpenStreetMap 2017.")


@pytest.mark.parametrize(
    ("text", "names", "demonym", "measured_km", "verdict"),
    [
        ("Shops closed in Gaziantep, 60 km from the Syrian border.", ["Gaziantep"], "Syrian", 42.3, "supported"),
        (
            "The village lies near Maiduguri, about 120 km from the border with Cameroon.",
            ["Maiduguri", "Cameroon"],
            None,
            106.9,
            "supported",
        ),
        ("Kandahar is 400 km from the Pakistani border.", ["Kandahar"], "Pakistani", 98.9, "contradicted"),
        ("Cúcuta is less than 20 km from Colombia's border with Venezuela.", ["Cúcuta", "Colombia", "Venezuela"], None, 3.43, "supported"),
        ("Arequipa, 90 km from the coast, was shaken.", ["Arequipa"], None, 85.9, "supported"),
        ("Trieste is 8 km from the Slovenian border.", ["Trieste"], "Slovenian", 6.09, "supported"),
    ],
)
def test_other_towns_borders_and_numbers_come_out_as_well(text, names, demonym, measured_km, verdict):
    """Another continent, another form, another verdict each."""
    claim = _claim(text, *names, demonym=demonym)
    assert (verdict, pytest.approx(measured_km, rel=0.02)) == (claim.verdict, claim.measured_km), claim.reason


@pytest.mark.parametrize(
    ("text", "town", "country", "verdict", "countries"),
    [
        ("Trieste lies six kilometres from Slovenia.", "Trieste", "Slovenia", "supported", ("IT", "SI")),
        ("Valletta lies 90 km from Italy.", "Valletta", "Italy", "supported", ("IT",)),
        ("Kano lies 400 km from Nigeria.", "Kano", "Nigeria", "cannot_tell", ()),
    ],
)
def test_a_neighbouring_country_is_counted_from_its_border(text, town, country, verdict, countries):
    """A distance from a country is one from the border, over sea from the coast; from inside the country there is no one point."""
    claim = _claim(text, town, country)
    assert (claim.verdict, claim.anchor.countries) == (verdict, countries)
