"""Each clue for and against a place name, shown by sentences in which it is on and in which it is off."""

from __future__ import annotations

from math import log1p

import numpy as np
import pytest

from gazetteer import open_gazetteer
from mapapp.report.dateline import find_dateline
from mapapp.toponyms import clues, second_look
from mapapp.toponyms.find import stretches_of
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.second_look import SecondLook
from mapapp.toponyms.stretches import Stretches


def stretches(text: str) -> Stretches:
    """Return the candidates of a text, with its dateline."""
    world = open_gazetteer()
    return stretches_of(text, world, dateline=find_dateline(text, knows_place=world.knows))


def where(s: Stretches, name: str) -> int:
    """Return the number of the candidate that a name is first; of two in one place the short form, which stands behind the name."""
    start = min(c.span.start for c in s.candidates if c.text == name)
    return max(i for i, c in enumerate(s.candidates) if c.text == name and c.span.start == start)


CASES = [
    ("demonym", "Kazakh troops left Aktobe.", "Kazakh", 1),
    ("demonym", "Kazakh troops left Aktobe.", "Aktobe", 0),
    ("abbreviation", "An envoy of the U.S. left Cairo.", "U.S.", 1),
    ("abbreviation", "An envoy of the U.S. left Cairo.", "Cairo", 0),
    ("state_code", "The mill in Salem, OR burned.", "OR", 1),
    ("state_code", "The mill in Salem, OR burned.", "Salem", 0),
    ("known", "They fled from Aktobe to Qarabulaqtepe.", "Aktobe", 1),
    ("known", "They fled from Aktobe to Qarabulaqtepe.", "Qarabulaqtepe", 0),
    ("words", "Rain fell on New South Wales and Perth.", "New South Wales", 3),
    ("words", "Rain fell on New South Wales and Perth.", "Perth", 1),
    ("letters", "Rain fell on New South Wales and Perth.", "New South Wales", 15),
    ("letters", "Rain fell on New South Wales and Perth.", "Perth", 5),
    ("caseless_line", "SHOTS WERE FIRED NEAR MOSUL", "MOSUL", 1),
    ("caseless_line", "shots were fired near mosul", "mosul", 1),
    ("caseless_line", "Shots were fired near MOSUL", "MOSUL", 0),
    ("acronym", "Staff of the UN left Cairo.", "UN", 1),
    ("acronym", "Staff of the UN left Cairo.", "Cairo", 0),
    ("acronym", "STAFF OF THE UN LEFT CAIRO", "UN", 0),
    ("abbreviation_spells_a_word", "A CAR BOMB WENT OFF NEAR THE U.S. EMBASSY", "CAR", 1),
    ("abbreviation_spells_a_word", "A CAR BOMB WENT OFF NEAR THE U.S. EMBASSY", "U.S.", 0),
    ("abbreviation_spells_a_word", "Refugees from CAR crossed the river.", "CAR", 0),
    ("has_stops", "An envoy of the U.S. left Cairo.", "U.S.", 1),
    ("has_stops", "An envoy of the U.S. left Cairo.", "Cairo", 0),
    ("part_of_hyphenated_word", "The Almaty-based bank lent to Moscow.", "Almaty", 1),
    ("part_of_hyphenated_word", "The Kazakh-Russian bank lent to Moscow.", "Russian", 2),
    ("part_of_hyphenated_word", "The Almaty-based bank lent to Moscow.", "Moscow", 0),
    ("first_in_sentence", "It rained. “Homs was dark,” he said of Hama.", "Homs", 1),
    ("first_in_sentence", "It rained. “Homs was dark,” he said of Hama.", "Hama", 0),
    ("in_title_case", "Two Dead As Storm Hits Nairobi And Mombasa", "Mombasa", 1),
    ("in_title_case", "Two people died as the storm hit Nairobi and Mombasa.", "Mombasa", 0),
    ("dateline", "ANKARA, May 4 (Anadolu) - Snow closed the road to Sivas.", "ANKARA", 1),
    ("dateline", "ANKARA, May 4 (Anadolu) - Snow closed the road to Sivas.", "Anadolu", 2),
    ("dateline", "ANKARA, May 4 (Anadolu) - Snow closed the road to Sivas.", "Sivas", 0),
    ("dateline", "Snow closed the road to Sivas.", "Sivas", 0),
    ("capitals_before", "He runs the Blue Plains Mombasa Hotel.", "Mombasa", 2),
    ("capitals_before", "He saw Mombasa.", "Mombasa", 0),
    ("capitals_behind", "He runs the Mombasa Beach Hotel.", "Mombasa", 2),
    ("capitals_behind", "He saw Mombasa by day.", "Mombasa", 0),
    ("container_behind", "It burned in Springfield, Ohio.", "Springfield", 2),
    ("container_behind", "It burned in Mombasa, Ohio.", "Mombasa", 1),
    ("container_behind", "It burned in Mombasa.", "Mombasa", 0),
    ("contained_before", "It burned in Springfield, Ohio.", "Ohio", 1),
    ("contained_before", "It burned in Mombasa, Ohio.", "Ohio", 0),
    ("contained_before", "It burned in Salem OR.", "OR", 1),
    ("preposition_before", "Snow fell in Aleppo.", "Aleppo", 2),
    ("preposition_before", "Snow fell in the northern Aleppo.", "Aleppo", 2),
    ("preposition_before", "Jets flew over Aleppo.", "Aleppo", 1),
    ("preposition_before", "They saw Aleppo.", "Aleppo", 0),
    ("listed", "Boats left Oran, Algiers and Bejaia.", "Algiers", 2),
    ("listed", "Boats left Oran, Algiers and Bejaia.", "Bejaia", 1),
    ("listed", "Boats left Oran and nobody saw them.", "Oran", 0),
    ("also_in_lower_case", "A mobile phone was lost in Mobile.", "Mobile", 1),
    ("also_in_lower_case", "A phone was lost in Mobile.", "Mobile", 0),
    ("times_named", "Beni was dark. They left Beni and saw Bunia.", "Beni", 2),
    ("times_named", "Beni was dark. They left Beni and saw Bunia.", "Bunia", 1),
    ("last_word_behind_a_capital", "The Upper Chester road. It rained in Chester.", "Chester", 0.5),
    ("last_word_behind_a_capital", "It rained in Chester.", "Chester", 0),
    ("first_word_before_a_capital", "It rained in Chester. The Chester Arms burned.", "Chester", 0.5),
    ("first_word_before_a_capital", "It rained in Chester.", "Chester", 0),
    ("introduced_as_person", "They met Mr. Lincoln. Later Lincoln left.", "Lincoln", 1),
    ("introduced_as_person", "They met Anna Chester. Later Chester left.", "Chester", 1),
    ("introduced_as_person", "They met in June. Later Lincoln left.", "Lincoln", 0),
    ("begins_a_persons_name", "They met Jordan Ellis there.", "Jordan", 1),
    ("begins_a_persons_name", "They saw Jordan Valley there.", "Jordan", 0),
    ("begins_a_persons_name", "They saw Jordan there.", "Jordan", 0),
    ("ends_a_persons_name", "They met Denise Chester there.", "Chester", 1),
    ("ends_a_persons_name", "They met J. Lincoln there.", "Lincoln", 1),
    ("ends_a_persons_name", "They saw old Chester there.", "Chester", 0),
]
"""A clue, a text, the name that is asked about (its first mention), and what the clue says."""


@pytest.mark.parametrize(("clue", "text", "name", "expected"), CASES)
def test_a_clue_says_what_stands_in_the_text(clue: str, text: str, name: str, expected: float) -> None:
    """On where the sentence shows it, off where it does not."""
    s = stretches(text)
    assert float(clues.CLUES[clue](s)[where(s, name)]) == expected


def test_every_clue_is_shown_on_and_off() -> None:
    """No clue is without a sentence of either sort."""
    shown = {clue: {value for name, _, _, value in CASES if name == clue} for clue in {case[0] for case in CASES}}
    assert set(shown) == set(clues.CLUES)
    assert [clue for clue, values in shown.items() if len(values) < 2] == []


def test_a_paragraph_break_parts_neighbours() -> None:
    """What stands in another paragraph is beside nothing."""
    together, apart = stretches("Rain fell in Hama"), stretches("Rain fell in\n\nHama")
    assert [float(clues.CLUES["preposition_before"](s)[where(s, "Hama")]) for s in (together, apart)] == [2, 0]


# Clues of the words around, worked out as a table ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "text", "name", "expected"),
    [
        ("before1.honorific", "They met Mr. Lincoln there.", "Lincoln", 1),
        ("before1.honorific", "They met in Lincoln there.", "Lincoln", 0),
        ("before3.border", "At the border of the Sudan it rained.", "Sudan", 1),
        ("before3.border", "At the edge of the Sudan it rained.", "Sudan", 0),
        ("behind1.type_after", "Men from Aktobe district fled.", "Aktobe", 1),
        ("behind1.type_after", "Men from Aktobe fled.", "Aktobe", 0),
        ("behind1.number", "In Homs 40 houses burned.", "Homs", 1),
        ("behind1.number", "In Homs forty houses burned.", "Homs", 0),
        ("behind1.capital", "In Homs Friday was calm.", "Homs", 1),
        ("behind1.capital", "In Homs it was calm.", "Homs", 0),
        ("behind1.all_capitals", "In Homs NGOS left.", "Homs", 1),
        ("behind1.all_capitals", "In Homs Friday was calm.", "Homs", 0),
        ("behind1.missing", "They went to Homs", "Homs", 1),
        ("behind1.missing", "They went to Homs.", "Homs", 0),
        ("behind2.missing", "They went to Homs.\n\nIt rained.", "Homs", 1),
        ("behind2.missing", "They went to Homs. It rained.", "Homs", 0),
        ("run.organisation", "He runs the Mombasa Beach Hotel.", "Mombasa", 1),
        ("run.organisation", "He runs the hotel of Mombasa.", "Mombasa", 0),
        ("name.country", "Rain fell in Kenya.", "Kenya", 1),
        ("name.country", "Rain fell in Nairobi.", "Nairobi", 0),
        ("name.town", "Rain fell in Nairobi.", "Nairobi", 1),
        ("name.bearers", "Rain fell in Qarabulaqtepe.", "Qarabulaqtepe", 0),
    ],
)
def test_a_column_says_what_stands_beside_the_name(column: str, text: str, name: str, expected: float) -> None:
    """A column is named for a word and what it is asked for, or for what the gazetteer says of the name."""
    s = stretches(text)
    assert clues.table(s, (column,))[where(s, name)].tolist() == [expected]


def test_frequent_words_and_names_rank_higher() -> None:
    """The rank of a common word, a given or a family name is the higher the more frequent it is; 0 for none."""
    s = stretches("They saw Mobile in Qarabulaqtepe. They met Anna and Chester.")
    common = clues.table(s, ("first.common", "first.given"))
    rank = {name: common[where(s, name)].tolist() for name in ("Mobile", "Qarabulaqtepe", "Anna", "Chester")}
    assert rank["Mobile"][0] > 0
    assert rank["Qarabulaqtepe"] == [0, 0]
    assert rank["Anna"][1] > rank["Chester"][1] > 0


def test_a_choice_of_columns_is_a_choice_of_the_whole_table() -> None:
    """Whichever columns are asked for, in whatever order, they hold the same."""
    s = stretches("ANKARA, May 4 (Anadolu) - Kazakh troops left Aktobe, Kazakhstan; the Almaty-based UN staff met Mr. Lincoln.")
    whole = clues.table(s)
    assert whole.shape == (len(s), len(clues.NAMES))
    chosen = tuple(reversed(clues.NAMES))[::3]
    assert np.array_equal(clues.table(s, chosen), whole[:, [clues.NAMES.index(name) for name in chosen]])


@pytest.mark.parametrize("text", ["", "Nothing here.", "42!"])
def test_a_text_without_names_gives_an_empty_table(text: str) -> None:
    """All columns and no row."""
    assert clues.table(stretches(text)).shape == (0, len(clues.NAMES))


# The second look ------------------------------------------------------------------------------------------------------------------------

NONE = -12.0
LISTED = "Floods hit Gulu, Uganda and then Kampala while Pakistan was dry."

AGAIN = [
    ("first_score", "Rain in Beni.", {"Beni": 2.5}, "Beni", 2.5),
    ("first_score", "Rain in Beni.", {"Beni": -2.5}, "Beni", -2.5),
    ("best_of_same_name", "Rain in Beni and in Beni.", {"Beni": 2.0}, "Beni", 2.0),
    ("best_of_same_name", "Rain in Beni and in Bunia.", {"Beni": 2.0, "Bunia": 3.0}, "Beni", NONE),
    ("mean_of_same_name", "Rain in Beni, Beni and in Beni.", {"Beni": 2.0}, "Beni", 2.0),
    ("mean_of_same_name", "Rain in Beni and in Bunia.", {"Beni": 1.5, "Bunia": 3.0}, "Beni", 1.5),
    ("best_overlapping", "Rain in New York City.", {"New York": 2.0, "New York City": 4.0}, "New York", 4.0),
    ("best_overlapping", "Rain in New York City.", {"New York": 2.0, "New York City": 4.0, "York": 1.0}, "New York City", 2.0),
    ("best_overlapping", "Rain in Beni and in Bunia.", {"Beni": 2.0, "Bunia": 3.0}, "Beni", NONE),
    ("best_around_it", "Rain in New York City.", {"New York": 2.0, "New York City": 4.0}, "New York", 4.0),
    ("best_around_it", "Rain in New York City.", {"New York": 2.0, "New York City": 4.0}, "New York City", NONE),
    ("score_of_next", "Rain in Gulu, Uganda.", {"Gulu": 1.0, "Uganda": 5.0}, "Gulu", 5.0),
    ("score_of_next", "Rain in Gulu, Uganda.", {"Gulu": 1.0, "Uganda": 5.0}, "Uganda", NONE),
    ("score_of_next", "Rain in Gulu was not rain in Uganda.", {"Gulu": 1.0, "Uganda": 5.0}, "Gulu", NONE),
    ("score_of_previous", "Rain in Gulu, Uganda.", {"Gulu": 1.0, "Uganda": 5.0}, "Uganda", 1.0),
    ("score_of_previous", "Rain in Gulu, Uganda.", {"Gulu": 1.0, "Uganda": 5.0}, "Gulu", NONE),
    ("share_of_its_countries", "Rain in Uganda and in Kampala.", {"Uganda": 9.0, "Kampala": 9.0}, "Kampala", 1.0),
    ("share_of_its_countries", "Rain in Pakistan and in Kampala.", {"Pakistan": 9.0, "Kampala": 9.0}, "Kampala", 0.0),
    ("share_of_its_divisions", "Rain in Tennessee and in Memphis.", {"Tennessee": 9.0, "Memphis": 9.0}, "Memphis", 1.0),
    ("share_of_its_divisions", "Rain in Bavaria and in Memphis.", {"Bavaria": 9.0, "Memphis": 9.0}, "Memphis", 0.0),
    ("places_in_report", "Rain in Uganda and in Kampala.", {"Uganda": 30.0, "Kampala": 30.0}, "Kampala", log1p(2.0)),
    ("places_in_report", "Rain in Uganda and in Kampala.", {"Uganda": 30.0, "Kampala": -30.0}, "Kampala", log1p(1.0)),
    ("share_accepted", "Rain in Uganda and in Kampala.", {"Uganda": 30.0, "Kampala": 30.0}, "Kampala", 1.0),
    ("share_accepted", "Rain in Uganda and in Kampala.", {"Uganda": 30.0, "Kampala": -30.0}, "Kampala", 0.5),
]
"""A clue, a text, the scores of its names at the first look, the name that is asked about, and what the clue says."""


def look_at(text: str, scores: dict[str, float]) -> SecondLook:
    """Return the second look at a text's candidates; those without a score (words at the beginning) are left out."""
    s = stretches(text)
    kept = [c for c in s.candidates if c.text in scores]
    return SecondLook(Stretches(s.page, kept, s.gazetteer, s.dateline), np.array([scores[c.text] for c in kept]))


@pytest.mark.parametrize(("clue", "text", "scores", "name", "expected"), AGAIN)
def test_a_clue_of_the_second_look_says_what_the_first_found(
    clue: str, text: str, scores: dict[str, float], name: str, expected: float
) -> None:
    """On where the other candidates show it, off where they do not."""
    look = look_at(text, scores)
    assert float(second_look.CLUES[clue](look)[where(look.stretches, name)]) == pytest.approx(expected, abs=0.02)


def test_every_clue_of_the_second_look_is_shown_on_and_off() -> None:
    """No clue is without a sentence of either sort."""
    shown = {clue: {row[-1] for row in AGAIN if row[0] == clue} for clue in {row[0] for row in AGAIN}}
    assert set(shown) == set(second_look.CLUES)
    assert [clue for clue, values in shown.items() if len(values) < 2] == []


def test_the_table_of_the_second_look_holds_its_clues_in_order() -> None:
    """A row for each candidate, a column for each clue."""
    look = look_at(LISTED, {"Gulu": 1.0, "Uganda": 5.0, "Kampala": 2.0, "Pakistan": 0.5})
    whole = second_look.table(look)
    assert whole.shape == (4, len(second_look.CLUES))
    assert all(np.array_equal(whole[:, at], clue(look)) for at, clue in enumerate(second_look.CLUES.values()))


@pytest.mark.parametrize("scores", [{}, {"Qarabulaqtepe": 1.0}])
def test_a_second_look_at_nothing_known_says_nothing_of_areas(scores: dict[str, float]) -> None:
    """Neither no candidate nor one without places is an error."""
    look = look_at("They fled to Qarabulaqtepe.", scores)
    found = second_look.table(look, ("again.share_of_its_countries", "again.share_of_its_divisions"))
    assert found.tolist() == [[0.0, 0.0]] * len(scores)


def test_a_name_said_often_speaks_once_for_its_country() -> None:
    """Ten mentions of one name weigh no more than one."""
    scores = {"Uganda": 9.0, "Pakistan": 9.0, "Kampala": 9.0}
    once = look_at("Rain in Uganda, in Pakistan and in Kampala.", scores)
    often = look_at("Rain in Uganda, Uganda, Uganda, Uganda, in Pakistan and in Kampala.", scores)
    first, second = (float(look.evidence[0][where(look.stretches, "Kampala")]) for look in (once, often))
    assert first == pytest.approx(second)
    assert first == pytest.approx(0.5, abs=0.02)


def test_a_demonym_and_a_name_of_one_word_are_two_names() -> None:
    """A word as a people's name and as a place's do not vouch for each other by their form."""
    look = look_at("Kazakh men met.", {"Kazakh": 3.0})
    assert [c.form for c in look.stretches.candidates] == [Form.NAME, Form.DEMONYM]
    assert second_look.CLUES["best_of_same_name"](look).tolist() == [NONE, NONE]
