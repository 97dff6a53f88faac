"""Programs written for geopy's Nominatim: every keyword of it works here or is answered clearly, and nothing leaves the machine."""

from __future__ import annotations

import asyncio
import functools
import inspect
import json
import pickle
import socket
import ssl
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from geopy.adapters import AioHTTPAdapter, BaseAsyncAdapter, RequestsAdapter, URLLibAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter
from geopy.geocoders import Nominatim, options
from geopy.location import Location
from geopy.point import Point

from gazetteer import Gazetteer, LatLon
from gazetteer.geocoder import GazetteerGeocoder
from gazetteer.geocoder_options import box_of
from gazetteer.geodesy import bearing_deg, distance_km

AKTOBE = 610611


def run(waiting: Any) -> Any:
    """Return what a coroutine returns, run in a thread of its own: in this one the event loop of a browser test may be running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, waiting).result()


@pytest.fixture(name="geocoder", scope="module")
def _geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    return GazetteerGeocoder(gazetteer)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection."""

    def refuse(*_: object, **__: object) -> None:
        msg = "no network in this test"
        raise AssertionError(msg)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("method", ["geocode", "reverse", "__init__"])
def test_every_keyword_of_nominatim_is_taken(method: str) -> None:
    """Also those that a later geopy may add: this test then says so."""
    theirs = inspect.signature(getattr(Nominatim, method)).parameters
    ours = inspect.signature(getattr(GazetteerGeocoder, method)).parameters
    assert set() == set(theirs) - set(ours)
    same = {name for name in theirs if name not in {"domain", "self"}}
    assert {name: theirs[name].default for name in same} == {name: ours[name].default for name in same}


def test_every_keyword_at_once(geocoder: GazetteerGeocoder) -> None:
    """A call that uses all of them is answered, and raw can be written as JSON."""
    found = geocoder.geocode(
        "Aktobe",
        exactly_one=False,
        timeout=1,
        limit=2,
        addressdetails=True,
        language="kk",
        geometry="geojson",
        extratags=True,
        country_codes=["kz"],
        viewbox=[Point(55, 50), Point(45, 60)],
        bounded=True,
        featuretype="city",
        namedetails=True,
    )
    raw = json.loads(json.dumps(found[0].raw))
    assert (1, AKTOBE, "Aktobe, Kazakhstan") == (len(found), raw["geonameid"], raw["display_name"])
    assert raw["address"]["city"] == "Aktobe"
    assert (raw["address"]["country"], raw["address"]["country_code"]) == ("Kazakhstan", "kz")
    assert raw["geojson"] == {"type": "Point", "coordinates": [raw["lon"], raw["lat"]]}
    assert raw["extratags"] == {"population": str(raw["population"])}
    assert raw["namedetails"] == {"name": "Aktobe"}
    assert "CC BY 4.0" in raw["licence"]
    assert raw["how"] == "name"


def test_a_keyword_nobody_knows_is_a_mistake(geocoder: GazetteerGeocoder) -> None:
    """As everywhere in Python: a slip of the pen is not passed over."""
    with pytest.raises(TypeError, match="countrycodes"):
        geocoder.geocode("Aktobe", countrycodes="kz")


@pytest.mark.parametrize(
    ("query", "name", "kind", "country"),
    [
        ({"city": "Paris", "state": "Texas", "country": "United States"}, "Paris", "city", "US"),
        ({"city": "Paris", "state": "TX"}, "Paris", "city", "US"),
        ({"town": "Paris", "country": "fr"}, "Paris", "city", "FR"),
        ({"city": "London", "county": "Greater London", "state": "England", "country": "UK"}, "London", "city", "GB"),
        ({"county": "Travis", "state": "Texas"}, "Travis County", "admin2", "US"),
        ({"state": "Georgia"}, "Georgia", "admin1", "US"),
        ({"country": "Georgia"}, "Georgia", "country", "GE"),
        ({"country": "KZ", "city": "", "street": None}, "Kazakhstan", "country", "KZ"),
        ({"suburb": "Kreuzberg", "city": "Berlin", "country": "Germany"}, "Kreuzberg", "city", "DE"),
        ({"village": "Aktobe", "city": "Aktobe"}, "Aktobe", "city", "KZ"),
    ],
)
def test_a_structured_query_says_what_each_part_is(
    geocoder: GazetteerGeocoder, query: dict[str, str], name: str, kind: str, country: str
) -> None:
    """A state is no country of the same name, and a code will do for either."""
    raw = geocoder.geocode(query).raw
    assert (name, kind, [country]) == (raw["name"], raw["kind"], raw["countries"])


@pytest.mark.parametrize(
    "query",
    [
        {"city": "Aktobe", "country": "Brazil"},
        {"city": "Turkmenistan"},
        {"state": "Aktobe", "country": "Nowhere"},
        {"suburb": "Kreuzberg", "city": "Munich"},
        {},
        {"city": " "},
        {"city": float("nan")},
        {"city": "x" * 100_000},
    ],
)
def test_a_structured_query_that_does_not_fit_is_none(geocoder: GazetteerGeocoder, query: dict[str, str]) -> None:
    """Nothing is left out of it to find something after all."""
    assert geocoder.geocode(query) is None


@pytest.mark.parametrize("query", [{"street": "Main Street", "city": "Aktobe"}, {"postalcode": "030000"}, {"contry": "Kazakhstan"}])
def test_what_the_data_do_not_hold_is_refused(geocoder: GazetteerGeocoder, query: dict[str, str]) -> None:
    """A street or postal code that went unheeded would be a wrong answer in silence; so would a key that is misspelt."""
    with pytest.raises(GeocoderQueryError, match=r"street|postalcode|contry"):
        geocoder.geocode(query)


def test_streets_can_be_left_out_on_purpose(gazetteer: Gazetteer) -> None:
    """The answer then says what was left out."""
    geocoder = GazetteerGeocoder(gazetteer, ignore=("street", "postalcode"))
    raw = geocoder.geocode({"street": "Main Street", "city": "Aktobe", "postalcode": "030000"}).raw
    assert (AKTOBE, ["street", "postalcode"]) == (raw["geonameid"], raw["ignored"])
    assert "ignored" not in geocoder.geocode({"city": "Aktobe", "street": ""}).raw
    with pytest.raises(ValueError, match="amenity, street, postalcode"):
        GazetteerGeocoder(gazetteer, ignore=("country",))


@pytest.mark.parametrize(
    ("query", "country", "kind"),
    [("Paris Texas", "US", "city"), ("Cambridge ON", "CA", "city"), ("Berlin Germany", "DE", "city"), ("Paris Texas, USA", "US", "city")],
)
def test_commas_may_be_missing(geocoder: GazetteerGeocoder, query: str, country: str, kind: str) -> None:
    """Where nothing bears the whole name, its last words may be the country or state."""
    raw = geocoder.geocode(query).raw
    assert ([country], kind) == (raw["countries"], raw["kind"])


@pytest.mark.parametrize(
    "query", ["Aktobe Brazil", "Qwrtzp Kazakhstan", "Aktobe de", "10 Long Street, Aktobe", "Aktobe, 030000, Kazakhstan"]
)
def test_no_word_is_left_out_to_find_something(geocoder: GazetteerGeocoder, query: str) -> None:
    """House numbers, postal codes and articles are not skipped."""
    assert geocoder.geocode(query) is None


@pytest.mark.parametrize(
    "query", [None, float("nan"), "", "  ", ",,", "x" * 1_000_000, "a," * 500_000, "\0\ud800", "Aktobe, " * 9, "q " * 150]
)
def test_what_is_no_query_is_nowhere_and_quickly_so(geocoder: GazetteerGeocoder, query: Any) -> None:
    """Empty cells, floods, broken characters; nothing is cut off to find a part."""
    started = time.process_time()
    assert geocoder.geocode(query) is None
    assert time.process_time() - started < 2.0


@pytest.mark.parametrize("query", [42, ["Aktobe"], b"Aktobe"])
def test_what_is_neither_text_nor_mapping_is_refused(geocoder: GazetteerGeocoder, query: Any) -> None:
    """A query of another type is a mistake of the program."""
    with pytest.raises(GeocoderQueryError, match="a text or a mapping"):
        geocoder.geocode(query)


@pytest.mark.parametrize(
    ("kinds", "featuretype"),
    [
        ({"country"}, "country"),
        ({"admin1"}, "state"),
        ({"city", "village"}, "city"),
        ({"city", "village", "district", "admin1", "admin2", "admin3"}, "settlement"),
    ],
)
def test_a_type_of_feature_leaves_others_out(geocoder: GazetteerGeocoder, kinds: set[str], featuretype: str) -> None:
    """Mexico is a country, a state, a city and a county."""
    found = geocoder.geocode("Mexico", exactly_one=False, featuretype=featuretype)
    assert found
    assert set() == {place.raw["kind"] for place in found} - kinds


@pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")
@pytest.mark.parametrize(
    "options",
    [
        {"featuretype": "river"},
        {"geometry": "shapefile"},
        {"country_codes": "uk"},
        {"country_codes": ["kz", "kaz"]},
        {"viewbox": [(1, 2)]},
        {"viewbox": "1, 2"},
        {"viewbox": [(1, 2), (95, 4)]},
        {"viewbox": [(1, 2), ("north", "east")]},
        {"viewbox": [(1, 2), "7" * 100_000]},
        {"viewbox": [Point(10, 179), Point(-10, -179)]},
    ],
)
def test_an_option_that_cannot_be_understood_is_refused(geocoder: GazetteerGeocoder, options: dict[str, Any]) -> None:
    """With geopy's own error, whatever the query."""
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Aktobe", **options)


def test_a_limit_is_at_least_one(geocoder: GazetteerGeocoder) -> None:
    """As geopy has it; with exactly_one it does not matter."""
    with pytest.raises(ValueError, match="Limit cannot be less than 1"):
        geocoder.geocode("Aktobe", exactly_one=False, limit=0)
    assert isinstance(geocoder.geocode("Aktobe", limit=0), Location)


@pytest.mark.parametrize("viewbox", [[Point(36, -107), Point(25, -93)], [(25, -93), (36, -107)], ["36, -107", "25, -93"]])
def test_a_view_box_is_preferred_or_binding(geocoder: GazetteerGeocoder, viewbox: Any) -> None:
    """Corners in any order and any of geopy's forms. Paris in France comes behind Paris in Texas, or not at all."""
    preferred = geocoder.geocode("Paris", exactly_one=False, viewbox=viewbox)
    bound = geocoder.geocode("Paris", exactly_one=False, viewbox=viewbox, bounded=True)
    everywhere = geocoder.geocode("Paris", exactly_one=False)
    assert ["US"] == preferred[0].raw["countries"] == bound[0].raw["countries"]
    assert len(preferred) == len(everywhere) > len(bound) == sum(25 <= place.latitude <= 36 and place.longitude < -93 for place in bound)
    assert geocoder.geocode("Aktobe", viewbox=viewbox, bounded=True) is None
    assert isinstance(geocoder.geocode("Aktobe", viewbox=viewbox), Location)


@pytest.mark.parametrize(
    ("viewbox", "inside", "outside"),
    [
        ([Point(22, 180), Point(-22, -180)], [0, 179, -179], []),
        ([(-21, 176), (-12, 182)], [177, 180, -180, -179], [0, 175, -177]),
        ([(-21, -184), (-12, -178)], [177, 180, -179], [0, 175, -177]),
        (["-21, 176", "-12, 182"], [177, -179], [0]),
        ([Point(-21, 176), Point(-12, -178)], [177, 180, -179], [0, 175, -177]),
        ([Point(-21, -178), Point(-12, 176)], [177, 180, -179], [0, 175, -177]),
        ([(-21, -90), (-12, 90)], [0, 45, -90], [100, 180]),
        ([(-21, 170), (-12, 180)], [175, 180], [-175, 0]),
        ([(-21, 181), (-12, 183)], [-178], [180, 178]),
        ([(-21, -180), (-12, 200)], [0, 100, -100], []),
    ],
)
def test_a_view_box_may_cross_the_180th_meridian(viewbox: Any, inside: list[float], outside: list[float]) -> None:
    """Longitudes beyond 180 say so; else it lies the shorter way round; from -180 to 180 it is the whole turn."""
    box = box_of(viewbox)
    assert box is not None
    assert (inside, []) == (
        [lon for lon in inside if box.contains(LatLon(-15, lon))],
        [lon for lon in outside if box.contains(LatLon(-15, lon))],
    )


def test_geometry_is_a_point_for_towns_and_nothing_for_areas(geocoder: GazetteerGeocoder) -> None:
    """A label point is no shape of a country."""
    keys = {"wkt": "geotext", "svg": "svg", "kml": "geokml", "geojson": "geojson"}
    town = {form: geocoder.geocode("Aktobe", geometry=form).raw[key] for form, key in keys.items()}
    assert town == {
        "wkt": "POINT(57.20718 50.27969)",
        "svg": 'cx="57.20718" cy="-50.27969"',
        "kml": "<Point><coordinates>57.20718,50.27969</coordinates></Point>",
        "geojson": {"type": "Point", "coordinates": [57.20718, 50.27969]},
    }
    assert [None] * 4 == [geocoder.geocode("Kazakhstan", geometry=form.upper()).raw[key] for form, key in keys.items()]


def test_the_nearest_place_comes_with_distance_and_direction(geocoder: GazetteerGeocoder) -> None:
    """Geodesic, from the place to the position: "7 km north of Aktobe"."""
    here = LatLon(50.35, 57.2)
    found = geocoder.reverse(Point(here.lat, here.lon))
    place = LatLon(found.latitude, found.longitude)
    assert found.raw["distance_km"] == pytest.approx(distance_km(place, here), abs=0.001)
    assert found.raw["bearing_deg"] == pytest.approx(bearing_deg(place, here), abs=0.01)
    assert (found.raw["kind"], found.raw["countries_at"], found.raw["address"]["country_code"]) == ("city", ["KZ"], "kz")
    assert "address" not in geocoder.reverse((50.35, 57.2), addressdetails=False).raw


@pytest.mark.parametrize(
    ("zoom", "kind", "name"),
    [(0, "country", "Kazakhstan"), (3, "country", "Kazakhstan"), (5, "admin1", "Aktobe"), (8, "admin2", None), (10, "city", "Aktobe")],
)
def test_zoom_is_a_level_of_detail(geocoder: GazetteerGeocoder, zoom: int, kind: str, name: str | None) -> None:
    """Country, state, county, settlement, as in Nominatim."""
    raw = geocoder.reverse((50.3, 57.2), zoom=zoom).raw
    assert (kind, name or raw["name"]) == (raw["kind"], raw["name"])
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse((50.3, 57.2), zoom=zoom + 40)


def test_at_sea_there_is_a_nearest_place_but_no_country(geocoder: GazetteerGeocoder) -> None:
    """Far out, however far; a limit can be set. Within twelve miles of a town its country is meant."""
    out = geocoder.reverse((0, -30))
    assert (out.raw["distance_km"] > 400, out.raw["countries_at"]) == (True, [])
    assert [None] * 3 == [
        geocoder.reverse((0, -30), zoom=3),
        geocoder.reverse((0, -30), zoom=8),
        geocoder.reverse((0, -30), max_distance_km=50),
    ]
    near = geocoder.reverse((36.90, 34.66), max_distance_km=50, zoom=3) or geocoder.reverse((36.70, 34.66), zoom=3)
    assert near.raw["countries"] == ["TR"]


def test_disputed_ground_is_given_to_nobody_first(geocoder: GazetteerGeocoder) -> None:
    """One answer: the division with all that claim it; a list: they follow."""
    one, several = geocoder.reverse((45.0, 34.1), zoom=3), geocoder.reverse((45.0, 34.1), zoom=3, exactly_one=False)
    assert (["RU", "UA"], ["RU", "UA"]) == (sorted(one.raw["countries"]), one.raw["countries_at"])
    assert [["RU", "UA"], ["RU"], ["UA"]] == [sorted(place.raw["countries"]) for place in several]


@pytest.mark.filterwarnings("ignore:Latitude normalization:UserWarning")
@pytest.mark.parametrize("query", [None, "nowhere", "1" * 100_000, (91, 0), (float("nan"), 0), ("a", "b"), object()])
def test_what_is_no_position_is_refused(geocoder: GazetteerGeocoder, query: Any) -> None:
    """ValueError, as in geopy; None is not the Gulf of Guinea."""
    with pytest.raises(ValueError, match=r"."):
        geocoder.reverse(query)


# Adapters, processes, limits ----------------------------------------------------------------------------------------------------------


def test_asynchronous_adapters_give_answers_to_be_awaited(gazetteer: Gazetteer) -> None:
    """As with geopy, and without aiohttp: the adapter's class is looked at and never made."""

    async def asked() -> tuple[Any, ...]:
        async with GazetteerGeocoder(gazetteer, adapter_factory=AioHTTPAdapter, user_agent="x") as geocoder:
            limited = AsyncRateLimiter(geocoder.geocode, min_delay_seconds=0.001)
            many = await asyncio.gather(*(geocoder.geocode(name) for name in ("Almaty", "Qwrtzp")))
            with pytest.raises(GeocoderQueryError):
                await geocoder.geocode({"street": "x"})
            with pytest.raises(GeocoderServiceError):
                await geocoder.adapter.get_json("https://example.org", timeout=1, headers={})
            return await geocoder.geocode("Aktobe"), await limited("Aktobe"), await geocoder.reverse((50.3, 57.2)), *many

    one, limited, near, almaty, nothing = run(asked())
    assert [AKTOBE] * 3 == [place.raw["geonameid"] for place in (one, limited, near)]
    assert ("Almaty", None) == (almaty.raw["name"], nothing)


def test_the_default_adapter_of_geopy_counts(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program may have set it for all geocoders."""
    monkeypatch.setattr(options, "default_adapter_factory", AioHTTPAdapter)
    waiting = GazetteerGeocoder(gazetteer).geocode("Aktobe")
    assert inspect.iscoroutine(waiting)
    assert run(waiting).raw["geonameid"] == AKTOBE


def test_a_factory_of_ones_own_is_made_and_closed_but_never_asked(gazetteer: Gazetteer) -> None:
    """Whatever it makes: an adapter of geopy's two sorts, or it is refused."""
    told: list[str] = []

    class Own(BaseAsyncAdapter):  # type: ignore[misc]
        async def __aexit__(self, *_: object) -> None:
            told.append("closed")

        async def get_json(self, *_: object, **__: object) -> None:
            told.append("asked")

        get_text = get_json

    async def asked() -> Any:
        async with GazetteerGeocoder(gazetteer, adapter_factory=functools.partial(Own)) as geocoder:
            return await geocoder.geocode("Aktobe")

    assert (run(asked()).raw["geonameid"], told) == (AKTOBE, ["closed"])
    with pytest.raises(ConfigurationError):
        GazetteerGeocoder(gazetteer, adapter_factory=dict)


@pytest.mark.parametrize("adapter", [RequestsAdapter, URLLibAdapter, None])
def test_synchronous_adapters_change_nothing(gazetteer: Gazetteer, adapter: Any) -> None:
    """Not even where the library of one is missing."""
    with GazetteerGeocoder(
        gazetteer, adapter_factory=adapter, proxies="192.0.2.0:8080", ssl_context=ssl.create_default_context()
    ) as geocoder:
        assert geocoder.geocode("Aktobe").raw["geonameid"] == AKTOBE
        with pytest.raises(GeocoderServiceError):
            geocoder.adapter.get_json("https://example.org", timeout=1, headers={})


def test_rate_limiters_wrap_it(geocoder: GazetteerGeocoder) -> None:
    """As they wrap any geocoder."""
    geocode, reverse = (RateLimiter(work, min_delay_seconds=0.001, max_retries=0) for work in (geocoder.geocode, geocoder.reverse))
    assert [AKTOBE, None] == [place and place.raw["geonameid"] for place in map(geocode, ["Aktobe, Kazakhstan", "Qwrtzp"])]
    assert reverse((50.3, 57.2)).raw["geonameid"] == AKTOBE
    assert geocode({"street": "x"}) is None


def test_it_travels_to_other_processes() -> None:
    """The gazetteer of the installation is opened there again; locations come back."""
    geocoder = GazetteerGeocoder(ssl_context=ssl.create_default_context())
    assert geocoder.geocode("Aktobe").raw["geonameid"] == AKTOBE
    again = pickle.loads(pickle.dumps(GazetteerGeocoder(geocoder.gazetteer, ignore=("street",))))
    assert (again.geocode("Aktobe").raw["geonameid"], again.ignore) == (AKTOBE, {"street"})
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as workers:
        assert [place and place.raw["name"] for place in workers.map(geocoder.geocode, ["Aktobe", "Qwrtzp"])] == ["Aktobe", None]
