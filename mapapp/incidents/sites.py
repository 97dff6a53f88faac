"""Where an incident happened: the place its sentence names, or the area that stands in for it; never a bare country as a pin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Kind, Place
from gazetteer.geodesy import distance_km
from mapapp.incidents.incident import GeoPrecision, Site
from mapapp.incidents.offsets import offset_before
from mapapp.incidents.site_chains import as_town, chain_from, contradicted, inside_town, is_partial, unknown_before, without_descriptions
from mapapp.incidents.site_cues import FLOOR, is_near, points_to_dateline, usable, weight
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

NEAR_KM = 10.0
"""Radius added for "near" and "outside" a town."""


NEAR_LIMIT_KM = 25.0
"""UCDP where_prec 2: within about 25 km of a known point; an offset whose radius is larger is 5."""

SAME_PLACE_KM = 15.0
"""Two points closer than this do not tell two incidents apart."""


_AREA_PRECISION = {
    Kind.ADMIN3: GeoPrecision.ADMIN2,
    Kind.ADMIN2: GeoPrecision.ADMIN2,
    Kind.ADMIN1: GeoPrecision.ADMIN1,
    Kind.COUNTRY: GeoPrecision.COUNTRY,
    Kind.SEA: GeoPrecision.SEA_OR_AIR,
}


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """A site with the toponym it rests on."""

    site: Site
    toponym: Toponym
    near: bool = False

    @property
    def place(self) -> Place | None:
        """The gazetteer record, if the toponym has one."""
        return self.toponym.place


def best_site(text: str, toponyms: Sequence[Toponym], focus: int) -> PlacedSite | None:
    """Choose the site of an incident among the toponyms of its sentence.

    Parameters
    ----------
    text
        The report.
    toponyms
        Those inside the sentence.
    focus
        Offset of the word that tells of the incident.
    """
    names = without_descriptions(text, [as_town(text, toponym) for toponym in toponyms if usable(toponym)])
    if not names:
        return None
    chains = {toponym.span: chain_from(text, names, index) for index, toponym in enumerate(names)}
    heads = [t for t in names if not any(t in chain[1:] for chain in chains.values())]
    rated = sorted(((_chain_weight(text, chains[head.span], focus), head) for head in heads), key=lambda pair: (-pair[0], pair[1].span))
    rating, best = rated[0]
    if rating < FLOOR:
        return None
    return _from_chain(text, chains[best.span])


def _chain_weight(text: str, chain: Sequence[Toponym], focus: int) -> float:
    """Rate a chain by its first name, and at least by the best of its wider ones."""
    return max(weight(text, toponym, focus) - 0.5 * position for position, toponym in enumerate(chain))


def _from_chain(text: str, chain: Sequence[Toponym]) -> PlacedSite:
    """Take the narrowest name of a chain that the wider ones do not rule out; an area stands in for a narrower name nobody knows."""
    for position, toponym in enumerate(chain):
        place = toponym.place
        if place is None or is_partial(text, toponym.span) or contradicted(text, chain[position:]):
            continue
        found = placed(text, toponym)
        if not place.is_point:
            following = chain[position + 1].place if position + 1 < len(chain) else None
            if following is not None and following.kind is Kind.CITY and not contradicted(text, chain[position + 1 :]):
                continue  # "X district, Y city": a part of the town
            return _standing_in(text, chain, position, found)
        return found if position == 0 or inside_town(text, chain[0]) else _near_town(found)
    first = chain[0]
    return PlacedSite(Site(first.text, None, None, None, None, "unresolved"), replace(first, place=None))


def _near_town(found: PlacedSite) -> PlacedSite:
    """Lower the precision where a town stands in for a village or district named before it."""
    site = found.site
    if site.geo_precision is not GeoPrecision.EXACT or site.uncertainty_m is None:
        return found
    return replace(
        found, site=replace(site, geo_precision=GeoPrecision.NEAR, uncertainty_m=site.uncertainty_m + NEAR_KM * 1000.0), near=True
    )


def _standing_in(text: str, chain: Sequence[Toponym], position: int, found: PlacedSite) -> PlacedSite:
    """Keep the words for the place itself where only its area is known."""
    span = Span(chain[0].span.start, chain[position].span.end) if position else unknown_before(text, chain[0].span)
    if span is None:
        return found
    words = re.sub(r"\s+", " ", span.of(text))
    return replace(found, site=replace(found.site, text=words))


def here(text: str, sentence: Span, dateline: Toponym | None) -> PlacedSite | None:
    """Return the dateline's place where the sentence itself points to it: "in this city". The dateline alone is never a site."""
    return placed(text, dateline) if dateline is not None and points_to_dateline(text, sentence) else None


def placed(text: str, toponym: Toponym) -> PlacedSite:
    """Build the site that a toponym gives."""
    place = toponym.place
    if place is None:
        return PlacedSite(Site(toponym.text, None, None, None, None, "unresolved"), toponym)
    offset = offset_before(text, toponym.span.start)
    if offset is not None and place.is_point:
        position, radius_km = offset.applied(place)
        precision = GeoPrecision.NEAR if radius_km <= NEAR_LIMIT_KM else GeoPrecision.LARGER
        words = f"{offset.text} {toponym.text}"
        return PlacedSite(Site(words, place.place_id, position, round(radius_km * 1000.0), precision, "relative"), toponym, near=True)
    if place.is_point:
        near = is_near(text, toponym.span)
        precision = GeoPrecision.NEAR if near else GeoPrecision.EXACT
        radius_m = place.uncertainty_m + (NEAR_KM * 1000.0 if near else 0.0)
        method = "exact" if toponym.text.casefold() == place.name.casefold() else "alias"
        return PlacedSite(Site(toponym.text, place.place_id, place.position, radius_m, precision, method), toponym, near)
    precision = _AREA_PRECISION.get(place.kind, GeoPrecision.LARGER)
    if precision is GeoPrecision.COUNTRY:
        return PlacedSite(Site(toponym.text, place.place_id, None, None, precision, "area"), toponym)
    return PlacedSite(Site(toponym.text, place.place_id, place.position, place.uncertainty_m, precision, "area"), toponym)


def is_pin(placed_site: PlacedSite | None) -> bool:
    """Say whether the site is a place or near one, not an area."""
    return placed_site is not None and placed_site.site.geo_precision in {GeoPrecision.EXACT, GeoPrecision.NEAR}


def agree(left: PlacedSite | None, right: PlacedSite | None) -> bool:
    """Say whether two sites may be the same spot: one unknown, one holding the other, or two points close together."""
    if left is None or right is None:
        return True
    a, b = left.place, right.place
    if a is None or b is None:
        return _unknown_agrees(left, right)
    if "relative" in {left.site.method, right.site.method}:
        return _circles_meet(left.site, right.site)
    if a.place_id == b.place_id:
        return True
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return False
    if Kind.COUNTRY in {a.kind, b.kind}:
        return True
    if a.is_point and b.is_point:
        return distance_km(a.position, b.position) <= max(SAME_PLACE_KM, a.radius_km + b.radius_km)
    if Kind.ADMIN1 in {a.kind, b.kind} and a.admin1 and b.admin1:
        return a.admin1 == b.admin1
    if {a.kind, b.kind} & {Kind.ADMIN2, Kind.ADMIN3} and a.admin2 and b.admin2:
        return a.admin2 == b.admin2
    return distance_km(a.position, b.position) <= a.radius_km + b.radius_km + SAME_PLACE_KM


def _circles_meet(left: Site, right: Site) -> bool:
    """Say whether two sites may be the same by where they are: "240 km north of Gao" is not Gao, though it rests on it."""
    if left.position is None or right.position is None or left.uncertainty_m is None or right.uncertainty_m is None:
        return True
    return distance_km(left.position, right.position) * 1000.0 <= left.uncertainty_m + right.uncertainty_m


def _unknown_agrees(left: PlacedSite, right: PlacedSite) -> bool:
    """Say whether a name nobody knows may be the other site: the same name, or a place in the area that the other names."""
    ours, theirs = left.toponym.text.casefold(), right.toponym.text.casefold()
    known = left.place or right.place
    return ours in theirs or theirs in ours or (known is not None and not known.is_point)


def finer(left: PlacedSite | None, right: PlacedSite | None) -> PlacedSite | None:
    """Return the more exact of two sites that agree; the first where they are equal."""
    if left is None or right is None:
        return left or right
    rank = {None: 8}
    return right if (right.site.geo_precision or rank[None]) < (left.site.geo_precision or rank[None]) else left


def spans_of(toponyms: Sequence[Toponym], places: frozenset[str]) -> tuple[Span, ...]:
    """Return the spans of all usable toponyms that stand for one of the places."""
    return tuple(t.span for t in toponyms if t.place is not None and t.place.place_id in places and usable(t))
