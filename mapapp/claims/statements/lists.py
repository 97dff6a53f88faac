"""Several distances that share words: "8 and 130 km from A", "250 km east of A and 30 from B", "5 km from A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.statements.hedges import Hedge, hedge_before
from mapapp.claims.statements.quantities import NUMBER, Quantity, number_value, quantity_before
from mapapp.claims.statements.statement import Statement
from mapapp.report.report import Span

_LONGEST_LIST = 64

_NO_COUNT = (
    r"(?!killed|injured|wounded|arrested|detained|captured|freed|rescued|displaced|kidnapped|abducted|seized|destroyed|burned|burnt|hundred|"
    r"rounded|added|counted|infected|affected|evacuated|lost|released|executed|aged|totall?ed|numbered|dated)"
)
"""Verbs whose number counts people or things: "killed 8 and 12 km from"."""

_MORE_NUMBERS = re.compile(
    r"(?:(?:\b(?:are|is|was|were|be|lie|lies|lay|stand|stands|sit|sits|sat|stood|located|situated|at|about|around|some|roughly|"
    r"approximately|only|just|both|respectively|points|places|sites|towns|villages|camps|posts|positions|settlements|hamlets|farms|place|hit|struck|fell|"
    rf"{_NO_COUNT}\w{{2,12}}ed)|[,(:–—])"
    r"\s{1,3}|\A\s{0,3})"
    rf"(?P<numbers>{NUMBER}(?:\s{{0,2}},\s{{0,2}}{NUMBER}){{0,6}})\s{{0,2}},?\s{{1,3}}(?:and|&)\s{{1,3}}\Z",
    re.IGNORECASE,
)
_NUMBER_IN_FRONT = re.compile(rf"(?<![\w.,]){NUMBER}\s{{0,2}},\s{{0,3}}\Z", re.IGNORECASE)
_LONGEST_NUMBER = 24
_RESPECTIVELY = re.compile(r"(?<!\w)respectively\s{1,3}\Z", re.IGNORECASE)
_ONE_NUMBER = re.compile(NUMBER, re.IGNORECASE)

_ELIDED = re.compile(
    r"(?P<gap>[^.;:()?!\n]{0,40}?)(?:,\s{1,3}(?:and\s{1,3}|but\s{1,3}|or\s{1,3})?|\s(?:and|but|or)\s{1,3})"
    r"(?P<hedge>(?:(?:about|around|some|roughly|approximately|nearly|almost|only|just|another|a\s{1,3}further|less\s{1,3}than|more\s{1,3}than|over|"
    r"under)\s{1,3}){0,2})"
    rf"(?P<number>{NUMBER})\s{{1,3}}(?:(?:to\s{{1,3}}the\s{{1,3}})?{DIRECTION}\s{{1,3}}(?P<of>of|from)|(?P<relator>from|away\s{{1,3}}from))(?!\w)\s{{1,3}}",
    re.IGNORECASE,
)
_GAP_IS_AREA = re.compile(r"(?:,\s{1,3}[\w .'’-]{2,32},?)?\Z")


def listed(text: str, statement: Statement) -> Iterator[Statement]:
    """Yield a statement for each number of a list in front of a unit, the statement given last: "8 and 130 km from A"."""
    start = statement.quantity.start
    numbers = None
    in_front = text[max(0, start - 8) : start].rstrip().lower()
    if statement.of_how_many == 1 and in_front.endswith(("and", "&")) and not statement.quantity.is_vague:
        numbers = _MORE_NUMBERS.search(text, max(0, start - _LONGEST_LIST), start)
    if numbers is None or _NUMBER_IN_FRONT.search(text, max(0, numbers.start("numbers") - _LONGEST_NUMBER), numbers.start("numbers")):
        yield statement
        return
    first = numbers.start("numbers")
    hedge = hedge_before(text, first)
    start = hedge.start if hedge else first
    if (word := _RESPECTIVELY.search(text, max(0, start - 16), start)) is not None:
        start = word.start()
    every = [
        replace(statement, span=Span(found.start(), statement.span.end), quantity=_quantity(found), conversion=None)
        for found in _ONE_NUMBER.finditer(text, first, numbers.end("numbers"))
    ]
    if hedge is not None:
        every[0] = replace(every[0], span=Span(hedge.start, statement.span.end))
    for position, one in enumerate([*every, replace(statement, conversion=None)]):
        yield replace(
            one,
            hedge=hedge,
            list_start=start,
            position_in_list=position,
            of_how_many=len(every) + 1,
            otherwise=None,
        )


def _quantity(found: re.Match[str]) -> Quantity:
    value = number_value(found.group())
    return Quantity(found.start(), value, value)


def with_elided_unit(text: str, statement: Statement, anchor_end: int) -> Statement | None:
    """Return the statement behind a far end that leaves the unit out: "250 km east of A and 30 from B"; None if there is none."""
    found = _ELIDED.match(text, anchor_end)
    if found is None or not _GAP_IS_AREA.match(found.group("gap")):
        return None
    quantity = quantity_before(text, found.end("number"))
    if quantity is None or quantity.start != found.start("number") or quantity.low == 1.0:
        return None
    direction = found.group("direction")
    words = " ".join(found.group("hedge").lower().split())
    relator = " ".join((found.group("relator") or found.group("of")).lower().split())
    start = found.start("hedge") if words else quantity.start
    end = found.end("of") if found.group("relator") is None else found.end("relator")
    return replace(
        Statement.of_same_unit(statement, Span(start, end), quantity, Hedge(start, words) if words else None),
        direction=point_of(direction) if direction else None,
        relator=relator,
        anchor_start=found.end(),
    )
