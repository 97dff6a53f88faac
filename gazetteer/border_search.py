"""Find the point of a set of lines that is nearest to a position, exactly, without reading all lines.

Straight pieces in (lon, lat) are neither geodesics nor straight in any plane that keeps distances, and the nearest point in degrees is
often not the nearest on the ground (22 % off at worst along Russia's border). So lines are cut along (lon, lat) into pieces so short that
their chord through the earth runs within a fraction of a metre of them; chords give candidates, and geodesics decide among these.

Whole chunks are left out by their bounding spheres, so a single search decodes a few chunks, which are kept for the next one, and needs
no index. Searches for many positions build a k-d tree of pieces on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.border_file import BorderFile, Edges
from gazetteer.coordinates import LatLon
from gazetteer.geodesy import distances_km, ecef_m, ecef_of_m, ellipsoid

if TYPE_CHECKING:
    from numpy.typing import NDArray

PIECE_M = 300.0
"""Longest piece, in metres: at 85 degrees of latitude its chord strays 2 cm from the line drawn in (lon, lat)."""

LONG_PIECE_M = 1000.0
"""Longest piece in the tree of a long set of lines (the world's coasts): strays 0.3 m at 85 degrees of latitude."""

MANY_EDGES = 400_000
"""From so many edges on, the tree is made of the longer pieces, to save memory."""

CHORD_SPREAD_M = 21.0
"""How much chords to points at one geodesic distance differ, in metres, at 1000 km; grows with the cube of the chord.

Measured on 400,000 random geodesics each at twelve distances from 100 to 19,900 km: 20.7 m times (chord / 1000 km)³ at all of them.
"""

METRES_PER_DEGREE = 111_700.0
"""Upper bound of the length of a degree of latitude, or of longitude at the equator, on WGS 84."""

BATCH_CHUNKS = 24
"""Chunks looked at together in a single search, nearest first."""

CHUNKS_KEPT = 512
"""Decoded chunks kept for single searches: about 16 MB, all of Russia's land border or that of a dozen pairs of countries."""

FEET_KEPT = 32
"""Nearest points kept: claims of one report ask for the same ones again, to choose an end, to measure, and for each reading."""

FEW_CANDIDATES = 12
"""So few geodesics are quicker one by one than as arrays."""

BATCH_POSITIONS = 8192
"""Positions searched at a time in a search for many."""


@dataclass(frozen=True, slots=True)
class Foot:
    """The nearest point of a set of lines, its geodesic distance, and the chunk of the border file it lies in."""

    position: LatLon
    distance_km: float
    chunk: int


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Short straight pieces: starting point and extent in degrees, and as chords in earth-centred metres."""

    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    dlon: NDArray[np.float64]
    dlat: NDArray[np.float64]
    start: NDArray[np.float64]
    chord: NDArray[np.float64]
    chunk: NDArray[np.int64]


class PieceStore:
    """The pieces of single chunks of a border file, decoded and cut when first asked for; those asked for last are kept."""

    def __init__(self, file: BorderFile) -> None:
        """Take an opened file; nothing is decoded yet."""
        self._file = file
        self.of_chunk = lru_cache(maxsize=CHUNKS_KEPT)(self._read)

    def _read(self, chunk: int) -> NDArray[np.float64]:
        """Return the pieces of a chunk as one column each, rows as in :class:`_Row`."""
        pieces = _cut(self._file.edges(np.array([chunk])), PIECE_M)
        length2 = np.einsum("ij,ij->i", pieces.chord, pieces.chord)
        inverse = 1.0 / np.where(length2 > 0.0, length2, 1.0)
        place = [pieces.lat, pieces.lon, pieces.dlat, pieces.dlon, pieces.chunk.astype(np.float64)]
        return np.vstack([pieces.start.T, pieces.chord.T, inverse, *place])


class LineSearch:
    """Nearest points on the lines of some chunks of a border file."""

    def __init__(self, file: BorderFile, chunks: NDArray[np.int64], store: PieceStore | None = None) -> None:
        """Take the chunks, in any order, and where decoded pieces are kept; nothing is decoded yet."""
        self._file = file
        self._chunks = np.sort(chunks)
        self._store = store or PieceStore(file)

    def __len__(self) -> int:
        return len(self._chunks)

    @cached_property
    def _spheres(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The middles and radii of the spheres around the chunks, in metres."""
        return ecef_m(self._file.centre_lat[self._chunks], self._file.centre_lon[self._chunks]), self._file.radius_m[self._chunks]

    @lru_cache(maxsize=FEET_KEPT)  # noqa: B019 -- keeps a few searches alive, which live as long as their layer anyway
    def nearest(self, position: LatLon) -> Foot | None:
        """Return the nearest point, None if there are no lines."""
        if not len(self._chunks):
            return None
        here = ecef_of_m(position)
        centres, radius = self._spheres
        away = centres - here
        to_centre = np.sqrt(np.einsum("ij,ij->i", away, away))
        low = to_centre - radius
        # The likeliest chunk alone comes first: what it gives leaves out most of the others.
        first = int(to_centre.argmin())
        feet = [_single_feet(self._store.of_chunk(int(self._chunks[first])), here)]
        best = float(feet[0].chord.min())
        low[first] = np.inf
        left = np.flatnonzero(low <= best + _slack_m(best))
        left = left[np.argsort(low[left], kind="stable")] if len(left) > BATCH_CHUNKS else left
        for at in range(0, len(left), BATCH_CHUNKS):
            batch = left[at : at + BATCH_CHUNKS]
            batch = batch[low[batch] <= best + _slack_m(best)]
            if not len(batch):
                break
            found = [self._store.of_chunk(int(chunk)) for chunk in self._chunks[batch]]
            feet.append(_single_feet(found[0] if len(found) == 1 else np.concatenate(found, axis=1), here))
            best = min(best, float(feet[-1].chord.min()))
        return _nearest_foot(position, feet, best)

    def distances_km(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the geodesic distance from each of many positions to the nearest point of the lines, in kilometres."""
        lat, lon = np.asarray(lat, dtype=np.float64), np.asarray(lon, dtype=np.float64)
        answers = np.empty(len(lat))
        for at in range(0, len(lat), BATCH_POSITIONS):
            part = slice(at, at + BATCH_POSITIONS)
            answers[part] = self._distances(lat[part], lon[part])
        return answers

    @cached_property
    def _tree(self) -> tuple[Any, _Pieces, float]:
        """The k-d tree of the middles of all pieces, the pieces, and half the length of the longest one."""
        from scipy.spatial import cKDTree

        edges = self._file.edges(self._chunks)
        pieces = _cut(edges, PIECE_M if len(edges) < MANY_EDGES else LONG_PIECE_M)
        half_m = float(np.sqrt(np.einsum("ij,ij->i", pieces.chord, pieces.chord).max())) / 2.0
        return cKDTree(pieces.start + pieces.chord / 2.0, balanced_tree=False, compact_nodes=False), pieces, half_m

    def _distances(self, lat: NDArray[np.float64], lon: NDArray[np.float64]) -> NDArray[np.float64]:
        tree, pieces, half_m = self._tree
        here = ecef_m(lat, lon)
        to_middle, _ = tree.query(here)
        balls = tree.query_ball_point(here, to_middle + half_m + _slack_m(to_middle + half_m), return_sorted=False)
        counts = np.fromiter(map(len, balls), dtype=np.int64, count=len(balls))
        piece = np.concatenate([np.asarray(ball, dtype=np.int64) for ball in balls])
        owner = np.repeat(np.arange(len(lat)), counts)
        foot_lat, foot_lon, chord = _feet(_chosen(pieces, piece), here[owner])
        least = np.minimum.reduceat(chord, np.cumsum(counts) - counts)
        near = np.flatnonzero(chord <= (least + _slack_m(least))[owner])
        owner = owner[near]
        km = distances_km(lat[owner], lon[owner], foot_lat[near], foot_lon[near])
        return np.minimum.reduceat(km, np.flatnonzero(np.diff(owner, prepend=-1)))


def _slack_m(chord_m: Any) -> Any:
    """Return how much longer a chord may be and still belong to the shorter geodesic, in metres; a metre more for rounding."""
    return CHORD_SPREAD_M * (chord_m / 1e6) ** 3 + 1.0


def _cut(edges: Edges, longest_m: float) -> _Pieces:
    """Cut edges along (lon, lat) into equal pieces of at most ``longest_m`` metres."""
    dlon, dlat = edges.lon1 - edges.lon0, edges.lat1 - edges.lat0
    widest = np.cos(np.radians(np.minimum(np.abs(edges.lat0), np.abs(edges.lat1))))
    counts = np.maximum(np.ceil(np.hypot(dlat, dlon * widest) * METRES_PER_DEGREE / longest_m), 1).astype(np.int64)
    edge = np.repeat(np.arange(len(edges)), counts)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    dlon, dlat = (dlon / counts)[edge], (dlat / counts)[edge]
    lon, lat = edges.lon0[edge] + step * dlon, edges.lat0[edge] + step * dlat
    start = ecef_m(lat, lon)
    return _Pieces(lon, lat, dlon, dlat, start, ecef_m(lat + dlat, lon + dlon) - start, edges.chunk[edge])


def _chosen(pieces: _Pieces, which: NDArray[np.int64]) -> _Pieces:
    return _Pieces(*(getattr(pieces, field)[which] for field in ("lon", "lat", "dlon", "dlat", "start", "chord", "chunk")))


def _feet(pieces: _Pieces, here: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return latitude and longitude of the nearest point of each piece to ``here``, and its distance through the earth in metres."""
    towards = here - pieces.start
    length2 = np.einsum("ij,ij->i", pieces.chord, pieces.chord)
    along = np.einsum("ij,ij->i", towards, pieces.chord) / np.where(length2 > 0.0, length2, 1.0)
    along = np.clip(along, 0.0, 1.0)
    chord = np.linalg.norm(towards - along[:, None] * pieces.chord, axis=1)
    return pieces.lat + along * pieces.dlat, pieces.lon + along * pieces.dlon, chord


class _Row:
    """Rows of a chunk's pieces: start and chord in earth-centred metres, 1 / chord², then as in :class:`_Pieces`."""

    START = slice(0, 3)
    CHORD = slice(3, 6)
    INVERSE, LAT, LON, DLAT, DLON, CHUNK = range(6, 12)


@dataclass(frozen=True, slots=True)
class _SingleFeet:
    """For each piece where its nearest point lies, as a share of the piece, and how far that is through the earth, in metres."""

    pieces: NDArray[np.float64]
    along: NDArray[np.float64]
    chord: NDArray[np.float64]


def _single_feet(pieces: NDArray[np.float64], here: NDArray[np.float64]) -> _SingleFeet:
    towards = here[:, None] - pieces[_Row.START]
    chord = pieces[_Row.CHORD]
    along = np.einsum("ij,ij->j", towards, chord)
    along *= pieces[_Row.INVERSE]
    np.maximum(along, 0.0, out=along)
    np.minimum(along, 1.0, out=along)
    towards -= along * chord
    return _SingleFeet(pieces, along, np.sqrt(np.einsum("ij,ij->j", towards, towards)))


def _nearest_foot(position: LatLon, found: list[_SingleFeet], best_m: float) -> Foot:
    """Return the candidate with the shortest geodesic; among equals the southernmost, westernmost one."""
    limit = best_m + _slack_m(best_m)
    near = [(feet, np.flatnonzero(feet.chord <= limit)) for feet in found]
    few = sum(map(len, (pieces for _, pieces in near))) <= FEW_CANDIDATES
    km, lat, lon, chunk = min(
        candidate for feet, pieces in near if len(pieces) for candidate in (_one_by_one if few else _together)(position, feet, pieces)
    )
    return Foot(LatLon(lat, lon), km, int(chunk))


_Candidate = tuple[float, float, float, float]
"""Geodesic distance in km, latitude, longitude, chunk."""


def _one_by_one(position: LatLon, feet: _SingleFeet, near: NDArray[np.int64]) -> Iterator[_Candidate]:
    inverse = ellipsoid().inv
    for piece in near:
        column, along = feet.pieces[:, piece], feet.along[piece]
        lat, lon = float(column[_Row.LAT] + along * column[_Row.DLAT]), float(column[_Row.LON] + along * column[_Row.DLON])
        _, _, metres = inverse(position.lon, position.lat, lon, lat)
        yield float(metres) / 1000.0, lat, lon, float(column[_Row.CHUNK])


def _together(position: LatLon, feet: _SingleFeet, near: NDArray[np.int64]) -> Iterator[_Candidate]:
    """Yield the nearest of many candidates; more than one only where several are equally near."""
    pieces, along = feet.pieces[:, near], feet.along[near]
    lat, lon = pieces[_Row.LAT] + along * pieces[_Row.DLAT], pieces[_Row.LON] + along * pieces[_Row.DLON]
    km = distances_km(np.full(len(lat), position.lat), np.full(len(lat), position.lon), lat, lon)
    least = np.flatnonzero(km == km.min())
    return zip(km[least].tolist(), lat[least].tolist(), lon[least].tolist(), pieces[_Row.CHUNK, least].tolist(), strict=True)
