"""Last step of the border build: write lines into the file that :mod:`gazetteer.border_file` reads."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.border_file import MAGIC, MAX_STRAND, UNITS_PER_DEGREE, Ground, Unit
from gazetteer.geodesy import ecef_m

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK_VERTICES = 128
"""A chunk takes in strands until it has so many vertices: few enough to decode in no time, many enough to keep the table small."""

CHUNK_SPAN_DEG = 0.5
"""Several strands share a chunk only while its box stays smaller than this, so that far-apart islets do not."""

COAST_STEP = 5
"""Coasts are rounded to a grid of 5e-5 degree (5.6 m), small against the 100 m to which they are thinned out; saves a tenth of the file."""

SAMPLE_DEG = 0.05
"""Longer edges are sampled at this distance when the radius of a chunk is measured; the bulge between samples is under a metre."""

CELL_DEG = 1.0
"""Strands are sorted by squares of this size before they are packed, so that neighbours come together."""


@dataclass(frozen=True, slots=True)
class _Chunk:
    sides: int
    strands: list[NDArray[np.int64]]


def pack(lines: list[tuple[Unit, Unit, NDArray[np.int64]]], *, version: str, vintage: str) -> bytes:
    """Return the bytes of a border file.

    Parameters
    ----------
    lines
        Left unit, right unit, and vertices (lon, lat) on the grid of 1e-5 degree. The same lines in another order give the same bytes.
    version, vintage
        Of the border data; written into the header.
    """
    units = sorted({unit for left, right, _ in lines for unit in (left, right)})
    kinds = sorted({(units.index(left), units.index(right)) for left, right, _ in lines})
    steps = [COAST_STEP if Ground.SEA in {units[left].ground, units[right].ground} else 1 for left, right in kinds]
    place = {(units[left], units[right]): number for number, (left, right) in enumerate(kinds)}
    of_kind: list[list[NDArray[np.int64]]] = [[] for _ in kinds]
    for left, right, points in lines:
        number = place[left, right]
        of_kind[number].extend(_strands(_rounded(points, steps[number])))
    chunks = [chunk for number, strands in enumerate(of_kind) for chunk in _chunks(number, sorted(strands, key=_order))]
    columns, strand_count, vertices = _columns(chunks, steps)
    header = json.dumps(
        {
            "version": version,
            "vintage": vintage,
            "units": [[unit.ground.value, list(unit.countries), unit.dispute] for unit in units],
            "sides": kinds,
            "steps": steps,
            "chunks": len(chunks),
            "strands": strand_count,
            "vertex_bytes": len(vertices),
        },
        separators=(",", ":"),
        sort_keys=True,
    ).encode()
    start = len(MAGIC) + 4 + len(header)
    header += b" " * (-start % 8)
    return b"".join([MAGIC, struct.pack("<I", len(header)), header, columns, vertices])


def varints(values: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Encode whole numbers: zigzag, then seven bits a byte, low bits first, the high bit set on all bytes but the last."""
    rest = (values << 1) ^ (values >> 63)
    lengths = np.ones(len(rest), dtype=np.int64)
    for byte in range(1, 6):
        lengths += rest >= 1 << (7 * byte)
    ends = np.cumsum(lengths)
    out = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    for byte in range(int(lengths.max(initial=0))):
        there = np.flatnonzero(lengths > byte)
        more = np.where(lengths[there] > byte + 1, 128, 0)
        out[ends[there] - lengths[there] + byte] = ((rest[there] >> (7 * byte)) & 127) | more
    return out


def _rounded(points: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    """Return the points on a coarser grid, without those that fall together, but never fewer than two."""
    rounded = np.floor_divide(points + step // 2, step) * step
    fresh = np.ones(len(rounded), dtype=bool)
    fresh[1:] = (np.diff(rounded, axis=0) != 0).any(axis=1)
    return rounded[fresh] if fresh.sum() > 1 else rounded[:2]


def _strands(points: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Cut a line into strands of nearly equal length that share their end points."""
    pieces = -(-(len(points) - 1) // (MAX_STRAND - 1))
    cuts = np.linspace(0, len(points) - 1, pieces + 1).round().astype(int).tolist()
    return [points[start : end + 1] for start, end in pairwise(cuts)]


def _order(strand: NDArray[np.int64]) -> tuple[int, int, list[int]]:
    lon, lat = (int(value) for value in strand[0] // int(CELL_DEG * UNITS_PER_DEGREE))
    return lat, lon, strand.ravel().tolist()


def _chunks(sides: int, strands: list[NDArray[np.int64]]) -> list[_Chunk]:
    """Pack strands into chunks in the order given, while there is room and they are near each other."""
    chunks: list[_Chunk] = []
    room, corners = 0, np.empty((0, 2))
    for strand in strands:
        ends = np.stack([strand.min(axis=0), strand.max(axis=0)])
        both = np.concatenate([corners, ends])
        if len(strand) <= room and (np.ptp(both, axis=0) <= CHUNK_SPAN_DEG * UNITS_PER_DEGREE).all():
            chunks[-1].strands.append(strand)
            room, corners = room - len(strand), np.stack([both.min(axis=0), both.max(axis=0)])
        else:
            chunks.append(_Chunk(sides, [strand]))
            room, corners = CHUNK_VERTICES - len(strand), ends
    return chunks


def _columns(chunks: list[_Chunk], steps: list[int]) -> tuple[bytes, int, bytes]:
    """Return the table of chunks, the number of strands and the encoded vertices."""
    boxes, radii, encoded = [], [], []
    for chunk in chunks:
        points = np.concatenate(chunk.strands)
        south_west, north_east = points.min(axis=0), points.max(axis=0)
        boxes.append([*south_west, *north_east])
        radii.append(_radius_m(chunk.strands, (south_west + north_east) / 2))
        differences = np.diff(points, axis=0, prepend=south_west[None, :]) // steps[chunk.sides]
        encoded.append(varints(differences.ravel()).tobytes())
    lengths = [len(strand) for chunk in chunks for strand in chunk.strands]
    parts = [
        *(np.array(boxes, dtype="<i4")[:, side].tobytes() for side in range(4)),
        np.array(radii, dtype="<u4").tobytes(),
        np.cumsum([0, *(len(chunk.strands) for chunk in chunks)]).astype("<u4").tobytes(),
        np.cumsum([0, *map(len, encoded)]).astype("<u4").tobytes(),
        np.array([chunk.sides for chunk in chunks], dtype="<u2").tobytes(),
        np.array(lengths, dtype="u1").tobytes(),
    ]
    return b"".join(parts), len(lengths), b"".join(encoded)


def _radius_m(strands: list[NDArray[np.int64]], centre: NDArray[np.float64]) -> int:
    """Return the longest chord from the centre of the box to a point of the chunk, rounded up, in metres."""
    middle = ecef_m(centre[1:] / UNITS_PER_DEGREE, centre[:1] / UNITS_PER_DEGREE)
    points = np.concatenate([_sampled(strand / UNITS_PER_DEGREE) for strand in strands])
    return int(np.ceil(np.linalg.norm(ecef_m(points[:, 1], points[:, 0]) - middle, axis=1).max())) + 1


def _sampled(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the points of a line with more of them where they are far apart: between them a line may bulge away from the centre."""
    counts = np.maximum(np.ceil(np.abs(np.diff(points, axis=0)).max(axis=1) / SAMPLE_DEG), 1).astype(np.int64)
    if counts.max() == 1:
        return points
    at = np.append(np.repeat(np.arange(len(counts)), counts) + _fractions(counts), len(counts))
    return np.column_stack([np.interp(at, np.arange(len(points)), points[:, axis]) for axis in (0, 1)])


def _fractions(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return 0/n, 1/n … (n-1)/n for each count n, one after the other."""
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.asarray(steps / np.repeat(counts, counts))
