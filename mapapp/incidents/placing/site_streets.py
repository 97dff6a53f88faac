"""Streets and quarters: no gazetteer has them; they lie in the town told of before, or in the one that the report is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.placing.site_chains import inside_town
from mapapp.incidents.placing.site_cues import usable
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

FARTHEST_TOWN = 2500
"""Characters before a street in which its town is looked for."""

_STREET = re.compile(r"(?:street|st\.?|road|rd\.?|avenue|ave\.?|boulevard|blvd\.?|lane)", re.IGNORECASE)
_CORNER = re.compile(
    r"(?:\b\d{1,3}(?:st|nd|rd|th)(?:\s(?:street|st\.?|avenue|ave\.?))?\s(?:and|&|at)\s|\b\d{2,5}\s(?:block\s(?:of\s)?)?(?:[NSEW]\.?\s)"
    r"|\b\d{2,5}\sblock\s(?:of\s)?|\b(?:corner|junction|intersection)\sof\s)$",
    re.IGNORECASE,
)
"""What stands before a street: "11th and", "3600 N.", "400 block of", "corner of"."""
_PERHAPS_CORNER = re.compile(r"\d|of\s$", re.IGNORECASE)
"""What such words never lack, and most others do."""
_CAPITALISED_BEHIND = re.compile(r"\s([A-Z][A-Za-z]{1,8}\.?)")
_CROSSING = re.compile(r"\s(?i:and|&)\s(?:[A-Z][\w’'-]{1,20}\s){1,3}(?i:streets|avenues|roads)\b")
"""What stands behind the first of two streets: "Bolan and North Mill streets"."""

_NOT_HERE = frozenset({Role.BACKGROUND, Role.COMPARISON, Role.CONTEXT})


def is_street(text: str, toponym: Toponym) -> bool:
    """Say whether a name is that of a street: "Mill Road", "Superior St."."""
    last = toponym.text.split()[-1] if " " in toponym.text else ""
    before = text[max(0, toponym.span.start - 24) : toponym.span.start]
    if _STREET.fullmatch(last) or (_PERHAPS_CORNER.search(before) and _CORNER.search(before)):
        return True
    following = _CAPITALISED_BEHIND.match(text, toponym.span.end, toponym.span.end + 12)
    if following is not None and _STREET.fullmatch(following[1]):
        return True
    return _CROSSING.match(text, toponym.span.end, toponym.span.end + 60) is not None


_ON = re.compile(r"\b(?:on|in|at|along)\s(?:the\s)?$", re.IGNORECASE)


def street_in(text: str, toponyms: Sequence[Toponym]) -> str:
    """Return the street that something is put on among the names of a sentence; "" for none: two streets of a town are two places."""
    for toponym in toponyms:
        if is_street(text, toponym) and _ON.search(text[max(0, toponym.span.start - 10) : toponym.span.start]):
            return toponym.text
    return ""


def as_street(text: str, toponym: Toponym) -> Toponym:
    """Take the place from the name of a street: a village of that name is another place."""
    point = toponym.place is not None and toponym.place.is_point
    return replace(toponym, place=None, confidence=None) if point and is_street(text, toponym) else toponym


def town_of_street(text: str, name: Toponym, named: Sequence[Toponym], filed: Toponym | None) -> Toponym | None:
    """Return the town that a street or quarter lies in: the one named last before it, else the one that the report is of.

    Parameters
    ----------
    text
        The report.
    name
        A name in no gazetteer.
    named
        All names of the report, in order.
    filed
        The town that the report is of, by its header, or where it was filed.
    """
    if not is_street(text, name) and not inside_town(text, name):
        return None
    reach = Span(max(0, name.span.start - FARTHEST_TOWN), name.span.start)
    towns = [t for t in named if reach.contains(t.span) and t.place is not None and t.place.is_point and usable(t)]
    here = [t for t in towns if t.role not in _NOT_HERE] or towns
    if here:
        return here[-1]
    return filed if filed is not None and filed.place is not None and filed.place.is_point else None
