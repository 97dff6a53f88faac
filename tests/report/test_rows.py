"""Many reports from one source; a bad row is a value that says where it stands."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from mapapp.errors import UnreadableFile
from mapapp.report.rows import BadRow, Row, read_rows


def rows(path: Path, content: str | bytes) -> list[Row | BadRow]:
    """Write a file and read its rows."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_rows(path))


def test_jsonl_gives_rows_and_bad_rows(tmp_path: Path) -> None:
    """Each bad line is named and the others are read."""
    lines = [
        json.dumps({"id": "a", "text": "One.", "published": "2016-06-14", "title": "T", "url": "u"}),
        "",
        "{not json",
        json.dumps(["a", "b"]),
        json.dumps({"id": 7, "text": "Two."}),
        json.dumps({"text": "Three.", "published": "2016-06-14T23:00:00Z"}),
        json.dumps({"id": "x"}),
        json.dumps({"id": "x", "text": 5}),
        json.dumps({"id": "x", "text": "t", "published": "soon"}),
        json.dumps({"id": "x", "text": "t", "published": 5}),
        json.dumps({"id": [], "text": "t"}),
        '{"id": "x", "text": "half \\ud800"}',
        "[" * 30_000,
    ]
    found = rows(tmp_path / "in.jsonl", "\n".join(lines))
    good = [row for row in found if isinstance(row, Row)]
    assert [
        Row("in.jsonl, line 1", "a", "One.", date(2016, 6, 14), "T", "u"),
        Row("in.jsonl, line 5", "7", "Two."),
        Row("in.jsonl, line 6", "6", "Three.", date(2016, 6, 14)),
    ] == good
    assert [3, 4, 7, 8, 9, 10, 11, 12, 13] == [int(row.where.rsplit(" ", 1)[1]) for row in found if isinstance(row, BadRow)]


def test_the_source_is_a_name_or_nothing(tmp_path: Path) -> None:
    """Many a file has something else under that key, which must not cost the report."""
    lines = [json.dumps({"text": "One.", "source": value}) for value in ("The Gazette", None, 7, {"a": 1}, ["x"])]
    assert [row.source for row in rows(tmp_path / "in.jsonl", "\n".join(lines)) if isinstance(row, Row)] == ["The Gazette", "", "", "", ""]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_whatever_separates_its_cells(tmp_path: Path, separator: str) -> None:
    """Quoted line breaks belong to the cell."""
    content = f'id{separator}text{separator}published\na{separator}"One,\ntwo; three"{separator}2016-06-14\n'
    assert [("a", "One,\ntwo; three", date(2016, 6, 14))] == [
        (row.id, row.text, row.published) for row in rows(tmp_path / "in.csv", content)
    ]


def test_a_ragged_csv_row_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    """Too many cells."""
    found = rows(tmp_path / "in.csv", "id,text\na,One\nb,Two,extra\nc,Three\n")
    assert ["One", BadRow("in.csv, line 3", "3 cells where the header has 2"), "Three"] == [
        row.text if isinstance(row, Row) else row for row in found
    ]


def test_a_quotation_mark_that_is_never_closed_is_named(tmp_path: Path) -> None:
    """What stands before it is kept."""
    found = rows(tmp_path / "in.csv", 'id,text\na,One\nb,"Two\nc,Three\n')
    assert ["One", "in.csv, line 3"] == [row.text if isinstance(row, Row) else row.where for row in found]


def test_a_megabyte_in_one_cell_is_read(tmp_path: Path) -> None:
    """Python's csv stops at 128 kB unless told otherwise."""
    assert [1_000_000] == [len(row.text) for row in rows(tmp_path / "in.csv", "id,text\na," + "x" * 1_000_000)]


@pytest.mark.parametrize(
    ("content", "said"),
    [("id,text,Text\n", "two columns are called 'text'"), ("id,body\n", "no column is called `text`"), ("", "no column")],
)
def test_a_header_that_cannot_be_right_is_refused(tmp_path: Path, content: str, said: str) -> None:
    """With the number of the line."""
    with pytest.raises(UnreadableFile, match=said):
        rows(tmp_path / "in.csv", content)


def test_parquet_is_read(tmp_path: Path) -> None:
    """Dates may be real dates; nulls are bad rows."""
    path = tmp_path / "in.parquet"
    parquet.write_table(pa.table({"id": ["a", "b"], "text": ["One", None], "published": [date(2016, 6, 14), None], "more": [1, 2]}), path)
    assert [Row("in.parquet, row 1", "a", "One", date(2016, 6, 14)), BadRow("in.parquet, row 2", "no text")] == list(read_rows(path))


def test_a_broken_parquet_file_is_refused(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(UnreadableFile, match="no readable Parquet"):
        rows(tmp_path / "in.parquet", b"PAR1 garbage")


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    """Below it, too; no hidden files, no links that lead out."""
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    home = tmp_path / "in"
    (home / "b").mkdir(parents=True)
    (home / "b" / "z.txt").write_text("Two")
    (home / "a.txt").write_text("One")
    (home / "c.bin").write_bytes(bytes(range(256)) * 9)
    (home / ".hidden").write_text("no")
    (home / "link.txt").symlink_to(outside)
    assert [("a.txt", "One"), ("b/z.txt", "Two"), ("c.bin", "")] == [
        (row.where, row.text if isinstance(row, Row) else "") for row in read_rows(home)
    ]


def test_what_is_written_into_the_folder_is_no_report(tmp_path: Path) -> None:
    """The answers of an earlier run, or of this one."""
    (tmp_path / "a.txt").write_text("One")
    (tmp_path / "out.jsonl").write_text("{}")
    assert ["a.txt"] == [row.where for row in read_rows(tmp_path, but=tmp_path / "." / "out.jsonl")]


def test_what_is_no_source_is_refused_at_once(tmp_path: Path) -> None:
    """Before anything is written."""
    (tmp_path / "in.xlsx").write_bytes(b"x")
    for source in (tmp_path / "missing.jsonl", tmp_path / "in.xlsx"):
        with pytest.raises(UnreadableFile, match="give JSONL"):
            read_rows(source)
