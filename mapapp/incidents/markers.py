"""Words that set parts of an event apart: "one … another … a third", "in a separate attack", "elsewhere"; and words that sum several up."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import Enum

from mapapp.incidents.facilities import FACILITY_NOUNS, GROUP_NOUNS, ORDINALS, Facility
from mapapp.incidents.triggers import Trigger
from mapapp.incidents.words import Word


class Marker(Enum):
    """How a sentence places itself beside what was told before."""

    NONE = "none"
    FIRST = "one of them"
    FURTHER = "another"
    APART = "separate"


_APART = frozenset({"elsewhere", "separately"})
_SUMMING = frozenset(
    """
    series wave spate string simultaneous coordinated separate several multiple two three four five six twin dozens number various
    """.split()
)
_ALL = frozenset({("in", "all"), ("in", "total"), ("a_total_of", "the"), ("all", "told"), ("combined", "toll")})
_BOTH = frozenset("districts towns cities villages attacks places cases sites areas incidents blasts explosions provinces".split())
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
        if low not in {"one", "another", "first"} | ORDINALS:
            continue
        if low in {"one", "another"} and words[position + 1].low == "of":
            continue
        article = words[position - 1].low if position else ""
        if low in ORDINALS | {"first"} and article not in {"a", "the", "in"}:
            continue
        if not _counts_off(words, position):
            continue
        if low in {"separate", "different"} and article in {"a", "in"}:
            return Marker.APART
        if low not in {"one", "first"}:
            return Marker.FURTHER
        if article not in {"this", "was", "is", "'s"}:
            found = Marker.FIRST
    return found


def covers_all(words: Sequence[Word], triggers: Sequence[Trigger]) -> bool:
    """Say whether a sentence speaks of all parts together: "in all", "a total of", "in the attacks"."""
    lows = [word.low for word in words]
    if any(left == "both" and right in _BOTH for left, right in itertools.pairwise(lows)):
        return True
    if any(pair in _ALL for pair in itertools.pairwise(lows)) or "altogether" in lows or "overall" in lows:
        return True
    return any(trigger.known and trigger.plural for trigger in triggers)


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
    for trigger in triggers:
        if not trigger.plural or trigger.known:
            continue
        for at in range(max(0, trigger.position - 5), trigger.position):
            if words[at].low in _SUMMING or (words[at].number or 0) > 1:
                return True
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
