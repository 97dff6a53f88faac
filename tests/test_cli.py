"""The command line: results on stdout, messages on stderr, one line for each error, exit codes of the contract."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from mapapp.cli import main
from mapapp.commands.output import plain, table

REPORT = "NORTHPORT - Gunmen killed three people in Almaty on Monday, 5 June 2017. Almaty lies about 300 km from the Chinese border.\n"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user would, in a process of its own."""
    return subprocess.run([sys.executable, "-m", "mapapp", *arguments], input=stdin, capture_output=True, timeout=120, check=False)


@pytest.fixture(name="report")
def _report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    return path


def test_read_prints_places_claims_and_incidents(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text for a person."""
    assert 0 == main(["read", str(report), "--published", "2017-06-07"])
    out = capsys.readouterr().out
    assert ["REPORT", "PLACES", "CLAIMS", "INCIDENTS"] == [
        line for line in out.splitlines() if line in {"REPORT", "PLACES", "CLAIMS", "INCIDENTS"}
    ]
    assert "about 300 km from the Chinese border" in out


def test_read_gives_the_dossier_of_the_contract_as_json(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its keys in the contract's order, and the same bytes each time."""
    outputs = []
    for _ in range(2):
        assert 0 == main(["read", str(report), "--published", "2017-06-07", "--format", "json"])
        outputs.append(capsys.readouterr().out)
    keys = ["id", "text_sha256", "language", "published", "dateline", "toponyms", "claims", "incidents", "notes", "versions", "settings"]
    assert outputs[0] == outputs[1]
    assert keys == [key for key in json.loads(outputs[0]) if key in keys]


def test_read_gives_geojson_on_request(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a file, with a word on stderr and nothing on stdout."""
    out = tmp_path / "out.geojson"
    assert 0 == main(["read", str(report), "--format", "geojson", "--out", str(out)])
    assert "FeatureCollection" == json.loads(out.read_bytes())["type"]
    assert ("", f"mapapp: wrote {out}\n") == tuple(capsys.readouterr())


def test_read_takes_stdin() -> None:
    """A dash for the file."""
    done = run("read", "-", "--format", "json", stdin=REPORT.encode())
    assert (0, "en") == (done.returncode, json.loads(done.stdout)["language"])


def test_reading_imports_neither_app_nor_map_nor_frames(report: Path) -> None:
    """`mapapp read` starts fast because it leaves them out."""
    program = (
        "import sys; from mapapp.cli import main; code = main(sys.argv[1:]);"
        "print(sorted({'streamlit', 'folium', 'pandas', 'trafilatura', 'pyarrow'} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program, "read", str(report), "--format", "json"], capture_output=True, check=True)
    assert "[]" == done.stderr.decode().strip()


def test_check_says_what_it_thinks_of_a_distance(capsys: pytest.CaptureFixture[str]) -> None:
    """As text and as JSON; no claim is an answer, too."""
    sentence = "Almaty lies 2,000 km from the Chinese border."
    assert 0 == main(["check", sentence])
    assert "contradicted" in capsys.readouterr().out
    assert 0 == main(["check", sentence, "--format", "json"])
    assert ["contradicted"] == [claim["verdict"] for claim in json.loads(capsys.readouterr().out)["claims"]]
    assert 0 == main(["check", "Nothing of the sort."])
    assert "no distance or direction" in capsys.readouterr().out


def test_negative_numbers_are_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """Lima lies south of the equator and west of Greenwich."""
    assert 0 == main(["near", "-12.04", "-77.03"])
    assert "(PE)" in capsys.readouterr().out
    assert 0 == main(["border", "PE", "coast", "--from", "-12.04", "-77.03"])
    assert "distance_km" in capsys.readouterr().out


def test_place_and_border_answer_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """Best first; one row for each reading of a border."""
    assert 0 == main(["place", "Aktobe", "--country", "kz"])
    lines = capsys.readouterr().out.splitlines()
    assert ("name", "Aktobe") == (lines[0].split()[0], lines[1].split()[0])
    assert 0 == main(["border", "KZ", "RU", "--from", "50.28", "57.21"])
    row = capsys.readouterr().out.splitlines()[1].split()
    assert 69.2 == pytest.approx(float(row[0]), abs=0.2)


def test_what_is_not_known_is_said_and_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, nothing on stdout."""
    assert 0 == main(["place", "Xqzzyv"])
    assert 0 == main(["border", "PT", "RU", "--from", "50", "50"])
    captured = capsys.readouterr()
    assert ("", 2) == (captured.out, captured.err.count("\n"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["plase", "x"],
        ["place"],
        ["near", "95", "0"],
        ["near", "nan", "0"],
        ["near", "1e999", "0"],
        ["border", "Kazakhstan", "RU", "--from", "1", "1"],
        ["border", "KZ", "Russia", "--from", "1", "1"],
        ["border", "QQ", "RU", "--from", "1", "1"],
        ["read", "no-such-file.txt"],
        ["read", "."],
        ["read", "-", "--published", "yesterday"],
        ["batch", "no-such-file.jsonl", "--out", "x.jsonl"],
        ["batch", ".", "--out", "x.jsonl", "--workers", "0"],
        ["batch", ".", "--out", "x.jsonl", "--dask", "tcp://x"],
        ["batch", ".", "--out", "x.jsonl", "--home", "Springfield"],
        ["batch", ".", "--out", "x.jsonl", "--home-country", "QQ"],
        ["check", "Almaty lies far away.", "--home", "\x1b[31mXqzzyv"],
        ["check", "Almaty lies far away.", "--home-country", "Kazakhstan"],
        ["export", "no-such-file.jsonl", "--to", "x.geojson"],
        ["export", "no-such-file.jsonl", "--to", "x.docx"],
        ["export", "project.gpkg", "--to", "x.geojson"],
        ["export", "x.jsonl", "--to", "x.kml"],
        ["export", "x.jsonl", "--to", "x.csv", "--publish", "public"],
        ["lint", "x.geojson"],
        ["gazetteer", "import", "dump.zip"],
        ["gazetteer", "remove", "layer"],
        ["gazetteer"],
        ["app", "project.gpkg"],
        ["project.gpkg"],
        ["app", "--port", "99999"],
        ["--prot", "1"],
        ["\x1b[31mred"],
    ],
)
def test_bad_usage_gives_one_line_and_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr, without a traceback or a terminal escape."""
    code = main(arguments)
    captured = capsys.readouterr()
    assert (2, "", 1) == (code, captured.out, captured.err.count("\n"))
    assert captured.err.startswith("mapapp: ")
    assert "\x1b" not in captured.err


def test_a_misspelt_command_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    """As git does."""
    main(["raed"])
    assert "did you mean `mapapp read`?" in capsys.readouterr().err


def test_every_command_of_the_contract_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0 and a line of usage."""
    for command in ("app", "read", "check", "batch", "export", "lint", "place", "near", "border", "gazetteer", "doctor"):
        assert 0 == main([command, "--help"])
        assert capsys.readouterr().out.startswith(f"usage: mapapp {command}")


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`mapapp … | head -c 1`: no traceback."""
    command = [sys.executable, "-m", "mapapp", "place", "San Antonio"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        message = process.stderr.read()
    assert (0, b"") == (process.returncode, message)


def test_hostile_text_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escapes and direction marks are spelt out in text; JSON keeps them, escaped."""
    path = tmp_path / "report.txt"
    path.write_text("Gunmen \x1b[31mkilled\x1b[0m two people in Almaty\u202e on Monday.\x07\n")
    assert 0 == main(["read", str(path), "--title", "\x1b]0;owned\x07"])
    out = capsys.readouterr().out
    assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert 0 == main(["read", str(path), "--format", "json"])
    assert "\x1b" not in capsys.readouterr().out


def test_plain_text_spells_controls_out() -> None:
    """Line feeds and tabs stay."""
    assert "a\\x1b[1mb\\u202ec\n\td\\ud800" == plain("a\x1b[1mb\u202ec\n\td\ud800")


def test_a_table_is_aligned() -> None:
    """Two blanks between columns, none at the end."""
    assert "a    bb\nccc\n" == table([("a", "bb"), ("ccc", "")])


def test_the_empty_report_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 2 and what to do."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    assert 2 == main(["read", "-"])
    assert "empty" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """One place only."""
    from mapapp import __version__

    assert 0 == main(["--version"])
    assert f"mapapp {__version__}\n" == capsys.readouterr().out


def test_a_home_region_is_looked_up_and_written_into_the_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By name, by id, a country by name or code; what was taken for it is said on stderr, an id needs no word."""
    path = tmp_path / "report.txt"
    path.write_text("Paris council will vote on the new water tower on Tuesday.")
    home = ["--home", "Sherman, TX", "--home", "geonames:4281730", "--home", "Kazakhstan", "--home-country", "us", "--home-country", "KZ"]
    assert 0 == main(["read", str(path), "--format", "json", *home])
    out, err = capsys.readouterr()
    dossier = json.loads(out)
    assert {"home_places": ["geonames:4728328", "geonames:4281730"], "home_countries": ["US", "KZ"]}.items() <= dossier["settings"].items()
    assert "geonames:4717560" == dossier["toponyms"][0]["place"]["place_id"]
    assert [
        "mapapp: home region: Sherman, Texas, United States (city, geonames:4728328)",
        "mapapp: home region: Kazakhstan (country, geonames:1522867)",
    ] == err.splitlines()


def test_check_takes_a_home_region_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Which Paris lies 100 km from where is a question of who writes it."""
    sentence = "Paris lies 40 km from Brantford."
    reasons = []
    for home in ([], ["--home", "geonames:5907990"]):
        assert 0 == main(["check", sentence, "--format", "json", *home])
        document = json.loads(capsys.readouterr().out)
        reasons.append(document["settings"]["home_places"])
    assert [[], ["geonames:5907990"]] == reasons


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--home", "Springfield"], ["may be several places", "Springfield, Missouri, United States (city, geonames:4409896)", "more"]),
        (["--home", "Georgia"], ["Georgia (country, geonames:614540)", "Georgia, United States (admin1, geonames:4197000)"]),
        (["--home", "Wichita, Ohio"], ["is not known", "did you mean Wichita, Kansas, United States (city, geonames:4281730)"]),
        (["--home", "Wichitta"], ["is not known", "did you mean Wichita, Kansas, United States (city, geonames:4281730)"]),
        (["--home", "Xqzzyv"], ["nearest larger town", "mapapp place"]),
        (["--home", ""], ["nearest larger town"]),
        (["--home-country", "UK"], ["did you mean GB (United Kingdom)?"]),
        (["--home-country", "QQ"], ["no country's code", "such as KZ"]),
    ],
)
def test_a_home_region_that_is_not_clear_says_what_to_write(
    arguments: list[str], words: list[str], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line with the first candidates and their ids, exit code 2."""
    assert 2 == main(["read", str(report), *arguments])
    captured = capsys.readouterr()
    assert ("", 1) == (captured.out, captured.err.count("\n"))
    assert [word for word in words if word not in captured.err] == []


def test_export_writes_what_batch_wrote(tmp_path: Path) -> None:
    """Each format of this version, from the same dossiers."""
    reports = tmp_path / "in.jsonl"
    reports.write_text(json.dumps({"id": "a", "text": REPORT, "published": "2017-06-07"}) + "\n")
    dossiers = tmp_path / "out.jsonl"
    assert 0 == main(["batch", str(reports), "--out", str(dossiers)])
    for ending in ("geojson", "geojsonl", "csv", "html"):
        out = tmp_path / f"map.{ending}"
        assert 0 == main(["export", str(dossiers), "--to", str(out)])
        assert out.stat().st_size > 100
    assert 0 == main(["export", str(dossiers), "--to", str(tmp_path / "all.geojson"), "--layers", "incidents,areas,claims,mentions"])
    layers = {feature["properties"]["layer"] for feature in json.loads((tmp_path / "all.geojson").read_bytes())["features"]}
    assert {"incidents", "claims", "mentions"} <= layers


def test_a_guessed_encoding_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr, so that the reader looks at the letters."""
    path = tmp_path / "old.txt"
    path.write_bytes("В центре города обрушился мост, сообщил представитель полиции.".encode("cp1251"))
    assert 0 == main(["read", str(path)])
    assert "it was read as cp1251" in capsys.readouterr().err
