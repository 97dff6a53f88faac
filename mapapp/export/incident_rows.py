"""From an incident to its flat row: the columns of ``incident_schema.tsv``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from gazetteer.coordinates import LatLon
from gazetteer.country_codes import iso3, iso_number
from gazetteer.place import Place
from mapapp.claims.claim import Verdict
from mapapp.dossier_json import Findings
from mapapp.export.findings import PlaceNames, Sites, drawn_at
from mapapp.export.schema import Row
from mapapp.incidents.codes import codes_of, is_against_civilians, plover_mode
from mapapp.incidents.incident import Actor, ActorRole, Count, DatePrecision, Incident
from mapapp.toponyms.toponym import Toponym

TITLE_LENGTH = 80
"""Characters; the schema's limit."""

DATE_PREC = {DatePrecision.DAY: 1, DatePrecision.DAYS: 2, DatePrecision.WEEK: 3, DatePrecision.MONTH: 4, DatePrecision.YEAR: 5}
"""UCDP date_prec."""

WORST_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.BY_ROAD_IF_OBSTACLE,
    Verdict.BY_ROAD,
    Verdict.CANNOT_TELL,
    Verdict.ROUGHLY,
    Verdict.SUPPORTED,
)
"""Of several claims about a site, the first of these that occurs is the one to look at."""


def incident_row(incident: Incident, *, dossier: Findings, sites: Sites, names: PlaceNames) -> Row:
    """Return the row of an incident, all columns but those that are always null today. ``id`` and ``parent`` are the incident's own."""
    toponym = sites.toponym(incident)
    place = sites.place(incident)
    position = drawn_at(incident.site, place)
    return {
        "id": incident.id,
        "layer": "incidents",
        "parent": incident.parent,
        "title": shortened(incident.summary) or incident.type.replace("_", " "),
        "description": incident.summary or None,
        "event_type": incident.type.value,
        **_codes(incident),
        **_dates(incident),
        **_site(incident, place, position, names),
        **_certainty(toponym),
        **_people(incident),
        "clarity": 2 if sites.is_umbrella(incident) else 1,
        **_source(incident, dossier),
        **_claims(*sites.verdicts(incident)),
        "attribution": incident.attribution.value,
        "background": incident.background,
        "status": incident.status.value,
        "rev": 0,
        "sensitivity": "none",
    }


def shortened(text: str, length: int = TITLE_LENGTH) -> str:
    """Return the text on one line, cut between words with an ellipsis where it is longer than ``length`` characters."""
    # The first characters suffice: a summary of a megabyte must not cost a megabyte's work in each of its copies.
    line = " ".join(text[: 8 * length].split())
    if len(line) <= length and len(text) <= 8 * length:
        return line
    cut = line[: length - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space and len(head) > length // 2 else cut).rstrip(' ,;:')}…"


def _codes(incident: Incident) -> Row:
    codes = codes_of(incident)
    return {
        "acled_event": codes.acled_event,
        "acled_sub_event": codes.acled_sub_event,
        "plover": codes.plover,
        "plover_mod": plover_mode(incident),
        "gtd_attack": codes.gtd,
        "viol_type": codes.ucdp,
    }


def _dates(incident: Incident) -> Row:
    """Calendar dates, and the half-open interval that time sliders need; no timezone ever touches them."""
    start = incident.date_start
    if start is None:
        return {}
    end = incident.date_end or start
    if end < start:
        msg = f"incident {incident.id} ends ({end}) before it starts ({start})"
        raise ValueError(msg)
    precision = incident.date_precision or DatePrecision.DAY
    return {
        "time_start": f"{start.isoformat()}T00:00:00Z",
        # 9999-12-31 has no day after it; an interval that cannot be closed is left open.
        "time_end": f"{(end + timedelta(days=1)).isoformat()}T00:00:00Z" if end < date.max else None,
        "date_start": start.isoformat(),
        "date_end": end.isoformat(),
        "date_prec": DATE_PREC[precision],
        "date_edtf": incident.date_edtf or edtf(start, end, precision),
        "date_how": incident.date_how,
    }


def edtf(start: date, end: date, precision: DatePrecision) -> str:
    """Return the date in EDTF (ISO 8601-2): 2011, 2016-06, 2016-06-05, 2016-06-05/2016-06-11."""
    if precision is DatePrecision.YEAR and start.year == end.year:
        return f"{start.year:04}"
    if precision is DatePrecision.MONTH and (start.year, start.month) == (end.year, end.month):
        return f"{start.year:04}-{start.month:02}"
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def _site(incident: Incident, place: Place | None, position: LatLon | None, names: PlaceNames) -> Row:
    site = incident.site
    if site is None:
        return {}
    return {
        "location": place.name if place is not None else site.text,
        "loc_text": site.text,
        "place_id": site.place_id,
        **_divisions(place, names),
        **_countries(_codes_of(place, position, names), names),
        "latitude": None if position is None else round(position.lat, 6),
        "longitude": None if position is None else round(position.lon, 6),
        "geo_prec": None if site.geo_precision is None else int(site.geo_precision),
        "uncert_m": site.uncertainty_m,
        "geo_method": site.method,
    }


def _divisions(place: Place | None, names: PlaceNames) -> Row:
    if place is None:
        return {}
    first = names.admin1(place.admin1) if place.admin1 else None
    second = names.admin2(place.admin2) if place.admin2 else None
    return {
        "adm1": None if first is None else first.name,
        "adm1_code": place.admin1 or None,
        "adm2": None if second is None else second.name,
    }


def _codes_of(place: Place | None, position: LatLon | None, names: PlaceNames) -> tuple[str, ...]:
    if place is not None:
        return place.countries
    return () if position is None else names.countries_at(position)


def _countries(codes: tuple[str, ...], names: PlaceNames) -> Row:
    if len(codes) != 1:
        return {"iso2_all": joined(codes)}
    country = names.country(codes[0])
    return {
        "country": None if country is None else country.name,
        "iso2": codes[0],
        "iso3": iso3(codes[0]),
        "iso_num": iso_number(codes[0]),
    }


def _certainty(toponym: Toponym | None) -> Row:
    if toponym is None:
        return {}
    return {
        "geo_role": toponym.role.value,
        "geo_conf": None if toponym.confidence is None else round(toponym.confidence, 4),
        "n_cand": len(toponym.alternatives) + 1,
        "geo_why": joined(toponym.reasons),
    }


def _people(incident: Incident) -> Row:
    """Actors and counts. actor1 is side A, the perpetrator, so his dead are deaths_a."""
    first = _first(incident.actors, ActorRole.PERPETRATOR)
    second = _first(incident.actors, ActorRole.TARGET)
    return {
        "actor1": None if first is None else first.text,
        "actor1_typ": None if first is None else first.type,
        "actor2": None if second is None else second.text,
        "actor2_typ": None if second is None else second.type,
        "civ_target": is_against_civilians(incident),
        **_three("deaths", incident.killed),
        "deaths_a": _best(incident.attackers_killed),
        "deaths_civ": _best(incident.civilians_killed),
        **_three("inj", incident.injured),
        "arrested": _best(incident.arrested),
        "abducted": _best(incident.abducted),
        "displaced": _best(incident.displaced),
        "sum_mismatch": incident.sum_mismatch,
    }


def _first(actors: Iterable[Actor], role: ActorRole) -> Actor | None:
    return next((actor for actor in actors if actor.role is role), None)


def _three(name: str, count: Count | None) -> Row:
    return {} if count is None else {f"{name}_low": count.low, f"{name}_best": count.best, f"{name}_high": count.high}


def _best(count: Count | None) -> int | None:
    return None if count is None else count.best


def _source(incident: Incident, dossier: Findings) -> Row:
    report = dossier.report
    said_by = _first(incident.actors, ActorRole.SOURCE)
    quote = incident.quotes[0].span if incident.quotes else None
    return {
        "src_name": report.title or None,
        "src_url": report.url or None,
        "src_date": None if report.published is None else report.published.isoformat(),
        "n_src": 1,
        "said_by": said_by.text if said_by is not None else incident.source,
        "quote": None if quote is None else quote.of(report.text),
        "q_start": None if quote is None else quote.start,
        "q_end": None if quote is None else quote.end,
        "doc_sha": report.text_sha256,
    }


def _claims(count: int, verdicts: frozenset[Verdict]) -> Row:
    worst = next((verdict for verdict in WORST_FIRST if verdict in verdicts), None)
    return {"claims_n": count, "claim_worst": None if worst is None else worst.value}


def joined(parts: Iterable[str]) -> str | None:
    """Join a list for a flat column, None where it is empty."""
    return "; ".join(parts) or None
