"""Which of the names that an upstream source lists belong into an index of names, and how a place bears them."""

from __future__ import annotations

import re

from gazetteer.names import fold

MAX_NAME_LETTERS = 60
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ’‘ʼʻʿʾ'`´.\- ]+")
VOWEL_LETTERS = "aeiouyh"
"""Letters that spellings of one name drop and swap; "h" goes with them (Hodeida, Hodeidah)."""
_VOWELS = re.compile(f"[{VOWEL_LETTERS}]")
_DOUBLED = re.compile(r"(.)\1+")
_SEPARATORS = re.compile(r"[,،;:()\[\]/|\d]")


def is_useful(alternate: str) -> bool:
    """Say whether an alternate name belongs into the index of names.

    Left out: names with a qualifier behind a comma; one or two Latin letters, and two or three capitals (airport and other codes: DRC is
    a town in Angola there); romanised readings of names in other scripts, which GeoNames writes without any capital ("a ke tuo bi").
    """
    if not alternate or len(alternate) > MAX_NAME_LETTERS or _SEPARATORS.search(alternate):
        return False
    if not _LATIN.fullmatch(alternate):
        return True
    letters = [letter for letter in alternate if letter.isalpha()]
    if len(letters) <= 2 or (len(letters) == 3 and alternate.isupper()):
        return False
    return any(letter.isupper() for letter in letters)


def consonants(name: str) -> str | None:
    """Return what two spellings of one name have in common: its consonants, and its first letter if that is one.

    Kyiv and Kiev, Odesa and Odessa, Erbil and Arbil are spellings of a main name rather than other names. Doubled consonants count once.
    None where fewer than two consonants are left, or the name is not in Latin letters: then nothing can be said.
    """
    key = fold(name)
    if not key.isascii():
        return None
    run = _DOUBLED.sub(r"\1", _VOWELS.sub("", key))
    return f"{'' if key[0] in VOWEL_LETTERS else key[0]}:{run}" if len(run.replace(" ", "")) >= 2 else None
