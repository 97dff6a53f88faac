"""Who was killed, hurt, arrested or abducted, clause by clause.

One sentence gives a list of tolls: "killed a clerk and a guard at one store and then wounded three policemen" is two killed and three
injured. What tolls of several sentences add up to is decided in :mod:`mapapp.incidents.tolls`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.incidents.chains import objects_after, people_after, subject_before
from mapapp.incidents.effects import EFFECTS, NO_CASUALTIES, Effect, Voice
from mapapp.incidents.grammar_words import ADVERBS, BE, HAVE, MODALS, STOPS
from mapapp.incidents.incident import Count
from mapapp.incidents.noun_phrases import NounPhrase, noun_phrase
from mapapp.incidents.openings import exactly
from mapapp.incidents.realis import is_real
from mapapp.incidents.words import Word
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people one clause tells of.

    ``attackers``: they belong to the attacking side. ``definite``: people told of before ("the soldier", "he", a name). ``more``: added
    to a number told before. ``running``: a total that may reach over earlier reports ("the death toll rose to 12"). ``part``: included in
    the number before it ("including two children").
    """

    effect: Effect
    count: Count
    span: Span
    verb: Span
    head: str
    attackers: bool = False
    definite: bool = False
    more: bool = False
    running: bool = False
    part: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence, ready for the casualty grammar."""

    words: Sequence[Word]
    phrases: Sequence[NounPhrase]

    def low(self, position: int) -> str:
        """Return the word at a position, "" outside the sentence."""
        return self.words[position].low if 0 <= position < len(self.words) else ""

    def starting(self, position: int) -> NounPhrase | None:
        """Return the phrase that begins at a position."""
        return next((phrase for phrase in self.phrases if phrase.first == position), None)

    def ending(self, position: int) -> NounPhrase | None:
        """Return the phrase that ends just before a position."""
        return next((phrase for phrase in self.phrases if phrase.last == position), None)


def _back_over_adverbs(clauses: Clauses, position: int) -> int:
    """Return the position of the word before, adverbs skipped."""
    while position >= 0 and clauses.low(position) in ADVERBS | {"not"}:
        position -= 1
    return position


def _verb_group_start(clauses: Clauses, position: int) -> int:
    """Return where the verb group that ends at ``position`` begins: "have also been"."""
    start = position
    while start > 0:
        before = _back_over_adverbs(clauses, start - 1)
        if before >= 0 and clauses.low(before) in BE | HAVE | MODALS | {
            "to",
            "reported",
            "said",
            "believed",
            "confirmed",
            "feared",
            "left",
            "found",
        }:
            start = before
        else:
            return start
    return start


def _tolls(clauses: Clauses, effect: Effect, verb: int, people: Sequence[NounPhrase], *, by_forces: bool = False) -> Iterator[Toll]:
    """Turn the people found for a verb into tolls."""
    for phrase in people:
        if phrase.count is None and not phrase.definite:
            continue
        count = phrase.count or Count(2, None, None)
        own_side = phrase.attackers or (by_forces and phrase.head in {"", "others", "more", "other"} and not phrase.named)
        reflexive = clauses.low(phrase.first) in {"himself", "herself", "themselves"}
        yield Toll(
            effect, count, Span(clauses.words[phrase.first].span.start, clauses.words[phrase.last - 1].span.end), clauses.words[verb].span,
            phrase.head, attackers=own_side or reflexive, definite=phrase.definite and not reflexive, bare=phrase.head == "",
            more=phrase.more or any(clauses.low(at) == "also" for at in range(max(0, verb - 2), verb)),
        )  # fmt: skip


def _past(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read killed, wounded, arrested: passive, active, or gapped ("and four wounded")."""
    before = _back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in {"and", "or"} and EFFECTS.get(clauses.low(before - 1), (None, None))[1] is Voice.PAST:
        yield from _coordinated(clauses, position, before - 1, effect)
        return
    if clauses.low(before) in BE or clauses.low(before) in {"left", "found", "reported", "confirmed", "feared"}:
        start = _verb_group_start(clauses, position)
        people = subject_before(clauses.words, clauses.phrases, start)
        people += people_after(clauses.words, clauses.phrases, position)
        yield from _tolls(clauses, effect, position, people)
        return
    objects = objects_after(clauses.words, clauses.phrases, position)
    if objects:
        start = _verb_group_start(clauses, position)
        agents = subject_before(clauses.words, clauses.phrases, start)
        by_forces = bool(agents) and all(agent.forces for agent in agents)
        yield from _tolls(clauses, effect, position, objects, by_forces=by_forces)
        return
    if clauses.low(before) in {"and", "then", "or"} and {"was", "were"} & {clauses.low(at) for at in range(max(0, before - 3), before)}:
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, position))
        return
    victim = clauses.ending(before + 1) if _nothing_follows(clauses, position) else None
    if victim is not None and not _of_people_before(clauses, victim):
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, before + 1) or [victim])


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
    if clauses.low(_back_over_adverbs(clauses, other - 1)) in BE:
        people = subject_before(clauses.words, clauses.phrases, _verb_group_start(clauses, other))
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
    people = subject_before(clauses.words, clauses.phrases, _verb_group_start(clauses, position))
    yield from _tolls(clauses, effect, position, people)


def _noun_of(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the killing of two", "the bodies of five"; not "protests over the killing of two"."""
    if not {clauses.low(position - 1), clauses.low(position - 2)}.isdisjoint({"against", "over", "mourn", "mourning", "avenge"}):
        return
    yield from _tolls(clauses, effect, position, objects_after(clauses.words, clauses.phrases, position))


def _counted(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three deaths", "14 civilian fatalities"."""
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
        yield Toll(effect, count, span, clauses.words[position].span, "", bare=True)
        return


def _state(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "left three dead", "two were dead", "shot the mayor dead"."""
    before = _back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in BE:
        yield from _tolls(clauses, effect, position, subject_before(clauses.words, clauses.phrases, _verb_group_start(clauses, before)))
        return
    people = clauses.ending(before + 1)
    if people is not None and not (people.definite and not people.named and people.count is None):
        chain = subject_before(clauses.words, clauses.phrases, before + 1)
        yield from _tolls(clauses, effect, position, chain or [people])


def _toll(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the death toll rose from 10 to 12": the number that counts is the last one."""
    found: NounPhrase | None = None
    for at in range(position + 1, min(position + 14, len(clauses.words))):
        if clauses.low(at) in {";", "."}:
            break
        if clauses.words[at].number is not None and (found is None or clauses.low(at - 1) == "to"):
            phrase = noun_phrase(clauses.words, at)
            hedged = noun_phrase(clauses.words, at - 1)
            found = (hedged if hedged and hedged.last > at else phrase) or found
    if found and found.count:
        span = Span(clauses.words[found.first].span.start, clauses.words[found.last - 1].span.end)
        yield Toll(effect, found.count, span, clauses.words[position].span, "", running=True, bare=True)


_FOUND = frozenset("found recovered discovered retrieved pulled dumped exhumed unearthed lay lying".split())


def _bodies(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the bodies of three men were found", "found 12 bodies"."""
    if not any(word.low in _FOUND for word in clauses.words):
        return
    if clauses.low(position) == "bodies_of":
        yield from _noun_of(clauses, position, effect)
    else:
        yield from _counted(clauses, position, effect)


_READERS = {
    Voice.PAST: _past,
    Voice.ING: _active,
    Voice.BASE: _active,
    Voice.FATE: _fate,
    Voice.NOUN_OF: _noun_of,
    Voice.COUNTED: _counted,
    Voice.STATE: _state,
    Voice.TOLL: _toll,
    Voice.BODIES: _bodies,
}


def _none(clauses: Clauses) -> Iterator[Toll]:
    """Read "no casualties", "there were no reported injuries", "without loss of life", "escaped unhurt"."""
    for position, word in enumerate(clauses.words):
        if word.low in NO_CASUALTIES:
            before = [clauses.low(at) for at in range(max(0, position - 4), position)]
            if "no" in before or "without" in before:
                for effect in NO_CASUALTIES[word.low]:
                    yield Toll(effect, exactly(0), word.span, word.span, "")
        elif word.low in {"escaped_unhurt", "unhurt", "unharmed", "uninjured"}:
            for effect in (Effect.KILLED, Effect.INJURED):
                yield Toll(effect, exactly(0), word.span, word.span, "")


def tolls_of(words: Sequence[Word], phrases: Sequence[NounPhrase]) -> list[Toll]:
    """Return what a sentence says of people killed, hurt, arrested and abducted.

    Parameters
    ----------
    words
        The words of one sentence.
    phrases
        Its noun phrases for people.
    """
    clauses = Clauses(words, phrases)
    out = list(_none(clauses))
    for position, word in enumerate(words):
        if word.low not in EFFECTS or not is_real(words, position):
            continue
        effect, voice = EFFECTS[word.low]
        if word.low in {"claimed", "claiming"} and "lives" not in {clauses.low(at) for at in range(position + 1, position + 6)}:
            continue
        if word.low in {"claimed", "claiming", "lives_of"}:
            voice = Voice.ING
        if voice is Voice.PAST and _is_adjective(clauses, position):
            continue
        out += _READERS[voice](clauses, position, effect)
    return _distinct(out)


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
