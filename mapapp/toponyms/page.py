"""The report's words as arrays: what each word is, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from gazetteer.names import fold
from mapapp.report.report import Span
from mapapp.report.tokens import Token
from mapapp.toponyms.word_classes import BIT, rank_mask, rank_shift

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Column = npt.NDArray[Any]
"""One value for each row of a table: a flag, a count or a number."""

_CASELESS_SHARE = 0.8
"""A sentence of which so many words are in capitals is read as written without case ("POLICE SAID IN MOSUL")."""
_CASELESS_MIN_WORDS = 4
_TITLE_SHARE = 0.7
"""A sentence of which so many words begin with a capital is a headline in title case."""

MARGIN = 3
"""So many empty words stand before the first and behind the last one, so that nobody has to ask whether there is a neighbour."""

_folded = lru_cache(maxsize=65_536)(fold)
"""Reports say the same words again and again."""


@dataclass(frozen=True)
class Page:
    """A report's tokens with what the clues ask of them. Arrays hold one value a token unless ``MARGIN`` is named."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Span]
    codes: Mapping[str, int]
    """From a word in lower case to its classes and frequencies (:mod:`mapapp.toponyms.word_classes`)."""

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def words(self) -> list[str]:
        """The tokens' texts."""
        return [token.text for token in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        """Each token in lower case, without a final stop."""
        return [word.lower().rstrip(".") or word for word in self.words]

    @cached_property
    def folded(self) -> list[str]:
        """Each token as the gazetteer folds names."""
        return [_folded(word) for word in self.words]

    @cached_property
    def word_number(self) -> Indices:
        """A number that tokens of one word share, however written."""
        numbers: dict[str, int] = {}
        return np.array([numbers.setdefault(word, len(numbers)) for word in self.lower], dtype=np.int64)

    @cached_property
    def starts(self) -> Indices:
        """Where each token begins."""
        return np.array([token.start for token in self.tokens], dtype=np.int64)

    @cached_property
    def ends(self) -> Indices:
        """Where each token ends."""
        return np.array([token.end for token in self.tokens], dtype=np.int64)

    @cached_property
    def code(self) -> Indices:
        """What is known of each word, with ``MARGIN`` zeros on both sides."""
        get = self.codes.get
        known = [get(word, 0) for word in self.lower]
        edge = [0] * MARGIN
        return np.array([*edge, *known, *edge], dtype=np.int64)

    @cached_property
    def capital(self) -> Flags:
        """Whether each token begins with a capital letter; ``MARGIN`` on both sides."""
        return self._with_margin([word[0].isupper() for word in self.words])

    @cached_property
    def all_capitals(self) -> Flags:
        """Whether each token is written in capitals, in more than one; ``MARGIN`` on both sides."""
        return self._with_margin([word.isupper() and len(word) > 1 for word in self.words])

    @cached_property
    def number(self) -> Flags:
        """Whether each token begins with a digit; ``MARGIN`` on both sides."""
        return self._with_margin([word[0].isdigit() for word in self.words])

    def _with_margin(self, flags: Sequence[bool]) -> Flags:
        edge = [False] * MARGIN
        return np.array([*edge, *flags, *edge], dtype=np.bool_)

    @cached_property
    def breaks(self) -> Flags:
        """Whether a paragraph or line ends between each token and the one before; ``MARGIN`` on both sides, where it is true."""
        gaps = self.starts[1:] - self.ends[:-1]
        wide = np.flatnonzero(gaps > 0)
        found = np.ones(len(self) + 2 * MARGIN, dtype=np.bool_)
        found[MARGIN + 1 : MARGIN + len(self)] = False
        text, ends, starts = self.text, self.ends, self.starts
        for at in wide.tolist():
            if gaps[at] > 1 and "\n" in text[ends[at] : starts[at + 1]] and text[ends[at] : starts[at + 1]].count("\n") > 1:
                found[MARGIN + at + 1] = True
        return found

    @cached_property
    def capitalised(self) -> Flags:
        """Whether each token's capital means something: not in a caseless line, and no word of grammar; ``MARGIN`` on both sides."""
        plain = self._with_margin(self.caseless)
        return self.capital & ~plain & (self.code & BIT["function"] == 0)

    @cached_property
    def sentence(self) -> Indices:
        """The number of the sentence each token stands in."""
        begins = np.array([s.start for s in self.sentences], dtype=np.int64)
        return np.maximum(np.searchsorted(begins, self.starts, side="right") - 1, 0)

    @cached_property
    def _wordlike(self) -> Flags:
        return np.array([len(word) > 1 and word[0].isalpha() for word in self.words], dtype=np.bool_)

    def _share_in_sentence(self, flags: Flags) -> tuple[Numbers, Indices]:
        """Return, for each sentence, the share of its words with a flag and how many words it has."""
        total = max(len(self.sentences), 1)
        words = np.bincount(self.sentence, weights=self._wordlike, minlength=total)
        with_flag = np.bincount(self.sentence, weights=self._wordlike & flags, minlength=total)
        return with_flag / np.maximum(words, 1), words.astype(np.int64)

    @cached_property
    def caseless(self) -> list[bool]:
        """Whether each token stands in a sentence written without case distinction: all capitals, or a report without any capital."""
        if not len(self):
            return []
        if not any(word[0].isupper() for word in self.words):
            return [True] * len(self)
        shouting = np.array([word.isupper() for word in self.words], dtype=np.bool_)
        share, words = self._share_in_sentence(shouting)
        found: list[bool] = ((share >= _CASELESS_SHARE) & (words >= _CASELESS_MIN_WORDS))[self.sentence].tolist()
        return found

    @cached_property
    def title_case(self) -> Flags:
        """Whether each token stands in a sentence of which nearly every word has a capital."""
        share, words = self._share_in_sentence(self.capital[MARGIN:-MARGIN])
        return ((share >= _TITLE_SHARE) & (words >= _CASELESS_MIN_WORDS))[self.sentence]

    @cached_property
    def first_in_sentence(self) -> Flags:
        """Whether each token is the first word of its sentence, marks apart."""
        letters = np.array([word[0].isalpha() for word in self.words], dtype=np.bool_)
        found = np.zeros(len(self), dtype=np.bool_)
        at = np.flatnonzero(letters)
        _, first = np.unique(self.sentence[at], return_index=True)
        found[at[first]] = True
        return found

    @cached_property
    def seen_in_lower_case(self) -> frozenset[str]:
        """Words that the report also writes without a capital."""
        return frozenset(word for word in self.words if word.islower())

    def has(self, name: str, at: Indices) -> Flags:
        """Say whether the words at some positions (of the arrays with margin) are of a class."""
        return self.code[at] & BIT[name] != 0

    def rank(self, name: str, at: Indices) -> Numbers:
        """Return how frequent the words at some positions (with margin) are as a common word, a given or a family name: 0 to 15."""
        return (self.code[at] >> rank_shift(name) & rank_mask()).astype(np.float64)
