"""A sentence ready for the casualty grammar, and what the grammar finds in it: numbers of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, HAVE, MODALS, QUANTIFIERS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people one clause tells of.

    ``attackers``: they belong to the attacking side. ``definite``: people told of before ("the soldier", "he", a name). ``more``: added
    to a number told before. ``running``: a total that may reach over earlier reports ("the death toll rose to 12"). ``part``: included in
    the number before it ("including two children"). ``civilians``: said to be no fighters.
    ``earlier``: an older figure ("first reports spoke of three").
    ``claim``: what one side says. ``some``: of a group that is known ("two of the attackers").
    ``weak``: told by a deed that hurts or kills ("stabbed"), so it counts where nothing else tells how they fared.
    ``among``: an attacker who is counted in the number of the dead ("the gunman was among the dead").
    """

    effect: Effect
    count: Count
    span: Span
    verb: Span
    head: str
    attackers: bool = False
    definite: bool = False
    more: bool = False
    running: bool = False
    part: bool = False
    bare: bool = False
    civilians: bool = False
    earlier: bool = False
    claim: bool = False
    some: bool = False
    among: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence, ready for the casualty grammar."""

    words: Sequence[Word]
    phrases: Sequence[NounPhrase]

    def low(self, position: int) -> str:
        """Return the word at a position, "" outside the sentence."""
        return low_at(self.words, position)

    def starting(self, position: int) -> NounPhrase | None:
        """Return the phrase that begins at a position."""
        return next((phrase for phrase in self.phrases if phrase.first == position), None)

    def ending(self, position: int) -> NounPhrase | None:
        """Return the phrase that ends just before a position."""
        return next((phrase for phrase in self.phrases if phrase.last == position), None)


_PASSED = ADVERBS | {"not", "themselves", "himself", "herself", '"', "“", "‘"}


def back_over_adverbs(clauses: Clauses, position: int) -> int:
    """Return the position of the word before, adverbs skipped."""
    while position >= 0 and clauses.low(position) in _PASSED:
        position -= 1
    return position


_GROUP = (
    BE | HAVE | MODALS | {"to", "reported", "said", "believed", "known", "thought", "understood", "confirmed", "feared", "left", "found"}
)


def verb_group_start(clauses: Clauses, position: int) -> int:
    """Return where the verb group that ends at ``position`` begins: "have also been"."""
    start = position
    while start > 0:
        before = back_over_adverbs(clauses, start - 1)
        if before >= 0 and clauses.low(before) in _GROUP:
            start = before
        else:
            return start
    return start


def covered(clauses: Clauses, before: NounPhrase, phrase: NounPhrase) -> bool:
    """Say whether the number before covers the phrase as well: "300 women and children", "twelve men, women and children"."""
    many = before.count is not None and (before.count.best or before.count.low or 0) > 1
    bare = phrase.count == Count(2, None, None) and not phrase.definite and clauses.words[phrase.first].number is None
    joined = all(clauses.low(at) in {"and", "or", ",", "women", "children", "men"} for at in range(before.last, phrase.first))
    return many and bare and joined and clauses.low(phrase.first) not in QUANTIFIERS


def span_of(clauses: Clauses, phrase: NounPhrase) -> Span:
    """Return where a phrase stands in the report."""
    return Span(clauses.words[phrase.first].span.start, clauses.words[phrase.last - 1].span.end)
