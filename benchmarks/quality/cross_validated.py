"""Toponyms read by models that never saw the report: the honest figures of what was learned.

Run by ``python -m benchmarks.quality cross_validated``: fitted and tried by outlet (five folds), and by whole corpora (fitted on two, tried
on the third). Takes some twenty minutes on two cores, so it is run when models or clues have changed, not with every ``make quality``. With
MAPAPP_ANSWERS naming a folder that holds ``outlets.answers.jsonl`` and ``corpora.answers.jsonl`` already, these are scored.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.quality.calibration import calibration
from benchmarks.quality.figures import Figures, Measured
from benchmarks.quality.geoparsing import CORPORA, DEMONYMS, PLACES, ROWS, WITH_DEMONYMS, figure_of, scored, spread_of
from benchmarks.quality.pairing import Status, judge, load_scorer, read_lines
from benchmarks.quality.programs import python

WAYS = {"text_alone": "text", "learned_home": "learned_home", "given_home": "given_home"}
"""Ways of reading, as the training command names them, and how their figures are called."""


def cross_validated(data: Path, work: Path) -> Measured:
    """Fit, try and score: end to end by corpus with spread, recognition, demonyms, calibration, with a home region, on a third corpus."""
    folder = data / "geoparsing"
    corpora = {name: folder / "dev" / f"{name}.jsonl" for name in CORPORA}
    outlets = _answers("outlets", corpora.values(), work)
    third = _answers("corpora", corpora.values(), work)
    figures: Figures = {}
    spread: dict[str, tuple[float, float]] = {}
    for way, title in WAYS.items():
        report = scored(folder, corpora.values(), _predictions(outlets, way, work), PLACES, "--bootstrap", 500)
        rows = ROWS if way == "text_alone" else ("micro",)
        for row in rows:
            figures[f"{title}.{row}.end_to_end_f1"] = figure_of(report, row, "e2e_F1")
            spread[f"cross_validated.{title}.{row}.end_to_end_f1"] = spread_of(report, row)
        if way == "text_alone":
            figures["text.micro.overlap_f1"] = figure_of(report, "micro", "overlap_F1")
            figures["text.micro.exact_f1"] = figure_of(report, "micro", "exact_F1")
    peoples = scored(folder, [corpora[n] for n in WITH_DEMONYMS], _predictions(outlets, "text_alone", work, demonyms=True), DEMONYMS)
    figures["demonyms.micro.f1"] = figure_of(peoples, "micro", "e2e_F1")
    figures["demonyms.micro.right_country"] = figure_of(peoples, "micro", "acc_all")
    report = scored(folder, corpora.values(), _predictions(third, "text_alone", work), PLACES)
    figures |= {f"third_corpus.{row}.end_to_end_f1": figure_of(report, row, "e2e_F1") for row in ROWS}
    sure = calibration(_confidences(read_lines(corpora.values()), _of_way(outlets, "text_alone"), folder / "score.py"))
    figures |= {"confident_right": sure.confident_right, "confident_kept": sure.confident_kept, "calibration_error": sure.error}
    found = {f"cross_validated.{name}": value for name, value in figures.items()}
    return Measured(found, spread, (f"answered {sure.answered:.1%} of the names found, {_macro(figures)}",))


def _macro(figures: Mapping[str, float]) -> str:
    values = [figures[f"text.{name}.end_to_end_f1"] for name in CORPORA]
    return f"end-to-end F1 over the corpora {statistics.fmean(values):.3f} +- {statistics.pstdev(values):.3f}"


def _answers(across: str, corpora: Iterable[Path], work: Path) -> list[dict[str, Any]]:
    path = work / f"{across}.answers.jsonl"
    if ready := os.environ.get("MAPAPP_ANSWERS"):
        shutil.copyfile(Path(ready) / path.name, path)
    else:
        python("-m", "mapapp.training", "try", *corpora, "--across", across, "--out", path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _of_way(answers: Iterable[Mapping[str, Any]], way: str) -> dict[str, list[dict[str, Any]]]:
    return {row["id"]: row["toponyms"] for row in answers if row["way"] == way}


def _predictions(answers: Iterable[Mapping[str, Any]], way: str, work: Path, *, demonyms: bool = False) -> Path:
    path = work / f"{way}{'.demonyms' if demonyms else ''}.predictions.jsonl"
    rows = (
        {"id": i, "toponyms": [_prediction(t) for t in found if t["demonym"] is demonyms]} for i, found in _of_way(answers, way).items()
    )
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _prediction(toponym: Mapping[str, Any]) -> dict[str, Any]:
    place = toponym["place"] or {"lat": None, "lon": None, "geonameid": None}
    return {"start": toponym["start"], "end": toponym["end"], **place}


def _confidences(
    documents: Mapping[str, Any], found: Mapping[str, list[dict[str, Any]]], scorer_path: Path
) -> list[tuple[float | None, bool]]:
    """Return confidence and truth for the names of places that are marked with a point and were found."""
    scorer = load_scorer(scorer_path)
    answers = []
    for document in documents.values():
        toponyms = [t for t in found[document["id"]] if not t["demonym"]]
        confidence = {(t["start"], t["end"]): t["confidence"] for t in toponyms}
        prediction = {"id": document["id"], "toponyms": [_prediction(t) for t in toponyms]}
        for j in judge(document, prediction, PLACES, scorer):
            if j.group in PLACES and j.answer and j.status in {Status.RIGHT, Status.WRONG, Status.UNPLACED}:
                sure = None if j.status is Status.UNPLACED else confidence[j.answer["start"], j.answer["end"]]
                answers.append((sure, j.status is Status.RIGHT))
    return answers
