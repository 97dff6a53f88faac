"""Decide which place each name stands for: all names of a report together, one sense a name, and "none of these" is an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians

from gazetteer import Gazetteer, Kind, Place, open_gazetteer
from mapapp.report.report import Report, Span
from mapapp.resolution.clues import Option
from mapapp.resolution.evidence import LocalEvidence, Named, ReportEvidence, local_evidence, name_of_span, report_evidence
from mapapp.resolution.ranker import HAND_SET, Ranked, ResolutionProfile, rank
from mapapp.toponyms.recognizer import Mention
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.toponym import Alternative, Toponym

MAX_ALTERNATIVES = 12
"""As many other candidates as a reader can look through; the ranking itself is never cut."""

MIN_CONFIDENCE = 0.4
"""Below this a name stays unplaced: a wrong pin is worse than none."""


def resolve(
    report: Report,
    spans: Iterable[Span | tuple[int, int]],
    *,
    gazetteer: Gazetteer | None = None,
    home_countries: Iterable[str] = (),
    max_alternatives: int | None = MAX_ALTERNATIVES,
    profile: ResolutionProfile = HAND_SET,
) -> tuple[Toponym, ...]:
    """Return the places for spans that somebody else has found.

    ``spans`` are half-open code point offsets over ``report.text``, as :class:`Span` or (start, end). Every span comes back, in the
    order of the text, its place None where nothing fits. ``max_alternatives`` None keeps all candidates.
    """
    world = gazetteer or open_gazetteer()
    ordered = sorted(span if isinstance(span, Span) else Span(*span) for span in spans)
    names = [name_of_span(report.text, span, world) for span in ordered]
    return resolve_names(report.text, names, home_countries=home_countries, max_alternatives=max_alternatives, profile=profile)


def resolve_mentions(
    report: Report,
    mentions: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    home_countries: Iterable[str] = (),
    profile: ResolutionProfile = HAND_SET,
) -> tuple[Toponym, ...]:
    """Return the places for the mentions that :func:`mapapp.toponyms.find.find` has accepted."""
    names = [name_of_span(report.text, m.span, gazetteer, form=m.candidate.form, recognised=m.probability) for m in mentions]
    return resolve_names(report.text, names, home_countries=home_countries, profile=profile)


def resolve_names(
    text: str,
    names: Sequence[Named],
    *,
    home_countries: Iterable[str] = (),
    max_alternatives: int | None = MAX_ALTERNATIVES,
    profile: ResolutionProfile = HAND_SET,
) -> tuple[Toponym, ...]:
    """Resolve names jointly: mentions of one name share their evidence and get one place."""
    evidence = report_evidence(names, home_countries)
    local = local_evidence(text, names)
    keys = _group_keys(names, local)
    groups = _group(names, keys, local)
    order = list(groups)
    options = [_options(*groups[key], evidence) for key in order]
    ranked = dict(zip(order, rank(options, profile), strict=True))
    return tuple(_toponym(text, named, ranked[key], max_alternatives) for named, key in zip(names, keys, strict=True))


KM_PER_DEGREE = 111.2
_SEAT_REACH_KM = 20.0
"""A town counts as lying in an area if it is no farther outside the area's radius: label points and radii are derived from towns."""


def _options(named: Named, around: LocalEvidence, evidence: ReportEvidence) -> list[Option]:
    towns = [(place, how) for place, how in named.candidates if place.kind in _TOWNS]
    areas = [(place, how) for place, how in named.candidates if place.kind in _AREAS_OF_TOWNS]
    return [
        Option(
            place,
            how,
            evidence,
            around,
            has_namesake_town=place.kind in _AREAS_OF_TOWNS and _any_as_good(how, (t for t in towns if _lies_in(t[0], place))),
            borrows_area_name=how != "name" and place.kind in _TOWNS and any(h == "name" and _lies_in(place, a) for a, h in areas),
        )
        for place, how in named.candidates
    ]


def _any_as_good(how: str, others: Iterable[tuple[Place, str]]) -> bool:
    """Say whether one of the others bears the name as its own, or at least in the same way."""
    return any(other in {"name", how} for _, other in others)


_TOWNS = frozenset({Kind.CITY, Kind.VILLAGE})
_AREAS_OF_TOWNS = frozenset({Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3})


def _lies_in(town: Place, area: Place) -> bool:
    return town.countries == area.countries and _roughly_km(town, area) < area.radius_km + _SEAT_REACH_KM


def _roughly_km(a: Place, b: Place) -> float:
    """Return a distance that is good enough to say "in this area": the plane of latitude and longitude, stretched."""
    north = a.position.lat - b.position.lat
    east = ((a.position.lon - b.position.lon + 180.0) % 360.0 - 180.0) * cos(radians(b.position.lat))
    return hypot(north, east) * KM_PER_DEGREE


_GroupKey = tuple[str, Form, frozenset[Kind]]


def _group_keys(names: Sequence[Named], local: Sequence[LocalEvidence]) -> list[_GroupKey]:
    """Return what each mention is resolved together with: the same name, and the same kind told beside it ("Puno", "the Puno region").

    "The city of Puno" speaks for the mentions that tell nothing as well; "the Puno region" does not.
    """
    settled = {(n.key, n.form): around.kinds for n, around in zip(names, local, strict=True) if around.kinds & _TOWNS}
    return [(n.key, n.form, around.kinds or settled.get((n.key, n.form), around.kinds)) for n, around in zip(names, local, strict=True)]


def _group(
    names: Sequence[Named], keys: Sequence[_GroupKey], local: Sequence[LocalEvidence]
) -> Mapping[_GroupKey, tuple[Named, LocalEvidence]]:
    """Join the mentions of one name with all that stands around any of them: containers count for every mention of the name."""
    # Dictionaries, not growing tuples: a name that stands in the report fifty thousand times must not cost its square.
    containers: dict[tuple[str, Form], dict[str, Place]] = {}
    held: dict[_GroupKey, dict[str, Place]] = {}
    first: dict[_GroupKey, Named] = {}
    for named, key, around in zip(names, keys, local, strict=True):
        containers.setdefault((named.key, named.form), {}).update((place.place_id, place) for place in around.containers)
        held.setdefault(key, {}).update((place.place_id, place) for place in around.held)
        first.setdefault(key, named)
    return {
        key: (named, LocalEvidence(tuple(containers[named.key, named.form].values()), key[2], tuple(held[key].values())))
        for key, named in first.items()
    }


def _toponym(text: str, named: Named, ranked: Sequence[Ranked], max_alternatives: int | None) -> Toponym:
    best = ranked[0] if ranked else None
    confidence = best.probability * named.recognised if best else 0.0
    placed = best if best is not None and confidence >= MIN_CONFIDENCE else None
    others = [r for r in ranked if r is not placed]
    return Toponym(
        span=named.span,
        text=named.span.of(text),
        demonym=named.form is Form.DEMONYM,
        place=placed.option.place if placed else None,
        confidence=round(confidence, 4) if placed else None,
        reasons=_reasons(placed) if placed else _why_not(named, best),
        alternatives=tuple(Alternative(r.option.place, round(r.score, 3), _reasons(r)) for r in others[:max_alternatives]),
    )


_IN_WORDS = {
    "prominence": "well known or populous",
    "main_name": "the gazetteer's own name",
    "former_name": "a former name",
    "variant_of_spelling": "found by another spelling",
    "capital": "a capital or seat",
    "country_named": "its country is named in the report",
    "country_share": "its country is prominent in the report",
    "admin1_named": "its state or province is named",
    "admin2_named": "its county or district is named",
    "inside_container": "lies in the area named beside it",
    "town_known_by_its_areas_name": "the name is that of the area around it",
    "area_named_like_its_town": "a town in it has the same name",
    "holds_the_name_before": "the place named before it lies in it",
    "outside_every_container": "lies outside the area named beside it",
    "kind_told": "of the kind told beside the name",
    "kind_not_told": "not of the kind told beside the name",
    "fits_the_other_places": "lies near the report's other places",
}


def _reasons(ranked: Ranked) -> tuple[str, ...]:
    strongest = sorted(ranked.clues, key=lambda c: -abs(c[1]))[:4]
    return tuple(f"{_IN_WORDS[name]} ({weight:+.1f})" for name, weight in strongest)


def _why_not(named: Named, best: Ranked | None) -> tuple[str, ...]:
    if best is None:
        return ("no place of this name in the gazetteer",)
    return (f"too doubtful to place: the likeliest is {_title(best.option.place)} at {best.probability * named.recognised:.0%}",)


def _title(place: Place) -> str:
    return f"{place.name}, {'/'.join(place.countries)}" if place.countries else place.name
