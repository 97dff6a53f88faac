"""Read reports with one reader in a fresh process, and print what that took: ``python peer_worker.py READER REPORTS.json``.

Runs under any Python from 3.10 on, with nothing but the standard library and the reader itself: other readers have an environment of
their own, so that what they need never mixes with ours. One JSON object comes out; ``{"missing": why}`` where a reader cannot run.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

Read = Callable[[str], "tuple[int, int]"]
"""Reads one report; returns how many names it finds, and to how many of them it gives a position."""

ENOUGH_S = 0.5
"""Seconds of the processor after which a speed can be believed."""

SPACY_MODEL = "en_core_web_sm"


def mapapp() -> tuple[str, Read]:
    """Return our own version and steps: recognition and resolution, without claims, incidents and maps."""
    from gazetteer import open_gazetteer
    from mapapp.report.dateline import find_dateline
    from mapapp.report.report import Report
    from mapapp.resolution.resolver import resolve_mentions
    from mapapp.toponyms.find import find
    from mapapp.version import __version__

    world = open_gazetteer()

    def read(text: str) -> tuple[int, int]:
        report = Report(text)
        dateline = find_dateline(text, knows_place=world.knows, published=None)
        toponyms = resolve_mentions(report, find(report, world, dateline=dateline), world)
        return len(toponyms), sum(t.place is not None for t in toponyms)

    return __version__, read


def geotext() -> tuple[str, Read]:
    """Return geotext: lists of cities, countries and nationalities, no positions."""
    from geotext import GeoText  # type: ignore[import-not-found]

    def read(text: str) -> tuple[int, int]:
        found = GeoText(text)
        return len(found.cities) + len(found.countries) + len(found.nationalities), 0

    return version("geotext"), read


def flashgeotext() -> tuple[str, Read]:
    """Return flashgeotext with its own lists: cities and countries with spans, no positions."""
    from flashgeotext.geotext import GeoText  # type: ignore[import-not-found]

    reader = GeoText()

    def read(text: str) -> tuple[int, int]:
        return sum(name["count"] for names in reader.extract(text).values() for name in names.values()), 0

    return version("flashgeotext"), read


def spacy() -> tuple[str, Read]:
    """Return spaCy's small English model with nothing but its named entities: spans, no positions."""
    import spacy as library  # type: ignore[import-not-found]

    if not library.util.is_package(SPACY_MODEL):
        msg = f"model {SPACY_MODEL} not available offline: not run"
        raise ModuleNotFoundError(msg)
    # The tagger of names has word vectors of its own; those of the first step serve the others only.
    reader = library.load(SPACY_MODEL, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"])

    def read(text: str) -> tuple[int, int]:
        return sum(entity.label_ in {"GPE", "LOC", "FAC", "NORP"} for entity in reader(text).ents), 0

    return version("spacy"), read


READERS: dict[str, Callable[[], tuple[str, Read]]] = {"mapapp": mapapp, "geotext": geotext, "flashgeotext": flashgeotext, "spacy": spacy}


def peak_megabytes() -> float:
    """Return the most memory this process has held."""
    try:
        # Not getrusage where this is to be had: its maximum is handed down from the process that started this one.
        with Path("/proc/self/status").open(encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(reader: str, reports: list[str]) -> dict[str, float | int | str]:
    """Return start-up (seconds of the clock, until the first report is read) and speed (seconds of the processor for all the others)."""
    started = time.perf_counter()
    try:
        number, read = READERS[reader]()
    except ModuleNotFoundError as error:
        return {"missing": f"not installed ({error})" if error.name else str(error)}
    read(reports[0])
    start_up = time.perf_counter() - started
    found: list[tuple[int, int]] = []
    began = time.process_time()
    # A quick reader reads them again: a hundredth of a second would be all noise. A slow one sees each report once.
    while (spent := time.process_time() - began) < ENOUGH_S:
        found += [read(text) for text in reports[1:]]
    return {
        "version": number,
        "start_s": start_up,
        "seconds": spent / len(found),
        "names": sum(names for names, _ in found) / len(found),
        "placed": sum(placed for _, placed in found) / len(found),
        "peak_mb": peak_megabytes(),
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))))
