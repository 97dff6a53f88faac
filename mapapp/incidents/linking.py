"""Put sentences together: which tell of the same incident, which are parts of an umbrella, which only mention one told elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mapapp.incidents.drafts import Draft, types_of
from mapapp.incidents.happenings import Happening
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.markers import Marker
from mapapp.incidents.sites import agree, finer, is_pin, is_spot
from mapapp.report.dates import DateMention

_T = IncidentType

_GROUPS = {
    _T.ACCIDENT: "accident", _T.FIRE: "accident", _T.NATURAL_DISASTER: "nature", _T.EPIDEMIC: "epidemic", _T.DISPLACEMENT: "",
    _T.PROTEST: "", _T.OTHER: "", _T.ARREST: "", _T.SECURITY_OPERATION: "", _T.RIOT: "", _T.KILLING: "",
}  # fmt: skip
"""Groups of types that are never one incident; "" goes with anything, and every type not named here is violence."""

CONTEXT_SENTENCES = 3
"""How many sentences back a place or date is still that of the story."""


def _group(happenings: Iterable[Happening]) -> set[str]:
    return {_GROUPS.get(kind, "violence") for kind in types_of(happenings)} - {""}


def _dates_agree(left: DateMention | None, right: DateMention | None) -> bool:
    """Say whether two dates may be one: one unknown, or their days meet; an old year does not hold a recent day."""
    if left is None or right is None:
        return True
    if (left.precision == "year") != (right.precision == "year"):
        return False
    return left.start <= right.end and right.start <= left.end


def _may_be_one(draft: Draft, happening: Happening) -> bool:
    """Say whether a sentence may tell of an incident already open."""
    if not _dates_agree(draft.date, happening.date) or not agree(draft.site, happening.site):
        return False
    ours, theirs = _group(draft.happenings), _group([happening])
    return not ours or not theirs or bool(ours & theirs)


def _umbrella_for(drafts: Sequence[Draft], happening: Happening) -> Draft | None:
    """Return the latest incident over several sites or attacks that the sentence may be a part of."""
    for draft in reversed(drafts):
        if draft.parent is None and draft.umbrella and _may_be_one(draft, happening):
            return draft
    return None


def _at_named_site(umbrella: Draft, happening: Happening) -> bool:
    """Say whether a sentence goes back to one of the sites the summary names: "at the hotel" after "at a post and a hotel"."""
    named = {place.head for place in umbrella.first.facilities}
    return happening.index > umbrella.first.index and any(
        place.head in named and not place.plural and happening.words[place.first].low == "the" for place in happening.facilities
    )


class Linker:
    """Collects happenings in order of the text into incidents."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._loose: list[Happening] = []
        self._told: list[Happening] = []

    def add(self, happening: Happening) -> None:
        """Take one sentence."""
        self._told.append(happening)
        if not happening.opens:
            self._loose.append(happening)
            return
        umbrella = _umbrella_for(self.drafts, happening)
        if umbrella is not None and (happening.marker is not Marker.NONE or _at_named_site(umbrella, happening)):
            if happening.marker is Marker.FURTHER and not umbrella.children:
                self._first_part(umbrella)
            self._part(umbrella, happening)
            return
        if umbrella is not None and happening.covers_all:
            self._merge(umbrella, happening)
            return
        if happening.continues and self._continue(happening):
            return
        apart = happening.marker in {Marker.FURTHER, Marker.APART} and bool(self.drafts)
        for draft in [] if apart else reversed(self.drafts):
            if _may_be_one(draft, happening):
                self._merge(draft, happening)
                return
        self._open(happening)

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
            if agree(draft.site, happening.site) and not earlier:
                draft.happenings.append(happening)
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
        own_site = happening.site if is_pin(happening.site) else None
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
        return self.drafts

    def _inherit(self, draft: Draft) -> None:
        """Take the place, and the date, from the sentences just before where an incident has none of its own."""
        index = draft.first.index
        before = [happening for happening in self._told if index - CONTEXT_SENTENCES <= happening.index < index]
        if draft.site is None:
            draft.site = next((happening.site for happening in reversed(before) if is_spot(happening.site)), None)
            draft.site_inherited = draft.site is not None
        if draft.date is None:
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
    return agree(draft.site, happening.site) and _dates_agree(draft.date, happening.date)
