"""Names for the background map: countries, capitals and the most prominent towns, with the zoom from which each may be shown."""

from __future__ import annotations

from math import log2

from gazetteer import Gazetteer, open_gazetteer

TOWNS = 40_000
"""About all places of more than 12,000 people."""

KIND_COUNTRY, KIND_CAPITAL, KIND_TOWN = 0, 1, 2

GONE = frozenset({"AN", "CS", "YU"})
"""Countries that the gazetteer keeps although they exist no more: the Netherlands Antilles, Serbia and Montenegro, Yugoslavia."""

Row = list[str | float]
"""Name, latitude, longitude (degrees), kind, zoom."""


def background_names(gazetteer: Gazetteer | None = None) -> list[Row]:
    """Return rows for the browser, the most prominent first: where two would overlap, the first is drawn."""
    world = gazetteer or open_gazetteer()
    landmarks, towns = world.landmarks(TOWNS)
    countries = [place for place in landmarks if not GONE.intersection(place.countries)]
    capitals = {place.place_id for country in countries for code in country.countries if (place := world.capital(code)) is not None}
    rows: list[Row] = [
        [place.name, round(place.position.lat, 3), round(place.position.lon, 3), KIND_COUNTRY, country_zoom(place.radius_km)]
        for place in sorted(countries, key=lambda place: -place.radius_km)
    ]
    for place in towns:
        kind = KIND_CAPITAL if place.place_id in capitals else KIND_TOWN
        zoom = town_zoom(place.population or 0) - (1.5 if kind == KIND_CAPITAL else 0.0)
        rows.append([place.name, round(place.position.lat, 3), round(place.position.lon, 3), kind, zoom])
    return rows


def country_zoom(radius_km: float) -> float:
    """Return the zoom from which a country of this radius has room for its name: about 60 pixels across."""
    return round(max(1.5, min(7.0, log2(60 * 78.0 / max(radius_km, 1.0)) + 0.5)), 1)


def town_zoom(population: int) -> float:
    """Return the zoom from which a town may be shown: 10 million people from zoom 3, each third of that one zoom later."""
    return round(max(3.0, min(11.0, 3.0 + log2(10_000_000 / max(population, 1)) / log2(3.0))), 1)
