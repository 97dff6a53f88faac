"""Read a list of places from a layer of a GeoPackage (OGC 12-128), with sqlite and nothing but it; the file is never written to."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.coordinates import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing.list_columns import MAX_COLUMNS, ListRow, ListTable, UnclearCell, shown, shown_headers
from gazetteer.importing.list_geojson import label_point, position_of

if TYPE_CHECKING:
    import pyproj

MAX_CELL_BYTES = 64_000_000
"""The largest geometry or text that is read; sqlite itself refuses more."""
STEPS_A_CALL = 10_000_000
MOST_CALLS = 2_000
"""Bound on what a query may cost, for views that never end: some minutes."""
WGS84 = frozenset({4326, 4979})
"""EPSG codes of longitude and latitude on WGS 84, without and with height."""
_SQLITE = b"SQLite format 3\x00"
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_DIMENSIONS = {0: 2, 1: 3, 2: 3, 3: 4}
"""Numbers a vertex by the thousands of the WKB code: XY, XYZ, XYM, XYZM."""
_POINT, _LINE, _POLYGON, _FIRST_MULTI, _LAST_PLAIN = 1, 2, 3, 4, 6


@dataclass(frozen=True, slots=True)
class _Layer:
    table: str
    geometry: str
    srs_id: int


def read_geopackage(path: Path, *, layer: str | None, files: ExitStack) -> ListTable:
    """Open a layer of a GeoPackage. Rows are numbered by their primary key ("fid"), or counted where there is none.

    Parameters
    ----------
    path
        The file. It is opened read-only.
    layer
        Which layer, if there are several.
    files
        Closes the file when the rows have been read.

    Raises
    ------
    ListUnreadable
        If the file is no GeoPackage, the layer is not there or not the only one, or its coordinate system is not known.
    """
    connection = _open(path)
    files.callback(connection.close)
    try:
        chosen = _chosen_layer(connection, layer)
        headers, key = _columns(connection, chosen)
        transformer = _transformer(connection, chosen)
    except sqlite3.Error as error:
        msg = f"the file is no sound GeoPackage: {_where(error)}"
        raise ListUnreadable(msg) from error
    return ListTable(headers=headers, rows=_rows(connection, chosen, headers, key, transformer), has_geometry=True)


def _open(path: Path) -> sqlite3.Connection:
    """Open the database so that nothing is written and nothing of it can run for ever."""
    with path.open("rb") as file:
        start = file.read(100)
    if not start.startswith(_SQLITE):
        raise ListUnreadable("the file is no GeoPackage" if start else "the file is empty; give a GeoPackage")
    # Without a log beside it a file in write-ahead mode is complete; sqlite would make the log, even where it may not write.
    complete = start[18:19] == b"\x02" and not path.with_name(path.name + "-wal").exists()
    # as_uri quotes ? # % and all that is not ASCII.
    uri = path.resolve().as_uri() + "?mode=ro" + ("&immutable=1" if complete else "")
    try:
        connection = sqlite3.connect(uri, uri=True)
    except sqlite3.Error as error:
        msg = f"the file cannot be opened: {_where(error)}"
        raise ListUnreadable(msg) from error
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_CELL_BYTES)
    calls = iter(range(MOST_CALLS))
    connection.set_progress_handler(lambda: int(next(calls, None) is None), STEPS_A_CALL)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _where(error: Exception) -> str:
    return " ".join(str(error).split())[:120]


def _quoted(name: str) -> str:
    """Return a name of the file as SQL writes names."""
    return '"' + name.replace('"', '""') + '"'


def _chosen_layer(connection: sqlite3.Connection, wanted: str | None) -> _Layer:
    """Return the layer that is wanted, or the only one."""
    rows = connection.execute(
        "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c JOIN gpkg_geometry_columns g"
        " ON lower(c.table_name) = lower(g.table_name) WHERE c.data_type = 'features' ORDER BY c.table_name"
    )
    layers = [_Layer(table, geometry, srs_id) for table, geometry, srs_id in rows if isinstance(table, str) and isinstance(geometry, str)]
    names = [layer.table for layer in layers]
    if not layers:
        raise ListUnreadable("the GeoPackage has no layer of features")
    if wanted is None:
        if len(layers) > 1:
            msg = f"the GeoPackage has several layers, {shown_headers(names)}; say which one is the list"
            raise ListUnreadable(msg)
        return layers[0]
    chosen = [layer for layer in layers if layer.table == wanted] or [layer for layer in layers if layer.table.lower() == wanted.lower()]
    if not chosen:
        msg = f"the GeoPackage has no layer {shown(wanted)}; it has {shown_headers(names)}"
        raise ListUnreadable(msg)
    return chosen[0]


def _columns(connection: sqlite3.Connection, layer: _Layer) -> tuple[tuple[str, ...], str | None]:
    """Return the columns of a layer without the geometry, and which is the primary key, if it is a single one."""
    rows = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (layer.table,)).fetchall()
    names = [name for name, _ in rows]
    if layer.geometry.lower() not in {name.lower() for name in names}:
        msg = f"the layer {shown(layer.table)} has no column of geometries, or is not there"
        raise ListUnreadable(msg)
    if len(names) > MAX_COLUMNS:
        msg = f"the layer has more than {MAX_COLUMNS:,} columns; keep those of places"
        raise ListUnreadable(msg)
    keys = [name for name, position in rows if position]
    return tuple(name for name in names if name.lower() != layer.geometry.lower()), keys[0] if len(keys) == 1 else None


def _transformer(connection: sqlite3.Connection, layer: _Layer) -> pyproj.Transformer | None:
    """Return what turns the coordinates of a layer into longitude and latitude on WGS 84; None where they are that."""
    row = connection.execute(
        "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?", (layer.srs_id,)
    ).fetchone()
    advice = "save it in WGS 84 (EPSG:4326)"
    if row is None or layer.srs_id in {0, -1}:
        msg = f"the layer {shown(layer.table)} does not say its coordinate system; {advice}"
        raise ListUnreadable(msg)
    organization, code, definition = row
    is_epsg = str(organization).upper() == "EPSG" and isinstance(code, int)
    if is_epsg and code in WGS84:
        return None
    import pyproj

    try:
        crs = pyproj.CRS.from_epsg(code) if is_epsg else pyproj.CRS.from_wkt(str(definition))
        return pyproj.Transformer.from_crs(crs, 4326, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        msg = f"the coordinate system of the layer, {shown(f'{organization}:{code}')}, is not known; {advice}"
        raise ListUnreadable(msg) from error


def _rows(
    connection: sqlite3.Connection, layer: _Layer, headers: tuple[str, ...], key: str | None, transformer: pyproj.Transformer | None
) -> Iterator[ListRow]:
    """Yield the rows of a layer; broken geometries are said in the row."""
    columns = ", ".join(map(_quoted, (layer.geometry, *headers)))
    key_index = headers.index(key) if key is not None else None
    number = 0
    try:
        # Names cannot be bound as values; they are quoted.
        for blob, *cells in connection.execute(f"SELECT {columns} FROM {_quoted(layer.table)}"):  # noqa: S608
            number += 1
            own = cells[key_index] if key_index is not None else None
            line = own if isinstance(own, int) else number
            try:
                position, radius_km = _drawn(blob, transformer)
            except UnclearCell as error:
                yield ListRow(line, cells, unplaced=str(error))
            else:
                yield ListRow(line, cells, position=position, radius_km=radius_km)
    except sqlite3.Error as error:
        msg = f"the layer {shown(layer.table)} cannot be read behind its row {number:,}: {_where(error)}; save it anew with a GIS"
        raise ListUnreadable(msg) from error


def _drawn(blob: object, transformer: pyproj.Transformer | None) -> tuple[LatLon, float | None]:
    """Return label point and radius of a geometry as GeoPackages store it."""
    if blob is None:
        raise UnclearCell("no geometry")
    if not isinstance(blob, bytes):
        raise UnclearCell("the geometry is broken")
    start = _start_of_wkb(blob)
    try:
        kind = _refuse_unsound_wkb(blob, start)
        if kind == _POINT:
            x, y = struct.unpack_from("<2d" if blob[start] else ">2d", blob, start + 5)
            lon, lat = transformer.transform(x, y) if transformer is not None else (x, y)
            if isnan(x):  # how WKB writes an empty point
                raise UnclearCell("the geometry is empty")
            return position_of(float(lon), float(lat)), None
    except struct.error as error:
        raise UnclearCell("the geometry is cut off") from error
    return _label_of_wkb(blob[start:], transformer)


def _label_of_wkb(wkb: bytes, transformer: pyproj.Transformer | None) -> tuple[LatLon, float | None]:
    import numpy as np
    import shapely

    try:
        shape = shapely.from_wkb(wkb)
    except shapely.errors.GEOSException as error:
        raise UnclearCell("the geometry is broken") from error
    if transformer is not None:
        shape = shapely.transform(shape, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))
    return label_point(shape)


def _start_of_wkb(blob: bytes) -> int:
    """Return where the geometry begins behind the header of a GeoPackage's blob (OGC 12-128, 2.1.3)."""
    if len(blob) < 8 or not blob.startswith(b"GP"):
        raise UnclearCell("the geometry is not as GeoPackages have it")
    flags = blob[3]
    envelope = flags >> 1 & 0b111
    if flags & 0b100000 or envelope >= len(_ENVELOPE_BYTES):
        raise UnclearCell("the geometry is of a kind beyond the standard")
    if flags & 0b10000:
        raise UnclearCell("the geometry is empty")
    return 8 + _ENVELOPE_BYTES[envelope]


def _refuse_unsound_wkb(wkb: bytes, start: int) -> int:
    """Walk over a geometry before GEOS does, which overflows its stack on collections inside collections; return its kind."""
    kind, end = _walked(wkb, start, parts_of=None)
    if end > len(wkb):
        raise UnclearCell("the geometry is cut off")
    return kind


def _walked(wkb: bytes, at: int, *, parts_of: int | None) -> tuple[int, int]:
    """Return kind and end of the geometry that begins at an offset; the parts of a multiple one are of the one kind that it is made of."""
    order = wkb[at : at + 1]
    if order not in {b"\0", b"\1"}:
        raise UnclearCell("the geometry is broken")
    mark = "<" if order == b"\1" else ">"
    (code,) = struct.unpack_from(mark + "I", wkb, at + 1)
    kind, numbers = code % 1000, _DIMENSIONS.get(code // 1000)
    if numbers is None or not _POINT <= kind <= _LAST_PLAIN or (parts_of is not None and kind != parts_of):
        raise UnclearCell("the geometry is a collection, a curve or a surface, no point, line or polygon")
    at += 5
    if kind == _POINT:
        return kind, at + 8 * numbers
    (count,) = struct.unpack_from(mark + "I", wkb, at)
    at += 4
    if kind == _LINE:
        return kind, at + 8 * numbers * count
    for _ in range(count):
        if kind == _POLYGON:
            (vertices,) = struct.unpack_from(mark + "I", wkb, at)
            at += 4 + 8 * numbers * vertices
        else:
            _, at = _walked(wkb, at, parts_of=kind - _FIRST_MULTI + _POINT)
    return kind, at
