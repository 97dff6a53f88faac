"""Names that the gazetteer lacks but that the sentence calls places: "the village of Qarabulaq", "Tolkan district".

They come out without a place, so that a reader sees what is missing instead of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mapapp.report.report import Span
from mapapp.report.starts import Opening, starts_in
from mapapp.toponyms.recognizer import Mention
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.vocabulary import CALENDAR, FUNCTION_WORDS, SETTLEMENT_WORDS

PROBABILITY = 0.85
"""How often a name behind "the village of" is a place; what else it is are mostly metaphors."""

_SETTLEMENT = "|".join(sorted(SETTLEMENT_WORDS))
_NAME = r"[^\W\d_a-z][\w’'-]{1,40}(?: (?:al-|el-)?[^\W\d_a-z][\w’'-]{1,40}){0,2}"
_OF_NAME = re.compile(rf"\b(?:{_SETTLEMENT}|governorate|province|county) of (?P<name>{_NAME})")
_OF_NAME_OPENING: Opening = SETTLEMENT_WORDS | {"governorate", "province", "county"}
_TYPES = ("village", "hamlet", "settlement", "township", "sub", "district", "governorate", "province")
_NAME_TYPE = re.compile(rf"(?P<name>{_NAME}) (?:village|hamlet|settlement|township|(?:sub-?)?district|governorate|province)\b")
_SETTLEMENTS = r"(?:villages|towns|hamlets|settlements|communities|districts|neighbou?rhoods|areas)"
_LISTED_OPENING: Opening = frozenset("villages towns hamlets settlements communities districts neighbourhoods neighborhoods areas".split())
_LISTED = re.compile(rf"\b{_SETTLEMENTS} of (?P<names>{_NAME}(?:, {_NAME}){{0,8}},? (?:and|or) {_NAME})")
"""Several at once: "the villages of Qarabulaq, Tolkan and Sary"."""
_ONE_NAME = re.compile(_NAME)
_DISTANCE = r"(?:about |around |some |nearly |roughly |approximately |just |only )?\d[\d,.]{0,9} ?(?:km|kilomet|mile)"
_SETTLED = rf"an? (?:[a-z]+ ){{0,2}}(?:{_SETTLEMENT})\b"
_EXPLAINED_OPENING: Opening = frozenset({"in", "at", "near", "outside", "from"})
_NAME_EXPLAINED = re.compile(rf"\b(?:in|at|near|outside|from) (?P<name>{_NAME}), (?:{_DISTANCE}|{_SETTLED})")
"""A writer who adds how far a place lies from another, or what it is, expects no reader to know it; nor may a gazetteer."""


def unknown_names(text: str, accepted: Sequence[Mention]) -> list[Mention]:
    """Return the names of places by their shape alone that no accepted mention touches, in the order of the text."""
    taken = [m.span for m in accepted]
    found: list[Mention] = []
    for named in _named(text):
        span = _without_first_words(text, named)
        if span is not None and not _touches(span, taken):
            taken.append(span)
            candidate = Candidate(span, span.of(text), -1, -1, Form.NAME, caseless=False)
            found.append(Mention(candidate, PROBABILITY, ("read as a place name: a word beside it says so",)))
    return found


def _named(text: str) -> Iterator[Span]:
    starts = starts_in(text)
    types = any(f" {word}" in text for word in _TYPES)
    for matches in (
        starts.matches(_OF_NAME, _OF_NAME_OPENING),
        _NAME_TYPE.finditer(text) if types else (),
        starts.matches(_NAME_EXPLAINED, _EXPLAINED_OPENING),
    ):
        for match in matches:
            yield Span(*match.span("name"))
    for match in starts.matches(_LISTED, _LISTED_OPENING):
        for name in _ONE_NAME.finditer(text, *match.span("names")):
            yield Span(*name.span())


def _without_first_words(text: str, span: Span) -> Span | None:
    """Cut off words of grammar at the front ("In Tolkan district"); None if nothing is left, or only words in capitals."""
    words = span.of(text).split(" ")
    start = span.start
    while words and (words[0].lower() in FUNCTION_WORDS or words[0].lower() in CALENDAR):
        start += len(words[0]) + 1
        words = words[1:]
    if not words or (len(words[0]) > 2 and words[0].isupper()):
        return None
    return Span(start, span.end)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
