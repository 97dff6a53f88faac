"""How far apart two spellings are: edits weighted by how easily transliterators, typists and ears take one for the other.

A letter dropped, added or replaced costs 1, two neighbours swapped somewhat less; what one system writes where another writes something
else ("q" for "k", "ou" for "u", "kh" for "h", a doubled letter) costs a fraction. The weights are hand-set and were tried on one half of
tests/gazetteer/variants.csv; that they are well below 1 matters more than their exact size.
"""

from __future__ import annotations

from itertools import accumulate, permutations
from math import inf

ONE_EDIT = 1.0
"""What the dearest single edit costs."""

_VOWELS = "aeiouy"
_VOWEL_FOR_VOWEL = 0.4
_SWAPPED = 0.8
_BLANK = 0.1
_DOUBLED = 0.2
_VOWEL_BESIDE_VOWEL = 0.2
_VOWEL_ALONE = 0.5
_HALF_A_GROUP = 0.2

_LIGHT_LETTERS = {"h": 0.25, "ь": 0.2, "ъ": 0.2, "ا": 0.4, "و": 0.4, "ي": 0.4}
"""Letters that spellings leave out, soft signs and the long vowels of Arabic script among them."""

_GROUP_STARTS = frozenset("kh gh ch tc ck dj dz sc ts tz sz".split())
"""Groups of letters whose first letter some systems leave out."""

_ALIKE: dict[float, str] = {
    0.15: "k-q i-y ou-u ee-i oo-u ph-f qu-k ks-x dj-j ij-iy tch-tsch tch-ch tsch-ch dsch-j sch-sh",
    0.2: """
        c-k v-w f-v o-u e-i j-y j-i zh-j zh-z zh-sch dzh-j ch-sh ch-kh ts-c tz-c ow-au ou-w oo-ou ai-ei ai-ey ay-ei ia-ya iu-yu ja-ya ju-yu
        je-ye и-і и-ы е-є е-э г-ґ ك-ق ح-ه
        """,
    0.3: "s-z c-s a-e u-w o-w w-f gh-q gu-gh ch-c tch-c dzh-dj zh-dj sz-sh ai-e ay-e ou-o au-o о-а е-и ت-ط س-ص د-ض ظ-ض ذ-ز ج-غ",
    0.4: "b-p d-t g-k g-h g-q g-j j-z h-x k-x kh-k kh-x m-n s-sh ch-k dh-z th-s",
}
"""Letters and groups of letters that stand for one another, either way, by what it costs."""


def _letters_alike() -> dict[str, float]:
    """Return what one letter for another costs where that is less than one edit, by the two letters."""
    costs = {one + other: _VOWEL_FOR_VOWEL for one, other in permutations(_VOWELS, 2)}
    for cost, pairs in _ALIKE.items():
        for one, other in (pair.split("-") for pair in pairs.split()):
            if len(one) == len(other) == 1:
                costs[one + other] = costs[other + one] = cost
    return costs


def _groups_alike() -> dict[str, list[tuple[str, str, float]]]:
    """Return the pairs of groups of letters that cost less than one edit, by the last letters of the two."""
    found: dict[str, list[tuple[str, str, float]]] = {}
    for cost, pairs in _ALIKE.items():
        for one, other in (pair.split("-") for pair in pairs.split()):
            if len(one) + len(other) > 2:
                found.setdefault(one[-1] + other[-1], []).append((one, other, cost))
                found.setdefault(other[-1] + one[-1], []).append((other, one, cost))
    return found


_LETTERS_ALIKE = _letters_alike()
_GROUPS_ALIKE = _groups_alike()
_LONGEST_GROUP = max(len(group) for rules in _GROUPS_ALIKE.values() for group, _, _ in rules)


def spelling_distance(one: str, other: str, *, limit: float) -> float:
    """Return how far apart two folded names are, or infinity where it is more than ``limit``.

    Symmetric; 0 for equal names only. Quadratic in the letters between the first and the last difference.

    Examples
    --------
    >>> spelling_distance("kandahar", "qandahar", limit=2), spelling_distance("kandahar", "kandalar", limit=2)
    (0.15, 1.0)
    """
    if one == other:
        return 0.0
    start, end = _common_ends(one, other)
    return _fill(_Core(one, start, end), _Core(other, start, end), limit)


class _Core:
    """The part of a name in which another differs, with what leaving out each of its letters costs."""

    __slots__ = ("dropping", "text")

    def __init__(self, name: str, start: int, end: int) -> None:
        padded = f"\0{name}\0"
        self.text = name[start : len(name) - end]
        self.dropping = [_dropping(*padded[at : at + 3]) for at in range(start, len(name) - end)]


def _dropping(before: str, letter: str, after: str) -> float:
    """Return what leaving out a letter between two others costs."""
    if letter == " ":
        return _BLANK
    if letter in (before, after):
        return _DOUBLED
    if letter in _LIGHT_LETTERS:
        return _LIGHT_LETTERS[letter]
    if letter in _VOWELS or letter == "w":
        beside_vowel = before in _VOWELS or after in _VOWELS
        return _VOWEL_BESIDE_VOWEL if beside_vowel else ONE_EDIT if letter == "w" else _VOWEL_ALONE
    return _HALF_A_GROUP if letter + after in _GROUP_STARTS else ONE_EDIT


def _common_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many letters two names have in common at the start, and behind those at the end."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end


def _fill(one: _Core, other: _Core, limit: float) -> float:
    """Return the cheapest way from one text to the other: the usual table row by row, given up when no rule leads back under the limit."""
    a, b = one.text, other.text
    rows, over = [[0.0, *accumulate(other.dropping)]], 0
    for i, letter in enumerate(a, start=1):
        above, dropped = rows[-1], one.dropping[i - 1]
        left = above[0] + dropped
        row = [left]
        for j, opposite in enumerate(b, start=1):
            if letter == opposite:
                left = above[j - 1]
            else:
                replaced = above[j - 1] + _LETTERS_ALIKE.get(letter + opposite, ONE_EDIT)
                left = min(left + other.dropping[j - 1], above[j] + dropped, replaced)
                for group, opposite_group, cost in _GROUPS_ALIKE.get(letter + opposite, ()):
                    if a.endswith(group, 0, i) and b.endswith(opposite_group, 0, j):
                        left = min(left, rows[i - len(group)][j - len(opposite_group)] + cost)
                if i > 1 and j > 1 and letter == b[j - 2] and opposite == a[i - 2]:
                    left = min(left, rows[i - 2][j - 2] + _SWAPPED)
            row.append(left)
        rows.append(row)
        over = over + 1 if min(row) > limit else 0
        if over == _LONGEST_GROUP:
            return inf
    far = round(rows[-1][-1], 3)
    return far if far <= limit else inf
