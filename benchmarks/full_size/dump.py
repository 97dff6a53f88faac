"""Write a dump in the format of GeoNames: as large as the real one, made up, the same bytes for the same seed."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt

from benchmarks.full_size.alternates import AlternateRows
from benchmarks.full_size.names import USED_AGAIN, NameMaker
from benchmarks.full_size.place_rows import Chunk, made_up_chunk, place_lines, put_numbers_again, put_oddities, true_rows
from benchmarks.full_size.quirks import ALTERNATE_QUIRKS, PLACE_QUIRKS, UNUSABLE, Quirks
from benchmarks.full_size.spellings import languages
from benchmarks.full_size.world import Country, World, default_world, last_part, whole_numbers
from gazetteer import Place
from gazetteer.place import Kind

PLACES_FILE, ALTERNATES_FILE, ADMIN1_FILE = "allCountries.zip", "alternateNamesV2.zip", "admin1CodesASCII.txt"
HIERARCHY_FILE, EXPECTED_FILE = "hierarchy.zip", "expected.json"
TRUE_EVERY = 42
"""One row in so many is a true record: all of them in a dump of twelve million."""
SPARE_IDS = 1.1
CHUNK = 100_000
ENOUGH_ROWS = 5
"""Fewer rows of a country than this have no oddities: some row must be left to bear the alternate names."""
BOM = "\ufeff"
EARTH = 6295630


@dataclass(frozen=True)
class Expected:
    """What a dump holds, counted as it was written; every number is of rows.

    ``place_quirks`` and ``alternate_quirks`` are named in :mod:`benchmarks.full_size.quirks`; a row has at most one of them, but
    raw_double_quotes counts the rows with any. ``place_counts`` counts classes, "dem_unknown" (-9999), "admin1_00", "empty_country" and
    "population_zero", rows with an oddity left out but for the classes. ``alternate_kinds`` counts isolanguages that are none, and kinds
    of names. The first file begins with a byte-order mark.
    """

    seed: int
    places: int
    true_places: int
    alternates: int
    hierarchy: int
    admin1: int
    bom: bool
    place_quirks: dict[str, int]
    place_counts: dict[str, int]
    alternate_quirks: dict[str, int]
    alternate_kinds: dict[str, int]
    by_country: dict[str, int]


def write_dump(out: Path, *, places: int, alternates: int, seed: int, countries: Sequence[str] | None = None) -> Expected:
    """Write a dump into a folder, and what it holds beside it as ``expected.json``.

    Parameters
    ----------
    out
        The folder; made where it is not there.
    places, alternates
        So many rows in the two large files.
    seed
        The same seed gives the same bytes.
    countries
        ISO codes of the countries wanted; all by default.
    """
    out.mkdir(parents=True, exist_ok=True)
    world = default_world()
    writer = DumpWriter(world, sorted(countries or world.countries), places=places, alternates=alternates, seed=seed)
    with ExitStack() as stack:
        place_file, alternate_file = (stack.enter_context(zipped(out / name)) for name in (PLACES_FILE, ALTERNATES_FILE))
        place_file.write(BOM.encode())
        writer.write(place_file, alternate_file)
    areas = [place for code in writer.codes for place in world.countries[code].records]
    admin1, hierarchy = admin1_lines(areas), hierarchy_lines(areas)
    (out / ADMIN1_FILE).write_bytes(encoded(admin1))
    with zipped(out / HIERARCHY_FILE) as file:
        file.write(encoded(hierarchy))
    expected = writer.expected(seed=seed, hierarchy=len(hierarchy), admin1=len(admin1))
    (out / EXPECTED_FILE).write_text(json.dumps(asdict(expected), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return expected


class zipped:  # noqa: N801 - used like open()
    """Open a zip file for writing with one text file of the same name in it; its dates are always the same."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> IO[bytes]:
        self._zip = zipfile.ZipFile(self._path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self._file = self._zip.open(f"{self._path.stem}.txt", "w", force_zip64=True)
        return self._file

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._zip.close()


def encoded(lines: Sequence[str]) -> bytes:
    """Return lines as bytes; a lone surrogate stands for a byte that is no UTF-8."""
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


class DumpWriter:
    """Writes the two large files side by side, country by country."""

    def __init__(self, world: World, codes: list[str], *, places: int, alternates: int, seed: int) -> None:
        self.world, self.codes = world, codes
        self._random = np.random.default_rng(seed)
        self._places, self._alternates = places, alternates
        self._sizes = dict(zip(codes, whole_numbers(world.shares(codes), places), strict=True))
        self._true = self._true_records()
        self._ids = self._new_ids()
        self._quirks = Quirks(self._random, PLACE_QUIRKS, places)
        self._rows = AlternateRows(Quirks(self._random, ALTERNATE_QUIRKS, alternates))
        self._counts: Counter[str] = Counter()
        self._quotes = {"places": 0, "alternates": 0}
        self._done = 0

    def _true_records(self) -> dict[str, list[Place]]:
        """Return which true records of each country the dump has, by their number."""
        records = {code: self.world.countries[code].records for code in self.codes}
        total = sum(map(len, records.values()))
        shares = np.array([len(records[code]) for code in self.codes]) / total
        wanted = whole_numbers(shares, min(total, self._places // TRUE_EVERY))
        chosen: dict[str, list[Place]] = {}
        for code, count in zip(self.codes, wanted, strict=True):
            at = self._random.choice(len(records[code]), min(count, self._sizes[code]), replace=False)
            chosen[code] = [records[code][number] for number in at.tolist()]
        return chosen

    def _new_ids(self) -> dict[str, npt.NDArray[np.int64]]:
        """Return numbers for the made-up places of each country that no true record has, sorted."""
        taken = np.array([place.geonameid for place in self.world.places], dtype=np.int64)
        free = np.setdiff1d(np.arange(1, int(self._places * SPARE_IDS) + len(taken), dtype=np.int64), taken, assume_unique=True)
        counts = {code: self._sizes[code] - len(self._true[code]) for code in self.codes}
        ids = np.sort(self._random.choice(free, sum(counts.values()), replace=False, shuffle=False))
        found, first = {}, 0
        for at in self._random.permutation(len(self.codes)).tolist():
            code = self.codes[at]
            found[code] = ids[first : first + counts[code]]
            first += counts[code]
        return found

    def write(self, place_file: IO[bytes], alternate_file: IO[bytes]) -> None:
        """Write all rows."""
        for code in self.codes:
            for chunk, maker in self._chunks(code):
                lines, others = self._lines(code, chunk, maker)
                place_file.write(encoded(lines))
                alternate_file.write(encoded(others))
        self._quotes["alternates"] += sum('"' in line for line in self._rows.late)
        alternate_file.write(encoded(self._rows.late))

    def _chunks(self, code: str) -> Iterator[tuple[Chunk, NameMaker]]:
        size = self._sizes[code]
        if not size:
            return
        country, true = self.world.countries[code], self._true[code]
        maker = self._maker(country)
        pool = maker.pool(self._random, max(1, int(size * USED_AGAIN)))
        ids = np.concatenate([self._ids.pop(code), np.array([place.geonameid for place in true], dtype=np.int64)])
        order = np.argsort(ids, kind="stable")
        made_up = size - len(true)
        for first in range(0, size, CHUNK):
            part = order[first : first + CHUNK]
            chunk = made_up_chunk(self._random, self.world, country, pool, ids[part])
            true_rows(chunk, {at: true[number - made_up] for at, number in enumerate(part.tolist()) if number >= made_up})
            yield chunk, maker

    def _maker(self, country: Country) -> NameMaker:
        spoken = languages()
        speech = spoken.get(country.code)
        akin = [other for code, other in self.world.countries.items() if code != country.code and spoken.get(code) == speech]
        names = [place.name for place in country.records]
        return NameMaker(names, [place.name for other in akin for place in other.towns[:: max(1, len(other.towns) // 60)]])

    def _lines(self, code: str, chunk: Chunk, maker: NameMaker) -> tuple[list[str], list[str]]:
        """Return the lines of both files for a chunk."""
        found = self._quirks.within(
            self._done, len(chunk.ids), barred=chunk.true if len(chunk.ids) >= ENOUGH_ROWS else range(len(chunk.ids))
        )
        first = self._done * self._alternates // self._places
        self._done += len(chunk.ids)
        wanted = self._done * self._alternates // self._places - first
        put_numbers_again(chunk, found)
        weights = self._random.gamma(0.3, size=len(chunk.ids)) * chunk.weights + 1e-9
        weights[[at for at, quirk in found.items() if quirk in UNUSABLE]] = 0.0
        owners = np.repeat(np.arange(len(weights)), self._random.multinomial(wanted, weights / weights.sum())).tolist()
        others, listed = self._rows.chunk(self._random, maker, code, chunk.ids, chunk.names, owners)
        lines = place_lines(chunk, listed)
        put_oddities(lines, found)
        self._quotes["places"] += sum('"' in line for line in lines)
        self._quotes["alternates"] += sum('"' in line for line in others)
        self._counts.update(chunk.counted(found))
        return lines, others

    def expected(self, *, seed: int, hierarchy: int, admin1: int) -> Expected:
        """Return what was written."""
        return Expected(
            seed=seed,
            places=self._done,
            true_places=sum(map(len, self._true.values())),
            alternates=self._rows.made,
            hierarchy=hierarchy,
            admin1=admin1,
            bom=True,
            place_quirks={**self._quirks.put, "raw_double_quotes": self._quotes["places"]},
            place_counts=dict(sorted(self._counts.items())),
            alternate_quirks={**self._rows.quirks.put, "raw_double_quotes": self._quotes["alternates"]},
            alternate_kinds=dict(sorted(self._rows.counts.items())),
            by_country={code: size for code, size in self._sizes.items() if size},
        )


def admin1_lines(areas: Iterable[Place]) -> list[str]:
    """Return the lines of admin1CodesASCII.txt."""
    found = sorted((place.admin1, place.name, place.geonameid) for place in areas if place.kind is Kind.ADMIN1 and place.admin1)
    return [f"{code}\t{name}\t{name}\t{number}" for code, name, number in found]


def hierarchy_lines(areas: Sequence[Place]) -> list[str]:
    """Return the lines of hierarchy.txt: countries, first and second divisions, and two rows as odd as the real ones."""
    countries = {place.countries[0]: place.geonameid for place in areas if place.kind is Kind.COUNTRY}
    admin1 = {place.admin1: place.geonameid for place in areas if place.kind is Kind.ADMIN1}
    lines = [f"{EARTH}\t{number}\tADM" for number in countries.values()]
    for place in areas:
        if place.kind is Kind.ADMIN1 and place.countries[0] in countries:
            lines.append(f"{countries[place.countries[0]]}\t{place.geonameid}\tADM")
        elif place.kind is Kind.ADMIN2 and place.admin1 in admin1:
            lines.append(f"{admin1[place.admin1]}\t{place.geonameid}\tADM" if last_part(place.admin2) else f"{EARTH}\t{place.geonameid}\t")
    return [*lines, f"{EARTH}\t0\tADM", f"-1\t{EARTH}\t"]
