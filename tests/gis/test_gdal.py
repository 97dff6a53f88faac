"""What a GIS sees in our files: asked of GDAL, through check_geojson.sh and ogrinfo."""

import json
import subprocess
from pathlib import Path

import pytest

from mapapp.export import write
from mapapp.export.schema import LAYERS, ColumnType, columns_of

pytestmark = pytest.mark.gis

CHECK = Path(__file__).with_name("check_geojson.sh")
GEOJSON_TYPES = {
    ColumnType.TEXT: "String",
    ColumnType.INTEGER: "Integer",
    ColumnType.REAL: "Real",
    ColumnType.BOOLEAN: "Integer(Boolean)",
    ColumnType.DATE: "Date",
    ColumnType.DATETIME: "DateTime",
}


def ogrinfo(path):
    """Return what GDAL says of a file: feature count and column types."""
    run = subprocess.run(["ogrinfo", "-ro", "-al", "-so", str(path)], capture_output=True, text=True, check=True)
    assert "ERROR" not in run.stdout + run.stderr
    lines = dict(line.split(": ", 1) for line in run.stdout.splitlines() if ": " in line)
    types = {name: said.split(" (")[0] for name, said in lines.items()}
    return int(lines["Feature Count"]), types


def test_incidents_pass_the_check_of_their_columns(dossiers, names, tmp_path):
    """Types as in the schema, time_start first, counts agree."""
    (path,) = write(dossiers, tmp_path / "incidents.geojson", gazetteer=names)
    run = subprocess.run(["sh", str(CHECK), "--incidents", str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "features/located/unlocated 9 7 2, geometry Point" in run.stdout
    assert "is not flat" not in run.stdout


def test_all_layers_in_one_file_pass_the_check(dossiers, names, tmp_path):
    """Points, lines, polygons and nulls in one collection."""
    (path,) = write(dossiers, tmp_path / "all.geojson", layers=LAYERS, gazetteer=names)
    run = subprocess.run(["sh", str(CHECK), str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert "features/located/unlocated 26 23 3" in run.stdout


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_the_types_of_filled_columns_as_declared(dossiers, names, tmp_path, layer):
    """A column that is null throughout tells GDAL nothing, so those are left out."""
    (path,) = write(dossiers, tmp_path / f"{layer}.geojson", layers=(layer,), gazetteer=names)
    rows = [feature["properties"] for feature in json.loads(path.read_bytes())["features"]]
    _, types = ogrinfo(path)
    filled = [column for column in columns_of(layer) if any(row[column.name] is not None for row in rows)]
    expected = {column.name: GEOJSON_TYPES[column.type] for column in filled}
    assert {name: types[name].replace("Integer64", "Integer") for name in expected} == expected


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_a_csv_with_its_types(dossiers, names, tmp_path, layer):
    """The .csvt keeps ids as text and dates as dates, filled or not."""
    path, *_ = write(dossiers, tmp_path / f"{layer}.csv", layers=(layer,), gazetteer=names)
    _, types = ogrinfo(path)
    kinds = {**GEOJSON_TYPES, ColumnType.INTEGER: "Integer64"}
    expected = {column.name: kinds[column.type] for column in columns_of(layer)}
    assert {name: types[name] for name in expected} == expected


def test_gdal_reads_one_feature_a_line(dossiers, names, tmp_path):
    """GeoJSONL has as many features as the collection."""
    path, *_ = write(dossiers, tmp_path / "all.geojsonl", layers=LAYERS, gazetteer=names)
    assert ogrinfo(path)[0] == 26


def test_gdals_own_writer_agrees_about_winding_and_precision(dossiers, names, tmp_path):
    """ogr2ogr with RFC7946=YES changes no ring of ours."""
    (path,) = write(dossiers[:1], tmp_path / "areas.geojson", layers=("areas",), gazetteer=names)
    command = ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", "-lco", "COORDINATE_PRECISION=6", "/vsistdout/", str(path)]
    run = subprocess.run(command, capture_output=True, check=True)
    theirs = [feature["geometry"] for feature in json.loads(run.stdout)["features"]]
    assert theirs == [feature["geometry"] for feature in json.loads(path.read_bytes())["features"]]
