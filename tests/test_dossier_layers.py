"""A dossier names the imported layers that its places come from, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.importing import Labels, import_list
from mapapp.dossier import read_report
from mapapp.dossier_reader import dossier_from_dict

LABELS = Labels(
    title="Camps", licence="own work", attribution="Field notes, Example Desk", vintage="2026-05-01", url="https://desk.example"
)


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> Gazetteer:
    """Open the gazetteer with three layers: camps, posts, and towns that do not come first."""
    layers = tmp_path / "layers"
    lists = {
        "zz-camps": "name,lat,lon,kind\nZornamak,50.45,57.3,camp\n",
        "posts": "name,lat,lon,kind\nQlaktova,50.4,57.2,facility\nPost Zwolf,50.2,57.1,facility\n",
        "towns": "name,lat,lon,kind,population\nAktobe,47.1,52.5,town,90000\n",
    }
    for name, rows in lists.items():
        path = tmp_path / f"{name}.csv"
        path.write_text(rows, encoding="utf-8")
        labels = LABELS if name == "zz-camps" else Labels()
        import_list(path, name=name, gazetteer=open_gazetteer(layers=layers), wins=name != "towns", labels=labels, folder=layers)
    return open_gazetteer(layers=layers)


def test_a_layer_is_named_where_a_place_of_it_is(world: Gazetteer) -> None:
    """By name, with all that its user has said of it."""
    text = "A bomb exploded in Zornamak, Kazakhstan, on Tuesday. Zornamak lies 20 km from Qlaktova."
    dossier = read_report(text, gazetteer=world)
    assert [layer.name for layer in dossier.layers] == ["posts", "zz-camps"]
    camps = dossier.layers[1]
    assert (camps.title, camps.licence, camps.attribution) == ("Camps", "own work", "Field notes, Example Desk")
    assert (camps.vintage, camps.url, camps.version) == ("2026-05-01", "https://desk.example", "2026-05-01")


def test_a_layer_that_only_might_have_been_meant_is_not_named(world: Gazetteer) -> None:
    """Candidates that were not chosen do not count."""
    dossier = read_report("A bomb exploded in Zornamak, Kazakhstan, on Tuesday.", gazetteer=world, choices={(19, 27): None})
    others = {other.place.source for toponym in dossier.toponyms for other in toponym.alternatives}
    assert "zz-camps" in others
    assert dossier.layers == ()


def test_a_choice_brings_the_layer_of_the_place_chosen(world: Gazetteer) -> None:
    """Corrected findings carry the notice of what was chosen."""
    text = "Police in Aktobe, Kazakhstan, arrested three people on Tuesday."
    town = next(place for place in world.lookup("Aktobe") if place.source == "towns")
    dossier = read_report(text, gazetteer=world, choices={(10, 16): town.place_id})
    assert [layer.name for layer in dossier.layers] == ["towns"]


def test_layers_and_sources_of_places_come_back_from_json(world: Gazetteer) -> None:
    """As they were."""
    dossier = read_report("A bomb exploded in Zornamak, Kazakhstan, on Tuesday.", gazetteer=world)
    back = dossier_from_dict(json.loads(json.dumps(dossier.to_dict())))
    assert back.layers == dossier.layers != ()
    assert [toponym.place and toponym.place.source for toponym in back.toponyms] == [
        toponym.place and toponym.place.source for toponym in dossier.toponyms
    ]
    assert back.feature_collection() == dossier.feature_collection()
