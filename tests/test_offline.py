"""No request leaves the machine: everything the command line does works with every outgoing connection refused."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from mapapp.cli import main

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
REPORT = "ALMATY, 6 June 2017 - Gunmen killed three people in Almaty on Monday. Almaty lies about 300 km from the Chinese border.\n"


@pytest.fixture(name="refused", autouse=True)
def _refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Refuse every connection and name look-up beyond this machine, and list what was tried."""
    tried: list[str] = []

    def refuse(host: object) -> None:
        if str(host) not in LOOPBACK:
            tried.append(str(host))
            msg = f"no network in this test: {host}"
            raise OSError(msg)

    def connect(_socket: socket.socket, address: tuple[object, ...]) -> None:
        refuse(address[0])

    def look_up(host: object, *_: object, **__: object) -> list[object]:
        refuse(host)
        return []

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "gethostbyname", refuse)
    return tried


def test_the_wall_stands(refused: list[str]) -> None:
    """A connection is really refused: otherwise the tests below would show nothing."""
    with pytest.raises(OSError, match="no network in this test"):
        socket.create_connection(("tracker.example", 80))
    assert ["tracker.example"] == refused


def test_reading_checking_and_looking_up_need_no_network(tmp_path: Path, refused: list[str]) -> None:
    """Text, web page, and all answers."""
    report = tmp_path / "report.txt"
    report.write_text(REPORT)
    page = tmp_path / "report.html"
    page.write_text(
        f"<!doctype html><html><head><link rel=stylesheet href='https://tracker.example/x.css'></head><body><p>{REPORT}</p></body></html>"
    )
    codes = [
        main(["read", str(report)]),
        main(["read", str(page), "--format", "json"]),
        main(["check", REPORT]),
        main(["place", "Almaty"]),
        main(["near", "43.2", "76.9"]),
        main(["border", "KZ", "CN", "--from", "43.2", "76.9"]),
        main(["gazetteer", "info"]),
    ]
    assert ([0] * 7, []) == (codes, refused)


def test_exporting_needs_no_network_and_the_map_asks_for_none(tmp_path: Path, refused: list[str]) -> None:
    """Every format; the HTML map loads nothing from anywhere."""
    reports, dossiers = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    reports.write_text(json.dumps({"id": "a", "text": REPORT}) + "\n")
    codes = [main(["batch", str(reports), "--out", str(dossiers)])]
    codes += [main(["export", str(dossiers), "--to", str(tmp_path / f"map.{ending}")]) for ending in ("geojson", "geojsonl", "csv", "html")]
    assert ([0] * 5, []) == (codes, refused)
    page = (tmp_path / "map.html").read_text("utf-8")
    assert [] == [mark for mark in ('src="http', "src='http", "@import", 'rel="stylesheet" href="http', "url(http") if mark in page]


def test_the_app_opens_reads_and_draws_without_a_network(refused: list[str]) -> None:
    """The page runs on its example, from report to tables, and asks nobody."""
    import mapapp.app

    page = AppTest.from_file(str(Path(mapapp.app.__file__).with_name("main.py")), default_timeout=120).run()
    assert ([], []) == (list(page.exception), refused)
    assert [tab.label for tab in page.tabs] == ["Incidents", "Distances", "Places"]
