"""Lists of one's own: they win, or stay in the background; single places are added, and replaced, and kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gazetteer import Gazetteer, Kind, LatLon
from gazetteer.errors import DataDamaged, ListUnreadable, UnknownLayer
from gazetteer.importing import Imported, Labels, ListedPlace, Reading, add_place, import_list
from gazetteer.layers import Layer, installed, remove
from gazetteer.queries import search
from tests.gazetteer.importing.dumps import FIRST_ID, row, write

Bring = Callable[..., Layer]
Open = Callable[[], Gazetteer]
ListIt = Callable[..., Imported]

HEAD = "name,lat,lon\n"


@pytest.fixture(name="list_it")
def _list_it(tmp_path: Path, layers: Path, bare: Gazetteer) -> ListIt:
    """Give a function that imports a table as a list."""

    def list_it(content: str, *, name: str = "mine", file: str = "mine.csv", **options: Any) -> Imported:
        return import_list(write(tmp_path / file, content), name=name, gazetteer=bare, folder=layers, **options)

    return list_it


def spot(name: str = "Camp Nine", lat: float = 50.0, lon: float = 57.0, **more: Any) -> ListedPlace:
    """Return a place to add."""
    return ListedPlace(name=name, position=LatLon(lat, lon), **more)


def test_a_list_becomes_places_with_all_it_says(list_it: ListIt, opened: Open) -> None:
    """Name, aliases, kind, note, country, division, people, id."""
    imported = list_it(
        "id,name,lat,lon,aliases,kind,note,country,admin1,population\n"
        "v7,Qum Aryq,50.5,57.25,Kum-Aryk|Құм Арық,village,by the canal,Kazakhstan,Aqtöbe,800\n"
    )
    gazetteer = opened()
    place = gazetteer.place("mine:v7")
    assert (None, "Qum Aryq", LatLon(50.5, 57.25), ("KZ",), Kind.VILLAGE, "", 800, "KZ.04", "", "mine") == (
        place.geonameid, place.name, place.position, place.countries, place.kind, place.feature_code, place.population, place.admin1,
        place.admin2, place.source,
    )  # fmt: skip
    assert {place} == {found for name in ("qum aryq", "Kum Aryk", "Құм Арық") for found in gazetteer.lookup(name)}
    assert "by the canal" == gazetteer.note_at(gazetteer.row_of("mine:v7"))
    assert ("", "mine.csv", True, 1) == (imported.layer.vintage, imported.layer.title, imported.layer.wins, imported.layer.places)
    assert {"name": "name", "note": "note"}.items() <= imported.columns.items()


def test_countries_a_list_does_not_say_come_from_the_borders(list_it: ListIt, opened: Open) -> None:
    """Both claimants where it is disputed, none at sea."""
    list_it(HEAD + "Aa Kent,50.28,57.21\nBb Kent,45.3,34.4\nCc Kent,0,-30\n")
    assert [("KZ",), {"UA", "RU"}, ()] == [
        opened().lookup("Aa Kent")[0].countries, set(opened().lookup("Bb Kent")[0].countries), opened().lookup("Cc Kent")[0].countries,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ("town", Kind.CITY),
        ("hamlet", Kind.VILLAGE),
        ("refugee camp", Kind.FACILITY),
        ("river", Kind.WATER),
        ("", Kind.VILLAGE),
        ("zzz", Kind.VILLAGE),
    ],
)
def test_the_kind_is_what_the_list_says_else_a_pin(cells: str, kind: Kind, list_it: ListIt, opened: Open) -> None:
    """A place with a reach would be an area."""
    list_it(f"name,lat,lon,kind\nAa Kent,50,57,{cells}\n")
    assert kind is opened().lookup("Aa Kent")[0].kind


# Which comes first ----------------------------------------------------------------------------------------------------------------------


def test_a_list_comes_before_the_whole_world(list_it: ListIt, opened: Open, bring: Bring) -> None:
    """Before a capital, and before a dump."""
    bring(row("Paris", population=3_000_000))
    list_it("id,name,lat,lon,aliases\nmy,Paris,33,-95,Londres\n")
    assert ["mine:my"] * 3 == [
        opened().lookup("Paris")[0].place_id,
        opened().candidates("Paris")[0].place.place_id,
        opened().lookup("Londres")[0].place_id,
    ]
    assert {"geonames:2988507", f"geonames:{FIRST_ID}"} < {place.place_id for place in opened().lookup("Paris")}
    assert opened().wins_at(opened().row_of("mine:my"))
    assert not opened().wins_at(opened().row_of("geonames:2988507"))


def test_a_list_in_the_background_is_ordered_by_prominence(list_it: ListIt, opened: Open) -> None:
    """A village behind the capital, a larger place before it."""
    list_it("id,name,lat,lon,population\nsmall,Paris,33,-95,800\nhuge,Paris,10,10,90000000\n", wins=False)
    found = [place.place_id for place in opened().lookup("Paris")]
    assert found.index("mine:huge") < found.index("geonames:2988507") < found.index("mine:small")
    assert not opened().layers[0].wins


def test_a_list_that_wins_does_so_in_queries_with_areas(list_it: ListIt, opened: Open) -> None:
    """Where it lies in them."""
    list_it("id,name,lat,lon,country,admin1\nmy,Paris,33.6,-95.6,US,TX\n")
    assert "mine:my" == search(opened(), ["Paris", "Texas"])[0].place.place_id
    assert "mine:my" not in {match.place.place_id for match in search(opened(), ["Paris", "France"])}


# Identities -----------------------------------------------------------------------------------------------------------------------------


def test_ids_stay_when_a_list_is_renewed(list_it: ListIt, opened: Open) -> None:
    """Whatever the order and whatever else is new; without ids of its own by name and position."""
    list_it(HEAD + "Aa Kent,50,57\nBb Kent,51,58\n")
    before = [opened().lookup(name)[0].place_id for name in ("Aa Kent", "Bb Kent")]
    list_it("name,lat,lon,aliases,note\nCc Kent,49,57,,\nbb kent,51.000001,58,Other,new\nAa Kent,50,57,,\n")
    assert before == [opened().lookup(name)[0].place_id for name in ("Aa Kent", "Bb Kent")]
    assert before[1] == opened().lookup("Other")[0].place_id
    assert before[1] == opened().place(before[1]).place_id


def test_ids_that_come_twice_are_told_apart_and_rows_that_do_are_one(list_it: ListIt, opened: Open) -> None:
    """Each place keeps an id of its own, even where one looks like a number given to another."""
    imported = list_it("id,name,lat,lon\na,A One,1,1\na,A Two,2,2\na-2,A Three,3,3\na,A Four,4,4\n,A Five,5,5\n,a five,5,5\n")
    ids = [opened().lookup(f"A {number}")[0].place_id for number in ("One", "Two", "Three", "Four", "Five")]
    assert 5 == len(set(ids)) == imported.layer.places
    assert ids == [opened().place(place_id).place_id for place_id in ids]
    assert {"identifier that was there already": 3, "row that says the same again": 1} == imported.layer.mended


def test_a_list_that_cannot_be_used_leaves_the_old_one(list_it: ListIt, opened: Open) -> None:
    """A file without a position, one without a usable row, one whose names have no letter."""
    list_it(HEAD + "Aa Kent,50,57\n")
    for content in ("name\nBb Kent\n", HEAD + "Bb Kent,95,57\n", HEAD + "?!,50,57\n"):
        with pytest.raises(ListUnreadable):
            list_it(content)
    assert opened().knows("Aa Kent")


def test_bad_rows_of_a_list_are_told_with_their_lines(list_it: ListIt) -> None:
    """In the file of the layer as in the problems."""
    imported = list_it(HEAD + "Aa Kent,50,57\nBb Kent,95,57\n?!,50,57\n")
    assert ([3, 4], 2) == ([problem.line for problem in imported.problems.rows], imported.layer.left_out)
    lines = (imported.layer.folder / "left_out.tsv").read_text("utf-8").splitlines()[1:]
    assert ["3", "4"] == [line.split("\t")[1] for line in lines]


def test_countries_and_divisions_that_are_not_understood_are_counted(list_it: ListIt, opened: Open) -> None:
    """The place is taken nevertheless."""
    imported = list_it(
        "name,lat,lon,country,admin1\nAa Kent,50,57,Nowhereland,\nBb Kent,50,57.5,KZ,Nowhere Oblast\n",
        reading=Reading(columns={"name": "name"}),
    )
    assert 1 == imported.layer.mended["first-level division not understood"]
    assert [("KZ",), ""] == [opened().lookup("Aa Kent")[0].countries, opened().lookup("Bb Kent")[0].admin1]


def test_labels_of_a_list_are_carried(list_it: ListIt, opened: Open) -> None:
    """To the sources."""
    list_it(HEAD + "Aa Kent,50,57\n", labels=Labels(title="Our villages", licence="CC0-1.0", vintage="2026-05-01"))
    source = opened().sources[-1]
    assert ("mine", "Our villages", "CC0-1.0", "2026-05-01") == (source.name, source.title, source.licence, source.version)


# Single places --------------------------------------------------------------------------------------------------------------------------


def test_a_place_is_added_and_wins(layers: Path, bare: Gazetteer, opened: Open) -> None:
    """One call; then it is there under all its names."""
    layer = add_place(spot("Almaty", aliases=("Camp 9", "Лагерь"), kind=Kind.FACILITY, note="seen 2024"), gazetteer=bare, folder=layers)
    place = opened().lookup("Almaty")[0]
    assert ("my-places", Kind.FACILITY, ("KZ",)) == (place.source, place.kind, place.countries)
    assert [place, place] == [opened().lookup(name)[0] for name in ("camp 9", "лагерь")]
    assert "seen 2024" == opened().note_at(opened().row_of(place.place_id))
    assert ("my-places", 1, True) == (layer.name, layer.places, layer.wins)


def test_a_place_added_twice_is_replaced(layers: Path, bare: Gazetteer, opened: Open) -> None:
    """Same name and position; another position is another place."""
    for note in ("old", "new"):
        layer = add_place(spot(note=note, aliases=(f"{note} camp",)), gazetteer=bare, folder=layers)
    assert 1 == layer.places
    (place,) = opened().lookup("Camp Nine")
    assert ("new", False, True) == (
        opened().note_at(opened().row_of(place.place_id)),
        opened().knows("old camp"),
        opened().knows("new camp"),
    )
    assert 2 == add_place(spot(lat=51.0), gazetteer=bare, folder=layers).places


def test_an_alias_changed_back_and_forth_is_noticed_each_time(layers: Path, bare: Gazetteer, opened: Open) -> None:
    """Files of the same size, and folders whose numbers come again: the version tells the states apart."""
    for alias in ("Camp Foo", "Camp Fop", "Camp Fob", "Camp Foo"):
        add_place(spot(aliases=(alias,)), gazetteer=bare, folder=layers)
        assert [alias == known for known in ("Camp Foo", "Camp Fop", "Camp Fob")] == [
            opened().knows(known) for known in ("Camp Foo", "Camp Fop", "Camp Fob")
        ]


def test_lists_of_single_places_are_kept_apart(layers: Path, bare: Gazetteer, opened: Open) -> None:
    """And keep all that was added, field by field."""
    full = spot(
        "Full", aliases=("F1", "Ф2"), kind=Kind.REGION, note="n", country="KZ", admin1="KZ.04", population=5, radius_km=7.5, place_id="f"
    )
    add_place(full, gazetteer=bare, folder=layers)
    add_place(spot("Second", lat=-1.0), gazetteer=bare, folder=layers)
    add_place(spot("Elsewhere", lat=2.0), gazetteer=bare, name="other", folder=layers)
    assert [("my-places", 2), ("other", 1)] == [(layer.name, layer.places) for layer in installed(layers)]
    place = opened().place("my-places:f")
    assert ("Full", Kind.REGION, ("KZ",), "KZ.04", 5, 7.5) == (
        place.name, place.kind, place.countries, place.admin1, place.population, place.radius_km,
    )  # fmt: skip
    remove("my-places", layers)
    assert ["other"] == [layer.name for layer in installed(layers)]


def test_places_are_not_added_to_what_was_made_from_a_file(list_it: ListIt, bring: Bring, layers: Path, bare: Gazetteer) -> None:
    """The next import of that file would lose them."""
    list_it(HEAD + "Aa Kent,50,57\n")
    bring(row())
    for name in ("mine", "dump"):
        with pytest.raises(ListUnreadable, match="was made from a file"):
            add_place(spot(), gazetteer=bare, name=name, folder=layers)
    assert {1} == {layer.places for layer in installed(layers)}


@pytest.mark.parametrize("name", ["", "?!", "\x1b", "Camp \udcff"])
def test_what_is_no_name_is_not_added(name: str, layers: Path, bare: Gazetteer) -> None:
    """And what was there stays as it was."""
    add_place(spot(), gazetteer=bare, folder=layers)
    before = installed(layers)
    with pytest.raises(ListUnreadable, match=r"letter or digit|UTF-8"):
        add_place(spot(name), gazetteer=bare, folder=layers)
    assert before == installed(layers)


def test_no_place_is_added_to_a_list_of_a_hostile_name(layers: Path, bare: Gazetteer) -> None:
    """Nothing is written."""
    with pytest.raises(UnknownLayer):
        add_place(spot(), gazetteer=bare, name="../x", folder=layers)
    assert not layers.exists()


@pytest.mark.parametrize(
    "content", [b"{", b"[]\n", b'{"name": 7}\n', b"\xff\n", b'{"position": [95, 0], "kind": null, "aliases": []}\n', None]
)
def test_damaged_single_places_name_what_mends_them(content: bytes | None, layers: Path, bare: Gazetteer) -> None:
    """Nothing is added on top of them, nothing is lost."""
    layer = add_place(spot(), gazetteer=bare, folder=layers)
    path = layer.folder / "places.jsonl"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(DataDamaged, match=r"the places of 'my-places' are damaged .*`mapapp gazetteer remove my-places`"):
        add_place(spot("Other"), gazetteer=bare, folder=layers)
    remove("my-places", layers)
    assert 1 == add_place(spot("Other"), gazetteer=bare, folder=layers).places


def test_the_places_added_are_kept_as_plain_lines(layers: Path, bare: Gazetteer) -> None:
    """A line of JSON each: to be read by anything."""
    layer = add_place(spot(note="n"), gazetteer=bare, folder=layers)
    (line,) = (layer.folder / "places.jsonl").read_text("utf-8").splitlines()
    assert {"name": "Camp Nine", "position": [50.0, 57.0], "note": "n", "kind": None}.items() <= json.loads(line).items()
