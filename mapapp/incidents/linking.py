"""Put sentences together: which tell of the same incident, which are parts of an umbrella, which only mention one told elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapapp.incidents.drafts import STORIES, Draft, group_of, type_of, types_of
from mapapp.incidents.happenings import Happening, dates_agree
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.markers import Marker
from mapapp.incidents.sites import agree, finer, is_pin, is_spot
from mapapp.incidents.umbrellas import is_wide
from mapapp.report.dates import DateMention

CONTEXT_SENTENCES = 3
"""How many sentences back a place or date is still that of the story."""


def _may_be_one(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may tell of an incident already open."""
    if not dates_agree(draft.date, happening.date) or not agree(draft.site, happening.site):
        return False
    if happening.entry and not _same_entry(draft, happening):
        return False
    ours, theirs = group_of(draft.happenings), group_of([happening])
    return not ours or not theirs or bool(ours & theirs)


def _same_entry(draft: Draft, happening: Happening) -> bool:
    """Say whether an entry of a register goes on with an incident told in another one: the place is the same, or none is given."""
    if happening.site is None and happening.date is None and group_of(draft.happenings) & group_of([happening]):
        return True
    return draft.umbrella or (draft.site is not None and happening.site is not None) or not draft.first.entry


def _umbrella_for(drafts: Sequence[Draft], happening: Happening) -> Draft | None:
    """Return the latest incident over several sites or attacks that the sentence may be a part of."""
    for draft in reversed(drafts):
        if draft.parent is None and draft.umbrella and draft.first.recalled == happening.recalled and _may_be_one(draft, happening):
            return draft
    return None


def _at_named_site(umbrella: Draft, happening: Happening) -> bool:
    """Say whether a sentence goes back to one of the sites the summary names: "at the hotel" after "at a post and a hotel"."""
    named = {place.head for place in umbrella.first.facilities}
    return happening.index > umbrella.first.index and any(
        place.head in named and not place.plural and happening.words[place.first].low == "the" for place in happening.facilities
    )


AFTERMATH = frozenset({IncidentType.ARREST, IncidentType.SECURITY_OPERATION})
"""What follows attacks without being their sum: "held thirty men in both towns"."""

SUM_REACH = 8
"""Sentences that "in all" may reach back over."""


class Linker:
    """Collects happenings in order of the text into incidents; ``planned``: which sum up which (:mod:`mapapp.incidents.umbrellas`)."""

    def __init__(self, planned: Mapping[int, int] | None = None) -> None:
        self.drafts: list[Draft] = []
        self._planned = planned or {}
        self._loose: list[Happening] = []
        self._told: list[Happening] = []

    def add(self, happening: Happening) -> None:
        """Take one sentence."""
        self._told.append(happening)
        if not happening.opens:
            self._loose.append(happening)
            return
        if happening.index in self._planned and self._add_planned(happening):
            return
        umbrella = _umbrella_for(self.drafts, happening)
        if umbrella is not None and (happening.marker is not Marker.NONE or _at_named_site(umbrella, happening)):
            if happening.marker is Marker.FURTHER and not umbrella.children:
                self._first_part(umbrella)
            self._part(umbrella, happening)
            return
        if happening.covers_all and umbrella is not None and set(types_of([happening])) and set(types_of([happening])) <= AFTERMATH:
            self._open(happening)
            return
        if happening.covers_all and (umbrella is not None or self._sum_up(happening)):
            if umbrella is not None:
                self._merge(umbrella, happening)
            return
        if happening.continues and self._continue(happening):
            return
        apart = happening.marker in {Marker.FURTHER, Marker.APART} and bool(self.drafts)
        known = None if apart else self._told_before(happening)
        if known is not None:
            self._merge(known, happening)
        else:
            self._open(happening)

    def _told_before(self, happening: Happening) -> Draft | None:
        """Return the latest incident that the sentence may tell of; one that is only recalled where nothing else will do."""
        for draft in reversed(self.drafts):
            if draft.first.recalled == happening.recalled and _may_be_one(draft, happening):
                return draft
        if self.drafts and happening.date is None and happening.site is None and _may_be_one(self.drafts[-1], happening):
            return self.drafts[-1]
        return None

    def _sum_up(self, happening: Happening) -> bool:
        """Make an umbrella of "in all, seven died" over the incidents told just before; say whether there are several."""
        told = [
            draft for draft in self.drafts
            if draft.parent is None and not draft.children and not draft.first.recalled and happening.index - draft.first.index <= SUM_REACH
            and dates_agree(draft.date, happening.date) and agree(draft.site, happening.site)
        ]  # fmt: skip
        kinds = group_of([happening])
        told = [draft for draft in told if not kinds or not group_of(draft.happenings) or kinds & group_of(draft.happenings)]
        if len(told) < 2 or not happening.tolls:
            return False
        shared = told[0].date if all(draft.date == told[0].date for draft in told) else None
        umbrella = Draft([happening], date=happening.date or shared, site=happening.site, umbrella=True, children=told)
        umbrella.date_inherited = happening.date is None and shared is not None
        for draft in told:
            draft.parent = umbrella
        self.drafts.insert(self.drafts.index(told[0]), umbrella)
        return True

    def _add_planned(self, happening: Happening) -> bool:
        """Add a part to the umbrella that sums it up; say whether that is still open."""
        summary = self._planned[happening.index]
        umbrella = next((draft for draft in self.drafts if any(told.index == summary for told in draft.happenings)), None)
        if umbrella is None or umbrella.parent is not None:
            return False
        if umbrella.first.index != summary and not is_wide(umbrella.site):
            return False  # the sentence only gave a figure for what one place had suffered
        umbrella.umbrella = True
        for child in reversed(umbrella.children):
            if agree(child.site, happening.site) and not child.site_inherited:
                self._merge(child, happening)
                return True
        self._part(umbrella, happening)
        return True

    def _open(self, happening: Happening) -> None:
        """Open an incident; "another bomb" without a date is of the day told of just before."""
        date = happening.date
        inherited = date is None and happening.marker is Marker.FURTHER and bool(self.drafts)
        if inherited:
            date = self.drafts[-1].date
        self.drafts.append(
            Draft([happening], date=date, site=happening.site, umbrella=happening.umbrella, date_inherited=inherited and date is not None)
        )

    def _continue(self, happening: Happening) -> bool:
        """Add a later toll, or the death of somebody hurt before, to the latest incident it fits; say whether there is one.

        Its day is not the incident's, but may not lie before it.
        """
        for draft in reversed(self.drafts):
            earlier = happening.date is not None and draft.date is not None and happening.date.end < draft.date.start
            elsewhere = happening.tells_later_death or all(toll.running for toll in happening.tolls)
            if (elsewhere or agree(draft.site, happening.site)) and not earlier and not draft.first.recalled:
                draft.happenings.append(happening)
                if not elsewhere and draft.parent is None:
                    draft.site = finer(draft.site, happening.site)
                return True
        return False

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
        own_site = happening.site if is_pin(happening.site) or happening.index in self._planned else None
        part = Draft([happening], parent=umbrella, date=happening.date or umbrella.date, site=own_site or umbrella.site)
        part.site_inherited, part.date_inherited = own_site is None, happening.date is None
        umbrella.children.append(part)
        self.drafts.append(part)

    def _merge(self, draft: Draft, happening: Happening) -> None:
        """Add a sentence to an incident; it may date or place it more exactly."""
        draft.happenings.append(happening)
        draft.date = _finer_date(draft.date, happening.date)
        if draft.parent is None:
            draft.site = finer(draft.site, happening.site)
        draft.umbrella |= happening.umbrella

    def finish(self) -> list[Draft]:
        """Attach what is only mentioned, and return the incidents in order of the text."""
        for happening in self._loose:
            draft = self._mentioned(happening)
            if draft is None:
                continue
            draft.mentions.append(happening)
            self._complete(draft, happening)
        for draft in self.drafts:
            self._inherit(draft)
        story = next((type_of(draft) for draft in self.drafts if not draft.first.recalled), None)
        for draft in self.drafts:
            draft.story = story if story in STORIES and not draft.first.recalled else None
        return self.drafts

    def _inherit(self, draft: Draft) -> None:
        """Take the place, and the date, from the sentences just before where an incident has none of its own."""
        index = draft.first.index
        before = [happening for happening in self._told if index - CONTEXT_SENTENCES <= happening.index < index]
        if draft.first.entry:
            before = []  # one entry of a register says nothing about the next
        if draft.site is None:
            near = [happening for happening in before if _same_scene(draft, happening)]
            draft.site = next((happening.site for happening in reversed(near) if is_spot(happening.site)), None)
            draft.site_inherited = draft.site is not None
        if draft.date is None and not draft.first.recalled:
            draft.date = next((h.date for h in reversed(before) if h.date is not None and h.date.precision == "day"), None)
            draft.date_inherited = draft.date is not None

    def _mentioned(self, happening: Happening) -> Draft | None:
        """Return the incident that a sentence speaks of: the latest before it that fits, else the first after it."""
        if not happening.triggers and not happening.tolls:
            return None
        fitting = [d for d in self.drafts if d.parent is None and _may_be_one_mention(d, happening)]
        return max(fitting, key=lambda draft: _closeness(draft, happening), default=None)

    def _complete(self, draft: Draft, happening: Happening) -> None:
        """Let a mention give the date or place that the incident lacks."""
        if draft.site is None and is_spot(happening.site):
            draft.site = happening.site
        if draft.date is None and happening.date is not None and happening.date.precision == "day":
            draft.date = happening.date


_UNSAID = frozenset("somewhere undisclosed unnamed elsewhere".split())


def _same_scene(draft: Draft, happening: Happening) -> bool:
    """Say whether an incident without a place may be where the sentence before was: not on another day, and not somewhere untold."""
    if any(word.low in _UNSAID for word in draft.first.words):
        return False
    if draft.date is None or draft.date_inherited:
        return True
    beside = happening.index == draft.first.index - 1 or happening.opens or bool(happening.triggers)
    return beside and dates_agree(draft.date, happening.date)


def _closeness(draft: Draft, happening: Happening) -> tuple[bool, bool, bool, int]:
    """Rate how well a mention fits an incident: the place named, the kind of event, told before, near in the text."""
    placed = happening.site is not None and draft.site is not None
    same = bool({trigger.type for trigger in happening.triggers} & set(types_of(draft.happenings))) or (
        draft.umbrella and bool(happening.triggers)
    )
    before = draft.first.index < happening.index
    return placed, same, before, -abs(draft.first.index - happening.index)


def _finer_date(left: DateMention | None, right: DateMention | None) -> DateMention | None:
    """Return the more exact of two dates that agree."""
    order = ("day", "days", "week", "month", "year")
    if left is None or right is None:
        return left or right
    return right if order.index(right.precision) < order.index(left.precision) else left


def _may_be_one_mention(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may speak of an incident: its place must fit; its date, often of speech, need not."""
    return agree(draft.site, happening.site) and dates_agree(draft.date, happening.date)
