"""Put sentences together: which tell of the same incident, which are parts of an umbrella, which only mention one told elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.breadth import is_denied, is_wide, widened
from mapapp.incidents.linking.drafts import STORIES, Draft, group_of, story_of, types_of
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.linking.mentions import closeness, complete, finer_date, may_be_one_mention, take_over
from mapapp.incidents.linking.open_umbrellas import (
    AFTERMATH,
    at_named_site,
    finds_its_dead,
    is_beside,
    is_elsewhere,
    is_full,
    takes_known,
    told_lately,
    umbrella_for,
)
from mapapp.incidents.linking.retelling import (
    counted,
    fled_from,
    goes_on,
    is_fresh,
    may_be_one,
    nearest,
    of_side,
    part_told,
    with_figure_of,
)
from mapapp.incidents.linking.stretches import REACH as HEAD_REACH
from mapapp.incidents.linking.umbrellas import Plan
from mapapp.incidents.placing.sites import finer, is_pin
from mapapp.incidents.telling.markers import Marker

_INDEX = attrgetter("index")

CONTEXT_SENTENCES = 3
"""How many sentences back a place or date is still that of the story."""


LONGEST_MEMORY = 100
"""Incidents back that a sentence may tell more of: one of the first lines of a long list is not meant by its last."""

KNOWN_FIRST = 4
"""Words at the head of a sentence among which the event stands that it speaks of as known: "Friday's assault on …"."""


class Linker:
    """Collects happenings in order of the text into incidents; ``plan``: which sum up which (:mod:`mapapp.incidents.linking.umbrellas`)."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.drafts: list[Draft] = []
        self._plan = plan or Plan()
        self._loose: list[Happening] = []
        self._told: list[Happening] = []

    def add(self, happening: Happening) -> None:
        """Take one sentence."""
        self._told.append(happening)
        if not happening.opens:
            if not self._known_part(happening):
                self._loose.append(happening)
                self._date_by_mention(happening)
            return
        happening = self._begun(happening)
        steps = (self._add_same, self._add_planned, self._sum_list, self._sum_running, self._add_beside)
        if any(step(happening) for step in (*steps, self._count_off, self._cover, self._continue, self._add_to_area)):
            return
        apart = happening.marker in {Marker.FURTHER, Marker.APART} and bool(self.drafts)
        known = None if apart else self._told_before(happening)
        if known is not None:
            self._merge(known, happening)
        else:
            self._open(happening)

    def _count_off(self, happening: Happening) -> bool:
        """Add "the second blast", or "at the hotel", to the umbrella that counted them; "a separate incident" is no part."""
        umbrella = umbrella_for(self.drafts, happening)
        if umbrella is not None and (is_denied(happening) or is_full(umbrella)):
            return False
        counted = happening.marker in {Marker.FIRST, Marker.FURTHER}
        if umbrella is not None and happening.marker is Marker.LATER:
            own = bool(happening.tolls or happening.facilities) and not set(types_of([happening])) & AFTERMATH
            counted = own and umbrella.first.umbrella and bool(umbrella.children) and is_fresh(happening)
        if umbrella is None or not (counted or (happening.marker is Marker.NONE and at_named_site(umbrella, happening))):
            return False
        if happening.marker is Marker.FURTHER and not umbrella.children:
            self._first_part(umbrella)
        self._part(umbrella, happening)
        return True

    def _cover(self, happening: Happening) -> bool:
        """Add what is said of all parts together to their umbrella, or make one; arrests after attacks are no sum of them."""
        if not happening.covers_all:
            return False
        umbrella = umbrella_for(self.drafts, happening)
        kinds = set(types_of([happening]))
        if umbrella is None:
            return self._sum_up(happening)
        if kinds and kinds <= AFTERMATH and "unrest" not in group_of(umbrella.happenings):
            self._open(happening)
        else:
            self._merge(umbrella, happening)
        return True

    def _told_before(self, happening: Happening) -> Draft | None:
        """Return the latest incident that the sentence may tell of; one that is only recalled where nothing else will do."""
        if self.drafts and fled_from(self.drafts[-1], happening):
            return self.drafts[-1]
        for draft in with_figure_of(self.drafts[-LONGEST_MEMORY:], happening):
            if is_elsewhere(draft, happening):
                continue
            if draft.first.recalled == happening.recalled and may_be_one(draft, happening):
                return draft
        if self.drafts and happening.date is None and happening.site is None and may_be_one(self.drafts[-1], happening):
            return self.drafts[-1]
        return None

    def _known_part(self, happening: Happening) -> bool:
        """Add a part that is spoken of as known: "the second blast, at a bus stop, hurt nobody" behind "two explosions"."""
        umbrella = umbrella_for(self.drafts, happening) if happening.triggers and not happening.recalled else None
        if umbrella is None or not takes_known(umbrella, happening):
            return False
        self._part(umbrella, happening)
        return True

    def _add_to_area(self, happening: Happening) -> bool:
        """Add figures without a place, behind the parts of a sum, to the sum."""
        whole = self._over_the_area(happening)
        if whole is not None:
            self._merge(whole, happening)
        return whole is not None

    def _over_the_area(self, happening: Happening) -> Draft | None:
        """Return the sum whose parts were told just before, for figures without a place in a new paragraph: "and 3,000 have fled"."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.parent is None or not is_wide(last.parent.site) or last.first.index not in self._plan.parts:
            return None
        told_on = happening.paragraph == last.happenings[-1].paragraph and not last.first.share
        if happening.site is not None or happening.date is not None or told_on:
            return None
        deeds = set(types_of([happening])) - {IncidentType.KILLING, IncidentType.ARREST, IncidentType.DISPLACEMENT}
        if happening.recalled or happening.marker is not Marker.NONE or deeds or not happening.tolls:
            return None
        known = {toll.effect for told in last.happenings for toll in told.tolls}
        return last.parent if not known & {toll.effect for toll in happening.tolls} else None

    def _sum_up(self, happening: Happening) -> bool:
        """Make an umbrella of "in all, seven died" over the incidents told just before; say whether there are several."""
        told = told_lately(self.drafts, happening)
        kinds = group_of([happening])
        told = [draft for draft in told if not kinds or not group_of(draft.happenings) or kinds & group_of(draft.happenings)]
        if len(told) < 2 or not happening.tolls:
            return False
        self._put_over(told, happening)
        return True

    def _put_over(self, told: Sequence[Draft], happening: Happening) -> None:
        """Put an umbrella over incidents told before."""
        shared = told[0].date if all(draft.date == told[0].date for draft in told) else None
        umbrella = Draft([happening], date=happening.date or shared, site=happening.site, umbrella=True, children=list(told))
        umbrella.date_inherited = happening.date is None and shared is not None
        for draft in told:
            draft.parent = umbrella
        self.drafts.insert(self.drafts.index(told[0]), umbrella)

    def _sum_running(self, happening: Happening) -> bool:
        """Put an umbrella over the incidents that a running total is the sum of: "brings the day's toll to nineteen"; say whether it is."""
        running = next((toll for toll in happening.tolls if toll.running and toll.count.best), None)
        if running is None:
            return False
        own = tuple(toll for toll in happening.tolls if not toll.running)
        more = sum(toll.count.best or toll.count.low or 0 for toll in own if toll.effect is running.effect and not toll.part)
        total = replace(happening, tolls=(running,), triggers=(), site=None, marker=Marker.NONE, umbrella=False)
        told = [draft for draft in told_lately(self.drafts, total) if counted(draft, running)]
        while told and more + sum(counted(draft, running) for draft in told) > (running.count.best or 0):
            told = told[1:]
        if len(told) + bool(more) < 2 or more + sum(counted(draft, running) for draft in told) != running.count.best:
            return False
        if more:
            self._told.pop()
            self.add(replace(happening, tolls=own))
            told = [*told, self.drafts[-1]]
        if any(draft.parent is not None for draft in told) or len({id(draft) for draft in told}) < 2:
            return bool(more)
        self._put_over(told, total)
        return True

    def _of_index(self, index: int) -> Draft | None:
        """Return the incident that a sentence was added to."""
        return next((draft for draft in self.drafts if any(told.index == index for told in draft.happenings)), None)

    def _add_same(self, happening: Happening) -> bool:
        """Add what tells again of an area, or gives another figure of the same total."""
        same = self._plan.same.get(happening.index)
        known = self._of_index(same) if same is not None else None
        if known is not None:
            self._merge(known, happening)
        return known is not None

    def _sum_list(self, happening: Happening) -> bool:
        """Put the total of a list over its entries, or add it to what they are parts of; a total of anything else is left out."""
        told = [draft for index in self._plan.sums.get(happening.index, ()) if (draft := self._of_index(index)) is not None]
        above = {id(draft.parent) for draft in told}
        if len(told) > 1 and len(above) == 1:
            if told[0].parent is None:
                self._put_over(told, replace(happening, marker=Marker.NONE))
            else:
                told[0].parent.happenings.append(happening)
            return True
        return happening.total and bool(self.drafts) and happening.index not in self._plan.parts.values()

    def _add_planned(self, happening: Happening) -> bool:
        """Add a part to the umbrella that sums it up; say whether that is still open."""
        summary = self._plan.parts.get(happening.index)
        if summary is None or is_denied(happening):
            return False
        umbrella = self._of_index(summary)
        if umbrella is None or (umbrella.parent is not None and summary not in self._plan.parts):
            return False
        named = next(told.site for told in umbrella.happenings if told.index == summary)
        other = summary not in {umbrella.first.index, happening.whole}
        if other and not is_wide(umbrella.site) and (named is None or not is_wide(named)):
            return False  # the sentence only gave a figure for what one place had suffered
        if not umbrella.children:
            umbrella.umbrella, umbrella.site = True, widened(umbrella.first) or umbrella.site
        known = None if happening.index in self._plan.proven else part_told(umbrella, happening)
        if known is not None:
            self._merge(known, happening)
        else:
            self._part(umbrella, happening)
        return True

    def _add_beside(self, happening: Happening) -> bool:
        """Add, behind a part of a sum over an area, what befell somebody else somewhere in it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.parent is None or last.first.index not in self._plan.parts or not is_beside(last, happening):
            return False
        self._part(last.parent, happening)
        return True

    def _open(self, happening: Happening) -> None:
        """Open an incident; "another bomb" without a date is of the day told of just before."""
        date = happening.date
        inherited = date is None and happening.marker is Marker.FURTHER and bool(self.drafts) and not self.drafts[-1].first.recalled
        if inherited:
            date = self.drafts[-1].date
        told = self._with_head(happening)
        draft = Draft(told, date=date, site=happening.site, umbrella=happening.umbrella, date_inherited=inherited and date is not None)
        self._inherit(draft, within=happening.paragraph)
        self.drafts.append(draft)

    def _head(self) -> Happening | None:
        """Return the head of the entry that the sentence just told stands in, where nothing has been opened in it yet."""
        sentence = self._told[-1]
        if sentence.entry:
            return None
        for told in reversed(self._told[:-1][-CONTEXT_SENTENCES:]):
            if told.paragraph != sentence.paragraph or told.opens:
                return None
            if told.entry:
                return told
        return None

    def _begun(self, happening: Happening) -> Happening:
        """Return the sentence as what begins its entry, where the head only says what and where: "Bus into ravine, Tarsk. Two dead."."""
        head = self._head()
        if head is None:
            return happening
        return replace(happening, entry=True, site=happening.site or head.site, date=happening.date or head.date)

    def _with_head(self, happening: Happening) -> list[Happening]:
        """Return a sentence, behind the head of its entry where that tells no more than what happened: "a wall fell. 25 dead"."""
        head = self._head()
        if head is None or is_fresh(happening):
            return [happening]
        if head in self._loose:
            self._loose.remove(head)
        return [head, happening]

    def _continue(self, happening: Happening) -> bool:
        """Add a later toll, or the death of somebody hurt before, to the latest incident it fits; say whether there is one.

        Its day is not the incident's, but may not lie before it; only a report that opens with a death in hospital tells the deed later.
        """
        if not happening.continues:
            return happening.words[0].low in {"he", "she", "they"} and self._tells_of_death_before(happening)
        elsewhere = happening.tells_later_death or happening.finds_dead or all(toll.running for toll in happening.tolls)
        fitting = [draft for draft in with_figure_of(self.drafts, happening) if goes_on(draft, happening, elsewhere=elsewhere)]
        if not fitting:
            return self._tells_of_death_before(happening)
        effects = {toll.effect for toll in happening.tolls}
        with_figure = [draft for draft in fitting if effects & {toll.effect for told in draft.happenings for toll in told.tolls}]
        draft = nearest(fitting, with_figure, happening, elsewhere=elsewhere)
        if (
            draft.parent is not None
            and elsewhere
            and not happening.tells_later_death
            and happening.site is None
            and not finds_its_dead(draft, happening)
        ):
            draft = draft.parent
        draft.happenings.append(happening)
        if not elsewhere and draft.parent is None:
            draft.site = finer(draft.site, happening.site)
        return True

    def _tells_of_death_before(self, happening: Happening) -> bool:
        """Add the deed to an incident of which only a death in hospital has been told: its day and place are the deed's."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or happening.date is None or draft.date is None or happening.date.end >= draft.date.start:
            return False
        if not all(told.tells_later_death for told in draft.happenings) or happening.recalled or draft.parent is not None:
            return False
        draft.happenings.append(happening)
        draft.date, draft.site = happening.date, happening.site or draft.site
        return True

    def _first_part(self, umbrella: Draft) -> None:
        """Make a part of what followed the summary without a marker: "another" shows that it was the first of several."""
        told = [happening for happening in umbrella.happenings[1:] if happening.opens and not happening.covers_all]
        if not told:
            return
        umbrella.happenings = [happening for happening in umbrella.happenings if happening not in told]
        self._part(umbrella, told[0])
        for happening in told[1:]:
            self._merge(umbrella.children[-1], happening)

    def _part(self, umbrella: Draft, happening: Happening) -> None:
        """Open a part of an umbrella; date and place come from it where the part has none."""
        own_site = happening.site if is_pin(happening.site) or happening.index in self._plan.parts else None
        told = self._with_head(happening)
        index = self._plan.heads.get(happening.index, -1)
        head = next((h for h in self._told[-HEAD_REACH:] if h.index == index), None)
        own_site = own_site or (head.site if head is not None else None)
        own_date = happening.date or told[0].date or (head.date if head is not None else None)
        told[-1] = of_side(umbrella.first, happening)
        part = Draft(told, parent=umbrella, date=own_date or umbrella.date, site=own_site or umbrella.site)
        part.site_inherited, part.date_inherited = own_site is None, own_date is None
        umbrella.children.append(part)
        self.drafts.append(part)

    def _merge(self, draft: Draft, happening: Happening) -> None:
        """Add a sentence to an incident; it may date or place it more exactly."""
        draft.happenings.append(happening)
        draft.date = finer_date(draft.date, happening.date)
        if draft.parent is None:
            draft.site = finer(draft.site, happening.site)
        elif happening.index in self._plan.parts and happening.site is not None:
            draft.site = happening.site if draft.site_inherited else finer(draft.site, happening.site)
            draft.site_inherited = False
        draft.umbrella |= happening.umbrella

    def finish(self) -> list[Draft]:
        """Attach what is only mentioned, and return the incidents in order of the text."""
        for happening in self._loose:
            draft = self._mentioned(happening)
            if draft is None:
                continue
            draft.mentions.append(happening)
            complete(draft, happening)
        for draft in self.drafts:
            self._inherit(draft)
        story = story_of(self._told, self.drafts)
        for draft in self.drafts:
            draft.story = story if story in STORIES else None
        return self.drafts

    def _inherit(self, draft: Draft, *, within: int | None = None) -> None:
        """Take the place, and the date, from the sentences just before where an incident has none of its own; ``within`` a paragraph."""
        index = draft.first.index
        start = bisect_left(self._told, index - CONTEXT_SENTENCES, key=_INDEX)
        before = self._told[start : bisect_left(self._told, index, lo=start, key=_INDEX)]
        if within is not None:
            before = [happening for happening in before if happening.paragraph == within and not happening.opens]
        take_over(draft, before)

    def _mentioned(self, happening: Happening) -> Draft | None:
        """Return the incident that a sentence speaks of: the latest before it that fits, else the first after it."""
        if (not happening.triggers and not happening.tolls) or (happening.entry and happening.marker is Marker.APART):
            return None
        placed = is_pin(happening.site)  # at one of several places told: not what happened at all of them
        fitting = [d for d in self.drafts if d.parent is None and not (d.children and placed) and may_be_one_mention(d, happening)]
        return max(fitting, key=lambda draft: closeness(draft, happening), default=None)

    def _date_by_mention(self, happening: Happening) -> None:
        """Let "Friday's assault on …" date the undated incident told just before, so that what is told of another day is another one."""
        draft = self.drafts[-1] if self.drafts else None
        if draft is None or draft.children or draft.parent is not None or happening.index - draft.happenings[-1].index > 1:
            return
        known = any(trigger.known and trigger.position < KNOWN_FIRST for trigger in happening.triggers)
        if known and draft.date is None and not draft.first.recalled and self._mentioned(happening) is draft:
            complete(draft, happening)
