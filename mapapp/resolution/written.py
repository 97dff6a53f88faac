"""Coordinates that the report itself gives: places of their own, and they win over what the gazetteer says of the name beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer import Gazetteer, Kind, Place
from gazetteer.geodesy import distance_km
from gazetteer.place import POINT_KINDS
from mapapp.coordinates import WrittenCoordinates, place_of
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Alternative, Toponym

_BESIDE = re.compile(
    r"\s?[,:–—-]?\s?\(?\s?(?:(?:located|situated|grid|position|at|coordinates|coords?\.?|gps|lat/lon)[:\s]{1,2}){0,3}", re.IGNORECASE
)
_LONGEST_GAP = 40

SAME_PLACE_KM = 15.0
"""A place of the gazetteer this near, beyond its own radius, is the one whose coordinates are given: sources differ by a few kilometres."""

_NEVER_A_POINT = frozenset(Kind) - POINT_KINDS - {Kind.ROAD, Kind.OTHER}


def with_coordinates(
    text: str, toponyms: Sequence[Toponym], written: Sequence[WrittenCoordinates], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Return the toponyms with the coordinates among them, and every name that stands right before coordinates moved there."""
    if not written:
        return tuple(toponyms)
    places = [place_of(w, gazetteer) for w in written]
    own = [Toponym(w.span, w.span.of(text), place=p, confidence=1.0, reasons=_reasons(w)) for w, p in zip(written, places, strict=True)]
    kept = [t for t in toponyms if not any(t.span.overlaps(w.span) for w in written)]
    moved = [_moved(text, t, written, places) for t in kept]
    return tuple(sorted([*moved, *own], key=lambda t: t.span))


def _reasons(written: WrittenCoordinates) -> tuple[str, ...]:
    notation = written.notation.value.replace("_", " ")
    return (f"coordinates written in the report ({notation}, to about {written.uncertainty_m:,.0f} m)",)


def _moved(text: str, toponym: Toponym, written: Sequence[WrittenCoordinates], places: Sequence[Place]) -> Toponym:
    if toponym.demonym or (toponym.place is not None and toponym.place.kind in _NEVER_A_POINT):
        return toponym
    for coordinates, place in zip(written, places, strict=True):
        if _is_beside(text, toponym.span, coordinates.span):
            return _at(toponym, place)
    return toponym


def _is_beside(text: str, name: Span, coordinates: Span) -> bool:
    gap = coordinates.start - name.end
    return 0 < gap <= _LONGEST_GAP and _BESIDE.fullmatch(text, name.end, coordinates.start) is not None


def _at(toponym: Toponym, written: Place) -> Toponym:
    known = toponym.place
    same, why = False, "the gazetteer has no place of this name here"
    if known is not None:
        away_km = distance_km(known.position, written.position)
        same = away_km <= known.radius_km + SAME_PLACE_KM
        why = f"{known.name} of the gazetteer lies {away_km:,.0f} km from them" + ("" if same else ": another place, or a wrong figure")
    place = replace(
        written,
        name=known.name if known is not None and same else toponym.text,
        geonameid=known.geonameid if known is not None and same else None,
        kind=known.kind if known is not None and same else written.kind,
        radius_km=max(written.radius_km, known.radius_km) if known is not None and same else written.radius_km,
    )
    alternatives = toponym.alternatives
    if known is not None:
        alternatives = (Alternative(known, 0.0, ("the reading without the report's coordinates",)), *alternatives)
    return replace(toponym, place=place, confidence=1.0, reasons=("the report gives its coordinates", why), alternatives=alternatives)
