"""Where and when it was, told in a sentence of its own: "The incident took place in X", "The offices are located in the X quarter"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.placing.sites import agree, finer, is_spot
from mapapp.incidents.wording.grammar_words import BE
from mapapp.report.report import Span

REACH = 3
"""So many sentences behind an incident one may tell where it was."""

_EVENTS = frozenset(
    """
    incident incidents event events attack attacks assault crime explosion explosions blast blasts shooting killing killings murder
    murders massacre ambush bombing bombings accident crash collision fire robbery kidnapping abduction raid it this they
    """.split()
)
_TARGETS = frozenset(
    "building office offices house home residence store shop bank branch school plant factory station post headquarters mine".split()
)
_HAPPENED = frozenset("occurred happened".split())
_LIES = frozenset("located situated".split())
_SUBJECT_WORDS = 8


def add_whereabouts(drafts: Sequence[Draft], told: Sequence[Happening], text: str) -> None:
    """Give an incident the place, or the day, that one of the next sentences states for it; none where the report says that none is known.

    Parameters
    ----------
    drafts
        The incidents of a report; their sites and dates may change.
    told
        All sentences of the report, in order.
    text
        The report.
    """
    _leave_unplaced(drafts, told, text)
    taken = {id(happening) for draft in drafts for happening in draft.happenings}
    for happening in told:
        if id(happening) in taken or not _tells_where(happening):
            continue
        draft = _just_told(drafts, happening)
        if draft is None:
            continue
        if is_spot(happening.site) and (draft.site is None or draft.site_inherited or agree(draft.site, happening.site)):
            draft.site = happening.site if draft.site is None or draft.site_inherited else finer(draft.site, happening.site)
            draft.site_inherited = False
        if happening.date is not None and happening.date.precision == "day" and (draft.date is None or draft.date_inherited):
            draft.date, draft.date_inherited = happening.date, False


_NOT_TOLD = re.compile(
    r"\b(?:(?:not|never|n['’]t|without|nobody|nor)\s(?:[a-z]{2,10}\s){0,2}(?:say|said|says|saying|tell|telling|told|know|known|knows|give|gave|giving"
    r"|specify|specifying|disclose|disclosing|name|naming|clear)\s(?:(?:you|us|exactly|precisely)\s)?(?:where|the\s(?:exact\s)?(?:place|location))\b"
    r"|(?:named|gave|names|gives|mentioned|mentions)\sno\s(?:place|location)\b"
    r"|no\s(?:place|location)\s(?:is|was|has\sbeen)\s(?:given|named|known|stated)\b"
    r"|(?:place|location)\s(?:is\s|was\s)?(?:unknown|not\s(?:given|known|stated|specified|disclosed))\b)",
    re.IGNORECASE,
)


def _leave_unplaced(drafts: Sequence[Draft], told: Sequence[Happening], text: str) -> None:
    """Take the place that was only taken over from an incident of which the report says that nobody tells where it was."""
    silent = {happening.index for happening in told if tells_no_place(text, happening.span)}
    if not silent:
        return
    by_index = {happening.index: happening for happening in told}
    for draft in drafts:
        if draft.site is None or (not draft.site_inherited and draft.first.span.contains(draft.site.toponym.span)):
            continue
        following = by_index.get(draft.first.index + 1)
        next_is_silent = following is not None and following.index in silent and not following.opens
        if draft.first.index in silent or next_is_silent:
            draft.site, draft.site_inherited = None, False


def tells_no_place(text: str, span: Span) -> bool:
    """Say whether a sentence says that nobody tells where it was."""
    lower = span.of(text).lower()
    return ("where" in lower or "place" in lower or "location" in lower) and _NOT_TOLD.search(text, *span) is not None


def _just_told(drafts: Sequence[Draft], happening: Happening) -> Draft | None:
    """Return the incident that the sentences right before told of: no part of another, and not of another day."""
    near = [d for d in drafts if d.parent is None and not d.children and 0 < happening.index - _last(d, happening) <= REACH]
    draft = max(near, key=lambda d: _last(d, happening), default=None)
    if draft is None or (not draft.date_inherited and not dates_agree(draft.date, happening.date)):
        return None
    return draft


def _last(draft: Draft, happening: Happening) -> int:
    """Return the last sentence before another one that tells of an incident."""
    return max((h.index for h in draft.happenings if h.index < happening.index), default=-REACH - 1)


def _tells_where(happening: Happening) -> bool:
    """Say whether a sentence only tells where or when something told before was."""
    if happening.tolls or (happening.site is None and happening.date is None):
        return False
    lows = [word.low for word in happening.words]
    for position, low in enumerate(lows):
        before = lows[max(0, position - _SUBJECT_WORDS) : position]
        happened = low in _HAPPENED or (low == "took" and lows[position + 1 : position + 2] == ["place"])
        if happened and not _EVENTS.isdisjoint(before):
            return True
        told = not BE.isdisjoint(before) or before[-1:] == [","]
        if low in _LIES and "the" in before and not _TARGETS.isdisjoint(before) and told:
            return True
    return False
