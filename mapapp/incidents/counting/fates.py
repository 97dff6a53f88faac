"""What befell people told by their own verbs: they died, were crushed, turned the gun on themselves; a side lost men."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mapapp.incidents.counting.alone import nothing_follows, of_people_before
from mapapp.incidents.counting.chains import gapped, objects_after, people_after, subject_before
from mapapp.incidents.counting.sides import forces_follow
from mapapp.incidents.counting.victims import tolls_for
from mapapp.incidents.phrasing.headline import headline_person
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll, back_over_adverbs, span_of, verb_group_start
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import EFFECTS, Effect
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.persons import FORCES, PERSONS, is_person


def fate(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "died", "sustained injuries"."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    if clauses.low(position) == "die":  # "two die in a fire", not "people die of it"
        people = [phrase for phrase in people if clauses.words[phrase.first].number is not None]
    left = clauses.ending(position) if clauses.low(position) == "with_wounds" else None
    if left is not None and left.number_given and clauses.low(left.first - 1) in {"left", "leaving"}:
        people = [left]  # "the blast killed eight and left 13 with burns"
    elif clauses.low(position) == "with_wounds" and any(word.low in _IS_DEAD for word in clauses.words[:position]):
        people = people if clauses.ending(position) in people else []  # "bodies with stab wounds", but "six dead and 20 with burns"
    if clauses.low(position) == "with_wounds" and not people:
        people = _rescued(clauses, position)
    if not people and (person := headline_person(clauses.words, position)) is not None:
        people = [person]
    people += people_after(clauses.words, clauses.phrases, position)
    people += gapped(clauses.words, position) if people else []
    yield from tolls_for(clauses, effect, position, people, by_forces=forces_follow(clauses, position))


_RESCUE_REACH = 8
"""Words between "were" and "with burns": "were dug out with broken legs"."""
_BROUGHT = frozenset("brought pulled dug rescued carried taken lifted flown saved freed evacuated".split())


def _rescued(clauses: Clauses, position: int) -> list[NounPhrase]:
    """Return who was "pulled out with burns", "brought to surface with injuries"."""
    for at in range(position - 1, max(0, position - _RESCUE_REACH), -1):
        if clauses.low(at) in BE:
            return subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, at))
        alone = clauses.ending(at) if clauses.low(at) in _BROUGHT else None
        if alone is not None and alone.number_given:
            return [alone]
    return []


_IS_DEAD = frozenset("dead killed died body bodies bodies_of corpse corpses shot_dead stabbed_dead injured wounded hurt".split())


def self_killed(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "turned the gun on himself": a dead attacker, told again where "killing himself" follows."""
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    again = any(word.low in {"himself", "herself", "themselves"} for word in clauses.words)
    for phrase in people or [NounPhrase(position, position + 1, exactly(1), "", definite=True)]:
        if phrase.count is not None:
            told = again or not phrase.number_given
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            yield Toll(effect, phrase.count, span, verb, phrase.head, attackers=True, definite=told, bare=phrase.head == "")


def lost(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "lost two men", "destroyed 12 militants": the dead of a side, not of a family or a search."""
    passive = clauses.low(back_over_adverbs(clauses, position - 1)) in BE
    people = objects_after(clauses.words, clauses.phrases, position)
    subject = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    if passive:
        people = subject
    fighting = bool(subject) and all(phrase.attackers or phrase.forces for phrase in subject)
    if passive and people and any(word.low in _AT_SEA for word in clauses.words):
        yield from tolls_for(clauses, Effect.KILLED, position, [phrase for phrase in people if phrase.number_given])
        return
    by_lost = clauses.low(position) in {"lost", "losing"}
    own = [phrase.forces or phrase.head == "men" or (fighting and not phrase.head) for phrase in people]
    of_side = [phrase.attackers or phrase.head == "members" or (by_lost and of_own) for phrase, of_own in zip(people, own, strict=True)]
    if not people and not passive and any(word.low in _AT_SEA for word in clauses.words):
        alone = clauses.ending(position) if nothing_follows(clauses, position) else None
        people = [alone] if alone is not None and alone.number_given and not of_people_before(clauses, alone) else []
        of_side = [True for _ in people]
    if all(of_side) and all(phrase.number_given for phrase in people):
        of_band = by_lost and clauses.low(position - 1) in _BANDS
        yield from (replace(toll, attackers=toll.attackers or of_band) for toll in tolls_for(clauses, effect, position, people))


_BANDS = frozenset("group gang band cell insurgency militants rebels raiders attackers".split())
"""Whose men who were lost are attackers: "the group lost nine men"."""

_AT_SEA = frozenset(
    """
    board sank sunk sinking capsized capsizing foundered overboard trawler trawlers wreck shipwreck waves sailors seamen seaman
    trawlermen trawlerman fishermen
    crewmen
    hands aboard
    """.split()
)
"""Words by which people who "were lost" were lost at sea."""


_FIGHTS = frozenset(
    """
    ambush battle fighting attack attacks clash clashes action combat defence defense assault operation fire line fight war raid shootout
    """.split()
)
_FALL_OUT = frozenset("from off into down over through behind short victim to ill sick asleep on onto overboard under apart silent".split())
_COMRADES = FORCES | frozenset("men comrades fighters heroes martyrs martyr brothers combatants militiamen volunteers".split())
_FALL_REACH = 5


def fallen(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "four of our men fell", "thirteen fell in the ambush": dead, where nothing says that they fell off something."""
    behind = [clauses.low(at) for at in range(position + 1, position + 1 + _FALL_REACH)]
    if behind[0] in _FALL_OUT or (behind[0] in {"in", "at"} and _FIGHTS.isdisjoint(behind)):
        return
    people = subject_before(clauses.words, clauses.phrases, verb_group_start(clauses, position))
    fighters = [phrase for phrase in people if phrase.head in _COMRADES or (not phrase.head and behind[0] == "in")]
    yield from tolls_for(clauses, effect, position, [phrase for phrase in fighters if phrase.count is not None and not phrase.named])


def gravely_hurt(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "three fatally injured, one serious": hurt beside the dead, but a part of those told to be hurt."""
    if clauses.low(position + 1) not in {"", ",", ";", ".", ")", "and"}:
        return
    first = position - 1 - (clauses.low(position - 1) in PERSONS)
    number = clauses.words[first].number if first >= 0 else None
    told = [EFFECTS[word.low][0] for word in clauses.words[:position] if word.low in EFFECTS]
    if number is None or not told or clauses.low(first - 1) not in {",", ";", "(", "and"}:
        return
    hurt = NounPhrase(first, position, exactly(number), "")
    yield from (replace(toll, part=effect in told) for toll in tolls_for(clauses, effect, position, [hurt]))


_CONTESTS = frozenset("election elections vote poll polls final match game race cup semifinal league by-election runoff ballot".split())


def suffered(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "four were crushed", "two men beaten outside a bar"; not "the rally was crushed", "the mayor was beaten in the vote"."""
    before = back_over_adverbs(clauses, position - 1)
    if any(word.low in _CONTESTS for word in clauses.words) or not _in_company(clauses, position):
        return
    if clauses.low(before) in BE:
        start = verb_group_start(clauses, position)
        people = [] if _of_a_thing(clauses, start) else subject_before(clauses.words, clauses.phrases, start)
    elif clauses.low(position) in _ACTIVE and (beaten := objects_after(clauses.words, clauses.phrases, position)):
        people = [phrase for phrase in beaten if phrase.head or not phrase.number_given]  # not "beat 12 others", as in a contest
    elif clauses.low(position) in {"burned", "burnt"}:
        people = _burned_on_sheet(clauses, position)  # "thirty burnt in church" are dead, "three burned by the fire" are not
    else:
        alone = clauses.ending(before + 1) if nothing_follows(clauses, position) else None
        people = [alone] if alone is not None and alone.number_given and not of_people_before(clauses, alone) else []
    if not people and clauses.low(before) not in BE and (person := headline_person(clauses.words, position)) is not None:
        people = [person]
    people = [phrase for phrase in people if phrase.first or phrase.head or not phrase.named]  # "Rice was crushed in the mill"
    people = [phrase for phrase in people if phrase.named or not phrase.head or is_person(phrase.head)]  # not "40 houses were burned"
    weak = clauses.low(position) in _DEADLY
    yield from (replace(toll, weak=weak) for toll in tolls_for(clauses, effect, position, people))


def _of_a_thing(clauses: Clauses, start: int) -> bool:
    """Say whether a bare noun that names nobody is the subject: "300 people marched, tyres were burned"."""
    noun = clauses.low(start - 1)
    return noun.isalpha() and clauses.low(start - 2) in {",", "and", ";"} and not is_person(noun) and clauses.ending(start) is None


def _burned_on_sheet(clauses: Clauses, position: int) -> list[NounPhrase]:
    """Return who was burned where a sheet has told the dead before: "3 killed, 11 burned"."""
    told = any(word.low in {"killed", "dead", "died"} for word in clauses.words[:position])
    first = position - 1
    ends = clauses.low(position + 1) in {"", ",", ";", "."} and clauses.low(first - 1) in {",", ";", "and"}
    number = clauses.words[first].number if first >= 0 else None
    return [NounPhrase(first, position, exactly(number), "")] if told and ends and number is not None else []


_ACTIVE = frozenset("beat clubbed stabbed kicked slashed bitten".split())
"""Verbs that may have people behind them."""

_MISSILES = frozenset(
    """
    bullet bullets shot shots stone stones rock rocks glass fragment fragments shrapnel splinter splinters shard shards pellet pellets
    arrow arrows gunfire crossfire bottle bottles debris shell ricochet
    """.split()
)
_ONLY_WITH = {
    "hit": _MISSILES, "struck": _MISSILES, "cut": _MISSILES | {"blade", "knife", "machete", "machetes", "wire", "knives"},
    "overcome": frozenset({"smoke", "fumes", "gas", "heat"}),
}  # fmt: skip
"""Words one of which has to stand behind "hit by", "cut by", "overcome by": people are hit by cars, and cut off by floods."""
_COMPANY_REACH = 6
_NOT_IN_PIECES = frozenset({"off", "out", "down", "short", "back", "up"})
_DEADLY = frozenset({"stabbed", "hit", "struck", "clubbed", "slashed", "beat", "kicked", "burned", "burnt"})
"""What people may die of: where the sentence tells of dead, it tells of these people."""


def _kills(clauses: Clauses, at: int) -> bool:
    """Say whether a word tells of dead: not "nobody dead"."""
    return EFFECTS.get(clauses.low(at), (None,))[0] is Effect.KILLED and clauses.low(at - 1) not in _NOBODY


_NOBODY = frozenset("nobody no_one none no nil".split())


_GUNFIRE = frozenset("shots gunfire opened_fire fired firing shooting shot sniper gunman gunmen bullets sprayed volley".split())


def _by_shots(clauses: Clauses, position: int) -> bool:
    """Say whether people were hit by shots told of beside: "six others were hit before a guard killed the gunman", "shots, one man hit"."""
    if clauses.low(position + 1) not in {"", ".", ",", ";", "before", "in", "and"}:
        return False
    before = back_over_adverbs(clauses, position - 1)
    people = clauses.ending(before if clauses.low(before) in BE else before + 1)
    if people is None or not people.number_given or people.named or (people.head and not is_person(people.head)):
        return False
    return any(word.low in _GUNFIRE for word in clauses.words)


def _in_company(clauses: Clauses, position: int) -> bool:
    """Say whether the words around a common verb make it one of hurting people."""
    low = clauses.low(position)
    if clauses.low(position + 1) in _NOT_IN_PIECES:
        return False
    if low in {"burned", "burnt"} and clauses.words[position - 1].number is not None:
        return position > 0
    if low == "hit" and _by_shots(clauses, position):
        return True
    if low in _DEADLY and any(_kills(clauses, at) for at in range(len(clauses.words))):
        return False
    if low not in _ONLY_WITH:
        return True
    behind = {clauses.low(at) for at in range(position + 2, position + 2 + _COMPANY_REACH)}
    return clauses.low(position + 1) in {"by", "with", "in", "on"} and not behind.isdisjoint(_ONLY_WITH[low])
