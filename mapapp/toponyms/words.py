"""Common English words and people's names, for telling a place name from a word or a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gazetteer.errors import DataDamaged, DataMissing
from gazetteer.store import data_folder


@dataclass(frozen=True, slots=True)
class Words:
    """Words and names with how frequent they are; all in lower case.

    ``common`` gives the tier of an English word (10 the most frequent, then 20, 35, 40, 50; SCOWL). ``given`` and ``family`` give the
    rank of a given or family name by frequency, 1 the most frequent (United States census of 1990; other countries' names are thin).
    """

    common: Mapping[str, int]
    given: Mapping[str, int]
    family: Mapping[str, int]

    def common_rank(self, word: str) -> int | None:
        """Return the tier of a common English word (10, 20, 35, 40 or 50, rarer from tier to tier), None where it is not common."""
        return self.common.get(word.lower())

    def is_given_name(self, word: str) -> bool:
        """Say whether a word is a given name."""
        return word.lower() in self.given

    def is_family_name(self, word: str) -> bool:
        """Say whether a word is a frequent family name."""
        return word.lower() in self.family

    def given_rank(self, word: str) -> int | None:
        """Return the rank of a given name by frequency among names of one sex, None where it is none."""
        return self.given.get(word.lower())

    def family_rank(self, word: str) -> int | None:
        """Return the rank of a family name by frequency, None where it is none or a rare one."""
        return self.family.get(word.lower())


@lru_cache(maxsize=4)
def load_words(data: Path | None = None) -> Words:
    """Return the words of a folder of built data, by default the one of this installation; read once per process.

    Raises
    ------
    DataMissing, DataDamaged
        If a list is not there or not as it was built.
    """
    folder = (data if data is not None else data_folder()) / "words"
    return Words(*(_read(folder / name) for name in ("common_words.txt", "given_names.txt", "family_names.txt")))


def _read(path: Path) -> dict[str, int]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        msg = f"{path} is missing: run `python -m gazetteer.build words` or install mapapp again"
        raise DataMissing(msg) from error
    try:
        return {word: int(rank) for word, rank in (line.split("\t") for line in lines)}
    except ValueError as error:
        msg = f"{path} is damaged: install mapapp again"
        raise DataDamaged(msg) from error
