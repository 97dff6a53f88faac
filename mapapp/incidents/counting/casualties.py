"""Who was killed, hurt, arrested, abducted or driven from home, clause by clause.

One sentence gives a list of tolls: "killed a clerk and a guard at one store and then wounded three policemen" is two killed and three
injured. What tolls of several sentences add up to is decided in :mod:`mapapp.incidents.counting.tolls`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.counting.alone import back_over_age, chain_with, people_alone
from mapapp.incidents.counting.chains import gapped, objects_after, people_after, subject_before
from mapapp.incidents.counting.counted import bodies, counted, noun_of
from mapapp.incidents.counting.evacuated import evacuated
from mapapp.incidents.counting.fates import fallen, fate, gravely_hurt, lost, self_killed, suffered
from mapapp.incidents.counting.flight import flight
from mapapp.incidents.counting.labels import labelled
from mapapp.incidents.counting.losses import losses
from mapapp.incidents.counting.moving import in_shelters, moved
from mapapp.incidents.counting.nobody import none_stated
from mapapp.incidents.counting.shot import shot
from mapapp.incidents.counting.sides import forces_follow, is_doubtful, settled
from mapapp.incidents.counting.stated import number_of, parts_told, running_total
from mapapp.incidents.counting.taken import in_care, seized
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, verb_group_start
from mapapp.incidents.placing.unlisted import unknown_people
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.telling.realis import is_real
from mapapp.incidents.wording.effects import BY_COMPANY, EFFECTS, Effect, Voice
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.words import Word
from mapapp.report.saying import SAYING

__all__ = ["Clauses", "Toll", "tolls_of"]


def _past(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read killed, wounded, arrested: passive, active, or gapped ("and four wounded")."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) == "the" and clauses.low(position + 1) in _TOTALLING - {"to", "as"}:
        yield from running_total(clauses, position, effect)
        return
    if clauses.low(before) in {"and", "or"} and EFFECTS.get(clauses.low(before - 1), (None, None))[1] is Voice.PAST:
        yield from _coordinated(clauses, position, before - 1, effect)
        return
    if clauses.low(before) in BE or clauses.low(before) in _LINKING:
        yield from _passive(clauses, position, effect)
        return
    objects = objects_after(clauses.words, clauses.phrases, position)
    if objects:
        start = verb_group_start(clauses, position)
        agents = subject_before(clauses.words, clauses.phrases, start)
        by_forces = bool(agents) and all(agent.forces for agent in agents)
        yield from tolls_for(clauses, effect, position, objects, by_forces=by_forces)
        return
    if clauses.low(before) in {"and", "then", "or", "but"} and _shares_passive(clauses, before):
        yield from tolls_for(clauses, effect, position, subject_before(clauses.words, clauses.phrases, position))
        return
    yield from tolls_for(clauses, effect, position, people_alone(clauses, position, before))


_LINKING = frozenset("left found reported confirmed believed thought remain remained remains become became lie lies lay lying".split())
"""Verbs that stand for "be" before what happened to people: "were left wounded", "remain displaced"."""


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


def _passive(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three were killed", "was arrested along with his son", "were killed in one town and two in another"."""
    start = verb_group_start(clauses, position)
    people = subject_before(clauses.words, clauses.phrases, start)
    people += people_after(clauses.words, clauses.phrases, position)
    people += gapped(clauses.words, position) if people else []
    if not people and clauses.low(start - 1) == "they":
        people = _attackers_told(clauses)
    if not people and clauses.low(position - 1) in BE:
        people = _turned_round(clauses, position)
    if clauses.low(position + 1) == ":" and all(phrase.count is None for phrase in people):  # "were neutralised: three men"
        people = [phrase for phrase in [clauses.starting(position + 2)] if phrase is not None and phrase.number_given] or people
    yield from tolls_for(clauses, effect, position, people, by_forces=forces_follow(clauses, position))


def _turned_round(clauses: Clauses, position: int) -> list[NounPhrase]:
    """Return the subject where it stands behind the verb: "in the blast were killed three soldiers"."""
    phrase = clauses.starting(position + 1)
    if phrase is None or not phrase.number_given or clauses.low(phrase.last) in SAYING:
        return []
    return objects_after(clauses.words, clauses.phrases, position)


def _attackers_told(clauses: Clauses) -> list[NounPhrase]:
    """Return the attackers that "they" stands for: "Three gunmen held the bank before they were killed"."""
    first = next(iter(clauses.phrases), None)
    return [first] if first is not None and first.attackers and first.number_given else []


def _coordinated(clauses: Clauses, position: int, other: int, effect: Effect) -> Iterator[Toll]:
    """Read "abducted and killed", "shot and wounded": one subject or object for two verbs.

    "killed and wounded twelve" says how many in all, not how many of each: no toll.
    """
    first = EFFECTS[clauses.low(other)][0]
    start = verb_group_start(clauses, other)
    if start < other and (nobody := clauses.ending(start)) is not None and nobody.count == exactly(0):
        yield from tolls_for(clauses, effect, position, [nobody])  # "nobody was killed or hurt"
        return
    if {first, effect} == {Effect.KILLED, Effect.INJURED}:
        objects = objects_after(clauses.words, clauses.phrases, position)
        if not objects or any(phrase.count and phrase.count.best not in {0, 1} for phrase in objects):
            return
    if clauses.low(back_over_adverbs(clauses, other - 1)) in BE:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, other))
        if {first, effect} == {Effect.KILLED, Effect.INJURED} and any(
            phrase.count and phrase.count.best not in {0, 1} for phrase in people
        ):
            return
        yield from tolls_for(clauses, effect, position, people)
        return
    yield from tolls_for(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _active(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "killing three", "kills two"."""
    by_forces = False
    if clauses.low(position) in {"kill", "kills"}:
        agents = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
        by_forces = bool(agents) and all(agent.forces for agent in agents)
    yield from tolls_for(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position), by_forces=by_forces)


def _state(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "left three dead", "two were dead", "shot the mayor dead", "put the dead at 45"."""
    before = back_over_adverbs(clauses, position - 1)
    counted = clauses.low(position + 1) in {"is", "stands"} and position + 2 < len(clauses.words) and clauses.words[position + 2].number
    if clauses.low(before) in {"the", "'s"} and (counted or clauses.low(position + 1) in _TOTALLING):
        yield from running_total(clauses, position, effect)
        return
    if clauses.low(before) in BE or clauses.low(before) in _LYING or (clauses.low(before) == "left" and clauses.low(before - 1) in BE):
        subject = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, before))
        yield from tolls_for(clauses, effect, position, subject + people_after(clauses.words, clauses.phrases, position))
        return
    before = back_over_age(clauses, before)
    people = clauses.ending(before + 1) or (unknown_people(clauses.words, 0, before + 1) if clauses.low(position) == "dead" else None)
    if people is not None and not (people.definite and not people.named and people.count is None):
        yield from tolls_for(clauses, effect, position, _ended_with(clauses, people) + chain_with(clauses, people, before + 1))


def _ended_with(clauses: Clauses, people: NounPhrase) -> list[NounPhrase]:
    """Return the first of two behind "ended with": "ended with three of the bandits and a passenger dead"."""
    first = clauses.ending(people.first - 1) if clauses.low(people.first - 1) == "and" else None
    if first is None or clauses.low(first.first - 1) != "with" or clauses.low(first.first - 2) not in _ENDING:
        return []
    return [first] if first.number_given else []


_ENDING = frozenset("ended ending ends end concluded finished".split())
_LYING = frozenset("become became remain lie lies lay".split())
_TOTALLING = frozenset("at to as number numbered totalled totaled now".split())


def _nothing(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read nothing: the word is a label only."""
    del clauses, position, effect
    yield from ()


_READERS = {
    Voice.PAST: _past,
    Voice.ING: _active,
    Voice.BASE: _active,
    Voice.FATE: fate,
    Voice.SELF: self_killed,
    Voice.CARE: in_care,
    Voice.NOUN_OF: noun_of,
    Voice.COUNTED: counted,
    Voice.STATE: _state,
    Voice.TOLL: running_total,
    Voice.NUMBER: number_of,
    Voice.BODIES: bodies,
    Voice.SEIZE: seized,
    Voice.LOST: lost,
    Voice.FLIGHT: flight,
    Voice.EVACUATED: evacuated,
    Voice.PASSIVE: suffered,
    Voice.LABEL: _nothing,
    Voice.FALLEN: fallen,
    Voice.GRAVE: gravely_hurt,
    Voice.SHOT: shot,
    Voice.LOSSES: losses,
    Voice.MOVING: moved,
    Voice.SHELTER: in_shelters,
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
        told = EFFECTS.get(word.low) or BY_COMPANY.get(word.low)
        if told is None:
            continue
        out += labelled(clauses, position, told[0]) or _read(clauses, position, *told)
    return settled(clauses, _distinct(out))


def _read(clauses: Clauses, position: int, effect: Effect, voice: Voice) -> Iterator[Toll]:
    """Read what the word at a position says of people, where it tells of something that happened."""
    if not is_real(clauses.words, position) or is_doubtful(clauses, position):
        return
    low = clauses.low(position)
    if low in {"claimed", "claiming"} and "lives" not in {clauses.low(at) for at in range(position + 1, position + 6)}:
        return
    if low in {"claimed", "claiming", "lives_of"}:
        voice = Voice.ING
    if low == "hospitalized" and any(clauses.low(at) in _NOT_HURT for at in range(position + 1, position + _TESTS_REACH)):
        return
    if low in _ALSO_NOUNS and position and clauses.words[position - 1].number is not None:
        voice = Voice.COUNTED  # "two hurt, one arrest"
    if voice is Voice.PAST and clauses.low(position - 1) in {"no", "without"}:
        return  # "without injured persons"
    if voice is Voice.PAST and _is_adjective(clauses, position):
        yield from _counted_hurt(clauses, position, effect)
        return
    yield from _READERS[voice](clauses, position, effect)
    yield from parts_told(clauses, position)


_NOT_HURT = frozenset("tests checks check-up check-ups checkup checkups autopsy post-mortem examination examinations quarantine".split())
"""What people are brought to hospital for who are not hurt."""
_TESTS_REACH = 8
_ALSO_NOUNS = frozenset({"arrest", "murder", "murders"})
"""Words that are nouns where a number stands before them."""


def _is_adjective(clauses: Clauses, position: int) -> bool:
    """Say whether the participle stands inside a noun phrase: "the injured man", "two arrested militants"."""
    return any(phrase.first <= position < phrase.last - 1 and phrase.first < position for phrase in clauses.phrases)


def _counted_hurt(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the agency reports 45 injured persons"; not "two kidnapped nurses were freed"."""
    if effect is Effect.INJURED and position and clauses.words[position - 1].number is not None:
        phrase = next((phrase for phrase in clauses.phrases if phrase.first < position < phrase.last), None)
        if phrase is not None and phrase.number_given:
            yield from tolls_for(clauses, effect, position, [phrase])


def _distinct(tolls: list[Toll]) -> list[Toll]:
    """Drop a toll that is read twice off the same words; who "was shot and later died" is dead, not hurt."""
    out: list[Toll] = []
    for toll in tolls:
        if not any(toll.effect is kept.effect and toll.span.overlaps(kept.span) for kept in out):
            out.append(toll)
    dead = [toll.span for toll in out if toll.effect is Effect.KILLED and toll.count.best != 0]
    return [toll for toll in out if toll.effect is not Effect.INJURED or toll.part or toll.span not in dead or toll.verb < toll.span]
