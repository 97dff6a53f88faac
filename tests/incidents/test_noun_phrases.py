"""Noun phrases for people, and how many they are."""

import pytest

from mapapp.incidents.incident import Count


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("three policemen", Count(3, 3, 3)),
        ("a clerk", Count(1, 1, 1)),
        ("at least nine people", Count(9, 9, None)),
        ("more than 40 villagers", Count(40, 40, None)),
        ("up to 15 miners", Count(None, 15, 15)),
        ("about 30 farmers", Count(None, 30, None)),
        ("two dozen pilgrims", Count(24, 24, 24)),
        ("dozens of people", Count(24, None, None)),
        ("several soldiers", Count(3, None, None)),
        ("another woman", Count(1, 1, 1)),
        ("three of the attackers", Count(3, 3, 3)),
        ("four members of a family", Count(4, 4, 4)),
        ("a group of 12 workers", Count(12, 12, 12)),
        ("no one", Count(0, 0, 0)),
        ("5-7 sailors", Count(5, None, 7)),
    ],
)
def test_the_number_of_people_is_read_with_its_bounds(phrases, phrase, count):
    """Hedges open one side, "dozens" has a low bound only."""
    assert phrases(f"{phrase} were hurt")[0].count == count


def test_a_thing_named_after_people_is_no_people(phrases):
    """A police station is not the police."""
    assert phrases("They attacked a police station and a student hostel") == []


def test_things_with_a_number_are_no_people(phrases):
    """Only nouns for people, or a bare number, count people."""
    assert phrases("two stores, nine guns and 30 km") == []


def test_an_age_between_commas_is_no_number_of_people(phrases):
    """The age of a victim must not be added to the dead."""
    assert [phrase.count for phrase in phrases("the driver, 35, was killed") if not phrase.head] == []


def test_the_definite_article_speaks_of_people_told_of_before(phrases):
    """Such people are not counted again."""
    assert phrases("the soldier was killed")[0].definite


def test_an_abbreviation_in_brackets_does_not_end_the_phrase(phrases):
    """The head may follow the abbreviation of the organisation."""
    assert phrases("two Free Coast Front (FCF) members were killed")[0].count == Count(2, 2, 2)
