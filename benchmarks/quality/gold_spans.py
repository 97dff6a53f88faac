"""The resolver alone: spans found by the markers, the resolver's choice beside the best that its candidates hold.

The best candidate is the ceiling of the gazetteer: no resolver can do better over it. No candidate is left out. The gap from the choice to
the ceiling is the resolver's, the gap from the ceiling to 1 is missing content, the gap to the reader's own spans is recognition.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.pairing import Json, Scorer
from gazetteer import Gazetteer, Place, open_gazetteer
from mapapp.report.report import Report
from mapapp.resolution.resolver import resolve
from mapapp.toponyms.toponym import Toponym

DEMONYM = "demonym"


def write_predictions(documents: Mapping[str, Json], scorer: Scorer, chosen: Path, best: Path) -> None:
    """Resolve the marked spans and write two files of predictions: what was chosen, and the best candidate of each."""
    world = open_gazetteer()
    with chosen.open("w", encoding="utf-8") as choices, best.open("w", encoding="utf-8") as ceilings:
        for document in documents.values():
            one, other = predictions(document, world, scorer)
            choices.write(json.dumps(one) + "\n")
            ceilings.write(json.dumps(other) + "\n")


def predictions(document: Json, world: Gazetteer, scorer: Scorer) -> tuple[Json, Json]:
    """Return the predictions for one document: what the resolver chose, and the best candidates."""
    marked = {(g["start"], g["end"]): g for g in document["toponyms"] if g["group"] != DEMONYM}
    toponyms = resolve(Report(document["text"], id=document["id"]), sorted(marked), gazetteer=world, max_alternatives=None)
    spans = [(t.span.start, t.span.end) for t in toponyms]
    chosen = [_prediction(span, t.place) for span, t in zip(spans, toponyms, strict=True)]
    best = [_prediction(span, best_of(t, marked[span], scorer)) for span, t in zip(spans, toponyms, strict=True)]
    return {"id": document["id"], "toponyms": chosen}, {"id": document["id"], "toponyms": best}


def best_of(toponym: Toponym, gold: Json, scorer: Scorer) -> Place | None:
    """Return the candidate that carries the marked id, else the one nearest to the marked point; None without candidates or point."""
    candidates = [*([toponym.place] if toponym.place else []), *(a.place for a in toponym.alternatives)]
    if gold.get("lat") is None or not candidates:
        return None

    def distance(place: Place) -> tuple[bool, float]:
        away = scorer.km(gold["lat"], gold["lon"], place.position.lat, place.position.lon)
        return place.geonameid is None or place.geonameid != gold.get("geonameid"), away

    return min(candidates, key=distance)


def _prediction(span: tuple[int, int], place: Place | None) -> dict[str, Any]:
    line: dict[str, Any] = {"start": span[0], "end": span[1], "lat": None, "lon": None}
    if place is not None:
        line |= {"lat": place.position.lat, "lon": place.position.lon, "geonameid": place.geonameid}
    return line


def shares(right: Mapping[str, float], ceiling: Mapping[str, float], rows: Sequence[str]) -> dict[str, float]:
    """Return ``<row>.right``, ``<row>.ceiling`` and ``<row>.share_of_ceiling`` for each row."""
    figures: dict[str, float] = {}
    for row in rows:
        of = right[row] / ceiling[row] if ceiling[row] else 0.0
        figures |= {f"{row}.right": right[row], f"{row}.ceiling": ceiling[row], f"{row}.share_of_ceiling": of}
    return figures
