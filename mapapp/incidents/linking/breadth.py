"""How wide a telling is: over several places or events, over an area, over places named side by side; or tied to one spot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from gazetteer import Kind, Place
from gazetteer.geodesy import distance_km
from mapapp.incidents.incident import GeoPrecision, Site
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.placing.site_cues import usable
from mapapp.incidents.placing.sites import PlacedSite, agree
from mapapp.incidents.wording.place_words import PLACE_NOUNS
from mapapp.toponyms.toponym import Role, Toponym

_WIDE = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION, Kind.SEA, Kind.LAND, Kind.CONTINENT})

_SUPRANATIONAL = frozenset({Kind.CONTINENT, Kind.REGION, Kind.LAND, Kind.SEA})
_SEVERAL = frozenset("several many various different both some multiple numerous dozens scores neighbouring neighboring".split())
_BEHIND_PLACES = frozenset("across throughout around nationwide".split())
_OVER = frozenset("across throughout".split())
_WHOLES = frozenset("country nation province region state island archipelago city capital district continent territory county".split())
_IN = frozenset("in across throughout several hit hitting struck striking at over around".split())
_LONGEST_JOIN = 6
"""Characters between names told side by side: ", and "."""

NEXT_TOWN_KM = 5.0
"""Towns with names of their own, farther apart than this, are two places where each has its own figures."""


def several(happening: Happening) -> bool:
    """Say whether it tells of several events or places."""
    plural = happening.umbrella or any(trigger.plural for trigger in happening.triggers)
    return plural or counted_places(happening) or bool(listed_places(happening))


def counted_places(happening: Happening) -> bool:
    """Say whether several places are meant without their names: "in four villages", "in Arcadian cities", "across the country"."""
    words = happening.words
    for position, word in enumerate(words):
        low, before = word.low, words[max(0, position - 3) : position]
        if low in {"nationwide", "countrywide"}:
            return True
        if low in _WHOLES and any(earlier.low in _OVER for earlier in before):
            return True
        if low not in PLACE_NOUNS:
            continue
        if any(earlier.low in _SEVERAL or (earlier.number or 0) > 1 for earlier in before):
            return True
        following = words[position + 1].low if position + 1 < len(words) else ""
        if following in _BEHIND_PLACES or (before and before[-1].low in {"in", "across", "throughout"}):
            return True
        if len(before) > 1 and before[-2].low in _IN and before[-1].span.start in {t.span.start for t in happening.toponyms if t.demonym}:
            return True
    return False


_COUNTED_EVENTS = frozenset("attacks incidents accidents blasts explosions bombings raids ambushes clashes shootings cases events".split())
_MOST_EVENTS = 30


_COUNTED_SITES = PLACE_NOUNS | frozenset("prisons jails camps schools hospitals markets stations bases posts checkpoints districts".split())


def sites_counted(happening: Happening) -> int | None:
    """Return at how many places or how often something happened, by what a sentence says: 3 for "riots in three prisons"."""
    for word, following in itertools.pairwise(happening.words):
        if word.number is not None and 1 < word.number <= _MOST_EVENTS and following.low in _COUNTED_SITES:
            return word.number
    return events_counted(happening)


def events_counted(happening: Happening) -> int | None:
    """Return how many events a sentence says there were: 3 for "three attacks on Monday", None where it does not say."""
    plural = {trigger.position for trigger in happening.triggers if trigger.plural}
    for position, word in enumerate(happening.words):
        if word.number is None or not 1 < word.number <= _MOST_EVENTS:
            continue
        for at in range(position + 1, min(position + 4, len(happening.words))):
            if at in plural or happening.words[at].low in _COUNTED_EVENTS:
                return word.number
    return None


_DENIED = frozenset(
    "denied denies denying deny false untrue fake hoax invention invented rumour rumor rumours rumors unfounded disproved fiction".split()
)
_NEVER = frozenset("never not".split())
_TOOK = frozenset("took happened occurred happen occur take".split())


def is_denied(happening: Happening) -> bool:
    """Say whether a sentence tells of what somebody says never was: that is no part of what was."""
    lows = [word.low for word in happening.words]
    if not _DENIED.isdisjoint(lows):
        return True
    return any(left in _NEVER and right in _TOOK for left, right in itertools.pairwise(lows))


def land_of_places(happening: Happening) -> Toponym | None:
    """Return the people in whose country several places lie: "in Arcadian cities"; None where no such words stand in the sentence."""
    for toponym in happening.toponyms:
        if not toponym.demonym or toponym.place is None or toponym.place.kind is not Kind.COUNTRY:
            continue
        following = next((word.low for word in happening.words if word.span.start >= toponym.span.end), "")
        if following in PLACE_NOUNS:
            return toponym
    return None


def listed_places(happening: Happening) -> tuple[Toponym, ...]:
    """Return the places that a sentence names side by side: "in one, another and a third"; () where it names none so."""
    if not any(word.low == "and" for word in happening.words):
        return ()
    run: list[Toponym] = []
    for toponym in happening.toponyms:
        if toponym.place is None or not usable(toponym) or (not run and _begins_route(happening, toponym)):
            continue
        join = _join(happening, run[-1], toponym) if run else ""
        if not join:
            run = []
        run.append(toponym)
        if join == "and":
            return tuple(run) if run[0].place != toponym.place else ()
    return ()


def _begins_route(happening: Happening, toponym: Toponym) -> bool:
    """Say whether a name is one end of a way: "between one town and the next"."""
    before = [word.low for word in happening.words if word.span.end <= toponym.span.start][-3:]
    return not {"between", "from"}.isdisjoint(before)


def _join(happening: Happening, left: Toponym, right: Toponym) -> str:
    """Return what joins two names of a list, "," or "and"; "" where something else stands between them."""
    if right.span.start - left.span.end > _LONGEST_JOIN:
        return ""
    between = [word.low for word in happening.words if left.span.end <= word.span.start < right.span.start]
    if between == [","]:
        return ","
    return "and" if between in (["and"], [",", "and"], ["and", "in"]) else ""


def areas(happening: Happening) -> Iterator[Place]:
    """Yield the areas that a sentence speaks of: "in two provinces of one country and the next"."""
    if happening.site is not None and happening.site.place is not None and is_wide(happening.site):
        yield happening.site.place
    for toponym in happening.toponyms:
        wide = toponym.place is not None and toponym.place.kind in _WIDE
        if wide and toponym.place is not None and usable(toponym) and toponym.role not in {Role.CONTEXT, Role.BACKGROUND}:
            yield toponym.place
    land = land_of_places(happening)
    if land is not None and land.place is not None:
        yield land.place


def widened(happening: Happening) -> PlacedSite | None:
    """Return where a summary of several places is, which one of the towns that it names is not; its own site where that will do."""
    site = happening.site
    listed = listed_places(happening)
    if site is None or (is_wide(site) and not listed):
        return site
    land = land_of_places(happening)
    if land is not None and land.place is not None:
        area = land.place
        return PlacedSite(Site(land.text, area.place_id, area.position, area.uncertainty_m, GeoPrecision.COUNTRY, "area"), land)
    if listed:
        names = ", ".join(toponym.text for toponym in listed)
        return PlacedSite(Site(names, None, None, None, None, "unresolved"), replace(listed[0], text=names, place=None))
    return site


def lies_within(summary: Happening, narrow: PlacedSite) -> bool:
    """Say whether a site lies inside that of a summary, and is another."""
    wide = widened(summary)
    if narrow.place is None:
        return wide is not None and wide.place is not None and is_wide(wide)
    if narrow.place.place_id in {toponym.place.place_id for toponym in listed_places(summary) if toponym.place is not None}:
        return True
    named = list(areas(summary))
    if named:
        return any(holds(area, narrow) for area in named)
    if narrow.place.kind is Kind.COUNTRY:
        return False
    if wide is None or wide.place is None:
        return True
    return wide.place.place_id != narrow.place.place_id and bool(set(wide.place.countries) & set(narrow.place.countries))


def is_wide(site: PlacedSite | None) -> bool:
    """Say whether a site is an area that may hold several."""
    return site is None or (site.place is not None and site.place.kind in _WIDE and site.offset is None)


def holds(area: Place, site: PlacedSite) -> bool:
    """Say whether an area may hold a site and is not the same."""
    place = site.place
    if place is None or place.place_id == area.place_id or (place.kind is Kind.COUNTRY and area.kind not in _SUPRANATIONAL):
        return False
    if area.countries and place.countries and not set(area.countries) & set(place.countries):
        return False
    if area.kind is Kind.COUNTRY or area.kind in _SUPRANATIONAL:
        return True
    if area.kind is Kind.ADMIN1 and area.admin1 and place.admin1:
        return area.admin1 == place.admin1
    return distance_km(area.position, place.position) <= area.radius_km + place.radius_km + NEXT_TOWN_KM


def same_spot(left: PlacedSite | None, right: PlacedSite | None) -> bool:
    """Say whether two sites that may agree are one place for counting: not two towns with names of their own."""
    if not agree(left, right):
        return False
    if left is None or right is None or "relative" in {left.site.method, right.site.method}:
        return True
    if left.place is None or right.place is None:
        return share_words(left.site.text, right.site.text)
    a, b = left.place, right.place
    if a.place_id == b.place_id or not (a.is_point and b.is_point):
        return True
    return distance_km(a.position, b.position) <= NEXT_TOWN_KM


def share_words(left: str, right: str) -> bool:
    """Say whether one of two names holds the other."""
    ours, theirs = left.casefold(), right.casefold()
    return ours in theirs or theirs in ours
