"""Offsets: which place names of a report only say how far off something is, by the claims found in it, and which place that gives.

The words are read by the grammar of claims alone; here they are joined to the toponyms, and become a point with a radius.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazetteer import Place
from gazetteer.geodesy import distance_km
from mapapp.claims.claim import Anchor, AnchorKind, Claim, ClaimKind
from mapapp.claims.offset_place import OffsetPlace, Reach, may_be, midpoint_place, offset_place, stated_reach, vague_reach
from mapapp.claims.statements.grammar import statements
from mapapp.claims.statements.hedges import plain_hedge
from mapapp.claims.statements.units import NAUTICAL_MILE
from mapapp.claims.uncertainty import POINT_ERROR_KM, extent_km
from mapapp.incidents.placing.site_unknowns import country_of_lead, country_of_most
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

if TYPE_CHECKING:
    from gazetteer import Gazetteer

OFFSET_SLACK = 2.0
"""A stated distance may be off by this factor and still be of the place meant; road distances reach 1.6."""

FACILITY_EXTENT_KM = 10.0
"""Added where the offset is from a thing named after a town, which may lie anywhere around it: "5 km north of Arish airport"."""

_COUNTED_FROM = frozenset({AnchorKind.PLACE, AnchorKind.CAPITAL, AnchorKind.FACILITY, AnchorKind.DEICTIC})
_STRAIGHT = re.compile(
    r"\b(?:as\s{1,3}the\s{1,3}crow\s{1,3}flies|in\s{1,3}a\s{1,3}straight\s{1,3}line|by\s{1,3}air|offshore)\b", re.IGNORECASE
)
_STRAIGHT_BEHIND = 32
"""Characters behind the claim in which "as the crow flies" is looked for."""

FARTHEST_BETWEEN_KM = 300.0
"""Of two places farther apart nobody says "between" of an incident; one of them is then another place of its name."""

_HALFWAY = re.compile(r"\b(?:half[\s-]?way|mid[\s-]?way)\b", re.IGNORECASE)
_SETTLEMENT_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|village|town|hamlet|settlement|locality|community)\s{1,3}(?:of\s{1,3}|called\s{1,3})?(?:the\s{1,3})?"
    r"(?:(?:village|town|hamlet|settlement|locality|community)\s{1,3}(?:of\s{1,3})?)?\Z",
    re.IGNORECASE,
)
_SETTLEMENT_BEHIND = re.compile(r"\s{1,3}(?:village|town|hamlet|settlement)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offset:
    """What lies so far from a place that the report names, or between two of them.

    ``reach`` is on the ground; None: between ``toponyms``. ``subject_id``: the record of the place that it is stated of, if that is known.
    ``name``: that of a place in no gazetteer that it is stated of.
    """

    claim: Claim
    text: str
    toponyms: tuple[Toponym, ...]
    reach: Reach | None
    subject_id: str | None = None
    name: str = ""

    @property
    def words(self) -> str:
        """What to call the place: the name that the gazetteer lacks, or the offset as written."""
        return self.name or self.text

    def applied(self, toponym: Toponym) -> OffsetPlace | None:
        """Return the point meant and the radius that holds it; None where what it is counted from has no point.

        ``toponym`` is the end that it is looked up by, with the place that it is now taken for.
        """
        places = [toponym.place if end.span == toponym.span else end.place for end in self.toponyms]
        ends = [(place.position, km) for place in places if place is not None and (km := self._extent_km(place)) is not None]
        if not ends or len(ends) < len(places):
            return None
        if self.reach is not None:
            return offset_place(*ends[0], self.reach, self.claim.direction)
        if len(ends) < 2 or distance_km(ends[0][0], ends[1][0]) > FARTHEST_BETWEEN_KM:
            return None
        return midpoint_place(*ends[0], *ends[1], halfway=_HALFWAY.search(self.claim.text) is not None)

    def may_be(self, place: Place) -> bool:
        """Say whether a place may lie where the offset puts it; "90 km north of Gao" is neither Gao nor a town in the south."""
        anchor = self.toponyms[0].place
        if anchor is None or self.reach is None:
            return True
        slack_km = place.radius_km + anchor.radius_km + POINT_ERROR_KM
        return may_be(place.position, slack_km, anchor.position, self.reach, self.claim.direction)

    def describes(self, place: Place) -> bool:
        """Say whether it may be said of a place; only a place of the same name elsewhere is ruled out."""
        anchor = self.toponyms[0].place if self.toponyms else None
        if anchor is None or self.reach is None:
            return self.reach is None
        stated_km = (self.reach.low_km + self.reach.high_km) / 2.0 if self.reach.number_km is None else self.reach.high_km
        return distance_km(place.position, anchor.position) <= OFFSET_SLACK * stated_km + place.radius_km + anchor.radius_km

    def _extent_km(self, place: Place) -> float | None:
        extent = max(place.radius_km, extent_km(place) or 0.0) if place.is_point else extent_km(place)
        at_facility = self.claim.anchor is not None and self.claim.anchor.kind is AnchorKind.FACILITY
        return extent + FACILITY_EXTENT_KM if extent is not None and at_facility else extent


class Offsets:
    """The offsets of a report, by the place names that they are counted from."""

    def __init__(
        self,
        text: str = "",
        claims: Sequence[Claim] = (),
        toponyms: Sequence[Toponym] = (),
        gazetteer: Gazetteer | None = None,
        *,
        of_town: Toponym | None = None,
    ) -> None:
        self._by_span: dict[Span, Offset] = {}
        self._unnamed: list[Offset] = []
        self.gazetteer = gazetteer
        self.of_town = of_town
        """The town that the report is of, by its header: "Mirado police log"."""
        self.said: dict[tuple[Span, str | None], float] = {}
        """What the words around a name say for it as a site, whatever is told there: the same for each clause that is tried."""
        self._points = {t.place.place_id: t.place for t in toponyms if t.place is not None and t.place.is_point}
        self._toponyms = sorted(toponyms, key=lambda toponym: toponym.span)
        self._starts = [toponym.span.start for toponym in self._toponyms]
        for claim in claims:
            self._add(text, claim)

    @property
    def toponyms(self) -> Sequence[Toponym]:
        """All place names of the report, in order."""
        return self._toponyms

    def country(self) -> Place | None:
        """Return the country that nearly all named places of the report lie in, or that it is filed from and opens with."""
        iso2 = country_of_most(self._toponyms) or country_of_lead(self._toponyms)
        return self.gazetteer.country(iso2) if iso2 is not None and self.gazetteer is not None else None

    def of(self, toponym: Toponym) -> Offset | None:
        """Return the offset that is counted from a name."""
        return self._by_span.get(toponym.span)

    def from_unnamed(self, sentence: Span) -> Offset | None:
        """Return the first offset of a sentence that is counted from a place it does not name: "90 km from here", "from the capital"."""
        return next((offset for offset in self._unnamed if sentence.start <= offset.claim.span.start < sentence.end), None)

    def _add(self, text: str, claim: Claim) -> None:
        """Take a claim, if it places something: counted from a place, with a number or between two, and not denied."""
        anchor = claim.anchor
        if anchor is None or anchor.kind not in _COUNTED_FROM or claim.negated:
            return
        reach = reach_of(text, claim)
        between = claim.kind is ClaimKind.BETWEEN and claim.second_anchor is not None
        if reach is None and not between:
            return
        ends = [self._named_in(end) for end in ((anchor, claim.second_anchor) if between else (anchor,)) if end is not None]
        named = tuple(toponym for toponym in ends if toponym is not None)
        is_named = len(named) == len(ends)
        if not is_named and (place := None if between else self._place(anchor)) is not None:
            named = (Toponym(anchor.span, anchor.text, place=place),)
        offset = self._with_subject(text, Offset(claim, " ".join(claim.text.split()), named, None if between else reach))
        if is_named:
            self._by_span.update({toponym.span: offset for toponym in named})
        elif named and not between and offset.subject_id is None:
            self._unnamed.append(offset)

    def _with_subject(self, text: str, offset: Offset) -> Offset:
        """Return the offset with what it is stated of: a place on record that may lie there, or a name that the gazetteer lacks.

        A place on record that lies quite elsewhere is another one of that name.
        """
        subject = offset.claim.subject
        place = self._points.get(subject.place_id) if subject is not None and not subject.event and subject.place_id else None
        if place is not None and offset.describes(place):
            return replace(offset, subject_id=place.place_id)
        return replace(offset, name=self._unknown_name(text, offset.claim, place))

    def _place(self, anchor: Anchor) -> Place | None:
        """Return the record of a far end that is no name in the text."""
        if self.gazetteer is None or anchor.place_id is None or anchor.kind is AnchorKind.FACILITY:
            return None
        try:
            return self.gazetteer.place(anchor.place_id)
        except KeyError:  # coordinates that the report gives, which are no record
            return None

    def _named_in(self, anchor: Anchor) -> Toponym | None:
        """Return the toponym that a far end is named by: the one with its record, else the first; "the Egyptian capital" names none."""
        first = bisect_left(self._starts, anchor.span.start)
        inside = [t for t in self._toponyms[first : bisect_left(self._starts, anchor.span.end)] if t.span.end <= anchor.span.end]
        placed = [toponym for toponym in inside if toponym.place is not None and toponym.place.place_id == anchor.place_id]
        others = [] if anchor.kind is AnchorKind.CAPITAL else [toponym for toponym in inside if not toponym.demonym]
        return next(iter(placed or others), None)

    def _unknown_name(self, text: str, claim: Claim, namesake: Place | None) -> str:
        """Return the name of the settlement that the claim is about, where it is in no gazetteer; "" if it is about something else."""
        subject = claim.subject
        if subject is None or subject.event or not subject.text[:1].isupper():
            return ""
        first = bisect_left(self._starts, subject.span.start)
        overlapping = [t for t in self._toponyms[first : first + 4] if t.span.overlaps(subject.span)]
        called = bool(_SETTLEMENT_BEFORE.search(text, max(0, subject.span.start - 48), subject.span.start)) or bool(
            _SETTLEMENT_BEHIND.match(text, subject.span.end)
        )
        if not called and not any(t.place in (None, namesake) and not t.is_rejected for t in overlapping):
            return ""
        return " ".join(subject.text.split())


def reach_of(text: str, claim: Claim) -> Reach | None:
    """Return how far off on the ground a claim puts its subject; None where it has no number, or one that places nothing."""
    if claim.kind is not ClaimKind.DISTANCE:
        return None
    statement = next(statements(claim.text), None)
    km = statement.unit.unit.km if statement is not None else None
    behind = text[claim.span.start : claim.span.end + _STRAIGHT_BEHIND]
    if statement is None or km is None:
        return None if claim.stated is None else _from_interval(claim.stated.low_km, claim.stated.high_km)
    quantity = statement.quantity
    straight = statement.unit.unit is NAUTICAL_MILE or _STRAIGHT.search(behind) is not None
    if quantity.low is None or quantity.high is None:
        reach = vague_reach(text[claim.span.start + quantity.start : claim.span.start + statement.unit.span.start], km)
    else:
        reach = stated_reach(quantity.low, quantity.high, km, plain_hedge(claim.hedge or ""))
    return None if reach is None else reach.on_the_ground(straight=straight)


def _from_interval(low_km: float | None, high_km: float | None) -> Reach | None:
    """Read the interval of a claim whose words the grammar does not take alone."""
    if high_km is None:
        return None
    number = (low_km + high_km) / 2.0 if low_km is not None else None
    return Reach(low_km or 0.0, number, high_km).on_the_ground()
