"""Fit the resolver: which of a name's places was marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gazetteer import Gazetteer
from mapapp.learned.trees import BoostedTrees
from mapapp.report.report import Dateline
from mapapp.resolution import clues, coherence, home_clues
from mapapp.resolution.coherence import Coherence
from mapapp.resolution.evidence import Named, name_of_span
from mapapp.resolution.home import Home
from mapapp.resolution.nearness import distances_km
from mapapp.resolution.options import Options
from mapapp.resolution.ranker import NONE, NOTHING_RANKED, Looks, Ranked, first_table, second_table, weigh, with_none
from mapapp.resolution.resolver import options_of
from mapapp.toponyms.page import Flags, Indices, Numbers
from mapapp.training.boosting import RESOLUTION, Growth, grow_choice
from mapapp.training.labelled import Label, LabelledReport

NEAR_KM = 50.0
"""Without an identifier, a place this near to the mark is the marked one."""

RIGHT_KM = 161.0
"""The field's tolerance, 100 miles: the mark of a wide area may lie this far from the gazetteer's point."""


@dataclass(frozen=True)
class Case:
    """The names of a report, found or marked, with their options: which are right, and which names were marked at all."""

    report: LabelledReport
    names: Sequence[Named]
    sense_of: Sequence[int]
    options: Options
    right: Numbers
    marked: Flags

    def with_home(self, region: Home) -> Case:
        """Return the same case seen from a home region."""
        return replace(self, options=Options(self.options.senses, self.options.gazetteer, region))


def case_of(report: LabelledReport, names: Sequence[Named], gazetteer: Gazetteer, dateline: Dateline | None) -> Case:
    """Return the case of some names of a report."""
    options, sense_of = options_of(report.text, names, gazetteer, dateline=dateline)
    ids = gazetteer.attributes.geonameid(options.row)
    right = np.zeros(len(options))
    marked = np.zeros(len(options.senses), dtype=np.bool_)
    for named, sense in zip(names, sense_of, strict=True):
        label = label_of(report, named)
        if label is not None and label.has_place:
            marked[sense] = True
            at = slice(int(options.begins[sense]), int(options.begins[sense + 1]))
            right[at] = np.maximum(right[at], _is_meant(label, ids[at], options.lat[at], options.lon[at]))
    return Case(report, names, sense_of, options, right, marked)


def label_of(report: LabelledReport, named: Named) -> Label | None:
    """Return the mark that a name shares most with, None where there is none."""
    shared = [(min(m.span.end, named.span.end) - max(m.span.start, named.span.start), -i) for i, m in enumerate(report.labels)]
    best = max(shared, default=(0, 0))
    return report.labels[-best[1]] if best[0] > 0 else None


def marked_names(report: LabelledReport, gazetteer: Gazetteer) -> list[Named]:
    """Return the marked names of a report, as if a perfect recogniser had found them."""
    return [name_of_span(report.text, span, gazetteer) for span in dict.fromkeys(label.span for label in report.labels)]


def _is_meant(label: Label, ids: Indices, lat: Numbers, lon: Numbers) -> Flags:
    same = (ids == label.geonameid) if label.geonameid else np.zeros(len(ids), dtype=np.bool_)
    if same.any() or label.lat is None or label.lon is None:
        return same
    away = distances_km(lat, lon, np.array([label.lat]), np.array([label.lon]))[:, 0]
    near: Flags = away < NEAR_KM
    return near if near.any() else away < RIGHT_KM


def is_right(label: Label, options: Options, option: int) -> bool:
    """Say whether an option is what was marked: by its identifier, or within the field's tolerance."""
    row = options.row[option : option + 1]
    if label.geonameid and int(options.about.geonameid(row)[0]) == label.geonameid:
        return True
    if label.lat is None or label.lon is None:
        return False
    here = options.lat[option : option + 1], options.lon[option : option + 1]
    return bool(distances_km(*here, np.array([label.lat]), np.array([label.lon]))[0, 0] <= RIGHT_KM)


FoldOf = Callable[[LabelledReport], int]


def fit_looks(cases: Sequence[Case], fold: FoldOf, *, at_home: bool = False) -> tuple[Looks, list[Ranked]]:
    """Fit both looks; return with them honest rankings of all cases, from trees that never saw their outlet.

    The second look is fitted on honest rankings of the first.
    """
    names = (*clues.NAMES, *(home_clues.NAMES if at_home else ()))
    both = (*names, *coherence.NAMES)
    folds = np.array([fold(case.report) for case in cases])
    alone = [first_table(case.options, names) for case in cases]
    at_first = _honest_rankings(cases, alone, names, folds)
    beside = [
        second_table(Coherence(c.options, first.probability, first.score), both, table, names)
        for c, first, table in zip(cases, at_first, alone, strict=True)
    ]
    honest = [] if at_home else _honest_rankings(cases, beside, both, folds)
    return Looks(_grow(cases, alone, names), _grow(cases, beside, both)), honest


def _honest_rankings(cases: Sequence[Case], tables: Sequence[Numbers], names: tuple[str, ...], folds: Indices) -> list[Ranked]:
    found = [NOTHING_RANKED] * len(cases)
    for held in sorted(set(folds.tolist())):
        inside = np.flatnonzero(folds != held).tolist()
        trial = _grow([cases[i] for i in inside], [tables[i] for i in inside], names)
        for i in np.flatnonzero(folds == held).tolist():
            found[i] = weigh(cases[i].options, tables[i], names, trial)
    return found


def _grow(cases: Sequence[Case], tables: Sequence[Numbers], names: Sequence[str], growth: Growth = RESOLUTION) -> BoostedTrees:
    parts = [_rows(case, table, names) for case, table in zip(cases, tables, strict=True)]
    begins = np.cumsum([0, *(len(case.options.senses) for case in cases)])
    table, right, weight = (np.concatenate([part[at] for part in parts]) for at in (0, 2, 3))
    group = np.concatenate([part[1] + begin for part, begin in zip(parts, begins[:-1].tolist(), strict=True)])
    counts = weight > 0
    return grow_choice(table[counts], group[counts], right[counts], weight[counts], (*names, NONE), growth)


def _rows(case: Case, table: Numbers, names: Sequence[str]) -> tuple[Numbers, Indices, Numbers, Numbers]:
    """Return the table with "none of these", the sense of each row, which rows are right, and how much each counts."""
    whole, sense, of_none = with_none(case.options, table, names)
    none_is_right = case.options.greatest(case.right) == 0
    right = np.zeros(len(whole))
    right[~of_none] = case.right
    right[of_none] = none_is_right[sense[of_none]].astype(np.float64)
    # A name that stands there ten times is one decision; it counts more than once, but not ten times.
    weight = np.where(case.marked, np.sqrt(case.options.mentions), 0.0)[sense]
    return whole, sense, right, weight
