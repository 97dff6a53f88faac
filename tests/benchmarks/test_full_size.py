"""The made-up dump is what it says, so that an importer's counts can be held against it."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.full_size.dump import Expected, write_dump
from benchmarks.full_size.world import default_world

PLACES, ALTERNATES, SEED = 3_000, 3_600, 7
COUNTRIES = ("JO", "LB", "MD", "SY")


@pytest.fixture(name="dump", scope="module")
def _dump(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Expected]:
    """Return the folder of a small dump, and what it should hold."""
    out = tmp_path_factory.mktemp("dump")
    return out, write_dump(out, places=PLACES, alternates=ALTERNATES, seed=SEED, countries=COUNTRIES)


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a zipped file; bytes that are no UTF-8 come as lone surrogates."""
    with zipfile.ZipFile(path) as archive:
        for line in archive.read(f"{path.stem}.txt").decode("utf-8-sig", "surrogateescape").splitlines():
            yield line.split("\t")


def is_latitude(text: str) -> bool:
    """Say whether a text is a latitude in degrees."""
    try:
        return -90 <= float(text) <= 90
    except ValueError:
        return False


def has_odd_byte(row: list[str]) -> bool:
    """Say whether a row holds a byte that is no UTF-8."""
    return any("\udc80" <= letter <= "\udcff" for text in row for letter in text)


def test_places_are_as_counted(dump: tuple[Path, Expected]) -> None:
    """Every row has nineteen columns and makes sense, apart from as many odd ones as expected.json says."""
    out, expected = dump
    found = list(rows(out / "allCountries.zip"))
    broken = [row for row in found if len(row) <= 5]
    whole = [row for row in found if len(row) > 5]
    counted = {
        "raw_double_quotes": sum('"' in "\t".join(row) for row in found),
        "short_rows": sum(15 <= len(row) < 19 for row in whole),
        "broken_rows": len(broken),
        "empty_admin1": sum(row[10] == "" for row in whole),
        "blanks_around_name": sum(row[1] != row[1].strip() for row in found),
        "cc2_lists_itself": sum(row[8] in row[9].split(",") for row in whole if row[9]),
        "bad_latitude": sum(not is_latitude(row[4]) for row in whole),
        "duplicate_ids": len(found) - len({row[0] for row in found}),
        "invalid_utf8": sum(map(has_odd_byte, found)),
        "empty_name": sum(not row[1] for row in found),
    }
    assert len(found) == expected.places == PLACES
    assert counted == expected.place_quirks
    assert min(counted.values()) > 0
    assert {len(row) for row in whole if not 15 <= len(row) < 19} == {19}


def test_classes_and_unknowns_are_as_counted(dump: tuple[Path, Expected]) -> None:
    """Classes and heights unknown are as many as expected.json says."""
    out, expected = dump
    whole = [row for row in rows(out / "allCountries.zip") if len(row) == 19]
    classes = Counter(f"class_{row[6]}" for row in whole)
    cut_short = expected.place_quirks["short_rows"] + expected.place_quirks["broken_rows"]
    counted = {name: times for name, times in expected.place_counts.items() if name.startswith("class_")}
    assert sum(counted.values()) - sum(classes.values()) == cut_short
    assert all(0 <= counted[name] - times <= cut_short for name, times in classes.items())
    assert abs(sum(row[16] == "-9999" for row in whole) - expected.place_counts["dem_unknown"]) <= sum(expected.place_quirks.values())


def test_alternate_names_are_as_counted(dump: tuple[Path, Expected]) -> None:
    """Every row has ten columns and a place, apart from as many odd ones as expected.json says."""
    out, expected = dump
    ids = {row[0] for row in rows(out / "allCountries.zip")}
    found = list(rows(out / "alternateNamesV2.zip"))
    counted = {
        "short_rows": sum(len(row) == 8 for row in found),
        "orphans": sum(row[1] not in ids for row in found),
        "raw_double_quotes": sum('"' in row[3] for row in found),
        "blanks_around_name": sum(row[3] != row[3].strip() for row in found),
        "invalid_utf8": sum(map(has_odd_byte, found)),
        "empty_name": sum(not row[3] for row in found),
    }
    assert len(found) == len({row[0] for row in found}) == expected.alternates == ALTERNATES
    assert counted == expected.alternate_quirks
    assert {len(row) for row in found} == {8, 10}
    assert sum(row[2] == "wkdt" for row in found) == expected.alternate_kinds["wkdt"] > 0


def test_true_places_keep_their_names_and_positions(dump: tuple[Path, Expected]) -> None:
    """Records of the default gazetteer stand in the dump under their own numbers, unchanged."""
    out, expected = dump
    true = {str(place.geonameid): place for place in default_world().places}
    found = [row for row in rows(out / "allCountries.zip") if row[0] in true]
    assert len(found) == expected.true_places > 0
    assert [row[1] for row in found] == [true[row[0]].name for row in found]
    assert [float(row[4]) for row in found] == [true[row[0]].position.lat for row in found]


def test_hierarchy_and_divisions_are_as_counted(dump: tuple[Path, Expected]) -> None:
    """The small files have as many rows as expected.json says."""
    out, expected = dump
    found = list(rows(out / "hierarchy.zip"))
    admin1 = (out / "admin1CodesASCII.txt").read_text("utf-8").splitlines()
    assert (len(found), len(admin1)) == (expected.hierarchy, expected.admin1)
    assert {len(row) for row in found} == {3}


def test_the_same_seed_gives_the_same_bytes(dump: tuple[Path, Expected], tmp_path: Path) -> None:
    """A dump can be made again; another seed makes another one."""
    out, expected = dump
    again = write_dump(tmp_path / "again", places=PLACES, alternates=ALTERNATES, seed=SEED, countries=COUNTRIES)
    other = write_dump(tmp_path / "other", places=PLACES, alternates=ALTERNATES, seed=SEED + 1, countries=COUNTRIES)
    assert again == expected != other
    assert {path.name: path.read_bytes() for path in sorted(out.iterdir())} == {
        path.name: path.read_bytes() for path in sorted((tmp_path / "again").iterdir())
    }
    assert (out / "allCountries.zip").read_bytes() != (tmp_path / "other" / "allCountries.zip").read_bytes()
