"""Plain nouns that the words beside them make attackers of, or no attackers any more: "armed men", "suspected members", "former rebels"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mapapp.incidents.wording.grammar_words import STOPS
from mapapp.incidents.wording.persons import ATTACKERS
from mapapp.incidents.wording.words import Word

_PLAIN = {
    "man": "gunman", "men": "gunmen", "youths": "gunmen", "youth": "gunman", "individuals": "gunmen", "persons": "gunmen",
    "subjects": "gunmen", "members": "militants", "member": "militant",
}  # fmt: skip
THINGS = frozenset(
    """
    accident avalanche blast bomb bombs bullet bullets bus car crash device earthquake explosion explosions fire fires flood floods grenade
    grenades lightning lorry mine mines mob's mortar rocket rockets shell shells shot splinter storm tanker train truck vehicle water wave
    shots blaze landmine landslide mudslides shrapnel quake drone drones missile missiles blasts house houses
    """.split()
)
"""What harms and is no actor."""

_WITH_ARMS = frozenset("armed masked hooded heavily-armed".split())
"""Words that make gunmen of men."""

_AT_FIRES = frozenset("fire wildfire bushfire forest-fire blaze".split())
"""Words that make firefighters of fighters."""
_SUSPECTED = frozenset("suspected alleged presumed".split())
_GANGS = frozenset("gang gangs cartel cartels".split())
_GROUPS = frozenset(
    "group groups formation formations cell cells band bands militia militias outfit outfits syndicate organisation organization".split()
)
_HOSTILE = frozenset(
    """
    armed rebel insurgent militant terrorist terror extremist jihadist islamist criminal guerrilla separatist kidnapping outlawed banned
    illegal
    robbery
    """.split()
)
_ELEMENTS = frozenset({"element", "elements"})
"""What armies and peacekeepers call armed men."""
_STATE = frozenset("army police security military government gendarmerie state friendly own regular".split())
_HOSTILE_ELEMENTS = _HOSTILE | frozenset("ag hostile enemy takfiri anti-government lra subversive".split())
_DEFENDING = frozenset("self-defence self-defense vigilante home-guard village community pro-government neighbourhood".split())
"""Words by which fighters defend where they live."""
_FORMER = frozenset(
    "former ex ex- retired repentant reformed demobilised demobilized surrendered erstwhile one-time pro-government".split()
)


def armed_noun(noun: str, beside: Collection[str]) -> str:
    """Return the noun that says which side people are on.

    Parameters
    ----------
    noun
        The noun as written.
    beside
        The words of its phrase before it.
    """
    if noun in _ELEMENTS:
        return "soldiers" if not _STATE.isdisjoint(beside) else "militants" if not _HOSTILE_ELEMENTS.isdisjoint(beside) else noun
    if noun in _PLAIN and not _WITH_ARMS.isdisjoint(beside):
        return _PLAIN[noun]
    if noun in {"fighter", "fighters"} and not _AT_FIRES.isdisjoint(beside):
        return "fire" + noun
    if noun in {"members", "member"} and not (_SUSPECTED | _GANGS).isdisjoint(beside):
        return _PLAIN[noun]
    if noun in {"fighter", "fighters"} and not _DEFENDING.isdisjoint(beside):
        return "militiamen"
    if noun in ATTACKERS and not _FORMER.isdisjoint(beside):
        return "ex-combatants"
    return noun


_NAME_REACH = 5
"""Words from "members of" to the noun of the group: "members of an outlawed armed group"."""


def of_hostile_group(words: Sequence[Word], first: int) -> bool:
    """Say whether the words from ``first`` on name an armed group or a gang, whose members are attackers."""
    hostile = False
    for word in words[first : first + _NAME_REACH]:
        if word.low in _GANGS or (hostile and word.low in _GROUPS):
            return True
        if word.low in STOPS and word.low != "-":
            return False
        hostile |= word.low in _HOSTILE
    return False
