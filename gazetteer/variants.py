"""Other spellings under which a name may be kept: asked only when the name as written is not known, or for the full list of candidates.

Each rule is narrow: it changes what transliterators and typesetters change (articles, a final "h", joined words, "Saint"), never letters
at will, so that two unrelated names do not meet. All rules work on folded names.
"""

from __future__ import annotations

from collections.abc import Iterator

ARTICLES = frozenset("al el ar as ash ad adh an at ath az il ul the la le".split())
"""Articles a name may be written with or without; the Arabic one takes the sound of a following "sun letter"."""

ARABIC_ARTICLE = "ال"
"""The article in Arabic script, written together with the name."""

_SUN_ARTICLES = {
    "t": "at", "th": "ath", "d": "ad", "dh": "adh", "r": "ar", "z": "az", "s": "as", "sh": "ash", "n": "an",
}  # fmt: skip
_SPELLINGS = (
    "st saint sankt", "ste sainte", "mt mount", "ft fort", "ibn bin", "tall tell tel", "ain ayn ein", "deir dayr", "beit bayt",
    "jebel jabal", "sheikh shaykh",
)  # fmt: skip
_COMPASS = {f"{one}{other}": (f"{one} {other}",) for one in ("north", "south") for other in ("east", "west", "eastern", "western")}
_WORDS = _COMPASS | {word: tuple(other for other in group.split() if other != word) for group in _SPELLINGS for word in group.split()}
"""Words with several usual spellings, and the others of each."""

_ENDINGS = (("iya", "ia"), ("ia", "iya"), ("ah", "a"), ("a", "ah"), ("iy", "i"), ("i", "iy"))
"""Endings and how else they are written; the first that fits is changed."""

MIN_ENDING_LETTERS = 5
MIN_JOINED_LETTERS = 6
MIN_HALF_LETTERS = 3
MAX_LETTERS = 48
"""Longer texts get no variants: nothing that long differs from a kept name by a hyphen only, and the time stays bounded."""


def variants(key: str) -> Iterator[str]:
    """Yield other folded spellings of a folded name, the nearest first; may repeat itself and may yield the name itself."""
    if len(key) > MAX_LETTERS:
        return
    if not key.isascii():
        yield key.removeprefix(ARABIC_ARTICLE) if key.startswith(ARABIC_ARTICLE) else f"{ARABIC_ARTICLE}{key}"
        yield key.replace(" ", "")
        return
    words = key.split()
    yield from _with_and_without_article(words)
    yield from _other_ending(key)
    yield from _other_words(words)
    yield from _joined_and_split(key, words)


def _with_and_without_article(words: list[str]) -> Iterator[str]:
    if len(words) > 1 and words[0] in ARTICLES:
        bare = " ".join(words[1:])
        yield bare
    elif words:
        bare = " ".join(words)
    else:
        return
    for article in dict.fromkeys(("al", "el", _SUN_ARTICLES.get(bare[:2], _SUN_ARTICLES.get(bare[:1], "al")))):
        yield f"{article} {bare}"
    inner = [word for word in words if word not in ARTICLES]
    if 0 < len(inner) < len(words):  # "Deir ez Zor", "Ayn al Arab"
        yield " ".join(inner)
        yield "".join(inner)


def _other_ending(key: str) -> Iterator[str]:
    """Hodeidah and Hodeida, Navoi and Navoiy: endings that transliterations write in two ways."""
    if len(key) < MIN_ENDING_LETTERS:
        return
    for ending, other in _ENDINGS:
        if key.endswith(ending):
            bare = key.removesuffix(ending) + other
            yield bare
            yield from _with_and_without_article(bare.split())
            return


def _other_words(words: list[str]) -> Iterator[str]:
    for at, word in enumerate(words[:6]):
        for other in _WORDS.get(word, ()):
            yield " ".join([*words[:at], other, *words[at + 1 :]])


def _joined_and_split(key: str, words: list[str]) -> Iterator[str]:
    if len(words) > 1:
        joined = "".join(words)
        if len(joined) >= MIN_JOINED_LETTERS:
            yield joined
            for at in range(len(words) - 1):
                yield " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])
    elif len(key) >= MIN_JOINED_LETTERS:
        for at in range(MIN_HALF_LETTERS, len(key) - MIN_HALF_LETTERS + 1):
            yield f"{key[:at]} {key[at:]}"
