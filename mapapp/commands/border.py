"""`mapapp border`: measure the distance to a border or coast."""

from __future__ import annotations

import argparse

from gazetteer import LatLon, open_gazetteer
from mapapp.commands.arguments import country
from mapapp.commands.output import deliver, say, table
from mapapp.errors import BadOption


def run(options: argparse.Namespace) -> int:
    """Print the nearest point of the line, one row for each reading of a disputed border. That there is no such line is an answer, too."""
    position = LatLon(*options.position)
    world = open_gazetteer()
    if options.other.casefold() == "coast":
        line, name = world.coast(options.country), f"the coast of {options.country}"
    elif options.other.casefold() == "any":
        line, name = world.border(options.country, None), f"any land border of {options.country}"
    else:
        other = _other(options.other)
        line, name = world.border(options.country, other), f"the border between {options.country} and {other}"
    if not line.exists:
        say(f"there is no such line: {name}")
        return 0
    rows = [("distance_km", "bearing_deg", "lat", "lon", "reading", "source")]
    rows += [
        (f"{p.distance_km:.3f}", f"{p.bearing_deg:.1f}", f"{p.position.lat:.5f}", f"{p.position.lon:.5f}", p.reading, p.source)
        for p in line.readings(position)
    ]
    deliver(table(rows), None)
    return 0


def _other(written: str) -> str:
    try:
        return country(written)
    except argparse.ArgumentTypeError as error:
        msg = f"{error}; or `any`, or `coast`"
        raise BadOption(msg) from error
