"""Where an incident happened: the place its sentence names, or the area that stands in for it; never a bare country as a pin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Kind, Place
from gazetteer.geodesy import destination, distance_km
from mapapp.claims.offset_place import NEARBY_KM
from mapapp.incidents.incident import GeoPrecision, Site
from mapapp.incidents.placing.offsets import Offset, Offsets
from mapapp.incidents.placing.site_chains import (
    as_province,
    as_town,
    chain_from,
    contradicted,
    inside_town,
    is_partial,
    unknown_before,
    unknown_levels,
    wider_area,
    without_descriptions,
)
from mapapp.incidents.placing.site_cues import (
    ASIDE_KM,
    ASIDE_RADIUS_KM,
    FLOOR,
    NEAR_KM,
    aside_deg,
    may_be_site,
    points_to_dateline,
    precision_at,
    usable,
    weight,
    widened_km,
)
from mapapp.incidents.placing.site_doubts import doubtful
from mapapp.incidents.placing.site_references import capital_meant, country_wide, country_words, happened_here, same_place_before, this_spot
from mapapp.incidents.placing.site_streets import as_street, street_in, town_of_street
from mapapp.incidents.placing.site_topics import topic_of
from mapapp.incidents.placing.site_unknowns import unknown_site
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

NEAR_LIMIT_KM = 25.0
"""UCDP where_prec 2: within about 25 km of a known point; what lies so far from a place in any direction, and may be farther off, is 5."""

POINTED_NEAR_LIMIT_KM = 40.0
"""The same with a direction. The radius is a largest error, the point a better guess than it tells: of an encyclopaedia's claims 97 % of
the true places lay within 25 km of a point whose radius was 25 to 40 km (513 claims; of the 254 up to 50 km, 89 %)."""

SAME_PLACE_KM = 15.0
"""Two points closer than this do not tell two incidents apart."""


DISTRICT_KM = 40.0
PROVINCE_KM = 100.0
"""Added to the radius of a town that stands for the district or province named after it, whose extent is not known."""

_AREA_PRECISION = {
    Kind.ADMIN3: GeoPrecision.ADMIN2,
    Kind.ADMIN2: GeoPrecision.ADMIN2,
    Kind.ADMIN1: GeoPrecision.ADMIN1,
    Kind.COUNTRY: GeoPrecision.COUNTRY,
    Kind.SEA: GeoPrecision.SEA_OR_AIR,
}


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """A site with the toponym it rests on; ``offset``: how far from it; ``stands_for``: the name that its area stands in for."""

    site: Site
    toponym: Toponym
    near: bool = False
    offset: Offset | None = None
    stands_for: str = ""

    @property
    def place(self) -> Place | None:
        """The gazetteer record, if the toponym has one."""
        return self.toponym.place


def best_site(text: str, toponyms: Sequence[Toponym], focus: int, offsets: Offsets) -> PlacedSite | None:
    """Choose the site of an incident among the toponyms of its sentence.

    Parameters
    ----------
    text
        The report.
    toponyms
        Those inside the sentence.
    focus
        Offset of the word that tells of the incident.
    offsets
        Which names only say how far off something is.
    """
    names = without_descriptions([_as_written(text, toponym, offsets) for toponym in toponyms if may_be_site(text, toponym)], offsets)
    if not names:
        return None
    chains = {toponym.span: chain_from(text, names, index, offsets) for index, toponym in enumerate(names)}
    heads = [t for t in names if not any(t in chain[1:] for chain in chains.values())]
    rated = sorted(
        ((_chain_weight(text, chains[head.span], focus, offsets), head) for head in heads), key=lambda pair: (-pair[0], pair[1].span)
    )
    rating, best = rated[0]
    if rating < FLOOR:
        return None
    return _from_chain(text, chains[best.span], offsets)


def _as_written(text: str, toponym: Toponym, offsets: Offsets) -> Toponym:
    """Return the name as the words around it tell: of a town, a province, a street."""
    return as_street(text, as_province(text, as_town(text, toponym), offsets.gazetteer))


def _chain_weight(text: str, chain: Sequence[Toponym], focus: int, offsets: Offsets) -> float:
    """Rate a chain by its first name, and at least by the best of its wider ones."""
    return max(weight(text, toponym, focus, offsets) - 0.5 * position for position, toponym in enumerate(chain))


def _from_chain(text: str, chain: Sequence[Toponym], offsets: Offsets) -> PlacedSite:
    """Take the narrowest name of a chain that the wider ones do not rule out; an area stands in for a narrower name nobody knows."""
    for position, toponym in enumerate(chain):
        place = toponym.place
        if place is None or is_partial(text, toponym.span, place) or contradicted(chain[position:], offsets):
            continue
        if doubtful(text, chain[position:], offsets.toponyms):
            continue
        found = placed(text, toponym, offsets)
        if not place.is_point:
            following = chain[position + 1].place if position + 1 < len(chain) else None
            if following is not None and following.kind is Kind.CITY and not contradicted(chain[position + 1 :], offsets):
                continue  # "X district, Y city": a part of the town
            return _standing_in(text, chain, position, found)
        if position and not inside_town(text, chain[0]):
            return _near_town(text, chain, position, found)
        return found if position else _with_unknown_parts(text, chain, found)
    first = chain[0]
    if first.place is None and first.within is not None:
        return _somewhere_in(first, first.within)
    return PlacedSite(Site(first.text, None, None, None, None, "unresolved"), replace(first, place=None))


def _somewhere_in(toponym: Toponym, area: Place) -> PlacedSite:
    """Let the area that the text names for a place in no gazetteer stand in for it."""
    precision = GeoPrecision.ADMIN2 if area.is_point else _AREA_PRECISION.get(area.kind, GeoPrecision.LARGER)
    radius_m = area.uncertainty_m + (DISTRICT_KM * 1000.0 if area.is_point else 0.0)
    site = Site(toponym.text, area.place_id, area.position, radius_m, precision, "area")
    return PlacedSite(site, replace(toponym, place=area), stands_for=toponym.text)


def _with_unknown_parts(text: str, chain: Sequence[Toponym], found: PlacedSite) -> PlacedSite:
    """Make an area of a town that names a district or province where finer names that nobody knows stand before it.

    One name is near the town ("X village, Y district"); of two or more, or of a province, nothing closer is known than the area.
    """
    called = wider_area(text, chain[0].span)
    if called is None or found.site.position is None:
        return found
    unknown = unknown_levels(text, chain[0].span)
    if not unknown or (len(unknown) < 2 and called is not Kind.ADMIN1):
        return found
    words = _flat(text[unknown[-1].start : chain[0].span.end])
    radius_m = (found.site.uncertainty_m or 0.0) + (PROVINCE_KM if called is Kind.ADMIN1 else DISTRICT_KM) * 1000.0
    site = replace(found.site, text=words, uncertainty_m=radius_m, geo_precision=_AREA_PRECISION[called], method="area")
    return replace(found, site=site, near=False, stands_for=words)


def _near_town(text: str, chain: Sequence[Toponym], position: int, found: PlacedSite) -> PlacedSite:
    """Keep the words for a village or district named before the town that stands in for it, and lower the precision."""
    site = found.site
    if site.geo_precision is not GeoPrecision.EXACT or site.uncertainty_m is None:
        return found
    words = _flat(text[chain[0].span.start : chain[position].span.end])
    near = replace(site, text=words, geo_precision=GeoPrecision.NEAR, uncertainty_m=site.uncertainty_m + NEAR_KM * 1000.0)
    return replace(found, site=near, near=True, stands_for=words)


def _flat(words: str) -> str:
    """Return a chain of names on one line, its brackets as commas: "Mirado (Calvera)" is "Mirado, Calvera"."""
    return re.sub(r"\s+", " ", words).replace(" (", ", ").replace("(", "").replace(")", "")


def _standing_in(text: str, chain: Sequence[Toponym], position: int, found: PlacedSite) -> PlacedSite:
    """Keep the words for the place itself where only its area is known."""
    span = Span(chain[0].span.start, chain[position].span.end) if position else unknown_before(text, chain[0].span)
    if span is None:
        return found
    words = _flat(span.of(text))
    return replace(found, site=replace(found.site, text=words), stands_for=words)


def site_of(
    text: str, sentence: Span, toponyms: Sequence[Toponym], focus: int, offsets: Offsets, dateline: Toponym | None
) -> PlacedSite | None:
    """Return where a sentence puts its incident: a place it names, one so far from a place it does not name, or where it was filed.

    The last only where the sentence itself points there ("in this city"); the dateline alone is never a site.
    """
    found = _named_site(text, sentence, toponyms, focus, offsets)
    if found is None and (same := same_place_before(text, sentence, offsets.toponyms)) is not None:
        return placed(text, same, offsets)
    if found is None and dateline is not None and (points_to_dateline(text, sentence) or happened_here(text, sentence)):
        return placed(text, dateline, offsets)
    if found is None and (meant := this_spot(text, sentence, offsets) or country_wide(text, sentence, offsets)) is not None:
        return placed(text, meant, offsets)
    if found is None or found.site.geo_precision is GeoPrecision.COUNTRY:
        capital = capital_meant(text, sentence, offsets, dateline)
        if capital is not None:
            return placed(text, capital, offsets)
    if found is not None and found.site.method != "unresolved":
        street = "" if found.stands_for or not is_pin(found) else street_in(text, toponyms)
        return replace(found, stands_for=street) if street else found
    topic = topic_of(text, sentence, offsets.toponyms)
    filed = topic or offsets.of_town or dateline
    if found is not None and (town := town_of_street(text, found.toponym, offsets.toponyms, filed)) is not None:
        return _in_town(found.toponym, town)
    if found is None:
        return placed(text, topic, offsets) if topic is not None else _in_a_country(text, toponyms)
    return _fallen_back(found, topic, offsets)


def _named_site(text: str, sentence: Span, toponyms: Sequence[Toponym], focus: int, offsets: Offsets) -> PlacedSite | None:
    """Return the place that a sentence names, or so far from which it puts something, or a name that nobody knows."""
    named = best_site(text, toponyms, focus, offsets)
    if named is not None and named.site.method != "unresolved":
        if named.site.geo_precision is not GeoPrecision.COUNTRY:
            return named
        # "the border town of X": nobody knows it, but it says more than the country it borders on.
        unknown = unknown_site(text, sentence, offsets.toponyms)
        return placed(text, unknown, offsets) if unknown is not None else named
    offset = offsets.from_unnamed(sentence)
    if offset is not None and (named is None or (offset.name and named.site.text in offset.name)):
        at_offset = _at_offset(offset, offset.toponyms[0])
        if at_offset is not None:
            return at_offset
    if named is not None:
        return named
    unknown = unknown_site(text, sentence, offsets.toponyms)
    return placed(text, unknown, offsets) if unknown is not None else None


def _in_a_country(text: str, toponyms: Sequence[Toponym]) -> PlacedSite | None:
    """Return the country, or the sea off it, that "several Syrian towns" and "the Libyan coast" lie in."""
    for toponym in toponyms:
        words = country_words(text, toponym)
        if words is None or toponym.place is None:
            continue
        place = toponym.place
        precision = GeoPrecision.SEA_OR_AIR if words.at_sea else GeoPrecision.COUNTRY
        site = Site(_flat(words.span.of(text)), place.place_id, place.position, place.uncertainty_m, precision, "area")
        return PlacedSite(site, toponym)
    return None


def _in_town(street: Toponym, town: Toponym) -> PlacedSite:
    """Let the town stand in for a street or quarter of it."""
    place = town.place
    assert place is not None
    site = Site(f"{street.text}, {_flat(town.text)}", place.place_id, place.position, place.uncertainty_m, GeoPrecision.NEAR, "inherited")
    return PlacedSite(site, replace(street, place=place), near=True, stands_for=street.text)


def _fallen_back(found: PlacedSite, topic: Toponym | None, offsets: Offsets) -> PlacedSite:
    """Let an area stand in for a name in no gazetteer: that of the heading, else the country that the whole report is about.

    In the register of a town it is a street or quarter of it.
    The text stays that of the name; precision and radius say that only the area is known.
    """
    if topic is not None and topic.place is not None and topic.place.kind is not Kind.COUNTRY:
        return _somewhere_in(found.toponym, topic.place)
    if offsets.of_town is not None and topic is None and found.place is None:
        return _in_town(found.toponym, offsets.of_town)
    country = offsets.country()
    if country is None:
        return found
    site = Site(found.site.text, country.place_id, country.position, country.uncertainty_m, GeoPrecision.COUNTRY, "area")
    return replace(found, site=site)


def _at_offset(offset: Offset, toponym: Toponym) -> PlacedSite | None:
    """Build the site that lies so far from a place, or between two; None where the places have no point."""
    found = offset.applied(toponym)
    if found is None or toponym.place is None:
        return None
    limit_km = NEAR_LIMIT_KM if offset.claim.direction is None else POINTED_NEAR_LIMIT_KM
    near = offset.reach is not None and found.radius_km <= limit_km
    precision = GeoPrecision.NEAR if near else GeoPrecision.LARGER
    site = Site(offset.words, toponym.place.place_id, found.position, round(found.radius_km * 1000.0), precision, "relative")
    return PlacedSite(site, toponym, near=True, offset=offset)


def placed(text: str, toponym: Toponym, offsets: Offsets) -> PlacedSite:
    """Build the site that a toponym gives."""
    place = toponym.place
    if place is None:
        return PlacedSite(Site(toponym.text, None, None, None, None, "unresolved"), toponym)
    offset = offsets.of(toponym)
    at_offset = _at_offset(offset, toponym) if offset is not None else None
    if at_offset is not None:
        return at_offset
    if place.is_point:
        to_side = aside_deg(text, toponym.span) if offset is None else None
        if to_side is not None:
            return _aside(toponym, place, to_side)
        # Between this place and one that is unknown: not in it, at least.
        wider_km = NEARBY_KM if offset is not None else widened_km(text, toponym.span)
        near, precision = wider_km is not None, precision_at(wider_km)
        radius_m = place.uncertainty_m + (wider_km or 0.0) * 1000.0
        method = "exact" if toponym.text.casefold() == place.name.casefold() else "alias"
        return PlacedSite(Site(toponym.text, place.place_id, place.position, radius_m, precision, method), toponym, near)
    precision = _AREA_PRECISION.get(place.kind, GeoPrecision.LARGER)
    return PlacedSite(Site(toponym.text, place.place_id, place.position, place.uncertainty_m, precision, "area"), toponym)


def _aside(toponym: Toponym, place: Place, bearing_deg: float) -> PlacedSite:
    """Build the site that lies to one side of a town: "in the northern countryside of X"."""
    position = destination(place.position, bearing_deg, ASIDE_KM)
    radius_m = place.uncertainty_m + ASIDE_RADIUS_KM * 1000.0
    return PlacedSite(Site(toponym.text, place.place_id, position, radius_m, GeoPrecision.NEAR, "relative"), toponym, near=True)


def is_pin(placed_site: PlacedSite | None) -> bool:
    """Say whether the site is a place or near one, not an area."""
    return placed_site is not None and placed_site.site.geo_precision in {GeoPrecision.EXACT, GeoPrecision.NEAR}


def is_spot(placed_site: PlacedSite | None) -> bool:
    """Say whether the site is a place, near one, or at an offset from one, however far; not an area."""
    return is_pin(placed_site) or (placed_site is not None and placed_site.offset is not None)


def agree(left: PlacedSite | None, right: PlacedSite | None) -> bool:
    """Say whether two sites may be the same spot: one unknown, one holding the other, or two points close together."""
    if left is None or right is None:
        return True
    a, b = left.place, right.place
    if left.stands_for and right.stands_for and not _share_a_name(left.stands_for, right.stands_for):
        return False
    if a is None or b is None:
        return _unknown_agrees(left, right)
    if "relative" in {left.site.method, right.site.method}:
        return _may_be_one(left, right)
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


def _share_a_name(left: str, right: str) -> bool:
    """Say whether two names in no gazetteer may be one: they begin alike."""
    first, second = re.search(r"\w+", left), re.search(r"\w+", right)
    return first is None or second is None or first[0].casefold() == second[0].casefold()


def _may_be_one(left: PlacedSite, right: PlacedSite) -> bool:
    """Say whether two sites, one of them so far from a place, may be the same by where they are."""
    for offset, place in ((left.offset, right.place), (right.offset, left.place)):
        if offset is not None and place is not None and (left.offset is None or right.offset is None):
            return offset.may_be(place)
    a, b = left.site, right.site
    if a.position is None or b.position is None or a.uncertainty_m is None or b.uncertainty_m is None:
        return True
    return distance_km(a.position, b.position) * 1000.0 <= a.uncertainty_m + b.uncertainty_m


def _unknown_agrees(left: PlacedSite, right: PlacedSite) -> bool:
    """Say whether a name nobody knows may be the other site: the same name, or a place in the area that the other names."""
    ours, theirs = left.toponym.text.casefold(), right.toponym.text.casefold()
    known = left.place or right.place
    return ours in theirs or theirs in ours or (known is not None and not known.is_point)


def finer(left: PlacedSite | None, right: PlacedSite | None) -> PlacedSite | None:
    """Return the more exact of two sites that agree, the first where they are equal; "5 km north of a town" tells more than the town."""
    if left is None or right is None:
        return left or right
    if left.place == right.place and (left.offset is None) != (right.offset is None):
        return left if left.offset is not None else right
    rank = {None: 8}
    return right if (right.site.geo_precision or rank[None]) < (left.site.geo_precision or rank[None]) else left


def spans_of(toponyms: Sequence[Toponym], places: frozenset[str]) -> tuple[Span, ...]:
    """Return the spans of all usable toponyms that stand for one of the places."""
    return tuple(t.span for t in toponyms if t.place is not None and t.place.place_id in places and usable(t))
