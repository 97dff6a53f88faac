"""Reads a set of incidents: ``reports.jsonl``, one report a line with its gold. What the marks mean stands in README.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.coordinates import LatLon
from mapapp.incidents.incident import ActorRole, Attribution, DatePrecision, IncidentType
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class ReportSet:
    """A folder with ``reports.jsonl`` and ``floors.json``, and the halves it is told in; only "dev" may be looked at."""

    folder: Path
    halves: tuple[str, ...]

    @property
    def reports(self) -> Path:
        """The reports with their gold."""
        return self.folder / "reports.jsonl"

    @property
    def floors(self) -> Path:
        """The figures below which nothing may fall."""
        return self.folder / "floors.json"

    def half_of(self, report_id: str) -> str:
        """Return the half of a report: even ids stand in the first, odd ones in the second where there are two."""
        return self.halves[int(report_id) % len(self.halves)]


OPEN_SET = ReportSet(Path(__file__).parent, ("dev", "held"))
"""Even ids may be looked at while rules are made ("dev"), odd ones only as figures ("held")."""

SECOND_SET = ReportSet(Path(__file__).parent.parent / "second_set", ("dev",))
"""Blind until its first figures were written down in its README; may be looked at since."""

THIRD_SET = ReportSet(Path(__file__).parent.parent / "third_set", ("dev",))
"""Blind until its first figures were written down in its README; may be looked at since."""

FOURTH_SET = ReportSet(Path(__file__).parent.parent / "fourth_set", ("dev", "held"))
"""Blind until its first figures were written down in its README; even ids may be looked at since, odd ones only as figures."""

TERSE_SET = ReportSet(Path(__file__).parent.parent / "terse_set", ("dev",))
"""Registers, lists, logs and forms; may be looked at."""

SETS = {"open": OPEN_SET, "second": SECOND_SET, "third": THIRD_SET, "fourth": FOURTH_SET, "terse": TERSE_SET}

CONTINENTS = {"Africa", "Asia", "Europe", "North America", "South America", "Oceania"}
"""Where the reports of every set come from."""

COUNTS = ("killed", "injured", "attackers_killed", "arrested", "abducted", "displaced")
"""The figures that are scored. Civilians are marked, but an incident has no field of that name."""

REASONS = frozenset("planned threatened denied hypothetical statement anniversary drill negated foiled".split())
"""Why a mention is no incident."""


@dataclass(frozen=True, slots=True)
class GoldCount:
    """A number of people as stated. ``best`` holds every right answer, none where only "several" is said or a range is given."""

    low: int | None
    high: int | None
    best: tuple[int, ...]
    may_be_missing: bool

    @property
    def is_hedged(self) -> bool:
        """Whether the bounds say more than the number itself: "at least five"."""
        return bool(self.best) and not self.may_be_missing and len(self.best) == 1 and (self.low, self.high) != (self.best[0], self.best[0])


@dataclass(frozen=True, slots=True)
class GoldDate:
    """One right reading of a date; all None: undated."""

    start: date | None
    end: date | None
    precision: DatePrecision | None


@dataclass(frozen=True, slots=True)
class GoldSite:
    """Where it happened. An ``area`` has a label point and a radius; ``precisions`` are those of the contract that are right."""

    span: Span
    texts: tuple[str, ...]
    name: str
    country: str
    position: LatLon
    precisions: frozenset[int]
    area: bool
    radius_km: float
    in_no_gazetteer: bool


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Somebody who acted or suffered."""

    span: Span
    role: ActorRole


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """An incident of the gold. First readings come first; ``site_open``: too open to debate to be scored."""

    id: str
    parent: str | None
    types: tuple[IncidentType, ...]
    background: tuple[bool, ...]
    optional: bool
    dates: tuple[GoldDate, ...]
    site: GoldSite | None
    site_open: bool
    counts: dict[str, GoldCount]
    civilians: GoldCount | None
    actors: tuple[GoldActor, ...]
    attributions: tuple[Attribution, ...]
    source: Span | None
    quotes: tuple[tuple[str, Span], ...]

    def quoted(self, field: str) -> tuple[Span, ...]:
        """Return the stretches that prove a field; "incident" are those that tell the event."""
        return tuple(span for name, span in self.quotes if name == field)


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its gold. ``not_incidents`` are mentions to be left alone, ``optional`` may be told as incidents or not."""

    id: str
    genre: str
    continent: str
    published: date
    text: str
    incidents: tuple[GoldIncident, ...]
    not_incidents: tuple[tuple[str, Span], ...]
    optional: tuple[Span, ...]
    half: str

    def parts(self, incident: GoldIncident) -> tuple[GoldIncident, ...]:
        """Return the parts of an umbrella."""
        return tuple(part for part in self.incidents if part.parent == incident.id)


def rows(of: ReportSet = OPEN_SET) -> list[dict[str, Any]]:
    """Return the lines as they stand in the file."""
    return [json.loads(line) for line in of.reports.read_text(encoding="utf-8").splitlines()]


@cache
def gold_reports(half: str = "all", of: ReportSet = OPEN_SET) -> tuple[GoldReport, ...]:
    """Return the reports of a half of a set, or all."""
    reports = tuple(read_gold(row, of) for row in rows(of))
    return tuple(report for report in reports if half in {"all", report.half})


def read_gold(row: dict[str, Any], of: ReportSet = OPEN_SET) -> GoldReport:
    """Return the report of one line."""
    return GoldReport(
        id=row["id"],
        genre=row["genre"],
        continent=row["continent"],
        published=date.fromisoformat(row["published"]),
        text=row["text"],
        incidents=tuple(_incident(part) for part in row["incidents"]),
        not_incidents=tuple((part["why"], _span(part)) for part in row["not_incidents"]),
        optional=tuple(_span(part) for part in row["optional"]),
        half=of.half_of(row["id"]),
    )


def _span(part: dict[str, Any]) -> Span:
    return Span(part["start"], part["end"])


def _incident(part: dict[str, Any]) -> GoldIncident:
    first = (part["date_start"], part["date_end"], part["date_precision"])
    return GoldIncident(
        id=part["id"],
        parent=part["parent"],
        types=tuple(IncidentType(name) for name in (part["type"], *part.get("type_or", []))),
        background=tuple(realis == "background" for realis in (part["realis"], *part.get("realis_or", []))),
        optional=part.get("optional", False),
        dates=tuple(_date(*reading) for reading in (first, *part.get("date_or", []))),
        site=_site(part["site"]) if part["site"] else None,
        site_open=part.get("site_open", False),
        counts={name: _count(part[name]) for name in COUNTS if part[name]},
        civilians=_count(part["civilians"]) if part["civilians"] else None,
        actors=tuple(GoldActor(_span(actor), ActorRole(actor["role"])) for actor in part["actors"]),
        attributions=tuple(Attribution(name) for name in (part["attribution"], *part.get("attribution_or", []))),
        source=_span(part["source"]) if part["source"] else None,
        quotes=tuple((quote["field"], _span(quote)) for quote in part["quotes"]),
    )


def _date(start: str | None, end: str | None, precision: str | None) -> GoldDate:
    if not (start and end and precision):
        return GoldDate(None, None, None)
    return GoldDate(date.fromisoformat(start), date.fromisoformat(end), DatePrecision(precision))


def _count(part: dict[str, Any]) -> GoldCount:
    best = () if part["best"] is None else (part["best"], *part.get("best_or", []))
    return GoldCount(part["low"], part["high"], best, part.get("may_be_missing", False))


def _site(part: dict[str, Any]) -> GoldSite:
    means = part["means"]
    return GoldSite(
        span=_span(part),
        texts=(part["text"], *part.get("text_or", [])),
        name=means["name"],
        country=means["country"],
        position=LatLon(means["lat"], means["lon"]),
        precisions=frozenset({part["geo_precision"], *part.get("geo_precision_or", [])}),
        area=part["area"],
        radius_km=part.get("radius_km", 25),
        in_no_gazetteer=part.get("in_no_gazetteer", False),
    )
