"""From an analyst's corrections to the choices that reading a report again takes."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.app.state import Correction
from mapapp.toponyms.toponym import Toponym

Choices = dict[tuple[int, int], str | None]
"""(start, end) of a toponym in code points to a place id, or None: rejected."""


def choices(corrections: Sequence[Correction]) -> Choices:
    """Return what holds after all corrections; of two about one mention the later wins."""
    return {span: correction.place_id for correction in corrections for span in correction.spans}


def namesakes(toponym: Toponym, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return all mentions of the same name in the report, the given one among them.

    Case is ignored, because datelines are set in capitals; a demonym ("Georgian") is a name of its own.
    """
    name = toponym.text.casefold()
    return tuple(other for other in toponyms if other.text.casefold() == name)


def correct(
    toponym: Toponym, place_id: str | None, *, toponyms: Sequence[Toponym], place_name: str = "", only_this: bool = False
) -> Correction:
    """Return the correction of one toponym, for all mentions of its name unless ``only_this``; ``place_id`` None rejects."""
    mentions = (toponym,) if only_this else namesakes(toponym, toponyms)
    spans = tuple(sorted((mention.span.start, mention.span.end) for mention in mentions))
    return Correction(name=toponym.text, spans=spans, place_id=place_id, place_name=place_name)


def describe(correction: Correction) -> str:
    """Return a correction in words, for the undo button and the log."""
    mentions = "" if len(correction.spans) == 1 else f" ({len(correction.spans)} mentions)"
    verb = "is no place" if correction.place_id is None else f"is {correction.place_name or correction.place_id}"
    return f"“{correction.name}” {verb}{mentions}"
