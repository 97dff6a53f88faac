"""Sentences of news as it comes."""

from __future__ import annotations

import pytest

from mapapp.report.lines import paragraphs
from mapapp.report.sentences import sentences


def split(text: str) -> list[str]:
    """Return the sentences as strings."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five died. Two fled.", ["Five died.", "Two fled."]),
        ("Mr. Orlov met Lt. Gen. K. Abai. They spoke.", ["Mr. Orlov met Lt. Gen. K. Abai.", "They spoke."]),
        ("The U.S. envoy left at 5 p.m. on Monday. He flew.", ["The U.S. envoy left at 5 p.m. on Monday.", "He flew."]),
        ("It began in the U.S. The war went on.", ["It began in the U.S.", "The war went on."]),
        ("He works for Acme Inc. It makes pumps.", ["He works for Acme Inc.", "It makes pumps."]),
        ("Shaft No. 5 collapsed. He said no. 12 men died.", ["Shaft No. 5 collapsed.", "He said no. 12 men died."]),
        ("A quake of 6.1 shook St. Ives, Fla. on Jan. 5. Nobody died.", ["A quake of 6.1 shook St. Ives, Fla. on Jan. 5.", "Nobody died."]),
        ("“We saw it near the border.” He wept.", ["“We saw it near the border.”", "He wept."]),
        ("“Stop!” he cried. They ran.", ["“Stop!” he cried.", "They ran."]),
        ("He said: ''We left.'' Then he slept.", ["He said: ''We left.''", "Then he slept."]),
        ("Was it a bomb? Nobody knows!", ["Was it a bomb?", "Nobody knows!"]),
        ("They robbed a gun store.But nobody fell.", ["They robbed a gun store.", "But nobody fell."]),
        ("See example.Com or the U.S.A page.", ["See example.Com or the U.S.A page."]),
        ("Am 5. Mai starb er. Am 6. Juni nicht.", ["Am 5. Mai starb er.", "Am 6. Juni nicht."]),
        ("炸弹爆炸。五人死亡。", ["炸弹爆炸。", "五人死亡。"]),
        ("बम फटा। पाँच मरे।", ["बम फटा।", "पाँच मरे।"]),
        ("It lies 100\u00a0km off.\u00a0 We know it.", ["It lies 100\u00a0km off.", "We know it."]),
        (
            "mr. orlov left. he came back. it was late and nobody saw him.",
            ["mr. orlov left.", "he came back.", "it was late and nobody saw him."],
        ),
    ],
)
def test_a_stop_ends_a_sentence_only_where_one_ends(text: str, expected: list[str]) -> None:
    """Abbreviations, initials, decimals, quotes and scripts."""
    assert expected == split(text)


def test_a_number_keeps_its_stop_only_where_the_paragraph_begins() -> None:
    """A number before a paragraph belongs to it; one at the end of a sentence ends it."""
    text = "1. Roads were cut. The dead were 12. Nobody fled.\n\n2. Towns."
    assert ["1. Roads were cut.", "The dead were 12.", "Nobody fled.", "2. Towns."] == split(text)


def test_wire_copy_in_capitals_is_split_like_any_other() -> None:
    """Hard line breaks and double blanks belong to the sentence."""
    text = "GEN.  PENA SAID THE U.S. AMBASSADOR LEFT THE CITY WHEN THE ARMY HAD\nREACHED ITS EDGE.  THE OTHERS STAYED.  NO.  5 WAS EMPTY."
    assert [
        "GEN.  PENA SAID THE U.S. AMBASSADOR LEFT THE CITY WHEN THE ARMY HAD\nREACHED ITS EDGE.",
        "THE OTHERS STAYED.",
        "NO.  5 WAS EMPTY.",
    ] == split(text)


def test_a_headline_without_a_stop_is_a_sentence_of_its_own() -> None:
    """The line was ended although there was room for more."""
    text = "Bridge falls in Northport\nNORTHPORT, 5 May - A bridge over the river fell on Monday and took a bus with it.\nNobody was hurt."
    assert [
        "Bridge falls in Northport",
        "NORTHPORT, 5 May - A bridge over the river fell on Monday and took a bus with it.",
        "Nobody was hurt.",
    ] == split(text)


def test_a_blank_line_always_ends_a_sentence() -> None:
    """Also where the stop is missing, and with Windows line ends."""
    assert ["one", "Two", "Three"] == split("one\r\n\r\nTwo\n \t\nThree\u2029")


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    """Windows line ends in the middle of a sentence."""
    text = "The army said on Tuesday that the column had reached the river near\r\n"
    text += "Northport and that its men had begun to build a bridge across it by\r\nnight."
    assert 1 == len(split(text))


def test_list_items_are_apart() -> None:
    """A bullet begins a new sentence."""
    assert ["Dead:", "- five in Northport", "- two in Southport"] == split("Dead:\n- five in Northport\n- two in Southport")


def test_nothing_but_white_space_lies_outside_sentences() -> None:
    """Every character of the text belongs to one sentence, in order."""
    text = ' A b.  C?\n\nD\te… (F.) G!"  '
    spans = sentences(text)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(text.split()) == "".join(covered.split())
    assert list(spans) == sorted(spans)


def test_a_text_of_blank_lines_has_no_paragraph() -> None:
    """Nothing to read is no paragraph."""
    assert () == paragraphs("\n \n\t\r\n\x0c")
