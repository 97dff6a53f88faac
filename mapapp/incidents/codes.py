"""Crosswalk from our incidents to the classes of ACLED, UCDP GED, GTD and PLOVER; None where a scheme has no class for it.

Category labels are cited as facts from the public code books: ACLED codebook 2023 (event and sub-event types, inter codes), UCDP GED 23.1
(type_of_violence), GTD codebook 2021 (attacktype1), PLOVER manual (event categories and modes). What each scheme asks for decides, not the
type alone: UCDP counts organised violence that killed somebody, GTD deeds of those who are no state, ACLED tells attacks on civilians from
fights between armed sides. What is lost on the way stands in docs/crosswalks.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from mapapp.incidents.incident import ActorRole, ActorType, Count, Incident, IncidentType


@dataclass(frozen=True, slots=True)
class Codes:
    """Other schemes' classes of one incident.

    ``ucdp``: 1 state-based, 2 non-state, 3 one-sided; None where nobody is said to have died or the sides are not told.
    ``gtd``: attacktype1.
    """

    acled_event: str | None = None
    acled_sub_event: str | None = None
    ucdp: int | None = None
    gtd: int | None = None
    plover: str | None = None

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the codes under the keys of the dossier."""
        return asdict(self)


_T = IncidentType
_A = ActorType

BATTLES, PROTESTS, RIOTS = "Battles", "Protests", "Riots"
REMOTE, CIVILIANS, STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"

_ACLED: dict[IncidentType, tuple[str, str]] = {
    _T.BOMBING: (REMOTE, "Remote explosive/landmine/IED"),
    _T.SUICIDE_BOMBING: (REMOTE, "Suicide bomb"),
    _T.SHOOTING: (CIVILIANS, "Attack"),
    _T.ARMED_ATTACK: (CIVILIANS, "Attack"),
    _T.CLASH: (BATTLES, "Armed clash"),
    _T.AIR_STRIKE: (REMOTE, "Air/drone strike"),
    _T.SHELLING: (REMOTE, "Shelling/artillery/missile attack"),
    _T.MINE: (REMOTE, "Remote explosive/landmine/IED"),
    _T.KILLING: (CIVILIANS, "Attack"),
    _T.ABDUCTION: (CIVILIANS, "Abduction/forced disappearance"),
    _T.ARREST: (STRATEGIC, "Arrests"),
    _T.ARSON: (STRATEGIC, "Looting/property destruction"),
    _T.SEXUAL_VIOLENCE: (CIVILIANS, "Sexual violence"),
    _T.PROTEST: (PROTESTS, "Peaceful protest"),
    _T.RIOT: (RIOTS, "Violent demonstration"),
    _T.LOOTING: (STRATEGIC, "Looting/property destruction"),
    _T.SECURITY_OPERATION: (STRATEGIC, "Other"),
}
"""What the type alone stands for; robbery, accidents, fires, disasters, epidemics and flight have no class in ACLED."""

_GTD: dict[IncidentType, int] = {
    _T.BOMBING: 3, _T.SUICIDE_BOMBING: 3, _T.SHELLING: 3, _T.AIR_STRIKE: 3, _T.MINE: 3, _T.SHOOTING: 2, _T.ARMED_ATTACK: 2,
    _T.KILLING: 9, _T.ABDUCTION: 6, _T.ARSON: 7,
}  # fmt: skip
"""attacktype1. A killing told without how is 9, unknown. Clashes, crime, unrest and what states do are no terrorism."""

GTD_NAMES = {
    1: "Assassination", 2: "Armed Assault", 3: "Bombing/Explosion", 4: "Hijacking", 5: "Hostage Taking (Barricade Incident)",
    6: "Hostage Taking (Kidnapping)", 7: "Facility/Infrastructure Attack", 8: "Unarmed Assault", 9: "Unknown",
}  # fmt: skip
"""attacktype1_txt."""

_PLOVER: dict[IncidentType, tuple[str, str | None]] = {
    _T.BOMBING: ("ASSAULT", "explosives"),
    _T.SUICIDE_BOMBING: ("ASSAULT", "suicide-attack"),
    _T.SHOOTING: ("ASSAULT", "firearms"),
    _T.ARMED_ATTACK: ("ASSAULT", None),
    _T.CLASH: ("ASSAULT", None),
    _T.AIR_STRIKE: ("ASSAULT", "heavy-weapons"),
    _T.SHELLING: ("ASSAULT", "heavy-weapons"),
    _T.MINE: ("ASSAULT", "explosives"),
    _T.KILLING: ("ASSAULT", None),
    _T.ABDUCTION: ("ASSAULT", "abduct"),
    _T.ARREST: ("COERCE", "arrest"),
    _T.ARSON: ("ASSAULT", "destroy"),
    _T.ROBBERY: ("ASSAULT", None),
    _T.SEXUAL_VIOLENCE: ("ASSAULT", "sexual"),
    _T.PROTEST: ("PROTEST", "demo"),
    _T.RIOT: ("PROTEST", "riot"),
    _T.LOOTING: ("ASSAULT", "destroy"),
    _T.SECURITY_OPERATION: ("MOBILIZE", "police"),
}
"""Event category and mode; accidents, fires, disasters, epidemics and flight are deeds of nobody, and PLOVER codes deeds."""

STATE = frozenset({_A.STATE_FORCES, _A.POLICE, _A.PEACEKEEPERS})
"""Types that fight for a state."""

_STATE_PERPETRATOR = STATE | {_A.GOVERNMENT}
ORGANISED = frozenset({_A.REBELS, _A.MILITIA, _A.GANG})
"""Armed sides with a body of their own; "gunmen" may be anybody."""

_ARMED = STATE | ORGANISED | {_A.ARMED}
_UNARMED = frozenset({_A.CIVILIANS, _A.JOURNALISTS, _A.AID_WORKERS, _A.GOVERNMENT, _A.PRIVATE, _A.PROTESTERS, _A.MEDIA, _A.ORGANISATION})
_PROMINENT = frozenset({_A.GOVERNMENT, _A.JOURNALISTS})
_FORCE = frozenset({_T.SHOOTING, _T.ARMED_ATTACK, _T.KILLING, _T.CLASH, _T.SECURITY_OPERATION})
_VIOLENT = _FORCE | {
    _T.BOMBING, _T.SUICIDE_BOMBING, _T.AIR_STRIKE, _T.SHELLING, _T.MINE, _T.ABDUCTION, _T.ARSON, _T.SEXUAL_VIOLENCE,
}  # fmt: skip

ACLED_INTER = {
    _A.STATE_FORCES: 1, _A.POLICE: 1, _A.GOVERNMENT: 1, _A.REBELS: 2, _A.MILITIA: 3, _A.GANG: 3, _A.ARMED: 3, _A.RIOTERS: 5,
    _A.PROTESTERS: 6, _A.CIVILIANS: 7, _A.JOURNALISTS: 7, _A.AID_WORKERS: 7, _A.PRIVATE: 7, _A.MEDIA: 7, _A.ORGANISATION: 7,
    _A.PEACEKEEPERS: 8,
}  # fmt: skip
"""ACLED's inter code by type of actor: political and identity militias (3 and 4) are not told apart, and civil servants who are a target
are civilians there (7)."""


def inter_of(kind: str | None, role: ActorRole) -> int | None:
    """Return ACLED's code for an actor; None where the type is not told."""
    if kind is None or kind not in set(_A):
        return None
    if kind == _A.GOVERNMENT and role is ActorRole.TARGET:
        return 7
    return ACLED_INTER.get(_A(kind))


def codes_of(incident: Incident) -> Codes:
    """Return the other schemes' classes of an incident."""
    acts, aimed = _types(incident, ActorRole.PERPETRATOR), _types(incident, ActorRole.TARGET)
    authority = _types(incident, ActorRole.AUTHORITY)
    event, sub_event = _acled(incident, acts, aimed, authority)
    plover = _plover(incident)
    return Codes(event, sub_event, _ucdp(incident, acts, aimed, authority), _gtd(incident, acts, aimed), plover[0] if plover else None)


def plover_mode(incident: Incident) -> str | None:
    """Return PLOVER's mode of an incident; None where none of them fits."""
    plover = _plover(incident)
    return plover[1] if plover else None


def is_against_civilians(incident: Incident) -> bool | None:
    """Say whether civilians were aimed at; None where nobody is said to have been aimed at, or it is not told what they are."""
    aimed = _types(incident, ActorRole.TARGET)
    if incident.civilians_killed is not None and _people(incident.civilians_killed):
        return True
    return bool(aimed & _UNARMED) if aimed else None


def _types(incident: Incident, role: ActorRole) -> frozenset[str]:
    return frozenset(actor.type for actor in incident.actors if actor.role is role and actor.type is not None)


def _people(count: Count | None) -> int:
    """Return the least number of people that a figure stands for."""
    return 0 if count is None else count.best or count.low or 0


def _dead(incident: Incident) -> int:
    return _people(incident.killed) + _people(incident.attackers_killed)


def _acled(incident: Incident, acts: Iterable[str], aimed: Iterable[str], authority: Iterable[str]) -> tuple[str | None, str | None]:
    """Return event and sub-event type: who is aimed at tells a battle from violence against civilians."""
    acts, aimed, authority = frozenset(acts), frozenset(aimed), frozenset(authority)
    kind, found = incident.type, _ACLED.get(incident.type, (None, None))
    if kind in {_T.SHOOTING, _T.ARMED_ATTACK, _T.KILLING} and aimed & _ARMED and not aimed & _UNARMED:
        return BATTLES, "Armed clash"
    if kind in _FORCE and aimed & {_A.PROTESTERS} and acts & STATE:
        return PROTESTS, "Excessive force against protesters"
    if kind in _FORCE and authority & STATE and _people(incident.attackers_killed) and not aimed & _UNARMED:
        return BATTLES, "Armed clash"
    if kind is _T.SECURITY_OPERATION and _people(incident.arrested):
        return STRATEGIC, "Arrests"
    if kind is _T.BOMBING and "grenade" in incident.summary.casefold():
        return REMOTE, "Grenade"
    if kind is _T.ARSON and _dead(incident):
        return CIVILIANS, "Attack"
    if kind is _T.PROTEST and authority & STATE:
        hurt = _dead(incident) + _people(incident.injured)
        return PROTESTS, "Excessive force against protesters" if hurt else "Protest with intervention"
    if kind is _T.RIOT and aimed & _UNARMED and not authority & STATE:
        return RIOTS, "Mob violence"
    return found


def _ucdp(incident: Incident, acts: Iterable[str], aimed: Iterable[str], authority: Iterable[str]) -> int | None:
    """Return the type of violence: organised, deadly, and between sides that the report tells."""
    if incident.type not in _VIOLENT or not _dead(incident):
        return None
    acts, aimed = frozenset(acts), frozenset(aimed)
    state_aimed = bool((aimed | frozenset(authority)) & STATE)
    if (acts & ORGANISED and state_aimed) or (acts & STATE and aimed & (ORGANISED | {_A.ARMED})):
        return 1
    if acts & ORGANISED and aimed & ORGANISED:
        return 2
    if acts & (ORGANISED | _STATE_PERPETRATOR) and aimed & _UNARMED:
        return 3
    return None


def _gtd(incident: Incident, acts: Iterable[str], aimed: Iterable[str]) -> int | None:
    """Return attacktype1; deeds of states are none. Somebody prominent who is killed or shot is assassinated."""
    acts = frozenset(acts)
    if acts and acts <= _STATE_PERPETRATOR:
        return None
    if incident.type is _T.AIR_STRIKE and not acts & (ORGANISED | {_A.ARMED}):
        return None  # mostly states
    if incident.type in {_T.KILLING, _T.SHOOTING} and frozenset(aimed) & _PROMINENT and _dead(incident) <= 2:
        return 1
    return _GTD.get(incident.type)


def _plover(incident: Incident) -> tuple[str, str | None] | None:
    """Return category and mode: an operation in which somebody died is an assault, one with arrests coercion."""
    if incident.type is _T.SECURITY_OPERATION:
        if _dead(incident):
            return "ASSAULT", None
        if _people(incident.arrested):
            return "COERCE", "arrest"
    return _PLOVER.get(incident.type)
