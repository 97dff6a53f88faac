"""Read the hand-kept rows: areas that no package has, label points, other names, abbreviations, claims on disputed areas."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gazetteer.build.record import Record
from gazetteer.errors import DataDamaged
from gazetteer.name_table import ALIAS, NAME
from gazetteer.place import Kind

AREA_COLUMNS = (
    "id", "name", "kind", "feature_code", "lat", "lon", "radius_km", "countries", "aliases", "valid_from", "valid_to", "geonameid", "note",
)  # fmt: skip


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a hand-kept table, none if there is no such table.

    Raises
    ------
    DataDamaged
        If a row does not have as many fields as the header line.
    """
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            msg = f"{path.name}, line {number}: not as many fields as the header line has"
            raise DataDamaged(msg)
    return [{column: value.strip() for column, value in row.items()} for row in rows]


def area_tables(folder: Path) -> Iterator[Path]:
    """Yield the tables that hold areas: those whose header line is :data:`AREA_COLUMNS`."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            if tuple(next(csv.reader(file), ())) == AREA_COLUMNS:
                yield path


@dataclass(frozen=True, slots=True)
class Area:
    """A hand-kept area: its record, and what its row and table say about it.

    ``historic``: it is of the past (``valid_to`` is filled in). ``disputed``: its table is that of disputed areas.
    """

    record: Record
    historic: bool
    disputed: bool


def read_areas(folder: Path) -> list[Area]:
    """Return the hand-kept areas sorted by id."""
    areas: dict[str, Area] = {}
    for path in area_tables(folder):
        for row in read_rows(path):
            if row["id"] in areas:
                msg = f"{path.name}: the id {row['id']} is used twice"
                raise DataDamaged(msg)
            areas[row["id"]] = Area(_record(path, row), bool(row["valid_to"]), "disputed" in path.stem)
    return [areas[identifier] for identifier in sorted(areas)]


def _record(path: Path, row: dict[str, str]) -> Record:
    try:
        record = Record(
            geonameid=int(row["geonameid"] or 0),
            code=row["id"],
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            kind=Kind(row["kind"]),
            feature_code=row["feature_code"],
            radius_km=float(row["radius_km"]),
            countries=split(row["countries"]),
        )
    except ValueError as error:
        msg = f"{path.name}, id {row['id']}: {error}"
        raise DataDamaged(msg) from error
    record.add_name(record.name, NAME)
    for alias in split(row["aliases"]):
        record.add_name(alias, ALIAS)
    return record


def split(joined: str) -> tuple[str, ...]:
    """Return the parts of a field that holds several values, joined by "|"."""
    return tuple(part.strip() for part in joined.split("|") if part.strip())
