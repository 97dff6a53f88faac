"""Which places become pins, on the real gazetteer."""

from __future__ import annotations

import pytest

from mapapp.dossier import read_report
from mapapp.incidents.incident import GeoPrecision


@pytest.mark.parametrize(
    "text",
    [
        "Aktobe, 100 kilometers from the Russian border, was the site of a bombing that killed two people on June 5, 2016.",
        "Gunmen killed two people in Aktobe on June 5, 2016, said a man from Norway on Monday.",
    ],
)
def test_a_large_city_is_a_pin_whatever_other_countries_are_named(text: str) -> None:
    """The name of a border is in another country by its nature, and so may be the home of a speaker."""
    sites = [incident.site for incident in read_report(text).incidents]
    assert [(site.text, site.geo_precision) for site in sites if site] == [("Aktobe", GeoPrecision.EXACT)]
