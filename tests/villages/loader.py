"""Reads the set of villages: dumps in the format of GeoNames, reports with every place name marked, and names as they are miswritten.

A report is one line of ``reports.jsonl``: ``id``, ``country``, ``genre``, ``published``, ``tags`` (what is difficult in it), ``text``;
``names`` are the marked place names (``start``, ``end``, ``text``, ``form``, ``place``), ``optional`` stretches count neither way, and
``traps`` are words and names of persons that some village of the country's dump bears as well. ``place`` is "geonames:ID", of a row of the
dumps (990000001 and up) or of the default gazetteer, or its "mapapp:…"; null where no source has the place.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer import LatLon
from mapapp.report.report import Span

FOLDER = Path(__file__).parent
DUMPS = tuple(sorted((FOLDER / "dump").glob("*.txt")))
REPORTS = FOLDER / "reports.jsonl"
VARIANTS = FOLDER.parent / "gazetteer" / "village_variants.csv"

COLUMNS = 19
"""Columns of a GeoNames dump."""

FIRST_ID = 990_000_001
"""The first of the made-up ids, far beyond those GeoNames has given."""


@dataclass(frozen=True, slots=True)
class DumpRow:
    """What the tests need of a row of a dump. ``names`` are its name, its plain name and its alternate names."""

    geonameid: int
    name: str
    names: tuple[str, ...]
    position: LatLon
    feature: str
    country: str
    admin1: str

    @property
    def place_id(self) -> str:
        """The id by which reports speak of the row."""
        return f"geonames:{self.geonameid}"

    @property
    def is_wide(self) -> bool:
        """Whether it is an area or a line rather than a spot: a division, water, land, woods, a region."""
        return self.feature[0] in "AHTV" or self.feature in {"L.RGN", "L.AREA"}


@dataclass(frozen=True, slots=True)
class GoldName:
    """A marked name; ``place`` is None where no source has the place. ``form`` is "name" or "demonym"."""

    span: Span
    text: str
    form: str
    place: str | None


@dataclass(frozen=True, slots=True)
class VillageReport:
    """A report with its gold. Whatever is found beside ``names`` and ``optional`` is invented."""

    id: str
    country: str
    genre: str
    published: date
    tags: frozenset[str]
    text: str
    names: tuple[GoldName, ...]
    optional: tuple[Span, ...]
    traps: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A village's name as some report writes it, and the row of the dump that is meant."""

    written: str
    country: str
    geonameid: int
    kind: str


@cache
def dump_rows() -> dict[str, DumpRow]:
    """Return the rows of all dumps by place id."""
    rows = (_row(line) for path in DUMPS for line in path.read_text(encoding="utf-8").splitlines())
    return {row.place_id: row for row in rows}


def _row(line: str) -> DumpRow:
    cells = line.split("\t")
    names = (cells[1], cells[2], *filter(None, cells[3].split(",")))
    position = LatLon(float(cells[4]), float(cells[5]))
    return DumpRow(int(cells[0]), cells[1], tuple(dict.fromkeys(names)), position, f"{cells[6]}.{cells[7]}", cells[8], cells[10])


@cache
def village_reports(path: Path = REPORTS) -> tuple[VillageReport, ...]:
    """Return all reports, as they stand in the file."""
    return tuple(_report(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def _report(record: dict[str, Any]) -> VillageReport:
    return VillageReport(
        id=record["id"],
        country=record["country"],
        genre=record["genre"],
        published=date.fromisoformat(record["published"]),
        tags=frozenset(record["tags"]),
        text=record["text"],
        names=tuple(GoldName(Span(n["start"], n["end"]), n["text"], n["form"], n["place"]) for n in record["names"]),
        optional=_spans(record["optional"]),
        traps=_spans(record["traps"]),
    )


def _spans(records: Iterable[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(record["start"], record["end"]) for record in records)


@cache
def village_variants(path: Path = VARIANTS) -> tuple[Variant, ...]:
    """Return the spellings of villages, as they stand in the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Variant(row["written"], row["country"], int(row["geonameid"]), row["kind_of_variant"]) for row in rows)
