"""The own set of claims: its gold is sound, its scorer counts right, and the program does not fall behind what it once reached there."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Subject, Verdict
from mapapp.report.report import Span
from tests.claims.own_set import scoring

ROWS: list[dict[str, Any]] = [json.loads(line) for line in scoring.SENTENCES.read_text(encoding="utf-8").splitlines()]
SENTENCES = scoring.read_sentences()
DIRECTIONS = "N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split()

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


@pytest.fixture(name="result", scope="module")
def _result() -> scoring.Figures:
    return scoring.score(SENTENCES)


# The gold -------------------------------------------------------------------------------------------------------------------------------


def test_there_are_enough_of_each_group() -> None:
    """At least 110 with metric claims, 20 qualitative, 30 with false friends; no text twice."""
    groups = Counter(sentence.group for sentence in SENTENCES)
    assert (groups["metric"] >= 110, groups["qualitative"] >= 20, groups["false_friends"] >= 30) == (True, True, True)
    assert len({s.id for s in SENTENCES}) == len({s.text for s in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_offsets_are_those_of_the_marked_text(row: dict[str, Any]) -> None:
    """Of claims, of both their ends, of what a pronoun means, and of false friends."""
    ends = [end for claim in row["claims"] for end in (claim["subject"], claim["anchor"]) if end]
    parts = [*row["claims"], *row["false_friends"], *ends, *(end["means"] for end in ends if "means" in end)]
    assert [row["text"][part["start"] : part["end"]] for part in parts] == [part["text"] for part in parts]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_marks_are_those_of_the_contract(row: dict[str, Any]) -> None:
    """Kinds, directions, anchor kinds, units; a number where, and only where, a distance is claimed with one."""
    for claim in row["claims"]:
        assert claim["direction"] in {None, *DIRECTIONS}
        units = {*scoring.KM_PER_UNIT, "blocks"} if ClaimKind(claim["kind"]) is ClaimKind.DISTANCE else {None}
        assert claim["unit"] in units
        assert claim["stated_km"] is None or 0 < claim["stated_km"]["low"] <= claim["stated_km"]["high"]
        kinds = [claim["anchor"]["kind"], *claim["anchor"].get("or", [])] if claim["anchor"] else []
        assert [AnchorKind(kind).value for kind in kinds] == kinds
        assert claim["anchor"] is not None or not claim["named"]


def test_false_friends_lie_outside_metric_claims() -> None:
    """None is touched by a marked distance, and every sentence of false friends is without one and has something to trip over."""
    both = [(s.id, f) for s in SENTENCES for f in s.false_friends for c in s.claims if c.is_metric and c.span.overlaps(f)]
    bare = [s for s in SENTENCES if s.group == "false_friends"]
    assert both == []
    assert [s.id for s in bare if any(c.is_metric for c in s.claims) or not (s.false_friends or s.claims)] == []


# The scorer -----------------------------------------------------------------------------------------------------------------------------


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


# What the program reaches -----------------------------------------------------------------------------------------------------------------


def test_no_figure_falls_below_its_floor(result: scoring.Figures) -> None:
    """By more than the tolerance; ``--faults`` shows what went wrong."""
    assert scoring.fallen(scoring.read_floors(), result) == {}


def test_every_figure_has_a_floor(result: scoring.Figures) -> None:
    """Otherwise ``--pin`` was forgotten."""
    assert set(result.values) == set(scoring.read_floors())
