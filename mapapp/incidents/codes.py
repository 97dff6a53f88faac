"""Crosswalk from our types to the classes of ACLED, UCDP GED, GTD and PLOVER; None where a scheme has no class for it.

Category labels are cited as facts from the public code books: ACLED codebook 2023 (event and sub-event types), UCDP GED 23.1
(type_of_violence), GTD codebook 2021 (attacktype1), PLOVER 2020 (event categories).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from mapapp.incidents.incident import IncidentType


@dataclass(frozen=True, slots=True)
class Codes:
    """Other schemes' classes of one incident. ``ucdp``: 1 state-based, 2 non-state, 3 one-sided; needs the actors, so mostly None."""

    acled_event: str | None = None
    acled_sub_event: str | None = None
    ucdp: int | None = None
    gtd: int | None = None
    plover: str | None = None

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the codes under the keys of the dossier."""
        return asdict(self)


_REMOTE, _CIVILIANS, _STRATEGIC = "Explosions/Remote violence", "Violence against civilians", "Strategic developments"
_T = IncidentType

_TABLE: dict[IncidentType, Codes] = {
    _T.BOMBING: Codes(_REMOTE, "Remote explosive/landmine/IED", None, 3, "ASSAULT"),
    _T.SUICIDE_BOMBING: Codes(_REMOTE, "Suicide bomb", None, 3, "ASSAULT"),
    _T.SHOOTING: Codes(_CIVILIANS, "Attack", None, 2, "ASSAULT"),
    _T.ARMED_ATTACK: Codes(_CIVILIANS, "Attack", None, 2, "ASSAULT"),
    _T.CLASH: Codes("Battles", "Armed clash", None, None, "ASSAULT"),
    _T.AIR_STRIKE: Codes(_REMOTE, "Air/drone strike", None, None, "ASSAULT"),
    _T.SHELLING: Codes(_REMOTE, "Shelling/artillery/missile attack", None, 3, "ASSAULT"),
    _T.MINE: Codes(_REMOTE, "Remote explosive/landmine/IED", None, 3, "ASSAULT"),
    _T.KILLING: Codes(_CIVILIANS, "Attack", None, 1, "ASSAULT"),
    _T.ABDUCTION: Codes(_CIVILIANS, "Abduction/forced disappearance", None, 6, "COERCE"),
    _T.ARREST: Codes(_STRATEGIC, "Arrests", None, None, "COERCE"),
    _T.ARSON: Codes(None, None, None, 7, "ASSAULT"),
    _T.ROBBERY: Codes(None, None, None, None, None),
    _T.SEXUAL_VIOLENCE: Codes(_CIVILIANS, "Sexual violence", None, None, "ASSAULT"),
    _T.PROTEST: Codes("Protests", "Peaceful protest", None, None, "PROTEST"),
    _T.RIOT: Codes("Riots", "Violent demonstration", None, None, "PROTEST"),
    _T.LOOTING: Codes(_STRATEGIC, "Looting/property destruction", None, None, None),
    _T.SECURITY_OPERATION: Codes(_STRATEGIC, "Other", None, None, "MOBILIZE"),
}


def codes_of(kind: IncidentType) -> Codes:
    """Return the other schemes' classes of a type; all None for accidents, fires, disasters, epidemics and displacement."""
    return _TABLE.get(kind, Codes())
