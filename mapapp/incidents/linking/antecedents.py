"""Whom "all four", "two of them" and "members of the group" stand for, over the sentences of one incident: attackers or victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapapp.incidents.counting.chains import subject_before
from mapapp.incidents.counting.sides import began_it, did_harm, harmed_before
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import ATTACKERS, FORCES, GENERIC
from mapapp.incidents.wording.words import Word

_PLAIN = GENERIC | frozenset("men man subjects members member youths group pair trio duo".split())
"""Nouns that do not say which side people are on."""

_POINTING = frozenset("all both the these those them they their its".split())
"""Words that point back to people told of before."""

_BACK = 3
"""Sentences of the incident that are looked back over."""


def sided(told: Sequence[Happening]) -> Iterator[tuple[int, tuple[Toll, ...]]]:
    """Yield (index, tolls) of each sentence, the dead put on the side of the people they refer to.

    Parameters
    ----------
    told
        The sentences that tell of one incident, in order.
    """
    for at, sentence in enumerate(told):
        before = told[max(0, at - _BACK) : at]
        happening = _numbered(sentence, before)
        if not before or not any(_may_refer(toll) for toll in happening.tolls):
            yield happening.index, happening.tolls
            continue
        yield (
            happening.index,
            tuple(
                replace(toll, attackers=True) if _may_refer(toll) and _hostile(happening, toll, before) else toll
                for toll in happening.tolls
            ),
        )


def _of_all(happening: Happening, toll: Toll) -> bool:
    """Say whether a toll is of "all", of whom it is told before how many they are: "nine were on board. All were killed"."""
    if toll.head or not toll.definite or toll.count.best is not None:
        return False
    return any(word.low == "all" for word in happening.words if word.span.start == toll.span.start)


def _numbered(happening: Happening, before: Sequence[Happening]) -> Happening:
    """Give "all" the number of those told of before."""
    if any(_of_all(happening, toll) for toll in happening.tolls):
        number = _number_before(before)
        happening = replace(happening, tolls=tuple(_all_of(happening, toll, number) for toll in happening.tolls))
    if any(_of_the_known(toll) for toll in happening.tolls):
        tolls = tuple(_with_number(toll, before) if _of_the_known(toll) else toll for toll in happening.tolls)
        happening = replace(happening, tolls=tolls)
    return happening


def _of_the_known(toll: Toll) -> bool:
    """Say whether a toll is of attackers known by their noun, of whom it is told before how many they are: "The bombers also died"."""
    return toll.attackers and toll.definite and toll.count.best is None and toll.head in ATTACKERS


def _with_number(toll: Toll, before: Sequence[Happening]) -> Toll:
    for sentence in reversed(before):
        for phrase in reversed(sentence.phrases):
            if phrase.head.endswith(toll.head) and phrase.number_given and phrase.count is not None and (phrase.count.best or 0) > 1:
                return replace(toll, count=phrase.count)
    return toll


def _number_before(before: Sequence[Happening]) -> NounPhrase | None:
    """Return the people told of last whose number is known."""
    for sentence in reversed(before):
        for phrase in reversed(sentence.phrases):
            if phrase.number_given and phrase.count is not None and (phrase.count.best or 0) > 1:
                return phrase
    return None


def _all_of(happening: Happening, toll: Toll, number: NounPhrase | None) -> Toll:
    if number is None or number.count is None or not _of_all(happening, toll):
        return toll
    return replace(toll, count=number.count, definite=False, head=number.head, attackers=toll.attackers or number.attackers)


def _may_refer(toll: Toll) -> bool:
    return toll.effect is Effect.KILLED and not (toll.attackers or toll.civilians or toll.running) and toll.head in _PLAIN


def _hostile(happening: Happening, toll: Toll, before: Sequence[Happening]) -> bool:
    if _refers_to_attackers(happening, toll, before) or _of_other_side(happening, toll, before):
        return True
    first = next((at for at, word in enumerate(happening.words) if word.span.start == toll.span.start), None)
    if first is None or toll.count.best != 1:
        return False
    pronoun = happening.words[first].low in _ALONE
    known = toll.definite and toll.head in _SOMEBODY
    shot = any(word.low in _PUT_DOWN and word.span.overlaps(toll.verb) for word in happening.words)
    if (pronoun or known) and shot and began_it(Clauses(before[-1].words, before[-1].phrases)):
        return True  # "A man rammed his car into a patrol. He was shot dead."
    return pronoun and any(_attacker_was_hit(sentence) for sentence in before)


_ALONE = frozenset({"he", "she"})
_SOMEBODY = frozenset("man woman youth driver person teenager".split())
_PUT_DOWN = frozenset({"shot_dead", "lynched", "neutralised", "neutralized"})
_WAS = frozenset({"was", "been", "being"})
_HIT = frozenset("shot shot_hurt hit wounded injured shot_dead stabbed tasered lynched beaten".split())


def _attacker_was_hit(sentence: Happening) -> bool:
    """Say whether the attacker himself was hit: "wounded six pupils before he was shot", "ran at them and was hit"."""
    words = sentence.words
    clauses = Clauses(words, sentence.phrases)
    for at, word in enumerate(words[:-1]):
        if word.low not in _WAS or words[at + 1].low not in _HIT:
            continue
        subject = subject_before(words, sentence.phrases, at)
        if len(subject) != 1 or subject[0].count is None or subject[0].count.best != 1:
            continue
        first = sentence.phrases[0]
        he = words[subject[0].first].low in _ALONE
        if subject[0].attackers or (he and (first.attackers or first == subject[0]) and (first.attackers or _ran_at(words, at))):
            return True
        if he and first.count == subject[0].count and harmed_before(clauses, first, at):
            return True
    return False


_CHARGING = frozenset("ran lunged charged rushed aimed pointed raised drew fired opened_fire attacked drove".split())


def _ran_at(words: Sequence[Word], verb: int) -> bool:
    """Say whether "he" is told before the verb to have gone for somebody: "he then ran at a patrol and was hit"."""
    return any(word.low in _CHARGING for word in words[:verb])


def _refers_to_attackers(happening: Happening, toll: Toll, before: Sequence[Happening]) -> bool:
    """Say whether people of a toll are those who are told before to have attacked."""
    clauses = Clauses(happening.words, happening.phrases)
    phrase = next((phrase for phrase in happening.phrases if happening.words[phrase.first].span.start == toll.span.start), None)
    if phrase is None or not any(clauses.low(at) in _POINTING for at in range(phrase.first, phrase.last + 2)):
        return False
    if any(phrase.first > other.first and _is_many(other) and not other.forces for other in happening.phrases):
        return False  # somebody nearer is meant
    number = phrase.count.best if phrase.count is not None and phrase.definite and not phrase.of_these else None
    for sentence in reversed(before):
        people = [other for other in sentence.phrases if _is_many(other) and not other.forces and not other.named]
        if number is not None:
            people = [other for other in people if other.count is not None and other.count.best == number]
        if people:
            told = toll.head not in {"member", "members"} and did_harm(Clauses(sentence.words, sentence.phrases), people[-1])
            return told or people[-1].attackers
    return False


_RANKS = frozenset({"side", "ranks", "lines"})
_OWN = frozenset({"its", "their"})
_OF_THE_STATE = FORCES | {"government", "ministry", "authorities", "state", "command", "headquarters"}
_SIDE_REACH = 7
"""Words from a number to "on its side"."""


def _of_other_side(happening: Happening, toll: Toll, before: Sequence[Happening]) -> bool:
    """Say whether those whom forces killed give their own account: "The movement spoke of four dead on its side"."""
    if not any(old.attackers and old.effect is Effect.KILLED for sentence in before for old in sentence.tolls):
        return False
    lows = [word.low for word in happening.words]
    if _group_admits(happening, toll):
        return True
    if not _OF_THE_STATE.isdisjoint(lows):
        return False
    at = next((at for at, word in enumerate(happening.words) if word.span.start >= toll.span.end), len(lows))
    near = range(at, min(at + _SIDE_REACH, len(lows) - 1))
    return any(lows[then] in _OWN and (lows[then + 1] in _RANKS or lows[then + 1 : then + 3] == ["own", "ranks"]) for then in near)


_MOVEMENTS = frozenset("sect movement group organisation organization rebels insurgents guerrillas jihadists front faction militia".split())
_SAYS = frozenset("says said admits admitted confirmed confirms acknowledged acknowledges put puts".split())
_SPEECH_REACH = 4


def _group_admits(happening: Happening, toll: Toll) -> bool:
    """Say whether the group that attacked tells how many of its own are dead: "The sect says that four were shot dead"."""
    words = happening.words
    said = next((at for at, word in enumerate(words) if word.low in _SAYS), None)
    if said is None or not toll.bare or not _MOVEMENTS & {word.low for word in words[max(0, said - _SPEECH_REACH) : said]}:
        return False
    behind = next((at for at, word in enumerate(words) if word.span.start >= toll.span.end), len(words))
    return toll.span.start > words[said].span.start and behind < len(words) and words[behind].low in {"were", "was", "had", "have"}


def _is_many(phrase: NounPhrase) -> bool:
    """Say whether a phrase is of several people."""
    return phrase.count is None or phrase.count.best != 1
