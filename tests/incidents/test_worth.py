"""Which candidates are told: news is, the state of things is not, and figures of people are never lost."""

from datetime import date

import numpy as np
import pytest

from mapapp.incidents.choosing.worth import MODEL, worth_model, worth_telling
from mapapp.incidents.choosing.worth_clues import NAMES, Surroundings, clues_of
from mapapp.incidents.placing.offsets import Offsets
from mapapp.learned.trees import BoostedTrees

PUBLISHED = date(2016, 5, 9)


def _constant(score: float) -> BoostedTrees:
    """Return a model that gives every candidate the same score."""
    return BoostedTrees(("sentence",), np.zeros((1, 1), dtype=np.int64), np.full((1, 1), np.inf), np.full((1, 2), score))


@pytest.fixture
def told(findings, monkeypatch):
    """Return what is told of a text with a model: told(text, score)."""

    def read(text, score):
        monkeypatch.setattr("mapapp.incidents.choosing.worth.worth_model", lambda: _constant(score))
        return [incident.summary for incident in findings(text, published=PUBLISHED).incidents]

    return read


@pytest.mark.parametrize(
    "text",
    [
        (
            "The violence must end, we say. Our country has suffered from terrorism and war for many years, and our people are tired. "
            "How many more attacks will there be in Tarsk? We have always condemned violence as a means of politics."
        ),
        (
            "I believe that the conflict continues because nobody wants to talk. Violence is never the answer, as we often said in Tarsk. "
            "The struggle for peace is what unites us. We ask all sides to stop the fighting that is destroying Arcadia."
        ),
    ],
)
def test_a_speech_tells_no_incidents(incidents, text):
    """Violence in general, in the first person, without a day or a figure."""
    assert incidents(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside a bank in Tarsk on Friday.",
        "Gunmen killed two farmers near Ombra on Saturday. Police are looking for them.",
        "Tarsk, May 8, 2016 (Agency) -- Hundreds of people marched through the town on Saturday to protest against the tax.",
        "A ferry sank off Velden last night. Nine people are missing.",
        "There was an explosion in the harbour of Tarsk on Friday.",
        "Armed men set two schools on fire in Ombra on Saturday.",
        "The group, which early on Saturday set fire to a club in Ombra, sent a letter to a judge.",
        "TARSK, MAY 8, 2016 (AGENCY) -- UNIDENTIFIED MEN ABDUCTED AN ENGINEER IN OMBRA YESTERDAY.",
    ],
)
def test_news_is_told(incidents, text):
    """Of whatever kind, with or without figures."""
    assert len(incidents(text, published=PUBLISHED)) == 1


def test_figures_with_a_day_or_place_are_told_whatever_the_model_says(told):
    """Casualties beside a day or a place of their own are never dropped."""
    text = "The council met in Tarsk. Gunmen killed two farmers in Ombra on Saturday. A window of a bank in Velden was bombed."
    assert told(text, -9.0) == ["Gunmen killed two farmers in Ombra on Saturday."]
    assert len(told(text, 9.0)) == 2


def test_a_figure_in_the_opening_is_told_whatever_the_model_says(told):
    """Even without a day or a place."""
    assert told("Four miners died when a shaft collapsed.", -9.0) == ["Four miners died when a shaft collapsed."]


def test_what_has_neither_day_nor_place_needs_more(told):
    """A bare candidate is told only where the model is surer."""
    bare, dated = "The council met. A bank was bombed.", "The council met. A bank was bombed on Friday."
    assert (told(bare, 0.3), told(dated, 0.3)) == ([], ["A bank was bombed on Friday."])
    assert told(bare, 1.2) == ["A bank was bombed."]


def test_parts_stay_with_their_umbrella(told):
    """Figures of a part keep the whole family."""
    text = (
        "Masked men attacked a border post and a hotel in Tarsk on May 6. At the border post, they shot dead four officers. "
        "At the hotel, they killed five guests."
    )
    assert len(told(text, -9.0)) == 3


def test_every_clue_has_its_name_and_is_a_number(findings, monkeypatch):
    """The columns of a table are the clues, all of them."""
    pages: list[Surroundings] = []
    monkeypatch.setattr("mapapp.incidents.find.worth_telling", lambda page, model: pages.append(page) or [])
    findings("A bomb killed two guards in Tarsk on May 6. We condemn it. In 1998 a fire destroyed the mill.", published=PUBLISHED)
    (page,) = pages
    rows = [clues_of(draft, page) for draft in page.drafts]
    assert rows
    assert {tuple(sorted(row)) for row in rows} == {tuple(sorted(NAMES))}
    assert all(np.isfinite(float(value)) for row in rows for value in row.values())


def test_a_report_without_candidates_asks_no_model():
    """Nothing to weigh, nothing to read."""
    assert worth_telling(Surroundings([], [], None, Offsets())) == []


def test_the_model_holds_clues_and_numbers_only():
    """No word of a report is in it, and the clues it asks for exist."""
    model = worth_model()
    assert MODEL.endswith(".trees")
    assert set(model.names) <= set(NAMES)
