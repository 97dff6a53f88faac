"""Import uploaded files beside the page: it goes on while the visitor reads, and no click elsewhere breaks it off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Protocol

from gazetteer import Gazetteer
from gazetteer.importing import MY_PLACES, Labels, Progress, Reading, import_geonames, import_list
from gazetteer.importing.dump_files import is_dump
from gazetteer.importing.making import LEFT_OUT_FILE
from gazetteer.importing.naming import MANY_THAT_WIN
from gazetteer.layers import Layer, check_name
from mapapp.errors import BadOption, InputError

LONGEST_FILE_NAME = 80
_UNUSUAL = re.compile(r"[^\w. -]")
_POOL = ThreadPoolExecutor(2, thread_name_prefix="import")


class Upload(Protocol):
    """A file as the visitor sent it."""

    name: str

    def getbuffer(self) -> memoryview:
        """Return its content."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be imported: uploaded files, the layer's name, whether it wins, and how a list is to be read where that was said."""

    files: Sequence[Upload]
    name: str
    wins: bool = True
    columns: Mapping[str, str] | None = None
    geopackage_layer: str | None = None
    labels: Labels | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import has made: the layer, the columns of a list that were taken, and notes for the visitor."""

    layer: Layer
    columns: Mapping[str, str]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that could not be used."""

    file: str
    line: str
    reason: str


class ImportStopped(InputError):
    """Raise within an import that the visitor has stopped."""


class ImportJob(Progress):
    """One import, from its start on. Files are copied before it begins, so that the upload may go."""

    def __init__(self, wanted: Wanted) -> None:
        check_name(wanted.name)
        if wanted.name == MY_PLACES:
            msg = f"{MY_PLACES} holds the places that you add one by one: choose another name"
            raise BadOption(msg)
        self.what, self._total, self._read = "waiting for another import", 0, 0
        self._stopped = Event()
        self._folder = TemporaryDirectory(prefix="mapapp-import-")
        paths = [_copied(upload, Path(self._folder.name) / str(number)) for number, upload in enumerate(wanted.files)]
        self._future: Future[Outcome] = _POOL.submit(self._carry_out, wanted, paths)

    def stage(self, what: str, total: int = 0) -> None:
        """Say what is being done now, and of how many bytes, 0 where that is not known."""
        self._stop_if_wished()
        self.what, self._total, self._read = what, total, 0

    def step(self, done: int) -> None:
        """Say that so many bytes more are done."""
        self._stop_if_wished()
        self._read += done

    @property
    def share(self) -> float:
        """How much of the present stage is done, from 0 to 1; 0 where that is not known."""
        return min(1.0, self._read / self._total) if self._total else 0.0

    @property
    def is_done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._future.done()

    def stop(self) -> None:
        """Have it end soon; whatever was there before stays."""
        self._stopped.set()

    def wait(self, seconds: float) -> None:
        """Wait until it has ended, but not longer than this."""
        from concurrent.futures import wait

        wait([self._future], timeout=seconds)

    def outcome(self) -> Outcome:
        """Return what it has made.

        Raises
        ------
        GazetteerError, InputError, OSError
            If nothing was imported; the message says why.
        """
        return self._future.result()

    def _stop_if_wished(self) -> None:
        if self._stopped.is_set():
            raise ImportStopped("the import was stopped: nothing was changed")

    def _carry_out(self, wanted: Wanted, paths: list[Path]) -> Outcome:
        with self._folder:
            if is_dump(paths[0]):
                return Outcome(import_geonames(paths, name=wanted.name, labels=wanted.labels, progress=self), {}, ())
            if len(paths) > 1:
                raise BadOption("choose one list at a time: only the files of a GeoNames dump are imported together")
            return self._import_one_list(wanted, paths[0])

    def _import_one_list(self, wanted: Wanted, path: Path) -> Outcome:
        world = Gazetteer()  # without layers, as at the command line: the same list always gives the same layer
        reading = Reading(columns=wanted.columns, geopackage_layer=wanted.geopackage_layer)
        labels = replace(wanted.labels or Labels(), title=path.name)
        made = import_list(path, name=wanted.name, gazetteer=world, reading=reading, wins=wanted.wins, labels=labels, progress=self)
        notes = made.notes
        if wanted.wins and made.layer.places > MANY_THAT_WIN:
            notes += ("so long a list comes before all other places of a name: import a whole country's places with that switched off",)
        return Outcome(made.layer, made.columns, notes)


def left_out_rows(layer: Layer, *, most: int) -> list[LeftOut]:
    """Return the first rows of a layer's files that could not be used; none where the layer has gone."""
    try:
        with (layer.folder / LEFT_OUT_FILE).open(encoding="utf-8") as file:
            next(file, None)
            cells = [line.rstrip("\n").split("\t", 2) for line, _ in zip(file, range(most), strict=False)]
    except OSError:
        return []
    return [LeftOut(*row) for row in cells if len(row) == 3]


def left_out_file(layer: Layer) -> bytes:
    """Return all rows that could not be used, as a table between tabs; empty where the layer has gone."""
    try:
        return (layer.folder / LEFT_OUT_FILE).read_bytes()
    except OSError:
        return b""


def _copied(upload: Upload, folder: Path) -> Path:
    """Write an upload into a folder of its own, under its name as far as that is harmless, and return the path."""
    folder.mkdir()
    name = Path(upload.name.replace("\\", "/")).name
    path = folder / (_UNUSUAL.sub("_", name)[-LONGEST_FILE_NAME:].strip(". ") or "places")
    path.write_bytes(upload.getbuffer())
    return path
