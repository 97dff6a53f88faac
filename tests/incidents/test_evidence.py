"""Every stated value has the words that prove it; a value without them is a bug."""

import pytest

from mapapp import read_report
from mapapp.examples.loader import load
from mapapp.incidents.incident import Attribution, Incident
from tests.incidents.open_set.gold import gold_reports

FIGURES = ("killed", "injured", "attackers_killed", "arrested", "abducted", "displaced", "civilians_killed")
TEXTS = [(example.name, example.text, example.published) for example in load()]
TEXTS += [(report.id, report.text, report.published) for half in ("dev", "held") for report in gold_reports(half)]


def unproven(incident: Incident, text: str) -> list[str]:
    """Return the fields of an incident that are stated without words."""
    quoted = {quote.field for quote in incident.quotes}
    stated = [name for name in FIGURES if getattr(incident, name) is not None]
    stated += ["incident"]
    stated += ["date_start"] if incident.date_start is not None and incident.date_how != "assumed" else []
    stated += ["site"] if incident.site is not None else []
    stated += ["attribution"] if incident.attribution is not Attribution.ASSERTED else []
    missing = [name for name in stated if name not in quoted]
    spans = {quote.span for quote in incident.quotes if quote.field == "actors"}
    missing += [f"actor {actor.text}" for actor in incident.actors if actor.span not in spans or actor.span.of(text) != actor.text]
    missing += [f"empty {quote.field}" for quote in incident.quotes if not quote.span.of(text).strip()]
    return missing


@pytest.mark.parametrize(("name", "text", "published"), TEXTS, ids=[name for name, _, _ in TEXTS])
def test_every_stated_value_has_its_quote(name, text, published):
    """Over all example reports and the open set."""
    found = read_report(text, published=published).incidents
    assert {(name, incident.id): unproven(incident, text) for incident in found if unproven(incident, text)} == {}


def test_a_value_without_words_would_be_seen():
    """The check itself can fail."""
    incident = read_report("Gunmen killed two farmers in Kano on 3 May 2019.").incidents[0]
    assert unproven(incident, "Gunmen killed two farmers in Kano on 3 May 2019.") == []
    bare = Incident(id="i", type=incident.type, summary="", killed=incident.killed, actors=incident.actors)
    assert unproven(bare, "x" * 60) == ["killed", "incident", "actor Gunmen", "actor two farmers"]
