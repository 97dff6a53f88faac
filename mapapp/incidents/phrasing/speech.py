"""Who says so: "police said", "according to the ministry", ", said a butcher who hid behind a wall"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.phrasing.actor_phrases import POSSESSIVES, run_after, run_before, with_owner
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.wording.actor_words import SAYING
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import ADVERBS, BE, COMMON_VERBS, FINITE, FINITE_PAST, HAVE, MODALS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span

_WITH_OBJECT = {
    "put": frozenset("toll death_toll number figure".split()),
    "gave": frozenset("toll death_toll number figure".split()),
    "given": frozenset("toll death_toll number figure".split()),
    "counted": frozenset("dead bodies deaths".split()),
    "speak": frozenset({"of"}),
    "spoke": frozenset({"of"}),
    "described": frozenset({"how"}),
    "reports": frozenset({"that"}),
    "charged": frozenset({"that"}),
}
"""Verbs that tell of an event only with one of these words close behind: "put the number of dead at 73"."""

_REACH = 4
_STRETCH = 30
"""Words between a speaker and the verb: longer asides are not looked over."""
_WALLS = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "–", "—", "--"})
_NO_SPEAKER_BEFORE = BE | {"to", "of"}
_BEFORE_SAYING = HAVE | ADVERBS | {"now", "not"}
_RELATIVE = frozenset({"who", "that", "which", "whose"})
_PRONOUNS = frozenset("he she they it we i".split())


@dataclass(frozen=True, slots=True)
class Speech:
    """That somebody says something. ``speaker`` None: a pronoun, or nobody named. ``first``, ``last``: the words that say who says so."""

    verb: int
    speaker: NounPhrase | None
    first: int
    last: int

    def span(self, words: Sequence[Word]) -> Span:
        """Return the stretch of the text that says who says so."""
        return Span(words[self.first].span.start, words[self.last - 1].span.end)


def _is_saying(words: Sequence[Word], position: int) -> bool:
    """Say whether the word is a verb of saying in the active voice."""
    low = words[position].low
    if low in _WITH_OBJECT:
        wanted = _WITH_OBJECT[low]
        if not any(low_at(words, at) in wanted for at in range(position + 1, position + 1 + _REACH)):
            return False
    elif low not in SAYING:
        return False
    if low == "accused" and low_at(words, position + 1) == "of":
        return False  # "a man accused of theft" tells nothing
    if low == "claimed" and any(low_at(words, at) in {"lives", "life"} for at in range(position + 1, position + 1 + _REACH)):
        return False
    before = position - 1
    while before >= 0 and words[before].low in ADVERBS:
        before -= 1
    return low_at(words, before) not in _NO_SPEAKER_BEFORE


def _group_start(words: Sequence[Word], verb: int) -> int:
    """Return where the verb group begins: "had earlier given", "now speak"."""
    start = verb
    while start > 0 and words[start - 1].low in _BEFORE_SAYING:
        start -= 1
    return start


def _clause(words: Sequence[Word], end: int) -> int:
    """Return where the stretch before ``end`` begins that holds the subject; an aside between two commas is passed over."""
    start = end
    aside = start > 0 and words[start - 1].low == ","
    if aside:
        start -= 1
        while start > 0 and end - start < _STRETCH and words[start - 1].low not in _WALLS:
            start -= 1
        start = max(0, start - 1)
    while start > 0 and end - start < _STRETCH and words[start - 1].low not in _WALLS:
        start -= 1
    return start


def _between(words: Sequence[Word], left: int, right: int) -> bool:
    """Say whether nothing between a phrase and the verb is a predicate of its own; relative clauses are passed over."""
    if low_at(words, left) in _RELATIVE or (low_at(words, left) == "," and low_at(words, left + 1) in _RELATIVE):
        return True
    return not any(
        words[at].low in FINITE or words[at].low in COMMON_VERBS or words[at].low in {"that", "and"} for at in range(left, right)
    )


def _speaker_before(words: Sequence[Word], phrases: Sequence[NounPhrase], verb: int) -> NounPhrase | None:
    """Return the subject of a verb of saying, coordination included."""
    end = _group_start(words, verb)
    if low_at(words, end - 1) == ")":  # the short name in brackets
        end = next((at for at in range(end - 2, max(0, end - 8), -1) if words[at].low == "("), end)
    start = _clause(words, end)
    inside = [phrase for phrase in phrases if start <= phrase.first and phrase.last <= end]
    for position, phrase in enumerate(inside):
        last = _joined_end(words, inside[position:])
        if low_at(words, phrase.first - 1) not in {"of", "by", "in", "on", "at", "from", "to", "with", "for"} and _between(
            words, last, end
        ):
            return replace(phrase, last=last)
    first = run_before(words, end)
    if first < end and first >= start and _may_speak(words, first, end):
        return NounPhrase(first, end, None, words[end - 1].low, definite=True, named=True)
    return None


def _joined_end(words: Sequence[Word], phrases: Sequence[NounPhrase]) -> int:
    """Return the end of a phrase with those joined to it by "and"."""
    last = with_owner(words, phrases[0])
    for following in phrases[1:]:
        if following.first != last + 1 or low_at(words, last) not in {"and", "or", "&"}:
            break
        last = with_owner(words, following)
    return last


def _may_speak(words: Sequence[Word], first: int, end: int) -> bool:
    """Say whether a run without a known noun may name a speaker: it begins with an article or a capital, or all is in capitals."""
    if any(words[at].number is not None or words[at].low == "no" for at in range(first, end)) or words[end - 1].low == "'s":
        return False
    named = any(words[at].name for at in range(first, end))
    return named or first == 0 or words[first].low in {"the", "a", "an"} | POSSESSIVES or low_at(words, first - 1) in {",", "”", '"'}


def _speaker_after(words: Sequence[Word], phrases: Sequence[NounPhrase], first: int) -> NounPhrase | None:
    """Return the speaker whose phrase begins at ``first``."""
    found = [phrase for phrase in phrases if phrase.first >= first]
    if found and found[0].first <= first + 1 and (found[0].first == first or low_at(words, first) in {"the", "a", "an"}):
        return replace(found[0], first=first, last=_joined_end(words, found))
    end = run_after(words, first)
    if end > first and _may_speak(words, first, end):
        return NounPhrase(first, end, None, words[end - 1].low, definite=True, named=True)
    return None


def speeches(words: Sequence[Word], phrases: Sequence[NounPhrase]) -> Iterator[Speech]:
    """Yield who says what a sentence tells, in order.

    Parameters
    ----------
    words
        The words of one sentence.
    phrases
        Its phrases for people and bodies of people.
    """
    for position, word in enumerate(words):
        if word.low == "according_to":
            speaker = _speaker_after(words, phrases, position + 1)
            yield Speech(position, speaker, position, speaker.last if speaker else position + 1)
        elif _is_saying(words, position):
            yield _speech(words, phrases, position)


def _acts(low: str) -> bool:
    """Say whether a verb follows a phrase: "the minister, …, said gunmen | killed four" is not said by gunmen."""
    return low in BE or low in HAVE or low in FINITE_PAST or low in EFFECTS or low in MODALS


def _speech(words: Sequence[Word], phrases: Sequence[NounPhrase], verb: int) -> Speech:
    """Read who says it: the subject before the verb, else the one behind it (", said a butcher")."""
    start = _group_start(words, verb)
    before = low_at(words, start - 1)
    inverted = before in _WALLS and low_at(words, verb + 1) not in {"", "that", "on", "in", "it", "they", "he", "she"}
    behind = _speaker_after(words, phrases, verb + 1) if inverted else None
    if behind is not None and not (behind.head == "" and not behind.named) and not _acts(low_at(words, behind.last)):
        return Speech(verb, behind, verb, behind.last)
    if before in _PRONOUNS:
        return Speech(verb, None, start - 1, verb + 1)
    speaker = _speaker_before(words, phrases, verb)
    return Speech(verb, speaker, speaker.first if speaker else verb, verb + 1)
