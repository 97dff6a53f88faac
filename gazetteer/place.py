"""A place: one record of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import pi, sqrt

from gazetteer.coordinates import LatLon

PEOPLE_PER_KM2 = 4000.0
"""Typical density of a built-up area, from which the radius of a town follows; a customary figure for towns of all sizes."""


class Kind(StrEnum):
    """What sort of place a record is."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    ADMIN3 = "admin3"
    CITY = "city"
    VILLAGE = "village"
    DISTRICT = "district"
    CONTINENT = "continent"
    REGION = "region"
    SEA = "sea"
    WATER = "water"
    LAND = "land"
    FACILITY = "facility"
    ROAD = "road"
    OTHER = "other"


POINT_KINDS = frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT, Kind.FACILITY})
"""Kinds that may be drawn as a pin. All others are areas or lines with a label point, never a pin."""

COORDINATES = "coordinates:"
"""How the ``place_id`` of a place begins that is no record: a report has given its coordinates."""


@dataclass(frozen=True, slots=True)
class Place:
    """One record: a populated place, an area or a natural feature.

    ``position`` is the place itself for a town and a label point for an area. ``radius_km`` reaches from it over the extent of the place.
    ``countries`` holds ISO 3166-1 alpha-2 codes (XK for Kosovo), every claimant of a disputed area, none for an ocean. ``population`` is
    None where it is not known. ``admin1`` and ``admin2`` are GeoNames codes such as "KZ.04" and "US.TX.479", empty where not known.
    ``source`` names an entry of ``data/SOURCES.toml``; it is "report" for coordinates that a report gives.
    """

    place_id: str
    geonameid: int | None
    name: str
    position: LatLon
    countries: tuple[str, ...]
    kind: Kind
    feature_code: str
    population: int | None
    radius_km: float
    admin1: str
    admin2: str
    source: str

    @property
    def country(self) -> str | None:
        """The country, if there is just one; None for the high seas and for disputed or cross-border places."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def is_point(self) -> bool:
        """Whether the place may be drawn as a pin: towns and the like, and coordinates that a report gives."""
        return self.kind in POINT_KINDS or self.place_id.startswith(COORDINATES)

    @property
    def uncertainty_m(self) -> float:
        """Radius around ``position`` that holds the place, in metres (Darwin Core coordinateUncertaintyInMeters)."""
        return round(self.radius_km * 1000.0)


def town_radius_km(population: int | None) -> float:
    """Return the radius of a town of so many people, at least 1 km; 1 km too where the population is not known."""
    return max(1.0, sqrt((population or 0) / PEOPLE_PER_KM2 / pi))
