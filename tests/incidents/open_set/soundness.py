"""Says what is wrong with the gold of a set itself: cut words, missing quotes and dates, places out of place, too little of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gazetteer import Gazetteer, LatLon
from gazetteer.geodesy import distance_km
from tests.incidents.open_set import fields, scoring
from tests.incidents.open_set.gold import COUNTS, REASONS, GoldIncident, GoldReport, GoldSite

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


def misplaced(reports: Sequence[GoldReport], world: Gazetteer) -> list[str]:
    """Return villages of no gazetteer that are in one, and points abroad."""
    sites = [incident.site for report in reports for incident in report.incidents if incident.site]
    unlisted, points = [s for s in sites if s.in_no_gazetteer], [s for s in sites if not s.area]
    return [*known_villages(unlisted, world), *sites_abroad(points, world)]


def known_villages(sites: Iterable[GoldSite], world: Gazetteer) -> list[str]:
    """Return villages marked as being in no gazetteer of whose name something lies in the area that stands in for them."""
    return [s.texts[0] for s in sites for m in world.candidates(s.texts[0]) if distance_km(m.place.position, s.position) <= s.radius_km]


def sites_abroad(sites: Iterable[GoldSite], world: Gazetteer) -> list[str]:
    """Return points that lie in another country, by more than a few kilometres: positions have one decimal, towns stand on borders."""
    return [site.name for site in sites if site.country not in _countries_around(world, site.position)]


def _countries_around(world: Gazetteer, position: LatLon) -> set[str]:
    around = [LatLon(position.lat + north / 20, position.lon + east / 20) for north in (-1, 0, 1) for east in (-1, 0, 1)]
    return {country for at in around for country in world.countries_at(at)} | set(world.nearest(position).countries)


def shortfalls(reports: Sequence[GoldReport], least: Mapping[str, int]) -> dict[str, int]:
    """Return what some reports hold too little of to be measured, with how much there is."""
    held = tally(reports)
    return {name: held[name] for name in least if held[name] < least[name]}


def tally(reports: Sequence[GoldReport]) -> dict[str, int]:
    """Count what is measured in some reports: incidents, links, figures above zero and so on; optional incidents are left out."""
    incidents = [incident for report in reports for incident in report.incidents if not incident.optional]
    sites = [incident.site for incident in incidents if incident.site]
    return {
        "incidents": len(incidents),
        "umbrellas": sum(any(i.parent for i in report.incidents) for report in reports),
        "links": sum(incident.parent is not None for incident in incidents),
        "attackers": sum(fields.has_attackers(incident) for incident in incidents),
        "background": sum(incident.background == (True,) for incident in incidents),
        "areas": sum(site.area for site in sites),
        "unlisted": sum(site.in_no_gazetteer for site in sites),
        "unlocated": sum(incident.site is None and not incident.site_open for incident in incidents),
        "doubtful": sum(incident.attributions[0] in scoring.DOUBTFUL for incident in incidents),
        "not_incidents": sum(len(report.not_incidents) for report in reports),
    } | {name: sum(name in fields.above_zero(incident) for incident in incidents) for name in COUNTS}


def places(reports: Sequence[GoldReport]) -> set[tuple[str, str]]:
    """Return the name and the country of every site of some reports."""
    sites = [incident.site for report in reports for incident in report.incidents if incident.site]
    return {(site.name, site.country) for site in sites}
