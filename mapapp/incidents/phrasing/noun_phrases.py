"""Noun phrases that name people, and how many: "at least two Iraqi policemen", "another", "no one", "three of his guards"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.heads import (
    LONGEST_MODIFIERS,
    UNITS,
    after_names,
    ends_run,
    guessed_head,
    head_at,
    is_age,
    is_compound,
    is_day,
    is_plural,
    is_year,
)
from mapapp.incidents.telling.openings import OPENERS, Opening, exactly, opening
from mapapp.incidents.wording.armed import armed_noun, of_hostile_group
from mapapp.incidents.wording.effects import EFFECTS, Voice
from mapapp.incidents.wording.grammar_words import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PRONOUNS,
    PUNCTUATION,
    QUALIFIERS,
    ROUND,
    STOPS,
)
from mapapp.incidents.wording.persons import (
    ATTACKERS,
    BARE_HEADS,
    BEASTS,
    CIVILIANS,
    COLLECTIVES,
    FORCES,
    GROUPS,
    IN_ONE,
    PERSONS,
)
from mapapp.incidents.wording.words import Word, low_at

_OWNERS = frozenset("his her their its our my".split())


def _of_things(words: Sequence[Word], owner: int) -> bool:
    """Say whether beasts stand behind a possessive: "four of his goats"."""
    return words[owner].low in _OWNERS and not BEASTS.isdisjoint({low_at(words, owner + 1), low_at(words, owner + 2)})


_OURS = frozenset({"us", "ours"})
_THOSE = PRONOUNS | _OURS | {"these", "those", "theirs"}
_NO_NAME = STOPS | ADVERBS | DETERMINERS | QUALIFIERS
_BEHIND_THAT = QUALIFIERS | ROUND.keys() | {"a", "an", "the", "several", "many", "both", "all"}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """People, from word ``first`` up to (not including) word ``last``.

    ``count`` None: nothing said of the number ("soldiers" has a low bound instead). ``head`` "" for a bare number. ``definite``: "the
    soldier", "his", a name or a pronoun, so people told of before. ``more``: added to a number told before ("two others"). ``of_these``:
    some of those told of before ("two of them"). ``civilians``: said to be no fighters. ``some``: of a known group.
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


def _of_a_number(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read "three of the attackers", "one of them", "two of his guards", "dozens of people"."""
    inner = noun_phrase(words, found.position + 1)
    if inner is None and low_at(words, found.position + 1) in DETERMINERS:
        inner = _guessed(words, found.position + 1)
    if inner is not None and inner.head:
        return NounPhrase(
            first, inner.last, found.count, inner.head, definite=False, more=found.more, civilians=inner.civilians, some=inner.definite
        )
    if low_at(words, found.position + 1) == "the" and low_at(words, found.position + 2) in {"wounded", "injured", "hurt"}:
        return NounPhrase(first, found.position + 3, found.count, "wounded", more=True)
    if low_at(words, found.position + 1) == "the" and found.position + 2 < len(words) and words[found.position + 2].number is not None:
        behind = found.position + 3
        if low_at(words, behind) in EFFECTS or low_at(words, behind) in STOPS or low_at(words, behind) in COMMON_VERBS:
            return NounPhrase(first, behind, found.count, "", more=found.more, some=True)  # "three of the ten died"
    if low_at(words, found.position + 1) in _THOSE and not _of_things(words, found.position + 1):
        inner = noun_phrase(words, found.position + 2)
        single = inner is not None and found.count == exactly(1) == inner.count  # "one of them an attacker"
        if inner is not None and (inner.count == Count(2, None, None) or single) and not inner.definite:  # "nine of them civilians"
            return replace(inner, first=first, count=found.count, definite=True, of_these=True)
        last = found.position + 2 + (low_at(words, found.position + 2) == "own")  # "two of their own"
        ours = low_at(words, found.position + 1) in _OURS
        return NounPhrase(first, last, found.count, "", definite=not ours, more=found.more, of_these=not ours)
    return None


def _guessed(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read "our own linemen" by the ending of the noun, where it closes the run behind an article."""
    head = guessed_head(words, first + 1)
    return NounPhrase(first, head + 1, None, words[head].low, definite=True) if head is not None and is_plural(words[head].low) else None


_BEHIND_PEOPLE = frozenset(
    {Voice.PAST, Voice.FATE, Voice.STATE, Voice.SELF, Voice.FLIGHT, Voice.SEIZE, Voice.CARE, Voice.PASSIVE, Voice.EVACUATED}
)
"""Words that may stand behind a number alone: "12 drowned", not "12 deaths"."""


def _bare_number(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read a number without a noun: "three were killed", "killing at least 12"."""
    following = low_at(words, found.position)
    if is_age(words, first, found.position) or is_year(words, first) or following in _COMPARING:
        return None
    if (on_board := _ON_BOARD.get(following, 0)) and (following == "aboard" or low_at(words, found.position + 1) == "board"):
        return NounPhrase(first, found.position + on_board, found.count, "", more=found.more, definite=found.definite)
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


_COMPARING = frozenset({"more_than", "fewer_than"})
"""Behind a number: "three more than last night" are no people of their own."""

_FURTHER_ONE = frozenset("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


def _closes(low: str) -> bool:
    """Say whether a word may stand behind "a fourth" that is a person: "captured a fourth, wounded"; not "a fourth of the town"."""
    return low != "of" and (low == "" or low in STOPS or low in EFFECTS)


_SUFFERING = frozenset("were was are died perished drowned have had".split())
_ON_BOARD = {"aboard": 1, "on": 2}
"""Words of "aboard" and "on board" behind "all"."""


def _without_noun(words: Sequence[Word], found: Opening, first: int) -> NounPhrase | None:
    """Read "the 34-year-old was shot", "both were killed"."""
    following = low_at(words, found.position)
    if following.endswith("-year-old") and (found.definite or found.indefinite):
        closing = low_at(words, found.position + 1)
        if closing in STOPS or closing in COMMON_VERBS or closing in ADVERBS or closing in EFFECTS or closing == "":
            return NounPhrase(first, found.position + 1, exactly(1), "person", definite=found.definite)
    if words[first].low == "a" and following in _FURTHER_ONE and _closes(low_at(words, found.position + 1)):
        return NounPhrase(first, found.position + 1, exactly(1), "", more=True)
    if words[first].low == "both" and found.position == first + 1 and (following in AUXILIARIES or following in EFFECTS):
        return NounPhrase(first, first + 1, exactly(2), "", definite=True)
    if words[first].low == "all" and found.position == first + 1 and (following in _SUFFERING or following in {"aboard", "on", ""}):
        return NounPhrase(first, first + 1 + _ON_BOARD.get(following, 0), None, "", definite=True)
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
    if not words or not words[0].low[0].isalpha() or words[0].low in _NO_NAME:
        return False
    return len(words) > 1 and (words[1].name or words[1].low in {"was", ","})


_MANY, _ASKED = frozenset({"many", "few"}), frozenset({"how", "so", "as"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow".split())


def _cannot_open(words: Sequence[Word], first: int) -> bool:
    """Say whether a word can open no phrase without an article or number before it: a verb, an adverb, a joined phrase."""
    low = words[first].low
    if low in _DAYS:
        return True  # "on Monday gunmen ..."
    if low in COMMON_VERBS or low in EFFECTS:
        return first > 0 or low_at(words, first + 1) not in PERSONS  # "Injured policemen were ..."
    return low in ADVERBS or ("_" in low and low not in PERSONS and low != "group_of")


def _no_opening(words: Sequence[Word], first: int) -> bool:
    """Say whether "that" only joins a clause ("said that 11 men"), or how many is asked or left open ("how many", "so many")."""
    low, following = words[first].low, words[first + 1] if first + 1 < len(words) else None
    if following is None:
        return False
    if following.low in {"a", "an", "the"} and words[first].number is not None:  # "in 2011 a clerk was wounded"
        return True
    if low == "between" and low_at(words, first - 1) in {"aged", "ages"}:
        return True
    if first > 1 and words[first - 1].low in _MANY and words[first - 2].low in _ASKED:
        return True
    if low == "that":
        return following.number is not None or following.low in _BEHIND_THAT
    return (low in _ASKED and following.low in _MANY) or (low in _MANY and first > 0 and words[first - 1].low in _ASKED)


_NOBODY = NounPhrase(0, 1, exactly(0), "")
_HE = NounPhrase(0, 1, exactly(1), "", definite=True)
_ALONE = {"no_one": _NOBODY, "nobody": _NOBODY, "none": _NOBODY, "he": _HE, "she": _HE, "him": _HE}
"""Words that are a phrase by themselves."""


_OPENS_SPECIAL = frozenset({"neither", "the", "m", "f"})
_OLDEST = 110


def _special(words: Sequence[Word], first: int, low: str) -> NounPhrase | None:
    """Read "neither of the drivers", "the last of the five attackers", and "m/24" of a police log."""
    following = low_at(words, first + 1)
    if low == "neither":
        inner = noun_phrase(words, first + 1 + (following == "of"))
        return replace(inner, first=first, count=exactly(0), definite=False) if inner is not None else None
    if low == "the":
        inner = noun_phrase(words, first + 3) if following == "last" and low_at(words, first + 2) == "of" else None
        return replace(inner, first=first, definite=False, some=True) if inner is not None and inner.attackers else None
    number = words[first + 2].number if following == "/" and first + 2 < len(words) else None
    return NounPhrase(first, first + 3, exactly(1), "person") if number is not None and number <= _OLDEST else None


def noun_phrase(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a noun phrase for people that begins just at word ``first``; None if there is none."""
    if first >= len(words):
        return None
    low = words[first].low
    if low in _ALONE:
        return replace(_ALONE[low], first=first, last=first + 1 + (low_at(words, first + 1) == "else"))
    if low in _OPENS_SPECIAL and (special := _special(words, first, low)) is not None:
        return special
    if low in PUNCTUATION or low in CONJUNCTIONS or low == "'s" or _no_opening(words, first):
        return None
    found = opening(words, first)
    if _cannot_open(words, first) if found.position == first else found.number and is_day(words, found.position - 1):
        return None
    following = low_at(words, found.position)
    if following == "of" and (found.number or found.indefinite):
        return _of_a_number(words, found, first)
    head = head_at(words, found.position)
    if head is None and (found.number or found.indefinite or found.more):
        head = guessed_head(words, found.position)
    if head is None:
        if found.number or (found.more and found.count):
            return _bare_number(words, found, first)
        return _without_noun(words, found, first)
    if words[head].low == "group_of":
        return _group(words, found, first, head)
    if is_compound(words, head):
        return None
    return _with_head(words, found, first, head)


def _group(words: Sequence[Word], found: Opening, first: int, head: int) -> NounPhrase | None:
    """Read "a group of 12 soldiers", "three members of a family", "members of the police"."""
    inner = noun_phrase(words, head + 1)
    if inner and inner.count and inner.count.best is not None and inner.count.best > 1 and not found.number:
        return replace(inner, first=first)
    count = found.count or Count(2, None, None)
    last = inner.last if inner else _run_end(words, head + 1)
    noun = inner.head if inner and inner.head else "members"
    if of_hostile_group(words, head + 1):
        noun = "militants"
    if noun == "members":
        noun = armed_noun(noun, {words[at].low for at in range(found.position, head)})
    return NounPhrase(first, last, count, noun, definite=found.definite, more=found.more)


def _run_end(words: Sequence[Word], first: int) -> int:
    """Return the end of a run of words behind an article: "a fishing cooperative" in "two members of a fishing cooperative"."""
    end = first + (low_at(words, first) in DETERMINERS | {"a", "an"})
    if end == first:
        return first
    while end < min(first + LONGEST_MODIFIERS, len(words)) and not ends_run(words, end, first + 1, None):
        if words[end].low in COMMON_VERBS or words[end].low in EFFECTS or words[end].low in ADVERBS:
            break
        end += 1
    return end


_MORE = frozenset("other more second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
"""Words in a phrase that add its people to those told before: "two more men", "a sixth passenger"."""


def _with_head(words: Sequence[Word], found: Opening, first: int, head: int) -> NounPhrase | None:
    """Finish a phrase whose noun is known."""
    noun = words[head].low
    more = found.more or noun in BARE_HEADS or any(words[position].low in _MORE for position in range(found.position, head))
    beside = {words[position].low for position in range(found.position, head)}
    noun = armed_noun(noun, beside)
    count = found.count
    both_parents = noun == "parents" and words[first].low in {"his", "her"}
    if both_parents or (noun in IN_ONE and (found.indefinite or not found.number)):
        count = exactly(IN_ONE.get(noun, 2))  # "a couple", "the twins", "his parents"
    elif noun in GROUPS and (found.indefinite or found.number) and not (noun == "crew" and count is not None and (count.best or 0) > 1):
        count = _people_in(count)
    elif count is None:
        unknown = None if found.definite else Count(2, None, None)
        count = unknown if is_plural(noun) or noun in COLLECTIVES else exactly(1)
    last = after_names(words, head + 1)
    named = last > head + 1 or (low_at(words, last) == "," and last + 1 < len(words) and words[last + 1].name)
    definite = found.definite or (named and count == exactly(1))
    unarmed = noun in CIVILIANS or not CIVILIANS.isdisjoint(beside)
    return NounPhrase(first, last, count, noun, definite=definite, more=more, named=last > head + 1, civilians=unarmed)


def _people_in(count: Count | None) -> Count:
    """Return what is known of the people in so many groups: as many at least, and of one group two."""
    groups = (count.best or count.low or 1) if count is not None else 1
    if groups == 0:
        return exactly(0)
    return Count(groups if groups > 1 else 2, None, None)


_OPENS = frozenset(_ALONE) | QUALIFIERS | DETERMINERS | OPENERS | {"neither", "m", "f"}
"""Words with which a phrase may begin that has no noun for people in it."""
_PASSABLE = frozenset({"(", ")", "[", "]", "and", "-", "'s", '"', "“", "”", "'", "‘"})
_WALLS = STOPS - _PASSABLE
"""Words that end every phrase before its noun."""


def _beginnings(words: Sequence[Word]) -> list[bool]:
    """Say for each word whether it pays to read a phrase there: an opening word, or a noun for people stands ahead with no wall before it.

    Most words begin none, and reading on from each would cost most of the time.
    """
    found: list[bool] = []
    ahead = False
    brackets = not {"(", "["}.isdisjoint([word.low for word in words])  # a phrase goes on behind brackets, whatever they hold
    for word in reversed(words):
        low = word.low
        if low in PERSONS or low == "group_of":
            ahead = True
        elif low in _WALLS and not brackets:
            ahead = False
        found.append(ahead or low in _OPENS or word.number is not None)
    return found[::-1]


def noun_phrases(words: Sequence[Word]) -> list[NounPhrase]:
    """Return the noun phrases for people in a sentence, in order and without overlaps; names of people included."""
    out: list[NounPhrase] = []
    position = 0
    beginnings = _beginnings(words)
    while position < len(words):
        found = noun_phrase(words, position) if beginnings[position] else None
        if found is None and position and not _may_open_name(words[position - 1].low):
            position += 1
            continue
        if found is None and words[position].low not in _DAYS and (words[position].name or (position == 0 and _opens_with_name(words))):
            found = _named(words, position)
        if found is not None and found.last > position:
            out.append(found)
            position = found.last
        else:
            position += 1
    return out
