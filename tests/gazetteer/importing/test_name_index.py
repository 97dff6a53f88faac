"""The index of names that layers get: every name leads to its bearers, compared with a plain dictionary."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from gazetteer.columns import ColumnFile, write_columns
from gazetteer.fuzzy import FuzzyNames
from gazetteer.importing.draft import Draft
from gazetteer.importing.dump_rows import NameRows
from gazetteer.importing.name_index import NameIndex, build_name_index
from gazetteer.importing.sounds import write_sounds
from gazetteer.name_table import ALIAS, FORMER, NAME, PENALTY, SPELLING, NameTable

Bearing = tuple[str, int, int]


def made(folder: Path, bearings: list[Bearing], prominence: list[int]) -> tuple[NameTable, NameIndex]:
    """Build an index of (name, row, how) and open it."""
    keys = pa.chunked_array([[key for key, _, _ in bearings]], type=pa.string())
    rows = np.array([row for _, row, _ in bearings], dtype=np.uint32)
    how = np.array([how for _, _, how in bearings], dtype=np.uint8)
    index = build_name_index(folder / "names.marisa", keys, rows, how, prominence=np.array(prominence, dtype=np.int32))
    write_columns(folder / "places.columns", about={}, columns={"links": index.links, "lists": index.lists}, texts={})
    return NameTable(folder / "names.marisa", ColumnFile(folder / "places.columns")), index


def random_bearings(seed: int) -> tuple[list[Bearing], list[int]]:
    """Return names of 400 places: many shared, some borne in several ways, in several scripts."""
    chance = random.Random(seed)
    syllables = ["al ", "bar", "ka", "li", "ме", "сто", "ت", "ل", "山", "o", "ñ"]
    names = ["".join(chance.choices(syllables, k=chance.randrange(1, 4))).strip() or "o" for _ in range(250)]
    bearings = [(chance.choice(names), row, NAME) for row in range(400)]
    bearings += [(chance.choice(names), chance.randrange(400), chance.choice([ALIAS, FORMER, SPELLING])) for _ in range(1_500)]
    return bearings, [chance.randrange(0, 9_000) for _ in range(400)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_name_leads_to_all_its_bearers_the_most_prominent_first(seed: int, tmp_path: Path) -> None:
    """With the closest way in which each bears it."""
    bearings, prominence = random_bearings(seed)
    table, index = made(tmp_path, bearings, prominence)
    expected: dict[str, dict[int, int]] = defaultdict(dict)
    for key, row, how in bearings:
        expected[key][row] = min(how, expected[key].get(row, how))
    assert len(expected) == len(index.keys)
    for key, bearers in expected.items():
        assert sorted(bearers.items(), key=lambda bearer: (-prominence[bearer[0]], bearer[0])) == table.find(key)
    assert [] == table.find("not there")


def test_the_best_bearer_of_each_name_is_known(tmp_path: Path) -> None:
    """Its prominence, and that less what it loses for the way it bears the name."""
    bearings, prominence = random_bearings(4)
    _, index = made(tmp_path, bearings, prominence)
    known: dict[str, int] = defaultdict(int)
    best: dict[str, int] = defaultdict(lambda: -10_000)
    closest: dict[tuple[str, int], int] = {}
    for key, row, how in bearings:
        closest[key, row] = min(how, closest.get((key, row), how))
    for (key, row), how in closest.items():
        known[key] = max(known[key], prominence[row])
        best[key] = max(best[key], prominence[row] - PENALTY[how])
    keys = index.keys.to_pylist()
    assert keys == sorted(known, key=str.encode)
    assert [known[key] for key in keys] == index.known.tolist()
    assert [best[key] for key in keys] == index.best.tolist()


def test_the_order_of_the_names_given_does_not_matter(tmp_path: Path) -> None:
    """The same names give the same bytes."""
    bearings, prominence = random_bearings(5)
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        _, index = made(folder, bearings, prominence)
        write_sounds(folder / "sounds.columns", index, least=0)
        random.Random(6).shuffle(bearings)
    for name in ("names.marisa", "places.columns", "sounds.columns"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


@pytest.mark.parametrize("count", [1, 2])
def test_the_smallest_index_works(count: int, tmp_path: Path) -> None:
    """One name of one or two places."""
    table, _ = made(tmp_path, [("solo", row, NAME) for row in range(count)], [10, 20][:count])
    assert [(row, NAME) for row in reversed(range(count))] == table.find("solo")


def test_sounds_lead_to_names_that_sound_alike(tmp_path: Path) -> None:
    """Through the file that is read for nearly equal names."""
    names = ["kyzylsai", "qizilsay", "aktobe", "aqtobe", "northport"]
    table, index = made(tmp_path, [(name, row, NAME) for row, name in enumerate(names)], [100] * 5)
    write_sounds(tmp_path / "sounds.columns", index, least=0)
    fuzzy = FuzzyNames(table, tmp_path / "sounds.columns")
    assert {"aktobe", "aqtobe"} <= {near.key for near in fuzzy.near("aktoba", limit=10)}


def test_places_left_out_of_a_draft_take_their_names_along() -> None:
    """The rest stay with theirs."""
    draft = Draft()
    draft.add_columns({"geonameid": np.arange(1, 6)}, [f"P{number}".encode() for number in range(1, 6)])
    names = NameRows()
    for row in range(5):
        for key in (f"name {row}", "shared"):
            names.add(key, row, NAME)
    draft.add_names(names, first=0)
    assert 1 == draft.add_names_by_id(pa.array(["late", "late", "nobody"]), np.array([4, 2, 77], dtype=np.uint32), np.full(3, ALIAS))
    draft.keep(np.array([True, False, True, True, False]))
    keys, owners, how = draft.names()
    raw, lengths = draft.main_names()
    found = sorted(zip(keys.to_pylist(), owners.tolist(), how.tolist(), strict=True))
    assert [
        ("late", 2, ALIAS),
        ("name 0", 0, NAME),
        ("name 2", 1, NAME),
        ("name 3", 2, NAME),
        *(("shared", row, NAME) for row in range(3)),
    ] == found
    assert (b"P1P3P4", [2, 2, 2], [1, 3, 4], 3) == (raw.tobytes(), lengths.tolist(), draft.column("geonameid").tolist(), draft.size)
