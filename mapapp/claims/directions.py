"""Compass points as reports write them."""

from __future__ import annotations

import re

from mapapp.report.starts import Opening

POINTS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
"""The sixteen compass points, clockwise from north, 22.5 degrees apart."""

_WORD_OF = {"N": "north", "E": "east", "S": "south", "W": "west"}


def _spelling(point: str) -> str:
    """Return a pattern for a point in full: "northwest", "north-west", "north west", "north-northwest"."""
    words = [_WORD_OF[letter] for letter in point]
    return r"[\s-]{0,2}".join(words)


# The longest first, so that "north-northwest" is not read as "north".
_LONGEST_FIRST = sorted(POINTS, key=len, reverse=True)
_FULL = "|".join(rf"{_spelling(point)}(?:ern|erly|wards?)?" for point in _LONGEST_FIRST)
_LETTERS = "(?-i:" + "|".join(rf"{point}" for point in _LONGEST_FIRST) + r")(?![\w.])"
DIRECTION = rf"(?:(?:due|directly|straight|further|farther)\s{{1,3}})?(?P<direction>(?:{_FULL})\b|{_LETTERS})"
"""Pattern of a direction; group ``direction`` holds the point itself. Letters ("NNW") count in capitals only."""
_FIRST_WORDS = {"".join(_WORD_OF[letter] for letter in point[:written]) for point in POINTS for written in range(1, len(point) + 1)}
DIRECTION_OPENING: Opening = frozenset(
    {"due", "directly", "straight", "further", "farther"}
    | {word + ending for word in _FIRST_WORDS for ending in ("", "ern", "erly", "ward", "wards")}
    | {point.lower() for point in POINTS}
)
"""The words that a direction begins with: "north" in "north-west", "northwestern", "NNW"."""


def point_of(words: str) -> str:
    """Return the compass point, "N" to "NNW", of a direction as written."""
    if words in POINTS:
        return words
    names = re.findall("north|east|south|west", words.lower())
    return "".join(name[0].upper() for name in names)


def point_deg(point: str) -> float:
    """Return the bearing of a compass point in degrees clockwise from north."""
    return 22.5 * POINTS.index(point)


def angle_between_deg(a_deg: float, b_deg: float) -> float:
    """Return the angle between two bearings, 0 to 180 degrees."""
    return abs((a_deg - b_deg + 180.0) % 360.0 - 180.0)
