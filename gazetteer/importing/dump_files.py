"""Tell the files of a GeoNames dump apart by what is in them, and read them in pieces, out of their zip files."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO

from gazetteer.errors import ListUnreadable

PIECE_BYTES = 8 << 20
MAX_LINE_BYTES = 1 << 20
MAX_UNPACKED_BYTES = 64 << 30
"""A text that unpacks to more is no dump: the largest have some 2 GB."""

_LOOKED_AT = 64 << 10
_ZIPPED = b"PK\x03\x04"
_LANGUAGE = re.compile(rb"[A-Za-z][A-Za-z0-9_-]{0,11}|")
_OF_CODES = frozenset({b"post", b"phon", b"unlc", b"faac"})
"""Languages of alternate names that are numbers."""
_SIDE_FILES = frozenset({"readme.txt", "iso-languagecodes.txt"})
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, struct.error, ValueError, LZMAError, OSError)
"""What reading a zip file raises where it is damaged, cut short, locked by a password, or packed in a way that is not known."""


class Holds(StrEnum):
    """What a file of a dump holds."""

    PLACES = "places"
    ALTERNATE_NAMES = "alternate names"
    HIERARCHY = "hierarchy"
    ADMIN_CODES = "codes of divisions"


@dataclass(frozen=True)
class DumpFile:
    """A text file, perhaps inside a zip file."""

    path: Path
    member: str
    holds: Holds
    size_bytes: int

    @property
    def shown(self) -> str:
        """What to call it in messages."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name

    def pieces(self) -> Iterator[tuple[bytes, int]]:
        """Yield whole lines in pieces, each with the number of its first line, from 1.

        Raises
        ------
        ListUnreadable
            If the file cannot be read to its end.
        """
        line, kept = 1, b""
        with _opened(self.path, self.member) as file:
            try:
                while read := file.read(PIECE_BYTES):
                    whole, newline, rest = read.rpartition(b"\n")
                    if not newline:
                        kept += read
                        self._check_length(kept, line)
                        continue
                    piece = kept + whole + newline
                    yield piece, line
                    line += piece.count(b"\n")
                    kept = rest
            except ListUnreadable:
                raise
            except _DAMAGED as error:
                if not self.member:  # a disk that fails, not a file
                    raise
                msg = f"{self.shown} is damaged behind line {line} ({error}): download it again"
                raise ListUnreadable(msg) from error
        if kept:
            yield kept, line

    def _check_length(self, kept: bytes, line: int) -> None:
        if len(kept) > MAX_LINE_BYTES:
            msg = f"{self.shown}: line {line} is longer than a million characters: this is no dump"
            raise ListUnreadable(msg)


def find_dump_files(paths: Sequence[Path]) -> list[DumpFile]:
    """Return the files of a dump, those with places first.

    Parameters
    ----------
    paths
        Text files or zip files with such in them, in any order. What they hold is seen from their columns.

    Raises
    ------
    ListUnreadable
        If a file is none of a dump, or none has places.
    """
    found = [file for path in paths for file in _files_in(path)]
    if not any(file.holds is Holds.PLACES for file in found):
        msg = (
            f"{', '.join(path.name for path in paths)}: no places in there; give a country file such as KZ.zip or allCountries.zip as well"
        )
        raise ListUnreadable(msg)
    return sorted(found, key=lambda file: list(Holds).index(file.holds))


def is_dump(path: Path) -> bool:
    """Say whether a file is one of a GeoNames dump, from its first lines; a zip file is none of anything else."""
    if path.suffix.lower() == ".zip":
        return True
    try:
        return bool(_files_in(path))
    except (ListUnreadable, OSError):
        return False


def _files_in(path: Path) -> list[DumpFile]:
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                members = [member for member in archive.infolist() if _may_be_of_dump(member.filename)]
        except _DAMAGED as error:
            msg = f"{path.name} is damaged ({error}): download it again"
            raise ListUnreadable(msg) from error
        if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            msg = f"{path.name} unpacks to more than {MAX_UNPACKED_BYTES >> 30} GB: this is no dump"
            raise ListUnreadable(msg)
        found = [(member.filename, member.file_size) for member in members]
    else:
        found = [("", path.stat().st_size)]
    return [DumpFile(path, member, _what_it_holds(path, member), size) for member, size in found]


def _may_be_of_dump(member: str) -> bool:
    """Say whether a file in a zip file may be one of a dump: a text, none that explains the others, none that a Mac has put beside them."""
    name = PurePosixPath(member).name.lower()
    return name.endswith(".txt") and name not in _SIDE_FILES and not name.startswith("._")


def _opened(path: Path, member: str) -> IO[bytes]:
    return zipfile.ZipFile(path).open(member) if member else path.open("rb")


def _what_it_holds(path: Path, member: str) -> Holds:
    shown = f"{path.name}/{member}" if member else path.name
    try:
        with _opened(path, member) as file:
            head = file.read(_LOOKED_AT)
    except _DAMAGED as error:
        if not member:
            raise
        msg = f"{shown} is damaged ({error}): download it again"
        raise ListUnreadable(msg) from error
    if head.startswith(_ZIPPED):
        msg = f"{shown} is a zip file that is cut short or damaged: download it again"
        raise ListUnreadable(msg)
    lines = [line.rstrip(b"\r").split(b"\t") for line in head.split(b"\n")[:200] if line.strip() and not line.startswith(b"#")]
    votes = [_kind_of_row(cells) for cells in lines]
    found = max(Holds, key=votes.count)
    if not votes or votes.count(found) < votes.count(None):
        msg = (
            f"{shown} is no file of a GeoNames dump: those have 19 columns between tabs (places), 4 to 10 (alternate names), 3 (hierarchy) "
            "or 4 (codes of divisions). Lists of other kinds: .csv, .tsv, .geojson, .gpkg"
        )
        raise ListUnreadable(msg)
    return found


def _kind_of_row(cells: list[bytes]) -> Holds | None:
    columns = len(cells)
    number = [cell.strip(b"\xef\xbb\xbf").lstrip(b"-").isdigit() for cell in cells[:3]]
    if 15 <= columns <= 19 and number[0]:
        return Holds.PLACES
    if columns in (3, 2) and all(number[:2]):
        return Holds.HIERARCHY
    if columns == 4 and b"." in cells[0] and cells[3].isdigit():
        return Holds.ADMIN_CODES
    if 4 <= columns <= 10 and all(number[:2]) and _LANGUAGE.fullmatch(cells[2]) and (cells[2] in _OF_CODES or not _is_number(cells[3])):
        return Holds.ALTERNATE_NAMES
    return None


def _is_number(cell: bytes) -> bool:
    return cell.strip().lstrip(b"-").replace(b".", b"", 1).isdigit()
