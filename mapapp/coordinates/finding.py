"""Find the coordinates written in a report.

Read are decimal degrees, degrees with minutes and seconds, packed degrees (NOTAM), map links and geo: addresses, UTM and MGRS. What the
notations are and what is refused stands in the modules that read them: :mod:`~mapapp.coordinates.coordinate_pairs`,
:mod:`~mapapp.coordinates.unmarked_pairs`, :mod:`~mapapp.coordinates.packed_degrees`, :mod:`~mapapp.coordinates.map_links` and
:mod:`~mapapp.coordinates.grid_references`. Not read: Arabic and other non-Latin digits, polar (UPS) references, national grids.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from gazetteer import Gazetteer, Kind, LatLon, Place
from gazetteer.place import COORDINATES
from mapapp.coordinates.coordinate_pairs import read_pairs
from mapapp.coordinates.grid_references import read_grid_references
from mapapp.coordinates.map_links import read_links
from mapapp.coordinates.packed_degrees import read_packed
from mapapp.coordinates.written_coordinates import Notation, WrittenCoordinates
from mapapp.report.report import Span

__all__ = ["Notation", "WrittenCoordinates", "find_coordinates", "place_of"]

SOURCE = "report"
"""``Place.source`` of a place that the report itself puts on the map: no entry of ``data/SOURCES.toml``."""

_NAME_DECIMALS = 5
"""Decimals of a degree in a place's id and name: about a metre, the smallest uncertainty that is stated."""

# A report without coordinates should cost next to nothing. Every notation but the labelled one has something of this before or behind a
# run of digits. The pattern starts with a character class, so that the engine skips from digit to digit.
_LETTER_BEFORE = "|".join(rf"(?<=[NSEWO]{gap}[0-9])(?<![^\W_][NSEWO]{gap}[0-9])" for gap in ("", r"[\s.:=]", r"[\s.:=]\s"))
_HINT = re.compile(
    rf"[0-9](?<![0-9][0-9])(?:{_LETTER_BEFORE}|[0-9]*+(?:"
    r"\.[0-9]{3}|,[0-9]{4}"
    r"|\s{0,2}+(?:[°º˚∘⁰]|(?i:deg|north|south|east|west)|[do]\s?[0-9])"
    r"|\s?[C-HJ-NP-X](?:\s?[A-HJ-NP-Z][A-HJ-NP-V]\s?[0-9]|[\s,:;-]{1,3}[Ee0-9])"
    r"|\s{0,2}['′’‘ʹʼ´`＇\"″”“ʺ¨＂ms]{0,2}\s{0,2}(?:[NSEWO](?![^\W\d_])|[СсЮюВвЗз]\.?\s?[ШшДд])"
    r"))"
)
_DIGIT = re.compile(r"[0-9]")
_LAT_HINT = re.compile(r"lat(?:itude)?(?![^\W\d_])")
_LABEL_HINTS = (
    "coordinates", "coords", "coord.", "coord:", "coord ", "co-ord", "coorden", "coordonn", "koordinat", "координат", "gps", "geolocation",
    "geotag", "latlon", "latlng", "point(", "point (",
)  # fmt: skip


def find_coordinates(text: str) -> tuple[WrittenCoordinates, ...]:
    """Return the coordinates written in a text, in its order; spans do not overlap. Offsets are Unicode code points."""
    links = list(read_links(text))
    if not links and not _may_hold_coordinates(text):
        return ()
    elsewhere = (
        coordinates
        for coordinates in chain(read_grid_references(text), read_packed(text), read_pairs(text))
        if not any(span.overlaps(coordinates.span) for span, _ in links)
    )
    return tuple(_without_overlaps([*(found for _, found in links if found is not None), *elsewhere]))


def place_of(written: WrittenCoordinates, gazetteer: Gazetteer) -> Place:
    """Return the place that written coordinates are: kind "other", named for itself, in the countries that lie there (none at sea)."""
    lat, lon = (round(degrees, _NAME_DECIMALS) + 0.0 for degrees in (written.position.lat, written.position.lon))
    return Place(
        place_id=f"{COORDINATES}{lat:.{_NAME_DECIMALS}f},{lon:.{_NAME_DECIMALS}f}",
        geonameid=None,
        name=name_of(written.position),
        position=written.position,
        countries=gazetteer.countries_at(written.position),
        kind=Kind.OTHER,
        feature_code="",
        population=None,
        radius_km=written.uncertainty_m / 1000.0,
        admin1="",
        admin2="",
        source=SOURCE,
    )


def name_of(position: LatLon) -> str:
    """Return a position as a name: "50.2839° N, 57.1669° E", at most five decimals, none that are zeros at the end."""
    lat, lon = (f"{abs(degrees):.{_NAME_DECIMALS}f}".rstrip("0").rstrip(".") for degrees in (position.lat, position.lon))
    return f"{lat}° {'S' if position.lat < 0 else 'N'}, {lon}° {'W' if position.lon < 0 else 'E'}"


def _may_hold_coordinates(text: str) -> bool:
    """Say whether a closer look is worth its time."""
    if _DIGIT.search(text) is None:
        return False
    if _HINT.search(text):
        return True
    lower = text.lower()
    return any(hint in lower for hint in _LABEL_HINTS) or _LAT_HINT.search(lower) is not None


def _without_overlaps(found: Sequence[WrittenCoordinates]) -> list[WrittenCoordinates]:
    """Return the findings in the order of the text; of two that overlap the longer one, of equally long ones the first found."""
    kept: list[WrittenCoordinates] = []
    for coordinates in sorted(found, key=lambda c: c.span.start):
        if not kept or not kept[-1].span.overlaps(coordinates.span):
            kept.append(coordinates)
        elif _length(coordinates.span) > _length(kept[-1].span):
            kept[-1] = coordinates
    return kept


def _length(span: Span) -> int:
    """Return the number of characters of a span."""
    return span.end - span.start
