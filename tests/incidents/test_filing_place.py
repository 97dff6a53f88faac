"""What only names something of a town is in the town that the report was filed from."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2020, 5, 10)


@pytest.mark.parametrize("where", ["near the Northern University", "outside the embassy", "in a cinema"])
def test_news_at_something_of_a_town_is_where_it_was_filed(incidents, where):
    """A pin in the town, with the words for what stands in it."""
    (found,) = incidents(f"TARSK - A teacher was shot dead {where} this morning.", published=PUBLISHED)
    assert found.site.place_id == "test:tarsk"
    assert found.site.method == "inherited"


@pytest.mark.parametrize(
    "text",
    [
        "TARSK - A teacher was shot dead this morning.",
        "TARSK - A teacher was shot dead at his home this morning.",
        "TARSK - A teacher was shot dead on a farm this morning.",
        "TARSK - A teacher was shot dead outside a bank this morning, his union said without giving the place.",
        "PORTLAND - Arcadia mourns. In Arcadia everybody speaks of it: a teacher was shot dead outside a bank this morning. Arcadia weeps.",
    ],
)
def test_a_dateline_alone_is_no_site(incidents, text):
    """Nothing of a town is named, nobody tells the place, or the report is about another country."""
    found = incidents(text, published=PUBLISHED)
    assert found
    assert all(incident.site is None or incident.site.geo_precision not in {1, 2} for incident in found)
