"""What the gazetteer says of a name before its text is looked at: how many places bear it, of which kinds, how prominent."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log10

import numpy as np

from gazetteer import Gazetteer, Kind
from gazetteer.attributes import KINDS
from mapapp.toponyms.page import Numbers
from mapapp.toponyms.scanner import Candidate, Form, title_case

FACTS = (
    "bearers", "prominence", "lead_over_second", "own_name", "prominence_of_own_name", "country", "first_level_area", "second_level_area",
    "town", "nature", "region", "seat", "any_country", "any_first_level_area", "any_second_level_area", "prominence_of_town", "any_nature",
)  # fmt: skip
"""What is known of a name: numbers as :func:`facts_of_names` gives them, in this order."""

_NATURE = frozenset({Kind.SEA, Kind.WATER, Kind.LAND})
_REGIONS = frozenset({Kind.REGION, Kind.CONTINENT})
_TOWNS = frozenset({Kind.CITY, Kind.VILLAGE, Kind.DISTRICT})
_NO_BEARER = (0.0,) * len(FACTS)
_OWN_NAME = frozenset({0, 4})
"""Ways of bearing a name that are the place's own: its main name, an abbreviation of the table."""
MOST_BEARERS = 400
"""A name that more places bear says no more of itself; the most prominent ones come first."""


def facts_of_names(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> Numbers:
    """Return one row for each candidate, one column for each of :data:`FACTS`; zeros where the gazetteer does not know the name."""
    rows = [_facts(gazetteer, c.form, c.text if c.form is not Form.NAME else c.key, c.caseless) for c in candidates]
    return np.array(rows, dtype=np.float64).reshape(len(candidates), len(FACTS))


@lru_cache(maxsize=16_384)
def rows_of_short_form(gazetteer: Gazetteer, form: Form, text: str) -> tuple[int, ...]:
    """Return the places of a demonym, abbreviation or state code as written in the report, in capitals too."""
    found = gazetteer.bearers_of_short_form(text, table=form.value)
    if not found and form is Form.DEMONYM:
        return gazetteer.bearers_of_short_form(title_case(text), table=form.value)
    return found


@lru_cache(maxsize=65_536)
def _facts(gazetteer: Gazetteer, form: Form, name: str, caseless: bool) -> tuple[float, ...]:  # noqa: FBT001 -- a cached function
    if form is Form.NAME:
        bearers = list(gazetteer.bearers_of_key(name))
    else:
        bearers = [(row, 4) for row in rows_of_short_form(gazetteer, form, title_case(name) if caseless and form is Form.DEMONYM else name)]
    if not bearers:
        return _NO_BEARER
    rows = np.array([row for row, _ in bearers[: MOST_BEARERS * 4]], dtype=np.int64)
    about = gazetteer.attributes
    penalties = np.array([gazetteer.penalty(how) for _, how in bearers[: MOST_BEARERS * 4]])
    prominence = about.prominence(rows) - penalties
    order = np.argsort(-prominence, kind="stable")[:MOST_BEARERS]
    kinds = [KINDS[k] for k in about.kind(rows[order]).tolist()]
    worth = prominence[order].tolist()
    own = [how in _OWN_NAME for how in (bearers[i][1] for i in order.tolist())]
    best = kinds[0]
    return (
        log10(len(bearers)),
        worth[0],
        worth[0] - worth[1] if len(worth) > 1 else 3.0,
        float(own[0]),
        max((w for w, is_own in zip(worth, own, strict=True) if is_own), default=0.0),
        float(best is Kind.COUNTRY),
        float(best is Kind.ADMIN1),
        float(best is Kind.ADMIN2),
        float(best in _TOWNS),
        float(best in _NATURE),
        float(best in _REGIONS),
        float(about.seat(rows[order[:1]])[0]),
        float(Kind.COUNTRY in kinds),
        float(Kind.ADMIN1 in kinds),
        float(Kind.ADMIN2 in kinds),
        max((w for w, kind in zip(worth, kinds, strict=True) if kind in _TOWNS), default=0.0),
        float(any(kind in _NATURE for kind in kinds)),
    )
