"""A dossier as plain JSON values: the keys of the contract, in its order, then what a lossless export needs besides.

Offsets are Unicode code points, half-open. Countries are ISO 3166-1 alpha-2. Latitudes and longitudes are rounded to 6 decimals (0.1 m),
kilometres to 3 (1 m), bearings to 2, scores to 4; a number that is none (NaN, infinite) is a broken program and raises ValueError.

Keys beyond the contract, always behind the contract's own: ``title``, ``url`` and ``layers`` of the report (imported layers from which
its places come); ``text_start`` of a dateline; ``countries``, ``admin1``, ``admin2``, ``population`` and ``source`` of a place;
``place_id`` of a claim's two ends; ``read_as``, ``read_as_km``, ``second_anchor``, ``attribution``, ``negated``, ``modal``,
``used_for_disambiguation`` and ``conversion_km`` of a claim (see :class:`mapapp.claims.claim.Claim`); ``text`` of a quote; ``date_how``,
``date_edtf``, ``date_part``, ``displaced``, ``civilians_killed``, ``source`` and ``sum_mismatch`` of an incident. With them
:mod:`mapapp.dossier_reader` can make the dossier again, and its exports come out the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import Any, Protocol

from gazetteer.coordinates import LatLon
from gazetteer.place import Place
from gazetteer.sources import Source
from mapapp.claims.claim import Anchor, Claim, Interval, Reading, Subject
from mapapp.incidents.codes import codes_of
from mapapp.incidents.incident import Actor, Count, Incident, Quote, Site
from mapapp.report.report import Dateline, Report
from mapapp.toponyms.toponym import Alternative, Toponym

DEGREE_DECIMALS = 6
KM_DECIMALS = 3
BEARING_DECIMALS = 2
SCORE_DECIMALS = 4

LAYER_KEYS = ("name", "title", "version", "licence", "vintage", "attribution", "url")
"""What is said of an imported layer."""


class Findings(Protocol):
    """What a dossier holds. :class:`mapapp.dossier.Dossier` is one; export and this module need no more than this."""

    @property
    def report(self) -> Report:
        """The report as given."""

    @property
    def language(self) -> str:
        """ISO 639-1 code, or "und"."""

    @property
    def dateline(self) -> Dateline | None:
        """Where and when it was filed."""

    @property
    def toponyms(self) -> tuple[Toponym, ...]:
        """The place names."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The stated distances and directions, checked."""

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """What happened."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the reader."""

    @property
    def versions(self) -> Mapping[str, str]:
        """What made the dossier."""

    @property
    def settings(self) -> Mapping[str, Any]:
        """How it was made."""

    @property
    def layers(self) -> tuple[Source, ...]:
        """The imported layers from which its places come."""


def dossier_to_dict(dossier: Findings) -> dict[str, Any]:
    """Return the dossier as JSON values (str, int, float, bool, None, list, dict).

    Raises
    ------
    ValueError
        If a number of the dossier is NaN or infinite.
    """
    report = dossier.report
    return {
        "id": report.id,
        "text_sha256": report.text_sha256,
        "language": dossier.language,
        "published": _day(report.published),
        "dateline": None if dossier.dateline is None else _dateline(dossier.dateline),
        "toponyms": [_toponym(toponym) for toponym in dossier.toponyms],
        "claims": [_claim(claim) for claim in dossier.claims],
        "incidents": [_incident(incident, report.text) for incident in dossier.incidents],
        "notes": list(dossier.notes),
        "versions": dict(dossier.versions),
        "settings": dict(dossier.settings),
        "title": report.title,
        "url": report.url,
        "layers": [{key: getattr(layer, key) for key in LAYER_KEYS} for layer in dossier.layers],
    }


def _dateline(dateline: Dateline) -> dict[str, Any]:
    return {
        "place": dateline.place,
        "start": dateline.span.start,
        "end": dateline.span.end,
        "date": _day(dateline.date),
        "text_start": dateline.end,
    }


def _toponym(toponym: Toponym) -> dict[str, Any]:
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "text": toponym.text,
        "role": str(toponym.role),
        "demonym": toponym.demonym,
        "confidence": _number(toponym.confidence, SCORE_DECIMALS),
        "reasons": list(toponym.reasons),
        "place": None if toponym.place is None else _place(toponym.place),
        "alternatives": [_alternative(alternative) for alternative in toponym.alternatives],
        "within": None if toponym.within is None else _place(toponym.within),
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "geonameid": place.geonameid,
        "place_id": place.place_id,
        "name": place.name,
        **_position(place.position),
        "country": place.country,
        "kind": str(place.kind),
        "feature_code": place.feature_code,
        "uncertainty_m": _number(place.uncertainty_m, 0),
        "countries": list(place.countries),
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "source": place.source,
    }


def _alternative(alternative: Alternative) -> dict[str, Any]:
    place = alternative.place
    return {
        "place_id": place.place_id,
        "geonameid": place.geonameid,
        "name": place.name,
        "country": place.country,
        **_position(place.position),
        "score": _number(alternative.score, SCORE_DECIMALS),
        "reasons": list(alternative.reasons),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "kind": str(claim.kind),
        "subject": None if claim.subject is None else _subject(claim.subject),
        "anchor": None if claim.anchor is None else _anchor(claim.anchor),
        "stated_km": _bounds(claim.stated),
        "hedge": claim.hedge,
        "direction": claim.direction,
        "measured_km": _km(claim.measured_km),
        "measured_km_interval": None if claim.measured is None else _interval(claim.measured),
        "bearing_deg": _number(claim.bearing_deg, BEARING_DECIMALS),
        "nearest": None if claim.nearest is None else _position(claim.nearest),
        "verdict": str(claim.verdict),
        "direction_verdict": None if claim.direction_verdict is None else str(claim.direction_verdict),
        "readings": [_reading(reading) for reading in claim.readings],
        "reason": claim.reason,
        "source": claim.source,
        "read_as": claim.read_as or None,
        "read_as_km": _bounds(claim.read_as_km),
        "second_anchor": None if claim.second_anchor is None else _anchor(claim.second_anchor),
        "attribution": claim.attribution,
        "negated": claim.negated,
        "modal": claim.modal,
        "used_for_disambiguation": claim.used_for_disambiguation,
        "conversion_km": _km(claim.conversion_km),
    }


def _subject(subject: Subject) -> dict[str, Any]:
    return {
        "text": subject.text,
        "start": subject.span.start,
        "end": subject.span.end,
        **_position(subject.position),
        "event": subject.event,
        "place_id": subject.place_id,
    }


def _anchor(anchor: Anchor) -> dict[str, Any]:
    return {
        "text": anchor.text,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "kind": str(anchor.kind),
        "countries": list(anchor.countries),
        **_position(anchor.position),
        "place_id": anchor.place_id,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {"reading": reading.reading, "measured_km": _km(reading.measured_km), "verdict": str(reading.verdict)}


def _incident(incident: Incident, text: str) -> dict[str, Any]:
    return {
        "id": incident.id,
        "parent": incident.parent,
        "type": str(incident.type),
        "summary": incident.summary,
        "date_start": _day(incident.date_start),
        "date_end": _day(incident.date_end),
        "date_precision": None if incident.date_precision is None else str(incident.date_precision),
        "attribution": str(incident.attribution),
        "status": str(incident.status),
        "site": None if incident.site is None else _site(incident.site),
        "killed": _count(incident.killed),
        "injured": _count(incident.injured),
        "attackers_killed": _count(incident.attackers_killed),
        "arrested": _count(incident.arrested),
        "abducted": _count(incident.abducted),
        "actors": [_actor(actor) for actor in incident.actors],
        "codes": codes_of(incident).to_dict(),
        "quotes": [_quote(quote, text) for quote in incident.quotes],
        "background": incident.background,
        "date_how": incident.date_how,
        "date_edtf": incident.date_edtf,
        "date_part": incident.date_part,
        "displaced": _count(incident.displaced),
        "civilians_killed": _count(incident.civilians_killed),
        "source": incident.source,
        "sum_mismatch": incident.sum_mismatch,
    }


def _site(site: Site) -> dict[str, Any]:
    return {
        "text": site.text,
        "place_id": site.place_id,
        **_position(site.position),
        "uncertainty_m": _number(site.uncertainty_m, 0),
        "geo_precision": None if site.geo_precision is None else int(site.geo_precision),
        "method": site.method,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {"text": actor.text, "start": actor.span.start, "end": actor.span.end, "role": str(actor.role), "type": actor.type}


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    return {"start": quote.span.start, "end": quote.span.end, "field": quote.field, "text": quote.span.of(text)}


def _count(count: Count | None) -> dict[str, int | None] | None:
    return None if count is None else {"low": count.low, "best": count.best, "high": count.high}


def _position(position: LatLon | None) -> dict[str, float | None]:
    if position is None:
        return {"lat": None, "lon": None}
    return {"lat": _number(position.lat, DEGREE_DECIMALS), "lon": _number(position.lon, DEGREE_DECIMALS)}


def _bounds(interval: Interval | None) -> dict[str, float | None] | None:
    return None if interval is None else {"low": _km(interval.low_km), "high": _km(interval.high_km)}


def _interval(interval: Interval) -> list[float | None]:
    return [_km(interval.low_km), _km(interval.high_km)]


def _km(value: float | None) -> float | None:
    return _number(value, KM_DECIMALS)


def _number(value: float | None, decimals: int) -> float | None:
    """Round; -0.0 becomes 0.0, and what is no number is refused, since JSON has no word for it."""
    if value is None:
        return None
    if not isfinite(value):
        msg = f"{value} cannot be written as JSON: a calculation went wrong"
        raise ValueError(msg)
    return round(float(value), decimals) + 0.0


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
