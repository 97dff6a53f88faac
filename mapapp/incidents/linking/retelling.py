"""Whether a sentence tells of an incident already open: the same day, place and kind of event; or of another one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.breadth import is_denied, same_spot, share_words
from mapapp.incidents.linking.drafts import STORIES, Draft, group_of, means_of, type_of, types_of
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.linking.other_kinds import begins_elsewhere, is_of_another_kind
from mapapp.incidents.linking.parting import only_flight
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.placing.sites import agree, is_pin
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import ADVERBS

_T = IncidentType

_BY_CROWDS = frozenset({_T.ARSON, _T.RIOT, _T.LOOTING, _T.PROTEST})
_BY_WEAPONS = frozenset({_T.BOMBING, _T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.SHELLING, _T.MINE})
"""Deeds that are never one: what a crowd does, and what goes off or comes from the air."""

_COARSE = frozenset({"week", "month"})
_LASTING = frozenset({"nature", "epidemic", "flight", "unrest"})
"""What goes on for weeks, and is told of by its days as well."""


def may_be_one(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may tell of an incident already open."""
    if fled_from(draft, happening):
        return True
    if not dates_agree(draft.date, happening.date) or not agree(draft.site, happening.site):
        return False
    if happening.entry and not _same_entry(draft, happening):
        return False
    ours, theirs = group_of(draft.happenings), group_of([happening])
    if ours and theirs and not ours & theirs:
        return False
    if _next_door(draft, happening) or _beside_list(draft, happening) or _denied_otherwise(draft, happening):
        return False
    if is_of_another_kind(draft, happening) or begins_elsewhere(draft, happening):
        return False
    return not (_spans_otherwise(draft, happening, ours | theirs) or _earlier_deed(draft, happening) or other_deed(draft, happening))


def _next_door(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence puts a deed with more dead into a place beside the one told of: "in neighbouring X, rebels killed 12"."""
    lows = {word.low for word in happening.words[:4]}
    if lows.isdisjoint({"neighbouring", "neighboring", "nearby"}) or not is_pin(happening.site) or not happening.tolls:
        return False
    return is_fresh(happening) and any(toll.count.best for told in draft.happenings for toll in told.tolls)


def _denied_otherwise(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence denies a deed of another kind or place: nobody who denies one thing is to stand as the doer of another."""
    if not is_denied(happening) or not is_fresh(happening):
        return False
    if not set(types_of([happening])) & set(types_of(draft.happenings)):
        return True
    return draft.site is not None and happening.site is not None and not share_words(draft.site.site.text, happening.site.site.text)


def _beside_list(draft: Draft, happening: Happening) -> bool:
    """Say whether a paragraph behind a list tells of a deed at another place than the entry: near it perhaps, but of its own name."""
    if happening.entry or draft.parent is None or not draft.first.entry or happening.paragraph == draft.happenings[-1].paragraph:
        return False
    if draft.site is None or happening.site is None or not is_fresh(happening):
        return False
    return not share_words(draft.site.site.text, happening.site.site.text)


def is_fresh(happening: Happening) -> bool:
    """Say whether a sentence tells of a deed that is not spoken of as known."""
    return not any(trigger.known for trigger in happening.triggers) and any(t.part is not Part.MEANS for t in happening.triggers)


def _same_entry(draft: Draft, happening: Happening) -> bool:
    """Say whether an entry of a register goes on with an incident told in another one: the place is the same, or none is given."""
    if _is_another_line(draft, happening):
        return False
    if happening.site is None and happening.date is None and not _counts_anew(draft, happening):
        ours, theirs = group_of(draft.happenings), group_of([happening])
        if (ours & theirs and (ours & _LASTING or not is_fresh(happening))) or (not theirs and ours & {"nature", "epidemic", "flight"}):
            return True
    if happening.total:
        return True
    if _counts_anew(draft, happening) and not (draft.site is not None and same_spot(draft.site, happening.site) and happening.site):
        return False
    if draft.umbrella or not draft.first.entry:
        return True
    if draft.site is None or happening.site is None:
        return False
    same = draft.site.place is not None and draft.site.place == happening.site.place
    return same or share_words(draft.site.site.text, happening.site.site.text)


def _is_another_line(draft: Draft, happening: Happening) -> bool:
    """Say at once that one entry is not the other, by the names of their places: long lists are asked line against line."""
    if happening.total or draft.umbrella or not draft.first.entry or draft.site is None or happening.site is None:
        return False
    same = draft.site.place is not None and draft.site.place == happening.site.place
    return not same and not share_words(draft.site.site.text, happening.site.site.text)


def _counts_anew(draft: Draft, happening: Happening) -> bool:
    """Say whether an entry has another figure for what an entry before it has counted already: of another place, named or not."""
    known = {(toll.effect, toll.count.best) for told in draft.happenings if told.entry for toll in told.tolls}
    own = [toll for toll in happening.tolls if toll.count.best and not (toll.definite or toll.running)]
    return any(toll.effect in {effect for effect, _ in known} and (toll.effect, toll.count.best) not in known for toll in own)


def _spans_otherwise(draft: Draft, happening: Happening, groups: set[str]) -> bool:
    """Say whether one is told of a day and the other of weeks: "on Saturday" and "in the past month" are two, unless it is a disaster."""
    if draft.date is None or happening.date is None or groups & _LASTING or not is_fresh(happening):
        return False
    return (draft.date.precision in _COARSE) != (happening.date.precision in _COARSE)


def _earlier_deed(draft: Draft, happening: Happening) -> bool:
    """Say whether a new paragraph goes back to what had been done on a day of its own: "on Friday a guard had been shot"."""
    if happening.date is None or draft.date is not None or happening.paragraph == draft.happenings[-1].paragraph:
        return False
    return is_fresh(happening) and looks_back(happening)


def looks_back(happening: Happening) -> bool:
    """Say whether what a sentence tells had been before: "had been killed by a mine"."""
    own = [t for t in happening.triggers if t.part is not Part.MEANS and happening.span.contains(t.span)]  # others are borrowed
    return any(_pluperfect(happening, trigger.position) for trigger in own)


def _pluperfect(happening: Happening, position: int) -> bool:
    """Say whether a verb stands behind "had" or "had been"."""
    before = position - 1
    while before >= 0 and (happening.words[before].low in ADVERBS or happening.words[before].low == "been"):
        before -= 1
    return before >= 0 and happening.words[before].low == "had"


def other_deed(draft: Draft, happening: Happening) -> bool:
    """Say whether a new paragraph tells of what cannot be the same deed: a crowd burns houses after the bombing, a mine goes off."""
    if happening.paragraph == draft.happenings[-1].paragraph or any(trigger.known for trigger in happening.triggers):
        return False
    ours = set(types_of(draft.happenings)) | means_of(draft.happenings)
    theirs = set(types_of([happening])) | means_of([happening])
    return any(
        bool(left & ours) and not ours & right and bool(right & theirs) and not theirs & left
        for left, right in ((_BY_CROWDS, _BY_WEAPONS), (_BY_WEAPONS, _BY_CROWDS))
    )


SURE_FIGURE = 3
"""A number of people so large, told again, is that of the same incident."""


def with_figure_of(drafts: Sequence[Draft], happening: Happening) -> list[Draft]:
    """Return the incidents that a sentence may tell of, latest first; before them the one of a family that has its very figure."""
    latest = list(reversed(drafts))
    figures = {(toll.effect, toll.count.best) for toll in happening.tolls if (toll.count.best or 0) >= SURE_FIGURE and not toll.more}
    if not figures or happening.site is not None or not latest or latest[0].parent is None:
        return latest
    family = [draft for draft in latest if draft is latest[0].parent or draft.parent is latest[0].parent]
    same = [draft for draft in family if figures & {(toll.effect, toll.count.best) for told in draft.happenings for toll in told.tolls}]
    return same + [draft for draft in latest if draft not in same]


def of_side(summary: Happening, part: Happening) -> Happening:
    """Let a bare number of a part be of the side that the summary tells of: "killed 20 fighters … twelve at the farm"."""
    dead = [toll for toll in summary.tolls if toll.effect is Effect.KILLED]
    if not dead or not all(toll.attackers for toll in dead):
        return part
    tolls = tuple(
        replace(toll, attackers=True) if (toll.bare or (part.share and not toll.head)) and toll.effect is Effect.KILLED else toll
        for toll in part.tolls
    )
    return replace(part, tolls=tolls)


def part_told(umbrella: Draft, happening: Happening) -> Draft | None:
    """Return the part that a sentence tells of again: at the same place, or one without a place that has the same figure."""
    for child in reversed(umbrella.children):
        if not child.site_inherited and happening.site is not None and same_spot(child.site, happening.site):
            return child
    known = [toll for toll in happening.tolls if toll.definite and toll.count.best]
    for child in umbrella.children:
        figures = {(toll.effect, toll.count.best) for told in child.happenings for toll in told.tolls}
        if child.site_inherited and any((toll.effect, toll.count.best) in figures for toll in known):
            return child
    return None


def goes_on(draft: Draft, happening: Happening, *, elsewhere: bool) -> bool:
    """Say whether a later toll may be that of an incident; ``elsewhere``: its place is not where the incident was."""
    if draft.first.recalled or other_deed(draft, happening):
        return False
    summed = happening.definite_dead or any(toll.running for toll in happening.tolls)
    if happening.finds_dead and not summed and type_of(draft) not in STORIES:
        return False
    earlier = happening.date is not None and draft.date is not None and happening.date.end < draft.date.start
    return not earlier and (elsewhere or agree(draft.site, happening.site))


NEXT = 2
"""Sentences from an incident to who "the driver" of it was."""


def follows_on(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence stands right behind one that tells of an incident: then "the driver was killed" belongs to it."""
    last = draft.happenings[-1]
    return last.paragraph == happening.paragraph and 0 < happening.index - last.index <= NEXT


def nearest(fitting: Sequence[Draft], with_figure: Sequence[Draft], happening: Happening, *, elsewhere: bool) -> Draft:
    """Return which of the incidents that a later toll fits it is of: the one just told, else one that has such a figure already."""
    just_told = happening.finds_dead or (not elsewhere and follows_on(fitting[0], happening))
    return (fitting if just_told else with_figure or fitting)[0]


_FLED_FROM = frozenset({"violence", "unrest", "nature"})
_GOING_TO = frozenset("to into towards toward".split())


def fled_from(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence right behind an incident tells whom it drove out: "1,150 persons displaced to the town"; with no other day."""
    if not only_flight(happening) or happening.recalled or draft.first.recalled or happening.entry:
        return False
    if happening.date is not None and happening.date != draft.date:
        return False
    near = follows_on(draft, happening) or (happening.site is None and 0 < happening.index - draft.happenings[-1].index <= NEXT)
    if not near or not (group_of(draft.happenings) & _FLED_FROM or IncidentType.FIRE in types_of(draft.happenings)):
        return False
    return happening.site is None or (is_pin(draft.site) and _is_where_they_went(happening))


def _is_where_they_went(happening: Happening) -> bool:
    """Say whether the place of a sentence is where people went: "fled to", "displaced to"."""
    start = happening.site.toponym.span.start if happening.site is not None else 0
    before = next((word.low for word in reversed(happening.words) if word.span.end <= start), "")
    return before in _GOING_TO


def counted(draft: Draft, like: Toll) -> int:
    """Return the largest number of people that a sentence of an incident tells of, of the effect of a toll."""
    counts = [toll.count.best or toll.count.low or 0 for h in draft.happenings for toll in h.tolls if toll.effect is like.effect]
    return max(counts, default=0)
