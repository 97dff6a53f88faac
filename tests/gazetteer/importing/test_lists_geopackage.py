"""Lists as GeoPackages, made here with sqlite."""

import json
import shutil
import sqlite3
import struct
import subprocess
from contextlib import closing

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing import list_geopackage
from gazetteer.importing.listed_place import ListedPlace
from gazetteer.importing.lists import read_list
from gazetteer.place import Kind

WGS84, UTM40, UNDEFINED = 4326, 32640, -1
SYSTEMS = [
    (WGS84, "EPSG", 4326, "GEOGCS[...]"),
    (UTM40, "EPSG", 32640, "PROJCS[...]"),
    (UNDEFINED, "NONE", -1, "undefined"),
    (7, "nobody", 7, "rubbish"),
    (8, "EPSG", 999999, "rubbish"),
]


def blob(geometry, *, big=False, envelope=0, empty=False, extended=False):
    """Return a geometry as a GeoPackage stores it."""
    flags = (0 if big else 1) | envelope << 1 | empty << 4 | extended << 5
    header = b"GP" + bytes([0, flags]) + struct.pack(">i" if big else "<i", WGS84)
    wkb = geometry if isinstance(geometry, bytes) else shapely.to_wkb(geometry, byte_order=0 if big else 1, flavor="iso")
    return header + bytes((0, 32, 48, 48, 64, 0, 0, 0)[envelope]) + wkb


def make(path, layers, *, srs_id=WGS84, columns='name TEXT, kind TEXT, "Alt Names" TEXT'):
    """Write a GeoPackage: layers maps a table to rows of geometry and values."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER)")
        db.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z, m)")
        db.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id INTEGER, organization TEXT, organization_coordsys_id, definition)")
        db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES ('s', ?, ?, ?, ?)", SYSTEMS)
        for table, rows in layers.items():
            quoted = '"' + table.replace('"', '""') + '"'
            db.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?)", (table, table, srs_id))
            db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'Geom', 'GEOMETRY', ?, 0, 0)", (table, srs_id))
            db.execute(f"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY, geom BLOB, {columns})")
            for fid, row in rows.items():
                db.execute(f"INSERT INTO {quoted} VALUES ({', '.join('?' * (len(row) + 1))})", (fid, *row))
        db.commit()
    return path


def row(geometry, name="Aul", kind=None, aliases=None):
    """Return a row of the usual columns."""
    return (geometry, name, kind, aliases)


def at(lon, lat):
    """Return the stored form of a point."""
    return blob(shapely.Point(lon, lat))


def reasons(result):
    """Return fid and reason of each problem."""
    return [(problem.line, problem.reason) for problem in result.problems.rows]


def test_rows_are_read_with_their_columns(tmp_path):
    """Numbered by their key; the geometry's column is found whatever its case."""
    path = make(tmp_path / "a.gpkg", {"places": {5: row(at(57.21, 50.28), "Kum Aul", "hamlet", "Kum;Құм")}})
    result = read_list(path)
    assert [ListedPlace(name="Kum Aul", position=LatLon(50.28, 57.21), kind=Kind.VILLAGE, aliases=("Kum", "Құм"), line=5)] == result.places
    assert {"name": "name", "kind": "kind", "aliases": "Alt Names"} == result.columns


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("envelope", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("wkt", ["POINT (10 50)", "POINT Z (10 50 7)", "MULTIPOINT (10 50)", "POLYGON ((9 49, 11 49, 11 51, 9 51, 9 49))"])
def test_all_headers_and_byte_orders_are_read(tmp_path, big, envelope, wkt):
    """Envelopes are skipped."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(blob(shapely.from_wkt(wkt), big=big, envelope=envelope))}})
    assert (50, 10) == pytest.approx((read_list(path).places[0].position.lat, read_list(path).places[0].position.lon), abs=1e-9)


def test_areas_have_a_radius(tmp_path):
    """From the label point over the corners."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(blob(shapely.box(10, 50, 11, 51)))}})
    assert 60 < read_list(path).places[0].radius_km < 140


def test_other_coordinate_systems_are_turned_into_wgs84(tmp_path):
    """UTM zone 40: the central meridian, 57° E, lies at 500 km east."""
    square = shapely.box(499_000, 5_570_000, 501_000, 5_572_000)
    path = make(
        tmp_path / "a.gpkg", {"places": {1: row(at(500_000, 5_571_000)), 2: row(blob(square)), 3: row(at(1e30, 1e30))}}, srs_id=UTM40
    )
    result = read_list(path)
    for place in result.places:
        assert (57, 50.29) == pytest.approx((place.position.lon, place.position.lat), abs=0.01)
    assert [None, True] == [place.radius_km and 1.3 < place.radius_km < 1.5 for place in result.places]
    assert [3] == [line for line, _ in reasons(result)]


@pytest.mark.parametrize("srs_id", [UNDEFINED, 0, 7, 8, 12345])
def test_unknown_coordinate_systems_are_refused(tmp_path, srs_id):
    """Not taken for degrees."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(at(1, 2))}}, srs_id=srs_id)
    with pytest.raises(ListUnreadable, match=r"coordinate system.*EPSG:4326"):
        read_list(path)


def test_of_several_layers_one_is_said(tmp_path):
    """By its name; else all are listed."""
    path = make(tmp_path / "a.gpkg", {"roads": {1: row(at(1, 2), "R")}, "Places": {1: row(at(3, 4), "P")}})
    with pytest.raises(ListUnreadable, match='several layers, "Places", "roads"'):
        read_list(path)
    with pytest.raises(ListUnreadable, match='no layer "towns"; it has "Places", "roads"'):
        read_list(path, geopackage_layer="towns")
    assert ["P", "P"] == [read_list(path, geopackage_layer=name).places[0].name for name in ("Places", "places")]


@pytest.mark.parametrize("table", ['my "villages"; DROP TABLE gpkg_contents;--', "o'clock", "sélection ?#%", "select"])
def test_names_of_tables_and_columns_are_quoted(tmp_path, table):
    """Nothing of the file is run."""
    columns = 'name TEXT, "ki""nd; --" TEXT, c TEXT'
    path = make(tmp_path / "a.gpkg", {table: {1: row(at(1, 2), "A", "town")}}, columns=columns)
    result = read_list(path, columns={"kind": 'ki"nd; --'})
    assert ("A", Kind.CITY) == (result.places[0].name, result.places[0].kind)


@pytest.mark.parametrize("name", ["what?.gpkg", "a#b.gpkg", "100%41.gpkg", "mode=rw&x.gpkg", "név ő.gpkg", "a b.GPKG"])
def test_any_path_works_and_is_not_written_to(tmp_path, name):
    """It stands in a URI."""
    path = make(tmp_path / name, {"places": {1: row(at(1, 2))}})
    before = path.read_bytes()
    assert 1 == len(read_list(path).places)
    assert (before, [name]) == (path.read_bytes(), [file.name for file in tmp_path.iterdir()])


def test_a_file_in_write_ahead_mode_is_read_and_nothing_is_left_beside_it(tmp_path):
    """As a GIS leaves them."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(at(1, 2))}})
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
    assert 1 == len(read_list(path).places)
    assert ["a.gpkg"] == [file.name for file in tmp_path.iterdir()]


def nested(levels):
    """Return multipoints in multipoints, which overflow the stack of a reader that recurses."""
    return struct.pack("<BII", 1, 4, 1) * levels + struct.pack("<BIdd", 1, 1, 1.0, 2.0)


def test_broken_geometries_are_problems_with_their_fid(tmp_path):
    """The others are read."""
    line = shapely.to_wkb(shapely.LineString([(1, 2), (3, 4)]), flavor="iso")
    rows = {
        3: None, 4: b"", 5: b"XX" + bytes(40), 6: blob(shapely.Point(1, 2), empty=True), 7: blob(shapely.Point(1, 2), extended=True),
        8: at(1, 2)[:-3], 9: blob(line[:-1]), 10: blob(nested(2_000_000)), 11: blob(struct.pack("<BII", 1, 7, 1) + nested(0)),
        12: blob(struct.pack("<BII", 1, 2, 0xFFFFFFFF)), 13: blob(struct.pack("<BII", 1, 3, 0xFFFFFFFF) + bytes(4000)), 14: "text",
        15: at(1, 95), 16: blob(shapely.Point()), 17: blob(shapely.Point(1, 2), envelope=6), 18: blob(struct.pack("<BII", 1, 10, 0)),
        19: blob(b"\x05" + line), 20: blob(struct.pack("<BII", 1, 6, 0)), 21: blob(struct.pack("<BI", 1, 0x80000001) + bytes(16)),
        22: at(float("inf"), 2), 23: at(0, 0),
    }  # fmt: skip
    path = make(tmp_path / "a.gpkg", {"places": {fid: row(geometry) for fid, geometry in rows.items()} | {99: row(at(1, 2))}})
    result = read_list(path)
    assert [99] == [place.line for place in result.places]
    assert list(rows) == [fid for fid, _ in reasons(result)]
    said = dict(reasons(result))
    assert ("no geometry", "the geometry is empty", "the geometry is cut off") == (said[3], said[6], said[9])
    assert "a collection, a curve or a surface" in said[10]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80), st.booleans())
def test_no_bytes_in_a_geometry_do_any_harm(tmp_path, content, framed):
    """They are a place or a problem."""
    path = tmp_path / "hostile.gpkg"
    path.unlink(missing_ok=True)
    make(path, {"places": {1: row(blob(content) if framed else b"GP" + content), 2: row(at(1, 2))}})
    result = read_list(path)
    assert 2 == len(result.places) + result.problems.left_out


def test_text_that_is_not_utf8_is_shown_as_broken(tmp_path):
    """And counted; the place is kept."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(at(1, 2))}})
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE places SET name = CAST(x'41ff42' AS TEXT)")
        db.commit()
    result = read_list(path)
    assert ("A\ufffdB", 1) == (result.places[0].name, result.problems.mended["text with broken letters"])


def test_a_view_is_a_layer_whose_rows_are_counted(tmp_path):
    """It has no key."""
    path = make(tmp_path / "a.gpkg", {"places": {7: row(at(1, 2)), 8: row(None)}})
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE VIEW seen AS SELECT name, geom AS Geom FROM places")
        db.execute("UPDATE gpkg_contents SET table_name = 'seen'")
        db.execute("UPDATE gpkg_geometry_columns SET table_name = 'seen'")
        db.commit()
    result = read_list(path)
    assert ([1], [2]) == ([place.line for place in result.places], [line for line, _ in reasons(result)])


def test_a_view_without_end_is_stopped(tmp_path, monkeypatch):
    """A file cannot keep the program busy for ever."""
    monkeypatch.setattr(list_geopackage, "MOST_CALLS", 2)
    monkeypatch.setattr(list_geopackage, "STEPS_A_CALL", 10_000)
    path = make(tmp_path / "a.gpkg", {"places": {7: row(at(1, 2))}})
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT name, geom AS Geom FROM places WHERE (SELECT max(i) FROM n) > 0"
        )
        db.execute("UPDATE gpkg_contents SET table_name = 'endless'")
        db.execute("UPDATE gpkg_geometry_columns SET table_name = 'endless'")
        db.commit()
    with pytest.raises(ListUnreadable, match="cannot be read"):
        read_list(path)


def test_a_damaged_file_is_refused(tmp_path):
    """Whole pages overwritten."""
    path = make(tmp_path / "a.gpkg", {"places": {fid: row(at(1, 2), "x" * 100) for fid in range(1, 2000)}})
    data = path.read_bytes()
    path.write_bytes(data[:20_000] + b"\xff" * (len(data) - 20_000))
    with pytest.raises(ListUnreadable, match=r"cannot be read|no sound GeoPackage"):
        read_list(path)


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "empty"), (b"no database", "no GeoPackage"), (b"SQLite format 3\x00" + b"x" * 200, "GeoPackage")]
)
def test_what_is_no_geopackage_is_refused(tmp_path, content, said):
    """By its first bytes, or when asked."""
    path = tmp_path / "a.gpkg"
    path.write_bytes(content)
    with pytest.raises(ListUnreadable, match=said) as caught:
        read_list(path)
    assert "\n" not in str(caught.value)


def test_a_database_without_layers_is_refused(tmp_path):
    """Any other SQLite file, and a GeoPackage of tiles."""
    with closing(sqlite3.connect(tmp_path / "other.gpkg")) as db:
        db.execute("CREATE TABLE a (b)")
    with pytest.raises(ListUnreadable, match="no sound GeoPackage"):
        read_list(tmp_path / "other.gpkg")
    make(tmp_path / "bare.gpkg", {})
    with pytest.raises(ListUnreadable, match="no layer of features"):
        read_list(tmp_path / "bare.gpkg")


def test_a_layer_whose_table_is_gone_is_refused(tmp_path):
    """It is only in the list of contents."""
    path = make(tmp_path / "a.gpkg", {"places": {1: row(at(1, 2))}})
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE places")
    with pytest.raises(ListUnreadable, match="is not there"):
        read_list(path)


@pytest.mark.gis
@pytest.mark.parametrize("system", ["EPSG:4326", "EPSG:32640", "EPSG:3857"])
def test_geopackages_of_gdal_are_read(tmp_path, system):
    """As ogr2ogr writes them: points and areas, in degrees and in metres."""
    if shutil.which("ogr2ogr") is None:
        pytest.skip("ogr2ogr is not installed: apt install gdal-bin")
    square = [[[57.0, 50.0], [57.2, 50.0], [57.2, 50.1], [57.0, 50.1], [57.0, 50.0]]]
    features = [
        {"type": "Feature", "properties": {"name": "Kum Aul", "pop": 1200}, "geometry": {"type": "Point", "coordinates": [57.21, 50.28]}},
        {"type": "Feature", "properties": {"name": "Құм", "pop": None}, "geometry": {"type": "Polygon", "coordinates": square}},
        {"type": "Feature", "properties": {"name": "Nowhere", "pop": 3}, "geometry": None},
    ]
    source, path = tmp_path / "source.geojson", tmp_path / "made.gpkg"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    command = ["ogr2ogr", "-f", "GPKG", "-t_srs", system, "-nln", "my places", str(path), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    result = read_list(path, geopackage_layer="my places")
    assert [("Kum Aul", 1200, 1), ("Құм", None, 2)] == [(place.name, place.population, place.line) for place in result.places]
    assert (50.28, 57.21) == pytest.approx((result.places[0].position.lat, result.places[0].position.lon), abs=1e-6)
    assert 8 < result.places[1].radius_km < 16
    assert [(3, "no geometry")] == reasons(result)
