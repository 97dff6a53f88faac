"""Which side the dead belong to: attackers apart from victims."""

from __future__ import annotations

from dataclasses import replace

from mapapp.incidents.effects import Effect
from mapapp.incidents.noun_phrases import NounPhrase
from mapapp.incidents.stated import included
from mapapp.incidents.toll import Clauses, Toll

_CROWD = frozenset(
    """
    protest protests protester protesters protestors demonstrators demonstrator demonstration demonstrations demonstrated crowd crowds march
    marchers mourners strikers students civilians villagers rally worshippers rioters unarmed bystanders residents
    """.split()
)
"""Words by which those whom troops shot dead are no attackers."""

_UNNAMED = frozenset({"", "others", "more", "other"})
_KNOWN = frozenset("man men youth youths woman women teenager pair duo trio".split())
"""Nouns by which "the man" whom police shot dead is somebody who has done something before."""


def own_side(clauses: Clauses, phrase: NounPhrase, *, by_forces: bool) -> bool:
    """Say whether people belong to the attackers: by their noun, or unnamed and killed by police or soldiers where there is no crowd."""
    if phrase.attackers or _attacker_before(clauses, phrase):
        return True
    known = phrase.definite and phrase.head in _KNOWN and not phrase.civilians
    if not by_forces or phrase.named or not (phrase.head in _UNNAMED or known):
        return False
    return not any(word.low in _CROWD for word in clauses.words)


def _attacker_before(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether "he" is the attacker the sentence began with: "A raider wounded four people before he was shot dead"."""
    if clauses.low(phrase.first) not in {"he", "she"} or clauses.low(phrase.first - 1) not in {"before", "until"}:
        return False
    return clauses.phrases[0].attackers and clauses.phrases[0].count is not None and clauses.phrases[0].count.best == 1


def agent_after(clauses: Clauses, position: int) -> NounPhrase | None:
    """Return who did it: "soldiers" in "was shot dead by soldiers"; None where the passive verb at a position does not say."""
    return next((clauses.starting(at + 1) for at in range(position + 1, position + 3) if clauses.low(at) == "by"), None)


def forces_follow(clauses: Clauses, position: int) -> bool:
    """Say whether the passive verb at a position was the deed of police or soldiers."""
    agent = agent_after(clauses, position)
    return agent is not None and agent.forces


_OWN_DEED = frozenset(
    "carrying planting making handling assembling preparing laying transporting placing fixing arming burying constructing".split()
)
_WEAPONS = frozenset(
    """
    bomb bombs grenade grenades device devices explosive explosives charge charges roadside_bomb mine landmine mines ied ieds dynamite
    """.split()
)
_NEAR_WEAPON = 6
"""Words between a bomb and him who was carrying it."""


def by_own_bomb(clauses: Clauses, verb: int) -> bool:
    """Say whether people were killed by the bomb they handled themselves: "when the bomb he was carrying went off"."""
    lows = [word.low for word in clauses.words]
    if not _WEAPONS & set(lows):
        return False
    if "prematurely" in lows:
        return True
    for at in range(verb + 1, len(lows) - 2):
        if lows[at] in {"he", "she", "they"} and lows[at + 1] in {"was", "were"} and lows[at + 2] in _OWN_DEED:
            return bool(_WEAPONS & set(lows[max(0, at - _NEAR_WEAPON) : at + 3 + _NEAR_WEAPON]))
    return False


_AMONG_THEMSELVES = frozenset(
    "rival rivals feud feuding infighting inter-communal intercommunal intertribal inter-tribal clans factions gangs tribes".split()
)
_STATE = frozenset("police army soldier soldiers troops military forces policemen commandos guards marines gendarmes rangers".split())


def _among_themselves(clauses: Clauses) -> bool:
    """Say whether gangs, clans or factions fought each other: then neither side is the attacker."""
    lows = {word.low for word in clauses.words}
    return bool(lows & _AMONG_THEMSELVES) and not lows & _STATE


_DOUBT = frozenset("may might could would should can".split())
_IN_GROUP = frozenset("be been being have has had also still well".split())
_WHETHER_REACH = 8
_OF_THOSE = ("of", "for", "against")


def is_doubtful(clauses: Clauses, position: int) -> bool:
    """Say whether the verb only tells of what may be: "may have been killed", "whether he was hurt", "those who killed her"."""
    at = position - 1
    while at >= 0 and clauses.low(at) in _IN_GROUP:
        at -= 1
    if clauses.low(at) in _DOUBT:
        return True
    if [clauses.low(at) for at in (position - 2, position - 1)] == ["those", "who"] and clauses.low(position - 3).endswith(_OF_THOSE):
        return True
    for before in range(position - 1, max(-1, position - 1 - _WHETHER_REACH), -1):
        if clauses.low(before) in {",", ";", "."}:
            return False
        if clauses.low(before) == "whether":
            return True
    return False


_CLAIM = frozenset("claimed claims claim claiming contradicted disputed insisted instead".split())
"""Words by which one side gives its own figures."""

_EARLIER = frozenset("earlier early first initial initially previous previously preliminary".split())
_ACCOUNTS = frozenset(
    "report reports toll tolls figure figures count counts estimate estimates given put reported spoken account accounts said".split()
)


def _earlier_from(clauses: Clauses) -> int | None:
    """Return the offset from which a sentence tells an older figure: "earlier reports had spoken of three", "had earlier put the toll"."""
    for at, word in enumerate(clauses.words):
        if word.low in _EARLIER and any(clauses.low(then) in _ACCOUNTS for then in range(at + 1, at + 4)):
            return word.span.start
        if word.low == "up" and clauses.low(at + 1) == "from":
            return word.span.start
    return None


def settled(clauses: Clauses, tolls: list[Toll]) -> list[Toll]:
    """Finish a sentence's tolls: sides of a feud, older figures, civilians among a number."""
    if not tolls:
        return tolls
    if any(toll.attackers for toll in tolls) and _among_themselves(clauses):
        tolls = [replace(toll, attackers=False) if toll.effect is Effect.KILLED else toll for toll in tolls]
    earlier = _earlier_from(clauses)
    if earlier is not None:
        tolls = [replace(toll, earlier=True) if toll.span.start > earlier else toll for toll in tolls]
    if any(word.low in _CLAIM for word in clauses.words):
        tolls = [replace(toll, claim=True) for toll in tolls]
    return included(clauses, tolls)
