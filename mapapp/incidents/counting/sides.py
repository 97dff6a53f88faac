"""Which side the dead belong to: attackers apart from victims."""

from __future__ import annotations

from dataclasses import replace

from mapapp.incidents.counting.resistance import fought_back, on_hostile_side, own_losses
from mapapp.incidents.counting.stated import included, totalled
from mapapp.incidents.phrasing.noun_phrases import NounPhrase
from mapapp.incidents.phrasing.toll import Clauses, Toll
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import ADVERBS, BE

_CROWD = frozenset(
    """
    protest protests protester protesters protestors demonstrators demonstrator demonstration demonstrations demonstrated crowd crowds march
    marchers mourners strikers students civilians villagers rally worshippers rioters unarmed bystanders residents
    """.split()
)
"""Words by which those whom troops shot dead are no attackers."""

_SHOOTOUTS = frozenset(
    "exchange_of_fire shootout shootouts shoot-out shoot-outs gunfight gunfights firefight firefights encounter gunbattle".split()
)
"""Fights in which the men whom police or soldiers kill were shooting too."""

_MEN = frozenset("man men youth youths people persons individuals gang subjects person individual".split())

_UNNAMED = frozenset({"", "others", "more", "other"})
_KNOWN = frozenset("person driver man men youth youths woman women teenager pair duo trio".split())
"""Nouns by which "the man" whom police shot dead is somebody who has done something before."""


def own_side(clauses: Clauses, phrase: NounPhrase, verb: int, *, by_forces: bool) -> bool:
    """Say whether people belong to the attackers: by their noun, or unnamed and killed by police or soldiers where there is no crowd."""
    shot_back = phrase.head in _UNNAMED or (phrase.definite and phrase.head in _KNOWN)
    if shot_back and not phrase.named and (phrase.first > verb or phrase.of_these) and fought_back(clauses, verb):
        return True
    if phrase.head in _UNNAMED | _MEN and not phrase.named and (on_hostile_side(clauses, phrase, verb) or own_losses(clauses, phrase)):
        return True
    if phrase.attackers or (phrase.some and phrase.head in {"gang", "subjects"}):
        return True
    if _attacker_before(clauses, phrase) or did_harm(clauses, phrase) or _of_attackers(clauses, phrase):
        return True
    if not by_forces or phrase.named or phrase.civilians:
        return False
    known = phrase.definite and phrase.head in _KNOWN
    known |= phrase.head in _MEN and clauses.low(phrase.last) in _CHARGED and clauses.low(phrase.last + 1) in {"of", "for"}
    if not (phrase.head in _UNNAMED or known or (phrase.head in _MEN and any(word.low in _SHOOTOUTS for word in clauses.words))):
        return False
    return not any(word.low in _CROWD for word in clauses.words)


_CHARGED = frozenset("suspected accused wanted sought".split())
"""Participles behind "men" whom forces kill: "three men suspected of robbing a bank"."""

_ASSAULT = frozenset(
    """
    opened_fire attacked stormed ambushed raided fired stabbed rammed planted laid hurled lobbed threw hijacked assaulted blew_self_up
    detonated infiltrated attempted besieged gunned shot_dead
    """.split()
)
"""What those have done who are attackers by it: "six men who had opened fire on a patrol"."""

_PEACEFUL_TRY = frozenset("flee escape leave hide run cross help save stop rescue swim protect reach".split())


def did_harm(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether the words behind people tell that they attacked, or had explosives on them: "men who stormed it", "a man with a bomb"."""
    if phrase.forces or phrase.civilians:
        return False
    at = phrase.last + (clauses.low(phrase.last) == ",")
    low = clauses.low(at)
    if low == "of":
        return phrase.head in {"driver", "drivers", "owner"} and _has_weapon(clauses, at + 1)
    if low == "armed" and clauses.low(at + 1) == "with":
        return phrase.head in _MEN
    if low in _OWN_DEED or low in {"wearing", "strapped"}:
        return _has_weapon(clauses, at + 1)
    if low not in {"who", "that"}:
        return False
    at += 1
    while clauses.low(at) in _BEFORE_DEED:
        at += 1
    low = clauses.low(at)
    if low in {"was", "were", "wore", "carried"}:
        deed = clauses.low(at + 1) if low in BE else "carrying"
        return (deed in _OWN_DEED or deed == "wearing") and _has_weapon(clauses, at + 1)
    if low in {"drove", "driven", "steered", "ploughed", "plowed"}:
        return any(clauses.low(then) == "at" or clauses.low(then) in _CROWDS for then in range(at + 1, at + 7))
    if low == "attempted":
        return clauses.low(at + 1) not in _PEACEFUL_TRY
    return low in _ASSAULT


_DRIVING = frozenset("drove driven steered rammed crashed ploughed plowed".split())


def drove_a_bomb(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether the people at the head of a clause drove a bomb at somebody: "two men drove a bomb into the gate"."""
    return clauses.low(phrase.last) in _DRIVING and _has_weapon(clauses, phrase.last + 1)


_CROWDS = frozenset("crowd crowds pedestrians people marchers shoppers worshippers protesters passers-by bystanders mourners".split())
"""Whom somebody who drives at them attacks."""

_BEFORE_DEED = frozenset("had have has also earlier then first allegedly reportedly".split())
_WEAPON_REACH = 5


def _has_weapon(clauses: Clauses, first: int) -> bool:
    """Say whether a bomb or the like is told of in the next words."""
    return any(clauses.low(at) in _WEAPONS for at in range(first, first + _WEAPON_REACH))


def _of_attackers(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether people are some of a group that attacks: "a gang tried to rob the bank; two of its members were killed"."""
    if phrase.of_these and clauses.low(phrase.last - 1) in {"them", "whom", "own", "theirs"}:
        return _them_attackers(clauses, phrase)
    if not phrase.some or phrase.head not in {"members", "member", "men"}:
        return False
    if not any(clauses.low(at) in {"its", "their"} for at in range(phrase.first, phrase.last)):
        return False
    before = [other for other in clauses.phrases if other.last <= phrase.first]
    return any(other.attackers or did_harm(clauses, other) for other in before) or _harmful_group(clauses, phrase.first)


def _them_attackers(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether "them" are the attackers told of just before: "chased the raiders and killed two of them"."""
    before = [other for other in clauses.phrases if other.last <= phrase.first and not other.named]
    many = [other for other in before if other.count is None or other.count.best != 1]
    return bool(many) and many[-1].attackers


def _harmful_group(clauses: Clauses, end: int) -> bool:
    """Say whether "a group that attacked ..." stands before."""
    for at in range(end - 1):
        if clauses.low(at) in {"group", "gang", "band", "cell", "unit", "party", "group_of"} and clauses.low(at + 1) in {"that", "which"}:
            return did_harm(clauses, NounPhrase(at, at + 1, None, "group"))
    return False


def _attacker_before(clauses: Clauses, phrase: NounPhrase) -> bool:
    """Say whether "he" is the attacker the sentence began with: "A raider wounded four people before he was shot dead"."""
    if clauses.low(phrase.first) not in {"he", "she", "him", "her"}:
        return False
    if "only" in (around := {clauses.low(phrase.first - 1), clauses.low(phrase.last)}) or "alone" in around:
        return any(word.low == "blew_self_up" for word in clauses.words[: phrase.first])
    first = clauses.phrases[0]
    if first.count is None or first.count.best != 1 or first.first == phrase.first:
        return False
    ended = any(clauses.low(at) in {"before", "until"} for at in range(max(0, phrase.first - 5), phrase.first))
    return ended and (first.attackers or harmed_before(clauses, first, phrase.first))


_HARMED = frozenset("killed wounded injured shot shot_dead stabbed stabbed_dead opened_fire attacked hacked murdered rammed".split())


def harmed_before(clauses: Clauses, phrase: NounPhrase, verb: int) -> bool:
    """Say whether the subject of a verb is told just before to have harmed others: "stabbed his teacher to death and was shot dead"."""
    if phrase.count is None or phrase.count.best != 1 or verb - phrase.last > _HARM_REACH:
        return False
    at = phrase.last
    while clauses.low(at) in ADVERBS or clauses.low(at) in _BEFORE_DEED:
        at += 1
    if at >= verb or clauses.low(at) not in _HARMED or clauses.low(at + 1) in STOPS_OBJECT:
        return False
    return clauses.low(verb - 1) in BE or clauses.low(phrase.first) not in {"he", "she"}


def began_it(clauses: Clauses) -> bool:
    """Say whether a sentence begins with one who attacks: "A driver rammed his car into a patrol", "A man stabbed two shoppers"."""
    first = clauses.phrases[0] if clauses.phrases else None
    if first is None or first.forces or first.count is None or first.count.best != 1:
        return False
    at = first.last
    while clauses.low(at) in ADVERBS or clauses.low(at) in _BEFORE_DEED:
        at += 1
    if clauses.low(at) in {"opened_fire", "blew_self_up", "detonated"}:
        return True
    return clauses.low(at) in _ASSAULT | _HARMED and clauses.low(at + 1) not in STOPS_OBJECT  # not "a woman attacked in the street"


_HARM_REACH = 16
STOPS_OBJECT = frozenset("in at by on near and when while , . ; during from after as".split())
"""Words that cannot begin the object of a verb of harm, so that it is a participle: "a man stabbed in the arm"."""


def agent_after(clauses: Clauses, position: int, *, reach: int = 2) -> NounPhrase | None:
    """Return who did it: "soldiers" in "was shot dead by soldiers"; None where the passive verb at a position does not say."""
    return next((clauses.starting(at + 1) for at in range(position + 1, position + 1 + reach) if clauses.low(at) == "by"), None)


def forces_follow(clauses: Clauses, position: int) -> bool:
    """Say whether the passive verb at a position was the deed of police or soldiers."""
    agent = agent_after(clauses, position)
    return (agent is not None and agent.forces) or _fought_forces(clauses, position)


def _fought_forces(clauses: Clauses, position: int) -> bool:
    """Say whether people died in a shootout with police or soldiers."""
    for at in range(position + 1, position + 6):
        if clauses.low(at) in _SHOOTOUTS and clauses.low(at + 1) == "with":
            other = clauses.starting(at + 2)
            return other is not None and other.forces
    return False


_OWN_DEED = frozenset(
    "carrying planting making handling assembling preparing laying transporting placing fixing arming burying constructing".split()
)
_WEAPONS = frozenset(
    """
    bomb bombs grenade grenades device devices explosive explosives charge charges roadside_bomb petrol_bomb mine landmine mines ied ieds
    dynamite vest belt explosives-laden explosive-laden bomb-laden
    """.split()
)
_NEAR_WEAPON = 6
"""Words between a bomb and him who was carrying it."""


def by_own_bomb(clauses: Clauses, verb: int) -> bool:
    """Say whether people were killed by the bomb they handled themselves: "when the bomb he was carrying went off"."""
    lows = [word.low for word in clauses.words]
    if not _WEAPONS & set(lows):
        return False
    if "prematurely" in lows:
        return True
    for at in range(verb + 1, len(lows) - 2):
        if lows[at] in {"he", "she", "they"} and lows[at + 1] in {"was", "were"} and lows[at + 2] in _OWN_DEED:
            return bool(_WEAPONS & set(lows[max(0, at - _NEAR_WEAPON) : at + 3 + _NEAR_WEAPON]))
    return False


_AMONG_THEMSELVES = frozenset(
    "rival rivals feud feuding infighting inter-communal intercommunal intertribal inter-tribal clans factions gangs tribes".split()
)
_STATE = frozenset("police army soldier soldiers troops military forces policemen commandos guards marines gendarmes rangers".split())


def _among_themselves(clauses: Clauses) -> bool:
    """Say whether gangs, clans or factions fought each other: then neither side is the attacker."""
    lows = {word.low for word in clauses.words}
    return bool(lows & _AMONG_THEMSELVES) and not lows & _STATE


_DOUBT = frozenset("may might could would should can".split())
_IN_GROUP = frozenset("be been being have has had also still well".split())
_WHETHER_REACH = 8
_REJECTED = frozenset("rejects rejected rejecting denies denied denying dismisses dismissed dismissing disputes".split())
_TALK = frozenset("talk reports rumours rumors claims rumour rumor accounts suggestions posts figure figures".split())
"""What is rejected of which nothing is counted: "the operator rejects talk of 30 dead"."""
_OF_THOSE = ("of", "for", "against")


def is_doubtful(clauses: Clauses, position: int) -> bool:
    """Say whether the verb only tells of what may be: "may have been killed", "whether he was hurt", "those who killed her"."""
    at = position - 1
    while at >= 0 and clauses.low(at) in _IN_GROUP:
        at -= 1
    if clauses.low(at) in _DOUBT and not (at > 0 and clauses.low(at) == "may" and clauses.words[at - 1].number is not None):
        return True  # but "since 3 May has driven"
    if [clauses.low(at) for at in (position - 2, position - 1)] == ["those", "who"] and clauses.low(position - 3).endswith(_OF_THOSE):
        return True
    for before in range(position - 1, max(-1, position - 1 - _WHETHER_REACH), -1):
        if clauses.low(before) in {",", ";", "."}:
            return False
        if clauses.low(before) == "whether" or (clauses.low(before) in _REJECTED and clauses.low(before + 1) in _TALK):
            return True
    return False


_CLAIM = frozenset("claimed claims claim claiming contradicted disputed insisted instead".split())
"""Words by which one side gives its own figures."""

_LIVES_REACH = 6


def _claims(clauses: Clauses, at: int) -> bool:
    """Say whether a word is one of claiming, and not of a flood that "has claimed 23 lives"."""
    return clauses.low(at) in _CLAIM and all(clauses.low(then) != "lives" for then in range(at + 1, at + _LIVES_REACH))


_EARLIER = frozenset("earlier early first initial initially previous previously preliminary".split())
_COUNTS = frozenset("toll death_toll count number number_of figure".split())
_ACCOUNTS = frozenset(
    "report reports toll tolls figure figures count counts estimate estimates given put reported spoken account accounts said".split()
)


def _earlier_from(clauses: Clauses) -> int | None:
    """Return the offset from which a sentence tells an older figure: "earlier reports had spoken of three", "had earlier put the toll"."""
    if clauses.low(0) == "until" and any(word.low in _COUNTS for word in clauses.words):
        return clauses.words[0].span.start  # "until Tuesday the toll stood at 81"
    for at, word in enumerate(clauses.words):
        if word.low in _EARLIER and any(clauses.low(then) in _ACCOUNTS for then in range(at + 1, at + 4)):
            return word.span.start
        if word.low == "had" and clauses.low(at + 1) in _COUNTED_ON and clauses.low(at + 2) in {"of", "the", "at"}:
            return word.span.start
        if word.low == "up" and clauses.low(at + 1) == "from":
            return word.span.start
        if word.low == "figure" and clauses.low(at + 1) == "of" and _of_older_sheet(clauses, at):
            return word.span.start
        if word.low in {"(", "["} and _older_sheet(clauses, at):
            return word.span.start
    return None


_COUNTED_ON = frozenset("spoken counted put given reported set".split())
"""Participles by which a count was given before: "on Sunday officials had spoken of 12 dead"."""
_SHEETS = frozenset("sheet bulletin notice flash update previous previously yesterday earlier first initially report".split())
_SHEET_REACH = 4
_OLDER = frozenset("previous earlier last yesterday first previously bulletin initial update".split())
_FIGURE_REACH = 9


def _of_older_sheet(clauses: Clauses, figure: int) -> bool:
    """Say whether a figure is that of an older sheet: "the figure of 14 deaths in the previous bulletin"."""
    return any(clauses.low(at) in _OLDER for at in range(figure + 3, figure + _FIGURE_REACH))


def _older_sheet(clauses: Clauses, bracket: int) -> bool:
    """Say whether a bracket gives the figure of an older sheet: "(sheet 60: 651 deaths)", "(at 22:00: 4 dead)", "(previously 3)"."""
    behind = [clauses.low(at) for at in range(bracket + 1, bracket + 1 + _SHEET_REACH)]
    return not _SHEETS.isdisjoint(behind[:3]) or (behind[:1] == ["at"] and ":" in behind[1][1:] and behind[2] in {":", ",", "-"})


_HARMLESS = frozenset("child children girls boys minors women teenagers civilians bystanders infants toddlers schoolchildren".split())
"""Nouns for some of the dead by which all of them are no attackers, where nothing else is told of them."""


def _attackers_speak(clauses: Clauses) -> bool:
    """Say whether the attacking side gives its own account: "the rebels said they had killed dozens of soldiers"."""
    return any(phrase.attackers and clauses.low(phrase.last) in {"said", "say", "says"} for phrase in clauses.phrases)


def settled(clauses: Clauses, tolls: list[Toll]) -> list[Toll]:
    """Finish a sentence's tolls: sides of a feud, older figures, civilians among a number."""
    if not tolls:
        return tolls
    if any(toll.attackers for toll in tolls) and _among_themselves(clauses):
        tolls = [replace(toll, attackers=False) if toll.effect is Effect.KILLED else toll for toll in tolls]
    if any(phrase.of_these and phrase.head in _HARMLESS for phrase in clauses.phrases):  # "forces kill 14, five of them children"
        tolls = [replace(toll, attackers=False) if toll.attackers and toll.bare else toll for toll in tolls]
    earlier = _earlier_from(clauses)
    if earlier is not None:
        tolls = [replace(toll, earlier=True, running=True) if toll.span.start > earlier else toll for toll in tolls]
    if any(_claims(clauses, at) for at in range(len(clauses.words))) or _attackers_speak(clauses):
        tolls = [replace(toll, claim=True) for toll in tolls]
    return included(clauses, totalled(clauses, tolls))
