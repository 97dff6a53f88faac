"""The opening of a noun phrase: hedge, number, article or possessive: "at least two", "another three", "the", "dozens of"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mapapp.incidents.incident import Count
from mapapp.incidents.wording.grammar_words import DETERMINERS, QUALIFIERS, ROUND, SCALE_OF, VAGUE
from mapapp.incidents.wording.words import Word, low_at


@lru_cache(maxsize=256)  # nearly all are small, and the same again and again
def exactly(number: int) -> Count:
    """Return a number that is stated without hedge."""
    return Count(number, number, number)


def _hedged(number: int, hedges: set[str]) -> Count:
    """Return a number with what was said before it: "at least", "up to", "about"."""
    if hedges & {"at_least", "more_than", "over"}:
        return Count(number, number, None)
    if hedges & {"up_to", "under", "below", "fewer_than"}:
        return Count(None, number, number)
    if hedges & {"~", "about", "around", "nearly", "almost", "approximately", "roughly", "estimated", "some"}:
        return Count(None, number, None)
    return exactly(number)


@dataclass(slots=True)
class Opening:
    """What stands before the noun: the number or article, and the index behind it."""

    position: int
    count: Count | None = None
    definite: bool = False
    more: bool = False
    number: bool = False
    indefinite: bool = False


def opening(words: Sequence[Word], first: int) -> Opening:
    """Read hedges, number, article or possessive."""
    hedges: set[str] = set()
    found = Opening(first)
    end = len(words)
    while found.position < end and (words[found.position].low in QUALIFIERS or _further(words, found.position)):
        low = words[found.position].low
        hedges.add(low)
        found.more |= low in {"another", "further", "additional"}
        found.definite |= low == "all"
        found.position += 1
    if found.position >= end:
        return found
    low, number = words[found.position].low, words[found.position].number
    if number is not None:
        return _number(words, found, number, hedges)
    if low == "between" and _range(words, found):
        return found
    dozens = _dozens(words, found.position)
    if dozens:
        found.position = dozens[1]
        found.count, found.number = _hedged(dozens[0], hedges | {"about"}), True
    elif low in {"a", "an"}:
        found.count, found.indefinite = exactly(1), True
        found.position += 1
    elif low in ROUND or low in VAGUE:
        _vague(words, found)
    elif low == "no":
        found.count, found.indefinite = exactly(0), True
        found.position += 1
    elif low in DETERMINERS:
        found.definite = True
        found.count = exactly(2) if low == "both" else None
        found.position += 1
        _number_after_article(words, found, hedges)
    elif "another" in hedges or (hedges & {"further", "additional"}):
        found.count, found.indefinite = exactly(1), True
    elif "some" in hedges:
        found.count, found.number = Count(VAGUE["some"], None, None), True
    return found


_DOZENS = {
    ("a", "dozen"): 12,
    ("a", "dozen", "and", "a", "half"): 18,
    ("dozen", "or", "so"): 12,
    ("a", "dozen", "or", "so"): 12,
    ("dozen",): 12,
    ("score",): 20,
    ("a", "score"): 20,
    ("half", "a", "dozen"): 6,
    ("half-a-dozen",): 6,
}


def _dozens(words: Sequence[Word], position: int) -> tuple[int, int] | None:
    """Read "a dozen", "half a dozen", "a score": about how many, and the index behind; None where there is nothing of the kind."""
    if words[position].low not in _DOZEN_STARTS or _DOZEN_WORDS.isdisjoint([word.low for word in words[position : position + 3]]):
        return None
    for length in range(min(5, len(words) - position), 0, -1):
        number = _DOZENS.get(tuple(word.low for word in words[position : position + length]))
        if number is not None:
            return number, position + length
    return None


_DOZEN_STARTS = frozenset(pattern[0] for pattern in _DOZENS)
_DOZEN_WORDS = frozenset({"dozen", "score", "half-a-dozen"})
"""One of them is among the first three words of each; "a" alone opens most other phrases."""

OPENERS = _DOZEN_STARTS | ROUND.keys() | VAGUE.keys() | {"a", "an", "no", "between"}
"""Words that :func:`opening` reads, beside numbers, qualifiers and determiners."""


def _range(words: Sequence[Word], found: Opening) -> bool:
    """Read "between five and seven", with the hedges that may stand inside; say whether that is what stands there."""
    at = found.position + 1
    if at + 2 >= len(words) or words[at].number is None or words[at + 1].low not in {"and", "to", "-", "–"}:
        return False
    lower, upper = words[at].number, words[at + 2].number
    if lower is None or upper is None or lower >= upper:
        return False
    found.count, found.number, found.position = Count(lower, None, upper), True, at + 3
    return True


def _vague(words: Sequence[Word], found: Opening) -> None:
    """Read "dozens", "several", "many thousands"."""
    low, following = words[found.position].low, low_at(words, found.position + 1)
    scaled = low in VAGUE and following in SCALE_OF
    least = SCALE_OF[following] if scaled else ROUND.get(low) or VAGUE[low]
    found.count, found.number = Count(least, None, None), True
    found.position += 2 if scaled else 1


def _further(words: Sequence[Word], position: int) -> bool:
    """Say whether "a" opens "a further three" or "an additional four", or "the" opens "the other three"."""
    return words[position].low in {"a", "an"} and low_at(words, position + 1) in {"further", "additional"}


def _number(words: Sequence[Word], found: Opening, number: int, hedges: set[str]) -> Opening:
    """Read a number and what may follow it: a range, "dozen"."""
    found.number = True
    found.position += 1
    following = low_at(words, found.position)
    if following in {"x", "×"}:
        found.position += 1  # "2 x killed"
        following = low_at(words, found.position)
    if following == "+":
        found.count = Count(number, number, None)
        found.position += 1
        return found
    if following == "dozen":
        number *= 12
        found.position += 1
    elif following in {"-", "–", "to", "or"} and found.position + 1 < len(words):
        if following == "or" and words[found.position + 1].low in {"more", "so"}:
            found.count = Count(number if words[found.position + 1].low == "more" else None, number, None)
            found.position += 2
            return found
        upper = words[found.position + 1].number
        if upper is not None and number < upper:
            found.count = Count(number, None, upper)
            found.position += 2
            return found
    found.count = _hedged(number, hedges)
    return found


def _number_after_article(words: Sequence[Word], found: Opening, hedges: set[str]) -> None:
    """Read "the three", "all the other five"."""
    if low_at(words, found.position) == "other":
        found.more = True
        found.position += 1
    if found.position < len(words) and words[found.position].number is not None:
        _number(words, found, words[found.position].number or 0, hedges)
