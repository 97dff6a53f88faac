"""People driven from their homes: "2,000 people fled their homes", "floods displaced 300 families", "left 4,000 homeless"."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.chains import objects_after, subject_before
from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, covered, span_of, verb_group_start
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.persons import GENERIC, is_nationality, is_person

_HOMELY = frozenset(
    """
    people persons residents resident villagers families family households household civilians women children inhabitants islanders
    """.split()
)
"""Nouns for people who flee from their homes, however few."""

_FLEEING = frozenset(
    """
    fled flee fleeing displacement displaced camp camps refugees refugee leave escape escaping border homes shelters reception asylum
    church hall halls school schools gym gyms tents mosque mosques stadium expelled deadline ultimatum
    """.split()
)
"""Words by which people who arrived somewhere have been driven from home."""

CROWD = 50
"""So many others on the move are no gang on the run."""


def from_home(phrase: NounPhrase) -> bool:
    """Say whether the people who fled may have been at home: no attackers, no troops, and a crowd where the noun does not say so."""
    if phrase.attackers or phrase.forces or phrase.named or phrase.definite or phrase.count is None:
        return False
    if phrase.head and not (is_person(phrase.head) or is_nationality(phrase.head) or phrase.head in GENERIC):
        return False  # "500 containers were moved to the camp"
    many = phrase.count.best or phrase.count.low or phrase.count.high or 0
    return many >= CROWD or (phrase.head in _HOMELY and phrase.count != Count(2, None, None))


def flight(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read the people of "fled their homes", "were driven from their homes", "the displacement of 300"."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(position + 1) == "of":
        people = objects_after(clauses.words, clauses.phrases, position + 1)
    elif clauses.low(before) in BE:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, before))
    else:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    relative = clauses.low(back_over_adverbs(clauses, position - 1)) in {"who", "that"}
    if clauses.low(position) == "arrived" and not any(word.low in _FLEEING for word in clauses.words):
        return
    told: NounPhrase | None = None
    for phrase in people:
        if told is not None and covered(clauses, told, phrase):
            continue
        told = phrase
        if relative and (phrase.count is None or (phrase.count.best or 0) < CROWD):
            continue  # "six people who had fled the raid drowned"
        if from_home(phrase) and phrase.count is not None:
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            yield Toll(effect, phrase.count, span, verb, phrase.head, more=phrase.more, bare=phrase.head == "")
