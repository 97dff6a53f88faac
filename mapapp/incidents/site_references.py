"""Places told without their name: "in the same city", and countries told by their people: "several Syrian towns", "the Libyan coast"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer import Kind
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_SAME = re.compile(r"\b(?:in|at|near|outside)\s(?:the|that)\ssame\s(?:city|town|village)\b", re.IGNORECASE)
_COUNTRY_NOUN = re.compile(
    r"\s(?P<noun>towns|cities|villages|regions|provinces|districts|territory|soil|coast|shore|shores|waters|airspace|countryside)\b",
    re.IGNORECASE,
)
_AT_SEA = frozenset("coast shore shores waters airspace".split())
_IN_BEFORE = re.compile(
    r"\b(?:in|off|across|over|on|inside|throughout|hit|struck|shelled|bombed|attacked)\s(?:the\s|several\s|many\s|some\s|various\s|all\s|other"
    r"\s|two\s|three\s|four\s|five\s|\d{1,3}\s|coast\sof\s){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CountryWords:
    """Words for somewhere in a country. ``at_sea``: off it, or in the air over it."""

    span: Span
    at_sea: bool


def country_words(text: str, toponym: Toponym) -> CountryWords | None:
    """Return the words that put something somewhere in the country of a people, or off it; None where they do not."""
    if not toponym.demonym or toponym.place is None or toponym.place.kind is not Kind.COUNTRY:
        return None
    noun = _COUNTRY_NOUN.match(text, toponym.span.end)
    if noun is None or not _IN_BEFORE.search(text[max(0, toponym.span.start - 40) : toponym.span.start].replace("\n", " ")):
        return None
    return CountryWords(Span(toponym.span.start, noun.end()), noun["noun"].lower() in _AT_SEA)


def same_place_before(text: str, sentence: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the town that "in the same city" means: the one named most often before, the latest of equals."""
    if not _SAME.search(sentence.of(text).replace("\n", " ")):
        return None
    before = [t for t in named if t.span.start < sentence.start and t.place is not None and t.place.is_point]
    counts = Counter(t.place.place_id for t in before if t.place is not None)
    return max(before, key=lambda t: (counts[t.place.place_id] if t.place is not None else 0, t.span.start), default=None)
