"""More written forms of days and periods, and what "since" does to them."""

from datetime import date

import pytest

from mapapp.report.dateline import find_dateline
from mapapp.report.dates import find_dates
from mapapp.report.saying import SAYING, STATING, TELLING

FRIDAY = date(2020, 6, 12)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Police counted 150 arrests since Monday.", "2020-06-08/2020-06-12"),
        ("Ten miners are trapped in a flooded pit since Wednesday morning.", "2020-06-10"),
        ("Two monks have been missing since Tuesday.", "2020-06-09"),
        ("It was quiet, unlike during the riots of November.", "2019-11"),
        ("Nine people have died in a week of fighting.", "2020-06-05/2020-06-12"),
        ("Three days of rain have killed nine people.", "2020-06-09/2020-06-12"),
        ("On Tues a man was shot.", "2020-06-09"),
        ("On 02/06 a man was shot.", "2020-06-02"),
        ("A man was shot a few hours ago.", "2020-06-12"),
        ("The Sunday before last a blast killed two.", "2020-05-31"),
        ("A man was shot on 10-Jun-2020.", "2020-06-10"),
        ("A man was shot on 2020-06-10T14:20Z.", "2020-06-10"),
    ],
)
def test_a_form_means_its_days(text, edtf):
    """Counted from Friday, 12 June 2020."""
    assert [mention.edtf for mention in find_dates(text, base=FRIDAY)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "Two thirds of 02/06 members voted.",
        "He read The Sun on Saturn.",
        "Two days of the exhibition are left.",
        "the score was 3/4 on 5/8in",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    """Fractions, names, lengths of exhibitions."""
    assert find_dates(text, base=FRIDAY) == ()


def test_a_line_that_begins_with_a_day_of_march_has_no_dateline():
    """March is a town in England as well."""
    assert find_dateline("March 22nd 2017: a mill burned.", knows_place=lambda name: True, published=FRIDAY) is None


def test_the_verbs_of_saying_grow_from_list_to_list():
    """Each takes in the one before."""
    assert TELLING < SAYING < STATING


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Easter Sunday", date(2019, 4, 21)),
        ("on Good Friday", date(2019, 4, 19)),
        ("on Easter Monday", date(2019, 4, 22)),
        ("on Whit Monday", date(2018, 5, 21)),
        ("on Palm Sunday 2017", date(2017, 4, 9)),
    ],
)
def test_days_that_move_with_easter(words, day):
    """The latest one, up to the day of the report, or that of the year named; days as the churches' tables give them."""
    (found,) = find_dates(f"A bomb went off {words}.", base=date(2019, 4, 23))
    assert (found.start, found.end) == (day, day)


def test_a_feast_without_a_year_says_nothing_where_nobody_knows_when_the_report_was_written():
    """No year is made up."""
    assert find_dates("A bomb went off on Good Friday.", base=None) == ()
