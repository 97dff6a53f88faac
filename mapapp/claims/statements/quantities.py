"""Numbers in front of a unit: digits, words, halves, ranges, vague amounts.

A quantity is looked for backwards, from the unit: it is the longest stretch of at most :data:`LONGEST_QUANTITY` characters that ends
there and reads as a number. That keeps the search linear in the text and leaves the rest of the sentence alone.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

LONGEST_QUANTITY = 72
"""Characters looked back from a unit. "between one hundred and twenty-five and one hundred and seventy-five" has 69."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, in the unit that follows it. ``low`` and ``high`` are equal but for a range; both None: vague ("a few").

    ``tail``: what is hung on the number, "odd" or "plus" ("fifty-odd miles", "30-plus km", "30+ km").
    """

    start: int
    low: float | None
    high: float | None
    tail: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether no number is given."""
        return self.low is None


_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_WORDS = {word: float(value) for value, word in enumerate(_ONES)} | {word: 10.0 * (i + 2) for i, word in enumerate(_TENS)}
_MULTIPLES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0, "million": 1e6}
_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_FRACTION_WORDS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75, "third": 1 / 3, "thirds": 2 / 3}

_GAP = r"[\s-]{1,3}"
_GROUPING = r",'’\u00a0\u2009\u202f\u066c "
_DIGITS = rf"(?:\d{{1,3}}(?:[{_GROUPING}]\d{{3}}){{1,3}}(?:[.\u066b]\d{{1,4}})?|\d{{1,7}}(?:[.,\u066b]\d{{1,4}})?)(?!\d)"
_SIGN = "[" + "".join(_FRACTION_SIGNS) + "]"
_SLASH = r"[1-9]\s?/\s?[1-9](?!\d)"
_BELOW_HUNDRED = "(?:" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + ")"
# "and" stands only behind a multiple and before the rest: "one hundred and fifty", never "five and one hundred".
_WORD = (
    rf"(?:{_BELOW_HUNDRED}|dozen|(?:hundred|thousand|million)"
    rf"(?:{_GAP}and{_GAP}{_BELOW_HUNDRED}(?!{_GAP}(?:hundred|thousand|half|quarter)))?)"
)
_WORDS = rf"(?:an?{_GAP}(?=dozen|hundred|thousand|million))?{_WORD}(?:{_GAP}{_WORD}){{0,7}}"
_AND_A_HALF = rf"(?:{_GAP}and{_GAP}(?:a{_GAP}|one{_GAP})?(?:half|quarter))?"
_NUMBER = (
    rf"(?:{_DIGITS}\s?{_SIGN}|{_DIGITS}\s{_SLASH}|{_SLASH}|{_SIGN}|{_DIGITS}(?:{_GAP}(?:hundred|thousand|million))?{_AND_A_HALF}"
    rf"|{_WORDS}{_AND_A_HALF})"
)
_FRACTION = rf"(?:(?:an?{_GAP}|one{_GAP})?(?:half|quarter|third)|two{_GAP}thirds|three{_GAP}quarters)(?:{_GAP}of)?(?:{_GAP}an?)?"
_BARE_UNIT = r"(?:\s?(?:km|kms|kilomet(?:re|er)s|miles|met(?:re|er)s|yards|feet|m))?"
_RANGE = (
    rf"(?:between\s{{1,3}}(?P<from1>{_NUMBER}){_BARE_UNIT}\s{{1,3}}(?:and|to)\s{{1,3}}(?P<to1>{_NUMBER})"
    rf"|(?:from\s{{1,3}})?(?P<from2>{_NUMBER}){_BARE_UNIT}\s{{0,3}}(?:[-–—]|\bto\b|\bor\b)\s{{0,3}}(?P<to2>{_NUMBER}))"
)
_VAGUE = (
    r"(?:(?:an?\s{1,3})?(?:very\s{1,3}|good\s{1,3})?(?:few|couple(?:\s{1,3}of)?|several|number\s{1,3}of|handful\s{1,3}of)"
    r"(?:\s{1,3}(?:dozen|hundred|thousand)s?(?:\s{1,3}of)?)?"
    r"|(?:dozens|tens|scores|hundreds|thousands)\s{1,3}of(?:\s{1,3}thousands\s{1,3}of)?|an?\s{1,3}(?:small\s{1,3}|tiny\s{1,3}|mere\s{1,3})?fraction\s{1,3}of\s{1,3}an?|many|various|multiple|countless|some)"
)
_HUNG_ON = r"(?:[\s-]{1,2}(?P<tail>odd|plus)(?=[\s-])|\s?(?P<sign>\+))?"
_QUANTITY = re.compile(
    r"(?<![\w$€£¥:+])(?<!\d[.,/])(?<!\w-)"
    rf"(?:(?P<number>{_NUMBER})|{_RANGE}|(?P<fraction>{_FRACTION})|(?P<vague>{_VAGUE})|(?P<article>an?)){_HUNG_ON}[\s-]{{0,3}}\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(rf"[^\W\d_{''.join(_FRACTION_SIGNS)}]+")
_OWN_WORDS = frozenset(_NUMBER_WORDS) | frozenset(
    """
    a an and between by couple countless dozen dozens feet few fraction from good half handful hundred hundreds kilometers kilometres km kms
    m many mere meters metres miles million multiple number odd of or plus quarter quarters scores several small some tens third thirds
    thousand thousands tiny to various very yards
    """.split()
)
"""All words that may stand inside a quantity."""
_KINDS = ("number", "from1", "from2", "fraction", "vague", "article")
_PLAIN_SPACE_GROUP = re.compile(r"\d \d")
_MONTH_BEFORE = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}\Z", re.IGNORECASE)


def quantity_before(text: str, unit_start: int, *, plural: bool = True, digits_only: bool = False) -> Quantity | None:
    """Return the quantity that ends where a unit starts, or None.

    Parameters
    ----------
    unit_start
        Offset of the unit; spaces and hyphens may stand between.
    plural
        Whether the unit is written in the plural: "a" counts as one only before a singular.
    digits_only
        Accept nothing but digits, as before "m" or "ft".
    """
    match = _QUANTITY.search(text, _earliest(text, unit_start), unit_start)
    if match is None:
        return None
    kind = next(name for name in _KINDS if match.group(name) is not None)
    if digits_only and not any(character.isdigit() for character in match.group()):
        return None
    if kind == "article":
        return None if plural else Quantity(match.start(), 1.0, 1.0)
    if kind == "vague":
        return Quantity(match.start(), None, None)
    if kind == "fraction":
        share = _fraction(match.group("fraction"))
        return Quantity(match.start(), share, share)
    found = _single(text, match) if kind == "number" else _range(match)
    tail = (match.group("tail") or "").lower() or ("plus" if match.group("sign") else "")
    return replace(found, tail=tail)


def _earliest(text: str, unit_start: int) -> int:
    """Return where a quantity in front of a unit begins at the earliest: behind the last word that none has. The rest is never tried."""
    window_start = max(0, unit_start - LONGEST_QUANTITY)
    for word in reversed(list(_LETTERS.finditer(text, window_start, unit_start))):
        if word[0].lower() not in _OWN_WORDS:
            return word.end()
    return window_start


NUMBER = _NUMBER
"""Pattern of one number in digits or words, for lists of them."""


def number_value(words: str) -> float:
    """Return the value of one number as written: "1,100", "2½", "twenty-five", "two and a half thousand"."""
    words = words.strip().lower()
    if words[0].isnumeric() or words[0] in _FRACTION_SIGNS:
        return _digits_value(words)
    return _words_value(re.findall(r"[a-z]+", words))


def _single(text: str, match: re.Match[str]) -> Quantity:
    """Read one number; a day of the month in front ("on June 12 100 km from") is not its thousands."""
    start, words = match.start("number"), match.group("number")
    if _PLAIN_SPACE_GROUP.search(words) and _MONTH_BEFORE.search(text, max(0, start - 16), start):
        start += words.index(" ") + 1
        words = words[words.index(" ") + 1 :]
    value = number_value(words)
    return Quantity(start, value, value)


def _range(match: re.Match[str]) -> Quantity:
    """Read "100-150" and its like; the smaller number is the low end whichever comes first."""
    first = number_value(match.group("from1") or match.group("from2"))
    second = number_value(match.group("to1") or match.group("to2"))
    return Quantity(match.start(), min(first, second), max(first, second))


def _fraction(words: str) -> float:
    """Read "half a", "one-third of a", "three quarters of a"."""
    return next(value for word in re.findall(r"[a-z]+", words.lower()) if (value := _FRACTION_WORDS.get(word)) is not None)


def _digits_value(words: str) -> float:
    """Read digits of any script, with separators, a fraction, and a multiple behind ("1.5 million")."""
    head = re.match(rf"(?:{_SLASH}|{_SIGN}|{_DIGITS})", words)
    if head is None:
        return 0.0  # unreachable for what the pattern lets through
    rest = words[head.end() :].strip()
    if "/" in head.group():
        return _slash(head.group())
    value = _FRACTION_SIGNS.get(head.group()) or _decimal(head.group())
    if rest[:1] in _FRACTION_SIGNS:
        return value + _FRACTION_SIGNS[rest[0]]
    if "/" in rest:
        return value + _slash(rest)
    for word in re.findall(r"[a-z]+", rest):
        value = value * _MULTIPLES.get(word, 1.0) + (_FRACTION_WORDS.get(word, 0.0) if "and" in rest else 0.0)
    return value


def _slash(words: str) -> float:
    above, below = words.split("/")
    return float(above) / float(below)


def _decimal(digits: str) -> float:
    """Read digits with separators. Three digits behind a comma are thousands, otherwise it is a decimal comma."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in digits).replace("\u066b", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:[{_GROUPING}]\d{{3}})+(?:\.\d+)?", plain):
        plain = re.sub(f"[{_GROUPING}]", "", plain)
    return float(plain.replace(",", "."))


def _words_value(words: list[str]) -> float:
    """Read number words: "one hundred and fifty", "twenty five", "two and a half"."""
    total = current = 0.0
    for position, word in enumerate(words):
        if word in _NUMBER_WORDS and not (word == "one" and words[position + 1 : position + 2] in (["half"], ["quarter"])):
            current += _NUMBER_WORDS[word]
        elif word in ("dozen", "hundred"):
            current = (current or 1.0) * _MULTIPLES[word]
        elif word in ("thousand", "million"):
            total += (current or 1.0) * _MULTIPLES[word]
            current = 0.0
        elif word in _FRACTION_WORDS:
            current += _FRACTION_WORDS[word]
    return total + current
