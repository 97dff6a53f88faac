"""`mapapp gazetteer info|import|add|remove`: what works, and one line with what to do for each error."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from gazetteer import layers as layers_module
from gazetteer import open_gazetteer
from gazetteer.layers import Layer, installed, locked
from mapapp.cli import main
from tests.gazetteer.importing.dumps import FIRST_ID, alternate, row, write

Output = pytest.CaptureFixture[str]
LIST = "Village,Y,X,Remark\nAa Kent,50,57,by the mill\nBb Kent,95,57,\n"


@pytest.fixture(autouse=True, name="layers")
def _layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the layers of a test in a folder of its own, and work where its files are."""
    monkeypatch.setenv("MAPAPP_LAYERS", str(tmp_path / "layers"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "layers"


def run(*arguments: str) -> int:
    """Run `mapapp gazetteer`."""
    return main(["gazetteer", *arguments])


def only() -> Layer:
    """Return the one layer there is."""
    (layer,) = installed()
    return layer


def refused(capsys: Output) -> str:
    """Return the one line that was printed on stderr behind lines of progress, without any escape."""
    captured = capsys.readouterr()
    assert "" == captured.out
    assert "Traceback" not in captured.err
    assert not {"\x1b", "\r", "\x07", "\u202e"} & set(captured.err)
    assert all(line.startswith("mapapp: ") for line in captured.err.splitlines())
    return captured.err.splitlines()[-1].removeprefix("mapapp: ")


# What works -----------------------------------------------------------------------------------------------------------------------------


def test_info_says_how_to_get_layers_where_there_are_none(layers: Path, capsys: Output) -> None:
    """And where they would be."""
    assert 0 == run("info")
    out = capsys.readouterr().out
    assert "no layers: `mapapp gazetteer import` brings villages" in out
    assert str(layers) in out
    assert not layers.exists()


def test_a_dump_is_imported_listed_and_removed(capsys: Output) -> None:
    """With counts of what was mended, and the rows that could not be used."""
    write(Path("KZ.txt"), row() + row("Second", id=FIRST_ID + 1, population=0) + "bad\n" + row(id="\x1b[31m"))
    write(Path("alternateNamesV2.txt"), alternate("Testowo"))
    assert 0 == run("import", "KZ.txt", "alternateNamesV2.txt")
    captured = capsys.readouterr()
    assert [
        "imported 2 places with 3 names as geonames-kz (2024-05-06)",
        "  1 x population 0, taken as not known",
        f"  2 rows could not be used; all are listed in {only().folder / 'left_out.tsv'}:",
        "    KZ.txt line 3: 1 columns instead of 19",
        "    KZ.txt line 4: the GeoNames id is '\\x1b[31m'",
    ] == captured.out.splitlines()
    assert "mapapp: reading KZ.txt\n" in captured.err
    assert 0 == run("info")
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("geonames-kz ")]
    assert ["2", "3"] == line.split()[1:3]
    assert all(part in line for part in ("2024-05-06", "CC-BY-4.0", "by prominence", "KZ.txt, alternateNamesV2.txt"))
    assert 0 == run("remove", "geonames-kz")
    assert "removed geonames-kz: 2 places\n" == capsys.readouterr().out
    assert () == installed()


def test_a_list_is_imported_in_one_line(capsys: Output) -> None:
    """Its columns are guessed and told; it comes before all others."""
    write(Path("My Villages 2024.csv"), LIST)
    assert 0 == run(
        "import", "My Villages 2024.csv", "--columns", "name=Village,note=Remark", "--licence", "CC0-1.0", "--vintage", "2024-03-01"
    )
    captured = capsys.readouterr()
    assert "imported 1 place with 1 name as my-villages-2024 (2024-03-01)" == captured.out.splitlines()[0]
    assert " line 3: " in captured.out
    assert "columns: name = Village, note = Remark, lat = Y, lon = X" in captured.err
    assert ("CC0-1.0", True, "My Villages 2024.csv") == (only().licence, only().wins, only().title)
    assert 0 == run("info")
    assert "before all others" in capsys.readouterr().out
    assert 0 == main(["place", "Aa Kent"])
    assert "Aa Kent" in capsys.readouterr().out


def test_a_list_may_stay_in_the_background(capsys: Output) -> None:
    """Under a name and a title of its own."""
    write(Path("a.csv"), "name,lat,lon\nParis,50,57\n")
    assert 0 == run(
        "import",
        "a.csv",
        "--background",
        "--name",
        "quiet",
        "--title",
        "Quiet places",
        "--attribution",
        "© us",
        "--url",
        "https://example.org/",
    )
    assert ("quiet", False, "Quiet places", "© us", "https://example.org/") == (
        only().name, only().wins, only().title, only().attribution, only().url,
    )  # fmt: skip
    assert "FR" in open_gazetteer().lookup("Paris")[0].countries
    assert "by prominence" in (run("info"), capsys.readouterr().out)[1]


def test_geojson_and_geopackage_are_imported(tmp_path: Path, capsys: Output) -> None:
    """By their ending; one of several layers of a GeoPackage is chosen."""
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [57, 50]}, "properties": {"name": "Aa Kent"}}
    write(tmp_path / "a.geojson", json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert 0 == run("import", "a.geojson")
    assert open_gazetteer().knows("Aa Kent")
    with sqlite3.connect(tmp_path / "b.gpkg") as database:
        database.execute("CREATE TABLE x (y)")
    capsys.readouterr()
    assert 2 == run("import", "b.gpkg", "--layer", "villages")
    assert "b.gpkg" in refused(capsys)


def test_an_import_replaces_a_layer_of_its_name(capsys: Output) -> None:
    """Others stay."""
    write(Path("a.csv"), "name,lat,lon\nAa Kent,50,57\n")
    write(Path("b.csv"), "name,lat,lon\nBb Kent,50,57\n")
    for arguments in (["a.csv"], ["b.csv"], ["b.csv", "--name", "a"]):
        assert 0 == run("import", *arguments)
    assert ["a", "b"] == [layer.name for layer in installed()]
    assert not open_gazetteer().knows("Aa Kent")


def test_a_place_is_added_in_one_line(capsys: Output) -> None:
    """South and west too; twice is once."""
    arguments = [
        "add",
        "Camp Nine",
        "-12.5",
        "-77.25",
        "--alias",
        "Camp 9",
        "--alias",
        "Лагерь",
        "--kind",
        "facility",
        "--note",
        "seen",
        "--country",
        "pe",
    ]
    for _ in range(2):
        assert 0 == run(*arguments)
        assert "added to my-places, which has 1 place\n" == capsys.readouterr().out
    place = open_gazetteer().lookup("Лагерь")[0]
    assert ("Camp Nine", -12.5, -77.25, "facility", ("PE",)) == (
        place.name,
        place.position.lat,
        place.position.lon,
        place.kind,
        place.countries,
    )
    assert 0 == run("add", "Other", "1", "2", "--list", "others")
    assert ["my-places", "others"] == sorted(layer.name for layer in installed())
    assert 0 == run("remove", "others", "my-places")


def test_hostile_text_never_steers_the_terminal(capsys: Output) -> None:
    """In names, notes, labels, file names, reasons; of dumps and of lists."""
    evil = "Ev\x1b]0;owned\x07il\u202e\x9b31m Kent"
    write(
        Path("KZ.txt"),
        row(evil) + row(lat=evil) + evil + "\n" + row("Q", id=FIRST_ID + 1, feature=f"P.{evil}", admin1=evil, country="\x1b["),
    )
    write(Path("evil\x1b[2J.csv"), f'id,name,lat,lon,note,kind\n"{evil}","{evil}",50,57,"{evil}","{evil}"\nx,y,"{evil}",5,,\n')
    commands = [
        ["gazetteer", "import", "KZ.txt", "--title", evil, "--licence", evil, "--attribution", evil, "--url", evil, "--vintage", evil],
        ["gazetteer", "import", "evil\x1b[2J.csv"], ["gazetteer", "add", evil, "50", "57", "--note", evil, "--alias", evil],
        ["gazetteer", "info"],
        ["place", "Ev]0;ownedil31m Kent"], ["place", evil], ["place", "Q"], ["near", "50.25", "57.5"], ["near", "50", "57"],
    ]  # fmt: skip
    for command in commands:
        code = main(command)
        captured = capsys.readouterr()
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(captured.out + captured.err), command
        assert 0 == code or command[0] == "place", (command, captured.err)
    assert 3 == len(installed())


# What does not --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["import", "nowhere.zip"],
            "nowhere.zip: no such file; give a GeoNames dump (KZ.zip), a .csv, .geojson or .gpkg, or geonames:KZ to fetch one",
        ),
        (["import", "."], ".: no such file"),
        (["import", "geonames:KAZ"], "geonames:KAZ: no such file"),
        (["import", "KZ.txt", "--columns", "name=x"], "--columns is for lists; KZ.txt is a GeoNames dump"),
        (["import", "KZ.txt", "--layer", "x"], "--layer is for lists"),
        (["import", "KZ.txt", "--background"], "--background is for lists"),
        (["import", "KZ.txt", "--name", "../x"], "'../x' cannot be the name of a layer: use small letters, digits and hyphens"),
        (["import", "list.csv", "--name", "geonames"], "'geonames' cannot be the name of a layer"),
        (["import", "list.csv", "list.csv"], "give one list at a time; only files of a GeoNames dump are imported together"),
        (["import", "list.csv", "--columns", "name"], "'name' is no list of columns: write name=Village,lat=Y,lon=X"),
        (["import", "list.csv", "--columns", "name=Dorf"], 'no column "Dorf" (for name)'),
        (["import", "list.csv", "--columns", "town=Village"], 'there is no field "town"'),
        (["import", "headless.csv"], "the first row is no header"),
        (["import", "bad.txt"], "no row could be used (line 1: latitude '95'"),
        (["import", "names.txt"], "no places in there; give a country file such as KZ.zip"),
        (["import", "damaged.zip"], "is a zip file that is cut short or damaged: download it again"),
        (["import", "KZ.txt", "list.csv"], "list.csv is no file of a GeoNames dump"),
        (["import", "picture.png"], "picture.png"),
        (["import"], "required: DUMP"),
        (["add", "Camp", "95", "0"], "latitude"),
        (["add", "Camp", "x", "0"], "'x' is not a number of degrees"),
        (["add", "Camp", "nan", "0"], "not a number of degrees"),
        (["add", "?!", "5", "0"], "the name has no letter or digit"),
        (["add", "", "5", "0"], "the name has no letter or digit"),
        (["add", os.fsdecode(b"Camp \xff"), "5", "0"], "not in UTF-8"),
        (["add", "Camp", "5", "0", "--kind", "castle"], "invalid choice: 'castle'"),
        (["add", "Camp", "5", "0", "--country", "Kazakhstan"], "'Kazakhstan' is not a country code of two letters"),
        (["add", "Camp", "5", "0", "--list", "../x"], "cannot be the name of a layer"),
        (["remove", "nothing"], "there is no layer 'nothing': no places were imported yet"),
        (["remove", "\x1b[31m"], "there is no layer"),
        (["remove"], "required: LAYER"),
        (["fetch"], "invalid choice: 'fetch'"),
        ([], "required: ACTION"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(arguments: list[str], told: str, capsys: Output) -> None:
    """Exit code 2, nothing imported."""
    write(Path("KZ.txt"), row())
    write(Path("list.csv"), LIST)
    write(Path("headless.csv"), "Aa Kent,50,57\nBb Kent,51,57\n")
    write(Path("bad.txt"), row(lat=95))
    write(Path("names.txt"), alternate("Testowo"))
    write(Path("damaged.zip"), b"PK\x03\x04" + bytes(200))
    write(Path("picture.png"), b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert 2 == run(*arguments)
    assert told in refused(capsys)
    assert () == installed()


def test_a_place_is_not_added_to_a_layer_from_a_file(capsys: Output) -> None:
    """It says what to do instead."""
    write(Path("KZ.txt"), row())
    run("import", "KZ.txt", "--name", "kz")
    capsys.readouterr()
    assert 2 == run("add", "Camp", "5", "0", "--list", "kz")
    assert "was made from a file" in refused(capsys)


def test_another_import_is_waited_for_and_then_told(layers: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """Each command that writes."""
    monkeypatch.setattr(layers_module, "LOCK_SECONDS", 0.1)
    write(Path("KZ.txt"), row())
    with locked(layers):
        for arguments in (["import", "KZ.txt"], ["add", "Camp", "5", "0"], ["remove", "x"]):
            assert 2 == run(*arguments)
            assert "is running: wait until it has ended, then try again" in refused(capsys)


def test_a_damaged_layer_can_be_removed_or_imported_again(capsys: Output) -> None:
    """As the message says, a list as well as a dump."""
    write(Path("list.csv"), LIST)
    write(Path("KZ.txt"), row())
    for file, name in (("list.csv", "list"), ("KZ.txt", "geonames-kz")):
        for mends in (["remove", name], ["import", file]):
            assert 0 == run("import", file)
            (only().folder / "names.marisa").write_bytes(b"x")
            capsys.readouterr()
            for command in (["gazetteer", "info"], ["place", "Aa Kent"]):
                assert 2 == main(command)
                assert f"import them again, or `mapapp gazetteer remove {name}`" in refused(capsys)
            assert 0 == run(*mends)
            assert 0 == run("info")
        run("remove", name)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """With what to set."""
    write(Path("KZ.txt"), row())
    write(Path("file"), "x")
    monkeypatch.setenv("MAPAPP_LAYERS", str(tmp_path / "file"))
    for arguments in (["import", "KZ.txt"], ["add", "Camp", "5", "0"], ["remove", "x"]):
        assert 2 == run(*arguments)
        assert "set MAPAPP_LAYERS to a folder that can be written" in refused(capsys)
    assert 0 == run("info")


def test_a_broken_list_of_layers_is_told(layers: Path, capsys: Output) -> None:
    """By every command that needs it."""
    layers.mkdir()
    (layers / "layers.json").write_bytes(b"\xff{")
    write(Path("KZ.txt"), row())
    for command in (["gazetteer", "info"], ["gazetteer", "import", "KZ.txt"], ["gazetteer", "remove", "x"], ["place", "Almaty"]):
        assert 2 == main(command)
        assert "layers.json cannot be read" in refused(capsys)
