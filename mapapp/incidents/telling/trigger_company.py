"""Words that tell of an incident only beside the right company. Hand-kept.

"fled" and "arrived" do when many people are said to have done so, "seized" is an abduction with people behind it and a search with drugs
behind it, "blocked" a protest by whoever says what for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.wording.actor_words import ARMED_SIDES, TYPE_OF
from mapapp.incidents.wording.grammar_words import BE, ROUND
from mapapp.incidents.wording.persons import GENERIC, PERSONS, ROBBERS
from mapapp.incidents.wording.words import Word

_T = IncidentType

_CROWD = frozenset(
    """
    people persons residents families villagers civilians inhabitants households women children refugees islanders farmers townspeople
    individuals locals pilgrims students migrants nationals herders souls schoolchildren parishioners
    """.split()
)
_VISITORS = frozenset("pilgrims tourists students fans spectators delegates visitors runners".split())
"""People who come in thousands without having fled."""
_ROUND_CROWDS = frozenset("dozens scores hundreds thousands".split())
_MOVING = frozenset("fled flee flees fleeing evacuated evacuate".split())
_LEAVING = frozenset("crossed arrived reached moved leave left sheltering walked trekked move camped".split())
"""Verbs of flight only beside a large number: "9,000 people reached"."""
_FLIGHT_REACH = 15
_MANY = 20
"""As many as make flight or arrival news by itself."""

_SEIZING = frozenset("seized seizing confiscated confiscating impounded intercepted intercepting recovered unearthed".split())
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
_LOOT = frozenset("jewels jewellery jewelry cash money banknotes valuables cattle goats livestock".split())
_FREEING = frozenset("freed rescued liberated rescuing freeing".split())
_CAPTIVES = frozenset("hostage hostages captive captives abducted kidnapped abductees".split())
_GATHERING = frozenset(
    """
    gathered assembled blocked blockaded boycotted occupied sat converged massed walked closed shut stopped burned burnt surrounded besieged
    stormed obstructed obstructing stalled stalling halted disrupted disrupting blocking blockading occupying besieging
    """.split()
)
"""What people do in protest where they say why."""
_PURPOSES = frozenset("demanding protesting chanting demand protest condemn denounce oppose slogans".split())
_PURPOSE_REACH = 24
_VEHICLES = frozenset(
    "train bus lorry truck car van minibus tram taxi motorcycle tractor coach locomotive vehicle tanker ferry boat".split()
)
_HITTING = frozenset("hit struck slammed smashed ploughed plowed veered rolled swerved somersaulted careered careened".split())
_BLOCKING = frozenset("blocked blockaded occupied".split())
_BLOCKERS = frozenset(
    """
    protesters demonstrators strikers supporters activists students residents villagers farmers workers miners drivers teachers nurses
    fishermen truckers locals pensioners
    """.split()
)
_BEATING = frozenset("beat beating thrashed flogged whipped".split())
_FALLING = frozenset("descended swooped pounced fell set".split())
_PROJECTILES = frozenset("rocket rockets mortar mortars shell shells missile missiles artillery projectile projectiles".split())
_RAIDING = frozenset({"raid", "raids", "raided"})
_ARMED_MEN = frozenset(
    "armed gunmen gang militants militiamen fighters rebels insurgents bandits assailants attackers jihadists raiders".split()
)
_DRIVING_OUT = frozenset("drove pushed expelled dislodged ousted".split())
_ARMED_SIDE = _ARMED_MEN | frozenset("troops soldiers army forces guerrillas militia".split())
_ENTERING = frozenset("entered burst walked".split())
_ESCAPING = frozenset("escaped escape broke got".split())
_INMATES = frozenset("inmates inmate prisoners prisoner detainees convicts".split())
_PRISONS = frozenset("prison jail gaol penitentiary cells centre center".split())
_SHOPS = frozenset(
    "shop shops store stores supermarket supermarkets warehouse warehouses mall malls market markets pharmacy pharmacies".split()
)
_LOOTING_CROWD = frozenset("crowd crowds mob mobs looters people residents youths rioters hundreds dozens".split())
_ROADS = frozenset("road roads highway highways motorway motorways street streets bridge bridges border".split())
_BREAKING_UP = frozenset("dismantled busted smashed".split())
_RINGS = frozenset("ring cell network factory gang lab laboratory cartel workshop".split())
_THROWING = frozenset("threw hurled pelted throwing hurling pelting lobbed".split())
_MISSILES_OF_CROWDS = frozenset("stones stone bottles rocks flares bricks fireworks firecrackers eggs".split())
_STAFF = _BLOCKERS | frozenset("doctors staff employees lecturers judges lawyers pilots deputies".split())
_SEARCHING = frozenset("searched searching".split())
_PREMISES = frozenset("houses homes flats apartments premises offices buildings".split())
_NO_TRAFFIC = frozenset(
    "bomb bombs mine mines landmine ied explosive device missile rocket shell drone mortar suicide bomber bombers suicide_bomber".split()
)
_FORCES = frozenset(
    "police gendarmes troops soldiers army officers detectives commandos policemen agents authorities gendarmerie anti-terror".split()
)


@dataclass(frozen=True, slots=True)
class _Company:
    """A word with what stands around it; ``after``: the words behind it up to the end of their phrase, six at most."""

    words: Sequence[Word]
    position: int
    after: Sequence[str]

    @property
    def low(self) -> str:
        """The word."""
        return self.words[self.position].low

    @property
    def following(self) -> list[str]:
        """The six words behind it, whatever ends their phrase."""
        return [word.low for word in self.words[self.position + 1 : self.position + 12]]

    @property
    def following_set(self) -> set[str]:
        """The same as a set."""
        return set(self.following)

    def before(self, reach: int) -> set[str]:
        """Return the words that stand up to so many places before it."""
        return {word.low for word in self.words[max(0, self.position - reach) : self.position]}

    def behind(self, reach: int = 6) -> set[str]:
        """Return the words of its own phrase behind it."""
        return set(self.after[:reach])


_ENDS = frozenset(", ; . after when from in by while".split())


def in_company(words: Sequence[Word], position: int) -> IncidentType | None:
    """Return the type of incident that a word of :data:`CONDITIONAL` stands for here; None where it does not."""
    low = words[position].low
    following = [word.low for word in words[position + 1 : position + 7]]
    stop = next((at for at, word in enumerate(following) if word in _ENDS), len(following))
    company = _Company(words, position, following[:stop])
    return next((kind for kind in (rule(company) for rule in _RULES_OF[low]) if kind is not None), None)


def _raid(company: _Company) -> IncidentType | None:
    return _T.SECURITY_OPERATION if _by_forces(company.words, company.position) else None


def _flight(company: _Company) -> IncidentType | None:
    return _T.DISPLACEMENT if _many_before(company.words, company.position, plain=company.low in _MOVING) else None


def _gathering(company: _Company) -> IncidentType | None:
    """Return protest where people say what for, or where those who often do so block a way."""
    at = company.position + 1
    if not _PURPOSES.isdisjoint(word.low for word in company.words[at : at + _PURPOSE_REACH]):
        return _T.PROTEST
    if company.low == "walked":
        return _T.PROTEST if company.after[:1] == ["out"] and company.before(8) & _STAFF else None
    if company.low not in _BLOCKING:
        return None
    by_them = "by" in company.following and company.following_set & _BLOCKERS
    return _T.PROTEST if company.before(6) & _BLOCKERS or (company.before(5) & _ROADS and by_them) else None


def _traffic(company: _Company) -> IncidentType | None:
    return _T.ACCIDENT if _of_traffic(company.words, company.position) else None


_SET_OTHERWISE = frozenset("off up out in aside about back forth sail free".split())
_SETTING_REACH = 18
_ENDS_OF_SETTING = frozenset(". ; when after while was were is are".split())


def _setting(company: _Company) -> IncidentType | None:
    """Find what is burnt a whole list behind the verb: "set two schools and several houses on fire"."""
    behind = [word.low for word in company.words[company.position + 1 : company.position + _SETTING_REACH]]
    if not _SET_OTHERWISE.isdisjoint(behind[:1]):
        return None
    for low, after in pairwise([*behind, ""]):
        if low in _ENDS_OF_SETTING:
            return None
        if low in {"ablaze", "alight", "afire"} or (low, after) == ("on", "fire"):
            return _T.ARSON
    return None


def _firing(company: _Company) -> IncidentType | None:
    if company.behind() & _PROJECTILES:
        return _T.SHELLING
    if company.behind() & {"grenade", "grenades", "roadside_bomb", "petrol_bomb", "teargas", "tear", "rubber", "water"}:
        return None
    if company.behind() & {"shots", "rounds", "bullets"}:
        return _T.SHOOTING
    aimed = {word.low for word in company.words[company.position + 1 : company.position + 7]} & {"at", "on", "into"}
    return _T.SHOOTING if aimed and company.before(6) & (_ARMED_MEN | _FORCES) else None


def _find(company: _Company) -> IncidentType | None:
    return _T.SECURITY_OPERATION if company.before(9) & _GOODS else None


def _falling(company: _Company) -> IncidentType | None:
    return _T.ARMED_ATTACK if company.after[:1] in (["on"], ["upon"]) and company.before(8) & _ARMED_MEN else None


def _driving_out(company: _Company) -> IncidentType | None:
    away = {"out", "back", "from"} & {word.low for word in company.words[company.position + 1 : company.position + 7]}
    return _T.CLASH if company.behind(3) & _ARMED_SIDE and away else None


def _breaking_up(company: _Company) -> IncidentType | None:
    return _T.SECURITY_OPERATION if company.behind(4) & _RINGS else None


def _throwing(company: _Company) -> IncidentType | None:
    return _T.RIOT if company.behind(4) & _MISSILES_OF_CROWDS else None


def _boarding(company: _Company) -> IncidentType | None:
    return _T.ROBBERY if company.before(8) & (ROBBERS | {"pirates", "pirate"}) else None


def _beating(company: _Company) -> IncidentType | None:
    return _T.ARMED_ATTACK if company.behind(4) & PERSONS else None


def _searching(company: _Company) -> IncidentType | None:
    return _T.SECURITY_OPERATION if company.behind() & _PREMISES and company.before(4) & _FORCES else None


def _freeing(company: _Company) -> IncidentType | None:
    return _T.SECURITY_OPERATION if company.behind() & _CAPTIVES else None


def _taking(company: _Company) -> IncidentType | None:
    """Return what it is to take something, by who takes it and what is taken: loot, drugs, a town, people."""
    behind, seized = company.behind(), company.low in _SEIZING
    if company.before(5) & ROBBERS or behind & _LOOT:
        return _T.ROBBERY
    if seized and behind & _GOODS:
        return _T.SECURITY_OPERATION
    if behind & _STRONGHOLDS and company.behind(2) & {"the", "a", "an", "two", "three", "several"}:
        return _T.CLASH
    return _T.ABDUCTION if seized and behind & (_TAKEN | GENERIC | {"aid_workers", "men", "women"}) else None


def _taking_or_held(company: _Company) -> IncidentType | None:
    return _by_armed(company) or (_taking(company) if company.low != "taken" else None)


def _entering(company: _Company) -> IncidentType | None:
    """Return attack where armed men come in somewhere."""
    inside = company.low == "entered" or company.after[:1] == ["into"]
    return _T.ARMED_ATTACK if inside and company.before(6) & _ARMED_MEN else None


def _escaping(company: _Company) -> IncidentType | None:
    """Return other where inmates get out of prison: "200 inmates escaped from", "got out of the jail"."""
    away = company.low in {"escaped", "escape"} or company.after[:1] == ["out"]
    return _T.OTHER if away and company.before(6) & _INMATES and (company.low == "escaped" or company.following_set & _PRISONS) else None


def _breaking_in(company: _Company) -> IncidentType | None:
    """Return looting where crowds break into shops."""
    crowd = company.after[:1] == ["into"] and company.before(5) & _LOOTING_CROWD
    return _T.LOOTING if crowd and company.behind() & _SHOPS else None


def _by_armed(company: _Company) -> IncidentType | None:
    """Return abduction where people are held or captured by an armed group."""
    following = company.following[:6]
    if "by" not in following:
        return None
    taken = company.low in {"captured", "seized", "held", "detained", "taken"}
    return _T.ABDUCTION if taken and set(following[following.index("by") :]) & (_ARMED_MEN | {"guerrillas", "militia", "pirates"}) else None


def _number_of_quake(company: _Company) -> IncidentType | None:
    """Read "magnitude 6.1", "a magnitude of 6.1"."""
    return _T.NATURAL_DISASTER if any(word[:1].isdigit() for word in company.following[:3]) else None


_Rule = Callable[[_Company], "IncidentType | None"]
_RULES: tuple[tuple[frozenset[str], _Rule], ...] = (
    (_RAIDING, _raid), (_MOVING | _LEAVING, _flight), (_GATHERING, _gathering), (_HITTING, _traffic), (frozenset({"set"}), _setting),
    (frozenset({"fired"}), _firing), (frozenset({"found"}), _find), (_FALLING, _falling), (_DRIVING_OUT, _driving_out),
    (_BREAKING_UP, _breaking_up), (_THROWING, _throwing), (frozenset({"boarded"}), _boarding), (_BEATING, _beating),
    (_SEARCHING, _searching), (_FREEING, _freeing), (frozenset("captured held detained".split()), _by_armed),
    (_SEIZING | _TAKING | {"taken"}, _taking_or_held),
    (_ENTERING, _entering), (_ESCAPING, _escaping), (frozenset({"broke", "broken"}), _breaking_in),
    (frozenset({"magnitude"}), _number_of_quake),
)  # fmt: skip
_RULES_OF: dict[str, list[_Rule]] = {}
for _words_of_rule, _rule in _RULES:
    for _word in _words_of_rule:
        _RULES_OF.setdefault(_word, []).append(_rule)

CONDITIONAL = frozenset(_RULES_OF)
"""Words that :func:`in_company` knows."""


def _many_before(words: Sequence[Word], position: int, *, plain: bool) -> bool:
    """Say whether many people stand before a verb as its subject; with ``plain`` a word for a crowd will do."""
    crowd = number = False
    for at in range(position - 1, max(-1, position - 1 - _FLIGHT_REACH), -1):
        word = words[at]
        if word.low in {";", ".", ":", "who", "that", "said"}:
            break
        if word.low in _VISITORS and not plain:
            return False
        crowd |= word.low in _CROWD or word.low in _ROUND_CROWDS or (word.name and at > 0 and (words[at - 1].number or 0) >= _MANY)
        number |= (word.number or 0) >= _MANY or word.low in ROUND
    return crowd and (plain or number)


def _of_traffic(words: Sequence[Word], position: int) -> bool:
    """Say whether a vehicle runs into something: "a train hit a lorry"; one that is hit, or that hits a mine, does not."""
    around = {word.low for word in words[max(0, position - 6) : position + 9]}
    if around & _NO_TRAFFIC or (position and words[position - 1].low in BE):
        return False
    before = [word.low for word in words[max(0, position - 4) : position]]
    cut = max((at for at, word in enumerate(before) if word in {",", ";", ".", "by", "in", "on", "of", "from", "at"}), default=-1)
    return any(word in _VEHICLES for word in before[cut + 1 :])


def _by_forces(words: Sequence[Word], position: int) -> bool:
    """Say whether a raid is one of the police: they stand before it, or people are arrested in it."""
    before = {word.low for word in words[max(0, position - 3) : position]}
    if _they_killed(words, position):
        return True
    return bool(before & _FORCES) or any(
        word.low in {"arrested", "detained", "captured", "nabbed", "apprehended"} for word in words[max(0, position - 8) : position + 10]
    )


def _they_killed(words: Sequence[Word], position: int) -> bool:
    """Say whether it is armed men who were killed in it: "killed 11 militants on Saturday in a raid"."""
    before = [word.low for word in words[max(0, position - 10) : position]]
    verb = next((at for at, low in enumerate(before) if low in {"killed", "killing"}), None)
    return verb is not None and any(TYPE_OF.get(low) in ARMED_SIDES for low in before[verb + 1 : verb + 4])
