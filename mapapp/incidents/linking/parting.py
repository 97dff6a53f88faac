"""Where a sentence is taken apart: whether two of its clauses tell of two incidents."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.breadth import counted_places
from mapapp.incidents.linking.happening import FATES, Happening, dates_agree, in_hospital
from mapapp.incidents.placing.sites import agree, is_pin
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import PREPOSITIONS
from mapapp.incidents.wording.place_words import PLACE_NOUNS
from mapapp.incidents.wording.words import Word


def people_in(happening: Happening) -> int:
    """Return the largest number of people that a clause tells of."""
    return max((toll.count.best or toll.count.low or 0 for toll in happening.tolls), default=0)


def are_two(left: Happening, right: Happening, *, memory: bool, by_date: bool) -> bool:
    """Say whether two clauses tell of two incidents: both tell of one, and they have another place or day.

    ``memory``: the second may only recall. ``by_date``: another day is enough; behind a mere comma it often belongs to both.
    """
    if not left.opens or not right.opens:
        return False
    if by_date and right.recalled and not left.recalled and right.date is not None:
        return True
    if memory:
        return False
    if by_date and not dates_agree(left.date, right.date):
        return not right.continues
    if in_hospital(right.words) and not right.triggers:
        return False
    if _sums_up(left, right):
        return True
    if left.site is None or right.site is None or left.site.place is None or right.site.place is None:
        return False
    return not agree(left.site, right.site)


def _sums_up(left: Happening, right: Happening) -> bool:
    """Say whether the second clause gives a part of the first one's figure, at a place inside its area: "six deaths: three in …"."""
    if right.site is None or right.site.place is None or not people_in(left) > people_in(right) > 0:
        return False
    if not {toll.effect for toll in left.tolls} & {toll.effect for toll in right.tolls}:
        return False  # "73 arrests after a night in which one man died in the capital"
    return left.site is None or (not is_pin(left.site) and is_pin(right.site))


def sums_before(left: Happening, right: Happening) -> bool:
    """Say whether a clause behind several tellings only gives their sum: "…, and a bomb killed six in the north: ten dead in all"."""
    deeds = any(not trigger.known and trigger.part is not Part.MEANS and trigger.type not in FATES for trigger in right.triggers)
    return left.opens and right.covers_all and not left.covers_all and not deeds and people_in(right) > people_in(left) > 0


def only_flight(right: Happening) -> bool:
    """Say whether a clause only tells where people went: that follows from what the clause before tells."""
    return bool(right.tolls) and all(toll.effect is Effect.DISPLACED for toll in right.tolls)


def names_joined(whole: Happening, position: int) -> bool:
    """Say whether the cut before a word falls between two names of a list: "in one province and | the next on Saturday"."""
    words = whole.words
    cut, join = words[position].span.start, words[position - 1]
    left = next((t for t in whole.toponyms if t.span.end <= join.span.start <= t.span.end + 1), None)
    right = next((t for t in whole.toponyms if t.span.start == cut), None)
    if join.low != "and" or left is None or right is None:
        return False
    following = next((word.low for word in words[position:] if word.span.start >= right.span.end), ".")
    return following in PREPOSITIONS | PLACE_NOUNS or not following[0].isalpha()


EVENT_NOUNS = frozenset("attack bombing blast explosion fire shooting raid crash disaster massacre siege riot ambush accident".split())


def is_of_event(whole: Happening, position: int) -> bool:
    """Say whether a clause tells of the event named right before it: "the arson attack that killed three in 2014"."""
    words = whole.words
    named = {position - 2, position - 3} if words[position - 2].low in EVENT_NOUNS else {position - 2}
    told = any(t.position in named for t in whole.triggers if t.part is Part.NOUN or words[position - 2].low in EVENT_NOUNS)
    return words[position - 1].low in {"that", "which"} and told


_AMID = frozenset({"as", "while", "amid"})
_LASTS = frozenset({IncidentType.PROTEST, IncidentType.RIOT, IncidentType.NATURAL_DISASTER, IncidentType.EPIDEMIC})
_FEWEST_BEFORE = 4


def amid_at(words: Sequence[Word]) -> list[int]:
    """Return where a sentence may go on to what its event was part of: "…, as tens of thousands protested across the country".

    Parameters
    ----------
    words
        The words of the sentence.
    """
    return [at for at in range(_FEWEST_BEFORE, len(words) - _FEWEST_BEFORE) if words[at].low in _AMID]


def is_part_of_wide(part: Happening, wide: Happening) -> bool:
    """Say whether a clause tells of harm at one spot, and the other of what went on over a whole country or in many places."""
    if not part.opens or not wide.opens or part.recalled or wide.recalled or wide.tolls or not part.tolls or not is_pin(part.site):
        return False
    lasts = any(trigger.type in _LASTS and not trigger.known and trigger.part is not Part.MEANS for trigger in wide.triggers)
    over = counted_places(wide) or any(word.low in {"across", "throughout"} for word in wide.words)
    return lasts and over and not is_pin(wide.site)
