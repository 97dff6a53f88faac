"""Fetching a country's files, from a server on this machine."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gazetteer.errors import DownloadFailed
from gazetteer.importing import download as download_module
from gazetteer.importing.download import asked_for, download
from gazetteer.layers import installed
from mapapp.cli import main
from tests.gazetteer.importing.dumps import Heard, alternate, row


def zipped(member: str, content: str) -> bytes:
    """Return a zip file with one member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, content)
    return buffer.getvalue()


FILES = {
    "/KZ.zip": zipped("KZ.txt", row()),
    "/alternatenames/KZ.zip": zipped("KZ.txt", alternate("Testowo")),
    "/allCountries.zip": zipped("allCountries.txt", row()),
    "/alternateNamesV2.zip": zipped("alternateNamesV2.txt", alternate("Testowo")),
}


class _Site(BaseHTTPRequestHandler):
    """Serves the files; addresses below /short, /garbage and so on go wrong in one way each."""

    def do_GET(self) -> None:
        """Answer."""
        how, _, path = self.path.removeprefix("/").partition("/")
        content = FILES.get(self.path if how not in _WAYS else f"/{path}")
        if content is None:
            self.send_error(404)
        elif how == "error":
            self.send_error(503)
        elif how == "garbage":
            self.wfile.write(b"\x00\x1b[31m not http at all\r\n\r\n")
        else:
            self.send_response(200)
            if how != "sizeless":
                self.send_header("Content-Length", "many" if how == "odd" else str(len(content)))
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if how == "short" else content)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- as the class above calls it
        """Keep quiet."""


_WAYS = frozenset({"error", "garbage", "odd", "short", "sizeless"})


@pytest.fixture(name="site", scope="module")
def _site() -> Iterator[str]:
    """Return the address of the server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("geonames:KZ", "KZ"), ("geonames:kz", "KZ"), ("GeoNames:Kz", "KZ"), ("geonames:allCountries", "allCountries"),
        ("geonames:allcountries", "allCountries"), ("geonames:", None), ("geonames:KAZ", None), ("geonames:K/", None),
        ("geonames:../KZ", None),
        ("KZ", None), ("KZ.zip", None), ("geonames:KZ\n", None), ("geonames:ÄÖ", None), ("https://example.org/KZ.zip", None),
    ],
)  # fmt: skip
def test_only_countries_and_the_world_can_be_asked_for(written: str, what: str | None) -> None:
    """Two letters, or all: nothing else becomes part of an address."""
    assert what == asked_for(written)


@pytest.mark.parametrize(
    ("what", "paths"), [("KZ", ["/KZ.zip", "/alternatenames/KZ.zip"]), ("allCountries", ["/allCountries.zip", "/alternateNamesV2.zip"])]
)
@pytest.mark.parametrize("way", ["", "sizeless/", "odd/"])
def test_places_and_names_are_fetched(what: str, paths: list[str], way: str, site: str, tmp_path: Path) -> None:
    """Whole, with their bytes told; whether the server says the size or not."""
    heard = Heard()
    fetched = download(what, tmp_path, progress=heard, site=site + way)
    assert [FILES[path] for path in paths] == [path.read_bytes() for path in fetched]
    assert sum(len(FILES[path]) for path in paths) == heard.bytes_done
    assert sorted(fetched) == sorted(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("what", "way", "message"),
    [
        ("XX", "", r"XX\.zip cannot be fetched \(Not Found\): fetch it elsewhere, then `mapapp gazetteer import XX\.zip`"),
        ("KZ", "error/", r"cannot be fetched \(Service Unavailable\)"),
        ("KZ", "garbage/", r"KZ\.zip cannot be fetched"),
        ("KZ", "short/", r"KZ\.zip ended after \d+ of \d+ bytes: try again"),
    ],
)
def test_what_cannot_be_fetched_is_told_and_leaves_nothing(what: str, way: str, message: str, site: str, tmp_path: Path) -> None:
    """What was there before stays."""
    (tmp_path / "KZ.zip").write_bytes(b"before")
    with pytest.raises(DownloadFailed, match=message):
        download(what, tmp_path, progress=Heard(), site=site + way)
    assert [("KZ.zip", b"before")] == [(path.name, path.read_bytes()) for path in tmp_path.iterdir()]


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nobody listens at port 9 here."""
    with pytest.raises(DownloadFailed, match=r"cannot be fetched \(.*refused"):
        download("KZ", tmp_path, progress=Heard(), site="http://127.0.0.1:9/")


def test_files_that_are_too_large_are_not_fetched(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever size the server says."""
    monkeypatch.setattr(download_module, "MAX_DOWNLOAD_BYTES", 100)
    with pytest.raises(DownloadFailed, match="is larger than 0 GB: not fetched"):
        download("KZ", tmp_path, progress=Heard(), site=site + "sizeless/")
    assert [] == list(tmp_path.iterdir())


def test_the_command_fetches_imports_and_prints_checksums(
    site: str, layers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only because it was asked to."""
    monkeypatch.setattr(download_module.download, "__kwdefaults__", {"site": site})
    assert 0 == main(["gazetteer", "import", "geonames:kz"])
    captured = capsys.readouterr()
    for file, path in (("KZ.zip", "/KZ.zip"), ("alternatenames-KZ.zip", "/alternatenames/KZ.zip")):
        assert f"mapapp: {file}: SHA-256 {hashlib.sha256(FILES[path]).hexdigest()}\n" in captured.err
    assert "imported 1 place with 2 names as geonames-kz (2024-05-06)\n" == captured.out
    assert ["KZ.zip", "alternatenames-KZ.zip"] == [name for name, _ in installed(layers)[0].inputs]


def test_the_command_tells_in_one_line_what_could_not_be_fetched(
    site: str, layers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2; nothing is imported."""
    monkeypatch.setattr(download_module.download, "__kwdefaults__", {"site": site + "short/"})
    assert 2 == main(["gazetteer", "import", "geonames:KZ"])
    captured = capsys.readouterr()
    assert ("", "try again") == (captured.out, captured.err.splitlines()[-1][-9:])
    assert () == installed(layers)
