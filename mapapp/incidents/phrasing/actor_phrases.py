"""Noun phrases of those who act: people, and the bodies they act in ("the ministry of health", "fighters of the Northern movement")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.wording.actor_words import ORGANISATIONS, SAYING, SPOKEN_FOR
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import ADVERBS, COMMON_VERBS, DETERMINERS, STOPS
from mapapp.incidents.wording.persons import PERSONS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.date_words import FEASTS, MOVEABLE_FEASTS

LONGEST_RUN = 8
"""Words of a phrase in front of its noun, the noun included."""

_PASTS = frozenset(
    """
    began blew bore bought broke brought built burst came caught chose cut dealt drew drove fed fell fled flew fought found froze gave grew
    held hid hit hung hurt kept knew laid led left lent let lit lost made met paid put ran rang rode rose said sank sat saw sealed sent set
    shook shot shut slept slid sold sought spent split spoke stole stood struck stuck swam swept swore taught threw told tore took woke won
    wore wounded wrote is are was were has have had
    """.split()
)
"""Irregular past tenses: behind a noun they are its verb, no other noun."""
_DENYING = frozenset("refutes refuted rejects rejected dismisses dismissed disputes disputed refute reject accuse".split())
_INSIDE = frozenset({"-", "'s", "&", "’"})
_ARTICLES = DETERMINERS | {"a", "an", "one", "another", "several", "some", "two", "three"}


POSSESSIVES = frozenset("his her its their our my".split())


def is_nominal(words: Sequence[Word], position: int) -> bool:
    """Say whether a word may stand inside a noun phrase."""
    low = low_at(words, position)
    if not low or (low in STOPS and low not in _INSIDE) or ("_" in low and low not in PERSONS):
        return False
    if low in SAYING or low in _DENYING or (low in _PASTS and not words[position].name):
        return False
    if low in COMMON_VERBS or low in ADVERBS or low in EFFECTS:
        return words[position].name
    return low in _INSIDE or low[0].isalnum()


def run_before(words: Sequence[Word], end: int) -> int:
    """Return where the run of nominal words begins that ends just before ``end``; an article opens it."""
    start = end
    while start > 0 and end - start < LONGEST_RUN and is_nominal(words, start - 1):
        if words[start - 1].low == "-" and words[start - 1].span.end < words[start].span.start:
            break  # "HARARE - police": a dash, no hyphen
        start -= 1
        if words[start].low in DETERMINERS or words[start].low in {"a", "an"}:
            start -= start > 0 and words[start].low == "same" and words[start - 1].low == "the"
            break
    while start < end and words[start].low in _INSIDE:
        start += 1
    return start - (0 < start < end and words[start - 1].low in POSSESSIVES)


def run_after(words: Sequence[Word], start: int) -> int:
    """Return where the run of nominal words that begins at ``start`` ends."""
    end = start
    while end < len(words) and end - start < LONGEST_RUN and is_nominal(words, end):
        if end > start and words[end].low in _ARTICLES and words[end - 1].low not in _INSIDE:
            break
        end += 1
    return end


def _bodies(words: Sequence[Word]) -> list[NounPhrase]:
    """Return the phrases whose noun is that of a body of people."""
    out: list[NounPhrase] = []
    for position, word in enumerate(words):
        if word.low not in ORGANISATIONS or not is_nominal(words, position):
            continue
        following = low_at(words, position + 1)
        if following in ORGANISATIONS or following in PERSONS or (following and _qualifies(words, position + 1)):
            continue
        first = run_before(words, position + 1)
        out.append(NounPhrase(first, position + 1, None, word.low, definite=True))
    return out


_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december week month year morning evening night afternoon today yesterday tonight last this next same
    """.split()
)


_TIME_WORDS = frozenset("hour hours day days week weeks fortnight month months".split())
_FEASTS = frozenset(tuple(name.replace("'s", " 's").split()) for name in (*FEASTS, *MOVEABLE_FEASTS))
"""The names of feasts, word by word."""


def _behind_interval(words: Sequence[Word], phrase: NounPhrase) -> int:
    """Return where a phrase begins behind what opens its sentence: "a day later gunmen", "Christmas Eve gunmen"."""
    first = phrase.first
    for at in range(first, min(first + 4, phrase.last - 1)):
        if words[at].low in {"later", "earlier"} and low_at(words, at - 1) in _TIME_WORDS:
            return at + 1
    for length in (2, 3, 4):
        if first + length < phrase.last and tuple(word.low for word in words[first : first + length]) in _FEASTS:
            return first + length
    return first


def _behind_calendar(words: Sequence[Word], phrase: NounPhrase) -> NounPhrase:
    """Return the phrase without the day in front of it: "on Tuesday last week masked men"."""
    first = _behind_interval(words, phrase)
    if first > phrase.first:
        return replace(phrase, first=first)
    if words[first].low in {"accused", "accuses", "accuse", "accusing"} and first and first < phrase.last - 1:
        first += words[first - 1].low not in DETERMINERS | {"a", "an"}
    while first < phrase.last - 1 and words[first].low in _CALENDAR:
        first += 1
    return phrase if first == phrase.first or words[first - 1].low in {"last", "this", "next", "same"} else replace(phrase, first=first)


def _behind_verb(words: Sequence[Word], phrase: NounPhrase) -> NounPhrase:
    """Return the phrase without what stands before a verb of saying in it: "the ministry told reporters"."""
    verb = next((at for at in range(phrase.last - 2, phrase.first, -1) if words[at].low in SAYING or words[at].low == "intended"), None)
    return phrase if verb is None else replace(phrase, first=verb + 1)


def _qualifies(words: Sequence[Word], position: int) -> bool:
    """Say whether a word behind a noun makes it a qualifier: "police station", "army base"; a verb, a name or a closed word does not."""
    word = words[position]
    if word.low == "'s":
        return True
    if not is_nominal(words, position) or word.name or word.number is not None or word.low in DETERMINERS:
        return False
    return not word.low.endswith(("ed", "ly", "ing"))


def actor_phrases(words: Sequence[Word], people: Sequence[NounPhrase]) -> list[NounPhrase]:
    """Return the phrases for people and for bodies of people in order, without overlaps; of two that overlap, the one that ends later.

    Parameters
    ----------
    words
        The words of one sentence.
    people
        Its noun phrases for people.
    """
    out: list[NounPhrase] = []
    # A name alone ends where the body's noun begins: "Northern Front" is the body.
    nouns = [phrase for phrase in people if phrase.head not in SAYING or words[phrase.first].low in DETERMINERS]
    spoken = [_behind_calendar(words, _behind_verb(words, phrase)) for phrase in nouns]
    for later in sorted([*spoken, *_bodies(words)], key=lambda phrase: (phrase.last, -phrase.first, phrase.head)):
        joined = later
        while out and out[-1].last > joined.first:
            before = out.pop()
            joined = replace(joined, first=min(before.first, joined.first), head=joined.head or before.head)
        out.append(joined)
    return out


def with_owner(words: Sequence[Word], phrase: NounPhrase) -> int:
    """Return the end of a phrase with what tells whose it is: "fighters of the Northern movement", "a spokesman for the mission"."""
    last = phrase.last
    for _ in range(2):
        if phrase.head not in SPOKEN_FOR and last == phrase.last:
            break
        if low_at(words, last) not in {"of", "for"}:
            break
        end = run_after(words, last + 1)
        if end == last + 1:
            break
        last = end
    return last
