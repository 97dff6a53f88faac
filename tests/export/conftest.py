"""The invented dossiers, and the hostile payloads put into every place where a report's words end up."""

from __future__ import annotations

import base64
import json
import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

_INVENTED = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "invented_dossiers.py")))


@pytest.fixture(scope="session")
def invented():
    """Give the module: places, texts and makers of dossiers."""
    return _INVENTED


@pytest.fixture
def names():
    """Give a gazetteer for the invented dossiers."""
    return _INVENTED.Names()


@pytest.fixture
def dossiers():
    """Give three dossiers: umbrella and wrong claim; antimeridian and unlocated; country only and disputed."""
    return [_INVENTED.harbour(), _INVENTED.fiji(), _INVENTED.quarry()]


def _text(row):
    body = base64.b64decode(row["payload"]).decode("latin-1") if row.get("encoding") else row["payload"]
    # Size is the readers' business; 2,000 characters show what a writer does with a payload.
    return (row.get("first", "") + body * min(row.get("repeat", 1), 2000 // max(1, len(body)) + 1) + row.get("then", ""))[:2000]


@pytest.fixture(scope="session")
def payloads():
    """Give hostile texts by id, none longer than 2,000 characters."""
    lines = (Path(__file__).parents[1] / "hostile" / "payloads.jsonl").read_text("ascii").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["id"]: _text(row) for row in rows if row["kind"] != "malformed-file"}


@pytest.fixture(scope="session")
def poisoned():
    """Make the first invented dossier with a text in every place that takes words."""
    return poison


def poison(text):
    """Put the text into title, address, names, sites, actors, sources, warnings, reasons, summaries and quotes."""
    dossier = _INVENTED.harbour()
    report = replace(dossier.report, title=text, url=text, id=text, text=dossier.report.text + text)
    toponyms = tuple(replace(t, text=text, reasons=(text,), place=t.place and replace(t.place, name=text)) for t in dossier.toponyms)
    end = _INVENTED.Span(len(dossier.report.text), len(report.text))
    incidents = tuple(
        replace(
            incident,
            summary=text,
            source=text,
            date_part=text,
            sum_mismatch=text,
            attribution=_INVENTED.Attribution.REPORTED,
            site=replace(incident.site, text=text),
            actors=tuple(_INVENTED.Actor(text, end, role, text) for role in _INVENTED.ActorRole),
            quotes=(_INVENTED.Quote(end, "incident"),),
        )
        for incident in dossier.incidents
    )
    claims = tuple(
        replace(
            claim,
            text=text,
            reason=text,
            hedge=text,
            source=text,
            subject=replace(claim.subject, text=text),
            anchor=replace(claim.anchor, text=text),
        )
        for claim in dossier.claims
    )
    layers = (_INVENTED.Source(text, text, text, text, text, f"notice: {text}", text),)
    return replace(dossier, report=report, toponyms=toponyms, incidents=incidents, claims=claims, versions={"mapapp": text}, layers=layers)
