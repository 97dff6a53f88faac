"""Lists as GeoJSON."""

import json

import pytest

from gazetteer import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.geodesy import distance_km
from gazetteer.importing import list_geojson
from gazetteer.importing.listed_place import ListedPlace
from gazetteer.importing.lists import read_list
from gazetteer.place import Kind

SQUARE = [[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]]


@pytest.fixture
def listed(tmp_path):
    """Give a function that writes a file and reads it."""

    def read(content, *, ending=".geojson", **options):
        path = tmp_path / f"list{ending}"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return read_list(path, **options)

    return read


def feature(geometry, **properties):
    """Return a feature."""
    return {"type": "Feature", "geometry": geometry, "properties": {"name": "Aul"} | properties}


def point(lon, lat, **properties):
    """Return a feature at a point."""
    return feature({"type": "Point", "coordinates": [lon, lat]}, **properties)


def drawn(kind, coordinates):
    """Return a feature of another geometry."""
    return feature({"type": kind, "coordinates": coordinates})


def collection(*features, **members):
    """Return a collection."""
    return {"type": "FeatureCollection", "features": list(features)} | members


def reasons(result):
    """Return number and reason of each problem."""
    return [(problem.line, problem.reason) for problem in result.problems.rows]


def test_points_are_read_with_their_properties(listed):
    """Lists of strings are aliases; an altitude does no harm; numbers become text."""
    first = point(57.21, 50.28, name="Kum Aul", aliases=["Kum", "Құм"], kind="village", pop=1200.0, pcode=77, note=None)
    first["geometry"]["coordinates"].append(230.5)
    result = listed(collection(first, point(58, 51, name="Other", aliases="A|B")))
    assert result.places[0] == ListedPlace(
        name="Kum Aul", position=LatLon(50.28, 57.21), aliases=("Kum", "Құм"), kind=Kind.VILLAGE, population=1200, place_id="77", line=1
    )
    assert (("A", "B"), 2) == (result.places[1].aliases, result.places[1].line)
    assert {"name": "name", "aliases": "aliases", "kind": "kind", "population": "pop", "id": "pcode", "note": "note"} == result.columns


def test_the_id_of_a_feature_is_the_identifier_where_no_column_is(listed):
    """Text or number."""
    result = listed(collection(point(1, 2) | {"id": "n5"}, point(1, 3) | {"id": 6}, point(1, 4) | {"id": [7]}))
    assert ["n5", "6", ""] == [place.place_id for place in result.places]


def test_a_single_feature_and_a_mark_are_fine(listed):
    """As tools write them."""
    assert 1 == len(listed(b"\xef\xbb\xbf" + json.dumps(point(1, 2)).encode(), ending=".json").places)


@pytest.mark.parametrize("separator", [b"\n", b"\r\n", b"\n\n", b"\n\x1e"])
@pytest.mark.parametrize("ending", [".geojsonl", ".ndjson"])
def test_one_feature_a_line(listed, separator, ending):
    """Numbered by line; a broken line costs itself only; columns may come late."""
    lines = [json.dumps(point(1, 2)).encode(), b"{broken", b"[1]", json.dumps(point(3, 4, note="late")).encode()]
    result = listed(separator.join(lines), ending=ending)
    assert ["", "late"] == [place.note for place in result.places]
    step = 2 if separator == b"\n\n" else 1
    assert [(1 + step), (1 + 2 * step)] == [line for line, _ in reasons(result)]
    assert reasons(result)[0][1].startswith("not JSON: ")
    assert "not a GeoJSON feature" == reasons(result)[1][1]


@pytest.mark.parametrize(
    ("kind", "coordinates", "within"),
    [
        ("Polygon", SQUARE, (50, 51, 10, 11)),
        ("MultiPolygon", [SQUARE], (50, 51, 10, 11)),
        ("LineString", [[10, 50], [11, 51, 300]], (50, 51, 10, 11)),
        ("MultiLineString", [[[10, 50], [11, 51]]], (50, 51, 10, 11)),
        ("MultiPoint", [[10, 50], [11, 51]], (50, 51, 10, 11)),
    ],
)
def test_other_geometries_have_a_label_point_and_a_radius_over_all_vertices(listed, kind, coordinates, within):
    """The point lies inside, the radius reaches to the farthest corner."""
    (place,) = listed(collection(drawn(kind, coordinates))).places
    south, north, west, east = within
    assert south <= place.position.lat <= north
    assert west <= place.position.lon <= east
    farthest = max(
        distance_km(place.position, LatLon(lat, lon)) for lat in (south, north) for lon in (west, east) if (lat == south) == (lon == west)
    )
    assert place.radius_km >= farthest - 1e-6


def test_the_label_point_of_a_ring_is_on_its_ground(listed):
    """Not in the lake that it goes round."""
    hole = [[10.1, 50.1], [10.1, 50.9], [10.9, 50.9], [10.9, 50.1], [10.1, 50.1]]
    (place,) = listed(collection(drawn("Polygon", [*SQUARE, hole]))).places
    assert not (50.1 < place.position.lat < 50.9 and 10.1 < place.position.lon < 10.9)


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Polygon", [[[179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]]]),
        (
            "MultiPolygon",
            [
                [[[179, -17], [180, -17], [180, -16], [179, -16], [179, -17]]],
                [[[-180, -17], [-179, -17], [-179, -16], [-180, -16], [-180, -17]]],
            ],
        ),
        ("LineString", [[179, -17], [-179, -16]]),
        ("MultiPoint", [[179, -17], [-179, -16]]),
    ],
)
def test_geometries_across_the_180th_meridian_stay_small(listed, kind, coordinates):
    """Cut in two, or not cut at all."""
    (place,) = listed(collection(drawn(kind, coordinates))).places
    assert 179 <= abs(place.position.lon) <= 180
    assert -17 <= place.position.lat <= -16
    assert 50 < place.radius_km < 260


def test_a_bow_tie_has_a_label_point(listed):
    """Invalid rings are common in lists drawn by hand."""
    (place,) = listed(collection(drawn("Polygon", [[[10, 50], [12, 52], [12, 50], [10, 52], [10, 50]]]))).places
    assert 10 <= place.position.lon <= 12


def test_geometries_that_give_no_place_are_problems(listed):
    """Each with its number and reason; the others are read."""
    result = listed(
        collection(
            feature(None), point(1, 95), point(95, 120), point("a", 1), point(True, 1), drawn("Point", []), drawn("Polygon", []),
            drawn("Polygon", [[[1, 2], [3, 4]]]), drawn("LineString", [["x", 1], [2, 3]]), drawn("Curve", []),
            drawn("LineString", [[1, 2], [200, 3]]), feature({"type": "GeometryCollection", "geometries": []}), point(0, 0), 5,
            {"type": "Feature"}, point(1, 2),
        )
    )  # fmt: skip
    assert [16] == [place.line for place in result.places]
    assert [
        (1, "no geometry"),
        (2, "longitude 1, latitude 95: out of range (latitude and longitude swapped?)"),
        (3, "longitude 95, latitude 120: out of range"),
        (4, "the coordinates are no numbers"),
        (5, "the coordinates are no numbers"),
        (6, "no coordinates"),
        (7, "the geometry is empty"),
        (8, "the geometry (Polygon) is broken"),
        (9, "the geometry (LineString) is broken"),
        (10, 'unknown geometry "Curve"'),
        (11, "the geometry is out of range"),
        (12, "a collection of several geometries is no single place"),
        (13, "latitude 0, longitude 0 stands for a missing position (null island)"),
        (14, "not a GeoJSON feature"),
        (15, "no name"),
    ] == reasons(result)


def test_latitude_first_is_said(listed):
    """As a hint in a row, as an error where all are so."""
    result = listed(collection(point(50, 120), point(120, 50)))
    assert [(1, "longitude 50, latitude 120: out of range (latitude and longitude swapped?)")] == reasons(result)
    with pytest.raises(ListUnreadable, match="swapped in every feature"):
        listed(collection(point(50, 120), drawn("LineString", [[50, 120], [51, 121]])))


def test_nested_values_are_left_out_and_counted(listed):
    """Objects and lists are no text."""
    result = listed(collection(point(1, 2, note={"a": 1}, kind=["x"], country=True)))
    assert ("", None, "") == (result.places[0].note, result.places[0].kind, result.places[0].country)
    assert {"value that is no text left out": 3} == dict(result.problems.mended)


def test_positions_may_come_from_columns_where_that_is_said(listed):
    """For features without geometry."""
    content = collection(feature(None, lat=1.5, lon="2,5"))
    assert 1 == listed(content).problems.left_out
    assert LatLon(1.5, 2.5) == listed(content, columns={"lat": "lat", "lon": "lon"}).places[0].position


@pytest.mark.parametrize(
    "name",
    [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "EPSG:4326",
        "urn:ogc:def:crs:EPSG::4326",
        "urn:ogc:def:crs:EPSG:6.9:4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ],
)
def test_the_names_of_wgs84_are_accepted(listed, name):
    """In the member of 2008."""
    assert 1 == len(listed(collection(point(1, 2), crs={"type": "name", "properties": {"name": name}})).places)


@pytest.mark.parametrize(
    "crs", [{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32640"}}, {"type": "link"}, "EPSG:3857", {"properties": 5}]
)
def test_other_coordinate_systems_are_refused(listed, crs):
    """Not read as degrees."""
    with pytest.raises(ListUnreadable, match="WGS 84"):
        listed(collection(point(1, 2), crs=crs))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"{", "not valid JSON"),
        (b"[" * 5_000_000, "not valid JSON"),
        (b'{"type":"FeatureCollection","features":[{"a":' * 2000, "not valid JSON"),
        (b"NaN", "not valid JSON"),
        (b"[]", "no GeoJSON FeatureCollection"),
        (b'{"type":"FeatureCollection","features":{}}', "no GeoJSON FeatureCollection"),
        (b'{"type":"Topology"}', "TopoJSON"),
        (b'{"type":"FeatureCollection","features":[]}', "no column of names"),
        (json.dumps(collection(point(1, 2))).encode("utf-16"), "UTF-16"),
        (json.dumps(point(1, 2)).encode() * 2, r"\.geojsonl"),
        (json.dumps(collection(point(1, 2, **{f"p{number}": 1 for number in range(1200)}))).encode(), "more than 1,000 different"),
    ],
)
def test_what_is_no_geojson_is_refused_in_one_line(listed, content, said):
    """Broken, nested without end, something else."""
    with pytest.raises(ListUnreadable, match=said) as caught:
        listed(content)
    assert "\n" not in str(caught.value)


def test_nesting_inside_coordinates_is_a_problem_of_its_feature(listed):
    """Whatever depth the parser lets through."""
    deep = json.loads("[" * 900 + "]" * 900)
    result = listed(collection(drawn("Polygon", deep), drawn("Point", deep), point(1, 2)))
    assert ([3], [1, 2]) == ([place.line for place in result.places], [line for line, _ in reasons(result)])


def test_a_collection_is_no_line(listed):
    """The ending is wrong."""
    with pytest.raises(ListUnreadable, match=r"ending \.geojson"):
        listed(collection(point(1, 2)), ending=".geojsonl")


def test_no_features_at_all_are_said(listed):
    """In a file of lines."""
    with pytest.raises(ListUnreadable, match="empty"):
        listed(b"\n\n", ending=".geojsonl")


@pytest.mark.parametrize(("bound", "said"), [("MAX_GEOJSON_BYTES", "larger than"), ("MAX_GEOJSON_VALUES", "more than 5 values")])
def test_a_collection_that_would_fill_the_memory_is_refused(listed, monkeypatch, bound, said):
    """With the way out."""
    monkeypatch.setattr(list_geojson, bound, 5)
    with pytest.raises(ListUnreadable, match=f"{said}.*geojsonl"):
        listed(collection(point(1, 2)))


def test_a_line_that_would_fill_the_memory_is_refused(listed, monkeypatch):
    """Bounded before it is parsed."""
    monkeypatch.setattr(list_geojson, "MAX_FEATURE_BYTES", 50)
    with pytest.raises(ListUnreadable, match="line 1 is longer"):
        listed(point(1, 2), ending=".geojsonl")
