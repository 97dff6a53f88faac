"""The nearest of millions of places to a position, exactly and without looking at more than some dozens of them.

Places stand along a curve that fills the map (Hilbert's), so that neighbours on the earth are mostly neighbours in the file: those that
stand where the position would stand give a first idea of how far one has to look. Every eight of
them have a circle round them, every eight circles a larger one, and so on up to one: a tree that needs no pointers and is mapped from a
file as it is. "Circles" are balls in earth-centred space, and what is compared are straight chords through the earth; so there are no
special cases at poles and at the 180th meridian. Of the places whose chord is nearly the shortest, the geodesic on the WGS 84 ellipsoid
is worked out, and decides.

The order of the places matters for speed only. The nearest place is the nearest in whichever order they come.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import cos, dist, inf, radians, sin, sqrt
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from gazetteer.geodesy import WGS84_FLATTENING, WGS84_MAJOR_AXIS_M, distances_km, ecef_m, ellipsoid
from gazetteer.record_table import DEGREE

if TYPE_CHECKING:
    import numpy.typing as npt

    from gazetteer.coordinates import LatLon

    Floats = npt.NDArray[np.float64]
    Numbers = npt.NDArray[np.int64]
    Units = npt.NDArray[np.int32]
    Circles = npt.NDArray[np.float32]
    Cells = npt.NDArray[np.uint32]
    Chord = TypeVar("Chord", float, Floats)

CIRCLES_COLUMN, CELLS_COLUMN = "grid.circles", "grid.cells"
"""Names of the columns of a column file with the circles, and with the cell of the first place in each of the smallest."""

FAN = 8
"""So many places are in a circle, and so many circles in the next larger one."""

SLACK_M = 8.0
"""Added to every radius: what single precision loses is less than 5 m at the far side of the earth."""

FAR_AWAY_M = 1e8
"""Where the empty circles stand that fill up the last eight of a level: farther than any place on earth."""

NOBODY = -1
"""The number given where there are no places at all."""

EARTHS_DIAMETER_M = 2.0 * WGS84_MAJOR_AXIS_M
NEAR_MARGIN, FAR_MARGIN, LEAST_MARGIN_M = 1e-6, 0.01, 1e-6
"""By how much a chord may be longer than another though its geodesic is shorter: nearly nothing where places are near, a hundredth of the
chord at the far side of the earth. Among 3 million pairs of positions, near and far, a second term of 0.004 was enough."""

_ECCENTRICITY2 = WGS84_FLATTENING * (2.0 - WGS84_FLATTENING)
_QUERIES_AT_ONCE = 4096
_MOST_LEAVES = 1 << 16
"""Questions are worked on in lots of this size, and a lot is halved that would look at more circles: memory stays below 100 MB."""

_CELL_BITS = 16
_NIBBLES = _CELL_BITS // 4
_TOO_MANY_NEAR = 16
"""For a question that comes alone a closer bound is looked for only where more circles are within the one it has."""

_EIGHT = np.arange(FAN)
_FIRST_LOOK = 200
"""A question that comes alone begins at the first level of no more circles, and goes down two levels at a time: there the calls cost more
than the numbers."""


def cell_of(lat_deg: npt.ArrayLike, lon_deg: npt.ArrayLike) -> npt.NDArray[np.uint32]:
    """Return the number, along the curve, of the cell in which a position lies (65,536 by 65,536 cells of equal degrees).

    Places that are to be found quickly are stored sorted by it.

    Parameters
    ----------
    lat_deg, lon_deg
        Positions in degrees, WGS 84; the numbers of one shape.
    """
    sides = 1 << _CELL_BITS
    x = np.clip((np.asarray(lon_deg, dtype=np.float64) + 180.0) * (sides / 360.0), 0, sides - 1).astype(np.uint16)
    y = np.clip((np.asarray(lat_deg, dtype=np.float64) + 90.0) * (sides / 180.0), 0, sides - 1).astype(np.uint16)
    numbers, states = _curve_tables()
    cell = np.zeros(x.shape, dtype=np.uint32)
    state = np.zeros(x.shape, dtype=np.uint16)
    for nibble in reversed(range(_NIBBLES)):
        at = state << 8 | (x >> 4 * nibble & 15) << 4 | (y >> 4 * nibble & 15)
        cell = cell << 8 | numbers[at]
        state = states[at]
    return cell


@lru_cache(maxsize=1)
def _curve_tables() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    """Return the curve's number and next state for a state and four binary digits each of x and y."""
    numbers, states = np.zeros(4 * 256, dtype=np.uint32), np.zeros(4 * 256, dtype=np.uint16)
    for at in range(4 * 256):
        state, number = at >> 8, 0
        for bit in (3, 2, 1, 0):
            quarter, state = _curve_step(state, at >> 4 + bit & 1, at >> bit & 1)
            number = number << 2 | quarter
        numbers[at], states[at] = number, state
    return numbers, states


@lru_cache(maxsize=1)
def _curve_lists() -> tuple[list[int], list[int]]:
    numbers, states = _curve_tables()
    return numbers.tolist(), states.tolist()


def _curve_step(state: int, x: int, y: int) -> tuple[int, int]:
    """Return which quarter of a square comes how many-th on the curve, and how the curve lies in that quarter.

    States: bit 0, x and y are exchanged; bit 1, both run backwards.
    """
    if state & 2:
        x, y = 1 - x, 1 - y
    if state & 1:
        x, y = y, x
    quarter = 3 * x ^ y
    if y:
        return quarter, state
    return quarter, state ^ (3 if x else 1)


def grid_columns(lat: Units, lon: Units) -> dict[str, npt.NDArray[np.generic]]:
    """Return the columns that a file of places must hold to be asked for the nearest one.

    Parameters
    ----------
    lat, lon
        Positions in units of 1e-5 degree (:data:`~gazetteer.record_table.DEGREE`), sorted by :func:`cell_of`.
    """
    return {CIRCLES_COLUMN: _circles(lat, lon), CELLS_COLUMN: _first_cells(lat, lon)}


def _first_cells(lat: Units, lon: Units) -> Cells:
    return cell_of(lat[::FAN] / DEGREE, lon[::FAN] / DEGREE)


def _circles(lat: Units, lon: Units) -> Circles:
    """Return the circles of all levels, smallest first; of every eight first all x, then all y, z and radii."""
    points = ecef_m(lat / DEGREE, lon / DEGREE)
    levels = [np.zeros(0, dtype=np.float32)]
    for level, groups in enumerate(_groups(len(lat))):
        circles = np.zeros((groups * FAN, 4), dtype=np.float32)
        circles[:, :3] = FAR_AWAY_M
        starts = np.arange(0, len(points), FAN ** (level + 1))
        centres = np.stack([(np.maximum.reduceat(axis, starts) + np.minimum.reduceat(axis, starts)) / 2 for axis in points.T], axis=1)
        used = circles[: len(starts)]
        used[:, :3] = centres
        counts = np.diff(starts, append=len(points))
        squares = sum((points[:, axis] - np.repeat(used[:, axis].astype(np.float64), counts)) ** 2 for axis in range(3))
        used[:, 3] = np.sqrt(np.maximum.reduceat(squares, starts)) + SLACK_M
        levels.append(circles.reshape(-1, FAN, 4).transpose(0, 2, 1).ravel())
    return np.concatenate(levels)


def _groups(places: int) -> list[int]:
    """Return how many eights of circles each level has, the smallest circles first; the last has one."""
    groups: list[int] = []
    circles = places
    while circles and (not groups or groups[-1] > 1):
        circles = -(-circles // FAN)
        groups.append(-(-circles // FAN))
    return groups


class PlaceGrid:
    """Finds the nearest of a fixed set of positions.

    Parameters
    ----------
    lat, lon
        Positions in units of 1e-5 degree (:data:`~gazetteer.record_table.DEGREE`), as a rule mapped from a file, sorted by :func:`cell_of`.
    circles, cells
        The columns that :func:`grid_columns` made of these very positions.
    numbers
        What to call the positions in answers; by default by their place in the arrays.
    """

    def __init__(self, lat: Units, lon: Units, circles: Circles, cells: Cells, *, numbers: npt.NDArray[np.uint32] | None = None) -> None:
        self._lat, self._lon, self._cells, self._numbers = lat, lon, cells, numbers
        self._levels: list[Circles] = []
        at = 0
        for groups in _groups(len(lat)):
            end = at + groups * 4 * FAN
            self._levels.append(circles[at:end].reshape(groups, 4, FAN))
            at = end

    @classmethod
    def of(cls, lat: Units, lon: Units) -> PlaceGrid:
        """Make one over positions that are not sorted; answers number them as they were given."""
        order = np.argsort(cell_of(lat / DEGREE, lon / DEGREE), kind="stable")
        sorted_lat, sorted_lon = lat[order], lon[order]
        circles, cells = _circles(sorted_lat, sorted_lon), _first_cells(sorted_lat, sorted_lon)
        return cls(sorted_lat, sorted_lon, circles, cells, numbers=order.astype(np.uint32))

    def __len__(self) -> int:
        return len(self._lat)

    # One question -----------------------------------------------------------------------------------------------------------------------

    def nearest(self, position: LatLon) -> tuple[int, float]:
        """Return the number of the nearest position, of several equally near the lowest, and how far it is in kilometres (geodesic).

        Where there are no positions, (:data:`NOBODY`, infinity).
        """
        if not self._levels:
            return NOBODY, inf
        point = np.array(_ecef_of_one(position.lat, position.lon))
        rows = self._rows_about(point, self._bound_by_curve(position, point))
        chords = np.sqrt(((ecef_m(self._lat[rows] / DEGREE, self._lon[rows] / DEGREE) - point) ** 2).sum(axis=1))
        close = rows[chords <= _with_margin(float(chords.min()))]
        inv, lat, lon, best = ellipsoid().inv, self._lat, self._lon, (inf, NOBODY)
        for row in close.tolist():
            _, _, metres = inv(position.lon, position.lat, lon[row] / DEGREE, lat[row] / DEGREE)
            best = min(best, (metres, row if self._numbers is None else int(self._numbers[row])))
        return best[1], best[0] / 1000.0

    def _bound_by_curve(self, position: LatLon, point: Floats) -> float:
        """Return a chord not shorter than that to the nearest place: to the places that stand where the position would."""
        start = FAN * max(0, bisect_right(self._first_cells, _cell_of_one(position)) - 1)
        places = zip(self._lat[start : start + FAN].tolist(), self._lon[start : start + FAN].tolist(), strict=True)
        here = point.tolist()
        return min(dist(here, _ecef_of_one(lat / DEGREE, lon / DEGREE)) for lat, lon in places)

    def _rows_about(self, point: Floats, bound: float) -> Numbers:
        """Return the places in all circles that come within a bound, or within a closer one that is found on the way."""
        levels, steps = self._levels, self._steps
        column = point.astype(np.float32).reshape(3, 1)
        within = np.arange(len(levels[steps[0]]))
        for step, level in enumerate(steps):
            if step:
                within = _children(within, len(levels[level]))
            groups = levels[level].take(within, axis=0)
            off, radius = groups[:, :3] - column, groups[:, 3]
            square = np.einsum("gak,gak->gk", off, off)
            near = square <= (radius + _with_margin(bound)) ** 2
            if step == 0 or np.count_nonzero(near) > _TOO_MANY_NEAR:
                bound = min(bound, float((np.sqrt(square) + radius).min()))
                near = square <= (radius + _with_margin(bound)) ** 2
            within = (within[:, None] * FAN + _EIGHT)[near]
        return _children(within, len(self._lat))

    @cached_property
    def _first_cells(self) -> memoryview:
        return self._cells.view(np.uint32).data  # a plain view: bisecting it is several times as quick as bisecting an array

    @cached_property
    def _steps(self) -> list[int]:
        """The levels at which a single question looks, largest circles first."""
        top = next(
            level
            for level in range(0, 2 * len(self._levels), 2)
            if level + 2 >= len(self._levels) or len(self._levels[level]) * FAN <= _FIRST_LOOK
        )
        return list(range(top, -1, -2))

    # Many questions ---------------------------------------------------------------------------------------------------------------------

    def nearest_many(self, lat_deg: Floats, lon_deg: Floats) -> tuple[Numbers, Floats]:
        """Return for many positions what :meth:`nearest` returns for one, as two arrays; quicker the nearer neighbours stand together.

        Parameters
        ----------
        lat_deg, lon_deg
            Positions in degrees, WGS 84.
        """
        numbers, km = np.full(len(lat_deg), NOBODY, dtype=np.int64), np.full(len(lat_deg), inf)
        if self._levels:
            for start in range(0, len(lat_deg), _QUERIES_AT_ONCE):
                lot = slice(start, start + _QUERIES_AT_ONCE)
                numbers[lot], km[lot] = self._answer(lat_deg[lot], lon_deg[lot])
        return numbers, km

    def _answer(self, lat_deg: Floats, lon_deg: Floats) -> tuple[Numbers, Floats]:
        points = ecef_m(lat_deg, lon_deg)
        found = self._circles_about(points.astype(np.float32), self._first_bound(lat_deg, lon_deg, points))
        if found is None:
            half = len(lat_deg) // 2
            parts = [self._answer(lat_deg[lot], lon_deg[lot]) for lot in (slice(half), slice(half, None))]
            return np.concatenate([numbers for numbers, _ in parts]), np.concatenate([km for _, km in parts])
        asked, circle = found
        rows, chords = self._chords(circle, points[asked])
        shortest = np.minimum.reduceat(chords.min(axis=1), np.searchsorted(asked, np.arange(len(points))))
        which, place = np.nonzero(chords <= _with_margin(shortest)[asked, None])
        asked, rows = asked[which], rows[which, place]
        km = distances_km(lat_deg[asked], lon_deg[asked], self._lat[rows] / DEGREE, self._lon[rows] / DEGREE)
        numbers = rows if self._numbers is None else self._numbers[rows].astype(np.int64)
        order = np.lexsort((numbers, km, asked))
        best = order[np.searchsorted(asked, np.arange(len(points)))]
        return numbers[best], km[best]

    def _first_bound(self, lat_deg: Floats, lon_deg: Floats, points: Floats) -> Floats:
        """Return chords not shorter than those to the nearest places: to the places that stand on the curve where the positions would."""
        circle = np.searchsorted(self._cells, cell_of(lat_deg, lon_deg), side="right") - 1
        _, chords = self._chords(np.maximum(circle, 0), points)
        return np.asarray(chords.min(axis=1))

    def _circles_about(self, points: Circles, bound: Floats) -> tuple[Numbers, Numbers] | None:
        """Return (question, smallest circle) of all circles that come within a bound, or within a closer one that is found on the way.

        None where they are too many to go on.
        """
        every = np.arange(len(points))
        asked, circle = every, np.zeros(len(points), dtype=np.int64)
        for level in reversed(self._levels):
            far, radius = _far(level[circle], points[asked])
            bound = np.minimum(bound, np.minimum.reduceat((far + radius).min(axis=1), np.searchsorted(asked, every)))
            group, inner = np.nonzero(far - radius <= _with_margin(bound)[asked, None])
            asked, circle = asked[group], circle[group] * FAN + inner
            if len(asked) > _MOST_LEAVES and len(points) > 1:
                return None
        return asked, circle

    def _chords(self, circle: Numbers, points: Floats) -> tuple[Numbers, Floats]:
        """Return the places of smallest circles, eight a row, and how far they are from points, one a row."""
        rows = np.minimum(circle[:, None] * FAN + _EIGHT, len(self._lat) - 1)
        off = ecef_m(self._lat[rows] / DEGREE, self._lon[rows] / DEGREE) - points[:, None]
        return rows, np.sqrt(np.einsum("cpa,cpa->cp", off, off))


def nearest_of(grids: Sequence[PlaceGrid], position: LatLon) -> tuple[int, int, float]:
    """Return which of several sets has the nearest position, its number there, and how far it is in kilometres.

    Of several equally near ones, that of the first set. (:data:`NOBODY`, :data:`NOBODY`, infinity) where all are empty.
    """
    best = (NOBODY, NOBODY, inf)
    for which, grid in enumerate(grids):
        number, km = grid.nearest(position)
        if km < best[2]:
            best = (which, number, km)
    return best


def nearest_many_of(grids: Sequence[PlaceGrid], lat_deg: Floats, lon_deg: Floats) -> tuple[Numbers, Numbers, Floats]:
    """Return for many positions (degrees) what :func:`nearest_of` returns for one, as three arrays."""
    which, numbers = np.full(len(lat_deg), NOBODY, dtype=np.int64), np.full(len(lat_deg), NOBODY, dtype=np.int64)
    km = np.full(len(lat_deg), inf)
    for at, grid in enumerate(grids):
        found, far = grid.nearest_many(lat_deg, lon_deg)
        nearer = far < km
        which[nearer], numbers[nearer], km[nearer] = at, found[nearer], far[nearer]
    return which, numbers, km


def _far(groups: Circles, points: Circles) -> tuple[Circles, Circles]:
    """Return how far points are from the centres of eight circles each, and the radii of these."""
    square = (groups[:, 0] - points[:, 0, None]) ** 2
    square += (groups[:, 1] - points[:, 1, None]) ** 2
    square += (groups[:, 2] - points[:, 2, None]) ** 2
    return np.sqrt(square, out=square), groups[:, 3]


def _children(of: Numbers, count: int) -> Numbers:
    """Return what stands below circles (one or more, in ascending order), eight for each, as far as there are so many."""
    below = (of[:, None] * FAN + _EIGHT).ravel()
    return below if below[-1] < count else below[below < count]


def _with_margin(chord_m: Chord) -> Chord:
    """Return the longest chord a place may have that is nearer, by the geodesic, than one with this chord."""
    far = chord_m / EARTHS_DIAMETER_M
    return chord_m * (1.0 + NEAR_MARGIN + FAR_MARGIN * far * far) + LEAST_MARGIN_M


def _cell_of_one(position: LatLon) -> int:
    """Return what :func:`cell_of` returns, for one position: several times as quick."""
    last = (1 << _CELL_BITS) - 1
    x = min(int((position.lon + 180.0) * ((last + 1) / 360.0)), last)
    y = min(int((position.lat + 90.0) * ((last + 1) / 180.0)), last)
    numbers, states = _curve_lists()
    cell = state = 0
    for shift in range(4 * (_NIBBLES - 1), -1, -4):
        at = state << 8 | (x >> shift & 15) << 4 | (y >> shift & 15)
        cell = cell << 8 | numbers[at]
        state = states[at]
    return cell


def _ecef_of_one(lat_deg: float, lon_deg: float) -> tuple[float, float, float]:
    """Return what :func:`~gazetteer.geodesy.ecef_m` returns, for one position: several times as quick."""
    phi, lam = radians(lat_deg), radians(lon_deg)
    sin_phi = sin(phi)
    prime_vertical = WGS84_MAJOR_AXIS_M / sqrt(1.0 - _ECCENTRICITY2 * sin_phi * sin_phi)
    across = prime_vertical * cos(phi)
    return across * cos(lam), across * sin(lam), prime_vertical * (1.0 - _ECCENTRICITY2) * sin_phi
