"""Units of length as reports write them, and where they stand in a text.

Lengths in kilometres per unit: the international mile, yard and foot (1959 agreement) and the international nautical mile (1929).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.report.report import Span

KM_PER_MILE = 1.609344
"""The international mile of 1959."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of length. ``km`` None: a city block, which has no fixed length. ``symbol`` is how we write it back."""

    name: str
    symbol: str
    km: float | None


KILOMETRE = Unit("kilometre", "km", 1.0)
METRE = Unit("metre", "m", 0.001)
MILE = Unit("mile", "miles", KM_PER_MILE)
NAUTICAL_MILE = Unit("nautical mile", "nautical miles", 1.852)
YARD = Unit("yard", "yards", 0.0009144)
FOOT = Unit("foot", "feet", 0.0003048)
BLOCK = Unit("block", "blocks", None)


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit word. ``plural`` tells "a mile" from "miles"; ``short`` is an abbreviation that stands only behind digits ("m", "ft")."""

    span: Span
    unit: Unit
    plural: bool
    short: bool


_WORDS: tuple[tuple[str, Unit], ...] = (
    ("kilomet", KILOMETRE),
    ("km", KILOMETRE),
    ("klick", KILOMETRE),
    ("nautical", NAUTICAL_MILE),
    ("sea", NAUTICAL_MILE),
    ("nm", NAUTICAL_MILE),
    ("mile", MILE),
    ("mi", MILE),
    ("met", METRE),
    ("m", METRE),
    ("yard", YARD),
    ("yd", YARD),
    ("f", FOOT),
    ("city", BLOCK),
    ("block", BLOCK),
)
"""First letters of a unit as written, most particular first."""

_SHORT = frozenset({"mi", "m", "nm", "nmi", "ft", "yd", "yds"})
_IRREGULAR_PLURAL = frozenset({"feet"})

# A unit may be glued to its digits ("200km") but to nothing else; "km²" and "km2" are areas.
_UNIT = re.compile(
    r"(?<![^\W\d])"
    r"(?:kilomet(?:re|er)s?|kms?|klicks?|(?:nautical|sea)[\s-]{1,3}miles?|nmi?|miles?|mi|met(?:re|er)s?|m|yards?|yds?|feet|foot|ft|"
    r"(?:city[\s-]{1,3})?blocks?)"
    r"(?!\w)",
    re.IGNORECASE,
)


def units(text: str, start: int = 0, end: int | None = None) -> Iterator[UnitMention]:
    """Yield the unit words of a text in order, whatever their case."""
    for match in _UNIT.finditer(text, start, len(text) if end is None else end):
        word = match.group().lower()
        unit = next(unit for letters, unit in _WORDS if word.startswith(letters))
        yield UnitMention(Span(*match.span()), unit, word.endswith("s") or word in _IRREGULAR_PLURAL, word in _SHORT)
