"""Rings and sectors over the ellipsoid, above all where flat maps end."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination
from mapapp.export.sectors import ring, sector
from mapapp.export.shapes import DECIMALS

LATITUDES = st.one_of(st.floats(-90, 90), st.sampled_from([90.0, -90.0, 89.5, 0.0]))
LONGITUDES = st.one_of(st.floats(-180, 180), st.sampled_from([180.0, -180.0, 179.9, -179.9, 0.0]))
POSITIONS = st.builds(LatLon, LATITUDES, LONGITUDES)
LOW = st.one_of(st.just(0.0), st.floats(1, 2000))
WIDTH = st.floats(0.5, 2000)
HEADINGS = st.sampled_from([22.5 * point for point in range(16)])
SPREADS = st.sampled_from([45.0, 33.75, 22.5])


def polygons(geometry):
    """Return the polygons of a geometry as lists of rings."""
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def doubled_area(edge):
    """Positive where the ring runs counter-clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(edge))


def check(geometry):
    """Demand what RFC 7946 does: closed, wound rightly, valid, on the globe, no edge longer than half of it."""
    assert shape(geometry).is_valid
    for exterior, *holes in polygons(geometry):
        assert doubled_area(exterior) > 0
        assert all(doubled_area(hole) < 0 for hole in holes)
        for edge in (exterior, *holes):
            assert edge[0] == edge[-1]
            assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(edge))
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in edge)
            assert all(round(value, DECIMALS) == value for position in edge for value in position)


def covers(geometry, position):
    """Say whether a position lies in the area, as a flat map has it, give or take ten metres."""
    drawn = shape(geometry).buffer(1e-4)
    return any(drawn.covers(Point(position.lon + turn, position.lat)) for turn in (0.0, 360.0, -360.0))


@settings(max_examples=150, deadline=None)
@given(POSITIONS, LOW, WIDTH, st.floats(0, 360), st.floats(0.1, 0.9))
def test_every_ring_is_valid_and_holds_what_is_between_its_edges(centre, low_km, width_km, bearing, share):
    """Around poles and across 180 degrees too; neither the middle nor what is beyond is in it."""
    geometry = ring(centre, low_km, low_km + width_km)
    check(geometry)
    assert covers(geometry, destination(centre, bearing, low_km + share * width_km))
    assert not shape(geometry).covers(Point(destination(centre, bearing, low_km + 1.05 * width_km + 0.1).as_lonlat()))
    assert low_km < 1.0 or not shape(geometry).covers(Point(destination(centre, bearing, 0.9 * low_km).as_lonlat()))


@settings(max_examples=150, deadline=None)
@given(st.builds(LatLon, st.floats(-84, 84), LONGITUDES), HEADINGS, SPREADS, LOW, WIDTH, st.floats(-0.8, 0.8), st.floats(0.1, 0.9))
def test_every_sector_is_valid_and_holds_what_lies_in_its_direction(centre, heading, spread, low_km, width_km, aside, share):
    """Not what lies in the opposite direction."""
    width_km = max(width_km, 0.01 * low_km)  # corners 3 degrees apart: the edge lies up to 0.03 % of the radius inside
    geometry = sector(centre, heading, spread, low_km, low_km + width_km)
    assume(geometry is not None)  # a pole on its very edge
    check(geometry)
    along_km = low_km + share * width_km
    assert covers(geometry, destination(centre, heading + aside * spread, along_km))
    assert not shape(geometry).covers(Point(destination(centre, heading + 180.0, along_km).as_lonlat()))


def test_a_sector_that_holds_the_pole_runs_up_to_it():
    """800 to 1,400 km north of 80 degrees north is on the other side of the pole as well."""
    geometry = sector(LatLon(80.0, 20.0), 0.0, 45.0, 800.0, 1400.0)
    assert max(lat for exterior, *_ in polygons(geometry) for _, lat in exterior) == 90.0
    assert covers(geometry, LatLon(89.0, -100.0))


def test_a_ring_across_180_degrees_is_cut_there():
    """Around Suva: two parts or more, each on its side."""
    geometry = ring(LatLon(-18.14, 178.44), 300.0, 400.0)
    assert geometry["type"] == "MultiPolygon"
    assert {
        max(lon for lon, _ in exterior) <= -170.0 or min(lon for lon, _ in exterior) >= 170.0 for exterior, *_ in polygons(geometry)
    } == {True}


def test_a_ring_has_a_hole():
    """Polygon with two rings, the second a hole."""
    geometry = ring(LatLon(48.6, 22.3), 18.0, 22.0)
    assert (geometry["type"], len(geometry["coordinates"])) == ("Polygon", 2)


def test_the_edges_of_a_narrow_ring_stand_well_apart():
    """314.5 to 315.5 km: coarse edges would eat a third of the width."""
    geometry = ring(LatLon(50.0, 10.0), 314.5, 315.5)
    assert covers(geometry, destination(LatLon(50.0, 10.0), 0.5, 315.45))


@pytest.mark.parametrize(("low_km", "high_km"), [(5.0, 5.0), (0.0, 9001.0), (0.0, 0.0), (float("nan"), 5.0)])
def test_what_cannot_be_drawn_is_none(low_km, high_km):
    """No width, more than a hemisphere, no number."""
    assert ring(LatLon(0, 0), low_km, high_km) is None
    assert sector(LatLon(0, 0), 90.0, 45.0, low_km, high_km) is None


def test_there_is_no_sector_that_begins_at_a_pole():
    """Everything is south of the north pole."""
    assert sector(LatLon(90.0, 0.0), 180.0, 45.0, 0.0, 100.0) is None
