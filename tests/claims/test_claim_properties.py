"""What holds for any number, unit, case or text."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapapp.claims.claim import Verdict
from mapapp.claims.judging.alarms import alarm_of, ranked
from mapapp.claims.judging.thresholds import LOOSE, STANDARD, STRICT
from mapapp.claims.judging.verdict import direction_verdict, stated_interval, verdict

RANK = [Verdict.SUPPORTED, Verdict.ROUGHLY, Verdict.BY_ROAD, Verdict.BY_ROAD_IF_OBSTACLE, Verdict.CONTRADICTED]
_SHARED_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)

PIECES = st.sampled_from(
    ["Mirado", "Calvera", "Halden", "Umbarak", "the border", "the Ostavian border", "the capital", "here", "it", "the town",
    "km", "miles", "5", "100",
     "a few", "about", "less than", "or", "-", "from", "of", "north", "south-east of", "away", ",", ".", "(", ")", "is",
     "located", "in", "\n", "\n\n",
     "’s", "near", "coast", "“", "½", "1,000", "twenty", "hundred", "and", "a", "half", "the", "city of", "Lindmark",
     "hour's drive", "apart", "separated", "between", "distance", "respectively", "to", "odd", "inland", "further on", "how far",
     "İ", "ß", "😀"],
)  # fmt: skip


@given(s=st.floats(1, 2000), d=st.floats(0, 4000), u=st.floats(1, 100), factor=st.sampled_from([0.001, 1.609344, 1.852, 1000.0]))
def test_the_unit_makes_no_difference(s, d, u, factor):
    """The same facts in another unit get the same verdict, but for values on a threshold."""
    low, mid, high = 0.9 * s, s, 1.1 * s
    here = verdict(low, mid, high, d, u)
    there = verdict(low * factor, mid * factor, high * factor, d * factor, u * factor)
    ratios = [mid / (d + u), mid / max(1e-9, d - u), u / s, low / (d + u), high / max(1e-9, d - u)]
    on_threshold = any(abs(r - limit) < 1e-6 for r in ratios for limit in (0.8, 1.0, 1.25, 1.6, 2.0))
    assert here is there or on_threshold


@given(d=st.floats(1, 1000), u=st.floats(1, 20), numbers=st.lists(st.integers(1, 5000), min_size=2, max_size=8))
def test_the_farther_above_the_measured_the_worse(d, u, numbers):
    """Beyond the measured distance a larger number never gets a milder verdict."""
    above = sorted(number for number in numbers if number > d + u)
    ranks = [RANK.index(verdict(number, number, number, d, u)) for number in above]
    assert ranks == sorted(ranks)


@given(d=st.floats(50, 1000), u=st.floats(1, 20), numbers=st.lists(st.integers(21, 900), min_size=2, max_size=8))
def test_the_farther_below_the_measured_the_worse(d, u, numbers):
    """Short of the measured distance a smaller number never gets a milder verdict."""
    below = sorted((number for number in numbers if number < d - u), reverse=True)
    ranks = [RANK.index(verdict(number, number, number, d, u)) for number in below]
    assert ranks == sorted(ranks)


@given(
    number=st.integers(1, 2000),
    hedge=st.sampled_from(["", "about", "less than", "more than", "about at least"]),
    d=st.floats(0, 4000),
    u=st.floats(1, 100),
    confidence=st.floats(0, 1),
)
def test_a_stricter_profile_never_gives_a_milder_verdict(number, hedge, d, u, confidence):
    """From strict over standard to loose a verdict gets milder or stays; whether there is one does not depend on the profile."""
    judged = [
        verdict(*stated_interval(number, number, 1.0, hedge, thresholds=profile), d, u, confidence=confidence, thresholds=profile)
        for profile in (STRICT, STANDARD, LOOSE)
    ]
    if Verdict.CANNOT_TELL in judged:
        assert set(judged) == {Verdict.CANNOT_TELL}
    else:
        ranks = [RANK.index(each) for each in judged]
        assert ranks == sorted(ranks, reverse=True)


@given(
    point=st.sampled_from(["N", "E", "SW", "NE", "SSW", "ENE"]), bearing=st.floats(0, 360, exclude_max=True), d=st.floats(1, 500),
    u=st.floats(0, 50),
)  # fmt: skip
def test_a_stricter_profile_never_gives_a_direction_a_milder_verdict(point, bearing, d, u):
    """The same for directions."""
    ranks = [RANK.index(direction_verdict(point, bearing, d, u, thresholds=profile)) for profile in (STRICT, STANDARD, LOOSE)]
    assert ranks == sorted(ranks, reverse=True)


@given(number=st.integers(1, 9999), hedge=st.sampled_from(["", "about", "less than", "more than", "nearly", "at least"]))
def test_the_stated_interval_holds_the_number(number, hedge):
    """Whatever the hedge, the number stated is one of those meant."""
    low, s, high = stated_interval(number, number, 1.0, hedge)
    assert low <= s <= high
    assert s == number


@_SHARED_FIXTURE
@given(number=st.integers(1, 9999), case=st.sampled_from([str, str.upper, str.lower]))
def test_thousands_separators_and_case_make_no_difference(one, number, case):
    """1100, 1,100, 1 100 and 1'100 km, in capitals or not, state and measure the same."""
    forms = {
        f"{number}",
        f"{number:,}",
        f"{number:,}".replace(",", "\u202f"),
        f"{number:,}".replace(",", "'"),
        f"{number:,}".replace(",", " "),
    }
    claims = [one(case(f"Mirado, {form} km north of Calvera, was quiet.")) for form in sorted(forms)]
    assert len({(claim.stated, claim.verdict, claim.direction_verdict, claim.measured_km) for claim in claims}) == 1


@_SHARED_FIXTURE
@given(number=st.integers(5, 900).filter(lambda number: number % 100 != 50))
def test_kilometres_and_metres_are_judged_alike(one, number):
    """5 km and 5,000 m state the same. Left out: numbers below 5 and fifties, for which the rule has a step that metres do not show."""
    km = one(f"Mirado is {number} km north of Calvera.")
    metres = one(f"Mirado is {number * 1000:,} metres north of Calvera.")
    assert (km.verdict, km.measured_km, km.direction_verdict) == (metres.verdict, metres.measured_km, metres.direction_verdict)
    assert (km.stated.low_km, km.stated.high_km) == pytest.approx((metres.stated.low_km, metres.stated.high_km))


@_SHARED_FIXTURE
@given(number=st.integers(1, 400))
def test_miles_are_judged_as_the_same_length_in_kilometres(one, number):
    """What differs is the step of rounding; the number itself is one length."""
    stated_km = one(f"Mirado is {number} miles north of Calvera.").stated
    low, _, high = stated_interval(number, number, 1.609344)
    assert (stated_km.low_km, stated_km.high_km) == pytest.approx((low, high), abs=1e-3)


@_SHARED_FIXTURE
@given(numbers=st.lists(st.integers(2, 900), min_size=2, max_size=6))
def test_the_farther_off_a_stated_number_the_worse_its_verdict(one, numbers):
    """The same sentence with another number: monotone on either side of what is measured (55.3 km)."""
    ranks = {}
    for number in sorted(set(numbers)):
        claim = one(f"Mirado is {number} km from Calvera.")
        ranks[number] = RANK.index(claim.verdict) if claim.verdict in RANK else None
    above = [rank for number, rank in ranks.items() if number > 70 and rank is not None]
    below = [rank for number, rank in ranks.items() if number < 45 and rank is not None]
    # A step of rounding is wider at 100 than at 99: only "supported" may go and come.
    assert [rank for rank in above if rank] == sorted(rank for rank in above if rank)
    assert [rank for rank in below if rank] == sorted((rank for rank in below if rank), reverse=True)


@_SHARED_FIXTURE
@given(number=st.integers(2, 900))
def test_the_order_of_the_clauses_makes_no_difference(one, number):
    """Apposition, copula, bracket and inversion say the same."""
    texts = [
        f"Mirado, {number} km north of Calvera, was quiet.",
        f"Mirado is {number} km north of Calvera.",
        f"Mirado ({number} km north of Calvera) was quiet.",
        f"Some were in Mirado, which lies {number} kilometres north of Calvera.",
        f"Lying {number} km north of Calvera, Mirado was quiet.",
        f"{number} km north of Calvera, Mirado was quiet.",
    ]
    assert len({(one(text).stated, one(text).verdict, one(text).subject.place_id) for text in texts}) == 1


@_SHARED_FIXTURE
@given(pieces=st.lists(PIECES, max_size=24))
def test_no_verdict_without_both_ends(read, pieces):
    """Any text is survived; offsets are right; a verdict has two placed ends, a measurement and a number."""
    text = " ".join(pieces)
    claims = read(text)
    assert sorted(ranked(claims), key=id) == sorted(claims, key=id)
    for claim in claims:
        assert claim.text == text[claim.span.start : claim.span.end]
        assert claim.reason.endswith((".", "”"))
        assert "  " not in claim.reason
        assert "“”" not in claim.reason
        if claim.negated or claim.used_for_disambiguation:
            assert (claim.verdict, alarm_of(claim) is None or not claim.negated) == (Verdict.CANNOT_TELL, True)
        for end in (claim.subject, claim.anchor):
            assert end is None or end.text == text[end.span.start : end.span.end]
        if claim.verdict is not Verdict.CANNOT_TELL:
            assert claim.subject.position is not None
            assert claim.anchor.position is not None
            assert claim.measured_km is not None
        if claim.measured_km is None:
            assert claim.direction_verdict in (None, Verdict.CANNOT_TELL)


@_SHARED_FIXTURE
@given(text=st.text(max_size=300))
def test_any_text_is_survived(read, text):
    """Nothing a report may hold breaks the search."""
    assert isinstance(read(text), tuple)


@_SHARED_FIXTURE
@given(pieces=st.lists(PIECES, max_size=24))
def test_no_reason_passes_judgement_on_the_writer(read, pieces):
    """A reason gives figures; it never calls anything false, a lie, wrong, verified or confirmed."""
    reasons = " ".join(claim.reason for claim in read(" ".join(pieces)))
    outside_quotes = re.sub(r"“[^”]*”", "", reasons)
    assert not re.search(r"\b(?:false|lie[sd]?|lying|wrong|verified|confirmed|un?true)\b", outside_quotes, re.IGNORECASE)


@pytest.mark.parametrize(
    "piece",
    ["5 km from the ", "one hundred and ", "Mirado, 5 km from Calvera, ", "about about about ", "5 - 5 - ", "a few ",
    "(5 km (5 km ", "the of the in ",
     "1,000,000,", "near the ", "north of ", "Calvera Calvera ", "km km ", ", a a a a", "the the the border ", "an hour's drive ", "½½½½",
     "Mirado and Calvera and ", "Mirado and Calvera are 5 km apart, ", "from Mirado to Calvera it is 5 km to ", "5, 5 and ", "5 km and ",
     "5 km, 5 km north, ", "the distance between Mirado and ", "distance from 5 km ",
     "is separated from Mirado by 5 km ", "how far is 5 km ",
     "5 km of of separates ", "from the border is 5 km away ", "5 km, as it is 5 km, ", "5 from Mirado and 5 from ",
     "fifty-odd-", "5 km up the "],
)  # fmt: skip
def test_twice_the_text_takes_at_most_about_twice_the_time(read, piece):
    """Hostile repetition stays linear: four times the text in well under sixteen times the time."""

    def seconds(times):
        text = piece * times
        toponyms = read.toponyms(text)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(text, toponyms=toponyms)
            best = min(best, time.process_time() - start)
        return best

    short = 2_000 // len(piece)
    assert seconds(4 * short) < 8 * seconds(short) + 0.05
