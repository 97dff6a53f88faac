"""The rule of the contract, written out a second time, word for word, and held against the one in use."""

from math import hypot, inf, isclose, isinf, pi, sqrt

from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Kind, LatLon, Place
from gazetteer.place import town_radius_km
from mapapp.claims.judging.thresholds import STANDARD
from mapapp.claims.judging.verdict import half_step, stated_interval, verdict
from mapapp.claims.statements.hedges import plain_hedge
from mapapp.claims.uncertainty import extent_km, uncertainty_km

ABOUT = ("about", "around", "some", "approximately", "approx", "roughly", "nearly", "almost", "~", "close to", "an estimated")
BELOW, ABOVE = ("less than", "under", "within", "up to"), ("more than", "over", "at least")

NUMBERS = st.one_of(st.integers(1, 12_000), st.floats(0.1, 500.0).map(lambda number: round(number, 2)))
HEDGES = st.sampled_from(["", "just", "only", *ABOUT, *BELOW, *ABOVE, "about less than", "nearly more than"])


def published_half_step(number):
    """How far the writer may have rounded, in the unit of the text."""
    if number != int(number):
        return 0.05 * number
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0"))
    significant = len(digits) - zeros
    if significant <= 1 or (significant == 2 and digits.endswith("50")):
        return max(0.5, 0.1 * number)
    return 25.0 if digits.endswith("50") else 0.5 * 10**zeros


def published_interval(low, high, km_per_unit=1.0, hedge=""):
    """(s_low, s, s_high) in km."""
    step = max(published_half_step(high), 0.15 * high if any(word in hedge for word in ABOUT) else 0)
    s_low, s, s_high = max(0.0, low - step), (low + high) / 2, high + step
    if any(word in hedge for word in BELOW):
        s_low = 0.0
    if any(word in hedge for word in ABOVE):
        s_high = inf
    return s_low * km_per_unit, s * km_per_unit, s_high * km_per_unit


def published_verdict(s_low, s, s_high, d, u, confidence):
    """Judge as the contract says, in its order."""
    if s is None or d is None or u > s:
        return "cannot_tell"
    if d - u > 3.0 * s and confidence < 0.9:
        return "cannot_tell"
    d_low, d_high = max(0.0, d - u), d + u
    if s_low <= d_high and d_low <= s_high:
        return "supported"
    ratio = s / d_high if s > d_high else s / d_low
    if not 0.8 <= ratio <= 2.0:
        return "contradicted"
    return "roughly" if ratio <= 1.25 else "by_road" if ratio <= 1.6 else "by_road_if_obstacle"


@settings(max_examples=400, deadline=None)
@given(number=NUMBERS)
def test_rounding_is_that_of_the_contract(number):
    """Any number a report may give."""
    assert isclose(published_half_step(number), half_step(number))


@settings(max_examples=400, deadline=None)
@given(numbers=st.tuples(NUMBERS, NUMBERS).map(sorted), factor=st.sampled_from([1.0, 0.001, 1.609344, 1.852]), hedge=HEDGES)
def test_the_stated_interval_is_that_of_the_contract(numbers, factor, hedge):
    """Any number or range, in any unit, with any hedge."""
    expected, actual = published_interval(*numbers, factor, hedge), stated_interval(*numbers, factor, hedge)
    assert all(isclose(a, b) or (isinf(a) and isinf(b)) for a, b in zip(expected, actual, strict=True))


@settings(max_examples=1000, deadline=None)
@given(
    number=NUMBERS,
    hedge=HEDGES,
    d=st.one_of(st.none(), st.floats(0, 4000)),
    u=st.floats(1, 60),
    confidence=st.floats(0, 1),
)
def test_the_verdict_is_that_of_the_contract(number, hedge, d, u, confidence):
    """Any claim: its number, its hedge, what is measured, how sure the ends are."""
    s = stated_interval(number, number, 1.0, plain_hedge(hedge))
    assert published_verdict(*s, d, u, confidence) == verdict(*s, d, u, confidence=confidence)


@settings(max_examples=200, deadline=None)
@given(
    number=st.integers(2, 900),
    ratio=st.floats(0.3, 3.0),
    u=st.floats(1, 30),
)
def test_near_the_thresholds_too(number, ratio, u):
    """Measured distances chosen so that ratios fall where verdicts change."""
    d = max(0.0, number / ratio - u)
    s = stated_interval(number, number)
    assert published_verdict(*s, d, u, 1.0) == verdict(*s, d, u, thresholds=STANDARD)


@given(population=st.one_of(st.none(), st.integers(0, 30_000_000)))
def test_the_extent_of_a_town_is_that_of_the_contract(population):
    """Radius = max(1, sqrt(population / 4000 / pi)) km, in whichever kind of settlement."""
    expected = max(1.0, sqrt((population or 0) / 4000 / pi))
    actual = [
        extent_km(Place("t:1", None, "X", LatLon(0.0, 0.0), (), kind, "", population, town_radius_km(population), "", "", "test"))
        for kind in (Kind.CITY, Kind.VILLAGE, Kind.DISTRICT)
    ]
    assert all(isclose(expected, extent) for extent in actual)


@given(subject=st.floats(1, 50), anchor=st.floats(0, 50))
def test_uncertainties_add_in_quadrature(subject, anchor):
    """U = sqrt(r_subject² + r_anchor² + 1 km²); a border of the 10 m class adds nothing."""
    assert isclose(sqrt(subject**2 + anchor**2 + 1.0), uncertainty_km(subject, anchor))
    assert isclose(hypot(subject, 1.0), uncertainty_km(subject))


def test_a_place_on_a_list_of_ones_own_is_as_uncertain_as_the_list_says():
    """Whoever gives a village a radius knows that its point is coarse; below a kilometre no gazetteer point is trusted."""
    radii = [
        extent_km(Place("l:1", None, "X", LatLon(0.0, 0.0), (), Kind.VILLAGE, "", None, radius, "", "", "my-places"))
        for radius in (0.2, 1.0, 4.0)
    ]
    assert [1.0, 1.0, 4.0] == radii
