"""Where it is stated that there was nobody: "no casualties", "without loss of life", "unhurt", "neither dead nor wounded"."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.sides import did_harm, drove_a_bomb
from mapapp.incidents.phrasing.noun_phrases import noun_phrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, span_of
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import NO_CASUALTIES, NOTHING_OF_PEOPLE, Effect

NOBODY = frozenset({"none", "nil", "no_one", "nobody", "zero", "0"})
"""Words for nobody, in a sentence or behind a label."""

_REACH = 4
"""Words between "no" and what there was none of: "no serious injuries"."""

_NO = frozenset({"no", "without", "nor", "neither", "zero", "nil"})
_NOT_HURT = frozenset("hurt injured wounded harmed".split())
_UNHURT = frozenset("escaped_unhurt unhurt unharmed uninjured unscathed".split())
_ALL = frozenset("all everyone everybody both".split())
_FAR = 7
_BEHIND_SAFE = frozenset(". , ; and".split()) | {""}
_FIGURES = frozenset("figure figures toll tolls count counts number numbers list estimate estimates data information details".split())
_BOTH = (Effect.KILLED, Effect.INJURED)


def none_stated(clauses: Clauses) -> Iterator[Toll]:
    """Read "no casualties", "there were no reported injuries", "without loss of life", "escaped unhurt", "were not injured"."""
    for position, word in enumerate(clauses.words):
        if word.low not in _TELLING:
            continue
        if word.low in {"survived", "survivors"}:
            yield from _survivors(clauses, position)
            continue
        for effect in _spared(clauses, position, word.low):
            yield Toll(effect, exactly(0), word.span, word.span, "")


_LIFE = frozenset({"life", "lives"})
_TELLING = _LIFE | NO_CASUALTIES.keys() | _UNHURT | _NOT_HURT | {"killed_or_injured", "safe", "hit", "survived", "survivors"}
"""Words at which it may be said that there was nobody."""


def _survivors(clauses: Clauses, position: int) -> Iterator[Toll]:
    """Read "none of the nine on board survived", "no survivors among the nine", "all aboard survived"."""
    verb = clauses.words[position].span
    neither = next((at for at in range(max(0, position - _FAR), position) if clauses.low(at) == "neither"), None)
    if neither is not None:
        yield from _neither(clauses, neither, position)
        return
    if clauses.low(position) == "survivors":
        at = position + 2 if clauses.low(position - 1) == "no" and clauses.low(position + 1) in {"among", "of"} else len(clauses.words)
    else:
        first = next((at for at in range(max(0, position - _FAR), position) if clauses.low(at) in _ALL | {"none"}), None)
        if first is None:
            return
        if clauses.low(first) in _ALL:
            yield Toll(Effect.KILLED, exactly(0), clauses.words[first].span, verb, "")
            return
        at = first + 2 if clauses.low(first + 1) == "of" else len(clauses.words)
    lost = noun_phrase(clauses.words, at)
    if lost is not None and lost.count is not None and (lost.count.best or 0) > 0:
        hostile = lost.attackers
        yield Toll(Effect.KILLED, lost.count, span_of(clauses, lost), verb, lost.head, bare=lost.head == "", attackers=hostile)


def _neither(clauses: Clauses, first: int, position: int) -> Iterator[Toll]:
    """Read "neither survived", "neither of the two bombers survived": two are dead, those told of before."""
    words = clauses.words
    inner = noun_phrase(words, first + 1 + (clauses.low(first + 1) == "of"))
    if inner is not None and inner.last <= position and inner.head:
        number, attackers, span = inner.count, inner.attackers, span_of(clauses, inner)
        number = number if number is not None and (number.best or 0) > 1 else exactly(2)
        yield Toll(Effect.KILLED, number, span, words[position].span, inner.head, definite=True, attackers=attackers)
        return
    before = next((phrase for phrase in reversed(clauses.phrases) if phrase.last <= first and phrase.count == exactly(2)), None)
    attackers = before is not None and (before.attackers or did_harm(clauses, before) or drove_a_bomb(clauses, before))
    yield Toll(Effect.KILLED, exactly(2), words[first].span, words[position].span, "", definite=True, attackers=attackers)


def _all_safe(clauses: Clauses, position: int) -> bool:
    """Say whether all people are told to be safe: "all aboard are safe", "the crew of three is safe"."""
    if clauses.low(position + 1) not in _BEHIND_SAFE or clauses.low(position - 1) not in {"is", "are", "was", "were", "all", "both"}:
        return False
    before = [clauses.low(at) for at in range(max(0, position - _FAR), position)]
    return not {"not", "nobody"} & set(before) and (not _ALL.isdisjoint(before) or "crew" in before or "group_of" in before)


def _spared(clauses: Clauses, position: int, low: str) -> tuple[Effect, ...]:
    """Return what is said at a word to have befallen nobody."""
    if low == "life":
        lost = clauses.low(position + 1) in {"lost", "was", "is"} and "lost" in {clauses.low(position + 1), clauses.low(position + 2)}
        return (Effect.KILLED,) if lost and clauses.low(position - 1) == "no" else ()
    if low in NO_CASUALTIES:
        return NO_CASUALTIES[low] if _denied(clauses, position, low) else ()
    if low in _UNHURT:
        return _BOTH
    if low == "safe":
        return _BOTH if _all_safe(clauses, position) else ()
    if low == "hit":
        return (Effect.INJURED,) if clauses.low(position - 1 - (clauses.low(position - 1) in {"was", "were"})) in NOBODY else ()
    if low in _NOT_HURT:
        before, first = clauses.low(position - 1), clauses.low(position - 2)
        if before in {"no", "without", "nil"} and clauses.low(position + 1) in {"persons", "people", "person"}:
            return (Effect.INJURED,)
        return (Effect.INJURED,) if before == "nor" or (before == "not" and first in {"was", "were"}) else ()
    if low == "killed_or_injured":
        return _BOTH if any(clauses.low(at) in NOBODY | {"no"} for at in range(max(0, position - _REACH), position)) else ()
    return ()


def _denied(clauses: Clauses, position: int, low: str) -> bool:
    """Say whether there was none of what a noun names: "no casualties", "casualties: none"."""
    mark = position + 1 + (clauses.low(position + 1) in {":", "-", "–", "—", "="})
    if clauses.low(mark) in NOBODY and (mark > position + 1 or clauses.low(mark + 1) in {"", ",", ";", "."}):
        return True
    if clauses.low(position + 1) in _FIGURES:
        return False  # "no casualty figures were given"
    before = [clauses.low(at) for at in range(max(0, position - _REACH), position)]
    if _NO.isdisjoint(before) or not NOTHING_OF_PEOPLE.isdisjoint(before):
        return False
    return low not in {"loss_of", "death_of"} or clauses.low(position + 1) in {"life", "lives"}
