"""The nearest place against a look at every place."""

from __future__ import annotations

from math import inf

import numpy as np
import numpy.typing as npt
import pytest

from gazetteer import place_grid
from gazetteer.coordinates import LatLon
from gazetteer.geodesy import distances_km
from gazetteer.place_grid import CELLS_COLUMN, CIRCLES_COLUMN, NOBODY, PlaceGrid, cell_of, grid_columns, nearest_many_of, nearest_of

DEGREE = 100_000
Units = npt.NDArray[np.int32]


def units(lat_deg: npt.ArrayLike, lon_deg: npt.ArrayLike) -> tuple[Units, Units]:
    """Return positions as they stand in files."""
    lat, lon = (np.rint(np.asarray(values, dtype=np.float64) * DEGREE).astype(np.int32) for values in (lat_deg, lon_deg))
    return lat, lon


def all_over(count: int, seed: int = 1) -> tuple[Units, Units]:
    """Return positions evenly spread over the globe."""
    numbers = np.random.default_rng(seed)
    return units(np.degrees(np.arcsin(numbers.uniform(-1, 1, count))), numbers.uniform(-180, 180, count))


def clustered(count: int) -> tuple[Units, Units]:
    """Return positions about the poles, the equator and 60° N, most of them beside the 180th meridian."""
    numbers = np.random.default_rng(2)
    lat = np.clip(numbers.normal(numbers.choice([-90, 0, 60, 90], count), 1), -90, 90)
    return units(lat, (numbers.normal(numbers.choice([0, 180, -180], count), 2) + 180) % 360 - 180)


def repeated(count: int) -> tuple[Units, Units]:
    """Return positions of which many are the same."""
    lat, lon = clustered(count)
    return units(np.rint(lat / DEGREE), np.rint(lon / DEGREE))


def asked() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return positions to ask about: anywhere, and where maps have edges."""
    numbers = np.random.default_rng(3)
    lat = np.concatenate([numbers.uniform(-90, 90, 60), [90, -90, 0, 0, 89.999, 60, 60], np.clip(numbers.normal(90, 0.3, 10), -90, 90)])
    lon = np.concatenate([numbers.uniform(-180, 180, 60), [0, 180, 180, -180, 33, 180, -180], numbers.uniform(-180, 180, 10)])
    return lat, lon


def by_looking_at_all(lat: Units, lon: Units, position: LatLon) -> tuple[int, float]:
    """Return number and distance of the nearest."""
    km = distances_km(np.full(len(lat), position.lat), np.full(len(lat), position.lon), lat / DEGREE, lon / DEGREE)
    return int(km.argmin()), float(km.min())


@pytest.mark.parametrize("count", [1, 2, 8, 9, 64, 65, 513, 20_000])
@pytest.mark.parametrize("places", [all_over, clustered, repeated])
def test_the_nearest_is_the_nearest_of_all(places, count: int):
    """One by one and many at once: the same place as by measuring to every one, of several equally near the first."""
    lat, lon = places(count)
    grid = PlaceGrid.of(lat, lon)
    lat_asked, lon_asked = asked()
    expected = [by_looking_at_all(lat, lon, LatLon(float(y), float(x))) for y, x in zip(lat_asked, lon_asked, strict=True)]
    numbers, km = grid.nearest_many(lat_asked, lon_asked)
    single = [grid.nearest(LatLon(float(y), float(x))) for y, x in zip(lat_asked, lon_asked, strict=True)]
    assert numbers.tolist() == [number for number, _ in expected]
    assert km == pytest.approx([far for _, far in expected], abs=1e-9)
    assert [number for number, _ in single] == [number for number, _ in expected]
    assert [far for _, far in single] == pytest.approx([far for _, far in expected], abs=1e-9)


def test_stored_columns_answer_by_their_own_order():
    """Sorted by cell and written, places are numbered as they are stored; unsorted ones are found just the same, only slower."""
    lat, lon = clustered(3000)
    order = np.argsort(cell_of(lat / DEGREE, lon / DEGREE), kind="stable")
    lat_asked, lon_asked = asked()
    for rows in (order, np.arange(3000)):
        columns = grid_columns(lat[rows], lon[rows])
        grid = PlaceGrid(lat[rows], lon[rows], columns[CIRCLES_COLUMN], columns[CELLS_COLUMN])
        _, km = grid.nearest_many(lat_asked, lon_asked)
        assert km.tolist() == PlaceGrid.of(lat, lon).nearest_many(lat_asked, lon_asked)[1].tolist()
        position = LatLon(61.0, 179.0)
        assert lat[rows][grid.nearest(position)[0]] == lat[by_looking_at_all(lat, lon, position)[0]]


def test_no_places_have_no_nearest():
    """A layer of lakes has no towns."""
    empty = PlaceGrid.of(*units([], []))
    assert empty.nearest(LatLon(0, 0)) == (NOBODY, inf)
    numbers, km = empty.nearest_many(np.zeros(2), np.zeros(2))
    assert (numbers.tolist(), km.tolist()) == ([NOBODY, NOBODY], [inf, inf])
    assert nearest_of([empty], LatLon(0, 0)) == (NOBODY, NOBODY, inf)


def test_of_several_sets_the_nearest_wins():
    """Sets are asked one after the other; an empty one and a tie change nothing."""
    sets = [all_over(50, seed=4), units([], []), all_over(50, seed=5), all_over(50, seed=4)]
    grids = [PlaceGrid.of(*positions) for positions in sets]
    lat_asked, lon_asked = asked()
    which, numbers, km = nearest_many_of(grids, lat_asked, lon_asked)
    single = [nearest_of(grids, LatLon(float(y), float(x))) for y, x in zip(lat_asked, lon_asked, strict=True)]
    assert list(zip(which.tolist(), numbers.tolist(), strict=True)) == [answer[:2] for answer in single]
    assert km == pytest.approx([answer[2] for answer in single], abs=1e-9)
    assert set(which.tolist()) == {0, 2}
    together = PlaceGrid.of(*(np.concatenate(parts) for parts in zip(*sets, strict=True)))
    assert km.tolist() == together.nearest_many(lat_asked, lon_asked)[1].tolist()


def test_a_lot_with_too_many_ties_is_halved(monkeypatch: pytest.MonkeyPatch):
    """Memory stays bounded where a position has thousands of places equally near; the answers don't change."""
    lat, lon = units(np.full(2000, 80.0), np.arange(2000) * 0.18 - 180)
    grid = PlaceGrid.of(lat, lon)
    lat_asked, lon_asked = np.full(40, 90.0), np.linspace(-180, 180, 40)
    whole = grid.nearest_many(lat_asked, lon_asked)
    monkeypatch.setattr(place_grid, "_MOST_LEAVES", 100)
    halved = grid.nearest_many(lat_asked, lon_asked)
    assert [part.tolist() for part in halved] == [part.tolist() for part in whole]
    assert whole[1] == pytest.approx(np.full(40, whole[1][0]), abs=1e-9)


def test_cells_follow_a_curve_without_jumps():
    """Each cell of a square of 64 by 64 shares a side with the next one on the curve, and the square's cells come one after the other."""
    side = 1 << 16
    y, x = (axis.ravel() for axis in np.meshgrid(np.arange(64) + 128 * 64, np.arange(64) + 320 * 64, indexing="ij"))
    cells = cell_of((y + 0.5) * 180 / side - 90, (x + 0.5) * 360 / side - 180)
    order = np.argsort(cells)
    steps = np.abs(np.diff(y[order])) + np.abs(np.diff(x[order]))
    assert steps.tolist() == [1] * (64 * 64 - 1)
    assert int(cells.max()) - int(cells.min()) == 64 * 64 - 1


@pytest.mark.parametrize("position", [LatLon(-90, -180), LatLon(90, 180), LatLon(0, 0), LatLon(51.5, -0.1), LatLon(-33.9, 151.2)])
def test_a_single_cell_is_numbered_as_one_of_many(position: LatLon):
    """The quick form for one position and that for arrays agree, at the map's corners too."""
    assert place_grid._cell_of_one(position) == int(cell_of([position.lat], [position.lon])[0])
