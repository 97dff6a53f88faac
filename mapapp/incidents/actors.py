"""Who acted and who suffered, as written."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.chains import subject_before
from mapapp.incidents.effects import Effect
from mapapp.incidents.happenings import Happening
from mapapp.incidents.incident import Actor, ActorRole, IncidentType
from mapapp.incidents.noun_phrases import NounPhrase
from mapapp.incidents.persons import PERSONS
from mapapp.incidents.trigger_words import Part
from mapapp.report.report import Span

_T = IncidentType
_NOBODYS_DEED = frozenset({_T.ACCIDENT, _T.FIRE, _T.NATURAL_DISASTER, _T.EPIDEMIC, _T.DISPLACEMENT, _T.PROTEST})
_TAKEN = frozenset({Effect.ARRESTED})


def _span(happening: Happening, phrase: NounPhrase) -> Span:
    first = phrase.first
    if happening.words[first].low == "that" and phrase.last > first + 1:
        first += 1  # "recall that militants": a conjunction, no article
    return Span(happening.words[first].span.start, happening.words[phrase.last - 1].span.end)


def _type(phrase: NounPhrase) -> str | None:
    """Return a rough class of actor."""
    if phrase.attackers:
        return "armed group"
    if phrase.forces:
        return "state forces"
    return "civilians" if phrase.head else None


def _doers(happening: Happening) -> list[NounPhrase]:
    """Return the subjects of the sentence's verbs of violence."""
    out: list[NounPhrase] = []
    for trigger in happening.triggers:
        if trigger.part is not Part.VERB or trigger.known or trigger.type in _NOBODYS_DEED:
            continue
        passive = trigger.position > 0 and happening.words[trigger.position - 1].low in {"was", "were", "been", "being", "be"}
        if passive:
            out += [
                p for p in happening.phrases if p.first >= 1 and happening.words[p.first - 1].low == "by" and p.first > trigger.position
            ]
        else:
            out += [p for p in subject_before(happening.words, happening.phrases, trigger.position) if p.last <= trigger.position]
    return [phrase for phrase in out if phrase.named or phrase.head in PERSONS or phrase.head == "members"]


def actors_of(happenings: Sequence[Happening], text: str) -> tuple[Actor, ...]:
    """Return the actors of an incident in order of the text, each stretch once.

    Attackers who are killed or arrested are still perpetrators; police and soldiers who act against attackers are an authority.
    """
    found: dict[Span, Actor] = {}
    for happening in happenings:
        targets = {toll.span: toll for toll in happening.tolls if toll.count.best != 0}
        for phrase in happening.phrases:
            span = _span(happening, phrase)
            toll = targets.get(Span(happening.words[phrase.first].span.start, span.end))
            if toll is None or toll.bare:
                continue
            role = ActorRole.PERPETRATOR if toll.attackers or toll.effect in _TAKEN else ActorRole.TARGET
            found.setdefault(span, Actor(span.of(text), span, role, _type(phrase)))
        for phrase in _doers(happening):
            span = _span(happening, phrase)
            against = any(toll.attackers or toll.effect in _TAKEN for toll in happening.tolls)
            role = ActorRole.AUTHORITY if phrase.forces and against else ActorRole.PERPETRATOR
            if not (phrase.head == "" and not phrase.named):
                found.setdefault(span, Actor(span.of(text), span, role, _type(phrase)))
    return tuple(found[span] for span in sorted(found))
