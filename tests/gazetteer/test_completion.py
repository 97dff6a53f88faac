"""Completing names against a walk through all of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import numpy as np
import pyarrow as pa
import pytest

from gazetteer.columns import ColumnFile, write_columns
from gazetteer.completion import KEEP, Completions
from gazetteer.errors import DataDamaged
from gazetteer.importing.completions import completion_columns

SYLLABLES = ("san ", "sa", "ka", "al ", "é", "ал", "ма", "қа", "دير ", "ال", "北", "京", "𐤀", "s", "-")


class TrieNames:
    """A table of names in a trie."""

    def __init__(self, names: list[str]) -> None:
        self._trie = marisa_trie.Trie(names)

    def __len__(self) -> int:
        return len(self._trie)

    def name(self, number: int) -> str:
        """Return the name with a number."""
        return str(self._trie.restore_key(number))

    def number(self, name: str) -> int:
        """Return the number of a name."""
        return int(self._trie[name])

    def beginning_with(self, start: str) -> Iterator[tuple[str, int]]:
        """Return names and numbers."""
        return iter(self._trie.iteritems(start))


def made_names(count: int) -> list[str]:
    """Return names in several scripts, in the order of their bytes."""
    numbers = random.Random(20160614)
    names = {"".join(numbers.choices(SYLLABLES, k=numbers.randint(1, 6))).strip() for _ in range(count)}
    return sorted(names - {""}, key=str.encode)


def completions(path: Path, names: list[str], known: dict[str, int], *, many: int, kind: pa.DataType) -> Completions:
    """Write the completions of names and open them."""
    table = TrieNames(names)
    numbers = np.array([table.number(name) for name in names], dtype=np.uint32)
    columns = completion_columns(pa.array(names, type=kind), numbers, np.array([known[name] for name in names], dtype=np.int64), many=many)
    write_columns(path, about={"names": len(names)}, columns=columns, texts={})
    return Completions(table, ColumnFile(path), lambda number: known[table.name(number)])


def expected(known: dict[str, int], start: str, limit: int) -> list[tuple[str, int]]:
    """Return the best names by looking at all."""
    return sorted(((name, worth) for name, worth in known.items() if name.startswith(start)), key=lambda pair: (-pair[1], pair[0]))[:limit]


@pytest.mark.parametrize(("many", "kind"), [(KEEP, pa.string()), (200, pa.large_string()), (10**6, pa.string())])
def test_every_beginning_gives_its_best_names(tmp_path: Path, many: int, kind: pa.DataType):
    """Kept or walked through, in whichever script: the same names in the same order as by looking at all, many of them equally good."""
    names = made_names(4000)
    numbers = random.Random(1)
    known = {name: numbers.randrange(-2500, 4000, 500) for name in names}
    table = completions(tmp_path / "completions.columns", names, known, many=many, kind=kind)
    starts = {name[:length] for name in names[::5] for length in range(len(name) + 1)} | {"san ", "", "zz", "san s-"}
    for start in starts:
        assert table.complete(start, limit=7) == expected(known, start, 7), start


def test_no_more_names_are_offered_than_are_kept(tmp_path: Path):
    """A long list is no completion; the same limit holds for beginnings that are kept and that are not."""
    names = made_names(2000)
    known = dict.fromkeys(names, 1000)
    kept = completions(tmp_path / "kept.columns", names, known, many=KEEP, kind=pa.string())
    walked = completions(tmp_path / "walked.columns", names, known, many=10**6, kind=pa.string())
    assert kept.complete("s", limit=1000) == walked.complete("s", limit=1000) == expected(known, "s", KEEP)
    assert kept.complete("s", limit=0) == walked.complete("s", limit=0) == []


def test_a_slice_of_an_array_is_read_from_where_it_begins(tmp_path: Path):
    """Arrays that share their bytes with a longer one are nothing special."""
    names = made_names(500)
    columns = completion_columns(
        pa.array(["", *names])[1:], np.arange(len(names), dtype=np.uint32), np.arange(len(names), dtype=np.int32), many=KEEP
    )
    plain = completion_columns(pa.array(names), np.arange(len(names), dtype=np.uint32), np.arange(len(names), dtype=np.int32), many=KEEP)
    assert {name: column.tolist() for name, column in columns.items()} == {name: column.tolist() for name, column in plain.items()}


def test_no_names_have_no_completions(tmp_path: Path):
    """A layer may have no names at all, or a single one."""
    assert completions(tmp_path / "none.columns", [], {}, many=1000, kind=pa.string()).complete("a") == []
    assert completions(tmp_path / "one.columns", ["ab"], {"ab": 7}, many=1000, kind=pa.string()).complete("a") == [("ab", 7)]


def test_completions_of_other_names_are_refused(tmp_path: Path):
    """A file that belongs to another table would offer any names."""
    completions(tmp_path / "completions.columns", ["ab"], {"ab": 7}, many=1000, kind=pa.string())
    with pytest.raises(DataDamaged, match="made for 1 names, there are 2"):
        Completions(TrieNames(["a", "b"]), ColumnFile(tmp_path / "completions.columns"), int)
