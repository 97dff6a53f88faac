"""Calendar dates in words, the same in every locale."""

from __future__ import annotations

from datetime import date

MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def day_in_words(day: date) -> str:
    """Return a day: "5 June 2016"."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """Return the month of a day: "June 2016"."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def days_in_words(start: date, end: date) -> str:
    """Return a stretch of days as short as it can be said: "3 to 5 June 2016", "30 April to 2 May 2023"."""
    if start == end:
        return day_in_words(start)
    if start.year != end.year:
        return f"{day_in_words(start)} to {day_in_words(end)}"
    first = str(start.day) if start.month == end.month else f"{start.day} {MONTH_NAMES[start.month - 1]}"
    return f"{first} to {day_in_words(end)}"
