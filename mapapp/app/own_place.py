"""From what an analyst types about a place to the place as it is put on the list."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazetteer.importing import ListedPlace
from gazetteer.names import fold
from gazetteer.place import Kind
from mapapp.app.positions import read_position
from mapapp.errors import BadOption

LONGEST_NAME, LONGEST_NOTE = 200, 2000
MOST_SPELLINGS = 50
_BETWEEN = re.compile(r"[,;|،؛\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the fields. ``found_as`` is how the report writes the name, empty where that is no name of the place itself."""

    name: str
    latitude: str
    longitude: str
    kind: Kind | None = None
    spellings: str = ""
    note: str = ""
    found_as: str = ""


def place_of(typed: Typed) -> ListedPlace:
    """Return the place that was typed.

    Raises
    ------
    BadOption
        If the name or the position is missing or cannot be read.
    """
    name = " ".join(typed.name.split())[:LONGEST_NAME]
    if not fold(name):
        raise BadOption("give the place a name, as reports write it")
    spellings = [" ".join(part.split())[:LONGEST_NAME] for part in (typed.found_as, *_BETWEEN.split(typed.spellings))]
    others = dict.fromkeys(other for other in spellings if fold(other) not in {"", fold(name)})
    return ListedPlace(
        name=name,
        position=read_position(typed.latitude, typed.longitude),
        aliases=tuple(others)[:MOST_SPELLINGS],
        kind=typed.kind,
        note=" ".join(typed.note.split())[:LONGEST_NOTE],
    )
