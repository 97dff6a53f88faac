"""A small world of two invented documents, and a scorer that pairs overlapping spans in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from benchmarks.quality.pairing import Json, Scorer

KM_PER_DEGREE = 111.2


def _match(gold: Sequence[Json], answers: Sequence[Json]) -> list[tuple[int, int, bool]]:
    pairs: list[tuple[int, int, bool]] = []
    for i, g in enumerate(gold):
        free = [j for j in range(len(answers)) if j not in {pair[1] for pair in pairs}]
        over = [j for j in free if g["start"] < answers[j]["end"] and answers[j]["start"] < g["end"]]
        if over:
            pairs.append((i, over[0], False))
    return pairs


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    return KM_PER_DEGREE * max(abs(lat - other_lat), abs(lon - other_lon))


@pytest.fixture(name="scorer")
def _scorer() -> Callable[[int, int, int], Scorer]:
    """Return a maker of scorers that count so many right, found and predicted names."""

    def make(right: int, found: int, predicted: int) -> Scorer:
        return Scorer(_match, _km, lambda *_, **__: {"within": right, "overlap": found, "pred": predicted})

    return make


@pytest.fixture(name="document")
def _document() -> dict[str, Any]:
    """Return a text of our own with its marked names."""
    text = "Rain fell on Gulu. The road to Moroto, said Ugandan police, was cut near Lokitela."
    names = {
        "Gulu": ("literal", 2.77, 32.30),
        "Moroto": ("literal", 2.53, 34.66),
        "Ugandan": ("demonym", 1.0, 32.0),
        "Lokitela": ("literal", None, None),
    }
    marked = [
        {
            "start": text.index(name),
            "end": text.index(name) + len(name),
            "text": name,
            "group": group,
            "lat": lat,
            "lon": lon,
            "geonameid": i,
        }
        for i, (name, (group, lat, lon)) in enumerate(names.items(), start=1)
    ]
    return {"id": "rain", "corpus": "own", "text": text, "toponyms": marked}
