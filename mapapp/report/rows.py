"""Read many reports from one source: JSONL, CSV, Parquet, or a folder of files.

A bad row comes back as a value that says where it stands and what is wrong, so that the others are still read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from mapapp.errors import InputError, UnreadableFile
from mapapp.report.decoding import decode
from mapapp.report.reading import read_file
from mapapp.settings import FILE_LIMITS

EXPECTED = 'give JSONL {"id","text"[,"published","title","url","source"]}, a CSV or Parquet file with these columns, or a folder of reports'
COLUMNS = frozenset({"id", "text", "published", "title", "url", "source"})
LONGEST_CELL = 50_000_000
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a source. ``where`` says where it stands: a file, a line, a row; ``source`` who has published it, as far as given."""

    where: str
    id: str
    text: str
    published: date | None = None
    title: str = ""
    url: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no report, and why."""

    where: str
    why: str


def read_rows(source: Path, *, but: Path | None = None) -> Iterator[Row | BadRow]:
    """Return the reports of a source, read as they are asked for.

    A row without an id gets its number; in a folder the id is the path inside it, and the files come in the order of their paths.
    ``but`` is no report even if it lies in the folder: the file that the answers are written to.

    Raises
    ------
    UnreadableFile
        At once, if the source does not exist or is of no known kind.
    """
    if source.is_dir():
        return _folder(source, but)
    if not source.is_file():
        msg = f"{source} does not exist: {EXPECTED}"
        raise UnreadableFile(msg)
    readers = {".jsonl": _jsonl, ".ndjson": _jsonl, ".json": _jsonl, ".csv": _csv, ".tsv": _csv, ".parquet": _parquet}
    reader = readers.get(source.suffix.lower())
    if reader is None:
        msg = f"{source} is of no known kind: {EXPECTED}"
        raise UnreadableFile(msg)
    return reader(source)


def _jsonl(source: Path) -> Iterator[Row | BadRow]:
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            where = f"{source.name}, line {number}"
            if not line.strip():
                continue
            try:
                yield _row(orjson.loads(line.removeprefix(b"\xef\xbb\xbf")), where, number)
            except orjson.JSONDecodeError as error:
                yield BadRow(where, f"not JSON ({error})")


def _csv(source: Path) -> Iterator[Row | BadRow]:
    """Read a CSV file; comma, semicolon or tab, whatever its first line has most of."""
    previous = csv.field_size_limit(LONGEST_CELL)
    try:
        text = decode(source.read_bytes()).text
        first = text.split("\n", 1)[0]
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
        header = _header(source, reader)
        while True:
            where = f"{source.name}, line {reader.line_num + 1}"
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield BadRow(where, f"not CSV from here on ({error}): is a quotation mark never closed?")
                return
            if not any(cells):
                continue
            if len(cells) != len(header):
                yield BadRow(where, f"{len(cells)} cells where the header has {len(header)}")
                continue
            yield _row(dict(zip(header, cells, strict=True)), where, reader.line_num)
    finally:
        csv.field_size_limit(previous)


def _header(source: Path, reader: Iterator[list[str]]) -> list[str]:
    """Return the names of the columns, which must hold one ``text``."""
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
    except csv.Error as error:
        msg = f"{source.name}, line 1: not CSV ({error})"
        raise UnreadableFile(msg) from error
    doubled = sorted({name for name in header if name and header.count(name) > 1})
    if doubled:
        msg = f"{source.name}, line 1: two columns are called {doubled[0]!r}: rename one"
        raise UnreadableFile(msg)
    if "text" not in header:
        msg = f"{source.name}, line 1: no column is called `text`: rename the one that holds the reports"
        raise UnreadableFile(msg)
    return header


def _parquet(source: Path) -> Iterator[Row | BadRow]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(source) as file:
            wanted = [name for name in file.schema_arrow.names if name in COLUMNS]
            if "text" not in wanted:
                msg = f"{source.name}: no column is called `text`: rename the one that holds the reports"
                raise UnreadableFile(msg)
            number = 0
            for part in file.iter_batches(batch_size=256, columns=wanted):
                for record in part.to_pylist():
                    number += 1
                    yield _row(record, f"{source.name}, row {number}", number)
    except (pa.ArrowException, OSError) as error:
        msg = f"{source.name} is no readable Parquet file ({str(error).splitlines()[0]})"
        raise UnreadableFile(msg) from error


def _folder(source: Path, but: Path | None) -> Iterator[Row | BadRow]:
    left_out = None if but is None else but.resolve()
    for path in sorted(_files(source)):
        if path.resolve() == left_out:
            continue
        name = path.relative_to(source).as_posix()
        try:
            with path.open("rb") as file:
                yield Row(name, name, read_file(path.name, file.read(FILE_LIMITS.max_file_bytes + 1)), title=path.stem)
        except InputError as error:
            yield BadRow(name, str(error))
        except OSError as error:
            yield BadRow(name, f"cannot be read: {error.strerror}")


def _files(source: Path) -> Iterable[Path]:
    """Return the files below a folder: no hidden ones, no links that lead out of it."""
    home = source.resolve()
    for path in source.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
        if not hidden and path.is_file() and path.resolve().is_relative_to(home):
            yield path


def _row(record: Any, where: str, number: int) -> Row | BadRow:
    """Check a record and make it a row."""
    if not isinstance(record, Mapping):
        return BadRow(where, 'not an object with "id" and "text"')
    text = record.get("text")
    if not isinstance(text, str):
        return BadRow(where, "no text" if text is None else "the text is not a string")
    words = {}
    for key in ("id", "title", "url"):
        value = record.get(key)
        if value is not None and not isinstance(value, (str, int)):
            return BadRow(where, f"the {key} is neither a string nor a number")
        words[key] = "" if value is None else str(value)
    if any(_SURROGATE.search(value) for value in words.values()):
        return BadRow(where, "the id, title or url holds half a character (a lone surrogate)")
    try:
        published = _day(record.get("published"))
    except (ValueError, TypeError):
        return BadRow(where, f"published {str(record.get('published'))[:40]!r} is not a date such as 2016-06-14")
    return Row(where, words["id"] or str(number), text, published, words["title"], words["url"], _source(record.get("source")))


def _source(value: Any) -> str:
    """Return who has published a report; "" where the value is no name: many a file has something else under that key."""
    return value if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    """Return the day of a value such as "2016-06-14", "2016-06-14T08:00:00Z" or a date; None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError
    written = value.strip()
    return datetime.fromisoformat(written).date() if len(written) > len("2016-06-14") else date.fromisoformat(written)
