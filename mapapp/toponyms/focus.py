"""Which countries a report speaks of: of imported gazetteers only places there are looked for.

With the world's villages at hand nearly every word is a village somewhere. Those of countries that a report never mentions are false
friends; a country is mentioned by its name, its people's, that of one of its regions or of a large town.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from gazetteer import Gazetteer, Kind
from mapapp.report.report import Report
from mapapp.report.sentences import sentences
from mapapp.report.tokens import tokens
from mapapp.toponyms.name_facts import rows_of_short_form
from mapapp.toponyms.page import Page
from mapapp.toponyms.scanner import Candidate, Form, propose
from mapapp.toponyms.word_classes import load_word_codes

LARGE_TOWN = 4.7
"""Towns of some 50,000 people and more speak for their country by themselves (decades of population)."""

AS_WELL_KNOWN = 0.7
"""A name that several countries' places bear about equally well (within so many decades) may speak for each of them."""

MOST_COUNTRIES = 6
"""A region or sea of more countries says nothing of any of them."""

_AREAS = frozenset({Kind.COUNTRY, Kind.ADMIN1})
"""These speak for their country even where a better known place bears their name: Georgia is a country and a state."""

_SPEAKING = frozenset({Kind.REGION, Kind.CITY, Kind.LAND, Kind.WATER})


def focused_on(report: Report, gazetteer: Gazetteer, *, countries: Iterable[str] = ()) -> Gazetteer:
    """Return the gazetteer to read a report with.

    Parameters
    ----------
    report
        The report.
    gazetteer
        All places. Without imported ones it comes back as it is.
    countries
        ISO 3166-1 alpha-2 codes of countries that count in any case: those of the home region.

    Returns
    -------
    Gazetteer
        Of layers only places in countries that the report speaks of; all of them where it speaks of none.
    """
    if not gazetteer.layers:
        return gazetteer
    found = countries_spoken_of(report.text, gazetteer.focused(())) | set(countries)
    return gazetteer.focused(found) if found else gazetteer


def countries_spoken_of(text: str, gazetteer: Gazetteer) -> set[str]:
    """Return the ISO 3166-1 alpha-2 codes of the countries that a text mentions in any way."""
    page = Page(text, tokens(text), sentences(text), load_word_codes())
    names = {(candidate.form, _as_asked(candidate)) for candidate in propose(page, gazetteer) if candidate.is_known}
    return {country for form, name in names for country in _countries_of(gazetteer, form, name)}


def _as_asked(candidate: Candidate) -> str:
    return candidate.key if candidate.form is Form.NAME else candidate.text


@lru_cache(maxsize=65_536)
def _countries_of(gazetteer: Gazetteer, form: Form, name: str) -> tuple[str, ...]:
    """Return the countries that one name speaks for."""
    if form is Form.STATE_CODE:
        return ()
    if form is not Form.NAME:
        named = rows_of_short_form(gazetteer, form, name)
        return tuple(dict.fromkeys(code for row in named for code in gazetteer.place_at(row).countries))
    bearers = gazetteer.bearers_of_key(name)
    rows = np.array([row for row, _ in bearers], dtype=np.int64)
    worth = gazetteer.attributes.prominence(rows) - np.array([gazetteer.penalty(how) for _, how in bearers])
    found: dict[str, None] = {}
    least = float(worth.max(initial=0.0)) - AS_WELL_KNOWN
    for at in np.flatnonzero(worth >= LARGE_TOWN).tolist():
        place = gazetteer.place_at(int(rows[at]))
        speaks = place.kind in _AREAS or (place.kind in _SPEAKING and worth[at] >= least)
        if speaks and len(place.countries) <= MOST_COUNTRIES:
            found.update(dict.fromkeys(place.countries))
    return tuple(found)
