"""People taken by somebody: an arrest or an abduction, by who took them; and people who are in hospital or in custody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.counting.alone import nothing_follows
from mapapp.incidents.counting.chains import objects_after, subject_before
from mapapp.incidents.counting.sides import agent_after
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, verb_group_start
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.persons import is_person

_BY_FORCES = frozenset("captured capturing caught held hold holds holding seized seizing took_away netted picked_up".split())
"""Verbs that are an arrest when police or soldiers do it."""

_ABDUCTING = frozenset("seized seizing snatched whisked_away".split())
"""Verbs that are an abduction when nobody says who did it."""

_SEARCHES = frozenset("police policemen officers raid raids operation security_operation custody handcuffs dragnet crackdown sweep".split())
"""Words by which people who are caught or picked up are arrested."""

_AGENT_REACH = 8
"""Words between "taken" and "by": "were taken from a bus by militants"."""

_RESCUED = frozenset("boat boats sea ship vessel trawler survivors survivor migrants passengers swimmers lifeboat helicopter raft".split())
"""Words by which people who are picked up are saved."""

_FROM_HOME = frozenset(
    """
    home homes house houses hotel room bed beds car cars vehicle vehicles village office bus farm compound hostel lorry truck minibus jeep
    van train convoy pickup quarters camp tent taxi
    """.split()
)
_OWN_HOMES = frozenset("home homes house houses bed beds quarters room rooms".split())
_TO_CARE = frozenset("hospital clinic station court safety airport morgue hospitalized".split())
_HOME_REACH = 6

_CROWDS = frozenset("demonstrators protesters protestors marchers activists rioters looters suspects supporters strikers".split())
"""People who are arrested when nobody says by whom they are held."""

_HELD = frozenset("hostage hostages captive captives".split())


def seized(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "seized two nurses", "police caught three men": taken by police it is an arrest, by gunmen an abduction.

    Where nobody says by whom, somebody captured is arrested, somebody seized abducted, and of people who are held it is not known.
    """
    low = clauses.low(position)
    if low == "caught" and (clauses.low(position + 1).endswith("ing") or clauses.low(position + 1) == "up"):
        return  # "drivers were caught speeding", "troops caught up with the band"
    passive = not low.endswith("ing") and clauses.low(back_over_adverbs(clauses, position - 1)) in BE
    passive |= low in {"held", "taken", "captured", "seized", "caught"} and clauses.low(position + 1) == "by"
    start = verb_group_start(clauses, position)
    subject = subject_before(clauses.words, clauses.phrases, start)
    if low in {"took", "taking"} and _to_death(clauses, position):
        yield from tolls_for(clauses, Effect.KILLED, position, objects_after(clauses.words, clauses.phrases, position))
        return
    if low == "held" and _held_on_sheet(clauses, position):
        held = [phrase for phrase in subject if phrase.last == start and (phrase.number_given or not passive)]
        yield from tolls_for(clauses, Effect.ARRESTED, position, held)
        return
    people = subject if passive else [p for p in objects_after(clauses.words, clauses.phrases, position) if not p.named or p.head]
    agent = agent_after(clauses, position, reach=_AGENT_REACH) if passive else None
    if low in _ON_SHEET and not passive and not people and _alone(clauses, position):
        people, subject = (
            [phrase for phrase in subject if phrase.last == position and phrase.number_given and _is_people(phrase)],
            [],
        )  # "one killed, two captured"
    agents = subject if not passive else [agent] if agent is not None else []
    beaten = low in {"seized", "seizing"} and not any(agent.attackers for agent in agents) and _of_the_beaten(clauses, people)
    abducted = people and low in _TAKING and (_as_shield(clauses) or (low == "taken" and not agents and _beside_the_dead(clauses)))
    taken = Effect.ABDUCTED if abducted else Effect.ARRESTED if beaten else _taken_how(clauses, low, effect, people, agents)
    if taken is None and not passive and low in _HOLDING and not any(agent.head and not agent.forces for agent in agents):
        taken = Effect.ARRESTED if _by_some_force(clauses, low, people) else None
    if taken is not None:
        yield from tolls_for(clauses, taken, position, people)


def _to_death(clauses: Clauses, position: int) -> bool:
    """Say whether a bomber took others to death: "blew himself up and took five soldiers with him"."""
    blew = any(word.low == "blew_self_up" for word in clauses.words[:position])
    return blew and any(
        clauses.low(at) == "with" and clauses.low(at + 1) in {"him", "her", "them"}
        for at in range(position + 2, position + 2 + _HOME_REACH)
    )


def _is_people(phrase: NounPhrase) -> bool:
    return phrase.head == "" or is_person(phrase.head)  # not "two handguns seized"


_HOLDING = frozenset("caught holding hold holds netted".split())
_CATCHING = frozenset(
    """
    fire fires storm storms flood floods avalanche wave waves landslide blast explosion rain rains snow crossfire camera cameras net nets
    mine trap traps tide current floodwater floodwaters blaze flames quake eruption cold surprise survivors hostage hostages captive
    captives
    """.split()
)
"""What catches people, and is no force of order; and people who are held but not arrested."""
_CHARGED = frozenset("suspected suspects over for accused suspicion connection involved trying crossing filming smuggling selling".split())


def _by_some_force(clauses: Clauses, low: str, people: Sequence[NounPhrase]) -> bool:
    """Say whether people are caught or held by some force whose name says nothing: "the vigilance group caught six informers"."""
    spared = _NO_POLICE if low not in {"caught", "netted"} else _CATCHING
    if any(word.low in spared for word in clauses.words) or not all(phrase.number_given and phrase.head for phrase in people):
        return False
    return low in {"caught", "netted"} or any(word.low in _CHARGED for word in clauses.words)


_TAKING = frozenset({"took", "taking", "taken"})


def _as_shield(clauses: Clauses) -> bool:
    """Say whether people were taken "as a human shield", "as hostages"."""
    lows = [word.low for word in clauses.words]
    return any(low == "as" and not {"shield", "shields", "hostages"}.isdisjoint(lows[at + 1 : at + 4]) for at, low in enumerate(lows))


def _beside_the_dead(clauses: Clauses) -> bool:
    """Say whether others were killed where people "were taken", and no more is said: "ten were killed and 15 women were taken"."""
    at = next((at for at, word in enumerate(clauses.words) if word.low == "taken"), 0)
    killed = any(EFFECTS.get(word.low, (None,))[0] is Effect.KILLED for word in clauses.words[:at])
    return killed and clauses.low(at + 1) in {"", ".", ",", ";"}


_RAIDS = frozenset("raid raided raiders gunmen rebels militants bandits ambush ambushed attacked abductors kidnappers".split())
_NO_POLICE = frozenset(
    "hostage hostages captive captives ransom kidnappers gunmen rebels militants pirates hijackers talks meeting".split()
)


def _held_on_sheet(clauses: Clauses, position: int) -> bool:
    """Say whether "held" alone tells of arrests, as on a daily sheet: "three dead, 95 held"; nobody took them hostage."""
    if clauses.low(position + 1) not in {"", ",", ";", ".", ")", "on", "after"}:
        return False
    return not any(word.low in _NO_POLICE for word in clauses.words)


def _taken_how(
    clauses: Clauses, low: str, effect: Effect, people: Sequence[NounPhrase], agents: Sequence[NounPhrase]
) -> Effect | None:  # fmt: skip
    """Say whether taking people was an arrest or an abduction; None where nothing says so."""
    if low == "picked_up" and any(word.low in _RESCUED for word in clauses.words):
        return None
    if agents and all(agent.forces for agent in agents) and low in _BY_FORCES:
        return Effect.ARRESTED
    if low == "picked_up":
        return Effect.ARRESTED if not agents else None
    if low in {"dragged", "drove_off"}:
        return Effect.ABDUCTED if _off_with(clauses, low, people, agents) else None
    if low == "taken" and not agents and (told := _taken_by_nobody(clauses)) is not None:
        return told
    if low == "taken" and not (agents and agents[0].attackers) and not any(phrase.head in _HELD for phrase in people):
        return None
    if low == "took_away" and not agents and any(phrase.head in _CROWDS for phrase in people):
        return Effect.ARRESTED
    if any(agent.attackers or agent.head in _BANDS for agent in agents) or low in _ABDUCTING or (low == "taken" and not agents):
        return Effect.ABDUCTED
    if low in {"captured", "capturing"}:
        return effect
    if low == "held" and not agents and any(phrase.head in _CROWDS for phrase in people):
        return Effect.ARRESTED
    wanted = bool(people) and all(phrase.attackers for phrase in people)
    wanted |= any(not phrase.head and phrase.number_given for phrase in people) and any(phrase.forces for phrase in clauses.phrases)
    searched = any(word.low in _SEARCHES for word in clauses.words)
    if low in {"caught", "netted", "took_away"} and (wanted or searched):
        return Effect.ARRESTED
    return Effect.ABDUCTED if low == "took_away" and not agents else None


_BEATEN = frozenset("eliminated killed killing neutralised neutralized destroyed liquidated shot_dead".split())


def _of_the_beaten(clauses: Clauses, people: Sequence[NounPhrase]) -> bool:
    """Say whether those who are seized are of the fighters just told to be killed: "eliminated 16 militants and seized three"."""
    first = min((phrase.first for phrase in people), default=0)
    if not all(phrase.head == "" or phrase.attackers for phrase in people) or _BEATEN.isdisjoint([w.low for w in clauses.words[:first]]):
        return False
    return any(phrase.attackers and phrase.last < first for phrase in clauses.phrases)


def _taken_by_nobody(clauses: Clauses) -> Effect | None:
    """Say what "taken" means where nobody says by whom: taken in, taken in a raid, taken from home."""
    if _taken_in(clauses):
        return Effect.ARRESTED
    return Effect.ABDUCTED if any(word.low in _RAIDS for word in clauses.words) or _from_home(clauses) else None


def _taken_in(clauses: Clauses) -> bool:
    """Say whether people were "taken in" and nothing more is said: by the police."""
    at = next((at for at, word in enumerate(clauses.words) if word.low == "taken"), 0)
    return clauses.low(at + 1) == "in" and clauses.low(at + 2) in {"", ".", ",", ";", "and", "for", "over"}


def _from_home(clauses: Clauses) -> bool:
    """Say whether people were taken from a house or a car, and not to hospital or to the police."""
    at = next((at for at, word in enumerate(clauses.words) if word.low == "taken"), 0)
    if clauses.low(at + 1) not in {"from", "off"} or any(word.low in _TO_CARE for word in clauses.words):
        return False
    place = next((there for there in range(at + 2, at + 2 + _HOME_REACH) if clauses.low(there) in _FROM_HOME), None)
    return place is not None and not any(clauses.low(there) == "to" for there in range(place, place + _HOME_REACH))


def _off_with(clauses: Clauses, low: str, people: Sequence[NounPhrase], agents: Sequence[NounPhrase]) -> bool:
    """Say whether people were led off by those who dragged them somewhere or drove off with them."""
    if low == "dragged":
        return _dragged_off(clauses, agents)
    return any(agent.attackers for agent in agents) and not any(phrase.attackers for phrase in people)


def _dragged_off(clauses: Clauses, agents: Sequence[NounPhrase]) -> bool:
    """Say whether people "dragged from a jeep" were led off: by attackers, or nobody has found them since; nobody was hurt there."""
    if any(EFFECTS.get(word.low, (None,))[0] in {Effect.KILLED, Effect.INJURED} for word in clauses.words):
        return False
    at = next((at for at, word in enumerate(clauses.words) if word.low == "dragged"), 0)
    if clauses.low(at + 1) not in {"from", "off", "out"}:
        return False
    place = any(clauses.low(there) in _FROM_HOME for there in range(at + 2, at + 2 + _HOME_REACH))
    own = clauses.low(at + 2) in {"his", "her", "their"} and clauses.low(at + 3) in _OWN_HOMES
    missing = own or any(word.low in {"missing", "whereabouts", "found", "seen", "heard"} for word in clauses.words)
    return place and (missing or any(agent.attackers for agent in agents))


_ON_SHEET = frozenset("captured netted caught seized taken picked_up took_away whisked_away".split())
"""Participles that stand alone behind people on daily sheets."""
_ALONE_BEHIND = frozenset(", ; . ) in at near and".split()) | {""}
_RIDES = frozenset("bus minibus train coach ferry plane".split())


def _alone(clauses: Clauses, position: int) -> bool:
    """Say whether no object stands behind the participle: "two captured", "six men led off a bus"."""
    if clauses.low(position) != "took_away" and nothing_follows(clauses, position):
        return True
    if clauses.low(position + 1) in _ALONE_BEHIND:
        return True
    off = clauses.low(position) == "took_away" and clauses.low(position + 1) in {"a", "the"}
    return off and clauses.low(position + 2) in _RIDES


_NOT_BY_LAW = frozenset("freed ransom captive captives hostage hostages abducted kidnapped kidnappers captors abductors".split())
"""Words by which those who "are being held" are held by kidnappers."""
_BANDS = frozenset({"gang", "gangs", "kidnappers"})
_REMAIN = frozenset("remain remained remains recovering treated".split())


def in_care(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "nine others remain in hospital", "scores more are in hospital", "two in custody"."""
    before = back_over_adverbs(clauses, position - 1)
    if clauses.low(before) in BE or clauses.low(before) in _REMAIN:
        if effect is Effect.ARRESTED and any(word.low in _NOT_BY_LAW for word in clauses.words):
            return
        start = verb_group_start(clauses, before)
        yield from tolls_for(clauses, effect, position, subject_before(clauses.words, clauses.phrases, start))
        return
    people = clauses.ending(position)
    if people is not None and people.number_given and clauses.low(people.first - 1) in _ALONE_BEFORE:
        yield from tolls_for(clauses, effect, position, [people])


_ALONE_BEFORE = frozenset({"", ",", ";", "and", "with", "-", ":", "have", "has"})
