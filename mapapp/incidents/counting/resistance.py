"""Whom those killed who were attacked, and on whose side people fell: "returned fire and killed two", "six dead on the rebel side"."""

from __future__ import annotations

from mapapp.incidents.counting.chains import subject_before
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, verb_group_start
from mapapp.incidents.wording.persons import ATTACKERS

_REPELLED = frozenset(
    """
    repelled repulsed repelling repulsing retaliated retaliating resisted resisting counter-attacked counterattacked foiled thwarted
    repel repels repulse repulses
    """.split()
)
"""What those do who are attacked."""

_BACK = {
    "returned": "fire", "returning": "fire", "return": "fire", "fired": "back", "shot": "back", "hit": "back", "fought": "back",
    "struck": "back", "beat": "back", "drove": "back", "threw": "back", "answered": "fire", "shooting": "back", "firing": "back",
}  # fmt: skip
"""The same in two words."""

_PURSUED = frozenset("pursued chased cornered tracked hunted intercepted pursuing chasing cornering intercepting overtook".split())
_BANDS = frozenset("them group gang band column party cell raiders fugitives whom".split())
"""Who is pursued: those who did it."""

_DEFENDERS = frozenset("patrol convoy escort unit garrison army police side post checkpoint squad detachment battalion brigade".split())
"""Nouns for those attacked that do not stand for a person."""

_NEAR = 6
_SIDES = frozenset("side sides ranks losses".split())
HOSTILE = ATTACKERS | {"enemy", "opposing"}
"""Words for the side that attacks."""


def fought_back(clauses: Clauses, verb: int) -> bool:
    """Say whether those who were attacked killed: "repelled the raid, killing two", "pursued them and killed nine"."""
    for at in range(verb):
        low, following = clauses.low(at), clauses.low(at + 1)
        if low in _PURSUED:
            near = range(at + 1, min(at + 1 + _NEAR, verb))
            if any(clauses.low(then) in _BANDS or clauses.low(then) in ATTACKERS for then in near):
                return not _attackers_act(clauses, at)
        elif low in _REPELLED or _BACK.get(low) == following:
            return _attacked_act(clauses, at)
    return False


def _attackers_act(clauses: Clauses, verb: int) -> bool:
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, verb))
    return any(phrase.attackers for phrase in people)


def _attacked_act(clauses: Clauses, verb: int) -> bool:
    """Say whether the subject of a verb are people, or a unit, and no attackers."""
    start = verb_group_start(clauses, verb)
    people = subject_before(clauses.words, clauses.phrases, start)
    if people:
        return not any(phrase.attackers for phrase in people)
    return any(clauses.low(at) in _DEFENDERS for at in range(max(0, start - 3), start))


def on_hostile_side(clauses: Clauses, phrase: NounPhrase, verb: int) -> bool:
    """Say whether people fell among the attackers: "six dead on the rebel side", "enemy losses: four dead", "of the raiders one died"."""
    if _of_the_attackers(clauses, phrase.first - (clauses.low(phrase.first - 1) == ",")):
        return True
    if _under_heading(clauses, phrase) or _all_of_them(clauses, max(phrase.last, verb + 1)):
        return True
    for at in range(max(1, phrase.first - _NEAR), min(verb + _NEAR, len(clauses.words))):
        if clauses.low(at) in _SIDES and _hostile_before(clauses, at):
            return not any(clauses.low(between) in {",", ";", "and"} for between in range(max(phrase.last, verb), at))
    if clauses.low(verb + 1) == "among" and clauses.low(verb + 2) == "the":
        return clauses.low(verb + 3) in ATTACKERS
    return False


def _of_the_attackers(clauses: Clauses, end: int) -> bool:
    """Say whether "of the raiders", "of the eight attackers" stands just before."""
    if clauses.low(end - 1) not in ATTACKERS:
        return False
    article = end - 2 - (clauses.words[end - 2].number is not None if end > 1 else 0)
    return clauses.low(article) in {"the", "these", "those"} and clauses.low(article - 1) == "of"


_HEADING_REACH = 8
_IN_HEADING = frozenset("losses casualties dead side forces fighters toll and the".split())


def _under_heading(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether an item tells of attackers by its heading: "Enemy: 9 killed, 2 captured", "Attackers: one dead"."""
    mark = next((at for at in range(phrase.first - 1, max(0, phrase.first - _HEADING_REACH), -1) if clauses.low(at) in _MARKS), None)
    if mark is None or clauses.low(mark) != ":":
        return False
    at = mark - 1
    while clauses.low(at) in _IN_HEADING:
        at -= 1
    return clauses.low(at) in HOSTILE and clauses.low(at - 1) in _BEFORE_HEADING


_MARKS = frozenset(": ; .".split())
_BEFORE_HEADING = frozenset(", ; . • - – — | * / the".split()) | {""}


def _all_of_them(clauses: Clauses, behind: int) -> bool:
    """Say whether all of those just told of were attackers: "3 dead, all raiders", "four killed, all of them militants"."""
    if clauses.low(behind) not in {",", "(", "-", "–", "—"} or clauses.low(behind + 1) not in {"all", "both"}:
        return False
    at = behind + 2
    while clauses.low(at) in {"of", "them", "were", "being", "said", "to", "be", "suspected", "armed", "alleged"} and at < behind + _NEAR:
        at += 1
    return clauses.low(at) in ATTACKERS and clauses.low(at + 1) in {"", ".", ",", ";", ")", "and", "-", "from"}


def _hostile_before(clauses: Clauses, at: int) -> bool:
    """Say whether "side" is that of the attackers: "the rebel side", "the attackers' side", "the other side"."""
    before = clauses.low(at - 1) if clauses.low(at - 1) not in {"'", "'s"} else clauses.low(at - 2)
    return before in HOSTILE


_SUFFERED = frozenset("lost suffered had sustained losing suffering".split())
_LEAVING = frozenset("left leaving behind abandoning".split())
_RETREAT = frozenset("withdrew withdrawing fled fleeing retreated retreating retreat withdrawal behind field battlefield".split())


def own_losses(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether attackers tell, or show, how many of their own fell: "the rebels lost five men", "withdrew, leaving five dead"."""
    low, at = clauses.low(phrase.first - 1), phrase.first - 1
    if low == "behind":
        low, at = clauses.low(at - 1), at - 1
    retreat = low in _LEAVING and any(word.low in _RETREAT for word in clauses.words)
    if low not in _SUFFERED and not retreat:
        return False
    if low == "losing" and any(other.attackers and at > other.first > 1 for other in clauses.phrases):
        return False  # "killed 23 militants, losing four of their own"
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, at))
    first = next((other for other in clauses.phrases if other.last <= at), None)
    if not people and low in {"leaving", "losing", "suffering"} and first is not None:
        people = [first]
    return bool(people) and all(other.attackers for other in people)
