"""Matches the incidents that the program finds in a report to those of the gold.

Every pair of a gold incident and a found one gets points: 3 where a quote of the found incident overlaps a stretch that tells the gold
incident (its quotes "incident"), 2 for the same type (1 for the same family, see ``FAMILIES``), 1 where the dates overlap or both have
none, 1 for the same site (within 25 km, or the text of one holds that of the other), 1 where a figure above zero is the same.
A pair is admissible when the quotes overlap, or when family, dates and site agree all three (an incident told again elsewhere).
The pairs are taken greedily, best first, then in the order of the text; every incident is taken once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer.geodesy import distance_km
from mapapp.incidents.incident import Count, Incident, IncidentType
from tests.incidents.open_set.gold import COUNTS, GoldDate, GoldIncident, GoldReport, GoldSite

NEAR_KM = 25.0
"""As far as a coded site may lie from the found one in the project's other measures of sites."""

T = IncidentType
FAMILIES = (
    frozenset({T.BOMBING, T.SUICIDE_BOMBING, T.MINE, T.SHELLING, T.AIR_STRIKE, T.ARMED_ATTACK}),
    frozenset({T.SHOOTING, T.ARMED_ATTACK, T.CLASH, T.KILLING, T.SECURITY_OPERATION, T.SUICIDE_BOMBING}),
    frozenset({T.ARREST, T.SECURITY_OPERATION}),
    frozenset({T.ABDUCTION, T.KILLING, T.ROBBERY}),
    frozenset({T.PROTEST, T.RIOT, T.LOOTING, T.CLASH}),
    frozenset({T.ARSON, T.FIRE, T.LOOTING, T.ROBBERY}),
    frozenset({T.NATURAL_DISASTER, T.ACCIDENT, T.FIRE, T.EPIDEMIC, T.DISPLACEMENT, T.OTHER}),
)
"""Types that are easily taken for one another. A type may stand in several families."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold incident beside the found one; ``gold`` None: found where nothing is marked, ``found`` None: missed."""

    gold: GoldIncident | None
    found: Incident | None


@dataclass(frozen=True, slots=True)
class Match:
    """All pairs of one report; ``doubles`` are found incidents that tell again what another has told."""

    report: GoldReport
    pairs: tuple[Pair, ...]
    doubles: tuple[Incident, ...]

    @property
    def by_gold(self) -> dict[str, Incident]:
        """Return the found incident for each matched one of the gold."""
        return {pair.gold.id: pair.found for pair in self.pairs if pair.gold and pair.found}

    @property
    def by_found(self) -> dict[str, GoldIncident]:
        """Return the gold for each matched incident by the found one's id."""
        return {pair.found.id: pair.gold for pair in self.pairs if pair.gold and pair.found}


def matched(report: GoldReport, found: Sequence[Incident]) -> Match:
    """Pair the incidents of a report."""
    scored = [(_points(gold, one), g, f) for g, gold in enumerate(report.incidents) for f, one in enumerate(found)]
    partner: dict[int, int] = {}
    for points, g, f in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if points and g not in partner and f not in partner.values():
            partner[g] = f
    free = [one for f, one in enumerate(found) if f not in partner.values()]
    spare = [one for one in free if not any(told(one, (span,)) for span in report.optional) or _tells_gold(report, one)]
    pairs = [Pair(gold, found[partner[g]] if g in partner else None) for g, gold in enumerate(report.incidents)]
    return Match(report, (*pairs, *(Pair(None, one) for one in spare)), tuple(one for one in spare if _tells_gold(report, one)))


def _points(gold: GoldIncident, found: Incident) -> int:
    quotes = told(found, gold.quoted("incident"))
    family, dates, site = same_family(gold, found), same_days(gold, found), same_site(gold.site, found)
    if not quotes and not (family and dates and site):
        return 0
    type_points = 2 if found.type in gold.types else int(family)
    return 3 * quotes + type_points + dates + site + _same_figure(gold, found)


def told(found: Incident, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a quote of the found incident overlaps one of the stretches: its "incident" quotes, or any where it has none."""
    whole = [quote.span for quote in found.quotes if quote.field == "incident"]
    quoted = whole or [quote.span for quote in found.quotes]
    return any(span.start < end and start < span.end for span in quoted for start, end in spans)


def _tells_gold(report: GoldReport, found: Incident) -> bool:
    return any(told(found, gold.quoted("incident")) for gold in report.incidents)


def same_family(gold: GoldIncident, found: Incident) -> bool:
    """Say whether the types are right or easily taken for one another."""
    return any(found.type is name or any({found.type, name} <= family for family in FAMILIES) for name in gold.types)


def same_days(gold: GoldIncident, found: Incident) -> bool:
    """Say whether the dates overlap, or both have none."""
    return any(_overlap(reading, found) for reading in gold.dates)


def _overlap(reading: GoldDate, found: Incident) -> bool:
    if reading.start is None or reading.end is None or found.date_start is None:
        return reading.start is None and found.date_start is None
    return reading.start <= (found.date_end or found.date_start) and found.date_start <= reading.end


def same_site(gold: GoldSite | None, found: Incident) -> bool:
    """Say whether the sites are one: near each other, or written alike."""
    if gold is None or found.site is None:
        return False
    if found.site.position is not None and distance_km(gold.position, found.site.position) <= NEAR_KM:
        return True
    return any(_holds(text, found.site.text) for text in gold.texts)


def _holds(a: str, b: str) -> bool:
    a, b = " ".join(a.casefold().split()), " ".join(b.casefold().split())
    return bool(a and b) and (a in b or b in a)


def _same_figure(gold: GoldIncident, found: Incident) -> bool:
    return any(best_of(found, name) in gold.counts[name].best for name in gold.counts if best_of(found, name))


def count_of(found: Incident | None, name: str) -> Count | None:
    """Return a figure of a found incident; None where the program has no such figure at all."""
    count = getattr(found, name, None)
    return count if isinstance(count, Count) else None


def best_of(found: Incident | None, name: str) -> int | None:
    """Return the best number of a figure."""
    count = count_of(found, name)
    return None if count is None else count.best


def figures_exist() -> tuple[str, ...]:
    """Return the figures that the program's incidents have."""
    return tuple(name for name in COUNTS if name in Incident.__dataclass_fields__)


def every(matches: Sequence[Match]) -> Iterator[tuple[Match, GoldIncident, Incident | None]]:
    """Yield every incident of the gold that is not optional, with what was found for it."""
    for match in matches:
        for pair in match.pairs:
            if pair.gold is not None and not pair.gold.optional:
                yield match, pair.gold, pair.found
