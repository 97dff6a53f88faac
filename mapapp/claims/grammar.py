"""Find statements of distance in a text: hedge, quantity, unit, conversion, direction, relator. What they are between comes later.

Everything starts from a unit word; to its left stand quantity and hedge, to its right the rest. No rule rests on case, since wire copy
may be all capitals and police notes all lower case. Each step looks at a bounded stretch of text, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.hedges import Hedge, hedge_before
from mapapp.claims.quantities import Quantity, quantity_before
from mapapp.claims.units import UnitMention, units
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same distance in another unit, in brackets or behind a stroke: "(62 miles)"."""

    quantity: Quantity
    unit: UnitMention


@dataclass(frozen=True, slots=True)
class Statement:
    """A distance as stated, before its ends are known.

    ``span`` runs from the hedge to the relator. ``relator`` is the last word of it in lower case ("from", "of", "away", "off" …).
    ``anchor_start`` is where the name of the other end should start; None where the form has none ("12 km away.").
    """

    span: Span
    quantity: Quantity
    unit: UnitMention
    hedge: Hedge | None
    tail: str
    conversion: Conversion | None
    direction: str | None
    relator: str
    anchor_start: int | None


_CONVERSION_OPENING = re.compile(r"[\s,]{0,3}(?:[(\[]|/|or\s)\s{0,2}", re.IGNORECASE)
_CONVERSION_CLOSING = re.compile(r"(?:\s{0,2}[)\],])?")
_LONGEST_CONVERSION = 48

# "or so", "or more", "and a half"; then words that do not change what is stated.
_TAIL = re.compile(r"\s{1,3}(?P<tail>or\s{1,3}(?:so|more|less|under|over)|and\s{1,3}a\s{1,3}(?:half|quarter))(?!\w)", re.IGNORECASE)
_ASIDE = r"(?:\s{0,2}(?:--|[—–(])[^.;:()—–]{1,40}(?:--|[—–)]))?"
_FILLER = (
    r"(?:,?\s{1,3}(?:in\s{1,3})?(?:distance|as\s{1,3}the\s{1,3}crow\s{1,3}flies|in\s{1,3}a\s{1,3}straight\s{1,3}line|"
    r"by\s{1,3}(?:road|air|sea|rail|car)|further|farther|far|inland|upstream|downstream|distant|deep|up|down|out),?){0,2}"
)
_AFTER_UNIT = re.compile(
    rf"{_ASIDE}{_FILLER}"
    r"(?:"
    rf"\s{{1,3}}(?:(?:to|in|on|at)\s{{1,3}}the\s{{1,3}})?{DIRECTION}(?:\s{{1,3}}(?:side|direction))?{_FILLER}"
    r"\s{1,3}(?P<of>of|from|off)(?!\w)"
    r"|\s{1,3}(?P<relator>away\s{1,3}(?:from|to)|away|from|off|of|(?:outside|inside|out|short|ahead)(?:\s{1,3}of)?|beyond|past|behind|"
    r"across\s{1,3}from|into|towards?)(?!\w)"
    r")",
    re.IGNORECASE,
)
_DIRECTION_AFTER_RELATOR = re.compile(rf"\s{{1,3}}(?:to\s{{1,3}}the\s{{1,3}})?{DIRECTION}\s{{1,3}}(?P<of>of|from)(?!\w)", re.IGNORECASE)
_AWAY_FROM = re.compile(r"\s{0,3},?\s{0,3}from(?!\w)", re.IGNORECASE)
_NO_ANCHOR = frozenset({"away"})
_SPACE = re.compile(r"\s*")
_BARE_HEDGE = re.compile(r"\b(?:just|only|mere|merely)\s{1,3}\Z", re.IGNORECASE)


def statements(text: str) -> Iterator[Statement]:
    """Yield every statement of distance in order, look-alikes among them; conversions are part of theirs and not repeated."""
    done = 0
    for unit in units(text):
        if unit.span.start < done:
            continue
        statement = _statement(text, unit)
        if statement is not None:
            done = statement.span.end
            yield statement


def _statement(text: str, unit: UnitMention) -> Statement | None:
    quantity = quantity_before(text, unit.span.start, plural=unit.plural, digits_only=unit.short) or _bare_plural(text, unit)
    if quantity is None:
        return None
    position, conversion = _conversion(text, unit)
    tail = _TAIL.match(text, position)
    after = _AFTER_UNIT.match(text, tail.end() if tail else position)
    if after is None or "\n\n" in text[quantity.start : after.end()]:
        return None
    relator = " ".join((after.group("relator") or after.group("of")).lower().split())
    direction, end = after.group("direction"), after.end()
    if relator == "away" and (more := _AWAY_FROM.match(text, end)):
        relator, end = "away from", more.end()
    if direction is None and (more := _DIRECTION_AFTER_RELATOR.match(text, end)) and relator == "away":
        direction, relator, end = more.group("direction"), "of", more.end()
    hedge = hedge_before(text, quantity.start)
    return Statement(
        span=Span(hedge.start if hedge else quantity.start, end),
        quantity=_with_tail(quantity, tail.group("tail") if tail else ""),
        unit=unit,
        hedge=hedge,
        tail=" ".join(tail.group("tail").lower().split()) if tail else "",
        conversion=conversion,
        direction=point_of(direction) if direction else None,
        relator=relator,
        anchor_start=None if relator in _NO_ANCHOR else _SPACE.match(text, end).end(),  # type: ignore[union-attr]
    )


def _bare_plural(text: str, unit: UnitMention) -> Quantity | None:
    """Read "just kilometres from the border" as a vague quantity: a plural unit right behind a hedge that makes light of it."""
    if unit.plural and not unit.short and _BARE_HEDGE.search(text, max(0, unit.span.start - 12), unit.span.start):
        return Quantity(unit.span.start, None, None)
    return None


def _with_tail(quantity: Quantity, tail: str) -> Quantity:
    """Add "and a half" to the number in front of it."""
    extra = 0.5 if "half" in tail.lower() else 0.25 if "quarter" in tail.lower() else 0.0
    if quantity.low is None or quantity.high is None or not extra:
        return quantity
    return Quantity(quantity.start, quantity.low + extra, quantity.high + extra)


def _conversion(text: str, unit: UnitMention) -> tuple[int, Conversion | None]:
    """Return the conversion behind a unit, if there is one, and where the text goes on."""
    opening = _CONVERSION_OPENING.match(text, unit.span.end)
    if opening is None:
        return unit.span.end, None
    for other in units(text, opening.end(), min(len(text), opening.end() + _LONGEST_CONVERSION)):
        quantity = quantity_before(text, other.span.start, plural=other.plural, digits_only=other.short)
        if quantity is None or quantity.start < opening.end() or not _only_hedge(text, opening.end(), quantity.start):
            break
        closing = _CONVERSION_CLOSING.match(text, other.span.end)
        return closing.end() if closing else other.span.end, Conversion(quantity, other)
    return unit.span.end, None


def _only_hedge(text: str, start: int, end: int) -> bool:
    """Say whether nothing but a hedge stands between two offsets."""
    if start == end:
        return True
    hedge = hedge_before(text, end)
    return hedge is not None and hedge.start <= start
