"""An incident: what happened, where, when and to how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from gazetteer.coordinates import LatLon
from mapapp.report.report import Span


class IncidentType(StrEnum):
    """What happened."""

    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    SHOOTING = "shooting"
    ARMED_ATTACK = "armed_attack"
    CLASH = "clash"
    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    MINE = "mine"
    KILLING = "killing"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    ARSON = "arson"
    ROBBERY = "robbery"
    SEXUAL_VIOLENCE = "sexual_violence"
    PROTEST = "protest"
    RIOT = "riot"
    LOOTING = "looting"
    SECURITY_OPERATION = "security_operation"
    ACCIDENT = "accident"
    FIRE = "fire"
    NATURAL_DISASTER = "natural_disaster"
    EPIDEMIC = "epidemic"
    DISPLACEMENT = "displacement"
    OTHER = "other"


class DatePrecision(StrEnum):
    """How exactly a date is known: UCDP date_prec 1 to 5."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class GeoPrecision(IntEnum):
    """How exactly a site is known: UCDP where_prec."""

    EXACT = 1
    NEAR = 2
    ADMIN2 = 3
    ADMIN1 = 4
    LARGER = 5
    COUNTRY = 6
    SEA_OR_AIR = 7


class Attribution(StrEnum):
    """Who stands behind the statement."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"


class Status(StrEnum):
    """What an analyst has made of the incident."""

    UNREVIEWED = "unreviewed"
    VERIFIED = "verified"
    REJECTED = "rejected"
    NEEDS_HELP = "needs_help"


class ActorRole(StrEnum):
    """What somebody did in an incident."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    AUTHORITY = "authority"
    SOURCE = "source"
    OTHER = "other"


class ActorType(StrEnum):
    """What an actor is, as far as the words tell. :mod:`mapapp.incidents.codes` maps it to the actor codes of other schemes."""

    STATE_FORCES = "state_forces"
    POLICE = "police"
    REBELS = "rebel_group"
    MILITIA = "militia"
    GANG = "gang"
    ARMED = "armed_group"
    """Armed and not told who: "gunmen", "attackers"."""
    PROTESTERS = "protesters"
    RIOTERS = "rioters"
    PEACEKEEPERS = "international_forces"
    JOURNALISTS = "journalists"
    AID_WORKERS = "aid_workers"
    GOVERNMENT = "government"
    MEDIA = "media"
    ORGANISATION = "organisation"
    PRIVATE = "private"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people. None is an open or unknown side; ``best`` 0 means: stated that there was nobody."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Site:
    """Where an incident happened. ``text`` is the place as written; ``method`` is one of SITE_METHODS."""

    text: str
    place_id: str | None
    position: LatLon | None
    uncertainty_m: float | None
    geo_precision: GeoPrecision | None
    method: str


SITE_METHODS = ("exact", "alias", "fuzzy", "area", "coordinates", "relative", "inherited", "manual", "unresolved")
"""exact: the gazetteer's own name; alias: another name of it; area: an administrative area stands in; relative: "17 km west of";
inherited: from the umbrella incident or the paragraph; unresolved: named, but in no gazetteer."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acted or suffered, as written. ``type`` is one of :class:`ActorType`, or what an analyst wrote."""

    text: str
    span: Span
    role: ActorRole
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that prove a value; ``field`` is the key of the value, or "incident" for the sentence as a whole."""

    span: Span
    field: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One event, or the umbrella over several (its parts name it in ``parent``). None everywhere: not stated or not known.

    ``source``: the words that say who stands behind it ("police said"). ``civilians_killed``: those among the killed who are said to be
    civilians. ``date_edtf``: the date in EDTF (ISO 8601-2): "2016-06-03/2016-06-05", "2016-06~" (about), "2016-06-02?" (assumed).
    ``date_part``: the part of the day as written ("night"), which EDTF cannot say. ``sum_mismatch``: in words, where the figures of the
    parts and the total that the report gives do not agree.
    """

    id: str
    type: IncidentType
    summary: str
    parent: str | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_precision: DatePrecision | None = None
    date_how: str | None = None
    attribution: Attribution = Attribution.ASSERTED
    status: Status = Status.UNREVIEWED
    site: Site | None = None
    killed: Count | None = None
    injured: Count | None = None
    attackers_killed: Count | None = None
    arrested: Count | None = None
    abducted: Count | None = None
    displaced: Count | None = None
    civilians_killed: Count | None = None
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    background: bool = False
    source: str | None = None
    date_edtf: str | None = None
    date_part: str | None = None
    sum_mismatch: str | None = None
