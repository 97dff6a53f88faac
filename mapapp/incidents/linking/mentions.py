"""How well a sentence that only mentions an incident fits it, and what it may take over from the sentences around it."""

from __future__ import annotations

from mapapp.incidents.linking.drafts import Draft, types_of
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.placing.sites import agree
from mapapp.report.dates import DateMention

_UNSAID = frozenset("somewhere undisclosed unnamed elsewhere".split())


def same_scene(draft: Draft, happening: Happening) -> bool:
    """Say whether an incident without a place may be where the sentence before was: not on another day, and not somewhere untold."""
    if any(word.low in _UNSAID for word in draft.first.words):
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
    return right if order.index(right.precision) < order.index(left.precision) else left


def may_be_one_mention(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may speak of an incident: its place must fit; its date, often of speech, need not."""
    return agree(draft.site, happening.site) and dates_agree(draft.date, happening.date)
