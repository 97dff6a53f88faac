"""Who acted, who was aimed at, who stepped in and who says so, as written.

What befell people by accident or by nature was nobody's deed: it has targets and no perpetrator. People of whom nothing is known but
their number ("nine people") are no actors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mapapp.incidents.completing.deeds import blamed, deeds, on_duty, speakers, victims
from mapapp.incidents.completing.labelled_people import labelled_people
from mapapp.incidents.completing.scene import Scene, scene_of
from mapapp.incidents.incident import Actor, ActorRole, ActorType, IncidentType
from mapapp.incidents.linking.drafts import Draft, type_of
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.wording.actor_words import ARMED_SIDES, STATE_SIDES
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import ADVERBS, HAVE
from mapapp.incidents.wording.persons import ATTACKERS
from mapapp.report.report import Span

_T = IncidentType

NOBODYS_DEED = frozenset({_T.ACCIDENT, _T.FIRE, _T.NATURAL_DISASTER, _T.EPIDEMIC})
"""Types without perpetrator."""


def actors_of(
    told: Sequence[Happening], mentions: Sequence[Happening], text: str, kind: IncidentType, *, beside: Sequence[Happening] = ()
) -> tuple[Actor, ...]:
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
    beside
        Other pieces of the sentence that opens it: "said police" at its end holds for all of them.
    """
    found: dict[Span, Actor] = {}
    sourced = False
    for sentence in map(scene_of, told):
        named: list[tuple[NounPhrase, ActorRole]] = []
        if not sourced:  # who speaks later vouches for details
            named += speakers(sentence)
            sourced = bool(named)
        if kind in NOBODYS_DEED:
            named += _struck(sentence, kind) if sentence.happening is told[0] else []
        else:
            named += [*blamed(sentence), *labelled_people(sentence), *_weapon_bearers(sentence, kind), *deeds(sentence, kind)]
            named += _marchers(sentence) if kind is _T.PROTEST else []
        for phrase, role in sorted([*named, *on_duty(sentence, kind)], key=lambda pair: pair[0].first):
            _add(found, sentence, phrase, _role_in(sentence, phrase, role, kind), text)
    for sentence in () if sourced else map(scene_of, beside):
        heard = next(iter(speakers(sentence)), None)
        if heard is not None:
            _add(found, sentence, *heard, text)
            break
    for sentence in map(scene_of, mentions):
        for phrase, role in [] if kind in NOBODYS_DEED else blamed(sentence):
            _add(found, sentence, phrase, role, text)
    return tuple(_typed(found[span], kind) for span in sorted(found))


_ANY_VICTIM = frozenset(
    "passenger passengers driver drivers resident residents man men woman women boy boys girl girls child children inhabitant".split()
)
"""People of whom no more is told than that they were there."""


def _struck(sentence: Scene, kind: IncidentType) -> Iterator[tuple[NounPhrase, ActorRole]]:
    """Yield those who died by accident or by nature, where the report tells who they were: "a fisherman", "two patients"."""
    dead = {toll.span.start for toll in sentence.happening.tolls if toll.effect is Effect.KILLED}
    for phrase, _ in victims(sentence, kind):
        if phrase.head not in _ANY_VICTIM and sentence.words[phrase.first].span.start in dead:
            yield phrase, ActorRole.TARGET


_WITH_ARMS = frozenset(
    {
        _T.BOMBING, _T.SUICIDE_BOMBING, _T.SHOOTING, _T.ARMED_ATTACK, _T.CLASH, _T.AIR_STRIKE, _T.SHELLING, _T.MINE, _T.KILLING,
        _T.ABDUCTION,
    }
)  # fmt: skip
"""Types whose doers bear arms, whoever they are."""


def _typed(actor: Actor, kind: IncidentType) -> Actor:
    """Make an armed actor of "a man" who shoots, and no such of "unidentified men" who are found dead."""
    anybody = not _ANYBODY.isdisjoint(actor.text.casefold().split())
    if actor.role is ActorRole.PERPETRATOR and actor.type is ActorType.CIVILIANS and anybody and kind in _WITH_ARMS:
        return replace(actor, type=ActorType.ARMED)
    if actor.role is ActorRole.TARGET and actor.type is ActorType.ARMED and not _UNKNOWN.isdisjoint(actor.text.casefold().split()):
        return replace(actor, type=ActorType.CIVILIANS)
    return actor


_ANYBODY = frozenset(
    "man men woman women youth youths boy boys girl girls teenager teenagers person persons people individual individuals".split()
)
"""People of whom a report tells no more than what they did."""
_UNKNOWN = frozenset({"unknown", "unidentified", "unnamed"})


_BEARING = frozenset({"wearing", "with", "carrying", "wielding", "brandishing", "armed"})
_BORNE = frozenset(
    "vest vests belt belts explosives knife knives machete machetes axe axes rifle rifles pistol pistols gun guns sword swords".split()
)


def _weapon_bearers(sentence: Scene, kind: IncidentType) -> Iterator[tuple[NounPhrase, ActorRole]]:
    """Yield the people who bear a weapon where violence is told of: "a man with a knife", "two girls wearing explosive vests"."""
    if kind not in _WITH_ARMS:
        return
    for phrase in sentence.phrases:
        if sentence.low(phrase.last) not in _BEARING or sentence.type(phrase) not in {None, ActorType.CIVILIANS, ActorType.ARMED}:
            continue
        if any(sentence.low(at) in _BORNE for at in range(phrase.last + 1, phrase.last + 5)):
            yield phrase, ActorRole.PERPETRATOR


_MARCHING = frozenset(
    "protested protesting marched marching rallied rallying demonstrated demonstrating gathered gathering chanted joined blocked".split()
)


def _marchers(sentence: Scene) -> Iterator[tuple[NounPhrase, ActorRole]]:
    """Yield those who protest, of whom no more is told than how many they are: "tens of thousands protested", "some 200 people marched"."""
    for phrase in sentence.phrases:
        behind = phrase.last + (sentence.low(phrase.last) in HAVE | ADVERBS)
        if sentence.low(behind) in _MARCHING and sentence.type(phrase) in {None, ActorType.CIVILIANS}:
            yield phrase, ActorRole.OTHER


def _role_in(sentence: Scene, phrase: NounPhrase, role: ActorRole, kind: IncidentType) -> ActorRole:
    """Return the role of people by what happened: who protests harms nobody; an arrest is done to people of note, and to no suspects."""
    if kind is _T.PROTEST and role is ActorRole.PERPETRATOR and sentence.type(phrase) in {ActorType.PROTESTERS, ActorType.CIVILIANS}:
        return ActorRole.OTHER
    start = sentence.words[phrase.first].span.start
    if kind in {_T.AIR_STRIKE, _T.SHELLING} and role is ActorRole.PERPETRATOR and sentence.type(phrase) in ARMED_SIDES:
        struck = any(toll.attackers and toll.span.start == start for toll in sentence.happening.tolls)
        return ActorRole.TARGET if struck or sentence.low(phrase.first - 1) == "of" else role
    if kind is not _T.ARREST or role not in {ActorRole.PERPETRATOR, ActorRole.TARGET}:
        return role
    held = any(toll.effect is Effect.ARRESTED and toll.span.start == start for toll in sentence.happening.tolls)
    return role if not held else ActorRole.TARGET if _is_of_note(sentence, phrase) else ActorRole.OTHER


_OF_NOTE = frozenset(
    """
    activist activists journalist journalists student students lawyer lawyers teacher teachers priest priests reporter reporters
    president minister senator mayor councillor deputy politician politicians leader leaders blogger bloggers organiser organisers
    supporter supporters unionist unionists pastor bishop monk monks editor observer observers
    """.split()
)
_HELD_FOR_A_CAUSE = frozenset("opposition party union movement newspaper congregation church".split())


def _is_of_note(sentence: Scene, phrase: NounPhrase) -> bool:
    """Say whether the arrested are people to whom an arrest is done, as an office-holder or activists, and no suspects of a crime."""
    if any(sentence.low(at) in ATTACKERS | {"suspected", "suspect", "suspects"} for at in range(phrase.first, phrase.last)):
        return False
    return any(sentence.low(at) in _OF_NOTE | _HELD_FOR_A_CAUSE for at in range(phrase.first, phrase.last + 4))


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
