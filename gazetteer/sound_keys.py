"""What remains of a name once everything transliterators disagree about is taken out: its sound key.

Vowels, "h", doubled letters, articles and blanks go; letters and groups of letters that stand for one another in the usual systems
(French, German, English, Polish ..., from Arabic, Persian, Cyrillic, Amharic) become one sign. Names with one key are not the same name:
the key only says which names are worth comparing letter by letter (:mod:`gazetteer.spelling_costs`).
"""

from __future__ import annotations

import re

from gazetteer.variants import ARTICLES

_SIGNS = {
    # Groups of letters: S for all hushing sounds, s for all hissing ones.
    **dict.fromkeys("schtsch shch tsch dsch dzh tch tsh sch sh zh ch dj cz".split(), "S"),
    **dict.fromkeys("ts tz dz".split(), "s"),
    "ph": "v", "kh": "", "gh": "g", "ck": "k", "qu": "k", "x": "ks", "ce": "s", "ci": "s", "cy": "s",
    # Single letters that are not written as they are.
    **dict.fromkeys("aeiouyhw ", ""),
    "f": "v", "c": "k", "q": "k", "j": "S", "z": "s",
}  # fmt: skip
"""What a group of letters becomes; letters not named stay."""

_VOWEL_STARTS = (*"aeiouyhw", "kh")
"""What a name of which the first sound is a vowel may start with: its key starts with "A"."""

_GROUPS = re.compile("|".join(sorted(_SIGNS, key=lambda group: (-len(group), group))))
_DOUBLED = re.compile(r"(.)\1+")


def sound_key(key: str) -> str:
    """Return the sound key of a folded name in Latin letters; empty for names without consonants and for all other scripts.

    Examples
    --------
    >>> sound_key("al hudaydah"), sound_key("hodeida"), sound_key("makhachkala"), sound_key("mahatchkala")
    ('Add', 'Add', 'mSkl', 'mSkl')
    """
    if not key.isascii():
        return ""
    bare = without_articles(key) if " " in key else key
    signs = _GROUPS.sub(_sign, _DOUBLED.sub(r"\1", bare))
    return f"A{signs}" if signs and bare.startswith(_VOWEL_STARTS) else signs


def _sign(group: re.Match[str]) -> str:
    return _SIGNS[group[0]]


def without_articles(key: str) -> str:
    """Return a folded name without its articles; as it is where nothing else would be left."""
    words = [word for word in key.split() if word not in ARTICLES]
    return " ".join(words) if words else key
