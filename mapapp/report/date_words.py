"""The words of English dates: months, weekdays, numbers, and the verbs of speech that draw a date to themselves."""

from __future__ import annotations

from mapapp.report.saying import STATING

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month number (1 to 12) by lower-case name or abbreviation, without its full stop."""

WEEKDAYS = {name: number for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}
"""Weekday number as in :meth:`datetime.date.weekday`: Monday is 0."""

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), start=1
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
"""Numbers as written before "days ago"."""

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
"""Ordinals of the weeks of a month."""

DAY_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        start=1,
    )
}
"""Days of the month in words."""

FEASTS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "may day": (5, 1),
}  # fmt: skip
"""(month, day) by the name of a day that is the same every year."""

MOVEABLE_FEASTS = {"palm sunday": -7, "good friday": -2, "easter saturday": -1, "easter sunday": 0, "easter monday": 1, "whit monday": 50}
"""Days after Easter Sunday of the western churches by the name of a day that moves with it."""

SPEECH_VERBS = STATING | frozenset(
    """
    accused adds alleged announces briefed called claims commented condemned deplored disclosed expressed indicated noted pledged report
    reports repudiated revealed say saying states stressed tells testified tweeted urged vowed warned
    """.split()
)
"""Verbs whose date is that of the statement, not of what is told."""
