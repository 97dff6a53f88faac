"""Somebody told of without article or number, as in headlines and logs: "Union organiser shot dead", "Ferry stoker drowned"."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.phrasing.heads import is_plural
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import COMMON_VERBS, DETERMINERS, STOPS
from mapapp.incidents.wording.persons import is_person
from mapapp.incidents.wording.words import Word, low_at

_LONGEST = 4
"""Words of such a run: "Night bus ticket inspector" has four."""

_BEGINS = frozenset(": ; . - – — • * |".split()) | {""}
"""What may stand before it: it opens the sentence or the item."""


def headline_person(words: Sequence[Word], end: int) -> NounPhrase | None:
    """Read one person, whose noun tells by its ending that it is one, in a run of plain words that opens the item and ends at ``end``."""
    if end < 1 or not is_person(words[end - 1].low) or is_plural(words[end - 1].low):
        return None
    first = end
    while first > 0 and end - first < _LONGEST and _is_plain(words[first - 1]):
        first -= 1
    if first == end or low_at(words, first - 1) not in _BEGINS:
        return None
    return NounPhrase(first, end, exactly(1), words[end - 1].low)


def _is_plain(word: Word) -> bool:
    """Say whether a word may stand in such a run: no article, number, verb or particle."""
    low = word.low
    return word.number is None and low[0].isalpha() and "_" not in low and not (low in STOPS or low in DETERMINERS or low in _NO_PART)


_NO_PART = COMMON_VERBS | EFFECTS.keys() | {"a", "an", "another", "no"}
