"""People whose noun is in no list: who is killed or abducted is a person, or a beast."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.phrasing.heads import LONGEST_MODIFIERS, UNITS, ends_run, is_day
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.telling.openings import opening
from mapapp.incidents.wording.facilities import FACILITY_NOUNS
from mapapp.incidents.wording.grammar_words import DETERMINERS, QUALIFIERS, STOPS
from mapapp.incidents.wording.persons import BEASTS
from mapapp.incidents.wording.words import Word

LONGEST_OBJECT = 4
"""Words of a run that may stand for a victim although its noun is in no list."""


def unknown_victim(words: Sequence[Word], first: int) -> NounPhrase | None:
    """Read a counted run of words whose noun is in no list, right behind "killed" or "abducted"."""
    if first >= len(words) or not (words[first].number is not None or words[first].low in {"a", "an"} or words[first].low in QUALIFIERS):
        return None
    found = opening(words, first)
    if found.number and is_day(words, found.position - 1):
        return None
    begin = found.position
    if begin + 1 < len(words) and words[begin].low == "of" and words[begin + 1].low in DETERMINERS:
        begin += 2  # "eleven of our faithful"
    end = begin
    while end < len(words) and end - begin < LONGEST_OBJECT and not ends_run(words, end, begin, None):
        end += 1
    lows = {word.low for word in words[begin:end]}
    if found.count is None or not lows or lows & (BEASTS | UNITS | FACILITY_NOUNS):
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
            if found.count is None or not lows or lows & (BEASTS | UNITS):
                return None
            return NounPhrase(first, end, found.count, words[end - 1].low, more=found.more)
        if low in STOPS or low in DETERMINERS:
            return None
    return None
