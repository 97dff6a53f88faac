"""One measurement in a process of its own: ``python -m benchmarks.full_size.workers PART …`` prints what it found as one JSON object.

Which layers there are, the environment says (MAPAPP_LAYERS), as for everybody.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.full_size.process_tree import private_mb, rollup_mb
from benchmarks.full_size.sample import SEED, Sample, may_be_misspelt, misspelt, open_sample
from gazetteer import Gazetteer, LatLon, open_gazetteer
from gazetteer.geodesy import distances_km
from gazetteer.names import fold
from mapapp.report.report import Report
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.toponyms.find import find
from mapapp.toponyms.page import Page
from mapapp.toponyms.scanner import propose
from mapapp.toponyms.word_classes import load_word_codes

Found = dict[str, Any]
LOOKED_UP, ALL_BEARERS, MISSPELT, LONG_NAME, SIMILAR = 200_000, 20_000, 5_000, 6, 50
ONE_BY_ONE, AT_ONCE, CHECKED = 20_000, 100_000, 300
NEAR_KM, WINDOW_DEG, TOLERANCE_KM = 20.0, 2.0, 0.002
"""Positions are asked for within 20 km of some place; coordinates are kept to about a metre."""
PREFIXES, LONGEST_PREFIX = 2_000, 8
READER_SCANS = 3_000


def opening() -> Found:
    """Measure opening and the first look-up, imports done before."""
    started = time.perf_counter()
    world = open_gazetteer()
    opened = time.perf_counter()
    world.lookup("Aktobe")
    return {"open_s": opened - started, "first_s": time.perf_counter() - opened}


def seconds(work: Callable[[Any], object], over: Sequence[Any]) -> float:
    """Return the seconds of the clock that calls for all of these take."""
    started = time.perf_counter()
    for one in over:
        work(one)
    return time.perf_counter() - started


def exact(dump: str) -> Found:
    """Measure look-ups of names that are there: for the place meant in the first place, and for all that bear the name."""
    names = [name for name, _ in open_sample(Path(dump)).distinct(LOOKED_UP)]
    world = open_gazetteer()
    world.lookup("Aktobe")
    unknown = sum(not world.lookup(name) for name in names[:1_000])
    first, again = seconds(world.best, names[1_000:]), seconds(world.best, names[1_000:])
    count = len(names) - 1_000
    every = names[:ALL_BEARERS]
    places = 0

    def all_bearers(name: str) -> None:
        nonlocal places
        places += len(world.lookup(name))

    took = seconds(all_bearers, every)
    return {
        "names": count,
        "first": count / first,
        "again": count / again,
        "all": len(every) / took,
        "places": places / took,
        "places_a_name": places / len(every),
        "unlike": sum(world.best(name) != world.lookup(name)[0] for name in every[:2_000]),
        "unknown_in_1000": unknown,
    }


def fuzzy(dump: str) -> Found:
    """Measure similar names for names with one letter wrong that are no names themselves."""
    numbers, world = random.Random(SEED), open_gazetteer()
    asked: list[tuple[str, str, int]] = []
    for name, number in open_sample(Path(dump)).distinct(4 * MISSPELT):
        if may_be_misspelt(name) and len(asked) < MISSPELT:
            wrong = misspelt(name, numbers)
            if not world.knows(wrong):
                asked.append((wrong, name, number))
    world.similar("Kandahaar")
    wrongs = [wrong for wrong, _, _ in asked]
    first, again = (seconds(lambda name: world.similar(name, limit=SIMILAR), wrongs) for _ in range(2))
    right = [is_among(world, *one) for one in asked]
    long = [hit for hit, (_, name, _) in zip(right, asked, strict=True) if len(fold(name)) >= LONG_NAME]
    missed = [(wrong, name) for (wrong, name, _), hit in zip(asked, right, strict=True) if not hit]
    return {
        "names": len(asked),
        "first": len(asked) / first,
        "again": len(asked) / again,
        "recall": sum(right) / len(right),
        "recall_long": sum(long) / len(long),
        "missed": missed[:10],
    }


def is_among(world: Gazetteer, wrong: str, name: str, geonameid: int) -> bool:
    """Say whether a place, or another that bears its name, is among the similar ones."""
    places = [match.place for match in world.similar(wrong, limit=SIMILAR)]
    return any(place.geonameid == geonameid or fold(place.name) == fold(name) for place in places)


def positions(sample: Sample, count: int) -> tuple[np.ndarray[Any, np.dtype[np.float64]], np.ndarray[Any, np.dtype[np.float64]]]:
    """Return latitudes and longitudes near places."""
    numbers = np.random.default_rng(SEED)
    at = numbers.integers(0, len(sample.lat), count)
    north, east = numbers.uniform(-NEAR_KM, NEAR_KM, (2, count)) / 111.2
    lat = np.clip(sample.lat[at] + north, -89.9, 89.9)
    return lat, (sample.lon[at] + east / np.cos(np.radians(np.clip(lat, -85, 85))) + 180.0) % 360.0 - 180.0


def nearest(dump: str) -> Found:
    """Measure the nearest place: one by one, many at once, and whether it is the nearest."""
    sample, world = open_sample(Path(dump)), open_gazetteer()
    lat, lon = positions(sample, AT_ONCE)
    one_by_one = [LatLon(*pair) for pair in zip(lat[:ONE_BY_ONE].tolist(), lon[:ONE_BY_ONE].tolist(), strict=True)]
    first = seconds(world.nearest, one_by_one[:1])
    found: Found = {"first_s": first, "single": ONE_BY_ONE / seconds(world.nearest, one_by_one)}
    answers = [world.nearest(position).position for position in one_by_one[:CHECKED]]
    ours = distances_km(lat[:CHECKED], lon[:CHECKED], *(np.array([getattr(answer, axis) for answer in answers]) for axis in ("lat", "lon")))
    off = ours - np.array([least_km(sample, *pair) for pair in zip(lat[:CHECKED], lon[:CHECKED], strict=True)])
    found |= {"too_far": int((off > TOLERANCE_KM).sum()), "worst_km": float(off.max())}
    if hasattr(world, "nearest_rows"):
        world.nearest_rows(lat[:10], lon[:10])
        found["many"] = AT_ONCE / seconds(lambda axes: world.nearest_rows(*axes), [(lat, lon)])
        rows = world.nearest_rows(lat[:CHECKED], lon[:CHECKED]).tolist()
        found["unlike"] = sum(world.place_at(row).position != answer for row, answer in zip(rows, answers, strict=True))
    return found


def least_km(sample: Sample, lat: float, lon: float) -> float:
    """Return the shortest distance to a settlement of the dump within a window, by brute force."""
    half = WINDOW_DEG
    while True:
        width = min(360.0, half / max(np.cos(np.radians(min(89.9, abs(lat) + half))), 1e-3))
        aside = np.abs((sample.settled_lon - lon + 180.0) % 360.0 - 180.0)
        inside = np.flatnonzero((np.abs(sample.settled_lat - lat) <= half) & (aside <= width))
        if len(inside):
            here = np.full(len(inside), lat), np.full(len(inside), lon)
            least = float(distances_km(*here, sample.settled_lat[inside], sample.settled_lon[inside]).min())
            if least < half * 110.0:
                return least
        half *= 2


def prefix(dump: str) -> Found:
    """Measure completions of the first letters of names."""
    world = open_gazetteer()
    if not hasattr(world, "complete"):
        return {"missing": "Gazetteer.complete is not there"}
    numbers = random.Random(SEED)
    names = [fold(name) for name, _ in open_sample(Path(dump)).distinct(4 * PREFIXES)]
    asked = [name[: numbers.randint(1, LONGEST_PREFIX)].strip() for name in numbers.sample(names, PREFIXES)]
    first = seconds(lambda text: world.complete(text, limit=10), ["k"])
    took = sorted((seconds(lambda text: world.complete(text, limit=10), [text]) * 1000, text) for text in asked)
    times = [milliseconds for milliseconds, _ in took]
    none = sum(not world.complete(text, limit=10) for text in asked[:200])
    return {
        "first_ms": first * 1000,
        "median_ms": times[PREFIXES // 2],
        "p99_ms": times[PREFIXES * 99 // 100],
        "max_ms": times[-1],
        "slowest": took[-1][1],
        "none_in_200": none,
    }


def scan(reports: str) -> Found:
    """Measure proposing candidates, and finding names, in reports each read once; megabytes of UTF-8 a second of the processor."""
    texts: list[str] = json.loads(Path(reports).read_text("utf-8"))
    world, codes = open_gazetteer(), load_word_codes()
    find(Report(texts[0]), world)
    pages = [Page(text, tokens(text), sentences(text), codes) for text in texts[1:]]
    started = time.process_time()
    proposed = sum(len(propose(page, world)) for page in pages)
    proposing = time.process_time() - started
    started = time.process_time()
    mentions = sum(len(find(Report(text), world)) for text in texts[1:])
    finding = time.process_time() - started
    size = sum(len(text.encode()) for text in texts[1:]) / 1e6
    counts = {"proposed": proposed / len(pages), "mentions": mentions / len(pages)}
    return {"propose_mb_s": size / proposing, "propose_s": len(pages) / proposing, "find_s": len(pages) / finding, **counts}


def reports(file: str, count: str, words: str) -> Found:
    """Write reports of our own for measuring, made with the gazetteer at hand."""
    from benchmarks.speed.own_reports import own_reports

    Path(file).write_text(json.dumps(own_reports(int(count), int(words))), encoding="utf-8")
    return {}


def reader(names: str, reports: str, *, waits: str = "") -> Found:
    """Measure the memory of a process that looks names up and scans reports; with others it waits for a line before it measures."""
    texts: list[str] = json.loads(Path(reports).read_text("utf-8"))
    asked: list[str] = json.loads(Path(names).read_text("utf-8"))
    before = private_mb()
    world, codes = open_gazetteer(), load_word_codes()
    seconds(world.lookup, asked)
    for text in _round_robin(texts, READER_SCANS):
        propose(Page(text, tokens(text), sentences(text), codes), world)
    if waits:
        print("ready", flush=True)
        sys.stdin.readline()
    found = {"private_mb": private_mb(), "before_mb": before, "pss_mb": rollup_mb("self", "Pss:"), "rss_mb": rollup_mb("self", "Rss:")}
    if waits:
        print(json.dumps(found), flush=True)
        sys.stdin.readline()  # stays until the others have been measured too
        raise SystemExit(0)
    return found


def _round_robin(texts: Sequence[str], count: int) -> Iterator[str]:
    for number in range(count):
        yield texts[number % len(texts)]


PARTS: dict[str, Callable[..., Found]] = {
    "opening": opening,
    "exact": exact,
    "fuzzy": fuzzy,
    "nearest": nearest,
    "prefix": prefix,
    "scan": scan,
    "reports": reports,
    "reader": reader,
    "waiting_reader": lambda names, reports: reader(names, reports, waits="yes"),
}

if __name__ == "__main__":
    print(json.dumps(PARTS[sys.argv[1]](*sys.argv[2:])))
