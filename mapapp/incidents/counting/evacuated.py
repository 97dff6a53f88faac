"""People brought away from their homes: "authorities evacuated 600 people", "900 evacuated"; not passengers, patients or buildings."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.chains import objects_after, subject_before
from mapapp.incidents.counting.flight import CROWD
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, verb_group_start
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import BE, STOPS

_AT_HOME = frozenset("residents villagers inhabitants islanders families households locals townspeople".split())
_RESIDENTS = frozenset("residents inhabitants islanders villagers households".split())
_ANYBODY = frozenset("people persons others more civilians individuals".split()) | {""}
_NOT_HOMES = frozenset(
    """
    bus train plane aircraft airliner ferry ship vessel boat airport metro subway theatre theater cinema mall stadium carriage tunnel
    nationals embassy embassies foreigners hospital
    """.split()
)
"""Words by which it was no home that people were brought away from."""


def evacuated(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read the people who were evacuated: those who live there, or a crowd."""
    elsewhere = any(word.low in _NOT_HOMES for word in clauses.words)
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in BE:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    else:
        people = objects_after(clauses.words, clauses.phrases, position)
        alone = clauses.ending(before + 1) if not people else None
        following = clauses.low(position + 1)
        if alone is not None and (following == "" or following in STOPS):
            people = [alone]
    chosen = [phrase for phrase in people if _lived_there(clauses, phrase) and (not elsewhere or phrase.head in _RESIDENTS)]
    yield from tolls_for(clauses, effect, position, chosen)


def _lived_there(clauses: Clauses, phrase: NounPhrase) -> bool:
    if phrase.count is None or (phrase.definite and (phrase.named or clauses.low(phrase.first) != "all")):
        return False
    many = phrase.count.best or phrase.count.low or phrase.count.high or 0
    return phrase.head in _AT_HOME or (phrase.head in _ANYBODY and many >= CROWD)
