"""The columns of every layer: name, type, order. The incident columns stand in ``incident_schema.tsv``, 80 in export order.

Order matters: ``time_start`` and ``time_end`` come before every other date-like column, because QGIS animates the first pair it finds.
Null means not stated or not known, never zero.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from math import isfinite

LAYERS = ("incidents", "areas", "claims", "mentions")
"""The layers in the order in which they are written."""

LARGEST_INTEGER = 2**53
"""Beyond it JavaScript and doubles lose digits. No count of people comes near; a larger "number" in a report is no count."""

Value = str | int | float | bool | None
"""What a cell may hold."""

Row = dict[str, Value]
"""One record: column name to value, in column order."""


class ColumnType(StrEnum):
    """What a column holds, with one type for the whole column."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


TEXT_TYPES = frozenset({ColumnType.TEXT, ColumnType.DATE, ColumnType.DATETIME})
"""Types whose values are strings."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``standard`` and ``note`` say where it comes from and what it may hold (incident columns only)."""

    name: str
    type: ColumnType
    nullable: bool = True
    standard: str = ""
    note: str = ""


@lru_cache(maxsize=1)
def incident_columns() -> tuple[Column, ...]:
    """Return the incident columns in export order."""
    text = files("mapapp.export").joinpath("incident_schema.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Column(row["field"], _type_of(row["type"]), row["null"] == "yes", row["standard"], row["note"]) for row in rows)


def _type_of(declared: str) -> ColumnType:
    """Turn the schema's wording ("enum4", "int1-7", "double0-1") into a type."""
    for beginning, kind in (
        ("datetime", ColumnType.DATETIME),
        ("date", ColumnType.DATE),
        ("double", ColumnType.REAL),
        ("int", ColumnType.INTEGER),
        ("bool", ColumnType.BOOLEAN),
    ):
        if declared.startswith(beginning):
            return kind
    return ColumnType.TEXT


def _columns(*, texts: str, reals: str = "", integers: str = "", booleans: str = "", order: str) -> tuple[Column, ...]:
    kinds = dict.fromkeys(texts.split(), ColumnType.TEXT)
    kinds |= dict.fromkeys(reals.split(), ColumnType.REAL)
    kinds |= dict.fromkeys(integers.split(), ColumnType.INTEGER)
    kinds |= dict.fromkeys(booleans.split(), ColumnType.BOOLEAN)
    return tuple(Column(name, kinds[name], nullable=name not in {"id", "layer", "doc_sha"}) for name in order.split())


AREA_COLUMNS = _columns(
    texts="id layer doc_sha area_of incident geo_method claim direction verdict direction_verdict title",
    reals="uncert_m stated_low_km stated_high_km",
    integers="geo_prec",
    order="id layer doc_sha area_of incident uncert_m geo_prec geo_method claim stated_low_km stated_high_km direction verdict "
    "direction_verdict title",
)
"""``area_of`` "incident": the circle that holds where it happened. "claim": the ring or sector where a stated distance puts its subject."""
CLAIM_COLUMNS = _columns(
    texts="id layer doc_sha incident kind text subject anchor anchor2 hedge direction verdict direction_verdict alarm readings read_as "
    "said_by conflict conflict_why reason source title",
    reals="stated_low_km stated_high_km conversion_km read_low_km read_high_km measured_km measured_low_km measured_high_km bearing_deg",
    integers="q_start q_end alarm_rank",
    booleans="negated modal chose_end",
    order="id layer doc_sha incident kind text q_start q_end subject anchor anchor2 stated_low_km stated_high_km conversion_km read_as "
    "read_low_km read_high_km hedge direction measured_km measured_low_km measured_high_km bearing_deg verdict direction_verdict "
    "alarm_rank alarm readings said_by negated modal chose_end conflict conflict_why reason source title",
)
"""``read_as``, ``read_low_km``, ``read_high_km``: how words without a number are read. ``chose_end``: the claim helped to choose one of its
ends, so that it proves nothing about it. ``said_by``: the words that say who states it. ``alarm_rank``: 1 is the gravest; null: no alarm.
``conversion_km``: the other figure where the report gives two that differ. ``conflict``: the same id for all claims that give other figures
for one distance; it is the id of the first of them."""
MENTION_COLUMNS = _columns(
    texts="id layer doc_sha text role place_id name country kind title",
    reals="uncert_m confidence",
    integers="q_start q_end geonameid",
    booleans="demonym",
    order="id layer doc_sha text q_start q_end role demonym place_id geonameid name country kind uncert_m confidence title",
)
"""Columns of the other layers: the dossier's keys, flat, and ``title`` for maps that label by it (simplestyle)."""


def columns_of(layer: str) -> tuple[Column, ...]:
    """Return the columns of a layer, in order."""
    return {"incidents": incident_columns(), "areas": AREA_COLUMNS, "claims": CLAIM_COLUMNS, "mentions": MENTION_COLUMNS}[layer]


def conform(row: Mapping[str, Value], columns: tuple[Column, ...]) -> Row:
    """Return the row with exactly these columns in this order, each value of the column's type; absent ones are null.

    Raises
    ------
    ValueError
        If a value has another type, is NaN or infinite, is null where null is not allowed, or belongs to no column.
    """
    full = {column.name: _fit(row.get(column.name), column) for column in columns}
    if not row.keys() <= full.keys():
        msg = f"no such column: {', '.join(sorted(row.keys() - full.keys()))}"
        raise ValueError(msg)
    return full


def _fit(value: Value, column: Column) -> Value:
    if value is None:
        if column.nullable:
            return None
        msg = f"{column.name} is empty"
        raise ValueError(msg)
    if column.type in TEXT_TYPES and isinstance(value, str):
        return writable(value)
    if column.type is ColumnType.REAL and isinstance(value, (int, float)) and not isinstance(value, bool):
        return _real(value, column)
    if column.type is ColumnType.INTEGER and isinstance(value, int) and not isinstance(value, bool):
        # int() takes the number out of an IntEnum.
        return int(value) if abs(value) <= LARGEST_INTEGER else None
    if column.type is ColumnType.BOOLEAN and isinstance(value, bool):
        return value
    msg = f"{column.name} holds {column.type}, not {type(value).__name__}"
    raise ValueError(msg)


def _real(value: float, column: Column) -> float:
    if not isfinite(value):
        msg = f"{column.name} is {value}: no number that a file could hold"
        raise ValueError(msg)
    return float(value) + 0.0  # -0.0 + 0.0 is 0.0


def writable(text: str) -> str:
    """Return the text with U+FFFD for what files cannot hold: lone surrogates (no UTF-8 form) and NUL (it ends a C string)."""
    # str() takes the word out of an enum.
    text = str(text).replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
