"""What may be the far end of a statement without a number: a place, a border, a coast, a name; never a building, an amount or a day.

With a number and a unit in front, anything behind "from" is a far end. Here the words alone must tell, so that only names count.
"""

from __future__ import annotations

import re
from enum import Flag, auto

from gazetteer.place import Kind
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.far_end.anchors import find_anchor
from mapapp.claims.phrases import FACILITY_WORDS, NO_NAMES
from mapapp.claims.surroundings import Name, Surroundings


class Allowed(Flag):
    """Which far ends a relation may have, beyond towns."""

    TOWNS = auto()
    LINES = auto()
    AREAS = auto()
    COUNTRIES = auto()
    SITES = auto()
    FRONTS = auto()
    UNKNOWN = auto()


ANYTHING = Allowed.TOWNS | Allowed.LINES | Allowed.AREAS | Allowed.COUNTRIES | Allowed.SITES | Allowed.FRONTS | Allowed.UNKNOWN
"""Behind "near", which is hardly ever said of anything but a place."""

_LINE_KINDS = (AnchorKind.BORDER, AnchorKind.COAST)
_LARGE = (Kind.CONTINENT, Kind.REGION)
_PHRASE_ENDS = re.compile(
    r"['’\"”]{0,2}(?:\s{0,2}(?:[.,;:()\[\]?!—–-]|\n|\Z)|\s{1,3}(?:in|on|at|and|or|but|to|from|into|where|which|who|that|whose|was|is|are|were|"
    r"has|had|have|will|would|after|before|when|while|during|by|with|as|for|last|this|late|early|since|until|because|over|under|amid|"
    r"killed|left|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight|proper|itself)(?!\w))",
    re.IGNORECASE,
)
"""Behind a country: the phrase ends there, and "near Turkey" is no "near Turkey troops"."""

_ORGANISATION = re.compile(r"\s{1,3}[A-Z][a-z]")
_OF = re.compile(r"\s{1,3}(?:of|between)(?!\w)", re.IGNORECASE)
_POSSESSIVE_OR_NUMBER = re.compile(r"['’]s?(?!\w)|\s{0,3}#?\d")
_BARE_WATER = frozenset({"sea", "shore", "shores", "ocean", "seaside", "coast"})
_SITE_WORDS = FACILITY_WORDS - frozenset(
    "street road avenue square highway shop store restaurant office company school college home house building hall bank park".split()
)
_STREETS = frozenset(
    "interstate exit route street streets st road roads rd avenue ave drive lane boulevard blvd parkway way court square place highway "
    "freeway plaza".split()
)
"""Last words of an address, which nothing here can place."""
_NO_PLACES = NO_NAMES | frozenset(
    "christmas easter ramadan eid thanksgiving noon midnight dawn dusk ground zero god street avenue university court stadium "
    "international national royal army forces corps troops police guard navy party council ministry "
    "eastern western northern southern middle".split()
)


def place_end(here: Surroundings, start: int, allowed: Allowed = ANYTHING) -> AnchorPhrase | None:
    """Return what stands at ``start``, if it is a far end of a kind that is allowed."""
    anchor = find_anchor(here, start)
    if anchor is None:
        return None
    if anchor.kind in _LINE_KINDS:
        return anchor if Allowed.LINES in allowed and _is_line(here, anchor) else None
    if anchor.kind is AnchorKind.CAPITAL:
        return anchor if Allowed.TOWNS in allowed else None
    if anchor.kind is AnchorKind.FRONT_LINE:
        return anchor if Allowed.FRONTS in allowed else None
    if anchor.name is None:
        return anchor if _is_unplaced_name(here, anchor, allowed) else None
    front = here.text[anchor.span.start : anchor.name.span.start].lower().split()
    if "and" in front or (Allowed.SITES not in allowed and "in" in front):
        return None  # "the old mill and the outskirts of X"; "outside the police station in X"
    return anchor if _is_named(here, anchor, anchor.name, allowed) else None


def is_toponym(here: Surroundings, name: Name) -> bool:
    """Say whether a name was found as a place name in the text, and not only looked up here."""
    return name.place is not None or any(toponym.span == name.span for toponym in here.between(name.span.start, name.span.end))


def is_certain(here: Surroundings, anchor: AnchorPhrase) -> bool:
    """Say whether a far end is a line, a capital, or a name found as a place name in the text."""
    return anchor.name is None or is_toponym(here, anchor.name)


def _is_line(here: Surroundings, anchor: AnchorPhrase) -> bool:
    """Say whether a border or coast is one on the ground: not "the border of legality", not "on shore"."""
    words = anchor.span.of(here.text).lower()
    if words in _BARE_WATER or words in ("border", "borders", "boundary", "the boundary"):
        return False
    if _ORGANISATION.match(here.text, anchor.span.end) and words != anchor.span.of(here.text) and not here.is_one_case(anchor.span.start):
        head = anchor.span.of(here.text).split()[-1]
        if head[0].isupper():
            return False  # "by Frontier Corps", "by Indian Border Security Forces"
    nothing_named = not anchor.countries and not anchor.trouble
    return not (nothing_named and _OF.match(here.text, anchor.span.end) is not None)


def _is_named(here: Surroundings, anchor: AnchorPhrase, name: Name, allowed: Allowed) -> bool:
    words = name.span.of(here.text).lower().rstrip(".").split()
    if name.is_rejected or (name.place is None and (words[-1] in _STREETS or all(word in _NO_PLACES | FACILITY_WORDS for word in words))):
        return False
    if anchor.kind is AnchorKind.FACILITY:
        return Allowed.SITES in allowed
    if anchor.kind is not AnchorKind.AREA:
        return Allowed.TOWNS in allowed and (is_toponym(here, name) or Allowed.UNKNOWN in allowed)
    place = name.place
    if place is None or place.kind in _LARGE:
        return False
    if place.kind is Kind.COUNTRY:
        return Allowed.COUNTRIES in allowed and _PHRASE_ENDS.match(here.text, anchor.span.end) is not None
    has_article = place.kind is Kind.ADMIN1 and here.text[anchor.span.start : anchor.span.start + 4].lower() == "the "
    return Allowed.AREAS in allowed and not has_article  # "near the Indiana, Ill., border"


def _is_unplaced_name(here: Surroundings, anchor: AnchorPhrase, allowed: Allowed) -> bool:
    """Say whether words without a place are a name all the same: "Umbarak", "Tessin air base"."""
    written = anchor.span.of(here.text)
    words = written.lower().split()
    if not words:
        return False
    if anchor.kind is AnchorKind.FACILITY:
        known = any(not t.demonym and t.place is not None for t in here.between(anchor.span.start, anchor.span.end))
        return Allowed.SITES in allowed and known and words[-1] in _SITE_WORDS
    if anchor.kind is not AnchorKind.PLACE or Allowed.UNKNOWN not in allowed or len(words) > 3:
        return False
    if any(word in _NO_PLACES or word in FACILITY_WORDS for word in words) or any(character.isdigit() for character in written):
        return False
    if _POSSESSIVE_OR_NUMBER.match(here.text, anchor.span.end) or words[-1].endswith(("'s", "’s", "s'", "s’")):
        return False  # "near Umbarak's gate", "near Gate 5"
    return not here.gazetteer.demonym(written.split()[0]) and not written.isupper()
