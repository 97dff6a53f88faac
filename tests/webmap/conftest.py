"""The invented dossiers and hostile texts of the export tests, and a world of two islands to draw them on."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from mapapp.export import feature_collection
from mapapp.export.schema import LAYERS
from mapapp.webmap import html_map

_EXPORT = Path(__file__).parents[1] / "export"
_SHARED = SimpleNamespace(**runpy.run_path(str(_EXPORT / "conftest.py")))
_INVENTED = _SHARED._INVENTED


class Landmarks:
    """Names one country and one town."""

    def landmarks(self, towns):
        """Return countries and towns."""
        return (_INVENTED.SLOVAKIA,), (_INVENTED.UZHHOROD,)[:towns]


def islands(level):
    """Two squares of land, one reaching the 180th meridian, a border and a disputed line; the fine level has one vertex more."""
    extra = [[22.05, 46.0]] if level == "fine" else []
    return {
        "land": [
            [[[18.0, 46.0], *extra, [26.0, 46.0], [26.0, 51.0], [18.0, 51.0], [18.0, 46.0]]],
            [[[179.0, -18.0], [180.0, -18.0], [180.0, -16.0], [179.0, -18.0]]],
        ],
        "borders": [[[22.27, 46.0], [22.27, 51.0]]],
        "disputed": [[[18.0, 48.0], [26.0, 48.0]]],
    }


@pytest.fixture(scope="session")
def invented():
    """Give the module of the invented dossiers."""
    return _INVENTED


@pytest.fixture(scope="session")
def payloads():
    """Hostile texts by id."""
    import json

    lines = (Path(__file__).parents[1] / "hostile" / "payloads.jsonl").read_text("ascii").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["id"]: _SHARED._text(row) for row in rows if row["kind"] != "malformed-file"}


@pytest.fixture(scope="session")
def poisoned():
    """Make a dossier with a text in every place that takes words."""
    return _SHARED.poison


@pytest.fixture(scope="session")
def collect():
    """Make a feature collection of dossiers, all layers."""
    return lambda *dossiers: feature_collection(dossiers, layers=LAYERS, gazetteer=_INVENTED.Names())


@pytest.fixture(scope="session")
def draw():
    """Make a page of a feature collection, on the islands."""
    return lambda collection, title="Incidents": html_map(collection, title=title, basemap=islands, landmarks=Landmarks())


@pytest.fixture(scope="session")
def world():
    """Give the islands, by level."""
    return islands


@pytest.fixture(scope="session")
def landmarks():
    """One country, one town."""
    return Landmarks()
