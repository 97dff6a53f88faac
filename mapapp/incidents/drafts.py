"""An incident in the making: the sentences that tell of it, and the type they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mapapp.incidents.effects import Effect
from mapapp.incidents.happenings import Happening
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.sites import PlacedSite
from mapapp.incidents.trigger_words import Part
from mapapp.report.dates import DateMention

_T = IncidentType

_ORDER = (
    _T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE, _T.BOMBING, _T.SHELLING, _T.ABDUCTION, _T.SEXUAL_VIOLENCE, _T.ARSON, _T.ROBBERY,
    _T.SHOOTING, _T.CLASH, _T.ARMED_ATTACK, _T.NATURAL_DISASTER, _T.ACCIDENT, _T.FIRE, _T.EPIDEMIC, _T.KILLING, _T.RIOT, _T.LOOTING,
    _T.SECURITY_OPERATION, _T.ARREST, _T.PROTEST, _T.DISPLACEMENT, _T.OTHER,
)  # fmt: skip
"""Which type names an incident that has several: the one that tells most about how."""


@dataclass(slots=True)
class Draft:
    """An incident in the making."""

    happenings: list[Happening]
    mentions: list[Happening] = field(default_factory=list)
    parent: Draft | None = None
    children: list[Draft] = field(default_factory=list)
    date: DateMention | None = None
    site: PlacedSite | None = None
    site_inherited: bool = False
    date_inherited: bool = False
    umbrella: bool = False

    @property
    def first(self) -> Happening:
        """The sentence that opened the incident."""
        return self.happenings[0]


def types_of(happenings: Iterable[Happening]) -> list[IncidentType]:
    """Return the types that the sentences' triggers stand for, as often as they occur; tolls stand in where there is no trigger."""
    found: list[IncidentType] = []
    for happening in happenings:
        triggers = [trigger.type for trigger in happening.triggers if trigger.part is not Part.MEANS]
        found += triggers or [_TOLL_TYPES[toll.effect] for toll in happening.tolls if toll.effect in _TOLL_TYPES and toll.count.best != 0]
    return found


def means_of(happenings: Iterable[Happening]) -> set[IncidentType]:
    """Return the types that the weapons named point to."""
    return {trigger.type for happening in happenings for trigger in happening.triggers if trigger.part is Part.MEANS}


_REFINED = frozenset({_T.BOMBING, _T.KILLING, _T.ARMED_ATTACK, _T.OTHER})
"""Types that the weapon tells more about: a bombing by a suicide bomber, a killing with a mine."""

_WAYS_OF_KILLING = frozenset({_T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE, _T.BOMBING, _T.SHELLING, _T.SHOOTING, _T.CLASH, _T.ARMED_ATTACK})

_TOLL_TYPES = {Effect.KILLED: _T.KILLING, Effect.ARRESTED: _T.ARREST, Effect.ABDUCTED: _T.ABDUCTION}


def type_of(draft: Draft) -> IncidentType:
    """Name the type of an incident: of the sentence that opened it, refined by the others that tell how."""
    own = set(types_of(draft.happenings))
    chosen = next((kind for kind in _ORDER if kind in own), _T.OTHER)
    if chosen in _REFINED:
        chosen = next((kind for kind in _ORDER if kind in own | means_of(draft.happenings)), chosen)
    if chosen is _T.KILLING:
        around = set(types_of([*draft.mentions, *(h for child in draft.children for h in child.happenings)])) & _WAYS_OF_KILLING
        likeliest = next((kind for kind in _ORDER if kind in around), chosen)
        # Several ways, or none told: no one of them names the whole.
        chosen = _T.ARMED_ATTACK if draft.umbrella and len(around) != 1 else likeliest
    return _in_parent(draft, chosen)


def _in_parent(draft: Draft, chosen: IncidentType) -> IncidentType:
    """Let a part that only tells of killing or taking take the type of its umbrella."""
    if draft.parent is not None and chosen in {_T.KILLING, _T.ABDUCTION, _T.OTHER, _T.ARREST}:
        return type_of(draft.parent)
    return chosen
