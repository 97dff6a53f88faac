"""Which stretches are proposed as place names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import open_gazetteer
from mapapp.toponyms.find import stretches_of
from mapapp.toponyms.scanner import MAX_WORDS, Candidate, Form


def candidates(text: str) -> list[Candidate]:
    """Return the candidates of a text."""
    return list(stretches_of(text, open_gazetteer()).candidates)


def proposed(text: str, form: Form = Form.NAME) -> set[str]:
    """Return the texts of the candidates of a form."""
    return {c.text for c in candidates(text) if c.form is form}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rain in New York City", {"New York", "New York City", "York", "York City"}),
        ("Nairobi's hospitals", {"Nairobi"}),
        ("in Cox’s Bazar", {"Cox", "Cox’s Bazar", "Bazar"}),
        ("from Ras al-Ayn", {"Ras", "Ras al-Ayn"}),
        ("from Port-au-Prince", {"Port-au-Prince", "Port", "Prince"}),
        ("to Rio de Janeiro", {"Rio", "Rio de Janeiro"}),
        ("in Rio\nde Janeiro", {"Rio", "Rio\nde Janeiro"}),
    ],
)
def test_nested_names_are_all_proposed(text: str, expected: set[str]) -> None:
    """Whole names and names inside them, possessives and hyphens included; to choose among them is not the scanner's work."""
    assert expected <= proposed(text)


def test_a_name_does_not_run_over_a_paragraph_or_a_mark() -> None:
    """The words "New" and "York" in two paragraphs are no New York."""
    assert "New\n\nYork" not in proposed("in New\n\nYork")
    assert "New, York" not in proposed("in New, York")
    assert "New York" in proposed("in New York")


def test_a_possessive_ending_is_no_part_of_the_end_of_a_name() -> None:
    """Neither apostrophe."""
    assert not any(name.endswith(("'s", "’s")) for name in proposed("Kenya's and Uganda’s lakes"))


@pytest.mark.parametrize(
    ("text", "written", "key"),
    [
        ("in St. Petersburg", "St. Petersburg", "st petersburg"),
        ("on Mt. Kenya", "Mt. Kenya", "mount kenya"),
        ("on Mount Kenya", "Mount Kenya", "mount kenya"),
        ("in Ste. Marie", "Ste. Marie", "sainte marie"),
    ],
)
def test_short_words_of_names_are_read_in_full(text: str, written: str, key: str) -> None:
    """Where only the full form is known, it is the key; the span is what is written."""
    (found,) = [c for c in candidates(text) if c.text == written]
    assert (found.key, found.span.of(text)) == (key, written)


def test_an_article_belongs_to_a_name_only_where_the_gazetteer_has_it() -> None:
    """The Hague, but not The Mill."""
    found = proposed("The Hague saw The Mill and La Paz")
    assert {"The Hague", "Hague", "Mill", "La Paz"} <= found
    assert "The Mill" not in found


def test_months_and_days_are_no_names_by_themselves() -> None:
    """As part of a name they may be."""
    assert proposed("He came on Monday in May or March") == set()


@pytest.mark.parametrize("text", ["the mill burned near the market", "Rain fell on the mill in Nairobi"])
def test_words_without_capital_are_no_names_where_case_tells(text: str) -> None:
    """A report without any capital is read without case; one with a capital is not."""
    assert ("mill" in proposed(text)) == (text.islower())


@pytest.mark.parametrize("text", ["SHOTS WERE FIRED IN MOSUL", "shots were fired in mosul"])
def test_a_caseless_line_is_read_without_case(text: str) -> None:
    """And its candidates say so."""
    (found,) = [c for c in candidates(text) if c.text.casefold() == "mosul"]
    assert (found.caseless, found.key) == (True, "mosul")


# Short forms and parts ------------------------------------------------------------------------------------------------------------------


def test_short_forms_are_proposed_by_their_tables() -> None:
    """Demonyms of one and two words, abbreviations with their case and stops, codes of states."""
    text = "A South African and a Kazakh left the U.S. for Salem, OR."
    assert proposed(text, Form.DEMONYM) == {"South African", "African", "Kazakh"}
    assert proposed(text, Form.ABBREVIATION) == {"U.S."}
    assert proposed(text, Form.STATE_CODE) == {"OR"}


def test_a_demonym_in_capitals_is_one_in_a_line_of_capitals_only() -> None:
    """The same word elsewhere may be anything."""
    assert proposed("TWO KAZAKH MEN WERE SHOT AT NIGHT", Form.DEMONYM) == {"KAZAKH"}
    assert proposed("The brand KAZAKH was sold", Form.DEMONYM) == set()


def test_parts_of_hyphenated_words_are_proposed() -> None:
    """Names, demonyms and abbreviations; not words in lower case, not the parts of a long chain."""
    found = candidates("Kazakh-Russian talks of the Almaty-based UK-led bank")
    assert {(c.text, c.form) for c in found} >= {
        ("Kazakh", Form.DEMONYM), ("Russian", Form.DEMONYM), ("Almaty", Form.NAME), ("UK", Form.ABBREVIATION),
    }  # fmt: skip
    assert "based" not in {c.text for c in found}
    assert proposed("the Oran-Paris-Rome-Cairo-Homs-Hama road") >= {"Oran", "Hama"}
    assert "Oran" not in proposed("the Oran-Paris-Rome-Cairo-Homs-Hama-Idlib road")


def test_names_in_a_script_without_blanks_are_found_inside_their_run() -> None:
    """The longest from each character on."""
    found = candidates("爆炸发生在北京附近。地震は東京都渋谷区で起きた。")
    assert {"北京", "東京都", "渋谷区"} <= {c.text for c in found}
    assert "東京" not in {c.text for c in found}


# Unknown names --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men crossed the Tarkwabar River.", "Tarkwabar River"),
        ("They fled to Qarabulaqtepe.", "Qarabulaqtepe"),
        ("They fled to the Qarabulaqtepe.", "Qarabulaqtepe"),
        ("Men of Zinderou de Tolkanbar fled.", "Zinderou de Tolkanbar"),
        ("Both Tolkanbar district and its bank burned.", "Tolkanbar"),
        ("Both Tolkanbar, and its bank burned.", "Tolkanbar"),
    ],
)
def test_an_unknown_run_of_capitals_is_proposed_where_a_word_speaks_of_a_place(text: str, expected: str) -> None:
    """A word of place inside, before or behind it; it has no key."""
    (found,) = [c for c in candidates(text) if c.text == expected]
    assert (found.key, found.is_known, found.form) == ("", False, Form.NAME)


@pytest.mark.parametrize(
    "text",
    [
        "Both Tolkanbar and its bank burned.",
        "They said Tolkanbar burned.",
        "They fled to Qaraa Qarbb Qarcc Qardd Qaree Qarff Qargg.",
    ],
)
def test_no_other_unknown_run_is_proposed(text: str) -> None:
    """Nor one of more words than any name has."""
    assert [c.text for c in candidates(text) if not c.is_known] == []


def test_what_is_known_is_not_proposed_once_more_as_unknown() -> None:
    """A whole run that the gazetteer has is one candidate."""
    assert [(c.text, c.is_known) for c in candidates("They fled to Kandahar.") if c.text == "Kandahar"] == [("Kandahar", True)]


WORDS = "Rain in New York City 's , . \n\n the Mr. UN U.S. Kazakh-Russian Cox's Bazar St. Petersburg OR 北京附近 Qarabul River - ’s"
words = st.sampled_from(WORDS.split(" "))


@settings(max_examples=60)
@given(st.lists(words, max_size=12).map(" ".join))
def test_candidates_are_what_stands_in_the_text(text: str) -> None:
    """Whatever the text: each span is the candidate's text and lies within its tokens, none is too long, and all are different."""
    s = stretches_of(text, open_gazetteer())
    for c in s.candidates:
        assert c.span.of(text) == c.text
        assert s.page.tokens[c.first].start <= c.span.start < c.span.end <= s.page.tokens[c.last].end
        assert c.last - c.first < MAX_WORDS
    assert len({(c.span, c.form) for c in s.candidates}) == len(s.candidates)
