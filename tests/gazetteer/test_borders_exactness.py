"""The search against brute force: every edge sampled along (lon, lat), every distance a geodesic, nothing left out."""

from __future__ import annotations

import numpy as np
import pytest

from gazetteer.border_file import Edges, Ground
from gazetteer.borders import Border, BorderLayer, load_borders
from gazetteer.coordinates import LatLon
from gazetteer.geodesy import destination, distance_km, distances_km
from gazetteer.store import data_folder

COARSE_M, FINE_M = 2500.0, 0.5
"""Sampling distances of the two rounds: the first finds which edges can matter, the second measures them."""

PAIRS = [
    "KZ-RU", "CN-MN", "IN-BD", "IN-PK", "IN-NP", "CN-RU", "AF-PK", "IQ-IR", "TR-SY", "MM-TH", "KH-VN", "ID-PG", "MY-ID", "SA-YE",
    "NO-SE", "NO-RU", "FI-RU", "FI-NO", "UA-RU", "PL-BY", "FR-ES", "DE-CZ", "RS-RO", "GB-IE", "BE-NL",
    "TD-LY", "ML-DZ", "ZA-LS", "CD-AO", "SD-SS", "SO-ET", "MA-DZ",
    "US-CA", "MX-US", "GT-MX", "PA-CO",
    "AR-CL", "BR-GF", "BR-PE", "BO-PY",
]  # fmt: skip
"""Forty borders of all continents that have any, the Arctic and both sides of Greenwich among them."""

POINTS_A_PAIR = 25
"""A thousand positions in all."""

COASTS = ["FJ", "RU", "NZ", "GL", "AQ", "KI"]


@pytest.fixture(name="layer", scope="module")
def _layer() -> BorderLayer:
    return load_borders(data_folder())


def edges_between(layer: BorderLayer, a: str, b: str | None) -> Edges:
    """Return the edges of a border, or with b None of a coast, picked from the file without the search."""
    units = layer.file.units
    kinds = []
    for left, right in layer.file.sides:
        one, other = units[left], units[right]
        if b is None:
            kinds.append(Ground.SEA in {one.ground, other.ground} and a in {*one.countries, *other.countries})
        else:
            kinds.append((a in one.countries and b in other.countries) or (b in one.countries and a in other.countries))
    return layer.file.edges(np.flatnonzero(np.array(kinds)[layer.file.chunk_sides]))


def sampled(edges: Edges, which: np.ndarray, step_m: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return lat, lon and edge of samples along (lon, lat), both ends included."""
    length_m = np.hypot(edges.lon1 - edges.lon0, edges.lat1 - edges.lat0)[which] * 111_700
    counts = np.ceil(length_m / step_m).astype(int) + 1
    edge = np.repeat(which, counts)
    share = (np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)) / np.repeat(np.maximum(counts - 1, 1), counts)
    lat = edges.lat0[edge] + share * (edges.lat1[edge] - edges.lat0[edge])
    lon = edges.lon0[edge] + share * (edges.lon1[edge] - edges.lon0[edge])
    return lat, lon, edge


def brute_force_km(edges: Edges, position: LatLon) -> float:
    """Return the distance to the nearest sample of all edges, to 0.25 m in the worst case."""
    lat, lon, edge = sampled(edges, np.arange(len(edges)), COARSE_M)
    km = distances_km(np.full(len(lat), position.lat), np.full(len(lat), position.lon), lat, lon)
    near = np.unique(edge[km <= km.min() + COARSE_M / 1000])
    for step in (50.0, FINE_M):
        lat, lon, edge = sampled(edges, near, step)
        km = distances_km(np.full(len(lat), position.lat), np.full(len(lat), position.lon), lat, lon)
        near = np.unique(edge[km <= km.min() + step / 1000])
    return float(km.min())


def positions_about(edges: Edges, seed: int, count: int = 6) -> list[LatLon]:
    """Return positions at 10 m to 3000 km from places on the line, in random directions."""
    random = np.random.default_rng(seed)
    feet = random.integers(0, len(edges), count)
    reach_km = 10 ** random.uniform(-2, 3.5, count)
    return [
        destination(LatLon(float(edges.lat0[foot]), float(edges.lon0[foot])), float(random.uniform(0, 360)), float(km))
        for foot, km in zip(feet, reach_km, strict=True)
    ]


@pytest.mark.parametrize("pair", PAIRS)
def test_borders_agree_with_brute_force(layer: BorderLayer, pair: str):
    """Within a metre of every sample, a thousand positions at 10 m to 3000 km; the answer is a point of the line, so never too near."""
    a, b = pair.split("-")
    edges = edges_between(layer, a, b)
    border = layer.border(a, b)
    for position in positions_about(edges, PAIRS.index(pair), POINTS_A_PAIR):
        check(border, edges, position)


@pytest.mark.parametrize("country", COASTS)
def test_coasts_agree_with_brute_force(layer: BorderLayer, country: str):
    """Across the antimeridian and at high latitudes too."""
    edges = edges_between(layer, country, None)
    for position in positions_about(edges, 100 + COASTS.index(country))[:2]:
        check(layer.coast(country), edges, position)


@pytest.mark.parametrize(
    ("lat", "lon"), [(-16.9, 180.0), (-16.9, -180.0), (65.5, 179.999), (71.3, -179.9), (-78.5, 180.0), (-90.0, 0.0), (90.0, 0.0)]
)
def test_antimeridian_and_poles_agree_with_brute_force(layer: BorderLayer, lat: float, lon: float):
    """Where longitudes jump or mean nothing."""
    country = "AQ" if lat < -60 else "FJ" if lat < 0 else "RU"
    check(layer.coast(country), edges_between(layer, country, None), LatLon(lat, lon))


def check(border: Border, edges: Edges, position: LatLon) -> None:
    """Compare the single search and the vectorised one with brute force."""
    point = border.nearest(position)
    truth = brute_force_km(edges, position)
    assert point.distance_km == pytest.approx(truth, abs=0.001)
    assert point.distance_km == pytest.approx(distance_km(position, point.position), abs=1e-9)


@pytest.mark.parametrize("name", ["KZ-RU", "US-CA", "IN-BD"])
def test_many_at_once_equal_one_by_one(layer: BorderLayer, name: str):
    """The vectorised search and the single one know the same lines."""
    border = layer.border(*name.split("-"))
    random = np.random.default_rng(7)
    lat, lon = random.uniform(-60, 75, 60), random.uniform(-180, 180, 60)
    single = [border.nearest(LatLon(float(a), float(b))).distance_km for a, b in zip(lat, lon, strict=True)]
    assert border.distances_km(lat, lon) == pytest.approx(np.array(single), abs=0.001)


def test_nothing_comes_of_nothing(layer: BorderLayer):
    """No positions, no distances."""
    assert layer.border("KZ", "RU").distances_km(np.array([]), np.array([])).tolist() == []


def test_distances_change_no_faster_than_one_walks(layer: BorderLayer):
    """A step of 100 m changes the distance by at most 100 m: no jumps at the seams of chunks, pieces and batches."""
    border = layer.border("KZ", "RU")
    random = np.random.default_rng(3)
    lat, lon = random.uniform(48, 55, 40), random.uniform(48, 85, 40)
    here = border.distances_km(lat, lon)
    steps = [destination(LatLon(float(a), float(b)), float(random.uniform(0, 360)), 0.1) for a, b in zip(lat, lon, strict=True)]
    there = border.distances_km(np.array([step.lat for step in steps]), np.array([step.lon for step in steps]))
    assert np.abs(there - here).max() <= 0.1 + 1e-6
