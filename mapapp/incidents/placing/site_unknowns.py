"""Names of places that no gazetteer has, told by the words around them: "the village of X", "X village", "near X"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mapapp.incidents.wording.facilities import FACILITY_NOUNS
from mapapp.report.date_words import MONTHS, WEEKDAYS
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

MOST_OF_THE_NAMES = 0.8
"""So large a share of the places of a report must lie in one country for an unknown one to be taken to lie there too."""

_WORD = r"[A-Z\u00c0-\u00de][\w’'‘-]{1,24}"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:el|al|de|do|da|of|la)\s)?{_WORD}){{0,2}})"
_SETTLEMENTS = "village|hamlet|town|township|locality|settlement|community"
_UNKNOWN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_SETTLEMENTS})\s(?:of|called|named)\s{_NAME}",
        rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|on)\s(?:the\s)?{_NAME}\s(?:{_SETTLEMENTS}|area)\b",
        rf"\b(?:[Nn]ear|[Oo]utside|bridge\sat|post\sat|checkpoint\sat|camp\sat|crossing\sat|point\sof|point\sat)\s{_NAME}(?=[,.;:)]|\s[a-z]|$)",
    )
)
_TELLING = (*_SETTLEMENTS.split("|"), "area", "near", "outside", "bridge", "post", "checkpoint", "camp", "crossing", "point")
"""Without one of these there is no such name in a sentence."""
_IN_CAPITALS = re.compile(
    r"\b(?:TOWN|VILLAGE|HAMLET|TOWNSHIP|SETTLEMENT)\s(?:OF|CALLED|NAMED)\s(?P<name>(?:(?:SAN|SANTA|SANTO|EL|LA|LOS|LAS|PUERTO|VILLA|PORT|NEW|SAINT)\s)?"
    r"[A-Z]{4,20})(?=[,.;:)]|\s(?:IN|ON|AT|AND|AS|WHERE|WHEN|BY|LAST|TODAY|YESTERDAY)\b)"
)
_NAME_IN_CAPITALS = r"(?P<name>(?:(?:SAN|SANTA|SANTO|EL|LA|LOS|LAS|PUERTO|VILLA|PORT|NEW|SAINT|BAB|AL|TELL|KAFR|DEIR)\s){0,2}[A-Z]{4,20})"
_NAMES_IN_CAPITALS = (
    _IN_CAPITALS,
    re.compile(
        rf"\b(?:IN|AT|NEAR|OUTSIDE)\s(?:THE\s)?{_NAME_IN_CAPITALS}\s(?:VILLAGE|TOWN|TOWNSHIP|MUNICIPALITY|HAMLET|CANTON|NEIGHBOU?RHOOD)\b"
    ),
    re.compile(
        rf"\b(?:NEAR|(?:AREA|OUTSKIRTS|VICINITY|CANTON|MUNICIPALITY|JURISDICTION)\sOF)\s{_NAME_IN_CAPITALS}(?=[,.;:)]|\sAND\s[A-Z]{{4,}}\s)"
    ),
)
_PLAIN_IN_CAPITALS = frozenset(
    """
    this that same other another nearby small large poor rural remote exclusive upper lower northern southern eastern western central
    capital local every each some several these those their which where here there downtown town said called border coastal main
    entire populated densely worst home homes conflict dawn midnight noon
    """.split()
)
"""Words that may stand in capitals where a name is looked for."""

_NO_PLACES = frozenset(
    """
    street road avenue square boulevard highway bridge river lake mountain mount hill valley gate hall house palace tower centre center
    university college academy institute hotel mall stadium park cathedral parliament congress senate ministry bureau police army navy
    force forces brigade battalion division company group party union front movement church day christmas easter ramadan eid new mr mrs
    zero point
    """.split()
) | {*MONTHS, *WEEKDAYS} | FACILITY_NOUNS  # fmt: skip


def unknown_site(text: str, sentence: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the name of a settlement that the sentence puts something at and that is not among the names found; None for none.

    Parameters
    ----------
    text
        The report.
    sentence
        Where to look.
    named
        All names of the report, in order.
    """
    written = sentence.of(text).replace("\n", " ")
    # In a line of capitals nothing tells names from other words but "the town of" before them and a mark behind them.
    in_capitals = written.isupper()
    lower = "" if in_capitals else written.lower()
    if not in_capitals and not any(word in lower for word in _TELLING):
        return None  # most sentences: looking for a word costs far less than the patterns do
    for pattern in _NAMES_IN_CAPITALS if in_capitals else _UNKNOWN:
        for match in pattern.finditer(written):
            span = Span(sentence.start + match.start("name"), sentence.start + match.end("name"))
            words = {word.lower().strip("’'‘-") for word in match["name"].split()}
            following = re.match(r"\s(\w+)", written[match.end("name") :])
            noun = following[1].lower() if following is not None and not in_capitals else ""
            followed = noun in FACILITY_NOUNS and noun not in _SETTLEMENTS
            if in_capitals and words & _PLAIN_IN_CAPITALS:
                continue
            if words & _NO_PLACES or followed or any(span.overlaps(t.span) and (t.place is not None or t.is_rejected) for t in named):
                continue
            return Toponym(span, match["name"], role=Role.SITE)
    return None


def country_of_most(named: Sequence[Toponym]) -> str | None:
    """Return the country that nearly all named places lie in (ISO 3166-1 alpha-2); None where there is no such country."""
    votes: Counter[str] = Counter()
    total = 0
    for toponym in named:
        place = toponym.place
        if place is None or not place.countries or toponym.role in {Role.DATELINE, Role.COMPARISON, Role.ADDRESS, Role.ORIGIN}:
            continue
        total += 1
        votes.update(place.countries if len(place.countries) == 1 else ())
    if not votes:
        return None
    country, count = votes.most_common(1)[0]
    return country if count >= MOST_OF_THE_NAMES * total else None


def country_of_lead(named: Sequence[Toponym]) -> str | None:
    """Return the country that a report is filed from and that it names a place of first; None where the two are not one."""
    known = [toponym.place for toponym in named if toponym.place is not None][:2]
    filed = bool(named) and named[0].role is Role.DATELINE and len(known) > 1 and known[0].countries == known[1].countries
    return known[0].countries[0] if filed and len(known[0].countries) == 1 else None
