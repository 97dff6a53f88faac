"""What a geopy geocoder answers: Location.raw, with addresses, names, further facts and shapes as programs for Nominatim look for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geopy.exc import GeocoderQueryError
from geopy.location import Location
from geopy.point import Point

from gazetteer.place import Kind
from gazetteer.queries import address

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer
    from gazetteer.place import Place

CAPITAL_CODE = "PPLC"

ADDRESS_KEYS: Mapping[Kind, str] = {
    Kind.CITY: "city",
    Kind.VILLAGE: "village",
    Kind.DISTRICT: "suburb",
    Kind.ADMIN3: "municipality",
    Kind.ADMIN2: "county",
    Kind.ADMIN1: "state",
    Kind.COUNTRY: "country",
}
"""Under which key of an address a place of a kind stands; one of another kind stands under the kind's own name."""

GEOMETRY_KEYS: Mapping[str, str] = {"wkt": "geotext", "svg": "svg", "kml": "geokml", "geojson": "geojson"}
"""Under which key of raw Nominatim gives a shape of each format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a program has asked for besides the record."""

    addressdetails: bool = False
    extratags: bool = False
    namedetails: bool = False
    geometry: str | None = None

    def __post_init__(self) -> None:
        if self.geometry is not None and str(self.geometry).lower() not in GEOMETRY_KEYS:
            raise GeocoderQueryError("Invalid geometry format. Must be one of: wkt, svg, kml, geojson.")

    def location(self, gazetteer: Gazetteer, place: Place, facts: Mapping[str, Any]) -> Location:
        """Return a place as geopy's Location, with its record, some facts and the details in ``raw``."""
        written = address(gazetteer, place)
        raw = {**record(place), "display_name": written, "licence": _attribution(gazetteer, place), **facts}
        if self.addressdetails:
            raw["address"] = address_details(gazetteer, place)
        if self.extratags:
            raw["extratags"] = extra_tags(place)
        if self.namedetails:
            raw["namedetails"] = {"name": place.name}
        if self.geometry is not None:
            raw |= shape(place, self.geometry)
        return Location(written, Point(place.position.lat, place.position.lon, 0.0), raw)


def record(place: Place) -> dict[str, Any]:
    """Return the record as plain values, with the keys of a dossier's places."""
    return {
        "place_id": place.place_id,
        "geonameid": place.geonameid,
        "name": place.name,
        "lat": place.position.lat,
        "lon": place.position.lon,
        "countries": list(place.countries),
        "kind": str(place.kind),
        "feature_code": place.feature_code,
        "population": place.population,
        "uncertainty_m": place.uncertainty_m,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "source": place.source,
    }


def _attribution(gazetteer: Gazetteer, place: Place) -> str:
    return next((source.attribution for source in gazetteer.sources if source.name == place.source), "")


def address_details(gazetteer: Gazetteer, place: Place) -> dict[str, str]:
    """Return the address in its parts, the narrowest first: city or village, county, state, country, country_code (small letters)."""
    country = gazetteer.country(place.country) if place.country else None
    around = (
        ("county", gazetteer.admin2(place.admin2) if place.admin2 else None),
        ("state", gazetteer.admin1(place.admin1) if place.admin1 else None),
        ("country", country),
    )
    details = {ADDRESS_KEYS.get(place.kind, str(place.kind)): place.name}
    for key, area in around:
        if area is not None:
            details.setdefault(key, area.name)
    if place.country:
        details["country_code"] = place.country.lower()
    return details


def extra_tags(place: Place) -> dict[str, str]:
    """Return what else is known, in OpenStreetMap's words."""
    tags = {} if place.population is None else {"population": str(place.population)}
    return {**tags, "capital": "yes"} if place.feature_code == CAPITAL_CODE else tags


def shape(place: Place, geometry: str) -> dict[str, Any]:
    """Return a place's point in a format under Nominatim's key for it; None for areas, whose outlines the data do not hold."""
    lon, lat = place.position.as_lonlat()
    points: dict[str, Any] = {
        "wkt": f"POINT({lon} {lat})",
        "svg": f'cx="{lon}" cy="{-lat}"',
        "kml": f"<Point><coordinates>{lon},{lat}</coordinates></Point>",
        "geojson": {"type": "Point", "coordinates": [lon, lat]},
    }
    form = geometry.lower()
    return {GEOMETRY_KEYS[form]: points[form] if place.is_point else None}
