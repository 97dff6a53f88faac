"""What belongs together in one dossier: the place and toponym behind an incident's site, and the claims about it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol

from gazetteer.coordinates import LatLon
from gazetteer.place import Kind, Place
from mapapp.claims.claim import Claim, Verdict
from mapapp.dossier_json import Findings
from mapapp.incidents.incident import GeoPrecision, Incident, Site
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

PLACED_BY_US = frozenset({"relative", "coordinates", "manual"})
"""Methods that give a position of its own, whatever the kind of the place that helped."""

TOO_LARGE_FOR_A_POINT = frozenset({Kind.COUNTRY, Kind.CONTINENT, Kind.REGION, Kind.SEA})
"""Kinds whose label point says nothing about where in them something happened."""


class PlaceNames(Protocol):
    """What exports ask of a gazetteer. :class:`gazetteer.Gazetteer` answers it."""

    def country(self, iso2: str) -> Place | None:
        """Return the country with this ISO 3166-1 alpha-2 code."""

    def admin1(self, code: str) -> Place | None:
        """Return the first-level division with this GeoNames code ("KZ.04")."""

    def admin2(self, code: str) -> Place | None:
        """Return the second-level division with this GeoNames code."""

    def countries_at(self, position: LatLon) -> tuple[str, ...]:
        """Return the alpha-2 codes of the countries that hold the position, several where disputed."""


class Sites:
    """Answers, for one dossier, which place, toponym and claims belong to an incident.

    Everything is looked up in indexes made once: a long report may hold thousands of incidents, claims and names of one town.
    """

    def __init__(self, dossier: Findings) -> None:
        self._toponyms = _toponyms_by_place(dossier.toponyms)
        self._umbrellas = {incident.parent for incident in dossier.incidents}
        self._quotes = _Quotes(dossier.incidents)
        self._claims_at: dict[str | LatLon, list[Claim]] = {}
        self._claims_of_events: dict[str, list[Claim]] = {}
        self._first_at: dict[str | LatLon, Incident] = {}
        self._verdicts_at: dict[tuple[str | LatLon, ...], tuple[int, frozenset[Verdict]]] = {}
        for incident in sorted(dossier.incidents, key=lambda incident: incident.background):
            for key in _keys_of_site(incident.site):
                self._first_at.setdefault(key, incident)
        for claim in dossier.claims:
            self._sort_in(claim)

    def _sort_in(self, claim: Claim) -> None:
        subject = claim.subject
        if subject is not None and subject.event:
            for incident in self._quotes.touching(claim.span):
                self._claims_of_events.setdefault(incident.id, []).append(claim)
        elif subject is not None:
            for key in (subject.place_id, subject.position):
                if key is not None:
                    self._claims_at.setdefault(key, []).append(claim)

    def is_umbrella(self, incident: Incident) -> bool:
        """Say whether other incidents are parts of this one."""
        return incident.id in self._umbrellas

    def toponym(self, incident: Incident) -> Toponym | None:
        """Return the toponym that gave the incident its site: same place, best with the same words, as a site, near the quote."""
        site = incident.site
        if site is None or site.place_id is None:
            return None
        start = incident.quotes[0].span.start if incident.quotes else 0
        for words in (site.text, None):
            for is_site in (True, False):
                found = self._toponyms.get((site.place_id, words, is_site))
                if found is not None:
                    return found.nearest(start)
        return None

    def place(self, incident: Incident) -> Place | None:
        """Return the gazetteer record of the incident's site; None for a place that the gazetteer does not hold."""
        toponym = self.toponym(incident)
        return None if toponym is None else toponym.place

    def verdicts(self, incident: Incident) -> tuple[int, frozenset[Verdict]]:
        """Return how many claims there are about where the incident happened, and which verdicts they got."""
        keys = _keys_of_site(incident.site)
        if keys not in self._verdicts_at:
            about = {claim.span: claim for key in keys for claim in self._claims_at.get(key, ())}
            self._verdicts_at[keys] = len(about), frozenset(claim.verdict for claim in about.values())
        count, verdicts = self._verdicts_at[keys]
        of_event = self._claims_of_events.get(incident.id, [])
        return count + len(of_event), verdicts | {claim.verdict for claim in of_event}

    def incident_of(self, claim: Claim) -> Incident | None:
        """Return the incident that a claim is about: the one told in the same words, else the first that is news."""
        subject = claim.subject
        if subject is None:
            return None
        keys = {key for key in (subject.place_id, subject.position) if key is not None}
        told = [
            incident for incident in self._quotes.touching(claim.span) if subject.event or not keys.isdisjoint(_keys_of_site(incident.site))
        ]
        if told:
            return min(told, key=lambda incident: incident.background)
        if subject.event:
            return None
        return next((self._first_at[key] for key in (subject.place_id, subject.position) if key in self._first_at), None)


def _keys_of_site(site: Site | None) -> tuple[str | LatLon, ...]:
    """Return what identifies a site: its record and its position, as far as known."""
    return () if site is None else tuple(key for key in (site.place_id, site.position) if key is not None)


class _InTextOrder:
    """Toponyms by their offsets."""

    def __init__(self) -> None:
        self._toponyms: list[Toponym] = []

    def add(self, toponym: Toponym) -> None:
        self._toponyms.append(toponym)

    def nearest(self, start: int) -> Toponym:
        """Return the toponym that begins nearest to an offset; of two, the first."""
        after = bisect_left(self._toponyms, start, key=lambda toponym: toponym.span.start)
        return min(self._toponyms[max(0, after - 1) : after + 1], key=lambda toponym: abs(toponym.span.start - start))


def _toponyms_by_place(toponyms: Iterable[Toponym]) -> dict[tuple[str, str | None, bool], _InTextOrder]:
    """Index toponyms by place, words (and any words: None) and whether they are a site."""
    index: dict[tuple[str, str | None, bool], _InTextOrder] = {}
    for toponym in sorted(toponyms, key=lambda toponym: toponym.span):
        if toponym.place is not None:
            for words in (toponym.text, None):
                index.setdefault((toponym.place.place_id, words, toponym.role is Role.SITE), _InTextOrder()).add(toponym)
    return index


class _Quotes:
    """Which incidents are told in a stretch of the text."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        told = [(quote.span, number, incident) for number, incident in enumerate(incidents) for quote in incident.quotes]
        self._told = sorted(told, key=lambda entry: entry[:2])
        self._longest = max((span.end - span.start for span, _, _ in told), default=0)

    def touching(self, span: Span) -> list[Incident]:
        """Return the incidents that have a quote in common with the span, in the dossier's order, each once."""
        first = bisect_left(self._told, span.start - self._longest, key=lambda entry: entry[0].start)
        last = bisect_left(self._told, span.end, key=lambda entry: entry[0].start)
        found = {number: incident for quote, number, incident in self._told[first:last] if quote.overlaps(span)}
        return [found[number] for number in sorted(found)]


def drawn_at(site: Site | None, place: Place | None) -> LatLon | None:
    """Return where an incident's point stands; None for what has none.

    A country, a continent, a macro-region and a sea have a label point, but an incident "in Kazakhstan" did not happen there: it stays
    without a point, in the list of the unlocated, and keeps its country.
    """
    if site is None or site.position is None:
        return None
    if site.method in PLACED_BY_US:
        return site.position
    if site.geo_precision is GeoPrecision.COUNTRY or (place is not None and place.kind in TOO_LARGE_FOR_A_POINT):
        return None
    if site.method == "area" and site.geo_precision in {GeoPrecision.LARGER, GeoPrecision.SEA_OR_AIR}:
        return None
    return site.position
