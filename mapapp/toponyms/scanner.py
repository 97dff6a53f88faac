"""Propose every stretch of text that may be a place name; refusing is the recognizer's work.

Proposed are all stretches the gazetteer knows, nested ones too, the short forms of its tables, and capitalised stretches that it does not
know where a word beside or inside them speaks of a place ("the Tarkwa River", "in Qarabulaq").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from gazetteer import Gazetteer
from gazetteer.names import fold
from mapapp.report.report import Span
from mapapp.report.tokens import Token
from mapapp.toponyms.page import MARGIN, Page
from mapapp.toponyms.vocabulary import ARTICLES, CALENDAR
from mapapp.toponyms.word_classes import BIT

MAX_WORDS = 6
"""The longest names of places that reports use have six words ("Saint Vincent and the Grenadines" has five)."""

POSSESSIVES = frozenset({"'s", "’s"})

MAX_PARTS = 6
"""Hyphenated words with more parts are no compounds of names."""

CJK_MAX_CHARACTERS = 6

INNER_WORDS = frozenset(
    "of and the de del della delle di da do dos das du des la las le les los el al as ash ad an ar at az et y e i am der den die dem "
    "van von im in on upon sur sous en aan op ob bei zu zur unter over under by s ibn bin bint abu wa ul ud es ez und og och na nad "
    "pri".split()
)
"""Words without a capital that stand inside names; a stretch ends at any other."""


class Form(StrEnum):
    """How a place is named."""

    NAME = "name"
    DEMONYM = "demonym"
    ABBREVIATION = "abbreviation"
    STATE_CODE = "state_code"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a place name: tokens ``first`` to ``last`` (inclusive), or a part of one token.

    ``key`` is the folded name under which the gazetteer knows it, "" where it does not.
    """

    span: Span
    text: str
    first: int
    last: int
    form: Form
    caseless: bool
    """Whether it stands in a line without case distinction, where a capital proves nothing."""
    key: str = ""

    @property
    def is_known(self) -> bool:
        """Whether some place bears it."""
        return bool(self.key)


def propose(page: Page, gazetteer: Gazetteer) -> list[Candidate]:
    """Return all candidates, nested ones too, in the order of their starts."""
    found: list[Candidate] = []
    caseless = page.caseless
    for first, word in enumerate(page.words):
        # Most words are lower-case Latin ones, and out at once.
        if (caseless[first] or not "a" <= word[0] <= "z") and _may_start_a_name(word, caseless=caseless[first]):
            found.extend(_runs(page, first, gazetteer, caseless=caseless[first]))
            found.extend(_short_forms(page, first, gazetteer, caseless=caseless[first]))
            found.extend(_parts(page.tokens[first], first, gazetteer, caseless=caseless[first]))
    known = {(c.first, c.last) for c in found}
    found.extend(c for c in _unknown_runs(page) if (c.first, c.last) not in known)
    return found


def _may_start_a_name(word: str, *, caseless: bool) -> bool:
    letter = word[0]
    if not letter.isalpha():
        return letter in "‘’ʿʾ'" and len(word) > 1 and word[1].isupper()
    return caseless or letter.isupper() or letter.lower() == letter.upper()


_LONG_FORM = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def _runs(page: Page, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    """Look up all stretches from one token on, in one walk down the names."""
    key, ends = _key_and_ends(page, first, caseless=caseless)
    start = page.tokens[first].start
    names = [(name, name) for name in gazetteer.names_at_start(key)]
    head, blank, rest = key.partition(" ")
    if blank and head in _LONG_FORM:
        long = f"{_LONG_FORM[head]} {rest}"
        shorter = len(long) - len(key)
        names += [(name, key[: len(name) - shorter]) for name in gazetteer.names_at_start(long) if len(name) > len(long) - len(rest)]
    seen = set()
    for name, written in names:
        last = ends.get(len(written))
        if last is None or last in seen or not _may_end_a_name(page, first, last, caseless=caseless):
            continue
        end = page.tokens[last].end
        text = page.text[start:end]
        if last > first and page.lower[first] in ARTICLES and not _keeps_its_article(text, gazetteer):
            continue
        seen.add(last)
        yield Candidate(Span(start, end), text, first, last, Form.NAME, caseless, name)


def _key_and_ends(page: Page, first: int, *, caseless: bool) -> tuple[str, dict[int, int]]:
    """Return the folded text from a token on, and for each length at which a token ends in it that token."""
    tokens, words, folded = page.tokens, page.words, page.folded
    key = folded[first]
    ends = {len(key): first}
    end = tokens[first].end
    for last in range(first + 1, min(first + MAX_WORDS, len(tokens))):
        gap = tokens[last].start - end
        if gap > 3 or (gap > 1 and page.breaks[MARGIN + last]):
            break
        word = words[last]
        if not word[0].isalnum() and page.lower[last] not in POSSESSIVES:
            break
        if not caseless and "a" <= word[0] <= "z" and word not in INNER_WORDS and not _has_capital(word):
            break
        key = f"{key} {folded[last]}" if gap else key + folded[last]
        end = tokens[last].end
        ends.setdefault(len(key), last)
    return key, ends


def _may_end_a_name(page: Page, first: int, last: int, *, caseless: bool) -> bool:
    word = page.words[last]
    if last > first and word.lower() in POSSESSIVES:
        return False  # "Cox's Bazar": the ending may stand inside a name, never at its end
    if not caseless and not _has_capital(word):
        return False
    return last > first or word.lower().rstrip(".") not in CALENDAR


def _has_capital(word: str) -> bool:
    """Say whether a word may end a name: "al-Mandeb" may, "mill" may not; scripts without case always may."""
    return word[0].lower() == word[0].upper() or any(letter.isupper() for letter in word)


def _keeps_its_article(name: str, gazetteer: Gazetteer) -> bool:
    """Say whether the article belongs to the name, as in "The Hague" or "La Paz"; "The Mill" is a mill."""
    article = name.partition(" ")[0].lower()
    bearers = gazetteer.bearers(name)[:1]
    return any(gazetteer.place_at(row).name.lower().startswith(f"{article} ") for row, _ in bearers)


def _short_forms(page: Page, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    """Look up demonyms of one and two words, abbreviations and codes of states."""
    word, start, end = page.tokens[first]
    if first + 1 < len(page) and page.words[first + 1][0].isalpha():
        pair = f"{word} {page.words[first + 1]}"
        if gazetteer.is_demonym(title_case(pair) if caseless else pair):
            span = Span(start, page.tokens[first + 1].end)
            yield Candidate(span, span.of(page.text), first, first + 1, Form.DEMONYM, caseless, fold(pair))
    if gazetteer.is_demonym(title_case(word) if caseless else word):
        yield Candidate(Span(start, end), word, first, first, Form.DEMONYM, caseless, page.folded[first])
    if gazetteer.is_abbreviation(word):
        yield Candidate(Span(start, end), word, first, first, Form.ABBREVIATION, caseless, page.folded[first])
    elif gazetteer.is_state_code(word):
        yield Candidate(Span(start, end), word, first, first, Form.STATE_CODE, caseless, page.folded[first])


def title_case(words: str) -> str:
    """Write each word with a capital and lower-case letters behind it, as the table of demonyms does."""
    return " ".join(word[:1].upper() + word[1:].lower() for word in words.split())


def _parts(token: Token, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    """Look inside "Moscow-based" and "Kazakh-Russian", and inside a run of characters of a script without blanks."""
    if token.text.isascii() and "-" not in token.text:
        return  # nearly all words
    parts = token.parts
    if 1 < len(parts) <= MAX_PARTS:
        for part in parts:
            if len(part.text) > 1 and (caseless or part.text[0].isupper()):
                yield from _part(part, first, gazetteer, caseless=caseless)
    elif _is_cjk(token.text[0]):
        yield from _cjk_names(token, first, gazetteer, caseless=caseless)


def _part(part: Token, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    key = fold(part.text)
    if gazetteer.is_demonym(part.text):
        yield Candidate(part.span, part.text, first, first, Form.DEMONYM, caseless, key)
    elif gazetteer.is_abbreviation(part.text):
        yield Candidate(part.span, part.text, first, first, Form.ABBREVIATION, caseless, key)
    elif part.text.lower() not in CALENDAR and gazetteer.bearers_of_key(key):
        yield Candidate(part.span, part.text, first, first, Form.NAME, caseless, key)


def _cjk_names(token: Token, first: int, gazetteer: Gazetteer, *, caseless: bool) -> Iterator[Candidate]:
    for start in range(len(token.text)):
        for end in range(min(len(token.text), start + CJK_MAX_CHARACTERS), start + 1, -1):
            text = token.text[start:end]
            key = fold(text)
            if gazetteer.bearers_of_key(key):
                at = token.start
                yield Candidate(Span(at + start, at + end), text, first, first, Form.NAME, caseless, key)
                break


def _is_cjk(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


_SMALL_WORDS = frozenset("of de del la las los el al der den van von da do dos du des le les".split())
"""Words that stand inside a name without a capital ("Rio de Janeiro")."""

_SPEAKS_OF_A_PLACE_INSIDE = BIT["street"] | BIT["water_or_land"] | BIT["type_after"] | BIT["thing_named_for_a_place"] | BIT["settlement"]
_SPEAKS_OF_A_PLACE_BEFORE = BIT["strong_preposition"] | BIT["weak_preposition"] | BIT["direction"] | BIT["of"] | BIT["movement"]
_SPEAKS_OF_A_PLACE_BEHIND = BIT["type_after"] | BIT["settlement"] | BIT["comma"] | BIT["strong_preposition"]


def _unknown_runs(page: Page) -> Iterator[Candidate]:
    """Yield whole capitalised runs that have a word beside or inside them that speaks of a place."""
    code = page.code.tolist()
    for first, last in _capitalised_runs(page):
        span = Span(page.tokens[first].start, page.tokens[last].end)
        inside = any(code[MARGIN + at] & _SPEAKS_OF_A_PLACE_INSIDE for at in range(first, last + 1))
        before = code[MARGIN + first - 1]
        if before & BIT["article"] and first:
            before |= code[MARGIN + first - 2]
        if (inside and last > first) or before & _SPEAKS_OF_A_PLACE_BEFORE or code[MARGIN + last + 1] & _SPEAKS_OF_A_PLACE_BEHIND:
            yield Candidate(span, span.of(page.text), first, last, Form.NAME, caseless=False)


def _capitalised_runs(page: Page) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each run of capitalised words, small words inside included, of at most ``MAX_WORDS`` tokens."""
    inner = slice(MARGIN, MARGIN + len(page))
    capital = np.flatnonzero(page.capitalised[inner] & (page.code[inner] & BIT["calendar"] == 0)).tolist()
    breaks = page.breaks[inner].tolist()
    at = 0
    while at < len(capital):
        first = last = capital[at]
        at += 1
        while at < len(capital) and _joined(page, last, capital[at], breaks):
            last = capital[at]
            at += 1
        if last - first < MAX_WORDS:
            yield first, last
            yield from _halves(page, first, last)


def _joined(page: Page, left: int, right: int, breaks: Sequence[bool]) -> bool:
    """Say whether nothing but small words stands between two tokens of one line."""
    between = range(left + 1, right)
    return not any(breaks[left + 1 : right + 1]) and all(page.words[at] in _SMALL_WORDS for at in between)


def _halves(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield what stands on both sides of an "of" inside a run: "Ama Boateng of Tarkwaboro" is a person and a place."""
    for at in range(first + 1, last):
        if page.words[at] == "of":
            yield first, at - 1
            yield at + 1, last
