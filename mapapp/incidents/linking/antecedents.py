"""Whom "all four", "two of them" and "members of the group" stand for, over the sentences of one incident: attackers or victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.incidents.counting.sides import did_harm
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import GENERIC

_PLAIN = GENERIC | frozenset("men man subjects members member youths group pair trio duo".split())
"""Nouns that do not say which side people are on."""

_POINTING = frozenset("all both the these those them they their its".split())
"""Words that point back to people told of before."""

_BACK = 3
"""Sentences of the incident that are looked back over."""


def sided(told: Sequence[Happening]) -> Iterator[tuple[int, tuple[Toll, ...]]]:
    """Yield (index, tolls) of each sentence, the dead put on the side of the people they refer to.

    Parameters
    ----------
    told
        The sentences that tell of one incident, in order.
    """
    for at, sentence in enumerate(told):
        before = told[max(0, at - _BACK) : at]
        happening = _numbered(sentence, before)
        if not before or not any(_may_refer(toll) for toll in happening.tolls):
            yield happening.index, happening.tolls
            continue
        yield (
            happening.index,
            tuple(
                replace(toll, attackers=True) if _may_refer(toll) and _refers_to_attackers(happening, toll, before) else toll
                for toll in happening.tolls
            ),
        )


def _of_all(happening: Happening, toll: Toll) -> bool:
    """Say whether a toll is of "all", of whom it is told before how many they are: "nine were on board. All were killed"."""
    if toll.head or not toll.definite or toll.count.best is not None:
        return False
    return any(word.low == "all" for word in happening.words if word.span.start == toll.span.start)


def _numbered(happening: Happening, before: Sequence[Happening]) -> Happening:
    """Give "all" the number of those told of before."""
    if not any(_of_all(happening, toll) for toll in happening.tolls):
        return happening
    number = _number_before(before)
    return replace(happening, tolls=tuple(_all_of(happening, toll, number) for toll in happening.tolls))


def _number_before(before: Sequence[Happening]) -> NounPhrase | None:
    """Return the people told of last whose number is known."""
    for sentence in reversed(before):
        for phrase in reversed(sentence.phrases):
            if phrase.number_given and phrase.count is not None and (phrase.count.best or 0) > 1:
                return phrase
    return None


def _all_of(happening: Happening, toll: Toll, number: NounPhrase | None) -> Toll:
    if number is None or number.count is None or not _of_all(happening, toll):
        return toll
    return replace(toll, count=number.count, definite=False, head=number.head, attackers=toll.attackers or number.attackers)


def _may_refer(toll: Toll) -> bool:
    return toll.effect is Effect.KILLED and not (toll.attackers or toll.civilians or toll.running) and toll.head in _PLAIN


def _refers_to_attackers(happening: Happening, toll: Toll, before: Sequence[Happening]) -> bool:
    """Say whether people of a toll are those who are told before to have attacked."""
    clauses = Clauses(happening.words, happening.phrases)
    phrase = next((phrase for phrase in happening.phrases if happening.words[phrase.first].span.start == toll.span.start), None)
    if phrase is None or not any(clauses.low(at) in _POINTING for at in range(phrase.first, phrase.last + 2)):
        return False
    if any(phrase.first > other.first and _is_many(other) and not other.forces for other in happening.phrases):
        return False  # somebody nearer is meant
    number = phrase.count.best if phrase.count is not None and phrase.definite and not phrase.of_these else None
    for sentence in reversed(before):
        people = [other for other in sentence.phrases if _is_many(other) and not other.forces and not other.named]
        if number is not None:
            people = [other for other in people if other.count is not None and other.count.best == number]
        if people:
            told = toll.head not in {"member", "members"} and did_harm(Clauses(sentence.words, sentence.phrases), people[-1])
            return told or people[-1].attackers
    return False


def _is_many(phrase: NounPhrase) -> bool:
    """Say whether a phrase is of several people."""
    return phrase.count is None or phrase.count.best != 1
