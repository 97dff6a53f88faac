"""A geopy geocoder over the gazetteer: a drop-in for programs written for Nominatim, without network, key or rate limit.

It takes every keyword of geopy 2's ``Nominatim`` and answers in its form. What the data cannot answer (streets, postal codes) and what
cannot be understood is refused with :class:`geopy.exc.GeocoderQueryError`. How it differs from Nominatim: ``docs/geopy-and-pandas.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from geopy.adapters import BaseAsyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.geocoder_answers import Details
from gazetteer.geocoder_options import UNANSWERABLE, AskNobody, AskNobodyAsync, Wanted, left_out, offline, position_of, zoom_of
from gazetteer.geodesy import distance_and_bearing
from gazetteer.index import Gazetteer, open_gazetteer

if TYPE_CHECKING:
    from gazetteer.coordinates import LatLon
    from gazetteer.place import Place

COUNTRY_ZOOM, STATE_ZOOM, COUNTY_ZOOM = 4, 7, 9
"""Up to which zoom Nominatim answers with a country, a state, a county; beyond with a settlement."""

TERRITORIAL_SEA_KM = 22.224
"""Twelve nautical miles (UN Convention on the Law of the Sea, article 3): within them a position at sea is still in a country."""

Found: TypeAlias = "Location | list[Location] | None"


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocoder over the data that come with mapapp.

    Parameters
    ----------
    gazetteer
        The gazetteer to ask; by default the one of this installation.
    ignore
        Keys of structured queries that may be left unanswered ("street", "postalcode", "amenity"): ``raw["ignored"]`` then names them.
        Without it such a query is refused.
    timeout, proxies, domain, scheme, user_agent, ssl_context
        Accepted for programs that pass them to every geocoder, and without effect: nothing leaves the machine.
    adapter_factory
        One of geopy's asynchronous adapters makes answers that are awaited. The adapter is never asked, nor need its library be there.

    Examples
    --------
    >>> GazetteerGeocoder().geocode("Aktobe, Kazakhstan").address
    'Aktobe, Kazakhstan'
    """

    def __init__(  # noqa: PLR0913 -- geopy's signature
        self,
        gazetteer: Gazetteer | None = None,
        *,
        ignore: Collection[str] = (),
        timeout: Any = DEFAULT_SENTINEL,
        proxies: Any = DEFAULT_SENTINEL,
        domain: str = "",
        scheme: str | None = None,
        user_agent: str | None = None,
        ssl_context: Any = DEFAULT_SENTINEL,
        adapter_factory: Callable[..., Any] | None = None,
    ) -> None:
        super().__init__(
            scheme=scheme,
            timeout=timeout,
            proxies=proxies,
            user_agent=user_agent,
            ssl_context=ssl_context,
            adapter_factory=offline(adapter_factory),
        )
        self.domain = domain
        self.ignore = frozenset([ignore] if isinstance(ignore, str) else ignore)
        if not self.ignore <= set(UNANSWERABLE):
            msg = f"ignore may hold {', '.join(UNANSWERABLE)}"
            raise ValueError(msg)
        self._gazetteer = gazetteer

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that answers."""
        return self._gazetteer if self._gazetteer is not None else open_gazetteer()

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what another process has to make anew: the connection that is none, and the gazetteer of the installation."""
        adapter = AskNobodyAsync if isinstance(self.adapter, BaseAsyncAdapter) else AskNobody
        state = {**self.__dict__, "ssl_context": None, "adapter": adapter(proxies=None, ssl_context=None)}
        if self._gazetteer is not None and self._gazetteer is open_gazetteer():
            state["_gazetteer"] = None
        return state

    def geocode(  # noqa: PLR0913 -- geopy's signature
        self,
        query: str | Mapping[str, str] | None,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 -- no server is waited for
        limit: int | None = None,
        addressdetails: bool = False,
        language: Any = False,  # noqa: ARG002 -- places have one name to be called by
        geometry: str | None = None,
        extratags: bool = False,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Any = None,
        bounded: bool = False,
        featuretype: str | None = None,
        namedetails: bool = False,
    ) -> Any:  # Found, or with an asynchronous adapter a coroutine of it: geopy has no types to tell them apart
        """Return the place a query means.

        Parameters
        ----------
        query
            A name, with region and country behind commas if need be ("Aktobe, Aktobe Region, Kazakhstan"), or a mapping with any of the
            keys suburb, hamlet, village, town, city, county, state, country. None and NaN, as tables have them, are nowhere.
        exactly_one
            Whether to return the best place only, or a list.
        limit
            Longest list to return; by default all are in it.
        addressdetails, extratags, namedetails, geometry
            What ``raw`` is to hold besides the record. The geometry ("wkt", "svg", "kml", "geojson") is a point for towns, None for areas.
        country_codes, featuretype
            ISO 3166-1 alpha-2 codes; "country", "state", "city" or "settlement". Other places are left out.
        viewbox, bounded
            Two corners (latitude, longitude): places between them come first; with ``bounded`` others are left out.
        timeout, language
            Accepted and without effect.

        Returns
        -------
        Location, list of Location, or None
            None where nothing is known by that name in that region. A coroutine of it, if an asynchronous adapter was chosen.

        Raises
        ------
        GeocoderQueryError
            If something asked for cannot be understood or answered.
        """
        most = 1 if exactly_one else _limit(limit)
        wanted = Wanted(country_codes=country_codes, viewbox=viewbox, bounded=bounded, featuretype=featuretype)
        details = Details(addressdetails=addressdetails, extratags=extratags, namedetails=namedetails, geometry=geometry)

        def answer() -> Found:
            matches = wanted.among(self.gazetteer, query, self.ignore)[:most]
            left = left_out(query)
            found = [details.location(self.gazetteer, match.place, {"how": match.how, **left}) for match in matches]
            return _told(found, exactly_one)

        return self._now_or_later(answer)

    def reverse(  # noqa: PLR0913 -- geopy's signature
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 -- no server is waited for
        language: Any = False,  # noqa: ARG002 -- places have one name to be called by
        addressdetails: bool = True,
        zoom: int | None = None,
        namedetails: bool = False,
        max_distance_km: float | None = None,
    ) -> Any:  # Found, or with an asynchronous adapter a coroutine of it: geopy has no types to tell them apart
        """Return the populated place nearest to a position, or the division or country that the position lies in.

        Parameters
        ----------
        query
            Latitude, longitude in degrees, WGS 84: a Point, a pair or a text.
        exactly_one
            Whether to return one place, or a list: for a country, where several claim the ground, of the disputed division and of them.
        timeout, language
            Accepted and without effect.
        addressdetails, namedetails
            Whether ``raw`` is to hold "address", "namedetails".
        zoom
            0 to 4: the country, by its outlines; 5 to 7: the state, 8 and 9: the county of the nearest place; 10 to 18: that place.
        max_distance_km
            A place farther away is none; by default the nearest is returned however far it is, with its distance.

        Returns
        -------
        Location, list of Location, or None
            ``raw`` holds "countries_at", the countries at the position itself. Of a settlement it also holds "distance_km" (geodesic) and
            "bearing_deg", the direction from the place to the position, clockwise from north. None at sea for countries and divisions.

        Raises
        ------
        ValueError
            If the query is no position.
        """
        details = Details(addressdetails=addressdetails, namedetails=namedetails)

        def answer() -> Found:
            places, facts = self._places_at(position_of(query), zoom_of(zoom), max_distance_km)
            return _told([details.location(self.gazetteer, place, facts) for place in places], exactly_one)

        return self._now_or_later(answer)

    def _places_at(self, position: LatLon, level: int, max_distance_km: float | None) -> tuple[list[Place], dict[str, Any]]:
        """Return what is at a position, and what is to be told of where it lies."""
        nearest = self.gazetteer.nearest(position)
        distance, bearing = distance_and_bearing(nearest.position, position)
        if max_distance_km is not None and distance > max_distance_km:
            return [], {}
        countries_at = list(self.gazetteer.countries_at(position))
        if level <= COUNTY_ZOOM:
            return self._areas_at(nearest, distance, countries_at, level), {"countries_at": countries_at}
        facts = {"countries_at": countries_at, "distance_km": round(distance, 3), "bearing_deg": round(bearing, 2)}
        return [nearest], facts

    def _areas_at(self, nearest: Place, distance_km: float, countries_at: list[str], level: int) -> list[Place]:
        """Return the division or the countries at a position, whose nearest place and countries are known.

        The data hold no outlines of divisions: the nearest place's is taken if it is of the position's country.
        """
        at_sea = not countries_at
        if at_sea and distance_km > TERRITORIAL_SEA_KM:
            return []
        division = self._division(nearest, level) if at_sea or not set(nearest.countries).isdisjoint(countries_at) else None
        if level > COUNTRY_ZOOM and division is not None:
            return [division]
        codes = countries_at or nearest.countries
        countries = [country for country in map(self.gazetteer.country, codes) if country is not None]
        # Where several claim the ground, the first answer must not be one of them.
        return [division, *countries] if len(codes) > 1 and division is not None and len(division.countries) > 1 else countries

    def _division(self, place: Place, level: int) -> Place | None:
        county = self.gazetteer.admin2(place.admin2) if level > STATE_ZOOM and place.admin2 else None
        return county or (self.gazetteer.admin1(place.admin1) if place.admin1 else None)

    def _now_or_later(self, answer: Callable[[], Found]) -> Any:
        """Return the answer, or with an asynchronous adapter a coroutine that does."""

        async def later() -> Found:
            return answer()

        return later() if isinstance(self.adapter, BaseAsyncAdapter) else answer()


def _limit(limit: int | None) -> int | None:
    if limit is not None and int(limit) < 1:
        raise ValueError("Limit cannot be less than 1")
    return None if limit is None else int(limit)


def _told(found: list[Location], exactly_one: bool) -> Found:  # noqa: FBT001 -- passed on as geopy's own
    if not found:
        return None
    return found[0] if exactly_one else found
