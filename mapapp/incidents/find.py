"""From a report to its incidents: dated, placed, counted, with the words that prove each value."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gazetteer import Gazetteer
from mapapp.claims.claim import Claim
from mapapp.incidents.actors import actors_of, attach_claims
from mapapp.incidents.attribution import vouched
from mapapp.incidents.background import is_background
from mapapp.incidents.drafts import Draft, type_of
from mapapp.incidents.figures import figures, mismatch
from mapapp.incidents.happenings import Happening, happenings
from mapapp.incidents.incident import DatePrecision, GeoPrecision, Incident, Quote, Site
from mapapp.incidents.linking import Linker
from mapapp.incidents.offsets import Offsets
from mapapp.incidents.sites import is_pin, spans_of
from mapapp.incidents.umbrellas import planned_parts
from mapapp.report.dates import DateMention, find_dates
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Toponym

LONGEST_SUMMARY = 240
"""Characters of a sentence that make a summary."""


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
    offsets = Offsets(report.text, claims, toponyms, gazetteer)
    told = list(happenings(report, toponyms, dates, dateline, offsets, base=base))
    linker = Linker(planned_parts(told))
    for happening in told:
        linker.add(happening)
    drafts = [draft for position, draft in enumerate(linker.finish()) if _worth_telling(draft, first=position == 0)]
    _date_by_filing(drafts, dateline)
    attach_claims(told, drafts)
    latest = base or max((draft.date.end for draft in drafts if draft.date), default=None)
    names = _Names(report.text_sha256)
    ids = {id(draft): names.new(draft) for draft in drafts}
    pieces = _pieces(told)
    incidents = tuple(_incident(draft, report.text, ids, latest, pieces[draft.first.index]) for draft in drafts)
    return Findings(incidents, _site_spans(drafts, toponyms))


def _pieces(told: Sequence[Happening]) -> dict[int, list[Happening]]:
    """Return what is told by the sentence it is told in."""
    found: dict[int, list[Happening]] = {}
    for happening in told:
        found.setdefault(happening.index, []).append(happening)
    return found


def _worth_telling(draft: Draft, *, first: bool) -> bool:
    """Say whether there is enough to call it an incident: a date or a place; for what a report opens with, a figure will do."""
    if draft.date is not None or draft.site is not None or draft.parent is not None:
        return True
    return first and any(happening.tolls for happening in draft.happenings)


FILED_DAYS = 3
"""News without a day of its own happened on the day a wire was filed or up to so many days before."""


def _date_by_filing(drafts: Sequence[Draft], dateline: Dateline | None) -> None:
    """Bound the day of undated news by the dateline; what is recalled, and parts of something recalled, stay undated."""
    if dateline is None or dateline.date is None:
        return
    news = DateMention(dateline.span, dateline.date - timedelta(days=FILED_DAYS), dateline.date, DatePrecision.DAYS.value, how="assumed")
    for draft in drafts:
        if draft.date is None and not draft.first.recalled:
            draft.date = news


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


def _incident(draft: Draft, text: str, ids: dict[int, str], latest: date | None, pieces: Sequence[Happening]) -> Incident:
    """Build the incident with its quotes."""
    counts, quotes = figures(draft.happenings, draft.mentions)
    start, end, precision, how = _when(draft)
    if draft.date is not None and draft.date.how != "assumed":
        quotes.append(Quote(draft.date.span, "date_start"))
    site, site_quotes = _where(draft, text)
    quotes += site_quotes
    quotes += [Quote(h.span, "incident") for h in draft.happenings]
    kind = type_of(draft)
    actors = actors_of(draft.happenings, draft.mentions, text, kind)
    quotes += [Quote(actor.span, "actors") for actor in actors]
    voucher = vouched(draft.happenings, text, beside=[piece for piece in pieces if piece is not draft.first])
    if voucher.span is not None:
        quotes.append(Quote(voucher.span, "attribution"))
    return Incident(
        id=ids[id(draft)],
        type=kind,
        summary=_summary(draft.first.span.of(text)),
        parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
        date_start=start,
        date_end=end,
        date_precision=precision,
        date_how=how,
        date_edtf=draft.date.edtf if draft.date is not None and draft.date.relation == "on" else None,
        date_part=draft.date.part or None if draft.date is not None else None,
        attribution=voucher.attribution,
        site=site,
        killed=counts["killed"],
        injured=counts["injured"],
        attackers_killed=counts["attackers_killed"],
        arrested=counts["arrested"],
        abducted=counts["abducted"],
        displaced=counts["displaced"],
        civilians_killed=counts["civilians_killed"],
        sum_mismatch=mismatch(counts, [figures(part.happenings)[0] for part in draft.children]),
        actors=actors,
        source=voucher.source,
        quotes=tuple(sorted(set(quotes), key=lambda quote: (quote.field != "incident", quote.span, quote.field))),
        background=is_background(draft.first.words, end, latest, precision=precision.value if precision else "day"),
    )


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
    used = {draft.site.toponym.span for draft in drafts if draft.site is not None and _may_be_on_the_map(draft.site.site)}
    towns = frozenset(
        draft.site.place.place_id for draft in drafts if is_pin(draft.site) and draft.site is not None and draft.site.place is not None
    )
    return tuple(sorted(used | set(spans_of(toponyms, towns))))


def _may_be_on_the_map(site: Site) -> bool:
    """Say whether a site is more than a country, whose label point is no place of anything."""
    return site.position is not None and site.geo_precision is not GeoPrecision.COUNTRY
