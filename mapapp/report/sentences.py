"""Split a report into sentences, in one pass whose time grows with its length alone.

Written for news as it comes: abbreviations and initials, decimals, quotes behind the stop, hard line breaks inside sentences, headlines
without a stop, wire copy in capitals. A splitter trained on clean prose does worse there, and none on offer promises linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from mapapp.report.abbreviations import MAY_END, MONTHS, NUMBERED, PLACE_WORDS, STARTERS, STATES, TITLES, WEEKDAYS
from mapapp.report.lines import paragraphs
from mapapp.report.report import Span

_CLOSERS = "\"'”’»›)\\]}"
_OPENERS = "\"'“‘„«‹([{¿¡`"
# Looks ahead in the same step at what follows: the white space and, behind quotes and dashes, the next word.
_STOP = re.compile(
    rf"(?P<mark>[.!?…。！？｡؟۔।։]++)[{_CLOSERS}]*+"
    rf"(?=(?P<space>\s*+)[{_OPENERS}]{{0,6}}\s?[-–—•*]{{0,2}}\s?[{_OPENERS}]{{0,3}}(?P<next>[^\W_]{{0,24}}))"
)
_LETTERS = re.compile(r"[^\W\d_]*")
# Read from its end.
_WORD_BACKWARDS = re.compile(r"(?:[^\W_]|\.)*")
_STOPS_WITHOUT_SPACE = frozenset("。！？｡।")
_LONGEST_ABBREVIATION = 14
"""Characters, inner stops included."""
# White space, or the empty place behind a mark that no word holds.
_GAP = re.compile(r"\s+|(?<=[,;:()\[\]{}<>/|“”\"!?])(?=\S)")
# "5. Mai", "3. juni": in these languages a stop makes a number an ordinal.
_ORDINAL_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jänner januari februari mars maj augusti desember "
    "ledna února března dubna května června července srpna září října listopadu prosince tammikuuta helmikuuta maaliskuuta huhtikuuta "
    "toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta".split()
)


LONGEST_SENTENCE = 2_000
"""Characters. Longer ones are lists, tables and attacks; newspapers stay below a third of it."""


@lru_cache(maxsize=2)  # every floor asks for those of the one report being read
def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in order, without the white space around them.

    A blank line always ends a sentence, a single line break only where the line was cut short on purpose (see :mod:`lines`). No
    character but white space lies outside the sentences. What is longer than any sentence is cut between words.
    """
    lower_case_only = _has_no_capitals(text)
    found: list[Span] = []
    for paragraph in paragraphs(text):
        for sentence in _split(text, paragraph, lower_case_only=lower_case_only):
            if sentence.end - sentence.start <= LONGEST_SENTENCE:
                found.append(sentence)
            else:
                found.extend(_pieces(text, sentence))
    return tuple(found)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """Cut what is too long for a sentence, between words: rules that look at all of one then stay affordable on any text."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        gaps = list(_GAP.finditer(text, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE))
        gap = gaps[-1] if gaps else _GAP.search(text, start + LONGEST_SENTENCE, sentence.end)
        if gap is None:
            break
        yield Span(start, gap.start())
        start = gap.end()
    if start < sentence.end:
        yield Span(start, sentence.end)


def _split(text: str, paragraph: Span, *, lower_case_only: bool) -> list[Span]:
    """Split one paragraph, which holds no deliberate break."""
    found = []
    start, end = paragraph
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop, paragraph, lower_case_only=lower_case_only):
            found.append(Span(start, stop.end()))
            start = stop.end("space")
    if start < end:
        found.append(Span(start, end))
    return found


def _ends_sentence(text: str, stop: re.Match[str], paragraph: Span, *, lower_case_only: bool) -> bool:
    """Decide whether the stop that was found ends its sentence."""
    mark, space, word = stop.groups()
    if not space:
        return mark[-1] in _STOPS_WITHOUT_SPACE or _space_was_forgotten(text, stop, paragraph)
    if word and word[0].islower():
        # "“Stop!” he said"; a text without capitals has only its stops to go by.
        return lower_case_only and mark == "." and not _keeps_its_stop_in_lower_case(text, stop.start(), paragraph, word)
    return mark != "." or not _keeps_its_stop(text, stop.start(), paragraph, word)


def _space_was_forgotten(text: str, stop: re.Match[str], paragraph: Span) -> bool:
    """Recognise "the border.The town", which web pages are full of, but not "example.Com" or "U.S"."""
    start, end = stop.span()
    if not text[end].isupper():
        return False
    before = text[max(paragraph.start, start - 3) : start]
    if len(before) < 3 or not (before.isalpha() and before[1:].islower()):
        return False
    word = _LETTERS.match(text, end, min(paragraph.end, end + 12))
    return word is not None and word.group().casefold() in STARTERS and not word.group().isupper()


def _keeps_its_stop(text: str, stop: int, paragraph: Span, following: str) -> bool:
    """Say whether the word before the stop is an abbreviation and its sentence goes on with the following word."""
    word = _word_before(text, stop, paragraph.start)
    if not word or (len(word) > _LONGEST_WITHOUT_STOP and "." not in word):
        return False
    starter = following.casefold() in STARTERS
    number_follows = following[:1].isdigit()
    capitals = word if not word.isupper() or len(word) == 1 else word.capitalize()
    if word.isdigit():
        return len(word) <= 2 and (following.casefold() in _ORDINAL_MONTHS or stop - paragraph.start == len(word))
    if capitals in TITLES:
        return True
    if word.casefold() in _NUMBERED_FOLDED:
        return number_follows
    if capitals in MONTHS:
        return number_follows or not starter
    if len(word) == 1 and word.isalpha():
        # An initial ("J. Smith"), unless a sentence plainly begins ("Plan B. The …").
        return word.isupper() and not (starter and len(following) > 1)
    if word.casefold() in _HOURS and text[stop + 1 : stop + 3].strip() in _DASHES:
        return True  # "4:30 p.m. - A van": an entry of a log goes on behind its hour
    if "." in word or capitals in _MAY_END or word in MAY_END:
        return not starter
    return False


def _keeps_its_stop_in_lower_case(text: str, stop: int, paragraph: Span, following: str) -> bool:
    """Say the same of a text without capitals, where any abbreviation is taken to go on."""
    word = _word_before(text, stop, paragraph.start)
    known = "." in word or len(word) == 1 or word.capitalize() in _BEFORE_NAMES or word in MAY_END
    return known or _keeps_its_stop(text, stop, paragraph, following)


_HOURS = frozenset({"a.m", "p.m"})
_DASHES = frozenset({"-", "–", "—", "--"})
_BEFORE_NAMES = TITLES | PLACE_WORDS
_MAY_END = PLACE_WORDS | STATES | MAY_END | WEEKDAYS
_LONGEST_WITHOUT_STOP = max(map(len, TITLES | MONTHS | NUMBERED | _MAY_END))
_NUMBERED_FOLDED = frozenset(word.casefold() for word in NUMBERED)


def _word_before(text: str, stop: int, start: int) -> str:
    """Return the word that ends at the stop, its inner stops included ("U.S"), or "" where it is longer than any abbreviation."""
    floor = max(start, stop - _LONGEST_ABBREVIATION)
    found = _WORD_BACKWARDS.match(text[floor:stop][::-1])
    position = stop - found.end() if found else stop
    if position == floor > start:
        return ""
    return text[position:stop].strip(".")


def _has_no_capitals(text: str) -> bool:
    """Say whether the text is written without capitals, as chat and transcripts are (judged by its first 20,000 characters)."""
    sample = text[:20_000]
    # One capital in 200 is too many, and nearly every text has so many in its first lines.
    too_many = len(sample) // 200 + 1
    upper = sum(1 for _ in islice(filter(str.isupper, sample), too_many))
    if upper == too_many:
        return False
    lower = sum(map(str.islower, sample))
    return lower > 40 and upper * 200 < lower
