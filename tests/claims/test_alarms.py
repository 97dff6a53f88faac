"""What an editor should look at first."""

import pytest

from mapapp.claims.judging.alarms import Alarm, alarm_of, alarms_of, ranked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mirado is 30 km from Calvera.", "too_short"),  # 55 measured
        ("Mirado is 200 km from Calvera.", "too_far"),
        ("Mirado is 55 km south of Calvera.", "direction"),
        ("Mirado is 34 miles (90 km) from Calvera.", "conversion"),
        ("Mirado is 80 km from Calvera.", None),
        ("Mirado is 55 km north of Calvera.", None),
        ("Umbarak is 5 km from Calvera.", None),
        ("Mirado is not 30 km from Calvera.", None),
    ],
)
def test_each_fault_has_its_alarm_and_what_fits_has_none(one, text, kind):
    """By road is no alarm, nor is what cannot be told or is denied."""
    alarm = alarm_of(one(text))
    assert kind == (None if alarm is None else alarm.kind)


def test_several_faults_are_listed_gravest_first(one):
    """A number too small, the wrong way round, with a conversion that is another distance."""
    claim = one("Mirado is 10 miles (30 km) south of Calvera.")
    assert ["too_short", "direction", "conversion"] == [alarm.kind for alarm in alarms_of(claim)]
    assert alarm_of(claim) == alarms_of(claim)[0] == Alarm("too_short", "shorter than the straight line")


def test_claims_are_ranked_by_alarm_and_the_rest_keeps_its_order(read):
    """Shorter than a straight line leads, the worst in front; then direction, conversion, too far; then all others as they came."""
    text = (
        "Mirado is 55 km from Calvera. Mirado is 200 km from Calvera. Mirado is 56 km south of Calvera. Mirado is 34 miles (90 km) from "
        "Calvera. Mirado is 80 km from Calvera. Mirado is 30 km from Calvera. Mirado is 300 km from Calvera. Mirado is 20 km from Calvera."
    )
    claims = [claim for claim in read(text) if claim.kind == "distance"]
    assert [
        "20 km from Calvera", "30 km from Calvera", "56 km south of Calvera", "34 miles (90 km) from Calvera", "300 km from Calvera",
        "200 km from Calvera", "55 km from Calvera", "80 km from Calvera",
    ] == [claim.text for claim in ranked(claims)]  # fmt: skip


def test_the_conversion_is_a_finding_and_no_second_claim(one):
    """One claim, with the other figure in kilometres; none where the two agree."""
    disagreeing, agreeing = one("Mirado is 20 miles (50 km) from Calvera."), one("Mirado is 34 miles (55 km) from Calvera.")
    assert (disagreeing.conversion_km, agreeing.conversion_km) == (50.0, None)
