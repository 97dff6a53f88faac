"""Who acted, who was aimed at, who stepped in and who says so, as written.

What befell people by accident or by nature was nobody's deed: their figures are kept, but they are no actors. Neither are people of whom
nothing is known but their number ("nine people").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mapapp.incidents.actor_words import ARMED_SIDES, STATE_SIDES
from mapapp.incidents.deeds import blamed, deeds, on_duty, speakers
from mapapp.incidents.drafts import Draft, type_of
from mapapp.incidents.happenings import Happening
from mapapp.incidents.incident import Actor, ActorRole, IncidentType
from mapapp.incidents.noun_phrases import NounPhrase
from mapapp.incidents.scene import Scene, scene_of
from mapapp.report.report import Span

_T = IncidentType

NOBODYS_DEED = frozenset({_T.ACCIDENT, _T.FIRE, _T.NATURAL_DISASTER, _T.EPIDEMIC})
"""Types without perpetrator and target."""


def actors_of(told: Sequence[Happening], mentions: Sequence[Happening], text: str, kind: IncidentType) -> tuple[Actor, ...]:
    """Return the actors of an incident in order of the text, each stretch once.

    Attackers who are killed or arrested are still perpetrators; police and soldiers who act against attackers are an authority.

    Parameters
    ----------
    told
        The sentences that tell the incident.
    mentions
        Sentences that only speak of it: they may say who claims it.
    text
        The report.
    kind
        What happened.
    """
    found: dict[Span, Actor] = {}
    sourced = False
    for sentence in map(scene_of, told):
        named: list[tuple[NounPhrase, ActorRole]] = []
        if not sourced:  # who speaks later vouches for details
            named += speakers(sentence)
            sourced = bool(named)
        if kind not in NOBODYS_DEED:
            named += [*blamed(sentence), *deeds(sentence, kind)]
        for phrase, role in sorted([*named, *on_duty(sentence, kind)], key=lambda pair: pair[0].first):
            _add(found, sentence, phrase, role, text)
    for sentence in map(scene_of, mentions):
        for phrase, role in [] if kind in NOBODYS_DEED else blamed(sentence):
            _add(found, sentence, phrase, role, text)
    return tuple(found[span] for span in sorted(found))


def attach_claims(told: Sequence[Happening], drafts: Sequence[Draft]) -> None:
    """Add the sentences in which somebody claims a deed, and which belong to no incident yet, to the mentions of one.

    "The Northern Front claimed responsibility" speaks of the last attack told of before that is news and no part of another.

    Parameters
    ----------
    told
        All sentences of the report, in order.
    drafts
        Its incidents.
    """
    taken = {id(h) for draft in drafts for h in [*draft.happenings, *draft.mentions]}
    deeds_told = [draft for draft in drafts if draft.parent is None and type_of(draft) not in NOBODYS_DEED]
    for happening in told:
        if id(happening) in taken or not _speaks_of_a_claim(happening):
            continue
        before = [draft for draft in deeds_told if draft.first.index < happening.index]
        news = [draft for draft in before if not draft.first.recalled]
        if before:
            (news or before)[-1].mentions.append(happening)


def _speaks_of_a_claim(happening: Happening) -> bool:
    lows = [word.low for word in happening.words]
    if "responsibility" in lows and not {"claimed", "claims", "claiming", "taken", "took", "accepted"}.isdisjoint(lows):
        return True
    if "blamed" in lows:
        return True
    return any(pair in {("carried", "out"), ("behind", "the"), ("claimed", "by"), ("blamed", "on")} for pair in pairwise(lows))


def _add(found: dict[Span, Actor], sentence: Scene, phrase: NounPhrase, role: ActorRole, text: str) -> None:
    """Take an actor, unless one that overlaps stands already, or the same people in the same part.

    Soldiers who act where an armed group has been told of are an authority.
    """
    span, kind = sentence.span(phrase), sentence.type(phrase)
    if any(span.overlaps(other) for other in found):
        return
    doers = [actor for actor in found.values() if actor.role is ActorRole.PERPETRATOR]
    if role is ActorRole.PERPETRATOR and kind in STATE_SIDES and any(actor.type in ARMED_SIDES for actor in doers):
        role = ActorRole.AUTHORITY
    again = any(actor.role is role and _noun(actor.text) == _noun(span.of(text)) for actor in found.values())
    some_of_them = role is ActorRole.PERPETRATOR and kind in ARMED_SIDES and _is_some_of_them(sentence, phrase) and bool(doers)
    if not again and not some_of_them:
        found[span] = Actor(span.of(text), span, role, kind)


def _noun(written: str) -> str:
    """Return the last word of a phrase without its plural ending, to tell who is told of again."""
    words = written.casefold().split()
    return words[-1].removesuffix("s").replace("men", "man") if words else ""


def _is_some_of_them(sentence: Scene, phrase: NounPhrase) -> bool:
    """Say whether the phrase takes up people told of before: "two of the attackers", "the gunmen"."""
    opening = {sentence.low(at) for at in range(phrase.first, min(phrase.last, phrase.first + 3))}
    return sentence.low(phrase.first) == "the" or "of" in opening
