"""The geopy geocoder: what programs written for Nominatim get."""

from __future__ import annotations

import pytest
from geopy.location import Location

from gazetteer import Gazetteer
from gazetteer.geocoder import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer: Gazetteer) -> GazetteerGeocoder:
    """Return the geocoder over the shipped data."""
    return GazetteerGeocoder(gazetteer)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Aktobe, Kazakhstan", "Aktobe, Kazakhstan"),
        ("Cambridge, Massachusetts", "Cambridge, Massachusetts, United States"),
        ("Cambridge, England", "Cambridge, England, United Kingdom"),
        ("Cambridge, ON", "Cambridge, Ontario, Canada"),
        ("Valencia, Venezuela", "Valencia, Carabobo, Venezuela"),
        ("Valencia, Spain", "Valencia, Valencia, Spain"),
        ({"city": "Merida", "country": "Mexico"}, "Mérida, Yucatán, Mexico"),
    ],
)
def test_parts_behind_commas_decide_between_namesakes(geocoder: GazetteerGeocoder, query: str, address: str) -> None:
    """Region, country, state code and structured queries narrow a name down."""
    location = geocoder.geocode(query)
    assert isinstance(location, Location)
    assert location.address.split(", ")[0] == address.split(", ", maxsplit=1)[0]
    assert location.address.split(", ")[-1] == address.rsplit(", ", maxsplit=1)[-1]


@pytest.mark.parametrize("query", ["Aktobe, Brazil", "Qwrtzp", "Qwrtzp, Kazakhstan", "Aktobe, Qwrtzp", "", " , ,", ",".join(["x"] * 999)])
def test_what_does_not_fit_is_none(geocoder: GazetteerGeocoder, query: str) -> None:
    """A town that is not in the country named is not found; nothing else is offered instead."""
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) is None


def test_a_list_can_be_asked_for_and_limited(geocoder: GazetteerGeocoder) -> None:
    """``exactly_one=False`` gives all, ``limit`` the best of them, ``country_codes`` those of some countries."""
    found = geocoder.geocode("Santiago", exactly_one=False, limit=3)
    assert isinstance(found, list)
    assert len(found) == 3
    chilean = geocoder.geocode("Santiago", country_codes="cl")
    assert isinstance(chilean, Location)
    assert chilean.raw["countries"] == ["CL"]
    assert geocoder.geocode("Santiago", country_codes=["kz"]) is None


def test_a_location_carries_the_record(geocoder: GazetteerGeocoder) -> None:
    """Position in geopy's order, the whole record in ``raw``."""
    location = geocoder.geocode("Aktobe, Kazakhstan")
    assert isinstance(location, Location)
    assert (round(location.latitude, 2), round(location.longitude, 2)) == (50.28, 57.21)
    assert (location.raw["geonameid"], location.raw["kind"], location.raw["countries"]) == (610611, "city", ["KZ"])


def test_a_position_leads_to_the_nearest_town(geocoder: GazetteerGeocoder) -> None:
    """Latitude first, as everywhere in geopy; a text will do as well."""
    one, same = geocoder.reverse((50.3, 57.2)), geocoder.reverse("50.3, 57.2", exactly_one=False)
    assert isinstance(one, Location)
    assert isinstance(same, list)
    assert one.raw["geonameid"] == same[0].raw["geonameid"] == 610611


def test_options_of_other_geocoders_are_accepted(gazetteer: Gazetteer) -> None:
    """Programs pass a user agent and a time limit; both are pointless here and harmless."""
    geocoder = GazetteerGeocoder(gazetteer, user_agent="x", timeout=3)
    assert isinstance(geocoder.geocode("Aktobe", language="en", timeout=1), Location)
