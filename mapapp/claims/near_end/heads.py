"""What a text is about where a sentence does not say it: the place meant by "it" or "the town", the headword of an entry."""

from __future__ import annotations

import re

from mapapp.claims import wording
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.phrases import SETTLEMENT_WORDS
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span

_BACK_SENTENCES = 4
_BACK_CHARACTERS = 600
_LONGEST_ENTRY = 80
_REFERENCES = frozenset({"place", "area", "region", "site", "spot"})

_OPENING = re.compile(r"[\s\"“'‘\[\]\d]{0,6}(?:the\s{1,3}(?:city|town|village|port)\s{1,3}of\s{1,3})?", re.IGNORECASE)
_HEADS_ON = re.compile(r"\s?[:(,–—-]|\s{1,3}(?:is|was|are|were|lies|sits|stands|has|had|fell|which|who|where)(?!\w)", re.IGNORECASE)
_LABEL = re.compile(r"\s?:\s")
_IS = re.compile(r"(?:\s?[,(][^,()]{1,80}[,)])?\s{1,3}(?:is|lies|sits|stands|was|nestles)\s", re.IGNORECASE)
_ENTRY = re.compile(r"(?:,\s[^:\n.;]{1,60})?:\s")


def entry_head(here: Surroundings) -> SubjectPhrase | None:
    """Return the headword of a text that opens like an entry of a gazetteer: "X: town in Y", "X, Y: …"."""
    name = here.name_starting_at(0, _LONGEST_ENTRY)
    if name is None or name.span.start != 0 or name.is_area or not _ENTRY.match(here.text, name.span.end):
        return None
    return SubjectPhrase(name.span, name)


def last_head(here: Surroundings, offset: int) -> SubjectPhrase | None:
    """Return the place the sentences in front are about, for one that has no subject of its own: "Located 30 km from …"."""
    name = _heading_before(here, offset, "", town=False)
    return SubjectPhrase(name.span, name) if name else None


def back_reference(here: Surroundings, span: Span, anchor_words: str) -> SubjectPhrase | None:
    """Return the place meant by "it" or "the town"; None if the words are no such reference.

    The name that heads the sentence before comes first, then the only town in it, then (for "the town") the last one mentioned.
    The far end of the same claim is never meant.
    """
    words = span.of(here.text)
    noun = words.lower().split()[-1] if " " in words else ""
    if noun and noun not in SETTLEMENT_WORDS and noun not in _REFERENCES:
        return None
    name = _heading_before(here, span.start, anchor_words, town=bool(noun))
    return SubjectPhrase(span, name) if name else SubjectPhrase(span, trouble=wording.not_said_which(words))


def _heading_before(here: Surroundings, offset: int, anchor_words: str, *, town: bool) -> Name | None:
    """Return the place last spoken of before an offset."""
    sentence: Span | None = here.sentence_at(offset)
    for back in range(_BACK_SENTENCES):
        if sentence is None:
            break
        end = min(sentence.end, offset)
        opening = _OPENING.match(here.text, sentence.start, end)
        head = _heading_name(here, opening.end() if opening else sentence.start, end)
        if head is not None and not head.is_area and not _same(here, head, anchor_words):
            return head
        towns = [name for name in here.towns_between(sentence.start, end) if not _same(here, name, anchor_words)]
        if back == 1 and len({name.place for name in towns}) == 1:
            return towns[0]
        sentence = here.sentence_before(sentence)
    towns = here.towns_between(max(0, offset - _BACK_CHARACTERS), offset) if town else []
    return next((name for name in reversed(towns) if not _same(here, name, anchor_words)), None)


def _heading_name(here: Surroundings, start: int, end: int) -> Name | None:
    """Return the place name a sentence starts with, if the sentence is about it: "X was shelled", not "X police said"."""
    name = here.name_starting_at(start, end) if start < end else None
    if name is None or name.span.start != start:
        return None
    is_toponym = name.place is not None or any(t.span == name.span for t in here.between(name.span.start, name.span.end))
    if is_toponym:
        return name if _HEADS_ON.match(here.text, name.span.end) else None
    return name if _LABEL.match(here.text, name.span.end) or _IS.match(here.text, name.span.end) else None


def _same(here: Surroundings, name: Name, words: str) -> bool:
    """Say whether a name is the one given."""
    return name.span.of(here.text).casefold() == words.casefold()
