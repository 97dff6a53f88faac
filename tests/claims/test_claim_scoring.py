"""The scorer of the marked sets counts right."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Subject, Verdict
from mapapp.report.report import Span
from tests.claims import claim_scoring as scoring

TEXT = "Arva is about 20 km north of Selin."
GOLD = scoring.GoldClaim(
    span=Span(14, 34),
    kind=ClaimKind.DISTANCE,
    number_km=(20.0, 20.0),
    unit="km",
    hedge="about",
    direction="N",
    subject=scoring.GoldEnd(Span(0, 4)),
    anchor=scoring.GoldEnd(Span(29, 34), kinds=frozenset({"place"})),
    named=True,
)
SENTENCE = scoring.Sentence("t-1", "metric", "wire", TEXT, (GOLD,), ())
FOUND = Claim(
    span=Span(8, 34),
    text=TEXT[8:34],
    kind=ClaimKind.DISTANCE,
    verdict=Verdict.CANNOT_TELL,
    reason="",
    subject=Subject("Arva", Span(0, 4)),
    anchor=Anchor("Selin", Span(29, 34), AnchorKind.PLACE),
    stated=Interval(17.0, 23.0),
    hedge="about",
    direction="N",
)


def _figures(*found: Claim, sentence: scoring.Sentence = SENTENCE) -> dict[str, float]:
    return scoring.figures(list(scoring.paired(sentence, found)), [sentence]).values


def test_a_perfect_answer_scores_one_everywhere() -> None:
    """Every figure is 1 when the claim is found as marked."""
    assert set(_figures(FOUND).values()) == {1.0}


def test_a_missed_claim_costs_recall_only() -> None:
    """Nothing found: no precision to speak of."""
    values = _figures()
    assert (values["found.recall"], values["ends.right"], "found.precision" in values) == (0.0, 0.0, False)


def test_another_number_is_no_match_and_an_extra() -> None:
    """21 km for 20: more than 1 % off."""
    values = _figures(replace(FOUND, stated=Interval(18.0, 24.0)))
    assert (values["found.recall"], values["found.precision"]) == (0.0, 0.0)


def test_the_same_claim_found_twice_is_an_extra() -> None:
    """One marked claim has one partner."""
    assert _figures(FOUND, FOUND)["found.precision"] == 0.5


@pytest.mark.parametrize(
    ("changed", "figure"),
    [
        (replace(FOUND, direction="S"), "direction.right"),
        (replace(FOUND, hedge=None), "hedge.right"),
        (replace(FOUND, kind=ClaimKind.NEAR), "kind.right"),
        (replace(FOUND, anchor=Anchor("Arva", Span(0, 4), AnchorKind.PLACE)), "anchor.right"),
        (replace(FOUND, anchor=Anchor("Selin", Span(29, 34), AnchorKind.COAST)), "anchor.kind"),
        (replace(FOUND, subject=Subject("Selin", Span(29, 34))), "subject.right"),
        (replace(FOUND, subject=Subject("Arva", Span(0, 4), event=True)), "subject.right"),
    ],
)
def test_each_slip_costs_its_own_figure(changed: Claim, figure: str) -> None:
    """The claim stays found."""
    values = _figures(changed)
    assert (values["found.recall"], values[figure]) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("stated", "is_same"),
    [
        (Interval(19.0, 21.0), True),
        (Interval(None, 21.0), True),
        (Interval(0.0, 22.0), True),
        (Interval(19.0, None), True),
        (Interval(None, 30.0), False),
        (Interval(25.0, None), False),
        (None, False),
    ],
)
def test_a_number_is_recognised_behind_rounding_and_bounds(stated: Interval | None, is_same: bool) -> None:
    """The middle of a closed interval, the closed side of an open one."""
    assert GOLD.states(stated) is is_same


def test_a_false_friend_taken_for_a_claim_is_hit() -> None:
    """Any metric claim that touches it hits it."""
    sentence = replace(SENTENCE, group="false_friends", claims=(), false_friends=(Span(14, 19),))
    assert _figures(FOUND, sentence=sentence) == {
        "found.precision": 0.0,
        "false_friends.left_alone": 0.0,
        "false_friends.sentences": 0.0,
    }


def test_floors_only_rise() -> None:
    """A better figure lifts its floor, a worse one leaves it, and none gets lost."""
    result = scoring.Figures({"a": 0.9, "b": 0.5}, {"a": 10, "b": 10})
    assert scoring.raised({"a": 0.8, "b": 0.7, "c": 0.6}, result) == {"a": 0.9, "b": 0.7, "c": 0.6}


def test_a_set_without_floors_gets_them_when_pinned(tmp_path: Path) -> None:
    """An empty file is a set that was never pinned; figures are cut off, not rounded up."""
    (tmp_path / scoring.FLOORS).write_text("{}", encoding="utf-8")
    assert scoring.read_floors(tmp_path) == {}
    scoring.pin(scoring.Figures({"a": 0.98765}, {"a": 10}), tmp_path)
    assert json.loads((tmp_path / scoring.FLOORS).read_text(encoding="utf-8")) == {"floors": {"a": 0.987}}
