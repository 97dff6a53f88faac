"""Noun phrases that name people, and how many: "at least two Iraqi policemen", "another", "no one", "three of his guards"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.effects import EFFECTS, Voice
from mapapp.incidents.grammar_words import (
    ADVERBS,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_PAST,
    PRONOUNS,
    PUNCTUATION,
    QUALIFIERS,
    ROUND,
    STOPS,
)
from mapapp.incidents.incident import Count
from mapapp.incidents.openings import Opening, exactly, low_at, opening
from mapapp.incidents.persons import (
    ATTACKERS,
    BARE_HEADS,
    BEASTS,
    CIVILIANS,
    COLLECTIVES,
    FORCES,
    GROUPS,
    IN_ONE,
    NOT_BEFORE_NAMES,
    PERSONS,
    is_nationality,
    is_person,
)
from mapapp.incidents.words import Word

LONGEST_MODIFIERS = 8
"""Words between the number and the head: "two off-duty Northern Province reserve police officers" has six."""

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
    soldier", "his", a name or a pronoun, so people told of before. ``more``: added to a number told before ("two others"). ``of_these``:
    some of those told of before ("two of them"). ``civilians``: the words say that they were no fighters. ``some``: of
    a group that is known ("three of the attackers").
    """

    first: int
    last: int
    count: Count | None
    head: str
    definite: bool = False
    more: bool = False
    named: bool = False
    of_these: bool = False
    civilians: bool = False
    some: bool = False

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
        if ends_run(words, position, start, head):
            break
        if low in PERSONS or low == "group_of":
            head = position
        if low == "group_of":
            break
    return head


def _guessed_head(words: Sequence[Word], start: int) -> int | None:
    """Return the position of a noun that names people by its ending and closes the counted run at ``start``; None if there is none."""
    for position in range(start, min(start + LONGEST_MODIFIERS + 1, len(words))):
        word, following = words[position], low_at(words, position + 1)
        if ends_run(words, position, start, None) or (position > start and word.low in ADVERBS):
            return None
        closed = following == "" or following in STOPS or following in COMMON_VERBS or following in ADVERBS or following in EFFECTS
        if closed or (position + 1 < len(words) and words[position + 1].name):
            return position if (is_person(word.low) or (word.name and is_nationality(word.low))) and word.low not in BEASTS else None
    return None


def _closing(words: Sequence[Word], bracket: int) -> int:
    """Return the position behind the bracket that closes the one at ``bracket``, or its own position where none follows soon."""
    return next((at + 1 for at in range(bracket + 1, min(bracket + 7, len(words))) if words[at].low in {")", "]"}), bracket)


def ends_run(words: Sequence[Word], position: int, start: int, head: int | None) -> bool:
    """Say whether a word cannot stand inside the phrase: function words, another number or article, a verb behind the noun."""
    word = words[position]
    if word.low in STOPS or ("_" in word.low and word.low not in PERSONS and word.low != "group_of"):
        return True
    if position > start and (word.number is not None or word.low in DETERMINERS or word.low in {"a", "an"}):
        return True
    if head is None:
        return position > start and word.low in FINITE_PAST
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
        or low in EFFECTS
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
        return NounPhrase(
            first, inner.last, found.count, inner.head, definite=False, more=found.more, civilians=inner.civilians, some=inner.definite
        )
    if low_at(words, found.position + 1) in PRONOUNS | {"these", "those"}:
        inner = noun_phrase(words, found.position + 2)
        if inner is not None and inner.count == Count(2, None, None) and not inner.definite:  # "nine of them civilians"
            return replace(inner, first=first, count=found.count, definite=True, of_these=True)
        return NounPhrase(first, found.position + 2, found.count, "", definite=True, more=found.more, of_these=True)
    return None


_BEHIND_PEOPLE = frozenset({Voice.PAST, Voice.FATE, Voice.STATE, Voice.SELF})
"""Words that may stand behind a number alone: "12 drowned", not "12 deaths"."""


def _is_age(words: Sequence[Word], first: int, behind: int) -> bool:
    """Say whether a number alone is an age: "the driver, 35, was killed", "two boys, 4 and 6, drowned", "aged 4 and 6"."""
    before, following = low_at(words, first - 1), low_at(words, behind)
    if before in {",", "("} and (following in {",", ")"} or (following == "and" and low_at(words, behind + 2) in {",", ")"})):
        return following != "and" or words[behind + 1].number is not None
    if before == "and" and first > 1 and words[first - 2].number is not None:
        return low_at(words, first - 3) in {"aged", "ages", ","} and following in {",", ")", "were", "was"}
    return before in {"aged", "ages", "age"}


def _bare_number(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read a number without a noun: "three were killed", "killing at least 12"."""
    following = low_at(words, found.position)
    if _is_age(words, first, found.position):
        return None
    if (
        following == ""
        or following in STOPS
        or following in ADVERBS
        or following in COMMON_VERBS
        or EFFECTS.get(following, (None, None))[1] in _BEHIND_PEOPLE
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


def _no_opening(words: Sequence[Word], first: int) -> bool:
    """Say whether "that" only joins a clause ("said that 11 men"), or how many is asked or left open ("how many", "so many")."""
    low, following = words[first].low, words[first + 1] if first + 1 < len(words) else None
    if following is None:
        return False
    if first > 1 and words[first - 1].low in {"many", "few"} and words[first - 2].low in {"how", "so"}:
        return True
    if low == "that":
        return following.number is not None or following.low in QUALIFIERS | ROUND.keys() | {"a", "an", "the", "several", "many"}
    many, asked = {"many", "few"}, {"how", "so"}
    return (low in asked and following.low in many) or (low in many and first > 0 and words[first - 1].low in asked)


_NOBODY = NounPhrase(0, 1, exactly(0), "")
_HE = NounPhrase(0, 1, exactly(1), "", definite=True)
_ALONE = {"no_one": _NOBODY, "nobody": _NOBODY, "none": _NOBODY, "he": _HE, "she": _HE, "him": _HE}
"""Words that are a phrase by themselves."""


def noun_phrase(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a noun phrase for people that begins just at word ``first``; None if there is none."""
    if first >= len(words):
        return None
    low = words[first].low
    if low in _ALONE:
        return replace(_ALONE[low], first=first, last=first + 1)
    if low == "neither":
        inner = noun_phrase(words, first + 1 + (low_at(words, first + 1) == "of"))
        return replace(inner, first=first, count=exactly(0), definite=False) if inner is not None else None
    if low in PUNCTUATION or low in CONJUNCTIONS or low == "'s" or _no_opening(words, first):
        return None
    found = opening(words, first)
    if found.position == first and _cannot_open(words, first):
        return None
    following = low_at(words, found.position)
    if following == "of" and (found.number or found.indefinite):
        return _of_a_number(words, found, first)
    head = _head(words, found.position)
    if head is None and (found.number or found.indefinite or found.more):
        head = _guessed_head(words, found.position)
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
    if noun in _ARMED and any(words[position].low in _WITH_ARMS for position in range(found.position, head)):
        noun = _ARMED[noun]
    count = found.count
    if noun in IN_ONE and (found.indefinite or not found.number):
        count = exactly(IN_ONE[noun])  # "a couple", "the twins"
    elif noun in GROUPS and (found.indefinite or found.number):
        count = _people_in(count)
    elif count is None:
        unknown = None if found.definite else Count(2, None, None)
        count = unknown if _plural(noun) or noun in COLLECTIVES else exactly(1)
    last = _after_names(words, head + 1)
    named = last > head + 1 or (low_at(words, last) == "," and last + 1 < len(words) and words[last + 1].name)
    definite = found.definite or (named and count == exactly(1))
    unarmed = any(words[position].low in CIVILIANS for position in range(found.position, head + 1))
    return NounPhrase(first, last, count, noun, definite=definite, more=more, named=last > head + 1, civilians=unarmed)


_ARMED = {"man": "gunman", "men": "gunmen", "youths": "gunmen", "youth": "gunman", "individuals": "gunmen", "persons": "gunmen"}
_WITH_ARMS = frozenset("armed masked hooded heavily-armed".split())
"""Words that make gunmen of men."""


def _people_in(count: Count | None) -> Count:
    """Return what is known of the people in so many groups: at least two in each; families are counted as they are told of."""
    groups = (count.best or count.low or 1) if count is not None else 1
    if groups == 0:
        return exactly(0)
    return Count(groups if groups > 1 else 2, None, None)


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
