"""Which candidates are accepted as place names, and which never."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import open_gazetteer
from mapapp.learned.curves import Curve
from mapapp.learned.trees import BoostedTrees
from mapapp.report.dateline import find_dateline
from mapapp.report.report import Span
from mapapp.toponyms.find import stretches_of
from mapapp.toponyms.recognizer import (
    REFUSED,
    SURE,
    Mention,
    RecognitionModel,
    accept,
    best_without_overlap,
    load_recognition,
    recognise,
)
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.stretches import Stretches

CREDULOUS = 2.0


def always(score: float) -> BoostedTrees:
    """Return trees that say the same of everything."""
    return BoostedTrees(("known",), np.zeros((1, 1), dtype=np.int64), np.full((1, 1), np.inf), np.full((1, 2), score))


MODEL = RecognitionModel(always(0.0), always(CREDULOUS), 0.0, Curve((0.0, 1.0), (0.0, 1.0)))
"""Takes every candidate for a name: what it refuses nothing learned can accept."""


def stretches(text: str) -> Stretches:
    """Return the candidates of a text, with its dateline."""
    world = open_gazetteer()
    return stretches_of(text, world, dateline=find_dateline(text, knows_place=world.knows))


def scored(text: str) -> set[tuple[str, Form, float]]:
    """Return what the credulous model says of each candidate."""
    s = stretches(text)
    return {(c.text, c.form, float(score)) for c, score in zip(s.candidates, MODEL.scores(s), strict=True)}


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("They met Mr. Paris there.", "Paris", Form.NAME),
        ("They met Gen. Lincoln there.", "Lincoln", Form.NAME),
        ("They met Jordan Ellis there.", "Jordan", Form.NAME),
        ("ANKARA, May 4 (Anadolu) - Snow fell.", "Anadolu", Form.NAME),
        ("A CAR BOMB WENT OFF AT NIGHT", "CAR", Form.ABBREVIATION),
        ("Pay now OR leave, they were told.", "OR", Form.STATE_CODE),
        ("He works for Salem OR; he said, OR so it seems.", "OR", Form.STATE_CODE),
    ],
)
def test_what_is_surely_no_place_is_refused(text: str, name: str, form: Form) -> None:
    """Whatever was learned: persons, agencies, words that an abbreviation spells, states' codes without a town."""
    assert (name, form, REFUSED) in scored(text)


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("They met in Paris.", "Paris", Form.NAME),
        ("They met Mr. Kazakh there.", "Kazakh", Form.DEMONYM),
        ("They saw Jordan Valley there.", "Jordan", Form.NAME),
        ("Refugees from CAR arrived.", "CAR", Form.ABBREVIATION),
        ("ANKARA, May 4 (Anadolu) - Snow fell.", "ANKARA", Form.NAME),
        ("ANKARA, Turkey (AP) - Snow fell.", "Turkey", Form.NAME),
        ("Snow fell in Salem, Oregon.", "Salem", Form.NAME),
    ],
)
def test_what_may_be_a_place_is_left_to_what_was_learned(text: str, name: str, form: Form) -> None:
    """The same words without the sign that refuses them."""
    assert (name, form, CREDULOUS) in scored(text)


@pytest.mark.parametrize("text", ["Snow fell in Salem, OR all day.", "Snow fell in Salem OR all day."])
def test_a_states_code_behind_its_town_is_sure(text: str) -> None:
    """With or without a comma; what was learned says less."""
    assert ("OR", Form.STATE_CODE, SURE) in scored(text)


def test_a_states_code_is_found_in_reports() -> None:
    """With the models that are shipped."""
    assert [m.candidate.text for m in recognise(stretches("The mill in Salem, OR burned down."))] == ["Salem", "OR"]


@pytest.mark.parametrize(("text", "name"), [("Пожар в Одессе и Киев", "Киев"), ("爆炸发生在北京附近。", "北京")])
def test_in_another_script_prominence_decides(text: str, name: str) -> None:
    """What was learned from English says nothing of it: the score is how well the best place is known."""
    s = stretches(text)
    score = {c.text: float(value) for c, value in zip(s.candidates, MODEL.scores(s), strict=True)}[name]
    assert score not in (CREDULOUS, REFUSED)
    assert score > 0


def test_the_threshold_is_what_a_score_must_exceed() -> None:
    """Just at the threshold nothing is accepted."""
    s = stretches("Rain fell in Nairobi.")
    at = [c.text for c in s.candidates].index("Nairobi")
    scores = np.full(len(s), REFUSED)
    model = RecognitionModel(MODEL.first, MODEL.second, 0.5, MODEL.curve)
    found = []
    for score in (0.5, 0.51):
        scores[at] = score
        found.append([m.candidate.text for m in accept(s, scores, model)])
    assert found == [[], ["Nairobi"]]


def test_probabilities_are_calibrated_by_the_curve() -> None:
    """What the second look says goes through the measured curve."""
    s = stretches("Rain fell in Nairobi.")
    at = [c.text for c in s.candidates].index("Nairobi")
    scores = np.full(len(s), REFUSED)
    scores[at] = 0.0
    model = RecognitionModel(MODEL.first, MODEL.second, -1.0, Curve((0.0, 1.0), (0.2, 0.8)))
    (mention,) = accept(s, scores, model)
    assert mention.probability == pytest.approx(0.5)
    scores[at] = 1000.0
    assert accept(s, scores, model)[0].probability == pytest.approx(0.8)


def reasons(text: str, name: str) -> str:
    """Return why a name was accepted."""
    s = stretches(text)
    scores = np.full(len(s), REFUSED)
    scores[max(i for i, c in enumerate(s.candidates) if c.text == name)] = 5.0
    found: tuple[Mention, ...] = accept(s, scores, MODEL)
    return "; ".join(found[0].reasons)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("ANKARA, May 4 - Snow fell.", "ANKARA", "stands in the dateline"),
        ("Snow fell at Gulu, Uganda.", "Gulu", "the area that holds it stands behind it"),
        ("Snow fell at Gulu, Uganda.", "Uganda", "a place that it holds stands before it"),
        ("Snow fell in Gulu.", "Gulu", "a preposition of place stands before it"),
        ("They met Kazakh men.", "Kazakh", "the name of a people"),
        ("They left the U.S. by ship.", "U.S.", "a usual abbreviation"),
        ("They fled to Qarabulaqtepe.", "Qarabulaqtepe", "the gazetteer does not know the name"),
        ("A mobile rang near Mobile.", "Mobile", "but the report also has the word without a capital"),
    ],
)
def test_reasons_are_facts_of_the_text(text: str, name: str, expected: str) -> None:
    """Words that an editor can check."""
    assert f"read as a place name: {expected}" in reasons(text, name)


def test_no_more_than_three_clues_are_told() -> None:
    """One more only where the gazetteer does not know the name."""
    told = reasons("Mobile, Oran and Homs. A mobile rang near Mobile. They met Mr. Mobile.", "Mobile")
    assert told.count("read as a place name") == 3


def test_no_candidates_no_mentions() -> None:
    """An empty report is no error, with the models that are shipped."""
    assert recognise(stretches("")) == ()
    assert load_recognition().scores(stretches("")).tolist() == []


# The best set without overlap -----------------------------------------------------------------------------------------------------------

spans = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
stretches_with_worth = st.lists(st.tuples(spans, st.integers(-3, 9)), max_size=8)


def bare(span: Span) -> Candidate:
    """Return a candidate of which only the span matters."""
    return Candidate(span, "", 0, 0, Form.NAME, caseless=False)


def is_free_of_overlap(chosen: list[Span]) -> bool:
    """Say whether no two share a character."""
    return not any(a.overlaps(b) for a, b in combinations(chosen, 2))


@given(stretches_with_worth)
def test_the_best_set_without_overlap_is_the_best(drawn: list[tuple[Span, int]]) -> None:
    """No other set is worth more; those that are kept stand in order and share no character."""
    kept = best_without_overlap([bare(span) for span, _ in drawn], np.array([float(worth) for _, worth in drawn]))
    sets = (set_ for size in range(len(drawn) + 1) for set_ in combinations(range(len(drawn)), size))
    best = max(sum(drawn[i][1] for i in set_) for set_ in sets if is_free_of_overlap([drawn[i][0] for i in set_]))
    assert sum(drawn[i][1] for i in kept) == best
    assert is_free_of_overlap([drawn[i][0] for i in kept])
    assert all(drawn[a][0] < drawn[b][0] for a, b in pairwise(kept))
    assert all(drawn[i][1] > 0 for i in kept)
