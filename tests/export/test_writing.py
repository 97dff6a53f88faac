"""write(): which ending makes which file, and what happens when it cannot."""

import json

import pytest

from mapapp.errors import BadOption
from mapapp.export import write


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("out.geojson", ["out.geojson"]),
        ("OUT.GeoJSON", ["OUT.GeoJSON"]),
        ("out.geojsonl", ["out.geojsonl", "out.geojsonl-metadata.json"]),
        ("out.csv", ["out.csv", "out.csvt", "out.csv-metadata.json"]),
        ("a b.c.geojson", ["a b.c.geojson"]),
    ],
)
def test_the_ending_chooses_the_files(dossiers, names, tmp_path, name, expected):
    """The main file first; nothing else is left in the folder."""
    written = write(dossiers, tmp_path / name, gazetteer=names)
    assert [path.name for path in written] == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(expected)


def test_an_html_map_is_made_of_all_layers(dossiers, names, tmp_path):
    """The map draws exactly the features that GIS users get."""
    seen = []
    write(dossiers, tmp_path / "map.html", gazetteer=names, html=lambda collection: seen.append(collection) or "<p>ü</p>")
    assert seen[0]["metadata"]["layers"] == ["incidents", "areas", "claims", "mentions"]
    assert (tmp_path / "map.html").read_bytes() == "<p>ü</p>".encode()


@pytest.mark.parametrize("name", ["out.gpkg", "out.zip", "out.KML"])
def test_an_ending_of_later_says_what_can_be_written_today(dossiers, names, tmp_path, name):
    """One line that says what to do."""
    with pytest.raises(BadOption, match=r"cannot be written yet: use \.acled\.csv, .*\.geojson, \.geojsonl, \.csv, \.html"):
        write(dossiers, tmp_path / name, gazetteer=names)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out", "out.shp", "out.json", ".geojson", ".csv", "geojson"])
def test_an_unknown_ending_is_named(dossiers, names, tmp_path, name):
    """One line that says what to do."""
    with pytest.raises(BadOption, match="no format has the ending"):
        write(dossiers, tmp_path / name, gazetteer=names)


def test_a_csv_holds_one_layer(dossiers, names, tmp_path):
    """Two layers have different columns."""
    with pytest.raises(BadOption, match="holds one layer, not 2"):
        write(dossiers, tmp_path / "out.csv", layers=("incidents", "claims"), gazetteer=names)
    assert (
        write(dossiers, tmp_path / "out.csv", layers=("claims",), gazetteer=names)[0]
        .read_bytes()
        .startswith(b"id,layer,doc_sha,incident,kind,")
    )


def test_an_html_map_needs_its_maker(dossiers, names, tmp_path):
    """The export floor does not know the one above."""
    with pytest.raises(BadOption, match=r"mapapp\.webmap\.html_map"):
        write(dossiers, tmp_path / "out.html", gazetteer=names)


@pytest.mark.parametrize("name", ["no such folder/out.geojson", "x" * 300 + ".geojson", "nul\0.geojson"])
def test_a_place_that_cannot_be_written_is_one_line(dossiers, names, tmp_path, name):
    """No traceback for a wrong name."""
    with pytest.raises(BadOption, match="cannot be written") as caught:
        write(dossiers, tmp_path / name, gazetteer=names)
    assert "\n" not in str(caught.value)


def test_a_failed_export_leaves_the_old_file(dossiers, names, tmp_path, invented):
    """Whole or not at all."""
    path = tmp_path / "out.geojson"
    path.write_text("old")
    broken = [object()]
    with pytest.raises(AttributeError):
        write(broken, path, gazetteer=names)
    assert path.read_text() == "old"
    write(dossiers, path, gazetteer=names)
    assert json.loads(path.read_bytes())["metadata"]["counts"]["incidents"]["total"] == 9
    assert [left.name for left in tmp_path.iterdir()] == ["out.geojson"]


def test_a_folder_in_the_way_is_left_in_peace(dossiers, names, tmp_path):
    """It is not replaced, and nothing is left beside it."""
    (tmp_path / "out.geojson").mkdir()
    with pytest.raises(BadOption, match="cannot be written"):
        write(dossiers, tmp_path / "out.geojson", gazetteer=names)
    assert [left.name for left in tmp_path.iterdir()] == ["out.geojson"]
