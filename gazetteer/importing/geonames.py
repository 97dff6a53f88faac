"""Import a GeoNames dump: country files or the whole world, with alternate names, hierarchy and codes of divisions."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa

from gazetteer.errors import ListUnreadable
from gazetteer.importing.alternate_names import AlternateRows, read_alternate_names
from gazetteer.importing.draft import Draft
from gazetteer.importing.dump_files import DumpFile, Holds, find_dump_files
from gazetteer.importing.dump_rows import BOM, PlaceRows, geonameid_of, lines_of, read_places
from gazetteer.importing.listed_place import Problems
from gazetteer.importing.making import Description, Labels, Progress, make_layer
from gazetteer.layers import Layer, check_name
from gazetteer.name_table import ALIAS
from gazetteer.names import fold

TITLE = "GeoNames"
LICENCE = "CC-BY-4.0"
ATTRIBUTION = "Place names and positions: GeoNames (geonames.org), CC BY 4.0, changed"
URL = "https://www.geonames.org/"

SHARED_FROM_BYTES = 24 << 20
"""Smaller dumps are read by one process: starting others takes longer."""

WORKERS = 2
_Read = TypeVar("_Read")


def import_geonames(
    dumps: Sequence[Path],
    *,
    name: str,
    folder: Path | None = None,
    labels: Labels | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Layer:
    """Import the files of a dump as one layer, in place of one of that name.

    Parameters
    ----------
    dumps
        Text or zip files, in any order; what they hold is seen from their columns.
    name
        What to call the layer.
    folder
        Where the layers are; by default :func:`gazetteer.layers.layers_folder`.
    labels
        What maps and exports are to say of it; by default what GeoNames asks for, and as vintage the day of the latest change in the files.
    workers
        Processes that share the work; by default two for large dumps.
    progress
        Told how far it is.

    Raises
    ------
    ListUnreadable
        If the files are none of a dump.
    LayerBusy
        If another import is running.
    """
    check_name(name)
    files = find_dump_files(dumps)
    size = sum(file.size_bytes for file in files)
    processes = workers if workers is not None else WORKERS if size >= SHARED_FROM_BYTES and (os.cpu_count() or 1) > 1 else 1
    problems = Problems()
    # Spawned, not forked: the app that imports has threads, and a fork of those may hang.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_end_with_parent) if processes > 1 else None
    with pool or nullcontext():
        mapper: Any = map if pool is None else partial(pool.map, chunksize=1)

        told = progress or Progress()
        given = labels or Labels()
        shown = Labels(
            title=given.title or f"{TITLE}: {', '.join(sorted(path.name for path in dumps))}",
            licence=given.licence or LICENCE,
            attribution=given.attribution or ATTRIBUTION,
            url=given.url or URL,
            vintage=given.vintage,
        )
        described = Description(name=name, wins=False, labels=shown, inputs=tuple(dumps))
        fill = partial(_fill, files=files, problems=problems, pool=pool, progress=told)
        try:
            return make_layer(described, fill, problems, folder=folder, mapper=mapper, progress=told)
        except BrokenProcessPool as error:
            names = ", ".join(path.name for path in dumps)
            msg = f"{names}: a process that read it was ended, likely for want of memory: close other programs and try again"
            raise ListUnreadable(msg) from error


def _end_with_parent() -> None:
    """Let this process end with the one that started it, however that ends: by itself it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _fill(draft: Draft, *, files: Sequence[DumpFile], problems: Problems, pool: Executor | None, progress: Progress) -> str:
    """Read all files into a draft and return the day of the latest change."""
    of = {holds: [file for file in files if file.holds is holds] for holds in Holds}
    with_alternates = not of[Holds.ALTERNATE_NAMES]
    latest = ""
    for file in of[Holds.PLACES]:
        read = partial(read_places, with_alternates=with_alternates)
        for rows in _shared_out(file, read, pool, progress):
            draft.add(rows)
            _tell(rows, file, problems)
            latest = max(latest, rows.latest_change)
    _leave_doubles_out(draft, problems)
    for file in of[Holds.HIERARCHY]:
        _inherit_divisions(draft, file, problems, progress)
    for file in of[Holds.ADMIN_CODES]:
        _add_names_of_divisions(draft, file, problems, progress)
    for file in of[Holds.ALTERNATE_NAMES]:
        for names in _shared_out(file, read_alternate_names, pool, progress):
            keys = pa.array(names.names.keys, type=pa.string())
            elsewhere = draft.add_names_by_id(keys, np.array(names.names.owner, dtype=np.uint32), np.array(names.names.how, dtype=np.uint8))
            _tell(names, file, problems)
            problems.mended["alternate name of a place that is not in the files"] += elsewhere
    problems.mended += Counter()  # drops zeros
    return latest


def _shared_out(file: DumpFile, read: Callable[[bytes, int], _Read], pool: Executor | None, progress: Progress) -> Iterator[_Read]:
    """Yield what is read of each piece of a file, in their order."""
    progress.stage(f"reading {file.shown}", file.size_bytes)
    if pool is None:
        for piece, line in file.pieces():
            yield read(piece, line)
            progress.step(len(piece))
        return
    waiting: deque[tuple[Future[_Read], int]] = deque()
    for piece, line in file.pieces():
        waiting.append((pool.submit(read, piece, line), len(piece)))
        if len(waiting) > 2 * WORKERS:
            yield from _next_of(waiting, progress)
    while waiting:
        yield from _next_of(waiting, progress)


def _next_of(waiting: deque[tuple[Future[_Read], int]], progress: Progress) -> Iterable[_Read]:
    done, size = waiting.popleft()
    found = done.result()
    progress.step(size)
    return (found,)


def _tell(rows: PlaceRows | AlternateRows, file: DumpFile, problems: Problems) -> None:
    problems.mended.update(rows.mended)
    for line, reason in rows.left_out:
        problems.leave_out(line, reason, file=file.shown)


def _leave_doubles_out(draft: Draft, problems: Problems) -> None:
    """Keep the first of several rows with one GeoNames id."""
    ids = draft.column("geonameid")
    _, first = np.unique(ids, return_index=True)
    kept = np.zeros(len(ids), dtype=np.bool_)
    kept[first] = True
    if not kept.all():
        problems.mended["row with a GeoNames id that was there already"] += int((~kept).sum())
        draft.keep(kept)


def _inherit_divisions(draft: Draft, file: DumpFile, problems: Problems, progress: Progress) -> None:
    """Give places without division that of what they lie in, by the hierarchy."""
    parent_of: dict[int, int] = {}
    for number, cells in _small_rows(file, problems, progress):
        if len(cells) < 2 or not all(geonameid_of(cell.removeprefix("-")) or cell == "0" for cell in cells[:2]):
            problems.leave_out(number, "no two GeoNames ids in it", file=file.shown)
            continue
        over, child = map(geonameid_of, cells[:2])
        if not over or not child:
            problems.mended["hierarchy of an id that is none (0, -1)"] += 1
        elif child not in parent_of or cells[2:3] == ["ADM"]:  # other types, such as regions, don't take the place of divisions
            parent_of[child] = over
    none = draft.codes["division"].number("")
    ids, division = draft.column("geonameid"), draft.column("division")
    orphans = np.flatnonzero(division == none).tolist()
    # Only of places that others lie in: the world has twelve million.
    parents = np.array(sorted(set(parent_of.values())), dtype=np.uint32)
    row_of = {int(ids[row]): row for row in np.flatnonzero((division != none) & np.isin(ids, parents)).tolist()}
    for row in orphans:
        parent, steps = parent_of.get(int(ids[row])), 0
        while parent is not None and parent not in row_of and steps < _MOST_STEPS:
            parent, steps = parent_of.get(parent), steps + 1
        if parent in row_of:
            division[row] = division[row_of[parent]]
            problems.mended["division taken from the hierarchy"] += 1


_MOST_STEPS = 8
"""Places lie in divisions of five levels at most; a chain that goes on is a circle."""


def _add_names_of_divisions(draft: Draft, file: DumpFile, problems: Problems, progress: Progress) -> None:
    """Add the names that the files of codes have for divisions which are places of the draft."""
    keys: list[str] = []
    ids: list[int] = []
    for number, cells in _small_rows(file, problems, progress):
        geonameid = geonameid_of(cells[3]) if len(cells) == 4 else 0
        if not geonameid:
            problems.leave_out(number, "not code, name, plain name and GeoNames id", file=file.shown)
            continue
        for key in dict.fromkeys(filter(None, map(fold, cells[1:3]))):
            keys.append(key)
            ids.append(geonameid)
    how = np.full(len(keys), ALIAS, dtype=np.uint8)
    elsewhere = draft.add_names_by_id(pa.array(keys, type=pa.string()), np.array(ids, dtype=np.uint32), how)
    problems.mended["name of a division that is not in the files"] += elsewhere


def _small_rows(file: DumpFile, problems: Problems, progress: Progress) -> Iterator[tuple[int, list[str]]]:
    """Yield line numbers and cells of a file that is read by one process."""
    progress.stage(f"reading {file.shown}", file.size_bytes)
    for piece, first_line in file.pieces():
        left_out: list[tuple[int, str]] = []
        for number, line in lines_of(piece, first_line, left_out):
            if not line.startswith("#"):
                yield number, line.removeprefix(BOM).rstrip("\r").split("\t")
        for number, reason in left_out:
            problems.leave_out(number, reason, file=file.shown)
        progress.step(len(piece))
