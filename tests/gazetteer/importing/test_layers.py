"""Layers: one file says which there are; whatever is damaged, busy or hostile is told in one line."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import Gazetteer, open_gazetteer
from gazetteer import layers as layers_module
from gazetteer.errors import DataDamaged, LayerBusy, UnknownLayer
from gazetteer.importing import import_geonames
from gazetteer.layers import Layer, check_name, find_layer, installed, layers_folder, locked, new_folder, remove, sweep
from tests.gazetteer.importing.dumps import FIRST_ID, row, write

Bring = Callable[..., Layer]
Open = Callable[[], Gazetteer]


def folders(where: Path) -> list[str]:
    """Return the names of the folders in a folder."""
    return sorted(path.name for path in where.iterdir() if path.is_dir())


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../x",
        "a/b",
        "..",
        ".",
        "x@1",
        "X",
        "x_y",
        "-x",
        "x-",
        "x" * 49,
        "ä",
        "x\n",
        "x ",
        "geonames",
        "mapapp",
        "coordinates",
        "report",
        "con:",
    ],
)
def test_no_hostile_name_becomes_a_folder(name: str, bring: Bring, layers: Path, tmp_path: Path) -> None:
    """Small letters, digits, hyphens; nothing that means something else in the ids of places."""
    with pytest.raises(UnknownLayer, match="cannot be the name of a layer: use small letters"):
        check_name(name)
    with pytest.raises(UnknownLayer):
        bring(row(), name=name)
    with pytest.raises(UnknownLayer, match="there is no layer"):
        remove(name, layers)
    assert [] == folders(layers)
    assert {"XX.txt", "layers"} >= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("name", ["x", "7", "my-villages", "x" * 48, "kz-2024"])
def test_a_plain_name_is_one(name: str) -> None:
    """As it is."""
    assert name == check_name(name)


def test_the_folder_is_what_the_environment_says_else_among_the_user_s_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tilde is understood."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MAPAPP_LAYERS", "~/mine")
    assert tmp_path / "mine" == layers_folder()
    monkeypatch.setenv("MAPAPP_LAYERS", "")
    assert ("layers", "mapapp") == (layers_folder().name, layers_folder().parent.name)


def test_a_layer_of_the_same_name_is_replaced_and_one_folder_left(bring: Bring, layers: Path, opened: Open) -> None:
    """In its place among the others."""
    for name in ("first", "second", "third"):
        bring(row(name.title(), id=FIRST_ID + len(name)), name=name)
    for number in range(3):
        bring(row(f"Anew {number}"), name="second")
    assert ["first", "second", "third"] == [layer.name for layer in installed(layers)]
    assert ["first", "second", "third"] == [name.partition("@")[0] for name in folders(layers)]
    assert [True, False] == [opened().knows(name) for name in ("Anew 2", "Anew 1")]


def test_an_open_gazetteer_notices_changes(bring: Bring, layers: Path) -> None:
    """Asked for again it is the same one as long as nothing has changed; one that is open goes on as it was."""
    states = [open_gazetteer(layers=layers)]
    bring(row("Qonaqkend"))
    states.append(open_gazetteer(layers=layers))
    assert open_gazetteer(layers=layers) is states[-1]
    bring(row("Other"))
    states.append(open_gazetteer(layers=layers))
    remove("dump", layers)
    states.append(open_gazetteer(layers=layers))
    known = [state.knows("Qonaqkend") for state in states]
    assert [False, True, False, False] == known
    assert [0, 1, 1, 0] == [len(state.layers) for state in states]
    assert "Qonaqkend" == states[1].place(f"geonames:{FIRST_ID}").name


def test_versions_and_sources_name_the_layers(bring: Bring, opened: Open, bare: Gazetteer) -> None:
    """Behind those of the default gazetteer."""
    bring(row())
    assert f"{bare.versions['gazetteer']} + dump 2024-05-06" == opened().versions["gazetteer"]
    assert [*(source.name for source in bare.sources), "dump"] == [source.name for source in opened().sources]


def test_a_removed_layer_is_gone_with_its_folder(bring: Bring, layers: Path) -> None:
    """The others stay."""
    bring(row(), name="one")
    bring(row(), name="two")
    assert "one" == remove("one", layers).name
    assert (["two"], ["two@0"]) == ([layer.name for layer in installed(layers)], folders(layers))
    with pytest.raises(UnknownLayer, match="there is no layer 'one': there are two"):
        remove("one", layers)
    remove("two", layers)
    with pytest.raises(UnknownLayer, match="there is no layer 'two': no places were imported yet"):
        remove("two", layers)


def test_left_over_folders_are_swept_and_nobody_else_s(bring: Bring, layers: Path) -> None:
    """Only folders that are named like a layer's."""
    others = ["mail@home", "Photos@2024", "x@", "plain", "@", "x@1@2"]
    for name in [*others, "dump@7", "gone@0"]:
        (layers / name).mkdir(parents=True)
        (layers / name / "file").write_text("x")
    (layers / "dump@9").write_text("a file, no folder")
    bring(row())
    assert sorted([*others, "dump@0"]) == folders(layers)
    assert "dump@9" in {path.name for path in layers.iterdir()}


def test_new_folders_never_take_one_that_is_there(tmp_path: Path) -> None:
    """The number goes on."""
    assert ["x@0", "x@1", "y@0"] == [new_folder(tmp_path, name).name for name in ("x", "x", "y")]


# Busy -----------------------------------------------------------------------------------------------------------------------------------


def test_two_imports_at_once_are_one_too_many(bring: Bring, layers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is told to wait; the first goes on."""
    monkeypatch.setattr(layers_module, "LOCK_SECONDS", 0.2)
    bring(row(), name="before")
    with locked(layers):
        for attempt in (lambda: bring(row()), lambda: remove("before", layers)):
            with pytest.raises(LayerBusy, match=r"another import into .* is running: wait until it has ended, then try again"):
                attempt()
    assert ["before"] == [layer.name for layer in installed(layers)]
    bring(row())
    assert ["before", "dump"] == [layer.name for layer in installed(layers)]


def test_imports_that_wait_for_each_other_all_count(layers: Path, tmp_path: Path) -> None:
    """Six at once, from threads of one process."""
    path = write(tmp_path / "XX.txt", row())
    threads = [
        threading.Thread(target=import_geonames, args=([path],), kwargs={"name": f"layer-{number}", "folder": layers})
        for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [f"layer-{number}" for number in range(6)] == sorted(layer.name for layer in installed(layers))


# Damaged --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["places.columns", "names.marisa", "sounds.columns", "completions.columns", "left_out.tsv"])
@pytest.mark.parametrize("how", ["missing", "short", "empty"])
def test_a_damaged_layer_names_what_mends_it_and_can_be_removed(file: str, how: str, bring: Bring, layers: Path, opened: Open) -> None:
    """Removing it and importing it again both work."""
    path = bring(row()).folder / file
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "empty" else path.read_bytes()[:-1])
    with pytest.raises(DataDamaged, match=r"'dump' are damaged .*: import them again, or `mapapp gazetteer remove dump`"):
        opened()
    bring(row("Other"), name="other")
    bring(row())
    assert opened().knows("Testovo")
    (installed(layers)[0].folder / file).unlink()
    remove("dump", layers)
    assert opened().knows("Other")


def test_a_layer_whose_folder_is_gone_is_damaged(bring: Bring, layers: Path, opened: Open) -> None:
    """And can be removed as well."""
    import shutil

    shutil.rmtree(bring(row()).folder)
    with pytest.raises(DataDamaged, match="mapapp gazetteer remove dump"):
        opened()
    remove("dump", layers)
    assert () == opened().layers


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"7", b'"x"', b"null", b"\xff\xfe", b"{}", b'{"format": 1}', b'{"format": 1, "layers": 7}',
        b'{"format": 1, "layers": ["x"]}',
        b'{"format": 1, "layers": [{}]}', b"[" * 100_000, b" ",
    ],
)  # fmt: skip
def test_a_list_of_layers_that_cannot_be_read_is_told_and_nothing_is_swept(
    content: bytes, bring: Bring, layers: Path, opened: Open
) -> None:
    """It says to move it away; until then no import and no removal touches any folder."""
    bring(row())
    (layers / "layers.json").write_bytes(content)
    attempts: list[Callable[[], object]] = [
        opened,
        lambda: bring(row(), name="other"),
        lambda: remove("dump", layers),
        lambda: sweep(layers),
    ]
    for attempt in attempts:
        with pytest.raises(DataDamaged, match=r"layers\.json cannot be read .*: move it away and import the places again"):
            attempt()
    assert "dump@0" in folders(layers)
    (layers / "layers.json").unlink()
    bring(row())
    assert opened().knows("Testovo")


@pytest.mark.parametrize("folder", ["..", ".", "/etc", "", "../dump@0", "x/y@1", "dump", 7, None])
def test_a_list_of_layers_that_points_elsewhere_is_not_followed(folder: object, bring: Bring, layers: Path) -> None:
    """Folders are those beside it."""
    bring(row())
    written = json.loads((layers / "layers.json").read_bytes())
    written["layers"][0]["folder"] = folder
    (layers / "layers.json").write_text(json.dumps(written), "utf-8")
    with pytest.raises(DataDamaged, match="cannot be read"):
        installed(layers)


def test_a_list_of_layers_of_another_version_is_told(bring: Bring, layers: Path) -> None:
    """Of a later mapapp, say."""
    bring(row())
    written = json.loads((layers / "layers.json").read_bytes()) | {"format": 2}
    (layers / "layers.json").write_text(json.dumps(written), "utf-8")
    with pytest.raises(DataDamaged, match="is of another version of mapapp: import the places again"):
        find_layer("dump", layers)


def test_a_folder_that_cannot_be_written_says_what_to_set(tmp_path: Path) -> None:
    """Here a file stands in its way."""
    (tmp_path / "file").write_text("x")
    path = write(tmp_path / "XX.txt", row())
    for folder in (tmp_path / "file", tmp_path / "file" / "layers"):
        with pytest.raises(OSError, match="imported places are kept there; set MAPAPP_LAYERS to a folder that can be written") as caught:
            import_geonames([path], name="x", folder=folder)
        assert str(folder) == caught.value.filename
        assert () == open_gazetteer(layers=folder).layers


def test_a_layer_of_another_version_says_what_to_do(bring: Bring, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns may change; then places are imported again."""
    bring(row())
    monkeypatch.setattr("gazetteer.layer_table.FORMAT", 2)
    with pytest.raises(DataDamaged, match="of another version of mapapp: import them again"):
        opened()
