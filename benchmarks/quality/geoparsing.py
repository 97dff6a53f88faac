"""Toponyms of three news corpora: recognition, resolution and both end to end at 161 km, demonyms apart.

All figures here are those of the shipped weights, which were fitted on these documents: they are in-sample and show what a change of the
code does. The honest figures are those of :mod:`benchmarks.quality.cross_validated`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.quality import gains, gold_spans
from benchmarks.quality.calibration import SURE, Calibration, calibration
from benchmarks.quality.figures import Figures, Measured
from benchmarks.quality.pairing import Json, Judged, Scorer, Status, judge, load_scorer, read_lines
from benchmarks.quality.programs import batch, python

CORPORA = ("lgl", "geovirus", "geowebnews")
ROWS = (*CORPORA, "micro")
RESAMPLES = 500
PLACES = frozenset({"literal", "associative"})
DEMONYMS = frozenset({"demonym"})
WITH_DEMONYMS = ("lgl", "geowebnews")
"""The third corpus marks none, so whatever is found there would count as invented."""


def geoparsing(data: Path, work: Path) -> Measured:
    """Measure everything; lists with sentences go to the work folder."""
    folder = data / "geoparsing"
    corpora = {name: folder / "dev" / f"{name}.jsonl" for name in CORPORA}
    joined = work / "geoparsing.dossiers.jsonl"
    joined.write_bytes(b"".join(batch(path, work / f"{path.stem}.dossiers.jsonl").read_bytes() for path in corpora.values()))
    places, demonyms = _prediction_files(work)
    python(folder / "dossiers_to_pred.py", joined, "-o", places)
    python(folder / "dossiers_to_pred.py", joined, "-o", demonyms, "--only-demonyms")

    scorer = load_scorer(folder / "score.py")
    documents = read_lines(corpora.values())
    errors = work / "geoparsing.errors.tsv"
    head = scored(folder, corpora.values(), places, PLACES, "--bootstrap", RESAMPLES, "--errors", errors)
    peoples = scored(folder, [corpora[name] for name in WITH_DEMONYMS], demonyms, DEMONYMS)
    alone = _gold_spans(folder, corpora.values(), documents, scorer, work)
    now = _judged(documents, places, demonyms, scorer)
    sure = calibration(_answers(now, joined))
    figures = {**_by_corpus(head), "demonyms.micro.f1": figure_of(peoples, "micro", "e2e_F1"), **alone, **_confidence(sure)}
    return Measured(
        {f"geoparsing.{name}": value for name, value in figures.items()},
        {f"geoparsing.{row}.end_to_end_f1": spread_of(head, row) for row in ROWS},
        (*_about_confidence(sure), _gains_and_losses(documents, now, scorer, work)),
    )


def _prediction_files(folder: Path) -> tuple[Path, Path]:
    return folder / "places.jsonl", folder / "demonyms.jsonl"


def keep_baseline(work: Path) -> None:
    """Keep the predictions of this run: the next ones are compared with them."""
    (work / "baseline").mkdir(exist_ok=True)
    for file, kept in zip(_prediction_files(work), _prediction_files(work / "baseline"), strict=True):
        shutil.copyfile(file, kept)


def scored(folder: Path, corpora: Iterable[Path], answers: Path, groups: Collection[str], *options: object) -> Json:
    """Return the scorer's report on some answers, literal and associative names or demonyms, with an equal id counted as right."""
    gold = ",".join(map(str, corpora))
    done = python(folder / "score.py", gold, answers, "--groups", ",".join(sorted(groups)), "--id-ok", "--json", *options)
    report: Json = json.loads(done)
    return report


def _row(report: Json, row: str) -> Mapping[str, Any]:
    """Find a row in the scorer's report, whatever its full title is ("ALL(micro)")."""
    for title, values in report.items():
        if row in title.lower() and isinstance(values, Mapping):
            return values
    msg = f"the scorer has no row {row}; it has {sorted(report)}"
    raise KeyError(msg)


def figure_of(report: Json, row: str, key: str) -> float:
    """Return one figure of a row."""
    return float(_row(report, row)[key])


def spread_of(report: Json, row: str) -> tuple[float, float]:
    """Return the 95 % interval of a row's end-to-end F1."""
    low, high = _row(report, row)["e2e_F1_ci95"]
    return float(low), float(high)


def _by_corpus(report: Json) -> Figures:
    keys = {"exact_f1": "exact_F1", "overlap_f1": "overlap_F1", "overlap_recall": "overlap_R", "right_of_found": "acc_all"}
    figures = {f"{row}.end_to_end_f1": figure_of(report, row, "e2e_F1") for row in ROWS}
    return figures | {f"micro.{name}": figure_of(report, "micro", key) for name, key in keys.items()}


def _gold_spans(folder: Path, corpora: Collection[Path], documents: Mapping[str, Json], scorer: Scorer, work: Path) -> Figures:
    """Return the figures of the resolver alone, on the markers' spans, beside the ceiling of its gazetteer."""
    chosen, best = work / "gold_spans.chosen.jsonl", work / "gold_spans.best.jsonl"
    gold_spans.write_predictions(documents, scorer, chosen, best)
    right, ceiling = (
        {row: figure_of(report, row, "acc_all") for row in ROWS}
        for report in (scored(folder, corpora, answers, PLACES) for answers in (chosen, best))
    )
    return {f"gold_spans.{name}": value for name, value in gold_spans.shares(right, ceiling, ROWS).items()}


def _judged(documents: Mapping[str, Json], places: Path, demonyms: Path, scorer: Scorer) -> list[Judged]:
    """Return every marked name and every invention of a run."""
    found, peoples = read_lines([places]), read_lines([demonyms])
    judged = []
    for document in documents.values():
        judged += judge(document, found.get(document["id"]), PLACES, scorer)
        if document["corpus"] in WITH_DEMONYMS:
            judged += judge(document, peoples.get(document["id"]), DEMONYMS, scorer)
    return judged


def _answers(judged: Iterable[Judged], dossiers: Path) -> list[tuple[float | None, bool]]:
    """Return confidence and truth for the names of places that are marked with a point and were found."""
    confidence = {
        (dossier["id"], toponym["start"], toponym["end"]): toponym["confidence"]
        for dossier in read_lines([dossiers]).values()
        for toponym in dossier["toponyms"]
    }
    about = [j for j in judged if j.group in PLACES and j.answer and j.status in {Status.RIGHT, Status.WRONG, Status.UNPLACED}]
    return [
        (None if j.status is Status.UNPLACED else confidence[j.document, j.answer["start"], j.answer["end"]], j.status is Status.RIGHT)
        for j in about
        if j.answer
    ]


def _confidence(sure: Calibration) -> Figures:
    return {"confident_right": sure.confident_right, "confident_kept": sure.confident_kept, "calibration_error": sure.error}


def _about_confidence(sure: Calibration) -> tuple[str, ...]:
    return (
        "geoparsing with the shipped weights (in-sample for what was learned here; cross-validated figures are measured apart):",
        f"  of {sure.found} names found {sure.answered:.1%} were given a place, {sure.right:.1%} of those the right one",
        f"  with confidence >= {SURE}: {sure.confident_kept:.1%} of the names found are kept, {sure.confident_right:.1%} of those right",
        f"  calibration error {sure.error:.4f} (10 bins), Brier score {sure.brier:.4f}",
    )


def _gains_and_losses(documents: Mapping[str, Json], now: list[Judged], scorer: Scorer, work: Path) -> str:
    """List what changed since the pinned run, and say how much."""
    kept = _prediction_files(work / "baseline")
    if not all(path.exists() for path in kept):
        return f"gains and losses: no pinned run is kept in {work}; the next --update keeps this one's answers"
    changed = gains.compare(_judged(documents, *kept, scorer), now)
    path = work / "geoparsing.gains_and_losses.tsv"
    gains.write(changed, documents, path)
    when = datetime.fromtimestamp(kept[0].stat().st_mtime, tz=UTC)
    return f"against the run pinned on {when:%Y-%m-%d %H:%M} UTC: {gains.summary(changed)}; see {path}"
