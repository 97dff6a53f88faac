"""Spellings of villages as reports have them (tests/gazetteer/village_variants.csv), asked of a gazetteer with the dumps.

``python -m tests.villages.test_village_variants [--pin]`` prints the shares and every miss.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from gazetteer import Gazetteer, Place, open_gazetteer
from gazetteer.geodesy import distance_km
from gazetteer.names import fold
from tests.villages import scoring
from tests.villages.loader import DumpRow, Variant, dump_rows, village_variants

VARIANTS = village_variants()
WITHIN = 5
LARGE_KIND = 15
"""A kind of variant with fewer spellings than this has no figure of its own."""


def answers(world: Gazetteer, variant: Variant) -> list[Place]:
    """Return the places a reader would be offered, best first: bearers of the spelling, then similar names, of that country alone."""
    found = [*world.candidates(variant.written), *world.similar(variant.written, limit=50)]
    places = {match.place.place_id: match.place for match in found if variant.country in match.place.countries}
    return list(places.values())


def is_meant(variant: Variant, place: Place) -> bool:
    """Say whether a place is the one written: it, one at the same spot, or another village of just that name."""
    return any(distance_km(row.position, place.position) <= scoring.VILLAGE_KM for row in _namesakes(variant.geonameid))


@cache
def _namesakes(geonameid: int) -> tuple[DumpRow, ...]:
    row = dump_rows()[f"geonames:{geonameid}"]
    return tuple(other for other in dump_rows().values() if (other.country, other.name) == (row.country, row.name))


def shares(world: Gazetteer, variants: Sequence[Variant] = VARIANTS) -> tuple[scoring.Figures, list[str]]:
    """Return the shares found as the first answer and within five, and what was missed as the first: spelling and first answer."""
    result, missed = scoring.Figures(), []
    ranks: list[tuple[Variant, int | None]] = []
    for variant in variants:
        places = answers(world, variant)
        rank = next((at for at, place in enumerate(places) if is_meant(variant, place)), None)
        ranks.append((variant, rank))
        if rank != 0:
            first = places[0].name if places else "nothing"
            missed.append(
                f"{variant.country} {variant.kind:16} {variant.written} ({_namesakes(variant.geonameid)[0].name}): {first}, {rank}"
            )
    kinds = {kind for kind, times in Counter(v.kind for v in variants).items() if times >= LARGE_KIND}
    for group in ("all", *sorted(kinds)):
        members = [rank for variant, rank in ranks if group in {"all", variant.kind}]
        result.add(f"variants.{group}.first", sum(rank == 0 for rank in members), len(members))
        result.add(f"variants.{group}.within_five", sum(rank is not None and rank < WITHIN for rank in members), len(members))
    return result, missed


def test_the_list_is_long_and_of_many_kinds() -> None:
    """All countries, slips of the pen and other scripts among them, no spelling twice in a country."""
    kinds = Counter(variant.kind for variant in VARIANTS)
    assert len(VARIANTS) == len({(variant.written, variant.country) for variant in VARIANTS}) >= 150
    assert len({variant.country for variant in VARIANTS}) == 12
    assert kinds["slip"] >= 40
    assert kinds["native"] >= 25


def test_no_variant_stands_in_the_dump() -> None:
    """Not among the names of its row as written; in Latin letters not even without its diacritics."""
    listed = []
    for variant in VARIANTS:
        names = dump_rows()[f"geonames:{variant.geonameid}"].names
        known = {name.casefold() for name in names} | ({fold(name) for name in names} if variant.kind != "native" else set())
        if known & {variant.written.casefold(), fold(variant.written)}:
            listed.append(variant.written)
    assert listed == []


def test_variants_are_of_their_country() -> None:
    """The row meant lies where the list says."""
    assert [v.written for v in VARIANTS if dump_rows()[f"geonames:{v.geonameid}"].country != v.country] == []


def test_variants_hold_their_floors(dumps: Gazetteer) -> None:
    """No share is below its floor, and every share has one."""
    result, missed = shares(dumps)
    floors = {name: floor for name, floor in scoring.read_floors(scoring.FLOORS).items() if name.startswith("variants.")}
    below = {name: result.values.get(name, 0.0) for name, floor in floors.items() if result.values.get(name, 0.0) < floor}
    assert below == {}, "\n".join(missed)
    assert set(result.values) == set(floors)


def main() -> None:
    """Print the shares and every miss; --pin raises the floors."""
    parser = argparse.ArgumentParser(description="Look up villages as reports spell them.")
    parser.add_argument("--pin", action="store_true", help="raise the floors to a little below what is reached")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scoring.import_dumps(Path(folder))
        result, missed = shares(open_gazetteer(layers=Path(folder)))
        print("\n".join(missed))
    for name, value in sorted(result.values.items()):
        print(f"{name:32} {value:.3f} of {result.counts[name]}")
    if arguments.pin:
        scoring.pin(result)


if __name__ == "__main__":
    main()
