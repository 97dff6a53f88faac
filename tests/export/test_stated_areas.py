"""Where a stated distance puts its subject: which claims have an area, which one, and what the row says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shapely.geometry import Point, shape

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Reading, Subject, Verdict
from mapapp.export import feature_collection
from mapapp.export.claim_rows import claim_line, claim_title
from mapapp.export.stated_areas import stated_area
from mapapp.report.report import Span

MILL, TOWN = LatLon(48.70, 22.30), LatLon(48.6242, 22.2947)


def claim(**changes):
    """Return "9 km north of the town", which fits, with changes."""
    made = Claim(
        span=Span(0, 23),
        text="9 km north of the town",
        kind=ClaimKind.DISTANCE,
        verdict=Verdict.SUPPORTED,
        reason="8.4 km in a straight line.",
        subject=Subject("the mill", Span(30, 38), MILL, "own:1"),
        anchor=Anchor("the\ntown", Span(15, 23), AnchorKind.PLACE, ("UA",), TOWN, "geonames:690548"),
        stated=Interval(8.5, 9.5),
        direction="N",
        measured_km=8.43,
        direction_verdict=Verdict.SUPPORTED,
    )
    return replace(made, **changes)


def area(drawn):
    """Return row and polygon."""
    return stated_area(drawn, claim_id="claim-x", doc_sha="d")


def holds(drawn, bearing_deg, km):
    """Say whether the area holds what lies in this direction at this distance from the town."""
    _, geometry = area(drawn)
    return shape(geometry).covers(Point(destination(TOWN, bearing_deg, km).as_lonlat()))


def test_a_direction_gives_a_sector_as_wide_as_the_verdict_allows():
    """What lies in it fits distance and direction."""
    assert [holds(claim(), bearing, 9.0) for bearing in (0.0, 44.0, 46.0, 180.0)] == [True, True, False, False]
    assert [holds(claim(direction="NE"), bearing, 9.0) for bearing in (45.0, 78.0, 80.0)] == [True, True, False]
    assert [holds(claim(), 0.0, km) for km in (8.4, 9.6)] == [False, False]


def test_without_a_direction_it_is_a_ring():
    """All round, between the two distances."""
    assert all(holds(claim(direction=None), bearing, 9.0) for bearing in range(0, 360, 30))
    assert not holds(claim(direction=None), 0.0, 1.0)


def test_an_upper_bound_is_a_disc_and_a_lower_one_has_no_area():
    """What is less than 9 km off begins at the town; more than 9 km leaves the rest of the world."""
    assert holds(claim(direction=None, stated=Interval(None, 9.0)), 200.0, 0.5)
    assert area(claim(stated=Interval(9.0, None))) is None


@pytest.mark.parametrize("kind", [AnchorKind.BORDER, AnchorKind.COAST, AnchorKind.FRONT_LINE, AnchorKind.AREA])
def test_what_has_no_middle_has_no_ring(kind):
    """The nearest point of a border is not what the distance is counted from."""
    assert area(claim(anchor=replace(claim().anchor, kind=kind))) is None


@pytest.mark.parametrize(
    "without",
    [{"anchor": None}, {"stated": None}, {"negated": True}, {"anchor": Anchor("the town", Span(15, 23), AnchorKind.PLACE)}],
    ids=["nothing to count from", "no number", "denied", "not on the map"],
)
def test_where_nothing_is_stated_nothing_is_drawn(without):
    """Rather nothing than a guess."""
    assert area(claim(**without)) is None


def test_words_without_a_number_are_drawn_as_they_are_read():
    """A place near the town is read as within 25 km; the title says that it is a reading."""
    near = claim(kind=ClaimKind.NEAR, stated=None, direction=None, read_as="within 25 km", read_as_km=Interval(None, 25.0))
    assert holds(near, 77.0, 24.0)
    assert area(near)[0]["title"] == "read as within 25 km from the town"
    assert claim_title(near) == "read as within 25 km, measured 8.4 km: supported"


def test_an_area_without_a_known_subject_is_drawn_all_the_same():
    """It shows where the report puts the thing that the gazetteer has not got."""
    assert area(claim(subject=None, verdict=Verdict.CANNOT_TELL)) is not None


def test_the_row_says_that_the_area_is_a_claims():
    """Told apart from circles of incidents by area_of; the numbers are those stated."""
    row, _ = area(claim())
    assert row == {
        "id": "stated-claim-x",
        "layer": "areas",
        "doc_sha": "d",
        "area_of": "claim",
        "claim": "claim-x",
        "stated_low_km": 8.5,
        "stated_high_km": 9.5,
        "direction": "N",
        "verdict": "supported",
        "direction_verdict": "supported",
        "title": "stated 9 km N of the town",
    }


def test_areas_of_incidents_and_of_claims_share_a_layer_and_point_to_theirs(invented, names):
    """One geometry type a layer; the claim's id is that of its line."""
    dossier = invented.harbour()
    collection = feature_collection([replace(dossier, claims=(claim(),))], layers=("areas", "claims"), gazetteer=names)
    rows = [feature["properties"] for feature in collection["features"]]
    areas = [row for row in rows if row["layer"] == "areas"]
    assert {row["area_of"] for row in areas} == {"incident", "claim"}
    assert {row["id"] for row in rows if row["layer"] == "claims"} == {row["claim"] for row in areas if row["area_of"] == "claim"}
    assert {feature["geometry"]["type"] for feature in collection["features"] if feature["properties"]["layer"] == "areas"} == {"Polygon"}


def test_the_same_report_twice_has_areas_that_point_to_their_own_claims(invented, names):
    """Ids are unique in the file."""
    dossier = replace(invented.harbour(), claims=(claim(),))
    collection = feature_collection([dossier, dossier], layers=("areas", "claims"), gazetteer=names)
    claims = {feature["id"] for feature in collection["features"] if feature["properties"]["layer"] == "claims"}
    assert {
        row["claim"] for row in (feature["properties"] for feature in collection["features"]) if row.get("area_of") == "claim"
    } == claims
    assert len(claims) == 2


def test_a_claim_between_two_places_is_drawn_by_way_of_its_subject():
    """From one to the other."""
    other = Anchor("the border post", Span(40, 55), AnchorKind.FACILITY, (), LatLon(48.9, 22.4))
    geometry = claim_line(claim(second_anchor=other))
    assert (geometry["type"], geometry["coordinates"]) == ("LineString", [[22.4, 48.9], [22.3, 48.7], [22.2947, 48.6242]])


def test_a_wrong_direction_is_said_on_the_line():
    """A distance that fits is not all."""
    assert claim_title(claim(direction_verdict=Verdict.CONTRADICTED)) == "stated 9 km, measured 8.4 km: supported, but N contradicted"


@pytest.mark.parametrize(
    ("text", "stated", "title"),
    [
        ("less than 500 km from", Interval(None, 550.0), "stated at most 500 km, not measured: supported"),
        ("more than 30 miles from", Interval(43.45, None), "stated at least 30 miles (48 km), not measured: supported"),
        ("under a hundred kilometres from", Interval(None, 110.0), "stated at most 110 km, not measured: supported"),
    ],
)
def test_a_bound_is_named_as_it_is_written(text, stated, title):
    """Held are the bounds that the rounding of the number allows."""
    assert claim_title(claim(text=text, stated=stated, measured_km=None)) == title


def test_the_row_of_a_claim_holds_what_frames_it(invented, names):
    """Reading, other end, who says it, denial, and whether it chose one of its ends."""
    framed = claim(
        read_as="within 25 km",
        read_as_km=Interval(None, 25.0),
        second_anchor=Anchor("Lviv", Span(1, 2), AnchorKind.PLACE),
        attribution="officials said",
        negated=True,
        used_for_disambiguation=True,
        readings=(Reading("as one side has it", 3.25, Verdict.SUPPORTED), Reading("as the other has it", None, Verdict.CANNOT_TELL)),
    )
    collection = feature_collection([replace(invented.harbour(), claims=(framed,))], layers=("claims",), gazetteer=names)
    row = collection["features"][0]["properties"]
    assert row["readings"] == "as one side has it: 3.2 km, supported; as the other has it: not measured, cannot tell"
    shown = ("read_as", "read_low_km", "read_high_km", "anchor2", "said_by", "negated", "modal", "chose_end")
    assert [row[name] for name in shown] == ["within 25 km", None, 25.0, "Lviv", "officials said", True, False, True]
