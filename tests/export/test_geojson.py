"""The FeatureCollection as a whole: RFC 7946, counts, ids, order, metadata."""

import json
import math
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from shapely.geometry import shape

from mapapp.errors import BadOption
from mapapp.export import feature_collection, to_bytes
from mapapp.export.features import UniqueNames
from mapapp.export.geojson import to_lines
from mapapp.export.schema import LAYERS, ColumnType, columns_of, incident_columns


@pytest.fixture
def everything(dossiers, names):
    """All layers of the three dossiers, written and read again as a stranger would."""
    return json.loads(to_bytes(feature_collection(dossiers, layers=LAYERS, gazetteer=names)))


def of_layer(collection, layer):
    """Return the features of one layer."""
    return [feature for feature in collection["features"] if feature["properties"]["layer"] == layer]


def positions(coordinates):
    """Yield all positions of a geometry."""
    if isinstance(coordinates[0], float):
        yield coordinates
    else:
        for inner in coordinates:
            yield from positions(inner)


def test_the_root_is_a_feature_collection_without_crs(everything):
    """RFC 7946 knows one coordinate system and no crs member."""
    assert set(everything) == {"type", "bbox", "metadata", "features"}
    assert everything["type"] == "FeatureCollection"


def test_features_hold_nothing_but_their_four_members(everything):
    """GDAL drops foreign members of features, so there are none."""
    assert {tuple(sorted(feature)) for feature in everything["features"]} == {("geometry", "id", "properties", "type")}


def test_ids_are_unique_strings_and_repeated_in_the_properties(everything):
    """Tools such as geopandas forget Feature.id."""
    ids = [feature["id"] for feature in everything["features"]]
    assert len(set(ids)) == len(ids)
    assert ids == [feature["properties"]["id"] for feature in everything["features"]]
    assert all(isinstance(name, str) for name in ids)


def test_nothing_is_lost(everything, dossiers):
    """Counts in are counts out, located and unlocated together."""
    counted = everything["metadata"]["counts"]
    assert counted == {
        "incidents": {"total": 9, "located": 7, "unlocated": 2},
        "areas": {"total": 7, "located": 7, "unlocated": 0},
        "claims": {"total": 2, "located": 2, "unlocated": 0},
        "mentions": {"total": 8, "located": 7, "unlocated": 1},
    }
    assert sum(len(dossier.incidents) for dossier in dossiers) == counted["incidents"]["total"]
    assert Counter(feature["properties"]["layer"] for feature in everything["features"]) == {k: v["total"] for k, v in counted.items()}


def test_the_unlocated_have_a_null_geometry(everything):
    """Never (0, 0), never a country's middle."""
    unlocated = [feature["id"] for feature in of_layer(everything, "incidents") if feature["geometry"] is None]
    assert sorted(unlocated) == ["ac-fff666", "pr-hhh888"]
    assert all(
        position != [0.0, 0.0]
        for feature in everything["features"]
        if feature["geometry"]
        for position in positions(feature["geometry"]["coordinates"])
    )


def test_coordinates_stand_in_geometry_and_columns_alike(everything):
    """CSV users get the same numbers."""
    for feature in of_layer(everything, "incidents"):
        row, geometry = feature["properties"], feature["geometry"]
        expected = [None, None] if geometry is None else geometry["coordinates"]
        assert [row["longitude"], row["latitude"]] == expected


def test_every_geometry_is_valid_and_within_the_globe(everything):
    """Also those across the 180th meridian."""
    for feature in everything["features"]:
        if feature["geometry"] is not None:
            assert shape(feature["geometry"]).is_valid, feature["id"]
            for lon, lat in positions(feature["geometry"]["coordinates"]):
                assert -180 <= lon <= 180
                assert -90 <= lat <= 90


def test_what_crosses_180_degrees_is_cut(everything):
    """Fiji and Chukotka."""
    types = {feature["properties"]["title"]: feature["geometry"]["type"] for feature in everything["features"] if feature["geometry"]}
    assert types["Taveuni: within 25 km"] == "MultiPolygon"
    assert types["60 km west of Egvekinot: within 12 km"] == "Polygon"
    assert types["stated 400 km, measured 292.1 km: by road"] == "MultiLineString"


def test_the_bbox_is_exact(everything, names, invented):
    """Its four numbers are the bounds of the content."""
    collection = feature_collection([invented.harbour()], layers=LAYERS, gazetteer=names)
    shapes = [shape(feature["geometry"]) for feature in collection["features"] if feature["geometry"]]
    west, south, east, north = zip(*(drawn.bounds for drawn in shapes), strict=True)
    assert collection["bbox"] == [min(west), min(south), max(east), max(north)]
    assert everything["bbox"][0] > everything["bbox"][2]  # something was cut at 180 degrees


def test_there_is_no_bbox_where_nothing_is_located(names, invented):
    """An empty box would be a lie."""
    dossier = invented.fiji()
    collection = feature_collection([replace(dossier, incidents=dossier.incidents[1:2])], gazetteer=names)
    assert "bbox" not in collection
    assert feature_collection([], gazetteer=names)["features"] == []


def test_intervals_are_half_open_and_follow_the_dates(everything):
    """time_start is midnight of the first day, time_end midnight after the last."""
    for feature in of_layer(everything, "incidents"):
        row = feature["properties"]
        if row["date_start"] is not None:
            after = date.fromisoformat(row["date_end"]) + timedelta(days=1)
            assert (row["time_start"], row["time_end"]) == (f"{row['date_start']}T00:00:00Z", f"{after}T00:00:00Z")
            assert row["time_end"] > row["time_start"]


def test_properties_stand_in_schema_order_with_one_type_a_column(everything):
    """Flat scalars only; null where unknown."""
    types = {
        ColumnType.TEXT: str,
        ColumnType.DATE: str,
        ColumnType.DATETIME: str,
        ColumnType.INTEGER: int,
        ColumnType.REAL: float,
        ColumnType.BOOLEAN: bool,
    }
    for feature in everything["features"]:
        columns = columns_of(feature["properties"]["layer"])
        assert list(feature["properties"]) == [column.name for column in columns]
        for column in columns:
            value = feature["properties"][column.name]
            assert value is None or type(value) is types[column.type], (feature["id"], column.name)


def test_layers_come_in_order_and_incidents_by_time(everything):
    """Undated ones last."""
    layers = [feature["properties"]["layer"] for feature in everything["features"]]
    assert layers == sorted(layers, key=LAYERS.index)
    starts = [feature["properties"]["time_start"] or "~" for feature in of_layer(everything, "incidents")]
    assert starts == sorted(starts)


def test_only_the_layers_asked_for_are_written(dossiers, names):
    """By default incidents; whatever the order of asking."""
    assert {feature["properties"]["layer"] for feature in feature_collection(dossiers, gazetteer=names)["features"]} == {"incidents"}
    collection = feature_collection(dossiers, layers=("claims", "areas", "claims"), gazetteer=names)
    assert collection["metadata"]["layers"] == ["areas", "claims"]


@pytest.mark.parametrize("layers", [(), ("pins",), ("incidents", "Areas")])
def test_an_unknown_layer_is_named(dossiers, names, layers):
    """One line that says what to do."""
    with pytest.raises(BadOption, match="choose from incidents, areas, claims, mentions"):
        feature_collection(dossiers, layers=layers, gazetteer=names)


def test_metadata_says_where_everything_comes_from(everything, dossiers, names):
    """Attribution, versions, filter, digest of the input; several versions are all named."""
    metadata = everything["metadata"]
    assert "GeoNames, CC BY 4.0" in metadata["attribution"][0]
    assert "© OpenStreetMap contributors, ODbL" in metadata["attribution"][1]
    assert metadata["versions"] == {"borders": "2026.10", "gazetteer": "2026.10; 2026.11", "mapapp": "0.1.0"}
    assert (metadata["documents"], metadata["filter"]) == (3, None)
    assert len(metadata["documents_sha256"]) == 64
    assert feature_collection(dossiers, gazetteer=names, where="geo_prec <= 2")["metadata"]["filter"] == "geo_prec <= 2"


def test_the_order_of_dossiers_does_not_matter(dossiers, names):
    """A batch with several workers writes the same file."""
    forth = to_bytes(feature_collection(dossiers, layers=LAYERS, gazetteer=names))
    assert to_bytes(feature_collection(dossiers[::-1], layers=LAYERS, gazetteer=names)) == forth


def test_the_same_report_twice_keeps_both_and_their_ids_apart(invented, names):
    """Counts still add up; parts point to their own umbrella."""
    collection = feature_collection([invented.harbour(), invented.harbour()], layers=LAYERS, gazetteer=names)
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids)) == 2 * (4 + 4 + 1 + 3)
    parents = Counter(feature["properties"]["parent"] for feature in of_layer(collection, "incidents"))
    assert parents == {None: 4, "fi-aaa111": 2, "fi-aaa111-2": 2}


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("2016-06-05", "id-2016-06-05"),
        ("12", "id-12"),
        ("1e5", "id-1e5"),
        ("2016-06-05T00:00:00Z", "id-2016-06-05T00:00:00Z"),
        ("", "id-"),
        ("a1", "a1"),
    ],
)
def test_an_id_never_looks_like_a_date_or_a_number(wanted, given):
    """GDAL would make it one."""
    assert UniqueNames().take(wanted) == given


def test_a_claim_points_to_the_incident_it_is_about(everything):
    """The one that is told in the same words."""
    assert [feature["properties"]["incident"] for feature in of_layer(everything, "claims")] == ["fi-aaa111", None]


def test_the_line_of_a_claim_runs_from_the_subject_to_the_nearest_point(everything):
    """Uzhhorod to the border."""
    line = of_layer(everything, "claims")[0]["geometry"]["coordinates"]
    assert (line[0], line[-1]) == ([22.2947, 48.6242], [22.2698, 48.6254])


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, -0.0])
def test_odd_numbers_are_refused(number):
    """The library would write NaN as null, silently."""
    with pytest.raises(ValueError, match="must not stand in GeoJSON"):
        to_bytes({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.0, number]}})


def test_lines_are_the_features_of_the_collection(dossiers, names):
    """GeoJSONL: one feature a line, LF, no record separators."""
    collection = feature_collection(dossiers, layers=LAYERS, gazetteer=names)
    lines = to_lines(collection).decode().split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(to_bytes(collection))["features"]
    assert "\x1e" not in "".join(lines)


def test_the_incident_columns_are_all_there(everything):
    """All 80, in every feature."""
    assert all(len(feature["properties"]) == len(incident_columns()) == 80 for feature in of_layer(everything, "incidents"))
