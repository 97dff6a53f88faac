"""What `mapapp doctor` finds."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from mapapp import doctor
from mapapp.cli import main
from mapapp.doctor import State


def test_a_sound_installation_is_found_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, a table, nothing wrong."""
    assert 0 == main(["doctor", "--port", "18501"])
    out = capsys.readouterr().out
    assert "WRONG" not in out
    assert {"Python", "data", "Leaflet"} <= {line.split()[1] for line in out.splitlines() if line.startswith("ok")}


def test_missing_data_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, and --fix says what mends it."""
    monkeypatch.setattr("gazetteer.store.data_folder", lambda: tmp_path)
    assert 2 == main(["doctor", "--fix"])
    out = capsys.readouterr().out
    assert "WRONG" in out
    assert "install mapapp again" in out


def test_a_taken_port_is_a_note() -> None:
    """The app would take the next."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        found = next(finding for finding in doctor.examine(port=port) if finding.what == "port")
    assert (State.NOTE, True) == (found.state, found.found.startswith(f"{port} is taken"))


def test_another_leaflet_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its digest is not the authors'."""
    monkeypatch.setattr(doctor, "LEAFLET_SHA256", {"leaflet.js": "0" * 64})
    assert [State.WRONG] == [finding.state for finding in doctor.examine(port=18501) if finding.what == "Leaflet"]


def test_a_missing_library_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named."""
    monkeypatch.setattr(doctor, "READING", ("numpy", "no_such_library"))
    found = [finding.found for finding in doctor.examine(port=18501) if finding.what == "libraries for reading"]
    assert ["missing: no_such_library"] == found
