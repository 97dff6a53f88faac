"""Find statements of distance in a text: hedge, quantity, unit, conversion, direction, relator. What they are between comes later.

Everything starts from a unit word; to its left stand quantity and hedge, to its right the rest. No rule rests on case, since wire copy
may be all capitals and police notes all lower case. Each step looks at a bounded stretch of text, so the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.statements.after_unit import ONWARD, with_implied_end, with_relator
from mapapp.claims.statements.between_two import with_given_ends
from mapapp.claims.statements.hedges import hedge_before
from mapapp.claims.statements.lists import listed
from mapapp.claims.statements.quantities import Quantity, quantity_before
from mapapp.claims.statements.statement import Conversion, Measure, Statement
from mapapp.claims.statements.units import UnitMention, units

__all__ = ["Conversion", "Statement", "statements"]

_CONVERSION_OPENING = re.compile(r"[\s,]{0,3}(?:[(\[]|/|or\s)\s{0,2}", re.IGNORECASE)
_CONVERSION_CLOSING = re.compile(r"(?:\s{0,2}[)\],])?")
_LONGEST_CONVERSION = 48

# "or so", "or more", "and a half"; then words that do not change what is stated.
_TAIL = re.compile(r"\s{1,3}(?P<tail>or\s{1,3}(?:so|more|less|under|over)|and\s{1,3}a\s{1,3}(?:half|quarter)|plus)(?!\w)", re.IGNORECASE)
_BARE_HEDGE = re.compile(r"\b(?:just|only|mere|merely)\s{1,3}\Z", re.IGNORECASE)
_JOINT = re.compile(
    rf"(?:\s{{1,3}}(?:to\s{{1,3}}the\s{{1,3}})?{DIRECTION})?\s{{0,3}}(?:,?\s{{0,3}}(?P<and>and|or|&)\s|,)\s{{0,3}}", re.IGNORECASE
)
_MOST_JOINED = 4


def statements(text: str) -> Iterator[Statement]:
    """Yield every statement of distance in order, look-alikes among them; conversions are part of theirs and not repeated."""
    done = 0
    waiting: list[_Waiting] = []
    for unit in units(text):
        if unit.span.start < done:
            continue
        measure = _measure(text, unit)
        if measure is None:
            continue
        if waiting and waiting[-1].resumes_at != measure.start:
            yield from _alone(waiting)
            waiting = []
        statement = _statement(text, measure)
        joint = _joint(text, measure, statement) if len(waiting) < _MOST_JOINED else None
        if joint is not None:
            waiting.append(_Waiting(measure, joint.group("direction"), joint.end(), statement))
        elif statement is not None:
            group = _joined(waiting, statement)
            yield from group[:-1]
            yield from listed(text, group[-1])
            waiting = []
        done = max(measure.end, statement.span.end if statement is not None else 0)
    yield from _alone(waiting)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A number in front of a comma or "and", whose relator may stand behind the next number: "10 km north and 15 km east of"."""

    measure: Measure
    direction: str | None
    resumes_at: int
    statement: Statement | None


def _joint(text: str, measure: Measure, statement: Statement | None) -> re.Match[str] | None:
    """Return the comma or "and" behind a number that has no relator of its own."""
    if statement is not None and (statement.relator != ONWARD or statement.direction is None):
        return None
    joint = _JOINT.match(text, measure.end)
    return joint if joint is None or statement is None or joint.group("and") else None


def _alone(waiting: list[_Waiting]) -> Iterator[Statement]:
    """Yield what the numbers say that waited in vain."""
    return (one.statement for one in waiting if one.statement is not None)


def _joined(waiting: list[_Waiting], last: Statement) -> list[Statement]:
    """Return the last statement behind those of the numbers that share relator and far end with it."""
    if not waiting or last.anchor_start is None:
        return [*_alone(waiting), last]
    every = [
        Statement.of(
            one.measure,
            last.span.end,
            last.relator,
            direction=point_of(one.direction) if one.direction else last.direction,
            anchor_start=last.anchor_start,
        )
        for one in waiting
    ]
    start = waiting[0].measure.start
    return [
        replace(one, list_start=start, position_in_list=position, of_how_many=len(every) + 1) for position, one in enumerate([*every, last])
    ]


def _statement(text: str, measure: Measure) -> Statement | None:
    plain = with_relator(text, measure)
    given = with_given_ends(text, measure)
    if given is not None:
        return replace(given, otherwise=plain)
    return plain or with_implied_end(text, measure)


def _measure(text: str, unit: UnitMention) -> Measure | None:
    """Return the number in front of a unit with what belongs to it."""
    quantity = quantity_before(text, unit.span.start, plural=unit.plural, digits_only=unit.short) or _bare_plural(text, unit)
    if quantity is None:
        return None
    position, conversion = _conversion(text, unit)
    found = _TAIL.match(text, position)
    tail = " ".join(found.group("tail").lower().split()) if found else quantity.tail
    hedge = hedge_before(text, quantity.start)
    return Measure(
        start=hedge.start if hedge else quantity.start,
        end=found.end() if found else position,
        quantity=_with_tail(quantity, tail),
        unit=unit,
        hedge=hedge,
        tail=tail,
        conversion=conversion,
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
    return replace(quantity, low=quantity.low + extra, high=quantity.high + extra)


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
