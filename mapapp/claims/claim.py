"""A claim: a distance or direction that a report states, and what measuring says of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gazetteer.coordinates import LatLon
from mapapp.report.report import Span


class ClaimKind(StrEnum):
    """What is claimed."""

    DISTANCE = "distance"
    DIRECTION = "direction"
    NEAR = "near"
    BETWEEN = "between"
    TRAVEL_TIME = "travel_time"


class AnchorKind(StrEnum):
    """What the distance is counted from."""

    PLACE = "place"
    BORDER = "border"
    COAST = "coast"
    CAPITAL = "capital"
    FACILITY = "facility"
    FRONT_LINE = "front_line"
    DEICTIC = "deictic"
    AREA = "area"


class Verdict(StrEnum):
    """How a stated distance stands to the measured one, mildest first."""

    SUPPORTED = "supported"
    ROUGHLY = "roughly"
    BY_ROAD = "by_road"
    BY_ROAD_IF_OBSTACLE = "by_road_if_obstacle"
    CONTRADICTED = "contradicted"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Interval:
    """Kilometres from ``low_km`` to ``high_km``; None is an open side."""

    low_km: float | None
    high_km: float | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the claim is about. ``position`` None: not resolved. ``event``: the incident itself is so far away, not a named place."""

    text: str
    span: Span
    position: LatLon | None = None
    place_id: str | None = None
    event: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the distance is counted from. ``countries``: whose border, coast or capital (ISO 3166-1 alpha-2)."""

    text: str
    span: Span
    kind: AnchorKind
    countries: tuple[str, ...] = ()
    position: LatLon | None = None
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The measurement under one reading of a disputed border."""

    reading: str
    measured_km: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Claim:
    """One stated distance, direction or nearness, checked as far as it can be.

    ``stated`` None: vague. ``measured_km`` is geodesic (WGS 84); ``bearing_deg`` clockwise from north, from anchor to subject (border:
    from subject to ``nearest``, the nearest point of the line). ``direction`` is "N" … "NNW". ``reason`` is a sentence fit to print.

    ``read_as`` says in words how a statement without a number is read ("within 25 km of the border"), ``read_as_km`` in figures.
    ``second_anchor``: the other end of "between A and B". ``attribution``: the words that say who states it. ``negated``: the report denies
    the distance; ``modal``: it states it as possible only. ``used_for_disambiguation``: the claim helped to choose one of its ends, so
    that it proves nothing about it. ``conversion_km``: the same distance as the report gives it in another unit, in km, where the two
    figures are different distances; None where they agree or there is but one.
    """

    span: Span
    text: str
    kind: ClaimKind
    verdict: Verdict
    reason: str
    subject: Subject | None = None
    anchor: Anchor | None = None
    stated: Interval | None = None
    hedge: str | None = None
    direction: str | None = None
    measured_km: float | None = None
    measured: Interval | None = None
    bearing_deg: float | None = None
    nearest: LatLon | None = None
    direction_verdict: Verdict | None = None
    readings: tuple[Reading, ...] = ()
    source: str = ""
    read_as: str = ""
    read_as_km: Interval | None = None
    second_anchor: Anchor | None = None
    attribution: str | None = None
    negated: bool = False
    modal: bool = False
    used_for_disambiguation: bool = False
    conversion_km: float | None = None
