"""Cut a text into words, numbers and marks, each with its offsets, in every script."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import cache

from mapapp.report.abbreviations import KNOWN, NUMBERED
from mapapp.report.report import Span

HYPHENS = "-\u2010\u2011"
"""Hyphen-minus, hyphen, no-break hyphen. A dash between words is a token of its own."""
APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
_HYPHEN = re.compile(f"[{re.escape(HYPHENS)}]")
# Combining marks of all scripts in use lie below this code point.
_LAST_MARK = 0x1F000


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark. ``text`` is the span's text, unchanged."""

    span: Span
    text: str

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
        if not self.is_word or not _HYPHEN.search(self.text):
            return (self,)
        found = []
        position = 0
        for piece in _HYPHEN.split(self.text):
            if piece:
                start = self.span.start + position
                found.append(Token(Span(start, start + len(piece)), piece))
            position += len(piece) + 1
        return tuple(found)


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, in order. No character but white space lies outside them.

    "U.S.", "W.Va.", "St.", "a.m." keep their stops; a possessive ending is a token of its own ("Aktobe", "'s"); "Xi'an",
    "N'Djamena" and "Port-au-Prince" stay whole; "100km" is two. Scripts without spaces (Chinese, Thai) give one token per run of letters.
    """
    found: list[Token] = []
    done = 0
    for match in _pattern().finditer(text):
        start, end = max(match.start(), done), match.end()
        if start >= end:  # the stop of an abbreviation, taken already
            continue
        if match.lastgroup == "word":
            end = _with_its_stop(text, start, end)
            cut = _possessive(text, start, end)
            if cut < end:
                found.append(Token(Span(start, cut), text[start:cut]))
                start = cut
        done = end
        found.append(Token(Span(start, end), text[start:end]))
    return tuple(found)


def _with_its_stop(text: str, start: int, end: int) -> int:
    """Return the end of the word, behind its full stop where it is a known abbreviation ("St.", "Calif.", "No." before a number)."""
    if text[end : end + 1] != "." or end - start > 6:
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
    """Compile the tokens' pattern. No part can match the same text in two ways, so that its time is linear."""
    marks = "".join(chr(code) for code in range(0x300, min(_LAST_MARK, sys.maxunicode)) if unicodedata.category(chr(code))[0] == "M")
    letter = rf"(?:[^\W\d_]|[{_ranges(marks)}{_JOINERS}])"
    inner = f"[{re.escape(HYPHENS)}{APOSTROPHES}]"
    return re.compile(
        rf"(?P<dotted>[^\W\d_]\.(?:[^\W\d_]{{1,2}}\.){{1,6}}(?![^\W_])|[A-Z]\.[A-Z][a-z]{{1,3}}\.)"
        rf"|(?P<word>[^\W\d_]{letter}*+(?:{inner}(?:{letter}|\d)++)*+)"
        r"|(?P<number>\d++(?:[.,'\u2019\u066b\u066c]\d++)*+(?:(?:st|nd|rd|th)\b)?)"
        r"|(?P<marks>\.{2,}|-{2,}|'{2,}|`{2,}|\S)"
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
