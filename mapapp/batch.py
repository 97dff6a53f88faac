"""Read many reports, one after another or in several processes, so that the work can be broken off and taken up again."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

import orjson

from mapapp.errors import InputError, UnreadableFile
from mapapp.report.rows import EXPECTED, BadRow, Row, read_rows

__all__ = ["EXPECTED", "Progress", "Tally", "read_row", "run"]

Progress = Callable[[int], None]
"""Called with the number of reports read so far."""

WAITING_PER_WORKER = 4
"""Reports handed out in advance to each process: enough to keep it busy, few enough to bound the memory."""

# What a fault in our own rules would raise on a text nobody thought of. One such text must not end a run of thousands.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(slots=True)
class Tally:
    """How many dossiers were written, how many were there already, how many reports could not be read."""

    written: int = 0
    resumed: int = 0
    bad: int = 0


def run(
    source: Path, out: Path, *, workers: int = 1, resume: bool = False, complain: Callable[[str], None], progress: Progress | None = None
) -> Tally:
    """Read all reports of a source and write their dossiers, one JSON object a line, in the order of the source.

    Parameters
    ----------
    source
        JSONL, CSV, Parquet or a folder, see :func:`mapapp.report.rows.read_rows`.
    out
        Written line by line, so that what is done stays done.
    workers
        Processes; 1 reads in this one.
    resume
        Keep the dossiers that ``out`` holds, cut a last line that was broken off, and leave out the reports they are of.
    complain
        Called with one line for each report that could not be read.

    Raises
    ------
    UnreadableFile
        If the source cannot be opened, or ``out`` cannot be written.
    """
    tally = Tally()
    rows = read_rows(source)  # before `out` is touched: a wrong source must not cost yesterday's results
    done = _kept(out) if resume else Counter[str]()
    try:
        with out.open("ab" if resume else "wb") as file:
            _read_all(_left(rows, done, tally), file, workers, tally, complain, progress or (lambda _: None))
    except OSError as error:
        msg = f"{out} cannot be written: {error.strerror}"
        raise UnreadableFile(msg) from error
    return tally


def _read_all(
    rows: Iterable[Row | BadRow], file: BinaryIO, workers: int, tally: Tally, complain: Callable[[str], None], progress: Progress
) -> None:
    """Write a line for each dossier, or complain."""
    for count, (row, outcome) in enumerate(_outcomes(rows, workers), start=1):
        if isinstance(outcome, bytes):
            file.write(outcome)
            file.flush()
            tally.written += 1
        else:
            tally.bad += 1
            complain(f"{row.where}: {outcome}")
        progress(count)


def read_row(row: Row) -> bytes | str:
    """Return the dossier of a row as a line of JSON, or in words why there is none."""
    # Imported here, so that a process that only hands out work does not load the gazetteer.
    from mapapp.dossier import read_report

    try:
        dossier = read_report(row.text, title=row.title, published=row.published, url=row.url, report_id=row.id)
        return orjson.dumps(dossier.to_dict(), option=orjson.OPT_APPEND_NEWLINE)
    except InputError as error:
        return str(error)
    except _FAULTS as error:
        return f"mapapp stumbled over this report ({type(error).__name__}: {error}); please report it"


def _outcomes(rows: Iterable[Row | BadRow], workers: int) -> Iterator[tuple[Row | BadRow, bytes | str]]:
    """Yield each row with its dossier or complaint, in order."""
    if workers == 1:
        for row in rows:
            yield row, row.why if isinstance(row, BadRow) else read_row(row)
        return
    # Spawned, not forked: the same on all systems, and no thread or open file of this process goes along.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Row | BadRow, Future[bytes | str] | str]] = deque()
        for row in rows:
            waiting.append((row, row.why if isinstance(row, BadRow) else pool.submit(read_row, row)))
            if len(waiting) >= workers * WAITING_PER_WORKER:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())


def _finished(row: Row | BadRow, pending: Future[bytes | str] | str) -> tuple[Row | BadRow, bytes | str]:
    if isinstance(pending, str):
        return row, pending
    try:
        return row, pending.result()
    except BrokenProcessPool as error:
        msg = f"{row.where}: a process was ended from outside (out of memory?): go on with --resume and fewer --workers"
        raise UnreadableFile(msg) from error


def _left(rows: Iterable[Row | BadRow], done: Counter[str], tally: Tally) -> Iterator[Row | BadRow]:
    """Leave out as many rows of each id as are done."""
    for row in rows:
        if isinstance(row, Row) and done[row.id] > 0:
            done[row.id] -= 1
            tally.resumed += 1
        else:
            yield row


def _kept(out: Path) -> Counter[str]:
    """Count the dossiers of each id in the file, and cut off a last line that was never finished."""
    ids: Counter[str] = Counter()
    if not out.exists():
        return ids
    end = 0
    with out.open("r+b") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            try:
                ids[orjson.loads(line)["id"]] += 1
            except (orjson.JSONDecodeError, KeyError, TypeError) as error:
                msg = f"{out}, line {number}: not a dossier; give another --out, or leave out --resume to write the file anew"
                raise UnreadableFile(msg) from error
            end += len(line)
        file.seek(end)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
    return ids
