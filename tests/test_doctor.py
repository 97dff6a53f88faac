"""What `mapapp doctor` finds."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from gazetteer import Gazetteer, LatLon
from gazetteer.importing import ListedPlace, add_place, import_list
from gazetteer.layers import REGISTRY, installed
from mapapp import doctor
from mapapp.cli import main
from mapapp.doctor import State


@pytest.fixture(name="layers", autouse=True)
def _layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the layers of each test in a folder of its own."""
    monkeypatch.setenv("MAPAPP_LAYERS", str(tmp_path / "layers"))
    return tmp_path / "layers"


@pytest.fixture(name="camps")
def _camps(tmp_path: Path, layers: Path) -> Path:
    """Import a list and return the folder of its layer."""
    path = tmp_path / "our camps.csv"
    path.write_text("name,lat,lon\nZornamak,50.4,57.2\nQlaktova,50.5,57.3\n", encoding="utf-8")
    import_list(path, name="camps", gazetteer=Gazetteer(), folder=layers)
    return installed(layers)[0].folder


def of_layers() -> list[tuple[State, str, str]]:
    """Return what is found of layers: state, finding, remedy."""
    found = [finding for finding in doctor.examine(port=18501) if finding.what in {"layers", "left-over folders"}]
    return [(finding.state, finding.found, finding.remedy) for finding in found]


def test_a_sound_installation_is_found_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, a table, nothing wrong."""
    assert 0 == main(["doctor", "--port", "18501"])
    out = capsys.readouterr().out
    assert "WRONG" not in out
    assert {"Python", "data", "layers", "Leaflet"} <= {line.split()[1] for line in out.splitlines() if line.startswith("ok")}


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


def test_no_layers_are_fine(layers: Path) -> None:
    """The folder is named, and not made."""
    assert [(State.FINE, f"none imported; they would go into {layers}", "")] == of_layers()
    assert not layers.exists()


def test_whole_layers_are_named(layers: Path, camps: Path) -> None:
    """With version, size and folder."""
    version = installed(layers)[0].version
    assert [(State.FINE, f"camps {version} (2 places); files whole; in {layers}", "")] == of_layers()
    assert camps.is_dir()


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_a_damaged_layer_is_found(harm: str, layers: Path, camps: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2; the data that come with mapapp are still said to be sound, and --fix says which commands bring the layer back."""
    names = camps / "names.marisa"
    if harm == "cut":
        names.write_bytes(names.read_bytes()[:-1])
    else:
        names.unlink()
    again = "`mapapp gazetteer remove camps`, then `mapapp gazetteer import 'our camps.csv' --name camps`, with the options of then"
    assert [(State.WRONG, f"files missing or cut short: camps; in {layers}", again)] == of_layers()
    assert 2 == main(["doctor", "--fix", "--port", "18501"])
    out = capsys.readouterr().out
    assert ["layers"] == [line.split()[1] for line in out.splitlines() if line.startswith("WRONG")]
    assert f"layers: {again}" in out
    assert 0 == main(["gazetteer", "remove", "camps"])
    assert State.FINE == of_layers()[0][0]


def test_places_added_by_hand_are_not_thrown_away_lightly(layers: Path) -> None:
    """There is no file to import them from again."""
    add_place(ListedPlace(name="Zornamak", position=LatLon(50.4, 57.2)), gazetteer=Gazetteer(), folder=layers)
    folder = installed(layers)[0].folder
    (folder / "places.columns").unlink()
    ((state, _, remedy),) = of_layers()
    assert (State.WRONG, True) == (state, remedy.startswith(f"keep what {folder} still holds, `mapapp gazetteer remove my-places`"))


def test_a_list_of_layers_that_cannot_be_read_is_found(layers: Path, camps: Path) -> None:
    """It says what to move away."""
    (layers / REGISTRY).write_text("{", encoding="utf-8")
    ((state, found, remedy),) = of_layers()
    assert (State.WRONG, True) == (state, str(layers / REGISTRY) in found)
    assert remedy.startswith(f"move {layers / REGISTRY} away")
    assert camps.is_dir()


def test_a_folder_that_cannot_be_read_is_found(layers: Path) -> None:
    """The variable is named."""
    (layers / REGISTRY).mkdir(parents=True)
    assert [(State.WRONG, f"{layers}: Is a directory", "set MAPAPP_LAYERS to a folder that can be read")] == of_layers()


def test_what_interrupted_imports_left_is_counted(layers: Path, camps: Path) -> None:
    """A note, no fault; other folders are none of ours."""
    for name in ("dump@0", "camps@7", "holiday photos"):
        (layers / name).mkdir()
    (layers / "dump@0" / "places.columns").write_bytes(b"x" * 1_500_000)
    sound, (state, found, remedy) = of_layers()
    assert (State.FINE, State.NOTE) == (sound[0], state)
    assert "2 of interrupted imports, 1.5 MB; they go with the next import" == found
    assert remedy.startswith("nothing needs to be done; the next `mapapp gazetteer import`")
    assert camps.is_dir()
