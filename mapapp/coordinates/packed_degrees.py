"""Degrees written without gaps, as NOTAMs and notices to mariners do: "501702N 0571001E", "3319N04422E", "N5017.5 E05710.2".

Latitude has four figures (degrees, minutes) or six (and seconds), longitude five or seven; the last part may have decimals. The three
figures that an ICAO Q line adds ("3319N04422E025") are a radius in nautical miles: they stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapapp.coordinates.angles import sexagesimal
from mapapp.coordinates.written_coordinates import Notation, Reading, WrittenCoordinates, in_degrees

_LAT = r"(?P<lat>[0-9]{4}(?:[0-9]{2})?(?:\.[0-9]{1,4})?)"
_LON = r"(?P<lon>[0-9]{5}(?:[0-9]{2})?(?:\.[0-9]{1,4})?)"
_GAP = r"[\s,/–-]{0,3}"
_LETTERS_BEHIND = re.compile(
    r"(?P<lat>[0-9](?<![\w.,+-][0-9])[0-9]{3}(?:[0-9]{2})?(?:\.[0-9]{1,4})?)\s?(?P<ns>[NS])"
    rf"{_GAP}{_LON}\s?(?P<ew>[EW])(?=[0-9]{{3}}(?![0-9])|(?!\w))"
)
_LETTERS_BEFORE = re.compile(rf"(?P<ns>[NS](?<![\w-][NS]))\s?{_LAT}{_GAP}(?P<ew>[EW])\s?{_LON}(?![\w]|\.[0-9])")


def read_packed(text: str) -> Iterator[WrittenCoordinates]:
    """Yield the coordinates written in packed degrees: those with letters behind the figures, then those with letters before them."""
    for pattern in (_LETTERS_BEHIND, _LETTERS_BEFORE):
        for match in pattern.finditer(text):
            lat = _unpacked(match["lat"], degree_digits=2, negative=match["ns"] == "S")
            lon = _unpacked(match["lon"], degree_digits=3, negative=match["ew"] == "W")
            found = in_degrees(match.start(), match.end(), lat, lon) if lat and lon else None
            if found is not None:
                yield found


def _unpacked(written: str, *, degree_digits: int, negative: bool) -> Reading | None:
    """Return what packed figures say; None where minutes or seconds are 60 or more."""
    whole = written.partition(".")[0]
    degrees, rest = written[:degree_digits], written[degree_digits:]
    has_seconds = len(whole) == degree_digits + 4
    value = sexagesimal(degrees, rest[:2], rest[2:]) if has_seconds else sexagesimal(degrees, rest, None)
    if value is None:
        return None
    notation = Notation.DEGREES_MINUTES_SECONDS if has_seconds else Notation.DEGREES_MINUTES
    return Reading(-value[0] if negative else value[0], value[1], notation)
