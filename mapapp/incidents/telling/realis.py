"""Realis: did it happen? Intended, threatened, prevented, feared and rehearsed deeds, verdicts and anniversaries are no incidents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mapapp.incidents.wording.grammar_words import ADVERBS, BE, MODALS
from mapapp.incidents.wording.words import Word
from mapapp.report.date_words import WEEKDAYS

REACH = 7
"""How many words back a word of intention still governs a verb."""

UNREAL_BEFORE_VERB = frozenset(
    """
    intended threatened threatening prevented prevent preventing avoid avoided avert averted foiled thwarted feared fear warned warning
    warns warn expect expects expecting predict predicts predicted anticipate jailed imprisoned commemorate commemorated commemorating if
    unless convicted sentenced tried acquitted charged wanted suspected protest
    protested protesting condemn condemned because_of simulated rehearsed practised practiced
    rehearsing practising practicing planning plotting guilty accused accuse accusing believed responsible
    """.split()
)
"""Words that take the reality from what they govern, or put it into another event."""

UNREAL_NOUNS = frozenset(
    """
    threat threats fears plot plots plan plans drill drills exercise exercises anniversary commemoration trial charges protests
    rumour rumours rumor rumors
    simulation rehearsal resolution debate bill seminar conference stop halt ending end risk danger possibility responsibility investigation
    investigating film movie novel video
    footage
    """.split()
)
"""Nouns that do so for what follows them at once: "plans for an attack"."""

NOUN_REACH = 3
"""How many words back a noun of intention still governs."""

_GOVERNING = MODALS | {"to"}
_BEFORE_UNREAL = _GOVERNING | {"never"}
_BEFORE_ANNOUNCED = BE | ADVERBS | {"not", "been"}
_AS_TOLD = frozenset("reported said believed thought known confirmed claimed claims claiming understood found had".split())
"""Verbs behind which "to have killed" is told as done."""

_BREAKS = frozenset("; : . when after as while because before where until but who which".split())


def is_real(words: Sequence[Word], position: int, *, attempts: bool = False) -> bool:
    """Say whether the verb or noun at a position tells of something that happened.

    Parameters
    ----------
    words
        The words of one sentence.
    position
        The verb or event noun asked about.
    attempts
        Whether an attempt counts: an attempted abduction is an incident, but nobody was abducted.
    """
    before = position - 1
    while before >= 0 and words[before].low in ADVERBS and words[before].low not in {"never", "not"}:
        before -= 1
    if before >= 0 and words[before].low == "attempted":
        return attempts and not _is_foiled(words, before, position)
    if before >= 0 and words[before].low in _BEFORE_UNREAL:
        return False
    if before >= 1 and words[before].low in {"be", "have"} and words[before - 1].low in _GOVERNING:
        return words[before - 1].low == "to" and before >= 2 and words[before - 2].low in _AS_TOLD
    if before >= 0 and words[before].low in {"not", "wasn't", "weren't"}:
        return False
    return not _is_governed(words, position)


def _is_governed(words: Sequence[Word], position: int) -> bool:
    """Say whether a word not far before takes the reality from what it governs."""
    for at in range(position - 1, max(-1, position - 1 - REACH), -1):
        low = words[at].low
        if low in _BREAKS or (low == "," and at < position - 2):
            return False
        if low in UNREAL_NOUNS and position - at <= NOUN_REACH:
            return True
        if low in _CALLED_OFF or (low == "off" and at > 0 and words[at - 1].low == "called"):
            return True
        if low in UNREAL_BEFORE_VERB:
            return not _governs_nothing(words, at, position)
        if _is_yet_to_come(words, at, position):
            return True
    return False


_GATHERINGS = frozenset(
    "strike strikes protest protests march marches rally rallies demonstration demonstrations vigil vigils sit-in shutdown".split()
)
_CALLING = frozenset("called announced calling announcing calls announces".split())
_PERCEIVED = frozenset("hear see smell feel confirm verify remember recall survive escape".split())
_KNOWN_BY = frozenset("the this that these those his her its their our".split())
_MODAL_REACH = 4


def _is_yet_to_come(words: Sequence[Word], governor: int, position: int) -> bool:
    """Say whether an event noun is what somebody calls people to, or what may come: "called a strike for Friday", "may make landfall"."""
    low = words[governor].low
    if low in _CALLING:
        return words[position].low in _GATHERINGS and position - governor <= _MODAL_REACH
    if low not in MODALS or _is_may(words, governor) or position - governor > _MODAL_REACH or governor + 1 >= position:
        return False
    return words[governor + 1].low not in _PERCEIVED and words[position - 1].low not in _KNOWN_BY


_CALLED_OFF = frozenset("cancelled canceled cancelling postponed postponing postpone cancel".split())
_FOILED = frozenset("foiled thwarted prevented averted frustrated disrupted foil foils thwart thwarts foiling thwarting".split())


def _is_foiled(words: Sequence[Word], attempt: int, position: int) -> bool:
    """Say whether an attempt came to nothing before it began: "thwarted an attempt to", "an attempt to ... was foiled"."""
    if any(word.low in _FOILED for word in words[max(0, attempt - 4) : attempt]):
        return True
    return any(words[at].low in _FOILED and words[at - 1].low in BE | ADVERBS for at in range(position + 1, min(position + 12, len(words))))


_ANNOUNCED = frozenset(
    """
    planned scheduled postponed cancelled canceled banned expected feared likely forecast announced called possible ruled prevented averted
    foiled threatened imminent due intended
    """.split()
)
"""Predicates of what has not happened yet, or does not happen: "a rally is planned for next week"."""


def is_announced(words: Sequence[Word], position: int) -> bool:
    """Say whether an event noun is the subject of a sentence that only announces, calls off or rules it out."""
    for at in range(position + 1, min(position + 12, len(words))):
        low = words[at].low
        if low in MODALS and not _is_may(words, at):
            return words[at - 1].low not in {"who", "that"}
        if low in _ANNOUNCED and words[at - 1].low in _BEFORE_ANNOUNCED:
            return True
        if low in _BREAKS or low in {",", "by", "that"} or (low.endswith("ed") and low not in _ANNOUNCED):
            return False
    return False


def _is_may(words: Sequence[Word], position: int) -> bool:
    """Say whether "May" is the month: with a capital inside a sentence, or beside a number."""
    beside = [*words[max(0, position - 1) : position], *words[position + 1 : position + 2]]
    return words[position].low == "may" and (words[position].name or any(word.low[:1].isdigit() for word in beside))


_UNREAL_LABELS = frozenset(
    tuple(label.split())
    for label in """
    defused | made safe | ahead | watch | outlook | forecast | advice | planned | announced | intentions | intended | coming | to come |
    next | next week | next month | next days | tomorrow | model run | model | simulation | exercise | drill | test | declined | untrue |
    false | unfounded | hoax | false alarm | rumour | rumours | rumor | rumors | not accidents | not received | not confirmed | expected |
    scheduled | foreseen | warning | alert | risk | risks | threat | scenario | prevented | averted | foiled | disproved | upcoming |
    calendar | agenda | programme | diary dates | cancelled | postponed | put off
    """.split("|")
)
"""What stands before the colon of a line that tells of nothing that happened: "Defused: car bomb", "Next week: march"."""
_LONGEST_LABEL = 3
_DISPROVED = frozenset("false untrue unfounded hoax rumour rumor disproved baseless groundless".split())
_VERDICTS = _DISPROVED | {"no"}
_MARKS = frozenset(": – — - •".split())


def is_unreal_line(words: Sequence[Word]) -> bool:
    """Say whether a line is headed, or ended, by words that nothing of the kind happened: "Next week: march", "riot at X: false alarm".

    What is denied with its figures is told as denied.
    """
    lows = [word.low for word in words]
    start = next((at for at, low in enumerate(lows) if low not in _MARKS), len(lows))
    colon = next((at for at in range(start, min(start + _LONGEST_LABEL + 1, len(lows))) if lows[at] == ":"), None)
    if colon is not None and tuple(lows[start:colon]) in _UNREAL_LABELS:
        return True
    if _is_a_rumour(words, lows):
        return True
    if _VERDICTS.isdisjoint(lows):
        return False
    last = max((at for at, low in enumerate(lows) if low in _MARKS), default=0)
    verdict = lows[last + 1 : last + 3]
    return 0 < start + 1 < last and (not _DISPROVED.isdisjoint(verdict[:1]) or verdict in (["false", "alarm"], ["no", "truth"]))


_WORD_SPREAD = frozenset(
    "note message messages post posts recording recordings clip rumour rumours rumor rumors reports story stories".split()
)
_OPENING = 3
_NOT_SO = frozenset(
    {("a", "hoax"), ("not", "correspond"), ("not", "true"), ("are", "false"), ("is", "false"), ("are", "untrue"), ("is", "untrue")}
)


def _is_a_rumour(words: Sequence[Word], lows: Sequence[str]) -> bool:
    """Say whether a sentence only takes up what goes round, without a figure, to call it untrue: "A voice note that ... is a hoax"."""
    if _WORD_SPREAD.isdisjoint(lows[:_OPENING]) or any(word.number is not None for word in words[1:]):
        return False
    return any(pair in _NOT_SO for pair in pairwise(lows))


_SPAN_PHRASES = """
    in recent years | in recent months | recent years | past years | past year | every day | every year | each year | so far this | years of
    | year war | decade of | decades of | civil war | past several | last several | last few | past few | has been a series | more and more
    | years in a row
"""
_SPANS: dict[str, list[tuple[str, ...]]] = {}
for _phrase in _SPAN_PHRASES.split("|"):
    _SPANS.setdefault(_phrase.split()[0], []).append(tuple(_phrase.split()))
_LONG = frozenset("years months year decades decade".split())
_SWEEPING = frozenset({"since", "past", "last", *_SPANS})
"""Every sentence that sums up a long time holds one of these words."""


def is_sweeping(words: Sequence[Word]) -> bool:
    """Say whether a sentence sums up a long time ("since 1980", "over the past ten years"): its figures are of no one incident."""
    lows = [word.low for word in words]
    if _SWEEPING.isdisjoint(lows):
        return False
    for at, low in enumerate(lows):
        if low == "since" and not _clause_after(lows, at) and not (at and lows[at - 1] in {"has", "have", "had"}):
            return True  # not "23 people have since been detained"
        if low in {"past", "last"} and any(following in _LONG for following in lows[at + 1 : at + 4]):
            return lows[at + 1 : at + 2] not in (["year"], ["month"])
    return any(tuple(lows[at : at + len(pattern)]) == pattern for at, low in enumerate(lows) for pattern in _SPANS.get(low, ()))


_SINCE_CLAUSE = frozenset("the he they it she this then there".split())
_LATELY = (
    frozenset("yesterday dawn noon midday midnight morning night evening early late daybreak sunrise sunset".split()) | WEEKDAYS.keys()
)


def _clause_after(lows: Sequence[str], at: int) -> bool:
    """Say whether "since" gives a reason, stands in "since then", or counts from a day of this week: "since Saturday"."""
    first, second = (*lows[at + 1 : at + 3], "", "")[:2]
    return first in _SINCE_CLAUSE or (second if first in {"last", "late", "early"} else first) in _LATELY


def _accused_of_having(words: Sequence[Word], governor: int, position: int) -> bool:
    """Say whether somebody is accused of having done it, or somebody accuses another of doing it: that is told, as an allegation."""
    between = [words[at].low for at in range(governor + 1, position)]
    if "of" not in between:
        return False
    return between[-1] == "having" or (between[0] != "of" and between[-1] == "of" and words[position].low.endswith("ing"))


_ADJECTIVES = frozenset("suspected wanted accused convicted guilty charged".split())


def _governs_nothing(words: Sequence[Word], governor: int, position: int) -> bool:
    """Say whether a word of intention before a verb is only an adjective of people: "suspected militants killed"."""
    low = words[governor].low
    if low == "intended" and position - governor >= 2 and words[position].low.endswith("ed"):
        return True  # "shells aimed at the bridge wounded a farmer": what is intended comes without an ending
    if low in _ADJECTIVES and words[position - 1].low in {"was", "were", "been"} and position - governor >= 3:
        return True  # "two men accused of theft were lynched"
    if low in {"suspected", "wanted", "accused", "believed", "feared"}:
        following = words[governor + 1].low if governor + 1 < len(words) else ""
        if low == "accused" and _accused_of_having(words, governor, position):
            return True
        return following not in {"of", "to", "that"} and (governor + 1 < position or low == "believed")  # "two pirates believed killed"
    return low == "warned" and words[governor + 1].low == ","
