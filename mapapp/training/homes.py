"""Home regions for fitting and trying: learned from the other reports of an outlet, as a batch learns them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from gazetteer import Gazetteer
from mapapp.resolution.home import NO_HOME, Home, learn_home
from mapapp.resolution.nearness import distances_km
from mapapp.toponyms.toponym import Toponym
from mapapp.training.labelled import LabelledReport


def homes_of(reports: Sequence[LabelledReport], answers: Mapping[str, Sequence[Toponym]], gazetteer: Gazetteer) -> dict[str, Home]:
    """Return for each report the home that the answers for the other reports of its outlet speak for."""
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        by_outlet[report.outlet].append(report.id)
    found = {}
    for members in by_outlet.values():
        for member in members:
            others = [answers[other] for other in members if other != member]
            found[member] = learn_home(others, gazetteer) if others else NO_HOME
    return found


def as_given(region: Home, gazetteer: Gazetteer) -> tuple[Home, Home]:
    """Return what a reader might have said instead of a learned home: its middle as one place, and its country alone."""
    if not region.places:
        return NO_HOME, NO_HOME
    about, rows = gazetteer.attributes, region.rows
    away = distances_km(about.lat(rows), about.lon(rows), about.lat(rows), about.lon(rows))
    middle = int(rows[np.argmin(np.median(away, axis=1))])
    countries = Counter(code for row in rows.tolist() for code in gazetteer.place_at(row).countries)
    country = min(countries, key=lambda code: (-countries[code], code))
    return Home(((middle, ""),)), Home(countries=frozenset({country}))
