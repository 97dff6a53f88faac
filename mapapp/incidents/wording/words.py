"""The words of a sentence, as the incident grammar sees them: lower case, with offsets, number values read, fixed phrases joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mapapp.incidents.wording.idioms import joined_idioms
from mapapp.incidents.wording.phrases import PHRASES
from mapapp.incidents.wording.word import Word, low_at
from mapapp.report.date_words import WEEKDAYS
from mapapp.report.report import Span

__all__ = ["Word", "low_at", "number_of", "words_of"]

_WORD = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?![\d-])"  # 1,200; 1 200 with a hard or narrow space
    r"|(?<!May )(?<!June )(?<!July )(?<!ril )(?<!ch )(?<!ust )(?<!ber )(?<!ary )\d{1,3}(?: \d{3})+(?= [a-z])"  # 1 200, as the UN writes
    r"|\d{1,4}:\d\d|\d+[/.]\d+(?:[/.]\d+)?"  # clock times, dates, decimals
    r"|\d+(?:st|nd|rd|th|s)\b|\d+(?:-[^\W\d_]+)+(?:-[^\W\d_]+)?|\d+"  # ordinals, 1990s, 26-year-old, 12
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[A-Z]{1,3}\d{1,4}\b"  # M23, F16, N380: a name, no number
    r"|(?:[’'´]{1,2}s\b)"
    r"|[^\W\d_]+(?:\.(?=\s[a-z,]))?(?:(?:[-&]|[’'´](?!s\b)|-(?=\d))[^\W_]+)*"
    r"|[’'´]+|--|[^\w\s]"
)

_SEPARATORS = re.compile(r"[, \u00a0\u2009\u202f]")
_POSSESSIVE = re.compile(r"[’'´]{1,2}s")
_HYPHENS = re.compile(r"[‐‑‒]")

ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
}
TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,3}")

_SPELLINGS = {
    "atleast": "at_least",
    "upto": "up_to",
    "inj": "injured",
    "unidentifed": "unidentified",
    "besides": "along_with",
    "excluding": "along_with",
    "plus": "along_with",
}

_LONGEST = {first: max(len(words) for words in PHRASES if words[0] == first) for first in {words[0] for words in PHRASES}}
"""Words of the longest phrase by its first word: most words open none, and looking further would cost most of the time."""


def number_of(low: str) -> int | None:
    """Return the value of one word: "12", "1,200", "seven", "twenty-one"; None for anything else, years and ages included."""
    if low.isdecimal():
        return int(low) if len(low) <= 7 else None
    if low[0].isdigit():
        joined = _SEPARATORS.sub("", low)
        return int(joined) if joined.isdecimal() and len(joined) <= 9 else None
    if low in ONES:
        return ONES[low]
    if low in TENS:
        return TENS[low]
    tens, hyphen, ones = low.partition("-")
    return TENS[tens] + ONES[ones] if hyphen and tens in TENS and ones in ONES and 0 < ONES[ones] < 10 else None


def _plain_words(text: str, span: Span) -> list[Word]:
    """Return the words one by one, hyphens and apostrophes straightened."""
    sentence = span.of(text)
    capitals = sentence.upper() == sentence
    found: list[Word] = []
    first = True
    for written, start in _cut(sentence):
        low, number = _read(written)
        name = not first and not capitals and written[0].isupper()
        if first and written[0].isalnum():
            first = False
        begin = span.start + start
        found.append(Word(_new(Span, (begin, begin + len(written))), low, number, name))
    return found


_new = tuple.__new__
"""Makes a Span without a call of Python code, which is a good part of the cost where there are hundreds."""


def _cut(sentence: str) -> list[tuple[str, int]]:
    """Return the words as written, each with where it begins: what the pattern finds from one end to the other."""
    found: list[tuple[str, int]] = []
    end = done = 0
    for chunk in sentence.split():
        start = sentence.find(chunk, end)
        end = start + len(chunk)
        if chunk.isalpha():  # three of four: no need to look at them with the pattern
            found.append((chunk, start))
            continue
        for match in _WORD.finditer(sentence, max(start, done)):
            if match.start() >= end:
                break
            done = match.end()  # behind the chunk where blanks stand inside a number
            found.append((match[0], match.start()))
    return found


@lru_cache(maxsize=16_384)  # reports say the same words again and again
def _read(written: str) -> tuple[str, int | None]:
    """Return what the grammar compares of a word as written, and its value as a number."""
    low = _HYPHENS.sub("-", written.lower()).replace("’", "'").replace("´", "'")
    low = _SPELLINGS.get(low, low)
    if _POSSESSIVE.fullmatch(low):
        low = "'s"
    elif low.endswith(".") and not low[:-1].count("."):
        low = low[:-1] or low
    return low, number_of(low) if low[0].isalnum() else None


def _joined_numbers(words: list[Word]) -> list[Word]:
    """Join "two hundred", "a hundred and fifty", "three thousand" into one number."""
    if SCALES.keys().isdisjoint([word.low for word in words]):
        return words
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        if following and following.low in SCALES and (word.number is not None or word.low == "a" or _DECIMAL.fullmatch(word.low)):
            times = float(word.low) if word.number is None and word.low != "a" else word.number or 1
            value, end = round(times * SCALES[following.low]), position + 2
            if end + 1 < len(words) and words[end].low == "and" and words[end + 1].number is not None and words[end + 1].low not in SCALES:
                value, end = value + (words[end + 1].number or 0), end + 2
            out.append(Word(Span(word.span.start, words[end - 1].span.end), str(value), value))
            position = end
        else:
            out.append(word)
            position += 1
    return out


_BLAZE_BEFORE = frozenset(
    "a an the this that on another caught catch lit house forest bush factory warehouse market kitchen bus hotel ward major huge large"
    " big".split()
)
_DAYS_BEHIND = frozenset({*WEEKDAYS, "early", "late"})


def _is_a_blaze(lows: Sequence[str], position: int) -> bool:
    """Say whether "fire on" is no shooting: "a fire on Monday", "set a bus on fire on the quay"."""
    day = lows[position + 2] if position + 2 < len(lows) else ""
    if position and lows[position - 1] == "under":
        return False
    return (position > 0 and lows[position - 1] in _BLAZE_BEFORE) or day in _DAYS_BEHIND or day[:1].isdigit()


def _joined_phrases(words: list[Word]) -> list[Word]:
    """Join fixed phrases ("opened fire on", "shot dead"), the longest first."""
    lows = [word.low for word in words]
    out: list[Word] = []
    done = 0
    for position in [at for at, low in enumerate(lows) if low in _LONGEST]:
        if position < done:
            continue
        for length in range(min(_LONGEST[lows[position]], len(words) - position), 1, -1):
            joined = PHRASES.get(tuple(lows[position : position + length]))
            if joined and not (joined == "opened_fire" and lows[position] == "fire" and _is_a_blaze(lows, position)):
                out += words[done:position]
                done = position + length
                out.append(Word(Span(words[position].span.start, words[done - 1].span.end), joined))
                break
    return out + words[done:]


def words_of(text: str, span: Span) -> list[Word]:
    """Return the words of a sentence.

    Parameters
    ----------
    text
        The whole report.
    span
        The sentence; offsets of the words refer to the report.
    """
    return _joined_phrases(joined_idioms(_joined_numbers(_plain_words(text, span))))
