"""People just before a participle that stands alone: "two brothers killed", "three wardens of a hunting ground abducted"."""

from __future__ import annotations

from mapapp.incidents.counting.chains import subject_before
from mapapp.incidents.phrasing.headline import headline_person
from mapapp.incidents.phrasing.heads import is_day
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import ADVERBS, COMMON_VERBS, FINITE, STOPS


def back_over_age(clauses: Clauses, position: int) -> int:
    """Skip an age between commas: "man, 24, stabbed in the arm"."""
    aside = position > 1 and clauses.low(position) == clauses.low(position - 2) == ","
    return position - 3 if aside and clauses.words[position - 1].number is not None else position


def chain_with(clauses: Clauses, victim: NounPhrase, end: int) -> list[NounPhrase]:
    """Return the people coordinated with those just before ``end``; these alone where the clause has another subject."""
    chain = subject_before(clauses.words, clauses.phrases, end)
    return chain if any(phrase.last == victim.last for phrase in chain) else [victim]


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split())


def nothing_follows(clauses: Clauses, position: int) -> bool:
    """Say whether no object can follow the participle: "four wounded in ...", "three killed"."""
    following = clauses.low(position + 1)
    if following in {"", "/", "+"} or following in STOPS or following in ADVERBS or following in _WEEKDAYS:
        return True
    return following[0].isdigit() and (is_day(clauses.words, position + 1) or not following.isalnum())  # "11 Aug", "12.04", "26/8"


_BELONGING = frozenset("of from in at aboard".split())
_OPENS_ITEM = frozenset(": ; , . - – — • * | ( and /".split()) | {""}
_BELONGING_REACH = 8
"""Words between people and the participle: "two nurses of the clinic at the ferry landing abducted"."""


def _of_somewhere(clauses: Clauses, end: int) -> NounPhrase | None:
    """Return people with what they belong to behind them: "three wardens of a hunting ground", "the driver of a second tractor"."""
    for at in range(end - 1, max(0, end - _BELONGING_REACH), -1):
        low = clauses.low(at)
        phrase = clauses.ending(at) if low in _BELONGING else None
        if phrase is not None:
            opens = clauses.low(phrase.first - 1) in _OPENS_ITEM and not (phrase.named and not phrase.head)
            return phrase if opens and (phrase.number_given or phrase.count is not None) else None
        if low in _OPENS_ITEM or low in FINITE or low in COMMON_VERBS or low in EFFECTS:
            return None
    return None


def people_alone(clauses: Clauses, position: int, before: int) -> list[NounPhrase]:
    """Return the people whom a participle without "was" tells of; ``before`` is the word before it, adverbs skipped."""
    before = back_over_age(clauses, before)
    if not nothing_follows(clauses, position):
        word = clauses.words[position]
        joined = word.span.end - word.span.start != len(word.low)  # "Man held over blaze"
        person = headline_person(clauses.words, before + 1) if joined else None
        return [person] if person is not None else []
    victim = clauses.ending(before + 1) or headline_person(clauses.words, before + 1)
    if victim is None:
        victim = _of_somewhere(clauses, before + 1)
        return [victim] if victim is not None else []
    return [] if of_people_before(clauses, victim) else chain_with(clauses, victim, before + 1)


_TELLING = frozenset("spoke speaks spoken speaking told tells telling learned heard report reports news".split())


def of_people_before(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether the phrase is itself the object of a preposition or of another verb ("by gunmen", "attacked a man")."""
    before = clauses.low(phrase.first - 1)
    if before == "of" and clauses.low(phrase.first - 2) in _TELLING:
        return False
    return before in {"by", "of", "from", "to", "number_of"} or (before == "with" and not phrase.number_given)
