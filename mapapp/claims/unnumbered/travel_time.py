"""Find travelling times: "a two-hour drive from X", "two days on foot", "an hour north of X". They are no distances, and marked as such.

Everything starts from a unit of time; to its left stand quantity and hedge, to its right a way of travelling or a place. Without
either it is any other time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mapapp.claims import wording
from mapapp.claims.claim import Claim, ClaimKind, Verdict
from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.far_end.anchor_phrase import AnchorPhrase
from mapapp.claims.far_end.anchors import find_anchor
from mapapp.claims.judging.check import subject_of
from mapapp.claims.near_end.subjects import find_subject
from mapapp.claims.statements.hedges import Hedge, hedge_before
from mapapp.claims.statements.quantities import quantity_before
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.loose_anchor import ANYTHING, Allowed, is_certain, place_end
from mapapp.claims.unnumbered.loose_claim import ends_of, unjudged
from mapapp.report.report import Span
from mapapp.report.starts import Opening, starts_in

_UNIT = re.compile(r"(?<![^\W\d])(?P<unit>hours?|hrs?|h|minutes?|mins?|days?|weeks?)(?!\w)(?P<own>['’]s?(?!\w)|(?<=s)['’])?", re.IGNORECASE)
_UNITS: Opening = frozenset("hour hours hr hrs h minute minutes min mins day days week weeks".split())
_SHORT = frozenset({"h", "hr", "hrs", "min", "mins"})
_S = r"\s{1,3}"
_VEHICLE = (
    r"(?:car|road|bus|minibus|boat|speedboat|canoe|ferry|ship|sea|train|rail|plane|air|helicopter|taxi|truck|lorry|jeep|four-wheel\s{1,3}drive|"
    r"motorbike|motorcycle|bicycle|bike|horse|horseback|mule|donkey|camel|foot|river|land|sled|cart|ox-cart|snowmobile|tractor)"
)
_BY = rf"(?:by{_S}(?:a{_S}|an{_S})?(?:\w{{2,10}}{_S})?{_VEHICLE}|on{_S}(?:foot|horseback|skis)|as{_S}the{_S}crow{_S}flies)"
_GOING = (
    rf"(?:(?:\w{{2,10}}[\s-]{{1,3}})?(?:drive|walk|ride|flight|march|journey|hike|trek|sail|voyage|boat{_S}ride|crossing|climb|paddle|"
    r"driving|walking|driving\s{1,3}time|travel|travel\s{1,3}time)|trip|commute)"
)
_AFTER = re.compile(
    rf"(?:[\s-]{{1,3}}(?P<half>and{_S}a{_S}half))?"
    rf"(?:(?:[\s-]{{1,3}}|,{_S})(?P<mode>{_GOING}|{_BY})(?![\w-]))?"
    rf"(?P<away>{_S}(?:away|distant|off))?"
    rf"(?:{_S}(?P<mode2>{_BY})(?![\w-]))?"
    rf"(?:{_S}(?:to{_S}the{_S})?{DIRECTION})?"
    rf"(?:{_S}(?P<relator>from|of|to)(?!\w))?",
    re.IGNORECASE,
)
_MODE_BEHIND = re.compile(rf",?{_S}(?P<mode>{_BY})(?![\w-])", re.IGNORECASE)
_TAKES = re.compile(
    rf"(?<![\w'’-])(?:takes?|took|taking|needs?){_S}(?:\w{{2,8}}{_S}){{0,2}}\Z",
    re.IGNORECASE,
)
_TO_REACH = re.compile(
    rf"{_S}(?:to{_S})?(?P<verb>drive|walk|travel|get|reach|reaching|fly|sail|ride|hike|trek|march|cross)"
    rf"{_S}(?:(?:there|back|by{_S}{_VEHICLE}){_S})?(?:(?:from|to){_S})?(?=\w)",
    re.IGNORECASE,
)
_JOURNEY = re.compile(
    rf"(?<![\w'’-])(?P<going>drive|walk|journey|flight|ride|trek|crossing|voyage|march|trip){_S}(?P<relator>from|to){_S}(?=\w)",
    re.IGNORECASE,
)
_TAKES_OR_IS = re.compile(
    rf"{_S}(?:usually{_S}|can{_S}|now{_S}|often{_S})?(?:takes?|took|lasts?|lasted|is|was){_S}(?:\w{{2,8}}{_S}){{0,2}}\Z", re.IGNORECASE
)
_JOURNEY_REACH = 110
"""Characters between "the drive from" and its time."""
_BARE_PLURAL = re.compile(r"(?<!\w)(?:is|are|was|were|lies|just|only|mere|,|still)\s{1,3}\Z", re.IGNORECASE)
_REACH = 24
_VISITS = frozenset({"trip", "journey", "travel"})
"""With "to": a visit that lasts so long ("a three-day trip to")."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time as stated. ``anchor_start`` None: the form has no place behind it."""

    start: int
    end: int
    unit: str
    hedge: Hedge | None
    mode: str
    direction: str | None
    relator: str
    anchor_start: int | None
    is_away: bool = False
    is_plain: bool = False


def travel_times(here: Surroundings) -> Iterator[Claim]:
    """Yield the travelling times, none of them judged."""
    for match in starts_in(here.text).matches(_UNIT, _UNITS):
        time = _time(here.text, match)
        if time is None:
            continue
        anchor, end = _anchor(here, time)
        if _counts(here, time, anchor):
            yield _claim(here, time, anchor, end)


def _time(text: str, match: re.Match[str]) -> _Time | None:
    """Read what stands around a unit of time."""
    unit = match.group("unit").lower()
    plural = unit.endswith("s") and unit != "s"
    quantity = quantity_before(text, match.start(), plural=plural, digits_only=unit in _SHORT)
    start = quantity.start if quantity else match.start()
    is_plain = quantity is None
    if is_plain and not (plural and _BARE_PLURAL.search(text, max(0, start - _REACH), start)):
        return None
    if is_plain and (light := re.search(r"(?:just|only|mere)\s{1,3}\Z", text[max(0, start - 8) : start], re.IGNORECASE)):
        start = max(0, start - 8) + light.start()
    start = _with_article(text, start)
    hedge = hedge_before(text, start)
    start = hedge.start if hedge else start
    takes = _TAKES.search(text, max(0, start - _REACH), start)
    if takes is not None and (reach := _TO_REACH.match(text, match.end())) is not None:
        return _Time(start, match.end(), unit, hedge, reach.group("verb").lower(), None, "to", reach.end(), is_plain=is_plain)
    journey = _journey(text, start)
    if journey is not None:
        return _Time(
            journey.start(), match.end(), unit, hedge, journey.group("going").lower(), None, "from", journey.end(), is_plain=is_plain
        )
    after = _AFTER.match(text, match.end())
    if after is None or "\n\n" in after.group():
        return None
    relator = (after.group("relator") or "").lower()
    mode = " ".join((after.group("mode") or after.group("mode2") or "").lower().split())
    space = re.compile(r"\s{1,3}").match(text, after.end()) if relator else None
    point = after.group("direction")
    return _Time(
        start, after.end(), unit, hedge, mode, point_of(point) if point else None, relator, space.end() if space else None,
        is_away=after.group("away") is not None, is_plain=is_plain,
    )  # fmt: skip


def _journey(text: str, start: int) -> re.Match[str] | None:
    """Return "drive from" in "the drive from A to B takes", where a time follows at ``start``."""
    left = max(0, start - _JOURNEY_REACH)
    if _TAKES_OR_IS.search(text, max(left, start - 2 * _REACH), start) is None:
        return None
    found = max(_JOURNEY.finditer(text, left, start), key=lambda match: match.start(), default=None)
    return found if found is not None and not re.search(r"[.;:\n]\s", text[found.end() : start]) else None


def _with_article(text: str, start: int) -> int:
    """Return where "a" in front of "two-hour drive" starts."""
    article = re.search(r"(?<!\w)an?\s{1,3}\Z", text[max(0, start - 5) : start], re.IGNORECASE)
    return max(0, start - 5) + article.start() if article else start


def _anchor(here: Surroundings, time: _Time) -> tuple[AnchorPhrase | None, int]:
    """Return the place behind a time, and where the statement ends: "from X by car" included."""
    if time.anchor_start is None or time.anchor_start >= len(here.text):
        return None, time.end
    anchor = place_end(here, time.anchor_start, ANYTHING)
    if anchor is None and time.mode:
        anchor = find_anchor(here, time.anchor_start)
    if anchor is None:
        return None, time.end
    if anchor.span.end < time.end and time.anchor_start < time.start + _JOURNEY_REACH:
        return anchor, max(time.end, anchor.span.end)
    behind = None if time.mode else _MODE_BEHIND.match(here.text, anchor.span.end)
    return anchor, behind.end() if behind else anchor.span.end


def _counts(here: Surroundings, time: _Time, anchor: AnchorPhrase | None) -> bool:
    """Say whether a time is one of travelling: a way of going, or a place it is counted from."""
    if time.relator == "to":
        is_visit = time.unit.startswith(("day", "week")) and time.mode in _VISITS
        return bool(time.mode) and not is_visit and anchor is not None and _is_place(here, anchor)
    if time.mode:
        return anchor is not None or (not time.relator and (time.is_away or " " in time.mode))
    if anchor is None or not _is_place(here, anchor):
        return False
    within = time.hedge is not None and any(word in time.hedge.words for word in ("within", "less than", "under"))
    if time.relator == "of" and time.direction is None and not within:
        return False
    return not time.unit.startswith(("day", "week")) or time.is_away or time.direction is not None


def _is_place(here: Surroundings, anchor: AnchorPhrase) -> bool:
    """Say whether a far end is a place for certain."""
    return place_end(here, anchor.span.start, ANYTHING & ~Allowed.UNKNOWN) is not None and is_certain(here, anchor)


def _claim(here: Surroundings, time: _Time, anchor: AnchorPhrase | None, end: int) -> Claim:
    if anchor is None:
        span = Span(time.start, end)
        subject = find_subject(here, time.start, None, None)
        claim = Claim(
            span, span.of(here.text), ClaimKind.TRAVEL_TIME, Verdict.CANNOT_TELL, wording.travel_time(), subject_of(here.text, subject)
        )
    else:
        settled = ends_of(here, time.start, anchor)
        ends, found = settled.ends, settled.found
        claim = unjudged(here, ClaimKind.TRAVEL_TIME, Span(time.start, end), ends, None)
        measured = f" {wording.only_measured(found.km, found.interval)}" if found else ""
        claim = replace(claim, reason=wording.travel_time() + measured)
        if found:
            claim = replace(claim, measured_km=round(found.km, 2), measured=found.interval, bearing_deg=round(found.bearing_deg, 1))
    return replace(claim, read_as=wording.reads_time(), hedge=time.hedge.words if time.hedge else None, direction=time.direction)
