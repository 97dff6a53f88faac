"""A word of a sentence, as the incident grammar sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.report.report import Span


@dataclass(slots=True)
class Word:
    """A word or a joined phrase ("shot dead"). Nobody changes one; not frozen, since a frozen one takes three times as long to make.

    ``low`` is what the grammar compares: lower case, straight apostrophes, phrases with underscores. ``number`` is the value of a cardinal
    number, in figures or words. ``name``: begins with a capital although its surroundings do not ask for one.
    """

    span: Span
    low: str
    number: int | None = None
    name: bool = False


def low_at(words: Sequence[Word], position: int) -> str:
    """Return the word at a position, "" outside the sentence."""
    return words[position].low if 0 <= position < len(words) else ""
