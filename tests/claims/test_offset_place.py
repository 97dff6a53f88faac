"""The point-radius method: numbers in, point and radius out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import LatLon
from gazetteer.geodesy import bearing_deg, distance_km
from mapapp.claims.directions import POINTS, angle_between_deg, point_deg
from mapapp.claims.offset_place import (
    SPREAD_DEG,
    Reach,
    circle,
    covering_radius_km,
    may_be,
    midpoint_place,
    offset_place,
    offset_precision,
    sector,
    smallest_circle,
    stated_reach,
    vague_reach,
)

POSITIONS = st.builds(LatLon, st.floats(-90.0, 90.0), st.floats(-180.0, 180.0))
DIRECTIONS = st.sampled_from(POINTS)
LOW_AND_WIDTH = st.tuples(st.floats(0.0, 400.0), st.floats(0.1, 400.0))


@pytest.mark.parametrize(
    ("number", "step"),
    [
        (10.1, 0.05), (10.25, 0.125), (10.5, 0.25), (10.6, 0.05), (10.75, 0.125), (10, 0.5), (15, 0.5), (30, 5), (33, 0.5), (100, 5),
        (140, 5), (200, 5), (1000, 50), (2000, 50),
    ],
)  # fmt: skip
def test_precision_is_that_of_the_published_table(number, step):
    """Every row of the table "Uncertainty from offset precision" in the Georeferencing Best Practices."""
    assert offset_precision(number) == pytest.approx(step)


@pytest.mark.parametrize(("number", "step"), [(0, 0.5), (1 / 3, 1 / 6), (2.67, 1 / 6), (7.37, 0.005)])
def test_precision_beyond_the_table(number, step):
    """Nought, thirds, and a number written to the hundredth."""
    assert offset_precision(number) == pytest.approx(step, abs=0.002)


def test_a_stated_number_has_its_rounding_on_both_sides():
    """17 km: half a kilometre."""
    assert stated_reach(17, 17) == Reach(16.5, 17.0, 17.5)


def test_about_widens_by_fifteen_per_cent():
    """More than the rounding of the number."""
    reach = stated_reach(18, 18, hedge="about")
    assert (reach.low_km, reach.high_km) == (pytest.approx(15.3), pytest.approx(20.7))


def test_less_than_is_a_disc_without_a_number():
    """Nothing says where in it."""
    assert stated_reach(5, 5, hedge="less than") == Reach(0.0, None, 5.5)


def test_more_than_reaches_no_farther_than_half_as_much_again():
    """An open end needs an end."""
    assert stated_reach(20, 20, hedge="more than") == Reach(20.0, 20.0, 30.0)


def test_units_are_turned_into_kilometres_after_rounding():
    """Ten miles are rounded to half a mile."""
    assert stated_reach(10, 10, 1.609344).high_km == pytest.approx(10.5 * 1.609344)


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("a few", Reach(2.0, None, 10.0)),
        ("dozens of", Reach(20.0, None, 100.0)),
        ("several hundred", Reach(200.0, None, 1000.0)),
        ("thousands of", None),
    ],
)
def test_vague_amounts_have_a_reading(words, reach):
    """Thousands of kilometres place nothing."""
    assert vague_reach(words) == reach


def test_most_distances_are_by_road():
    """The point goes to 1/1.2 of the number, and the radius covers 1/1.6."""
    assert Reach(16.0, 24.0, 32.0).on_the_ground() == Reach(10.0, 20.0, 32.0)


def test_a_straight_line_stays_what_it_is():
    """As the crow flies, by air, at sea."""
    assert Reach(16.0, 24.0, 32.0).on_the_ground(straight=True) == Reach(16.0, 24.0, 32.0)


def test_seventeen_kilometres_west():
    """The point lies due west at 17/1.2 km; the outer corners of the sector are farthest from it."""
    anchor = LatLon(31.13, 33.80)
    found = offset_place(anchor, 3.0, stated_reach(17, 17).on_the_ground(), "W")
    corner = ((17.5 * 0.5**0.5 - 17 / 1.2) ** 2 + (17.5 * 0.5**0.5) ** 2) ** 0.5
    assert (distance_km(anchor, found.position), bearing_deg(anchor, found.position)) == (pytest.approx(17 / 1.2), pytest.approx(270.0))
    assert found.radius_km == pytest.approx(corner + 3.0 + 1.0)


def test_without_a_direction_it_is_a_ring_around_the_place():
    """Nobody knows on which side."""
    anchor = LatLon(10.0, 20.0)
    found = offset_place(anchor, 2.0, Reach(10.0, 15.0, 18.0))
    assert (found.position, found.radius_km) == (anchor, 21.0)


def test_between_two_places_is_the_middle_with_a_circle_that_reaches_both():
    """Halfway is narrower."""
    a, b = LatLon(0.0, 10.0), LatLon(0.0, 12.0)
    apart = distance_km(a, b)
    between, halfway = midpoint_place(a, 1.0, b, 4.0), midpoint_place(a, 1.0, b, 4.0, halfway=True)
    assert (between.position.lon, between.radius_km) == (pytest.approx(11.0), pytest.approx(apart / 2 + 5.0))
    assert (halfway.position, halfway.radius_km) == (between.position, pytest.approx(apart / 4 + 5.0))


def test_a_place_in_the_sector_may_be_meant_and_one_behind_the_anchor_may_not():
    """The circle holds the anchor; the sector does not."""
    anchor, reach = LatLon(0.0, 0.0), Reach(50.0, 75.0, 95.0)
    inside, behind = LatLon(0.7, 0.1), LatLon(-0.7, 0.0)
    assert [may_be(place, 5.0, anchor, reach, "N") for place in (inside, anchor, behind)] == [True, False, False]
    assert may_be(behind, 5.0, anchor, reach)


@given(anchor=POSITIONS, point=DIRECTIONS, low_width=LOW_AND_WIDTH, extent_km=st.floats(0.0, 30.0))
def test_the_point_lies_in_the_sector_and_the_radius_holds_all_of_it(anchor, point, low_width, extent_km):
    """Anywhere on the earth, across the antimeridian and over the poles."""
    low, width = low_width
    reach = Reach(low, low + width / 2, low + width)
    found = offset_place(anchor, extent_km, reach, point)
    spread = SPREAD_DEG[len(point)]
    outline = sector(anchor, point_deg(point), reach.low_km, reach.high_km, spread)
    assert reach.low_km - 1e-6 <= distance_km(anchor, found.position) <= reach.high_km + 1e-6
    assert all(distance_km(found.position, corner) <= found.radius_km + 1e-6 for corner in outline)
    if abs(anchor.lat) < 85.0 and reach.number_km > 1.0:
        assert angle_between_deg(bearing_deg(anchor, found.position), point_deg(point)) <= 1e-6


@given(point=DIRECTIONS, low_width=LOW_AND_WIDTH, more=st.floats(0.1, 200.0))
def test_the_radius_grows_with_distance_and_with_vagueness(point, low_width, more):
    """Farther off, less exact, larger far end: never a smaller radius."""
    low, width = low_width
    anchor = LatLon(10.0, 10.0)
    reach = Reach(low, low + width / 2, low + width)
    radius = offset_place(anchor, 1.0, reach, point).radius_km
    factor = 1.0 + more / 100.0
    farther = Reach(reach.low_km * factor, reach.number_km * factor, reach.high_km * factor)
    vaguer = Reach(max(0.0, reach.low_km - more), reach.number_km, reach.high_km + more)
    assert offset_place(anchor, 1.0, farther, point).radius_km >= radius
    assert offset_place(anchor, 1.0, vaguer, point).radius_km >= radius
    assert offset_place(anchor, 1.0 + more, reach, point).radius_km == pytest.approx(radius + more)
    assert offset_place(anchor, 1.0, reach).radius_km >= reach.high_km


@given(lon=st.floats(-180.0, 180.0), reach_km=st.floats(1.0, 500.0), pair=st.sampled_from([("E", "W"), ("NE", "NW"), ("SSE", "SSW")]))
def test_mirrored_directions_give_mirrored_places(lon, reach_km, pair):
    """East and west of a meridian alike, the 180th included."""
    anchor, reach = LatLon(20.0, lon), Reach(reach_km / 2, reach_km, reach_km)
    east, west = (offset_place(anchor, 2.0, reach, point) for point in pair)
    across = distance_km(anchor, east.position), distance_km(anchor, west.position)
    assert (east.position.lat, east.radius_km) == (pytest.approx(west.position.lat), west.radius_km)
    assert across[0] == pytest.approx(across[1])


@given(low_width=LOW_AND_WIDTH, spread=st.floats(1.0, 89.0), elsewhere=st.floats(0.0, 1000.0))
def test_no_circle_on_the_axis_is_smaller_than_the_smallest(low_width, spread, elsewhere):
    """Wherever else the centre is put."""
    low, width = low_width
    _, radius = smallest_circle(low, low + width, spread)
    assert radius <= covering_radius_km(elsewhere, low, low + width, spread) + 1e-9


@given(anchor=POSITIONS, bearing=st.floats(0.0, 360.0), low_width=LOW_AND_WIDTH, spread=st.floats(5.0, 90.0))
def test_the_outline_of_a_sector_is_closed_and_stays_between_its_radii(anchor, bearing, low_width, spread):
    """Its last position is its first, and no corner is nearer or farther than stated."""
    low, width = low_width
    outline = sector(anchor, bearing, low, low + width, spread)
    assert outline[0] == outline[-1]
    assert all(low - 1e-6 <= distance_km(anchor, corner) <= low + width + 1e-6 for corner in outline)


def test_outlines_run_counter_clockwise():
    """As GeoJSON wants the outer ring."""
    for outline in (sector(LatLon(0.0, 0.0), 30.0, 50.0, 100.0, 45.0), circle(LatLon(0.0, 0.0), 100.0)):
        assert sum(a.lon * b.lat - b.lon * a.lat for a, b in pairwise(outline)) > 0.0


def test_a_slice_begins_at_the_anchor_and_a_full_turn_is_a_circle():
    """Two ends of what a sector may be."""
    anchor = LatLon(5.0, 5.0)
    assert anchor in sector(anchor, 90.0, 0.0, 10.0, 45.0)
    assert sector(anchor, None, 5.0, 10.0) == sector(anchor, 40.0, 5.0, 10.0, 180.0) == circle(anchor, 10.0)
