"""What is known of a single word before its text is looked at: its classes as bits, and how frequent it is as a word and as a name.

One look-up a token gives one number, so that a whole report is classed in one pass and clues can be worked out on arrays.
"""

from __future__ import annotations

from functools import lru_cache
from math import log10
from pathlib import Path

from mapapp.toponyms import vocabulary
from mapapp.toponyms.words import load_words

CLASSES: dict[str, frozenset[str]] = {
    "honorific": vocabulary.HONORIFIC_TITLES,
    "office": vocabulary.TITLES - vocabulary.HONORIFIC_TITLES,
    "saying": vocabulary.SAYING_VERBS,
    "organisation": vocabulary.ORGANISATION_WORDS,
    "thing_named_for_a_place": vocabulary.FACILITY_WORDS,
    "type_after": frozenset(vocabulary.TYPE_WORDS_AFTER),
    "type_before": frozenset(vocabulary.TYPE_WORDS_BEFORE),
    "settlement": vocabulary.SETTLEMENT_WORDS,
    "street": vocabulary.STREET_WORDS,
    "water_or_land": vocabulary.NATURE_WORDS,
    "strong_preposition": vocabulary.STRONG_PREPOSITIONS,
    "weak_preposition": vocabulary.PLACE_PREPOSITIONS - vocabulary.STRONG_PREPOSITIONS,
    "article": vocabulary.ARTICLES,
    "function": vocabulary.FUNCTION_WORDS,
    "of": frozenset({"of"}),
    "conjunction": frozenset({"and", "or", "&"}),
    "border": vocabulary.BORDER_WORDS,
    "calendar": vocabulary.CALENDAR,
    "direction": vocabulary.DIRECTION_WORDS,
    "distance": vocabulary.DISTANCE_WORDS,
    "people": vocabulary.PEOPLE_WORDS,
    "government": vocabulary.GOVERNMENT_WORDS,
    "movement": vocabulary.MOVEMENT_VERBS,
    "dwelling": vocabulary.DWELLING_VERBS,
    "sport": vocabulary.SPORT_WORDS,
    "age_or_kin": vocabulary.KIN_WORDS,
    "possessive": frozenset({"'s", "’s"}),
    "comma": frozenset({","}),
    "bracket": frozenset("()[]"),
    "dash": frozenset({"-", "--", "---", "–", "—"}),
    "full_stop": frozenset({".", "!", "?", "...", "…"}),
    "colon": frozenset({":", ";"}),
    "quotation": frozenset("\"'“”„«»‘’"),
}
"""Classes of words and marks, in the order of their bits."""

BIT = {name: 1 << number for number, name in enumerate(CLASSES)}

ALL_CLASSES = (1 << len(CLASSES)) - 1
"""The bits of all classes."""

_FIRST_RANK_BIT = 48
_RANK_BITS = 4
_RANK_MASK = (1 << _RANK_BITS) - 1
RANKS = ("common", "given", "family")
"""Frequencies kept beside the classes: 0 for none, up to 15 for the most frequent."""

_COMMON_TIERS = {10: 15, 20: 12, 35: 9, 40: 6, 50: 3}
_TOP_RANK = 14.0
_PER_DECADE = 3.0


def rank_shift(name: str) -> int:
    """Return how far the frequency of a word as a common word, given or family name is shifted in its code."""
    return _FIRST_RANK_BIT + _RANK_BITS * RANKS.index(name)


def rank_mask() -> int:
    """Return the mask of one frequency, behind its shift."""
    return _RANK_MASK


def _frequency(rank: int) -> int:
    """Return 14 for the first of a list ordered by frequency, three less with each decade, at least 1."""
    return max(1, round(_TOP_RANK - _PER_DECADE * log10(max(rank, 1))))


@lru_cache(maxsize=4)
def load_word_codes(data: Path | None = None) -> dict[str, int]:
    """Return the code of every word that is in a class or a list: classes as bits, frequencies above them. Words are in lower case."""
    words = load_words(data)
    codes: dict[str, int] = {}
    for name, members in CLASSES.items():
        for word in members:
            codes[word] = codes.get(word, 0) | BIT[name]
    for name, ranks in (
        ("common", {word: _COMMON_TIERS.get(tier, 1) for word, tier in words.common.items()}),
        ("given", {word: _frequency(rank) for word, rank in words.given.items()}),
        ("family", {word: _frequency(rank) for word, rank in words.family.items()}),
    ):
        shift = rank_shift(name)
        for word, rank in ranks.items():
            codes[word] = codes.get(word, 0) | rank << shift
    return codes
