"""`mapapp near`: name the populated place nearest to a position."""

from __future__ import annotations

import argparse

from gazetteer import LatLon, open_gazetteer
from gazetteer.geodesy import bearing_deg, distance_km
from mapapp.commands.output import deliver, table


def run(options: argparse.Namespace) -> int:
    """Print the place, its distance (geodesic, WGS 84), its bearing, and the countries at the position."""
    position = LatLon(options.lat, options.lon)
    world = open_gazetteer()
    place = world.nearest(position)
    rows = [
        ("place", f"{place.name} ({', '.join(place.countries)})"),
        ("distance", f"{distance_km(position, place.position):.1f} km"),
        ("bearing", f"{bearing_deg(position, place.position):.0f}° from the position to the place"),
        ("lies at", f"{place.position.lat:.5f} {place.position.lon:.5f}"),
        ("id", place.place_id),
        ("position in", ", ".join(world.countries_at(position)) or "no country (at sea)"),
    ]
    deliver(table(rows), None)
    return 0
