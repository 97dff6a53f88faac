"""A geopy geocoder over the gazetteer: a drop-in for programs written for Nominatim, without network, key or rate limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.coordinates import LatLon
from gazetteer.index import Gazetteer, open_gazetteer
from gazetteer.place import Kind

if TYPE_CHECKING:
    from gazetteer.place import Place

MAX_QUERY_LETTERS = 300
"""Longer queries are no names of places."""
MAX_PARTS = 8
AREA_LIMIT = 40
"""So many readings of "Region" and "Country" behind a comma are considered."""


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocoder over the data that come with mapapp.

    Parameters
    ----------
    gazetteer
        The gazetteer to ask; by default the one of this installation.
    timeout, proxies, user_agent, ssl_context, adapter_factory
        Accepted for programs that pass them to every geocoder, and ignored: nothing leaves the machine.

    Examples
    --------
    >>> GazetteerGeocoder().geocode("Aktobe, Kazakhstan").address
    'Aktobe, Kazakhstan'
    """

    def __init__(self, gazetteer: Gazetteer | None = None, **_ignored: Any) -> None:
        super().__init__(scheme="https", timeout=DEFAULT_SENTINEL, proxies=None, user_agent="mapapp")
        self._gazetteer = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that answers."""
        return self._gazetteer if self._gazetteer is not None else open_gazetteer()

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Iterable[str] | None = None,
        **_ignored: Any,
    ) -> Location | list[Location] | None:
        """Return the place a query means.

        Parameters
        ----------
        query
            A name, with region and country behind commas if need be ("Aktobe, Aktobe Region, Kazakhstan"), or a mapping with any of the
            keys city, county, state, country.
        exactly_one
            Whether to return the best place only, or a list.
        limit
            Longest list to return.
        country_codes
            ISO 3166-1 alpha-2 codes; other countries are left out.

        Returns
        -------
        Location, list of Location, or None
            None where nothing is known by that name in that region.
        """
        parts = _parts(query)
        wanted = _codes(country_codes)
        found = self._search(parts, wanted) if parts else []
        if not found:
            return None
        if exactly_one:
            return self._location(found[0])
        return [self._location(place) for place in found[:limit]]

    def reverse(
        self, query: Point | str | tuple[float, float], *, exactly_one: bool = True, **_ignored: Any
    ) -> Location | list[Location] | None:
        """Return the populated place nearest to a position (latitude, longitude in degrees, WGS 84)."""
        point = Point(query)
        location = self._location(self.gazetteer.nearest(LatLon(point.latitude, point.longitude)))
        return location if exactly_one else [location]

    def _search(self, parts: list[str], wanted: frozenset[str]) -> list[Place]:
        name, *around = parts
        found = [match.place for match in self.gazetteer.candidates(name)]
        if wanted:
            found = [place for place in found if wanted.intersection(place.countries)]
        for part in around:
            areas = self._areas(part)
            found = [place for place in found if any(_lies_in(place, area) for area in areas)]
        return found

    def _areas(self, part: str) -> list[Place]:
        """Return what a part behind a comma may stand for."""
        areas = [match.place for match in self.gazetteer.candidates(part)[:AREA_LIMIT]]
        for places in (self.gazetteer.abbreviation(part), self.gazetteer.postal_code_of_state(part)):
            areas += places
        if len(part) == 2 and (country := self.gazetteer.country(part.upper())) is not None:
            areas.append(country)
        return areas

    def _location(self, place: Place) -> Location:
        position = (place.position.lat, place.position.lon, 0.0)
        return Location(self._address(place), Point(*position), _raw(place))

    def _address(self, place: Place) -> str:
        """Return the name with the region and country around it, none of them twice."""
        admin1 = self.gazetteer.admin1(place.admin1) if place.admin1 else None
        country = self.gazetteer.country(place.countries[0]) if len(place.countries) == 1 else None
        names = [place.name, admin1.name if admin1 is not None else "", country.name if country is not None else ""]
        return ", ".join(dict.fromkeys(name for name in names if name))


def _parts(query: str | Mapping[str, str]) -> list[str]:
    """Return the parts of a query, the narrowest first."""
    if isinstance(query, Mapping):
        parts = [str(query.get(key, "")) for key in ("city", "county", "state", "country")]
    else:
        parts = str(query)[:MAX_QUERY_LETTERS].split(",")
    return [part.strip() for part in parts if part.strip()][:MAX_PARTS]


def _codes(country_codes: str | Iterable[str] | None) -> frozenset[str]:
    if country_codes is None:
        return frozenset()
    codes = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return frozenset(code.strip().upper() for code in codes)


def _lies_in(place: Place, area: Place) -> bool:
    """Say whether a place lies in a country or division, by its codes."""
    if area.place_id == place.place_id:
        return False
    if area.kind is Kind.COUNTRY:
        return bool(set(area.countries[:1]) & set(place.countries))
    if area.kind is Kind.ADMIN1:
        return place.admin1 == area.admin1
    if area.kind is Kind.ADMIN2:
        return place.admin2 == area.admin2
    return False


def _raw(place: Place) -> dict[str, Any]:
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
