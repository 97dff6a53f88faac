"""The example reports, each with its dossier as a story: golden files are read as a diff when the reader changes.

``MAPAPP_UPDATE_GOLDEN=1`` writes them anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from mapapp.dossier import Dossier, read_report
from mapapp.examples import Example, load

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {example.name: example for example in load()}


def story(dossier: Dossier) -> dict[str, Any]:
    """Return what a reviewer reads: no scores, versions or alternatives, whose small changes tell no story."""
    full = dossier.to_dict()
    toponyms = [
        {key: t[key] for key in ("text", "start", "role", "demonym")} | {"place": t["place"] and t["place"]["place_id"]}
        for t in full["toponyms"]
    ]
    claims = [
        {key: c[key] for key in ("text", "kind", "stated_km", "measured_km", "verdict", "direction_verdict", "reason")}
        | {"subject": c["subject"] and c["subject"]["text"], "anchor": c["anchor"] and c["anchor"]["text"]}
        for c in full["claims"]
    ]
    keys = (
        "id",
        "parent",
        "type",
        "date_start",
        "date_precision",
        "killed",
        "injured",
        "attackers_killed",
        "attribution",
        "background",
        "summary",
    )
    incidents = [
        {key: i[key] for key in keys}
        | {"site": i["site"] and {key: i["site"][key] for key in ("text", "place_id", "geo_precision")}}
        | {"actors": [f"{a['role']}: {a['text']}" for a in i["actors"]]}
        for i in full["incidents"]
    ]
    return {"dateline": full["dateline"], "toponyms": toponyms, "claims": claims, "incidents": incidents, "notes": full["notes"]}


def read(example: Example) -> Dossier:
    """Read an example as the app does."""
    return read_report(example.text, title=example.title, published=example.published)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_each_example_tells_its_golden_story(name: str) -> None:
    """What the reader finds in an example is what was reviewed."""
    found = json.dumps(story(read(EXAMPLES[name])), ensure_ascii=False, indent=1) + "\n"
    path = GOLDEN / f"{name}.json"
    if os.environ.get("MAPAPP_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(found)


def test_the_examples_lie_on_four_continents() -> None:
    """A newcomer sees a border, a coast, a disputed area and a wrong figure, on four continents."""
    assert sorted(EXAMPLES) == ["aktobe", "grand_bassam", "juliaca", "saky"]
    assert {c for name in EXAMPLES for t in read(EXAMPLES[name]).toponyms if t.place for c in t.place.countries} >= {"KZ", "CI", "PE", "UA"}


def test_the_first_example_is_the_missions_report() -> None:
    """The app opens on Aktobe, 100 km by road from the Russian border."""
    assert load()[0].name == "aktobe"


def test_the_wrong_figure_is_called_contradicted() -> None:
    """A figure far from anything a road could explain does not pass."""
    assert [c.verdict for c in read(EXAMPLES["juliaca"]).claims][:1] == ["contradicted"]


def test_disputed_ground_carries_every_claimant() -> None:
    """A place in Crimea comes with both countries, and no single one."""
    places = {t.text: t.place for t in read(EXAMPLES["saky"]).toponyms if t.place}
    assert set(places["Crimea"].countries) == {"UA", "RU"}
    assert places["Novofedorivka"].country is None
