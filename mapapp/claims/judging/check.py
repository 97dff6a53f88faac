"""Measure a claim whose ends are settled, judge it, and give the reason in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from math import inf

from gazetteer.coordinates import LatLon
from gazetteer.geodesy import bearing_deg, distance_and_bearing
from gazetteer.place import Place
from mapapp.claims import wording
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind, Interval, Reading, Subject, Verdict
from mapapp.claims.directions import POINTS
from mapapp.claims.judging import judgement_wording
from mapapp.claims.judging.border_readings import headline, judged_readings
from mapapp.claims.judging.conversion import disagreeing_km, middle_km
from mapapp.claims.judging.thresholds import STANDARD, Thresholds
from mapapp.claims.judging.verdict import direction_verdict, is_doubtful, open_interval, side_verdict, stated_interval, verdict
from mapapp.claims.near_end.subject_phrase import SubjectPhrase
from mapapp.claims.placing.ends import Ends
from mapapp.claims.statements.grammar import Statement
from mapapp.claims.statements.hedges import plain_hedge
from mapapp.claims.uncertainty import extent_km, uncertainty_km


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


@dataclass(frozen=True, slots=True)
class _Judged:
    """A verdict with its reason, the verdicts on a direction word and under each reading of a disputed border."""

    verdict: Verdict
    reason: str
    direction: Verdict | None = None
    readings: tuple[Reading, ...] = ()


def checked(text: str, statement: Statement, ends: Ends, *, thresholds: Thresholds = STANDARD) -> Claim:
    """Return the claim with measurement, verdict and reason."""
    given = stated(statement, thresholds=thresholds)
    found = None if ends.trouble else measure(ends)
    judged = _judge(text, statement, ends, given, found, thresholds)
    other_km = _conversion_km(statement)
    span = statement.whole(ends.anchor.span if ends.anchor else None, ends.subject.span)
    claim = Claim(
        span=span,
        text=span.of(text),
        kind=ClaimKind.DISTANCE,
        verdict=judged.verdict,
        reason=" ".join(filter(None, (judged.reason, _conversion_words(text, statement, other_km)))),
        subject=subject_of(text, ends.subject),
        anchor=anchor_of(text, ends, found),
        stated=given.interval,
        hedge=statement.hedge_words or None,
        direction=statement.direction,
        direction_verdict=judged.direction,
        readings=judged.readings,
        used_for_disambiguation=ends.chosen_by_distance,
        conversion_km=None if other_km is None else round(other_km, 4),
    )
    return claim if found is None else with_measurement(claim, found)


def stated(statement: Statement, *, thresholds: Thresholds = STANDARD) -> Stated:
    """Return the stated interval in km, from number, unit and hedge."""
    quantity, km = statement.quantity, statement.unit.unit.km
    if quantity.low is None or quantity.high is None or km is None:
        return Stated()
    return Stated(*stated_interval(quantity.low, quantity.high, km, plain_hedge(statement.hedge_words), thresholds=thresholds))


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
    km, towards_deg = distance_and_bearing(goal.position, start.position)
    return Measured(km, uncertainty_km(extent, goal_extent), towards_deg)


def _judge(text: str, statement: Statement, ends: Ends, given: Stated, found: Measured | None, thresholds: Thresholds) -> _Judged:
    """Return verdict, reason, verdict on the direction and on each reading."""
    pointed = _direction(statement, ends, given, found, thresholds)
    trouble = _trouble(text, statement, given) or ends.trouble
    if not trouble and ends.chosen_by_distance:
        trouble = wording.chosen_by_distance()
    if trouble or found is None or given.low_km is None or given.number_km is None:
        measured = wording.only_measured(found.km, found.interval) if found else ""
        direction = _direction_words(statement, ends, found, pointed)
        return _Judged(
            Verdict.CANNOT_TELL, _joined(trouble or wording.no_anchor(), measured, direction, _source_words(ends, found)), pointed
        )
    rule = partial(_ruled, given=given, confidence=ends.confidence, thresholds=thresholds)
    readings = judged_readings(found.readings, partial(rule, u_km=found.u_km))
    nearest = rule(found.km, u_km=found.u_km)
    judged = headline(nearest, readings)
    if nearest is Verdict.CANNOT_TELL and not any(reading.verdict is not nearest for reading in readings):
        doubtful = is_doubtful(given.number_km, found.km, found.u_km, confidence=ends.confidence, thresholds=thresholds)
        too_large = found.u_km > given.number_km or not doubtful
        why = wording.too_large(given.number_km, found.u_km) if too_large else wording.perhaps_another(found.km, given.number_km)
        return _Judged(judged, _joined(why, _source_words(ends, found)), pointed, readings)
    return _Judged(
        judged,
        _joined(
            _comparison(statement, given, found, judged),
            _points_words(ends),
            judgement_wording.readings(readings) if readings else "",
            _direction_words(statement, ends, found, pointed),
            _source_words(ends, found),
        ),
        pointed,
        readings,
    )


def _ruled(km: float, *, u_km: float, given: Stated, confidence: float, thresholds: Thresholds) -> Verdict:
    """Apply the reference rule to a measured distance."""
    return verdict(given.low_km, given.number_km, given.high_km, km, u_km, confidence=confidence, thresholds=thresholds)


def _comparison(statement: Statement, given: Stated, found: Measured, judged: Verdict) -> str:
    """Return the sentence with both distances and what follows."""
    quantity, unit, number = statement.quantity, statement.unit.unit, given.number_km
    if quantity.low is None or quantity.high is None or unit.km is None or number is None:
        return ""  # unreachable: without a number nothing is judged
    at_most, at_least = given.low_km == 0.0 and quantity.low > 0.0, given.high_km == inf
    near, far = max(0.0, found.km - found.u_km), found.km + found.u_km
    written = judgement_wording.stated(quantity.low, quantity.high, unit, at_most=at_most, at_least=at_least)
    both = (quantity.low * unit.km, quantity.high * unit.km)
    first = judgement_wording.measured(found.km, near, far, written, both, is_bound=at_most or at_least)
    return f"{first}: {judgement_wording.judgement(judged, number, found.km, near)}."


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _trouble(text: str, statement: Statement, given: Stated) -> str:
    """Return why a statement as such cannot be judged."""
    if statement.quantity.is_vague:
        return wording.vague(text[statement.quantity.start : statement.unit.span.end])
    return wording.blocks() if given.number_km is None else ""


def _points_words(ends: Ends) -> str:
    """Name the points used."""
    start, goal = _place(ends.subject), ends.anchor.name.place if ends.anchor and ends.anchor.name else None
    if start is None or ends.anchor is None:
        return ""
    if ends.line is None:
        return judgement_wording.points_used(start, goal) if goal else ""
    return judgement_wording.nearest_point_used(start, "coast" if _is_coast(ends) else "border")


def _source_words(ends: Ends, found: Measured | None) -> str:
    """Name source and vintage of a border or coast that was measured to."""
    return wording.border_source(found.source, coast=_is_coast(ends)) if found is not None and found.source else ""


def _is_coast(ends: Ends) -> bool:
    return ends.anchor is not None and ends.anchor.kind is AnchorKind.COAST


def _direction(statement: Statement, ends: Ends, given: Stated, found: Measured | None, thresholds: Thresholds) -> Verdict | None:
    """Return the verdict on the direction word; None where there is none."""
    if statement.direction is None:
        return None
    start = _place(ends.subject)
    if found is None or start is None:
        return Verdict.CANNOT_TELL
    number = given.number_km
    if number is not None and is_doubtful(number, found.km, found.u_km, confidence=ends.confidence, thresholds=thresholds):
        return Verdict.CANNOT_TELL
    if found.nearest is not None:
        side = bearing_deg(found.nearest, start.position)
        return side_verdict(statement.direction, side, found.km, found.u_km, thresholds=thresholds)
    return direction_verdict(statement.direction, found.bearing_deg, found.km, found.u_km, thresholds=thresholds)


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


def _conversion_km(statement: Statement) -> float | None:
    """Return the distance that the report's own conversion gives, in km, where it is another one."""
    other = statement.conversion
    return None if other is None else disagreeing_km(statement.quantity, statement.unit.unit, other.quantity, other.unit.unit)


def _conversion_words(text: str, statement: Statement, other_km: float | None) -> str:
    """Return a remark where the report's own conversion does not agree within the rounding of both numbers."""
    conversion, number_km = statement.conversion, middle_km(statement.quantity, statement.unit.unit)
    if conversion is None or other_km is None or number_km is None:
        return ""
    return judgement_wording.conversion_disagrees(text[conversion.quantity.start : conversion.unit.span.end], number_km, other_km)


def with_measurement(claim: Claim, found: Measured) -> Claim:
    """Return the claim with the measured values filled in."""
    return replace(
        claim,
        measured_km=round(found.km, 2),
        measured=found.interval,
        bearing_deg=round(found.bearing_deg, 1),
        nearest=found.nearest,
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
