"""Several attackers told of one by one: "Two bombers … One blew himself up at a market … The other drove into the gate"."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.counting.tolls import of_effect
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.drafts import means_of, types_of
from mapapp.incidents.linking.happening import Happening, dates_agree
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.persons import ATTACKERS

_T = IncidentType
_WEAPONS = frozenset({_T.BOMBING, _T.SUICIDE_BOMBING, _T.SHOOTING, _T.ARMED_ATTACK, _T.MINE, _T.AIR_STRIKE, _T.SHELLING, _T.ARSON})
_DEVICES = frozenset(
    "bombs devices ieds mines blasts explosions rockets missiles drones men women youths vehicles cars trucks teams".split()
)
_ONE = frozenset(
    "man woman bomber attacker gunman assailant militant of_them bomb device blast group team rocket missile drone car".split()
)
_OTHER = frozenset({("the", "other"), ("the", "second"), ("a", "second"), ("another", "")})
REACH = 6
"""Tellings behind the sum among which its attackers are told of one by one."""

MOST_ACTORS = 6


def told_one_by_one(told: Sequence[Happening]) -> dict[int, int]:
    """Return, by the index of each part, that of the sum whose attackers or bombs are told of one by one.

    Parameters
    ----------
    told
        All happenings of a report, in order.
    """
    out: dict[int, int] = {}
    for position, whole in enumerate(told):
        if not whole.opens or whole.recalled or whole.share or whole.index in out or not _several_actors(whole):
            continue
        later = [happening for happening in told[position + 1 : position + 1 + REACH] if happening.opens and not happening.recalled]
        first = next((at for at, happening in enumerate(later) if _is_one(happening)), None)
        if first is None:
            continue
        others = [happening for happening in later[first + 1 :] if _is_other(happening)]
        parts = [later[first], *others[: MOST_ACTORS - 1]]
        if others and all(_may_be_part(whole, part) for part in parts) and _strikes(later[first]):
            out.update((part.index, whole.index) for part in parts)
    return out


def _several_actors(whole: Happening) -> bool:
    """Say whether a sentence counts attackers or what they strike with: "two suicide bombers", "three car bombs"."""
    for at, word in enumerate(whole.words[:-1]):
        if word.number is not None and 1 < word.number <= MOST_ACTORS:
            behind = [after.low for after in whole.words[at + 1 : at + 4]]
            if any(low in ATTACKERS or low in _DEVICES for low in behind):
                return bool(whole.tolls)
    return False


def _is_one(happening: Happening) -> bool:
    """Say whether a sentence begins to count them off: "One blew himself up", "One man drove into the gate"."""
    lows = [word.low for word in happening.words[:2]]
    if lows[:1] == ["the"]:
        return lows[1:] == ["first"]
    return lows[:1] == ["one"] and len(lows) > 1 and (lows[1] in _ONE or any(t.position in {1, 2} for t in happening.triggers))


def _is_other(happening: Happening) -> bool:
    """Say whether a sentence goes on counting them off: "The other …", "A second …"."""
    lows = [word.low for word in happening.words[:2]]
    return tuple(lows) in _OTHER or lows[:1] == ["another"]


def _strikes(happening: Happening) -> bool:
    """Say whether a sentence tells of an attack, not of what became of an attacker."""
    return bool((set(types_of([happening])) | means_of([happening])) & _WEAPONS)


def _may_be_part(whole: Happening, part: Happening) -> bool:
    """Say whether a sentence tells what one of them did: it has victims or a place, and no more dead than the whole."""
    if not dates_agree(whole.date, part.date) or not (_strikes(part) or part.facilities):
        return False
    victims = [toll for toll in part.tolls if not toll.attackers]
    if not victims and not part.facilities and part.site is None:
        return False
    return all(_people(part, effect) <= _people(whole, effect) for effect in (Effect.KILLED, Effect.INJURED) if _people(whole, effect))


def _people(happening: Happening, effect: Effect) -> int:
    tolls = of_effect(happening.tolls, effect, attackers=False)
    return max((toll.count.best or toll.count.low or 0 for toll in tolls), default=0)
