"""Names and positions out of a dump, to ask for: read once, then kept beside it."""

from __future__ import annotations

import random
import string
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.full_size.dump import PLACES_FILE
from gazetteer.names import fold

SEED = 20160614
SAMPLE_FILE = "sample.npz"
WANTED = 260_000
"""So many places are drawn; distinct names among them are asked for."""
LONG_NAME = 6


@dataclass(frozen=True)
class Sample:
    """Places drawn from a dump, and the positions of all its settlements."""

    ids: list[int]
    names: list[str]
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    settled_lat: npt.NDArray[np.float64]
    settled_lon: npt.NDArray[np.float64]

    def distinct(self, count: int) -> list[tuple[str, int]]:
        """Return so many names that fold differently, each with the number of a place that bears it."""
        first: dict[str, tuple[str, int]] = {}
        for name, number in zip(self.names, self.ids, strict=True):
            first.setdefault(fold(name), (name, number))
        first.pop("", None)
        return list(first.values())[:count]


def usable_rows(dump: Path) -> Iterator[list[str]]:
    """Yield the rows that can be used, without oddities in name or position."""
    with zipfile.ZipFile(dump / PLACES_FILE) as archive, archive.open(f"{Path(PLACES_FILE).stem}.txt") as file:
        for line in file:
            columns = line.decode("utf-8-sig", "replace").rstrip("\n").split("\t", 10)
            if len(columns) > 8 and columns[1].strip() and is_latitude(columns[4]):
                yield columns


def is_latitude(text: str) -> bool:
    """Say whether a text is a latitude in degrees."""
    try:
        return -90.0 <= float(text) <= 90.0
    except ValueError:
        return False


def open_sample(dump: Path) -> Sample:
    """Return the sample of a dump; drawn at the first call, kept in the dump's folder."""
    path = dump / SAMPLE_FILE
    if not path.exists():
        draw(dump, path)
    with np.load(path) as kept:
        lat, lon, settled_lat, settled_lon = (kept[name] for name in ("lat", "lon", "settled_lat", "settled_lon"))
        return Sample(kept["ids"].tolist(), kept["names"].tolist(), lat, lon, settled_lat, settled_lon)


def draw(dump: Path, path: Path) -> None:
    """Draw places evenly from all usable rows, and write them down."""
    numbers = random.Random(SEED)
    drawn: list[list[str]] = []
    lat: list[float] = []
    lon: list[float] = []
    for row, columns in enumerate(usable_rows(dump)):
        if columns[6] == "P":
            lat.append(float(columns[4]))
            lon.append(float(columns[5]))
        if row < WANTED:
            drawn.append(columns)
        elif (at := int(numbers.random() * (row + 1))) < WANTED:
            drawn[at] = columns
    numbers.shuffle(drawn)
    np.savez(
        path,
        ids=np.array([int(columns[0]) for columns in drawn]),
        names=np.array([columns[1].strip() for columns in drawn]),
        lat=np.array([float(columns[4]) for columns in drawn]),
        lon=np.array([float(columns[5]) for columns in drawn]),
        settled_lat=np.array(lat),
        settled_lon=np.array(lon),
    )


def misspelt(name: str, numbers: random.Random) -> str:
    """Return a name with one letter inserted, left out, replaced, or two swapped; its first letter stays."""
    places = [at for at in range(1, len(name)) if name[at].isalpha()]
    at = numbers.choice(places)
    letter = numbers.choice(string.ascii_lowercase)
    kind = numbers.choice(("insert", "delete", "replace", "swap"))
    if kind == "insert":
        return name[:at] + letter + name[at:]
    if kind == "delete":
        return name[:at] + name[at + 1 :]
    if kind == "swap" and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + letter + name[at + 1 :]


def may_be_misspelt(name: str) -> bool:
    """Say whether a name has enough letters to be known again with one of them wrong."""
    return len(fold(name)) >= 4 and sum(letter.isalpha() for letter in name[1:]) >= 3 and len(name) <= 60
