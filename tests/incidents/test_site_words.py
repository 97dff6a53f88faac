"""Words around a name that say whether something was there: visits, people of that name, facilities called after a town."""

from __future__ import annotations

from datetime import date

import pytest

PUBLISHED = date(2020, 5, 10)


def _pins(found):
    return [i.site.place_id if i.site is not None and i.site.geo_precision in {1, 2} else None for i in found]


@pytest.mark.parametrize(
    "text",
    [
        "Two engineers were kidnapped on Monday to stop the minister's visit to Velden.",
        "A man fired at people in line for their tickets to Velden on Monday.",
        "On Monday Velden was arrested over the theft of a rifle.",
        "On Monday Velden had been released when gunmen shot his brother.",
    ],
)
def test_where_somebody_goes_or_who_bears_the_name_is_no_site(incidents, text):
    """Nothing happened in the town."""
    found = incidents(text, published=PUBLISHED)
    assert found
    assert "test:velden" not in _pins(found)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Velden was kidnapped on Monday.",
        "Teachers protested outside the Velden Press Club on Monday.",
        "A riot broke out at Velden Central Prison on Monday and one inmate was shot dead.",
        "A bomb went off at Velden Bus Station on Monday.",
    ],
)
def test_what_is_called_after_a_town_stands_in_it(incidents, text):
    """Its press club, prison and station; and its mayor is no man of that name."""
    assert _pins(incidents(text, published=PUBLISHED)) == ["test:velden"]


@pytest.mark.parametrize("called", ["district", "provincial", "departmental", "former", "commercial"])
def test_the_capital_of_less_is_not_that_of_the_country(incidents, called):
    """The capital of the country is not pinned for it."""
    text = f"Arcadia's army said that two boys were shot dead in the {called} capital on Monday."
    found = incidents(text, published=PUBLISHED)
    assert found
    assert "test:tarsk" not in _pins(found)


def test_streets_that_cross_are_in_the_town_told_before(incidents):
    """The first of two streets is no village of that name."""
    text = "A bank in Tarsk was robbed on Monday. A bomb went off at the corner of Velden and North Mill Streets on Tuesday."
    assert _pins(incidents(text, published=PUBLISHED)) == ["test:tarsk", "test:tarsk"]
