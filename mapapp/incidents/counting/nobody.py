"""Where it is stated that there was nobody: "no casualties", "without loss of life", "unhurt", "neither dead nor wounded"."""

from __future__ import annotations

from collections.abc import Iterator

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


_TELLING = NO_CASUALTIES.keys() | _UNHURT | _NOT_HURT | {"killed_or_injured", "safe", "hit", "survived", "survivors"}
"""Words at which it may be said that there was nobody."""


def _survivors(clauses: Clauses, position: int) -> Iterator[Toll]:
    """Read "none of the nine on board survived", "no survivors among the nine", "all aboard survived"."""
    verb = clauses.words[position].span
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
        yield Toll(Effect.KILLED, lost.count, span_of(clauses, lost), verb, lost.head, bare=lost.head == "")


def _all_safe(clauses: Clauses, position: int) -> bool:
    """Say whether all people are told to be safe: "all aboard are safe", "the crew of three is safe"."""
    if clauses.low(position + 1) not in _BEHIND_SAFE or clauses.low(position - 1) not in {"is", "are", "was", "were", "all", "both"}:
        return False
    before = [clauses.low(at) for at in range(max(0, position - _FAR), position)]
    return not {"not", "nobody"} & set(before) and (not _ALL.isdisjoint(before) or "crew" in before or "group_of" in before)


def _spared(clauses: Clauses, position: int, low: str) -> tuple[Effect, ...]:
    """Return what is said at a word to have befallen nobody."""
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
