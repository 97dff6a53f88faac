"""Words as the incident grammar sees them."""

import pytest

from mapapp.incidents.wording.words import number_of


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), ("1,200", 1200), ("seven", 7), ("twenty-one", 21), ("ninety", 90), ("26-year-old", None), ("3rd", None), ("clerk", None)],
)
def test_a_number_is_read_from_figures_and_words(written, value):
    """Ages and ordinals are no numbers of people."""
    assert number_of(written) == value


def test_offsets_lead_back_to_the_text(words):
    """Each word's span is the stretch of the report it was read from."""
    text = "Two hundred people’s homes were set on fire."
    assert [word.span.of(text) for word in words(text)][:4] == ["Two hundred", "people", "’s", "homes"]


def test_hundreds_and_thousands_are_one_number(words):
    """A number written in several words is one word to the grammar."""
    assert [word.number for word in words("three hundred and fifty died") if word.number] == [350]


def test_fixed_phrases_become_one_word(words):
    """Idioms of news are joined so that one rule reads them all."""
    assert [word.low for word in words("They opened fire on a van")] == ["they", "opened_fire", "a", "van"]


def test_an_idiom_with_a_gap_is_read_as_one_verb(words):
    """The object may stand between the verb and what completes it."""
    assert "stabbed_dead" in [word.low for word in words("A mob beat the two men to death")]


def test_a_doubled_apostrophe_is_a_possessive(words):
    """Text that has been through a database comes with doubled apostrophes."""
    assert [word.low for word in words("Arcadia''s guards")] == ["arcadia", "'s", "guards"]


def test_capitals_mark_names_only_where_case_means_something(words):
    """A sentence in capitals has no names by their capitals."""
    assert not any(word.name for word in words("GUNMEN KILLED JOHN SMITH"))


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Police took two men into custody", "arrested"),
        ("Gunmen held 30 people hostage", "abducted"),
        ("The flood forced 200 people from their homes", "displacing"),
        ("A guard was shot in the neck", "shot_hurt"),
        ("A child broke an arm", "sustained_injuries"),
    ],
)
def test_what_stands_behind_the_object_completes_the_verb(words, sentence, verb):
    """The verb alone would mean nothing, or something else."""
    assert verb in [word.low for word in words(sentence)]
