"""Cut a text into words, numbers and marks, each with its offsets, in every script."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from mapapp.report.abbreviations import KNOWN, NUMBERED
from mapapp.report.report import Span

HYPHENS = "-\u2010\u2011"
"""Hyphen-minus, hyphen, no-break hyphen. A dash between words is a token of its own."""
APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"
_LETTER_APOSTROPHE = "\u02bc"
"""The apostrophe that Unicode counts among the letters."""
_new = tuple.__new__
"""Makes a Token from its fields without a call of Python code, which is most of the cost where there are hundreds."""
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
_HYPHEN = re.compile(f"[{re.escape(HYPHENS)}]")
# Combining marks of all scripts in use lie below this code point.
_LAST_MARK = 0x1F000
_LONGEST_ABBREVIATION = 6


class Token(NamedTuple):
    """A word, a number or a mark. ``text`` is what stands between ``start`` and ``end``, unchanged."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands. Made anew each time: ask ``start`` and ``end`` where many tokens are looked at."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter of any script."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit of any script."""
        return self.text[0].isdigit()

    @property
    def parts(self) -> tuple[Token, ...]:
        """The words of a hyphenated word ("Kazakh-Russian": two); just itself for any other token."""
        if self.text.isalpha() or not self.is_word or not _HYPHEN.search(self.text):
            return (self,)
        found = []
        start = self.start
        for piece in _HYPHEN.split(self.text):
            if piece:
                found.append(Token(piece, start, start + len(piece)))
            start += len(piece) + 1
        return tuple(found)


@lru_cache(maxsize=2)  # every floor asks for those of the one report being read
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, in order. No character but white space lies outside them.

    "U.S.", "W.Va.", "St.", "a.m." keep their stops; a possessive ending is a token of its own ("Aktobe", "'s"); "Xi'an",
    "N'Djamena" and "Port-au-Prince" stay whole; "100km" is two. Scripts without spaces (Chinese, Thai) give one token per run of letters.
    """
    found: list[Token] = []
    add, find, pattern = found.append, text.find, _pattern()
    end = 0
    for chunk in text.split():
        start = find(chunk, end)
        end = start + len(chunk)
        # Three of four are plain words: no need to look at them with the pattern.
        if chunk.isalpha() and _LETTER_APOSTROPHE not in chunk:
            add(_new(Token, (chunk, start, end)))
            continue
        for match in pattern.finditer(text, start, end):
            if match.lastindex is None:
                add(_new(Token, (match[0], *match.span())))
            else:
                found.extend(_with_endings(text, match))
    return tuple(found)


def _with_endings(text: str, match: re.Match[str]) -> list[Token]:
    """Return a word, its possessive ending and the stops behind it. A known abbreviation keeps the first stop."""
    start, end = match.span()
    word_end = end if match["stops"] is None else _with_its_stop(text, start, match.start("stops"))
    cut = _possessive(text, start, word_end)
    found = [Token(text[start:cut], start, cut)]
    if cut < word_end:
        found.append(Token(text[cut:word_end], cut, word_end))
    if word_end < end:
        found.append(Token(text[word_end:end], word_end, end))
    return found


def _with_its_stop(text: str, start: int, end: int) -> int:
    """Return the end of the word, behind its full stop where it is a known abbreviation ("St.", "Calif.", "No." before a number)."""
    if end - start > _LONGEST_ABBREVIATION:
        return end
    word = text[start:end]
    if word in KNOWN or (len(word) > 1 and word.isupper() and word.capitalize() in KNOWN):
        return end + 1
    if word.capitalize() in NUMBERED and text[end + 1 : end + 4].lstrip()[:1].isdigit():
        return end + 1
    return end + 1 if len(word) == 1 and word.isupper() and text[end + 1 : end + 2].isspace() else end


def _possessive(text: str, start: int, end: int) -> int:
    """Return where a possessive ending begins, or the end of the word."""
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in APOSTROPHES:
        return end - 2
    return end


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the tokens' pattern. No part can match the same text in two ways, so that its time is linear.

    Only words to look at twice have a group: "stops" where full stops follow, an empty one behind a possessive ending.
    """
    marks = "".join(chr(code) for code in range(0x300, min(_LAST_MARK, sys.maxunicode)) if unicodedata.category(chr(code))[0] == "M")
    mark = f"[{_ranges(marks)}{_JOINERS}]"
    inner = f"[{re.escape(HYPHENS)}{APOSTROPHES}]"
    return re.compile(
        r"[^\W\d_]\.(?:[^\W\d_]{1,2}\.){1,6}(?![^\W_])|[A-Z]\.[A-Z][a-z]{1,3}\."
        rf"|[^\W\d_]+(?:{mark}(?:[^\W\d_]|{mark})*)?(?:{inner}(?:[^\W_]|{mark})+)*(?:(?P<stops>\.+)|(?<=[{APOSTROPHES}][sS])())?"
        r"|\d+(?:[.,'\u2019\u066b\u066c]\d+)*(?:(?:st|nd|rd|th)\b)?"
        r"|\.{2,}|-{2,}|'{2,}|`{2,}|\S"
    )


def _ranges(characters: str) -> str:
    """Write a sorted run of characters as the inside of a character class."""
    pieces = []
    first = last = ord(characters[0])
    for code in [*map(ord, characters[1:]), 0]:
        if code == last + 1:
            last = code
            continue
        pieces.append(f"\\U{first:08x}-\\U{last:08x}")
        first = last = code
    return "".join(pieces)
