"""From what a reader writes for a home region ("Wichita, Kansas", "Kazakhstan", "geonames:4281730") to the place that is meant."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer import Gazetteer, Kind, Place
from gazetteer.index import Match, UnknownPlace
from gazetteer.queries import is_clear, parts_of, search

CLEAR_LEAD = 2.0
"""A place is meant without more words if it is this much more prominent than its namesakes elsewhere: about a hundred times the people."""

SHOWN = 8
"""So many candidates are enough to choose from; whoever means another adds the region behind a comma."""

_TOO_WIDE = frozenset({Kind.CONTINENT, Kind.SEA})


@dataclass(frozen=True, slots=True)
class Meant:
    """What a reader may mean by a home region.

    ``place`` is the one that is meant, None where nothing is known by that name or several places are as likely. ``candidates`` are the
    best of them, ``count`` says how many there are. With ``is_guess`` nothing bears the name as written there, and the candidates are
    places that bear it elsewhere, or a similar one.
    """

    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    count: int = 0
    is_guess: bool = False


def look_up(written: str, gazetteer: Gazetteer) -> Meant:
    """Return what is meant by a name, by a name with the areas around it behind commas, or by a place id."""
    try:
        place = gazetteer.place(written.strip())
        return Meant(place, (place,), 1)
    except UnknownPlace:
        parts = parts_of(written)
    found = _narrow(search(gazetteer, parts))
    if found:
        places = tuple(match.place for match in found[:SHOWN])
        return Meant(found[0].place if is_clear(found, lead=CLEAR_LEAD) else None, places, len(found))
    if not parts:
        return Meant()
    near = _narrow(gazetteer.candidates(parts[0])) or _narrow(gazetteer.similar(parts[0]))
    return Meant(None, tuple(match.place for match in near[:SHOWN]), len(near), is_guess=True)


def _narrow(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    return tuple(match for match in matches if match.place.kind not in _TOO_WIDE)
