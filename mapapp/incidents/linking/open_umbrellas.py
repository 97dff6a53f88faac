"""Which umbrella a sentence may be a part of: the latest one over several sites or attacks, as long as it lacks parts."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.counting.tolls import of_effect
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.breadth import events_counted, is_wide, same_spot
from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.linking.retelling import is_fresh, may_be_one
from mapapp.incidents.placing.sites import agree, is_pin
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.effects import Effect

AFTERMATH = frozenset({IncidentType.ARREST, IncidentType.SECURITY_OPERATION})
"""What follows attacks without being their sum: "held thirty men in both towns"."""


def umbrella_for(drafts: Sequence[Draft], happening: Happening) -> Draft | None:
    """Return the latest incident over several sites or attacks that the sentence may be a part of."""
    for draft in reversed(drafts):
        if draft.parent is None and draft.umbrella and draft.first.recalled == happening.recalled and may_be_one(draft, happening):
            return draft
    return None


def at_named_site(umbrella: Draft, happening: Happening) -> bool:
    """Say whether a sentence goes back to one of the sites the summary names: "at the hotel" after "at a post and a hotel"."""
    named = {place.head for place in umbrella.first.facilities}
    return happening.index > umbrella.first.index and any(
        place.head in named and not place.plural and happening.words[place.first].low == "the" for place in happening.facilities
    )


def is_full(umbrella: Draft) -> bool:
    """Say whether an umbrella has as many parts as it counts: behind "three attacks" and three of them, "another" is a fourth."""
    count = events_counted(umbrella.first)
    return count is not None and len(umbrella.children) >= count


def is_elsewhere(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence names a place that is not where an incident over several places is told of as a whole."""
    if not draft.children or happening.site is None:
        return False
    if is_wide(draft.site) and is_pin(happening.site):
        return True  # another town than those that the sum is over
    return draft.umbrella and draft.site is None and happening.site.place is not None and is_fresh(happening)


def takes_known(umbrella: Draft, happening: Happening) -> bool:
    """Say whether a sentence, of an event spoken of as known, tells of one of those summed up: "the second blast hurt nobody"."""
    if not umbrella.first.umbrella or is_full(umbrella):
        return False
    counted = happening.marker in {Marker.FIRST, Marker.FURTHER} and bool(happening.tolls)
    return counted or (is_pin(happening.site) and _is_one_of(umbrella, happening))


def _is_one_of(umbrella: Draft, happening: Happening) -> bool:
    """Say whether a sentence goes into one of several events that were summed up: "The ferry went down off Tarsk on Saturday"."""
    if not is_wide(umbrella.site) or happening.date is None or happening.paragraph == umbrella.first.paragraph:
        return False
    deeds = any(trigger.part is Part.VERB for trigger in happening.triggers)
    return deeds and not any(same_spot(child.site, happening.site) for child in umbrella.children)


def is_beside(part: Draft, happening: Happening) -> bool:
    """Say whether a sentence without a place tells of somebody else's death than a part of a sum before it: "A soldier froze at a post"."""
    if part.parent is None or happening.paragraph != part.happenings[-1].paragraph or happening.marker is not Marker.NONE:
        return False
    if happening.site is not None or happening.date is not None or happening.recalled or happening.continues:
        return False
    dead = of_effect(happening.tolls, Effect.KILLED, attackers=None)
    new = bool(dead) and not any(toll.definite or toll.more or toll.part or toll.running for toll in dead)
    return counts_dead(part) and new and at_a_spot(happening)


def finds_its_dead(part: Draft, happening: Happening) -> bool:
    """Say whether bodies that were found are those of a part told just before, of which no dead have been counted."""
    return happening.finds_dead and happening.paragraph == part.happenings[-1].paragraph and not counts_dead(part)


def counts_dead(draft: Draft) -> bool:
    """Say whether an incident has a number of dead already."""
    return any(of_effect(told.tolls, Effect.KILLED, attackers=None) for told in draft.happenings)


def at_a_spot(happening: Happening) -> bool:
    """Say whether a facility is named that was not told of before: "at a border post"."""
    for place in happening.facilities:
        before = [word.low for word in happening.words[max(0, place.first - 2) : place.first + 1]]
        if not {"a", "an", "another"}.isdisjoint(before) and not {"at", "in", "near", "on", "outside"}.isdisjoint(before):
            return True
    return False


SUM_REACH = 8
"""Sentences that "in all" may reach back over."""


def told_lately(drafts: Sequence[Draft], happening: Happening) -> list[Draft]:
    """Return the incidents told just before that a sum may be over."""
    return [
        draft for draft in drafts
        if draft.parent is None and not draft.children and not draft.first.recalled and happening.index - draft.first.index <= SUM_REACH
        and dates_agree(draft.date, happening.date) and agree(draft.site, happening.site)
    ]  # fmt: skip
