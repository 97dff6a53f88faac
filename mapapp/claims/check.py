"""Measure a claim whose ends are settled, judge it, and give the reason in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import inf

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import bearing_deg, distance_km
from gazetteer.place import Place
from mapapp.claims import wording
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Reading, Subject, Verdict
from mapapp.claims.directions import POINTS
from mapapp.claims.ends import Ends
from mapapp.claims.grammar import Statement
from mapapp.claims.hedges import plain_hedge
from mapapp.claims.subject_phrase import SubjectPhrase
from mapapp.claims.uncertainty import extent_km, uncertainty_km
from mapapp.claims.verdict import direction_verdict, half_step, is_doubtful, open_interval, side_verdict, stated_interval, verdict
from mapapp.report.report import Span

_NEGATED = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bneither|\bnor)\s{1,3}(?:(?:be|been|lie|even|quite|really|located|situated)\s{1,3}){0,3}\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What the report says, in km. All None for a vague number or a unit without a length."""

    low_km: float | None = None
    number_km: float | None = None
    high_km: float | None = None

    @property
    def interval(self) -> Interval | None:
        """The interval as the dossier has it."""
        if self.low_km is None or self.high_km is None:
            return None
        shown = open_interval(self.low_km, self.high_km)
        return Interval(*(None if km is None else round(km, 4) for km in (shown.low_km, shown.high_km)))


@dataclass(frozen=True, slots=True)
class Measured:
    """What the map says.

    ``bearing_deg`` is from anchor to subject; for a line ``nearest`` is its nearest point and the bearing leads there.
    """

    km: float
    u_km: float
    bearing_deg: float
    nearest: LatLon | None = None
    readings: tuple[tuple[str, float], ...] = ()
    source: str = ""

    @property
    def interval(self) -> Interval:
        """The measured interval, from d - U (at least 0) to d + U."""
        return Interval(round(max(0.0, self.km - self.u_km), 2), round(self.km + self.u_km, 2))


def checked(text: str, statement: Statement, ends: Ends) -> Claim:
    """Return the claim with measurement, verdict and reason."""
    given = stated(statement)
    found = None if ends.trouble else measure(ends)
    judged, why = _judge(text, statement, ends, given, found)
    pointed = _direction(statement, ends, found)
    span = Span(statement.span.start, ends.anchor.span.end if ends.anchor else statement.span.end)
    claim = Claim(
        span=span,
        text=span.of(text),
        kind=ClaimKind.DISTANCE,
        verdict=judged,
        reason=" ".join(filter(None, (why, _direction_words(statement, ends, found, pointed), _conversion_words(text, statement)))),
        subject=subject_of(text, ends.subject),
        anchor=anchor_of(text, ends, found),
        stated=given.interval,
        hedge=_hedge_words(statement) or None,
        direction=statement.direction,
        direction_verdict=pointed,
    )
    return claim if found is None else _with_measurement(claim, ends, given, found)


def stated(statement: Statement) -> Stated:
    """Return the stated interval in km, from number, unit and hedge."""
    quantity, km = statement.quantity, statement.unit.unit.km
    if quantity.low is None or quantity.high is None or km is None:
        return Stated()
    return Stated(*stated_interval(quantity.low, quantity.high, km, plain_hedge(_hedge_words(statement))))


def measure(ends: Ends) -> Measured | None:
    """Return distance, uncertainty and bearing between two settled ends; None if one of them has no point after all."""
    start = _place(ends.subject)
    extent = extent_km(start) if start else None
    if start is None or extent is None:
        return None
    if ends.line is not None:
        point = ends.line.nearest(start.position)
        each = tuple((reading.reading, reading.distance_km) for reading in ends.line.readings(start.position))
        return Measured(
            point.distance_km, uncertainty_km(extent), point.bearing_deg, point.position, each if len(each) > 1 else (), point.source
        )
    goal = ends.anchor.name.place if ends.anchor and ends.anchor.name else None
    goal_extent = extent_km(goal) if goal else None
    if goal is None or goal_extent is None:
        return None
    return Measured(
        distance_km(goal.position, start.position), uncertainty_km(extent, goal_extent), bearing_deg(goal.position, start.position)
    )


def _judge(text: str, statement: Statement, ends: Ends, given: Stated, found: Measured | None) -> tuple[Verdict, str]:
    """Return the verdict with its reason."""
    trouble = _trouble(text, statement, given) or ends.trouble
    if trouble or found is None or given.number_km is None:
        return Verdict.CANNOT_TELL, " ".join(
            filter(None, (trouble or wording.no_anchor(), wording.only_measured(found.km, found.interval) if found else ""))
        )
    low, s, high = given.low_km, given.number_km, given.high_km
    judged = verdict(low, s, high, found.km, found.u_km, confidence=ends.confidence)
    if judged is Verdict.CANNOT_TELL:
        doubtful = is_doubtful(s, found.km, found.u_km, confidence=ends.confidence) and found.u_km <= s
        return judged, wording.perhaps_another(found.km, s) if doubtful else wording.too_large(s, found.u_km)
    near, far = max(0.0, found.km - found.u_km), found.km + found.u_km
    number = _middle(statement) if low is not None else 0.0
    first = wording.measured(found.km, near, far, wording.stated(number, statement.unit.unit, s), s)
    parts = [f"{first}: {wording.judgement(judged, s, found.km, near, open_side=high == inf or low == 0.0)}.", _points_words(ends)]
    if found.readings:
        parts.append(
            wording.readings([(name, km, verdict(low, s, high, km, found.u_km, confidence=ends.confidence)) for name, km in found.readings])
        )
    if ends.line is not None:
        parts.append(wording.border_source(found.source, coast=ends.anchor is not None and ends.anchor.kind is AnchorKind.COAST))
    return judged, " ".join(parts)


def _trouble(text: str, statement: Statement, given: Stated) -> str:
    """Return why a statement as such cannot be judged."""
    if _NEGATED.search(text, max(0, statement.span.start - 48), statement.span.start):
        return wording.negated()
    if statement.quantity.is_vague:
        return wording.vague(text[statement.quantity.start : statement.unit.span.end])
    return wording.blocks() if given.number_km is None else ""


def _points_words(ends: Ends) -> str:
    """Name the points used."""
    start, goal = _place(ends.subject), ends.anchor.name.place if ends.anchor and ends.anchor.name else None
    if start is None or ends.anchor is None:
        return ""
    if ends.line is None:
        return wording.points_used(start, goal) if goal else ""
    return wording.nearest_point_used(start, "coast" if ends.anchor.kind is AnchorKind.COAST else "border")


def _direction(statement: Statement, ends: Ends, found: Measured | None) -> Verdict | None:
    """Return the verdict on the direction word; None where there is none."""
    if statement.direction is None:
        return None
    start = _place(ends.subject)
    if found is None or start is None or is_doubtful_end(ends, statement, found):
        return Verdict.CANNOT_TELL
    if found.nearest is not None:
        return side_verdict(statement.direction, bearing_deg(found.nearest, start.position), found.km, found.u_km)
    return direction_verdict(statement.direction, found.bearing_deg, found.km, found.u_km)


def is_doubtful_end(ends: Ends, statement: Statement, found: Measured) -> bool:
    """Say whether the doubt gate holds the claim back, and with it the direction."""
    number = stated(statement).number_km
    return number is not None and is_doubtful(number, found.km, found.u_km, confidence=ends.confidence)


def _direction_words(statement: Statement, ends: Ends, found: Measured | None, pointed: Verdict | None) -> str:
    """Return the sentence about the direction, if there is something to say."""
    start = _place(ends.subject)
    if statement.direction is None or pointed is None or found is None or start is None or pointed is Verdict.CANNOT_TELL:
        return ""
    bearing = bearing_deg(found.nearest, start.position) if found.nearest else found.bearing_deg
    return wording.direction(statement.direction, _nearest_point_name(bearing), pointed, side=found.nearest is not None)


def _nearest_point_name(bearing: float) -> str:
    """Return the compass point of sixteen nearest to a bearing."""
    return POINTS[round(bearing / 22.5) % 16]


def _conversion_words(text: str, statement: Statement) -> str:
    """Return a remark where the report's own conversion does not agree within the rounding of both numbers."""
    conversion, quantity, km = statement.conversion, statement.quantity, statement.unit.unit.km
    if conversion is None or conversion.unit.unit.km is None or km is None:
        return ""
    other = conversion.quantity
    if quantity.low is None or quantity.high is None or other.low is None or other.high is None:
        return ""
    one = ((quantity.low - half_step(quantity.low)) * km, (quantity.high + half_step(quantity.high)) * km)
    two = tuple(n * conversion.unit.unit.km for n in (other.low - half_step(other.low), other.high + half_step(other.high)))
    if one[0] <= two[1] and two[0] <= one[1]:
        return ""
    given = text[other.start : conversion.unit.span.end]
    return wording.conversion_disagrees(given, _middle(statement) * km, (other.low + other.high) / 2 * conversion.unit.unit.km)


def _with_measurement(claim: Claim, ends: Ends, given: Stated, found: Measured) -> Claim:
    """Return the claim with the measured values filled in."""
    return replace(
        claim,
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
        nearest=found.nearest,
        readings=tuple(
            Reading(name, round(km, 2), verdict(given.low_km, given.number_km, given.high_km, km, found.u_km, confidence=ends.confidence))
            for name, km in found.readings
        ),
        source=found.source,
    )


def subject_of(text: str, phrase: SubjectPhrase) -> Subject:
    """Return the near end as the dossier has it; an area gets no position."""
    place = _place(phrase)
    if phrase.trouble or (place is not None and extent_km(place) is None):
        place = None
    return Subject(
        text=phrase.span.of(text),
        span=phrase.span,
        position=place.position if place else None,
        place_id=place.place_id if place else None,
        event=phrase.event,
    )


def anchor_of(text: str, ends: Ends, found: Measured | None) -> Anchor | None:
    """Return the far end as the dossier has it; a border has its nearest point for a position."""
    phrase = ends.anchor
    if phrase is None:
        return None
    place = phrase.name.place if phrase.name and not phrase.trouble else None
    if place is not None and extent_km(place) is None:
        place = None
    nearest = found.nearest if found else None
    return Anchor(
        text=phrase.span.of(text),
        span=phrase.span,
        kind=phrase.kind,
        countries=ends.countries or (place.countries if place else ()),
        position=nearest or (place.position if place else None),
        place_id=place.place_id if place else None,
    )


def _place(phrase: SubjectPhrase) -> Place | None:
    return phrase.name.place if phrase.name else None


def _hedge_words(statement: Statement) -> str:
    """Return the hedge in front and the one behind ("or so") together."""
    return " ".join(
        filter(None, (statement.hedge.words if statement.hedge else "", statement.tail if statement.tail.startswith("or") else ""))
    )


def _middle(statement: Statement) -> float:
    low, high = statement.quantity.low or 0.0, statement.quantity.high or 0.0
    return (low + high) / 2.0
