"""All candidates of a report beside each other, as arrays: what the clues are worked out on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer import Gazetteer
from mapapp.report.report import Dateline
from mapapp.toponyms.name_facts import FACTS, facts_of_names, rows_of_short_form
from mapapp.toponyms.page import MARGIN, Column, Flags, Indices, Numbers, Page
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.word_classes import BIT

EDGE = 1 << 40
"""Stands for a word where there is none: before the first and behind the last one of a paragraph."""

REACH = 3
"""So many words on each side are looked at."""

_FORM_NUMBER = {form: number for number, form in enumerate(Form)}


@dataclass(frozen=True)
class Stretches:
    """The candidates of one report. Arrays hold one value a candidate."""

    page: Page
    candidates: Sequence[Candidate]
    gazetteer: Gazetteer
    dateline: Dateline | None

    def __len__(self) -> int:
        return len(self.candidates)

    @cached_property
    def _done(self) -> dict[object, Column]:
        return {}

    def once(self, clue: Callable[[Stretches], Column]) -> Column:
        """Return what a clue gives; worked out once, however many ask."""
        if clue not in self._done:
            self._done[clue] = clue(self)
        return self._done[clue]

    @cached_property
    def first(self) -> Indices:
        """Position of each candidate's first token in the page's arrays with margin."""
        return np.array([c.first for c in self.candidates], dtype=np.int64) + MARGIN

    @cached_property
    def last(self) -> Indices:
        """Position of each candidate's last token in the page's arrays with margin."""
        return np.array([c.last for c in self.candidates], dtype=np.int64) + MARGIN

    @cached_property
    def start(self) -> Indices:
        """Where each candidate begins in the text."""
        return np.array([c.span.start for c in self.candidates], dtype=np.int64)

    @cached_property
    def end(self) -> Indices:
        """Where each candidate ends in the text."""
        return np.array([c.span.end for c in self.candidates], dtype=np.int64)

    @cached_property
    def facts(self) -> dict[str, Numbers]:
        """What the gazetteer says of the names, by the names of :data:`FACTS`."""
        return dict(zip(FACTS, facts_of_names(self.candidates, self.gazetteer).T, strict=True))

    @cached_property
    def form(self) -> Indices:
        """The form of each candidate, as its position among all forms."""
        return np.array([_FORM_NUMBER[c.form] for c in self.candidates], dtype=np.int64)

    def form_is(self, form: Form) -> Flags:
        """Say which candidates are of a form."""
        found: Flags = self.form == _FORM_NUMBER[form]
        return found

    @cached_property
    def caseless(self) -> Flags:
        """Whether each candidate stands in a line without case distinction."""
        return np.array([c.caseless for c in self.candidates], dtype=np.bool_)

    @cached_property
    def is_part(self) -> Flags:
        """Whether a candidate is a part of a hyphenated word."""
        page = self.page
        found: Flags = self.end - self.start < page.ends[self.last - MARGIN] - page.starts[self.first - MARGIN]
        return found

    @cached_property
    def beside(self) -> dict[str, Indices]:
        """Positions of the words beside the candidates: "before1" … and "behind1" …; 0 (an empty word) where the paragraph ends."""
        breaks = self.page.breaks
        found: dict[str, Indices] = {"first": self.first, "last": self.last}
        before, behind = self.first, self.last
        open_before = open_behind = np.ones(len(self), dtype=np.bool_)
        limit = len(breaks) - 1
        for step in range(1, REACH + 1):
            open_before = open_before & ~breaks[np.maximum(before, 0)]
            before = before - 1
            behind = behind + 1
            open_behind = open_behind & ~breaks[np.minimum(behind, limit)]
            found[f"before{step}"] = np.where(open_before, before, 0)
            found[f"behind{step}"] = np.where(open_behind, behind, 0)
        return found

    @cached_property
    def _runs(self) -> tuple[Indices, Indices]:
        """Return, for each token (with margin), where the run of capitalised words it stands in begins and ends; itself outside of one."""
        inside = self.page.capitalised
        count = len(inside)
        at = np.arange(count)
        joined = inside[1:] & inside[:-1] & ~self.page.breaks[1:]
        begins = np.maximum.accumulate(np.where(np.concatenate(([False], joined)), 0, at))
        last = np.where(np.concatenate((joined, [False])), count, at)
        ends = np.minimum.accumulate(last[::-1])[::-1]
        return begins, ends

    @cached_property
    def run_begins(self) -> Indices:
        """Position of the first word of the capitalised run that each candidate stands in."""
        return np.minimum(self._runs[0][self.first], self.first)

    @cached_property
    def run_ends(self) -> Indices:
        """Position of the last word of the capitalised run that each candidate stands in."""
        return np.maximum(self._runs[1][self.last], self.last)

    @cached_property
    def run_code(self) -> Indices:
        """All classes of the words of that run which lie outside the candidate, as bits; only eight words on each side are looked at."""
        found = np.zeros(len(self), dtype=np.int64)
        code = self.page.code
        for step in range(1, 9):
            left, right = self.first - step, self.last + step
            found |= np.where(left >= self.run_begins, code[np.maximum(left, 0)], 0)
            found |= np.where(right <= self.run_ends, code[np.minimum(right, len(code) - 1)], 0)
        return found

    @cached_property
    def same_name(self) -> Indices:
        """A number that candidates of one name and form share."""
        numbers: dict[tuple[str, Form], int] = {}
        return np.array([numbers.setdefault((c.key or c.text, c.form), len(numbers)) for c in self.candidates], dtype=np.int64)

    @cached_property
    def containers(self) -> tuple[Flags, Flags, Flags]:
        """Return who has ", X" behind with X an area, whose X really holds a place of that name, and who is such an X."""
        return _containers(self)


def _containers(stretches: Stretches) -> tuple[Flags, Flags, Flags]:
    count = len(stretches)
    followed = np.zeros(count, dtype=np.bool_)
    fits = np.zeros(count, dtype=np.bool_)
    is_container = np.zeros(count, dtype=np.bool_)
    starting: dict[int, list[int]] = {}
    is_area = stretches.facts["any_country"] + stretches.facts["any_first_level_area"] > 0
    for j in np.flatnonzero(is_area & ~stretches.form_is(Form.DEMONYM)).tolist():
        starting.setdefault(stretches.candidates[j].first, []).append(j)
    has_comma = stretches.page.code[stretches.last + 1] & BIT["comma"] != 0
    for i, (inner, comma) in enumerate(zip(stretches.candidates, has_comma.tolist(), strict=True)):
        if inner.form is Form.DEMONYM:
            continue
        # "Paterson NJ": a short form needs no comma.
        behind = starting.get(inner.last + 2, ()) if comma else [j for j in starting.get(inner.last + 1, ()) if _is_short(stretches, j)]
        for j in behind:
            followed[i] = True
            if holds_one_of(stretches.gazetteer, stretches.candidates[j], inner):
                fits[i] = is_container[j] = True
    return followed, fits, is_container


def _is_short(stretches: Stretches, number: int) -> bool:
    return stretches.candidates[number].form in {Form.ABBREVIATION, Form.STATE_CODE}


def holds_one_of(gazetteer: Gazetteer, outer: Candidate, inner: Candidate) -> bool:
    """Say whether a country or first-level division of one name holds a place of another ("Gulu, Uganda")."""
    areas = rows_of(gazetteer, outer)
    places = rows_of(gazetteer, inner)
    if not len(areas) or not len(places):
        return not inner.is_known
    about = gazetteer.attributes
    kinds = about.kind(areas)
    countries = areas[kinds == 0]
    divisions = areas[kinds == 1]
    inside = np.zeros(len(places), dtype=np.bool_)
    if len(countries):
        inside |= about.share_a_country[about.countries(places)][:, about.countries(countries)].any(axis=1)
    if len(divisions):
        inside |= np.isin(about.admin1(places), about.admin1(divisions)) & (about.admin1(places) > 0)
    return bool((inside & ~np.isin(places, areas)).any())


def rows_of(gazetteer: Gazetteer, candidate: Candidate) -> Indices:
    """Return the rows of all places that bear just this name."""
    if candidate.form is Form.NAME:
        return np.array([row for row, _ in gazetteer.bearers_of_key(candidate.key)] if candidate.key else [], dtype=np.int64)
    return np.array(rows_of_short_form(gazetteer, candidate.form, candidate.text), dtype=np.int64)
