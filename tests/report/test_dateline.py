"""Where and when a report was filed."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp.report.dateline import find_dateline

KNOWN = {
    "dushanbe",
    "kyiv",
    "paris",
    "lima",
    "kabul",
    "sofia",
    "port-au-prince",
    "rio de janeiro",
    "beirut",
    "aktobe",
    "st. louis",
    "police",
}


def knows(name: str) -> bool:
    """Stand in for the gazetteer. "Police" is a town in Poland."""
    return name.casefold() in KNOWN


def found(text: str, published: date | None = date(2016, 6, 20)) -> tuple[str, date | None, str] | None:
    """Return place, day, and the first word of the story."""
    dateline = find_dateline(text, knows_place=knows, published=published)
    return dateline and (dateline.place, dateline.date, text[dateline.end :].split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DUSHANBE, June 14, 2016, Gulf Wire – Men", ("DUSHANBE", date(2016, 6, 14), "Men")),
        ("KYIV (Agency) — The", ("KYIV", None, "The")),
        ("PARIS, 5 May - A bomb", ("PARIS", date(2016, 5, 5), "A")),
        ("Lima, 12 Jan 90 (AGENCY) -- Men", ("Lima", date(1990, 1, 12), "Men")),
        ("LIMA, 12 JAN 90 (RADIO\nNACIONAL) -- [TEXT] MEN", ("LIMA", date(1990, 1, 12), "[TEXT]")),
        ("SOFIA (BULGARIA), 12 APR 89 (PAPER) -- MEN", ("SOFIA", date(1989, 4, 12), "MEN")),
        ("KABUL: Ten people died", ("KABUL", None, "Ten")),
        ("KABUL, May 5 (Agency)\nThe army said", ("KABUL", date(2016, 5, 5), "The")),
        ("Paris, 5 May 2016\nThe army said", ("Paris", date(2016, 5, 5), "The")),
        ("PORT-AU-PRINCE, Haiti —The", ("PORT-AU-PRINCE", None, "The")),
        ("Aktobe – 6 June 2016 – Men", ("Aktobe", date(2016, 6, 6), "Men")),
        ("Rio de Janeiro, 14.06.2016 - Men", ("Rio de Janeiro", date(2016, 6, 14), "Men")),
        ("BEIRUT/PARIS, June 5 (Agency) - Men", ("BEIRUT", date(2016, 6, 5), "Men")),
        ("ST. LOUIS (AGENCY) — Men", ("ST. LOUIS", None, "Men")),
        ("LIMA \x97 It", ("LIMA", None, "It")),
        ("\ufeffKYIV, Ukraine, Tuesday, 5 June 2018 (Agency) - Men", ("KYIV", date(2018, 6, 5), "Men")),
    ],
)
def test_datelines_of_all_forms_are_found(text: str, expected: tuple[str, date | None, str]) -> None:
    """Place, day, and where the story begins."""
    assert expected == found(text)


def test_a_dateline_may_stand_behind_headline_and_author() -> None:
    """Lines of their own, or the first sentence of the line."""
    assert ("KABUL", None, "Five") == found("Bus falls into river\n\nBy A. Writer\n\nKABUL, Afghanistan (Agency) — Five men")
    assert ("KABUL", None, "Police") == found("Bus falls into river. KABUL — Police said")


@pytest.mark.parametrize(
    "text",
    [
        "Kabul: ten people died",
        "Police - who came late - said nothing",
        "Police said on June 5 - that",
        "In Paris - the city of light - men",
        "Five dead in Paris - Lima says",
        "Paris\n\nLima",
        "But - men said",
        "",
        "-- (Agency) --",
    ],
)
def test_what_is_no_dateline_is_none(text: str) -> None:
    """A dash or colon behind a word does not make one."""
    assert None is found(text)


def test_an_unknown_place_counts_where_the_form_leaves_no_doubt() -> None:
    """Capitals, a date and a dash: the date is worth having."""
    assert ("CLANDESTINE", date(1990, 5, 8), "MEN") == found("CLANDESTINE, 8 MAY 90 (RADIO) -- MEN")
    assert None is found("CLANDESTINE (RADIO) -- MEN")


def test_a_day_without_a_year_needs_the_day_of_publication() -> None:
    """No year, no publication: the dateline is found, its day is not known."""
    assert ("PARIS", None, "A") == found("PARIS, 5 May - A bomb", published=None)


def test_the_span_covers_the_name_alone() -> None:
    """Offsets point into the text as given."""
    text = "Headline here\nKYIV (Agency) - Men"
    dateline = find_dateline(text, knows_place=knows)
    assert dateline is not None
    assert "KYIV" == dateline.span.of(text)
