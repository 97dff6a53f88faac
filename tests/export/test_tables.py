"""CSV: RFC 4180, safe in spreadsheets, the same records when read again."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapapp.export import feature_collection
from mapapp.export.schema import LAYERS
from mapapp.export.tables import guarded, table_columns, to_csv, to_csvt, to_csvw, unguarded, wkt


def read(data):
    """Return the rows of a CSV as a spreadsheet sees them."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\ufeff=1", "\u200b+1", "＝1", "　＠x", "'=1", "-", "\n=1"]
)
def test_a_formula_is_disarmed_and_comes_back(text):
    """An apostrophe before it; off again on the way in."""
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Aktobe", "100 km", "a=b", "'tis", "“-”", "5 - 3", "   "])
def test_other_text_is_left_alone(text):
    """Only what could run is touched."""
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text())
def test_guarding_can_always_be_undone(text):
    """For any text whatever."""
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="'=+-@\t\r ＝a\ufeff", max_size=8))
def test_guarded_text_never_runs(text):
    """What a spreadsheet sees begins with an apostrophe, or with something harmless."""
    cell = guarded(text)
    assert cell.startswith("'") or not cell.lstrip(" \n\ufeff").startswith(tuple("=+-@\t\r＝"))


@pytest.mark.parametrize("layer", LAYERS)
def test_a_table_comes_back_as_it_went_out(dossiers, names, layer):
    """Text, numbers, truth values and nulls."""
    features = feature_collection(dossiers, layers=(layer,), gazetteer=names)["features"]
    rows = read(to_csv(features, layer))
    assert len(rows) == len(features)
    for row, feature in zip(rows, features, strict=True):
        for name, value in feature["properties"].items():
            if isinstance(value, bool):
                assert row[name] == str(value).lower()
            elif isinstance(value, (int, float)):
                assert type(value)(row[name]) == value
            else:
                assert unguarded(row[name]) == (value or "")


def test_numbers_are_never_guarded(names, invented):
    """-178.8 stays a number."""
    features = feature_collection([invented.fiji()], layers=("mentions",), gazetteer=names)["features"]
    assert any(",POINT (-178.8 -18.2)\r\n" in line for line in to_csv(features, "mentions").decode().splitlines(keepends=True))
    row = read(to_csv(feature_collection([invented.fiji()], gazetteer=names)["features"], "incidents"))[0]
    assert row["latitude"] == "-16.85"


def test_rows_end_with_cr_lf_and_awkward_cells_are_quoted(dossiers, names):
    """RFC 4180, UTF-8, no byte order mark."""
    features = feature_collection(dossiers, gazetteer=names)["features"]
    features[0]["properties"]["quote"] = 'a,b;c\td\n"e"\r\nf'
    data = to_csv(features, "incidents")
    assert data.startswith(b"id,layer,parent,title,")
    assert data.endswith(b"\r\n")
    assert read(data)[0]["quote"] == 'a,b;c\td\n"e"\r\nf'


@pytest.mark.parametrize("layer", LAYERS)
def test_the_sidecars_name_a_type_for_every_column(layer):
    """GDAL reads .csvt, the web's tools read CSVW."""
    types = to_csvt(layer).decode().strip().split(",")
    document = json.loads(to_csvw(layer, file_name="a.csv", metadata={"attribution": ["x", "y"]}))
    assert len(types) == len(document["tableSchema"]["columns"]) == len(table_columns(layer))
    assert types[0] == '"String"'
    assert document["dc:rights"] == "x; y"


@pytest.mark.parametrize(
    ("geometry", "text"),
    [
        (None, None),
        ({"type": "Point", "coordinates": [1.5, -2.0]}, "POINT (1.5 -2.0)"),
        ({"type": "LineString", "coordinates": [[1.0, 2.0], [3.0, 4.0]]}, "LINESTRING (1.0 2.0, 3.0 4.0)"),
        (
            {"type": "Polygon", "coordinates": [[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]]},
            "POLYGON ((0.0 0.0, 1.0 0.0, 0.0 1.0, 0.0 0.0))",
        ),
        ({"type": "MultiLineString", "coordinates": [[[1.0, 2.0], [3.0, 4.0]]]}, "MULTILINESTRING ((1.0 2.0, 3.0 4.0))"),
    ],
)
def test_geometries_are_written_as_well_known_text(geometry, text):
    """For layers without latitude and longitude of their own."""
    assert wkt(geometry) == text
