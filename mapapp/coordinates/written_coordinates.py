"""Coordinates as a report writes them: where they stand in the text, what they say, and how exactly they say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians

from gazetteer import LatLon
from mapapp.report.report import Span

LONGEST_DEGREE_M = 111_694.0
"""Metres in a degree of latitude at the poles of WGS 84, where it is longest; no degree of longitude has more than this times the cosine
of its latitude. So a radius made with it is never too small, and at most 1 per cent too large."""

SMALLEST_UNCERTAINTY_M = 1.0
"""However many digits are written: nobody who reports an incident has measured it to the centimetre."""

_POSITION_DECIMALS = 7
"""Decimals of a degree that are kept: a centimetre. More would only show how floating point divides by sixty."""


class Notation(StrEnum):
    """How coordinates are written."""

    DECIMAL = "decimal"
    DEGREES_MINUTES = "degrees_minutes"
    DEGREES_MINUTES_SECONDS = "degrees_minutes_seconds"
    UTM = "utm"
    MGRS = "mgrs"


@dataclass(frozen=True, slots=True)
class WrittenCoordinates:
    """A position written in a report.

    ``span`` covers the whole stretch from the first figure or hemisphere letter to the last; brackets around it and a label before it
    stay outside. For a map link it covers the two figures.

    ``uncertainty_m`` is the radius in metres of the circle around ``position`` that holds everything which would be written with the same
    digits: half of the diagonal of the cell that the last written digit stands for, at least :data:`SMALLEST_UNCERTAINTY_M` (the
    point-radius method of Chapman & Wieczorek, Georeferencing Best Practices, 2020). Degrees and UTM figures are taken as rounded, so the
    cell lies around them; an MGRS reference names the south-western corner of its square, so ``position`` is the middle of the square.
    Nothing is added for a datum that is not WGS 84 or for a bad receiver.
    """

    span: Span
    position: LatLon
    uncertainty_m: float
    notation: Notation


@dataclass(frozen=True, slots=True)
class Reading:
    """A latitude or longitude read: decimal degrees with sign, the degrees that its last written digit counts, and its notation."""

    degrees: float
    unit_deg: float
    notation: Notation


def in_degrees(start: int, end: int, lat: Reading, lon: Reading) -> WrittenCoordinates | None:
    """Return the coordinates of a latitude and a longitude, or None where one of them is out of range."""
    if abs(lat.degrees) > 90.0 or abs(lon.degrees) > 180.0:
        return None
    # A seconds figure on one side only is how "33°18'N 44°21'45"E" is meant: the finer notation names the pair.
    notation = max(lat.notation, lon.notation, key=_FINENESS.index)
    return WrittenCoordinates(Span(start, end), _rounded(lat.degrees, lon.degrees), _radius_m(lat, lon), notation)


def in_metres(start: int, end: int, position: LatLon, cell_m: float, notation: Notation) -> WrittenCoordinates:
    """Return the coordinates of a grid reference whose last digits stand for a square cell with sides of ``cell_m``."""
    radius_m = hypot(cell_m, cell_m) / 2.0 / _SMALLEST_SCALE
    return WrittenCoordinates(Span(start, end), _rounded(position.lat, position.lon), max(SMALLEST_UNCERTAINTY_M, radius_m), notation)


_FINENESS = (Notation.DECIMAL, Notation.DEGREES_MINUTES, Notation.DEGREES_MINUTES_SECONDS)
_SMALLEST_SCALE = 0.9996
"""Scale of UTM on its central meridian: a metre of the grid is never more than 1/0.9996 metres of ground."""


def _rounded(lat: float, lon: float) -> LatLon:
    """Return a position without the digits that mean nothing."""
    # Adding zero turns -0.0, of "0° S", into 0.0.
    return LatLon(round(lat, _POSITION_DECIMALS) + 0.0, round(lon, _POSITION_DECIMALS) + 0.0)


def _radius_m(lat: Reading, lon: Reading) -> float:
    """Return half of the diagonal of the cell, measured where it is widest: on its edge towards the equator."""
    widest = max(0.0, abs(lat.degrees) - lat.unit_deg / 2.0)
    diagonal_deg = hypot(lat.unit_deg, lon.unit_deg * cos(radians(widest)))
    return max(SMALLEST_UNCERTAINTY_M, LONGEST_DEGREE_M * diagonal_deg / 2.0)
