"""Words for numbers, dates and places."""

from datetime import date

import pytest

from mapapp.app import wording
from mapapp.claims.claim import Claim, ClaimKind, Interval, Verdict
from mapapp.incidents.incident import Count, DatePrecision, Incident, IncidentType
from mapapp.report.report import Span


@pytest.mark.parametrize(
    ("text", "interval", "expected"),
    [
        ("100 kilometers from the border", Interval(90.0, 110.0), "100 km"),
        ("less than 50 km from the coast", Interval(None, 55.0), "less than 50 km"),
        ("more than 200 kilometres from the front line", Interval(180.0, None), "more than 200 km"),
        ("50 to 60 km north of", Interval(45.0, 65.0), "50 to 60 km"),
        ("5 miles from", Interval(7.2, 8.8), "5 miles (8.0 km)"),
        ("a hundred kilometres from", Interval(90.0, 110.0), "100 km"),
        ("near the border", None, "not in numbers"),
    ],
)
def test_a_stated_distance_in_the_reports_own_numbers(text, interval, expected):
    """The interval is wider than the number, because the number is rounded."""
    claim = Claim(Span(0, len(text)), text, ClaimKind.DISTANCE, Verdict.CANNOT_TELL, "", stated=interval)
    assert expected == wording.stated(claim)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (None, ""),
        (Count(0, 0, 0), "0"),
        (Count(4, 5, 6), "4 to 6"),
        (Count(12, 12, None), "at least 12"),
        (Count(None, 3, 3), "at most 3"),
        (Count(1200, 1200, 1200), "1,200"),
        (Count(None, None, None), ""),
    ],
)
def test_a_number_of_people_in_words(count, expected):
    """0 is a statement, nothing stated is none."""
    assert expected == wording.people(count)


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (None, None, None, ""),
        (date(2016, 6, 5), date(2016, 6, 5), DatePrecision.DAY, "5 June 2016"),
        (date(2016, 6, 5), date(2016, 6, 12), DatePrecision.WEEK, "5 to 12 June 2016"),
        (date(2016, 5, 30), date(2016, 6, 2), DatePrecision.DAYS, "30 May to 2 June 2016"),
        (date(2016, 12, 30), date(2017, 1, 2), DatePrecision.DAYS, "30 December 2016 to 2 January 2017"),
        (date(2016, 6, 1), date(2016, 6, 30), DatePrecision.MONTH, "June 2016"),
        (date(2011, 1, 1), date(2011, 12, 31), DatePrecision.YEAR, "2011"),
    ],
)
def test_a_date_is_no_more_exact_than_known(start, end, precision, expected):
    """A year is shown as a year, not as its first day."""
    incident = Incident("i", IncidentType.BOMBING, "", date_start=start, date_end=end, date_precision=precision)
    assert expected == wording.when(incident)


def test_markdown_shows_text_as_it_stands():
    """Images, links, headings, maths and Streamlit's own directives are only characters."""
    hostile = "# ![x](http://tracker.example/a.png) $x$ :red[y] **z** <b> `c` :material/home:"
    escaped = wording.plain(hostile)
    assert all(f"\\{char}" in escaped for char in "#![]()$:*<>`/")
    assert escaped.replace("\\", "") == hostile


def test_markdown_gets_one_line():
    """A line break would begin a new block."""
    assert wording.plain("a\n\n# b") == "a \\# b"
