"""Losses of a side: "put the attackers' losses at five", "own losses: two dead", "rebel losses were estimated at 40"."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.resistance import HOSTILE
from mapapp.incidents.phrasing.heads import UNITS
from mapapp.incidents.phrasing.noun_phrases import noun_phrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, span_of
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.persons import FORCES

_OWNERS_REACH = 3
_NUMBER_REACH = 7
_LEADS = frozenset("at : of were to numbered totalled totaled reached".split())
_HEDGES = frozenset("at_least more_than about around some up_to nearly almost over".split())
_OWN = frozenset("own our government army police".split()) | FORCES


def losses(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read the number behind the losses of a side; money and houses are lost as well, so the side has to be one that fights."""
    owners = {clauses.low(at) for at in range(max(0, position - _OWNERS_REACH), position)}
    hostile = not owners.isdisjoint(HOSTILE)
    if not hostile and owners.isdisjoint(_OWN):
        return
    for at in range(position + 1, min(position + _NUMBER_REACH, len(clauses.words))):
        low, number = clauses.low(at), clauses.words[at].number
        if low in {",", ";", ".", "and", "while"}:
            return
        if number is None or clauses.low(at + 1) in UNITS:
            continue
        if clauses.low(at - 1) not in _LEADS and not (clauses.low(at - 1) in _HEDGES and clauses.low(at - 2) in _LEADS):
            return
        first = at - (clauses.low(at - 1) in _HEDGES)
        found = noun_phrase(clauses.words, first)
        if found is None or found.count is None or EFFECTS.get(clauses.low(found.last), (effect,))[0] is not Effect.KILLED:
            return
        yield Toll(effect, found.count, span_of(clauses, found), clauses.words[position].span, found.head, bare=True, attackers=hostile)
        return
