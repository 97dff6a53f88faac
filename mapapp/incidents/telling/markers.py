"""Words that set parts of an event apart: "one … another … a third", "in a separate attack", "elsewhere"; and words that sum several up."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import Enum

from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger
from mapapp.incidents.wording.facilities import FACILITY_NOUNS, GROUP_NOUNS, ORDINALS, Facility
from mapapp.incidents.wording.words import Word


class Marker(Enum):
    """How a sentence places itself beside what was told before."""

    NONE = "none"
    FIRST = "one of them"
    FURTHER = "another"
    APART = "separate"
    LATER = "minutes later"


_APART = frozenset({"elsewhere", "separately"})
_SUMMING = frozenset(
    """
    series wave spate string simultaneous coordinated separate several multiple two three four five six twin dozens number various
    """.split()
)
_ALL = frozenset({("in", "all"), ("in", "total"), ("a_total_of", "the"), ("all", "told"), ("combined", "toll")})
_BOTH = frozenset("districts towns cities villages attacks places cases sites areas incidents blasts explosions provinces".split())
_COUNTING = ORDINALS | {"one", "another", "first"}
_REACH = 3
_OPENING = 6
"""Words of a sentence among which "elsewhere" sets it apart; at its end it only widens ("and elsewhere")."""


def marker_of(words: Sequence[Word]) -> Marker:
    """Return the marker of a sentence.

    "one" counts off only before a facility or a group of attackers; "another man" and "one policeman" are people, no parts.
    """
    if any(word.low in _APART for word in words[:_OPENING]):
        return Marker.APART
    found = Marker.NONE
    for position, word in enumerate(words[:-1]):
        low = word.low
        if low not in _COUNTING:
            continue
        if low in {"one", "another"} and words[position + 1].low == "of":
            continue
        article = words[position - 1].low if position else ""
        if (low in ORDINALS or low == "first") and article not in {"a", "the", "in"}:
            continue
        if low not in {"one", "another"} and _alone(words, position):
            found = Marker.FURTHER if low != "first" else Marker.FIRST
            continue
        if not _counts_off(words, position):
            continue
        if low in {"separate", "different"} and article in {"a", "in"}:
            return Marker.APART
        if low not in {"one", "first"}:
            return Marker.FURTHER
        if article not in {"this", "was", "is", "'s"}:
            found = Marker.FIRST
    return Marker.LATER if found is Marker.NONE and _opens_later(words) else found


def _opens_later(words: Sequence[Word]) -> bool:
    """Say whether a sentence opens with "minutes later", "about two hours later"."""
    lows = [word.low for word in words[: _OPENING + 1]]
    return any(right == "later" and left in {"minutes", "hours", "hour", "minute"} for left, right in itertools.pairwise(lows))


def covers_all(words: Sequence[Word], triggers: Sequence[Trigger]) -> bool:
    """Say whether a sentence speaks of all parts together: "in all", "a total of", "in the attacks"."""
    lows = [word.low for word in words]
    if "both" in lows and any(left == "both" and right in _BOTH for left, right in itertools.pairwise(lows)):
        return True
    if not _ALL.isdisjoint(itertools.pairwise(lows)) or "altogether" in lows or "overall" in lows:
        return True
    return any(trigger.known and trigger.plural for trigger in triggers)


_EVENTS_DO = frozenset(
    "went_off exploded detonated blew hit struck targeted occurred happened took came ripped tore landed rammed shook rocked".split()
)


def _alone(words: Sequence[Word], position: int) -> bool:
    """Say whether "the other", "the second" stands for an event: "the other went off outside", "in the other, a guard was killed"."""
    before = words[position - 2].low if position > 1 else ""
    following = words[position + 1].low
    behind = words[position + 2].low if position + 2 < len(words) else ""
    return following in _EVENTS_DO or (following == "," and (before == "in" or behind in _AT_PLACE))


def _counts_off(words: Sequence[Word], position: int) -> bool:
    """Say whether a facility, an attack or a group follows within a few words."""
    for at in range(position + 1, min(position + 2 + _REACH, len(words))):
        low = words[at].low
        if not (low[0].isalnum()) or low in {"of", "in", "was", "were", "and", "on", "at", "had", "day", "person", "man"}:
            return False
        if low in GROUP_NOUNS or low in FACILITY_NOUNS:
            return True
    return False


def sums_up(words: Sequence[Word], triggers: Sequence[Trigger], places: Sequence[Facility]) -> bool:
    """Say whether a sentence tells of several attacks or several sites at once."""
    if _several_sites(words, places):
        return True
    if _bombs_counted(words, triggers):
        return True
    for trigger in triggers:
        if not trigger.plural or trigger.known:
            continue
        for at in range(max(0, trigger.position - 5), trigger.position):
            if words[at].low in _SUMMING or (words[at].number or 0) > 1:
                return True
    return False


def counted_heads(words: Sequence[Word]) -> list[int]:
    """Return where the events of a sum are told one by one in its sentence: "…: the first outside …, the second near …"; none or several.

    Parameters
    ----------
    words
        The words of the sentence.
    """
    found = []
    for position in range(2, len(words) - 2):
        if words[position - 1].low not in _BEFORE_COUNT:
            continue
        low, following = words[position].low, words[position + 1].low
        numbered = low in {"the", "a"} and (following in ORDINALS or following == "first")
        if (numbered and words[position + 2].low in _AT_PLACE) or (low in {"one", "another"} and following in _AT_PLACE):
            found.append(position)
    return found if len(found) > 1 else []


_BEFORE_COUNT = frozenset({":", ";", ",", "and", "-", "–", "—"})
_AT_PLACE = frozenset("at in outside near on inside against".split())
_DEVICES = frozenset("bombs roadside_bombs devices bombers suicide_bombers ieds mines blasts explosions".split())
_GO_OFF = frozenset("went_off exploded detonated blew_self_up".split())
_TIMES = frozenset({"twice", "thrice"})
_COUNTED = _TIMES | _DEVICES | {"incidents"}


def _bombs_counted(words: Sequence[Word], triggers: Sequence[Trigger]) -> bool:
    """Say whether several bombs went off, or an attack was made several times: "two bombs exploded", "struck twice"."""
    if _COUNTED.isdisjoint([word.low for word in words]):
        return False  # most sentences
    deeds = {trigger.position for trigger in triggers if trigger.part is Part.VERB and not trigger.known}
    for position, word in enumerate(words):
        if word.low in _TIMES and not deeds.isdisjoint(range(position - 2, position)):
            return True
        many = (word.number or 0) > 1 or word.low in {"several", "multiple", "twin", "separate"}
        if many and any(later.low == "incidents" for later in words[position + 1 : position + 4]):
            return True
        if many and any(later.low in _DEVICES for later in words[position + 1 : position + 4]):
            return any(later.low in _GO_OFF for later in words[position + 2 : position + 7])
    return False


_GOVERNORS = frozenset(
    "at on against in attacked targeting targeted hit struck stormed raided shelled bombed destroyed damaged torched".split()
)


def _several_sites(words: Sequence[Word], places: Sequence[Facility]) -> bool:
    """Say whether two facilities, or a number of them, are struck: "at a base and two stores", "shelled two districts"."""
    for left, right in itertools.pairwise(places):
        joined = right.first - left.last == 1 and words[left.last].low == "and"
        before = words[left.first - 1].low if left.first else ""
        if joined and before in _GOVERNORS:
            return True
    return any(place.counted and place.first and words[place.first - 1].low in _GOVERNORS for place in places)
