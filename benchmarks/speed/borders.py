"""How quick and how right distances to a border are, side by side with what is commonly done with shapely.

Run ``python -m benchmarks.speed.borders``. Every line is measured in this run on the same lines and positions, on this machine, so read the
ratios rather than the rates. The others' errors are against ours, which the tests hold to brute force within a metre.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from gazetteer.border_file import Edges
from gazetteer.borders import BorderLayer, load_borders
from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination, distances_km
from gazetteer.store import data_folder

SEED = 20160614
PAIR = ("KZ", "RU")
MANY = 50_000
FEW = 300
KM_PER_DEGREE = 111.32
WORLD_PROJECTIONS = {"web Mercator": 3857, "equidistant cylindrical": 4087}
"""EPSG codes of the projections of the world most often used for maps."""

FIRST_ANSWER = """
import time
started = time.perf_counter()
from gazetteer.borders import load_borders
from gazetteer.coordinates import LatLon
from gazetteer.store import data_folder
imported = time.perf_counter()
layer = load_borders(data_folder())
opened = time.perf_counter()
layer.border("KZ", "RU").nearest(LatLon(50.28, 57.21))
answered = time.perf_counter()
layer.coast().nearest(LatLon(50.28, 57.21))
coast = time.perf_counter()
# Not getrusage: its maximum is handed down from the process that started this one.
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(imported - started, opened - imported, answered - opened, coast - answered, peak / 1024)
"""

Positions = tuple[NDArray[np.float64], NDArray[np.float64]]


def positions(edges: Edges, count: int) -> Positions:
    """Return latitudes and longitudes of positions at 0.1 to 1000 km from places on the border, in random directions."""
    random = np.random.default_rng(SEED)
    feet = random.integers(0, len(edges), count)
    reach = 10 ** random.uniform(-1, 3, count)
    turn = random.uniform(0, 360, count)
    there = [
        destination(LatLon(float(edges.lat0[foot]), float(edges.lon0[foot])), float(bearing), float(km))
        for foot, bearing, km in zip(feet, turn, reach, strict=True)
    ]
    return np.array([place.lat for place in there]), np.array([place.lon for place in there])


def rate(work: Callable[[], object], count: int) -> float:
    """Return answers a second, the best of three runs."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return count / best


def edges_of(layer: BorderLayer) -> Edges:
    """Return all edges of the border between the two countries."""
    kinds = [{*PAIR} <= {*layer.file.units[left].countries, *layer.file.units[right].countries} for left, right in layer.file.sides]
    return layer.file.edges(np.flatnonzero(np.array(kinds)[layer.file.chunk_sides]))


def show(title: str, per_second: float, ours: float, errors: NDArray[np.float64] | None = None) -> None:
    """Print one line of the table: rate, ratio to ours, relative error in the median and at worst, and the worst in kilometres."""
    wrong = "exact" if errors is None else f"{np.median(errors[0]):8.1%} {errors[0].max():8.1%} {errors[1].max():9.1f} km"
    print(f"{title:<52}{per_second:>11,.0f}/s {per_second / ours:>9.4f}  {wrong:>32}")


def compare(layer: BorderLayer) -> None:
    """Measure ours and the others on the same lines and positions."""
    edges = edges_of(layer)
    line = shapely.multilinestrings(np.column_stack([edges.lon0, edges.lat0, edges.lon1, edges.lat1]).reshape(-1, 2, 2))
    shapely.prepare(line)
    lat, lon = positions(edges, MANY)
    border = layer.border(*PAIR)
    border.distances_km(lat[:1], lon[:1])
    few = lat[:FEW], lon[:FEW]
    points = shapely.points(few[1], few[0])
    truth = border.distances_km(*few)

    def in_degrees() -> NDArray[np.float64]:
        return np.asarray(shapely.distance(points, line)) * KM_PER_DEGREE

    def nearest_in_degrees() -> NDArray[np.float64]:
        foot = shapely.get_point(shapely.shortest_line(points, line), 1)
        return distances_km(*few, shapely.get_y(foot), shapely.get_x(foot))

    def ours_one_by_one() -> None:
        for one_lat, one_lon in zip(*few, strict=True):
            border.nearest(LatLon(float(one_lat), float(one_lon)))

    ours = rate(lambda: border.distances_km(lat, lon), MANY)
    print(f"{len(edges):,} edges of {'-'.join(PAIR)}; errors: median, worst (relative), worst")
    show("ours, many at once", ours, ours)
    ours_one_by_one()
    show("ours, one by one (opened)", rate(ours_one_by_one, FEW), ours)
    others = [("shapely, degrees times 111.32", in_degrees), ("shapely, nearest in degrees, then geodesic", nearest_in_degrees)]
    for title, work in [*others, *in_projections(line, few)]:
        off = np.abs(work() - truth)
        show(title, rate(work, FEW), ours, np.stack([off / truth, off]))


def in_projections(line: shapely.Geometry, few: Positions) -> list[tuple[str, Callable[[], NDArray[np.float64]]]]:
    """Return geopandas at work in two projections of the world, as is commonly done; nothing, and a word about it, where it is missing."""
    try:
        import geopandas
    except ImportError:
        print("(geopandas is not installed here: `pip install 'mapapp[geo]'` adds its rows)")
        return []
    lines, points = (geopandas.GeoSeries(shapes, crs=4326) for shapes in ([line], shapely.points(few[1], few[0])))

    def distances_in(projection: int) -> Callable[[], NDArray[np.float64]]:
        projected = lines.to_crs(projection).iloc[0]
        shapely.prepare(projected)
        return lambda: np.asarray(points.to_crs(projection).distance(projected)) / 1000.0

    return [(f"geopandas, {name}", distances_in(code)) for name, code in WORLD_PROJECTIONS.items()]


def main() -> None:
    """Measure and print."""
    imports, opening, first, coast, megabytes = map(
        float, subprocess.run([sys.executable, "-c", FIRST_ANSWER], capture_output=True, check=True, text=True).stdout.split()
    )
    print(f"fresh process: imports {imports:.2f} s, opening {opening * 1000:.0f} ms (asked: 300), at most {megabytes:.0f} MB (asked: 150)")
    print(f"  first distance of a pair {first * 1000:.0f} ms (asked: 100), first distance to the world's coast {coast * 1000:.0f} ms")
    layer = load_borders(data_folder())
    compare(layer)
    place = LatLon(50.28, 57.21)
    print(f"countries at a position: {rate(lambda: [layer.countries_at(place) for _ in range(100)], 100):,.0f}/s")
    print(f"nearest coast of the world: {rate(lambda: [layer.coast().nearest(place) for _ in range(20)], 20):,.0f}/s")
    print(f"peak memory of this run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
