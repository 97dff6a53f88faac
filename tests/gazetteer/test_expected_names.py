"""How many of 155 names a news reader must get right come out right as the first answer (expected_names.csv)."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from gazetteer import Gazetteer, LatLon, Place
from gazetteer.geodesy import distance_km

EXPECTED = Path(__file__).with_name("expected_names.csv")
SHARE = 0.95

KINDS = {
    "country": {"country"},
    "admin1": {"admin1"},
    "region": {"region"},
    "city": {"city", "village", "district"},
    "village": {"city", "village", "district"},
    "water": {"water", "sea"},
    "land form": {"land"},
}
"""Kinds that count as right: the design's words, with two words for a town and two for water."""


def fault(row: dict[str, str], places: tuple[Place, ...]) -> str:
    """Return what is wrong with the first answer, or nothing."""
    if not places:
        return "not known"
    first, expected = places[0], {code for code in row["expected_country"].split("|") if code}
    if expected and not expected & set(first.countries):
        return f"country {'|'.join(first.countries)}"
    if str(first.kind) not in KINDS[row["expected_kind"]]:
        return f"kind {first.kind}"
    # A shared name comes with all its readings: in the first answer, or as further answers of that name.
    if not expected <= {code for place in places for code in place.countries}:
        return "not all readings"
    away_km = distance_km(first.position, LatLon(float(row["lat"]), float(row["lon"])))
    return f"{away_km:.0f} km away" if away_km > float(row["tolerance_km"]) else ""


def test_nineteen_of_twenty_expected_names_are_right_as_first_answer(gazetteer: Gazetteer) -> None:
    """Country with all readings, kind, and position within the tolerance; the message gives the share by kind and every miss."""
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    faults = {row["name"]: found for row in rows if (found := fault(row, gazetteer.lookup(row["name"])))}
    asked = Counter(row["expected_kind"] for row in rows)
    right = Counter(row["expected_kind"] for row in rows if row["name"] not in faults)
    by_kind = ", ".join(f"{kind} {right[kind]}/{number}" for kind, number in sorted(asked.items()))
    print(f"right: {right.total()}/{len(rows)} ({by_kind}); wrong: {faults}")
    assert right.total() / len(rows) >= SHARE, (by_kind, faults)
