"""A toponym: a place name as written, what it does in the report, and which place it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gazetteer.place import Place
from mapapp.report.report import Span


class Role(StrEnum):
    """What a toponym does in the report."""

    SITE = "site"
    DATELINE = "dateline"
    ORIGIN = "origin"
    BORDER = "border"
    ACTOR = "actor"
    ORGANISATION = "organisation"
    CONTEXT = "context"
    BACKGROUND = "background"
    COMPARISON = "comparison"
    ADDRESS = "address"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another place the name might stand for. ``score`` is comparable within one toponym only."""

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


REJECTED = "rejected by the analyst"
"""The reason of a toponym that an analyst has said to be no place: nothing may look it up again."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name with its span, role and resolution.

    ``place`` None: nothing known by that name, or too doubtful to say. ``confidence`` (0 to 1) None where there is no place. ``demonym``
    tells the form ("Kazakh"), whatever the role. ``within`` is the area that the text names for a place that stays unknown ("the village of
    X in Y district"): somewhere in there. ``alternatives`` are other candidates, best first.
    """

    span: Span
    text: str
    role: Role = Role.MENTION
    demonym: bool = False
    place: Place | None = None
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    within: Place | None = None

    @property
    def is_rejected(self) -> bool:
        """Whether an analyst has said that this is no place."""
        return self.place is None and REJECTED in self.reasons
