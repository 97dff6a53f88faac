"""Figures that are stated as figures: "Killed: 5", "the toll rose to 12", "no casualties", "among the dead were two nurses"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mapapp.incidents.effects import EFFECTS, NO_CASUALTIES, NOTHING_OF_PEOPLE, Effect, Voice
from mapapp.incidents.incident import Count
from mapapp.incidents.noun_phrases import NounPhrase, noun_phrase
from mapapp.incidents.openings import exactly
from mapapp.incidents.toll import Clauses, Toll, span_of
from mapapp.report.report import Span

TOTAL_REACH = 14
"""Words between "death toll" and its number: "the toll in the two districts has risen from 10 to 12"."""


def _number_at(clauses: Clauses, at: int) -> NounPhrase | None:
    """Read the number at a position, with the hedge before it."""
    hedged = noun_phrase(clauses.words, at - 1)
    return hedged if hedged and hedged.last > at else noun_phrase(clauses.words, at)


def running_total(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the death toll rose from 10 to 12": the number that counts is the last one."""
    found: NounPhrase | None = None
    for at in range(position + 1, min(position + TOTAL_REACH, len(clauses.words))):
        if clauses.low(at) in _INCLUDE | {";", "."} or (found is not None and clauses.low(at) in {",", "and"}):
            break
        if clauses.words[at].number is not None and (found is None or clauses.low(at - 1) == "to"):
            found = _number_at(clauses, at) or found
    if found and found.count:
        verb = clauses.words[position].span
        yield Toll(effect, found.count, span_of(clauses, found), verb, "", running=True, bare=True)


_PATIENTS = 6
"""Words between "number of" and what happened to them: "the number of people reported killed"."""

_LINKS = frozenset("at to is was as of : has had have now risen reached stood stands rose climbed been put estimated about by".split())


def number_of(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "put the number of fighters killed at 73", "the number of wounded rose to 20"."""
    told = next((at for at in range(position + 1, position + _PATIENTS) if EFFECTS.get(clauses.low(at), (None, None))[1] in _TOLD), None)
    if told is None:
        return
    effect = EFFECTS[clauses.low(told)][0]
    for at in range(told + 1, min(told + 8, len(clauses.words))):
        found = _number_at(clauses, at) if clauses.words[at].number is not None else None
        if found is not None and found.count is not None:
            people = clauses.starting(position + 1)
            span = Span(clauses.words[position].span.start, clauses.words[found.last - 1].span.end)
            attackers = people is not None and people.attackers and effect is Effect.KILLED
            yield Toll(effect, found.count, span, clauses.words[told].span, "", attackers=attackers, running=True, bare=True)
            return
        if clauses.low(at) not in _LINKS:
            return


_TOLD = frozenset({Voice.PAST, Voice.STATE})

_LABELS = frozenset(
    "killed dead deaths fatalities died injured wounded injuries hurt arrested detained arrests abducted kidnapped displaced".split()
)
_BEFORE_LABEL = frozenset("; , . • - – — ( | / * :".split()) | {""}
_NONE = frozenset({"none", "nil", "no_one", "nobody", "zero"})


def labelled(clauses: Clauses, position: int, effect: Effect) -> Toll | None:
    """Read a figure with its label before it: "Killed: 5; injured: none"."""
    if clauses.low(position + 1) not in {":", "="} or clauses.low(position) not in _LABELS:
        return None
    if clauses.low(position - 1) not in _BEFORE_LABEL and clauses.low(position - 1) not in {"people", "persons", "civilians"}:
        return None
    word = clauses.words[position + 2] if position + 2 < len(clauses.words) else None
    if word is None:
        return None
    if word.low in _NONE:
        return Toll(effect, exactly(0), word.span, clauses.words[position].span, "")
    found = noun_phrase(clauses.words, position + 2)
    if found is None or found.count is None or found.definite:
        return None
    return Toll(effect, found.count, span_of(clauses, found), clauses.words[position].span, found.head, bare=found.head == "")


_NO_REACH = 4
"""Words between "no" and what there was none of: "no serious injuries"."""

_NOT_HURT = frozenset("hurt injured wounded harmed".split())


def none_stated(clauses: Clauses) -> Iterator[Toll]:
    """Read "no casualties", "there were no reported injuries", "without loss of life", "escaped unhurt", "were not injured"."""
    for position, word in enumerate(clauses.words):
        if word.low in NO_CASUALTIES:
            before = [clauses.low(at) for at in range(max(0, position - _NO_REACH), position)]
            if ("no" in before or "without" in before or "nor" in before) and not set(before) & NOTHING_OF_PEOPLE:
                if word.low in {"loss_of", "death_of"} and clauses.low(position + 1) not in {"life", "lives"}:
                    continue
                for effect in NO_CASUALTIES[word.low]:
                    yield Toll(effect, exactly(0), word.span, word.span, "")
        elif word.low in {"escaped_unhurt", "unhurt", "unharmed", "uninjured", "unscathed"}:
            for effect in (Effect.KILLED, Effect.INJURED):
                yield Toll(effect, exactly(0), word.span, word.span, "")
        elif word.low in _NOT_HURT and clauses.low(position - 1) == "not" and clauses.low(position - 2) in {"was", "were"}:
            yield Toll(Effect.INJURED, exactly(0), word.span, word.span, "")


_DEAD = {"dead": Effect.KILLED, "killed": Effect.KILLED, "deceased": Effect.KILLED, "injured": Effect.INJURED, "wounded": Effect.INJURED}
_INCLUDE = frozenset("include includes included including".split())
_LONG_LIST = 6
"""As many phrases are read of a list of the dead."""


def parts_told(clauses: Clauses, position: int) -> Iterator[Toll]:
    """Read who was among the dead: "among the dead were two nurses", "the dead included a priest", "a couple were among the dead"."""
    low = clauses.low(position)
    if low in {"toll", "death_toll"} and clauses.low(position + 1) in _INCLUDE:
        yield from _among(clauses, Effect.KILLED, position, _listed(clauses, position + 2))
        return
    the = position - 1 - (clauses.words[position - 1].number is not None) if position else 0  # "among the 12 dead"
    if low not in _DEAD or clauses.low(the) != "the":
        return
    among = clauses.low(the - 1) == "among"
    after = clauses.low(position + 1)
    if (among and after in {"was", "were", "is", "are"}) or after in _INCLUDE:
        people = _listed(clauses, position + 2)
    elif among and clauses.low(the - 2) in {"was", "were", "is", "are"}:
        people = [phrase for phrase in clauses.phrases if phrase.last <= the - 2][-_LONG_LIST:]
    else:
        return
    yield from _among(clauses, _DEAD[low], position, people)


def _among(clauses: Clauses, effect: Effect, position: int, people: list[NounPhrase]) -> Iterator[Toll]:
    """Yield those who are counted among a number: attackers apart, others as a part of it."""
    for phrase in people:
        if phrase.count is not None:
            apart = phrase.attackers and effect is Effect.KILLED
            yield Toll(
                effect, phrase.count, span_of(clauses, phrase), clauses.words[position].span, phrase.head, attackers=phrase.attackers,
                part=not apart, among=apart, civilians=phrase.civilians,
            )  # fmt: skip


def _listed(clauses: Clauses, first: int) -> list[NounPhrase]:
    """Return the phrases of a list that begins at a position."""
    found: list[NounPhrase] = []
    while len(found) < _LONG_LIST:
        phrase = clauses.starting(first)
        if phrase is None:
            return found
        found.append(phrase)
        first = phrase.last
        while clauses.low(first) in {",", "and"}:
            first += 1
    return found


_INCLUDING = frozenset("including among them included".split())
_INCLUDED_REACH = 4


def included(clauses: Clauses, tolls: list[Toll]) -> list[Toll]:
    """Take attackers out of a number they are included in, and add the civilians among it.

    "Eight people died, including two attackers" is six victims and two attackers; "12 people, nine of them civilians".
    """
    out: list[Toll] = []
    extra: list[Toll] = []
    for toll in tolls:
        phrase = _included_in(clauses, toll) if toll.effect is Effect.KILLED and not (toll.part or toll.attackers) else None
        count = phrase.count if phrase is not None else None
        if phrase is None or count is None or count.best is None:
            out.append(toll)
            continue
        inside = Toll(toll.effect, count, span_of(clauses, phrase), toll.verb, phrase.head, part=True, civilians=phrase.civilians)
        told = any(other.span.overlaps(inside.span) for other in tolls if other is not toll)
        if phrase.attackers and not told and (toll.count.best or 0) > count.best:
            out.append(replace(toll, count=less(toll.count, count.best)))
            extra.append(replace(inside, attackers=True, part=False))
        else:
            out.append(toll)
            extra += [inside] if phrase.civilians and not told else []
    return out + extra


def less(count: Count, number: int) -> Count:
    """Take a number off a count."""
    low, best, high = (None if side is None else max(side - number, 0) for side in (count.low, count.best, count.high))
    return Count(low, best, high)


def _included_in(clauses: Clauses, toll: Toll) -> NounPhrase | None:
    """Return who is said to be included in a number, behind it or behind its verb."""
    for end in (toll.span.end, max(toll.verb.end, toll.span.end)):
        at = next((i for i, word in enumerate(clauses.words) if word.span.start >= end), len(clauses.words))
        for begin in range(at, min(at + _INCLUDED_REACH, len(clauses.words))):
            phrase = clauses.starting(begin)
            if phrase is not None:
                if clauses.low(begin - 1) in _INCLUDING or phrase.of_these:
                    return phrase
                break
    return None
