"""Circles and lines over the ellipsoid, above all where flat maps end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination, distance_km
from mapapp.export.shapes import DECIMALS, bounds, circle, line, point

LATITUDES = st.one_of(st.floats(-90, 90), st.sampled_from([90.0, -90.0, 89.99, 0.0]))
LONGITUDES = st.one_of(st.floats(-180, 180), st.sampled_from([180.0, -180.0, 179.99, -179.99, 0.0]))
POSITIONS = st.builds(LatLon, LATITUDES, LONGITUDES)


def parts(geometry):
    """Return the parts of a geometry, one for a plain one."""
    return geometry["coordinates"] if geometry["type"].startswith("Multi") else [geometry["coordinates"]]


def rings(geometry):
    """Return all rings of a polygon or multipolygon."""
    return [ring for part in parts(geometry) for ring in part]


def doubled_area(ring):
    """Positive where the ring runs counter-clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


@settings(max_examples=150, deadline=None)
@given(POSITIONS, st.floats(0.01, 9000))
def test_every_circle_is_valid_geojson(centre, radius_km):
    """Closed, counter-clockwise, valid, within the globe, no edge longer than half of it."""
    geometry = circle(centre, radius_km)
    assert shape(geometry).is_valid
    for ring in rings(geometry):
        assert ring[0] == ring[-1]
        assert doubled_area(ring) > 0
        assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(ring))
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)
        assert all(round(value, DECIMALS) == value for position in ring for value in position)


@settings(max_examples=100, deadline=None)
@given(POSITIONS, st.floats(0.5, 5000), st.floats(0, 360), st.floats(0.0, 0.97))
def test_a_circle_holds_what_is_nearer_than_its_radius(centre, radius_km, bearing, share):
    """Positions within 97 % of the radius lie in the polygon, around poles and across 180 degrees too."""
    inside = destination(centre, bearing, radius_km * share)
    drawn = shape(circle(centre, radius_km)).buffer(1e-4)
    assert any(drawn.covers(Point(lon, inside.lat)) for lon in (inside.lon, inside.lon - 360, inside.lon + 360))


@settings(max_examples=150, deadline=None)
@given(POSITIONS, POSITIONS)
def test_every_line_is_valid_and_begins_and_ends_where_it_should(start, end):
    """Cut lines stay within ±180 degrees and keep both ends."""
    geometry = line(start, end)
    if geometry is None:
        assert distance_km(start, end) < 0.001
        return
    pieces = parts(geometry)
    assert shape(geometry).is_valid
    assert pieces[0][0][1] == pytest.approx(start.lat, abs=1e-6)
    assert pieces[-1][-1][1] == pytest.approx(end.lat, abs=1e-6)
    assert all(abs(a[0] - b[0]) <= 180 for piece in pieces for a, b in pairwise(piece))


def test_a_circle_on_the_180th_meridian_becomes_two_polygons_that_meet_there():
    """Taveuni, Fiji: the circle is cut, and each part keeps to its side."""
    geometry = circle(LatLon(-16.85, 179.97), 25.0)
    west, east = sorted((min(x for x, _ in ring), max(x for x, _ in ring)) for ring in rings(geometry))
    assert geometry["type"] == "MultiPolygon"
    assert (west[0], east[1]) == (-180.0, 180.0)
    assert west[1] < -179.0
    assert east[0] > 179.0


def test_a_line_across_the_bering_strait_becomes_two_lines():
    """From Chukotka to Alaska; the cut has one latitude on both sides."""
    geometry = line(LatLon(66.3, 178.5), LatLon(64.5, -165.4))
    first, second = geometry["coordinates"]
    assert geometry["type"] == "MultiLineString"
    assert first[-1][0] == 180.0
    assert second[0] == [-180.0, first[-1][1]]


def test_there_is_no_line_between_a_position_and_itself():
    """A line without length is invalid, so there is none."""
    assert line(LatLon(1.0, 2.0), LatLon(1.0, 2.0000001)) is None


def test_coordinates_have_six_decimals_and_no_minus_zero():
    """0.11 m is enough, and -0 confuses readers."""
    assert point(LatLon(-0.0000001, 57.123456789))["coordinates"] == [57.123457, 0.0]
    assert str(point(LatLon(-0.0, -0.0))["coordinates"]) == "[0.0, 0.0]"
    assert all(round(value, DECIMALS) == value for ring in rings(circle(LatLon(10, 10), 5)) for position in ring for value in position)


@pytest.mark.parametrize("radius_km", [0.0, 9001.0, float("nan")])
def test_a_circle_that_cannot_be_drawn_is_refused(radius_km):
    """No radius, both poles inside, or no number."""
    with pytest.raises(ValueError, match="cannot be drawn"):
        circle(LatLon(0, 0), radius_km)


def test_bounds_of_nothing_are_none():
    """A collection without geometry has no bbox."""
    assert bounds([None, None]) is None


def test_bounds_run_west_to_east_unless_something_was_cut():
    """Two points on both sides of 180 degrees do not cross it; a cut circle does."""
    fiji, samoa = point(LatLon(-18.0, 178.0)), point(LatLon(-13.8, -171.8))
    assert bounds([fiji, samoa]) == [-171.8, -18.0, 178.0, -13.8]
    west, _, east, _ = bounds([fiji, samoa, circle(LatLon(-16.85, 179.97), 25.0)])
    assert (west, east) == (178.0, -171.8)


def test_bounds_around_a_pole_span_all_longitudes():
    """There is no empty stretch of longitude to leave out."""
    assert bounds([circle(LatLon(89.0, 10.0), 500.0)])[::2] == [-180.0, 180.0]
