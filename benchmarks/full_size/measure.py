"""Measure what a dump costs once it is a layer, each thing alone in processes of its own, beside what is asked."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.full_size.dump import ALTERNATES_FILE, PLACES_FILE
from benchmarks.full_size.process_tree import watched
from benchmarks.full_size.sample import open_sample

PROJECT = Path(__file__).resolve().parents[2]
LAYERS = "MAPAPP_LAYERS"
LAYER_NAME = "geonames-full"
REPORTS, WORDS, TURNS = 300, 400, 3
READER_LOOK_UPS = 20_000

Row = tuple[str, str, str]
"""What, asked, got."""


@dataclass(frozen=True)
class Bench:
    """Where the dump and the layers are; ``folder`` is for passing files."""

    dump: Path
    layers: Path
    folder: Path

    def env(self, *, with_layers: bool = True) -> dict[str, str]:
        """Return the environment of a worker: with the layers, or with none."""
        empty = self.folder / "no-layers"
        empty.mkdir(exist_ok=True)
        return os.environ | {LAYERS: str(self.layers if with_layers else empty)}

    def worker(self, part: str, *arguments: object, with_layers: bool = True) -> dict[str, Any]:
        """Return what a worker says.

        Raises
        ------
        RuntimeError
            If it fails.
        """
        done = subprocess.run(
            command(part, *arguments), env=self.env(with_layers=with_layers), cwd=PROJECT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            msg = f"{part}: {done.stderr.strip()[-2000:]}"
            raise RuntimeError(msg)
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found

    def reports(self) -> Path:
        """Return a file of reports, the same for all: made without the layers."""
        path = self.folder / "reports.json"
        if not path.exists():
            self.worker("reports", path, REPORTS, WORDS, with_layers=False)
        return path

    def names(self) -> Path:
        """Return a file of names of the dump for the readers."""
        path = self.folder / "names.json"
        if not path.exists():
            names = [name for name, _ in open_sample(self.dump).distinct(READER_LOOK_UPS)]
            path.write_text(json.dumps(names), encoding="utf-8")
        return path


def command(part: str, *arguments: object) -> list[str]:
    """Return the command line of a worker."""
    return [sys.executable, "-m", "benchmarks.full_size.workers", part, *map(str, arguments)]


def bring(bench: Bench) -> Iterator[Row]:
    """Import the dump as a user would."""
    bench.layers.mkdir(parents=True, exist_ok=True)
    files = [str(bench.dump / name) for name in (PLACES_FILE, ALTERNATES_FILE)]
    line = [sys.executable, "-m", "mapapp", "gazetteer", "import", *files, "--name", LAYER_NAME]
    run = watched(line, env=bench.env(), cwd=PROJECT, log=bench.folder / "import.log")
    if run.code:
        yield "import", "", f"failed ({run.code}): {run.tail}"
        return
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(path.stat().st_size for path in bench.layers.rglob("*") if path.is_file())
    yield "import, clock", "<= 720 s", f"{run.seconds:,.0f} s ({used.ru_utime + used.ru_stime:,.0f} s of processors)"
    yield "import, peak memory, resident, all processes", "<= 6,000 MB", f"{run.rss_mb:,.0f} MB"
    yield "  shared pages counted once (sampled)", "", f"{run.pss_mb:,.0f} MB, {run.anonymous_mb:,.0f} MB without pages of files"
    yield "  largest process", "", f"{used.ru_maxrss * 1024 / 1e6:,.0f} MB"
    yield "layer on disk", "", f"{size / 1e6:,.0f} MB"
    print(run.tail, file=sys.stderr)


def opening(bench: Bench) -> Iterator[Row]:
    """Open the gazetteer with the layer."""
    runs = [bench.worker("opening") for _ in range(TURNS)]
    yield (
        "opening",
        "<= 0.5 s",
        f"{min(run['open_s'] for run in runs):.3f} s (slowest of {TURNS}: {max(run['open_s'] for run in runs):.3f} s)",
    )
    yield "first look-up after it", "", f"{min(run['first_s'] for run in runs):.3f} s"


def memory(bench: Bench) -> Iterator[Row]:
    """Measure a reader alone, then two at once."""
    arguments = bench.names(), bench.reports()
    alone = bench.worker("reader", *arguments)
    bare = bench.worker("reader", *arguments, with_layers=False)
    yield "private memory of a reader", "<= 500 MB", f"{alone['private_mb']:,.0f} MB ({alone['before_mb']:,.0f} MB before opening)"
    yield "  of one with the default gazetteer alone", "", f"{bare['private_mb']:,.0f} MB"
    yield "  PSS of one alone", "", f"{alone['pss_mb']:,.0f} MB"
    pair = readers_at_once(bench, 2)
    told = " + ".join(f"{one['pss_mb']:,.0f}" for one in pair)
    shared = sum(one["rss_mb"] - one["pss_mb"] for one in pair)
    yield (
        "  PSS of two at once",
        "",
        f"{told} MB; private {max(one['private_mb'] for one in pair):,.0f} MB; {shared:,.0f} MB less than resident",
    )


def readers_at_once(bench: Bench, count: int) -> list[dict[str, Any]]:
    """Return what several readers say that all stay until each has been measured."""
    line = command("waiting_reader", bench.names(), bench.reports())
    pipe = subprocess.PIPE
    readers = [subprocess.Popen(line, env=bench.env(), cwd=PROJECT, stdin=pipe, stdout=pipe, text=True) for _ in range(count)]
    for reader in readers:
        if reader.stdout is None or reader.stdout.readline().strip() != "ready":
            msg = "a reader has failed"
            raise RuntimeError(msg)
    found = [_answer(reader) for reader in readers]
    for reader in readers:
        reader.communicate("\n")
    return found


def _answer(reader: subprocess.Popen[str]) -> dict[str, Any]:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("\n")
    reader.stdin.flush()
    found: dict[str, Any] = json.loads(reader.stdout.readline())
    return found


def scan(bench: Bench) -> Iterator[Row]:
    """Scan the same reports with the default gazetteer and with the layer, in turns."""
    file = bench.reports()
    runs: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    for _ in range(TURNS):
        for with_layers, of in runs.items():
            of.append(bench.worker("scan", file, with_layers=with_layers))
    best = {key: {name: max(run[name] for run in of) for name in of[0]} for key, of in runs.items()}
    bare, full = best[False], best[True]
    for title, name, asked in (("proposing", "propose_s", ">= 0.25"), ("finding names", "find_s", "")):
        yield f"scanning ({title}), share of the default's speed", asked, f"{full[name] / bare[name]:.2f}"
        yield "  reports a second: default, with the layer", "", f"{bare[name]:,.0f}, {full[name]:,.0f}"
    yield "  proposing: default, with the layer", "", f"{bare['propose_mb_s']:.2f} MB/s, {full['propose_mb_s']:.2f} MB/s"
    yield "  candidates a report: default, with the layer", "", f"{bare['proposed']:.0f}, {full['proposed']:.0f}"
    yield "  names found a report: default, with the layer", "", f"{bare['mentions']:.0f}, {full['mentions']:.0f}"


def exact(bench: Bench) -> Iterator[Row]:
    """Look up names of the dump."""
    found = sampled(bench, "exact")
    yield f"exact look-up of the best place, {found['names']:,} names", ">= 40,000 /s", f"{found['first']:,.0f} /s"
    yield "  again", "", f"{found['again']:,.0f} /s"
    yield "  unlike the first of all bearers, of 2,000", "0", f"{found['unlike']}"
    all_of = f"{found['all']:,.0f} names/s, {found['places']:,.0f} places/s"
    yield f"  all bearers, {found['places_a_name']:.0f} a name", "", all_of
    yield "  unknown of a thousand", "0", f"{found['unknown_in_1000']}"


def fuzzy(bench: Bench) -> Iterator[Row]:
    """Ask for similar names."""
    found = sampled(bench, "fuzzy")
    yield (
        f"fuzzy, {found['names']:,} names with one letter wrong",
        ">= 1,000 /s",
        f"{found['first']:,.0f} /s (again {found['again']:,.0f} /s)",
    )
    yield "  recall", ">= 0.97", f"{found['recall']:.4f}"
    yield "  recall, names of six letters and more", "", f"{found['recall_long']:.4f}"
    print("missed:", found["missed"], file=sys.stderr)


def nearest(bench: Bench) -> Iterator[Row]:
    """Ask for the nearest place."""
    found = sampled(bench, "nearest")
    yield "nearest place, one by one", ">= 20,000 /s", f"{found['single']:,.0f} /s (first {found['first_s'] * 1000:,.0f} ms)"
    many = f"{found['many']:,.0f} /s, {found['unlike']} unlike one by one" if "many" in found else "not there"
    yield "  many at once", ">= 20,000 /s", many
    yield "  not the nearest, of 300 by brute force", "0", f"{found['too_far']} (at worst {found['worst_km']:.3f} km too far)"


def prefix(bench: Bench) -> Iterator[Row]:
    """Complete the beginnings of names."""
    found = sampled(bench, "prefix")
    if "missing" in found:
        yield "prefix completion", "<= 30 ms", found["missing"]
        return
    yield "prefix completion, slowest of 2,000", "<= 30 ms", f"{found['max_ms']:.1f} ms ({found['slowest']!r})"
    yield "  median, 99th per cent, first", "", f"{found['median_ms']:.2f} ms, {found['p99_ms']:.1f} ms, {found['first_ms']:.1f} ms"
    yield "  without an answer, of 200", "0", f"{found['none_in_200']}"


def sampled(bench: Bench, part: str) -> dict[str, Any]:
    """Return what a worker says that asks for names of the dump; they are drawn before, so that drawing is not measured."""
    open_sample(bench.dump)
    return bench.worker(part, bench.dump)


PARTS: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "import": bring,
    "opening": opening,
    "memory": memory,
    "scan": scan,
    "exact": exact,
    "fuzzy": fuzzy,
    "nearest": nearest,
    "prefix": prefix,
}


def measure(dump: Path, layers: Path, parts: Sequence[str]) -> None:
    """Measure some parts, all by default, and print a table."""
    print(f"{'':<58}{'asked':>14}  got")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(dump.resolve(), layers.resolve(), Path(folder))
        for part in parts or PARTS:
            for what, asked, got in PARTS[part](bench):
                print(f"{what:<58}{asked:>14}  {got}", flush=True)
