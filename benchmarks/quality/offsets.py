"""Offsets: claims whose two ends are known, turned round to see where the words alone would put the subject.

Each claim with a direction is applied to the point of its far end; the result is held against the true point of its near end, and against
the far end itself, which is where an event "17 km west of X" lands when the offset is not read. ``nearer``: the share that comes nearer to
the truth than the far end is. ``inside``: the share whose true point lies in the radius. Poland is left out of the encyclopaedia: the truth
there was resolved by machine, and wrongly in one case of twenty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.quality.figures import Measured
from gazetteer import LatLon
from gazetteer.geodesy import distance_km
from gazetteer.place import town_radius_km
from mapapp.claims.offset_place import offset_place, stated_reach
from mapapp.claims.statements.hedges import plain_hedge
from mapapp.claims.uncertainty import POINT_ERROR_KM

LEFT_OUT = frozenset({"PL"})

SETS = (("encyclopaedia", "wiki_dev.jsonl"), ("news", "dev.jsonl"))


@dataclass(frozen=True, slots=True)
class Inverted:
    """One claim turned round: how far the truth is from the point given, from the far end, and the radius given, in km."""

    letters: int
    off_km: float
    anchor_off_km: float
    radius_km: float


def offsets(data: Path, work: Path) -> Measured:
    """Places at so many kilometres from another: nearer than the other, and true point inside the radius."""
    del work
    figures: dict[str, float] = {}
    notes = [f"{'offsets':28} {'n':>5} {'off km':>7} {'anchor off':>10} {'nearer':>7} {'inside':>7} {'radius km':>9}"]
    for name, file in SETS:
        rows = list(inverted(data / "claims" / file))
        pointed = [row for row in rows if row.letters]
        figures[f"offsets.{name}.nearer"] = _share([row.off_km < row.anchor_off_km for row in pointed])
        figures[f"offsets.{name}.inside"] = _share([row.off_km <= row.radius_km for row in pointed])
        notes += [_line(f"{name}, {words}", chosen) for words, chosen in _groups(rows, pointed) if chosen]
    return Measured(figures, notes=tuple(notes))


def inverted(path: Path) -> Iterator[Inverted]:
    """Yield the claims of a file that are counted from a point, turned round."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("country") in LEFT_OUT or row["anchor"].get("kind") == "border" or not row["stated"]:
                continue
            low, high, km = _stated(row)
            anchor, true = (LatLon(end["lat"], end["lon"]) for end in (row["anchor"], row["subject"]))
            reach = stated_reach(low, high, km, plain_hedge(row["hedge"] or "")).on_the_ground()
            found = offset_place(anchor, _extent_km(row), reach, row["direction"])
            yield Inverted(len(row["direction"] or ""), distance_km(found.position, true), distance_km(anchor, true), found.radius_km)


def _stated(row: dict[str, Any]) -> tuple[float, float, float]:
    """Return low and high number as written and the kilometres of their unit."""
    stated_km = row["stated_km"]
    if isinstance(stated_km, float):
        return row["stated"], row["stated"], stated_km / row["stated"]
    low_km, high_km = stated_km["low"], stated_km["high"]
    km = (low_km + high_km) / 2.0 / row["stated"]
    return low_km / km, high_km / km, km


def _extent_km(row: dict[str, Any]) -> float:
    """Return the radius of the far end; the worked-out claims give it only inside the uncertainty of the whole."""
    if "pop" in row["anchor"]:
        return town_radius_km(row["anchor"]["pop"])
    rest = row["uncertainty_km"] ** 2 - POINT_ERROR_KM**2 - town_radius_km(row["subject"].get("population")) ** 2
    return max(1.0, sqrt(max(0.0, rest)))


def _groups(rows: Sequence[Inverted], pointed: Sequence[Inverted]) -> Iterator[tuple[str, Sequence[Inverted]]]:
    yield "all with a direction", pointed
    for letters, words in ((1, "four-point"), (2, "eight-point"), (3, "sixteen-point"), (0, "no direction (ring)")):
        yield words, [row for row in rows if row.letters == letters]


def _share(held: Sequence[bool]) -> float:
    return sum(held) / len(held) if held else 0.0


def _line(name: str, rows: Sequence[Inverted]) -> str:
    off, anchor, radius = (median(values) for values in zip(*((r.off_km, r.anchor_off_km, r.radius_km) for r in rows), strict=True))
    nearer, inside = _share([r.off_km < r.anchor_off_km for r in rows]), _share([r.off_km <= r.radius_km for r in rows])
    return f"{name:28} {len(rows):5} {off:7.1f} {anchor:10.1f} {nearer:7.3f} {inside:7.3f} {radius:9.1f}"
