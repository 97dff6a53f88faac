"""An incident in the making: the sentences that tell of it, and the type they come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.placing.sites import PlacedSite
from mapapp.incidents.telling.trigger_words import CAUSES, NOUNS, Part
from mapapp.incidents.telling.triggers import Trigger
from mapapp.incidents.wording.actor_words import ARMED_SIDES, TYPE_OF
from mapapp.incidents.wording.effects import Effect
from mapapp.report.dates import DateMention

_T = IncidentType

_ORDER = (
    _T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE, _T.BOMBING, _T.SHELLING, _T.ABDUCTION, _T.SEXUAL_VIOLENCE, _T.ARSON, _T.ROBBERY,
    _T.SHOOTING, _T.CLASH, _T.ARMED_ATTACK, _T.NATURAL_DISASTER, _T.ACCIDENT, _T.FIRE, _T.EPIDEMIC, _T.RIOT, _T.KILLING, _T.LOOTING,
    _T.PROTEST, _T.SECURITY_OPERATION, _T.ARREST, _T.DISPLACEMENT, _T.OTHER,
)  # fmt: skip
"""Which type names an incident that has several: the one that tells most about how."""


@dataclass(slots=True)
class Draft:
    """An incident in the making. ``story``: the disaster that the whole report is about."""

    happenings: list[Happening]
    mentions: list[Happening] = field(default_factory=list)
    parent: Draft | None = None
    children: list[Draft] = field(default_factory=list)
    date: DateMention | None = None
    site: PlacedSite | None = None
    site_inherited: bool = False
    date_inherited: bool = False
    umbrella: bool = False
    story: IncidentType | None = None

    @property
    def first(self) -> Happening:
        """The sentence that opened the incident."""
        return self.happenings[0]


def types_of(happenings: Iterable[Happening]) -> list[IncidentType]:
    """Return the types that the sentences' triggers stand for, as often as they occur; tolls stand in where there is no trigger."""
    found: list[IncidentType] = []
    for happening in happenings:
        told = [trigger for trigger in happening.triggers if trigger.part is not Part.MEANS and not _fate_of_attackers(happening, trigger)]
        triggers = [trigger.type for trigger in told if not trigger.weak] or [trigger.type for trigger in told]
        found += triggers or [_TOLL_TYPES[toll.effect] for toll in happening.tolls if toll.effect in _TOLL_TYPES and toll.count.best != 0]
    return found


_FATES_OF_ANYBODY = frozenset({_T.ACCIDENT, _T.FIRE})


def _fate_of_attackers(happening: Happening, trigger: Trigger) -> bool:
    """Say whether a trigger only tells how attackers told of before died: "two of the gunmen drowned" is no accident of its own."""
    if trigger.type not in _FATES_OF_ANYBODY:
        return False
    dead = [toll for toll in happening.tolls if toll.effect is Effect.KILLED and toll.count.best != 0]
    return bool(dead) and all(toll.attackers and (toll.some or toll.definite) for toll in dead)


_GROUPS = {
    _T.ACCIDENT: "accident", _T.FIRE: "", _T.NATURAL_DISASTER: "nature", _T.EPIDEMIC: "epidemic", _T.DISPLACEMENT: "flight",
    _T.PROTEST: "unrest", _T.OTHER: "", _T.ARREST: "", _T.SECURITY_OPERATION: "", _T.RIOT: "unrest", _T.KILLING: "",
    _T.ABDUCTION: "abduction", _T.ROBBERY: "robbery", _T.LOOTING: "robbery",
}  # fmt: skip
"""Groups of types that are never one incident; "" goes with anything, and every type not named here is violence."""


def group_of(happenings: Iterable[Happening]) -> set[str]:
    """Return the groups of the types that sentences tell of."""
    kinds = types_of(happenings)
    found = {_GROUPS.get(kind, "violence") for kind in kinds} - {""}
    if _T.CLASH in kinds:
        found.add("unrest")  # protesters clash as well as armies
    if {_T.ABDUCTION, _T.KILLING} <= set(kinds):
        found.add("violence")  # raiders who kill some and lead off others
    # Storms and floods drive people out; that is told as the same event.
    return found | {"flight"} if "nature" in found else found


def means_of(happenings: Iterable[Happening]) -> set[IncidentType]:
    """Return the types that the weapons named point to."""
    return {trigger.type for happening in happenings for trigger in happening.triggers if trigger.part is Part.MEANS}


_REFINED = frozenset({_T.BOMBING, _T.KILLING, _T.ARMED_ATTACK, _T.OTHER})
"""Types that the weapon tells more about: a bombing by a suicide bomber, a killing with a mine."""

_HOW = frozenset({_T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE, _T.BOMBING, _T.SHELLING, _T.SHOOTING})
"""Types by which later sentences tell how; what they tell besides is another matter."""

_BY_MEANS = _HOW | {_T.ARSON}
"""Types that a weapon named anywhere points to."""

_AFTERWARDS = frozenset({_T.ARREST, _T.SECURITY_OPERATION, _T.DISPLACEMENT, _T.OTHER})
"""What follows a deed: where a report opens with it and goes on to the deed, that names the incident."""

_DEEDS = frozenset(_ORDER) - {_T.ACCIDENT, _T.FIRE, _T.NATURAL_DISASTER, _T.EPIDEMIC}
"""Types of what somebody did."""

_WAYS_OF_KILLING = frozenset({_T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE, _T.BOMBING, _T.SHELLING, _T.SHOOTING, _T.CLASH, _T.ARMED_ATTACK})

_TOLL_TYPES = {Effect.KILLED: _T.KILLING, Effect.ARRESTED: _T.ARREST, Effect.ABDUCTED: _T.ABDUCTION}


NEXT_SENTENCES = 3
"""So many sentences on may tell how a deed was done; farther on only those that speak of it as known."""


def _told_of_it(draft: Draft) -> list[Happening]:
    """Return the sentences that tell how a deed was done: the next ones, those of its paragraph, and those about "the blast"."""
    first = draft.first
    return [
        told for told in draft.happenings
        if told.index - first.index <= NEXT_SENTENCES or told.paragraph == first.paragraph or any(t.known for t in told.triggers)
    ]  # fmt: skip


def type_of(draft: Draft) -> IncidentType:
    """Name the type of an incident: of the sentence that opened it, refined by the others that tell how."""
    own = set(types_of(draft.happenings))
    opening = set(types_of(draft.happenings[:1])) or (means_of(draft.happenings[:1]) - CAUSES) or own
    bare = _T.KILLING in opening and opening <= {_T.KILLING} and not means_of(draft.happenings[:1]) & _BY_MEANS
    if bare and draft.parent is not None and type_of(draft.parent) in _HOW | STORIES:
        return type_of(draft.parent)
    if opening <= _AFTERWARDS:
        opening |= own & _DEEDS
    chosen = next((kind for kind in _ORDER if kind in opening), _T.OTHER)
    if chosen is _T.ABDUCTION and opening & {_T.ARMED_ATTACK, _T.CLASH} and _killed(draft, attackers=False):
        chosen = _T.ARMED_ATTACK
    if _with_bombs_and_guns(draft, opening):
        return _in_parent(draft, _T.ARMED_ATTACK)
    if chosen in _REFINED:
        how = _told_of_it(draft)
        told = opening | (set(types_of(how)) & _HOW) | (means_of(how) & _BY_MEANS)
        chosen = next((kind for kind in _ORDER if kind in told), chosen)
    if chosen is _T.SHOOTING and _T.SHELLING in means_of(draft.happenings[:1]):
        chosen = _T.SHELLING
    if chosen is _T.KILLING:
        chosen = _way_of_killing(draft)
    elif chosen is _T.OTHER:
        fled = any(toll.effect is Effect.DISPLACED and toll.count.best != 0 for told in draft.happenings for toll in told.tolls)
        chosen = _cause(draft) or (_T.DISPLACEMENT if fled else chosen)
    return _in_parent(draft, chosen)


def _with_bombs_and_guns(draft: Draft, opening: set[IncidentType]) -> bool:
    """Say whether an attack was one with several arms: neither the bomb nor the guns alone name an ambush with both."""
    arms = opening | means_of(draft.happenings[:1])
    if _T.BOMBING not in arms or arms & {_T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.MINE}:
        return False
    return (_T.ARMED_ATTACK in opening and _T.SHOOTING in arms) or {_T.BOMBING, _T.CLASH} <= opening


MOST_SIBLINGS = 40
"""So many parts tell how people were killed; the others of a long list tell no more."""


def _way_of_killing(draft: Draft) -> IncidentType:
    """Return how people were killed, where other sentences tell; several ways, or none told: no one of them names the whole."""
    lynched = any(word.low in {"lynched", "lynching"} for word in draft.first.words)
    if _killed(draft, attackers=True) and not _killed(draft, attackers=False) and not draft.umbrella and not lynched:
        return _T.CLASH
    if draft.story is not None and not any(trigger.part is not Part.MEANS for trigger in draft.first.triggers):
        return draft.story
    cause = _cause(draft)
    if cause is not None:
        return cause
    around = set(types_of([*draft.mentions, *(h for child in draft.children[:MOST_SIBLINGS] for h in child.happenings)])) & _WAYS_OF_KILLING
    likeliest = next((kind for kind in _ORDER if kind in around), _T.KILLING)
    return _T.ARMED_ATTACK if draft.first.umbrella and len(around) != 1 else likeliest


def _cause(draft: Draft) -> IncidentType | None:
    """Return what people died of that the opening sentence names beside no armed side: a knife, snow, bad liquor, the sea."""
    if any(TYPE_OF.get(word.low) in ARMED_SIDES for word in draft.first.words):
        return None
    named = means_of(draft.happenings[:1]) & CAUSES
    return next((kind for kind in _ORDER if kind in named), None)


def _killed(draft: Draft, *, attackers: bool) -> bool:
    """Say whether the draft tells of dead on one side."""
    return any(
        toll.effect is Effect.KILLED and toll.attackers is attackers and toll.count.best != 0 for h in draft.happenings for toll in h.tolls
    )


TITLE_SENTENCES = 4
"""So many sentences at most are the title and the lines below it."""


def story_of(told: Sequence[Happening], drafts: Sequence[Draft]) -> IncidentType | None:
    """Return the disaster that a report as a whole is about: of its first news, else, where that only counts, of its title."""
    news = [draft for draft in drafts if not draft.first.recalled]
    kind = type_of(news[0]) if news else None
    if kind is _T.FIRE and any(type_of(draft) in _WAYS_OF_KILLING for draft in news[1:MOST_SIBLINGS]):
        return None  # a town that burns in a war
    if kind is None or kind in STORIES:
        return kind
    if kind is not _T.KILLING and kind is not _T.DISPLACEMENT:
        return None
    for happening in told[:TITLE_SENTENCES]:
        named = next((NAMED[word.low] for word in happening.words if NAMED.get(word.low) in STORIES), None)
        if named is not None and happening.index <= news[0].first.index:
            return named
    return None


NAMED = {word: kind for kind, words in NOUNS.items() for word in words.split()} | {"epidemic": _T.EPIDEMIC, "monsoon": _T.NATURAL_DISASTER}
"""What an event noun names, wherever it stands."""

STORIES = frozenset({_T.NATURAL_DISASTER, _T.EPIDEMIC, _T.ACCIDENT, _T.FIRE})
"""Types that a report is about as a whole: the dead it counts without saying how died of that."""


def _in_parent(draft: Draft, chosen: IncidentType) -> IncidentType:
    """Let a part that only tells of killing or taking take the type of its umbrella."""
    if draft.parent is not None and chosen in {_T.KILLING, _T.ABDUCTION, _T.OTHER, _T.ARREST}:
        whole = type_of(draft.parent)
        return chosen if whole is _T.KILLING else whole
    return chosen
