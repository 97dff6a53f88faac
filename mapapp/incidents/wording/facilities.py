"""Facilities named by common nouns: "a National Guard base", "two stores selling firearms". They keep their own text and have no point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.incidents.wording.grammar_words import AUXILIARIES, CLAUSE_WORDS, DETERMINERS, PREPOSITIONS, PRONOUNS, PUNCTUATION
from mapapp.incidents.wording.words import Word
from mapapp.report.report import Span

FACILITY_NOUNS = frozenset(
    """
    store stores shop shops supermarket supermarkets mall malls market markets bazaar bazaars kiosk base bases barracks garrison camp
    camps outpost outposts post posts checkpoint checkpoints checkpost station stations headquarters building buildings office offices
    ministry embassy consulate church churches mosque mosques temple temples synagogue synagogues shrine shrines cathedral monastery
    school schools university college hospital hospitals clinic clinics bank banks hotel hotels restaurant restaurants cafe cafes bar
    bars nightclub club theater theatre cinema museum stadium airport airports airfield port harbor harbour dock terminal bridge
    bridges tunnel gate gates prison prisons jail jails courthouse court house houses home homes residence apartment apartments hostel
    compound compounds factory factories plant plants refinery pipeline pipelines warehouse warehouses depot depots farm farms ranch
    mine mines tower towers bus buses train trains car vehicle vehicles truck convoy patrol plane helicopter ship ferry boat square
    park street road highway neighborhood neighbourhood village villages town towns quarter district districts suburb suburbs area
    areas slum facility facilities site sites
    """.split()
)

GROUP_NOUNS = frozenset(
    """
    group groups attack attacks assault bomb bombs blast blasts explosion explosions device shooting raid strike strikes incident
    incidents team squad gang bombing bombings attacker bomber gunman clash ambush rocket shell grenade missile location explosive
    roadside_bomb petrol_bomb bomb_blast suicide_bomber armed_attack suicide_bombing air_strike landmine
    """.split()
)
"""Nouns that with "another" or "a third" tell of a further part of what happened."""

_OPENERS = DETERMINERS | {"a", "an", "another", "one"}
_WALLS = (PREPOSITIONS | AUXILIARIES | CLAUSE_WORDS | PRONOUNS | PUNCTUATION | {"and", "or", "who"}) - {"-", "'s"}


@dataclass(frozen=True, slots=True)
class Facility:
    """A facility as written. ``head``: its noun in the singular. ``counted``: with a number above one ("two stores")."""

    span: Span
    first: int
    last: int
    plural: bool
    head: str
    counted: bool = False


def facilities(words: Sequence[Word]) -> list[Facility]:
    """Return the facilities a sentence names with an article or number."""
    out: list[Facility] = []
    position = 0
    while position < len(words):
        opener = words[position]
        opens = opener.low in _OPENERS or (opener.number is not None and opener.number < 1000)
        found = _facility(words, position) if opens else None
        if found:
            out.append(found)
            position = found.last
        else:
            position += 1
    return out


def _facility(words: Sequence[Word], first: int) -> Facility | None:
    """Read the facility that begins with an article or number, None where its noun is no facility."""
    opener = words[first]
    head = None
    for at in range(first + 1, min(first + 8, len(words))):
        if words[at].low in _WALLS or words[at].low in _OPENERS or words[at].number is not None:
            break
        if words[at].low in FACILITY_NOUNS:
            head = at
    if head is None:
        return None
    last = _of_phrase(words, head + 1)
    noun = words[head].low
    plural = (opener.number or 1) > 1 or (
        noun.endswith("s") and noun not in {"barracks", "headquarters", "bus"} and opener.low not in {"a", "an", "one"}
    )
    singular = noun[:-1] if plural and noun.endswith("s") else noun
    return Facility(Span(opener.span.start, words[last - 1].span.end), first, last, plural, singular, counted=(opener.number or 1) > 1)


ORDINALS = frozenset("second third fourth fifth sixth other separate different 2nd 3rd 4th 5th".split())


def _of_phrase(words: Sequence[Word], position: int) -> int:
    """Return the end of "of the state security service" behind a facility."""
    if position + 1 >= len(words) or words[position].low != "of" or words[position + 1].low not in DETERMINERS or words[position + 1].name:
        return position
    end = position + 2
    while end < len(words) and end < position + 7 and words[end].low not in _WALLS:
        end += 1
    return end
