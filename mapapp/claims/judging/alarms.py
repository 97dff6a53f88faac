"""Which claims an editor should look at first.

An alarm is a claim that nothing explains, or a report that contradicts itself. They rank in this order: a distance shorter than the
straight line, which no road can be; a direction far off, nearly always a slip; a conversion in brackets that is another distance; a
distance so long that no road explains it, which a long way round might yet; words without a number that do not fit the way they are read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mapapp.claims.claim import Claim, Interval, Verdict


class AlarmKind(StrEnum):
    """What is the matter, gravest first."""

    TOO_SHORT = "too_short"
    DIRECTION = "direction"
    CONVERSION = "conversion"
    TOO_FAR = "too_far"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is the matter with a claim, in a few words fit for a label."""

    kind: AlarmKind
    words: str


_WORDS = {
    AlarmKind.TOO_SHORT: "shorter than the straight line",
    AlarmKind.DIRECTION: "direction far off",
    AlarmKind.CONVERSION: "the two figures given are different distances",
    AlarmKind.TOO_FAR: "too far for any road",
    AlarmKind.READING: "does not fit the way the words are read",
}
_RANK = {kind: rank for rank, kind in enumerate(AlarmKind)}
_NO_ALARM = len(_RANK)


def alarm_of(claim: Claim) -> Alarm | None:
    """Return the gravest alarm of a claim, or None."""
    return next(iter(alarms_of(claim)), None)


def alarms_of(claim: Claim) -> tuple[Alarm, ...]:
    """Return all alarms of a claim, the gravest first. What the report denies raises none."""
    if claim.negated:
        return ()
    raised: set[AlarmKind] = set()
    if claim.verdict is Verdict.CONTRADICTED:
        raised.add(_of_length(claim.stated, claim.measured, has_direction=claim.direction_verdict is not None))
    if claim.direction_verdict is Verdict.CONTRADICTED:
        raised.add(AlarmKind.DIRECTION)
    if claim.conversion_km is not None:
        raised.add(AlarmKind.CONVERSION)
    return tuple(Alarm(kind, _WORDS[kind]) for kind in AlarmKind if kind in raised)


def ranked(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with alarms first, the gravest in front, those of one kind in the order of how far they are off; then the rest.

    Claims without an alarm keep the order they have.
    """
    return tuple(sorted(claims, key=_rank))


def _rank(claim: Claim) -> tuple[int, float]:
    alarm = alarm_of(claim)
    return (_NO_ALARM, 0.0) if alarm is None else (_RANK[alarm.kind], -_times_off(claim))


def _of_length(stated: Interval | None, measured: Interval | None, *, has_direction: bool) -> AlarmKind:
    """Return what is wrong with a length that does not fit; without a number it is a direction or a reading that does not."""
    if stated is None or measured is None:
        return AlarmKind.DIRECTION if has_direction else AlarmKind.READING
    if stated.high_km is not None and measured.low_km is not None and stated.high_km < measured.low_km:
        return AlarmKind.TOO_SHORT
    return AlarmKind.TOO_FAR


def _times_off(claim: Claim) -> float:
    """Return how many times one interval is beyond the other; 1 where that does not apply."""
    stated, measured = claim.stated, claim.measured
    if stated is None or measured is None:
        return 1.0
    if stated.high_km and measured.low_km and stated.high_km < measured.low_km:
        return measured.low_km / stated.high_km
    return stated.low_km / measured.high_km if stated.low_km and measured.high_km else 1.0
