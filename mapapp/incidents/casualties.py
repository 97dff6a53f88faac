"""Who was killed, hurt, arrested, abducted or driven from home, clause by clause.

One sentence gives a list of tolls: "killed a clerk and a guard at one store and then wounded three policemen" is two killed and three
injured. What tolls of several sentences add up to is decided in :mod:`mapapp.incidents.tolls`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.chains import gapped, objects_after, people_after, subject_before
from mapapp.incidents.effects import EFFECTS, Effect, Voice
from mapapp.incidents.flight import flight
from mapapp.incidents.grammar_words import ADVERBS, BE, STOPS
from mapapp.incidents.incident import Count
from mapapp.incidents.noun_phrases import NounPhrase
from mapapp.incidents.openings import exactly
from mapapp.incidents.persons import CIVILIANS
from mapapp.incidents.realis import is_real
from mapapp.incidents.sides import agent_after, by_own_bomb, forces_follow, is_doubtful, own_side, settled
from mapapp.incidents.stated import labelled, none_stated, number_of, parts_told, running_total
from mapapp.incidents.toll import Clauses, Toll, back_over_adverbs, covered, span_of, verb_group_start
from mapapp.incidents.words import Word
from mapapp.report.report import Span

__all__ = ["Clauses", "Toll", "tolls_of"]


def _tolls(clauses: Clauses, effect: Effect, verb: int, people: Sequence[NounPhrase], *, by_forces: bool = False) -> Iterator[Toll]:
    """Turn the people found for a verb into tolls."""
    also = any(clauses.low(at) == "also" for at in range(max(0, verb - 2), verb))
    own_bomb = effect is Effect.KILLED and by_own_bomb(clauses, verb)
    before: NounPhrase | None = None
    for phrase in people:
        if before is not None and covered(clauses, before, phrase):
            continue
        before = phrase
        if phrase.count is None and not phrase.definite:
            continue
        reflexive = clauses.low(phrase.first) in {"himself", "herself", "themselves"}
        yield Toll(
            effect, phrase.count or Count(2, None, None), span_of(clauses, phrase), clauses.words[verb].span, phrase.head,
            attackers=own_side(clauses, phrase, by_forces=by_forces) or reflexive or (own_bomb and not phrase.forces),
            definite=phrase.definite and not reflexive, bare=phrase.head == "", more=phrase.more or also, civilians=phrase.civilians,
            some=phrase.some,
        )  # fmt: skip


def _past(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read killed, wounded, arrested: passive, active, or gapped ("and four wounded")."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in {"and", "or"} and EFFECTS.get(clauses.low(before - 1), (None, None))[1] is Voice.PAST:
        yield from _coordinated(clauses, position, before - 1, effect)
        return
    if clauses.low(before) in BE or clauses.low(before) in {"left", "found", "reported", "confirmed"}:
        yield from _passive(clauses, position, effect)
        return
    objects = objects_after(clauses.words, clauses.phrases, position)
    if objects:
        start = verb_group_start(clauses, position)
        agents = subject_before(clauses.words, clauses.phrases, start)
        by_forces = bool(agents) and all(agent.forces for agent in agents)
        yield from _tolls(clauses, effect, position, objects, by_forces=by_forces)
        return
    if clauses.low(before) in {"and", "then", "or", "but"} and _shares_passive(clauses, before):
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, position))
        return
    before = _back_over_age(clauses, before)
    victim = clauses.ending(before + 1) if _nothing_follows(clauses, position) else None
    if victim is not None and not _of_people_before(clauses, victim):
        yield from _tolls(clauses, effect, position, _chain_with(clauses, victim, before + 1))


def _back_over_age(clauses: Clauses, position: int) -> int:
    """Skip an age between commas: "man, 24, stabbed in the arm"."""
    aside = position > 1 and clauses.low(position) == clauses.low(position - 2) == ","
    return position - 3 if aside and clauses.words[position - 1].number is not None else position


SHARED_REACH = 12
"""Words between "was" and a second participle: "was robbed of his pistol on the way home and wounded"."""


def _shares_passive(clauses: Clauses, joint: int) -> bool:
    """Say whether the participle behind "and" shares the "was" of the one before it."""
    for at in range(joint - 1, max(-1, joint - 1 - SHARED_REACH), -1):
        low = clauses.low(at)
        if low in {"was", "were", "been"}:
            return True
        if low in {";", ":", "who", "which", "when", "while", "as"}:
            return False
    return False


def _chain_with(clauses: Clauses, victim: NounPhrase, end: int) -> list[NounPhrase]:
    """Return the people coordinated with those just before ``end``; these alone where the clause has another subject."""
    chain = subject_before(clauses.words, clauses.phrases, end)
    return chain if any(phrase.last == victim.last for phrase in chain) else [victim]


def _passive(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three were killed", "was arrested along with his son", "were killed in one town and two in another"."""
    start = verb_group_start(clauses, position)
    people = subject_before(clauses.words, clauses.phrases, start)
    people += people_after(clauses.words, clauses.phrases, position)
    people += gapped(clauses.words, position) if people else []
    if not people and clauses.low(start - 1) == "they":
        people = _attackers_told(clauses)
    yield from _tolls(clauses, effect, position, people, by_forces=forces_follow(clauses, position))


def _attackers_told(clauses: Clauses) -> list[NounPhrase]:
    """Return the attackers that "they" stands for: "Three gunmen held the bank before they were killed"."""
    first = next(iter(clauses.phrases), None)
    return [first] if first is not None and first.attackers and first.number_given else []


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split())


def _nothing_follows(clauses: Clauses, position: int) -> bool:
    """Say whether no object can follow the participle: "four wounded in ...", "three killed"."""
    following = clauses.low(position + 1)
    return following == "" or following in STOPS or following in ADVERBS or following in _WEEKDAYS


def _of_people_before(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether the phrase is itself the object of a preposition or of another verb ("by gunmen", "attacked a man")."""
    return clauses.low(phrase.first - 1) in {"by", "of", "with", "from", "to"}


def _coordinated(clauses: Clauses, position: int, other: int, effect: Effect) -> Iterator[Toll]:
    """Read "abducted and killed", "shot and wounded": one subject or object for two verbs.

    "killed and wounded twelve" says how many in all, not how many of each: no toll.
    """
    first = EFFECTS[clauses.low(other)][0]
    if {first, effect} == {Effect.KILLED, Effect.INJURED}:
        objects = objects_after(clauses.words, clauses.phrases, position)
        if not objects or any(phrase.count and phrase.count.best != 1 for phrase in objects):
            return
    if clauses.low(back_over_adverbs(clauses, other - 1)) in BE:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, other))
        if {first, effect} == {Effect.KILLED, Effect.INJURED} and any(phrase.count and phrase.count.best != 1 for phrase in people):
            return
        yield from _tolls(clauses, effect, position, people)
        return
    yield from _tolls(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _active(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "killing three", "kills two"."""
    yield from _tolls(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _fate(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "died", "sustained injuries"."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    people += people_after(clauses.words, clauses.phrases, position)
    people += gapped(clauses.words, position) if people else []
    yield from _tolls(clauses, effect, position, people)


def _self(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "turned the gun on himself": a dead attacker, told again where "killing himself" follows."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    again = any(word.low in {"himself", "herself", "themselves"} for word in clauses.words)
    for phrase in people or [NounPhrase(position, position + 1, exactly(1), "", definite=True)]:
        if phrase.count is not None:
            told = again or not phrase.number_given
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            yield Toll(effect, phrase.count, span, verb, phrase.head, attackers=True, definite=told, bare=phrase.head == "")


def _in_care(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "nine others remain in hospital", "scores more are in hospital"."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in BE | {"remain", "remained", "remains", "recovering", "treated"}:
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, before)))


_RECALLING = frozenset(
    """
    against over mourn mourning avenge avenging accused suspect suspected wanted convicted charged trial investigation anniversary
    remembering commemorating honouring honoring
    """.split()
)
"""Words before "the killing of two" or "nine lives" that make it a matter of the past."""


def _noun_of(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the killing of two", "the bodies of five"; not "protests over the killing of two"."""
    if any(clauses.low(at) in _RECALLING for at in range(position - 4, position)):
        return
    yield from _tolls(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _counted(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three deaths", "14 civilian fatalities"."""
    if any(clauses.low(at) in _RECALLING for at in range(position - 4, position)):
        return
    for first in range(max(0, position - 4), position):
        number = clauses.words[first].number
        if clauses.low(first) == "a" and first == position - 1:
            number = 1
        if number is None or any(clauses.low(between) in {",", "and", "of", "in", "to"} for between in range(first, position)):
            continue
        hedges = {clauses.low(first - 1)}
        count = exactly(number)
        if hedges & {"at_least", "more_than", "over"}:
            count = Count(number, number, None)
        span = Span(clauses.words[first].span.start, clauses.words[position].span.end)
        unarmed = any(clauses.low(between) in CIVILIANS for between in range(first, position))
        yield Toll(effect, count, span, clauses.words[position].span, "", bare=True, civilians=unarmed)
        return


def _state(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "left three dead", "two were dead", "shot the mayor dead", "put the dead at 45"."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in {"the", "'s"} and clauses.low(position + 1) in {"at", "to", "as"}:
        yield from running_total(clauses, position, effect)
        return
    if clauses.low(before) in BE:
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, before)))
        return
    people = clauses.ending(before + 1)
    if people is not None and not (people.definite and not people.named and people.count is None):
        yield from _tolls(clauses, effect, position, _chain_with(clauses, people, before + 1))


_FOUND = frozenset("found recovered discovered retrieved pulled dumped exhumed unearthed lay lying".split())


def _bodies(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the bodies of three men were found", "found 12 bodies"."""
    if not any(word.low in _FOUND for word in clauses.words):
        return
    if clauses.low(position) == "bodies_of":
        yield from _noun_of(clauses, position, effect)
    else:
        yield from _counted(clauses, position, effect)


def _lost(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "lost two men", "destroyed 12 militants": the dead of a side, not of a family or a search."""
    people = objects_after(clauses.words, clauses.phrases, position)
    lost = clauses.low(position) == "lost"
    if all(phrase.number_given and (phrase.attackers or (lost and (phrase.forces or phrase.head == "men"))) for phrase in people):
        yield from _tolls(clauses, effect, position, people)


_TAKEN_BY_FORCES = frozenset("captured capturing caught held holding seized seizing".split())


def _seized(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "seized two nurses", "police caught three men": taken by police it is an arrest, by gunmen an abduction.

    Where nobody says by whom, somebody captured is arrested, somebody seized abducted, and of people who are held it is not known.
    """
    low = clauses.low(position)
    passive = clauses.low(back_over_adverbs(clauses, position - 1)) in BE
    start = verb_group_start(clauses, position)
    subject = subject_before(clauses.words, clauses.phrases, start)
    people = subject if passive else [p for p in objects_after(clauses.words, clauses.phrases, position) if not p.named or p.head]
    agents = [agent for agent in [agent_after(clauses, position)] if agent is not None] if passive else subject
    by_forces = bool(agents) and all(agent.forces for agent in agents)
    by_attackers = bool(agents) and any(agent.attackers for agent in agents)
    if by_forces and low in _TAKEN_BY_FORCES:
        yield from _tolls(clauses, Effect.ARRESTED, position, people)
    elif by_attackers or low in {"seized", "seizing", "snatched"}:
        yield from _tolls(clauses, Effect.ABDUCTED, position, people)
    elif low in {"captured", "capturing"}:
        yield from _tolls(clauses, effect, position, people)


_READERS = {
    Voice.PAST: _past,
    Voice.ING: _active,
    Voice.BASE: _active,
    Voice.FATE: _fate,
    Voice.SELF: _self,
    Voice.CARE: _in_care,
    Voice.NOUN_OF: _noun_of,
    Voice.COUNTED: _counted,
    Voice.STATE: _state,
    Voice.TOLL: running_total,
    Voice.NUMBER: number_of,
    Voice.BODIES: _bodies,
    Voice.SEIZE: _seized,
    Voice.LOST: _lost,
    Voice.FLIGHT: flight,
}


def tolls_of(words: Sequence[Word], phrases: Sequence[NounPhrase]) -> list[Toll]:
    """Return what a sentence says of people killed, hurt, arrested, abducted and driven from home.

    Parameters
    ----------
    words
        The words of one sentence.
    phrases
        Its noun phrases for people.
    """
    clauses = Clauses(words, phrases)
    out = list(none_stated(clauses))
    for position, word in enumerate(words):
        if word.low not in EFFECTS:
            continue
        effect, voice = EFFECTS[word.low]
        label = labelled(clauses, position, effect)
        if label is not None:
            out.append(label)
            continue
        if not is_real(words, position) or is_doubtful(clauses, position):
            continue
        if word.low in {"claimed", "claiming"} and "lives" not in {clauses.low(at) for at in range(position + 1, position + 6)}:
            continue
        if word.low in {"claimed", "claiming", "lives_of"}:
            voice = Voice.ING
        if voice is Voice.PAST and _is_adjective(clauses, position):
            continue
        out += _READERS[voice](clauses, position, effect)
        out += parts_told(clauses, position)
    return settled(clauses, _distinct(out))


def _is_adjective(clauses: Clauses, position: int) -> bool:
    """Say whether the participle stands inside a noun phrase: "the injured man", "two arrested militants"."""
    return any(phrase.first <= position < phrase.last - 1 and phrase.first < position for phrase in clauses.phrases)


def _distinct(tolls: list[Toll]) -> list[Toll]:
    """Drop a toll that is read twice off the same words."""
    out: list[Toll] = []
    for toll in tolls:
        if not any(toll.effect is kept.effect and toll.span.overlaps(kept.span) for kept in out):
            out.append(toll)
    return out
