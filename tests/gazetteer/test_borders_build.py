"""The border build on a small invented world, and what the files in data/ must keep to."""

from __future__ import annotations

import hashlib
import json
import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.basemap import basemap_bytes, load_basemap
from gazetteer.border_file import BorderFile, Ground, Unit
from gazetteer.border_ground import unit_at
from gazetteer.border_search import LineSearch
from gazetteer.borders import load_borders
from gazetteer.build.border_faces import Faces, Outline, make_faces, width_m
from gazetteer.build.border_lines import Line, make_lines, simplified
from gazetteer.build.border_pack import pack, varints
from gazetteer.build.border_units import SEA_UNIT, assign_units
from gazetteer.coordinates import LatLon
from gazetteer.errors import DataDamaged
from gazetteer.store import data_folder

DEGREE = 100_000


def square(west: float, south: float, east: float, north: float) -> np.ndarray:
    """Return a closed ring on the grid."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return np.rint(np.array(corners) * DEGREE).astype(np.int64)


def outline(country: str, *box: float) -> Outline:
    """Return a rectangular country."""
    return Outline(country, (square(*box),))


def ground(outlines: list[Outline]) -> tuple[Faces, set[Unit]]:
    """Return the faces and the units of ground of an invented world."""
    faces = make_faces(outlines)
    return faces, set(assign_units(faces, ()))


def test_two_neighbours_share_one_border():
    """Two squares side by side: one land border, two coasts."""
    faces = make_faces([outline("AA", 0, 0, 1, 1), outline("BB", 1, 0, 2, 1)])
    lines = make_lines(faces, assign_units(faces, ()))
    borders = [line for line in lines if line.left.countries and line.right.countries]
    assert [(line.left.countries, line.right.countries) for line in borders] == [(("AA",), ("BB",))]
    assert sorted(borders[0].points.tolist()) == [[DEGREE, 0], [DEGREE, DEGREE]]
    assert len(lines) == 3


def test_the_left_of_a_line_is_to_its_left():
    """Going along the border of AA (west) and BB (east) with AA on the left, one goes north."""
    faces = make_faces([outline("AA", 0, 0, 1, 1), outline("BB", 1, 0, 2, 1)])
    (border,) = [line for line in make_lines(faces, assign_units(faces, ())) if line.left.countries and line.right.countries]
    assert border.points[0].tolist() == [DEGREE, 0]


def test_an_enclave_is_cut_out():
    """A country altogether within the outline of another is its own ground, not claimed ground."""
    _, units = ground([outline("AA", 0, 0, 3, 3), outline("BB", 1, 1, 2, 2)])
    assert units == {Unit(Ground.LAND, ("AA",), ""), Unit(Ground.LAND, ("BB",), "")}


def test_a_broad_overlap_is_disputed():
    """A tenth of a degree that both outlines hold is kept as ground of both."""
    _, units = ground([outline("AA", 0, 0, 1.1, 1), outline("BB", 1, 0, 2, 1)])
    assert Unit(Ground.DISPUTED, ("AA", "BB"), "") in units


def test_a_narrow_overlap_is_one_border_drawn_twice():
    """A hundred metres that both outlines hold is a strip."""
    _, units = ground([outline("AA", 0, 0, 1.001, 1), outline("BB", 1, 0, 2, 1)])
    assert Unit(Ground.STRIP, ("AA", "BB"), "") in units


@pytest.mark.parametrize(("gap", "closed"), [(0.001, True), (0.1, False)])
def test_gaps_between_countries(gap: float, closed: bool):
    """A narrow gap goes to a neighbour, a broad one is ground of either."""
    west = Outline("AA", (square(0, 0, 3, 3), square(1, 1, 1.5 + gap, 2)[::-1]))
    _, units = ground([west, outline("BB", 1, 1, 1.5, 2)])
    assert (Unit(Ground.DISPUTED, ("AA", "BB"), "") not in units) is closed


def test_a_lagoon_is_sea():
    """A hole within one country with a coast is water."""
    _, units = ground([Outline("AA", (square(0, 0, 3, 3), square(1, 1, 2, 2)[::-1]))])
    assert units == {SEA_UNIT, Unit(Ground.LAND, ("AA",), "")}


def test_a_territory_goes_before_its_state():
    """Ground that upstream gives to France and to French Guiana is French Guiana's."""
    faces = make_faces([outline("FR", 0, 0, 1, 1), outline("GF", 0, 0, 1, 1)])
    assert faces.owners == [("GF",)]


def test_the_width_of_a_strip_is_that_of_the_largest_circle_in_it():
    """A degree long and 0.001 degree wide: 111 m."""
    faces = make_faces([outline("AA", 0, 0, 1, 0.001)])
    assert width_m(faces.polygons[0]) == pytest.approx(111, abs=6)


@given(st.lists(st.integers(-(2**30), 2**30), max_size=50))
def test_what_is_packed_comes_out(values: list[int]):
    """Variable-length integers survive the round trip."""
    from gazetteer.border_file import _unzigzag, _varints

    assert _unzigzag(_varints(varints(np.array(values, dtype=np.int64)))).tolist() == values


def invented_lines(seed: int) -> list[tuple[Unit, Unit, np.ndarray]]:
    """Return wandering lines between three units."""
    random = np.random.default_rng(seed)
    a, b = Unit(Ground.LAND, ("AA",), ""), Unit(Ground.LAND, ("BB",), "")
    starts = random.integers(-8_000_000, 8_000_000, (8, 1, 2))
    courses = starts + np.cumsum(random.integers(-900, 900, (8, 300, 2)), axis=1) // 5 * 5
    starts_on_grid = courses // 5 * 5
    return [(a, b if place % 2 else SEA_UNIT, course) for place, course in enumerate(starts_on_grid)]


def test_lines_survive_the_file(tmp_path: Path):
    """All edges that go in come out, whatever the cutting and packing."""
    lines = invented_lines(1)
    path = tmp_path / "borders.bin"
    path.write_bytes(pack(lines, version="invented", vintage="never"))
    file = BorderFile(path)
    edges = file.edges(np.arange(len(file)))
    out = {tuple(edge) for edge in np.rint(np.column_stack([edges.lon0, edges.lat0, edges.lon1, edges.lat1]) * DEGREE).astype(int).tolist()}
    put_in = {(*start, *end) for _, _, course in lines for start, end in pairwise(course.tolist()) if start != end}
    assert out == put_in


def test_a_chunk_lies_within_its_box_and_radius(tmp_path: Path):
    """Searches leave out chunks on the word of box and radius."""
    from gazetteer.geodesy import ecef_m

    path = tmp_path / "borders.bin"
    path.write_bytes(pack(invented_lines(2), version="invented", vintage="never"))
    file = BorderFile(path)
    edges = file.edges(np.arange(len(file)))
    centres = ecef_m(file.centre_lat, file.centre_lon)[edges.chunk]
    for lon, lat in ((edges.lon0, edges.lat0), ((edges.lon0 + edges.lon1) / 2, (edges.lat0 + edges.lat1) / 2)):
        assert (np.linalg.norm(ecef_m(lat, lon) - centres, axis=1) <= file.radius_m[edges.chunk]).all()
        assert ((lon >= file.west[edges.chunk]) & (lon <= file.east[edges.chunk])).all()
        assert ((lat >= file.south[edges.chunk]) & (lat <= file.north[edges.chunk])).all()


@pytest.mark.parametrize("there_and_back", [[(1, 2), (2, 2.5), (1, 2)], [(2, 2.5), (1, 2), (2, 2.5)]])
def test_a_lagoon_thinned_out_to_nothing_misleads_nobody(tmp_path: Path, there_and_back: list[tuple[float, float]]):
    """South of it one is still in the country, and so between two coasts that cross each other."""
    country = Unit(Ground.LAND, ("AA",), "")
    lagoon = np.rint(np.array(there_and_back) * DEGREE).astype(np.int64)
    path = tmp_path / "borders.bin"
    path.write_bytes(pack([(country, SEA_UNIT, square(0, 0, 3, 3)), (SEA_UNIT, country, lagoon)], version="v", vintage="1"))
    assert unit_at(BorderFile(path), LatLon(1, 1.5)) == country
    assert unit_at(BorderFile(path), LatLon(2.9, 1.5)) == country
    assert unit_at(BorderFile(path), LatLon(3.1, 1.5)) is None
    assert unit_at(BorderFile(path), LatLon(1, 3.5)) is None


def test_the_order_of_lines_does_not_change_the_bytes():
    """The same lines give the same file."""
    lines = invented_lines(3)
    assert pack(lines, version="v", vintage="1") == pack(lines[::-1], version="v", vintage="1")


def test_no_lines_no_foot(tmp_path: Path):
    """A search over nothing finds nothing."""
    path = tmp_path / "borders.bin"
    path.write_bytes(pack(invented_lines(4), version="v", vintage="1"))
    assert LineSearch(BorderFile(path), np.array([], dtype=np.int64)).nearest(LatLon(0, 0)) is None


def test_thinning_out_stays_within_the_tolerance():
    """No vertex of a land border lies farther than 25 m from the thinned line, at 70 degrees north as at the equator."""
    import shapely

    for lat in (0, 70):
        random = np.random.default_rng(5)
        course = np.cumsum(random.integers(-60, 61, (4000, 2)), axis=0) + np.array([0, lat * DEGREE])
        thin = simplified(Line(Unit(Ground.LAND, ("AA",), ""), Unit(Ground.LAND, ("BB",), ""), course))
        plane = np.array([111.32 * np.cos(np.radians(lat)), 111.32]) / 100
        distances = shapely.distance(shapely.points(course * plane), shapely.linestrings(thin * plane))
        assert distances.max() <= 25 * 1.03
        assert len(thin) < len(course)
        assert (thin[[0, -1]] == course[[0, -1]]).all()


def test_the_smallest_islet_stays_a_ring():
    """Thirty metres across, far below the tolerance of coasts: still at least three corners."""
    ring = square(10, 10, 10.0003, 10.0003)
    assert len(simplified(Line(SEA_UNIT, Unit(Ground.LAND, ("AA",), ""), ring))) >= 4


# What is shipped ------------------------------------------------------------------------------------------------------------------------


def test_the_files_are_small_enough():
    """Borders at most 9 MB, the base map 1.5 and 4 MB."""
    data = data_folder()
    sizes = {name: (data / name).stat().st_size / 1e6 for name in ("borders/borders.bin", "basemap/coarse.json", "basemap/fine.json")}
    assert sizes["borders/borders.bin"] <= 9
    assert sizes["basemap/coarse.json"] <= 1.5
    assert sizes["basemap/fine.json"] <= 4


def test_the_files_are_those_described():
    """Digests in SOURCES.toml."""
    data = data_folder()
    listed = {entry["path"]: entry for entry in tomllib.loads((data / "SOURCES.toml").read_text("utf-8"))["file"]}
    for name in ("borders/borders.bin", "basemap/coarse.json", "basemap/fine.json", "handkept/disputes.csv"):
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == listed[name]["sha256"]


def test_licence_and_recipe_lie_beside_the_data():
    """The ODbL asks for the notice, the licence, and how to make the data again."""
    data = data_folder()
    for folder in ("borders", "basemap"):
        text = (data / folder / "LICENSE").read_text("utf-8")
        assert "© OpenStreetMap contributors" in text
        assert "https://opendatacommons.org/licenses/odbl/1.0/" in text
    assert "@geo-maps/countries-coastline-10m" in (data / "borders" / "RECIPE.md").read_text("utf-8")


@pytest.mark.parametrize("level", ["coarse", "fine"])
def test_the_base_map_is_what_its_description_says(level: str):
    """Closed rings within the world, outer ones counter-clockwise, lines of at least two points."""
    basemap = load_basemap(level)
    assert basemap["attribution"] == "© OpenStreetMap contributors"
    for polygon in basemap["land"]:
        for place, ring in enumerate(polygon):
            assert ring[0] == ring[-1]
            lon, lat = np.array(ring).T
            x, y = lon - lon[0], lat - lat[0]
            turn = (x[:-1] * y[1:] - x[1:] * y[:-1]).sum()
            assert turn >= -1e-9 if place == 0 else turn <= 1e-9
            assert np.abs(lon).max() <= 180
            assert np.abs(lat).max() <= 90
    assert all(len(line) >= 2 for line in basemap["borders"] + basemap["disputed"])
    assert len(basemap["borders"]) > 300
    assert len(basemap["disputed"]) > 50


def test_the_drawn_border_is_the_measured_one():
    """Each vertex of the fine base map's undisputed borders lies within tolerance (300 m) and grid of a land border that is measured."""
    layer = load_borders(data_folder())
    kinds = [Ground.SEA not in {layer.file.units[left].ground, layer.file.units[right].ground} for left, right in layer.file.sides]
    search = LineSearch(layer.file, np.flatnonzero(np.array(kinds)[layer.file.chunk_sides]))
    points = np.concatenate([np.array(line) for line in load_basemap("fine")["borders"]])[::9]
    assert search.distances_km(points[:, 1], points[:, 0]).max() < 0.4


def test_small_states_are_drawn():
    """Nauru, Tuvalu and the Maldives keep their largest island on the coarse map."""
    rings = [np.array(polygon[0]) for polygon in load_basemap("coarse")["land"]]
    for lat, lon in ((-0.53, 166.93), (-8.52, 179.20), (4.18, 73.51)):
        assert any(np.hypot(ring[:, 0] - lon, ring[:, 1] - lat).min() < 4 for ring in rings)


def test_unknown_levels_and_broken_files_are_refused(tmp_path: Path):
    """A level must be one of the two; a broken file is said to be broken."""
    with pytest.raises(ValueError, match="coarse and fine"):
        basemap_bytes("medium")
    (tmp_path / "basemap").mkdir()
    (tmp_path / "basemap" / "coarse.json").write_text(json.dumps({"land": 3}), encoding="utf-8")
    with pytest.raises(DataDamaged, match=r"coarse\.json"):
        load_basemap("coarse", data=tmp_path)
