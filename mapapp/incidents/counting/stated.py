"""Figures that are stated as figures: "the toll rose to 12", "no casualties", "among the dead were two nurses"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from mapapp.incidents.counting.chains import people_after
from mapapp.incidents.incident import Count
from mapapp.incidents.phrasing.noun_phrases import NounPhrase, noun_phrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, span_of
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import EFFECTS, Effect, Voice
from mapapp.incidents.wording.grammar_words import FINITE, PREPOSITIONS
from mapapp.report.report import Span

TOTAL_REACH = 14
"""Words between "death toll" and its number: "the toll in the two districts has risen from 10 to 12"."""


def _number_at(clauses: Clauses, at: int) -> NounPhrase | None:
    """Read the number at a position, with the hedge before it."""
    hedged = noun_phrase(clauses.words, at - 1)
    return hedged if hedged and hedged.last > at else noun_phrase(clauses.words, at)


def running_total(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "the death toll rose from 10 to 12": the number that counts is the last one."""
    found = _told_before(clauses, position)
    end = min(position + TOTAL_REACH, len(clauses.words)) if found is None else position
    for at in range(position + 1, end):
        if clauses.low(at) in _INCLUDE or clauses.low(at) in {";", "."} or (found is not None and clauses.low(at) in {",", "and"}):
            break
        if clauses.words[at].number is not None and (found is None or clauses.low(at - 1) == "to"):
            found = _number_at(clauses, at) or found
    found = found or _told_behind(clauses, position, near=False)
    if found and found.count:
        verb = clauses.words[position].span
        yield Toll(effect, found.count, span_of(clauses, found), verb, "", running=True, bare=True)
        apart = [phrase for phrase in people_after(clauses.words, clauses.phrases, found.last - 1) if phrase.attackers]
        for phrase in apart:  # "rose to nine, not including the two assailants"
            if phrase.count is not None:
                yield Toll(effect, phrase.count, span_of(clauses, phrase), verb, phrase.head, attackers=True)


def totalled(clauses: Clauses, tolls: list[Toll]) -> list[Toll]:
    """Give people whose number is not told the total behind them: "murders of farm workers in January, total 26"."""
    vague = [toll for toll in tolls if toll.count.best is None and toll.count.high is None and not toll.part]
    if len(vague) != 1:
        return tolls
    for at, word in enumerate(clauses.words[:-1]):
        number = clauses.words[at + 1].number
        if word.low != "total" or number is None or word.span.start < vague[0].span.end:
            continue
        if clauses.low(at + 2) in {"", ".", ";", ",", ")"} and clauses.low(at - 1) in {",", ":", "(", ";", "-", "–", "—"}:
            return [replace(toll, count=exactly(number)) if toll is vague[0] else toll for toll in tolls]
    return tolls


_PATIENTS = 6
"""Words between "number of" and what happened to them: "the number of people reported killed"."""

_LINKS = frozenset("at to is was as of : has had have now risen reached stood stands rose climbed been put estimated about by".split())
_SETTLING = frozenset(
    """
    put stands stood risen rose rises climbed raised revised up reached is was now grown grew increased corrected jumped fell fallen at
    """.split()
)
"""Verbs before the number itself, however far behind: "the number of people killed when two trains collided was put at 22"."""
_NUMBER_REACH = 26


def number_of(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "put the number of fighters killed at 73", "raised to 41 the number of soldiers killed"."""
    told = next((at for at in range(position + 1, position + _PATIENTS) if _is_told(clauses, position, at)), None)
    if told is None:
        return
    effect = EFFECTS[clauses.low(told)][0]
    found = _told_before(clauses, position) or _told_behind(clauses, told)
    if found is not None and found.count is not None:
        people = clauses.starting(position + 1)
        ends = sorted((clauses.words[position].span, clauses.words[found.first].span, clauses.words[found.last - 1].span))
        attackers = people is not None and people.attackers and effect is Effect.KILLED
        span = Span(ends[0].start, ends[-1].end)
        yield Toll(effect, found.count, span, clauses.words[told].span, "", attackers=attackers, running=True, bare=True)


def _is_told(clauses: Clauses, position: int, at: int) -> bool:
    """Say whether a word says what happened to those who are counted: "the number of people killed", "the number of arrests"."""
    voice = EFFECTS.get(clauses.low(at), (None, None))[1]
    return voice in _TOLD or (voice is Voice.COUNTED and at <= position + 2)


def _told_before(clauses: Clauses, position: int) -> NounPhrase | None:
    """Return the number in "raised to 41 the number of", "bringing to 17 the death toll"."""
    at = position - 2
    if clauses.low(position - 1) != "the" or at < 1 or clauses.words[at].number is None:
        return None
    hedged = clauses.low(at - 1) not in {"to", "at"}
    if clauses.low(at - 1 - hedged) not in {"to", "at"}:
        return None
    return _number_at(clauses, at) or NounPhrase(at, at + 1, exactly(clauses.words[at].number or 0), "")


def _told_behind(clauses: Clauses, told: int, *, near: bool = True) -> NounPhrase | None:
    """Return the number behind what happened: right behind it, or behind a verb that says how many they are by now."""
    found: NounPhrase | None = None
    for at in range(told + 1, min(told + _NUMBER_REACH, len(clauses.words))):
        low = clauses.low(at)
        if low in {";", ".", ":", "while"} and not (near and low == ":"):
            return found
        if clauses.words[at].number is not None:
            settled = low not in _LINKS and any(clauses.low(then) in _SETTLING for then in range(at - 3, at))
            settled = settled and clauses.low(at - 1) in _LINKS | {"at_least", "more_than", "about"}
            if found is None and (near or settled):
                found = _number_at(clauses, at)
            elif found is not None and clauses.low(at - 1) == "to":
                return _number_at(clauses, at) or found
        near = near and low in _LINKS
    return found


_TOLD = frozenset({Voice.PAST, Voice.STATE, Voice.FATE})

_DEAD = {
    "dead": Effect.KILLED,
    "killed": Effect.KILLED,
    "deceased": Effect.KILLED,
    "hurt": Effect.INJURED,
    "injured": Effect.INJURED,
    "wounded": Effect.INJURED,
}
_INCLUDE = frozenset("include includes included including".split())
_LONG_LIST = 6
"""As many phrases are read of a list of the dead."""


def parts_told(clauses: Clauses, position: int) -> Iterator[Toll]:
    """Read who was among the dead: "among the dead were two nurses", "the dead included a priest", "a couple were among the dead"."""
    low = clauses.low(position)
    if low in _DEAD and (position == 0 or [clauses.low(0), position] == ["the", 1]):
        were = _fronted(clauses, position)
        if were is not None:
            yield from _named_dead(clauses, _DEAD[low], position, were + 1)
            return
    if low in {"toll", "death_toll"} and clauses.low(position + 1) in _INCLUDE:
        yield from _among(clauses, Effect.KILLED, position, _listed(clauses, position + 2))
        return
    if low in {"fatality", "death"} and clauses.low(position - 1) in {"only", "sole"}:
        yield from _only_one(clauses, position)
        return
    the = position - 1 - (clauses.words[position - 1].number is not None) if position else 0  # "among the 12 dead"
    if low not in _DEAD or clauses.low(the) not in {"the", "those"}:
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


def _only_one(clauses: Clauses, position: int) -> Iterator[Toll]:
    """Read "the bomber was the only fatality"."""
    was = next((at for at in range(position - 1, max(-1, position - 5), -1) if clauses.low(at) in {"was", "is", "being"}), None)
    phrase = clauses.ending(was) if was is not None else None
    if phrase is not None and phrase.count is not None and phrase.count.best == 1:
        span, verb = span_of(clauses, phrase), clauses.words[position].span
        yield Toll(Effect.KILLED, phrase.count, span, verb, phrase.head, attackers=phrase.attackers, definite=phrase.definite)


def _fronted(clauses: Clauses, position: int) -> int | None:
    """Return where "were" stands behind "killed" at the head of a sentence: "Killed in the blast were three soldiers"."""
    for at in range(position + 1, min(position + _FRONT_REACH, len(clauses.words))):
        if clauses.low(at) in {"were", "was"}:
            return at
        if at == position + 1 and clauses.low(at) not in PREPOSITIONS:
            return None
    return None


_FRONT_REACH = 8


def _named_dead(clauses: Clauses, effect: Effect, position: int, first: int) -> Iterator[Toll]:
    """Read who the dead were: "The dead were three shoppers and the attacker", "Killed were five adults and four children"."""
    for phrase in _listed(clauses, first):
        if clauses.low(phrase.last) in {"were", "was"}:
            return
        if phrase.count is not None:
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            known = phrase.definite and phrase.named
            yield Toll(
                effect, phrase.count, span, verb, phrase.head, attackers=phrase.attackers, definite=known, civilians=phrase.civilians
            )


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
        listed = _listed_attackers(clauses, toll)
        if listed:
            taken = [
                Toll(toll.effect, phrase.count, span_of(clauses, phrase), toll.verb, phrase.head, attackers=True)
                for phrase in listed
                if phrase.count is not None
            ]
            out.append(replace(toll, count=less(toll.count, sum(part.count.best or 0 for part in taken))))
            extra += taken
            continue
        phrase = _included_in(clauses, toll) if toll.effect is Effect.KILLED and not (toll.part or toll.attackers) else None
        if phrase is not None and not phrase.attackers:  # "including 38 hostages and 29 militants"
            beside = [other for other in _listed(clauses, phrase.first)[1:] if other.attackers and other.number_given]
            phrase = beside[0] if len(beside) == 1 and clauses.low(phrase.first - 1) in _INCLUDING else phrase
        count = phrase.count if phrase is not None else None
        if phrase is None or count is None or count.best is None:
            out.append(toll)
            continue
        inside = Toll(toll.effect, count, span_of(clauses, phrase), toll.verb, phrase.head, part=True, civilians=phrase.civilians)
        told = any(other.span.overlaps(inside.span) for other in tolls if other is not toll)
        hostile = phrase.attackers or _own_men(clauses, phrase)
        if hostile and not told and (toll.count.best or 0) > count.best:
            out.append(replace(toll, count=less(toll.count, count.best)))
            extra.append(replace(inside, attackers=True, part=False))
        else:
            out.append(toll)
            extra += [inside] if phrase.civilians and not told else []
    return out + extra


_BANDS = frozenset("group band gang militia cell faction movement".split())


def _own_men(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether people are an attacking group's own: "four of the band's own men included"."""
    lows = [clauses.low(at) for at in range(phrase.first, phrase.last)]
    return "own" in lows and not _BANDS.isdisjoint(lows) and not phrase.forces


_LIST_MARKS = frozenset(": - – — (".split())


def _listed_attackers(clauses: Clauses, toll: Toll) -> list[NounPhrase]:
    """Return the attackers in a list that spells a number out: "left twelve dead: nine recruits and three insurgents"."""
    if toll.effect is not Effect.KILLED or toll.attackers or toll.part or not toll.count.best:
        return []
    for end in (toll.span.end, toll.verb.end):
        at = next((i for i, word in enumerate(clauses.words) if word.span.start >= end), len(clauses.words))
        if clauses.low(at) in _LIST_MARKS:
            people = _listed(clauses, at + 1)
            attackers = [phrase for phrase in people if phrase.attackers]
            spelled = sum(phrase.count.best or 0 for phrase in people if phrase.count is not None)
            if attackers and len(attackers) < len(people) and spelled == toll.count.best:
                return attackers
    return []


def less(count: Count, number: int) -> Count:
    """Take a number off a count."""
    low, best, high = (None if side is None else max(side - number, 0) for side in (count.low, count.best, count.high))
    return Count(low, best, high)


_START = attrgetter("span.start")


def _included_in(clauses: Clauses, toll: Toll) -> NounPhrase | None:
    """Return who is said to be included in a number, behind it or behind its verb."""
    hostile = next((of_whom for phrase in clauses.phrases if (of_whom := _attackers_of_whom(clauses, phrase)) is not None), None)
    if hostile is not None and clauses.words[hostile.first].span.start > toll.span.start:
        return hostile
    aside = next((phrase for phrase in clauses.phrases if _counted_in(clauses, phrase)), None)
    if aside is not None and clauses.words[aside.first].span.start > toll.span.start:
        return aside  # "nine people, the bomber included"
    for end in (toll.span.end, max(toll.verb.end, toll.span.end)):
        at = bisect_left(clauses.words, end, key=_START)
        for begin in range(at, min(at + _INCLUDED_REACH, len(clauses.words))):
            phrase = clauses.starting(begin)
            if phrase is not None:
                if clauses.low(begin - 1) in _INCLUDING or phrase.of_these:
                    return phrase
                break
    return _included_later(clauses, toll)


def _attackers_of_whom(clauses: Clauses, phrase: NounPhrase) -> NounPhrase | None:
    """Return the attackers of "31 dead, of whom seven were attackers", "31 dead, seven of whom were attackers"."""
    if not phrase.number_given and not phrase.of_these:
        return None
    whom = clauses.low(phrase.first - 1) in {"whom", "these", "them"} and clauses.low(phrase.first - 2) == "of"
    if not whom and not (phrase.of_these and clauses.low(phrase.last - 1) in {"whom", "them"}):
        return None
    if whom and phrase.attackers:
        return phrase  # "12 dead, of whom eight rebels"
    at = phrase.last + (clauses.low(phrase.last) in {"were", "was", "are", "is"})
    noun = clauses.starting(at)
    return replace(phrase, head=noun.head) if noun is not None and noun.attackers and at > phrase.last else None


def _counted_in(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether people are told to be in a number: "nine people, the bomber included", "…, the gunman among them"."""
    if clauses.low(phrase.last) == "included":
        return True
    them = clauses.low(phrase.last) == "among" and clauses.low(phrase.last + 1) in {"them", "those"}
    return them and clauses.low(phrase.first - 1) in {",", "(", "-", "–", "—"}


_LATER_REACH = 16
_ENDS_NUMBER = FINITE | {";", ":", "who", "while", "when"}


def _included_later(clauses: Clauses, toll: Toll) -> NounPhrase | None:
    """Return who is included in a number told further before: "eight people died in the explosion, including the bomber"."""
    after = max(toll.verb.end, toll.span.end)
    at = next((i for i, word in enumerate(clauses.words) if word.span.start >= after), len(clauses.words))
    for including in range(at, min(at + _LATER_REACH, len(clauses.words))):
        low = clauses.low(including)
        if low in _ENDS_NUMBER or (low in EFFECTS and EFFECTS[low][1] is not Voice.SEIZE):
            return None
        phrase = clauses.starting(including)
        if phrase is not None and phrase.of_these and clauses.low(including - 1) in {",", "(", "-", "–", "—"}:
            return phrase  # "seven people were killed in the siege, four of them raiders"
        if low == "including" or (low == "among" and clauses.low(including + 1) == "them"):
            return clauses.starting(including + 1 + (low == "among"))
    return None
