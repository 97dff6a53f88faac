"""Read many reports, one after another or in several processes, so that the work can be broken off and taken up again."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO, TypeVar

import orjson

from mapapp.errors import InputError, UnreadableFile
from mapapp.report.report import Report
from mapapp.report.rows import EXPECTED, BadRow, Row, read_rows
from mapapp.resolution.home import NamedRow
from mapapp.resolution.home_sources import LearnedHome, SourceHomes, source_of
from mapapp.settings import DEFAULTS, Settings

__all__ = ["EXPECTED", "NAMES", "REPORTS", "Progress", "Tally", "read_row", "run"]

Progress = Callable[[str, int], None]
"""Called with the pass (:data:`NAMES` or :data:`REPORTS`) and the number of reports it has read so far."""

NAMES, REPORTS = "names", "reports"
"""The two passes: the first, for learning homes only, reads the names of places alone."""

WAITING_PER_WORKER = 4
"""Reports handed out in advance to each process: enough to keep it busy, few enough to bound the memory."""

# What a fault in our own rules would raise on a text nobody thought of. One such text must not end a run of thousands.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

T = TypeVar("T")


@dataclass(slots=True)
class Tally:
    """How many dossiers were written, how many were there already, how many reports could not be read."""

    written: int = 0
    resumed: int = 0
    bad: int = 0


def run(  # noqa: PLR0913 -- the choices of the command
    source: Path,
    out: Path,
    *,
    workers: int = 1,
    resume: bool = False,
    learns_homes: bool = False,
    settings: Settings = DEFAULTS,
    complain: Callable[[str], None],
    progress: Progress | None = None,
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
    learns_homes
        Read the names in all reports first, and then each report with the home region that the other reports of its host speak for. The
        home region of the settings holds where none can be learned.
    settings
        Choices for reading each report.
    complain
        Called with one line for each report that could not be read.

    Raises
    ------
    UnreadableFile
        If the source cannot be opened, or ``out`` cannot be written.
    """
    tally = Tally()
    rows = read_rows(source, but=out)  # before `out` is touched: a wrong source must not cost yesterday's results
    done = _kept(out) if resume else Counter[str]()
    show = progress or (lambda _pass, _count: None)
    try:
        with out.open("ab" if resume else "wb") as file, _readers(workers) as readers:
            homes = _learned(read_rows(source, but=out), readers, settings, show) if learns_homes else None
            _read_all(readers.outcomes(_left(rows, done, tally), partial(_reading, settings, homes)), file, tally, complain, show)
    except OSError as error:
        msg = f"{out} cannot be written: {error.strerror}"
        raise UnreadableFile(msg) from error
    return tally


def _read_all(
    outcomes: Iterable[tuple[Row | BadRow, bytes | str]], file: BinaryIO, tally: Tally, complain: Callable[[str], None], progress: Progress
) -> None:
    """Write a line for each dossier, or complain."""
    for count, (row, outcome) in enumerate(outcomes, start=1):
        if isinstance(outcome, bytes):
            file.write(outcome)
            file.flush()
            tally.written += 1
        else:
            tally.bad += 1
            complain(f"{row.where}: {outcome}")
        progress(REPORTS, count)


def read_row(row: Row, *, settings: Settings = DEFAULTS, learned: LearnedHome | None = None) -> bytes | str:
    """Return the dossier of a row as a line of JSON, or in words why there is none.

    ``learned`` is what the other reports of its source say of their home, None where nobody asked them.
    """
    # Imported here, so that a process that only hands out work does not load the gazetteer.
    from mapapp.dossier import read_report

    home = learned.home if learned is not None and learned.home else None
    chosen = settings if home is None else replace(settings, home_places=(), home_countries=())
    try:
        dossier = read_report(row.text, title=row.title, published=row.published, url=row.url, report_id=row.id, settings=chosen, home=home)
        if learned is not None:
            notes = (*dossier.notes, learned.note) if learned.note else dossier.notes
            dossier = replace(dossier, notes=notes, settings={**dossier.settings, "home_learned_from": learned.reports})
        return orjson.dumps(dossier.to_dict(), option=orjson.OPT_APPEND_NEWLINE)
    except InputError as error:
        return str(error)
    except _FAULTS as error:
        return f"mapapp stumbled over this report ({type(error).__name__}: {error}); please report it"


def names_in(row: Row, *, settings: Settings = DEFAULTS) -> frozenset[NamedRow]:
    """Return which places a report names, decided by its text alone; none of a report that cannot be read: that is said when it is."""
    from gazetteer import open_gazetteer
    from mapapp.report.dateline import find_dateline
    from mapapp.resolution.home import named_rows
    from mapapp.resolution.resolver import resolve_mentions
    from mapapp.toponyms.find import find

    report = Report(row.text, published=row.published)
    world = open_gazetteer()
    try:
        settings.refuse_unreadable(row.text)
        dateline = find_dateline(row.text, knows_place=world.knows, published=row.published)
        mentions = find(report, world, dateline=dateline)
        return named_rows(resolve_mentions(report, mentions, world, dateline=dateline), world)
    except (InputError, *_FAULTS):
        return frozenset()


def _learned(rows: Iterable[Row | BadRow], readers: _Readers, settings: Settings, progress: Progress) -> SourceHomes:
    """Read the names in all reports whose source is known."""
    homes = SourceHomes()
    sourced = (row for row in rows if isinstance(row, Row) and _source(row))
    for count, (row, named) in enumerate(readers.outcomes(sourced, lambda row: partial(names_in, row, settings=settings)), start=1):
        if isinstance(row, Row) and isinstance(named, frozenset):
            homes.add(_source(row), _digest(row), named)
        progress(NAMES, count)
    return homes


def _reading(settings: Settings, homes: SourceHomes | None, row: Row) -> Callable[[], bytes | str]:
    """Return what reads a row, ready to be sent to another process."""
    learned = None if homes is None else homes.home(_source(row), _digest(row))
    return partial(read_row, row, settings=settings, learned=learned)


def _source(row: Row) -> str:
    return source_of(row.url, named=row.source)


def _digest(row: Row) -> str:
    return Report(row.text).text_sha256


@dataclass(frozen=True, slots=True)
class _Readers:
    """What reads: this process, or others that stay for both passes."""

    pool: ProcessPoolExecutor | None
    ahead: int

    def outcomes(self, rows: Iterable[Row | BadRow], reading: Callable[[Row], Callable[[], T]]) -> Iterator[tuple[Row | BadRow, T | str]]:
        """Yield each row with what its reading returns, or with why it is a bad one, in order."""
        waiting: deque[tuple[Row | BadRow, Future[T] | str]] = deque()
        for row in rows:
            if self.pool is None:
                yield row, row.why if isinstance(row, BadRow) else reading(row)()
                continue
            waiting.append((row, row.why if isinstance(row, BadRow) else self.pool.submit(reading(row))))
            if len(waiting) >= self.ahead:
                first, pending = waiting.popleft()
                yield first, pending if isinstance(pending, str) else _result(first, pending)
        for first, pending in waiting:
            yield first, pending if isinstance(pending, str) else _result(first, pending)


@contextmanager
def _readers(workers: int) -> Iterator[_Readers]:
    if workers == 1:
        yield _Readers(None, 0)
        return
    # Spawned, not forked: the same on all systems, and no thread or open file of this process goes along.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield _Readers(pool, workers * WAITING_PER_WORKER)


def _result(row: Row | BadRow, pending: Future[T]) -> T:
    try:
        return pending.result()
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
