"""Distances and directions on WGS 84 against published geodesics and each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import (
    bearing_deg,
    bearings_deg,
    destination,
    distance_and_bearing,
    distance_km,
    distances_km,
    ecef_m,
    geodesic_line,
)

positions = st.builds(LatLon, st.floats(-90, 90), st.floats(-180, 180))
JFK, LHR = LatLon(40.6, -73.8), LatLon(51.6, -0.5)


def test_the_classic_example_of_karney_comes_out():
    """JFK to LHR is the example of GeographicLib's manual: 5551.759 km, setting out at 51.20 degrees."""
    assert distance_km(JFK, LHR) == pytest.approx(5551.759400, abs=1e-6)
    assert bearing_deg(JFK, LHR) == pytest.approx(51.198883, abs=1e-6)


def test_a_degree_along_equator_and_meridian_differ():
    """The earth is flattened: a degree of longitude at the equator is longer than a degree of latitude there."""
    assert distance_km(LatLon(0, 0), LatLon(0, 1)) == pytest.approx(111.319491, abs=1e-6)
    assert distance_km(LatLon(0, 0), LatLon(1, 0)) == pytest.approx(110.574389, abs=1e-6)


def test_the_antimeridian_is_no_wall():
    """Two positions on both sides of 180 degrees are near each other."""
    assert distance_km(LatLon(-17, 179.9), LatLon(-17, -179.9)) < 22
    assert bearing_deg(LatLon(0, 179.9), LatLon(0, -179.9)) == pytest.approx(90)


def test_west_is_270_and_north_is_0():
    """Bearings run from 0 to below 360, never negative, and equal positions have 0."""
    assert bearing_deg(LatLon(0, 0), LatLon(0, -1)) == 270
    assert bearing_deg(LatLon(0, 0), LatLon(1, 0)) == 0
    assert bearing_deg(JFK, JFK) == 0
    assert distance_and_bearing(JFK, JFK) == (0, 0)


@given(positions, positions)
def test_there_is_as_far_as_back(a: LatLon, b: LatLon):
    """Distance does not depend on the direction."""
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)


@given(positions, positions)
def test_bearings_are_within_the_circle(a: LatLon, b: LatLon):
    """0 <= bearing < 360 for any two positions, scalar and vectorised."""
    assert 0 <= bearing_deg(a, b) < 360
    many = bearings_deg(*(np.array([value]) for value in (a.lat, a.lon, b.lat, b.lon)))
    assert 0 <= many[0] < 360


@given(st.builds(LatLon, st.floats(-89, 89), st.floats(-180, 180)), st.floats(0, 360), st.floats(0, 5000))
def test_going_there_and_measuring_agree(start: LatLon, bearing: float, km: float):
    """The destination is as far as one went."""
    assert distance_km(start, destination(start, bearing, km)) == pytest.approx(km, abs=1e-6)


def test_a_line_has_its_ends_and_short_steps():
    """A drawn geodesic begins and ends where asked and never steps farther than allowed."""
    line = geodesic_line(JFK, LHR, step_km=100)
    steps = [distance_km(a, b) for a, b in pairwise(line)]
    assert (line[0], line[-1]) == (JFK, LHR)
    assert max(steps) <= 100 + 1e-6
    assert sum(steps) == pytest.approx(distance_km(JFK, LHR), abs=1e-6)


def test_a_short_line_is_its_two_ends():
    """No points are invented between positions nearer than a step."""
    assert geodesic_line(LatLon(0, 0), LatLon(0, 0.01)) == [LatLon(0, 0), LatLon(0, 0.01)]


@pytest.mark.parametrize("step", [0.0, -1.0, float("nan")])
def test_a_step_that_leads_nowhere_is_refused(step: float):
    """Zero, negative and undefined steps would never arrive."""
    with pytest.raises(ValueError, match="step_km"):
        geodesic_line(JFK, LHR, step_km=step)


def test_many_distances_equal_single_ones():
    """The vectorised form gives the same numbers."""
    lat, lon = np.array([40.6, 51.6]), np.array([-73.8, -0.5])
    assert distances_km(lat, lon, lat[::-1], lon[::-1]).tolist() == [distance_km(JFK, LHR), distance_km(LHR, JFK)]


def test_cartesian_coordinates_have_the_axes_of_the_ellipsoid():
    """Equator and pole lie on the axes, in metres."""
    xyz = ecef_m(np.array([0.0, 0.0, 90.0]), np.array([0.0, 90.0, 0.0]))
    assert xyz == pytest.approx(np.array([[6378137, 0, 0], [0, 6378137, 0], [0, 0, 6356752.314245]]), abs=1e-5)
