"""The reference rule, by arithmetic."""

from math import inf, isclose

import pytest

from mapapp.claims.claim import Interval, Reading, Verdict
from mapapp.claims.judging.border_readings import Agreement, agreement, headline
from mapapp.claims.judging.conversion import disagreeing_km, middle_km
from mapapp.claims.judging.thresholds import LOOSE, STANDARD, STRICT, thresholds_of
from mapapp.claims.judging.verdict import direction_verdict, half_step, is_doubtful, open_interval, side_verdict, stated_interval, verdict
from mapapp.claims.statements.quantities import Quantity
from mapapp.claims.statements.units import BLOCK, KILOMETRE, MILE
from mapapp.errors import BadOption
from mapapp.settings import VERDICT_PROFILES, Settings


@pytest.mark.parametrize(
    ("number", "step"),
    [(315, 0.5), (110, 5), (100, 10), (250, 25), (2.5, 0.125), (7, 0.7), (1, 0.5), (1250, 25), (1200, 50), (50, 5), (20, 2)],
)
def test_rounding_follows_the_digits_written(number, step):
    """The more zeros, the coarser the number."""
    assert isclose(half_step(number), step)


@pytest.mark.parametrize(
    ("low", "high", "hedge", "expected"),
    [
        (100, 100, "", (90, 100, 110)),
        (100, 100, "about", (85, 100, 115)),
        (28, 30, "", (25, 29, 33)),
        (40, 40, "less than", (0, 40, 44)),
        (40, 40, "more than", (36, 40, inf)),
        (40, 40, "only", (36, 40, 44)),
        (40, 40, "about less than", (0, 40, 46)),
    ],
)
def test_hedges_widen_or_open_the_interval(low, high, hedge, expected):
    """About widens, bounds open one side, only changes nothing."""
    assert expected == pytest.approx(stated_interval(low, high, 1.0, hedge))


def test_miles_become_kilometres_after_rounding():
    """The writer rounded in miles, so the step is in miles."""
    assert stated_interval(20, 20, 1.609344) == pytest.approx((18 * 1.609344, 20 * 1.609344, 22 * 1.609344))


@pytest.mark.parametrize(
    ("stated", "measured", "u", "expected"),
    [
        ((90, 100, 110), 100, 2, Verdict.SUPPORTED),
        ((90, 100, 110), 112, 2, Verdict.SUPPORTED),  # 110 meets 110
        ((90, 100, 110), 112.1, 2, Verdict.ROUGHLY),  # 100 / 110.1 = 0.91
        ((90, 100, 110), 127, 2, Verdict.ROUGHLY),  # 100 / 125 = 0.80
        ((90, 100, 110), 127.1, 2, Verdict.CONTRADICTED),  # shorter than the straight line
        ((90, 100, 110), 78, 2, Verdict.ROUGHLY),  # 100 / 80 = 1.25
        ((90, 100, 110), 77, 2, Verdict.BY_ROAD),  # 100 / 79 = 1.27
        ((90, 100, 110), 60.5, 2, Verdict.BY_ROAD),  # 100 / 62.5 = 1.6
        ((90, 100, 110), 60, 2, Verdict.BY_ROAD_IF_OBSTACLE),
        ((90, 100, 110), 48, 2, Verdict.BY_ROAD_IF_OBSTACLE),  # 100 / 50 = 2
        ((90, 100, 110), 47, 2, Verdict.CONTRADICTED),
        ((4.5, 5, 5.5), 5, 5.1, Verdict.CANNOT_TELL),  # the places are larger than the distance
        ((4.5, 5, 5.5), 5, 5.0, Verdict.SUPPORTED),
        ((0, 40, 44), 3, 2, Verdict.SUPPORTED),
        ((36, 40, inf), 900, 2, Verdict.SUPPORTED),
        ((90, 100, 110), 0, 1, Verdict.CONTRADICTED),  # on the line itself
    ],
)
def test_verdicts_follow_the_thresholds(stated, measured, u, expected):
    """Every threshold is met from both sides."""
    assert verdict(*stated, measured, u) is expected


@pytest.mark.parametrize("missing", [0, 1, 2, 3, 4])
def test_without_a_number_or_a_measurement_there_is_no_verdict(missing):
    """Any missing value makes cannot_tell."""
    values = [90.0, 100.0, 110.0, 100.0, 2.0]
    values[missing] = None
    assert verdict(*values) is Verdict.CANNOT_TELL


def test_far_off_with_an_unsure_end_is_put_down_to_another_place():
    """More than three times off with an end below .9 is doubted; with a sure one it is not, nor at three times."""
    assert [
        verdict(90, 100, 110, 303, 2, confidence=0.89), verdict(90, 100, 110, 303, 2, confidence=0.9),
        verdict(90, 100, 110, 300, 2, confidence=0.5),
    ] == [
        Verdict.CANNOT_TELL, Verdict.CONTRADICTED, Verdict.CONTRADICTED,
    ]  # fmt: skip
    assert not is_doubtful(100, 30, 2, confidence=0.1)


@pytest.mark.parametrize(
    ("point", "bearing", "expected"),
    [
        ("N", 0, "supported"), ("N", 45, "supported"), ("N", 315, "supported"), ("N", 46, "roughly"), ("N", 67, "roughly"),
        ("N", 68, "contradicted"),
        ("NE", 45, "supported"), ("NE", 78, "supported"), ("NE", 80, "roughly"), ("NE", 102, "contradicted"), ("SSW", 202.5, "supported"),
        ("SSW", 230, "roughly"), ("W", 90, "contradicted"), ("N", 359.9, "supported"),
    ],
)  # fmt: skip
def test_directions_are_judged_by_their_sectors(point, bearing, expected):
    """Four points allow 45 degrees, eight 33.75, and 22.5 more are roughly."""
    assert direction_verdict(point, bearing, 1000.0, 0.0) == expected


def test_large_places_excuse_a_bearing():
    """Twenty kilometres of extent at 20 km excuse 45 degrees, and never more."""
    assert [direction_verdict("N", 85.0, 20.0, u) for u in (0.0, 20.0, 500.0)] == ["contradicted", "supported", "supported"]
    assert direction_verdict("N", 120.0, 20.0, 500.0) == "contradicted"


def test_no_direction_between_one_place_and_itself():
    """At distance nothing there is no bearing."""
    assert direction_verdict("N", 0.0, 0.0, 1.0) is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("bearing", "expected"), [(0, "supported"), (67, "supported"), (90, "roughly"), (112, "roughly"), (180, "contradicted")]
)
def test_a_side_of_a_line_is_wider_than_a_bearing(bearing, expected):
    """North of a border may be almost east of its nearest point, but not south."""
    assert side_verdict("N", bearing, 50.0, 2.0) == expected


def test_open_sides_are_null():
    """What has no bound is shown without one."""
    assert [Interval(None, 5.0), Interval(5.0, None), Interval(4.0, 5.0)] == [
        open_interval(0.0, 5.0),
        open_interval(5.0, inf),
        open_interval(4.0, 5.0),
    ]


def test_profiles_are_chosen_by_name_and_the_settings_know_the_same_names():
    """Settings cannot name a profile that is not there, nor leave one out."""
    assert [STANDARD, STRICT, LOOSE] == [thresholds_of(name) for name in VERDICT_PROFILES]


@pytest.mark.parametrize("name", ["", "STRICT", "harsh", "standard "])
def test_an_unknown_profile_is_refused_with_the_names_there_are(name):
    """The message says what to write instead."""
    with pytest.raises(BadOption, match="choose one of standard, strict, loose"):
        Settings(verdict_profile=name)


@pytest.mark.parametrize(
    ("measured", "strict", "standard", "loose"),
    [
        (100, "supported", "supported", "supported"),
        (84, "by_road", "roughly", "roughly"),  # 100 / 86 = 1.16
        (76, "by_road", "by_road", "roughly"),  # 100 / 78 = 1.28
        (64, "by_road_if_obstacle", "by_road", "by_road"),  # 100 / 66 = 1.52
        (56, "contradicted", "by_road_if_obstacle", "by_road"),  # 100 / 58 = 1.72
        (42, "contradicted", "contradicted", "by_road_if_obstacle"),  # 100 / 44 = 2.27
        (34, "contradicted", "contradicted", "contradicted"),  # 100 / 36 = 2.78
        (120, "contradicted", "roughly", "roughly"),  # 100 / 118 = 0.85
        (131, "contradicted", "contradicted", "roughly"),  # 100 / 129 = 0.78
    ],
)
def test_each_profile_draws_its_own_lines(measured, strict, standard, loose):
    """One figure, three answers, from severe to mild."""
    assert [strict, standard, loose] == [verdict(90, 100, 110, measured, 2, thresholds=profile) for profile in (STRICT, STANDARD, LOOSE)]


S, B, X, N = Verdict.SUPPORTED, Verdict.BY_ROAD, Verdict.CONTRADICTED, Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([S, S], (S, Agreement.ALL)),
        ([B, S], (B, Agreement.ALL)),  # the nearest line drawn has the say
        ([X, X], (X, Agreement.NONE)),
        ([X, S], (N, Agreement.SOME)),
        ([S, X], (N, Agreement.SOME)),
        ([X, B, X], (N, Agreement.SOME)),
        ([N, N], (N, Agreement.UNDECIDED)),
        ([X, N], (N, Agreement.UNDECIDED)),
        ([N, S], (N, Agreement.SOME)),
    ],
)
def test_a_disputed_border_gives_a_verdict_only_where_the_readings_do_not_decide_it(verdicts, expected):
    """Neither contradicted nor supported while one side's map says otherwise."""
    readings = [Reading(f"reading {number}", 10.0, part) for number, part in enumerate(verdicts)]
    assert expected == (headline(verdicts[0], readings), agreement(readings))


def test_an_undisputed_border_keeps_its_verdict():
    """No readings, nothing to weigh."""
    assert [headline(verdict, ()) for verdict in Verdict] == list(Verdict)


@pytest.mark.parametrize(
    ("number", "other", "expected"),
    [
        (20, 32, None),
        (20, 30, None),  # both are rounded: 29-35 and 27-33
        (20, 50, 50.0),
        (62, 100, None),
        (100, 62, 62.0),
    ],
)
def test_a_conversion_must_agree_within_the_rounding_of_both(number, other, expected):
    """Miles in front, kilometres in brackets."""
    assert expected == disagreeing_km(Quantity(0, number, number), MILE, Quantity(0, other, other), KILOMETRE)


def test_a_vague_conversion_or_one_in_blocks_disagrees_with_nothing():
    """There is no figure to compare."""
    sure, vague = Quantity(0, 5.0, 5.0), Quantity(0, None, None)
    pairs = [(sure, KILOMETRE, vague, MILE), (vague, KILOMETRE, sure, MILE), (sure, BLOCK, sure, MILE)]
    assert [None, None, None] == [disagreeing_km(*pair) for pair in pairs]
    assert [None, 8.04672] == [middle_km(vague, MILE), middle_km(sure, MILE)]
