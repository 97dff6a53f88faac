"""Grid references: UTM ("38S 444000 3688000") and MGRS ("38S MB 44000 88000").

The letter behind the zone of a UTM reference means one of two things. Written with the word "zone", N and S are the hemisphere, as map
libraries write it. Otherwise the letter is the latitude band of MGRS, as receivers and soldiers write it, so "38S 444000 3688000" lies at
33° N in Iraq and not in the Southern Ocean; only where the northing does not lie in that band are N and S read as hemispheres after all.

An MGRS reference must be possible: a zone of 1 to 60, a band, a square that exists in that zone and lies in that band. That alone refuses
five of six serial numbers and licence plates. The polar grids (UPS: bands A, B, Y and Z) are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import cos, radians
from typing import TYPE_CHECKING

from gazetteer import LatLon
from mapapp.coordinates.written_coordinates import Notation, WrittenCoordinates, in_metres

if TYPE_CHECKING:
    from pyproj import Proj

BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Latitude bands from 80° S upwards, 8° each; X has 12."""

OVERLAP_M = 40_000.0
"""How far a reference may lie outside its zone or band: neighbouring grids overlap by that much (DMA TM 8358.1, 2-3)."""

_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
"""Letters of the columns of 100 km in zones 3, 6, 9 …, in zones 1, 4, 7 …, and in zones 2, 5, 8 …, from easting 100 km on."""
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
"""Letters of the rows of 100 km; they start at the equator in odd zones, five further in even ones, and begin again after 2000 km."""
_EVEN_ZONES_START_AT = 5
_SQUARE_M = 100_000
_ROWS_REPEAT_M = 2_000_000
_FALSE_NORTHING_M = 10_000_000
_METRES_PER_DEGREE = 111_320.0

_ZONE = r"[0-9](?<![\w$€£#/.,-][0-9])[0-9]?"
_BAND = r"[C-HJ-NP-X]"
_MGRS = re.compile(
    rf"(?P<zone>{_ZONE})(?P<zone_gap>\s?)(?P<band>{_BAND})(?P<gap>\s?)(?P<column>[A-HJ-NP-Z])(?P<row>[A-HJ-NP-V])\s?"
    r"(?:(?P<east>[0-9]{1,5})\s(?P<north>[0-9]{1,5})|(?P<both>[0-9]{2,10}))(?![\w]|[.,/:-][0-9])"
)
_METRES = r"[0-9]{6}(?:\.[0-9]{1,3})?"
_NORTHING = r"[0-9]{4,8}(?:\.[0-9]{1,3})?"
_UTM = re.compile(
    rf"(?P<zone>{_ZONE})\s?(?P<letter>{_BAND})(?![^\W\d_])[\s,:;-]{{1,3}}(?P<e1>(?i:easting|e)\b[\s:=]{{0,3}}|E)?(?P<easting>{_METRES})"
    rf"(?P<e2>\s?m?\s?E\b)?(?:\s?m\b)?[\s,;/]{{1,4}}(?P<n1>(?i:northing|n)\b[\s:=]{{0,3}}|N)?(?P<northing>{_NORTHING})(?P<n2>\s?m?\s?N\b)?"
    r"(?![\w]|[.,][0-9])"
)
_ZONE_WORD = re.compile(r"(?i:\b(?:zones?|zona|fuseau|huso|зона))[\s:]{0,3}\Z")
_UTM_WORD = re.compile(r"(?i:\butm\b).{0,12}\Z", re.DOTALL)
_GRID_WORD = re.compile(r"(?i:\b(?:mgrs|usng|grids?|gr|coord\w{0,8}|vic|vicinity|loc|location|position)\b).{0,16}\Z", re.DOTALL)
_SERIAL_WORD = re.compile(
    r"(?i:\b(?:plates?|registration|registered|licen[cs]e|serial|flights?|vin|models?|invoice|account|batch|part|chassis)\b).{0,16}\Z",
    re.DOTALL,
)
_LOOK_BACK = 32
_MONTHS = frozenset({"JAN", "FEB", "MAR", "JUN", "JUL", "SEP", "DEC"})
"""Months that could be a band and a square; the others hold a letter that cannot stand there."""


def read_grid_references(text: str) -> Iterator[WrittenCoordinates]:
    """Yield the coordinates written as MGRS, then those written as UTM, each in the order of the text."""
    for pattern, read in ((_MGRS, _mgrs), (_UTM, _utm)):
        for match in pattern.finditer(text):
            found = read(match) if 1 <= int(match["zone"]) <= 60 else None
            if found is not None:
                yield found


def mgrs_corner(zone: int, band: str, column: str, row: str) -> tuple[int, int] | None:
    """Return easting and northing in metres of the south-western corner of a square of 100 km; None where there is no such square.

    The northing counts from the equator northwards, and from 10,000 km below it in the southern hemisphere, as in UTM.
    """
    columns = _COLUMNS[zone % 3]
    if column not in columns or row not in _ROWS:
        return None
    easting = (columns.index(column) + 1) * _SQUARE_M
    start = 0 if zone % 2 else _EVEN_ZONES_START_AT
    northing = (_ROWS.index(row) - start) % len(_ROWS) * _SQUARE_M
    while northing < _lowest_northing_m(band):
        northing += _ROWS_REPEAT_M
    return easting, northing


def utm_position(zone: int, easting_m: float, northing_m: float, *, south: bool) -> LatLon | None:
    """Return the WGS 84 position of UTM easting and northing in metres, or None where there is none."""
    lon, lat = _projection(zone, south=south)(easting_m, northing_m, inverse=True)
    if not (-90.0 <= lat <= 90.0 and -180.0 <= lon <= 180.0):
        return None
    return LatLon(float(lat), float(lon))


@lru_cache(maxsize=120)
def _projection(zone: int, *, south: bool) -> Proj:
    """Return the projection of a zone; pyproj is imported here and not before."""
    from pyproj import Proj

    return Proj(proj="utm", zone=zone, south=south, datum="WGS84")


def _mgrs(match: re.Match[str]) -> WrittenCoordinates | None:
    """Return the middle of the square that an MGRS reference names."""
    both = match["both"] or (match["east"] + match["north"])
    if len(both) % 2 or (match["east"] and len(match["east"]) != len(match["north"])) or _is_serial_number(match, len(both)):
        return None
    zone, band = int(match["zone"]), match["band"]
    corner = mgrs_corner(zone, band, match["column"], match["row"])
    if corner is None:
        return None
    half = len(both) // 2
    cell_m = 10 ** (5 - half)
    easting, northing = (base + (int(digits) + 0.5) * cell_m for base, digits in zip(corner, (both[:half], both[half:]), strict=True))
    position = utm_position(zone, easting, northing, south=band < "N")
    if position is None or not _lies_in(position, zone, band, OVERLAP_M + cell_m):
        return None
    return in_metres(match.start(), match.end(), position, cell_m, Notation.MGRS)


def _is_serial_number(match: re.Match[str], digits: int) -> bool:
    """Say whether a possible reference is rather a date ("1 MAR 2014"), a licence plate ("34 TKL 2512") or another running number."""
    text, start = match.string, match.start()
    before = max(0, start - _LOOK_BACK)
    has_grid_gap = bool(match["gap"])
    if digits <= 4 and not has_grid_gap and match["band"] + match["column"] + match["row"] in _MONTHS:
        return True
    if _GRID_WORD.search(text, before, start):
        return False
    if _SERIAL_WORD.search(text, before, start):
        return True
    return digits < 6 and not has_grid_gap and (bool(match["zone_gap"]) or digits < 4)


def _utm(match: re.Match[str]) -> WrittenCoordinates | None:
    """Return the position of a UTM reference."""
    text, start = match.string, match.start()
    before = max(0, start - _LOOK_BACK)
    zone_word = _ZONE_WORD.search(text, before, start) is not None
    has_marks = bool(match["e1"] or match["e2"]) and bool(match["n1"] or match["n2"])
    whole_northing = match["northing"].partition(".")[0]
    if not (zone_word or has_marks or _UTM_WORD.search(text, before, start)) and len(whole_northing) < 6:
        return None
    easting, northing = float(match["easting"]), float(match["northing"])
    if not (100_000 <= easting <= 900_000 and northing <= _FALSE_NORTHING_M):
        return None
    position = _by_letter(int(match["zone"]), match["letter"], easting, northing, zone_word=zone_word)
    if position is None:
        return None
    decimals = min(len(match[name].partition(".")[2]) for name in ("easting", "northing"))
    return in_metres(start, match.end(), position, 10.0**-decimals, Notation.UTM)


def _by_letter(zone: int, letter: str, easting: float, northing: float, *, zone_word: bool) -> LatLon | None:
    """Return the position, reading the letter as a band or a hemisphere (see the module's text)."""
    hemisphere = utm_position(zone, easting, northing, south=letter == "S") if letter in "NS" else None
    if zone_word and hemisphere is not None:
        return hemisphere
    position = utm_position(zone, easting, northing, south=letter < "N")
    if position is not None and _lies_in_band(position, letter, OVERLAP_M):
        return position
    return hemisphere


def _lies_in(position: LatLon, zone: int, band: str, tolerance_m: float) -> bool:
    """Say whether a position lies in a zone and a band, or near enough."""
    west, east = _meridians(zone, band)
    tolerance_deg = tolerance_m / (_METRES_PER_DEGREE * max(0.1, cos(radians(position.lat))))
    beyond = max(_degrees_east(west - position.lon), _degrees_east(position.lon - east))
    return west < east and beyond <= tolerance_deg and _lies_in_band(position, band, tolerance_m)


def _lies_in_band(position: LatLon, band: str, tolerance_m: float) -> bool:
    """Say whether a position lies in a band, or near enough."""
    south = -80.0 + 8.0 * BANDS.index(band)
    north = 84.0 if band == "X" else south + 8.0
    tolerance_deg = tolerance_m / _METRES_PER_DEGREE
    return south - tolerance_deg <= position.lat <= north + tolerance_deg


def _degrees_east(difference: float) -> float:
    """Return a difference of longitudes within ±180."""
    return (difference + 180.0) % 360.0 - 180.0


def _meridians(zone: int, band: str) -> tuple[float, float]:
    """Return the western and the eastern edge of a zone: 6 degrees, but for Norway and Svalbard; equal where there is no such zone."""
    exceptions = {(31, "V"): (0, 3), (32, "V"): (3, 12), (31, "X"): (0, 9), (33, "X"): (9, 21), (35, "X"): (21, 33), (37, "X"): (33, 42)}
    if band == "X" and zone in {32, 34, 36}:
        return 0.0, 0.0
    west, east = exceptions.get((zone, band), (6 * zone - 186, 6 * zone - 180))
    return float(west), float(east)


def _lowest_northing_m(band: str) -> float:
    """Return a northing that no square of a band lies below: that of its southern edge, less 300 km for what a round figure gets wrong."""
    south_deg = -80.0 + 8.0 * BANDS.index(band)
    return south_deg * _METRES_PER_DEGREE + (_FALSE_NORTHING_M if band < "N" else 0) - 3 * _SQUARE_M
