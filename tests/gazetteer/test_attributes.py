"""Attributes by row agree with the places of those rows."""

from __future__ import annotations

import numpy as np
import pytest

from gazetteer import Gazetteer, Kind
from gazetteer.attributes import KIND_NUMBER, KINDS
from gazetteer.place_table import SECTIONS

SAMPLE = 40
"""So many rows of each section are compared, at even steps."""


def sample(gazetteer: Gazetteer, section: str) -> list[int]:
    """Return rows of a section: its first, its last, and some between."""
    rows = gazetteer.attributes.places.base.section[section]
    return sorted({rows.start + at * (len(rows) - 1) // (SAMPLE - 1) for at in range(SAMPLE)})


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("world", ["gazetteer", "invented"])
def test_attributes_are_those_of_the_places(request: pytest.FixtureRequest, world: str, section: str) -> None:
    """For countries, hand-kept areas, divisions and towns alike."""
    opened: Gazetteer = request.getfixturevalue(world)
    about, listed = opened.attributes, sample(opened, section)
    rows = np.array(listed, dtype=np.int64)
    places = [opened.place_at(row) for row in listed]
    assert [KINDS[number] for number in about.kind(rows)] == [p.kind for p in places]
    assert about.seat(rows).tolist() == [{"PPLC": 2, "PPLA": 1, "PPLA2": 1, "PPLG": 1}.get(p.feature_code, 0) for p in places]
    assert about.population(rows).tolist() == [p.population or 0 for p in places]
    assert [about.country_sets[number] for number in about.countries(rows)] == [p.countries for p in places]
    assert about.lat(rows).tolist() == [p.position.lat for p in places]
    assert about.lon(rows).tolist() == [p.position.lon for p in places]
    assert about.radius_km(rows).tolist() == pytest.approx([p.radius_km for p in places], abs=0.051)
    assert about.geonameid(rows).tolist() == [p.geonameid or 0 for p in places]


@pytest.mark.parametrize("section", SECTIONS)
def test_prominence_is_that_of_a_match(gazetteer: Gazetteer, section: str) -> None:
    """In decades, before what a way of bearing the name costs."""
    for row in sample(gazetteer, section)[::5]:
        place = gazetteer.place_at(row)
        matches = [m for m in gazetteer.candidates(place.name) if m.place.place_id == place.place_id]
        costs = {gazetteer.penalty(how) for how in range(6)}
        prominence = float(gazetteer.attributes.prominence(np.array([row]))[0])
        assert min(abs(prominence - cost - matches[0].prominence) for cost in costs) < 1e-9


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("level", ["admin1", "admin2"])
def test_places_share_the_number_of_a_division_where_they_share_its_code(gazetteer: Gazetteer, section: str, level: str) -> None:
    """And 0 stands for no division, and nothing else does."""
    listed = sample(gazetteer, section)
    listed += sample(gazetteer, level)
    numbers = getattr(gazetteer.attributes, level)(np.array(listed, dtype=np.int64)).tolist()
    codes = [getattr(gazetteer.place_at(row), level) for row in listed]
    assert [number == 0 for number in numbers] == [code == "" for code in codes]
    assert len(set(zip(numbers, codes, strict=True))) == len(set(numbers)) == len(set(codes))


def test_a_town_has_the_number_of_its_division(gazetteer: Gazetteer) -> None:
    """What lies in Texas has the number that Texas has."""
    texas, austin, lille = (gazetteer.bearers(name)[0][0] for name in ("Texas", "Austin", "Lille"))
    first, second, third = gazetteer.attributes.admin1(np.array([texas, austin, lille])).tolist()
    assert first == second != third


def test_sets_of_countries_share_one_where_they_have_one_in_common(gazetteer: Gazetteer) -> None:
    """The whole table, against the sets themselves."""
    about = gazetteer.attributes
    sets = [frozenset(codes) for codes in about.country_sets]
    assert about.share_a_country.shape == (len(sets), len(sets))
    at = range(0, len(sets), max(1, len(sets) // 60))
    assert all(about.share_a_country[a, b] == (not sets[a].isdisjoint(sets[b])) for a in at for b in range(len(sets)))


def test_every_kind_has_its_number() -> None:
    """In the order in which kinds are declared."""
    assert [KINDS[KIND_NUMBER[kind]] for kind in Kind] == list(Kind)


def test_no_rows_have_no_attributes(gazetteer: Gazetteer) -> None:
    """An empty array is no error."""
    none = np.zeros(0, dtype=np.int64)
    about = gazetteer.attributes
    assert [len(of(none)) for of in (about.kind, about.seat, about.radius_km, about.lat, about.admin2, about.prominence)] == [0] * 6


# Names by row, as scanning and weighing ask for them ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Paris", "Springfield", "U.S.", "Aktobe Oblast", "Qarabulaqtepe", "Constantinople"])
def test_bearers_are_the_candidates_by_row(gazetteer: Gazetteer, name: str) -> None:
    """In the same order, with the same ways of bearing the name; asked again they are the same."""
    bearers = gazetteer.bearers(name)
    assert [gazetteer.place_at(row) for row, _ in bearers] == [m.place for m in gazetteer.candidates(name)]
    assert gazetteer.bearers(name) is bearers


def test_a_row_and_an_id_lead_to_each_other(gazetteer: Gazetteer) -> None:
    """For records of every section."""
    for section in SECTIONS:
        for row in sample(gazetteer, section)[::8]:
            place = gazetteer.place_at(row)
            assert gazetteer.row_of(place.place_id) == row
            assert gazetteer.kind_at(row) == place.kind


def test_names_at_the_start_of_a_text_come_shortest_first(gazetteer: Gazetteer) -> None:
    """All of them, each known, and each a beginning of the text."""
    found = gazetteer.names_at_start("new york city burned")
    assert {"new york", "new york city"} <= set(found)
    assert found == sorted(found, key=len)
    assert all("new york city burned".startswith(name) and gazetteer.bearers_of_key(name) for name in found)
    assert gazetteer.names_at_start("") == []
    assert gazetteer.bearers_of_key("qarabulaqtepe") == []


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        ("Kazakh", {"demonym"}),
        ("kazakh", set()),
        ("U.S.", {"abbreviation"}),
        ("u.s.", set()),
        ("TX", {"state_code"}),
        ("Tx", set()),
        ("Qarabulaqtepe", set()),
    ],
)
def test_short_forms_are_known_as_written(gazetteer: Gazetteer, text: str, tables: set[str]) -> None:
    """Case and stops count; what a table has it has places for."""
    asked = {"demonym": gazetteer.is_demonym, "abbreviation": gazetteer.is_abbreviation, "state_code": gazetteer.is_state_code}
    assert {table for table, knows in asked.items() if knows(text)} == tables
    assert {table for table in asked if gazetteer.bearers_of_short_form(text, table=table)} == tables


def test_the_first_place_of_a_short_form_is_the_one_it_stands_for(gazetteer: Gazetteer) -> None:
    """As the tables of places say too."""
    (row,) = gazetteer.bearers_of_short_form("TX", table="state_code")
    assert gazetteer.place_at(row).admin1 == "US.TX"
    rows = gazetteer.bearers_of_short_form("Kazakh", table="demonym")
    assert tuple(map(gazetteer.place_at, rows)) == gazetteer.demonym("Kazakh")


def test_a_way_of_bearing_a_name_costs_decades(gazetteer: Gazetteer) -> None:
    """The place's own name and an abbreviation cost nothing, a bent spelling most of what the tables hold."""
    costs = [gazetteer.penalty(how) for how in range(6)]
    assert (costs[0], costs[4]) == (0, 0)
    assert max(costs) == costs[5] == 2.5
