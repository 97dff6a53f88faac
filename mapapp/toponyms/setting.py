"""The setting of a toponym: the words of its sentence on both sides, the list it stands in, and what governs it.

Rules about roles look at settings, never at the raw text: a name in a list ("in Gao, Kidal and Mopti") is governed by what governs the
list, and small words between a preposition and its name ("in the northern town of") are passed over once, here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.report.report import Dateline, Span
from mapapp.report.sentences import sentences
from mapapp.report.tokens import Token, tokens
from mapapp.toponyms.setting_words import (
    COMPASS,
    IRREGULAR_PAST,
    KIND_NOUNS,
    LENGTH_UNITS,
    MEASURE_WORDS,
    NO_ADJECTIVES_BEFORE,
    NO_PAST,
    PART_NOUNS,
    PREPOSITIONS,
    SCENE_PREPOSITIONS,
    SMALL_MODIFIERS,
    SPEECH_VERBS,
    UNDERGOING_VERBS,
)
from mapapp.toponyms.toponym import Toponym
from mapapp.toponyms.vocabulary import ARTICLES

REACH = 24
"""As many words on each side are looked at; cues stand closer."""

_LIST_WORDS = frozenset({",", "and", "or", "&", "/", ";", "plus", "nor", "but", "also", "as", "well", "both"})
_LIST_LINKS = frozenset({",", "and", "or", "&", "/", "nor", "plus"})
_ENDS_OF_MEASURES = COMPASS | LENGTH_UNITS | {"far", "away"}
_POSSESSIVES = frozenset({"'s", "’s", "'S", "’S"})
_QUOTES = frozenset("\"'“”‘’«»()[]")


@dataclass(frozen=True, slots=True)
class Setting:
    """A toponym in its sentence. Words are in lower case, marks are words of their own, and all stretches are in the order of the text.

    Attributes
    ----------
    left, right
        The words before the list that the name stands in, and those behind the name; ``left_written`` and ``written`` as written.
    behind
        The words behind the whole list.
    glued
        The rest of the name's own word ("-backed").
    governor
        The word that governs the list ("in", "hit"); "" at the start of a sentence.
    head
        The words before the governor.
    passed
        The words between the governor and the list ("the northern town of").
    position, members
        The place in the list, and its length.
    previous
        The number of the toponym before in the sentence; None where it is the first.
    gap
        The words between that one and this.
    begin, end
        Where the name begins and ends, counted in words of the sentence.
    """

    toponym: Toponym
    sentence: Span
    left: tuple[str, ...]
    left_written: tuple[str, ...]
    right: tuple[str, ...]
    written: tuple[str, ...]
    behind: tuple[str, ...]
    glued: str
    governor: str
    head: tuple[str, ...]
    passed: tuple[str, ...]
    position: int
    members: int
    in_capitals: bool
    previous: int | None
    gap: tuple[str, ...]
    begin: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether nothing but articles stands between the name and what governs it."""
        return all(word in ARTICLES for word in self.passed)

    @property
    def follows_name(self) -> bool:
        """Whether another toponym stands right before what governs the name: "from Vigo off Brest"."""
        return self.previous is not None and self.position == 0 and len(self.gap) == len(self.passed) + 1

    @property
    def measure(self) -> tuple[str, ...]:
        """The words of a distance or direction that is counted from the name ("20 km west"), in front of "of" or "from"."""
        if self.governor not in {"of", "from"} or not self.head or self.head[-1] not in _ENDS_OF_MEASURES:
            return ()
        return measure_at_end(self.head)

    @property
    def starts_line(self) -> bool:
        """Whether the sentence begins with the list: nothing but marks and words of kind stands before it."""
        return all(not word.isalnum() or word in SMALL_MODIFIERS or word == "of" for word in self.left)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as words."""

    span: Span
    written: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    in_capitals: bool


def settings_of(text: str, toponyms: Sequence[Toponym], dateline: Dateline | None = None) -> list[Setting]:
    """Return the setting of each toponym, in their order; the dateline is no part of the first sentence."""
    lines = _lines(text, toponyms, 0 if dateline is None else dateline.end)
    return [setting for line, members in lines for setting in _settings(text, line, members, toponyms)]


def _lines(text: str, toponyms: Sequence[Toponym], begin: int) -> Iterator[tuple[_Line, list[int]]]:
    """Yield each sentence that holds toponyms, with their numbers; what stands before ``begin`` is a sentence of its own."""
    if not toponyms:
        return
    words = tokens(text)
    starts = [word.start for word in words]
    spans = [part for span in sentences(text) for part in _cut(span, begin)]
    ends = [span.end for span in spans]
    by_sentence: dict[int, list[int]] = {}
    for number, toponym in enumerate(toponyms):
        by_sentence.setdefault(min(bisect_right(ends, toponym.span.start), len(spans) - 1), []).append(number)
    for at, members in by_sentence.items():
        span = spans[at]
        yield _line(text, span, words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]), members


def _cut(span: Span, at: int) -> tuple[Span, ...]:
    """Return the span in two where the offset lies inside it."""
    return (Span(span.start, at), Span(at, span.end)) if span.start < at < span.end else (span,)


def _line(text: str, span: Span, words: Sequence[Token]) -> _Line:
    written = tuple([word.text for word in words])
    sentence = span.of(text)
    return _Line(
        span=span,
        written=written,
        lows=tuple(["'s" if word in _POSSESSIVES else word.lower() for word in written]),
        starts=tuple([word.start for word in words]),
        ends=tuple([word.end for word in words]),
        in_capitals=sentence.upper() == sentence,
    )


def _settings(text: str, line: _Line, members: Sequence[int], toponyms: Sequence[Toponym]) -> Iterator[Setting]:
    """Yield the settings of one sentence's toponyms, lists put together."""
    places = [_place_in(line, toponyms[number].span) for number in members]
    gaps = [(), *(line.lows[places[i - 1][1] : places[i][0]] for i in range(1, len(places)))]
    for group in _groups(line, places, [toponyms[number].demonym for number in members]):
        first, last = places[group[0]][0], places[group[-1]][1]
        governor_at = _governor_at(line.lows, first)
        for position, i in enumerate(group):
            begin, end = places[i]
            toponym = toponyms[members[i]]
            yield Setting(
                toponym=toponym,
                sentence=line.span,
                left=line.lows[max(0, first - REACH) : first],
                left_written=line.written[max(0, first - REACH) : first],
                right=line.lows[end : end + REACH],
                written=line.written[end : end + REACH],
                behind=line.lows[last : last + REACH],
                glued=text[toponym.span.end : line.ends[end - 1]].lower() if end else "",
                governor=line.lows[governor_at] if governor_at >= 0 else "",
                head=line.lows[max(0, governor_at - REACH) : max(0, governor_at)],
                passed=line.lows[governor_at + 1 : first],
                position=position,
                members=len(group),
                in_capitals=line.in_capitals,
                previous=members[i - 1] if i else None,
                gap=gaps[i],
                begin=begin,
                end=end,
            )


def _place_in(line: _Line, span: Span) -> tuple[int, int]:
    """Return the first word of a stretch and the one behind its last."""
    begin = max(0, bisect_right(line.starts, span.start) - 1)
    return begin, max(begin + 1, bisect_left(line.starts, span.end))


def _groups(line: _Line, places: Sequence[tuple[int, int]], demonym: Sequence[bool]) -> list[list[int]]:
    """Put the names together that are members of one list."""
    groups: list[list[int]] = []
    for i, (begin, end) in enumerate(places):
        gap = line.lows[places[i - 1][1] : begin] if i else ()
        only_comma = gap[:1] == (",",) and _LIST_LINKS.isdisjoint(gap[1:])
        if groups and demonym[i - 1] == demonym[i] and _is_list_gap(gap) and not (only_comma and _begins_clause(line.lows[end : end + 2])):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _begins_clause(behind: Sequence[str]) -> bool:
    """Say whether a verb follows: "near Abqaiq, Riyadh said" and "unlike Rwanda, Sudan has" are no lists."""
    return bool(behind) and (behind[0] in SPEECH_VERBS or behind[0] in UNDERGOING_VERBS or is_past(behind[0]))


def _is_list_gap(gap: Sequence[str]) -> bool:
    """Say whether the words between two names make them members of one list: ", the town of", "and", "province and", "(12 dead),"."""
    words = [
        word
        for word in _without_brackets(gap)
        if not word.isdigit() and word not in KIND_NOUNS and word not in ARTICLES and word not in _QUOTES
    ]
    parts = PART_NOUNS if "the" in gap else PART_NOUNS - COMPASS
    words = [word for i, word in enumerate(words) if not i or (word != "of" and word not in parts)]
    return 0 < len(words) <= 4 and all(word in _LIST_WORDS for word in words) and any(word in _LIST_LINKS for word in words)


def _without_brackets(gap: Sequence[str]) -> list[str]:
    """Leave out what stands in round brackets."""
    kept, depth = [], 0
    for word in gap:
        depth += word == "("
        if not depth:
            kept.append(word)
        depth -= word == ")" and depth > 0
    return kept


def _governor_at(lows: Sequence[str], first: int) -> int:
    """Return where the word stands that governs a name beginning at ``first``; -1 where nothing does."""
    at = first - 1
    while at >= 0:
        word = lows[at]
        if word in SMALL_MODIFIERS or word in _QUOTES or "-" in word[1:-1] or _is_count(word):
            at -= 1
        elif word == "of" and at and _leaves_the_scene(lows, at - 1):
            at = _before_noun(lows, at - 1)
        elif _is_adjective(lows, at):
            at -= 1
        else:
            break
    return at


def _is_adjective(lows: Sequence[str], at: int) -> bool:
    """Say whether a word between a preposition and the name only describes it: "in impoverished Mayo", "near the besieged"."""
    word = lows[at]
    if at == 0 or not word.isalpha() or word in PREPOSITIONS or word in NO_ADJECTIVES_BEFORE:
        return False
    return lows[at - 1] in SCENE_PREPOSITIONS or (at > 1 and lows[at - 1] in ARTICLES and lows[at - 2] in SCENE_PREPOSITIONS)


def _before_noun(lows: Sequence[str], noun: int) -> int:
    """Return where the words before a noun's own adjectives end: "in the bustling lakeside town of" is "in", whatever the town is like."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        if lows[at] in ARTICLES:
            return at
        if lows[at] in PREPOSITIONS:
            return at
        if not lows[at].isalpha() or is_past(lows[at]):
            break
    return noun - 1


def _is_count(word: str) -> bool:
    """Say whether a word is a small number in figures; four figures may be a year."""
    return word.isdigit() and len(word) < 3


def _leaves_the_scene(lows: Sequence[str], at: int) -> bool:
    """Say whether the noun before "of" leaves the place what it is; "north of" does only with an article."""
    word = lows[at]
    if word in COMPASS or word == "capital":
        return at > 0 and lows[at - 1] in {"the", "far"} and not (at > 1 and lows[at - 2] == "to")
    return word in KIND_NOUNS or word in PART_NOUNS


def measure_at_end(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a distance or direction with which a stretch ends."""
    at = len(words)
    while at and (words[at - 1] in MEASURE_WORDS or words[at - 1].replace(".", "").replace(",", "").isdigit()):
        at -= 1
    return tuple(words[at:])


def is_past(word: str) -> bool:
    """Say whether a word is the past form or participle of a verb, by its ending or from the list of irregular ones."""
    return word in IRREGULAR_PAST or (len(word) > 4 and word.endswith("ed") and word not in NO_PAST)
