"""Places that are added one by one: listed in their order, taken off again, and the list goes with its last place."""

from __future__ import annotations

import pytest

from gazetteer import LatLon, open_gazetteer
from gazetteer.errors import ListUnreadable, UnknownLayer
from gazetteer.importing import ListedPlace, add_place, added_places, import_list, place_id_of, remove_place
from gazetteer.layers import installed
from gazetteer.place import Kind

CAMP = ListedPlace(name="Qlaktova", position=LatLon(50.45, 57.3), aliases=("Klaktova",), kind=Kind.FACILITY, note="north gate")
HAMLET = ListedPlace(name="Mirzalune", position=LatLon(50.5, 57.4))


@pytest.fixture(name="world")
def _world(tmp_path):
    """Give a gazetteer without layers."""
    return open_gazetteer(layers=tmp_path / "none")


def test_added_places_are_listed_under_the_ids_that_the_gazetteer_gives_them(world, tmp_path):
    """With all that was said of them, in the order in which they came."""
    for place in (CAMP, HAMLET):
        add_place(place, gazetteer=world, folder=tmp_path)
    assert added_places(folder=tmp_path) == {place_id_of(CAMP): CAMP, place_id_of(HAMLET): HAMLET}
    opened = open_gazetteer(layers=tmp_path)
    assert [opened.place(place_id).name for place_id in added_places(folder=tmp_path)] == ["Qlaktova", "Mirzalune"]


def test_a_place_is_taken_off_and_the_list_goes_with_the_last(world, tmp_path):
    """The others stay."""
    for place in (CAMP, HAMLET):
        add_place(place, gazetteer=world, folder=tmp_path)
    left = remove_place(place_id_of(CAMP), gazetteer=world, folder=tmp_path)
    assert (left, open_gazetteer(layers=tmp_path).lookup("Klaktova")) == (installed(tmp_path)[0], ())
    assert list(added_places(folder=tmp_path).values()) == [HAMLET]
    assert remove_place(place_id_of(HAMLET), gazetteer=world, folder=tmp_path) is None
    assert (installed(tmp_path), added_places(folder=tmp_path)) == ((), {})


@pytest.mark.parametrize("place_id", ["my-places:000000000000", "my-places:", "nowhere:1", "geonames:610611", ""])
def test_a_place_that_is_not_on_a_list_cannot_be_taken_off(world, tmp_path, place_id):
    """Nothing is changed."""
    add_place(CAMP, gazetteer=world, folder=tmp_path)
    with pytest.raises(UnknownLayer, match="no"):
        remove_place(place_id, gazetteer=world, folder=tmp_path)
    assert list(added_places(folder=tmp_path)) == [place_id_of(CAMP)]


def test_a_list_made_from_a_file_is_changed_in_its_file(world, tmp_path):
    """Its rows are no single places."""
    path = tmp_path / "camps.csv"
    path.write_text("name,lat,lon,id\nQlaktova,50.45,57.3,7\n")
    import_list(path, name="camps", gazetteer=world, folder=tmp_path)
    assert added_places("camps", tmp_path) == {}
    with pytest.raises(ListUnreadable, match="made from a file"):
        remove_place("camps:7", gazetteer=world, folder=tmp_path)


def test_a_name_without_letters_is_refused_and_not_left_out(world, tmp_path):
    """Also where the list has other places."""
    add_place(CAMP, gazetteer=world, folder=tmp_path)
    with pytest.raises(ListUnreadable, match="no letter or digit"):
        add_place(ListedPlace(name="…", position=LatLon(50.0, 57.0)), gazetteer=world, folder=tmp_path)
    assert installed(tmp_path)[0].places == 1


def test_a_file_is_not_imported_over_places_added_by_hand(world, tmp_path):
    """What was typed one by one is nowhere else."""
    add_place(CAMP, gazetteer=world, folder=tmp_path / "layers")
    path = tmp_path / "camps.csv"
    path.write_text("name,lat,lon\nSary Camp,33.2,44.1\n", "utf-8")
    with pytest.raises(ListUnreadable, match="'my-places' holds 1 place added by hand: choose another name"):
        import_list(path, name="my-places", gazetteer=world, folder=tmp_path / "layers")
    assert [place.name for place in added_places(folder=tmp_path / "layers").values()] == ["Qlaktova"]
