"""`mapapp place`: look a place name up."""

from __future__ import annotations

import argparse

from gazetteer import Place, open_gazetteer
from mapapp.commands.output import deliver, say, table


def run(options: argparse.Namespace) -> int:
    """Print the places of a name, best first. That there is none is an answer, too."""
    found = open_gazetteer().lookup(options.name)
    if options.country:
        found = tuple(place for place in found if options.country in place.countries)
    if not found:
        say(f"no place is known by the name {options.name!r}" + (f" in {options.country}" if options.country else ""))
        return 0
    deliver(table([("name", "kind", "countries", "lat", "lon", "population", "id"), *map(_row, found)]), None)
    return 0


def _row(place: Place) -> tuple[str, ...]:
    people = "" if place.population is None else str(place.population)
    lat, lon = f"{place.position.lat:.5f}", f"{place.position.lon:.5f}"
    return (place.name, place.kind.value, ",".join(place.countries), lat, lon, people, place.place_id)
