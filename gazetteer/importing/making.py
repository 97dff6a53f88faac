"""Make a layer of what was read: write its files, then make it count."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import ListUnreadable
from gazetteer.importing.draft import Draft
from gazetteer.importing.layer_writer import Written, write_layer
from gazetteer.importing.listed_place import Problems
from gazetteer.importing.naming import counted
from gazetteer.importing.sounds import Mapper
from gazetteer.layers import Layer, check_name, installed, layers_folder, locked, new_folder, put
from gazetteer.store import NAMES_NAME, PLACES_NAME, data_folder, sha256_of

LEFT_OUT_FILE = "left_out.tsv"


class Progress:
    """Told how far an import is; this one keeps it to itself."""

    def stage(self, what: str, total: int = 0) -> None:
        """Say what is being done now, and of how many bytes, 0 where that is not known."""

    def step(self, done: int) -> None:
        """Say that so many bytes more are done."""


@dataclass(frozen=True, kw_only=True)
class Labels:
    """What maps and exports say of a layer; empty where there is nothing to say. ``vintage`` is the state of the data, as a date."""

    title: str = ""
    licence: str = ""
    attribution: str = ""
    url: str = ""
    vintage: str = ""


@dataclass(frozen=True, kw_only=True)
class Description:
    """What is known of a layer before it is read."""

    name: str
    wins: bool
    labels: Labels
    inputs: tuple[Path, ...]


def make_layer(
    described: Description,
    fill: Callable[[Draft], str],
    problems: Problems,
    *,
    folder: Path | None = None,
    mapper: Mapper = map,
    progress: Progress,
    own_files: Mapping[str, Callable[[], bytes]] | None = None,
) -> Layer:
    """Read, write and register a layer; nothing counts before the last step, and whatever is interrupted leaves the old state.

    Parameters
    ----------
    described
        What is known of it.
    fill
        Reads the places into a draft and returns the vintage as far as the files tell it.
    problems
        Where ``fill`` tells what was the matter with the files.
    folder
        Where the layers are.
    mapper
        How work is shared out.
    progress
        Told how far it is.
    own_files
        Further files to keep in the layer's folder, by name, made once everything is read.
    """
    check_name(described.name)
    where = folder if folder is not None else layers_folder()
    with locked(where):
        if not own_files:
            _keep_single_places(described.name, where)
        draft = Draft()
        told = fill(draft)
        if not draft.size:
            first = f" (line {problems.rows[0].line}: {problems.rows[0].reason})" if problems.rows else ""
            msg = f"{', '.join(path.name for path in described.inputs)}: no row could be used{first}; nothing was imported"
            raise ListUnreadable(msg)
        made = new_folder(where, described.name)
        written = write_layer(made, draft, claims=disputed_claims(data_folder()), stage=progress.stage, mapper=mapper)
        _write_left_out(made / LEFT_OUT_FILE, problems)
        for name, content in (own_files or {}).items():
            (made / name).write_bytes(content())
        progress.stage("checking digests of the files read")
        layer = _layer(described, made, written, problems, vintage=described.labels.vintage or told)
        put(layer, where)
    return layer


def _layer(described: Description, made: Path, written: Written, problems: Problems, *, vintage: str) -> Layer:
    """Return the layer whose files have been written into a folder."""
    labels = described.labels
    return Layer(
        name=described.name,
        folder=made,
        title=_as_text(labels.title),
        wins=described.wins,
        places=written.places,
        names=written.names,
        version=_as_text(vintage) or _digest(made),
        vintage=_as_text(vintage),
        licence=_as_text(labels.licence),
        attribution=_as_text(labels.attribution),
        url=_as_text(labels.url),
        inputs=tuple((_as_text(path.name), sha256_of(path)) for path in described.inputs),
        mended=dict(sorted(problems.mended.items())),
        left_out=problems.left_out,
        files={path.name: path.stat().st_size for path in sorted(made.iterdir())},
    )


SINGLE_PLACES_FILE = "places.jsonl"
"""In the folder of a layer to which places are added one by one: what was said of each."""


def _keep_single_places(name: str, folder: Path) -> None:
    """Refuse to put a file's places in place of those that were added by hand."""
    there = next((layer for layer in installed(folder) if layer.name == name), None)
    if there is not None and SINGLE_PLACES_FILE in there.files:
        msg = f"{name!r} holds {counted(there.places, 'place', 'places')} added by hand: choose another name, or remove that list first"
        raise ListUnreadable(msg)


def _digest(folder: Path) -> str:
    """Return a short text that says which state of a list it is: the start of a digest of its places and names."""
    both = sha256_of(folder / PLACES_NAME) + sha256_of(folder / NAMES_NAME)
    return hashlib.sha256(both.encode()).hexdigest()[:12]


def _as_text(written: str) -> str:
    """Return a text that can be stored: bytes of a file name or command line that are no UTF-8 become question marks."""
    return written.encode("utf-8", "replace").decode()


def disputed_claims(data: Path) -> dict[str, str]:
    """Return all countries that administer or claim a disputed division or country ("EH" -> "EH MA"), by its code."""
    with (data / "handkept" / "disputed_records.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return {row["place"]: " ".join(row["countries"].split("|")) for row in rows}


def _write_left_out(path: Path, problems: Problems) -> None:
    """Write the rows that could not be used, one a line: file, line, reason."""
    lines = [f"{_in_cell(problem.file)}\t{problem.line}\t{_in_cell(problem.reason)}\n" for problem in problems.rows]
    path.write_text("".join(["file\tline\treason\n", *lines]), "utf-8")


def _in_cell(text: str) -> str:
    """Return a text for one cell of a table: members of zip files may have line breaks and tabs in their names."""
    return _as_text("".join(letter if letter.isprintable() else "?" for letter in text))
