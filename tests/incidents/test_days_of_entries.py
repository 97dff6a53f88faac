"""Whose day an entry has that gives none: of the heading over it, of the header, of the sentence that goes on about it."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp import read_report


def days(text, published=date(2013, 5, 6)):
    """Return first and last day of the incidents, as day and month."""
    found = read_report(text, published=published).incidents
    return [(f"{i.date_start:%d.%m.}", f"{i.date_end:%d.%m.}") if i.date_start and i.date_end else None for i in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LOG\n5 May\n0615 Kisumu: two shot dead at a bar.\n6 May\n0200 Kisumu: fire at school, one hurt.",
            [("05.05.",) * 2, ("06.05.",) * 2],
        ),
        ("14.04. Fighting near Kano, three dead.\n\n16.04. Kaduna: two traders killed by robbers.", [("14.04.",) * 2, ("16.04.",) * 2]),
        ("Monday\nMasvingo - bus crash, four dead.\n\nTuesday\nHarare - three miners drowned.", [("29.04.",) * 2, ("30.04.",) * 2]),
        ("Friday. Gunmen shot two men dead in Kano.\n\nSaturday. A mine killed a boy near Kidal.", [("03.05.",) * 2, ("04.05.",) * 2]),
        ("03/05 - Kidal: vehicle hit IED, 2 dead\n04/05 - Gao: market shelled, 5 injured", [("03.05.",) * 2, ("04.05.",) * 2]),
    ],
)
def test_a_day_alone_heads_what_follows(text, expected):
    """On a line of its own, at the head of the entry, with or without a year."""
    assert expected == days(text)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("DAILY INCIDENT SHEET - 5 MAY 2013", ("05.05.", "05.05.")),
        ("PRISON WATCH\nPeriod covered: 25 April to 1 May 2013", ("25.04.", "01.05.")),
        ("FIRE SERVICE BULLETIN - Week ending 5 May 2013", ("29.04.", "05.05.")),
        ("SUMMARY OF EVENTS, 24 HOURS TO 0600 HRS 6 MAY 2013", ("05.05.", "06.05.")),
        ("Monthly security brief: April 2013", ("01.04.", "30.04.")),
    ],
)
def test_the_header_of_a_paper_dates_what_it_covers(header, expected):
    """Also sentences that begin no entry."""
    assert [expected] == days(f"{header}\n\nTwo guards were killed in a riot at Kano.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fisherman has died after his boat capsized off Mopti. He was found at 8am yesterday.", [("05.05.", "05.05.")]),
        ("The army on Monday raised to 41 the number of soldiers killed when rebels overran a post on Friday.", [("03.05.", "03.05.")]),
        ("More than 60 people were hurt in Minsk when police broke up a rally on Friday, a rights centre said in Vilnius on Sunday.",
         [("03.05.", "03.05.")]),
        ("Since 26 April floods in Bangladesh have killed 54 people.", [("26.04.", "06.05.")]),
        ("Six people drowned at Mopti on Friday and Saturday.", [("03.05.", "04.05.")]),
        ("A nurse was abducted near Gusau on 3 May; she was freed on 4 May.", [("03.05.", "03.05.")]),
    ],
)  # fmt: skip
def test_the_day_of_the_event_is_told_apart_from_other_days(text, expected):
    """Days of counting, of statements and of releases are not those of what happened."""
    assert expected == days(text)


def test_a_month_that_heads_the_paper_is_news():
    """What a paper of May tells of April is not background."""
    (incident,) = read_report(
        "MINE ACTION MONTHLY - APRIL 2013\n\nTwo boys were killed by a mine at Kidal.", published=date(2013, 5, 6)
    ).incidents
    assert incident.background is False


def test_a_sheet_is_no_place():
    """The title of a daily sheet is taken for no dateline, whose day would only bound the entries."""
    assert read_report("DAILY INCIDENT SHEET - 5 MAY 2013 - NORTH\n\n06:40 Kano: two killed.", published=date(2013, 5, 6)).dateline is None
