"""What an analyst has decided: another place for a name, or that it is none. Choices outrank the ranking and are certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gazetteer import Gazetteer, Place
from mapapp.toponyms.toponym import REJECTED, Alternative, Toponym

Choices = Mapping[tuple[int, int], str | None]
"""(start, end) of a toponym -> the place_id chosen for it; None: it is no place."""


def apply_choices(toponyms: Sequence[Toponym], choices: Choices, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the toponyms with the choices applied; what the ranking had chosen stays among the alternatives.

    Raises
    ------
    KeyError
        If a chosen place_id is not in the gazetteer.
    """
    return tuple(_choose(t, choices, gazetteer) for t in toponyms)


def _choose(toponym: Toponym, choices: Choices, gazetteer: Gazetteer) -> Toponym:
    key = (toponym.span.start, toponym.span.end)
    if key not in choices:
        return toponym
    place_id = choices[key]
    alternatives = toponym.alternatives
    if toponym.place is not None and toponym.place.place_id != place_id:
        alternatives = (Alternative(toponym.place, 0.0, ("the reading without the analyst's choice",)), *alternatives)
    if place_id is None:
        return replace(toponym, place=None, confidence=None, reasons=(REJECTED,), alternatives=alternatives)
    return replace(
        toponym,
        place=_place(place_id, toponym, gazetteer),
        confidence=1.0,
        reasons=("chosen by the analyst",),
        alternatives=tuple(a for a in alternatives if a.place.place_id != place_id),
    )


def _place(place_id: str, toponym: Toponym, gazetteer: Gazetteer) -> Place:
    """Return the chosen place: one that the reading knows, coordinates of the report among them, or any of the gazetteer."""
    known = [toponym.place, *(a.place for a in toponym.alternatives)]
    found = next((place for place in known if place is not None and place.place_id == place_id), None)
    return found or gazetteer.place(place_id)
