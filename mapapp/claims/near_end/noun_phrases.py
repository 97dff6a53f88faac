"""Noun phrases of a clause, read backwards from their last word."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.claims.near_end.clause_words import HAMLETS, Part, Word
from mapapp.report.report import Span

_NAMING = frozenset({"of", "called", "named", "dubbed"})
_MODIFIERS = frozenset({Part.NOUN, Part.NUMBER, Part.NAME, Part.ADVERB})
_LONGEST = 12
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_NO_MODIFIER_OF_A_NAME = frozenset({Part.NAME, Part.NUMBER, Part.ADVERB})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first word, its head, and the place name that it names, if it does ("the town of X", "X")."""

    words: tuple[Word, ...]
    first: int
    last: int
    names: bool
    introduced: bool = False

    @property
    def head(self) -> Word:
        """The last word."""
        return self.words[self.last]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.words[self.first].span.start, self.head.span.end)

    @property
    def before(self) -> Word | None:
        """The word in front of it."""
        return self.words[self.first - 1] if self.first > 0 else None

    @property
    def is_definite(self) -> bool:
        """Whether it begins with "the" or "this"."""
        return self.words[self.first].lower in ("the", "this")

    @property
    def is_determined(self) -> bool:
        """Whether it begins with an article or the like."""
        return self.words[self.first].part is Part.DETERMINER

    @property
    def inner_name(self) -> Word | None:
        """The last name among its modifiers: X of "X's airport", "the X police station"."""
        return next((word for word in reversed(self.words[self.first : self.last]) if word.part is Part.NAME), None)


def phrase_ending_at(words: tuple[Word, ...], last: int) -> Phrase | None:
    """Return the noun phrase whose last word is given; None where that is no noun or name."""
    if last < 0 or words[last].part not in (Part.NOUN, Part.NAME, Part.NUMBER):
        return None
    if words[last].part is Part.NAME:
        return _naming(words, last)
    return Phrase(words, _first_of(words, last, _MODIFIERS), last, names=False)


def _naming(words: tuple[Word, ...], last: int) -> Phrase:
    """Return a name with what introduces it: "the town of X", "a spot called X", "nearby X"."""
    introduced = last >= 2 and words[last - 1].lower in _NAMING and words[last - 2].lower in HAMLETS
    if introduced:
        first = _first_of(words, last - 2, _MODIFIERS)
        if words[first].lower in _INDEFINITE and words[last - 1].lower == "of":
            return Phrase(words, first, last - 2, names=False)  # "a suburb of X" is another place than X
        return Phrase(words, first, last, names=True, introduced=True)
    if last >= 1 and words[last - 1].lower in HAMLETS and words[last - 1].part is Part.NOUN:
        return Phrase(words, _first_of(words, last - 1, _MODIFIERS), last, names=True, introduced=True)
    return Phrase(words, _first_of(words, last, _MODIFIERS - _NO_MODIFIER_OF_A_NAME), last, names=True)


def _first_of(words: tuple[Word, ...], last: int, modifiers: frozenset[Part]) -> int:
    """Return the index of the first word of the phrase that ends in ``last``: back to its article, or as far as modifiers go."""
    first = last
    while first > 0 and last - first < _LONGEST:
        word = words[first - 1]
        if word.part is Part.DETERMINER:
            first -= 1
            if word.lower in ("the", "its", "their") and first > 0 and words[first - 1].lower in ("all", "both"):
                first -= 1
            break
        is_participle = word.part is Part.VERB and word.lower.endswith("ed") and first > 1 and words[first - 2].part is Part.DETERMINER
        if word.part not in modifiers and not is_participle:
            break
        first -= 1
    while first < last and words[first].part is Part.ADVERB:
        first += 1
    return first
