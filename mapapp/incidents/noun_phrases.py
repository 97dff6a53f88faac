"""Noun phrases that name people, and how many: "at least two Iraqi policemen", "another", "no one", "three of his guards"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.effects import EFFECTS
from mapapp.incidents.facilities import FACILITY_NOUNS
from mapapp.incidents.grammar_words import (
    ADVERBS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PRONOUNS,
    PUNCTUATION,
    QUALIFIERS,
    STOPS,
)
from mapapp.incidents.incident import Count
from mapapp.incidents.openings import Opening, exactly, low_at, opening
from mapapp.incidents.persons import ATTACKERS, BARE_HEADS, COLLECTIVES, FORCES, NOT_BEFORE_NAMES, PERSONS
from mapapp.incidents.words import Word

LONGEST_MODIFIERS = 8
"""Words between the number and the head: "two off-duty Northern Province reserve police officers" has six."""

LONGEST_OBJECT = 4
"""Words of a run that may stand for a victim although its noun is in no list."""

UNITS = frozenset(
    """
    year years month months day days week weeks hour hours minute minutes second seconds km kilometer kilometers kilometre kilometres mile
    miles meter meters metre metres percent % am pm a.m p.m gmt degrees feet foot kg kilos kilograms tons tonnes pounds dollars rupees
    local time times hrs kms o'clock million billion thousand round rounds st nd rd th
    """.split()
)
"""Nouns after a number that is no number of people."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """People, from word ``first`` up to (not including) word ``last``.

    ``count`` None: nothing said of the number ("soldiers" has a low bound instead). ``head`` "" for a bare number. ``definite``: "the
    soldier", "his", a name or a pronoun, so people told of before. ``more``: added to a number told before ("two others").
    """

    first: int
    last: int
    count: Count | None
    head: str
    definite: bool = False
    more: bool = False
    named: bool = False

    @property
    def attackers(self) -> bool:
        """Whether the noun says that they are the attacking side."""
        return self.head in ATTACKERS

    @property
    def number_given(self) -> bool:
        """Whether a number or an indefinite article was written: people told of for the first time."""
        return self.count is not None and not self.definite

    @property
    def forces(self) -> bool:
        """Whether they are police, soldiers or guards."""
        return self.head in FORCES


def _plural(head: str) -> bool:
    """Say whether a noun for people is plural."""
    return head in {"people", "police", "troops", "children", "personnel", "forces"} or (
        head.endswith(("men", "s")) and not head.endswith("ss")
    )


def _head(words: Sequence[Word], start: int) -> int | None:
    """Return the position of the noun for people that ends the run of words at ``start``; None if there is none."""
    head = None
    closing = start
    for position in range(start, min(start + LONGEST_MODIFIERS + 1, len(words))):
        low = words[position].low
        if position < closing:
            continue
        if low in {"(", "["} and (head is None or words[head].low in NOT_BEFORE_NAMES):
            head, closing = None, _closing(words, position)  # "National Front (NF) members"
            if closing > position:
                continue
        if low == "and" and head is None and _pair_of_modifiers(words, position):
            continue
        if low in {"-", "'s"} or (low in {'"', "“", "”", "'", "‘"} and head is None):
            continue  # "a police chief's son", quoted epithets
        if _ends_run(words, position, start, head):
            break
        if low in PERSONS or low == "group_of":
            head = position
        if low == "group_of":
            break
    return head


def _closing(words: Sequence[Word], bracket: int) -> int:
    """Return the position behind the bracket that closes the one at ``bracket``, or its own position where none follows soon."""
    return next((at + 1 for at in range(bracket + 1, min(bracket + 7, len(words))) if words[at].low in {")", "]"}), bracket)


def _ends_run(words: Sequence[Word], position: int, start: int, head: int | None) -> bool:
    """Say whether a word cannot stand inside the phrase: function words, another number or article, a verb behind the noun."""
    word = words[position]
    if word.low in STOPS or ("_" in word.low and word.low not in PERSONS and word.low != "group_of"):
        return True
    if position > start and (word.number is not None or word.low in DETERMINERS or word.low in {"a", "an"}):
        return True
    if head is None:
        return False
    return position - head > 2 or word.low in COMMON_VERBS or word.low in ADVERBS or word.low.endswith(("ed", "ing"))


def _pair_of_modifiers(words: Sequence[Word], joint: int) -> bool:
    """Say whether "and" only joins two qualifiers: "15 Eastern and Northern Front militants"."""
    before, after = words[joint - 1], words[joint + 1] if joint + 1 < len(words) else None
    if after is None or after.low in DETERMINERS | STOPS | {"a", "an"} or after.number is not None or after.low in COMMON_VERBS:
        return False
    return before.low not in STOPS and any(low_at(words, at) in PERSONS for at in range(joint + 1, joint + 4))


def _compound(words: Sequence[Word], head: int) -> bool:
    """Say whether the noun for people only qualifies a thing: "police station", "student hostel"."""
    following = words[head + 1] if head + 1 < len(words) else None
    if following is None or following.low in STOPS or following.number is not None or following.name:
        return following is not None and (following.low == "'s" or (following.name and words[head].low in NOT_BEFORE_NAMES))
    low = following.low
    if (
        low in ADVERBS
        or low in COMMON_VERBS
        or low in PERSONS
        or low in QUALIFIERS
        or low in DETERMINERS
        or low.endswith(("ed", "ing", "ly"))
        or "_" in low
    ):
        return False
    return (
        low not in {"a", "an", "dead", "alive", "unhurt", "hostage", "no", "several", "a_few", "near"} and not _plural(words[head].low)
    ) or (words[head].low in COLLECTIVES and low not in {"were", "was", "dead"})


def _after_names(words: Sequence[Word], position: int) -> int:
    """Skip a name behind the noun: "police officer Firstname Lastname"."""
    while position < len(words) and words[position].name and words[position].low not in STOPS and words[position].low not in PERSONS:
        position += 1
    return position


def _of_a_number(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read "three of the attackers", "one of them", "two of his guards", "dozens of people"."""
    inner = noun_phrase(words, found.position + 1)
    if inner is not None and inner.head:
        return NounPhrase(first, inner.last, found.count, inner.head, definite=False, more=found.more)
    if low_at(words, found.position + 1) in PRONOUNS:
        return NounPhrase(first, found.position + 2, found.count, "", definite=True, more=found.more)
    return None


def _bare_number(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read a number without a noun: "three were killed", "killing at least 12"."""
    following = low_at(words, found.position)
    if first and words[first - 1].low in {",", "("} and following in {",", ")"}:
        return None  # an age: "the driver, 35, was killed"
    if (
        following == ""
        or following in STOPS
        or following in ADVERBS
        or following in COMMON_VERBS
        or following == "dead"
        or "_" in following
    ):
        return (
            NounPhrase(first, found.position, found.count, "", more=found.more, definite=found.definite) if following not in UNITS else None
        )
    return None


def _named(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a run of capitalised words, taken for one person's name."""
    last = first + (first == 0)
    while last < len(words) and last - first < 6 and words[last].name and words[last].low not in STOPS:
        last += 1
    if last == first:
        return None
    return NounPhrase(first, last, exactly(1), "", definite=True, named=True)


def _may_open_name(before: str) -> bool:
    """Say whether a person's name may follow a word: no article or adjective stands before a name."""
    return before in STOPS or before in COMMON_VERBS or before in EFFECTS or before in ADVERBS


def _opens_with_name(words: Sequence[Word]) -> bool:
    """Say whether the sentence begins with a name, as far as its second word tells: "Surname was killed", "Surname, a civilian,"."""
    if not words or not words[0].low[0].isalpha() or words[0].low in STOPS | ADVERBS | DETERMINERS | QUALIFIERS:
        return False
    return len(words) > 1 and (words[1].name or words[1].low in {"was", ","})


def _cannot_open(words: Sequence[Word], first: int) -> bool:
    """Say whether a word can open no phrase without an article or number before it: a verb, an adverb, a joined phrase."""
    low = words[first].low
    if low in COMMON_VERBS or low in EFFECTS:
        return first > 0 or low_at(words, first + 1) not in PERSONS  # "Injured policemen were ..."
    return low in ADVERBS or ("_" in low and low not in PERSONS and low != "group_of")


def noun_phrase(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a noun phrase for people that begins just at word ``first``; None if there is none."""
    if first >= len(words):
        return None
    low = words[first].low
    if low in {"no_one", "nobody", "none"}:
        return NounPhrase(first, first + 1, exactly(0), "")
    if low in {"he", "she", "him"}:
        return NounPhrase(first, first + 1, exactly(1), "", definite=True)
    if low in PUNCTUATION or low in CONJUNCTIONS or low == "'s":
        return None
    found = opening(words, first)
    if found.position == first and _cannot_open(words, first):
        return None
    following = low_at(words, found.position)
    if following == "of" and (found.number or found.indefinite):
        return _of_a_number(words, found, first)
    head = _head(words, found.position)
    if head is None:
        if found.number or (found.more and found.count):
            return _bare_number(words, found, first)
        return None
    if _compound(words, head):
        return None
    if words[head].low == "group_of":
        return _group(words, found, first, head)
    return _with_head(words, found, first, head)


def _group(words: Sequence[Word], found: Opening, first: int, head: int) -> NounPhrase | None:
    """Read "a group of 12 soldiers", "three members of a family", "members of the police"."""
    inner = noun_phrase(words, head + 1)
    if inner and inner.count and inner.count.best is not None and inner.count.best > 1 and not found.number:
        return replace(inner, first=first)
    count = found.count or Count(2, None, None)
    last = inner.last if inner else head + 1
    return NounPhrase(first, last, count, inner.head if inner and inner.head else "members", definite=found.definite, more=found.more)


def _with_head(words: Sequence[Word], found: Opening, first: int, head: int) -> NounPhrase | None:
    """Finish a phrase whose noun is known."""
    noun = words[head].low
    more = found.more or noun in BARE_HEADS or any(words[position].low in {"other", "more"} for position in range(found.position, head))
    count = found.count
    if count is None:
        if _plural(noun) or noun in COLLECTIVES:
            count = Count(2, None, None) if not found.definite else None
        elif not found.definite:
            count = exactly(1)
        else:
            count = exactly(1)
    last = _after_names(words, head + 1)
    named = last > head + 1 or (low_at(words, last) == "," and last + 1 < len(words) and words[last + 1].name)
    definite = found.definite or (named and count == exactly(1))
    return NounPhrase(first, last, count, noun, definite=definite, more=more, named=last > head + 1)


_BEASTS = frozenset(
    """
    cattle cow cows sheep goat goats camel camels dog dogs animal animals livestock elephant elephants tiger tigers bird birds chicken
    chickens pig pigs horse horses buffalo buffaloes poultry fish lion lions rhino rhinos donkey donkeys head mules
    """.split()
)


def unknown_victim(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a counted run of words whose noun is in no list, right behind "killed" or "abducted"."""
    if first >= len(words) or not (words[first].number is not None or words[first].low in {"a", "an"} | QUALIFIERS):
        return None
    found = opening(words, first)
    end = found.position
    while end < len(words) and end - found.position < LONGEST_OBJECT and not _ends_run(words, end, found.position, None):
        end += 1
    lows = {word.low for word in words[found.position : end]}
    if found.count is None or not lows or lows & (_BEASTS | UNITS | FACILITY_NOUNS):
        return None
    return NounPhrase(first, end, found.count, words[end - 1].low, more=found.more)


def unknown_people(words: Sequence[Word], start: int, end: int) -> NounPhrase | None:
    """Read a counted run of words whose noun is in no list, right before "were killed": who is killed is a person, or a beast.

    Only a number or an article opens it, and nothing but qualifiers may stand between.
    """
    for first in range(end - 1, max(start, end - LONGEST_MODIFIERS) - 1, -1):
        low = words[first].low
        if words[first].number is not None or low in {"a", "an", "another"}:
            found = opening(words, first - 1 if first and words[first - 1].low in QUALIFIERS else first)
            lows = {word.low for word in words[found.position : end]}
            if found.count is None or not lows or lows & (_BEASTS | UNITS):
                return None
            return NounPhrase(first, end, found.count, words[end - 1].low, more=found.more)
        if low in STOPS or low in DETERMINERS:
            return None
    return None


def noun_phrases(words: Sequence[Word]) -> list[NounPhrase]:
    """Return the noun phrases for people in a sentence, in order and without overlaps; names of people included."""
    out: list[NounPhrase] = []
    position = 0
    while position < len(words):
        found = noun_phrase(words, position)
        if found is None and position and not _may_open_name(words[position - 1].low):
            position += 1
            continue
        if found is None and (words[position].name or (position == 0 and _opens_with_name(words))):
            found = _named(words, position)
        if found is not None and found.last > position:
            out.append(found)
            position = found.last
        else:
            position += 1
    return out
