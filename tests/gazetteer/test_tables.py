"""The default gazetteer and layers as one: no place twice, every name leads on, the nearest of all, disputes, divisions and their seats."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gazetteer import Gazetteer, Kind, LatLon, open_gazetteer
from gazetteer.geodesy import distance_km
from gazetteer.importing import import_geonames, import_list
from gazetteer.index import UnknownPlace
from tests.gazetteer.importing.dumps import FIRST_ID, alternate, row, write

World = Callable[..., Gazetteer]
ALMATY, PARIS = 1526384, 2988507


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> World:
    """Give a function that opens the shipped gazetteer with dumps (rows by layer) and lists (tables by layer)."""

    def world(dumps: dict[str, Any] | None = None, lists: dict[str, str] | None = None, *, wins: bool = True, names: str = "") -> Gazetteer:
        folder = tmp_path / "layers"
        for name, rows in (dumps or {}).items():
            paths = [write(tmp_path / f"{name}.txt", rows)] + ([write(tmp_path / "alternates.txt", names)] if names else [])
            import_geonames(paths, name=name, folder=folder)
        for name, content in (lists or {}).items():
            import_list(write(tmp_path / f"{name}.csv", content), name=name, gazetteer=Gazetteer(), folder=folder, wins=wins)
        return open_gazetteer(layers=folder)

    return world


def ids(places: Sequence[Any]) -> list[str]:
    """Return the ids of places."""
    return [place.place_id for place in places]


# One place, several tables --------------------------------------------------------------------------------------------------------------


def test_a_place_that_both_know_is_one_place(world: World) -> None:
    """The record is that of the default gazetteer; the dump's names lead to it, too."""
    found = world({"dump": row("Almaty", id=ALMATY, alternates="Almatopolis Nova", lat=43.3, lon=76.9, feature="P.PPLA", admin1="02")})
    (by_new_name,) = found.lookup("Almatopolis Nova")
    assert ("geonames:1526384", "alias") == (by_new_name.place_id, found.candidates("Almatopolis Nova")[0].how)
    assert "dump" != by_new_name.source
    assert (
        1
        == ids(found.lookup("Almaty")).count("geonames:1526384")
        == ids([m.place for m in found.candidates("Almaty")]).count("geonames:1526384")
    )
    assert by_new_name == found.place("geonames:1526384") == found.lookup("Almaty")[0]
    assert by_new_name == found.nearest(LatLon(43.3, 76.9))
    assert 1 == ids(found.complete("almatopolis")).count("geonames:1526384")
    assert 1 == ids([match.place for match in found.similar("Almatopoliss Nova")]).count("geonames:1526384")


def test_a_place_of_two_dumps_is_that_of_the_first(world: World) -> None:
    """With the names of both."""
    found = world({"one": row("Testovo", alternates="Testovo Alpha"), "two": row("Testovo", alternates="Testovo Beta", lat=50.26)})
    assert [["one"]] * 3 == [[place.source for place in found.lookup(name)] for name in ("Testovo", "Testovo Alpha", "Testovo Beta")]
    assert f"geonames:{FIRST_ID}" == found.nearest(LatLon(50.26, 57.5)).place_id


def test_a_name_borne_closer_in_a_dump_counts(world: World) -> None:
    """An alias here that is the main name there."""
    before = {match.place.geonameid: match.how for match in Gazetteer().candidates("Alma-Ata")}
    found = world({"dump": row("Alma-Ata", id=ALMATY)})
    after = {match.place.geonameid: match.how for match in found.candidates("Alma-Ata")}
    assert ("alias", "name") == (before[ALMATY], after[ALMATY])


def test_former_names_of_a_dump_lead_to_the_default_record(world: World) -> None:
    """From the file of alternate names."""
    found = world({"dump": row("Almaty", id=ALMATY)}, names=alternate("Verny Fortress", of=ALMATY, historic="1"))
    assert [("geonames:1526384", "former")] == [(match.place.place_id, match.how) for match in found.candidates("Verny Fortress")]


def test_ids_lead_to_their_places_and_back(world: World) -> None:
    """Of the default gazetteer, of dumps and of lists; odd ones to none."""
    chance = random.Random(3)
    rows = [
        row(f"Place {number}", id=FIRST_ID + chance.randrange(10**6) * 100 + number, lat=chance.uniform(-80, 80)) for number in range(100)
    ]
    found = world({"dump": rows}, {"mine": "id,name,lat,lon\nv:7,Aa Kent,50,57\nä b,Bb Kent,51,57\n"})
    for name in [*(f"Place {number}" for number in range(100)), "Aa Kent", "Bb Kent", "Almaty"]:
        for place in found.lookup(name):
            assert place == found.place(place.place_id) == found.place_at(found.row_of(place.place_id))
    assert {"mine:v:7", "mine:ä b"} == {found.lookup(name)[0].place_id for name in ("Aa Kent", "Bb Kent")}
    for odd in (
        "geonames:1",
        "geonames:x",
        "geonames:²",
        "geonames:" + "9" * 5000,
        "mine:",
        "mine:v",
        "dump:0",
        ":",
        "",
        "other:v:7",
        "mine:V:7",
    ):
        with pytest.raises(UnknownPlace):
            found.place(odd)


# The nearest of all ---------------------------------------------------------------------------------------------------------------------


def test_the_nearest_place_is_that_of_all_tables(world: World) -> None:
    """Compared with every place measured; one by one and many at once."""
    chance = random.Random(11)
    spots = [(chance.uniform(-85, 85), chance.uniform(-180, 180)) for _ in range(300)]
    features = ["P.PPL", "H.LK", "A.ADM2"]
    rows = [
        row(f"D{n}", id=FIRST_ID + n, lat=round(lat, 5), lon=round(lon, 5), feature=features[n % 3])
        for n, (lat, lon) in enumerate(spots[:200])
    ]
    table = "name,lat,lon\n" + "".join(f"L{n}x,{lat:.5f},{lon:.5f}\n" for n, (lat, lon) in enumerate(spots[200:]))
    found, bare = world({"dump": rows}, {"mine": table}), Gazetteer()
    populated = [place for n in range(0, 200, 3) for place in found.lookup(f"D{n}") if place.source == "dump"]
    populated += [found.lookup(f"L{n}x")[0] for n in range(100)]
    asked = [LatLon(chance.uniform(-89, 89), chance.uniform(-180, 180)) for _ in range(80)]
    expected = [min([bare.nearest(here), *populated], key=lambda place: distance_km(here, place.position)) for here in asked]
    assert expected == [found.nearest(here) for here in asked]
    many = found.nearest_rows(np.array([here.lat for here in asked]), np.array([here.lon for here in asked]))
    assert expected == [found.place_at(number) for number in many.tolist()]
    assert 3 == len({place.source for place in expected})


def test_beginnings_lead_to_names_of_all_tables(world: World) -> None:
    """The best known first; a list that wins before all others, no place twice."""
    found = world(
        {"dump": row("Parisbek", population=500) + row("Parisovo", id=FIRST_ID + 1)}, {"mine": "id,name,lat,lon\np,Paris Camp,50,57\n"}
    )
    completed = ids(found.complete("pari", limit=1_000))
    assert "mine:p" == completed[0]
    assert [1, 1, 1] == [
        completed.count(place_id) for place_id in (f"geonames:{FIRST_ID}", f"geonames:{FIRST_ID + 1}", f"geonames:{PARIS}")
    ]
    assert completed.index(f"geonames:{PARIS}") < completed.index(f"geonames:{FIRST_ID}")


# Only some countries --------------------------------------------------------------------------------------------------------------------


def test_a_focused_gazetteer_hides_villages_of_other_countries(world: World) -> None:
    """But not those of lists that win, nor the default gazetteer's, nor those without a country."""
    dump = row("Qqtest Kazakh") + row("Qqtest Mali", id=FIRST_ID + 1, country="ML") + row("Qqtest Sea", id=FIRST_ID + 2, country="")
    dump += row("Qqtest Both", id=FIRST_ID + 3, country="ML", cc2="KZ")
    found = world({"dump": dump}, {"mine": "name,lat,lon,country\nQqtest List,12,-8,ML\n"})
    focused = found.focused({"KZ"})
    names = ("Qqtest Kazakh", "Qqtest Mali", "Qqtest Sea", "Qqtest Both", "Qqtest List", "Bamako")
    assert [True, False, True, True, True, True] == [focused.knows(name) for name in names]
    assert [True, False, True, True, True, True] == [bool(focused.lookup(name)) for name in names]
    assert "Qqtest Mali" not in {match.place.name for match in focused.similar("Qqtest Malii")}
    assert "qqtest mali" not in focused.names_at_start("qqtest mali and more")
    assert all(found.knows(name) for name in names)
    assert f"geonames:{FIRST_ID + 1}" == focused.place(f"geonames:{FIRST_ID + 1}").place_id


def test_a_focused_gazetteer_completes_what_it_shows(world: World) -> None:
    """Beginnings of which every name is hidden lead nowhere."""
    found = world({"dump": row("Qqtest Mali", country="ML")})
    assert [["Qqtest Mali"], []] == [[place.name for place in one.complete("qqtest")] for one in (found, found.focused({"KZ"}))]


def test_without_layers_there_is_nothing_to_focus(world: World) -> None:
    """The gazetteer itself is returned."""
    found = world()
    assert found is found.focused({"KZ"})


def test_a_list_in_the_background_is_focused_like_a_dump(world: World) -> None:
    """It wins nothing, so it hides."""
    found = world(lists={"mine": "name,lat,lon,country\nQqtest List,12,-8,ML\n"}, wins=False)
    assert [True, False, True] == [one.knows("Qqtest List") for one in (found, found.focused({"KZ"}), found.focused({"ML"}))]


# What features, people and divisions say ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("feature", "population", "kind"),
    [
        ("P.PPL", 0, Kind.VILLAGE), ("P.PPL", 999, Kind.VILLAGE), ("P.PPL", 1_000, Kind.CITY), ("P.PPLA", 0, Kind.CITY),
        ("P.PPLA", 10, Kind.CITY),
        ("P.PPLC", 0, Kind.CITY), ("P.PPLX", 50_000, Kind.DISTRICT), ("P.NEW", 0, Kind.VILLAGE), ("A.PCLI", 0, Kind.COUNTRY),
        ("A.ADM1", 0, Kind.ADMIN1),
        ("A.ADM2", 5_000, Kind.ADMIN2), ("A.ADM3", 0, Kind.ADMIN3), ("A.ADM4", 0, Kind.ADMIN3), ("H.STM", 0, Kind.WATER),
        ("H.SEA", 0, Kind.SEA),
        ("H.NEW", 0, Kind.WATER), ("L.RGN", 0, Kind.REGION), ("L.CONT", 0, Kind.CONTINENT), ("L.MILB", 0, Kind.FACILITY),
        ("S.AIRP", 0, Kind.FACILITY),
        ("S.NEW", 0, Kind.FACILITY), ("T.MT", 0, Kind.LAND), ("R.RD", 0, Kind.ROAD), ("V.FRST", 0, Kind.LAND), ("U.RDGU", 0, Kind.SEA),
        (".", 0, Kind.OTHER),
        ("Z.ZZZ", 0, Kind.OTHER),
    ],
)  # fmt: skip
def test_feature_codes_and_people_say_the_kind(feature: str, population: int, kind: Kind, world: World) -> None:
    """Codes that are not known by their class."""
    found = world({"dump": row("Qqtest", feature=feature, population=population)}).place(f"geonames:{FIRST_ID}")
    assert (kind, feature.partition(".")[2], population or None) == (found.kind, found.feature_code, found.population)


@pytest.mark.parametrize(
    ("country", "admin1", "admin2", "countries"),
    [
        ("UA", "11", "", ("UA", "RU")), ("UA", "20", "", ("UA", "RU")), ("UA", "12", "", ("UA",)), ("MA", "11", "", ("MA", "EH")),
        ("MA", "12", "", ("MA", "EH")),
        ("EH", "00", "", ("EH", "MA")), ("IL", "03", "12046854", ("SY", "IL")), ("IL", "03", "1", ("IL",)),
        ("RU", "64", "2119443", ("RU", "JP")),
    ],
)  # fmt: skip
def test_villages_of_disputed_divisions_have_all_claimants(
    country: str, admin1: str, admin2: str, countries: tuple[str, ...], world: World
) -> None:
    """As data/handkept/disputed_records.csv says of the division, or of the country."""
    found = world({"dump": row("Qqtest", country=country, admin1=admin1, admin2=admin2)})
    place = found.place(f"geonames:{FIRST_ID}")
    assert countries == place.countries
    assert all(found.focused({code}).knows("Qqtest") for code in countries)


@pytest.mark.parametrize(
    ("country", "cc2", "countries"),
    [
        ("AD", "AD", ("AD",)),
        ("AD", "ES,AD", ("AD", "ES")),
        ("AD", "ES, FR", ("AD", "ES", "FR")),
        ("", "ES", ("ES",)),
        ("", "", ()),
        ("AD", "x,,12", ("AD",)),
    ],
)
def test_other_countries_are_added_to_the_country(country: str, cc2: str, countries: tuple[str, ...], world: World) -> None:
    """Each once; what is no code is none."""
    assert countries == world({"dump": row("Qqtest", country=country, cc2=cc2)}).place(f"geonames:{FIRST_ID}").countries


def test_divisions_reach_over_their_places(world: World) -> None:
    """Over 95 % of them, and no farther than four times the customary; those without places have the customary radius."""
    rows = [
        row("Qq County", id=FIRST_ID, feature="A.ADM2", lat=50, lon=57, admin2="11"),
        row("Qq Empty", id=FIRST_ID + 1, feature="A.ADM2", admin2="12"),
    ]
    rows += [row(f"Qq V{n}", id=FIRST_ID + 10 + n, lat=50 + n * 0.02, lon=57, admin2="11") for n in range(20)]
    rows += [
        row("Qq Far", id=FIRST_ID + 50, lat=-50, lon=57, admin2="11"),
        row("Qq Lake", id=FIRST_ID + 51, feature="H.LK", lat=20, admin2="11"),
    ]
    found = world({"dump": rows})
    county, empty = (found.place(f"geonames:{FIRST_ID + n}") for n in (0, 1))
    assert county.radius_km == pytest.approx(distance_km(LatLon(50, 57), LatLon(50.38, 57)), abs=0.3)
    assert 40.0 == empty.radius_km
    scattered = [row("Qq Wide", feature="A.ADM2", lat=0, lon=0.1, admin2="13")]
    scattered += [row(f"Qq W{n}", id=FIRST_ID + 10 + n, lat=n * 5, lon=20, admin2="13") for n in range(9)]
    assert 160.0 == world({"dump": scattered}).place(f"geonames:{FIRST_ID}").radius_km


def test_a_bare_name_means_the_seat_and_not_its_division(world: World) -> None:
    """Even where the division has more people written beside it; divisions without such a town stay as they are."""
    rows = [
        row("Qqtest", id=FIRST_ID, feature="A.ADM2", population=400_000, admin2="11"),
        row("Qqtest", id=FIRST_ID + 1, population=900, admin2="11"),
        row("Qqother", id=FIRST_ID + 2, feature="A.ADM2", population=400_000, admin2="12"),
        row("Qqother", id=FIRST_ID + 3, population=900, admin2="11"),
        row("Qqthird", id=FIRST_ID + 4, feature="A.ADM3", admin2="11", admin3="5"),
        row("Qqthird", id=FIRST_ID + 5, admin2="11", admin3="5"),
    ]  # fmt: skip
    found = world({"dump": rows})
    order = [[place.geonameid - FIRST_ID for place in found.lookup(name)] for name in ("Qqtest", "Qqother", "Qqthird", "Qqtest County")]
    assert [[1, 0], [2, 3], [5, 4], [0]] == order


def test_wins_note_and_prominence_are_of_the_right_layer(world: World) -> None:
    """Rows are numbered through all tables."""
    found = world(
        {"a-dump": row("Qq One") + row("Qq Two", id=FIRST_ID + 1)},
        {
            "mine": "id,name,lat,lon,note\n1,Qq Three,50,57,third\n",
            "more": "id,name,lat,lon,note\n1,Qq Four,50,57,\n2,Qq Five,51,57,fifth\n",
        },
    )
    names = ("Qq One", "Qq Two", "Qq Three", "Qq Four", "Qq Five")
    rows = [found.bearers(name)[0][0] for name in names]
    assert ["", "", "third", "", "fifth"] == [found.note_at(number) for number in rows]
    assert [False, False, True, True, True] == [found.wins_at(number) for number in rows]
    assert ["a-dump", "a-dump", "mine", "more", "more"] == [found.place_at(number).source for number in rows]
    assert ["mine", "more", "a-dump"] == [layer.name for layer in found.layers]
    assert [6.0, 6.0, 6.0] == [found.candidates(name)[0].prominence for name in names[2:]]
