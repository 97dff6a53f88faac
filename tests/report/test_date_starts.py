"""A form of a date is tried at its own first words alone, and finds the same there as everywhere."""

from __future__ import annotations

import re

import pytest

from mapapp.report.date_patterns import PATTERNS
from mapapp.report.date_periods import PERIODS
from mapapp.report.dates import ANAPHORA, ANAPHORIC
from mapapp.report.starts import Opening, Starts

ALL_FORMS = """
2016-06-05 a barge sank. On 06/05/2016, or 5.6.16, and (19/01), the crew rowed ashore.
14.04. Osh, a lorry turned over.
05/03 – Mill burned down. Roof fell, 3/4, two hurt. Seen on 7/8 by a miller.
Sat., 1:20 a.m. a shot; Mon 4 / a second one.
Week 33: 7 hurt. On 5 June 2016 and from 6 to 8 July, on June 9, 2014, in May 2013, in April, of early March.
Since the summer of 2011, the 2012 fire, the quake's 2013 toll and a flood in Aba, 1998, when the dam broke.
2007: forty fled. Last Tuesday, on Friday, this coming Sunday, overnight and yesterday, three days ago, a few weeks ago.
A weekend of rain. Over the weekend, last week, this month, Tuesday of last week, over the last three days, in the past week.
Last 24h: nil. In the last 48 hrs. 24 hours to 0600 hrs. In recent days, after two weeks of heavy rain, the Sunday before last.
8 October last year; March last year; on Tues. two men; the first week of June; on the 12th of last month; on the 13th.
The twentieth of October; on Christmas Eve; on New Year’s Day 2017; on Easter Sunday; between March and May 2016; at the end of August.
05JUN16 and 12-MAY-2014; 150600 to 160600 Dec 2021.
Two days later, that night, the next morning, the same evening, the day before; earlier in the day.
In the first ten days of June; November has been wet; before: Manta, March, 17 hurt.
Since the beginning of the month; 121430ZJUN19.
"""


FORMS = [*((pattern, opening) for pattern, _, opening in (*PERIODS, *PATTERNS)), (ANAPHORIC, ANAPHORA)]


@pytest.mark.parametrize(("pattern", "opening"), FORMS)
def test_a_form_begins_only_with_its_own_words(pattern: re.Pattern[str], opening: Opening) -> None:
    """What is left out is nothing that a pattern would find anywhere in a text."""
    everywhere = [match.span() for match in pattern.finditer(ALL_FORMS)]
    assert everywhere
    assert everywhere == [match.span() for match in Starts(ALL_FORMS).matches(pattern, opening)]
