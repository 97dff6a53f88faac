"""Countries named with a border, a coast or a capital: "the Russian border", "the border between Chad and Sudan"."""

from __future__ import annotations

import re

from gazetteer.place import Kind
from mapapp.claims.far_end.anchor_phrase import BREAKS_PHRASE, SPACES, STOP
from mapapp.claims.surroundings import Surroundings

_WITH = re.compile(rf"{SPACES}(?:crossing{SPACES})?(?:with|of|between|to)(?!\w)", re.IGNORECASE)
_NEXT_COUNTRY_GAP = re.compile(r"\s{0,3}(?:-|–|—|/|and|&|,?\s{1,3}and)?\s{0,3}(?:the\s{1,3})?\Z", re.IGNORECASE)
_PREFIXES = {
    "indo": "IN",
    "sino": "CN",
    "russo": "RU",
    "franco": "FR",
    "turco": "TR",
    "austro": "AT",
    "hispano": "ES",
    "luso": "PT",
    "greco": "GR",
}
"""Countries as the first half of a pair: "the Indo-Bhutan border"."""


def countries_between(here: Surroundings, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the countries named between two offsets, and the other place names there."""
    countries, others, covered = [], [], start
    for toponym in here.between(start, end):
        countries.extend(_demonyms(here, covered, toponym.span.start))
        covered = toponym.span.end
        place = toponym.place
        if place is not None and place.kind is Kind.COUNTRY and place.country:
            countries.append(place.country)
        elif people := _country_of_people(here, toponym.text):
            countries.append(people)  # "German" in front of a border is no village of that name
        elif place is not None or not toponym.demonym:
            others.append(toponym.text)
    countries.extend(_demonyms(here, covered, end))
    return countries, others


def _demonyms(here: Surroundings, start: int, end: int) -> list[str]:
    """Ask the gazetteer for countries in words that no toponym covers, which happens in text of one case."""
    found: list[str] = []
    for word in re.findall(r"[^\W\d_]{3,24}", here.text[start:end]):
        if word.lower() in _PREFIXES:
            found.append(_PREFIXES[word.lower()])
        elif word[0].isupper() or here.is_one_case(start):
            country = _country_of_people(here, word)
            found.extend([country] if country else [])
    return found


def _country_of_people(here: Surroundings, word: str) -> str | None:
    """Return the country of a demonym, whatever its case."""
    for place in here.gazetteer.demonym(word) or here.gazetteer.demonym(word.title()):
        if place.kind is Kind.COUNTRY and place.country:
            return place.country
    return None


def countries_behind(here: Surroundings, start: int, end: int) -> tuple[list[str], list[str], int]:
    """Return the countries in "with X", "of X", "between X and Y" behind a noun, other names there, and where the phrase ends."""
    opening = _WITH.match(here.text, start, end)
    if opening is None:
        return [], [], start
    stop = STOP.search(here.text, opening.end(), end)
    limit = min(stop.start() if stop else end, opening.end() + 48)
    countries: list[str] = []
    others: list[str] = []
    at = opening.end()
    for toponym in here.between(opening.end(), limit):
        gap = here.text[at : toponym.span.start]
        if ((countries or others) and not _NEXT_COUNTRY_GAP.fullmatch(gap)) or BREAKS_PHRASE.search(gap):
            break
        place = toponym.place
        if place is not None and place.kind is Kind.COUNTRY and place.country:
            countries.append(place.country)
        else:
            others.append(toponym.text)
        at = toponym.span.end
    return countries, others, at if countries or others else start
