"""Read a list of places from GeoJSON (RFC 7946), one collection or one feature a line, and find the label point of a geometry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from gazetteer.coordinates import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing.list_columns import MAX_COLUMNS, MAX_LIST_ROWS, OUTSIDE, SWAPPED, ListRow, ListTable, UnclearCell, shown

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MAX_GEOJSON_BYTES = 400_000_000
"""A collection is read as a whole and takes several times its size in memory; a longer one comes as one feature a line."""
MAX_GEOJSON_VALUES = 40_000_000
"""Commas and brackets of a collection. A value takes some 60 bytes of memory however short it is written."""
MAX_FEATURE_BYTES = 64_000_000
"""Length of one line where there is one feature a line."""
DRAWN = frozenset({"MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"})
_PLAIN_WGS84 = re.compile(
    r"(?:urn:ogc:def:crs:)?(?:OGC:[0-9.]*:?CRS84|EPSG:[0-9.]*:?4326)|WGS ?84"
    r"|https?://www\.opengis\.net/def/crs/(?:OGC/[0-9.]+/CRS84|EPSG/[0-9.]+/4326)",
    re.IGNORECASE,
)
_RECORD_SEPARATOR = b"\x1e"
"""Stands before each text of a GeoJSON text sequence (RFC 8142)."""


def read_geojson(path: Path) -> ListTable:
    """Read one GeoJSON text: a FeatureCollection or a single feature. Rows are numbered by feature, from 1.

    Raises
    ------
    ListUnreadable
        If the file is no GeoJSON, too large, or not in WGS 84.
    """
    with path.open("rb") as file:
        data = file.read(MAX_GEOJSON_BYTES + 1)
    advice = "save it with one feature a line (.geojsonl) or as a GeoPackage"
    if len(data) > MAX_GEOJSON_BYTES:
        msg = f"the file is larger than {MAX_GEOJSON_BYTES // 1_000_000:,} MB; {advice}"
        raise ListUnreadable(msg)
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MAX_GEOJSON_VALUES:
        msg = f"the file holds more than {MAX_GEOJSON_VALUES:,} values; {advice}"
        raise ListUnreadable(msg)
    document = _parsed(data)
    features = _features(document)
    _refuse_other_crs(document)
    headers = _headers(features)
    return ListTable(
        headers=headers,
        rows=(_row(number, feature, headers) for number, feature in enumerate(features, 1)),
        has_geometry=True,
    )


def read_geojson_lines(path: Path, *, files: ExitStack) -> ListTable:
    """Open a file with one GeoJSON feature a line; it is gone through twice, first for its columns. Rows are numbered by line.

    Raises
    ------
    ListUnreadable
        If the file is empty, or a line is longer than any feature.
    """
    file = files.enter_context(path.open("rb"))
    count = [0]
    headers = _headers(feature for _, feature in _lines(file, count))
    if not count[0]:
        raise ListUnreadable("the file is empty; give one GeoJSON feature a line")
    file.seek(0)
    rows = (
        ListRow(line, problem=feature) if isinstance(feature, str) else _row(line, feature, headers) for line, feature in _lines(file, [0])
    )
    return ListTable(headers=headers, rows=rows, has_geometry=True)


def _lines(file: BinaryIO, count: list[int]) -> Iterator[tuple[int, Any]]:
    """Yield line number and feature, or what is the matter with the line; ``count`` holds how many there were."""
    import orjson

    line = 0
    while text := file.readline(MAX_FEATURE_BYTES + 1):
        line += 1
        if len(text) > MAX_FEATURE_BYTES:
            msg = f"line {line:,} is longer than {MAX_FEATURE_BYTES // 1_000_000} MB; give one GeoJSON feature a line"
            raise ListUnreadable(msg)
        text = text.removeprefix(b"\xef\xbb\xbf").strip(b" \t\r\n" + _RECORD_SEPARATOR)
        if not text:
            continue
        count[0] += 1
        if count[0] > MAX_LIST_ROWS:
            return  # the reader of the rows says so
        try:
            feature = orjson.loads(text)
        except orjson.JSONDecodeError as error:
            yield line, f"not JSON: {_where(error)}"
            continue
        if isinstance(feature, dict) and feature.get("type") == "FeatureCollection":
            raise ListUnreadable("the file holds a collection, not one feature a line; give it the ending .geojson")
        yield line, feature


def _parsed(data: bytes) -> Any:
    import orjson

    if not data.strip():
        raise ListUnreadable("the file is empty; give a GeoJSON FeatureCollection")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ListUnreadable("the file is in UTF-16; GeoJSON is UTF-8, save it so")
    try:
        return orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        advice = "; one feature a line wants the ending .geojsonl" if "unexpected content after" in str(error) else ""
        msg = f"the file is not valid JSON: {_where(error)}{advice}"
        raise ListUnreadable(msg) from error


def _where(error: ValueError) -> str:
    return " ".join(str(error).split())[:120]


def _features(document: Any) -> list[Any]:
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "Feature":
        return [document]
    if kind == "Topology":
        raise ListUnreadable("the file is TopoJSON; convert it to GeoJSON")
    features = document.get("features") if kind == "FeatureCollection" else None
    if not isinstance(features, list):
        raise ListUnreadable(
            "the file is JSON, but no GeoJSON FeatureCollection; give places as features with a name among their properties"
        )
    return features


def _refuse_other_crs(document: dict[str, Any]) -> None:
    """Refuse the coordinate systems of the old GeoJSON of 2008, but for the two names of WGS 84."""
    crs = document.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or _PLAIN_WGS84.fullmatch(name.replace("::", ":")) is None:
        msg = f"the file is in the coordinate system {shown(name)}; save it in WGS 84 (EPSG:4326), as GeoJSON is meant to be"
        raise ListUnreadable(msg)


def _headers(features: Iterable[Any]) -> tuple[str, ...]:
    """Return the names of the properties of all features, in the order in which they come."""
    headers: dict[str, None] = {}
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(properties, dict):
            headers.update(dict.fromkeys(properties))
        if len(headers) > MAX_COLUMNS:
            msg = f"the features have more than {MAX_COLUMNS:,} different properties; keep those of places"
            raise ListUnreadable(msg)
    return tuple(headers)


def _row(line: int, feature: Any, headers: tuple[str, ...]) -> ListRow:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return ListRow(line, problem="not a GeoJSON feature")
    properties = feature.get("properties")
    cells = tuple(map(properties.get, headers)) if isinstance(properties, dict) else (None,) * len(headers)
    own_id = feature.get("id")
    identity = str(own_id) if isinstance(own_id, (str, int)) and not isinstance(own_id, bool) else ""
    try:
        position, radius_km = _drawn(feature.get("geometry"))
    except UnclearCell as error:
        return ListRow(line, cells, own_id=identity, unplaced=str(error))
    return ListRow(line, cells, position=position, radius_km=radius_km, own_id=identity)


def _drawn(geometry: Any) -> tuple[LatLon, float | None]:
    """Return label point and radius of a GeoJSON geometry."""
    if not isinstance(geometry, dict):
        raise UnclearCell("no geometry")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Point":
        return _point(coordinates), None
    if kind == "GeometryCollection":
        raise UnclearCell("a collection of several geometries is no single place")
    if kind not in DRAWN:
        msg = f"unknown geometry {shown(kind)}"
        raise UnclearCell(msg)
    import orjson
    import shapely

    try:
        shape = shapely.from_geojson(orjson.dumps({"type": kind, "coordinates": coordinates}))
    except (shapely.errors.GEOSException, orjson.JSONEncodeError) as error:
        msg = f"the geometry ({kind}) is broken"
        raise UnclearCell(msg) from error
    return label_point(shape)


def _point(coordinates: Any) -> LatLon:
    """Return the position of a GeoJSON point, whatever stands behind longitude and latitude."""
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        raise UnclearCell("no coordinates")
    lon, lat = coordinates[:2]
    if any(isinstance(value, bool) or not isinstance(value, (int, float)) for value in (lon, lat)):
        raise UnclearCell("the coordinates are no numbers")
    return position_of(float(lon), float(lat))


def position_of(lon: float, lat: float) -> LatLon:
    """Return the position; refuse with the reason of a problem what is none, and say where latitude stands before longitude.

    Raises
    ------
    UnclearCell
        If longitude or latitude are out of range or not a number.
    """
    if abs(lat) <= 90.0 and abs(lon) <= 180.0:
        return LatLon.from_lonlat(lon, lat)
    hint = SWAPPED if abs(lon) <= 90.0 and abs(lat) <= 180.0 else ""
    msg = f"longitude {lon:g}, latitude {lat:g}: {OUTSIDE}{hint}"
    raise UnclearCell(msg)


def label_point(shape: BaseGeometry) -> tuple[LatLon, float | None]:
    """Return a point on a geometry and the radius in kilometres that reaches from it over all vertices; None where that is no distance.

    Coordinates are longitude and latitude in degrees; an altitude is ignored. A geometry that spans more than 180 degrees of longitude and
    less when taken across the 180th meridian, is taken across it.

    Raises
    ------
    UnclearCell
        If the geometry is empty, out of range or broken.
    """
    import numpy as np
    import shapely

    from gazetteer.geodesy import distances_km

    if shape is None or shape.is_empty:
        raise UnclearCell("the geometry is empty")
    lon, lat = np.asarray(shapely.get_coordinates(shape)).T
    if not bool(np.isfinite(lon).all() and np.isfinite(lat).all()):
        raise UnclearCell("a coordinate of the geometry is not a number")
    if float(np.abs(lat).max()) > 90.0 or float(np.abs(lon).max()) > 180.0:
        swapped = float(np.abs(lat).max()) <= 180.0 and float(np.abs(lon).max()) <= 90.0
        raise UnclearCell(f"the geometry is {OUTSIDE}" + (SWAPPED if swapped else ""))
    east = np.where(lon < 0.0, lon + 360.0, lon)
    if float(np.ptp(lon)) > 180.0 and float(np.ptp(east)) < float(np.ptp(lon)):
        shape = shapely.set_coordinates(shapely.force_2d(shape), np.column_stack((east, lat)))
    try:
        point = shapely.point_on_surface(shape)
        if point.is_empty or not shape.is_valid:
            point = shapely.point_on_surface(shapely.make_valid(shape))
    except shapely.errors.GEOSException as error:
        raise UnclearCell("the geometry is broken") from error
    if point.is_empty:
        raise UnclearCell("the geometry is broken")
    position = LatLon.from_lonlat((float(point.x) + 180.0) % 360.0 - 180.0 if float(point.x) > 180.0 else float(point.x), float(point.y))
    radius_km = float(distances_km(lat, lon, np.full_like(lat, position.lat), np.full_like(lon, position.lon)).max())
    return position, radius_km if radius_km > 0.0 else None
