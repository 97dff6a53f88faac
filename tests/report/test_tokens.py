"""Words, numbers and marks in every script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.report.tokens import tokens


def words(text: str) -> list[str]:
    """Return the tokens as strings."""
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. lost W.Va.", ["The", "U.S.", "lost", "W.Va."]),
        ("St. Ives, Fla., at 5 a.m.", ["St.", "Ives", ",", "Fla.", ",", "at", "5", "a.m."]),
        ("Kazakhstan's and KAZAKHSTAN’S", ["Kazakhstan", "'s", "and", "KAZAKHSTAN", "’S"]),
        ("the militants' base", ["the", "militants", "'", "base"]),
        ("Xi'an, N'Djamena, Sana’a", ["Xi'an", ",", "N'Djamena", ",", "Sana’a"]),
        ("Port-au-Prince – 100km", ["Port-au-Prince", "–", "100", "km"]),
        ("1,500.5 km, the 14th", ["1,500.5", "km", ",", "the", "14th"]),
        ("It ended.", ["It", "ended", "."]),
        ("No. 5? no.", ["No.", "5", "?", "no", "."]),
        ("''Go''--now...", ["''", "Go", "''", "--", "now", "..."]),
        ("अक्तूबर में", ["अक्तूबर", "में"]),
        ("Ak\u200bto\u200cbe", ["Ak\u200bto\u200cbe"]),
        ("Áktöbe", ["Áktöbe"]),
        ("F-16 MiG-29", ["F-16", "MiG-29"]),
        ("😀5 killed", ["😀", "5", "killed"]),
        ("St... Ives... Aktobe's.", ["St.", "..", "Ives", "...", "Aktobe", "'s", "."]),
        ("Aktobe\u02bcs Xi\u02bcan", ["Aktobe", "\u02bcs", "Xi\u02bcan"]),
        ("Ko\u0308ln's Å's", ["Ko\u0308ln", "'s", "Å", "'s"]),
        ("half½ X² 5th 5the _a_b", ["half½", "X²", "5th", "5", "the", "_", "a", "_", "b"]),
        ("a\u2003b\x1cc\u0085d", ["a", "b", "c", "d"]),
    ],
)
def test_tokens_are_what_a_reader_sees(text: str, expected: list[str]) -> None:
    """Abbreviations keep their stop, possessives are cut off, marks of all scripts stay with their letters."""
    assert expected == words(text)


def test_the_parts_of_a_hyphenated_word_have_their_own_offsets() -> None:
    """Two demonyms in "Kazakh-Russian", each with its place."""
    token = tokens("the Kazakh-Russian border")[1]
    assert [("Kazakh", 4, 10), ("Russian", 11, 18)] == [(part.text, part.span.start, part.span.end) for part in token.parts]


def test_a_token_knows_where_it_stands() -> None:
    """Its start and end are those of its span, which is a plain pair."""
    token = tokens("in Aktobe's north")[2]
    start, end = token.span
    assert ("'s", 9, 11) == (token.text, token.start, token.end)
    assert (token.start, token.end) == (start, end)


def test_a_plain_word_is_its_only_part() -> None:
    """No hyphen, no parts."""
    token = tokens("border")[0]
    assert (token,) == token.parts


@given(st.text(max_size=200))
def test_tokens_lie_in_order_and_miss_nothing(text: str) -> None:
    """Whatever the text: spans hold their text, do not overlap, and leave only white space out."""
    found = tokens(text)
    assert all(token.span.of(text) == token.text for token in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    assert "".join(text.split()) == "".join("".join(words(text)).split())
