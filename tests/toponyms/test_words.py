"""Word lists: words, given names and family names."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.errors import DataDamaged, DataMissing
from mapapp.toponyms.words import load_words


def test_common_words_have_a_tier_and_rare_ones_none() -> None:
    """The most frequent words are in tier 10; case does not matter; an invented word is unknown."""
    words = load_words()
    assert [words.common_rank(word) for word in ("Police", "the", "saddle", "Qwrtzp")] == [10, 10, 35, None]


def test_given_and_family_names_are_told_apart() -> None:
    """A name may be both, one or none."""
    words = load_words()
    assert [(words.is_given_name(name), words.is_family_name(name)) for name in ("Susan", "Nguyen", "Jordan", "Oblast")] == [
        (True, False),
        (False, True),
        (True, True),
        (False, False),
    ]
    assert (words.family_rank("Smith"), words.given_rank("Mary"), words.family_rank("Qwrtzp")) == (1, 1, None)


def test_missing_and_damaged_lists_are_said(tmp_path: Path) -> None:
    """One line that says what to do."""
    with pytest.raises(DataMissing, match=r"common_words\.txt is missing"):
        load_words(tmp_path)
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "common_words.txt").write_text("no tab here\n", "utf-8")
    load_words.cache_clear()
    with pytest.raises(DataDamaged, match="damaged"):
        load_words(tmp_path)
