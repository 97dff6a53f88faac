"""What exports say of imported layers: each notice once, behind the fixed ones, and harmless."""

import json
from dataclasses import replace
from unicodedata import category

import pytest

from gazetteer.importing.geonames import ATTRIBUTION as NOTICE_OF_DUMPS
from mapapp.export import feature_collection, write
from mapapp.export.geojson import ATTRIBUTION
from mapapp.export.notices import LONGEST_LABEL, SAID_ON_EVERY_MAP, imported_layers, map_notices, notices_of


@pytest.fixture(name="metadata")
def _metadata(names):
    """Give a function that returns the metadata of dossiers."""
    return lambda *dossiers: feature_collection(dossiers, gazetteer=names)["metadata"]


def test_each_notice_stands_once_behind_the_fixed_ones(metadata, invented):
    """However many reports have places of the layer."""
    told = metadata(invented.harbour(), invented.fiji(), invented.harbour())
    assert told["attribution"] == [*ATTRIBUTION, "Field notes, Example Desk"]
    assert told["imported_layers"] == [
        {
            "name": "own-camps",
            "title": "camps.csv",
            "version": "2026-05-01",
            "licence": "own work",
            "vintage": "2026-05-01",
            "attribution": "Field notes, Example Desk",
            "url": "https://desk.example",
        }
    ]


def test_without_layers_nothing_is_added(metadata, invented):
    """The fixed notices alone."""
    told = metadata(invented.fiji())
    assert (told["attribution"], told["imported_layers"]) == (list(ATTRIBUTION), [])


def test_a_layer_without_a_notice_is_listed_but_says_nothing(metadata, invented):
    """Blank is none."""
    dossier = replace(invented.harbour(), layers=(replace(invented.OWN_CAMPS, attribution=" \n"),))
    told = metadata(dossier)
    assert [layer["attribution"] for layer in told["imported_layers"]] == [""]
    assert told["attribution"] == list(ATTRIBUTION)


def test_two_states_of_a_layer_are_both_named(invented):
    """Of dossiers made before and after an import; in the same order whatever theirs."""
    later = replace(invented.fiji(), layers=(replace(invented.OWN_CAMPS, version="2026-06-01"),))
    both = imported_layers([later, invented.harbour()])
    assert [layer["version"] for layer in both] == ["2026-05-01", "2026-06-01"]
    assert imported_layers([invented.harbour(), later]) == both
    assert notices_of(both) == ["Field notes, Example Desk"]


def test_hostile_labels_are_one_short_line(payloads, poisoned):
    """No control characters, nothing that turns text round, no flood."""
    for name, text in payloads.items():
        (layer,) = imported_layers([poisoned(text * 3)])
        for label in layer.values():
            assert len(label) <= LONGEST_LABEL, name
            assert {category(letter) for letter in label}.isdisjoint({"Cc", "Cs", "Zl", "Zp"}), name
            assert {letter for letter in label if category(letter) == "Cf"} <= {"\u200c", "\u200d"}, name


def test_a_long_notice_is_cut_visibly(invented):
    """The end says so."""
    (layer,) = imported_layers([replace(invented.harbour(), layers=(replace(invented.OWN_CAMPS, attribution="ab" * 10_000),))])
    assert layer["attribution"] == "ab" * 249 + "a…"


def test_tables_and_lines_have_the_notices_beside_them(tmp_path, invented, names):
    """They have no room for them inside."""
    for ending in ("csv", "geojsonl"):
        written = write([invented.harbour()], tmp_path / f"out.{ending}", gazetteer=names)
        beside = json.loads(written[-1].read_bytes())
        told = json.loads(beside["rdfs:comment"]) if ending == "csv" else beside
        assert told["attribution"][-1] == "Field notes, Example Desk"
        assert beside.get("dc:rights", "Field notes, Example Desk").endswith("Field notes, Example Desk")


def test_maps_do_not_say_twice_what_dumps_are_imported_with(invented, names):
    """Its words are those of the import; a list's notice stays."""
    assert SAID_ON_EVERY_MAP == NOTICE_OF_DUMPS
    dump = replace(invented.OWN_CAMPS, name="geonames-xx", attribution=NOTICE_OF_DUMPS)
    collection = feature_collection([replace(invented.harbour(), layers=(dump, invented.OWN_CAMPS))], gazetteer=names)
    assert collection["metadata"]["attribution"][2:] == [NOTICE_OF_DUMPS, "Field notes, Example Desk"]
    assert map_notices(collection) == ["Field notes, Example Desk"]
    assert map_notices({"type": "FeatureCollection", "features": []}) == []
