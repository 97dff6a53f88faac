"""The words of a near end."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.claims.surroundings import Name
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class SubjectPhrase:
    """The words that name the near end.

    ``event``: the incident itself is so far away, not a named place. ``trouble`` says, fit to print, why there is no place to measure from.
    """

    span: Span
    name: Name | None = None
    event: bool = False
    trouble: str = ""
