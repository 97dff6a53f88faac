"""Read a list of places such as analysts keep: a CSV, GeoJSON or GeoPackage with a name and a position in each row.

Which column is what is guessed from the headers and can be said instead. Rows that cannot be used are reported with their line, row or
feature number; cells beside name and position that are not understood are left empty and counted.

Aliases are separated by ``|``, ``;`` or line breaks. Commas separate them only where no cell of the column has one of those: a comma may
be part of a name ("Springfield, Upper"), but a column without any other separator uses it as one. Lists of strings in GeoJSON are taken
as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from gazetteer.coordinates import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.importing.list_columns import (
    MAX_LIST_ROWS,
    OUTSIDE,
    SWAPPED,
    ListRow,
    ListTable,
    UnclearCell,
    read_angle,
    read_kind,
    read_population,
    read_radius_km,
    shown,
    take_columns,
)
from gazetteer.importing.listed_place import ListedPlace, Problems

_Value = TypeVar("_Value")

LONGEST_NAME = 200
LONGEST_NOTE = 2000
LONGEST_CODE = 200
"""Letters of an identifier or of the name of a division."""
MOST_ALIASES = 1000
NULL_ISLAND_DEG = 1e-6
"""So near to 0° N 0° E a point is a missing position: nobody lives in that part of the sea."""

TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})
COLLECTIONS = frozenset({".geojson", ".json"})
FEATURES_BY_LINE = frozenset({".geojsonl", ".geojsons", ".geojsonseq", ".ndjson", ".jsonl"})
_WORKBOOKS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
_MAPS = frozenset({".kml", ".kmz", ".shp", ".gpx", ".gml", ".fgb", ".parquet", ".topojson"})

_MARKED = re.compile(r"[|;؛；\n\r]")
_COMMAS = re.compile(r"[,،、]")
_JOINERS = frozenset("\u200c\u200d")
"""Letters of Persian, Urdu and Indic spelling that cannot be seen; they are kept."""
_BLANK_CONTROLS = frozenset("\t\n\r\v\f\x85")
_NOTHING = frozenset({"", "-", "–", "—", "?", "n/a", "na", "nan", "none", "null", "unknown"})
"""What stands in cells that say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A list as read: its places in order, what was the matter with the rest, and what was taken for what.

    ``columns`` maps fields to the headers of their columns; ``lat`` and ``lon`` are missing where positions come from geometries.
    ``encoding`` names the encoding of a text table. ``notes`` are sentences for the user about what was guessed.
    """

    places: list[ListedPlace]
    problems: Problems
    columns: dict[str, str]
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


def read_list(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    geopackage_layer: str | None = None,
    country_code: Callable[[str], str | None] | None = None,
) -> ReadList:
    """Read a list of places.

    Parameters
    ----------
    path
        A text table (.csv .tsv .txt), GeoJSON (.geojson .json, or one feature a line: .geojsonl .ndjson) or GeoPackage (.gpkg).
    columns
        Field to header where the guess is wrong: ``{"name": "Village", "lat": "Y"}``; an empty header leaves a field out. The fields are
        name, lat, lon, aliases, kind, note, country, admin1, population, id, radius_km.
    geopackage_layer
        Which layer of a GeoPackage, if it has several.
    country_code
        Turns a country as written (a code or a name) into its ISO 3166-1 alpha-2 code, None for what it does not know. Without it, two
        letters are taken for such a code and all else is not understood.

    Raises
    ------
    ListUnreadable
        If the file cannot be used as a whole; one line that says what to do.
    """
    try:
        with ExitStack() as files:
            table = _open(path, columns or {}, geopackage_layer, files)
            taken = take_columns(table.headers, columns or {}, has_geometry=table.has_geometry)
            reading = _Reading(taken, country_code or _two_letters, has_geometry=table.has_geometry and "lat" not in taken)
            reading.read(table.rows)
            return reading.result(table)
    except ListUnreadable as error:
        msg = f"{shown(path.name)}: {error}"
        raise ListUnreadable(msg) from error
    except OSError as error:
        msg = f"{shown(path.name)}: the file cannot be read: {error.strerror or type(error).__name__}"
        raise ListUnreadable(msg) from error


def _open(path: Path, columns: Mapping[str, str], layer: str | None, files: ExitStack) -> ListTable:
    """Open a list in the format that its ending says; only what the format needs is imported."""
    ending = path.suffix.lower()
    if layer is not None and ending != ".gpkg":
        raise ListUnreadable("only a GeoPackage has layers; leave the layer out")
    if ending in TABLES:
        from gazetteer.importing.list_csv import read_csv

        return read_csv(path, columns, files=files)
    if ending in COLLECTIONS:
        from gazetteer.importing.list_geojson import read_geojson

        return read_geojson(path)
    if ending in FEATURES_BY_LINE:
        from gazetteer.importing.list_geojson import read_geojson_lines

        return read_geojson_lines(path, files=files)
    if ending == ".gpkg":
        from gazetteer.importing.list_geopackage import read_geopackage

        return read_geopackage(path, layer=layer, files=files)
    if ending in _WORKBOOKS:
        raise ListUnreadable("workbooks are not read; save the sheet as CSV (UTF-8)")
    if ending in _MAPS:
        raise ListUnreadable("this format is not read; save it as a GeoPackage or GeoJSON with a GIS")
    raise ListUnreadable("not a list by its ending; give .csv, .tsv, .txt, .geojson, .json, .geojsonl, .ndjson or .gpkg")


def _two_letters(text: str) -> str | None:
    """Take two letters for a code of a country."""
    return text.upper() if len(text) == 2 and text.isascii() and text.isalpha() else None


class _Reading:
    """Turns rows into places, and keeps count of what was the matter."""

    def __init__(self, taken: Mapping[str, int], country_code: Callable[[str], str | None], *, has_geometry: bool) -> None:
        self.places: list[ListedPlace] = []
        self.problems = Problems()
        self._taken = dict(taken)
        self._country_code = country_code
        self._countries: dict[str, str | None] = {}
        self._has_geometry = has_geometry
        self._rows = self._swapped = self._outside = 0
        self._aliases_are_marked = False
        self._with_commas: list[tuple[int, str]] = []

    def read(self, rows: Iterable[ListRow]) -> None:
        """Read all rows.

        Raises
        ------
        ListUnreadable
            If there are none or too many, or in all of them latitude and longitude are swapped or the coordinates are not degrees.
        """
        for row in rows:
            self._rows += 1
            if self._rows > MAX_LIST_ROWS:
                msg = f"the list has more than {MAX_LIST_ROWS:,} rows; split it, or keep the places you need"
                raise ListUnreadable(msg)
            try:
                self.places.append(self._place(row))
            except UnclearCell as error:
                reason = str(error)
                self._swapped += reason.endswith(SWAPPED)
                self._outside += OUTSIDE in reason
                self.problems.leave_out(row.line, reason)
        if not self._rows:
            raise ListUnreadable("the list has no rows, only a header; give one place a row")
        self._refuse_all_outside()
        if not self._aliases_are_marked:
            for index, written in self._with_commas:
                place = self.places[index]
                self.places[index] = replace(place, aliases=self._clean_aliases(_COMMAS.split(written), place.name))

    def result(self, table: ListTable) -> ReadList:
        """Return what was read."""
        notes = list(table.notes)
        if self._with_commas and not self._aliases_are_marked:
            notes.append('aliases are separated at commas, since no cell has "|" or ";" between them')
        columns = {written: table.headers[index] for written, index in self._taken.items()}
        return ReadList(places=self.places, problems=self.problems, columns=columns, encoding=table.encoding, notes=tuple(notes))

    def _refuse_all_outside(self) -> None:
        if self._swapped == self._rows:
            if self._has_geometry:
                raise ListUnreadable("latitude and longitude are swapped in every feature; longitude comes first in a geometry")
            raise ListUnreadable("latitude and longitude are swapped in every row; say which is which with --columns lat=…,lon=…")
        if self._outside == self._rows:
            raise ListUnreadable("no row has degrees of latitude and longitude; save the list in WGS 84 (EPSG:4326), not in metres")

    def _place(self, row: ListRow) -> ListedPlace:
        if row.problem:
            raise UnclearCell(row.problem)
        name = self._name(row)
        position = self._position(row)
        radius_km = self._optional(row, "radius_km", read_radius_km, "radius not understood")
        return ListedPlace(
            name=name,
            position=position,
            kind=self._optional(row, "kind", read_kind, "kind not known"),
            note=self._cut(self._cell(row, "note"), LONGEST_NOTE),
            country=self._country(row),
            admin1=self._cut(self._cell(row, "admin1"), LONGEST_CODE),
            population=self._optional(row, "population", read_population, "population not understood"),
            radius_km=radius_km if radius_km is not None else (row.radius_km if self._has_geometry else None),
            place_id=self._cut(self._cell(row, "id") or self._clean(row.own_id), LONGEST_CODE),
            line=row.line,
            aliases=self._aliases(row, name),
        )

    def _name(self, row: ListRow) -> str:
        name = self._cell(row, "name")
        if not name:
            raise UnclearCell("no name")
        if len(name) > LONGEST_NAME:
            msg = f"the name is longer than {LONGEST_NAME} letters: {shown(name)}"
            raise UnclearCell(msg)
        if not _has_letter(name):
            msg = f"the name has no letter: {shown(name)}"
            raise UnclearCell(msg)
        return name

    def _position(self, row: ListRow) -> LatLon:
        if self._has_geometry:
            if row.position is None:
                raise UnclearCell(row.unplaced)
            position, is_point = row.position, row.radius_km is None
        else:
            position, is_point = _position_in_cells(row.cells[self._taken["lat"]], row.cells[self._taken["lon"]]), True
        if is_point and abs(position.lat) < NULL_ISLAND_DEG and abs(position.lon) < NULL_ISLAND_DEG:
            raise UnclearCell("latitude 0, longitude 0 stands for a missing position (null island)")
        return position

    def _country(self, row: ListRow) -> str:
        written = self._cell(row, "country")
        if not written:
            return ""
        if written not in self._countries:
            self._countries[written] = self._country_code(written)
        code = self._countries[written]
        if code is None and written.casefold() not in _NOTHING:
            self.problems.mended["country not understood"] += 1
        return code or ""

    def _optional(self, row: ListRow, written: str, read: Callable[[str], _Value | None], otherwise: str) -> _Value | None:
        text = self._cell(row, written)
        if text.casefold() in _NOTHING:
            return None
        value = read(text)
        if value is None:
            self.problems.mended[otherwise] += 1
        return value

    def _aliases(self, row: ListRow, name: str) -> tuple[str, ...]:
        """Return the aliases of a row; those with commas alone are looked at again when all rows are read."""
        index = self._taken.get("aliases")
        value = row.cells[index] if index is not None else None
        if isinstance(value, list):
            return self._clean_aliases(map(self._clean, value), name)
        if not isinstance(value, str) or value.strip().casefold() in _NOTHING:
            return ()
        if _MARKED.search(value) is not None:
            self._aliases_are_marked = True
            return self._clean_aliases(_MARKED.split(value), name)
        if _COMMAS.search(value) is not None:
            self._with_commas.append((len(self.places), value))
        return self._clean_aliases([value], name)

    def _clean_aliases(self, written: Iterable[str], name: str) -> tuple[str, ...]:
        aliases: dict[str, None] = {}
        for part in written:
            alias = self._clean(part)
            if not alias or alias == name:
                continue
            if len(alias) > LONGEST_NAME or not _has_letter(alias) or len(aliases) >= MOST_ALIASES:
                self.problems.mended["alias left out: no letter, too long or too many"] += 1
                continue
            aliases[alias] = None
        return tuple(aliases)

    def _cell(self, row: ListRow, written: str) -> str:
        index = self._taken.get(written)
        return "" if index is None else self._clean(row.cells[index])

    def _cut(self, text: str, letters: int) -> str:
        if len(text) <= letters:
            return text
        self.problems.mended["text cut: too long"] += 1
        return text[:letters]

    def _clean(self, value: object) -> str:
        """Return a cell as text of one line, without control characters and signs of direction."""
        text = _text(value)
        if text is None:
            self.problems.mended["value that is no text left out"] += 1
            return ""
        if not text.isprintable():
            kept = "".join(filter(_is_kept, text))
            if len(kept) != len(text):
                self.problems.mended["control characters removed"] += 1
            text = kept
        if "\N{REPLACEMENT CHARACTER}" in text:
            self.problems.mended["text with broken letters"] += 1
        return " ".join(text.split())


def _position_in_cells(lat: object, lon: object) -> LatLon:
    """Return the position that two cells give; where they would give one the other way round, the reason says so."""
    try:
        return LatLon(read_angle(lat, latitude=True), read_angle(lon, latitude=False))
    except UnclearCell as error:
        try:
            read_angle(lon, latitude=True), read_angle(lat, latitude=False)
        except UnclearCell:
            raise error from None
        msg = f"{error}{SWAPPED}"
        raise UnclearCell(msg) from error


def _text(value: object) -> str | None:
    """Return a value of a cell as text; None for what is none, such as objects inside objects."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _is_kept(letter: str) -> bool:
    return letter in _JOINERS or letter in _BLANK_CONTROLS or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}


def _has_letter(text: str) -> bool:
    return any(unicodedata.category(letter)[0] == "L" for letter in text)
