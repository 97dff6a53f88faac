"""Dates as written, resolved from the day of the report."""

from datetime import date

import pytest

from mapapp.report.dates import find_dates

TUESDAY = date(2016, 6, 14)


def _only(text, base=TUESDAY):
    (mention,) = find_dates(text, base=base)
    return mention


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a fire on June 5", date(2016, 6, 5)),
        ("a fire on 5 June", date(2016, 6, 5)),
        ("a fire on the 5th of June", date(2016, 6, 5)),
        ("a fire on July 5", date(2015, 7, 5)),
        ("a fire on June 5, 2014", date(2014, 6, 5)),
        ("A FIRE ON 12 JAN 90", date(1990, 1, 12)),
        ("a fire on 2016-06-05", date(2016, 6, 5)),
        ("06/13/2016: a fire", date(2016, 6, 13)),
        ("a fire (13/06)", date(2016, 6, 13)),
        ("a fire on Tuesday", date(2016, 6, 14)),
        ("a fire on Wednesday", date(2016, 6, 8)),
        ("a fire last Tuesday", date(2016, 6, 7)),
        ("a fire late on Monday night", date(2016, 6, 13)),
        ("a fire yesterday", date(2016, 6, 13)),
        ("a fire last night", date(2016, 6, 13)),
        ("a fire this morning", date(2016, 6, 14)),
        ("a fire the day before yesterday", date(2016, 6, 12)),
        ("a fire three days ago", date(2016, 6, 11)),
    ],
)
def test_a_day_is_found_and_lies_in_the_past(text, day):
    """Without a year it is the latest such day up to the report."""
    mention = _only(text)
    assert (mention.start, mention.end, mention.precision) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("a fire in 2011", date(2011, 1, 1), date(2011, 12, 31), "year"),
        ("the 2011 fire", date(2011, 1, 1), date(2011, 12, 31), "year"),
        ("a 2009 bombing", date(2009, 1, 1), date(2009, 12, 31), "year"),
        ("the town's 2010 fire", date(2010, 1, 1), date(2010, 12, 31), "year"),
        ("a fire in March 2015", date(2015, 3, 1), date(2015, 3, 31), "month"),
        ("a fire in early May", date(2016, 5, 1), date(2016, 5, 31), "month"),
        ("a fire last month", date(2016, 5, 1), date(2016, 5, 31), "month"),
        ("a fire earlier this week", date(2016, 6, 13), date(2016, 6, 14), "week"),
        ("a fire last week", date(2016, 6, 6), date(2016, 6, 12), "week"),
        ("a fire over the weekend", date(2016, 6, 11), date(2016, 6, 12), "days"),
        ("a fire on June 5-7", date(2016, 6, 5), date(2016, 6, 7), "days"),
        ("a fire overnight", date(2016, 6, 13), date(2016, 6, 14), "days"),
        ("a fire two years ago", date(2014, 1, 1), date(2014, 12, 31), "year"),
    ],
)
def test_precision_is_part_of_the_value(text, start, end, precision):
    """A year is not its first of January."""
    mention = _only(text)
    assert (mention.start, mention.end, mention.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on June 8 that armed men had fled.",
        "The police announced Monday that armed men had fled.",
        "HE TODAY SAID THAT ARMED MEN HAD FLED.",
        "On Monday, the interior ministry said that armed men had fled.",
        "He told reporters late on Monday that armed men had fled.",
    ],
)
def test_a_date_beside_a_verb_of_speech_is_the_statements(text):
    """Not the date of what is told."""
    assert _only(text).is_speech


@pytest.mark.parametrize("text", ["A bomb went off on Monday, police said.", "An operation ended on June 12 after a siege."])
def test_a_date_of_the_event_is_not_taken_for_speech(text):
    """Speech that follows behind a comma does not draw the date to itself."""
    assert not _only(text).is_speech


def test_an_unclear_order_of_day_and_month_is_decided_by_the_text():
    """Another date of the report shows which comes first."""
    assert [mention.start for mention in find_dates("13/06/2016 and 05/06/2016", base=None)] == [date(2016, 6, 13), date(2016, 6, 5)]


def test_an_order_that_nothing_decides_leaves_the_year():
    """Either 3 April or 4 March: only the year is sure."""
    assert _only("a fire on 03/04/2015", base=None).precision == "year"


def test_a_weekday_means_the_day_the_text_gives_it():
    """Elsewhere in the text the same weekday is that day too."""
    found = find_dates("a fire on Sunday (05/06) and a raid; the fire of Sunday", base=TUESDAY)
    assert {mention.start for mention in found} == {date(2016, 6, 5)}


def test_the_day_before_counts_from_the_date_before():
    """Relative to the event told before, not to the report."""
    first, second = find_dates("A fire on June 5 killed two. The day before, a mill had burned.", base=TUESDAY)
    assert (first.start, second.start, second.how) == (date(2016, 6, 5), date(2016, 6, 4), "relative")


@pytest.mark.parametrize(
    "text", ["They may march. He may sit on 5 chairs.", "the 14 July Movement", "1,200 people", "at 3.30 pm", "30 June Street"]
)
def test_what_only_looks_like_a_date_is_none(text):
    """Modal verbs, names with a date in them, numbers, clock times."""
    assert find_dates(text, base=TUESDAY) == ()


def test_without_a_base_relative_dates_are_left_out():
    """Nothing can be said of them."""
    assert find_dates("a fire on Tuesday, another on June 5", base=None) == ()


def test_a_full_date_in_the_text_serves_as_base():
    """Event summaries begin with their date."""
    assert [mention.start.day for mention in find_dates("06/14/2016: On Monday a mill burned.", base=None)] == [14, 13]


def test_since_and_until_are_told_apart():
    """A start or an end is not the day of the event."""
    assert [mention.relation for mention in find_dates("since 2011; until June 5; on June 6", base=TUESDAY)] == ["since", "until", "on"]


def test_a_day_that_does_not_exist_leaves_the_month():
    """There is no 30 February; that it was in February is still said."""
    assert (_only("on 30 February 2016").start, _only("on 30 February 2016").precision) == (date(2016, 2, 1), "month")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("clashes from Friday to Wednesday", date(2016, 6, 3), date(2016, 6, 8), "days"),
        ("clashes from Friday (03/06) to Wednesday (08/06)", date(2016, 6, 3), date(2016, 6, 8), "days"),
        ("clashes between Monday and Wednesday", date(2016, 6, 6), date(2016, 6, 8), "days"),
        ("raids between 3 and 7 May", date(2016, 5, 3), date(2016, 5, 7), "days"),
        ("raids on the night of 3 to 4 March", date(2016, 3, 3), date(2016, 3, 4), "days"),
        ("March 22nd-23rd 2015: a raid", date(2015, 3, 22), date(2015, 3, 23), "days"),
        ("raids, 30 May - 2 June 2016", date(2016, 5, 30), date(2016, 6, 2), "days"),
        ("raids from 30 December to 2 January", date(2015, 12, 30), date(2016, 1, 2), "days"),
        ("raids from 2011 to 2013", date(2011, 1, 1), date(2013, 12, 31), "year"),
        ("raids in the past week", date(2016, 6, 7), date(2016, 6, 14), "week"),
        ("raids in the last 24 hours", date(2016, 6, 13), date(2016, 6, 14), "days"),
        ("raids in recent days", date(2016, 6, 8), date(2016, 6, 14), "week"),
        ("raids in the first week of May", date(2016, 5, 1), date(2016, 5, 7), "week"),
        ("raids between March and April 2015", date(2015, 3, 1), date(2015, 4, 30), "year"),
        ("a fire on Tuesday of last week", date(2016, 6, 7), date(2016, 6, 7), "day"),
        ("a fire on the 12th of last month", date(2016, 5, 12), date(2016, 5, 12), "day"),
        ("a fire on New Year's Eve", date(2015, 12, 31), date(2015, 12, 31), "day"),
        ("a fire on 05JUN16", date(2016, 6, 5), date(2016, 6, 5), "day"),
        ("a fire on 2016/06/05", date(2016, 6, 5), date(2016, 6, 5), "day"),
    ],
)
def test_ranges_and_periods_have_both_ends(text, start, end, precision):
    """The first day of a range is the latest such day before its last."""
    mention = _only(text)
    assert (mention.start, mention.end, mention.precision) == (start, end, precision)


def test_two_dates_that_nothing_joins_are_two():
    """A list is no range."""
    assert [mention.start.day for mention in find_dates("fires on Monday and on Tuesday", base=TUESDAY)] == [13, 14]


@pytest.mark.parametrize(
    "text", ["Floods have killed twelve people since Friday.", "Since the rains began on Friday, twelve people have drowned."]
)
def test_what_has_lasted_since_a_day_lasts_until_the_report(text):
    """With "has" or "have" the day is the beginning."""
    mention = _only(text)
    assert (mention.start, mention.end, mention.relation) == (date(2016, 6, 10), TUESDAY, "on")


def test_the_worst_since_a_day_has_no_extent():
    """A comparison tells nothing about when."""
    assert _only("It has been the worst fire since Friday.").relation == "since"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a fire on Monday night", "night"),
        ("a fire in the early hours of Monday", "early morning"),
        ("a fire at dawn on Monday", "dawn"),
        ("a fire last night", "night"),
        ("a fire late on Monday", "late"),
        ("a fire on the night of 3 to 4 March", "night"),
        ("a fire on Monday", ""),
    ],
)
def test_the_part_of_the_day_is_kept(text, part):
    """As written; the day itself goes through no time zone."""
    assert _only(text).part == part


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("a fire on June 5", "2016-06-05"),
        ("raids from 3 to 5 June", "2016-06-03/2016-06-05"),
        ("raids in 2011", "2011"),
        ("raids from 2011 to 2013", "2011/2013"),
        ("a fire in May", "2016-05"),
        ("a fire in early May", "2016-05~"),
        ("closed since June 5", "2016-06-05/.."),
        ("closed until June 5", "../2016-06-05"),
    ],
)
def test_a_date_has_an_edtf_text(text, edtf):
    """ISO 8601-2, level 1."""
    assert _only(text).edtf == edtf


@pytest.mark.parametrize("text", ["Daily report 05/06/2016", "A raid was reported on 5 June.", "Black Saturday is a novel."])
def test_titles_and_passives_are_no_statements(text):
    """Nobody speaks in them, and a day with a name of its own is no weekday."""
    assert all(not mention.is_speech and mention.start == date(2016, 6, 5) for mention in find_dates(text, base=TUESDAY))


def test_the_day_before_something_is_no_date():
    """The fair is not the event told before."""
    assert [mention.start.day for mention in find_dates("06/05/2016: A fire broke out the day before a fair.", base=TUESDAY)] == [5]


def test_weekdays_count_from_the_date_a_text_begins_with():
    """A note about 6 June, filed on the 14th."""
    assert [mention.start.day for mention in find_dates("6 June 2016: On Monday a mill burned.", base=TUESDAY)] == [6, 6]


def test_weekdays_beside_one_with_a_date_are_of_its_week():
    """The Monday before the Tuesday that is told, not the one before the report."""
    found = find_dates("A mill burned on Tuesday [17 May], after a threat on Monday.", base=TUESDAY)
    assert [mention.start.day for mention in found] == [17, 17, 16]
