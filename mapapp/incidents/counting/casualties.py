"""Who was killed, hurt, arrested, abducted or driven from home, clause by clause.

One sentence gives a list of tolls: "killed a clerk and a guard at one store and then wounded three policemen" is two killed and three
injured. What tolls of several sentences add up to is decided in :mod:`mapapp.incidents.counting.tolls`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.counting.chains import gapped, objects_after, people_after, subject_before
from mapapp.incidents.counting.counted import bodies, counted, noun_of
from mapapp.incidents.counting.evacuated import evacuated
from mapapp.incidents.counting.flight import flight
from mapapp.incidents.counting.labels import labelled
from mapapp.incidents.counting.nobody import none_stated
from mapapp.incidents.counting.sides import forces_follow, is_doubtful, settled
from mapapp.incidents.counting.stated import number_of, parts_told, running_total
from mapapp.incidents.counting.taken import in_care, seized
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.headline import headline_person
from mapapp.incidents.phrasing.heads import is_day
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, span_of, verb_group_start
from mapapp.incidents.placing.unlisted import unknown_people
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.telling.realis import is_real
from mapapp.incidents.wording.effects import EFFECTS, Effect, Voice
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, STOPS
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
    before = _back_over_age(clauses, before)
    victim = clauses.ending(before + 1) or headline_person(clauses.words, before + 1) if _nothing_follows(clauses, position) else None
    if victim is not None and not _of_people_before(clauses, victim):
        yield from tolls_for(clauses, effect, position, _chain_with(clauses, victim, before + 1))


_LINKING = frozenset("left found reported confirmed believed thought remain remained remains become became".split())
"""Verbs that stand for "be" before what happened to people: "were left wounded", "remain displaced"."""


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


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split())


def _nothing_follows(clauses: Clauses, position: int) -> bool:
    """Say whether no object can follow the participle: "four wounded in ...", "three killed"."""
    following = clauses.low(position + 1)
    if following in {"", "/", "+"} or following in STOPS or following in ADVERBS or following in _WEEKDAYS:
        return True
    return following[0].isdigit() and (is_day(clauses.words, position + 1) or not following.isalnum())  # "11 Aug", "12.04", "26/8"


def _of_people_before(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether the phrase is itself the object of a preposition or of another verb ("by gunmen", "attacked a man")."""
    before = clauses.low(phrase.first - 1)
    return before in {"by", "of", "from", "to", "number_of"} or (before == "with" and not phrase.number_given)


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
    yield from tolls_for(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _fate(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "died", "sustained injuries"."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    if clauses.low(position) == "die":  # "two die in a fire", not "people die of it"
        people = [phrase for phrase in people if clauses.words[phrase.first].number is not None]
    if clauses.low(position) == "with_wounds" and any(word.low in _IS_DEAD for word in clauses.words[:position]):
        people = people if clauses.ending(position) in people else []  # "bodies with stab wounds", but "six dead and 20 with burns"
    if clauses.low(position) == "with_wounds" and not people:
        people = _rescued(clauses, position)
    if not people and (person := headline_person(clauses.words, position)) is not None:
        people = [person]
    people += people_after(clauses.words, clauses.phrases, position)
    people += gapped(clauses.words, position) if people else []
    yield from tolls_for(clauses, effect, position, people, by_forces=forces_follow(clauses, position))


_RESCUE_REACH = 8
"""Words between "were" and "with burns": "were dug out with broken legs"."""
_BROUGHT = frozenset("brought pulled dug rescued carried taken lifted flown saved freed evacuated".split())


def _rescued(clauses: Clauses, position: int) -> list[NounPhrase]:
    """Return who was "pulled out with burns", "brought to surface with injuries"."""
    for at in range(position - 1, max(0, position - _RESCUE_REACH), -1):
        if clauses.low(at) in BE:
            return subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, at))
        alone = clauses.ending(at) if clauses.low(at) in _BROUGHT else None
        if alone is not None and alone.number_given:
            return [alone]
    return []


_IS_DEAD = frozenset("dead killed died body bodies bodies_of corpse corpses shot_dead stabbed_dead injured wounded hurt".split())


def _self(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "turned the gun on himself": a dead attacker, told again where "killing himself" follows."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    again = any(word.low in {"himself", "herself", "themselves"} for word in clauses.words)
    for phrase in people or [NounPhrase(position, position + 1, exactly(1), "", definite=True)]:
        if phrase.count is not None:
            told = again or not phrase.number_given
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            yield Toll(effect, phrase.count, span, verb, phrase.head, attackers=True, definite=told, bare=phrase.head == "")


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
    before = _back_over_age(clauses, before)
    people = clauses.ending(before + 1) or (unknown_people(clauses.words, 0, before + 1) if clauses.low(position) == "dead" else None)
    if people is not None and not (people.definite and not people.named and people.count is None):
        yield from tolls_for(clauses, effect, position, _chain_with(clauses, people, before + 1))


_LYING = frozenset("become became remain lie lies lay".split())
_TOTALLING = frozenset("at to as number numbered totalled totaled now".split())


def _lost(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "lost two men", "destroyed 12 militants": the dead of a side, not of a family or a search."""
    passive = clauses.low(back_over_adverbs(clauses, position - 1)) in BE
    people = objects_after(clauses.words, clauses.phrases, position)
    subject = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    if passive:
        people = subject
    fighting = bool(subject) and all(phrase.attackers or phrase.forces for phrase in subject)
    lost = clauses.low(position) == "lost"
    own = [phrase.forces or phrase.head == "men" or (fighting and not phrase.head) for phrase in people]
    of_side = [phrase.attackers or phrase.head == "members" or (lost and of_own) for phrase, of_own in zip(people, own, strict=True)]
    if all(of_side) and all(phrase.number_given for phrase in people):
        yield from tolls_for(clauses, effect, position, people)


_CONTESTS = frozenset("election elections vote poll polls final match game race cup semifinal league by-election runoff ballot".split())


def _passive_only(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "four were crushed", "two men beaten outside a bar"; not "the rally was crushed", "the mayor was beaten in the vote"."""
    before = back_over_adverbs(clauses, position - 1)
    if any(word.low in _CONTESTS for word in clauses.words):
        return
    if clauses.low(before) in BE:
        people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    else:
        alone = clauses.ending(before + 1) if _nothing_follows(clauses, position) else None
        people = [alone] if alone is not None and alone.number_given and not _of_people_before(clauses, alone) else []
    people = [phrase for phrase in people if phrase.first or phrase.head or not phrase.named]  # "Rice was crushed in the mill"
    yield from tolls_for(clauses, effect, position, people)


def _nothing(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read nothing: the word is a label only."""
    del clauses, position, effect
    yield from ()


_READERS = {
    Voice.PAST: _past,
    Voice.ING: _active,
    Voice.BASE: _active,
    Voice.FATE: _fate,
    Voice.SELF: _self,
    Voice.CARE: in_care,
    Voice.NOUN_OF: noun_of,
    Voice.COUNTED: counted,
    Voice.STATE: _state,
    Voice.TOLL: running_total,
    Voice.NUMBER: number_of,
    Voice.BODIES: bodies,
    Voice.SEIZE: seized,
    Voice.LOST: _lost,
    Voice.FLIGHT: flight,
    Voice.EVACUATED: evacuated,
    Voice.PASSIVE: _passive_only,
    Voice.LABEL: _nothing,
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
        labels = labelled(clauses, position, effect)
        if labels:
            out += labels
            continue
        if not is_real(words, position) or is_doubtful(clauses, position):
            continue
        if word.low in {"claimed", "claiming"} and "lives" not in {clauses.low(at) for at in range(position + 1, position + 6)}:
            continue
        if word.low in {"claimed", "claiming", "lives_of"}:
            voice = Voice.ING
        if word.low == "arrest" and position and clauses.words[position - 1].number is not None:
            voice = Voice.COUNTED  # "two hurt, one arrest"
        if voice is Voice.PAST and _is_adjective(clauses, position):
            out += _counted_hurt(clauses, position, effect)
            continue
        out += _READERS[voice](clauses, position, effect)
        out += parts_told(clauses, position)
    return settled(clauses, _distinct(out))


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
    """Drop a toll that is read twice off the same words."""
    out: list[Toll] = []
    for toll in tolls:
        if not any(toll.effect is kept.effect and toll.span.overlaps(kept.span) for kept in out):
            out.append(toll)
    return out
