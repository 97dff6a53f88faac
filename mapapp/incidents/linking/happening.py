"""What one sentence tells, before sentences are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.incidents.counting.casualties import Toll
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.placing.sites import PlacedSite
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.facilities import Facility
from mapapp.incidents.wording.words import Word
from mapapp.report.dates import DateMention
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_LATER_DEATH = frozenset("hospital in_hospital wounds injuries burns".split())
"""What people die in or of after the event."""

_BODIES = frozenset("bodies body corpses remains bodies_of body_of".split())
_FOUND = frozenset("recovered found retrieved pulled dug unearthed brought washed".split())

_FURTHER = frozenset("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_MISHAPS = frozenset({IncidentType.ACCIDENT, IncidentType.FIRE})

FATES = frozenset({IncidentType.KILLING, IncidentType.ARREST})
"""What befalls people told of before, without being a deed that starts an account."""


OF_BEFORE = -2
"""As the index of a whole: what was told just before, until all tellings have their numbers."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one sentence tells.

    ``umbrella``: it tells of several attacks or sites at once; ``covers_all``: of all the parts told before ("in all"). ``opens``: it can
    stand as an incident of its own; otherwise it only speaks of one. ``recalled``: an earlier event, not the news. ``entry``: it begins an
    entry of a register. ``share``: it only gives the figure of one place ("three in the harbour"). ``paragraph``: which one it stands in.
    ``whole``: the index of what sums it up, where its figure is one of those that come to just that sum, else -1.
    ``total``: a line that sums up a list ("Total: 14 killed"). ``level``: how deep its line lies in a list, -1 inside a line.
    """

    index: int
    span: Span
    words: Sequence[Word]
    phrases: Sequence[NounPhrase]
    triggers: tuple[Trigger, ...]
    tolls: tuple[Toll, ...]
    facilities: tuple[Facility, ...]
    toponyms: tuple[Toponym, ...]
    date: DateMention | None
    site: PlacedSite | None
    marker: Marker
    umbrella: bool
    covers_all: bool
    opens: bool
    recalled: bool = False
    entry: bool = False
    share: bool = False
    paragraph: int = 0
    total: bool = False
    level: int = -1
    whole: int = -1

    @property
    def continues(self) -> bool:
        """Whether it only brings a later toll, or tells how somebody named before fared; without a deed of its own."""
        deeds = any(not t.known and t.part is not Part.MEANS and t.type not in FATES and not self._tells_of_fate(t) for t in self.triggers)
        if deeds or not self.tolls:
            return False
        return self.tells_later_death or self.finds_dead or self.definite_dead

    def _tells_of_fate(self, trigger: Trigger) -> bool:
        """Say whether a trigger only says how known people died: "all three drowned", "the driver was crushed"."""
        return trigger.type in _MISHAPS and any(toll.definite and trigger.span.overlaps(toll.verb) for toll in self.tolls)

    @property
    def definite_dead(self) -> bool:
        """Whether all people it counts were told of before, or are the sum so far."""
        return all(toll.running or toll.definite for toll in self.tolls)

    @property
    def tells_later_death(self) -> bool:
        """Whether it tells that one of the hurt has died: "one of the hurt died of his burns"."""
        dead = [toll for toll in self.tolls if toll.effect is Effect.KILLED]
        if not dead or not all(toll.count.best == 1 or toll.more for toll in dead):
            return False
        taken = all(toll.more for toll in dead) and any(word.low == "hospitalized" for word in self.words)
        one_more = self.words[0].low == "a" and len(self.words) > 1 and self.words[1].low in _FURTHER  # "A fifth officer died overnight"
        return taken or in_hospital(self.words) or (one_more and self.site is None) or all(toll.head == "wounded" for toll in dead)

    @property
    def finds_dead(self) -> bool:
        """Whether it only tells that the dead of a disaster were found: "14 bodies were recovered on Wednesday"."""
        deeds = any(not trigger.known and trigger.part is not Part.MEANS and trigger.type not in FATES for trigger in self.triggers)
        if deeds or not any(toll.effect is Effect.KILLED for toll in self.tolls):
            return False
        lows = {word.low for word in self.words}
        return not _BODIES.isdisjoint(lows) and not _FOUND.isdisjoint(lows)

    @property
    def focus(self) -> int:
        """Offset of the word that best tells of the incident."""
        return focus_of(self.triggers, self.tolls, self.span)


def in_hospital(words: Sequence[Word]) -> bool:
    """Say whether a hospital, wounds or burns are named: people die in or of them after the event."""
    return any(word.low in _LATER_DEATH for word in words)


def focus_of(triggers: Sequence[Trigger], tolls: Sequence[Toll], span: Span) -> int:
    """Return the offset of the first real verb or event noun, else of a casualty verb, else of the sentence."""
    strong = [trigger for trigger in triggers if not trigger.known and trigger.part is not Part.MEANS]
    if strong:
        return strong[0].span.start
    if tolls:
        return tolls[0].verb.start
    return triggers[0].span.start if triggers else span.start


def dates_agree(left: DateMention | None, right: DateMention | None) -> bool:
    """Say whether two dates may be one: one unknown, or their days meet; an old year does not hold a recent day."""
    if left is None or right is None:
        return True
    if (left.precision == "year") != (right.precision == "year"):
        return False
    return left.start <= right.end and right.start <= left.end


def may_hold(whole: DateMention | None, part: DateMention | None) -> bool:
    """Say whether what a sum tells of a year, a month or some days may hold what happened on a day."""
    if dates_agree(whole, part):
        return True
    return whole is not None and part is not None and whole.start <= part.start and part.end <= whole.end
