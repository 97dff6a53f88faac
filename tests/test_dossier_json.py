"""A dossier as JSON: the contract's keys in the contract's order, and the way back."""

import json
import runpy
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import orjson
import pytest

from mapapp.claims.claim import Interval
from mapapp.dossier import Dossier
from mapapp.dossier_json import dossier_to_dict
from mapapp.dossier_reader import dossier_from_dict, read_dossiers
from mapapp.errors import UnreadableFile
from mapapp.export import feature_collection, to_bytes
from mapapp.export.schema import LAYERS
from mapapp.report.report import Report

INVENTED = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "export" / "invented_dossiers.py")))

CONTRACT = {
    "dossier": "id text_sha256 language published dateline toponyms claims incidents notes versions settings",
    "dateline": "place start end date",
    "toponym": "start end text role demonym confidence reasons place alternatives",
    "place": "geonameid place_id name lat lon country kind feature_code uncertainty_m",
    "alternative": "place_id geonameid name country lat lon score reasons",
    "claim": "start end text kind subject anchor stated_km hedge direction measured_km measured_km_interval bearing_deg nearest verdict "
    "direction_verdict readings reason source",
    "subject": "text start end lat lon event",
    "anchor": "text start end kind countries lat lon",
    "reading": "reading measured_km verdict",
    "incident": "id parent type summary date_start date_end date_precision attribution status site killed injured attackers_killed "
    "arrested abducted actors codes quotes background",
    "site": "text place_id lat lon uncertainty_m geo_precision method",
    "count": "low best high",
    "actor": "text start end role type",
    "codes": "acled_event acled_sub_event ucdp gtd plover",
    "quote": "start end field",
}
BEYOND = {
    "dossier": "title url layers",
    "dateline": "text_start",
    "toponym": "within",
    "place": "countries admin1 admin2 population source",
    "claim": "read_as read_as_km second_anchor attribution negated modal used_for_disambiguation conversion_km",
    "subject": "place_id",
    "anchor": "place_id",
    "incident": "date_how date_edtf date_part displaced civilians_killed source sum_mismatch",
    "quote": "text",
}
"""Keys that follow the contract's own."""

DOSSIERS = (INVENTED.harbour, INVENTED.fiji, INVENTED.quarry)


@pytest.fixture(params=DOSSIERS, ids=["harbour", "fiji", "quarry"])
def dossier(request):
    """Each of the invented dossiers."""
    return request.param()


def objects():
    """One object of each sort, from the dossiers' JSON."""
    first, third = dossier_to_dict(INVENTED.harbour()), dossier_to_dict(INVENTED.quarry())
    claim, part = first["claims"][0], first["incidents"][2]
    return {
        "dossier": first, "dateline": first["dateline"], "toponym": first["toponyms"][1], "place": first["toponyms"][1]["place"],
        "alternative": first["toponyms"][1]["alternatives"][0], "claim": claim, "subject": claim["subject"], "anchor": claim["anchor"],
        "reading": claim["readings"][0], "incident": part, "site": part["site"], "count": part["killed"], "actor": part["actors"][0],
        "codes": part["codes"], "quote": third["incidents"][0]["quotes"][0],
    }  # fmt: skip


@pytest.mark.parametrize("sort", CONTRACT)
def test_each_object_has_the_contracts_keys_in_order_then_ours(sort):
    """Other programs rely on the first; exports need the second."""
    assert list(objects()[sort]) == CONTRACT[sort].split() + BEYOND.get(sort, "").split()


def test_values_are_the_contracts_words():
    """Enums as words, dates as YYYY-MM-DD, intervals as the contract has them."""
    first = dossier_to_dict(INVENTED.harbour())
    claim, incident = first["claims"][0], first["incidents"][0]
    assert (first["published"], first["dateline"]["date"]) == ("2023-04-03", "2023-04-03")
    assert [toponym["role"] for toponym in first["toponyms"]] == ["dateline", "site", "border"]
    assert (claim["stated_km"], claim["measured_km_interval"]) == ({"low": 18.0, "high": 22.0}, [0.0, 5.834])
    assert (claim["kind"], claim["verdict"], claim["anchor"]["kind"], claim["direction_verdict"]) == (
        "distance",
        "contradicted",
        "border",
        None,
    )
    assert (incident["type"], incident["date_precision"], incident["site"]["geo_precision"]) == ("fire", "day", 1)


def test_offsets_point_to_the_words(dossier):
    """Code points, half-open, over the text as given."""
    text, written = dossier.report.text, dossier_to_dict(dossier)
    spans = [*written["toponyms"], *written["claims"]]
    spans += [part for incident in written["incidents"] for part in (*incident["quotes"], *incident["actors"])]
    assert all(text[part["start"] : part["end"]] == part["text"] for part in spans)


def test_a_dossier_is_plain_json(dossier):
    """Nothing but JSON's own types, so that any writer can write it."""
    written = dossier_to_dict(dossier)
    assert json.loads(json.dumps(written, allow_nan=False)) == written
    assert orjson.loads(orjson.dumps(written)) == written


def test_a_dossier_read_back_is_written_the_same(dossier):
    """Nothing of the JSON is lost on the way."""
    written = dossier_to_dict(dossier)
    assert dossier_to_dict(dossier_from_dict(written)) == written


def test_what_the_json_holds_comes_back_as_it_was(dossier):
    """Claims, incidents, settings; toponyms but for the other candidates' kinds."""
    back = dossier_from_dict(dossier_to_dict(dossier))
    for part in ("language", "dateline", "claims", "incidents", "notes", "versions", "settings", "layers"):
        assert getattr(back, part) == getattr(dossier, part)
    assert [replace(toponym, alternatives=()) for toponym in back.toponyms] == [
        replace(toponym, alternatives=()) for toponym in dossier.toponyms
    ]
    assert back.report.text_sha256 == dossier.report.text_sha256
    assert (back.report.title, back.report.url, back.report.published) == (
        dossier.report.title,
        dossier.report.url,
        dossier.report.published,
    )


def test_exports_of_a_dossier_read_back_are_the_same_bytes(dossier):
    """`mapapp export DOSSIERS.jsonl` gives what `mapapp read` would have given."""
    names = INVENTED.Names()
    back = dossier_from_dict(dossier_to_dict(dossier))
    first = to_bytes(feature_collection([dossier], layers=LAYERS, gazetteer=names))
    assert to_bytes(feature_collection([back], layers=LAYERS, gazetteer=names)) == first


def test_a_report_read_back_is_blank_where_nobody_quoted():
    """The JSON does not hold the text, and does not pretend to."""
    back = dossier_from_dict(dossier_to_dict(INVENTED.fiji())).report
    assert len(back.text) == len(INVENTED.FIJI_TEXT)
    assert back.text.startswith(
        "A cyclone struck Taveuni in December 2022. Suva  400 km from the Lau Group              A boat is missing."
    )


def test_keys_of_the_contract_alone_suffice():
    """Another program's dossier has no keys beyond the contract."""
    document = dossier_to_dict(INVENTED.harbour())
    places = [toponym["place"] for toponym in document["toponyms"] if toponym["place"]]
    quotes = [quote for incident in document["incidents"] for quote in incident["quotes"]]
    holders = {
        "dossier": [document], "dateline": [document["dateline"]], "toponym": document["toponyms"], "place": places,
        "quote": quotes, "incident": document["incidents"], "claim": document["claims"],
        "subject": [claim["subject"] for claim in document["claims"]], "anchor": [claim["anchor"] for claim in document["claims"]],
    }  # fmt: skip
    for sort, keys in BEYOND.items():
        for holder in holders[sort]:
            for key in keys.split():
                del holder[key]
    back = dossier_from_dict(document)
    assert [incident.id for incident in back.incidents] == ["fi-aaa111", "fi-bbb222", "fi-ccc333", "fi-ddd444"]
    assert (back.toponyms[1].place.countries, back.report.title, back.layers) == (("UA",), "", ())


def test_all_that_is_said_of_a_claim_comes_back():
    """How it is read, its second anchor, who states it, whether denied, merely possible or used to choose, and its other figure."""
    dossier = INVENTED.harbour()
    claim = dossier.claims[0]
    full = replace(
        claim,
        read_as="within 25 km of the border",
        read_as_km=Interval(None, 25.0),
        second_anchor=claim.anchor,
        attribution="the port said",
        negated=True,
        modal=True,
        used_for_disambiguation=True,
        conversion_km=80.467,
    )
    document = dossier_to_dict(replace(dossier, claims=(full,)))
    assert dossier_from_dict(document).claims == (full,)
    row = document["claims"][0]
    assert (row["read_as_km"], row["attribution"], row["conversion_km"]) == ({"low": None, "high": 25.0}, "the port said", 80.467)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(number):
    """JSON has no word for it; a null would be a lie."""
    dossier = INVENTED.harbour()
    broken = replace(dossier, claims=(replace(dossier.claims[0], measured_km=number),))
    with pytest.raises(ValueError, match="cannot be written as JSON"):
        dossier_to_dict(broken)


def test_an_empty_dossier_comes_back():
    """A report without findings is a finding."""
    dossier = Dossier(report=Report("Nothing happened.", "r-0", published=date(2024, 2, 29)), language="und")
    written = dossier_to_dict(dossier)
    assert (written["toponyms"], written["claims"], written["incidents"], written["dateline"]) == ([], [], [], None)
    assert dossier_to_dict(dossier_from_dict(written)) == written


def test_a_file_of_dossiers_is_read_line_by_line(tmp_path):
    """As `mapapp batch` writes it; empty lines do not matter."""
    path = tmp_path / "dossiers.jsonl"
    path.write_bytes(b"\n".join(orjson.dumps(dossier_to_dict(make())) for make in DOSSIERS) + b"\n\n")
    assert [dossier.report.id for dossier in read_dossiers(path)] == ["r-1", "r-2", "r-3"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"{", "line 2"),
        (b"[]", "line 2: not a dossier"),
        (b"null", "line 2: not a dossier"),
        (b'"\xff"', "line 2"),
        (b"{}", "line 2: not a dossier: the key 'language' is missing|line 2: not a dossier"),
        (b"[" * 20_000, "line 2"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, complaint):
    """One line that says where, never a traceback of another kind."""
    path = tmp_path / "dossiers.jsonl"
    path.write_bytes(orjson.dumps(dossier_to_dict(INVENTED.fiji())) + b"\n" + line + b"\n")
    with pytest.raises(UnreadableFile, match=complaint):
        list(read_dossiers(path))


def test_a_missing_file_is_named(tmp_path):
    """Not found is an answer that says what was looked for."""
    with pytest.raises(UnreadableFile, match=r"none\.jsonl cannot be read"):
        list(read_dossiers(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("toponyms", 1, "role"), "hero"),
        (("toponyms", 1, "end"), 10**12),
        (("toponyms", 1, "start"), -1),
        (("toponyms", 1, "place", "lat"), 91.0),
        (("toponyms", 1, "place", "lat"), "48"),
        (("claims", 0, "verdict"), "true"),
        (("claims", 0, "measured_km_interval"), [1.0, 2.0, 3.0]),
        (("incidents", 0, "date_start"), "2023-02-30"),
        (("incidents", 0, "site"), 7),
        (("incidents", 0, "quotes"), None),
        (("published",), "yesterday"),
        (("layers", 0, "licence"), None),
        (("layers", 0), "own-camps"),
        (("layers",), 7),
    ],
)
def test_a_value_outside_the_contract_is_refused(path, value):
    """An imported file may hold anything."""
    document = dossier_to_dict(INVENTED.harbour())
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    with pytest.raises(UnreadableFile, match="not a dossier"):
        dossier_from_dict(document)
