"""One sentence's account of something that happened: triggers, tolls, date and site, before sentences are put together."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from mapapp.incidents.counting.casualties import Toll, tolls_of
from mapapp.incidents.counting.named_shares import FigureList, figure_list, named_shares, named_toll
from mapapp.incidents.counting.tables import Row, table_rows
from mapapp.incidents.counting.units import units
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.columns import bare_total, below_columns, set_aside
from mapapp.incidents.linking.day_headings import DayHeadings, is_day_label
from mapapp.incidents.linking.happening import FATES, Happening, focus_of, in_hospital
from mapapp.incidents.linking.parting import are_two, is_of_event, names_joined, only_flight, sums_before
from mapapp.incidents.linking.taken_up import taking_up
from mapapp.incidents.phrasing.clauses import Share, cuts, recalls, shares, toll_of
from mapapp.incidents.phrasing.noun_phrases import noun_phrases
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.sites import site_of
from mapapp.incidents.telling.background import is_background
from mapapp.incidents.telling.bare_entries import is_bare_entry
from mapapp.incidents.telling.leads import is_lead, is_place_alone
from mapapp.incidents.telling.markers import Marker, counted_heads, covers_all, marker_of, sums_up
from mapapp.incidents.telling.realis import is_sweeping
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger, triggers_of, weapon_used
from mapapp.incidents.wording.entries import Paragraphs, begins_entry, is_label, is_title
from mapapp.incidents.wording.facilities import facilities
from mapapp.incidents.wording.lists import is_total, level_of, terse_lines
from mapapp.incidents.wording.words import Word, words_of
from mapapp.report.dates import DateMention
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Role, Toponym

FAR_DATE = 400
"""A date further from the trigger than so many characters is not bound to it."""

_LAID_TO_REST = frozenset("buried cremated interred exhumed identified repatriated funeral reburied".split())
"""What is done with the dead of an earlier event."""

_AT_HOSPITAL = re.compile(r"\b(?:hospitals?|clinic)\s(?:in|at|near)\s(?:the\s)?(?:[a-z]+\s){0,3}$", re.IGNORECASE)
"""Words before the name of a place where only the hurt were brought."""
_OWNS = re.compile(
    r"['’]s\b|\s(?:\w+\s){0,2}(?:attacks?|bombings?|blasts?|earthquake|quake|crash|fire|floods?|shooting|explosions?|disaster)\b"
)

_LOOKS_BACK = frozenset("since when where".split())

_LASTING = frozenset(
    {IncidentType.NATURAL_DISASTER, IncidentType.EPIDEMIC, IncidentType.FIRE, IncidentType.ACCIDENT, IncidentType.DISPLACEMENT}
)
LATELY_DAYS = 60
"""What a disaster has done "since 1 July" is news for so long."""


_WALL = re.compile(r"[;:]\s|[.!?]\s(?=[A-Z])")
_WHEN = re.compile(r",?\s(?:when|in\swhich|during\swhich)\b")


def _date_cost(mention: DateMention, focus: int, text: str) -> float:
    """Rate a date as that of the event at ``focus``: nearer, explicit and exact is better, and in the same clause."""
    start, end = sorted((focus, mention.span.start))
    if mention.span.end <= focus and _WHEN.match(text, mention.span.end):
        return -1.0  # "in January 1939, when …"
    cost = 120.0 if focus < mention.span.start and _WALL.search(text, start, end) else 0.0
    cost += abs(mention.span.start - focus) / 2.0 + (0.0 if mention.how == "explicit" else 40.0)
    cost += {"day": 0.0, "days": 20.0, "week": 60.0, "month": 100.0, "year": 120.0}[mention.precision]
    return cost + (200.0 if mention.relation != "on" else 0.0)


def _bound_date(dates: Sequence[DateMention], focus: int, text: str) -> DateMention | None:
    """Return the date that belongs to the event, dates of speech left out."""
    usable = [d for d in dates if not d.is_speech and d.relation in {"on", "after", "before"} and abs(d.span.start - focus) < FAR_DATE]
    # "after the 3 May attack": the day stands right before what happened on it.
    usable = [replace(d, relation="on") if 0 <= focus - d.span.end <= 1 else d for d in usable]
    usable = [d for d in usable if d.relation == "on"] or [d for d in usable if d.precision != "day"]
    return min(usable, key=lambda d: _date_cost(d, focus, text)) if usable else None


def _opens(triggers: Sequence[Trigger], tolls: Sequence[Toll]) -> bool:
    """Say whether the sentence tells of something that happened, not only of something known."""
    if any(not trigger.known and trigger.part is not Part.MEANS for trigger in triggers):
        return True
    return any(toll.count.best != 0 for toll in tolls)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the sentences of one report are read with.

    ``filed``: the toponym that "this city" and "this capital" stand for. ``offsets``: which names only say how far off something is.
    ``base``: the day of the report.
    """

    report: Report
    toponyms: Sequence[Toponym]
    dates: Sequence[DateMention]
    offsets: Offsets
    filed: Toponym | None = None
    base: date | None = None

    def toponyms_in(self, span: Span) -> Sequence[Toponym]:
        """Return the toponyms that begin inside a sentence."""
        return self.toponyms[_first(self.toponyms, span.start) : _first(self.toponyms, span.end)]

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        """Return the dates that begin inside a sentence."""
        return self.dates[_first(self.dates, span.start) : _first(self.dates, span.end)]

    def read(self, index: int, span: Span, *, entry: bool = False, bare: bool = False) -> Happening:
        """Read one sentence, or a clause of one; ``bare``: an entry that only gives a day and a place."""
        words = words_of(self.report.text, span)
        phrases = noun_phrases(words)
        triggers = triggers_of(words, terse=entry)
        tolls = tolls_of(words, phrases)
        places = facilities(words)
        focus = focus_of(triggers, tolls, span)
        toponyms = self.toponyms_in(span)
        if not triggers and in_hospital(words):
            toponyms = [t for t in toponyms if not _AT_HOSPITAL.search(self.report.text, max(0, t.span.start - 40), t.span.start)]
        when = self._when(span, focus, triggers, tolls)
        return Happening(
            index=index,
            span=span,
            words=words,
            phrases=phrases,
            triggers=tuple(triggers),
            tolls=tuple(tolls),
            facilities=tuple(places),
            toponyms=tuple(toponyms),
            date=when,
            site=site_of(self.report.text, span, toponyms, focus, self.offsets, self.filed),
            marker=marker_of(words),
            umbrella=sums_up(words, triggers, places),
            covers_all=covers_all(words, triggers),
            opens=(_opens(triggers, tolls) or weapon_used(words, triggers, counted=bool(tolls)) or (entry and bool(triggers)) or bare)
            and not (is_sweeping(words) and not self._counts_lately(words, triggers, span))
            and not _at_rest(words, triggers),
            recalled=is_recalled(words, when, self.base),
            entry=entry,
        )

    def _when(self, span: Span, focus: int, triggers: Sequence[Trigger], tolls: Sequence[Toll]) -> DateMention | None:
        """Return the day of the event: not the one when the dead were counted, "the toll of Monday's quake rose on Wednesday"."""
        dates = self.dates_in(span)
        if not tolls or any(not t.known and t.part is Part.VERB and t.type not in FATES for t in triggers):
            return _bound_date(dates, focus, self.report.text)
        owned = _bound_date([d for d in dates if _OWNS.match(self.report.text, d.span.end)], focus, self.report.text)
        if owned is None and all(toll.running for toll in tolls):
            dates = [d for d in dates if d.how == "explicit"]
        return owned or _bound_date(dates, focus, self.report.text)

    def row(self, index: int, span: Span, row: Row) -> Happening:
        """Read a row of a table: its place and its figures."""
        read = self.read(index, span, entry=True)
        opens = any(toll.count.best for toll in row.tolls)
        return replace(read, triggers=(), tolls=row.tolls, opens=opens)

    def pieces(self, index: int, span: Span, *, entry: bool = False, bare: bool = False) -> Iterator[Happening]:
        """Read a sentence as one happening, or as several where its clauses tell of several places or days."""
        if bare:
            yield self.read(index, span, entry=True, bare=True)
            return
        whole = self.read(index, span, entry=entry)
        found = self._listed(index, whole)
        if found is not None:
            yield from found
        else:
            yield from self._clauses(index, whole)

    def _listed(self, index: int, whole: Happening) -> Sequence[Happening] | None:
        """Return what a sentence tells that is not to be taken apart by its clauses; None where it is."""
        recalled = self._recalled_in(index, whole)
        if recalled is not None:
            return recalled
        listed = figure_list(whole.words, whole.toponyms) if not whole.tolls or whole.entry else None
        if listed is not None:
            return list(self._figure_list(whole, listed))
        return (self._counted_off(index, whole) or None) if whole.opens else [whole]

    def _clauses(self, index: int, whole: Happening) -> Iterator[Happening]:
        """Read a sentence clause by clause, where they tell of several places or days."""
        pending = whole
        for position in cuts(whole.words, whole.triggers, whole.tolls):
            cut = whole.words[position].span.start
            if cut <= pending.span.start:
                continue
            left = self.read(index, Span(pending.span.start, whole.words[position - 1].span.start), entry=pending.entry)
            right = self.read(index + 1, Span(cut, whole.span.end))
            memory = recalls(whole.words, position)
            if memory:
                left, right = self._with_its_date(left, right, whole.words[position - 1].span.start)
            if left.opens and left.site is not None and only_flight(right):
                pending = replace(pending, site=left.site, date=left.date or pending.date)
                continue
            if memory and right.recalled and right.date is not None and is_of_event(whole, position):
                yield replace(left, opens=False)
                pending = _told_by(replace(left, site=None), right)
                index += 1
                continue
            by_date = whole.words[position - 1].low != ","
            joined = names_joined(whole, position) or (memory and _names_it(left, right))
            apart = not joined and are_two(left, right, memory=memory, by_date=by_date)
            if not apart and not (pending is not whole and sums_before(left, right)):
                continue
            if left.date is None and pending.date is not None and not right.recalled and not pending.recalled:
                left = replace(left, date=pending.date)
            yield from self._shared(left)
            index += 1
            pending = right
        yield from self._shared(pending)

    def _counted_off(self, index: int, whole: Happening) -> list[Happening]:
        """Return what a sentence tells that counts off events behind their sum: "…: the first at a shop, killing six, the second …"."""
        heads = counted_heads(whole.words) if len(whole.tolls) > 2 else []
        if not heads:
            return []
        bounds = [whole.words[head].span.start for head in heads] + [whole.span.end]
        main = self.read(index, Span(whole.span.start, bounds[0]), entry=whole.entry)
        parts = [self.read(index, Span(start, end)) for start, end in itertools.pairwise(bounds)]
        if not main.tolls or not all(part.tolls for part in parts):
            return []
        marked = [replace(part, marker=Marker.FURTHER if at else Marker.FIRST) for at, part in enumerate(parts)]
        return [replace(main, umbrella=True), *marked]

    def _recalled_in(self, index: int, whole: Happening) -> tuple[Happening, Happening] | None:
        """Take apart a sentence that only looks back: "the worst since a mill burned down in 1998"; None where it does not."""
        old = [d for d in self.dates_in(whole.span) if is_recalled((), d, self.base)]
        if not old:
            return None
        for position, word in enumerate(whole.words[1:-1], start=1):
            if word.low not in _LOOKS_BACK or word.span.start > old[-1].span.end + 2:
                continue
            left = self.read(index, Span(whole.span.start, whole.words[position - 1].span.end), entry=whole.entry)
            if left.opens:
                return None  # two tellings of news, or one of memory
            right = self.read(index + 1, Span(whole.words[position + 1].span.start, whole.span.end))
            left, right = self._with_its_date(left, right, whole.words[position - 1].span.start)
            if right.opens and right.recalled and right.date is not None:
                return None if _names_it(left, right) else (replace(left, opens=False), _told_by(left, right))
        return None

    def _counts_lately(self, words: Sequence[Word], triggers: Sequence[Trigger], span: Span) -> bool:
        """Say whether "since Monday" only says from when on a disaster of these days has done harm."""
        kinds = {trigger.type for trigger in triggers if trigger.part is not Part.MEANS}
        if self.base is None or not kinds <= _LASTING | {IncidentType.KILLING} or kinds == {IncidentType.KILLING}:
            return False
        begins = {after.span.start for word, after in itertools.pairwise(words) if word.low == "since"}
        return any(d.span.start in begins and 0 <= (self.base - d.start).days <= LATELY_DAYS for d in self.dates_in(span))

    def _with_its_date(self, left: Happening, right: Happening, join: int) -> tuple[Happening, Happening]:
        """Give a clause of memory the date that stands before it: "in 1998, when the mill burned down"."""
        dates = self.dates_in(left.span)
        if right.date is not None or not dates or dates[-1].span.end < join - 2:
            return left, right
        right = replace(right, date=dates[-1], recalled=is_recalled(right.words, dates[-1], self.base))
        when = _bound_date(dates[:-1], left.focus, self.report.text)
        return replace(left, date=when, recalled=is_recalled(left.words, when, self.base)), right

    def _shared(self, happening: Happening) -> Iterator[Happening]:
        """Yield a happening, and behind it one for each place that has a figure of its own."""
        found, build = shares(happening.words, happening.toponyms, happening.tolls), toll_of
        if not found:
            found, build = named_shares(happening.words, happening.toponyms, happening.tolls), named_toll
        if not found or any(in_hospital(happening.words[share.first : share.last]) for share in found):
            yield happening
            return
        main = self.read(happening.index, Span(happening.span.start, found[0].span.start), entry=happening.entry)
        if not main.opens or not main.tolls:
            yield happening
            return
        parts = [self._share(share, happening, build(share, happening.words, main.tolls[0])) for share in found]
        if any(part.site is None or (main.site is not None and main.site.toponym == part.site.toponym) for part in parts):
            yield happening
            return
        yield replace(main, date=main.date or happening.date)
        yield from parts

    def _figure_list(self, whole: Happening, listed: FigureList) -> Iterator[Happening]:
        """Yield what a list of bare figures tells: the whole, where it is given, and each place."""
        first = listed.shares[0].first
        main = self.read(whole.index, Span(whole.span.start, whole.words[first - 1].span.end), entry=whole.entry)
        tolls = (listed.whole,) if listed.whole is not None else ()
        yield replace(
            main, tolls=tolls, opens=bool(tolls) or any(t.type is not IncidentType.KILLING for t in main.triggers), date=whole.date
        )
        for share in listed.shares:
            yield replace(self._share(share, whole, named_toll(share, whole.words, listed.like)), entry=True, share=False)

    def _share(self, share: Share, happening: Happening, toll: Toll) -> Happening:
        """Build what a figure for one place tells."""
        words = happening.words[share.first : share.last]
        toponyms = self.toponyms_in(share.span)
        site = site_of(self.report.text, share.span, toponyms, share.span.start, self.offsets, self.filed)
        return replace(
            happening, span=share.span, words=words, phrases=noun_phrases(words), triggers=(), tolls=(toll,), facilities=(),
            toponyms=tuple(toponyms), date=None, site=site, marker=Marker.NONE, umbrella=False, covers_all=False, opens=True, entry=False,
            share=True,
        )  # fmt: skip


_COMPARED = frozenset("since worst deadliest strongest bloodiest biggest largest heaviest such similar".split())


def _names_it(left: Happening, right: Happening) -> bool:
    """Say whether what is recalled is named before: "the site of the first suicide bombing in 2011, when a man …"; that is one telling."""
    if left.tolls or left.date is not None or any(word.low in _COMPARED for word in left.words):
        return False
    named = {trigger.type for trigger in left.triggers if trigger.part is Part.NOUN}
    return bool(named & {trigger.type for trigger in right.triggers if trigger.span.start >= right.span.start})


def _told_by(left: Happening, right: Happening) -> Happening:
    """Complete what is recalled by what stands before it: "the worst quake since 2002, when 200 died"."""
    told = any(trigger.part is not Part.MEANS and trigger.type is not IncidentType.KILLING for trigger in right.triggers)
    other = told and any(word.low in _COMPARED for word in left.words)
    return replace(right, triggers=right.triggers if other else left.triggers + right.triggers, site=right.site or left.site)


def is_recalled(words: Sequence[Word], when: DateMention | None, base: date | None) -> bool:
    """Say whether a sentence tells of an earlier event, not of the news."""
    return is_background(words, when.end if when else None, base, precision=when.precision if when else "day")


def _at_rest(words: Sequence[Word], triggers: Sequence[Trigger]) -> bool:
    """Say whether the sentence only tells how the dead of an earlier event are buried."""
    return (
        any(word.low == "bodies_of" for word in words)
        and any(word.low in _LAID_TO_REST for word in words)
        and not any(not trigger.known and trigger.part is Part.VERB for trigger in triggers)
    )


_START = attrgetter("span.start")


def _first(items: Sequence[Toponym] | Sequence[DateMention], offset: int) -> int:
    """Return the position of the first item that begins at an offset or behind it."""
    return bisect_left(items, offset, key=_START)


def _leads_on(reading: Reading, span: Span, *, behind: bool) -> bool:
    """Say whether a sentence is only the head of the next one: a place, a day, the kind of event; ``behind`` another such head."""
    text, toponyms = reading.report.text, reading.toponyms_in(span)
    if is_label(text, span, toponyms) or is_day_label(text, span, reading.dates_in(span)) or is_lead(text, span):
        return True
    return behind and is_place_alone(span, text, toponyms)


def happenings(
    report: Report,
    toponyms: Sequence[Toponym],
    dates: Sequence[DateMention],
    dateline: Dateline | None,
    offsets: Offsets | None = None,
    *,
    base: date | None = None,
) -> Iterator[Happening]:
    """Yield what each sentence of a report tells, in order; the dateline is no part of the first one."""
    filed = next((t for t in toponyms if t.role is Role.DATELINE and t.place is not None), None)
    reading = Reading(report, toponyms, dates, offsets or Offsets(), filed, base)
    index, label, last, days = 0, None, Paragraphs(report.text), DayHeadings(report.text, dates)
    rows, terse = table_rows(report.text), terse_lines(report.text)
    columns = frozenset(toll.verb.start for row in rows.values() for toll in row.tolls)
    before: Happening | None = None
    opened: Happening | None = None
    for sentence in units(report.text, rows):
        span = sentence
        if dateline is not None and sentence.start < dateline.end:
            if sentence.end <= dateline.end:
                continue
            span = Span(max(sentence.start, dateline.end), sentence.end)
        if _leads_on(reading, span, behind=label is not None):
            label = span.start if label is None else label
            continue
        if label is not None:
            span, label = Span(label, span.end), None
        paragraph = last.of(span)
        inside = (reading.toponyms_in(span), reading.dates_in(span))
        bare = is_bare_entry(report.text, span, *inside)
        row = rows.get(span.start)
        entry = bare or span.start in terse or begins_entry(report.text, span, *inside)
        level, total = level_of(report.text, span.start), is_total(report.text, span.start)
        told = reading.pieces(index, span, entry=entry, bare=bare) if row is None else [reading.row(index, span, row)]
        for piece in told:
            opens = piece.opens and (bool(piece.tolls) or not is_title(report.text, span))
            happening = below_columns(replace(piece, index=index, paragraph=paragraph, opens=opens), columns)
            if piece.span.start == span.start:
                happening = set_aside(bare_total(replace(happening, level=level, total=total), before), report.text)
            before = taking_up(days.dated(happening), opened)
            opened = before if before.opens else opened
            yield before
            index += 1
