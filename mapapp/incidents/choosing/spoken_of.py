"""Reports that tell of no deed themselves but speak of one: "The bar association condemned the murder of a judge"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.placing.sites import agree, is_spot
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger
from mapapp.incidents.wording.grammar_words import DETERMINERS
from mapapp.incidents.wording.words import Word

_DEEDS = frozenset(
    {
        IncidentType.KILLING, IncidentType.BOMBING, IncidentType.SUICIDE_BOMBING, IncidentType.ABDUCTION, IncidentType.ARMED_ATTACK,
        IncidentType.SHOOTING, IncidentType.ARSON, IncidentType.ROBBERY, IncidentType.AIR_STRIKE, IncidentType.SHELLING,
    }
)  # fmt: skip
_AGAINST = frozenset("of against on".split())
_GENERAL = frozenset("any all every such further future possible alleged attempted no people civilians".split())
_NOT_DONE = frozenset(
    """
    foiled thwarted prevented averted frustrated planned planning plan plans plot plots plotted plotting intended attempted attempt drill
    exercise simulation rehearsal anniversary commemoration film novel game threat threats threatened fear fears feared risk if could
    would might
    """.split()
)
"""Words of a sentence that speaks of a deed nobody did, or of one long past."""

_REACH = 5
_DAYS = frozenset({"day", "days"})


def spoken_of(told: Sequence[Happening], drafts: Sequence[Draft], text: str) -> list[Happening] | None:
    """Return the sentences of a report with those now opening an incident that speak of a deed told nowhere; None where there are none.

    Such a sentence says when or where it was. Beside other incidents it says both, and they are of another day or place.

    Parameters
    ----------
    told
        All sentences of the report, in order.
    drafts
        The incidents put together of them.
    text
        The report.
    """
    found = {happening.index for happening in told if _is_told_nowhere(happening, drafts) and _speaks_of_a_deed(happening, text)}
    if not drafts:
        found = set(sorted(found)[:1])
    return [replace(happening, opens=True) if happening.index in found else happening for happening in told] if found else None


def _is_told_nowhere(happening: Happening, drafts: Sequence[Draft]) -> bool:
    """Say whether a sentence that opens nothing gives a day or place that none of the incidents has."""
    if happening.opens or not any(trigger.known for trigger in happening.triggers):
        return False
    if not drafts:
        return happening.date is not None or happening.site is not None
    if happening.date is None or happening.date.precision not in _DAYS or not is_spot(happening.site):
        return False
    return not any(dates_agree(draft.date, happening.date) and agree(draft.site, happening.site) for draft in drafts)


def _speaks_of_a_deed(happening: Happening, text: str) -> bool:
    if not _NOT_DONE.isdisjoint(word.low for word in happening.words):
        return False
    in_capitals = happening.span.of(text).isupper()
    return any(_is_deed(happening.words, trigger, in_capitals=in_capitals) for trigger in happening.triggers)


def _is_deed(words: Sequence[Word], trigger: Trigger, *, in_capitals: bool) -> bool:
    """Say whether a noun stands for one deed with somebody or something named behind it."""
    if not trigger.known or trigger.part is not Part.NOUN or trigger.plural or trigger.type not in _DEEDS:
        return False
    at = next((at for at, word in enumerate(words) if word.span.start >= trigger.span.end), len(words))
    if words[at - 1].low.rpartition("_")[2] not in _AGAINST:
        if at >= len(words) or words[at].low not in _AGAINST:
            return False
        at += 1
    behind = words[at : at + _REACH]
    by_day = words[at - 1].low == "on" and behind and behind[0].number is not None
    if not behind or by_day or _GENERAL & {word.low for word in behind[:2]}:
        return False
    return in_capitals or behind[0].name or behind[0].number is not None or behind[0].low in DETERMINERS | {"a", "an"}
