"""Rows of allCountries for one country: made-up places, true ones among them, and oddities put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from benchmarks.full_size import features
from benchmarks.full_size.names import ranks
from benchmarks.full_size.spellings import languages, plain
from benchmarks.full_size.world import Country, Numbers, World, last_part
from gazetteer import Place

SETTLED_WITH_PEOPLE = 0.08
"""Share of settlements with a population above 0."""
UNKNOWN_HEIGHT, HEIGHT_UNKNOWN = -9999, 0.03
WITH_ELEVATION = 0.08
NO_DIVISION, WITHOUT_DIVISION = "00", 0.04
WEIGHT_OF_SETTLEMENT, WEIGHT_OF_TRUE = 2.0, 12.0
"""How many more other names settlements and true places have."""
FIRST_CHANGE, DAYS_OF_CHANGE = date(1993, 12, 20), 11_300
LATITUDES_OFF = ("95.5", "", "north", "-123.45")
COLUMNS_LEFT, COLUMNS_BROKEN = (15, 16, 17, 18), (2, 3, 4, 5)


@dataclass
class Chunk:
    """Columns of some rows."""

    country: str
    timezone: str
    ids: list[int]
    names: list[str]
    lat: list[float]
    lon: list[float]
    codes: list[tuple[str, str]]
    divisions: list[tuple[str, str]]
    population: list[int]
    elevation: list[str]
    dem: list[int]
    changed: list[str]
    weights: Numbers
    cc2: dict[int, str] = field(default_factory=dict)
    true: frozenset[int] = frozenset()
    """Positions of true records."""

    def countries(self) -> list[str]:
        """Return the country of each row: none under the sea."""
        return ["" if feature == "U" else self.country for feature, _ in self.codes]

    def counted(self, quirks: Mapping[int, str]) -> Counter[str]:
        """Count classes, and what is unknown in rows without an oddity."""
        counts = Counter(f"class_{feature}" for feature, _ in self.codes)
        plain_rows = [at for at in range(len(self.ids)) if at not in quirks]
        counts["dem_unknown"] = sum(self.dem[at] == UNKNOWN_HEIGHT for at in plain_rows)
        counts["admin1_00"] = sum(self.divisions[at][0] == NO_DIVISION for at in plain_rows)
        counts["population_zero"] = sum(self.population[at] == 0 for at in plain_rows)
        counts["empty_country"] = sum(self.codes[at][0] == "U" for at in plain_rows)
        return counts


def made_up_chunk(random: np.random.Generator, world: World, country: Country, pool: Sequence[str], ids: npt.NDArray[np.int64]) -> Chunk:
    """Return made-up rows with these numbers."""
    count = len(ids)
    towns = random.integers(0, len(country.towns), count)
    lat, lon = world.scatter(random, country, towns)
    pairs, shares = features.codes()
    numbers = random.choice(len(pairs), count, p=shares)
    settled = np.array([feature == "P" for feature, _ in pairs])[numbers]
    people = settled & (random.random(count) < SETTLED_WITH_PEOPLE)
    population = np.where(people, random.lognormal(6.5, 1.4, count), 0).astype(np.int64)
    dem = np.where(random.random(count) < HEIGHT_UNKNOWN, UNKNOWN_HEIGHT, random.gamma(1.2, 350, count)).astype(np.int64).tolist()
    measured = (random.random(count) < WITH_ELEVATION).tolist()
    without = (random.random(count) < WITHOUT_DIVISION).tolist()
    divisions = [
        (NO_DIVISION, "") if none else (admin1 or NO_DIVISION, admin2)
        for none, (admin1, admin2) in zip(without, map(country.divisions.__getitem__, towns.tolist()), strict=True)
    ]
    return Chunk(
        country=country.code,
        timezone=country.timezone,
        ids=ids.tolist(),
        names=names_for(random, country, pool, numbers),
        lat=lat.tolist(),
        lon=lon.tolist(),
        codes=[pairs[number] for number in numbers.tolist()],
        divisions=divisions,
        population=population.tolist(),
        elevation=[str(height) if known and height >= 0 else "" for known, height in zip(measured, dem, strict=True)],
        dem=dem,
        changed=[days()[day] for day in random.integers(0, DAYS_OF_CHANGE, count).tolist()],
        weights=np.where(settled, WEIGHT_OF_SETTLEMENT, 1.0),
    )


@lru_cache(maxsize=1)
def days() -> list[str]:
    """Return the days on which rows may have been changed last."""
    return [(FIRST_CHANGE + timedelta(days=day)).isoformat() for day in range(DAYS_OF_CHANGE)]


def names_for(random: np.random.Generator, country: Country, pool: Sequence[str], numbers: npt.NDArray[np.int64]) -> list[str]:
    """Return names for features: of the country's names, those that lead far more often, with the words for what the feature is."""
    pairs, _ = features.codes()
    language, _ = languages().get(country.code, ("en", "-"))
    forms = [features.forms(language, code) for _, code in pairs]
    draws = random.random((2, len(numbers))).tolist()
    names = []
    for rank, number, takes, which in zip(ranks(random, len(numbers), len(pool)).tolist(), numbers.tolist(), *draws, strict=True):
        patterns, likely = forms[number]
        name = pool[rank]
        names.append(patterns[int(which * len(patterns))] % name if patterns and takes < likely else name)
    return names


def true_rows(chunk: Chunk, records: Mapping[int, Place]) -> None:
    """Put true records at their positions."""
    for at, place in records.items():
        chunk.names[at], chunk.population[at] = place.name, place.population or 0
        chunk.lat[at], chunk.lon[at] = place.position.lat, place.position.lon
        chunk.codes[at] = features.true_class(place)
        chunk.divisions[at] = (last_part(place.admin1) or NO_DIVISION, last_part(place.admin2))
        chunk.weights[at] = WEIGHT_OF_TRUE
        if len(place.countries) > 1:
            chunk.cc2[at] = ",".join(place.countries[1:])
    chunk.true = frozenset(records)


def place_lines(chunk: Chunk, listed: Mapping[int, Sequence[str]]) -> list[str]:
    """Return the lines of a chunk, without oddities."""
    timezone = chunk.timezone
    rows = zip(
        chunk.ids, chunk.names, chunk.lat, chunk.lon, chunk.codes, chunk.countries(), chunk.divisions, chunk.population, chunk.elevation,
        chunk.dem, chunk.changed, strict=True,
    )  # fmt: skip
    return [
        f"{number}\t{name}\t{plain(name)}\t{','.join(dict.fromkeys(listed.get(at, ())))}\t{lat}\t{lon}\t{feature}\t{code}\t{country}\t"
        f"{chunk.cc2.get(at, '')}\t{admin1}\t{admin2}\t\t\t{population}\t{elevation}\t{dem}\t{timezone}\t{changed}"
        for at, (number, name, lat, lon, (feature, code), country, (admin1, admin2), population, elevation, dem, changed) in enumerate(rows)
    ]


def put_numbers_again(chunk: Chunk, quirks: Mapping[int, str]) -> None:
    """Give the duplicates among the rows the number of the row before."""
    for at, quirk in quirks.items():
        if quirk == "duplicate_ids":
            chunk.ids[at] = chunk.ids[at - 1]


def put_oddities(lines: list[str], quirks: Mapping[int, str]) -> None:
    """Change the lines that have an oddity."""
    for at, quirk in quirks.items():
        lines[at] = "\t".join(odd(quirk, lines[at].split("\t")))


def odd(quirk: str, columns: list[str]) -> list[str]:
    """Return the columns of a row with an oddity."""
    number = int(columns[0])
    if quirk == "raw_double_quotes":
        columns[1] = (f'"{columns[1]}"', f'{columns[1]} "Old"', f'{columns[1][:2]}"{columns[1][2:]}')[number % 3]
    elif quirk == "short_rows":
        return columns[: COLUMNS_LEFT[number % len(COLUMNS_LEFT)]]
    elif quirk == "broken_rows":
        return columns[: COLUMNS_BROKEN[number % len(COLUMNS_BROKEN)]]
    elif quirk == "empty_admin1":
        columns[10] = ""
    elif quirk == "blanks_around_name":
        columns[1] = (f" {columns[1]}", f"{columns[1]}  ")[number % 2]
    elif quirk == "cc2_lists_itself":
        columns[8] = columns[8] or "AQ"  # under the sea
        columns[9] = (columns[8], f"AQ,{columns[8]}")[number % 2]
    elif quirk == "bad_latitude":
        columns[4] = LATITUDES_OFF[number % len(LATITUDES_OFF)]
    elif quirk == "invalid_utf8":
        columns[1] = f"{columns[1]}\udcff"
    elif quirk == "empty_name":
        columns[1] = columns[2] = ""
    return columns
