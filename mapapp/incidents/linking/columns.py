"""What the line over a table, and the total below a list of bare figures, tell: the names of columns are no deeds, a number counts on."""

from __future__ import annotations

from dataclasses import replace

from mapapp.incidents.incident import Count
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.lists import is_aside, is_revised


def below_columns(happening: Happening, columns: frozenset[int]) -> Happening:
    """Leave out, of the line over a table, the names of its columns: they tell of nobody.

    Parameters
    ----------
    happening
        What a line tells.
    columns
        Where the names of columns begin.
    """
    if not columns or happening.tolls or not any(trigger.span.start in columns for trigger in happening.triggers):
        return happening
    triggers = tuple(trigger for trigger in happening.triggers if trigger.span.start not in columns)
    opens = any(not trigger.known and trigger.part is not Part.MEANS for trigger in triggers)
    return replace(happening, triggers=triggers, opens=opens)


def set_aside(happening: Happening, text: str) -> Happening:
    """Mark what a list does not count as apart from it, and leave out what only corrects a figure of an earlier report.

    Parameters
    ----------
    happening
        What a line tells.
    text
        The report.
    """
    if is_revised(text, happening.span.start) and not any(t.part is Part.NOUN for t in happening.triggers):
        return replace(happening, opens=False, entry=True, marker=Marker.APART)
    aside = is_aside(text, happening.span.start) or is_revised(text, happening.span.start)
    return replace(happening, marker=Marker.APART) if happening.entry and aside else happening


def bare_total(happening: Happening, before: Happening | None) -> Happening:
    """Return a total without words for what it counts as that of the list before it: "Marrow 7, Ombra 5. Total 12."."""
    if not happening.total or happening.tolls or before is None or not before.entry or len(before.tolls) != 1:
        return happening
    numbers = [word for word in happening.words if word.number is not None]
    if len(numbers) != 1:
        return happening
    like, number = before.tolls[0], numbers[0].number
    toll = replace(like, count=Count(number, number, number), span=numbers[0].span, verb=numbers[0].span)
    return replace(happening, tolls=(toll,), opens=True)


def counting(happening: Happening) -> Happening:
    """Let the total of a list open an incident from whatever day it counts: "Total since 3 March: 9,842 cases, 64 deaths"."""
    if not happening.total or happening.opens or not any(toll.count.best for toll in happening.tolls):
        return happening
    return replace(happening, opens=True, recalled=False)
