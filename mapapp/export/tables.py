"""One layer as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet, with sidecars that tell GIS tools the types.

A text cell that a spreadsheet would read as a formula gets a leading apostrophe; :func:`unguarded` takes it off again, so that a CSV comes
back as it went out. Numbers are never touched.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from mapapp.export.schema import Column, ColumnType, Value, columns_of

FORMULA_SIGNS = frozenset("=+-@\t\r＝＋－＠")
"""A cell that begins with one of these runs in a spreadsheet; the full-width signs do in East Asian ones."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
"""Characters that stand before a sign without being seen, and are not blanks to :meth:`str.strip`."""

CSVT_TYPES = {
    ColumnType.TEXT: "String",
    ColumnType.INTEGER: "Integer64",
    ColumnType.REAL: "Real",
    ColumnType.BOOLEAN: "Integer(Boolean)",
    ColumnType.DATE: "Date",
    ColumnType.DATETIME: "DateTime",
}
"""GDAL's names for column types."""

CSVW_TYPES = {
    ColumnType.TEXT: "string",
    ColumnType.INTEGER: "integer",
    ColumnType.REAL: "double",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.DATETIME: "dateTime",
}
"""The names of W3C's CSV on the Web."""

WKT = Column("wkt", ColumnType.TEXT)
"""The geometry as text, last column of layers that have no latitude and longitude of their own."""


def table_columns(layer: str) -> tuple[Column, ...]:
    """Return the columns of a layer's table."""
    return columns_of(layer) if layer == "incidents" else (*columns_of(layer), WKT)


def to_csv(features: Sequence[Mapping[str, Any]], layer: str) -> bytes:
    """Return the features of one layer as CSV: a header line, then one row a feature, lines ended by CR LF."""
    columns = table_columns(layer)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for feature in features:
        if feature["properties"]["layer"] == layer:
            values = {**feature["properties"], WKT.name: wkt(feature["geometry"])}
            writer.writerow([cell(values[column.name]) for column in columns])
    return out.getvalue().encode()


def to_csvt(layer: str) -> bytes:
    """Return the .csvt that goes beside the .csv: one line of GDAL column types."""
    special = {"latitude": "CoordY", "longitude": "CoordX", "wkt": "WKT"}
    names = [special.get(column.name, CSVT_TYPES[column.type]) for column in table_columns(layer)]
    return (",".join(f'"{name}"' for name in names) + "\n").encode()


def to_csvw(layer: str, *, file_name: str, metadata: Mapping[str, Any]) -> bytes:
    """Return the -metadata.json that goes beside the .csv (W3C, CSV on the Web): column types, attribution, counts, versions."""
    columns = [{"name": column.name, "titles": column.name, "datatype": CSVW_TYPES[column.type]} for column in table_columns(layer)]
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": file_name,
        "dc:rights": "; ".join(metadata["attribution"]),
        "rdfs:comment": orjson.dumps(metadata).decode(),
        "tableSchema": {"columns": columns, "primaryKey": "id"},
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def cell(value: Value) -> str:
    """Return what a cell of a CSV holds: nothing for null, true and false in words, text guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else repr(value)


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would otherwise run it as a formula."""
    return f"'{text}" if _runs(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Return the text as it was before :func:`guarded`."""
    return text[1:] if text.startswith("'") and _runs(text.lstrip("'")) else text


def _runs(text: str) -> bool:
    """Say whether a spreadsheet may take the text for a formula: a sign first, or behind blanks and characters that nobody sees."""
    for character in text:
        if character in FORMULA_SIGNS:
            return True
        if not (character.isspace() or character in INVISIBLE):
            return False
    return False


def wkt(geometry: Mapping[str, Any] | None) -> str | None:
    """Return a geometry as well-known text, None for none."""
    if geometry is None:
        return None
    body = _wkt_of(geometry["coordinates"])
    return f"{geometry['type'].upper()} {f'({body})' if geometry['type'] == 'Point' else body}"


def _wkt_of(coordinates: Sequence[Any]) -> str:
    if isinstance(coordinates[0], float):
        return f"{coordinates[0]!r} {coordinates[1]!r}"
    return f"({', '.join(_wkt_of(inner) for inner in coordinates)})"
