"""Claims found, measured, judged and put into words: the whole floor over the invented world."""

import pytest

from mapapp.claims.claim import ClaimKind, Interval, Verdict

DEGREE_KM = 111.320  # of longitude on the equator, WGS 84


def test_a_border_claim_by_road_reads_as_an_editor_would_print_it(one):
    """Calvera (radius 6.3 km) is one degree from the border: U is 6.4 km, 160 km is 160 / 117.7 = 1.36 times the far end."""
    claim = one("Calvera, 160 kilometers from the Ostavian border, was quiet.")
    assert (Verdict.BY_ROAD, 111.32, Interval(104.93, 117.71), Interval(155.0, 165.0), 90.0) == (
        claim.verdict, claim.measured_km, claim.measured, claim.stated, claim.bearing_deg,
    )  # fmt: skip
    assert claim.reason == (
        "111 km in a straight line (105-118); 160 km is 1.44 times that: plausible by road, not as a straight line. "
        "Measured from the centre of Calvera (QV) to the nearest point of the border; a road to a crossing is longer. "
        "Border: Invented Survey 2017."
    )
    assert ((claim.nearest.lat, claim.nearest.lon), claim.source) == ((0.0, 20.0), "Invented Survey 2017")


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        (110, "supported"),
        (130, "roughly"),
        (160, "by_road"),
        (220, "by_road_if_obstacle"),
        (290, "contradicted"),
        (80, "contradicted"),
        (95, "roughly"),
    ],
)
def test_the_same_place_with_other_numbers_gets_other_verdicts(one, number, verdict):
    """Calvera is 105 to 118 km from the border whatever the report says."""
    claim = one(f"Calvera is {number} km from the border with Ostavia.")
    assert (verdict, 111.32) == (claim.verdict, claim.measured_km)


def test_between_two_towns_both_extents_count(one):
    """Calvera 6.3 km, Port Selim 8.9 km, and one for the points: U is 11.0 km over 111.3 km."""
    claim = one("Calvera is 110 km east of Port Selim.")
    assert (Interval(100.35, 122.29), "supported", "supported", "E") == (
        claim.measured,
        claim.verdict,
        claim.direction_verdict,
        claim.direction,
    )


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("Calvera is 110 km east of Port Selim.", "supported", "Direction east agrees."),
        ("Calvera is 110 km northeast of Port Selim.", "roughly", "Direction northeast agrees roughly: the bearing is east."),
        ("Calvera is 110 km west of Port Selim.", "contradicted", "Direction west does not fit: the bearing is east."),
        ("Calvera is 110 km west of the Ostavian border.", "supported", "Direction west agrees."),
        ("Calvera is 110 km north of the Ostavian border.", "roughly", "Direction north agrees roughly: the place is west of the line."),
        ("Calvera is 110 km east of the Ostavian border.", "contradicted", "Direction east does not fit: the place is west of the line."),
    ],
)
def test_direction_is_a_verdict_of_its_own(one, text, verdict, words):
    """The distance is supported each time; the direction stands or falls by itself."""
    claim = one(text)
    assert ("supported", verdict, True) == (claim.verdict, claim.direction_verdict, words in claim.reason)


def test_places_larger_than_the_distance_cannot_be_judged(one):
    """Port Selim and Calvera reach 11 km; "5 km" between them means nothing."""
    claim = one("Calvera is 5 km from Port Selim.")
    assert (claim.verdict, "street or quarter would settle it" in claim.reason) == ("cannot_tell", True)


def test_far_off_with_an_unsure_end_is_doubted_instead_of_contradicted(read):
    """Above .9 the claim does not fit; below, the place is doubted, and the measurement is still shown."""
    text = "Calvera is 25 km from the Ostavian border."
    (sure,) = read(text)
    read.confidence = 0.7
    (unsure,) = read(text)
    assert (sure.verdict, unsure.verdict, unsure.measured_km) == ("contradicted", "cannot_tell", 111.32)
    assert "perhaps another place of that name" in unsure.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Calvera is a few kilometres from Tessin.", "“a few kilometres” is no number"),
        ("Calvera is several blocks from Tessin.", "is no number"),
        ("Calvera is three blocks from Tessin.", "A city block has no fixed length"),
        ("Calvera is not 100 km from Tessin.", "denies this distance"),
        ("Calvera is 100 km away.", "does not say from where"),
        ("The bomb went off 100 km from Tessin.", "The event itself"),
        ("Umbarak is 100 km from Tessin.", "“Umbarak”, which has no position in the gazetteer"),
        ("Calvera is 100 km from the front line.", "moves and is on no map"),
        ("Calvera is 100 km from the Lindmark border.", "Only borders of countries"),
        ("Dunbrik is 100 km from the border between Ostavia and Sudria.", "no such land border"),
        ("Calvera is 100 km from the provincial capital.", "is not named"),
        ("Calvera is 100 km from here.", "no dateline"),
        ("Calvera is 100 km from the city.", "means is not certain"),
    ],
)
def test_no_verdict_comes_without_its_reason(one, text, words):
    """Each kind of silence says why."""
    claim = one(text)
    assert (claim.verdict, words in claim.reason) == ("cannot_tell", True), claim.reason


def test_what_was_measured_is_shown_even_without_a_number_to_compare(one):
    """A vague claim gets its measurement, half a degree or 55.66 km, and no verdict."""
    claim = one("Calvera is a few kilometres from Tessin.")
    assert (claim.measured_km, "Measured: 56 km in a straight line (49-62)." in claim.reason) == (55.66, True)


def test_a_disputed_border_gives_one_reading_each(read):
    """Both lines are measured and judged, and the reason names them."""
    read.gazetteer.disputed = True
    (claim,) = read("Calvera is 110 km from the Ostavian border.")
    assert [(r.reading, r.measured_km, r.verdict) for r in claim.readings] == [
        ("Vestania", 111.32, "supported"),
        ("Ostavia", 66.79, "by_road"),
    ]
    assert "The border is disputed: 111 km (Vestania), the two agree; 67 km (Ostavia), plausible by road." in claim.reason


def test_a_conversion_that_disagrees_is_a_finding(one):
    """20 miles are 32 km; 50 in brackets is remarked on, 32 is not."""
    assert "own conversion “50 km” does not match: 32 km against 50 km" in one("Mirado is 20 miles (50 km) from Calvera.").reason
    assert "conversion" not in one("Mirado is 20 miles (32 km) from Calvera.").reason


@pytest.mark.parametrize(
    ("text", "stated", "hedge"),
    [
        ("Mirado is about 55 km from Calvera.", (46.75, 63.25), "about"),
        ("Mirado is less than 60 km from Calvera.", (None, 66.0), "less than"),
        ("Mirado is at least 50 km from Calvera.", (45.0, None), "at least"),
        ("Mirado is no less than 50 km from Calvera.", (45.0, None), "no less than"),
        ("Mirado is 50 km or more from Calvera.", (45.0, None), "or more"),
        ("Mirado is just 55 km from Calvera.", (54.5, 55.5), "just"),
        ("Mirado is 50 to 60 km from Calvera.", (44.0, 66.0), None),
        ("Mirado is 30 nautical miles from Calvera.", (27 * 1.852, 33 * 1.852), None),
    ],
)
def test_the_stated_interval_follows_rounding_and_hedge(one, text, stated, hedge):
    """An open side is null; the hedge is kept as written."""
    claim = one(text)
    assert (stated, hedge) == (tuple(pytest.approx(km) if km else km for km in (claim.stated.low_km, claim.stated.high_km)), claim.hedge)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Tessin, near the Ostavian border, was shelled.", "roughly"),  # 55.7 km less 1.4
        ("Onaro, close to the border with Vestania, was shelled.", "supported"),
        ("Onaro, on the border with Vestania, was shelled.", "roughly"),
        ("Calvera, near the Ostavian border, was shelled.", "cannot_tell"),
    ],
)
def test_near_a_border_is_shown_with_its_distance(read, text, verdict):
    """Near is read as 25 km, roughly 50, and the figure is given."""
    (claim,) = read(text)
    expected = verdict if "Tessin" not in text else "cannot_tell"
    assert (ClaimKind.NEAR, expected, True) == (claim.kind, claim.verdict, "km in a straight line" in claim.reason)


def test_a_bare_direction_is_a_claim_of_its_kind(read):
    """What "Mirado, north of Calvera" says can be checked, and "south" does not fit."""
    found = [claim for text in ("Mirado, north of Calvera, fell.", "Mirado, south of Calvera, fell.") for claim in read(text)]
    assert [(claim.kind, claim.direction_verdict) for claim in found] == [
        (ClaimKind.DIRECTION, "supported"),
        (ClaimKind.DIRECTION, "contradicted"),
    ]


def test_a_travelling_time_is_recognised_and_left_alone(read):
    """An hour's drive is no distance."""
    (claim,) = read("Mirado, an hour's drive north of Calvera, fell.")
    assert (claim.kind, claim.verdict, claim.direction, claim.stated) == (ClaimKind.TRAVEL_TIME, "cannot_tell", "N", None)


def test_fifteen_kilometres_of_a_town_is_a_distance_and_of_wire_is_none(read):
    """A bare "of" counts only before a place."""
    assert [len(read(text)) for text in ("Mirado, some 55 kilometres of Calvera, fell.", "Mirado has some 55 kilometres of wire.")] == [
        1,
        0,
    ]


def test_claims_come_in_the_order_of_the_text(read):
    """Whatever their kind."""
    claims = read("Mirado, north of Calvera, fell. Mirado is 55 km from Calvera. Onaro, near the border with Vestania, fell.")
    assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
    assert len(claims) == 3


def test_the_dateline_is_no_part_of_the_first_sentence(one):
    """The words "CALVERA – 30 km from Dunbrik" speak of the event, not of the city the report was filed in."""
    claim = one("Calvera, May 2 – 30 km from Dunbrik, a convoy was hit.", dateline="Calvera")
    assert claim.subject.place_id is None
