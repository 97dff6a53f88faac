"""Coordinates in links to maps and in geo: addresses (RFC 5870).

A link often holds several positions: that of its pin, that which was searched for, and the middle of the map. One is read, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mapapp.coordinates.written_coordinates import Notation, Reading, WrittenCoordinates, in_degrees
from mapapp.report.report import Span

_COMMA = r"(?:,|%2[Cc])(?:\+|%20)?"
_NUMBER = r"[-−+]?[0-9]{1,3}(?:\.[0-9]{1,15}+)?(?![0-9.])"
_DECIMAL = r"[-−+]?[0-9]{1,3}\.[0-9]{2,15}+(?![0-9.])"
"""Two decimals at least, where the key alone does not say that it is a position."""
_QUERY = r"(?:q|ll|sll|cbll|center|centre|query|destination|origin|daddr|saddr|point|pt|cp|pin|loc|location|viewpoint|coordinates?|m)"

_LINK = re.compile(r"[!-~]{6,}")
_HINTS = ("geo:", "@", "=", "!3d", "/maps")
_POSITIONS = (
    re.compile(rf"!3d(?P<lat>{_DECIMAL})!4d(?P<lon>{_DECIMAL})"),
    re.compile(rf"[?&#]{_QUERY}=(?:loc:)?(?P<lat>{_DECIMAL}){_COMMA}(?P<lon>{_DECIMAL})"),
    re.compile(rf"[?&#;](?:m?lat|latitude)=(?P<lat>{_NUMBER})&(?:amp;)?(?:m?lon|m?lng|longitude)=(?P<lon>{_NUMBER})"),
    re.compile(rf"/(?:place|search|dir)/{{1,2}}(?P<lat>{_DECIMAL}){_COMMA}(?P<lon>{_DECIMAL})"),
    re.compile(rf"@(?P<lat>{_DECIMAL}),(?P<lon>{_DECIMAL})"),
    re.compile(rf"[#&]map=[0-9]{{1,2}}(?:\.[0-9]{{1,4}})?/(?P<lat>{_NUMBER})/(?P<lon>{_NUMBER})"),
    re.compile(rf"geo:(?P<lat>{_NUMBER}),(?P<lon>{_NUMBER})(?![0-9.])(?P<rest>[,;?][!-~]{{0,200}})?"),
)
_UNCERTAINTY = re.compile(r";u=([0-9]{1,7}(?:\.[0-9]{1,6})?)(?![0-9.])")
_OTHER_DATUM = re.compile(r"geo:[-0-9.,]{3,60}+;crs=(?!wgs84)", re.IGNORECASE)
_LONGITUDE_FIRST = ("yandex.", "2gis.")
"""Maps whose links put longitude first."""


def read_links(text: str) -> Iterator[tuple[Span, WrittenCoordinates | None]]:
    """Yield the span of each link that holds coordinates, with one pair of them; with None where they are not WGS 84."""
    if not any(hint in text for hint in _HINTS):
        return
    for link in _LINK.finditer(text):
        found = _read(link)
        if found is not None or _OTHER_DATUM.search(link[0]):
            yield Span(*link.span()), found


def _read(link: re.Match[str]) -> WrittenCoordinates | None:
    """Return the coordinates that a link means most; never 0, 0, which stands where the map is told to look the rest up."""
    written = link[0]
    if not any(hint in written for hint in _HINTS) or _OTHER_DATUM.search(written):
        return None
    for pattern in _POSITIONS:
        match = pattern.search(written)
        found = _position(match, link.start(), lon_first=any(site in written for site in _LONGITUDE_FIRST)) if match else None
        if match and found is not None:
            return _with_stated_uncertainty(found, match)
    return None


def _position(match: re.Match[str], offset: int, *, lon_first: bool) -> WrittenCoordinates | None:
    """Return the two figures of a match as coordinates."""
    lat, lon = _reading(match["lat"]), _reading(match["lon"])
    if lat.degrees == 0.0 and lon.degrees == 0.0:
        return None
    # A pair named by its keys is in the order of its keys, on whichever site.
    if lon_first and "lat=" not in match[0]:
        lat, lon = lon, lat
    return in_degrees(offset + match.start("lat"), offset + match.end("lon"), lat, lon)


def _with_stated_uncertainty(found: WrittenCoordinates, match: re.Match[str]) -> WrittenCoordinates:
    """Take the uncertainty that a geo: address states (";u=" in metres) where it is the larger."""
    stated = _UNCERTAINTY.search(match["rest"] or "") if "rest" in match.re.groupindex else None
    return replace(found, uncertainty_m=max(found.uncertainty_m, float(stated[1]))) if stated else found


def _reading(written: str) -> Reading:
    """Return the value of a decimal figure."""
    number = written.replace("−", "-")
    return Reading(float(number), 10.0 ** -len(number.partition(".")[2]), Notation.DECIMAL)
