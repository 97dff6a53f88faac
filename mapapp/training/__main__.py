"""``python -m mapapp.training fit LABELLED.jsonl … [--out data/models]``: fit the models on labelled reports and write them.

``python -m mapapp.training try LABELLED.jsonl … --out ANSWERS.jsonl [--across corpora]``: what models that never saw a report say of it, to
be scored. ``worth`` and ``try-worth`` do the same for the model that weighs which incidents are worth telling, on reports with marks: those
of files, with ``--eval FOLDER`` those that the shipped model is fitted on.
All are repeatable: the same files give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gazetteer import Gazetteer
from gazetteer.store import data_folder
from mapapp.dossier_json import dossier_to_dict
from mapapp.incidents.choosing.worth import MODEL
from mapapp.learned.curves import Curve
from mapapp.learned.trees import BoostedTrees, write_trees
from mapapp.toponyms.toponym import Toponym
from mapapp.training.fitting import Models, Trial, cross_validate, fit
from mapapp.training.labelled import LabelledReport, NotLabelled, digest, folds_of, read_labelled
from mapapp.training.recognition import examples_of
from mapapp.training.shapes import shapes_of
from mapapp.training.worth import MarkedReport, cases_of, fit_worth, read_marked, try_worth, write_worth
from mapapp.training.worth_marks import development_files, development_reports

OUTER_FOLDS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit or try; 2 where the labelled reports cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m mapapp.training", description="Fit the models from labelled reports.")
    parser.add_argument("what", choices=["fit", "try", "worth", "try-worth"])
    parser.add_argument("labelled", nargs="*", type=Path, help="JSONL files of labelled reports (docs/training.md)")
    parser.add_argument("--eval", type=Path, help="worth: folder of the development data, read with the marks that come with the program")
    parser.add_argument("--out", type=Path, help="fit: folder of the models (data/models); try: JSONL file of the answers")
    parser.add_argument("--across", choices=["outlets", "corpora"], default="outlets", help="what is held back together when trying")
    options = parser.parse_args(arguments)
    of_worth = options.what.endswith("worth")
    if not options.labelled and not (of_worth and options.eval):
        parser.error("give files of labelled reports, or --eval for worth")
    world = Gazetteer()
    try:
        if of_worth:
            return _worth(options, world)
        reports = read_labelled(options.labelled)
    except (NotLabelled, OSError) as error:
        print(f"mapapp.training: {error}", file=sys.stderr)
        return 2
    if options.what == "fit":
        out = options.out or data_folder() / "models"
        write_models(out, fit(examples_of([*reports, *shapes_of(reports)], world), world), provenance(options.labelled, reports, world))
        print(f"models written to {out}", file=sys.stderr)
        return 0
    out = options.out or Path("answers.jsonl")
    out.write_text("".join(json.dumps(row) + "\n" for row in answers_of(try_models(reports, world, options.across))), encoding="utf-8")
    print(f"answers for {len(reports)} reports written to {out}", file=sys.stderr)
    return 0


def _worth(options: argparse.Namespace, world: Gazetteer) -> int:
    """Fit the model of which incidents are worth telling, or write dossiers as models read them that never saw the report."""
    paths: list[Path] = options.labelled
    reports = read_marked(paths)
    if options.eval is not None:
        reports = [*development_reports(options.eval), *reports]
        paths = [*development_files(options.eval), *paths]
    cases = cases_of(reports, world)
    if options.what == "worth":
        folder = options.out or data_folder() / "models"
        write_worth(folder, fit_worth(cases), provenance(paths, reports, world, "worth"))
        _say(f"{MODEL} written to {folder}")
        return 0
    out = options.out or Path("dossiers.jsonl")
    rows = (json.dumps(dossier_to_dict(dossier), ensure_ascii=False) + "\n" for dossier in try_worth(cases, world))
    out.write_text("".join(rows), encoding="utf-8")
    _say(f"dossiers of {len(reports)} reports written to {out}")
    return 0


def try_models(reports: Sequence[LabelledReport], world: Gazetteer, across: str) -> list[Trial]:
    """Cross-validate by outlets, or by whole corpora: fitted on the others, tried on the one."""
    examples = examples_of([*reports, *shapes_of(reports)], world)
    if across == "corpora":
        corpora = sorted({r.corpus for r in reports})
        return cross_validate(examples, world, lambda report: corpora.index(report.corpus), range(len(corpora)), _say)
    folds = folds_of((r.outlet for r in reports), OUTER_FOLDS)
    return cross_validate(examples, world, lambda report: folds[report.outlet], range(OUTER_FOLDS), _say)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def answers_of(trials: Sequence[Trial]) -> list[dict[str, Any]]:
    """Return a JSON row for each way of reading each report: "id", "way", "toponyms" as in a dossier."""
    ways = ("text_alone", "learned_home", "given_home", "given_country", "marked")
    return [{"id": t.report.id, "way": way, "toponyms": [_toponym(p) for p in getattr(t, way)]} for way in ways for t in trials]


def _toponym(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "demonym": toponym.demonym,
        "confidence": toponym.confidence,
        "place": None if place is None else {"geonameid": place.geonameid, "lat": place.position.lat, "lon": place.position.lon},
        "alternatives": [
            {"geonameid": a.place.geonameid, "lat": a.place.position.lat, "lon": a.place.position.lon} for a in toponym.alternatives
        ],
    }


def provenance(
    paths: Sequence[Path], reports: Sequence[LabelledReport | MarkedReport], world: Gazetteer, what: str = "fit"
) -> dict[str, str]:
    """Return what the models were fitted on, without a word of it."""
    corpora = sorted({r.corpus for r in reports})
    return {
        "fitted on": ", ".join(f"{corpus} ({sum(r.corpus == corpus for r in reports)} reports)" for corpus in corpora),
        "sha256 of the labelled files": digest(paths),
        "gazetteer": world.versions["gazetteer"],
        "fitted by": f"python -m mapapp.training {what} (docs/training.md)",
    }


def write_models(folder: Path, models: Models, about: dict[str, str]) -> None:
    """Write all models into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    recognition, resolution = models.recognition, models.resolution
    for name, trees in (
        ("recognition_first", recognition.first),
        ("recognition_second", recognition.second),
        ("resolution_first", resolution.text_alone.first),
        ("resolution_second", resolution.text_alone.second),
        ("resolution_home_first", resolution.with_home.first),
        ("resolution_home_second", resolution.with_home.second),
    ):
        described = BoostedTrees(trees.names, trees.clue, trees.threshold, trees.leaf, {**about, **trees.about})
        write_trees(folder / f"{name}.trees", described)
    _write(folder / "recognition.json", {"threshold": recognition.threshold, "curve": _points(recognition.curve), "about": about})
    _write(folder / "resolution.json", {"least_worth": resolution.least_worth, "curve": _points(resolution.curve), "about": about})


def _points(curve: Curve) -> dict[str, list[float]]:
    return {"stated": list(curve.stated), "found": list(curve.found)}


def _write(path: Path, numbers: dict[str, Any]) -> None:
    path.write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
