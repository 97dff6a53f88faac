"""Days without a month, days of counting, ranges of hours: what letters, digests and situation reports write."""

from __future__ import annotations

from datetime import date

import pytest

from mapapp.report.dateline import find_dateline
from mapapp.report.dates import find_dates

BASE = date(2021, 12, 16)


def days(text, base=BASE):
    """Return (first day, last day) of the dates of a text that are no days of speech."""
    return [(mention.start.isoformat(), mention.end.isoformat()) for mention in find_dates(text, base=base) if not mention.is_speech]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the 14th a slide hit the hut.", [("2021-12-14", "2021-12-14")]),
        ("On the 21st stones fell on the road.", [("2021-11-21", "2021-11-21")]),
        ("It was the evening of the 13th, outside a shop.", [("2021-12-13", "2021-12-13")]),
        ("On the market day of the 8th: 12 buried.", [("2021-12-08", "2021-12-08")]),
        ("On the 10th floor a fire broke out.", []),
        ("It was the 2nd battalion.", []),
        ("The inn of the 18th century burned.", []),
        ("In the week from 10 to 16 November 5 fell; on the 13th two more.", [("2021-11-10", "2021-11-16"), ("2021-11-13", "2021-11-13")]),
        ("Period: 150600 to 160600 Dec 2021", [("2021-12-15", "2021-12-16")]),
        ("121430ZDEC21 two shots", [("2021-12-12", "2021-12-12")]),
        ("A fire broke out on Monday night into Tuesday.", [("2021-12-13", "2021-12-14")]),
        ("It rained Sunday through Tuesday; 3 drowned.", [("2021-12-12", "2021-12-14")]),
        ("During the week of 6 December 4 were shot.", [("2021-12-06", "2021-12-12")]),
        ("On the 9th and 10th of December two inns burned.", [("2021-12-09", "2021-12-10")]),
        ("Since the beginning of the month 12 boats have sunk.", [("2021-12-01", "2021-12-16")]),
        ("Calm. During the night two boats sank.", [("2021-12-15", "2021-12-16")]),
        ("He was hurt on Friday last at the fair.", [("2021-12-10", "2021-12-10")]),
        ("They fought from Saturday noon until Sunday.", [("2021-12-11", "2021-12-12")]),
        ("In the first ten days of June 3 died.", [("2021-06-01", "2021-06-10")]),
        ("November has been wet: 3 drowned.", [("2021-11-01", "2021-11-30")]),
        ("Before: Manta, May, 17 dead.", [("2021-05-01", "2021-05-31")]),
        (
            "On 6 December police broke up a rally; a week before 14 were hurt.",
            [("2021-12-06", "2021-12-06"), ("2021-11-29", "2021-11-29")],
        ),
        ("Taken on 13 Dec. Said to be held in the hills.", [("2021-12-13", "2021-12-13")]),
        ("A judge said on Monday evening, armed men entered the court.", [("2021-12-13", "2021-12-13")]),
        ("A judge said on Monday evening the court had been entered.", []),
        ("The agency reported from Quito today that a mill burned.", []),
        ("Now 14 dead, three more than last night.", []),
        ("The number of dead went up last night from four to five.", []),
    ],
)
def test_a_day_is_read_as_letters_and_sheets_write_it(text, expected):
    """Of the month told last, else of the latest; what is counted on a day did not happen then."""
    assert expected == days(text)


def test_places_with_a_day_that_head_a_list_are_no_dateline():
    """Even where no gazetteer has the second place."""
    text = "Letter of the growers\n\nAccra, 5 May: 18 sacks taken.\nBirimso, 12 May: 16 sacks taken.\n"
    assert find_dateline(text, knows_place=lambda name: name == "Accra", published=date(2021, 5, 22)) is None
