"""Opening the built data: what is missing or damaged is said, at once or by the thorough check."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from gazetteer import Gazetteer, store
from gazetteer.columns import ColumnFile, write_columns
from gazetteer.errors import DataDamaged, DataMissing


def manifest_of(data: Path, path: str) -> str:
    """Return a manifest that describes one file as it is."""
    file = data / path
    return f'[[file]]\npath = "{path}"\nsource = "x"\nsha256 = "{store.sha256_of(file)}"\nbytes = {file.stat().st_size}\n'


@pytest.fixture
def copied(invented: Gazetteer, tmp_path: Path) -> Path:
    """Copy the invented world to a folder that a test may damage, with a manifest that describes its places."""
    data = tmp_path / "data"
    shutil.copytree(invented._data, data)
    text = "".join(manifest_of(data, path) for path in (store.PLACES_FILE, store.NAMES_FILE, store.SOUNDS_FILE))
    (data / store.SOURCES_FILE).write_text(text, "utf-8")
    return data


def test_data_as_described_have_no_problems(copied: Path) -> None:
    """The thorough check is silent where all is well, and the data open."""
    assert store.verify(copied) == []
    assert Gazetteer(copied).lookup("Hadaya")[0].geonameid == 105


def test_a_changed_byte_is_found_by_the_thorough_check(copied: Path) -> None:
    """The size is the same; only the digest tells."""
    path = copied / store.PLACES_FILE
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert store.verify(copied) == [f"{store.PLACES_FILE}: not the content it was built with"]


def test_a_truncated_file_is_found_when_opening(copied: Path) -> None:
    """A file of another size is refused at every start."""
    path = copied / store.NAMES_FILE
    path.write_bytes(path.read_bytes()[:-4])
    with pytest.raises(DataDamaged, match="instead of"):
        Gazetteer(copied)
    assert [problem.split(":")[0] for problem in store.verify(copied)] == [store.NAMES_FILE]


def test_a_truncated_index_of_sounds_is_found_when_opening(copied: Path) -> None:
    """Not only when the first misspelt name comes."""
    path = copied / store.SOUNDS_FILE
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(DataDamaged, match="instead of"):
        Gazetteer(copied)


def test_a_missing_file_is_found_when_opening(copied: Path) -> None:
    """The message names the file."""
    (copied / store.PLACES_FILE).unlink()
    with pytest.raises(DataMissing, match=r"places\.columns is missing"):
        Gazetteer(copied)
    assert store.verify(copied) == [f"{store.PLACES_FILE}: missing"]


@pytest.mark.parametrize("content", [b"", b"MAPAPP COLUMNS 1\n", b"something else altogether", b"MAPAPP COLUMNS 1\n\x05\0\0\0{{{{{"])
def test_a_file_that_holds_no_columns_is_refused(tmp_path: Path, content: bytes) -> None:
    """Empty, cut off behind the magic line, of another kind, with a broken header."""
    path = tmp_path / "x.columns"
    path.write_bytes(content)
    with pytest.raises(DataDamaged):
        ColumnFile(path)


def test_names_and_places_of_different_builds_are_refused(copied: Path, tmp_path: Path) -> None:
    """A trie with another number of names than the places file links cannot be used."""
    import marisa_trie

    marisa_trie.Trie(["one"]).save(str(copied / store.NAMES_FILE))
    (copied / store.SOURCES_FILE).write_text("", "utf-8")
    with pytest.raises(DataDamaged, match="names"):
        Gazetteer(copied)


def test_a_broken_manifest_is_a_problem_not_a_crash(copied: Path) -> None:
    """The thorough check reports it like anything else."""
    (copied / store.SOURCES_FILE).write_text("[[[", "utf-8")
    assert len(store.verify(copied)) == 1


def test_columns_come_back_as_they_were_written(tmp_path: Path) -> None:
    """Numbers keep their type, texts their letters, and the same content gives the same bytes."""
    path, again = tmp_path / "a.columns", tmp_path / "b.columns"
    columns = {"small": np.array([1, 2, 250], dtype=np.uint8), "signed": np.array([-5, 5], dtype=np.int32)}
    texts = {"words": ["", "Ақтөбе", "東京", ""]}
    for target in (path, again):
        write_columns(target, about={"of": "test"}, columns=columns, texts=texts)
    file = ColumnFile(path)
    assert path.read_bytes() == again.read_bytes()
    assert (list(file.column("small")), list(file.column("signed"))) == ([1, 2, 250], [-5, 5])
    assert (list(file.texts("words")), file.texts("words")[1:3], file.about) == (
        ["", "Ақтөбе", "東京", ""],
        ["Ақтөбе", "東京"],
        {"of": "test"},
    )
    assert file.array("signed").tolist() == [-5, 5]


def test_a_column_of_an_unknown_type_is_refused(tmp_path: Path) -> None:
    """Better at building time than when a reader meets it."""
    with pytest.raises(TypeError, match="column odd"):
        write_columns(tmp_path / "x", about={}, columns={"odd": np.array([1j])}, texts={})
