"""Far ends that follow from the near one: "the capital", "the state capital", a country that stands for its border, a border crossing."""

from __future__ import annotations

import re
from dataclasses import replace
from math import inf

from gazetteer.place import Kind, Place
from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.seats import seat_of_division
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.claims.uncertainty import extent_km
from mapapp.report.report import Span

_CROSSING = re.compile(
    r"(?P<before>(?:the\s{1,2})?(?P<name>.{2,40}?)\s{1,2})?(?:border\s{1,2}|frontier\s{1,2})?"
    r"(?:crossings?|check\s?points?|check\s?posts?|border\s{1,2}posts?|border\s{1,2}gates?)(?P<behind>\s{1,2}(?:at|of|in|near)\s{1,2})?\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"\s{1,2}(?:at|of|in|near)\s{1,2}", re.IGNORECASE)
_GUESSED = 0.8
"""How sure it is that "this capital" is that of the country spoken of, which a missing dateline would have told."""

_FARTHEST_COUNTRY_KM = 1500.0
"""Farther off than this a country is no landmark to count from; such words have mostly been misread."""

_PART_OF_WORD = re.compile(r"[-–]\w")
"""Behind a country's name it makes another word of it: "a Vestania-backed force"."""

_AT_THE_BORDER_KM = 5.0
"""A crossing takes its name from the town it stands at; from one farther inside than this it may be a drive away."""


def is_open_capital(here: Surroundings, anchor: AnchorPhrase) -> bool:
    """Say whether a far end is a capital to be settled: "the capital", or "this capital" in a report without a dateline."""
    if anchor.kind is not AnchorKind.CAPITAL or anchor.name is not None or anchor.seat_of:
        return False
    return not anchor.trouble or anchor.span.of(here.text).lower().split()[:1] == ["this"]


def capital(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> AnchorPhrase:
    """Settle "the capital": of the country named with it, otherwise of the subject's country."""
    country = anchor.countries[0] if anchor.countries else country_of(subject)
    place = here.gazetteer.capital(country) if country else None
    if place is None:
        return replace(anchor, trouble=anchor.trouble or wording.not_said_which(anchor.span.of(here.text)))
    name = Name(anchor.span, place, 1.0 if anchor.countries else min(_confidence(subject), _GUESSED if anchor.trouble else 1.0))
    return replace(anchor, name=name, countries=(country,) if country else (), trouble="")


def division_seat(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> AnchorPhrase:
    """Settle "the state capital": of the area named with it, otherwise of the division that the subject lies in."""
    area = anchor.name.place if anchor.name else None
    if area is not None and extent_km(area) is not None:
        return replace(anchor, trouble="")  # named: "the state capital, Ranchi"
    inside = area or (subject.name.place if subject.name and not subject.trouble else None)
    place = seat_of_division(here.gazetteer, inside, anchor.seat_of) if inside else None
    if place is None:
        return replace(anchor, trouble=wording.unnamed_capital(anchor.span.of(here.text)))
    confidence = anchor.name.confidence if anchor.name else _confidence(subject)
    return replace(anchor, name=Name(anchor.span, place, confidence), countries=place.countries, trouble="")


def as_line_or_town(here: Surroundings, subject: SubjectPhrase, anchor: AnchorPhrase) -> AnchorPhrase:
    """Read "7 km from Nigeria" as counted from where the country begins, its border or, across the sea, its coast.

    Said of a place in that very country it is counted from the capital of the same name, if there is one.
    """
    place = anchor.name.place if anchor.name else None
    start, home = subject.name.place if subject.name else None, country_of(subject)
    if place is None or anchor.name is None or place.kind is not Kind.COUNTRY or place.country is None or start is None or home is None:
        return anchor
    if place.country == home:
        town = here.gazetteer.capital(home)
        if town is None or town.name.casefold() != anchor.name.span.of(here.text).casefold():
            return anchor
        return replace(anchor, kind=AnchorKind.PLACE, name=replace(anchor.name, place=town), trouble="")
    kind = AnchorKind.BORDER if place.country in here.gazetteer.neighbours(home) else _nearest_line(here, start, place.country)
    if kind is None or _PART_OF_WORD.match(here.text, anchor.name.span.end):
        return anchor
    return replace(anchor, kind=kind, name=None, countries=(place.country,), trouble="")


def _nearest_line(here: Surroundings, start: Place, country: str) -> AnchorKind | None:
    """Say whether a country that is no neighbour begins at its border or at its coast; None where it is too far off to be meant so."""
    lines = ((AnchorKind.BORDER, here.gazetteer.border(country, None)), (AnchorKind.COAST, here.gazetteer.coast(country)))
    reached = [(line.nearest(start.position).distance_km, kind) for kind, line in lines if line.exists]
    km, kind = min(reached, default=(inf, AnchorKind.BORDER))
    return kind if km <= _FARTHEST_COUNTRY_KM else None


def at_crossing(here: Surroundings, anchor: AnchorPhrase) -> AnchorPhrase:
    """Read a crossing as the border town it is named after: "the Tessin crossing", "the border crossing at Tessin"."""
    if anchor.kind is not AnchorKind.FACILITY or anchor.name is not None:
        return anchor
    match = _CROSSING.fullmatch(here.text, anchor.span.start, anchor.span.end)
    if match is None:
        return anchor
    end = anchor.span.end
    name = here.name_starting_at(match.start("name"), match.end("name")) if match.group("name") else None
    if name is not None and name.span.end != match.end("name"):
        name = None
    if name is None and (behind := _AT.match(here.text, end)) is not None:
        name = here.name_starting_at(behind.end(), here.sentence_at(end - 1).end)
        end = name.span.end if name else end
    if name is None or name.place is None or extent_km(name.place) is None or not _is_at_border(here, name.place):
        return anchor
    return replace(anchor, span=Span(anchor.span.start, end), name=name, trouble="")


def _is_at_border(here: Surroundings, place: Place) -> bool:
    border = here.gazetteer.border(place.country, None) if place.country else None
    return border is not None and border.exists and border.nearest(place.position).distance_km <= _AT_THE_BORDER_KM


def country_of(subject: SubjectPhrase) -> str | None:
    """Return the country the near end lies in, if there is just one."""
    place = subject.name.place if subject.name else None
    return place.country if place else None


def _confidence(subject: SubjectPhrase) -> float:
    return subject.name.confidence if subject.name else 0.0
