"""The hand-kept table of disputed areas, ``data/handkept/disputes.csv``: who holds what, who claims it, and what the border data say of it.

Nobody is taken to be in the right: the table says which readings there are. Kinds of rows:

* ``overlap``: the outlines of all parties hold the ground in the box; every party's line is in the data.
* ``gap``: the outlines of the parties leave the ground in the box open; every party's line is in the data.
* ``country``: the ground has a country code of its own, the first of the parties; the others claim the whole of it.
* ``single``: the data know one line only, that of the parties named. The row warns that other lines exist.
* ``absent``: islands so small that the data do not have them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gazetteer.coordinates import Box, LatLon
from gazetteer.errors import DataDamaged, DataMissing


class DisputeKind(StrEnum):
    """How a disputed area shows in the border data."""

    OVERLAP = "overlap"
    GAP = "gap"
    COUNTRY = "country"
    SINGLE = "single"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disputed area.

    ``parties`` are the ISO 3166-1 alpha-2 codes whose readings the data can measure, ``administered_by`` who holds the ground (empty:
    divided, nobody, or an authority without a code), ``claimed_by`` who claims it. ``label_point`` lies on the ground in question, ``box``
    round it.
    """

    dispute_id: str
    area: str
    kind: DisputeKind
    parties: tuple[str, ...]
    administered_by: tuple[str, ...]
    claimed_by: tuple[str, ...]
    label_point: LatLon
    box: Box
    since: str
    source: str
    note: str


def read_disputes(path: Path) -> tuple[Dispute, ...]:
    """Return the rows of ``disputes.csv``, in file order.

    Raises
    ------
    DataMissing
        If there is no such file.
    DataDamaged
        If a row lacks a field or holds a wrong one.
    """
    if not path.is_file():
        msg = f"{path.name} is missing: it belongs into the folder handkept of the data"
        raise DataMissing(msg)
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_dispute(path.name, number, row) for number, row in enumerate(csv.DictReader(file), start=2))


def _dispute(file: str, line: int, row: dict[str, str]) -> Dispute:
    try:
        return Dispute(
            dispute_id=row["id"],
            area=row["area"],
            kind=DisputeKind(row["kind"]),
            parties=tuple(row["parties"].split()),
            administered_by=tuple(row["administered_by"].split()),
            claimed_by=tuple(row["claimed_by"].split()),
            label_point=LatLon(float(row["lat"]), float(row["lon"])),
            box=Box(*(float(row[side]) for side in ("south", "west", "north", "east"))),
            since=row["since"],
            source=row["source"],
            note=row["note"],
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        msg = f"{file}, line {line}: {error!r}"
        raise DataDamaged(msg) from error
