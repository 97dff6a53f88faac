"""The report: the text that came in, untouched, and what was said about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the report's text: Unicode code points, half-open. A plain pair, since a report has hundreds of them."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Report:
    """A report as given. ``published`` is None where nobody said; offsets everywhere refer to ``text``."""

    text: str
    id: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal."""
        # A lone surrogate (from a broken decoder upstream) has no UTF-8 form; "surrogatepass" keeps the digest defined and unique.
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed: "DUSHANBE, June 14, 2016 –". ``span`` covers the place name only."""

    place: str
    span: Span
    date: date | None
    end: int
    """Offset just behind the whole dateline, where the story begins."""
