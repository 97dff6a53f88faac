"""From a report to its incidents: dated, placed, counted, with the words that prove each value."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gazetteer import Gazetteer
from mapapp.claims.claim import Claim
from mapapp.incidents.actors import actors_of
from mapapp.incidents.attribution import attribution_of
from mapapp.incidents.background import is_background
from mapapp.incidents.casualties import Toll
from mapapp.incidents.drafts import Draft, type_of
from mapapp.incidents.effects import Effect
from mapapp.incidents.happenings import Happening, happenings
from mapapp.incidents.incident import Count, DatePrecision, GeoPrecision, Incident, Quote, Site
from mapapp.incidents.linking import Linker
from mapapp.incidents.offsets import Offsets
from mapapp.incidents.sites import is_pin, spans_of
from mapapp.incidents.tolls import of_effect, total
from mapapp.report.dates import DateMention, find_dates
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Toponym

LONGEST_SUMMARY = 240
"""Characters of a sentence that make a summary."""

_COUNTED: tuple[tuple[str, Effect, bool | None], ...] = (
    ("killed", Effect.KILLED, False),
    ("injured", Effect.INJURED, None),
    ("attackers_killed", Effect.KILLED, True),
    ("arrested", Effect.ARRESTED, None),
    ("abducted", Effect.ABDUCTED, None),
)
"""(key of the incident, effect, side): which tolls make which figure."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Incidents, and the stretches of the text that name their sites."""

    incidents: tuple[Incident, ...]
    site_spans: tuple[Span, ...]


def find_incidents(
    report: Report, toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, dateline: Dateline | None = None, claims: Sequence[Claim] = ()
) -> tuple[Incident, ...]:
    """Return the incidents of a report; see :func:`find_findings`."""
    return find_findings(report, toponyms, gazetteer, dateline=dateline, claims=claims).incidents


def find_findings(
    report: Report, toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, dateline: Dateline | None = None, claims: Sequence[Claim] = ()
) -> Findings:
    """Find the incidents of a report and the toponyms that name their sites.

    Parameters
    ----------
    report
        The report as given.
    toponyms
        Its place names, resolved, with the roles that context gives them, in order of the text.
    gazetteer
        The world the toponyms were resolved in; asked for the capital that "50 km from the capital" is counted from.
    dateline
        Where and when the report was filed; its day, or the day of publication, is what "on Tuesday" counts from.
    claims
        What the report states about distance: "17 km west of X" puts an incident not into X but so far from it.

    Returns
    -------
    Incidents in order of the text; parts follow their umbrella and name it in ``parent``.
    """
    base = (dateline.date if dateline is not None else None) or report.published
    dates = find_dates(report.text, base=base)
    if dateline is not None:
        dates = tuple(mention for mention in dates if mention.span.start >= dateline.end)
    linker = Linker()
    for happening in happenings(report, toponyms, dates, dateline, Offsets(report.text, claims, toponyms, gazetteer)):
        linker.add(happening)
    drafts = [draft for position, draft in enumerate(linker.finish()) if _worth_telling(draft, first=position == 0)]
    latest = base or max((draft.date.end for draft in drafts if draft.date), default=None)
    names = _Names(report.text_sha256)
    ids = {id(draft): names.new(draft) for draft in drafts}
    incidents = tuple(_incident(draft, report.text, ids, latest) for draft in drafts)
    return Findings(incidents, _site_spans(drafts, toponyms))


def _worth_telling(draft: Draft, *, first: bool) -> bool:
    """Say whether there is enough to call it an incident: a date or a place; for what a report opens with, a figure will do."""
    if draft.date is not None or draft.site is not None or draft.parent is not None:
        return True
    return first and any(happening.tolls for happening in draft.happenings)


class _Names:
    """Gives short stable ids: "i" and six characters of a hash over the text and where the incident stands in it."""

    def __init__(self, text_sha256: str) -> None:
        self._text = text_sha256
        self._given: set[str] = set()

    def new(self, draft: Draft) -> str:
        """Return an id that no other incident of the report has."""
        span = draft.first.span
        for attempt in range(1000):
            seed = f"{self._text} {span.start} {span.end} {type_of(draft).value} {attempt}"
            name = "i" + base64.b32encode(hashlib.sha256(seed.encode("ascii")).digest())[:6].decode("ascii").lower()
            if name not in self._given:
                break
        self._given.add(name)
        return name


def _incident(draft: Draft, text: str, ids: dict[int, str], latest: date | None) -> Incident:
    """Build the incident with its quotes."""
    counts, quotes = _figures(draft)
    start, end, precision, how = _when(draft)
    if draft.date is not None:
        quotes.append(Quote(draft.date.span, "date_start"))
    site, site_quotes = _where(draft, text)
    quotes += site_quotes
    quotes += [Quote(h.span, "incident") for h in draft.happenings]
    return Incident(
        id=ids[id(draft)],
        type=type_of(draft),
        summary=_summary(draft.first.span.of(text)),
        parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
        date_start=start,
        date_end=end,
        date_precision=precision,
        date_how=how,
        attribution=attribution_of(draft.first.words),
        site=site,
        killed=counts["killed"],
        injured=counts["injured"],
        attackers_killed=counts["attackers_killed"],
        arrested=counts["arrested"],
        abducted=counts["abducted"],
        actors=actors_of(draft.happenings, text),
        quotes=tuple(sorted(set(quotes), key=lambda quote: (quote.field != "incident", quote.span, quote.field))),
        background=is_background(draft.first.words, end, latest, year_only=precision is DatePrecision.YEAR),
    )


def _figures(draft: Draft) -> tuple[dict[str, Count | None], list[Quote]]:
    """Return the figures of an incident and the words they stand on."""
    counts: dict[str, Count | None] = {}
    quotes: list[Quote] = []
    sentences: Sequence[Happening] = draft.happenings
    for key, effect, attackers in _COUNTED:
        tolls: list[tuple[int, list[Toll]]] = [(h.index, of_effect(h.tolls, effect, attackers=attackers)) for h in sentences]
        tolls += [
            (h.index, [toll for toll in of_effect(h.tolls, effect, attackers=attackers) if toll.count.best == 0]) for h in draft.mentions
        ]
        found = total(tolls)
        counts[key] = found.count if found else None
        quotes += [Quote(span, key) for span in found.spans] if found else []
    return counts, quotes


def _when(draft: Draft) -> tuple[date | None, date | None, DatePrecision | None, str | None]:
    """Return first day, last day, precision and how the date was found."""
    mention: DateMention | None = draft.date
    if mention is None:
        return None, None, None, None
    how = "inherited" if draft.date_inherited else mention.how
    return mention.start, mention.end, DatePrecision(mention.precision), how


def _where(draft: Draft, text: str) -> tuple[Site | None, list[Quote]]:
    """Return the site and the words that name it; a part keeps the words for its own facility, with the point of its umbrella."""
    if draft.site is None:
        return None, []
    site, span = draft.site.site, draft.site.toponym.span
    quotes = [Quote(span, "site")]
    if draft.site.offset is not None:
        quotes.append(Quote(draft.site.offset.claim.span, "site"))
    facility = _facility_span(draft)
    if facility is not None:
        quotes.append(Quote(facility, "site"))
    if draft.site_inherited and site.position is not None:
        words = re.sub(r"\s+", " ", facility.of(text)) if facility is not None else site.text
        precision = GeoPrecision.EXACT if is_pin(draft.site) else site.geo_precision
        site = replace(site, text=words, geo_precision=precision, method="inherited")
    return site, quotes


_BEFORE_FACILITY = frozenset(
    "at inside in near outside on against attacked stormed raided rammed hit struck shook targeted bombed entered of".split()
)


def _facility_span(draft: Draft) -> Span | None:
    """Return the first facility that the opening sentence puts the incident at."""
    happening = draft.first
    for facility in happening.facilities:
        before = happening.words[facility.first - 1].low if facility.first else ""
        if before in _BEFORE_FACILITY:
            return facility.span
    return None


def _summary(sentence: str) -> str:
    """Return a sentence on one line, cut at a word if it is long."""
    flat = re.sub(r"\s+", " ", sentence).strip()
    return flat if len(flat) <= LONGEST_SUMMARY else flat[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + " …"


def _site_spans(drafts: Sequence[Draft], toponyms: Sequence[Toponym]) -> tuple[Span, ...]:
    """Return the toponyms that name a site: those the incidents stand on, and every later mention of the same town."""
    used = {draft.site.toponym.span for draft in drafts if draft.site is not None and draft.site.site.position is not None}
    towns = frozenset(
        draft.site.place.place_id for draft in drafts if is_pin(draft.site) and draft.site is not None and draft.site.place is not None
    )
    return tuple(sorted(used | set(spans_of(toponyms, towns))))
