"""One sentence's account of something that happened: triggers, tolls, date and site, before sentences are put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mapapp.incidents.background import is_background
from mapapp.incidents.casualties import Toll, tolls_of
from mapapp.incidents.clauses import Share, cuts, recalls, shares, toll_of
from mapapp.incidents.effects import Effect
from mapapp.incidents.entries import begins_entry
from mapapp.incidents.facilities import Facility, facilities
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.markers import Marker, covers_all, marker_of, sums_up
from mapapp.incidents.noun_phrases import NounPhrase, noun_phrases
from mapapp.incidents.offsets import Offsets
from mapapp.incidents.realis import is_sweeping
from mapapp.incidents.sites import PlacedSite, agree, site_of
from mapapp.incidents.trigger_words import Part
from mapapp.incidents.triggers import Trigger, triggers_of, weapon_used
from mapapp.incidents.words import Word, words_of
from mapapp.report.dates import DateMention
from mapapp.report.report import Dateline, Report, Span
from mapapp.report.sentences import sentences
from mapapp.toponyms.toponym import Role, Toponym

LONGEST_SENTENCE = 2000
"""Characters read as one sentence; the grammar looks back to the sentence's start from every verb, so a longer run is read in pieces."""

FAR_DATE = 400
"""A date further from the trigger than so many characters is not bound to it."""

_LATER_DEATH = frozenset("hospital wounds injuries burns".split())
"""What people die in or of after the event."""

_LAID_TO_REST = frozenset("buried cremated interred exhumed identified repatriated funeral reburied".split())
"""What is done with the dead of an earlier event."""

_FATES = frozenset({IncidentType.KILLING, IncidentType.ARREST})
"""What befalls people told of before, without being a deed that starts an account."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one sentence tells.

    ``umbrella``: it tells of several attacks or sites at once; ``covers_all``: of all the parts told before ("in all"). ``opens``: it can
    stand as an incident of its own; otherwise it only speaks of one. ``recalled``: an earlier event, not the news. ``entry``: it begins an
    entry of a register. ``share``: it only gives the figure of one place ("three in the harbour").
    """

    index: int
    span: Span
    words: Sequence[Word]
    phrases: Sequence[NounPhrase]
    triggers: tuple[Trigger, ...]
    tolls: tuple[Toll, ...]
    facilities: tuple[Facility, ...]
    toponyms: tuple[Toponym, ...]
    date: DateMention | None
    site: PlacedSite | None
    marker: Marker
    umbrella: bool
    covers_all: bool
    opens: bool
    recalled: bool = False
    entry: bool = False
    share: bool = False

    @property
    def continues(self) -> bool:
        """Whether it only brings a later toll, or tells how somebody named before fared; without a deed of its own."""
        deeds = any(not trigger.known and trigger.part is not Part.MEANS and trigger.type not in _FATES for trigger in self.triggers)
        if deeds or not self.tolls:
            return False
        return self.tells_later_death or all(toll.running or toll.definite for toll in self.tolls)

    @property
    def tells_later_death(self) -> bool:
        """Whether it tells that one of the hurt has died: "one of the hurt died of his burns"."""
        dead = [toll for toll in self.tolls if toll.effect is Effect.KILLED]
        return bool(dead) and all(toll.count.best == 1 for toll in dead) and any(word.low in _LATER_DEATH for word in self.words)

    @property
    def focus(self) -> int:
        """Offset of the word that best tells of the incident."""
        return _focus(self.triggers, self.tolls, self.span)


def _focus(triggers: Sequence[Trigger], tolls: Sequence[Toll], span: Span) -> int:
    """Return the offset of the first real verb or event noun, else of a casualty verb, else of the sentence."""
    strong = [trigger for trigger in triggers if not trigger.known and trigger.part is not Part.MEANS]
    if strong:
        return strong[0].span.start
    if tolls:
        return tolls[0].verb.start
    return triggers[0].span.start if triggers else span.start


def _date_cost(mention: DateMention, focus: int) -> float:
    """Rate a date as that of the event at ``focus``: nearer, explicit and exact is better."""
    cost = abs(mention.span.start - focus) / 2.0 + (0.0 if mention.how == "explicit" else 40.0)
    cost += {"day": 0.0, "days": 20.0, "week": 60.0, "month": 100.0, "year": 120.0}[mention.precision]
    return cost + (200.0 if mention.relation != "on" else 0.0)


def _bound_date(dates: Sequence[DateMention], focus: int) -> DateMention | None:
    """Return the date that belongs to the event, dates of speech left out."""
    usable = [d for d in dates if not d.is_speech and d.relation in {"on", "after", "before"} and abs(d.span.start - focus) < FAR_DATE]
    usable = [d for d in usable if d.relation == "on"] or [d for d in usable if d.precision != "day"]
    return min(usable, key=lambda d: _date_cost(d, focus)) if usable else None


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

    def read(self, index: int, span: Span, *, entry: bool = False) -> Happening:
        """Read one sentence, or a clause of one."""
        words = words_of(self.report.text, span)
        phrases = noun_phrases(words)
        triggers = triggers_of(words, terse=entry)
        tolls = tolls_of(words, phrases)
        places = facilities(words)
        focus = _focus(triggers, tolls, span)
        toponyms = self.toponyms_in(span)
        when = _bound_date(self.dates_in(span), focus)
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
            opens=(_opens(triggers, tolls) or weapon_used(words, triggers) or (entry and bool(triggers)))
            and not is_sweeping(words)
            and not _at_rest(words, triggers),
            recalled=is_recalled(words, when, self.base),
            entry=entry,
        )

    def pieces(self, index: int, span: Span, *, entry: bool = False) -> Iterator[Happening]:
        """Read a sentence as one happening, or as several where its clauses tell of several places or days."""
        whole = self.read(index, span, entry=entry)
        if not whole.opens:
            yield whole
            return
        pending = whole
        for position in cuts(whole.words, whole.triggers, whole.tolls):
            cut = whole.words[position].span.start
            if cut <= pending.span.start:
                continue
            left = self.read(index, Span(pending.span.start, whole.words[position - 1].span.start), entry=pending.entry)
            right = self.read(index + 1, Span(cut, span.end))
            memory = recalls(whole.words, position)
            if memory:
                left, right = self._with_its_date(left, right, whole.words[position - 1].span.start)
            if not _two(left, right, memory=memory, by_date=whole.words[position - 1].low != ","):
                continue
            if left.date is None and pending.date is not None and not right.recalled and not pending.recalled:
                left = replace(left, date=pending.date)
            yield from self._shared(left)
            index += 1
            pending = right
        yield from self._shared(pending)

    def _with_its_date(self, left: Happening, right: Happening, join: int) -> tuple[Happening, Happening]:
        """Give a clause of memory the date that stands before it: "in 1998, when the mill burned down"."""
        dates = self.dates_in(left.span)
        if right.date is not None or not dates or dates[-1].span.end < join - 2:
            return left, right
        right = replace(right, date=dates[-1], recalled=is_recalled(right.words, dates[-1], self.base))
        when = _bound_date(dates[:-1], left.focus)
        return replace(left, date=when, recalled=is_recalled(left.words, when, self.base)), right

    def _shared(self, happening: Happening) -> Iterator[Happening]:
        """Yield a happening, and behind it one for each place that has a figure of its own."""
        found = shares(happening.words, happening.toponyms, happening.tolls)
        if not found:
            yield happening
            return
        main = self.read(happening.index, Span(happening.span.start, found[0].span.start), entry=happening.entry)
        if not main.opens or not main.tolls:
            yield happening
            return
        parts = [self._share(share, happening, main.tolls[0]) for share in found]
        if any(part.site is None or (main.site is not None and main.site.toponym == part.site.toponym) for part in parts):
            yield happening
            return
        yield replace(main, date=main.date or happening.date)
        yield from parts

    def _share(self, share: Share, happening: Happening, like: Toll) -> Happening:
        """Build what a figure for one place tells."""
        words = happening.words[share.first : share.last]
        toponyms = self.toponyms_in(share.span)
        site = site_of(self.report.text, share.span, toponyms, share.span.start, self.offsets, self.filed)
        toll = toll_of(share, happening.words, like)
        return replace(
            happening, span=share.span, words=words, phrases=noun_phrases(words), triggers=(), tolls=(toll,), facilities=(),
            toponyms=tuple(toponyms), date=None, site=site, marker=Marker.NONE, umbrella=False, covers_all=False, opens=True, entry=False,
            share=True,
        )  # fmt: skip


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


def _most(happening: Happening) -> int:
    """Return the largest number of people that a clause tells of."""
    return max((toll.count.best or toll.count.low or 0 for toll in happening.tolls), default=0)


def _two(left: Happening, right: Happening, *, memory: bool, by_date: bool) -> bool:
    """Say whether two clauses tell of two incidents: both tell of one, and they have another place or day.

    ``memory``: the second may only recall. ``by_date``: another day is enough; behind a mere comma it often belongs to both.
    """
    if not left.opens or not right.opens:
        return False
    if by_date and right.recalled and not left.recalled and right.date is not None:
        return True
    if memory:
        return False
    if by_date and left.date is not None and right.date is not None and not dates_agree(left.date, right.date):
        return not right.continues
    if left.site is None and right.site is not None and right.site.place is not None and _most(left) > _most(right) > 0:
        return True  # "counted ten dead: seven people drowned at ..., three at ..."
    if left.site is None or right.site is None or left.site.place is None or right.site.place is None:
        return False
    return not agree(left.site, right.site)


def dates_agree(left: DateMention | None, right: DateMention | None) -> bool:
    """Say whether two dates may be one: one unknown, or their days meet; an old year does not hold a recent day."""
    if left is None or right is None:
        return True
    if (left.precision == "year") != (right.precision == "year"):
        return False
    return left.start <= right.end and right.start <= left.end


def _first(items: Sequence[Toponym] | Sequence[DateMention], offset: int) -> int:
    """Return the position of the first item that begins at an offset or behind it."""
    return bisect_left(items, offset, key=_start)


def _start(item: Toponym | DateMention) -> int:
    return item.span.start


def _bounded(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, overlong ones cut at blanks."""
    for sentence in sentences(text):
        start = sentence.start
        while sentence.end - start > LONGEST_SENTENCE:
            blank = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            end = blank if blank > start else start + LONGEST_SENTENCE
            yield Span(start, end)
            start = end
        yield Span(start, sentence.end)


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
    index = 0
    for sentence in _bounded(report.text):
        span = sentence
        if dateline is not None and sentence.start < dateline.end:
            if sentence.end <= dateline.end:
                continue
            span = Span(max(sentence.start, dateline.end), sentence.end)
        entry = begins_entry(report.text, span, reading.toponyms_in(span), reading.dates_in(span))
        for happening in reading.pieces(index, span, entry=entry):
            yield replace(happening, index=index)
            index += 1
