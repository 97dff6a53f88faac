"""What the sentences of a report tell, one after the other: each with its entry, its line in a list and its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mapapp.incidents.counting.tables import table_rows
from mapapp.incidents.counting.units import units
from mapapp.incidents.linking.columns import bare_total, below_columns, counting, set_aside
from mapapp.incidents.linking.day_headings import DayHeadings, is_day_label
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.linking.reading import Reading
from mapapp.incidents.linking.splits import Unit, split_up
from mapapp.incidents.linking.taken_up import taking_up
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.telling.bare_entries import is_bare_entry
from mapapp.incidents.telling.leads import is_lead, is_place_alone
from mapapp.incidents.telling.markers import Marker
from mapapp.incidents.wording.entries import Paragraphs, begins_entry, is_label, is_title
from mapapp.incidents.wording.lists import is_total, level_of, terse_lines
from mapapp.incidents.wording.place_heads import place_heads, run_in_heads
from mapapp.report.dates import DateMention
from mapapp.report.report import Dateline, Report, Span
from mapapp.toponyms.toponym import Role, Toponym


class _Layout:
    """How the lines of a report are laid out: which begin entries, under which heads, and which stand apart from a list."""

    def __init__(self, reading: Reading) -> None:
        text = self._text = reading.report.text
        self._reading = reading
        names = place_heads(text, reading.toponyms, reading.dates)
        run_in = run_in_heads(text, reading.toponyms, names)
        self._heads = {**names, **run_in.places}
        self._sections = run_in.sections
        self._terse = terse_lines(text)
        self._section: int | None = None

    def is_dateline(self, dateline: Dateline | None) -> bool:
        """Say whether a dateline is one, and not the head of the first entry of a list by place."""
        return dateline is not None and not any(dateline.span.start <= start <= dateline.end for start in self._heads)

    def _head_end(self, span: Span) -> int:
        """Return where the head of an entry ends that a sentence begins with, -1 where it begins with none."""
        toponyms = self._reading.toponyms_in(span)
        return self._heads.get(span.start, self._heads.get(toponyms[0].span.start, -1) if toponyms else -1)

    def leads_on(self, span: Span, *, behind: bool) -> bool:
        """Say whether a sentence is only the head of the next one: a place, a day, the kind of event; ``behind`` another such head."""
        toponyms = self._reading.toponyms_in(span)
        if self._head_end(span) == span.end or is_label(self._text, span, toponyms):
            return True
        if is_day_label(self._text, span, self._reading.dates_in(span)) or is_lead(self._text, span):
            return True
        return behind and is_place_alone(span, self._text, toponyms)

    def is_entry(self, span: Span) -> bool:
        """Say whether a sentence begins an entry."""
        if span.start in self._terse or self._head_end(span) >= 0:
            return True
        return begins_entry(self._text, span, self._reading.toponyms_in(span), self._reading.dates_in(span))

    def in_section(self, happening: Happening, span: Span) -> Happening:
        """Mark the first thing told below a head of another section as apart from the list before it."""
        if span.start in self._sections:
            self._section = happening.paragraph
        if happening.paragraph != self._section or happening.marker is not Marker.NONE:
            return happening
        self._section = self._section if not happening.opens else None
        return replace(happening, marker=Marker.APART)


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
    yield from split_up(list(_units(reading, dateline)), reading)


def _units(reading: Reading, dateline: Dateline | None) -> Iterator[Unit]:
    """Yield the sentences of a report with what they tell."""
    report, layout = reading.report, _Layout(reading)
    index, label, last, days = 0, None, Paragraphs(report.text), DayHeadings(report.text, reading.dates)
    rows = table_rows(report.text)
    columns = frozenset(toll.verb.start for row in rows.values() for toll in row.tolls)
    filed = dateline if layout.is_dateline(dateline) else None
    before: Happening | None = None
    opened: Happening | None = None
    for sentence in units(report.text, rows):
        span = sentence
        if filed is not None and sentence.start < filed.end:
            if sentence.end <= filed.end:
                continue
            span = Span(max(sentence.start, filed.end), sentence.end)
        if layout.leads_on(span, behind=label is not None):
            label = span.start if label is None else label
            continue
        if label is not None:
            span, label = Span(label, span.end), None
        paragraph = last.of(span)
        bare = is_bare_entry(report.text, span, reading.toponyms_in(span), reading.dates_in(span))
        row = rows.get(span.start)
        entry = bare or layout.is_entry(span)
        told = reading.pieces(index, span, entry=entry, bare=bare) if row is None else [reading.row(index, span, row)]
        unit = Unit(span, [])
        for piece in told:
            opens = piece.opens and (bool(piece.tolls) or not is_title(report.text, span))
            happening = below_columns(replace(piece, index=index, paragraph=paragraph, opens=opens), columns)
            if piece.span.start == span.start:
                happening = replace(happening, level=level_of(report.text, span.start), total=is_total(report.text, span.start))
                happening = set_aside(bare_total(counting(happening), before), report.text)
            before = taking_up(days.dated(layout.in_section(happening, span)), opened)
            opened = before if before.opens else opened
            unit.told.append(before)
            index += 1
        yield unit
