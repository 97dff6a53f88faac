"""Short cuts that only save time: what they leave out, the long way does not find either."""

from __future__ import annotations

import pytest

from benchmarks.speed.own_reports import own_texts
from mapapp.incidents.phrasing import noun_phrases
from mapapp.incidents.wording import words
from mapapp.report.sentences import sentences

ODD = (
    "In 2016, 1 200 people — 3,000 in all — fled; 26-year-old A. B. Name’s car_park burned at 9:30 a.m. on 3rd May 2011.",
    "12\u00a0500 houses,\u2009“gone”… U.S. and U.N. troops (the 1st) didn't; l'Hôpital's 2.5 million… x²=4 _ _a_ 1_2 ''s",
    "KILLED: 5 (FIVE), WOUNDED 10-15.\n\tThe National Front (NF) members and three of them died, no one else.",
)


def _sentences() -> list[str]:
    texts = own_texts()
    return [*ODD, *(span.of(text) for text in texts for span in sentences(text))]


def test_cutting_chunk_by_chunk_gives_the_words_of_the_whole_sentence() -> None:
    """Words found chunk by chunk are those that the pattern finds from one end to the other."""
    for sentence in _sentences():
        expected = [(match[0], match.start()) for match in words._WORD.finditer(sentence)]
        assert expected == list(words._cut(sentence))


def test_phrases_begin_only_where_it_pays_to_read_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a phrase from each word finds the same ones."""
    read = [words.words_of(sentence, words.Span(0, len(sentence))) for sentence in _sentences()]
    quick = [noun_phrases.noun_phrases(sentence) for sentence in read]
    monkeypatch.setattr(noun_phrases, "_beginnings", lambda sentence: [True] * len(sentence))
    assert [noun_phrases.noun_phrases(sentence) for sentence in read] == quick
