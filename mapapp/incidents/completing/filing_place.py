"""Where news is that only names something of a town ("at the university"): where it was filed, if it is about that town's country.

Who writes there does not say in which town that is. Nothing else is put there: a dateline alone is no site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from gazetteer import Place
from mapapp.incidents.completing.whereabouts import tells_no_place
from mapapp.incidents.linking.breadth import is_denied
from mapapp.incidents.linking.drafts import Draft
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.sites import placed
from mapapp.incidents.wording.facilities import Facility
from mapapp.toponyms.toponym import Role, Toponym

LATELY_DAYS = 31
"""What was longer ago is told from anywhere."""

_OF_A_TOWN = frozenset(
    """
    embassy consulate university college ministry headquarters office building hotel restaurant cafe bar nightclub theater theatre cinema
    museum stadium hospital clinic bank church cathedral synagogue school supermarket mall store shop institute street avenue square park
    neighborhood neighbourhood suburb
    """.split()
)
"""Nouns of what stands in a town, and is not said to stand in another one."""


def place_by_filing(drafts: Sequence[Draft], text: str, toponyms: Sequence[Toponym], offsets: Offsets, filed: date | None) -> None:
    """Give news that has no place, but names something that stands in a town, the town that the report was filed from.

    Parameters
    ----------
    drafts
        The incidents that are told; their sites may change.
    text
        The report.
    toponyms
        Its place names, in order.
    offsets
        How they are to be read.
    filed
        The day of the dateline; None where it gives none.
    """
    town = next((t for t in toponyms if t.role is Role.DATELINE and t.place is not None and t.place.is_point), None)
    if town is None or town.place is None:
        return
    unplaced = [draft for draft in drafts if _lacks_a_place(draft) and _is_news(draft, text, filed)]
    if not unplaced or not _is_about(town.place, toponyms):
        return
    whole = placed(text, town, offsets)
    for draft in unplaced:
        if any(_is_of_a_town(facility) for facility in draft.first.facilities):
            draft.site, draft.site_inherited = whole, True


def _is_about(town: Place, toponyms: Sequence[Toponym]) -> bool:
    """Say whether a report names nothing so often as the country that a town lies in."""
    votes = Counter(code for t in toponyms if t.place is not None and t.role is not Role.DATELINE for code in t.place.countries)
    return not votes or max(votes.values()) == max(votes[code] for code in town.countries)


def _lacks_a_place(draft: Draft) -> bool:
    """Say whether nothing tells where an incident was, not even by a name that nobody knows; what is summed up may be anywhere."""
    return draft.site is None and draft.parent is None and not draft.children and not draft.umbrella


def _is_news(draft: Draft, text: str, filed: date | None) -> bool:
    """Say whether an incident is of these days, not denied or recalled, and nobody says that its place is not told."""
    if draft.first.recalled or is_denied(draft.first):
        return False
    if tells_no_place(text, draft.first.span):
        return False
    return draft.date is None or filed is None or 0 <= (filed - draft.date.end).days <= LATELY_DAYS


def _is_of_a_town(facility: Facility) -> bool:
    return facility.head in _OF_A_TOWN and not facility.plural
