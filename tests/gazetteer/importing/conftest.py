"""A folder for layers in every test, and one call that imports rows and opens the gazetteer with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.importing import import_geonames
from gazetteer.layers import Layer
from tests.gazetteer.importing.dumps import write


@pytest.fixture(name="layers")
def _layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for layers, which is also that of this user: what is installed on this machine has no say."""
    folder = tmp_path / "layers"
    monkeypatch.setenv("MAPAPP_LAYERS", str(folder))
    return folder


@pytest.fixture(name="bring")
def _bring(tmp_path: Path, layers: Path) -> Callable[..., Layer]:
    """Give a function that imports files of a dump, each given as its rows, under the names of files."""

    def bring(rows: Any, *, name: str = "dump", file: str = "XX.txt", files: dict[str, Any] | None = None, **options: Any) -> Layer:
        contents = {file: rows} | (files or {})
        return import_geonames([write(tmp_path / file, content) for file, content in contents.items()], name=name, folder=layers, **options)

    return bring


@pytest.fixture(name="opened")
def _opened(layers: Path) -> Callable[[], Gazetteer]:
    """Give a function that opens the gazetteer that is shipped, with the layers."""
    return lambda: open_gazetteer(layers=layers)


@pytest.fixture(name="bare", scope="session")
def _bare() -> Gazetteer:
    """Open the gazetteer that is shipped, without any layer."""
    return Gazetteer()
