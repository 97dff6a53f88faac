"""What stands around a stretch of text: the neighbours, the line, the rest of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mapapp.report.report import Span
from mapapp.report.tokens import Token
from mapapp.toponyms.scanner import Candidate
from mapapp.toponyms.vocabulary import FUNCTION_WORDS, HONORIFIC_TITLES, TITLES
from mapapp.toponyms.words import Words

_CASELESS_SHARE = 0.8
"""A sentence of which so many words are in capitals is read as written without case ("POLICE SAID IN MOSUL")."""
_CASELESS_MIN_WORDS = 4


@dataclass(frozen=True)
class Context:
    """A report's tokens with what the clues ask of them, worked out once."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Span]
    words: Words

    @cached_property
    def lower(self) -> list[str]:
        """Each token in lower case, without a final stop."""
        return [token.text.lower().rstrip(".") or token.text for token in self.tokens]

    @cached_property
    def capital(self) -> list[bool]:
        """Whether each token begins with a capital letter."""
        return [token.text[0].isupper() for token in self.tokens]

    @cached_property
    def first_in_sentence(self) -> list[bool]:
        """Whether each token is the first word of its sentence."""
        first = [False] * len(self.tokens)
        position = 0
        for sentence in self.sentences:
            while position < len(self.tokens) and self.tokens[position].span.start < sentence.start:
                position += 1
            at = position
            while at < len(self.tokens) and not self.tokens[at].text[0].isalpha():
                at += 1
            if at < len(self.tokens) and self.tokens[at].span.start < sentence.end:
                first[at] = True
        return first

    @cached_property
    def caseless(self) -> list[bool]:
        """Whether each token stands in a sentence written without case distinction: all capitals, or a report without any capital."""
        if not any(self.capital):
            return [True] * len(self.tokens)
        flags = [False] * len(self.tokens)
        position = 0
        for sentence in self.sentences:
            inside = []
            while position < len(self.tokens) and self.tokens[position].span.start < sentence.end:
                inside.append(position)
                position += 1
            wordlike = [i for i in inside if len(self.tokens[i].text) > 1 and self.tokens[i].text[0].isalpha()]
            shouting = sum(self.tokens[i].text.isupper() for i in wordlike)
            if len(wordlike) >= _CASELESS_MIN_WORDS and shouting >= _CASELESS_SHARE * len(wordlike):
                for i in inside:
                    flags[i] = True
        return flags

    @cached_property
    def seen_in_lower_case(self) -> frozenset[str]:
        """Words that the report also writes without a capital."""
        return frozenset(token.text for token in self.tokens if token.text.islower())

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Words that the report introduces as a person's name: behind a title, or behind a given name."""
        found = set()
        for i in range(1, len(self.tokens)):
            if self.capital[i] and self.capital[i - 1] and self.adjacent(i - 1, i) and not self.caseless[i]:
                before = self.lower[i - 1]
                # "Mayor of Lagos" has no title right before the name; "General Santos" is rare enough.
                if before in HONORIFIC_TITLES or (
                    self.words.is_given_name(before) and before not in FUNCTION_WORDS and self.words.common_rank(before) is None
                ):
                    found.add(self.lower[i])
        return frozenset(found)

    def adjacent(self, left: int, right: int) -> bool:
        """Say whether only blanks stand between two tokens."""
        between = self.text[self.tokens[left].span.end : self.tokens[right].span.start]
        return not between.strip() and between.count("\n") <= 1

    def word_before(self, candidate: Candidate, back: int = 1) -> str:
        """Return the lower-case word so many places before the candidate on the same line, "" if something else stands between."""
        at = candidate.first - back
        if at < 0 or any(not self.adjacent(i, i + 1) for i in range(at, candidate.first)):
            return ""
        return self.lower[at]

    def word_after(self, candidate: Candidate, ahead: int = 1) -> str:
        """Return the lower-case word so many places behind the candidate on the same line, "" if something else stands between."""
        at = candidate.last + ahead
        if at >= len(self.tokens) or any(not self.adjacent(i, i + 1) for i in range(candidate.last, at)):
            return ""
        return self.lower[at]

    def is_capitalised(self, index: int) -> bool:
        """Say whether a token begins with a capital that means something: not in a caseless line, and no word of grammar."""
        return (
            0 <= index < len(self.tokens) and self.capital[index] and not self.caseless[index] and self.lower[index] not in FUNCTION_WORDS
        )

    def capital_before(self, candidate: Candidate) -> bool:
        """Say whether another capitalised word stands right before, as in a person's or an organisation's name."""
        at = candidate.first - 1
        return self.is_capitalised(at) and self.adjacent(at, candidate.first) and self.lower[at] not in TITLES

    def capital_after(self, candidate: Candidate) -> bool:
        """Say whether another capitalised word follows at once."""
        at = candidate.last + 1
        return self.is_capitalised(at) and self.adjacent(candidate.last, at)

    def behind_comma(self, candidate: Candidate) -> int | None:
        """Return the index of the token behind ", " right after the candidate; None if no comma follows."""
        at = candidate.last + 1
        if at < len(self.tokens) and self.tokens[at].text == ",":
            at += 1
        elif not (at < len(self.tokens) and "," in self.text[candidate.span.end : self.tokens[at].span.start]):
            return None
        return at if at < len(self.tokens) else None
