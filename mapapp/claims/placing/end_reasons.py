"""Why an end could not be settled, in sentences fit to print that say what would settle it."""

from __future__ import annotations

from gazetteer.place import Place
from mapapp.claims.wording import quoted


def not_in_area(words: str, area: str) -> str:
    """Say that the area named beside a name holds no such place."""
    return f"The gazetteer has no {quoted(words)} in {area}; its coordinates would settle it."


def only_elsewhere(words: str, place: Place) -> str:
    """Say that the only places of a name lie where the report does not play."""
    country = f", {place.country}" if place.country else ""
    return (
        f"The gazetteer has {quoted(words)} only elsewhere ({place.name}{country}), in no country the report speaks of and far from the "
        "other end; most likely the place meant is missing, and its coordinates would settle it."
    )
