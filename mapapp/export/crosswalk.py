"""Incidents as rows of ACLED, UCDP GED and GTD: their columns, their codes, and beside the table what was lost.

Rows are made from the columns of our own export, so that a filter and a correction hold here too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from mapapp.export.crosswalk_columns import ACLED, GTD, UCDP, Scheme
from mapapp.export.schema import Row, Value
from mapapp.export.tables import cell
from mapapp.incidents.codes import GTD_NAMES, ORGANISED, STATE, inter_of
from mapapp.incidents.incident import ActorRole, ActorType, IncidentType

Properties = Mapping[str, Any]

_TIME_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
_GEO_PRECISION = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 6: 3}
_SPECIFICITY = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 7: 5}
_DISORDER = {
    "Battles": "Political violence", "Explosions/Remote violence": "Political violence", "Violence against civilians": "Political violence",
    "Protests": "Demonstrations", "Riots": "Demonstrations", "Strategic developments": "Strategic developments",
}  # fmt: skip
_DISORDER_OF_SUB = {"Mob violence": "Political violence", "Excessive force against protesters": "Political violence; Demonstrations"}
_A = ActorType
_TARGETS: dict[str, tuple[int, str]] = {
    _A.PRIVATE: (1, "Business"), _A.GOVERNMENT: (2, "Government (General)"), _A.POLICE: (3, "Police"), _A.STATE_FORCES: (4, "Military"),
    _A.PEACEKEEPERS: (4, "Military"), _A.JOURNALISTS: (10, "Journalists & Media"), _A.MEDIA: (10, "Journalists & Media"),
    _A.AID_WORKERS: (12, "NGO"), _A.CIVILIANS: (14, "Private Citizens & Property"), _A.PROTESTERS: (14, "Private Citizens & Property"),
    _A.REBELS: (17, "Terrorists/Non-State Militia"), _A.MILITIA: (17, "Terrorists/Non-State Militia"),
}  # fmt: skip
"""GTD's targtype1 by type of the first target."""

_NO_VIOLENCE = frozenset(
    {
        IncidentType.ACCIDENT, IncidentType.FIRE, IncidentType.NATURAL_DISASTER, IncidentType.EPIDEMIC, IncidentType.DISPLACEMENT,
        IncidentType.PROTEST, IncidentType.RIOT, IncidentType.ROBBERY, IncidentType.LOOTING, IncidentType.ARREST, IncidentType.OTHER,
    }
)  # fmt: skip
"""Types in which nobody dies by organised violence."""


def crosswalk(features: Sequence[Mapping[str, Any]], scheme: Scheme, *, metadata: Mapping[str, Any]) -> tuple[bytes, bytes]:
    """Return the table as CSV, and beside it as JSON: what was left out and why, what is empty, what was lost.

    Parameters
    ----------
    features
        Features of the layer incidents.
    scheme
        The dataset whose columns are written.
    metadata
        That of the collection; goes into the JSON.
    """
    rows: list[Row] = []
    left_out: dict[str, list[str]] = {}
    incidents = [feature["properties"] for feature in features if feature["properties"]["layer"] == "incidents"]
    parents = {properties["parent"] for properties in incidents}
    parts = _parts(incidents)
    for properties in incidents:
        reason = _left_out(properties, scheme, parents)
        if reason is None:
            rows.append(_MAKERS[scheme.name](properties, parts))
        else:
            left_out.setdefault(reason, []).append(properties["id"])
    return _table(rows, scheme), _losses(rows, left_out, scheme, metadata)


def _parts(incidents: Sequence[Properties]) -> dict[str, list[str]]:
    """Return the ids of the parts of each umbrella."""
    found: dict[str, list[str]] = {}
    for properties in incidents:
        if properties["parent"] is not None:
            found.setdefault(properties["parent"], []).append(properties["id"])
    return found


def _left_out(properties: Properties, scheme: Scheme, parents: set[str | None]) -> str | None:
    """Return why an incident has no row; None where it has one."""
    if properties["id"] in parents:
        return "umbrella: its parts are written"
    if properties["attribution"] == "denied":
        return "denied"
    if properties["status"] == "rejected":
        return "rejected by an analyst"
    if scheme is UCDP:
        if properties["event_type"] in _NO_VIOLENCE:
            return "not covered: no organised violence"
        return None if _dead(properties) else "not covered: nobody is said to have died"
    column = "acled_event" if scheme is ACLED else "gtd_attack"
    return "not covered" if properties[column] is None else None


def _table(rows: Sequence[Row], scheme: Scheme) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(scheme.columns)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in scheme.columns])
    return out.getvalue().encode()


def _losses(rows: Sequence[Row], left_out: Mapping[str, list[str]], scheme: Scheme, metadata: Mapping[str, Any]) -> bytes:
    filled = {name for row in rows for name, value in row.items() if value is not None}
    document = {
        "scheme": scheme.name,
        "code_book": scheme.code_book,
        "rows": len(rows),
        "left_out": {reason: {"count": len(ids), "ids": ids} for reason, ids in sorted(left_out.items())},
        "always_empty": [name for name in scheme.columns if name not in filled],
        "losses": scheme.losses,
        "metadata": dict(metadata),
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _least(properties: Properties, name: str) -> int | None:
    """Return the best figure, or the least where no best one is told."""
    best: int | None = properties[f"{name}_best"]
    low: int | None = properties[f"{name}_low"]
    return low if best is None else best


def _dead(properties: Properties) -> int | None:
    """Return all dead, attackers included; None where nothing is stated."""
    return _sum(_least(properties, "deaths"), properties["deaths_a"])


def _sum(*figures: int | None) -> int | None:
    """Add what is stated; None where nothing is."""
    stated = [figure for figure in figures if figure is not None]
    return sum(stated) if stated else None


def _year(properties: Properties) -> int | None:
    return None if properties["date_start"] is None else int(properties["date_start"][:4])


def _acled(properties: Properties, parts: Mapping[str, list[str]]) -> Row:
    del parts
    inter1 = inter_of(properties["actor1_typ"], ActorRole.PERPETRATOR)
    inter2 = inter_of(properties["actor2_typ"], ActorRole.TARGET)
    return {
        "event_id_cnty": properties["id"],
        "event_date": properties["date_start"],
        "year": _year(properties),
        "time_precision": _TIME_PRECISION.get(properties["date_prec"]),
        "disorder_type": _DISORDER_OF_SUB.get(properties["acled_sub_event"]) or _DISORDER.get(properties["acled_event"]),
        "event_type": properties["acled_event"],
        "sub_event_type": properties["acled_sub_event"],
        "actor1": properties["actor1"],
        "inter1": inter1,
        "actor2": properties["actor2"],
        "inter2": inter2,
        "interaction": _interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if properties["civ_target"] else None,
        "iso": properties["iso_num"],
        "country": properties["country"],
        "admin1": properties["adm1"],
        "admin2": properties["adm2"],
        "location": properties["location"],
        "latitude": properties["latitude"],
        "longitude": properties["longitude"],
        "geo_precision": _GEO_PRECISION.get(properties["geo_prec"]),
        "source": properties["src_name"],
        "notes": properties["quote"] or properties["description"],
        "fatalities": _dead(properties) or 0,
    }


def _interaction(first: int | None, second: int | None) -> int | None:
    """Return ACLED's two digits, the smaller first; one actor alone has a 0 behind it."""
    known = sorted(code for code in (first, second) if code is not None)
    if not known:
        return None
    return known[0] * 10 + (known[1] if len(known) > 1 else 0)


def _sides(properties: Properties) -> tuple[Value, Value]:
    """Return side a and side b: of a fight with a state the state is side a."""
    first, second = properties["actor1"], properties["actor2"]
    if properties["viol_type"] == 3:
        return first, "Civilians"
    if properties["actor2_typ"] in STATE and properties["actor1_typ"] in ORGANISED:
        return second, first
    return first, second


def _ucdp(properties: Properties, parts: Mapping[str, list[str]]) -> Row:
    del parts
    side_a, side_b = _sides(properties)
    swapped = side_a is not None and side_a == properties["actor2"]
    civilians, attackers, best = properties["deaths_civ"], properties["deaths_a"], _dead(properties)
    high = _sum(properties["deaths_high"], attackers) if properties["deaths_high"] is not None else best
    return {
        "id": properties["id"],
        "year": _year(properties),
        "type_of_violence": properties["viol_type"],
        "side_a": side_a,
        "side_b": side_b,
        "number_of_sources": properties["n_src"],
        "source_article": properties["src_url"] or properties["src_name"],
        "source_date": properties["src_date"],
        "source_headline": properties["src_name"],
        "source_original": properties["said_by"],
        "where_prec": properties["geo_prec"],
        "where_coordinates": properties["location"],
        "where_description": properties["loc_text"],
        "adm_1": properties["adm1"],
        "adm_2": properties["adm2"],
        "latitude": properties["latitude"],
        "longitude": properties["longitude"],
        "geom_wkt": None if properties["latitude"] is None else f"POINT ({properties['longitude']!r} {properties['latitude']!r})",
        "country": properties["country"],
        "event_clarity": properties["clarity"],
        "date_prec": properties["date_prec"],
        "date_start": properties["date_start"],
        "date_end": properties["date_end"],
        "deaths_a": None if swapped else attackers,
        "deaths_b": attackers if swapped else None,
        "deaths_civilians": civilians,
        "deaths_unknown": None if best is None else max(0, best - (attackers or 0) - (civilians or 0)),
        "best": best,
        "high": high,
        "low": _sum(_low(properties), attackers),
    }


def _low(properties: Properties) -> int | None:
    low: int | None = properties["deaths_low"]
    return properties["deaths_best"] if low is None else low


def _gtd(properties: Properties, parts: Mapping[str, list[str]]) -> Row:
    day, precision = properties["date_start"], properties["date_prec"] or 1
    target = _TARGETS.get(properties["actor2_typ"] or "", (None, None))
    siblings = [other for other in parts.get(properties["parent"] or "", []) if other != properties["id"]]
    abducted = properties["event_type"] == IncidentType.ABDUCTION
    return {
        "eventid": properties["id"],
        "iyear": _year(properties),
        "imonth": None if day is None else int(day[5:7]) if precision < 5 else 0,
        "iday": None if day is None else int(day[8:10]) if precision < 4 else 0,
        "approxdate": properties["date_edtf"] if precision > 1 and day is not None else None,
        "extended": None,
        "country_txt": properties["country"],
        "provstate": properties["adm1"],
        "city": properties["location"] if properties["geo_prec"] in {1, 2} else None,
        "latitude": properties["latitude"],
        "longitude": properties["longitude"],
        "specificity": _SPECIFICITY.get(properties["geo_prec"]),
        "vicinity": None if properties["geo_prec"] is None else int(properties["geo_prec"] == 2),
        "location": properties["loc_text"],
        "summary": properties["quote"] or properties["description"],
        "multiple": int(properties["parent"] is not None),
        "suicide": int(properties["event_type"] == IncidentType.SUICIDE_BOMBING),
        "attacktype1": properties["gtd_attack"],
        "attacktype1_txt": GTD_NAMES.get(properties["gtd_attack"]),
        "targtype1": target[0],
        "targtype1_txt": target[1],
        "target1": properties["actor2"],
        "gname": properties["actor1"] or "Unknown",
        "nkill": _dead(properties),
        "nkillter": properties["deaths_a"],
        "nwound": _least(properties, "inj"),
        "ishostkid": int(abducted),
        "nhostkid": properties["abducted"] if abducted else None,
        "scite1": properties["src_name"],
        "dbsource": "mapapp",
        "related": ", ".join(siblings) or None,
    }


_MAKERS: dict[str, Callable[[Properties, Mapping[str, list[str]]], Row]] = {ACLED.name: _acled, UCDP.name: _ucdp, GTD.name: _gtd}
