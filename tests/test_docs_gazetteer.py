"""What docs/gazetteer.md shows works as shown: every command, every block of Python, what is printed, and every message."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import sqlite3
import struct
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gazetteer import open_gazetteer
from mapapp.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "gazetteer.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
MESSAGES = re.findall(r"^\| `([^`]+)` \|", PAGE.partition("## If it says")[2], re.MULTILINE)
SHORTENED = "…left_out.tsv"
"""Stands in the page for a path of the reader's machine."""

REPORT = (
    "IDLIB, Syria - Two workers were injured on Monday when a roof collapsed in Tell Mardikh, a village 55 km south-west of Aleppo, "
    "officials said."
)
# Positions are approximate; ids from 990100001 on are made up, 164816 is that of Saraqib.
PLACES = (
    "990100001\tTall Mardīkh\tTall Mardikh\tTell Mardikh\t35.7975\t36.7925\tP\tPPL\tSY\t\t12\t\t\t\t0",
    "990100002\tSarjillā\tSarjilla\tSerjilla\t35.6710\t36.5840\tS\tANS\tSY\t\t12\t\t\t\t0",
    "990100003\tAl Bārah\tAl Barah\tEl Bara\t35.6840\t36.5440\tP\tPPL\tSY\t\t12\t\t\t\t0",
    "164816\tSarāqib\tSaraqib\tSaraqeb\t35.8000\t36.8000\tP\tPPLA3\tSY\t\t12\t\t\t\t34231",
    '990100004\tNab‘ "ash Shaykh"\tNab` "ash Shaykh"\t\t35.7000\t36.6000\tH\tSPNG\tSY\t\t00\t\t\t\t',
)
ROW_END = "\t\t-9999\tAsia/Damascus\t2026-05-01"
UNUSABLE = ("990100005\tKhirbat\tKhirbat\t\t95.2\t36.6\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t\tAsia/Damascus\t2020-01-01", "990100006\tcut off")
ALTERNATES = (
    "1\t990100001\ten\tTell Mardikh\t1\t\t\t\t\t",
    "2\t990100001\tar\tتل مرديخ\t\t\t\t\t\t",
    "3\t990100001\t\tEbla\t\t\t\t1\t\t",
    "4\t990100003\ten\tAl Bara\t\t\t\t\t\t",
    "5\t990100001\twkdt\tQ1\t\t\t\t\t\t",
    "6\t164816\ten\tSaraqeb\t\t\t\t\t\t",
    "7\t3038814\t\tCosta de Xurius\t\t\t\t\t\t",
)
FEATURE = {
    "type": "Feature",
    "id": "w-1",
    "properties": {"name": "Well Seven", "type": "well"},
    "geometry": {"type": "Point", "coordinates": [36.75, 35.85]},
}


@dataclass
class Shown:
    """What happened when the page was followed from its first line to its last."""

    folder: Path
    ended: dict[str, int] = field(default_factory=dict)
    printed: str = ""


@pytest.fixture(name="shown", scope="module")
def _shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """Follow the page in an empty folder that holds the files it speaks of."""
    shown = Shown(tmp_path_factory.mktemp("page"))
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(shown.folder):
        patch.setenv("MAPAPP_LAYERS", str(shown.folder / "layers"))
        _write_files()
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            _follow(shown)
        shown.printed = printed.getvalue()
    return shown


def _follow(shown: Shown) -> None:
    """Run all commands and all Python of the page, in order."""
    for language, block in BLOCKS:
        if language == "python":
            exec(block, {})
        for line in block.splitlines() if language == "sh" else ():
            shown.ended[line] = main(shlex.split(line, comments=True)[1:])


def _write_files() -> None:
    _zipped("SY.zip", "SY.txt", [*(row + ROW_END for row in PLACES), *UNUSABLE])
    _zipped("alternateNamesV2.zip", "alternateNamesV2.txt", ALTERNATES)
    Path("report.txt").write_text(REPORT, encoding="utf-8")
    Path("camps.csv").write_text(next(block for language, block in BLOCKS if language == "csv"), encoding="utf-8")
    Path("survey.csv").write_text("Ort;Breite;Laenge;Provinz\nBara;35,684;36,544;Idlib\n", encoding="utf-8")
    Path("census.csv").write_text("village_name,latitude,longitude,pcode\nBasqala,35.68,36.46,X12\n", encoding="utf-8")
    Path("field-notes.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [FEATURE]}), encoding="utf-8")
    _geopackage("survey.gpkg", {"posts": "Post Two", "wells": "Well Nine"})


def _zipped(name: str, member: str, rows: list[str] | tuple[str, ...]) -> None:
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, "".join(f"{row}\n" for row in rows))
        archive.writestr("readme.txt", "not a table")


def _geopackage(name: str, layers: dict[str, str]) -> None:
    """Write a GeoPackage with one point a layer, in WGS 84."""
    point = b"GP\x00\x01" + struct.pack("<iBIdd", 4326, 1, 1, 36.70, 35.80)
    with contextlib.closing(sqlite3.connect(name)) as connection:
        connection.executescript(
            "PRAGMA application_id = 1196444487;"
            "CREATE TABLE gpkg_spatial_ref_sys(srs_name, srs_id INTEGER, organization, organization_coordsys_id INTEGER, definition);"
            "INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84', 4326, 'EPSG', 4326, '');"
            "CREATE TABLE gpkg_contents(table_name, data_type, identifier, srs_id INTEGER);"
            "CREATE TABLE gpkg_geometry_columns(table_name, column_name, geometry_type_name, srs_id INTEGER, z, m);"
        )
        for layer, place in layers.items():
            connection.execute(f"CREATE TABLE {layer}(fid INTEGER PRIMARY KEY, geom BLOB, name TEXT)")
            connection.execute(f"INSERT INTO {layer}(geom, name) VALUES(?, ?)", (point, place))
            connection.execute("INSERT INTO gpkg_contents VALUES(?, 'features', ?, 4326)", (layer, layer))
            connection.execute("INSERT INTO gpkg_geometry_columns VALUES(?, 'geom', 'POINT', 4326, 0, 0)", (layer,))
        connection.commit()


def test_every_command_shown_works(shown: Shown) -> None:
    """In the order shown, in one folder, each ends with 0; the one that asks the network is not among them."""
    assert len(shown.ended) >= 12
    assert [command for command in shown.ended if not command.startswith("mapapp ") or "geonames:" in command] == []
    assert shown.ended == dict.fromkeys(shown.ended, 0)


def test_what_is_shown_is_what_is_printed(shown: Shown) -> None:
    """Every line of the blocks of output stands in what was printed; a path stands for any path."""
    lines = [line.strip() for language, block in BLOCKS if language == "text" for line in block.splitlines() if line.strip()]
    assert len(lines) > 15
    parts = {line: line.split(SHORTENED) for line in lines}
    assert [line for line in lines if not all(part in shown.printed for part in parts[line])] == []


def test_the_python_shown_prints_what_its_comments_say(shown: Shown) -> None:
    """Each comment behind a print is the line that it prints."""
    comments = [line.partition("  # ")[2] for language, block in BLOCKS if language == "python" for line in block.splitlines()]
    expected = [comment for comment in comments if comment]
    assert len(expected) == 3
    assert [comment for comment in expected if f"{comment}\n" not in shown.printed] == []


def test_the_village_is_on_the_map(shown: Shown) -> None:
    """The report of the page ends as a pin on the village, and the export says of which layer and state."""
    assert REPORT in PAGE
    collection = json.loads((shown.folder / "village.geojson").read_text(encoding="utf-8"))
    assert [feature["geometry"]["coordinates"] for feature in collection["features"]] == [[36.7925, 35.7975]]
    metadata = collection["metadata"]
    assert metadata["versions"]["gazetteer"].endswith("+ geonames-sy 2026-05-01")
    assert [(layer["name"], layer["licence"], layer["vintage"]) for layer in metadata["imported_layers"]] == [
        ("geonames-sy", "CC-BY-4.0", "2026-05-01")
    ]
    assert metadata["attribution"][2:] == [metadata["imported_layers"][0]["attribution"]]


def test_a_place_of_two_sources_is_one(shown: Shown) -> None:
    """Saraqib has the position that comes with mapapp and the names of the dump; the list's own Saraqib stands before it."""
    found = open_gazetteer(layers=shown.folder / "project-layers").lookup("Saraqeb")
    assert [place.place_id for place in found] == ["geonames:164816"]
    assert round(found[0].position.lat, 2) == 35.86
    both = open_gazetteer(layers=shown.folder / "project-layers").lookup("Saraqib")
    assert [place.place_id for place in both] == ["camps:699000d48e96", "geonames:164816"]


def test_what_is_removed_is_gone(shown: Shown) -> None:
    """At the end the layers are those that the page has imported and not removed."""
    names = {layer.name for layer in open_gazetteer(layers=shown.folder / "layers").layers}
    assert names == {"geonames-sy", "survey", "field-notes", "census", "my-places"}


def test_the_figures_of_the_default_gazetteer_are_right(tmp_path: Path) -> None:
    """So many places does it hold in all, in Syria and in Somalia."""
    world = open_gazetteer(layers=tmp_path)
    _, towns = world.landmarks(1_000_000)
    of_country = Counter(country for place in towns for country in place.countries)
    assert f"Of Syria it knows {of_country['SY']}, of Somalia {of_country['SO']}." in PAGE
    assert f"{round(len(towns), -3):,} places of more than 500 people" in PAGE


CASES = {
    "import SYR.zip": "SYR.zip: no such file",
    "import alternateNamesV2.zip": "alternateNamesV2.zip: no places in there",
    "import half.zip": "half.zip is a zip file that is cut short",
    "import camps.csv survey.csv": "give one list at a time",
    "import points.csv": '"points.csv": no column of latitude or longitude',
    "import swapped.csv": '"swapped.csv": latitude and longitude are swapped',
    "import metres.csv": '"metres.csv": no row has degrees',
    "import list.xlsx": '"list.xlsx": workbooks are not read',
    "import survey.gpkg": '"survey.gpkg": the GeoPackage has several layers',
    "import SY.zip --columns name=Ort": "--columns is for lists",
    "import camps.csv --name 'My Camps'": "'My Camps' cannot be the name",
    "add Bara 35.68 36.54 --list field-notes": "the layer 'field-notes' was made from a file",
    "remove camp": "there is no layer 'camp'",
}
"""What is typed behind `mapapp gazetteer`, and how the message in the page begins."""


def _write_bad_files() -> None:
    whole = Path("SY.zip").read_bytes()
    Path("half.zip").write_bytes(whole[: len(whole) // 2])
    Path("points.csv").write_text("Village,Breite,Laenge\nBara,35.684,36.544\n", encoding="utf-8")
    Path("swapped.csv").write_text("name,lat,lon\nFar East,135.9,36.7\n", encoding="utf-8")
    Path("metres.csv").write_text("name,lat,lon\nBara,3950000,280000\n", encoding="utf-8")
    Path("list.xlsx").write_bytes(b"PK")


@pytest.mark.parametrize("typed", CASES)
def test_every_message_is_the_one_given(
    typed: str, shown: Shown, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row of the table stands, word for word, in what is said; the command ends with 2."""
    monkeypatch.chdir(shown.folder)
    monkeypatch.setenv("MAPAPP_LAYERS", str(shown.folder / "layers"))
    _write_bad_files()
    message = next(message for message in MESSAGES if message.startswith(CASES[typed]))
    assert main(["gazetteer", *shlex.split(typed)]) == 2
    assert message in capsys.readouterr().err


def test_every_message_of_the_table_is_tried() -> None:
    """No row without a case."""
    assert [message for message in MESSAGES if not message.startswith(tuple(CASES.values()))] == []


def test_files_named_are_there(root: Path) -> None:
    """No link to a page that does not exist."""
    named = re.findall(r"docs/[\w-]+\.md", PAGE)
    assert named != []
    assert [name for name in named if not (root / name).exists()] == []
