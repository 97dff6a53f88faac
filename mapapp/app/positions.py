"""From what an analyst writes or pastes for a position to latitude and longitude."""

from __future__ import annotations

import re

from gazetteer import LatLon
from gazetteer.errors import CoordinateOutOfRange
from gazetteer.importing.list_columns import UnclearCell, read_angle
from mapapp.coordinates import find_coordinates
from mapapp.errors import BadOption

LONGEST = 2000
EXAMPLES = "50.28, 57.21, or 50°16'N 57°12'E, or MGRS, UTM, a map link"

# A comma between digits may be a decimal one ("50,28"), so that it divides two figures only with a blank behind it or a point in them.
_FIGURE = r"[-+−]?[0-9]{1,3}(?:[.,][0-9]{1,15})?"
_POINTED = r"[-+−]?[0-9]{1,3}\.[0-9]{1,15}"
_PAIR = re.compile(
    rf"\(?\s{{0,3}}(?:({_FIGURE})(?:\s{{1,4}}|,\s{{1,4}}|\s?;\s{{0,4}}|\s?/\s?)({_FIGURE})|({_POINTED}),({_POINTED}))\s{{0,3}}\)?"
)


def read_position(latitude: str, longitude: str) -> LatLon:
    """Return a position written into two fields, or as a whole into one of them.

    Parameters
    ----------
    latitude, longitude
        An angle each, in degrees (WGS 84), as decimals or with minutes and seconds; or all in one and the other empty: a pair of
        coordinates in any notation that reports use, or a map link.

    Raises
    ------
    BadOption
        If it is no position, or several.
    """
    first, second = latitude.strip(), longitude.strip()
    if first and second:
        try:
            return LatLon(read_angle(first, latitude=True), read_angle(second, latitude=False))
        except UnclearCell as error:
            msg = f"{error}: write degrees, such as 50.28 or 50°16'N"
            raise BadOption(msg) from error
    written = first or second
    if not written:
        msg = f"say where it is: {EXAMPLES}"
        raise BadOption(msg)
    return _whole(written[:LONGEST])


def _whole(written: str) -> LatLon:
    """Return a position written as a whole."""
    pair = _PAIR.fullmatch(written)
    if pair is not None:
        lat, lon = (float(figure.replace(",", ".").replace("−", "-")) for figure in pair.groups() if figure is not None)
        try:
            return LatLon(lat, lon)
        except CoordinateOutOfRange as error:
            raise BadOption(str(error)) from error
    # Alone in its field a text is about coordinates, which in a report must be said.
    found = {coordinates.position for coordinates in find_coordinates(written) or find_coordinates(f"coordinates: {written}")}
    if len(found) == 1:
        return found.pop()
    what = "holds several positions" if found else "is no position that can be read"
    msg = f"“{written[:60]}” {what}: write latitude and longitude, {EXAMPLES}"
    raise BadOption(msg)
