"""What is taken up from the sentence before: "the violence", "the unrest" is what was just told, whatever kind it was."""

from __future__ import annotations

from dataclasses import replace

from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.placing.sites import agree
from mapapp.incidents.telling.trigger_words import Part

_ANY_TROUBLE = frozenset("violence unrest trouble troubles fighting hostilities incident incidents bloodshed disturbances".split())
"""Nouns that stand for deeds of any kind."""

_DEFINITE = frozenset("the this these".split())

REACH_BACK = 3
"""Tellings back that such a noun may stand for."""


def taking_up(happening: Happening, last: Happening | None) -> Happening:
    """Let "the violence broke out when …" speak of what was told just before, instead of opening an incident.

    Parameters
    ----------
    happening
        What a sentence tells.
    last
        What was told last that opens an incident, None where nothing was.
    """
    if last is None or happening.entry or happening.index - last.index > REACH_BACK or not _may_be_of(happening, last):
        return happening
    if len(happening.words) < 2 or happening.words[0].low not in _DEFINITE or happening.words[1].low not in _ANY_TROUBLE:
        return happening
    kinds = [trigger.type for trigger in last.triggers if trigger.part is not Part.MEANS]
    triggers = tuple(
        replace(trigger, known=True, type=kinds[0] if kinds else trigger.type) if trigger.position == 1 else trigger
        for trigger in happening.triggers
    )
    told = any(not trigger.known and trigger.part is not Part.MEANS for trigger in triggers)
    return replace(happening, triggers=triggers, opens=happening.opens and (told or any(toll.count.best != 0 for toll in happening.tolls)))


def _may_be_of(happening: Happening, last: Happening) -> bool:
    """Say whether a sentence is not of another day or place than what was told last."""
    return not last.recalled and dates_agree(last.date, happening.date) and agree(last.site, happening.site)
