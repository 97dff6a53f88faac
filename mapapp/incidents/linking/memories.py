"""What a clause recalls: "the worst since a mill burned down in 1998"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.telling.background import is_background
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.words import Word
from mapapp.report.dates import DateMention

_COMPARED = frozenset("since worst deadliest strongest bloodiest biggest largest heaviest such similar".split())


def names_it(left: Happening, right: Happening) -> bool:
    """Say whether what is recalled is named before: "the site of the first suicide bombing in 2011, when a man …"; that is one telling."""
    if left.tolls or left.date is not None or any(word.low in _COMPARED for word in left.words):
        return False
    named = {trigger.type for trigger in left.triggers if trigger.part is Part.NOUN}
    return bool(named & {trigger.type for trigger in right.triggers if trigger.span.start >= right.span.start})


def told_by(left: Happening, right: Happening) -> Happening:
    """Complete what is recalled by what stands before it: "the worst quake since 2002, when 200 died"."""
    told = any(trigger.part is not Part.MEANS and trigger.type is not IncidentType.KILLING for trigger in right.triggers)
    other = told and any(word.low in _COMPARED for word in left.words)
    return replace(right, triggers=right.triggers if other else left.triggers + right.triggers, site=right.site or left.site)


def is_recalled(words: Sequence[Word], when: DateMention | None, base: date | None) -> bool:
    """Say whether a sentence tells of an earlier event, not of the news."""
    return is_background(words, when.end if when else None, base, precision=when.precision if when else "day")
