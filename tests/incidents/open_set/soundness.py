"""Says what is wrong with the gold of a set itself: marks that cut words, quotes and dates that are missing, places out of place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gazetteer import Gazetteer, LatLon
from gazetteer.geodesy import distance_km
from tests.incidents.open_set.gold import REASONS, GoldIncident, GoldReport, GoldSite

WORDS = (60, 350)
"""As long as a report is."""


def faults_of_marks(row: dict[str, Any]) -> list[str]:
    """Return the stretches of a line that hold another text, cut a word or lie outside the report, and a text of odd length."""
    text = row["text"]
    marks = [*row["not_incidents"], *row["optional"]]
    for incident in row["incidents"]:
        marks += [*incident["actors"], *incident["quotes"], *(part for part in (incident["site"], incident["source"]) if part)]
    lines = [f"outside: {mark}" for mark in marks if not 0 <= mark["start"] < mark["end"] <= len(text)]
    lines += [f"another text: {mark}" for mark in marks if "text" in mark and text[mark["start"] : mark["end"]] != mark["text"]]
    lines += [f"cuts a word: {mark}" for mark in marks if _cuts_a_word(text, mark["start"]) or _cuts_a_word(text, mark["end"])]
    return lines + [f"{len(text.split())} words"] * (not WORDS[0] <= len(text.split()) <= WORDS[1])


def _cuts_a_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def faults_of_gold(report: GoldReport) -> list[str]:
    """Return ids told twice, parents that are none or have one, unknown reasons, and what is wrong with single incidents."""
    by_id = {incident.id: incident for incident in report.incidents}
    lines = ["an id stands twice"] * (len(by_id) != len(report.incidents))
    lines += [f"{i.id}: parent {i.parent}" for i in report.incidents if i.parent and (i.parent not in by_id or by_id[i.parent].parent)]
    lines += [f"reason {why}" for why, _ in report.not_incidents if why not in REASONS]
    return lines + [fault for incident in report.incidents for fault in _unsound(incident, report)]


def _unsound(incident: GoldIncident, report: GoldReport) -> list[str]:
    quoted = {name for name, _ in incident.quotes}
    stated = {"incident", *incident.counts, *(["site"] if incident.site else []), *(["date_start"] if incident.dates[0].start else [])}
    lines = [f"{incident.id}: no quote for {name}" for name in sorted(stated - quoted)]
    for name, count in incident.counts.items():
        order = [n for n in (count.low, *count.best[:1], count.high) if n is not None]
        lines += [f"{incident.id}: {name} {order}"] * (order != sorted(order))
    late = [d for d in incident.dates if d.start and (d.start > report.published or (d.end and d.end < d.start))]
    return lines + [f"{incident.id}: date {d.start}" for d in late]


def known_villages(sites: Iterable[GoldSite], world: Gazetteer) -> list[str]:
    """Return villages marked as being in no gazetteer of whose name something lies in the area that stands in for them."""
    return [s.texts[0] for s in sites for m in world.candidates(s.texts[0]) if distance_km(m.place.position, s.position) <= s.radius_km]


def sites_abroad(sites: Iterable[GoldSite], world: Gazetteer) -> list[str]:
    """Return points that lie in another country, by more than a few kilometres: positions have one decimal, towns stand on borders."""
    return [site.name for site in sites if site.country not in _countries_around(world, site.position)]


def _countries_around(world: Gazetteer, position: LatLon) -> set[str]:
    around = [LatLon(position.lat + north / 20, position.lon + east / 20) for north in (-1, 0, 1) for east in (-1, 0, 1)]
    return {country for at in around for country in world.countries_at(at)} | set(world.nearest(position).countries)
