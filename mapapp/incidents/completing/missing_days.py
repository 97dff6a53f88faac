"""Days for incidents that give none of their own: of the sentence that goes on about them, of the disaster that a report is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.drafts import STORIES, Draft, type_of
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.grammar_words import MODALS
from mapapp.report.date_patterns import span_of_days
from mapapp.report.dates import DateMention

SEQUEL_SENTENCES = 2
"""How many sentences on a report still tells the day of what it opened with."""

LATELY_DAYS = 45
"""A day further back than that is no day of news."""

_AHEAD = MODALS | frozenset(
    "scheduled due planned expected next postponed until trial court hearing funeral visit visited visits charged appeared vigil".split()
)
"""Words of sentences that tell of another day than that of what happened."""


def date_by_sequel(drafts: Sequence[Draft], told: Sequence[Happening], base: date | None) -> None:
    """Give news without a day that of the next sentence on: "A man has died after his boat capsized. He was found at 8am yesterday".

    Parameters
    ----------
    drafts
        The incidents in the making.
    told
        All sentences of the report, in order.
    base
        The day of the report.
    """
    owned = {id(happening): draft for draft in drafts for happening in draft.happenings}
    places = {id(happening): at for at, happening in enumerate(told)}
    for draft in drafts:
        if draft.date is not None or draft.first.recalled or draft.first.entry or draft.parent is not None:
            continue
        start = places.get(id(draft.first), len(told)) + 1
        for happening in told[start : start + SEQUEL_SENTENCES]:
            if happening.entry or owned.get(id(happening), draft) is not draft:
                break
            if _may_date(happening, base):
                draft.date, draft.date_inherited = happening.date, True
                break


def _may_date(happening: Happening, base: date | None) -> bool:
    """Say whether the day of a sentence may be that of what was told before it."""
    day = happening.date
    if day is None or happening.recalled or day.precision not in {"day", "days"} or day.relation != "on" or day.is_speech:
        return False
    if base is not None and not 0 <= (base - day.end).days <= LATELY_DAYS:
        return False
    return all(word.low not in _AHEAD for word in happening.words)


def date_by_parts(drafts: Sequence[Draft], period: DateMention | None) -> None:
    """Let a whole that gives no day of its own last as long as its parts; as long as the paper covers, where that is told.

    Parameters
    ----------
    drafts
        The incidents in the making.
    period
        The days that the header of a digest or a situation report covers.
    """
    for draft in drafts:
        days = [part.date for part in draft.children if part.date is not None and part.date.relation == "on" and not part.first.recalled]
        if draft.first.date is not None or len(days) < FEWEST_PARTS or any(day.precision in {"month", "year"} for day in days):
            continue
        start, end = min(day.start for day in days), max(day.end for day in days)
        if period is not None and period.start <= start and end <= period.end:
            draft.date, draft.date_inherited = period, True
        elif (found := span_of_days(start, end)) is not None and found.precision in {"day", "days", "week"}:
            draft.date = replace(days[0], start=start, end=end, precision=found.precision)
            draft.date_inherited = True


FEWEST_PARTS = 2
"""So many dated parts tell how long the whole lasted."""


def date_by_story(drafts: Sequence[Draft], told: Sequence[Happening]) -> None:
    """Give the shares of a disaster that have no day its day, where the report tells of one: "Beira: 8 dead"."""
    days: dict[IncidentType, DateMention | None] = {}
    for draft in drafts:
        if draft.date is not None or draft.first.recalled:
            continue
        kind = draft.story or type_of(draft)
        if kind not in STORIES or kind is IncidentType.EPIDEMIC:
            continue
        if kind not in days:
            days[kind] = _day_of(kind, told)
        day = days[kind]
        if day is not None:
            draft.date, draft.date_inherited = day, True


def _day_of(kind: IncidentType, told: Sequence[Happening]) -> DateMention | None:
    """Return the day of the only event of a kind that a report tells of as news; None where it tells of several, or of none."""
    days = [
        happening.date for happening in told
        if happening.date is not None and not happening.recalled and happening.date.relation == "on" and not happening.date.is_speech
        and happening.date.precision in {"day", "days"}
        and any(trigger.type is kind and trigger.part is not Part.MEANS for trigger in happening.triggers)
    ]  # fmt: skip
    return days[0] if days and all(day.start == days[0].start for day in days) else None
