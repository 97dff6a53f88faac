"""Which sentences sum up what others tell place by place: "thirty died in the valley … twelve at the mill, ten at the bridge"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from mapapp.incidents.counting.tolls import of_effect
from mapapp.incidents.linking.breadth import (
    counted_places,
    is_wide,
    lies_within,
    listed_places,
    same_spot,
    several,
    sites_counted,
)
from mapapp.incidents.linking.counted_actors import told_one_by_one
from mapapp.incidents.linking.drafts import group_of
from mapapp.incidents.linking.families import families, nested
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.linking.open_umbrellas import at_a_spot
from mapapp.incidents.linking.stretches import add_stretches, is_other_matter, left_out
from mapapp.incidents.placing.sites import PlacedSite, is_pin
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.facilities import ORDINALS

REACH = 14
"""Tellings behind a summary that may still be its parts: a news story has some twenty sentences."""

LEEWAY = timedelta(days=3)
""""A week of looting" may have begun a little earlier than seven days ago."""

_SUMMED = (Effect.KILLED, Effect.INJURED)


@dataclass(frozen=True, slots=True)
class Plan:
    """By the index of a part, that of its summary. ``proven``: the figures of these add up, so each tells of another event.

    ``sums``: by the index of a total, those of the parts told before it. ``same``: by the index of what tells one again, that one's.
    """

    parts: Mapping[int, int] = field(default_factory=dict)
    proven: frozenset[int] = frozenset()
    sums: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    same: Mapping[int, int] = field(default_factory=dict)
    heads: Mapping[int, int] = field(default_factory=dict)


def planned_parts(told: Sequence[Happening]) -> Plan:
    """Say which tellings are parts of which.

    A summary tells of a wide area, of several places or of none, and at least two later tellings that agree with it have places of their
    own that lie apart (one, where it says that there were several places); or it tells of several events, and the figures of the tellings
    behind it add up to its own. What has no such parts stays what it was: an incident that later sentences tell more about.

    Parameters
    ----------
    told
        All happenings of a report, in order.
    """
    listed = families(told)
    out = dict(listed.parts)
    proven = set(out)
    full = {*listed.same, *listed.parts.values()} - set(listed.open)
    opening = list(_with_own_places(told))
    strange = left_out(told)
    bullets = {happening.paragraph: happening.level for happening in told if happening.entry and happening.level % 2 == 1}
    for position, summary in enumerate(opening):
        if (
            summary.index in out
            or summary.index in full
            or not _may_sum_up(summary, lead=position == 0)
            or _goes_on(summary, opening[:position])
            or _heads_a_list(summary, opening[position + 1 : position + 4], full)
        ):
            continue
        behind = opening[position + 1 : position + 1 + REACH]
        later = [h for h in behind if h.index not in out and h.index not in listed.same and not _beside(summary, h, bullets)]
        later = _before_other_matters(summary, [h for h in later if h.index not in strange])
        shared = [h for h in behind if h.whole == summary.index]
        sum_up = [] if shared else adding_up(summary, later)
        parts = [] if _retold_at_one_spot(summary, later) else _within_sum(summary, shared, _parts(summary, later))
        if shared and sum(_told_anew(share, Effect.KILLED) for share in shared) == _whole(summary, Effect.KILLED):
            parts = [part for part in parts if _may_be_added(summary, part, shared)]
        if parts and all(part.entry for part in parts):
            parts = parts[: sites_counted(summary)]
        at_one_spot = not several(summary) and not _nature(summary) and at_a_spot(summary)
        if at_one_spot or (not _bound_by_place(summary) and not _counts_among(summary, parts)):
            parts = []
        enough = 1 if sum_up or counted_places(summary) or listed_places(summary) else 2
        if _apart([*shared, *parts]) >= enough or any(_fewer(summary, part) for part in parts):
            out.update((part.index, summary.index) for part in parts)
        out.update((part.index, summary.index) for part in sum_up)
        proven.update(part.index for part in sum_up)
    out.update((part, whole) for part, whole in told_one_by_one(told).items() if part not in out and whole not in out)
    heads = add_stretches(told, opening, out, proven, full)
    return Plan(nested(told, out), frozenset(proven), listed.sums, listed.same, heads)


def _before_other_matters(summary: Happening, later: list[Happening]) -> list[Happening]:
    """Return the tellings before a report that tells of one event goes on to others: "Separately, …"."""
    if several(summary) or summary.entry:
        return later
    return list(itertools.takewhile(lambda h: h.entry or h.whole == summary.index or not is_other_matter(h), later))


def _may_be_added(summary: Happening, part: Happening, shared: Sequence[Happening]) -> bool:
    """Say whether a telling may belong to a sum that others come to already: told again, or where a disaster hurt nobody."""
    again = any(share.site is not None and same_spot(part.site, share.site) for share in shared)
    return again or (_nature(summary) and not any(toll.count.best != 0 for toll in part.tolls))


def _beside(summary: Happening, part: Happening, bullets: Mapping[int, int]) -> bool:
    """Say whether a telling stands in another point of the same list: "1. Floods. …", "2. Road accident. …"."""
    ours, theirs = bullets.get(summary.paragraph), bullets.get(part.paragraph)
    if ours is None or theirs is None or theirs > ours or summary.paragraph == part.paragraph:
        return False
    return not (several(summary) and group_of([summary]) & group_of([part]))


def _with_own_places(told: Sequence[Happening]) -> Iterator[Happening]:
    """Yield what opens incidents, without the areas that only a heading over the paragraph names: its sentences are no sum over them."""
    begins: dict[int, int] = {}
    for happening in told:
        begin = begins.setdefault(happening.paragraph, happening.span.start)
        if not happening.opens:
            continue
        taken = happening.site is not None and is_wide(happening.site) and happening.site.toponym.span.start < begin
        yield replace(happening, site=None) if taken else happening


SEVERAL_PEOPLE = 3
"""A sentence without a place sums up others only if it counts as many people."""


def _bound_by_place(summary: Happening) -> bool:
    """Say whether a summary tells where or of how many events, so that what lies inside it may be a part."""
    return summary.site is not None or several(summary) or _nature(summary)


def _counts_among(summary: Happening, parts: Sequence[Happening]) -> bool:
    """Say whether two parts at least count people of those that the summary counts, and no more of them together."""
    for effect in _SUMMED:
        told = [own for part in parts if (own := _told_anew(part, effect))]
        if len(told) > 1 and sum(told) <= _whole(summary, effect):
            return True
    return False


def _retold_at_one_spot(summary: Happening, later: Sequence[Happening]) -> bool:
    """Say whether a sentence just behind a summary without a place, a title mostly, tells of the same number of people at one spot."""
    if summary.site is not None and summary.site.place is not None:
        return False
    for told in later[:2]:
        same = any(_told_anew(told, effect) == _whole(summary, effect) > 1 for effect in _SUMMED)
        if same and not told.share and is_pin(told.site):
            return True
    return False


def _people(happening: Happening) -> int:
    """Return the largest number of people a sentence tells of."""
    return max((_most(toll.count.best, toll.count.low) for toll in happening.tolls), default=0)


def _may_sum_up(happening: Happening, *, lead: bool) -> bool:
    """Say whether a sentence is one that parts may follow: not tied to one spot, and telling a number or several events.

    ``lead``: the report opens with it, so it need not say where.
    """
    if (happening.covers_all and not lead) or happening.share or happening.continues or happening.recalled:
        return False
    many = several(happening) or happening.covers_all
    figures = any(toll.count.best not in {0, 1} for toll in happening.tolls)
    if not many and not figures:
        return False
    if happening.entry and not many and not _nature(happening):
        return False
    if happening.site is None:
        return many or lead or _people(happening) >= SEVERAL_PEOPLE
    return many or is_wide(happening.site) or bool(listed_places(happening)) or _people(happening) >= LARGE_SUM


def _goes_on(happening: Happening, before: Sequence[Happening]) -> bool:
    """Say whether a sentence without a place only gives more figures for the place told of just before it."""
    last = next((told for told in reversed(before) if told.site is not None), None)
    return happening.site is None and not several(happening) and last is not None and is_pin(last.site)


def _heads_a_list(summary: Happening, later: Sequence[Happening], full: set[int]) -> bool:
    """Say whether a sentence stands right over the total of a list, whose entries are all its parts: "Riots in three towns. Dead: 29"."""
    return any(told.index in full and told.paragraph == summary.paragraph and not told.entry and told.site is None for told in later)


def _nature(happening: Happening) -> bool:
    return bool({"nature", "epidemic"} & group_of([happening]))


def _parts(summary: Happening, later: Sequence[Happening]) -> list[Happening]:
    """Return the tellings that may be parts of a summary because of where they are."""
    if not (is_wide(summary.site) or listed_places(summary) or counted_places(summary)):
        return []
    found = []
    for happening in later:
        if happening.covers_all or happening.recalled or happening.site is None or (happening.entry and happening.marker is Marker.APART):
            continue
        if not lies_within(summary, happening.site) or not _same_days(summary, happening):
            continue
        ours, theirs = group_of([summary]), group_of([happening]) if not _counted_off(happening) else set()
        if (ours and theirs and not _akin(ours, theirs)) or not _within(summary, happening):
            continue
        if not (several(summary) or _nature(summary)) and _other_harm(summary, happening):
            continue
        if theirs == {"flight"} and "flight" not in ours and not of_effect(summary.tolls, Effect.DISPLACED, attackers=None):
            continue  # what follows from the rest
        if not (happening.share or happening.tolls or (theirs and (not ours or _akin(ours, theirs)))):
            continue
        found.append(happening)
    return found


def _other_harm(summary: Happening, part: Happening) -> bool:
    """Say whether both count people, and none whom the same befell."""
    ours, theirs = ({toll.effect for toll in told.tolls if toll.count.best != 0} for told in (summary, part))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _counted_off(part: Happening) -> bool:
    """Say whether a telling goes on counting the dead of the summary, however they died: "the fourth, a boy, died when …", "two more"."""
    if part.tolls and all(toll.more for toll in part.tolls):
        return True
    lows = [word.low for word in part.words[:2]]
    return lows[:1] == ["the"] and lows[1:] != [] and lows[1] in ORDINALS and bool(part.tolls)


def _akin(whole: set[str], part: set[str]) -> bool:
    """Say whether an event of one kind may be part of one of the other: protests come with arson, shots and looting."""
    unrest = {"unrest", "robbery"}
    return bool(whole & part) or (bool(whole & unrest) and bool(part & {"violence", *unrest}))


def _same_days(summary: Happening, part: Happening) -> bool:
    """Say whether a part may have happened on the day of the summary; a day of its own speaks against it, where one night is told of."""
    if summary.date is not None and part.date is not None and summary.date.end - summary.date.start >= LEEWAY:
        return summary.date.start - LEEWAY <= part.date.end and part.date.start <= summary.date.end
    if not dates_agree(summary.date, part.date):
        return False
    if summary.date is None or part.date is None or part.date.part or summary.date.precision not in {"day", "days"}:
        return True
    one_night = (summary.date.end - summary.date.start).days == 1 and summary.date.part != ""
    return not (one_night and part.date.precision == "day")


def _within(summary: Happening, part: Happening) -> bool:
    """Say whether no figure of the part is above that of the summary, nor the same: that tells the whole again."""
    for effect in _SUMMED:
        whole = _whole(summary, effect)
        own = sum(_most(toll.count.best, toll.count.low) for toll in of_effect(part.tolls, effect, attackers=False) if not toll.part)
        if whole and (own > whole or own == whole > 1):
            return False
    return True


def _within_sum(summary: Happening, sure: Sequence[Happening], parts: Sequence[Happening]) -> list[Happening]:
    """Return the parts without what is told "in a separate incident" when those before it come to the sum already; ``sure``: known ones."""
    kept = list(sure)
    for part in parts:
        wholes = [(effect, _whole(summary, effect)) for effect in _SUMMED]
        over = any(whole and sum(_told_anew(told, effect) for told in [*kept, part]) > whole for effect, whole in wholes)
        full = any(
            whole and sum(_told_anew(told, effect) for told in kept) == whole and _told_anew(part, effect) for effect, whole in wholes
        )
        again = any(same_spot(part.site, told.site) for told in kept)
        if not (over and part.marker is Marker.APART) and not (full and not again):
            kept.append(part)
    return kept[len(sure) :]


def _fewer(summary: Happening, part: Happening) -> bool:
    """Say whether a telling counts, at one place, some of those that the summary counts in an area."""
    if part.site is None or part.site.place is None or not is_pin(part.site) or not is_wide(summary.site) or summary.site is None:
        return False
    return any(0 < _told_anew(part, effect) < _whole(summary, effect) for effect in _SUMMED)


def _whole(summary: Happening, effect: Effect) -> int:
    """Return the largest number of one effect that a summary tells; 0 where it tells none, or only "dozens"."""
    return max((toll.count.best or 0 for toll in of_effect(summary.tolls, effect, attackers=None)), default=0)


def _most(best: int | None, low: int | None) -> int:
    return best if best is not None else low or 0


def _apart(parts: Sequence[Happening]) -> int:
    """Return how many different places the parts have."""
    places: list[PlacedSite] = []
    for part in parts:
        if part.site is not None and not any(same_spot(part.site, known) for known in places):
            places.append(part.site)
    return len(places)


SURE_SUM = 10
"""What two tellings or more come to, and is so large, is their sum even where a summary does not say that there were several events."""

LARGE_SUM = 20
"""So large a sum is none by chance, even where the summary names the town that saw most of it."""

_COUNTED = (*_SUMMED, Effect.ARRESTED, Effect.DISPLACED, Effect.ABDUCTED)


_DEATHS = frozenset("deaths fatalities drownings murders homicides".split())
"""Words for the dead of several events mostly: "two deaths in the mountains"."""


def adding_up(summary: Happening, later: Sequence[Happening]) -> list[Happening]:
    """Return the tellings behind a summary whose figures come to just what it counts; [] where they do not."""
    many = several(summary) or summary.covers_all
    deaths = any(left.number is not None and right.low in _DEATHS for left, right in itertools.pairwise(summary.words))
    for effect in _SUMMED if many else _COUNTED:
        whole = _whole(summary, effect)
        if not many and ((whole < SURE_SUM and not (deaths and whole > 1)) or (is_pin(summary.site) and whole < LARGE_SUM)):
            continue
        found: list[Happening] = []
        together = 0
        for position, happening in enumerate(later):
            own = _told_anew(happening, effect)
            if not own or happening.covers_all or happening.recalled or happening.continues:
                continue
            together += own
            opener = _opener(happening, later[:position])
            if together > whole or not _stands_alone(opener) or not dates_agree(summary.date, opener.date):
                break
            if opener not in found:
                found.append(opener)
            if together == whole and len(found) > 1 and (many or _told_apart(found)):
                return found
    return []


def _opener(happening: Happening, before: Sequence[Happening]) -> Happening:
    """Return the telling that a figure without a place belongs to: the one before it in the paragraph that says where or when."""
    if happening.site is not None or happening.marker is not Marker.NONE:
        return happening
    told = [h for h in before if h.paragraph == happening.paragraph and h.index < happening.index and not h.recalled]
    if happening.date is not None:
        told = [h for h in told if h.site is not None and h.date == happening.date]  # both of the day that heads the paragraph
    return next((h for h in reversed(told) if h.site is not None or h.date is not None), happening)


def _told_apart(parts: Sequence[Happening]) -> bool:
    """Say whether no two tellings are at one place, or in one paragraph where they name none."""
    places = [part.site for part in parts if part.site is not None]
    alone = [part.paragraph for part in parts if part.site is None]
    apart = all(not same_spot(left, right) for at, left in enumerate(places) for right in places[at + 1 :])
    return apart and len(set(alone)) == len(alone) and len({part.index for part in parts}) == len(parts)


def _told_anew(happening: Happening, effect: Effect) -> int:
    """Return how many people a telling counts who were not told of before."""
    tolls = of_effect(happening.tolls, effect, attackers=None)
    return sum(_most(toll.count.best, toll.count.low) for toll in tolls if not (toll.part or toll.definite or toll.running))


def _stands_alone(happening: Happening) -> bool:
    """Say whether a telling has a deed or a place of its own."""
    deeds = any(not trigger.known and trigger.part is not Part.MEANS for trigger in happening.triggers)
    added = any(toll.more for toll in happening.tolls)
    return deeds or added or happening.site is not None or happening.marker is not Marker.NONE
