"""When a new paragraph begins another incident: it tells a deed of quite another kind, or names a place where none was told."""

from __future__ import annotations

from collections.abc import Iterable

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.drafts import Draft, types_of
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.placing.sites import is_pin
from mapapp.incidents.telling.trigger_words import Part

_T = IncidentType

_KINDS = {
    _T.BOMBING: "bombing", _T.SUICIDE_BOMBING: "bombing", _T.MINE: "bombing", _T.SHELLING: "bombing", _T.AIR_STRIKE: "bombing",
    _T.SHOOTING: "attack", _T.ARMED_ATTACK: "attack", _T.CLASH: "attack", _T.SEXUAL_VIOLENCE: "rape", _T.ABDUCTION: "abduction",
    _T.ARSON: "fire", _T.FIRE: "fire", _T.ROBBERY: "robbery", _T.LOOTING: "robbery", _T.PROTEST: "crowd", _T.RIOT: "crowd",
    _T.ARREST: "arrest", _T.SECURITY_OPERATION: "arrest", _T.DISPLACEMENT: "flight", _T.ACCIDENT: "accident",
    _T.NATURAL_DISASTER: "nature", _T.EPIDEMIC: "epidemic",
}  # fmt: skip
"""Kinds that are told in the same words; killing and what has no kind may be a part of any."""

_AFTERWARDS = frozenset({"arrest", "flight"})
"""What follows other deeds: of its own where a day or a place is given."""

_TAKEN_UP = frozenset("they he she it we this these those their his her its our my another other others second third fourth fifth".split())
"""Words near the beginning that take up whom or what was told of before."""

_NOBODY = frozenset("no nobody none nothing neither".split())


def is_of_another_kind(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence begins the account of a deed of another kind than the incident told before it.

    Parameters
    ----------
    draft
        The incident.
    happening
        The sentence: in a paragraph of its own, and of no deed spoken of as known.
    """
    if happening.paragraph == draft.happenings[-1].paragraph or happening.covers_all or not _is_fresh(happening) or _says_nobody(happening):
        return False
    ours, theirs = _kinds(draft.happenings), _kinds([happening])
    if not theirs or not ours or "" in theirs or ours & theirs or (draft.umbrella and "" in ours):
        return False
    if happening.site is not None or happening.date is not None:
        return True
    return not (theirs <= _AFTERWARDS or _takes_up(happening)) and (bool(happening.tolls) or _tells_by_a_verb(happening))


def begins_elsewhere(draft: Draft, happening: Happening) -> bool:
    """Say whether a new paragraph begins another account: it names a place, and what was told before it had none.

    What opens the report is left open: its first lines tell in short what the next ones tell in full.
    """
    if happening.paragraph == draft.happenings[-1].paragraph or happening.covers_all or happening.entry or not _is_fresh(happening):
        return False
    if draft.site is not None or not is_pin(happening.site) or draft.first.index == 0 or draft.umbrella or draft.parent is not None:
        return False
    counted = {(toll.effect, toll.count.best) for told in draft.happenings for toll in told.tolls if toll.count.best}
    return not any((toll.effect, toll.count.best) in counted for toll in happening.tolls)


def _kinds(told: Iterable[Happening]) -> set[str]:
    """Return the kinds that sentences tell of; protesters clash as well as armies."""
    types = types_of(told)
    return {_KINDS.get(kind, "") for kind in types} | ({"crowd"} if _T.CLASH in types else set())


def _is_fresh(happening: Happening) -> bool:
    """Say whether nothing it tells is spoken of as known."""
    return not any(trigger.known for trigger in happening.triggers) and any(t.part is not Part.MEANS for t in happening.triggers)


def _takes_up(happening: Happening) -> bool:
    """Say whether it speaks of somebody told of before, or of what had been before."""
    lows = [word.low for word in happening.words]
    return not _TAKEN_UP.isdisjoint(lows[:2]) or "had" in lows


def _tells_by_a_verb(happening: Happening) -> bool:
    """Say whether a verb tells of the deed: "the police speak of a robbery" only names one."""
    return any(trigger.part is Part.VERB and not trigger.weak for trigger in happening.triggers)


def _says_nobody(happening: Happening) -> bool:
    """Say whether it only tells that nobody was harmed or held."""
    counted = [toll.count.best for toll in happening.tolls]
    return (bool(counted) and not any(best != 0 for best in counted)) or (bool(happening.words) and happening.words[0].low in _NOBODY)
