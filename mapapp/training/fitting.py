"""Fit all models in the order in which one needs the other, and try them on reports they were not fitted on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gazetteer import Gazetteer
from mapapp.learned.curves import Curve
from mapapp.resolution.evidence import Named, name_of_span
from mapapp.resolution.home import NO_HOME, Home
from mapapp.resolution.ranker import Ranked, ResolutionModel
from mapapp.resolution.resolver import answer, resolve_names
from mapapp.toponyms.recognizer import Mention, RecognitionModel, accept, recognise
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.toponym import Toponym
from mapapp.training.homes import as_given, homes_of
from mapapp.training.labelled import LabelledReport, folds_of
from mapapp.training.recognition import INNER_FOLDS, Example, fit_recognition, rising_curve
from mapapp.training.resolution import Case, case_of, fit_looks, is_right, label_of, marked_names

LEAST_WORTH = 0.35
"""A name is placed where the product of "is a place name" and "is this place" reaches this. Between .3 and .4 end-to-end F1 is the same
to .003; higher would be silent more often without being right more often."""

FoldOf = Callable[[LabelledReport], int]


@dataclass(frozen=True)
class Models:
    """Both models, ready to be used or written."""

    recognition: RecognitionModel
    resolution: ResolutionModel


def fit(examples: Sequence[Example], gazetteer: Gazetteer) -> Models:
    """Fit both models on labelled reports, other shapes of them included; thresholds and curves come from the reports as they are."""
    folds = folds_of((e.report.outlet for e in examples), INNER_FOLDS)

    def fold(report: LabelledReport) -> int:
        return folds[report.outlet]

    recognition, scores = fit_recognition(examples, fold)
    # An excerpt lacks what tells its places apart: it teaches what a name looks like, not which place is meant.
    whole = [(e, s) for e, s in zip(examples, scores, strict=True) if not e.report.is_reshaped]
    marked = [case_of(e.report, marked_names(e.report, gazetteer), gazetteer, e.stretches.dateline) for e, _ in whole]
    found = [
        case_of(e.report, _named(e, accept(e.stretches, s, recognition), gazetteer), gazetteer, e.stretches.dateline) for e, s in whole
    ]
    looks, honest = fit_looks([*found, *marked], fold)
    as_given = list(zip(found, honest[: len(found)], strict=True))
    curve = _calibrated(as_given)
    willing = ResolutionModel(looks, looks, curve, LEAST_WORTH)
    answers = {
        case.report.id: answer(case.report.text, case.names, case.options, case.sense_of, ranked, willing) for case, ranked in as_given
    }
    homes = homes_of([case.report for case, _ in as_given], answers, gazetteer)
    at_home = [
        c for case in [*found, *marked] if not case.report.is_reshaped for c in _seen_from_home(case, homes[case.report.id], gazetteer)
    ]
    # Where no outlet has several reports there is nothing to learn the use of a home from.
    with_home = fit_looks(at_home, fold, at_home=True)[0] if at_home else looks
    return Models(recognition, ResolutionModel(looks, with_home, curve, LEAST_WORTH))


def _named(example: Example, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Named]:
    text = example.report.text
    return [name_of_span(text, m.span, gazetteer, form=m.candidate.form, recognised=m.probability) for m in mentions]


def _calibrated(tried: Sequence[tuple[Case, Ranked]]) -> Curve:
    """Return how often the likeliest place of a name rightly found is right, by what the looks say of it."""
    stated: list[float] = []
    right: list[float] = []
    for case, ranked in tried:
        tops = np.array([_best(case, ranked, sense) for sense in range(len(case.options.senses))], dtype=np.int64)
        around = ranked.probability_around(case.options, tops) if len(case.options) else np.zeros(len(tops))
        for named, sense in zip(case.names, case.sense_of, strict=True):
            label = label_of(case.report, named)
            begin, end = int(case.options.begins[sense]), int(case.options.begins[sense + 1])
            if label is None or not label.has_place or named.form is Form.DEMONYM or begin == end:
                continue
            stated.append(float(around[sense]))
            right.append(float(is_right(label, case.options, int(tops[sense]))))
    return rising_curve(np.array(stated), np.array(right))


def _best(case: Case, ranked: Ranked, sense: int) -> int:
    begin, end = int(case.options.begins[sense]), int(case.options.begins[sense + 1])
    return begin + int(np.argmax(ranked.score[begin:end])) if end > begin else 0


def _seen_from_home(case: Case, region: Home, gazetteer: Gazetteer) -> list[Case]:
    """Return a case as seen from a learned home, and from what a reader might have said instead."""
    return [case.with_home(r) for r in (region, *as_given(region, gazetteer)) if r]


@dataclass(frozen=True)
class Trial:
    """What models that never saw a report say of it: from the text alone, from a learned home, from a home that a reader has given.

    ``marked`` are the answers for the names as marked, of the text alone; ``ceiling`` the best of all candidates is for the scorer.
    """

    report: LabelledReport
    text_alone: tuple[Toponym, ...]
    learned_home: tuple[Toponym, ...]
    given_home: tuple[Toponym, ...]
    given_country: tuple[Toponym, ...]
    marked: tuple[Toponym, ...]


def cross_validate(
    examples: Sequence[Example], gazetteer: Gazetteer, fold: FoldOf, folds: Sequence[int], progress: Callable[[str], None]
) -> list[Trial]:
    """Return the trials of all reports as given, in their order; ``fold`` deals them, and no outlet may be in two folds."""
    alone: dict[str, tuple[Toponym, ...]] = {}
    models = {}
    tried = [e for e in examples if not e.report.is_reshaped]
    for held in folds:
        models[held] = fit([e for e in examples if fold(e.report) != held], gazetteer)
        alone |= {e.report.id: read(e, models[held], gazetteer) for e in tried if fold(e.report) == held}
        progress(f"fold {held}: {len(alone)} of {len(tried)} reports read")
    homes = homes_of([e.report for e in tried], alone, gazetteer)
    return [_trial(e, models[fold(e.report)], homes[e.report.id], alone[e.report.id], gazetteer) for e in tried]


def read(example: Example, models: Models, gazetteer: Gazetteer, region: Home = NO_HOME) -> tuple[Toponym, ...]:
    """Return the places that models find in a report."""
    names = _named(example, recognise(example.stretches, models.recognition), gazetteer)
    dateline = example.stretches.dateline
    return resolve_names(example.report.text, names, gazetteer, dateline=dateline, home=region, model=models.resolution)


def _trial(example: Example, models: Models, region: Home, alone: tuple[Toponym, ...], gazetteer: Gazetteer) -> Trial:
    place, country = as_given(region, gazetteer)
    learned, given, in_country = (read(example, models, gazetteer, r) if r else alone for r in (region, place, country))
    willing = replace(models.resolution, least_worth=0.0)
    marked = marked_names(example.report, gazetteer)
    return Trial(
        example.report,
        alone,
        learned,
        given,
        in_country,
        resolve_names(example.report.text, marked, gazetteer, dateline=example.stretches.dateline, max_alternatives=None, model=willing),
    )
