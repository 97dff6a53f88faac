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
        ("between five and seven sailors", Count(5, None, 7)),
        ("fewer than ten sailors", Count(None, 10, 10)),
        ("20 or more sailors", Count(20, 20, None)),
        ("half a dozen sailors", Count(None, 6, None)),
        ("more than a dozen sailors", Count(12, 12, None)),
        ("several hundred people", Count(200, None, None)),
        ("scores of people", Count(40, None, None)),
        ("tens of thousands of people", Count(20_000, None, None)),
        ("a family of five", Count(5, 5, 5)),
        ("a crew of 12", Count(12, 12, 12)),
        ("a family", Count(2, None, None)),
        ("a couple", Count(2, 2, 2)),
        ("the twins", Count(2, 2, 2)),
        ("two porters", Count(2, 2, 2)),
        ("a logistician", Count(1, 1, 1)),
        ("a dozen and a half sailors", Count(None, 18, None)),
        ("ten or so sailors", Count(None, 10, None)),
        ("10+ sailors", Count(10, 10, None)),
        ("~10 sailors", Count(None, 10, None)),
        ("1 204 sailors", Count(1204, 1204, 1204)),
        ("1\u00a0204 sailors", Count(1204, 1204, 1204)),
        ("3.4 thousand people", Count(3400, 3400, 3400)),
        ("a 34-year-old", Count(1, 1, 1)),
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


def test_a_people_is_read_by_its_capital_and_ending(phrases):
    """Nobody lists them all."""
    assert [phrase.count for phrase in phrases("The dead were two Arcadians")] == [Count(2, 2, 2)]


def test_that_before_a_number_only_joins_a_clause(phrases):
    """Otherwise "said that 11 men" would be men told of before."""
    assert [phrase.definite for phrase in phrases("they said that 11 men were killed")] == [False]


@pytest.mark.parametrize("text", ["two tankers were hit", "three boulders were moved", "a tiger was seen"])
def test_a_thing_that_ends_like_a_person_is_none(phrases, text):
    """Tankers carry oil."""
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ("two suspected members of the sect were seen", True),
        ("two members of an outlawed armed group were seen", True),
        ("two members of a gang were seen", True),
        ("two members of the council were seen", False),
        ("two former rebels were seen", False),
        ("three suspected Free Coast members were seen", True),
    ],
)
def test_plain_nouns_are_attackers_by_the_words_beside_them(phrases, text, attackers):
    """A member of a gang is, a former rebel is not."""
    assert phrases(text)[0].attackers is attackers


def test_years_of_age_are_no_people(phrases):
    """Nor are their ranges."""
    assert [phrase.head for phrase in phrases("three boys aged between 4 and 11 drowned")] == ["boys"]


def test_a_dozen_at_the_end_of_a_sentence_ends_with_it(phrases):
    """No phrase reaches behind the last word."""
    assert phrases("the side lost five men and about a dozen")[-1].last == 9
