"""Read dossiers back from their JSON: one object, or a file with one object a line as `mapapp batch` writes it.

What the JSON does not hold stays unknown. The text itself is not in it: the report comes back as :class:`QuotedReport`, blank but for the
words that somebody quoted, and with the digest of the whole. Alternatives come back with name, country, position and score, without kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import orjson

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place
from gazetteer.sources import Source
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Reading, Subject, Verdict
from mapapp.dossier import Dossier
from mapapp.dossier_json import LAYER_KEYS
from mapapp.errors import UnreadableFile
from mapapp.incidents.incident import (
    Actor,
    ActorRole,
    Attribution,
    Count,
    DatePrecision,
    GeoPrecision,
    Incident,
    IncidentType,
    Quote,
    Site,
    Status,
)
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Alternative, Role, Toponym

LONGEST_TEXT = 5_000_000
"""Code points. An offset beyond this is a broken file, not a report; it keeps a false number from filling the memory."""

Document = Mapping[str, Any]
_E = TypeVar("_E", bound=Enum)


@dataclass(frozen=True)
class QuotedReport(Report):
    """A report of which only the quoted words are known. ``text`` has them at their offsets and blanks between."""

    digest: str = ""

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text as it was given, in hexadecimal."""
        return self.digest


def read_dossiers(path: Path) -> Iterator[Dossier]:
    """Read a file of dossiers, one JSON object a line, one after another (the file may be larger than the memory).

    Raises
    ------
    UnreadableFile
        At the first line that is no dossier; the message gives its number.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _dossier_of_line(line, f"{path.name}, line {number}")
    except OSError as error:
        msg = f"{path.name} cannot be read: {error.strerror}"
        raise UnreadableFile(msg) from error


def read_claims(path: Path) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Read the claims alone of a file of dossiers: the identifier of each report with its claims. Several times as fast as the whole.

    Raises
    ------
    UnreadableFile
        If the file cannot be read, or a line is no dossier.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _claims_of_line(line, f"{path.name}, line {number}")
    except OSError as error:
        msg = f"{path.name} cannot be read: {error.strerror}"
        raise UnreadableFile(msg) from error


def _claims_of_line(line: bytes, where: str) -> tuple[str, tuple[Claim, ...]]:
    try:
        document = orjson.loads(line)
        return document["id"], tuple(_claim(row) for row in document["claims"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"{where}: not a dossier: {error}"
        raise UnreadableFile(msg) from error


def _dossier_of_line(line: bytes, where: str) -> Dossier:
    try:
        return dossier_from_dict(orjson.loads(line))
    except ValueError as error:
        msg = f"{where}: {error}"
        raise UnreadableFile(msg) from error


def dossier_from_dict(document: Document) -> Dossier:
    """Make a dossier from what :func:`mapapp.dossier_json.dossier_to_dict` returned.

    Raises
    ------
    UnreadableFile
        If a key is missing, or a value is not what the contract says.
    """
    try:
        return _dossier(document)
    except KeyError as error:
        msg = f"not a dossier: the key {error} is missing"
        raise UnreadableFile(msg) from error
    except (TypeError, ValueError, AttributeError) as error:
        msg = f"not a dossier: {error}"
        raise UnreadableFile(msg) from error


def _dossier(document: Document) -> Dossier:
    return Dossier(
        report=_report(document),
        language=document["language"],
        dateline=_dateline(document["dateline"]) if document["dateline"] else None,
        toponyms=tuple(_toponym(row) for row in document["toponyms"]),
        claims=tuple(_claim(row) for row in document["claims"]),
        incidents=tuple(_incident(row) for row in document["incidents"]),
        notes=tuple(document["notes"]),
        versions=dict(document["versions"]),
        settings=dict(document["settings"]),
        layers=tuple(_layer(row) for row in document.get("layers", ())),
    )


def _layer(row: Document) -> Source:
    labels = {key: row[key] for key in LAYER_KEYS}
    if not all(isinstance(label, str) for label in labels.values()):
        msg = f"what is said of the layer {labels['name']!r:.60} is no text"
        raise TypeError(msg)
    return Source(**labels)


def _report(document: Document) -> QuotedReport:
    quoted = [
        *document["toponyms"],
        *document["claims"],
        *(part for row in document["incidents"] for part in (*row["actors"], *row["quotes"])),
    ]
    return QuotedReport(
        text=_text_of(quoted),
        id=document["id"],
        title=document.get("title", ""),
        published=_day(document["published"]),
        url=document.get("url", ""),
        digest=document["text_sha256"],
    )


def _text_of(quoted: Iterable[Document]) -> str:
    """Put the quoted words at their offsets. Words that overlap agree, since they are slices of one text."""
    parts = [(_span(row), row["text"]) for row in quoted if "text" in row]
    characters = [" "] * max((span.end for span, _ in parts), default=0)
    for span, text in parts:
        if len(text) == span.end - span.start:
            characters[span.start : span.end] = text
    return "".join(characters)


def _dateline(row: Document) -> Dateline:
    return Dateline(place=row["place"], span=_span(row), date=_day(row["date"]), end=row.get("text_start", row["end"]))


def _toponym(row: Document) -> Toponym:
    return Toponym(
        span=_span(row),
        text=row["text"],
        role=Role(row["role"]),
        demonym=bool(row["demonym"]),
        place=_place(row["place"]) if row["place"] else None,
        confidence=row["confidence"],
        reasons=tuple(row["reasons"]),
        within=_place(row["within"]) if row.get("within") else None,
        alternatives=tuple(Alternative(_place(other), float(other["score"]), tuple(other["reasons"])) for other in row["alternatives"]),
    )


def _place(row: Document) -> Place:
    countries = row.get("countries") or ([row["country"]] if row["country"] else [])
    return Place(
        place_id=row["place_id"],
        geonameid=row["geonameid"],
        name=row["name"],
        position=LatLon(row["lat"], row["lon"]),
        countries=tuple(countries),
        kind=Kind(row.get("kind", Kind.OTHER)),
        feature_code=row.get("feature_code", ""),
        population=row.get("population"),
        radius_km=(row.get("uncertainty_m") or 0.0) / 1000.0,
        admin1=row.get("admin1", ""),
        admin2=row.get("admin2", ""),
        source=row.get("source", ""),
    )


def _claim(row: Document) -> Claim:
    measured = row["measured_km_interval"]
    return Claim(
        span=_span(row),
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        verdict=Verdict(row["verdict"]),
        reason=row["reason"],
        subject=_subject(row["subject"]) if row["subject"] else None,
        anchor=_anchor(row["anchor"]) if row["anchor"] else None,
        stated=_bounds(row["stated_km"]),
        hedge=row["hedge"],
        direction=row["direction"],
        measured_km=row["measured_km"],
        measured=Interval(*measured) if measured else None,
        bearing_deg=row["bearing_deg"],
        nearest=_position(row["nearest"]) if row["nearest"] else None,
        direction_verdict=_maybe(Verdict, row["direction_verdict"]),
        readings=tuple(Reading(part["reading"], part["measured_km"], Verdict(part["verdict"])) for part in row["readings"]),
        source=row["source"],
        read_as=row.get("read_as") or "",
        read_as_km=_bounds(row.get("read_as_km")),
        second_anchor=_anchor(row["second_anchor"]) if row.get("second_anchor") else None,
        attribution=row.get("attribution"),
        negated=bool(row.get("negated")),
        modal=bool(row.get("modal")),
        used_for_disambiguation=bool(row.get("used_for_disambiguation")),
        conversion_km=row.get("conversion_km"),
    )


def _bounds(row: Document | None) -> Interval | None:
    return Interval(row["low"], row["high"]) if row else None


def _subject(row: Document) -> Subject:
    return Subject(row["text"], _span(row), _position(row), row.get("place_id"), bool(row["event"]))


def _anchor(row: Document) -> Anchor:
    return Anchor(row["text"], _span(row), AnchorKind(row["kind"]), tuple(row["countries"]), _position(row), row.get("place_id"))


def _incident(row: Document) -> Incident:
    return Incident(
        id=row["id"],
        type=IncidentType(row["type"]),
        summary=row["summary"],
        parent=row["parent"],
        date_start=_day(row["date_start"]),
        date_end=_day(row["date_end"]),
        date_precision=_maybe(DatePrecision, row["date_precision"]),
        date_how=row.get("date_how"),
        attribution=Attribution(row["attribution"]),
        status=Status(row["status"]),
        site=_site(row["site"]) if row["site"] else None,
        killed=_count(row["killed"]),
        injured=_count(row["injured"]),
        attackers_killed=_count(row["attackers_killed"]),
        arrested=_count(row["arrested"]),
        abducted=_count(row["abducted"]),
        actors=tuple(Actor(part["text"], _span(part), ActorRole(part["role"]), part["type"]) for part in row["actors"]),
        quotes=tuple(Quote(_span(part), part["field"]) for part in row["quotes"]),
        displaced=_count(row.get("displaced")),
        civilians_killed=_count(row.get("civilians_killed")),
        background=bool(row["background"]),
        source=row.get("source"),
        date_edtf=row.get("date_edtf"),
        date_part=row.get("date_part"),
        sum_mismatch=row.get("sum_mismatch"),
    )


def _site(row: Document) -> Site:
    precision = _maybe(GeoPrecision, row["geo_precision"])
    return Site(row["text"], row["place_id"], _position(row), row["uncertainty_m"], precision, row["method"])


def _count(row: Document | None) -> Count | None:
    return Count(row["low"], row["best"], row["high"]) if row else None


def _span(row: Document) -> Span:
    start, end = row["start"], row["end"]
    if not 0 <= start <= end <= LONGEST_TEXT:
        msg = f"start {start} and end {end} are no span of a text"
        raise ValueError(msg)
    return Span(start, end)


def _position(row: Document) -> LatLon | None:
    return None if row["lat"] is None or row["lon"] is None else LatLon(row["lat"], row["lon"])


def _maybe(kind: type[_E], value: object) -> _E | None:
    return None if value is None else kind(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
