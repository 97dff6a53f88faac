"""A geopy geocoder over the gazetteer: a drop-in for programs written for Nominatim, without network, key or rate limit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.coordinates import LatLon
from gazetteer.index import Gazetteer, open_gazetteer
from gazetteer.queries import address, cut, parts_of, search

if TYPE_CHECKING:
    from gazetteer.place import Place


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
        found = [match.place for match in search(self.gazetteer, _parts(query), countries=_codes(country_codes))]
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

    def _location(self, place: Place) -> Location:
        position = (place.position.lat, place.position.lon, 0.0)
        return Location(address(self.gazetteer, place), Point(*position), _raw(place))


def _parts(query: str | Mapping[str, str]) -> list[str]:
    """Return the parts of a query, the narrowest first."""
    if isinstance(query, Mapping):
        return cut([str(query.get(key, "")) for key in ("city", "county", "state", "country")])
    return parts_of(str(query))


def _codes(country_codes: str | Iterable[str] | None) -> frozenset[str]:
    if country_codes is None:
        return frozenset()
    codes = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return frozenset(code.strip().upper() for code in codes)


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
