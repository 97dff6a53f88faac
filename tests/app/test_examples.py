"""The example reports and their heads."""

from datetime import date

import pytest

from mapapp.examples import Example, load
from mapapp.examples.loader import parse


def test_a_head_gives_title_date_and_order():
    """What stands between the fences is the head, the rest the text."""
    content = '---\ntitle: "A: storm"\npublished: 2020-05-03\norder: 2\n---\n\nThe text.\n---\nMore.\n'
    assert parse("storm", content) == (2, Example("storm", "A: storm", date(2020, 5, 3), "The text.\n---\nMore."))


def test_a_file_without_head_is_all_text():
    """The name stands in for the title."""
    assert parse("bare", "Only text.") == (99, Example("bare", "bare", None, "Only text."))


def test_a_broken_date_is_a_fault_of_the_program():
    """Examples are ours: a wrong one is not passed over."""
    with pytest.raises(ValueError, match="not a date"):
        parse("wrong", "---\npublished: not a date\n---\nText.")


def test_there_are_examples_and_their_names_differ():
    """The app opens on the first."""
    examples = load()
    assert len(examples) >= 4
    assert len({example.name for example in examples}) == len(examples)
    assert all(example.text and example.title and example.published for example in examples)
