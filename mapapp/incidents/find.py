"""From a report to its incidents: dated, placed, counted, with the words that prove each value."""

from __future__ import annotations

import base64
import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gazetteer import Gazetteer
from mapapp.claims.claim import Claim
from mapapp.incidents.choosing.spoken_of import spoken_of
from mapapp.incidents.choosing.worth import worth_telling
from mapapp.incidents.choosing.worth_clues import Surroundings
from mapapp.incidents.completing.actors import actors_of, attach_claims
from mapapp.incidents.completing.attribution import vouched
from mapapp.incidents.completing.figures import figures, mismatch
from mapapp.incidents.completing.filing_place import place_by_filing
from mapapp.incidents.completing.header_day import date_by_header, header_period, header_town, place_by_header
from mapapp.incidents.completing.missing_days import date_by_parts, date_by_sequel, date_by_story
from mapapp.incidents.completing.site_titles import place_totals
from mapapp.incidents.completing.whereabouts import add_whereabouts
from mapapp.incidents.incident import DatePrecision, GeoPrecision, Incident, Quote, Site
from mapapp.incidents.linking.breadth import is_denied
from mapapp.incidents.linking.drafts import Draft, type_of
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.linking.happenings import happenings
from mapapp.incidents.linking.linking import Linker
from mapapp.incidents.linking.umbrellas import planned_parts
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.site_labels import with_labels
from mapapp.incidents.placing.sites import is_pin, placed, spans_of
from mapapp.incidents.telling.background import is_background
from mapapp.learned.trees import BoostedTrees
from mapapp.report.dates import DateMention, find_dates
from mapapp.report.report import Dateline, Report, Span
from mapapp.report.sentences import sentences
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


def candidates(
    report: Report, toponyms: Sequence[Toponym], gazetteer: Gazetteer, *, dateline: Dateline | None = None, claims: Sequence[Claim] = ()
) -> Surroundings:
    """Return all that may be incidents of a report, before it is weighed which are worth telling; see :func:`find_findings`."""
    base = (dateline.date if dateline is not None else None) or report.published
    dates = find_dates(report.text, base=base)
    if dateline is not None:
        dates = tuple(mention for mention in dates if mention.span.start >= dateline.end or mention.span.end <= dateline.span.start)
    toponyms = with_labels(report.text, toponyms, gazetteer)
    offsets = Offsets(report.text, claims, toponyms, gazetteer, of_town=header_town(report.text, toponyms))
    told = list(happenings(report, toponyms, dates, dateline, offsets, base=base))
    drafts = _linked(told)
    opened = spoken_of(told, drafts, report.text)
    if opened is not None:
        told, drafts = opened, _linked(opened)
    date_by_sequel(drafts, told, base)
    date_by_story(drafts, told)
    date_by_header(drafts, report.text, dates)
    date_by_parts(drafts, header_period(report.text, dates))
    place_by_header(drafts, report.text, placed(report.text, offsets.of_town, offsets) if offsets.of_town is not None else None)
    add_whereabouts(drafts, told, report.text)
    place_totals(drafts, report.text, offsets)
    return Surroundings(told, drafts, base, offsets)


def _linked(told: Sequence[Happening]) -> list[Draft]:
    """Put what sentences tell together."""
    linker = Linker(planned_parts(told))
    for happening in told:
        linker.add(happening)
    return linker.finish()


def find_findings(
    report: Report,
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    *,
    dateline: Dateline | None = None,
    claims: Sequence[Claim] = (),
    worth: BoostedTrees | None = None,
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
    worth
        The model that weighs which candidates are told; by default the one that comes with the program.

    Returns
    -------
    Incidents in order of the text; parts follow their umbrella and name it in ``parent``.
    """
    page = candidates(report, toponyms, gazetteer, dateline=dateline, claims=claims)
    told, base = page.told, page.base
    drafts = worth_telling(page, worth)
    _date_by_filing(drafts, dateline)
    place_by_filing(drafts, report.text, toponyms, page.offsets, dateline.date if dateline is not None else None)
    attach_claims(told, drafts)
    names = _Names(report.text_sha256)
    ids = {id(draft): names.new(draft) for draft in drafts}
    pieces = _pieces(told, report.text)
    tells = Counter(index for draft in drafts for index in {_sentence_of(pieces, happening) for happening in draft.happenings})
    incidents = tuple(
        _incident(draft, report.text, ids, day, pieces[draft.first.index], shared=tells[_sentence_of(pieces, draft.first)] > 1)
        for draft, day in zip(drafts, _latest(drafts, base), strict=True)
    )
    return Findings(incidents, _site_spans(drafts, toponyms))


def _latest(drafts: Sequence[Draft], base: date | None) -> Iterator[date | None]:
    """Return the day that each incident is measured by: that of the report, or of the latest incident where it is not known.

    Where the news itself has no date that can be known ("on Tuesday"), one that is told by its year or month alone is older.
    """
    newest = base or max((draft.date.end for draft in drafts if draft.date), default=None)
    unknown = base is None and bool(drafts) and drafts[0].date is None
    for draft in drafts:
        yield date.max if unknown and _told_to(draft) in {DatePrecision.YEAR.value, DatePrecision.MONTH.value} else newest


def _pieces(told: Sequence[Happening], text: str) -> dict[int, list[Happening]]:
    """Return, by the index of each piece, all that the same sentence tells."""
    starts = [sentence.start for sentence in sentences(text)]
    of_sentence: dict[int, list[Happening]] = {}
    for happening in told:
        of_sentence.setdefault(bisect_right(starts, happening.span.start), []).append(happening)
    return {piece.index: pieces for pieces in of_sentence.values() for piece in pieces}


def _sentence_of(pieces: dict[int, list[Happening]], happening: Happening) -> int:
    """Return what all pieces of one sentence share: where the first one begins."""
    return pieces[happening.index][0].span.start if happening.index in pieces else happening.span.start


FILED_DAYS = 3
"""News without a day of its own happened on the day a wire was filed or up to so many days before."""


def _date_by_filing(drafts: Sequence[Draft], dateline: Dateline | None) -> None:
    """Bound the day of undated news by the dateline; what is recalled or denied, and parts of something recalled, stay undated."""
    if dateline is None or dateline.date is None:
        return
    news = DateMention(dateline.span, dateline.date - timedelta(days=FILED_DAYS), dateline.date, DatePrecision.DAYS.value, how="assumed")
    lead = drafts[0].date if drafts and not drafts[0].first.recalled else None
    if lead is not None and lead.relation == "on" and lead.precision == "day" and news.start <= lead.start <= news.end:
        news = replace(lead, how="assumed")
    for draft in drafts:
        if draft.date is None and not draft.first.recalled and not is_denied(draft.first):
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
            digest = hashlib.sha256(seed.encode("ascii")).digest()[:5]  # five bytes are eight letters
            name = "i" + base64.b32encode(digest)[:6].decode("ascii").lower()
            if name not in self._given:
                break
        self._given.add(name)
        return name


def _incident(draft: Draft, text: str, ids: dict[int, str], latest: date | None, pieces: Sequence[Happening], *, shared: bool) -> Incident:
    """Build the incident with its quotes; ``shared``: the sentence that opens it tells of others as well."""
    counts, quotes = figures(draft.happenings, draft.mentions)
    start, end, precision, how = _when(draft)
    if draft.date is not None and draft.date.how != "assumed":
        quotes.append(Quote(draft.date.span, "date_start"))
    site, site_quotes = _where(draft, text)
    quotes += site_quotes
    quotes += [Quote(h.span, "incident") for h in draft.happenings]
    kind = type_of(draft)
    beside = [piece for piece in pieces if piece.index > draft.first.index]
    actors = actors_of(draft.happenings, draft.mentions, text, kind, beside=beside)
    quotes += [Quote(actor.span, "actors") for actor in actors]
    voucher = vouched(draft.happenings, text, beside=beside)
    if voucher.span is not None:
        quotes.append(Quote(voucher.span, "attribution"))
    return Incident(
        id=ids[id(draft)],
        type=kind,
        summary=_summary(text, draft, pieces, shared=shared),
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
        background=is_background(draft.first.words, end, latest, precision=_told_to(draft)),
    )


def _when(draft: Draft) -> tuple[date | None, date | None, DatePrecision | None, str | None]:
    """Return first day, last day, precision and how the date was found."""
    mention: DateMention | None = draft.date
    if mention is None:
        return None, None, None, None
    how = "inherited" if draft.date_inherited else mention.how
    return mention.start, mention.end, DatePrecision(mention.precision), how


def _told_to(draft: Draft) -> str:
    """Return how exactly a date tells what is recalled: of a month that heads the report, its last days are news."""
    if draft.date is None or (draft.date_inherited and draft.date.precision == "month"):
        return "day"
    return draft.date.precision


def _where(draft: Draft, text: str) -> tuple[Site | None, list[Quote]]:
    """Return the site and the words that name it; a part keeps the words for its own facility, with the point of its umbrella."""
    if draft.site is None:
        return _at_a_facility(draft, text)
    site, span = draft.site.site, draft.site.toponym.span
    quotes = [Quote(span, "site")]
    if draft.site.offset is not None:
        quotes.append(Quote(draft.site.offset.claim.span, "site"))
    facility = _facility_span(draft)
    if facility is not None:
        quotes.append(Quote(facility, "site"))
    if draft.site_inherited and site.position is not None:
        words = f"{_flat(facility.of(text))}, {_flat(site.text)}" if facility is not None else site.text
        precision = GeoPrecision.EXACT if is_pin(draft.site) else site.geo_precision
        site = replace(site, text=words, geo_precision=precision, method="inherited")
    return site, quotes


def _at_a_facility(draft: Draft, text: str) -> tuple[Site | None, list[Quote]]:
    """Return the words for a facility with a name where nothing tells in which place it is."""
    span = None if draft.parent is not None else _facility_span(draft)
    if span is None:
        return None, []
    words = _flat(span.of(text)).split()
    named = len(words) > NAMED_IN_CAPITALS if span.of(text).isupper() else any(word[:1].isupper() for word in words[1:])
    return (Site(" ".join(words), None, None, None, None, "unresolved"), [Quote(span, "site")]) if named else (None, [])


NAMED_IN_CAPITALS = 2
"""Where all is in capitals, a facility of more words than this is taken to be named: "THE NORTH RIVER UNIVERSITY"."""

_BEFORE_FACILITY = frozenset(
    "at inside in near outside on against attacked stormed raided rammed hit struck shook targeted bombed entered of".split()
)


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _facility_span(draft: Draft) -> Span | None:
    """Return the first facility that the opening sentence puts the incident at."""
    happening = draft.first
    for facility in happening.facilities:
        before = happening.words[facility.first - 1].low if facility.first else ""
        if before in _BEFORE_FACILITY:
            return facility.span
    return None


_CUT_BEFORE = re.compile(r"^(?:[,;]\s{0,2}|(?:and|but|while|whereas)\s){1,3}")
_CUT_BEHIND = re.compile(r"(?:[,;]|\s(?:and|but|while|whereas)){1,3}$")


def _summary(text: str, draft: Draft, pieces: Sequence[Happening], *, shared: bool) -> str:
    """Return the sentence that opens an incident on one line, cut at a word if it is long; a clause of it where it tells of others too."""
    span = draft.first.span
    if len(pieces) > 1 and not shared:
        start = min(piece.span.start for piece in pieces)
        # What stands in lines of its own above is a heading, and no beginning of the sentence.
        above = "\n" in text[start : span.start][-2:]
        span = Span(span.start if above else start, max(piece.span.end for piece in pieces))
    flat = _flat(span.of(text)).strip()
    if shared:
        flat = _CUT_BEHIND.sub("", _CUT_BEFORE.sub("", flat))
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
