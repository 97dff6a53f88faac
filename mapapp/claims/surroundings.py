"""What stands around a statement: sentence, toponyms, words, dateline. All look-ups are by bisection or in a bounded window."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Place
from mapapp.claims.phrases import NAME_PARTICLES, NO_NAMES
from mapapp.claims.uncertainty import extent_km
from mapapp.report.report import Dateline, Span
from mapapp.report.sentences import sentences
from mapapp.toponyms.toponym import Role, Toponym

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

_WORD = re.compile(r"[^\W_][\w'’‘`.-]*")
_LONGEST_NAME_WORDS = 4
_NAME_WINDOW = 64
_CASE_WINDOW = 400
_MOSTLY_CAPITALS = 0.6
_HARDLY_CAPITALS = 0.004


@dataclass(frozen=True, slots=True)
class Name:
    """A place name in the text. ``place`` None: no toponym was resolved there. ``confidence`` is the resolution's, 0 to 1.

    ``is_rejected``: an analyst has said that it is no place, so that nobody may look it up.
    """

    span: Span
    place: Place | None = None
    confidence: float = 0.0
    is_rejected: bool = False

    @property
    def is_area(self) -> bool:
        """Whether the name stands for a country, region, sea or the like, which has no one place to measure to."""
        return self.place is not None and extent_km(self.place) is None


class Surroundings:
    """A report's text with its toponyms in order, its sentences, and the gazetteer to ask about names nobody resolved."""

    def __init__(self, text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer, dateline: Dateline | None) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.dateline = dateline
        self.toponyms = sorted(toponyms, key=lambda toponym: (toponym.span.start, -toponym.span.end))
        self._one_case: dict[int, bool] = {}
        self._starts = [toponym.span.start for toponym in self.toponyms]

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence an offset lies in, the dateline cut off its front."""
        position = bisect_right(self._sentence_starts, offset) - 1
        if position < 0:
            return Span(0, len(self.text))
        sentence = self._sentences[position]
        if self.dateline is not None and sentence.start < self.dateline.end <= offset:
            return Span(self.dateline.end, sentence.end)
        return sentence

    def sentence_before(self, sentence: Span) -> Span | None:
        """Return the sentence in front of another one, or None."""
        position = bisect_left(self._sentence_starts, sentence.start) - 1
        return self._sentences[position] if position >= 0 else None

    def between(self, start: int, end: int) -> list[Toponym]:
        """Return the toponyms that lie wholly between two offsets, in order."""
        found = []
        for position in range(bisect_left(self._starts, start), len(self.toponyms)):
            toponym = self.toponyms[position]
            if toponym.span.start >= end:
                break
            if toponym.span.end <= end:
                found.append(toponym)
        return found

    @cached_property
    def countries_mentioned(self) -> frozenset[str]:
        """The countries named anywhere in the report, as such or by their people."""
        return self.countries_in(Span(0, len(self.text)))

    @cached_property
    def divisions_mentioned(self) -> frozenset[str]:
        """The states and provinces named anywhere in the report, as GeoNames codes."""
        places = (toponym.place for toponym in self.toponyms)
        return frozenset(place.admin1 for place in places if place is not None and place.kind is Kind.ADMIN1 and place.admin1)

    def countries_in(self, span: Span) -> frozenset[str]:
        """Return the countries named in a stretch of text, ISO 3166-1 alpha-2."""
        places = [toponym.place for toponym in self.between(span.start, span.end)]
        return frozenset(place.country for place in places if place is not None and place.kind is Kind.COUNTRY and place.country)

    def name_starting_at(self, offset: int, end: int) -> Name | None:
        """Return the place name that starts at an offset: a toponym, or words that look like a name and that the gazetteer knows."""
        position = bisect_right(self._starts, offset) - 1
        if position >= 0:
            toponym = self.toponyms[position]
            if toponym.span.start <= offset < toponym.span.end and not toponym.demonym and toponym.role is not Role.ORGANISATION:
                return _name(toponym)
        words = list(_WORD.finditer(self.text, offset, min(end, offset + _NAME_WINDOW)))[:_LONGEST_NAME_WORDS]
        if not words or words[0].start() != offset:
            return None
        run = self._connected(words)
        for count in range(len(run), 0, -1):
            span = Span(offset, _without_stop(run[count - 1]))
            if self._may_be_name(span):
                return Name(span)
        return None

    def name_ending_at(self, offset: int, start: int) -> Name | None:
        """Return the place name that ends at an offset, as :meth:`name_starting_at` does."""
        for toponym in reversed(self.between(max(start, offset - _NAME_WINDOW), offset)):
            if toponym.span.end == offset and not toponym.demonym and toponym.role is not Role.ORGANISATION:
                return _name(toponym)
            if toponym.span.end < offset:
                break
        words = list(_WORD.finditer(self.text, max(start, offset - _NAME_WINDOW), offset))[-_LONGEST_NAME_WORDS:]
        if not words or words[-1].end() != offset:
            return None
        for first in range(len(words)):
            run = self._connected(words[first:])
            span = Span(words[first].start(), offset)
            if len(run) == len(words) - first and self._may_be_name(span):
                return Name(span)
        return None

    def is_demonym(self, span: Span) -> bool:
        """Say whether a word names a people: "Kazakh"."""
        return any(toponym.demonym for toponym in self.between(span.start, span.end))

    def towns_between(self, start: int, end: int) -> list[Name]:
        """Return the towns and villages named between two offsets, in order; no demonyms, no parts of an organisation's name."""
        names = [_name(t) for t in self.between(start, end) if not t.demonym and t.role is not Role.ORGANISATION]
        return [name for name in names if name.place is not None and not name.is_area]

    def capitalised_run_before(self, offset: int, start: int) -> Span | None:
        """Return the run of capitalised words that ends at an offset ("Gassan Logging Company"); None in text of one case."""
        if self.is_one_case(offset):
            return None
        begin = offset
        for word in reversed(list(_WORD.finditer(self.text, max(start, offset - _NAME_WINDOW), offset))):
            gap = self.text[word.end() : begin]
            if gap.strip() or not (word.group()[0].isupper() or (begin < offset and word.group() in NAME_PARTICLES)):
                break
            begin = word.start()
        while begin < offset and not self.text[begin].isupper():
            gap_at = self.text.find(" ", begin, offset)
            begin = gap_at + 1 if gap_at >= 0 else offset
        return Span(begin, offset) if begin < offset else None

    def is_one_case(self, offset: int) -> bool:
        """Say whether the sentence around an offset is all capitals or all small letters, so that case tells nothing."""
        sentence = self.sentence_at(offset)
        known = self._one_case.get(sentence.start)
        if known is None:
            letters = "".join(filter(str.isalpha, self.text[sentence.start : min(sentence.end, sentence.start + _CASE_WINDOW)]))
            capitals = sum(map(str.isupper, letters))
            known = capitals > _MOSTLY_CAPITALS * len(letters) or capitals <= _HARDLY_CAPITALS * len(letters)
            self._one_case[sentence.start] = known
        return known

    def _connected(self, words: list[re.Match[str]]) -> list[re.Match[str]]:
        """Return the words up to the first gap that is more than a space."""
        run = words[:1]
        for before, word in pairwise(words):
            if self.text[before.end() : word.start()].strip(" ") or (before.group().endswith(".") and len(before.group()) > 3):
                break
            run.append(word)
        return run

    def _may_be_name(self, span: Span) -> bool:
        """Say whether words may be taken for a place name: written like one, no everyday word, and known to the gazetteer."""
        written = span.of(self.text)
        words = [word.lower() in NO_NAMES for word in written.split()]
        one_case = self.is_one_case(span.start)
        if len(written) < 4 or words[0] or all(words) or (one_case and words[-1]):
            return False
        if not written[0].isupper() and not one_case:
            return False
        return self.gazetteer.knows(written)


def _name(toponym: Toponym) -> Name:
    return Name(toponym.span, toponym.place, toponym.confidence or 0.0, toponym.is_rejected)


def _without_stop(word: re.Match[str]) -> int:
    """Return where a word ends without the full stop, apostrophe and possessive s behind it."""
    written = word.group().rstrip(".'’‘`-")
    for ending in ("'s", "’s"):
        written = written.removesuffix(ending)
    return word.start() + len(written)
