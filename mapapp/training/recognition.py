"""Fit the recogniser: which of the scanner's candidates were marked as names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import TypeVar

import numpy as np
from sklearn.isotonic import IsotonicRegression

from gazetteer import Gazetteer
from mapapp.learned.curves import Curve
from mapapp.learned.trees import BoostedTrees
from mapapp.report.dateline import find_dateline
from mapapp.toponyms import clues, second_look
from mapapp.toponyms.find import stretches_of
from mapapp.toponyms.page import Flags, Indices, Numbers
from mapapp.toponyms.recognizer import RecognitionModel, best_without_overlap, second_table
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.second_look import SecondLook
from mapapp.toponyms.stretches import Stretches
from mapapp.training.boosting import RECOGNITION, Growth, grow_yes_no
from mapapp.training.labelled import LabelledReport

LEAST_OVERLAP = 0.3
"""Where no candidate is just what was marked, the one that shares most with it counts as right, from this share of their union on."""

THRESHOLDS = np.arange(-1.2, 0.61, 0.1)

CLUES_KEPT = 110
"""So many clues, those that lower the loss most, are kept: with all 400 nothing is found better, and each costs time."""

INNER_FOLDS = 5
KNOTS = 12


@dataclass(frozen=True)
class Example:
    """A report's candidates with the clues of the first look (all of them), which are right, and which count."""

    report: LabelledReport
    stretches: Stretches
    table: Numbers
    right: Numbers
    weight: Numbers


def examples_of(reports: Sequence[LabelledReport], gazetteer: Gazetteer) -> list[Example]:
    """Return each report's candidates, labelled."""
    return [_example(report, gazetteer) for report in reports]


def _example(report: LabelledReport, gazetteer: Gazetteer) -> Example:
    dateline = find_dateline(report.text, knows_place=gazetteer.knows)
    stretches = stretches_of(report.text, gazetteer, dateline=dateline)
    right = _right(report, stretches)
    weight = np.ones(len(stretches))
    if not report.demonyms_marked:
        weight[stretches.form_is(Form.DEMONYM)] = 0.0
    return Example(report, stretches, clues.table(stretches), right, weight)


def _right(report: LabelledReport, stretches: Stretches) -> Numbers:
    right = np.zeros(len(stretches))
    for label in report.labels:
        exact = (stretches.start == label.span.start) & (stretches.end == label.span.end)
        if exact.any():
            right[exact] = 1.0
        elif len(stretches):
            shared = np.minimum(stretches.end, label.span.end) - np.maximum(stretches.start, label.span.start)
            union = np.maximum(stretches.end, label.span.end) - np.minimum(stretches.start, label.span.start)
            best = int(np.argmax(shared / union))
            if shared[best] / union[best] > LEAST_OVERLAP:
                right[best] = 1.0
    return right


def fit_recognition(examples: Sequence[Example], fold: Callable[[LabelledReport], int]) -> tuple[RecognitionModel, list[Numbers]]:
    """Fit both looks, threshold and curve; return with them honest scores of all candidates, from models that never saw their outlet.

    ``fold`` deals the reports, so that the second look is fitted on honest scores of the first.
    """
    names = _useful_clues(examples)
    columns = [clues.NAMES.index(name) for name in names]
    tables = [e.table[:, columns] for e in examples]
    folds = np.array([fold(e.report) for e in examples])
    again_names = (*second_look.NAMES, *names)
    at_first = _honest_scores(examples, tables, names, folds)
    again = [_again(e, scores, table, names) for e, scores, table in zip(examples, at_first, tables, strict=True)]
    honest = _honest_scores(examples, again, again_names, folds)
    as_given = [not e.report.is_reshaped for e in examples]
    tried, scores = list(compress(examples, as_given)), list(compress(honest, as_given))
    threshold = _best_threshold(tried, scores)
    first, second = _grow(examples, tables, names), _grow(examples, again, again_names)
    return RecognitionModel(first, second, threshold, _curve(tried, scores, threshold)), honest


def _honest_scores(examples: Sequence[Example], tables: Sequence[Numbers], names: Sequence[str], folds: Indices) -> list[Numbers]:
    """Return the scores of each example by trees that were grown on the other folds."""
    found: list[Numbers] = [np.zeros(0)] * len(examples)
    for held in sorted(set(folds.tolist())):
        inside = folds != held
        trial = _grow(_chosen(examples, inside), _chosen(tables, inside), names)
        for i in np.flatnonzero(~inside).tolist():
            found[i] = _scores(trial, tables[i], names)
    return found


_Value = TypeVar("_Value")


def _chosen(values: Sequence[_Value], flags: Flags) -> list[_Value]:
    return list(compress(values, flags.tolist()))


def _grow(examples: Sequence[Example], tables: Sequence[Numbers], names: Sequence[str], growth: Growth = RECOGNITION) -> BoostedTrees:
    right, weight = (np.concatenate([getattr(e, part) for e in examples]) for part in ("right", "weight"))
    return grow_yes_no(np.vstack(list(tables)), right, weight, names, growth)


def _useful_clues(examples: Sequence[Example]) -> tuple[str, ...]:
    grown = _grow(examples, [e.table for e in examples], clues.NAMES)
    asked = np.bincount(grown.clue[np.isfinite(grown.threshold)], minlength=len(grown.names))
    best = {grown.names[i] for i in np.argsort(-asked, kind="stable")[:CLUES_KEPT].tolist()}
    return tuple(name for name in clues.NAMES if name in best)


def _scores(trees: BoostedTrees, table: Numbers, names: Sequence[str]) -> Numbers:
    return trees.scores(np.ascontiguousarray(table[:, [list(names).index(n) for n in trees.names]]))


def _again(example: Example, scores: Numbers, table: Numbers, names: Sequence[str]) -> Numbers:
    return second_table(SecondLook(example.stretches, scores), (*second_look.NAMES, *names), table, names)


def accepted(example: Example, scores: Numbers, threshold: float) -> list[int]:
    """Return the candidates that are accepted at some scores, by position."""
    return best_without_overlap(example.stretches.candidates, scores - threshold)


def _best_threshold(examples: Sequence[Example], scores: Sequence[Numbers]) -> float:
    """Return the threshold with the best F1 of names found at all (any overlap), demonyms apart."""
    thresholds: list[float] = THRESHOLDS.round(2).tolist()
    return max(thresholds, key=lambda threshold: _overlap_f1(examples, scores, threshold))


def _overlap_f1(examples: Sequence[Example], scores: Sequence[Numbers], threshold: float) -> float:
    both = marked = found = 0
    for example, score in zip(examples, scores, strict=True):
        candidates = example.stretches.candidates
        spans = [candidates[i].span for i in accepted(example, score, threshold) if candidates[i].form is not Form.DEMONYM]
        labels = [label.span for label in example.report.labels if not label.demonym]
        demonyms = [label.span for label in example.report.labels if label.demonym]
        found += sum(not any(span.overlaps(d) for d in demonyms) for span in spans)
        marked += len(labels)
        both += sum(any(span.overlaps(label) for span in spans) for label in labels)
    return 2 * both / max(1, marked + found)


def _curve(examples: Sequence[Example], scores: Sequence[Numbers], threshold: float) -> Curve:
    """Return how often accepted candidates are right, by what the second look says."""
    stated, right = [], []
    for example, score in zip(examples, scores, strict=True):
        for i in accepted(example, score, threshold):
            if example.weight[i]:
                stated.append(1 / (1 + np.exp(-score[i])))
                right.append(example.right[i])
    return rising_curve(np.array(stated), np.array(right))


def rising_curve(stated: Numbers, right: Numbers) -> Curve:
    """Return a rising curve of a few straight pieces through how often answers were right (isotonic regression at quantiles)."""
    fitted = IsotonicRegression(y_min=0.0, y_max=1.0, out_of_bounds="clip").fit(stated, right)
    knots = np.unique(np.quantile(stated, np.linspace(0, 1, KNOTS)).round(4))
    # The mean over a neighbourhood, not the value at a point: isotonic steps are rough where answers are few.
    edges = np.concatenate(([-np.inf], (knots[1:] + knots[:-1]) / 2, [np.inf]))
    smooth = fitted.predict(stated)
    near = [smooth[(stated > low) & (stated <= high)] for low, high in pairwise(edges)]
    found = [float(values.mean().round(4)) for values in near if len(values)]
    kept = [knot for knot, values in zip(knots.tolist(), near, strict=True) if len(values)]
    return Curve(tuple(kept), tuple(np.maximum.accumulate(found).tolist()))
