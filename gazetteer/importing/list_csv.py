"""Read a list of places from a text table: CSV with commas, semicolons, tabs or bars, in UTF-8, UTF-16 or an old encoding.

The file is read line by line. A row that breaks the rules of CSV costs itself only: where a quotation mark is opened and never closed,
reading goes on with the line behind the one that opened it.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from gazetteer.errors import ListUnreadable
from gazetteer.importing.list_columns import MAX_COLUMNS, ListRow, ListTable, guess_columns, shown, shown_headers

DELIMITERS = ",;\t|"
LONGEST_ROW = 100_000
"""Letters of a row; below the limit that Python's csv has for one cell. A longer row is no place."""
MOST_LINES_A_ROW = 200
MOST_OPEN_QUOTES = 1000
"""After so many quotation marks that are never closed the file as a whole is broken; the bound also keeps reading linear."""

SAMPLE_BYTES = 262_144
CHUNK_BYTES = 1 << 20
MOST_BROKEN = 0.02
"""Share of letters that may be broken for a text to count as damaged UTF-8, rather than as another encoding."""
FALLBACK = "cp1252"
USUAL_ENCODINGS = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8_r koi8_u cp874 mac_roman gb18030 big5 shift_jis euc_jp euc_kr"
).split()
"""Encodings that lists come in. Among all that Python knows a short text always fits an unlikely one better."""
DOUBLE_BYTE = frozenset({"big5", "euc_jp", "euc_kr", "gb18030", "shift_jis"})
MOST_ACCENTS = 0.25
"""Share of bytes above 127 below which a text is in Latin letters, whatever the guess."""
_WESTERN = frozenset("àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝ“”‘’„–—…•€£°§«»©®¡¿ºª´·½¼¾\xa0\xad")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = {
    b"PK\x03\x04": "a zip file or a workbook; open it in a spreadsheet program and save the sheet as CSV (UTF-8)",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook; open it in a spreadsheet program and save the sheet as CSV (UTF-8)",
    b"\x1f\x8b": "compressed; unpack it first",
    b"SQLite format 3\x00": "a database; if it is a GeoPackage, give it the ending .gpkg",
    b"%PDF": "a PDF; give a table as CSV (UTF-8)",
}
GEONAMES_COLUMNS = 19


def read_csv(path: Path, wanted: Mapping[str, str], *, files: ExitStack) -> ListTable:
    """Open a text table and read its header.

    Parameters
    ----------
    path
        The file; its delimiter and encoding are found out.
    wanted
        Field to header as the user says it: helps to tell the delimiter.
    files
        Closes the file when the rows have been read.

    Raises
    ------
    ListUnreadable
        If the file is empty, is no text or has no header.
    """
    encoding, notes = find_encoding(path)
    lines = _Lines(files.enter_context(path.open(encoding=encoding, errors="replace", newline="")))
    try:
        delimiter, headers = _header(lines, wanted)
    except csv.Error as error:
        raise ListUnreadable("the file does not begin with a header; put one above it, such as name,lat,lon") from error
    return ListTable(headers=headers, rows=_rows(lines, delimiter, headers, notes), encoding=encoding, notes=notes)


def find_encoding(path: Path) -> tuple[str, list[str]]:
    """Return the encoding of a text file, and notes for the reader where it is a guess.

    A byte order mark decides, then whether the whole file is UTF-8. What is neither is UTF-8 with a few broken letters, or in one of the
    old encodings.

    Raises
    ------
    ListUnreadable
        If the file is empty or no text.
    """
    with path.open("rb") as file:
        start = file.read(CHUNK_BYTES)
        if not start.strip(b"\0 \t\r\n"):
            raise ListUnreadable("the file is empty; give a table with a header such as name,lat,lon")
        for magic, what in _BINARY.items():
            if start.startswith(magic):
                msg = f"the file is {what}"
                raise ListUnreadable(msg)
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                return encoding, []
        wide = _wide(start)
        if wide:
            return wide, [f"the file does not say its encoding; it was read as {wide}"]
        file.seek(0)
        foreign = _foreign_lines(iter(lambda: file.read(CHUNK_BYTES), b""))
    return ("utf-8", []) if foreign is None else _guessed(foreign)


def _wide(start: bytes) -> str:
    """Recognise UTF-16 without a mark by its zero bytes; other text has next to none."""
    zeros = start[:SAMPLE_BYTES].count(0)
    half = len(start[:SAMPLE_BYTES]) / 2
    for encoding, those in (("utf-16-le", start[1:SAMPLE_BYTES:2]), ("utf-16-be", start[0:SAMPLE_BYTES:2])):
        if those.count(0) > 0.4 * half and half >= 4:
            return encoding
    if zeros > 0.05 * half:
        raise ListUnreadable("the file holds binary data, no table; save it as CSV (UTF-8)")
    return ""


def _foreign_lines(chunks: Iterator[bytes]) -> bytes | None:
    """Return a sample of the lines with bytes above 127, or None if all is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample: list[bytes] = []
    size, broken = 0, False
    for chunk in chunks:
        if not broken:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                broken = True
        if size < SAMPLE_BYTES and not chunk.isascii():
            sample += [line[:LONGEST_ROW] for line in chunk.splitlines() if not line.isascii()]
            size = sum(map(len, sample))
    if not broken:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            broken = True
    return b"\n".join(sample)[:SAMPLE_BYTES] if broken else None


def _guessed(sample: bytes) -> tuple[str, list[str]]:
    """Tell damaged UTF-8 from the old encodings, Windows-1252 where nothing speaks for another."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    intact = sum(letter > "\x7f" for letter in text) - broken
    if intact > broken and broken <= MOST_BROKEN * len(text):
        return "utf-8", ["some letters of the file are broken and shown as \N{REPLACEMENT CHARACTER}"]
    # Imported here: it costs a tenth of a second and few lists need it.
    from charset_normalizer import from_bytes

    foreign = bytes(byte for byte in sample if byte > 0x7F)
    mostly_latin = len(foreign) < MOST_ACCENTS * len(sample)
    encoding = FALLBACK
    if not (mostly_latin and _WESTERN.issuperset(foreign.decode(FALLBACK, "replace"))):
        best = from_bytes(sample, cp_isolation=USUAL_ENCODINGS).best()
        if best is not None and not (mostly_latin and best.encoding in DOUBLE_BYTE):
            encoding = best.encoding
    note = (
        f"the file does not say its encoding and is not UTF-8; it was read as {encoding}: look whether the letters of its names are right"
    )
    return encoding, [note]


class _RowTooLong(csv.Error):
    """A row without end: a quotation mark that is never closed, or no row at all."""


class _Lines:
    """The lines of a file for ``csv.reader``, bounded, with their numbers, and able to go back to the second line of a broken row."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._letters = 0
        self.line = 0
        self.first_line = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        read_again = bool(self._again)
        line = self._again.popleft() if read_again else self._file.readline(LONGEST_ROW + 1)
        if not line:
            raise StopIteration
        self.line += 1
        self._row.append(line)
        self._letters += len(line)
        if len(line) > LONGEST_ROW and not line.endswith(("\n", "\r")):
            if not read_again:
                self._skip_rest_of_line()
            msg = f"the row is longer than {LONGEST_ROW:,} letters"
            raise _RowTooLong(msg)
        if self._letters > LONGEST_ROW or len(self._row) > MOST_LINES_A_ROW:
            raise _RowTooLong("a quotation mark is opened and not closed")
        return line

    def begin_row(self) -> None:
        """Say that the next line begins a row."""
        self._row, self._letters, self.first_line = [], 0, self.line + 1

    def give_up_row(self) -> bool:
        """Go back to the line behind the first of this row; say whether there were any."""
        rest = self._row[1:]
        self._again.extendleft(reversed(rest))
        self.line -= len(rest)
        return bool(rest)

    def _skip_rest_of_line(self) -> None:
        while (rest := self._file.readline(LONGEST_ROW + 1)) and not rest.endswith(("\n", "\r")):
            pass


def _header(lines: _Lines, wanted: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Read lines up to the header; return the delimiter and the headers."""
    first = next((line for line in lines if line.strip("\ufeff \t\r\n\0")), "")
    said = re.fullmatch(r"\ufeff?\"?sep=([^\w\r\n\"])\"?[\r\n]*", first, re.IGNORECASE)
    if said is not None:
        first = next((line for line in lines if line.strip()), "")
    record = [first.lstrip("\ufeff")]
    # A header with a line break inside quotation marks goes on.
    while record[-1] and sum(line.count('"') for line in record) % 2 and len(record) < 20:
        record.append(next(lines, ""))
    delimiters = said[1] if said is not None else DELIMITERS
    split = {delimiter: _cells(record, delimiter) for delimiter in delimiters}
    delimiter = max(split, key=lambda mark: (_recognised(split[mark], wanted), len(split[mark])))
    headers = tuple(" ".join(header.replace("\0", "").split()) for header in split[delimiter])
    _refuse_no_header(headers)
    return delimiter, headers


def _cells(record: list[str], delimiter: str) -> list[str]:
    try:
        return next(csv.reader(record, delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _recognised(headers: list[str], wanted: Mapping[str, str]) -> int:
    """Count the columns that are likely fields, to tell the delimiter by."""
    return len(guess_columns(headers[:MAX_COLUMNS])) + 2 * len({header.strip() for header in headers} & set(wanted.values()))


def _refuse_no_header(headers: tuple[str, ...]) -> None:
    if len(headers) > MAX_COLUMNS:
        msg = f"the table has more than {MAX_COLUMNS:,} columns; keep those of places"
        raise ListUnreadable(msg)
    numbers = sum(re.fullmatch(r"\s*[-+]?[0-9]+([.,][0-9]+)?\s*", header[:60]) is not None for header in headers)
    if len(headers) == GEONAMES_COLUMNS and numbers >= 3:
        raise ListUnreadable("the file has no header and looks like a GeoNames dump; import it as one, not as a list")
    if not any(headers) or numbers >= 2:
        msg = f"the first row is no header ({shown_headers(headers)}); put one above it, such as name,lat,lon"
        raise ListUnreadable(msg)
    if len(headers) == 1:
        msg = f"there is one column only, {shown(headers[0])}; separate columns with commas, semicolons, tabs or bars"
        raise ListUnreadable(msg)


def _rows(lines: _Lines, delimiter: str, headers: tuple[str, ...], notes: list[str]) -> Iterator[ListRow]:
    """Yield the rows behind the header, broken ones as problems, empty ones not at all."""
    open_quotes = count = 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            open_quotes += lines.give_up_row()
            if open_quotes > MOST_OPEN_QUOTES:
                msg = f"more than {MOST_OPEN_QUOTES:,} rows have quotation marks that are not closed; save the table again as CSV (UTF-8)"
                raise ListUnreadable(msg) from error
            row = ListRow(lines.first_line, problem=_reason(error))
        else:
            if cells is None:
                return
            if not any(map(str.strip, cells)):
                continue
            if count == 0 and all(cell.startswith("#") for cell in cells if cell.strip()):
                notes.append(f"line {lines.first_line} holds HXL tags and was left out")
                continue
            row = _row(lines.first_line, cells, headers)
        count += 1
        yield row


def _reason(error: csv.Error) -> str:
    if isinstance(error, _RowTooLong):
        return str(error)
    if "expected after" in str(error):
        return "letters follow a closing quotation mark (a quotation mark inside quotation marks is written twice)"
    if "unexpected end" in str(error):
        return "a quotation mark is opened and not closed"
    return f"not CSV: {error}"


def _row(line: int, cells: list[str], headers: tuple[str, ...]) -> ListRow:
    """Return a row whose cells go with the headers; empty cells behind the last column do not count."""
    extra = cells[len(headers) :]
    if len(cells) < len(headers) or any(map(str.strip, extra)):
        return ListRow(line, problem=f"the row has {len(cells):,} cells, the header has {len(headers):,}: {shown(cells[0])}")
    return ListRow(line, cells[: len(headers)])
