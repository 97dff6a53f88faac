"""Says of single fields of a matched incident whether they are right: figures, dates, sites, quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.geodesy import distance_km
from mapapp.incidents.incident import GeoPrecision, Incident
from tests.incidents.open_set.gold import GoldDate, GoldIncident, GoldSite
from tests.incidents.open_set.matching import NEAR_KM, Match, best_of, count_of, figures_exist

POINTS = frozenset({GeoPrecision.EXACT, GeoPrecision.NEAR})
"""A site of these precisions becomes a pin."""

EVIDENT = {"date": "date_start", "site": "site"} | {name: name for name in figures_exist()}
"""Fields that need a quote, by the beginning of the quote's field: the gold's name of it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many fields an incident gives, how many of them have a quote, and how many of the gold's quotes were hit."""

    given: int
    quoted: int
    comparable: int
    right: int


def above_zero(gold: GoldIncident) -> tuple[str, ...]:
    """Return the figures that must be found: stated, above zero, with a number."""
    return tuple(name for name, count in gold.counts.items() if count.best and count.best[0] > 0 and not count.may_be_missing)


def is_stated_none(gold: GoldIncident, name: str) -> bool:
    """Say whether the report says that there was nobody."""
    return name in gold.counts and gold.counts[name].best == (0,) and not gold.counts[name].may_be_missing


def is_vague(gold: GoldIncident, name: str) -> bool:
    """Say whether people are told of, but no number of them."""
    return name in gold.counts and not gold.counts[name].best


def is_exact(gold: GoldIncident, found: Incident | None, name: str) -> bool:
    """Say whether the best number is right."""
    return found is not None and best_of(found, name) in gold.counts[name].best


def bounds_right(gold: GoldIncident, found: Incident | None, name: str) -> bool:
    """Say whether low, best and high are right."""
    want, have = gold.counts[name], count_of(found, name)
    return have is not None and have.best in want.best and (have.low, have.high) == (want.low, want.high)


def vague_right(gold: GoldIncident, found: Incident | None, name: str) -> bool:
    """Say whether a figure without an exact number was given: the bounds of a range are right, "several" may have any low."""
    want, have = gold.counts[name], count_of(found, name)
    if have is None:
        return False
    if want.high is not None:
        inside = have.best is None or (want.low or 0) <= have.best <= want.high
        return inside and (have.low, have.high) == (want.low, want.high)
    return have.best is None


def is_invented(match: Match, gold: GoldIncident, found: Incident, name: str) -> bool:
    """Say whether a figure above zero was given where the gold has none; an umbrella may hold the sum of its parts."""
    best = best_of(found, name)
    allowed = set(gold.counts[name].best) if name in gold.counts else set()
    parts = [part.counts[name].best[0] for part in match.report.parts(gold) if name in part.counts and part.counts[name].best]
    return bool(best) and best not in {*allowed, sum(parts)}


def has_attackers(gold: GoldIncident) -> bool:
    """Say whether attackers are told to have died."""
    return "attackers_killed" in above_zero(gold)


def attackers_apart(gold: GoldIncident, found: Incident | None) -> bool:
    """Say whether the dead attackers and the dead victims are both right; no victims told may be none or nothing."""
    if found is None or not is_exact(gold, found, "attackers_killed"):
        return False
    if "killed" not in gold.counts:
        return not best_of(found, "killed")
    missing = gold.counts["killed"].may_be_missing and best_of(found, "killed") is None
    return missing or is_exact(gold, found, "killed")


def family_total(match: Match, umbrella: GoldIncident, parts: Sequence[GoldIncident]) -> int:
    """Add up the dead of an umbrella and its parts as found, leaving out those that have a parent in the family."""
    by_gold = match.by_gold
    family = [by_gold[gold.id] for gold in (umbrella, *parts) if gold.id in by_gold]
    ids = {found.id for found in family}
    return sum(best_of(found, "killed") or 0 for found in family if found.parent not in ids)


def date_right(gold: GoldIncident, found: Incident | None) -> bool:
    """Say whether both ends of the date are right."""
    if found is None:
        return False
    return any((found.date_start, found.date_end or found.date_start) == (reading.start, reading.end) for reading in gold.dates)


def is_placed(found: Incident | None) -> bool:
    """Say whether the incident would be a pin."""
    return found is not None and found.site is not None and found.site.position is not None and found.site.geo_precision in POINTS


def point_right(gold: GoldSite | None, found: Incident | None) -> bool:
    """Say whether a pin is where it should be (in an area only where the gold allows one), or a point that the gold lets be no pin."""
    if gold is None or found is None or found.site is None or found.site.position is None:
        return False
    if not is_placed(found) and (gold.area or found.site.geo_precision not in gold.precisions):
        return False
    if gold.area and not gold.precisions & POINTS:
        return False
    return distance_km(gold.position, found.site.position) <= (gold.radius_km if gold.area else NEAR_KM)


def area_right(gold: GoldSite | None, found: Incident | None) -> bool:
    """Say whether the area that stands in for a site is right: a pin is, where the gold allows one."""
    if gold is None or found is None or found.site is None or found.site.position is None:
        return False
    if is_placed(found):
        return point_right(gold, found)
    reach_km = max(gold.radius_km, (found.site.uncertainty_m or 0) / 1000)
    return distance_km(gold.position, found.site.position) <= reach_km


def evidence(gold: GoldIncident, found: Incident) -> Evidence:
    """Count the given fields with a quote, and the quotes that overlap those of the gold."""
    fields = [field for field in EVIDENT if _is_given(found, field)]
    comparable = [field for field in fields if gold.quoted(EVIDENT[field])]
    quotes = {field: [quote.span for quote in found.quotes if quote.field.startswith(field)] for field in fields}
    hit = [any(span.overlaps(want) for span in quotes[field] for want in gold.quoted(EVIDENT[field])) for field in comparable]
    return Evidence(len(fields), sum(bool(quotes[field]) for field in fields), len(comparable), sum(hit))


def _is_given(found: Incident, field: str) -> bool:
    if field == "date":
        return found.date_start is not None
    return getattr(found, field, None) is not None


def faults(match: Match, gold: GoldIncident, found: Incident) -> list[str]:
    """Return what is wrong with a matched incident, in a few words each."""
    lines = [] if found.type in gold.types else [f"type {found.type} for {gold.types[0]}"]
    for name in figures_exist():
        have = count_of(found, name)
        shown = "nothing" if have is None else f"{have.low}/{have.best}/{have.high}"
        if name in above_zero(gold) or is_stated_none(gold, name):
            lines += [] if is_exact(gold, found, name) else [f"{name} {shown} for {gold.counts[name].best}"]
        elif is_vague(gold, name):
            lines += [] if vague_right(gold, found, name) else [f"{name} {shown} for a vague one"]
        elif is_invented(match, gold, found, name):
            lines.append(f"{name} {shown} invented")
    if not date_right(gold, found):
        lines.append(f"date {found.date_start} to {found.date_end} for {_shown(gold.dates[0])}")
    if found.background not in gold.background:
        lines.append("background" if found.background else "not background")
    if found.attribution not in gold.attributions:
        lines.append(f"attribution {found.attribution} for {gold.attributions[0]}")
    lines += _site_faults(gold, found)
    by_gold = match.by_gold
    above = by_gold[gold.parent].id if gold.parent in by_gold else None
    lines += [] if found.parent == above else [f"parent {found.parent} for {above} ({gold.parent})"]
    return lines


def _shown(reading: GoldDate) -> str:
    return "no date" if reading.start is None else f"{reading.start} to {reading.end}"


def _site_faults(gold: GoldIncident, found: Incident) -> list[str]:
    if gold.site_open:
        return []
    have = "no site" if found.site is None else f"site {found.site.text!r} {found.site.position} {found.site.geo_precision}"
    if gold.site is None:
        return [f"{have} for an unlocated one"] if found.site and found.site.position else []
    right = area_right(gold.site, found) if gold.site.area else point_right(gold.site, found)
    return [] if right else [f"{have} for {gold.site.texts[0]!r}{' (area)' if gold.site.area else ''}"]
