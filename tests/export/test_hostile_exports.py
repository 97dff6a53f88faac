"""Whatever a report says, the files stay files: valid JSON with the same words, and no cell that runs."""

import csv
import io
import json

from mapapp.export import feature_collection, to_bytes
from mapapp.export.geojson import to_lines
from mapapp.export.schema import LAYERS, writable
from mapapp.export.tables import to_csv, unguarded


def strict(data):
    """Read JSON as the standard has it: no NaN, no Infinity."""

    def refuse(word):
        raise AssertionError(word)

    return json.loads(data, parse_constant=refuse)


def test_hostile_words_come_back_unchanged_from_geojson(payloads, poisoned, names):
    """But for lone surrogates and NUL, which no file can hold."""
    for name, text in payloads.items():
        collection = strict(to_bytes(feature_collection([poisoned(text)], layers=LAYERS, gazetteer=names)))
        incidents = [feature["properties"] for feature in collection["features"] if feature["properties"]["layer"] == "incidents"]
        assert [row["quote"] for row in incidents] == [writable(text)] * 4, name
        assert [row["loc_text"] for row in incidents] == [writable(text)] * 4, name
        assert collection["metadata"]["versions"] == {"mapapp": writable(text)}, name


def test_hostile_words_do_not_make_more_lines(payloads, poisoned, names):
    """Line separators of all kinds stay inside their JSON strings."""
    for name, text in payloads.items():
        collection = feature_collection([poisoned(text)], layers=LAYERS, gazetteer=names)
        lines = to_lines(collection).decode().split("\n")[:-1]
        assert [strict(line)["id"] for line in lines] == [feature["id"] for feature in collection["features"]], name


def test_no_cell_of_a_table_runs(payloads, poisoned, names):
    """Every text cell begins harmlessly, comes back unchanged, and stays in its column."""
    for name, text in payloads.items():
        for layer in LAYERS:
            features = feature_collection([poisoned(text)], layers=(layer,), gazetteer=names)["features"]
            rows = list(csv.DictReader(io.StringIO(to_csv(features, layer).decode(), newline="")))
            assert len(rows) == len(features), name
            for row, feature in zip(rows, features, strict=True):
                texts = {key: value for key, value in feature["properties"].items() if isinstance(value, str)}
                assert {key: unguarded(row[key]) for key in texts} == texts, name
                assert not any(row[key].lstrip(" \n\u3000").startswith(tuple("=+-@\t\r＝＋－＠")) for key in texts), name


def test_hostile_ids_stay_unique_and_look_like_nothing(payloads, poisoned, names, invented):
    """An imported file may bring any id."""
    from dataclasses import replace

    dossiers = []
    for text in payloads.values():
        dossier = invented.harbour()
        dossiers.append(replace(dossier, incidents=tuple(replace(incident, id=text, parent=None) for incident in dossier.incidents)))
    ids = [feature["id"] for feature in strict(to_bytes(feature_collection(dossiers, gazetteer=names)))["features"]]
    assert len(ids) == len(set(ids)) == 4 * len(payloads)
