"""Propose every stretch of text that bears a name the gazetteer knows; refusing is the recognizer's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gazetteer import Gazetteer
from mapapp.report.report import Span
from mapapp.report.tokens import Token
from mapapp.toponyms.vocabulary import ARTICLES, CALENDAR

MAX_WORDS = 6
"""The longest names of places that reports use have six words ("Saint Vincent and the Grenadines" has five)."""

POSSESSIVES = frozenset({"'s", "’s"})

MAX_PARTS = 6
"""Hyphenated words with more parts are no compounds of names."""

CJK_MAX_CHARACTERS = 6


class Form(StrEnum):
    """How a place is named."""

    NAME = "name"
    DEMONYM = "demonym"
    ABBREVIATION = "abbreviation"
    STATE_CODE = "state_code"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a place name: tokens ``first`` to ``last`` (inclusive), or a part of one token."""

    span: Span
    text: str
    first: int
    last: int
    form: Form
    caseless: bool
    """Whether it stands in a line without case distinction, where a capital proves nothing."""


def propose(text: str, tokens: Sequence[Token], caseless: Sequence[bool], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield all candidates, nested ones too, in the order of their starts.

    ``caseless`` tells for each token whether its line is written without case distinction (all capitals, or no capitals at all).
    """
    for first, token in enumerate(tokens):
        if _may_start_a_name(token.text, caseless=caseless[first]):
            yield from _runs(text, tokens, first, gazetteer, caseless=caseless[first])
            yield from _single(tokens, first, gazetteer, caseless=caseless[first])
            yield from _parts(token, first, gazetteer, caseless=caseless[first])


def _may_start_a_name(word: str, *, caseless: bool) -> bool:
    letter = word[0]
    if not letter.isalpha():
        return letter in "‘’ʿʾ'" and len(word) > 1 and word[1].isupper()
    return caseless or letter.isupper() or letter.lower() == letter.upper()


def _runs(text: str, tokens: Sequence[Token], first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    start = tokens[first].span.start
    for last in range(first, min(first + MAX_WORDS, len(tokens))):
        if last > first and not _joined(text, tokens[last - 1], tokens[last]):
            return
        if tokens[last].text.lower() in POSSESSIVES and last > first:
            continue  # "Cox's Bazar": the ending may stand inside a name, never at its end
        if not tokens[last].text[0].isalnum():
            return
        if not caseless and not _has_capital(tokens[last].text):
            continue
        end = tokens[last].span.end
        name = text[start:end]
        if last > first and tokens[first].text.lower() in ARTICLES and not _keeps_its_article(name, gazetteer):
            continue
        if (last > first or name.lower() not in CALENDAR) and gazetteer.knows(_unabbreviated(name)):
            yield Candidate(Span(start, end), name, first, last, Form.NAME, caseless)


def _has_capital(word: str) -> bool:
    """Say whether a word may end a name: "al-Mandeb" may, "mill" may not; scripts without case always may."""
    return any(letter.isupper() for letter in word) or word[0].lower() == word[0].upper()


def _keeps_its_article(name: str, gazetteer: Gazetteer) -> bool:
    """Say whether the article belongs to the name, as in "The Hague" or "La Paz"; "The Mill" is a mill."""
    article = name.partition(" ")[0].lower()
    return any(place.name.lower().startswith(f"{article} ") for place in gazetteer.lookup(name)[:1])


def _joined(text: str, left: Token, right: Token) -> bool:
    """Say whether nothing but blanks or a line break stands between two tokens."""
    between = text[left.span.end : right.span.start]
    return len(between) <= 3 and not between.strip() and between.count("\n") <= 1


_LONG_FORM = {"st": "Saint", "ste": "Sainte", "mt": "Mount", "ft": "Fort"}


def _unabbreviated(name: str) -> str:
    head, blank, rest = name.partition(" ")
    return f"{_LONG_FORM[key]} {rest}" if blank and (key := head.rstrip(".").lower()) in _LONG_FORM else name


def _single(tokens: Sequence[Token], first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    token = tokens[first]
    pair = f"{token.text} {tokens[first + 1].text}" if first + 1 < len(tokens) else ""
    if pair and gazetteer.demonym(_title_case(pair) if caseless else pair):
        yield Candidate(Span(token.span.start, tokens[first + 1].span.end), pair, first, first + 1, Form.DEMONYM, caseless)
    if gazetteer.demonym(_title_case(token.text) if caseless else token.text):
        yield Candidate(token.span, token.text, first, first, Form.DEMONYM, caseless)
    if gazetteer.abbreviation(token.text):
        yield Candidate(token.span, token.text, first, first, Form.ABBREVIATION, caseless)
    elif gazetteer.postal_code_of_state(token.text):
        yield Candidate(token.span, token.text, first, first, Form.STATE_CODE, caseless)


def _title_case(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:].lower() for word in words.split(" "))


def _parts(token: Token, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    """Look inside "Moscow-based" and "Kazakh-Russian", and inside a run of characters of a script without blanks."""
    parts = token.parts
    if 1 < len(parts) <= MAX_PARTS:
        for part in parts:
            if len(part.text) > 1 and (caseless or part.text[0].isupper()):
                yield from _part(part, first, gazetteer, caseless=caseless)
    elif _is_cjk(token.text[0]):
        for start in range(len(token.text)):
            for end in range(min(len(token.text), start + CJK_MAX_CHARACTERS), start + 1, -1):
                if gazetteer.knows(token.text[start:end]):
                    yield Candidate(
                        Span(token.span.start + start, token.span.start + end), token.text[start:end], first, first, Form.NAME, caseless
                    )
                    break


def _part(part: Token, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    if gazetteer.demonym(part.text):
        yield Candidate(part.span, part.text, first, first, Form.DEMONYM, caseless)
    elif gazetteer.abbreviation(part.text):
        yield Candidate(part.span, part.text, first, first, Form.ABBREVIATION, caseless)
    elif part.text.lower() not in CALENDAR and gazetteer.knows(part.text):
        yield Candidate(part.span, part.text, first, first, Form.NAME, caseless)


def _is_cjk(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"
