"""Find any place by its name, for the field in which an analyst says which one is meant."""

from __future__ import annotations

from gazetteer import Gazetteer, Place
from gazetteer.queries import parts_of
from mapapp.resolution.home_lookup import look_up

MOST_FOUND = 20


def find_places(said: str, gazetteer: Gazetteer, *, most: int = MOST_FOUND) -> list[Place]:
    """Return the best places for what is typed, best first.

    Places of just this name come first, then those whose names begin so; failing both, similar names. An area behind a comma narrows them
    down ("Paris, Ontario"), and an identifier ("geonames:610611") is understood.
    """
    said = said.strip()
    if not said:
        return []
    meant = look_up(said, gazetteer)
    found = [] if meant.is_guess else list(meant.candidates)
    if len(parts_of(said)) <= 1:
        found = [*gazetteer.lookup(said)[:most], *found, *gazetteer.complete(said, limit=most)]
    return list({place.place_id: place for place in found or meant.candidates}.values())[:most]
