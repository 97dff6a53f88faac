"""Find and open the built data, and check that it is what ``SOURCES.toml`` says."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from gazetteer.columns import ColumnFile
from gazetteer.errors import DataDamaged, DataMissing
from gazetteer.name_table import NameTable
from gazetteer.place_table import PlaceTable
from gazetteer.sources import Source

SOURCES_FILE = "SOURCES.toml"
PLACES_FOLDER = "places"
PLACES_NAME, NAMES_NAME, SOUNDS_NAME, COMPLETIONS_NAME = "places.columns", "names.marisa", "sounds.columns", "completions.columns"
PLACES_FILE, NAMES_FILE, SOUNDS_FILE, COMPLETIONS_FILE = (
    f"{PLACES_FOLDER}/{name}" for name in (PLACES_NAME, NAMES_NAME, SOUNDS_NAME, COMPLETIONS_NAME)
)
_CHUNK = 1 << 20


def data_folder() -> Path:
    """Return the folder of the built data: ``data`` of the checkout this package stands in, else the one inside the installed package.

    Raises
    ------
    DataMissing
        If neither is there.
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "pyproject.toml").exists() and (checkout / "data" / SOURCES_FILE).exists():
        return checkout / "data"
    if (package / "_data" / SOURCES_FILE).exists():
        return package / "_data"
    msg = f"no built data beside {package}: run `python -m gazetteer.build` in a checkout, or install mapapp again"
    raise DataMissing(msg)


def open_tables(data: Path) -> tuple[PlaceTable, NameTable]:
    """Open the places and their names."""
    columns = ColumnFile(data / PLACES_FILE)
    return PlaceTable(columns), NameTable(data / NAMES_FILE, columns)


@lru_cache(maxsize=8)
def _manifest(data: Path) -> dict[str, Any]:
    """Return the content of ``SOURCES.toml``, read once per process."""
    return read_manifest(data)


def read_manifest(data: Path) -> dict[str, Any]:
    """Return the content of ``SOURCES.toml``.

    Raises
    ------
    DataMissing, DataDamaged
        If it is not there or cannot be read.
    """
    path = data / SOURCES_FILE
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        msg = f"{path} is missing: run `python -m gazetteer.build` or install mapapp again"
        raise DataMissing(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path} cannot be read ({error}): install mapapp again"
        raise DataDamaged(msg) from error


def read_sources(data: Path) -> tuple[Source, ...]:
    """Return the sources the data are made from, sorted by name."""
    wanted = [field.name for field in fields(Source) if field.name != "name"]
    described = _manifest(data).get("source", {})
    return tuple(Source(name=name, **{key: str(described[name].get(key, "")) for key in wanted}) for name in sorted(described))


def read_versions(data: Path) -> dict[str, str]:
    """Return the versions of the data by part: "gazetteer", "borders" ..."""
    return {part: str(version) for part, version in sorted(_manifest(data).get("versions", {}).items())}


def check_sizes(data: Path) -> None:
    """Check that the files needed for look-ups are there and have the size ``SOURCES.toml`` gives: quick enough for every start.

    Raises
    ------
    DataMissing, DataDamaged
        If one is missing or has another size.
    """
    for entry in _manifest(data).get("file", ()):
        if entry["path"] in (PLACES_FILE, NAMES_FILE, SOUNDS_FILE, COMPLETIONS_FILE):
            path = data / entry["path"]
            if not path.exists():
                msg = f"{path} is missing: run `python -m gazetteer.build` or install mapapp again"
                raise DataMissing(msg)
            if path.stat().st_size != entry["bytes"]:
                msg = f"{path} has {path.stat().st_size:,} bytes instead of {entry['bytes']:,}: install mapapp again"
                raise DataDamaged(msg)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def verify(data: Path) -> list[str]:
    """Compare every file with ``SOURCES.toml``, digests included, and return what is wrong, one line each; empty when all is well."""
    try:
        manifest = read_manifest(data)
    except (DataMissing, DataDamaged) as error:
        return [str(error)]
    problems = []
    for entry in manifest.get("file", ()):
        path = data / entry["path"]
        if not path.exists():
            problems.append(f"{entry['path']}: missing")
        elif path.stat().st_size != entry["bytes"]:
            problems.append(f"{entry['path']}: {path.stat().st_size:,} bytes instead of {entry['bytes']:,}")
        elif sha256_of(path) != entry["sha256"]:
            problems.append(f"{entry['path']}: not the content it was built with")
    return problems
