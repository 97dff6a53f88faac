"""Reasons are sentences fit to print, at the edges too."""

import pytest

from mapapp.claims import wording
from mapapp.claims.claim import Interval, Reading, Verdict
from mapapp.claims.judging import judgement_wording
from mapapp.claims.statements.units import FOOT, KILOMETRE, METRE, MILE, NAUTICAL_MILE, YARD


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (0.0, "0"),
        (0.004, "0"),
        (0.018, "0.02"),
        (0.314, "0.31"),
        (0.996, "1.0"),
        (4.24, "4.2"),
        (9.96, "10"),
        (69.2, "69"),
        (1234.5, "1,234"),
    ],
)
def test_a_distance_has_as_many_digits_as_it_deserves(km, words):
    """Never 0.00, never a decimal where kilometres are rounded."""
    assert words == wording.kilometres(km)


@pytest.mark.parametrize(("ratio", "words"), [(0.0001, "less than 0.01"), (0.62, "0.62"), (1.445, "1.45"), (12.4, "12"), (2345.6, "2,346")])
def test_a_ratio_is_never_nought(ratio, words):
    """0.00 times would say nothing."""
    assert words == wording.times(ratio)


@pytest.mark.parametrize(("low", "high", "words"), [(62.8, 75.6, "63-76"), (0.0, 1.4, "0-1.4"), (20.1, 20.4, "20")])
def test_an_interval_of_one_number_is_that_number(low, high, words):
    """20-20 is no interval."""
    assert words == wording.interval(low, high)


@pytest.mark.parametrize(
    ("low", "high", "unit", "bound", "words"),
    [
        (100, 100, KILOMETRE, {}, "100 km"),
        (28, 30, KILOMETRE, {}, "28-30 km"),
        (1500, 1500, METRE, {}, "1,500 m"),
        (1, 1, MILE, {}, "1 mile (1.6 km)"),
        (0.5, 0.5, MILE, {}, "0.5 miles (0.80 km)"),
        (20, 25, MILE, {}, "20-25 miles (32-40 km)"),
        (1, 1, NAUTICAL_MILE, {}, "1 nautical mile (1.9 km)"),
        (1, 1, FOOT, {}, "1 foot (0 km)"),
        (1, 1, YARD, {}, "1 yard (0 km)"),
        (200, 200, YARD, {}, "200 yards (0.18 km)"),
        (40, 40, KILOMETRE, {"at_most": True}, "at most 40 km"),
        (40, 40, KILOMETRE, {"at_least": True}, "at least 40 km"),
    ],
)
def test_numbers_come_back_in_their_unit_with_kilometres_behind_a_foreign_one(low, high, unit, bound, words):
    """Singular for one, both ends of a range, bounds in words."""
    assert words == judgement_wording.stated(low, high, unit, **bound)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mirado is 70 km from Calvera.", "55 km in a straight line (49-62); 70 km is 1.27 times that: given the extent"),
        ("Mirado is 50 or 60 km from Calvera.", "50-60 km is 0.90 to 1.09 times that: the two agree"),
        ("Mirado is less than 60 km from Calvera.", "the report says at most 60 km: the two agree"),
        ("Mirado is less than 20 km from Calvera.", "the report says at most 20 km: does not fit, being shorter than the straight line"),
        ("Mirado is more than 300 km from Calvera.", "the report says at least 300 km: does not fit, for it would need a road 5.43 times"),
        ("Mirado is 35 miles from Calvera.", "35 miles (56 km) is 1.02 times that"),
    ],
)
def test_the_first_sentence_gives_both_distances_and_what_follows(one, text, words):
    """Measured with its interval, stated as written, the judgement."""
    assert words in one(text).reason


def test_on_the_line_itself_there_is_no_ratio():
    """A summit on a border is nothing away from it."""
    assert "0 km in a straight line (0-1.4); 100 km is farther than that" == judgement_wording.measured(
        0.0, 0.0, 1.4, "100 km", (100.0, 100.0)
    )
    assert "does not fit" == judgement_wording.judgement(Verdict.CONTRADICTED, 100.0, 0.0, 0.0)


def test_readings_say_under_which_the_figure_holds():
    """Under all, under none, only under some, or none of this."""
    fits, not_fits = Reading("A as X", 10.0, Verdict.ROUGHLY), Reading("A as Y", 40.0, Verdict.CONTRADICTED)
    unsure = Reading("A as Z", 90.0, Verdict.CANNOT_TELL)
    assert judgement_wording.readings([fits, not_fits]) == (
        "The border is disputed: 10 km (A as X), the two agree roughly; 40 km (A as Y), does not fit. The figure holds only under "
        "“A as X”; which border the report counts from would settle it."
    )
    assert judgement_wording.readings([fits, fits]).endswith("The figure holds under all of them.")
    assert judgement_wording.readings([not_fits]).endswith("The figure holds under none of them.")
    assert judgement_wording.readings([not_fits, unsure]).endswith("90 km (A as Z), not judged.")


def test_a_disputed_border_on_which_all_hangs_gets_no_verdict(read):
    """111 km to one line, 67 to the other: 45 km would fit the nearer one at best, 160 only the farther one by road."""
    read.gazetteer.disputed = True
    (claim,) = read("Calvera is 170 km from the Ostavian border.")
    assert (claim.verdict, [reading.verdict for reading in claim.readings]) == ("cannot_tell", ["by_road", "contradicted"])
    assert "170 km is 1.53 times that: whether they fit depends on which border is counted." in claim.reason
    assert claim.reason.endswith("Border: Invented Survey 2017.")


NO_VERDICT = [
    wording.vague("a few kilometres"), wording.blocks(), wording.no_anchor(), wording.unplaced("subject", "Umbarak"),
    wording.unplaced("subject", ""), wording.unplaced("anchor", " "), wording.same_place("A", "B"), wording.ambiguous("A"),
    wording.area("A"),
    wording.too_large(5.0, 11.0), wording.perhaps_another(300.0, 20.0), wording.no_dateline("here"), wording.not_said_which("the city"),
    wording.which_border(0), wording.which_border(1), wording.which_border(2), wording.no_common_border("the A-B border"),
    wording.no_coast("the coast"), wording.no_state_border("the A border"), wording.one_point_of_border("a crossing"),
    wording.part_of_coast("the south coast"), wording.front_line("the front line"), wording.unnamed_capital("the state capital"),
    wording.negated(), wording.travel_time(), wording.chosen_by_distance(),
]  # fmt: skip


@pytest.mark.parametrize("sentence", NO_VERDICT)
def test_silence_says_what_would_settle_it(sentence):
    """One sentence with a capital and a full stop, nothing quoted that is not there."""
    assert sentence.endswith("would settle it.")
    assert sentence[0].isupper() or sentence[0] in "“3"
    assert "“”" not in sentence
    assert "1 neighbours" not in sentence


def test_what_was_measured_stands_alone_where_there_is_nothing_to_compare():
    """With its interval, an open end as nought."""
    assert wording.only_measured(0.8, Interval(None, 1.9)) == "Measured: 0.80 km in a straight line (0-1.9)."
