"""The area in the title of a sheet, bulletin or list ("HAIL DAMAGE, SHEET 4, CALVERA"): where its totals are, as an area and no pin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer import Kind
from mapapp.incidents.incident import GeoPrecision, Site
from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.site_references import LONGEST_TITLE
from mapapp.incidents.placing.sites import PlacedSite, is_pin, placed
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

_AREAS = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3, Kind.REGION, Kind.SEA})
_WIDEST = (Kind.SEA, Kind.REGION, Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3)
_WAY = r"(?:NORTH|SOUTH|EAST|WEST|CENT(?:RE|RAL))(?:[- ]?(?:EAST|WEST))?(?:ERN)?"
_PART = re.compile(
    rf"\b(?:{_WAY}(?:(?:,|\sAND|\s&)\s{_WAY})?(?:\s(?:HIGHLANDS|LOWLANDS|ISLANDS|PLAINS|DELTA|COAST|PROVINCES|REGIONS?|STATES|DISTRICTS"
    rf"|(?!(?:{_WAY}|AND|BULLETIN|SHEET|LIST|REPORT|SECTOR|COMMAND|OFFICE|POLICE|NEWS|REGIONAL)\b)[A-Z]{{4,15}}(?=,|\n|\s[-–—]|$)))?"
    r"|HIGHLANDS|LOWLANDS|MIDLANDS)(?=[,\n:]|\s[-–—A-Z]|$)"
)
"""A part of a country, or of a sea, by its side: "NORTH-EAST", "SOUTHERN HIGHLANDS"; only in a title in capitals."""


def title_area(text: str, offsets: Offsets) -> PlacedSite | None:
    """Return the area that the title of a report names; None where it names none, or a town.

    Parameters
    ----------
    text
        The report.
    offsets
        Its place names, in order, and the country that they lie in.
    """
    start = len(text) - len(text.lstrip())
    blank = text.find("\n\n", start)
    title = Span(start, min(blank if blank >= 0 else len(text), start + LONGEST_TITLE))
    if "\n" not in text[start:].rstrip() or not _is_title(title.of(text).partition("\n")[0]):
        return None
    named = [t for t in offsets.toponyms if title.contains(t.span) and not t.demonym and t.place is not None and not t.is_rejected]
    if any(t.place is not None and t.place.kind not in _AREAS for t in named):
        return None
    area = max((t for t in named if t.place is not None), key=lambda t: _WIDEST.index(t.place.kind) if t.place else -1, default=None)
    part = _PART.search(text, title.start, title.end)
    if part is not None and (area is None or (area.place is not None and area.place.kind is Kind.COUNTRY)):
        return _part_of(Span(*part.span()), text, area, offsets)
    return placed(text, area, offsets) if area is not None and _same_country(named) else None


def _is_title(line: str) -> bool:
    """Say whether a first line is a title: mostly in capitals, and no sentence."""
    letters = [letter for letter in line if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= MOSTLY * len(letters) and not line.rstrip().endswith(".")


MOSTLY = 0.6
"""So large a share of the letters of a title are capitals."""


def _same_country(named: Sequence[Toponym]) -> bool:
    """Say whether the areas of a title lie in one country."""
    countries = [set(t.place.countries) for t in named if t.place is not None and t.place.countries]
    return not countries or bool(set.intersection(*countries))


def _part_of(span: Span, text: str, area: Toponym | None, offsets: Offsets) -> PlacedSite | None:
    """Let the country stand in for a part of it that only has a side for a name."""
    country = area.place if area is not None else offsets.country()
    if country is None:
        return None
    words = " ".join(span.of(text).split())
    site = Site(words, country.place_id, country.position, country.uncertainty_m, GeoPrecision.COUNTRY, "area")
    return PlacedSite(site, Toponym(span, words, role=Role.SITE, place=country), stands_for=words)


def place_totals(drafts: Sequence[Draft], text: str, offsets: Offsets) -> None:
    """Put what a list sums up into the area of its title, unless its own words name a place; what is recalled stays without.

    Parameters
    ----------
    drafts
        The incidents; the sites of those with parts may change.
    text
        The report.
    offsets
        Its place names.
    """
    for draft in drafts:
        if (
            not draft.children
            and (draft.first.covers_all or draft.first.umbrella)
            and draft.site is not None
            and _is_of_an_entry(draft, text)
        ):
            draft.site, draft.site_inherited = None, False
    totals = [draft for draft in drafts if draft.children and draft.parent is None and not draft.first.recalled and _lacks_a_site(draft)]
    area = title_area(text, offsets) if totals else None
    for draft in totals if area is not None else ():
        draft.site, draft.site_inherited = area, False


_ENTRY = re.compile(r"[ \t]{0,8}(?:[-–—•●▪◦‣*·]|\(?\d{1,2}[.)]|(?:count|case|item|record|entry|incident)\s\w{1,4}\b)", re.IGNORECASE)


def _is_of_an_entry(draft: Draft, text: str) -> bool:
    """Say whether the place of a total was taken from one entry of the list below it."""
    named = draft.site.toponym.span.start if draft.site is not None else 0
    line_start = text.rfind("\n", 0, named) + 1
    return line_start > draft.first.span.end and _ENTRY.match(text, line_start) is not None


def _lacks_a_site(draft: Draft) -> bool:
    """Say whether a total has no place, or only one first named behind its parts."""
    if draft.site is None:
        return True
    behind = draft.site.toponym.span.start
    return (
        is_pin(draft.site)
        and not any(h.span.contains(draft.site.toponym.span) for h in draft.happenings[:1])
        and (behind > max(part.first.span.start for part in draft.children))
    )
