"""One sentence's account of something that happened: triggers, tolls, date and site; of its clauses where they tell of several."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from mapapp.incidents.counting.casualties import Toll, tolls_of
from mapapp.incidents.counting.crimes_counted import crimes_counted
from mapapp.incidents.counting.named_shares import FigureList, figure_list, named_shares, named_toll
from mapapp.incidents.counting.tables import Row
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.linking.event_days import OWNS, bound_date
from mapapp.incidents.linking.happening import FATES, OF_BEFORE, Happening, focus_of, in_hospital
from mapapp.incidents.linking.memories import is_recalled, names_it, told_by
from mapapp.incidents.linking.parting import amid_at, are_two, is_of_event, is_part_of_wide, names_joined, only_flight, sums_before
from mapapp.incidents.phrasing.clauses import Share, counts_back, cuts, recalls, shares, toll_of
from mapapp.incidents.phrasing.noun_phrases import noun_phrases
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.sites import site_of
from mapapp.incidents.telling.markers import Marker, counted_heads, covers_all, marker_of, sums_up
from mapapp.incidents.telling.realis import is_sweeping
from mapapp.incidents.telling.trigger_words import Part
from mapapp.incidents.telling.triggers import Trigger, triggers_of, weapon_used
from mapapp.incidents.wording.facilities import facilities
from mapapp.incidents.wording.words import Word, low_at, words_of
from mapapp.report.dates import DateMention
from mapapp.report.report import Report, Span
from mapapp.toponyms.toponym import Toponym

_LAID_TO_REST = frozenset("buried cremated interred exhumed identified repatriated funeral reburied".split())
"""What is done with the dead of an earlier event."""

_AT_HOSPITAL = re.compile(r"\b(?:hospitals?|clinic)\s(?:in|at|near)\s(?:the\s)?(?:[a-z]+\s){0,3}$", re.IGNORECASE)
"""Words before the name of a place where only the hurt were brought."""

_LOOKS_BACK = frozenset("since when where".split())

_LASTING = frozenset(
    {IncidentType.NATURAL_DISASTER, IncidentType.EPIDEMIC, IncidentType.FIRE, IncidentType.ACCIDENT, IncidentType.DISPLACEMENT}
)
LATELY_DAYS = 120
"""What a disaster has done "since 1 July" is news for so long."""

THESE_DAYS = 14
"""What anybody else has done since a day is counted as one telling for so long; longer, it sums up a war."""

_DAYS = frozenset({"day", "days", "week"})

SINCE_REACH = 24
"""Characters between "since" and the day that it counts from: "since six o'clock this morning"."""

EPIDEMIC_DAYS = 500
"""An epidemic is counted from its first case on."""


def _opens(triggers: Sequence[Trigger], tolls: Sequence[Toll]) -> bool:
    """Say whether the sentence tells of something that happened, not only of something known."""
    if any(not trigger.known and trigger.part is not Part.MEANS for trigger in triggers):
        return True
    return any(toll.count.best != 0 for toll in tolls)


@dataclass(frozen=True)
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
        starts = self._toponym_starts
        return self.toponyms[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def dates_in(self, span: Span) -> Sequence[DateMention]:
        """Return the dates that begin inside a sentence."""
        starts = self._date_starts
        return self.dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    @cached_property
    def _toponym_starts(self) -> list[int]:
        """Where the toponyms begin: each sentence asks for its own several times."""
        return [toponym.span.start for toponym in self.toponyms]

    @cached_property
    def _date_starts(self) -> list[int]:
        """Where the dates begin."""
        return [mention.span.start for mention in self.dates]

    def read(self, index: int, span: Span, *, entry: bool = False, bare: bool = False) -> Happening:
        """Read one sentence, or a clause of one; ``bare``: an entry that only gives a day and a place."""
        words = words_of(self.report.text, span)
        phrases = noun_phrases(words)
        triggers = triggers_of(words, terse=entry)
        tolls = tolls_of(words, phrases)
        tolls += crimes_counted(words, tolls)
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
            covers_all=covers_all(words, triggers) or (bool(tolls) and not toponyms and low_at(words, 0) == "a_total_of"),
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
            return bound_date(dates, focus, self.report.text)
        owned = bound_date([d for d in dates if OWNS.match(self.report.text, d.span.end)], focus, self.report.text)
        if owned is None and all(toll.running for toll in tolls):
            dates = [d for d in dates if d.how == "explicit"]
        return owned or bound_date(dates, focus, self.report.text)

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
        amid = self._amid(index, whole) if whole.opens else None
        if amid is not None:
            return amid
        listed = figure_list(whole.words, whole.toponyms) if not whole.tolls or whole.entry else None
        if listed is not None:
            return list(self._figure_list(whole, listed))
        return (self._counted_off(index, whole) or None) if whole.opens else [whole]

    def _amid(self, index: int, whole: Happening) -> tuple[Happening, Happening] | None:
        """Take apart what happened at one spot, and what it was part of: "a man died in Tarsk as crowds protested across the country"."""
        for position in amid_at(whole.words):
            part = self.read(index, Span(whole.span.start, whole.words[position - 1].span.end), entry=whole.entry)
            wide = self.read(index + 1, Span(whole.words[position + 1].span.start, whole.span.end))
            if is_part_of_wide(part, wide):
                day = wide.date if wide.date is not None and wide.date.precision == "day" else part.date or wide.date
                return replace(wide, umbrella=True, date=day), replace(part, date=part.date or wide.date, whole=OF_BEFORE)
        return None

    def _clauses(self, index: int, whole: Happening) -> Iterator[Happening]:
        """Read a sentence clause by clause, where they tell of several places or days."""
        pending = whole
        for position in cuts(whole.words, whole.triggers, whole.tolls):
            cut = whole.words[position].span.start
            if cut <= pending.span.start:
                continue
            left = self.read(index, Span(pending.span.start, whole.words[position - 1].span.start), entry=pending.entry)
            right = self.read(index + 1, Span(cut, whole.span.end))
            memory, earlier = recalls(whole.words, position), counts_back(whole.words, position)
            if memory or earlier:
                left, right = self._with_its_date(left, right, whole.words[position - 1].span.start)
            if left.opens and left.site is not None and only_flight(right):
                pending = replace(pending, site=left.site, date=left.date or pending.date)
                continue
            if memory and right.recalled and right.date is not None and is_of_event(whole, position):
                yield replace(left, opens=False)
                pending = told_by(replace(left, site=None), right)
                index += 1
                continue
            by_date = whole.words[position - 1].low != ","
            joined = names_joined(whole, position) or (memory and names_it(left, right))
            apart = (earlier and right.opens) or (not joined and are_two(left, right, memory=memory, by_date=by_date))
            if not apart and not (pending is not whole and sums_before(left, right)):
                continue
            if left.date is None and pending.date is not None and not right.recalled and not pending.recalled:
                left = replace(left, date=pending.date)
            yield from self._shared(left)
            index += 1
            pending = right if memory or earlier or right.covers_all or right.toponyms else replace(right, site=right.site or left.site)
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
                return None if names_it(left, right) else (replace(left, opens=False), told_by(left, right))
        return None

    def _counts_lately(self, words: Sequence[Word], triggers: Sequence[Trigger], span: Span) -> bool:
        """Say whether "since Monday" only says from when on these days harm was done: for a disaster, longer than for any other."""
        if self.base is None:
            return False
        since = next((word.span.end for word in words if word.low == "since"), -1)
        longest = _counted_days({trigger.type for trigger in triggers if trigger.part is not Part.MEANS})
        behind = [d for d in self.dates_in(span) if since >= 0 and 0 < d.span.start - since <= SINCE_REACH]
        return any(0 <= (self.base - d.start).days <= longest for d in behind if d.precision in _DAYS or longest > THESE_DAYS)

    def _with_its_date(self, left: Happening, right: Happening, join: int) -> tuple[Happening, Happening]:
        """Give a clause of memory the date that stands before it: "in 1998, when the mill burned down"."""
        dates = self.dates_in(left.span)
        if right.date is not None or not dates or dates[-1].span.end < join - 2:
            return left, right
        right = replace(right, date=dates[-1], recalled=is_recalled(right.words, dates[-1], self.base))
        when = bound_date(dates[:-1], left.focus, self.report.text)
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


def _counted_days(kinds: Collection[IncidentType]) -> int:
    """Return for how many days a count from a day on is still news."""
    if IncidentType.EPIDEMIC in kinds:
        return EPIDEMIC_DAYS
    return LATELY_DAYS if set(kinds) - {IncidentType.KILLING} and set(kinds) <= _LASTING | {IncidentType.KILLING} else THESE_DAYS


def _at_rest(words: Sequence[Word], triggers: Sequence[Trigger]) -> bool:
    """Say whether the sentence only tells how the dead of an earlier event are buried."""
    return (
        any(word.low == "bodies_of" for word in words)
        and any(word.low in _LAID_TO_REST for word in words)
        and not any(not trigger.known and trigger.part is Part.VERB for trigger in triggers)
    )
