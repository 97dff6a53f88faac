"""Stretches of a report behind a lead, each of one place: as many as the lead counts events, or with just the people it counts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from gazetteer import Kind
from mapapp.incidents.counting.tolls import of_effect
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.breadth import events_counted, is_denied, lies_within, same_spot, several
from mapapp.incidents.linking.drafts import group_of, types_of
from mapapp.incidents.linking.happening import Happening, may_hold
from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.placing.sites import PlacedSite, is_pin
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.facilities import ORDINALS
from mapapp.report.dates import DateMention

LEEWAY = timedelta(days=2)
"""A part whose figure completes the sum may have been found a day or two after the others."""

REACH = 24
"""Sentences behind a lead among which its parts are told: those that tell nothing count as well."""

FEWEST = 3
"""So few people at least are summed up by a lead."""

LARGE_SUM = 20
"""So many people are no sum by chance, even where the lead names one town."""

SURE_PARTS = 3
"""The figures of so many places, one behind the other, that come to just the lead's, are no chance."""

LEADS = 3
"""So many of the first tellings of a report may sum up what its paragraphs tell, without saying that there were several events."""

_AFTERMATH = frozenset({IncidentType.ARREST, IncidentType.SECURITY_OPERATION, IncidentType.DISPLACEMENT})
_EVENTS = frozenset(
    "incidents attacks clashes raids shootings bombings blasts explosions ambushes killings strikes assaults murders homicides "
    "storms floods fires protests riots skirmishes gunfights executions drownings accidents".split()
)
_SPANS = frozenset("since weekend week days nights weeks fortnight hours wave spate series string".split())
_WIDENS = frozenset("across throughout nationwide".split())
_COUNTED = frozenset("counted included total tally toll count figure figures".split())
_LINKS = frozenset("connection link bearing".split())
_NEAR = 5
_UNRELATED = frozenset("unrelated unconnected".split())
_OTHER_MATTER = frozenset("further separate unrelated unconnected different".split())
_MATTERS = frozenset("incident incidents case cases development matter attack accident".split())
_BODIES = frozenset("bodies body corpses remains".split())
_BACK = frozenset("that those these both this neither".split())
_OPENING = 6


def is_left_out(happening: Happening) -> bool:
    """Say whether a sentence says of what it tells that it is none of what was counted: "not counted were …", "an unrelated crash"."""
    lows = [word.low for word in happening.words]
    for at, low in enumerate(lows):
        behind = lows[at + 1 : at + _NEAR]
        if low in _UNRELATED or (low in {"not", "n't"} and not _COUNTED.isdisjoint(behind)):
            return True
        if low == "no" and not _LINKS.isdisjoint(behind):
            return True
    return False


def left_out(told: Sequence[Happening]) -> set[int]:
    """Return the indices of what is left out of a count, also by the next sentence: "Those two are not in our tally"."""
    found: set[int] = set()
    for at, happening in enumerate(told):
        if not is_left_out(happening):
            continue
        found.add(happening.index)
        if happening.words[0].low in _BACK:
            before = told[max(0, at - _NEAR) : at]
            meant = [other.index for other in before if other.opens and other.paragraph == happening.paragraph]
            found.update(meant[-1:])
    return found


def is_other_matter(happening: Happening) -> bool:
    """Say whether a sentence opens upon something else: "Separately, …", "In a further incident, …"."""
    if happening.marker is Marker.APART and not happening.entry:
        return True
    lows = [word.low for word in happening.words[:_OPENING]]
    return lows[:1] == ["in"] and any(low in _OTHER_MATTER and not _MATTERS.isdisjoint(lows[at:]) for at, low in enumerate(lows))


@dataclass(slots=True)
class Stretch:
    """Sentences of one paragraph about one place.

    ``head``: the one that names it. ``told``: those that can open incidents. ``apart``: it opens upon another matter. ``counted``: it is
    counted off, "the second".
    """

    head: Happening
    told: list[Happening]
    apart: bool = False
    counted: bool = False

    @property
    def first(self) -> Happening:
        """What opens the incident: the first sentence that says where, when or to how many."""
        return next((h for h in self.told if h.site is not None or h.date is not None or h.tolls), self.told[0])

    @property
    def site(self) -> PlacedSite | None:
        """Where it was."""
        return self.head.site or next((happening.site for happening in self.told if happening.site is not None), None)

    @property
    def date(self) -> DateMention | None:
        """When it was."""
        return self.head.date or next((happening.date for happening in self.told if happening.date is not None), None)

    def dead(self) -> tuple[int, int]:
        """Return how many victims and how many attackers it tells dead; whoever is told dead again counts once."""
        counts = [0, 0]
        for happening in self.told:
            for toll in of_effect(happening.tolls, Effect.KILLED, attackers=None):
                number = toll.count.best or 0
                again = (toll.definite and counts[toll.attackers] >= number) or (_of_bodies(happening, toll) and max(counts) >= number)
                if not (toll.part or toll.running or again):
                    counts[toll.attackers] += number
        return counts[0], counts[1]


def _of_bodies(happening: Happening, toll: Toll) -> bool:
    """Say whether a number counts bodies that were found: mostly of people told dead before."""
    behind = [word.low for word in happening.words if word.span.start >= toll.span.start][:3]
    return toll.head in _BODIES or not _BODIES.isdisjoint(behind)


def stretches(later: Sequence[Happening]) -> Iterator[Stretch]:
    """Yield the stretches behind a lead; what opens upon other matters is marked, what is left out of the lead's count ends them."""
    current: Stretch | None = None
    place: PlacedSite | None = None
    out = left_out(later)
    for happening in later:
        if happening.index in out or happening.total or happening.share:
            break
        listed = counts_on(happening) or (current is not None and current.counted and happening.paragraph == current.head.paragraph)
        if happening.covers_all or (happening.recalled and not listed) or is_denied(happening):
            continue
        begins = _begins(happening, current, place)
        if begins:
            if current is not None and current.told:
                yield current
            current, place = Stretch(happening, [], is_other_matter(happening), counts_on(happening)), happening.site
        elif current is not None and happening.paragraph != current.head.paragraph:
            if current.told:
                yield current
            current = None
        if current is not None and happening.opens:
            current.told.append(happening)
    if current is not None and current.told:
        yield current


def _begins(happening: Happening, current: Stretch | None, place: PlacedSite | None) -> bool:
    """Say whether a sentence goes on to another place, or to the next that is counted off."""
    fresh = current is None or current.head.paragraph != happening.paragraph
    if counts_on(happening):
        return True
    if happening.site is not None and (is_pin(happening.site) or happening.site.place is None):
        return fresh or not same_spot(place, happening.site)
    if fresh and happening.opens and happening.site is not None and happening.site.place is not None:
        return happening.site.place.kind is not Kind.COUNTRY
    return fresh and happening.opens and happening.date is not None and happening.site is None and bool(happening.tolls)


def counts_on(happening: Happening) -> bool:
    """Say whether a sentence begins with the next of what was counted: "The third, …", "As to the second: …", "The last attack …"."""
    lows = [word.low for word in happening.words[:4]]
    for at, low in enumerate(lows[:-1]):
        if low in ORDINALS or low in {"first", "last"}:
            return at > 0 and lows[at - 1] == "the" and (at == 1 or lows[0] in {"as", "in"})
    return False


def parts_of_lead(
    whole: Happening, later: Sequence[Happening], may_lie: Callable[[PlacedSite], bool], *, lead: bool
) -> tuple[list[Stretch], bool]:
    """Return the stretches that are the parts of what a sentence sums up, and whether they are all of them.

    Parameters
    ----------
    whole
        The sentence.
    later
        What all sentences behind it tell, in order.
    may_lie
        Says whether a site may lie in the place of the whole.
    lead
        Whether it opens the report.
    """
    if whole.entry or whole.share or whole.recalled or whole.continues or is_denied(whole):
        return [], False
    found = [stretch for stretch in stretches(later[:REACH]) if _of_its_kind(whole, stretch)]
    summed = _summing_up(whole, found) if lead or _over_several(whole) else []
    if summed:
        return summed, True
    number = events_counted(whole)
    if number is None or (is_pin(whole.site) and whole.site is not None and whole.site.offset is None):
        return [], False
    counted = [s for s in found if may_hold(whole.date, s.date) and (s.site is None or may_lie(s.site))][:number]
    if len(counted) < max(2, number - 1) or not _apart(counted) or not _no_more(whole, counted):
        return [], False
    return counted, len(counted) == number


def _of_its_kind(whole: Happening, stretch: Stretch) -> bool:
    """Say whether a stretch tells of what a whole may be made of: no accident among attacks, nor an arrest behind them."""
    ours, theirs = group_of([whole]), group_of(stretch.told)
    if not any(stretch.dead()) and set(types_of(stretch.told)) <= _AFTERMATH and not set(types_of([whole])) <= _AFTERMATH:
        return False
    odd = {"accident", "nature", "epidemic", "flight"}
    return not (theirs and theirs <= odd and ours and not ours & theirs)


def _over_several(whole: Happening) -> bool:
    """Say whether a sentence is over several events, days or places."""
    if several(whole) or (whole.date is not None and whole.date.end > whole.date.start):
        return True
    return any(word.low in _EVENTS or word.low in _SPANS or word.low in _WIDENS for word in whole.words)


def _summing_up(whole: Happening, found: Sequence[Stretch]) -> list[Stretch]:
    """Return the first stretches, if they tell together just as many dead as a whole."""
    victims, attackers = Stretch(whole, [whole]).dead()
    if victims + attackers < FEWEST:
        return []
    ours, theirs, counting = 0, 0, 0
    for at, stretch in enumerate(found):
        own = stretch.dead()
        if stretch.apart or not _about_then(whole, stretch):
            return []
        ours, theirs, counting = ours + own[0], theirs + own[1], counting + any(own)
        if ours + theirs > victims + attackers and ours > victims:
            return []
        exact = (
            ours + theirs == victims + attackers or (ours == victims and theirs in {0, attackers}) or (not attackers and ours == victims)
        )
        if exact and counting > 1:
            parts = list(found[: at + 1])
            return parts if _apart(parts) and _is_no_chance(whole, counting, victims + attackers) else []
    return []


def _is_no_chance(whole: Happening, counting: int, people: int) -> bool:
    if counting >= SURE_PARTS:
        return True
    if is_pin(whole.site) and whole.site is not None and whole.site.offset is None:
        return people >= LARGE_SUM
    return _over_several(whole) or people >= LARGE_SUM // 2


def _about_then(whole: Happening, stretch: Stretch) -> bool:
    """Say whether a stretch is of the days of a whole, or a day or two off."""
    ours, theirs = whole.date, stretch.date
    return may_hold(ours, theirs) or (
        ours is not None and theirs is not None and ours.start - LEEWAY <= theirs.end and theirs.start <= ours.end + LEEWAY
    )


def _apart(found: Sequence[Stretch]) -> bool:
    """Say whether no two stretches are at one place."""
    places = [stretch.site for stretch in found if stretch.site is not None]
    return all(not same_spot(left, right) for at, left in enumerate(places) for right in places[at + 1 :])


def _no_more(whole: Happening, found: Sequence[Stretch]) -> bool:
    """Say whether stretches tell no more dead together than a whole, where that counts any."""
    people = sum(Stretch(whole, [whole]).dead())
    return not people or sum(sum(stretch.dead()) for stretch in found) <= people


def add_stretches(
    told: Sequence[Happening], opening: Sequence[Happening], out: dict[int, int], proven: set[int], full: set[int]
) -> dict[int, int]:
    """Add the parts that the paragraphs behind a summary tell place by place; return the sentence that says where, by those that do not.

    Parameters
    ----------
    told
        All happenings of a report, in order.
    opening
        Those that open incidents.
    out
        The parts known so far; the new ones are added, and what lies behind a sum that is complete is taken out.
    proven
        The parts whose figures add up; the new ones are added.
    full
        The wholes whose parts are all known.
    """
    heads: dict[int, int] = {}
    for position, whole in enumerate(opening):
        if whole.index in out or whole.index in full:
            continue
        later = list(itertools.takewhile(lambda h: h.index not in full, told[whole.index + 1 : whole.index + 1 + REACH]))
        found, whole_told = parts_of_lead(whole, later, partial(lies_within, whole), lead=position < LEADS)
        first = {stretch.first.index for stretch in found}
        if not found or any(out.get(index, whole.index) != whole.index for index in first):
            continue
        last = found[-1].told[-1].index
        for index in [part for part, of in out.items() if of == whole.index and part not in first]:
            within = any(told.index == index for stretch in found for told in stretch.told)
            if within or (whole_told and index > last):
                del out[index]
        out.update((index, whole.index) for index in first)
        proven.update(first)
        heads.update((stretch.first.index, stretch.head.index) for stretch in found if stretch.head is not stretch.first)
    return heads
