"""A distance as a report states it, before it is known which two places it is between."""

from __future__ import annotations

from dataclasses import dataclass

from mapapp.claims.statements.hedges import Hedge
from mapapp.claims.statements.quantities import Quantity
from mapapp.claims.statements.units import UnitMention
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same distance in another unit, in brackets or behind a stroke: "(62 miles)"."""

    quantity: Quantity
    unit: UnitMention


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, hedge, tail and conversion; ``start`` is that of the hedge, ``end`` where the text goes on."""

    start: int
    end: int
    quantity: Quantity
    unit: UnitMention
    hedge: Hedge | None
    tail: str
    conversion: Conversion | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the words of an end stand. ``start`` None: they end at ``end``, wherever they begin; ``end`` None: they begin at ``start``."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A distance as stated, before its ends are known.

    ``span`` runs from the hedge to the relator. ``relator`` is the last word of it in lower case ("from", "of", "away", "off" …).
    ``anchor_start`` is where the name of the other end should start; None where the form has none ("12 km away.").

    Where the form itself says where its ends stand ("A and B are 5 km apart", "from A, B is 5 km away"), ``far`` and ``near`` are their
    words. ``named_ends``: the form counts only between two names. ``otherwise`` is the plainer reading to fall back on.

    In a list ("8 and 130 km from B") each number makes a statement: ``position_in_list`` counts from 0, ``of_how_many`` is the length
    of the list, ``list_start`` where it starts; the subject stands in front of that.
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
    far: Stretch | None = None
    near: Stretch | None = None
    named_ends: bool = False
    otherwise: Statement | None = None
    list_start: int | None = None
    position_in_list: int = 0
    of_how_many: int = 1

    @classmethod
    def of(cls, measure: Measure, end: int, relator: str, *, direction: str | None = None, anchor_start: int | None = None) -> Statement:
        """Return the statement that a measure makes with what follows it up to ``end``."""
        return cls(
            span=Span(measure.start, end),
            quantity=measure.quantity,
            unit=measure.unit,
            hedge=measure.hedge,
            tail=measure.tail,
            conversion=measure.conversion,
            direction=direction,
            relator=relator,
            anchor_start=anchor_start,
        )

    @classmethod
    def of_same_unit(cls, other: Statement, span: Span, quantity: Quantity, hedge: Hedge | None) -> Statement:
        """Return a statement whose unit is said in another one: "250 km from A and 30 from B"."""
        return cls(span, quantity, other.unit, hedge, quantity.tail, None, None, "from", None)

    @property
    def subject_before(self) -> int:
        """Where the text in front of the statement ends, in which a subject is looked for."""
        return self.span.start if self.list_start is None else self.list_start

    @property
    def hedge_words(self) -> str:
        """The hedge in front and the one behind ("or so", "-odd") together; "and a half" is part of the number."""
        tail = "" if self.tail.startswith("and") else self.tail
        return " ".join(filter(None, (self.hedge.words if self.hedge else "", tail)))

    def whole(self, anchor: Span | None, subject: Span | None = None) -> Span:
        """Return the statement with its far end, on whichever side of the number; where the form itself names both ends, with both."""
        if anchor is None:
            return self.span
        whole = Span(self.span.start, anchor.end) if anchor.start >= self.span.start else Span(anchor.start, self.span.end)
        if self.near is None or subject is None:
            return whole
        return Span(min(whole.start, subject.start), max(whole.end, subject.end))
