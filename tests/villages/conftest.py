"""The gazetteers that the tests on villages compare: without layers, and with the twelve dumps as layers, imported once."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer, open_gazetteer
from tests.villages.scoring import import_dumps


@pytest.fixture(name="no_layers", scope="session")
def _no_layers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a layers folder without any layer: what is installed on this machine has no say."""
    return tmp_path_factory.mktemp("no-layers")


@pytest.fixture(name="layers", scope="session")
def _layers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a layers folder with all dumps."""
    folder = tmp_path_factory.mktemp("layers")
    import_dumps(folder)
    return folder


@pytest.fixture(name="default", scope="session")
def _default(no_layers: Path) -> Gazetteer:
    return open_gazetteer(layers=no_layers)


@pytest.fixture(name="dumps", scope="session")
def _dumps(layers: Path) -> Gazetteer:
    return open_gazetteer(layers=layers)
