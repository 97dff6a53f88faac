"""One sentence's account of something that happened: triggers, tolls, date and site, before sentences are put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapapp.incidents.casualties import Toll, tolls_of
from mapapp.incidents.effects import Effect
from mapapp.incidents.facilities import Facility, facilities
from mapapp.incidents.incident import IncidentType
from mapapp.incidents.markers import Marker, covers_all, marker_of, sums_up
from mapapp.incidents.noun_phrases import NounPhrase, noun_phrases
from mapapp.incidents.offsets import Offsets
from mapapp.incidents.realis import is_sweeping
from mapapp.incidents.sites import PlacedSite, site_of
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

_FATES = frozenset({IncidentType.KILLING, IncidentType.ARREST})
"""What befalls people told of before, without being a deed that starts an account."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one sentence tells.

    ``umbrella``: it tells of several attacks or sites at once; ``covers_all``: of all the parts told before ("in all"). ``opens``: it can
    stand as an incident of its own; otherwise it only speaks of one.
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

    @property
    def continues(self) -> bool:
        """Whether it only brings a later toll, or tells how somebody named before fared; without a deed of its own."""
        deeds = any(not trigger.known and trigger.part is not Part.MEANS and trigger.type not in _FATES for trigger in self.triggers)
        return not deeds and bool(self.tolls) and all(toll.running or toll.definite for toll in self.tolls)

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
    return any(toll.count.best != 0 and toll.effect in set(Effect) for toll in tolls)


def read_sentence(
    index: int,
    report: Report,
    span: Span,
    toponyms: Sequence[Toponym],
    dates: Sequence[DateMention],
    *,
    dateline: Toponym | None = None,
    offsets: Offsets | None = None,
) -> Happening:
    """Read one sentence.

    ``dateline``: the toponym that "this city" and "this capital" stand for. ``offsets``: which names only say how far off something is.
    """
    offsets = offsets or Offsets()
    words = words_of(report.text, span)
    phrases = noun_phrases(words)
    triggers = triggers_of(words)
    tolls = tolls_of(words, phrases)
    places = facilities(words)
    focus = _focus(triggers, tolls, span)
    return Happening(
        index=index,
        span=span,
        words=words,
        phrases=phrases,
        triggers=tuple(triggers),
        tolls=tuple(tolls),
        facilities=tuple(places),
        toponyms=tuple(toponyms),
        date=_bound_date(dates, focus),
        site=site_of(report.text, span, toponyms, focus, offsets, dateline),
        marker=marker_of(words),
        umbrella=sums_up(words, triggers, places),
        covers_all=covers_all(words, triggers),
        opens=(_opens(triggers, tolls) or weapon_used(words, triggers)) and not is_sweeping(words),
    )


def _inside(spans: Sequence[Span], starts: Sequence[int], sentence: Span) -> range:
    """Return the positions of the spans that begin inside a sentence."""
    del spans
    return range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))


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
    report: Report, toponyms: Sequence[Toponym], dates: Sequence[DateMention], dateline: Dateline | None, offsets: Offsets | None = None
) -> Iterator[Happening]:
    """Yield what each sentence of a report tells, in order; the dateline is no part of the first one."""
    toponym_spans = [toponym.span for toponym in toponyms]
    date_spans = [mention.span for mention in dates]
    toponym_starts, date_starts = [s.start for s in toponym_spans], [s.start for s in date_spans]
    filed = next((t for t in toponyms if t.role is Role.DATELINE and t.place is not None), None)
    for index, sentence in enumerate(_bounded(report.text)):
        span = sentence
        if dateline is not None and sentence.start < dateline.end:
            if sentence.end <= dateline.end:
                continue
            span = Span(max(sentence.start, dateline.end), sentence.end)
        yield read_sentence(
            index,
            report,
            span,
            [toponyms[i] for i in _inside(toponym_spans, toponym_starts, span)],
            [dates[i] for i in _inside(date_spans, date_starts, span)],
            dateline=filed,
            offsets=offsets,
        )
