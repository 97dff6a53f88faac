"""Words in a row that tell of an incident, and words that do so only beside the right company. Hand-kept.

"ran aground", "made landfall", "burst its banks" tell of one by themselves. "fled" and "arrived" do when many people are said to have done
so, "seized" is an abduction with people behind it and a search with drugs behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.grammar_words import ROUND
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.persons import GENERIC
from mapapp.incidents.words import Word

_T = IncidentType

_STRONG: dict[IncidentType, str] = {
    _T.ARMED_ATTACK: """
        attempt on the life | attempt against the life | attempts on the lives | opened up with | ran amok | went on a rampage |
        went on the rampage
    """,
    _T.BOMBING: "tore through | ripped through | bombs were thrown | dynamite exploded",
    _T.RIOT: "turned violent | turned into riots | pelted police | pelted the police | stoned police | hurled stones | threw stones",
    _T.ROBBERY: "made off with | robbed of | got away with",
    _T.ACCIDENT: """
        ran aground | run aground | left the road | came off the road | went off the road | ran off the road | ran off the rails |
        jumped the rails | went down off | car versus | truck versus | lorry versus | motorcycle versus | car vs | hit by a train |
        struck by a train | hit by a car | hit by a truck | hit by a lorry | struck by a car | missed a bend | failed to take a bend |
        fell into a ravine | fell into the river | fell off a bridge | went into a ravine | building came down | roof came down |
        bridge came down | gave way under | burst a tyre | crash of
    """,
    _T.FIRE: "caught fire | burst into flames | went up in flames | was gutted | were gutted | destroyed by fire | fire destroyed",
    _T.NATURAL_DISASTER: """
        made landfall | makes landfall | came ashore | burst its banks | burst their banks | broke its banks | overflowed its banks |
        dyke broke | dike broke | dyke burst | levee broke | levee burst | dam burst | dam broke | river rose | rivers rose |
        river burst | water rose | waters rose | washed away | swept away by | swept away in | struck by lightning | hit by lightning |
        buried by | buried under mud | under water | ash fell | lava flowed | snow fell
    """,
    _T.EPIDEMIC: "tested positive | cases of cholera | cases of measles | cases of dengue | cases of ebola | cases of meningitis",
    _T.DISPLACEMENT: "left their homes | abandoned their homes | lost their homes | forced to leave | driven out of their | made homeless",
    _T.SECURITY_OPERATION: "rescue of hostages | arms cache | weapons cache | cache of weapons | cache of arms",
    _T.CLASH: "came under fire | was fired on | were fired on | shot it out | traded fire | exchanged shots",
}
"""Phrases, as :func:`mapapp.incidents.words.words_of` writes their words."""

_WEAK: dict[IncidentType, str] = {
    _T.ROBBERY: "broke into | breaking into | broken into | held up",
    _T.RIOT: "water cannon | tear gas | rubber bullets | stone throwing",
    _T.PROTEST: "broke up a | dispersed a | blocked the road | blocked the highway | set up roadblocks",
    _T.ACCIDENT: "run over | ran over | ran into | knocked down",
    _T.SHOOTING: "shots were fired | shots were heard | shots fired | shots rang out",
    _T.CLASH: "beaten off | beat off | thrown back | driven back | drove back | fought off",
    _T.ARREST: "into custody | picked up | rounded up | put behind bars",
    _T.ABDUCTION: "was taken from | were taken from | dragged away | marched off | led away at gunpoint | took away",
    _T.ARMED_ATTACK: "entered the village | entered the town | burst into | broke down the door",
    _T.SECURITY_OPERATION: "rescue of | was defused | were defused | cordon and search | broke up a ring",
}
"""Phrases that name a type only where no stronger word does."""


def _patterns(lists: dict[IncidentType, str]) -> dict[str, list[tuple[tuple[str, ...], IncidentType]]]:
    """Return (words, type) by first word, longest first."""
    out: dict[str, list[tuple[tuple[str, ...], IncidentType]]] = {}
    for kind, phrases in lists.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            out.setdefault(words[0], []).append((words, kind))
    for found in out.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return out


_STRONG_BY_FIRST, _WEAK_BY_FIRST = _patterns(_STRONG), _patterns(_WEAK)
FIRST_WORDS = frozenset(_STRONG_BY_FIRST) | frozenset(_WEAK_BY_FIRST)


def phrase_at(words: Sequence[Word], position: int) -> tuple[int, IncidentType, bool] | None:
    """Return (number of words, type, whether weak) of the phrase that begins at a position."""
    low = words[position].low
    for table, weak in ((_STRONG_BY_FIRST, False), (_WEAK_BY_FIRST, True)):
        for pattern, kind in table.get(low, ()):
            if all(at < len(words) and words[at].low == part for at, part in enumerate(pattern, start=position)):
                return len(pattern), kind, weak
    return None


_CROWD = frozenset(
    """
    people persons residents families villagers civilians inhabitants households women children refugees islanders farmers townspeople
    individuals locals pilgrims students migrants nationals
    """.split()
)
_MOVING = frozenset("fled flee fleeing evacuated evacuate".split())
_LEAVING = frozenset("crossed arrived reached moved leave left sheltering".split())
"""Verbs of flight only beside a large number: "9,000 people reached"."""
_FLIGHT_REACH = 12
_MANY = 20
"""As many as make flight or arrival news by itself."""

_SEIZING = frozenset("seized seizing".split())
_TAKING = frozenset("took seized captured recaptured retook occupied overran takes seizes captures".split())
_STRONGHOLDS = frozenset("town village city towns villages district capital base camp garrison airport port stronghold".split())
_GOODS = frozenset(
    """
    cocaine heroin cannabis marijuana opium drugs weapons arms rifles pistols firearms ammunition explosives kilos kilograms grams tonnes
    guns contraband methamphetamine ivory
    """.split()
)
_TAKEN = frozenset(
    "worker workers tourist tourists fishermen journalist journalists engineer engineers hostages hostage priest priests nun nuns".split()
)
CONDITIONAL = _MOVING | _LEAVING | _TAKING | _SEIZING | {"found", "raid", "raids", "raided", "fired"}
"""Words that :func:`in_company` knows."""

_FORCES = frozenset(
    "police gendarmes troops soldiers army officers detectives commandos policemen agents authorities gendarmerie anti-terror".split()
)


def in_company(words: Sequence[Word], position: int) -> IncidentType | None:
    """Return the type of incident that a word of :data:`CONDITIONAL` stands for here; None where it does not."""
    low = words[position].low
    if low in {"raid", "raids", "raided"}:
        return _T.SECURITY_OPERATION if _by_forces(words, position) else None
    if low in _MOVING | _LEAVING:
        return _T.DISPLACEMENT if _many_before(words, position, plain=low in _MOVING) else None
    after = [word.low for word in words[position + 1 : position + 7]]
    stop = next((at for at, word in enumerate(after) if word in {",", ";", ".", "after", "when", "from", "in", "by", "while"}), len(after))
    behind = set(after[:stop])
    if low == "fired":
        return (
            _T.SHELLING if behind & {"rockets", "mortars", "shells"} else _T.SHOOTING if behind & {"shots", "rounds", "bullets"} else None
        )
    if low == "found":
        return _T.SECURITY_OPERATION if _GOODS & {word.low for word in words[max(0, position - 9) : position]} else None
    if low in _SEIZING and behind & _GOODS:
        return _T.SECURITY_OPERATION
    if behind & _STRONGHOLDS and ({"the", "a", "an", "two", "three", "several"} & set(after[:2])):
        return _T.CLASH
    if low in _SEIZING and behind & (_TAKEN | GENERIC | {"aid_workers", "men", "women"}):
        return _T.ABDUCTION
    return None


def _many_before(words: Sequence[Word], position: int, *, plain: bool) -> bool:
    """Say whether many people stand before a verb as its subject; with ``plain`` a word for a crowd will do."""
    crowd = number = False
    for word in reversed(words[max(0, position - _FLIGHT_REACH) : position]):
        if word.low in {";", ".", ":", "who", "that", "said"}:
            break
        crowd |= word.low in _CROWD
        number |= (word.number or 0) >= _MANY or word.low in ROUND
    return crowd and (plain or number)


def _by_forces(words: Sequence[Word], position: int) -> bool:
    """Say whether a raid is one of the police: they stand before it, or people are arrested in it."""
    before = {word.low for word in words[max(0, position - 3) : position]}
    return bool(before & _FORCES) or any(word.low in {"arrested", "detained"} for word in words[max(0, position - 8) : position + 10])
