"""Sentences without a verb that lead to the next: "Grenade, Bujumbura bar, 21:00. Two dead, five hurt."; both are one telling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.incidents.telling.trigger_words import CAUSES, Part
from mapapp.incidents.telling.triggers import TRIGGERS
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import AUXILIARIES, COMMON_VERBS, PRONOUNS
from mapapp.incidents.wording.words import Word, words_of
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

LONGEST_LEAD = 80
"""Characters of a sentence without a verb that leads to the next."""

_HAPPENED = frozenset(
    """
    broke erupted flared followed ended spread shook occurred happened rocked hit struck swept ripped tore jolted rattled battered lashed
    pounded raged began started continued destroyed damaged
    """.split()
)
"""Verbs of events: a sentence with one leads to nothing."""

_SEQUEL = re.compile(
    r"\s(?!(?:In|At|Near|On|Around)\s[A-Z])(?:[A-Z]?[\w-]{1,20}|\d{1,5})(?:\s[\w,'’-]{1,20}){0,5}\s?"
    r"(?:dead|killed|hurt|injured|wounded|died|dies|casualt\w{1,5}|lost|loses|missing|displaced|homeless|arrested|held|abducted|hospitali[sz]ed)\b"
)
"""How the next sentence begins: with what became of people."""


def is_lead(text: str, sentence: Span) -> bool:
    """Say whether a sentence only names what happened, and the next one to how many.

    Parameters
    ----------
    text
        The report.
    sentence
        The sentence.
    """
    if sentence.end - sentence.start > LONGEST_LEAD or text[sentence.end - 1] != ".":
        return False
    following = _SEQUEL.match(text, sentence.end, sentence.end + LONGEST_LEAD)
    if following is None or "\n" in following.group():
        return False
    words = words_of(text, sentence)
    return any(_names_event(word) for word in words) and is_verbless(words)


def _names_event(word: Word) -> bool:
    """Say whether a word names an event, or a weapon."""
    found = TRIGGERS.get(word.low)
    return found is not None and (found[1] is Part.NOUN or (found[1] is Part.MEANS and found[0] not in CAUSES))


def is_verbless(words: Sequence[Word]) -> bool:
    """Say whether a sentence is written without a verb, as logs and daily sheets are."""
    for word in words:
        if (
            word.low in _HAPPENED
            or word.low in AUXILIARIES
            or word.low in PRONOUNS
            or word.low in EFFECTS
            or (word.low in COMMON_VERBS and not word.name)
        ):
            return False
        found = TRIGGERS.get(word.low)
        if found is not None and found[1] is Part.VERB and not word.low.endswith("ing"):
            return False
    return True


def is_place_alone(sentence: Span, text: str, toponyms: Sequence[Toponym]) -> bool:
    """Say whether a sentence is only the name of a place, behind the day of an entry: "Fri 3 May. Tolata. A boat overturned"."""
    return len(toponyms) == 1 and sentence.of(text).strip(" .") == toponyms[0].text and text[sentence.end : sentence.end + 1] == " "
