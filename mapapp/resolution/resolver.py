"""Decide which place each name stands for: all names of a report together, one sense a name, and "none of these" is an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

import numpy as np

from gazetteer import Gazetteer, Place, open_gazetteer
from mapapp.report.report import Dateline, Report, Span
from mapapp.resolution.evidence import Named, evidence_around, name_of_span
from mapapp.resolution.home import NO_HOME, Home
from mapapp.resolution.imported import without_needless
from mapapp.resolution.options import Options
from mapapp.resolution.ranker import Ranked, ResolutionModel, load_resolution, rank
from mapapp.resolution.reasons import reasons_of, why_not
from mapapp.resolution.senses import senses_of
from mapapp.toponyms.focus import focused_on
from mapapp.toponyms.recognizer import Mention
from mapapp.toponyms.scanner import Form
from mapapp.toponyms.toponym import Alternative, Toponym

MAX_ALTERNATIVES = 12
"""As many other candidates as a reader can look through; the ranking itself is never cut."""


def resolve(
    report: Report,
    spans: Iterable[Span | tuple[int, int]],
    *,
    gazetteer: Gazetteer | None = None,
    home: Home = NO_HOME,
    max_alternatives: int | None = MAX_ALTERNATIVES,
    model: ResolutionModel | None = None,
) -> tuple[Toponym, ...]:
    """Return the places for spans that somebody else has found.

    ``spans`` are half-open code point offsets over ``report.text``, as :class:`Span` or (start, end). Every span comes back, in the
    order of the text, its place None where nothing fits. ``max_alternatives`` None keeps all candidates.
    """
    world = focused_on(report, gazetteer or open_gazetteer(), countries=home.countries)
    ordered = sorted(span if isinstance(span, Span) else Span(*span) for span in spans)
    names = [name_of_span(report.text, span, world) for span in ordered]
    return resolve_names(report.text, names, world, home=home, max_alternatives=max_alternatives, model=model)


def resolve_mentions(
    report: Report,
    mentions: Iterable[Mention],
    gazetteer: Gazetteer,
    *,
    dateline: Dateline | None = None,
    home: Home = NO_HOME,
    model: ResolutionModel | None = None,
) -> tuple[Toponym, ...]:
    """Return the places for the mentions that :func:`mapapp.toponyms.find.find` has accepted."""
    names = [name_of_span(report.text, m.span, gazetteer, form=m.candidate.form, recognised=m.probability) for m in mentions]
    return resolve_names(report.text, names, gazetteer, dateline=dateline, home=home, model=model)


def resolve_names(
    text: str,
    names: Sequence[Named],
    gazetteer: Gazetteer,
    *,
    dateline: Dateline | None = None,
    home: Home = NO_HOME,
    max_alternatives: int | None = MAX_ALTERNATIVES,
    model: ResolutionModel | None = None,
) -> tuple[Toponym, ...]:
    """Resolve names jointly: mentions of one name share their evidence and get one place."""
    learned = model or load_resolution()
    options, sense_of = options_of(text, names, gazetteer, dateline=dateline, home=home)
    ranked = rank(options, learned.with_home if home else learned.text_alone)
    return answer(text, names, options, sense_of, ranked, learned, max_alternatives=max_alternatives)


def answer(
    text: str,
    names: Sequence[Named],
    options: Options,
    sense_of: Sequence[int],
    ranked: Ranked,
    model: ResolutionModel,
    *,
    max_alternatives: int | None = MAX_ALTERNATIVES,
) -> tuple[Toponym, ...]:
    """Return the toponyms that a ranking speaks for, one for each name."""
    answers = _answers(options, ranked, model, max_alternatives)
    return tuple(_toponym(text, named, answers[i]) for named, i in zip(names, sense_of, strict=True))


def options_of(
    text: str, names: Sequence[Named], gazetteer: Gazetteer, *, dateline: Dateline | None = None, home: Home = NO_HOME
) -> tuple[Options, list[int]]:
    """Return the options of all names of a text, and for each name the number of its sense."""
    senses, sense_of = senses_of(names, evidence_around(text, names, gazetteer), dateline)
    return Options(without_needless(senses, gazetteer), gazetteer, home), sense_of


def _answers(options: Options, ranked: Ranked, model: ResolutionModel, max_alternatives: int | None) -> list[Toponym]:
    """Return one answer for each sense, its span that of the first mention."""
    ordered = np.lexsort((-ranked.score, options.sense)).astype(np.int64)
    orders = [ordered[begin:end] for begin, end in pairwise(options.begins.tolist())]
    tops = np.array([order[0] if len(order) else 0 for order in orders], dtype=np.int64)
    calibrated = model.curve(ranked.probability_around(options, tops) if len(options) else np.zeros(len(tops)))
    shown = [order[: None if max_alternatives is None else max_alternatives + 1] for order in orders]
    flat = np.concatenate([*shown, np.zeros(0, dtype=np.int64)])
    reasons = dict(zip(flat.tolist(), reasons_of(options, ranked, flat), strict=True))
    chosen = frozenset(options.row[tops].tolist()) if len(options) else frozenset[int]()
    found = []
    for i, sense in enumerate(options.senses):
        order = shown[i].tolist()
        best = order[0] if order else None
        sure = float(calibrated[i])
        placed = best is not None and sure * sense.recognised >= model.least_worth
        others = order[1:] if placed else order
        found.append(
            Toponym(
                span=sense.named.span,
                text=sense.named.text,
                demonym=sense.named.form is Form.DEMONYM,
                place=options.gazetteer.place_at(int(options.row[best])) if placed and best is not None else None,
                confidence=round(sure, 4) if placed else None,
                reasons=reasons[best]
                if placed and best is not None
                else why_not(options.gazetteer, None if best is None else (int(options.row[best]), sure)),
                within=None if placed else _within(options, sense.around.containers, chosen),
                alternatives=tuple(
                    Alternative(options.gazetteer.place_at(int(options.row[j])), round(float(ranked.score[j]), 3), reasons[j])
                    for j in others[:max_alternatives]
                ),
            )
        )
    return found


def _within(options: Options, containers: Sequence[int], chosen: Collection[int]) -> Place | None:
    """Return the area beside a name that stays unknown: the one that its own name was resolved to, else the best known of that name."""
    if not containers:
        return None
    return options.gazetteer.place_at(next((row for row in containers if row in chosen), containers[0]))


def _toponym(text: str, named: Named, answer: Toponym) -> Toponym:
    return Toponym(
        span=named.span,
        text=named.span.of(text),
        demonym=answer.demonym,
        place=answer.place,
        confidence=answer.confidence,
        reasons=answer.reasons,
        alternatives=answer.alternatives,
        within=answer.within,
    )
