"""The file of border lines: what is in it, and how to read a part of it without reading the whole.

A line separates the ground on its left from the ground on its right (:class:`Unit`). Lines are cut into *strands* of some hundred
vertices, and strands that separate the same two units and lie near each other are packed into *chunks*. A table of chunks (box, radius,
sides) is searched first; only chunks that can matter are decoded. The file is mapped into memory, not read.

Layout, little-endian: magic; length of the header (uint32); header (JSON, padded with blanks to a multiple of 8 bytes); then for n chunks
and m strands the columns west, south, east, north (int32, 1e-5 degree), radius (uint32, metres), first strand (uint32, n + 1), offset
into the vertices (uint32, n + 1), sides (uint16), length of a strand in vertices (uint8, m); then the vertices: zigzag variable-length
integers, lon and lat in turn, each the difference to the vertex before it (of the first of a chunk: to the south-western corner of its
box), divided by the step of the kind of line (header, 1 for borders; coasts lie on a coarser grid).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import DataDamaged, DataMissing

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC = b"MAPBORD1"
UNITS_PER_DEGREE = 100_000
"""Grid of the coordinates: 1e-5 degree, about 1.1 m."""

MAX_STRAND = 128
"""Most vertices in one strand; fits a byte."""


class Ground(StrEnum):
    """What lies on one side of a line."""

    SEA = "sea"
    LAND = "land"
    STRIP = "strip"
    """A narrow overlap of two outlines: two drawings of one border, both of which count."""
    DISPUTED = "disputed"
    """Ground that several countries claim or that the sources give to several; named if it is in disputes.csv."""


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """Ground on one side of a line: its countries (ISO 3166-1 alpha-2, sorted; none at sea) and the id of the dispute about it, if any."""

    ground: Ground
    countries: tuple[str, ...]
    dispute: str


@dataclass(frozen=True, slots=True)
class Edges:
    """Straight pieces in the (lon, lat) plane, degrees, from vertex 0 to vertex 1; ``chunk`` says which chunk each is from."""

    lon0: NDArray[np.float64]
    lat0: NDArray[np.float64]
    lon1: NDArray[np.float64]
    lat1: NDArray[np.float64]
    chunk: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.chunk)


class BorderFile:
    """An opened file of border lines.

    ``units`` and ``sides`` (left unit, right unit; one pair of numbers a kind of line) describe what the lines separate. ``chunk_sides``
    says which kind a chunk is. ``west``, ``south``, ``east``, ``north`` are degrees, ``radius_m`` reaches from the middle of the box
    (``centre_lat``, ``centre_lon``) over all lines of the chunk, as a chord through the earth.
    """

    def __init__(self, path: Path) -> None:
        """Map the file into memory.

        Raises
        ------
        DataMissing
            If there is no such file.
        DataDamaged
            If it is not a border file or is cut short.
        """
        if not path.is_file():
            msg = f"{path.name} is missing: run `python -m gazetteer.build` in a checkout, or install the package again"
            raise DataMissing(msg)
        if path.stat().st_size < len(MAGIC) + 4:
            msg = f"{path.name} is cut short"
            raise DataDamaged(msg)
        self._bytes: NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
        start, header = self._read_header(path.name)
        self.version: str = header["version"]
        self.vintage: str = header["vintage"]
        self.units = [Unit(Ground(ground), tuple(countries), dispute) for ground, countries, dispute in header["units"]]
        self.sides: list[tuple[int, int]] = [(left, right) for left, right in header["sides"]]
        self._step = np.array(header["steps"], dtype=np.int64)
        self._read_columns(path.name, start, header["chunks"], header["strands"], header["vertex_bytes"])

    def __len__(self) -> int:
        return len(self.chunk_sides)

    def _read_header(self, name: str) -> tuple[int, dict[str, Any]]:
        if self._bytes[: len(MAGIC)].tobytes() != MAGIC:
            msg = f"{name} is not a border file of this version"
            raise DataDamaged(msg)
        length = int(self._bytes[len(MAGIC) : len(MAGIC) + 4].view("<u4")[0])
        start = len(MAGIC) + 4 + length
        try:
            return start, json.loads(self._bytes[len(MAGIC) + 4 : start].tobytes())
        except ValueError as error:
            msg = f"{name}: the header is damaged"
            raise DataDamaged(msg) from error

    def _read_columns(self, name: str, start: int, chunks: int, strands: int, vertex_bytes: int) -> None:
        at = start

        def column(kind: str, count: int) -> NDArray[Any]:
            nonlocal at
            size = np.dtype(kind).itemsize * count
            part = self._bytes[at : at + size]
            if len(part) != size:
                msg = f"{name} is cut short"
                raise DataDamaged(msg)
            at += size
            return part.view(kind)

        boxes = [column("<i4", chunks) / UNITS_PER_DEGREE for _ in range(4)]
        self.west, self.south, self.east, self.north = boxes
        self.radius_m = column("<u4", chunks).astype(np.float64)
        self._first_strand = column("<u4", chunks + 1).astype(np.int64)
        self._first_byte = column("<u4", chunks + 1).astype(np.int64)
        self.chunk_sides = column("<u2", chunks).astype(np.int64)
        self._strand_end = np.concatenate([[0], np.cumsum(column("u1", strands), dtype=np.int64)])  # of strand i at i + 1
        self._vertices: NDArray[np.uint8] = column("u1", vertex_bytes)
        if at != len(self._bytes):
            msg = f"{name} is longer than its header says"
            raise DataDamaged(msg)
        self.centre_lon = (self.west + self.east) / 2
        self.centre_lat = (self.south + self.north) / 2

    def edges(self, chunks: NDArray[np.int64]) -> Edges:
        """Return the edges of some chunks, in the order of the chunks, those of a chunk in the order of its lines."""
        lengths = self._first_byte[chunks + 1] - self._first_byte[chunks]
        data: NDArray[np.uint8] = self._vertices[_ranges(self._first_byte[chunks], lengths)]
        vertex_bounds = self._strand_end[np.stack([self._first_strand[chunks], self._first_strand[chunks + 1]])]
        counts = vertex_bounds[1] - vertex_bounds[0]
        starts = np.cumsum(counts) - counts
        steps = np.repeat(self._step[self.chunk_sides[chunks]], counts)
        running = np.cumsum(_unzigzag(_varints(data)).reshape(-1, 2) * steps[:, None], axis=0)
        before = np.where(starts[:, None] > 0, running[starts - 1], 0)
        corner = np.rint(np.stack([self.west[chunks], self.south[chunks]], axis=1) * UNITS_PER_DEGREE).astype(np.int64)
        points = (running - np.repeat(before - corner, counts, axis=0)) / UNITS_PER_DEGREE
        strands = _ranges(self._first_strand[chunks], self._first_strand[chunks + 1] - self._first_strand[chunks])
        # The last vertex of a strand begins no edge: its number in this selection.
        shift = np.repeat(starts - vertex_bounds[0], self._first_strand[chunks + 1] - self._first_strand[chunks])
        begins = np.ones(len(points), dtype=bool)
        begins[self._strand_end[strands + 1] + shift - 1] = False
        first = np.flatnonzero(begins)
        lon, lat = points[:, 0], points[:, 1]
        return Edges(lon[first], lat[first], lon[first + 1], lat[first + 1], np.repeat(chunks, counts)[first])


def _ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return start, start + 1, … start + length - 1 for each start, one after the other."""
    ends = np.cumsum(lengths)
    return np.asarray(np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - lengths), lengths), dtype=np.int64)


def _varints(data: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Decode variable-length integers: seven bits a byte, low bits first, the high bit set on all bytes but the last."""
    ends = np.flatnonzero(data < 128)
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    lengths = ends - starts + 1
    values: NDArray[np.int64] = (data[starts] & 127).astype(np.int64)
    for byte in range(1, int(lengths.max(initial=0))):
        longer = np.flatnonzero(lengths > byte)
        values[longer] |= (data[starts[longer] + byte] & 127).astype(np.int64) << (7 * byte)
    return values


def _unzigzag(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Turn 0, 1, 2, 3, 4 … back into 0, -1, 1, -2, 2 and so on."""
    return np.asarray((values >> 1) ^ -(values & 1), dtype=np.int64)
