"""Offsets: "17 km west of X" as a point with a radius (point-radius method), or a ring around X where no direction is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import radians, sin

from gazetteer import LatLon, Place
from gazetteer.geodesy import destination
from mapapp.claims.units import KM_PER_MILE

ROAD_FACTOR = 1.2
"""Stated distances are mostly by road: the point is put at 1/1.2 of the number (measured on two sets of news claims: 1.10 and 1.33)."""

ROAD_FACTOR_MAX = 1.6
"""The shortest offset the radius has to cover is 1/1.6 of the number."""

REACH = 70
"""How many characters before a name its offset is looked for."""

_EIGHT = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_SHORT = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_BEARINGS_DEG = {word: 45.0 * number for words in (_EIGHT, _SHORT) for number, word in enumerate(words)}

_NUMBER_WORDS = {
    "half a": 0.5, "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "ten": 10.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0,
}  # fmt: skip

_OFFSET = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d)?|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + r")\s?-?"
    r"(?P<unit>kms?|kilomet(?:er|re)s?|miles?|mi)\.?\s(?:to the\s)?"
    r"(?:(?P<bearing>(?:north|south)-?(?:east|west)|north|south|east|west|ne|nw|se|sw|n|s|e|w)\s(?:of|from)|(?:away\s)?from|outside(?:\sof)?)\s"
    r"(?:the\s)?(?:[a-z]{3,12}\s(?:of\s)?){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offset:
    """So many kilometres from a place. ``bearing_deg`` clockwise from north, None where no direction is given; ``text`` as written."""

    text: str
    stated_km: float
    bearing_deg: float | None

    def applied(self, place: Place) -> tuple[LatLon, float]:
        """Return the point meant, and the radius in kilometres that holds it.

        The radius covers the road factor, the spread of the heading (a quarter of the circle for north, an eighth for north-east) and the
        extent of the place itself.
        """
        if self.bearing_deg is None:
            return place.position, self.stated_km + place.radius_km
        spread_deg = 45.0 if self.bearing_deg % 90 == 0 else 22.5
        offset_km = self.stated_km / ROAD_FACTOR
        along_km = max(self.stated_km - offset_km, offset_km - self.stated_km / ROAD_FACTOR_MAX)
        across_km = 2 * offset_km * sin(radians(spread_deg) / 2)
        return destination(place.position, self.bearing_deg, offset_km), max(along_km, across_km) + place.radius_km


def offset_before(text: str, start: int) -> Offset | None:
    """Return the offset that stands right before the name at ``start``."""
    match = _OFFSET.search(text[max(0, start - REACH) : start].replace("\n", " "))
    if match is None:
        return None
    written = match["number"].lower()
    stated_km = _NUMBER_WORDS[written] if written in _NUMBER_WORDS else float(written)
    if match["unit"].lower().startswith("mi"):
        stated_km *= KM_PER_MILE
    bearing = _BEARINGS_DEG[match["bearing"].lower().replace("-", "")] if match["bearing"] else None
    return Offset(" ".join(match[0].split()), stated_km, bearing)
