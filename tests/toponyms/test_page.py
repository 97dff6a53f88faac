"""A report's words as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.toponyms.page import MARGIN, Page
from mapapp.toponyms.word_classes import BIT, CLASSES, RANKS, load_word_codes, rank_mask, rank_shift


def page(text: str) -> Page:
    """Return the page of a text."""
    return Page(text, tokens(text), sentences(text), load_word_codes())


def flagged(of: Page, flags: list[bool]) -> list[str]:
    """Return the words with a flag."""
    return [word for word, flag in zip(of.words, flags, strict=True) if flag]


@pytest.mark.parametrize("text", ["", "Rain fell.", "RAIN", "\n\n", "雨"])
def test_arrays_have_a_value_a_word_and_a_margin(text: str) -> None:
    """Nobody has to ask whether there is a neighbour."""
    p = page(text)
    wide = (p.code, p.capital, p.all_capitals, p.number, p.breaks, p.capitalised)
    assert {len(array) for array in wide} == {len(p) + 2 * MARGIN}
    assert {len(array) for array in (p.sentence, p.title_case, p.first_in_sentence, p.caseless, p.starts, p.ends)} == {len(p)}


def test_words_in_the_margin_are_nothing() -> None:
    """No class, no capital; a paragraph ends there."""
    p = page("Rain fell in Mosul.")
    edge = [*range(MARGIN), *range(MARGIN + len(p), len(p) + 2 * MARGIN)]
    assert p.code[edge].tolist() == [0] * 2 * MARGIN
    assert p.capital[edge].tolist() == [False] * 2 * MARGIN
    assert p.breaks[edge].tolist() == [True] * 2 * MARGIN


def test_a_final_stop_and_capitals_do_not_hide_a_word() -> None:
    """The word "Gen." is the title that "gen" is; a stop alone stays a stop."""
    p = page("Gen. Ali left.")
    assert p.lower == ["gen", "ali", "left", "."]
    assert p.has("honorific", np.array([MARGIN, MARGIN + 1])).tolist() == [True, False]


def test_words_are_of_the_classes_of_the_vocabulary() -> None:
    """A word may be of several; marks have classes too."""
    p = page("In the village of Tolkan, west of 'Tolkan' (north).")
    found = {word: {name for name in CLASSES if p.code[MARGIN + at] & BIT[name]} for at, word in enumerate(p.words)}
    assert found["In"] == {"strong_preposition", "function"}
    assert found["village"] == {"type_after", "type_before", "settlement"}
    assert found["Tolkan"] == set()
    assert [found[mark] for mark in (",", "(", ".", "'")] == [{"comma"}, {"bracket"}, {"full_stop"}, {"quotation"}]


def test_classes_and_frequencies_do_not_share_bits() -> None:
    """Each class has its own bit, each frequency four of its own above them."""
    parts = [*BIT.values(), *(rank_mask() << rank_shift(name) for name in RANKS)]
    assert sum(parts) == np.bitwise_or.reduce(parts)
    assert max(parts) < 1 << 63


def test_frequencies_are_kept_beside_the_classes() -> None:
    """The word "May" is a month, a common word and a given name."""
    p = page("May Zzyzxq")
    at = np.array([MARGIN, MARGIN + 1])
    assert p.has("calendar", at).tolist() == [True, False]
    assert all(p.rank(name, at)[0] > p.rank(name, at)[1] == 0 for name in ("common", "given"))
    assert all(code >> rank_shift(name) & rank_mask() <= 15 for code in load_word_codes().values() for name in RANKS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POLICE SAID SHOTS WERE FIRED IN MOSUL", True),
        ("rain fell on the road near mosul", True),
        ("Rain fell on the road near Mosul", False),
        ("UN IN MOSUL", False),
        ("NATO and the UN met in MOSUL on Friday", False),
        ("大雨", True),
    ],
)
def test_a_line_of_capitals_or_without_any_is_caseless(text: str, expected: bool) -> None:
    """Three words in capitals prove nothing; a report without a capital has no case."""
    assert set(page(text).caseless) == {expected}


def test_only_the_sentence_in_capitals_is_caseless() -> None:
    """A headline in capitals says nothing of the story below."""
    p = page("FIRE KILLS TWO IN MOSUL\n\nThe fire began at night.")
    assert flagged(p, p.caseless) == ["FIRE", "KILLS", "TWO", "IN", "MOSUL"]
    assert not p.capitalised[MARGIN : MARGIN + 5].any()


def test_capitals_of_words_of_grammar_mean_nothing() -> None:
    """An article at the beginning of a sentence is no name."""
    p = page("The bus left Nairobi.")
    assert flagged(p, p.capitalised[MARGIN:-MARGIN].tolist()) == ["Nairobi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Two Dead As Storm Hits Nairobi", True), ("Two dead as storm hits Nairobi", False), ("New York City", False)],
)
def test_a_headline_has_capitals_all_over(text: str, expected: bool) -> None:
    """From four words on, of which nearly all begin with a capital."""
    assert set(page(text).title_case.tolist()) == {expected}


def test_a_sentence_begins_with_its_first_word_not_with_a_mark() -> None:
    """Quotation marks and figures before it do not count."""
    p = page("“Homs burned. 40 Syrians died.” Hama was calm.")
    assert flagged(p, p.first_in_sentence.tolist()) == ["Homs", "Syrians", "Hama"]


def test_each_word_knows_its_sentence() -> None:
    """Counted from 0."""
    p = page("Rain fell. Snow too.")
    assert list(zip(p.words, p.sentence.tolist(), strict=True)) == [
        ("Rain", 0), ("fell", 0), (".", 0), ("Snow", 1), ("too", 1), (".", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Rain fell\n\nSnow too", ["Snow"]), ("Rain fell\n \nSnow too", ["Snow"]), ("Rain fell\nSnow too", []), ("Rain  fell", [])],
)
def test_an_empty_line_parts_paragraphs(text: str, expected: list[str]) -> None:
    """A line break alone does not; nor do two blanks."""
    p = page(text)
    assert flagged(p, p.breaks[MARGIN:-MARGIN].tolist())[1:] == expected


def test_words_without_a_capital_are_remembered() -> None:
    """Those in lower case throughout, as written."""
    assert page("The mobile rang in Mobile; iPods too.").seen_in_lower_case == {"mobile", "rang", "in", "too"}
