"""Columns of numbers in one file, mapped into memory: opening costs a header, not the data.

A file holds the magic line, the length of a JSON header, the header, and the columns one after the other, each at a multiple of eight
bytes, all little-endian. A column is a flat array of numbers of one type. A text column is three: the UTF-8 bytes, the length of each
text in one or two bytes, and where every eighth text starts.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from gazetteer.errors import DataDamaged, DataMissing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MAGIC = b"MAPAPP COLUMNS 1\n"
_HEADER_LENGTH = struct.Struct("<I")
_ALIGN = 8
_BLOCK_BITS = 3
_BLOCK_MASK = -1 << _BLOCK_BITS
"""Of texts only the start of every eighth is kept; the lengths lead to the others."""
_TYPE_CODES = frozenset("BHIbhifd")
_MAX_BYTE = 255
MAX_TEXT_BYTES = 65_535
_MAX_COLUMN_BYTES = (1 << 32) - 1


class ColumnFile:
    """A file of columns, opened read-only and mapped into memory.

    Raises
    ------
    DataMissing
        If there is no such file.
    DataDamaged
        If the file is not a column file, or is shorter than its header says.
    """

    def __init__(self, path: Path) -> None:
        if sys.byteorder != "little":  # pragma: no cover - no such machine at hand
            msg = f"{path}: column files can be read on little-endian machines only"
            raise DataDamaged(msg)
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except FileNotFoundError as error:
            msg = f"{path} is missing: run `python -m gazetteer.build` or install mapapp again"
            raise DataMissing(msg) from error
        except ValueError as error:  # an empty file cannot be mapped
            msg = f"{path} is empty: install mapapp again"
            raise DataDamaged(msg) from error
        self._view = memoryview(self._map)
        self._start, header = _read_header(path, self._map)
        self.about: dict[str, Any] = header["about"]
        self._columns: dict[str, list[Any]] = header["columns"]
        if self._start + header["bytes"] != len(self._map):
            msg = f"{path} has {len(self._map):,} bytes instead of {self._start + header['bytes']:,}: install mapapp again"
            raise DataDamaged(msg)

    def names(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(self._columns)

    def raw(self, name: str) -> memoryview:
        """Return the bytes of a column."""
        _, offset, length = self._columns[name]
        return self._view[self._start + offset : self._start + offset + length]

    def column(self, name: str) -> memoryview:
        """Return a column as a typed view: indexing it gives plain Python numbers, which is quicker than numpy for single records."""
        return self.raw(name).cast(self._columns[name][0])

    def array(self, name: str) -> npt.NDArray[Any]:
        """Return a column as a numpy array on the same memory, for work on all records at once."""
        import numpy as np

        return np.frombuffer(self.raw(name), dtype=np.dtype(self._columns[name][0]).newbyteorder("<"))

    def texts(self, name: str) -> TextColumn:
        """Return a column of texts."""
        return TextColumn(self.raw(name), self.column(f"{name}.lengths"), self.column(f"{name}.starts"))


class TextColumn(Sequence[str]):
    """A column of texts, decoded one by one when asked for."""

    __slots__ = ("_bytes", "_lengths", "_starts")

    def __init__(self, raw: memoryview, lengths: memoryview, starts: memoryview) -> None:
        self._bytes = raw
        self._lengths = lengths
        self._starts = starts

    def __len__(self) -> int:
        return len(self._lengths)

    def __getitem__(self, index: Any) -> Any:
        if index.__class__ is slice:
            return [self[i] for i in range(*index.indices(len(self)))]
        lengths, first = self._lengths, index & _BLOCK_MASK
        start = self._starts[index >> _BLOCK_BITS]
        if first != index:
            start += sum(lengths[first:index])
        return str(self._bytes[start : start + lengths[index]], "utf-8")


def _read_header(path: Path, mapped: mmap.mmap) -> tuple[int, dict[str, Any]]:
    """Return where the columns begin, and the header."""
    fixed = len(MAGIC) + _HEADER_LENGTH.size
    if mapped[: len(MAGIC)] != MAGIC or len(mapped) < fixed:
        msg = f"{path} is not a column file of this version: install mapapp again"
        raise DataDamaged(msg)
    (length,) = _HEADER_LENGTH.unpack(mapped[len(MAGIC) : fixed])
    try:
        header = json.loads(mapped[fixed : fixed + length])
    except ValueError as error:
        msg = f"{path} has a broken header: install mapapp again"
        raise DataDamaged(msg) from error
    return _aligned(fixed + length), header


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGN) * _ALIGN


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Texts one behind the other as UTF-8 bytes, and the length of each in bytes."""

    raw: npt.NDArray[np.uint8]
    lengths: npt.NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> TextBlock:
        """Encode texts."""
        import numpy as np

        encoded = [text.encode() for text in texts]
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), np.array([len(text) for text in encoded], dtype=np.int64))

    def columns(self, name: str) -> dict[str, npt.NDArray[np.generic]]:
        """Return the three columns of which a text column is made."""
        import numpy as np

        longest = int(self.lengths.max(initial=0))
        if longest > MAX_TEXT_BYTES or len(self.raw) > _MAX_COLUMN_BYTES:
            msg = f"column {name}: a text of more than {MAX_TEXT_BYTES:,} bytes, or more than 4 GB of them, cannot be written"
            raise ValueError(msg)
        starts = (np.cumsum(self.lengths) - self.lengths)[:: 1 << _BLOCK_BITS].astype(np.uint32)
        return {
            name: self.raw,
            f"{name}.lengths": self.lengths.astype(np.uint8 if longest <= _MAX_BYTE else np.uint16),
            f"{name}.starts": starts,
        }


def write_columns(
    path: Path,
    *,
    about: Mapping[str, Any],
    columns: Mapping[str, npt.NDArray[np.generic]],
    texts: Mapping[str, Sequence[str] | TextBlock],
) -> None:
    """Write a column file; the same content always gives the same bytes.

    Parameters
    ----------
    path
        The file to write.
    about
        Anything JSON can hold; comes back as ``ColumnFile.about``.
    columns
        Arrays of numbers by name; their types must be among the type codes B H I b h i f d.
    texts
        Lists of texts by name, each text at most 65,535 bytes of UTF-8.
    """
    blocks: dict[str, npt.NDArray[np.generic]] = dict(columns)
    for name, values in texts.items():
        blocks |= (values if isinstance(values, TextBlock) else TextBlock.of(values)).columns(name)
    described: dict[str, tuple[str, int, int]] = {}
    end = 0
    for name, block in sorted(blocks.items()):
        if block.dtype.char not in _TYPE_CODES:
            msg = f"column {name}: type {block.dtype} cannot be written"
            raise TypeError(msg)
        begin = _aligned(end)
        described[name] = (block.dtype.char, begin, block.nbytes)
        end = begin + block.nbytes
    header = json.dumps({"about": about, "columns": described, "bytes": end}, ensure_ascii=False, sort_keys=True).encode()
    # Put in place at once: whoever has the old file mapped goes on reading the old one.
    unfinished = path.with_suffix(f"{path.suffix}.new")
    with unfinished.open("wb") as file:
        file.write(MAGIC + _HEADER_LENGTH.pack(len(header)) + header)
        _pad(file)
        for _, block in sorted(blocks.items()):
            _pad(file)
            file.write(_little_endian(block).data)
    unfinished.replace(path)


def _little_endian(block: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Return an array little-endian and in one piece, copied only where it is not."""
    import numpy as np

    return np.ascontiguousarray(block, dtype=block.dtype.newbyteorder("<"))


def _pad(file: IO[bytes]) -> None:
    file.write(b"\0" * (_aligned(file.tell()) - file.tell()))
