"""Which stretches of a text are taken for place names."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gazetteer import open_gazetteer
from mapapp.report.report import Report
from mapapp.toponyms.find import find
from mapapp.toponyms.scanner import Form


def names(text: str) -> list[str]:
    """Return the accepted names in order."""
    return [m.candidate.text for m in find(Report(text), open_gazetteer())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Kharkiv and on Belgorod at dawn.", ["Kharkiv", "Belgorod"]),
        ("Flooding was reported in Port-au-Prince and Cap-Haïtien.", ["Port-au-Prince", "Cap-Haïtien"]),
        ("The bus had left New York City for Boston.", ["New York City", "Boston"]),
        ("Nairobi's hospitals were full.", ["Nairobi"]),
        ("A convoy drove from Ras al-Ayn to Al-Hasakah.", ["Ras al-Ayn", "Al-Hasakah"]),
        ("Two U.S. soldiers died near Kandahar.", ["U.S.", "Kandahar"]),
        ("Взрыв произошёл в городе Актобе.", ["Актобе"]),
        ("A CAR BOMB WENT OFF IN MEDELLIN TODAY AND KILLED TWO", ["MEDELLIN"]),
        ("MUKALLA: FIVE MEN WERE SHOT NEAR THE PORT OF MUKALLA", ["MUKALLA", "MUKALLA"]),
    ],
)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    """A place name is found with all its words and nothing else, whatever its case and script."""
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police said on Monday that the store was empty.",
        "But At first nobody noticed. Or so We thought.",
        "Gen. Lincoln and Mrs. Chester met in May.",
        "Mr. Paris said he would not resign.",
        "Jordan Ellis joined the company in June.",
        "The Reading Room opens on Sunday.",
    ],
)
def test_common_words_and_persons_are_no_places(text: str) -> None:
    """Ordinary words at the start of sentences, months, titles and persons' names stay out."""
    assert names(text) == []


def test_demonyms_are_found_as_demonyms() -> None:
    """An adjective of nationality is marked by its form."""
    mentions = find(Report("Kazakh and Uzbek officials met Russians at the Tajik-Afghan border."), open_gazetteer())
    assert [(m.candidate.text, m.candidate.form) for m in mentions] == [
        ("Kazakh", Form.DEMONYM),
        ("Uzbek", Form.DEMONYM),
        ("Russians", Form.DEMONYM),
        ("Tajik", Form.DEMONYM),
        ("Afghan", Form.DEMONYM),
    ]


def test_a_state_code_counts_only_behind_a_town() -> None:
    """Words such as "OR" and "IN" are states only if a town and a comma stand before."""
    assert names("The mill in Salem, OR burned down.") == ["Salem", "OR"]
    assert "OR" not in names("Pay now OR leave, they were told.")


def test_mentions_do_not_overlap_and_lie_in_the_text() -> None:
    """Spans are in order, disjoint, and their text is what stands there."""
    text = "From South Sudan's capital Juba to Khartoum, Sudan, and New South Wales, Australia."
    mentions = find(Report(text), open_gazetteer())
    assert [m.span.of(text) for m in mentions] == [m.candidate.text for m in mentions]
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


def test_the_same_name_vouches_for_itself() -> None:
    """One clear mention lifts the unclear ones of the same name."""
    assert names("Beni was quiet. Fighters had left the town of Beni in the night.") == ["Beni", "Beni"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three died in the village of Qarabulaqtepe on Friday.", ["Qarabulaqtepe"]),
        ("Men from Tolkanbar district fled.", ["Tolkanbar"]),
        ("Six soldiers died in Anefouk, 240 km north of Gao.", ["Anefouk", "Gao"]),
        ("Two were shot at Zinderou, a fishing village on the river.", ["Zinderou"]),
        ("In Zurmaabad Sofla village a house burned.", ["Zurmaabad Sofla"]),
    ],
)
def test_unknown_names_of_clear_shape_are_found_without_a_place(text: str, expected: list[str]) -> None:
    """A name that the gazetteer lacks is reported when the sentence calls it a village or district."""
    assert names(text) == expected


def test_a_possessive_may_stand_inside_a_name() -> None:
    """The ending belongs to the name where the gazetteer says so, and never closes it."""
    assert names("Landslides struck Cox's Bazar; Bangladesh's coast was calm.") == ["Cox's Bazar", "Bangladesh"]
