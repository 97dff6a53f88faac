"""What programs pass to a geopy geocoder, understood: country codes, view boxes, types of feature, structured queries, adapters.

What cannot be understood or answered is refused with geopy's own :class:`~geopy.exc.GeocoderQueryError`, never passed over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any, NoReturn

from geopy.adapters import BaseAsyncAdapter, BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import options
from geopy.point import Point

from gazetteer.coordinates import Box, LatLon
from gazetteer.place import Kind
from gazetteer.queries import SETTLEMENTS, STRUCTURE, parts_of, search_structured, search_text

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer, Match

UNANSWERABLE = ("amenity", "street", "postalcode")
"""Keys of Nominatim's structured queries for which the data hold nothing."""

FEATURE_KINDS: Mapping[str, frozenset[Kind]] = {
    "country": frozenset({Kind.COUNTRY}),
    "state": frozenset({Kind.ADMIN1}),
    "city": frozenset({Kind.CITY, Kind.VILLAGE}),
    "settlement": SETTLEMENTS | {Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3},
}
"""What Nominatim's types of feature hold: a settlement is all that people live in, from a state down to a quarter."""

LONGEST_POSITION = 200
"""A position needs some 40 characters, with degrees, minutes and seconds."""
HALF_TURN, WHOLE_TURN = 180.0, 360.0
NEARLY_WHOLE_TURN = 356.0
"""A box from 2 degrees behind the 180th meridian to 2 degrees before it may be meant for the whole world or for what lies between."""
HIGHEST_ZOOM = 18


class AskNobody(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """An adapter that refuses every request: nothing leaves the machine."""

    def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002 -- geopy's signature
        """Refuse a request."""
        _refuse()

    def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002 -- geopy's signature
        """Refuse a request."""
        _refuse()


class AskNobodyAsync(BaseAsyncAdapter):  # type: ignore[misc]  # geopy has no types
    """The same for programs that await their answers."""

    async def get_json(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002, ASYNC109 -- geopy's signature
        """Refuse a request."""
        _refuse()

    async def get_text(self, url: str, *, timeout: Any, headers: Any) -> Any:  # noqa: ARG002, ASYNC109 -- geopy's signature
        """Refuse a request."""
        _refuse()


def _refuse() -> NoReturn:
    raise GeocoderServiceError("this geocoder reads its own data and asks no server")


def offline(adapter_factory: Callable[..., Any] | None) -> Callable[..., Any]:
    """Return a factory of adapters that ask nobody and are of the sort wanted, to be awaited or not.

    A class is looked at and not called, so that its library (aiohttp, requests) need not be there. What another factory makes is kept, for
    its owner may rely on its being closed, and is never asked.
    """
    wanted = adapter_factory or options.default_adapter_factory
    if isinstance(wanted, type):
        if issubclass(wanted, BaseAsyncAdapter):
            return AskNobodyAsync
        if issubclass(wanted, BaseSyncAdapter):
            return AskNobody
    return wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which places an answer may hold, as a program has asked for them."""

    country_codes: str | Iterable[str] | None = None
    viewbox: Any = None
    bounded: bool = False
    featuretype: str | None = None

    def among(self, gazetteer: Gazetteer, query: Any, ignored: Collection[str]) -> list[Match]:
        """Return what a query may mean and the options allow, best first.

        Raises
        ------
        GeocoderQueryError
            If the query or an option cannot be understood or answered.
        """
        countries, kinds, box = codes_of(self.country_codes, gazetteer), kinds_of(self.featuretype), box_of(self.viewbox)
        if is_missing(query):
            return []
        if isinstance(query, Mapping):
            found = search_structured(gazetteer, structured(query, ignored), countries=countries)
        elif isinstance(query, str):
            found = search_text(gazetteer, parts_of(query), countries=countries)
        else:
            msg = f"a query is a text or a mapping, not {type(query).__name__}"
            raise GeocoderQueryError(msg)
        kept = [match for match in found if kinds is None or match.place.kind in kinds]
        if box is None:
            return kept
        inside = [match for match in kept if box.contains(match.place.position)]
        return inside if self.bounded else inside + [match for match in kept if not box.contains(match.place.position)]


def left_out(query: Any) -> dict[str, list[str]]:
    """Return the keys of a structured query that no answer takes account of, under "ignored"; nothing where there are none."""
    if not isinstance(query, Mapping):
        return {}
    keys = [key for key in UNANSWERABLE if not is_missing(query.get(key)) and str(query[key]).strip()]
    return {"ignored": keys} if keys else {}


def structured(query: Mapping[str, Any], ignored: Collection[str]) -> dict[str, str]:
    """Return the parts of a structured query that say something.

    Raises
    ------
    GeocoderQueryError
        If a key is not known, or asks for what the data do not hold and is not among ``ignored``.
    """
    parts: dict[str, str] = {}
    for key, value in query.items():
        if key not in STRUCTURE and key not in UNANSWERABLE:
            msg = f"a structured query has the keys {', '.join(STRUCTURE)}, and no {str(key)[:40]!r}"
            raise GeocoderQueryError(msg)
        text = "" if is_missing(value) else str(value).strip()
        if text and key in UNANSWERABLE and key not in ignored:
            msg = f"the data hold no {key}: leave it out, or make the geocoder with ignore=({key!r},) to be answered without it"
            raise GeocoderQueryError(msg)
        if text and key in STRUCTURE:
            parts[key] = text
    return parts


def is_missing(value: object) -> bool:
    """Say whether a value is what tables have in an empty cell: None or NaN."""
    return value is None or (isinstance(value, float) and not isfinite(value))


def codes_of(country_codes: str | Iterable[str] | None, gazetteer: Gazetteer) -> frozenset[str]:
    """Return country codes in capitals; none: all countries.

    Raises
    ------
    GeocoderQueryError
        If one is not an ISO 3166-1 alpha-2 code (XK: Kosovo).
    """
    if not country_codes:
        return frozenset()
    given = [country_codes] if isinstance(country_codes, str) else country_codes
    codes = frozenset(code.strip().upper() for entry in given for code in str(entry).split(","))
    for code in sorted(codes):
        if gazetteer.country(code) is None:
            msg = f"country_codes are of two letters, such as 'kz' (ISO 3166-1): {code[:40]!r} is none"
            raise GeocoderQueryError(msg)
    return codes


def kinds_of(featuretype: str | None) -> frozenset[Kind] | None:
    """Return the kinds that a type of feature holds; None: all.

    Raises
    ------
    GeocoderQueryError
        If there is no such type.
    """
    if not featuretype:
        return None
    kinds = FEATURE_KINDS.get(str(featuretype).lower())
    if kinds is None:
        msg = f"featuretype is one of {', '.join(FEATURE_KINDS)}"
        raise GeocoderQueryError(msg)
    return kinds


def zoom_of(zoom: Any) -> int:
    """Return the level of detail, 0 (country) to 18.

    Raises
    ------
    GeocoderQueryError
        If it is none.
    """
    try:
        level = HIGHEST_ZOOM if zoom is None else int(zoom)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError("zoom is a whole number from 0 to 18") from error
    if not 0 <= level <= HIGHEST_ZOOM:
        raise GeocoderQueryError("zoom is a whole number from 0 to 18")
    return level


def position_of(query: Any) -> LatLon:
    """Return the position that geopy reads in a Point, a pair (latitude, longitude) or a text.

    Raises
    ------
    ValueError
        If it is none, as geopy has it.
    """
    if query is None or (isinstance(query, str) and len(query) > LONGEST_POSITION):
        raise ValueError("Must be a coordinate pair or Point")
    try:
        point = query if isinstance(query, Point) else Point(query)
    except TypeError as error:
        raise ValueError("Must be a coordinate pair or Point") from error
    return LatLon(point.latitude, point.longitude)


def box_of(viewbox: Any) -> Box | None:
    """Return the rectangle between two corners, in any order.

    Longitudes beyond 180 degrees, in pairs or texts, say by themselves that the box crosses the 180th meridian: (-21, 176) and (-12, 182).
    Else the box lies the shorter way round between its corners, or is the whole turn from -180 to 180.

    Raises
    ------
    GeocoderQueryError
        If there are not two corners, one is no position, or the box may be meant both ways.
    """
    if not viewbox:
        return None
    if isinstance(viewbox, str) or len(viewbox) != 2:
        raise GeocoderQueryError("Unsupported format for a bounding box")
    try:
        (south, one), (north, other) = sorted(map(_corner, viewbox))
    except (TypeError, ValueError) as error:
        msg = f"viewbox is two positions of latitude and longitude: {str(error)[:100]}"
        raise GeocoderQueryError(msg) from error
    west, east = min(one, other), max(one, other)
    width = east - west
    if width >= WHOLE_TURN:
        return Box(south, -HALF_TURN, north, HALF_TURN)
    if width <= HALF_TURN or west < -HALF_TURN or east > HALF_TURN:
        return Box(south, _wrapped(west), north, _wrapped(east))
    if width > NEARLY_WHOLE_TURN:
        msg = "viewbox may be the whole world or a strip at the 180th meridian: give -180 and 180, or a longitude beyond, as in (-17, 181)"
        raise GeocoderQueryError(msg)
    return Box(south, east, north, west)


def _corner(corner: Any) -> tuple[float, float]:
    """Return latitude and longitude of a corner; the longitude as written, where geopy would turn it back into ±180 degrees."""
    if isinstance(corner, str) and len(corner) > LONGEST_POSITION:
        raise ValueError("too long")
    position = position_of(corner)
    written = corner.split(",") if isinstance(corner, str) else corner
    if isinstance(corner, Point) or len(written) < 2:
        return position.lat, position.lon
    try:
        lon = float(written[1])
    except ValueError:  # degrees, minutes and seconds: geopy has read them
        return position.lat, position.lon
    return position.lat, lon if abs(lon) <= WHOLE_TURN else position.lon


def _wrapped(lon: float) -> float:
    return lon if -HALF_TURN <= lon <= HALF_TURN else (lon + HALF_TURN) % WHOLE_TURN - HALF_TURN
