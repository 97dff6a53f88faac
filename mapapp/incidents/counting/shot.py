"""Who was shot: dead, where those who shoot spare nobody; of others it is not known whether they live."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.chains import objects_after, subject_before
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, verb_group_start
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import BE

_LIVING = frozenset(
    """
    wound wounds wounding leg legs arm arms hospital condition survived surviving survive injuries treated clinic recovering surgery foot
    shoulder thigh buttocks hand hands stable critical at down video film photographs
    """.split()
)
"""Words by which those who were shot live, or were only shot at."""

_EXECUTED = frozenset("lined row execution spying spies tied bound blindfolded point-blank one-by-one kneeling execution-style".split())
"""Words by which a shooting leaves nobody alive."""

MANY = 3
"""So many people shot by armed men are counted as dead; of one or two it is told whether they live."""


def shot(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "they shot nine villagers", "police shot one of the raiders", "twelve men were lined up and shot"."""
    first, end = _clause(clauses, position)
    if any(clauses.low(at) in _LIVING or (at != position and _tells_of_harm(clauses.low(at))) for at in range(first, end)):
        return
    executed = any(word.low in _EXECUTED for word in clauses.words)
    start = verb_group_start(clauses, position)
    subject = subject_before(clauses.words, clauses.phrases, start)
    behind = objects_after(clauses.words, clauses.phrases, position)
    passive = not behind and clauses.low(back_over_adverbs(clauses, position - 1)) in BE | {"and"}
    people = subject if passive else behind
    if not people or (passive and clauses.low(position + 1) not in _BEHIND):
        return
    by_forces = not passive and bool(subject) and all(agent.forces for agent in subject)
    by_armed = not passive and (any(agent.attackers for agent in subject) or clauses.low(start - 1) == "they")
    if executed or all(phrase.attackers or (phrase.some and phrase.of_these) for phrase in people) or (by_armed and _many(people)):
        yield from tolls_for(clauses, effect, position, people, by_forces=by_forces)


def _clause(clauses: Clauses, position: int) -> tuple[int, int]:
    """Return where the clause around a position begins and ends, as semicolons tell."""
    marks = [at for at, word in enumerate(clauses.words) if word.low in {";", ":"}]
    first = max((at for at in marks if at < position), default=0)
    return first, min((at for at in marks if at > position), default=len(clauses.words))


_BEHIND = frozenset(". , ; by on in near as when while after before outside at and for from during inside".split()) | {""}


def _tells_of_harm(low: str) -> bool:
    """Say whether a word tells of dead or hurt itself: then those who were shot are counted there."""
    return low in EFFECTS and EFFECTS[low][0] in {Effect.KILLED, Effect.INJURED}


def _many(people: list[NounPhrase]) -> bool:
    return sum((phrase.count.best or 0) if phrase.count is not None and not phrase.definite else 0 for phrase in people) >= MANY
