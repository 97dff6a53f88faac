"""What the map says about each feature of the FeatureCollection: words, tone, number, and the key by which text and tables know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapapp.app import wording
from mapapp.app.marks import span_key
from mapapp.app.state import What
from mapapp.claims.claim import AnchorKind, Claim
from mapapp.dossier import Dossier
from mapapp.incidents.incident import GeoPrecision, Incident
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

FOOT_CHARACTERS = 40
"""So much of what a distance is counted from is written at the end of its line."""

FeatureCollection = Mapping[str, Any]
Words = dict[str, dict[str, Any]]

LAYERS = ("incidents", "areas", "claims", "mentions")
"""Everything is drawn; the visitor hides what he does not want."""

POINT_PRECISIONS = frozenset({GeoPrecision.EXACT, GeoPrecision.NEAR, None})
"""Sites known as exactly as this get a pin; the others lie somewhere in their circle."""

QUOTE_CHARACTERS = 400
"""So much of the proving sentence is shown in a pin's bubble; the text itself stands beside the map."""


def placed(collection: FeatureCollection) -> frozenset[str]:
    """Return the ids of the incidents that have a point on the map."""
    features = collection["features"]
    return frozenset(
        feature["id"] for feature in features if feature["properties"]["layer"] == "incidents" and feature["geometry"] is not None
    )


def has_pin(incident: Incident) -> bool:
    """Say whether the incident's site is a point rather than an area; "17 km west of" is one, whatever its precision."""
    site = incident.site
    return site is not None and (site.geo_precision in POINT_PRECISIONS or (site.method == "relative" and site.place_id is not None))


def is_offset(incident: Incident) -> bool:
    """Say whether the site was worked out from a distance, so that its point is only the middle of where it may be."""
    return incident.site is not None and incident.site.method == "relative"


def words(collection: FeatureCollection, dossier: Dossier) -> Words:
    """Return what to say about each feature, by its id."""
    incidents = {incident.id: (number, incident) for number, incident in enumerate(dossier.incidents, start=1)}
    claims = {span_key(claim.span): claim for claim in dossier.claims}
    toponyms = {span_key(toponym.span): toponym for toponym in dossier.toponyms}
    sites = {incident.site.place_id for incident in dossier.incidents if incident.site is not None}
    claim_keys = {
        feature["id"]: span_key(Span(feature["properties"]["q_start"], feature["properties"]["q_end"]))
        for feature in collection["features"]
        if feature["properties"]["layer"] == "claims"
    }
    said: Words = {}
    for feature in collection["features"]:
        properties = feature["properties"]
        key = span_key(Span(properties["q_start"], properties["q_end"])) if properties.get("q_start") is not None else ""
        match properties["layer"]:
            case "incidents":
                said[feature["id"]] = _incident(*incidents[properties["id"]], dossier)
            case "areas" if properties["area_of"] == "claim":
                of_claim = claim_keys[properties["claim"]]
                said[feature["id"]] = _stated_area(of_claim, claims[of_claim], properties["title"])
            case "areas":
                said[feature["id"]] = _area(*incidents[properties["incident"]])
            case "claims":
                said[feature["id"]] = _claim(key, claims[key])
            case "mentions":
                said[feature["id"]] = _mention(key, toponyms[key], is_site=properties.get("place_id") in sites)
    return said


def _incident(number: int, incident: Incident, dossier: Dossier) -> dict[str, Any]:
    """Return the words of an incident's pin and bubble."""
    site = incident.site
    lines = [wording.toll(incident), "" if site is None else _where(incident)]
    if incident.sum_mismatch:
        lines.append(f"⚠ {incident.sum_mismatch}")
    if incident.date_how in wording.DATES_NOT_STATED:
        lines.append(wording.DATES_NOT_STATED[incident.date_how])
    if incident.attribution.value != "asserted":
        lines.append(wording.said_as(incident))
    if incident.background:
        lines.append("told as background")
    quote = incident.quotes[0].span.of(dossier.report.text) if incident.quotes else ""
    return {
        "what": What.INCIDENT.value,
        "key": incident.id,
        "number": number,
        "title": ", ".join(part for part in (wording.sentence_case(incident.type.value), wording.when(incident)) if part),
        "lines": [line for line in lines if line],
        "quote": " ".join(quote[:QUOTE_CHARACTERS].split()) + ("…" if len(quote) > QUOTE_CHARACTERS else ""),
        "tone": wording.incident_tone(incident),
        "pin": has_pin(incident),
        "vague": is_offset(incident),
        "site": "" if site is None else " ".join(site.text.split()),
        "radius_m": None if site is None else site.uncertainty_m,
    }


def _where(incident: Incident) -> str:
    """Return the site with its exactness: "Aktobe: exact place, within 4.6 km"."""
    site = incident.site
    if site is None:
        return ""
    if is_offset(incident) and site.uncertainty_m:
        return f"{' '.join(site.text.split())}, within {wording.kilometres(site.uncertainty_m / 1000)}"
    exactness = [wording.PRECISION_WORDS[site.geo_precision]] if site.geo_precision else []
    if site.uncertainty_m:
        exactness.append(f"within {wording.kilometres(site.uncertainty_m / 1000)} of its middle")
    return f"{site.text}: {', '.join(exactness)}" if exactness else site.text


def _area(number: int, incident: Incident) -> dict[str, Any]:
    """Return the words of the circle round an incident's site."""
    return {
        "what": What.INCIDENT.value,
        "key": incident.id,
        "title": _where(incident),
        "lines": [f"incident {number} happened somewhere in this circle"],
        "tone": "site",
        "pin": has_pin(incident) and not is_offset(incident),
    }


def _stated_area(key: str, claim: Claim, title: str) -> dict[str, Any]:
    """Return the words of the ring or sector where a stated distance puts its subject."""
    words = _claim(key, claim)
    about = "" if claim.subject is None or claim.subject.event else f" put {' '.join(claim.subject.text.split())}"
    return words | {"title": f"{title}: here the words{about or ' lead'}", "foot": ""}


def _claim(key: str, claim: Claim) -> dict[str, Any]:
    """Return the words of a claim's line."""
    return {
        "what": What.CLAIM.value,
        "key": key,
        "title": wording.claim_label(claim),
        "lines": wording.claim_lines(claim),
        "label": wording.claim_label(claim),
        "quote": " ".join(claim.text.split()),
        "foot": _foot(claim),
        "tone": wording.tone(claim),
    }


def _foot(claim: Claim) -> str:
    """Return the words at the end of a line that ends at no place: "the Russian border"; a town has its name on the map already."""
    if claim.anchor is None or claim.anchor.kind not in {AnchorKind.BORDER, AnchorKind.COAST}:
        return ""
    return " ".join(claim.anchor.text.split())[:FOOT_CHARACTERS]


def _mention(key: str, toponym: Toponym, *, is_site: bool) -> dict[str, Any]:
    """Return the words of a named place. ``shown`` is false where a pin stands there already."""
    place = toponym.place
    return {
        "what": What.TOPONYM.value,
        "key": key,
        "title": toponym.text if place is None else place.name,
        "lines": [wording.ROLE_WORDS[toponym.role], "" if place is None else wording.place_line(place)],
        "name": toponym.text if place is None else place.name,
        "place": "" if place is None else place.place_id,
        "tone": toponym.role.value,
        "pin": place is not None and place.is_point,
        "shown": place is not None and not is_site,
    }
