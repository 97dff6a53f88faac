"""Which noun a phrase for people ends in, and which numbers are ages."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import ADVERBS, COMMON_VERBS, DETERMINERS, FINITE_PAST, QUALIFIERS, STOPS
from mapapp.incidents.wording.persons import BEASTS, COLLECTIVES, GROUPS, IN_ONE, NOT_BEFORE_NAMES, PERSONS, is_nationality, is_person
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.date_words import MONTHS

LONGEST_MODIFIERS = 8
"""Words between the number and the head: "two off-duty Northern Province reserve police officers" has six."""

_OPENS_PHRASE = DETERMINERS | STOPS | {"a", "an"}

UNITS = frozenset(
    """
    year years month months day days week weeks hour hours minute minutes second seconds km kilometer kilometers kilometre kilometres mile
    miles meter meters metre metres percent % am pm a.m p.m gmt degrees feet foot kg kilos kilograms tons tonnes pounds dollars rupees
    local time times hrs kms o'clock million billion thousand round rounds st nd rd th
    """.split()
)
"""Nouns after a number that is no number of people."""


def is_plural(head: str) -> bool:
    """Say whether a noun for people is plural."""
    return head in {"people", "police", "troops", "children", "personnel", "forces"} or (
        head.endswith(("men", "s")) and not head.endswith("ss")
    )


def head_at(words: Sequence[Word], start: int) -> int | None:
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
        if (low in PERSONS and not _qualifies(words, position)) or low == "group_of":
            head = position
        if low == "group_of":
            break
    return head


_SEXES = frozenset({"male", "female"})


def _qualifies(words: Sequence[Word], position: int) -> bool:
    """Say whether "male" or "female" only goes before the noun: "two female campaign workers", not "a male, 29, was stabbed"."""
    if words[position].low not in _SEXES:
        return False
    low = low_at(words, position + 1)
    return not (low == "" or low in STOPS or low in COMMON_VERBS or low in ADVERBS or low in EFFECTS)


def guessed_head(words: Sequence[Word], start: int) -> int | None:
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


_LADEN = frozenset("carrying transporting ferrying bringing".split())
"""Words between a vehicle and the people in it: "a bus carrying market women"."""


def ends_run(words: Sequence[Word], position: int, start: int, head: int | None) -> bool:
    """Say whether a word cannot stand inside the phrase: function words, another number or article, a verb behind the noun."""
    word = words[position]
    if word.low in STOPS or ("_" in word.low and word.low not in PERSONS and word.low != "group_of"):
        return True
    if position > start and (word.number is not None or word.low in DETERMINERS or word.low in {"a", "an"}):
        return True
    if head is None:
        return position > start and (word.low in FINITE_PAST or word.low in _LADEN)
    return position - head > 2 or word.low in COMMON_VERBS or word.low in ADVERBS or word.low.endswith(("ed", "ing"))


def _pair_of_modifiers(words: Sequence[Word], joint: int) -> bool:
    """Say whether "and" only joins two qualifiers: "15 Eastern and Northern Front militants"."""
    before, after = words[joint - 1], words[joint + 1] if joint + 1 < len(words) else None
    if after is None or after.low in _OPENS_PHRASE or after.number is not None or after.low in COMMON_VERBS:
        return False
    return before.low not in STOPS and any(low_at(words, at) in PERSONS for at in range(joint + 1, joint + 4))


def is_compound(words: Sequence[Word], head: int) -> bool:
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
        low not in {"a", "an", "dead", "alive", "unhurt", "hostage", "no", "several", "a_few", "near"} and not is_plural(words[head].low)
    ) or (words[head].low in COLLECTIVES and low not in {"were", "was", "dead"})


_NOT_IN_NAMES = PERSONS | EFFECTS.keys()


def after_names(words: Sequence[Word], position: int) -> int:
    """Skip a name behind the noun: "police officer Firstname Lastname"."""
    while position < len(words) and words[position].name and not (words[position].low in STOPS or words[position].low in _NOT_IN_NAMES):
        position += 1
    return position


def _aged_before(words: Sequence[Word], first: int) -> bool:
    """Say whether a run of numbers is of years: "aged between 3 and 11", "aged 4 to 9"."""
    at = first - 1
    while at >= 0 and first - at <= LONGEST_MODIFIERS and (words[at].number is not None or words[at].low in _BETWEEN_AGES):
        at -= 1
    return low_at(words, at) in {"aged", "ages", "age"}


_BETWEEN_AGES = frozenset("and to between from , - –".split())


def _is_one_person(low: str) -> bool:
    return low in PERSONS and low not in _OF_SEVERAL and not is_plural(low)


_OF_SEVERAL = GROUPS | COLLECTIVES | IN_ONE.keys() | {"group_of", "party", "staff", "delegation"}


_ENDS = frozenset({"", ".", ";", ":"})
_GROWN = range(10, 100)


def is_age(words: Sequence[Word], first: int, behind: int) -> bool:
    """Say whether a number alone is an age: "the driver, 35, was killed", "two boys, 4 and 6, drowned", "aged 4 and 6"."""
    while first > 1 and words[first - 1].low in QUALIFIERS and words[first - 2].low in {"of", "aged"}:
        first -= 1  # "a man of about 25"
    before, following = low_at(words, first - 1), low_at(words, behind)
    if before in {",", "("} and (following in {",", ")"} or (following == "and" and low_at(words, behind + 2) in {",", ")"})):
        return following != "and" or words[behind + 1].number is not None
    if before == "," and following in _ENDS and first > 1 and (_is_one_person(low_at(words, first - 2)) or words[first - 2].name):
        return words[first].number in _GROWN  # "a deputy killed the gunman, 22."
    if before == "/" and low_at(words, first - 2) in {"m", "f"}:
        return True  # "victim f/70"
    if before == "of" and first > 1 and _is_one_person(words[first - 2].low):
        return True  # "a boy of six", not "a family of six"
    if before in {"and", "to", "between", "from"} and _aged_before(words, first):
        return True
    if before == "and" and first > 1 and words[first - 2].number is not None:
        return low_at(words, first - 3) in {"aged", "ages"} or (low_at(words, first - 3) == "," and following in {",", ")", "were", "was"})
    return before in {"aged", "ages", "age"}


_YEARS = range(1900, 2100)
_BEFORE_YEAR = frozenset("in since of until by from before after during early late mid".split())
_DAYS_OF_MONTH = range(1, 32)
_BEHIND_MODAL = frozenset("have be also still well yet not".split())


def is_day(words: Sequence[Word], position: int) -> bool:
    """Say whether a number is the day of a month named behind it: "found dead 11 Aug.", but not "20 may have drowned"."""
    month = low_at(words, position + 1)
    if month.rstrip(".") not in MONTHS:
        return False
    if month == "may" and low_at(words, position + 2) in _BEHIND_MODAL:
        return False
    return words[position].number in _DAYS_OF_MONTH


def is_year(words: Sequence[Word], first: int) -> bool:
    """Say whether a number without a noun is a year: "in 2018", "in March 2018"."""
    number, before = words[first].number, low_at(words, first - 1)
    if number not in _YEARS or not words[first].low.isdecimal():
        return False
    return before in _BEFORE_YEAR or before in MONTHS or (before == "," and first > 1 and words[first - 2].number is not None)
