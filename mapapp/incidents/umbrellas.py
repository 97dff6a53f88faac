"""Which sentences sum up what others tell place by place: "thirty died in the valley … twelve at the mill, ten at the bridge"."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Kind
from mapapp.incidents.drafts import group_of
from mapapp.incidents.effects import Effect
from mapapp.incidents.happenings import Happening, dates_agree
from mapapp.incidents.sites import PlacedSite, agree
from mapapp.incidents.tolls import of_effect

REACH = 14
"""Tellings behind a summary that may still be its parts: a news story has some twenty sentences."""

_WIDE = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION, Kind.SEA, Kind.LAND, Kind.CONTINENT})

_SUMMED = (Effect.KILLED, Effect.INJURED)


def planned_parts(told: Sequence[Happening]) -> dict[int, int]:
    """Return, by the index of a part, the index of the happening that sums it up.

    A summary tells of a wide area, of several places or of none, and at least two later tellings that agree with it have places of their
    own that lie apart. What has no such parts stays what it was: an incident that later sentences tell more about.

    Parameters
    ----------
    told
        All happenings of a report, in order.
    """
    out: dict[int, int] = {}
    opening = [happening for happening in told if happening.opens]
    for position, summary in enumerate(opening):
        if summary.index in out or not _may_sum_up(summary, lead=position == 0):
            continue
        parts = _parts(summary, [h for h in opening[position + 1 : position + 1 + REACH] if h.index not in out])
        if _apart(parts) >= 2:
            out.update((part.index, summary.index) for part in parts)
    return out


SEVERAL_PEOPLE = 3
"""A sentence without a place sums up others only if it counts as many people."""


def _people(happening: Happening) -> int:
    """Return the largest number of people a sentence tells of."""
    return max((_most(toll.count.best, toll.count.low) for toll in happening.tolls), default=0)


def _may_sum_up(happening: Happening, *, lead: bool) -> bool:
    """Say whether a sentence is one that parts may follow: not tied to one spot, and telling a number or several events.

    ``lead``: the report opens with it, so it need not say where.
    """
    if happening.covers_all or happening.share or happening.continues or happening.recalled:
        return False
    several = _several(happening)
    figures = any(toll.count.best not in {0, 1} for toll in happening.tolls)
    if not several and not figures:
        return False
    if happening.entry and not several and not _nature(happening):
        return False
    if happening.site is None:
        return several or lead or _people(happening) >= SEVERAL_PEOPLE
    return is_wide(happening.site) or _several_places(happening)


_PLACE_NOUNS = frozenset(
    """
    towns cities villages districts provinces regions places areas states parts neighbourhoods neighborhoods localities communities
    departments counties suburbs islands municipalities governorates locations sites
    """.split()
)
_SEVERAL = frozenset("several many various different both some multiple numerous".split())


def _counted_places(happening: Happening) -> bool:
    """Say whether several places are meant without their names: "in four villages", "various districts"."""
    words = happening.words
    for position, word in enumerate(words):
        if word.low in _PLACE_NOUNS and any(
            before.low in _SEVERAL or (before.number or 0) > 1 for before in words[max(0, position - 3) : position]
        ):
            return True
    return False


def _several(happening: Happening) -> bool:
    """Say whether it tells of several events or places."""
    return happening.umbrella or any(trigger.plural for trigger in happening.triggers) or _counted_places(happening)


def _nature(happening: Happening) -> bool:
    return bool({"nature", "epidemic"} & group_of([happening]))


def is_wide(site: PlacedSite | None) -> bool:
    """Say whether a site is an area that may hold several."""
    return site is None or (site.place is not None and site.place.kind in _WIDE and site.offset is None)


def _several_places(happening: Happening) -> bool:
    """Say whether it names several places side by side: "in one town and the next"."""
    points = {toponym.place.place_id for toponym in happening.toponyms if toponym.place is not None and toponym.place.is_point}
    return len(points) >= 2 and happening.umbrella


def _parts(summary: Happening, later: Sequence[Happening]) -> list[Happening]:
    """Return the tellings that may be parts of a summary."""
    found = []
    for happening in later:
        if happening.covers_all or happening.recalled or happening.site is None:
            continue
        if not _narrower(summary.site, happening.site) or not dates_agree(summary.date, happening.date):
            continue
        ours, theirs = group_of([summary]), group_of([happening])
        if (ours and theirs and not ours & theirs) or not _within(summary, happening):
            continue
        if not (happening.share or happening.tolls or (theirs and (not ours or ours & theirs))):
            continue
        found.append(happening)
    return found


def _narrower(wide: PlacedSite | None, narrow: PlacedSite) -> bool:
    """Say whether a site lies inside that of the summary, and is another."""
    if narrow.place is None:
        return wide is not None and wide.place is not None and is_wide(wide)
    if wide is None or wide.place is None:
        return narrow.place.kind is not Kind.COUNTRY
    if wide.place.place_id == narrow.place.place_id:
        return False
    if not is_wide(wide):
        return True
    return agree(wide, narrow) and narrow.place.kind is not Kind.COUNTRY


def _within(summary: Happening, part: Happening) -> bool:
    """Say whether no figure of the part is above that of the summary."""
    for effect in _SUMMED:
        total = max((_most(toll.count.best, toll.count.low) for toll in of_effect(summary.tolls, effect, attackers=None)), default=0)
        own = sum(_most(toll.count.best, toll.count.low) for toll in of_effect(part.tolls, effect, attackers=False) if not toll.part)
        if total and own > total:
            return False
    return True


def _most(best: int | None, low: int | None) -> int:
    return best if best is not None else low or 0


def _apart(parts: Sequence[Happening]) -> int:
    """Return how many different places the parts have."""
    places: list[PlacedSite] = []
    for part in parts:
        if part.site is not None and not any(agree(part.site, known) for known in places):
            places.append(part.site)
    return len(places)
