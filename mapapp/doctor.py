"""Examine the installation: Python, libraries, data, layers, Leaflet, port, and the tools that only tests need."""

from __future__ import annotations

import hashlib
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module, metadata
from importlib.util import find_spec

from gazetteer import Gazetteer, LatLon, store
from gazetteer.errors import DataDamaged, GazetteerError
from gazetteer.layers import REGISTRY, Layer, installed, layers_folder, left_over
from mapapp.errors import BadOption
from mapapp.serve import free_port
from mapapp.version import __version__

OLDEST_PYTHON = (3, 11)
READING = ("lxml", "marisa_trie", "numpy", "orjson", "pyproj", "scipy", "shapely", "geopy", "pypdf", "trafilatura", "pyarrow")
APP = ("streamlit", "pandas", "folium")
LEAFLET_SHA256 = {
    "leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
    "leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
}
"""Digests of Leaflet 1.9.4 as its authors publish it. Kept apart from webmap's, which imports folium: that may be what is missing here."""
REINSTALL = "install mapapp again (in a checkout: make clean, then make app)"


class State(StrEnum):
    """How bad a finding is."""

    FINE = "fine"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``remedy`` says what mends it, empty where nothing is to mend."""

    what: str
    state: State
    found: str
    remedy: str = ""


def examine(*, port: int) -> list[Finding]:
    """Look at everything and return what was found, the most basic first."""
    mapapp = Finding("mapapp", State.FINE, __version__)
    return [_python(), mapapp, *_libraries(), *_data(), *_layers(), *_leaflet(), _port(port), *_tools()]


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= OLDEST_PYTHON:
        return Finding("Python", State.FINE, found)
    return Finding("Python", State.WRONG, found, "install Python 3.11 or newer")


def _libraries() -> Iterator[Finding]:
    for what, modules in (("libraries for reading", READING), ("libraries for the app", APP)):
        missing = [name for name in modules if find_spec(name) is None]
        broken = [name for name in modules if name not in missing and not _imports(name)]
        if missing or broken:
            found = "; ".join(f"{word}: {', '.join(names)}" for word, names in (("missing", missing), ("broken", broken)) if names)
            yield Finding(what, State.WRONG, found, REINSTALL)
        else:
            yield Finding(what, State.FINE, f"all {len(modules)}")


def _imports(name: str) -> bool:
    try:
        import_module(name)
    except (ImportError, OSError):  # a compiled part that does not fit this machine
        return False
    return True


def _data() -> Iterator[Finding]:
    try:
        folder = store.data_folder()
        problems = store.verify(folder)
        if problems:
            yield Finding("data", State.WRONG, "; ".join(problems), REINSTALL)
            return
        versions = ", ".join(f"{name} {version}" for name, version in store.read_versions(folder).items())
        yield Finding("data", State.FINE, f"{versions}; all digests right; in {folder}")
        world = Gazetteer()  # without layers: they are looked at for themselves
        town = world.lookup("Aktobe")
        measured = world.border("KZ", "RU").nearest(LatLon(50.28, 57.21)).distance_km if town else 0.0
        answer = f"Aktobe lies {measured:.1f} km from the border of KZ and RU"
        yield Finding("a first answer", State.FINE if town else State.WRONG, answer)
    except GazetteerError as error:
        yield Finding("data", State.WRONG, str(error), REINSTALL)


def _layers() -> Iterator[Finding]:
    """Look at the imported places: the file that lists them, the files of each, and what interrupted imports have left."""
    folder = layers_folder()
    try:
        layers = installed(folder)
        damaged = [layer for layer in layers if not _is_whole(layer)]
        rest = left_over(folder) if folder.is_dir() else ()
        size_mb = sum(path.stat().st_size for left in rest for path in left.iterdir() if path.is_file()) / 1e6
    except DataDamaged as error:
        move = f"move {folder / REGISTRY} away, then import again: `mapapp gazetteer import FILE…`"
        yield Finding("layers", State.WRONG, str(error), move)
        return
    except OSError as error:
        remedy = "set MAPAPP_LAYERS to a folder that can be read"
        yield Finding("layers", State.WRONG, f"{folder}: {error.strerror or type(error).__name__}", remedy)
        return
    if damaged:
        names = ", ".join(layer.name for layer in damaged)
        remedy = "; ".join(map(_bring_again, damaged))
        yield Finding("layers", State.WRONG, f"files missing or cut short: {names}; in {folder}", remedy)
    elif layers:
        named = ", ".join(f"{layer.name} {layer.version} ({layer.places:,} places)" for layer in layers)
        yield Finding("layers", State.FINE, f"{named}; files whole; in {folder}")
    else:
        yield Finding("layers", State.FINE, f"none imported; they would go into {folder}")
    if rest:
        found = f"{len(rest)} of interrupted imports, {size_mb:.1f} MB; they go with the next import"
        remedy = "nothing needs to be done; the next `mapapp gazetteer import`, `add` or `remove` clears them away"
        yield Finding("left-over folders", State.NOTE, found, remedy)


def _is_whole(layer: Layer) -> bool:
    try:
        layer.check()
    except DataDamaged:
        return False
    return True


def _bring_again(layer: Layer) -> str:
    """Return the commands that replace a damaged layer. Importing anew needs its files; places added by hand have none."""
    files = " ".join(shlex.quote(name) for name, _ in layer.inputs)
    if files:
        return (
            f"`mapapp gazetteer remove {layer.name}`, then `mapapp gazetteer import {files} --name {layer.name}`, with the options of then"
        )
    return (
        f"keep what {layer.folder} still holds, `mapapp gazetteer remove {layer.name}`, then add its places again (`mapapp gazetteer add`)"
    )


def _leaflet() -> Iterator[Finding]:
    try:
        files = {file.name: file for file in metadata.files("django-js-lib-leaflet") or ()}
    except metadata.PackageNotFoundError:
        yield Finding("Leaflet", State.WRONG, "its package is missing", REINSTALL)
        return
    wrong = []
    for name, digest in LEAFLET_SHA256.items():
        path = files[name].locate() if name in files else None
        content = b"" if path is None else path.read_bytes()  # type: ignore[attr-defined]
        if hashlib.sha256(content).hexdigest() != digest:
            wrong.append(name)
    if wrong:
        yield Finding("Leaflet", State.WRONG, f"not the files of version 1.9.4: {', '.join(wrong)}", REINSTALL)
    else:
        yield Finding("Leaflet", State.FINE, "1.9.4, digests right")


def _port(port: int) -> Finding:
    try:
        free = free_port(port)
    except BadOption as error:
        return Finding("port", State.WRONG, str(error), "end the program that uses it, or choose another with --port")
    if free == port:
        return Finding("port", State.FINE, f"{port} is free")
    return Finding("port", State.NOTE, f"{port} is taken; the app would use {free}", "nothing needs to be done")


def _tools() -> Iterator[Finding]:
    for command, package, what in (("chromium", "chromium", "tests in a browser"), ("ogrinfo", "gdal-bin", "tests with a GIS")):
        path = shutil.which(command)
        if path:
            yield Finding(command, State.FINE, path)
        else:
            yield Finding(command, State.NOTE, f"not there; needed by {what} only", f"apt install {package}")
