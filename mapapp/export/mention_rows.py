"""From a toponym to its flat row and its point."""

from __future__ import annotations

from mapapp.export.claim_rows import named_by_span
from mapapp.export.schema import Row
from mapapp.export.shapes import Geometry, point
from mapapp.toponyms.toponym import Toponym


def mention_row(toponym: Toponym, *, doc_sha: str) -> Row:
    """Return the row of a mention. For an area the point is a label point: ``kind`` and ``uncert_m`` say so."""
    place = toponym.place
    row: Row = {
        "id": f"mention-{named_by_span(doc_sha, toponym.span)}",
        "layer": "mentions",
        "doc_sha": doc_sha,
        "text": toponym.text,
        "q_start": toponym.span.start,
        "q_end": toponym.span.end,
        "role": toponym.role.value,
        "demonym": toponym.demonym,
        "confidence": None if toponym.confidence is None else round(toponym.confidence, 4),
        "title": toponym.text,
    }
    if place is not None:
        row |= {
            "place_id": place.place_id,
            "geonameid": place.geonameid,
            "name": place.name,
            "country": place.country,
            "kind": place.kind.value,
            "uncert_m": place.uncertainty_m,
        }
    return row


def mention_point(toponym: Toponym) -> Geometry | None:
    """Return the place's point, None for an unresolved name."""
    return None if toponym.place is None else point(toponym.place.position)
