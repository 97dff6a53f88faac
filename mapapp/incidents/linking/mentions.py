"""How well a sentence that only mentions an incident fits it, and what it may take over from the sentences around it."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.linking.breadth import is_denied
from mapapp.incidents.linking.drafts import Draft, types_of
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.linking.retelling import looks_back
from mapapp.incidents.placing.sites import agree, is_spot
from mapapp.report.dates import DateMention

_UNSAID = frozenset("somewhere undisclosed unnamed elsewhere".split())


_TRAVELS = frozenset(
    """
    arrived arrives arrive flew fly flies flying headed heading returned return
    returning toured tour travelled traveled travelling traveling trip visit visited visiting visits
    """.split()
)
_TO_PLACE = 5


def _travels(happening: Happening) -> bool:
    """Say whether the place of a sentence is only where somebody goes: "the governor, who cut short a visit to the capital"."""
    if happening.site is None:
        return False
    start = happening.site.toponym.span.start
    before = [word.low for word in happening.words if word.span.start < start][-_TO_PLACE:]
    return not _TRAVELS.isdisjoint(before)


def same_scene(draft: Draft, happening: Happening) -> bool:
    """Say whether an incident without a place may be where the sentence before was: not on another day, and not somewhere untold."""
    if any(word.low in _UNSAID for word in draft.first.words) or (not happening.opens and _travels(happening)):
        return False
    if draft.date is None or draft.date_inherited:
        return True
    beside = happening.index == draft.first.index - 1 or happening.opens or bool(happening.triggers)
    return beside and dates_agree(draft.date, happening.date)


def closeness(draft: Draft, happening: Happening) -> tuple[bool, bool, bool, int]:
    """Rate how well a mention fits an incident: the place named, the kind of event, told before, near in the text."""
    placed = happening.site is not None and draft.site is not None
    same = bool({trigger.type for trigger in happening.triggers} & set(types_of(draft.happenings))) or (
        draft.umbrella and bool(happening.triggers)
    )
    before = draft.first.index < happening.index
    return placed, same, before, -abs(draft.first.index - happening.index)


def finer_date(left: DateMention | None, right: DateMention | None) -> DateMention | None:
    """Return the more exact of two dates that agree."""
    order = ("day", "days", "week", "month", "year")
    if left is None or right is None:
        return left or right
    ours, theirs = (order.index(left.precision), left.end - left.start), (order.index(right.precision), right.end - right.start)
    return right if theirs < ours else left


def may_be_one_mention(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may speak of an incident: its place must fit; its date, often of speech, need not."""
    return agree(draft.site, happening.site) and dates_agree(draft.date, happening.date)


def complete(draft: Draft, happening: Happening) -> None:
    """Let a mention give the date or place that the incident lacks."""
    if draft.site is None and is_spot(happening.site):
        draft.site = happening.site
    if draft.date is None and happening.date is not None and happening.date.precision == "day":
        draft.date = happening.date


def take_over(draft: Draft, before: Sequence[Happening]) -> None:
    """Take the place, and the day, from sentences before where an incident has none of its own.

    Parameters
    ----------
    draft
        The incident.
    before
        The sentences just before it.
    """
    if draft.first.entry:
        return  # one entry of a register says nothing about the next
    if looks_back(draft.first):
        before = [happening for happening in before if happening.paragraph == draft.first.paragraph]
    if draft.site is None and not draft.children:
        near = [h for h in before if is_spot(h.site) and same_scene(draft, h)]
        near = [h for h in near if h.opens or h.triggers or h.paragraph == draft.first.paragraph]
        draft.site = near[-1].site if near else None
        draft.site_inherited = draft.site is not None
    if draft.date is None and not draft.first.recalled and not is_denied(draft.first):
        told = (h.date for h in reversed(before) if h.date is not None and h.date.precision == "day" and not h.recalled)
        draft.date = next(told, None)
        draft.date_inherited = draft.date is not None
