"""The head of the findings, the annotated text and the map beside it."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from mapapp.app import components, marks, session, summary
from mapapp.app.features import placed, words
from mapapp.app.marks import span_key
from mapapp.app.state import AppState, Selection, What
from mapapp.app.wording import VERDICT_WORDS, tone
from mapapp.claims.claim import Claim
from mapapp.dossier import Dossier
from mapapp.export.notices import map_notices
from mapapp.report.calendar_words import day_in_words
from mapapp.toponyms.toponym import Toponym

SUMMARY, TEXT, MAP = "summary", "text", "map"
UNTITLED = "Untitled report"


def draw_summary(dossier: Dossier) -> None:
    """Draw title, origin, counts that add up, the unplaced by name, and the notes."""
    counts = summary.count(dossier, placed(session.features()))
    components.summary(
        {
            "report": _report_key(dossier),
            "title": dossier.report.title or UNTITLED,
            "origin": _origin(dossier),
            "counts": [
                {"tone": "site", "head": summary.incident_line(counts), "tail": ""},
                {"tone": _worst(dossier), "head": summary.claim_line(dossier.claims), "tail": summary.alarm_line(dossier.claims)},
                {"tone": "border", "head": summary.place_line(counts), "tail": ""},
            ],
            "unplaced": list(counts.unplaced),
            "notes": list(dossier.notes),
        },
        key=SUMMARY,
    )


def _origin(dossier: Dossier) -> list[str]:
    """Return where the report comes from: place and day of filing, day of publication, address (as text, never a link), home region."""
    parts = []
    if dossier.dateline is not None:
        filed = (
            dossier.dateline.place if dossier.dateline.date is None else f"{dossier.dateline.place}, {day_in_words(dossier.dateline.date)}"
        )
        parts.append(f"filed from {filed}")
    if dossier.report.published is not None:
        parts.append(f"published {day_in_words(dossier.report.published)}")
    if dossier.report.url:
        parts.append(urlsplit(dossier.report.url).netloc if _is_web(dossier.report.url) else dossier.report.url[:80])
    if home := session.state().home:
        parts.append(f"home region {' + '.join(part.name for part in home)}")
    return parts


def _is_web(url: str) -> bool:
    """Say whether an address is one of the web and can be shown by its host."""
    try:
        return urlsplit(url).scheme.lower() in {"http", "https"} and bool(urlsplit(url).netloc)
    except ValueError:
        return False


def _worst(dossier: Dossier) -> str:
    """Return the tone of the claims' count: that of the first claim in doubt, else that of a claim that fits."""
    verdicts = {tone(claim) for claim in dossier.claims}
    doubtful = ("contradicted", "by_road_if_obstacle", "by_road", "roughly", "supported", "cannot_tell")
    return next((verdict for verdict in doubtful if verdict in verdicts), "mention")


def draw_text_and_map(dossier: Dossier) -> None:
    """Draw the two halves side by side; below each other on a narrow screen."""
    now = session.state()
    left, right = st.columns([11, 13], gap="medium")
    with left:
        draw_text(dossier, now)
    with right:
        draw_map(dossier, now)


def draw_text(dossier: Dossier, now: AppState) -> None:
    """Draw the annotated report."""
    chosen = session.chosen()
    rejected = {span for span, place_id in chosen.items() if place_id is None}
    found = marks.marks(dossier, rejected=rejected, corrected=set(chosen) - rejected)
    data: dict[str, Any] = {"text": dossier.report.text, "marks": found, "legend": marks.legend(found)}
    components.report_text(data | _pointer(now), key=TEXT, on_pick=lambda: session.picked(TEXT))


def draw_map(dossier: Dossier, now: AppState) -> None:
    """Draw the map of exactly the features that the downloads hold."""
    collection = session.features()
    data: dict[str, Any] = {
        "features": {"type": "FeatureCollection", "features": collection["features"]},
        "words": words(collection, dossier),
        "report": _report_key(dossier),
        "spot": _spot(dossier, now.selection),
        "notices": map_notices(collection),
    }
    components.incident_map(data | _pointer(now), key=MAP, on_pick=lambda: session.picked(MAP))


def _report_key(dossier: Dossier) -> str:
    """Return what tells one report from the next, so that the browser knows when to show a new view."""
    return hashlib.sha256(f"{dossier.report.text_sha256}{dossier.report.title}".encode("utf-8", "replace")).hexdigest()


def _pointer(now: AppState) -> dict[str, Any]:
    """Return what is selected; ``focus`` changes with each selection, even of the same thing."""
    selected = None if now.selection is None else {"what": now.selection.what.value, "key": now.selection.key}
    return {"selected": selected, "focus": now.focus}


def _spot(dossier: Dossier, selection: Selection | None) -> dict[str, Any] | None:
    """Return where the selected claim or toponym lies, so that the map can go there; None if nowhere, or if a pin says it."""
    if selection is None:
        return None
    if selection.what is What.TOPONYM:
        return next((_toponym_spot(toponym) for toponym in dossier.toponyms if span_key(toponym.span) == selection.key), None)
    if selection.what is What.CLAIM:
        return next((_claim_spot(claim) for claim in dossier.claims if span_key(claim.span) == selection.key), None)
    return None


def _toponym_spot(toponym: Toponym) -> dict[str, Any] | None:
    """Return where a toponym's place lies and how far it reaches (a town: as a point)."""
    place = toponym.place
    if place is None:
        return None
    title = ", ".join([place.name, *(["/".join(place.countries)] if place.countries else [])])
    radius_m = 0 if place.is_point else place.uncertainty_m
    return {"what": "toponym", "lat": place.position.lat, "lon": place.position.lon, "radius_m": radius_m, "title": title, "also": []}


def _claim_spot(claim: Claim) -> dict[str, Any] | None:
    """Return the two ends of a claim's line, as far as they are known."""
    start = None if claim.subject is None else claim.subject.position
    if start is None:
        return None
    end = claim.nearest or (None if claim.anchor is None else claim.anchor.position)
    also = [] if end is None else [[end.lat, end.lon]]
    return {"what": "claim", "lat": start.lat, "lon": start.lon, "radius_m": 0, "also": also, "title": VERDICT_WORDS[claim.verdict]}
