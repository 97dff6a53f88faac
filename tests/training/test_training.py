"""Fitting the models from labelled reports: repeatable, honest, and without a word of the reports in what is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

lightgbm = pytest.importorskip("lightgbm")
pytest.importorskip("sklearn")

from gazetteer import open_gazetteer  # noqa: E402
from mapapp.report.report import Report, Span  # noqa: E402
from mapapp.resolution import clues as resolution_clues  # noqa: E402
from mapapp.resolution import coherence, home_clues  # noqa: E402
from mapapp.resolution.home import Home  # noqa: E402
from mapapp.resolution.ranker import NONE, load_resolution  # noqa: E402
from mapapp.toponyms import clues as recognition_clues  # noqa: E402
from mapapp.toponyms import second_look  # noqa: E402
from mapapp.toponyms.find import find  # noqa: E402
from mapapp.toponyms.recognizer import load_recognition  # noqa: E402
from mapapp.toponyms.scanner import Form  # noqa: E402
from mapapp.training import boosting, fitting  # noqa: E402
from mapapp.training.__main__ import answers_of, main, try_models  # noqa: E402
from mapapp.training.boosting import FALLING, RECOGNITION, RISING, grow_choice, grow_yes_no  # noqa: E402
from mapapp.training.fitting import Models  # noqa: E402
from mapapp.training.homes import as_given  # noqa: E402
from mapapp.training.labelled import Label, LabelledReport, folds_of, read_labelled  # noqa: E402
from mapapp.training.recognition import Example, examples_of, rising_curve  # noqa: E402
from mapapp.training.resolution import case_of, label_of, marked_names  # noqa: E402
from mapapp.training.shapes import LONGEST_EXCERPT, shapes_of  # noqa: E402
from tests.open_set.loader import OpenReport, open_reports  # noqa: E402

REPORTS, OUTLETS, ROUNDS = 20, 6, 8

OF_RECOGNITION = frozenset({*recognition_clues.NAMES, *second_look.NAMES})
OF_RESOLUTION = frozenset({*resolution_clues.NAMES, *coherence.NAMES, *home_clues.NAMES, NONE})


def row_of(number: int, report: OpenReport) -> dict[str, Any]:
    """Return a report of the open set as a labelled one, of one of a few outlets."""
    toponyms = []
    for name in report.names:
        position = name.place.position if name.place.is_listed else None
        lat, lon = (None, None) if position is None else (position.lat, position.lon)
        group = "demonym" if name.form == "demonym" else "place"
        toponyms.append({"start": name.span.start, "end": name.span.end, "lat": lat, "lon": lon, "geonameid": None, "group": group})
    source = f"https://www.outlet{number % OUTLETS}.example/{number}"
    return {"id": report.id, "text": report.text, "source": source, "corpus": f"set{number % 2}", "toponyms": toponyms}


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a file of labelled reports."""
    path = tmp_path_factory.mktemp("labelled") / "labelled.jsonl"
    path.write_text("".join(json.dumps(row_of(n, r)) + "\n" for n, r in enumerate(open_reports()[:REPORTS])), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def reports(labelled: Path) -> list[LabelledReport]:
    """Read them."""
    return read_labelled([labelled])


@pytest.fixture(scope="module", autouse=True)
def few_rounds() -> Iterator[None]:
    """Grow few trees, with small leaves and in one thread, so that fitting takes seconds."""
    train = lightgbm.train

    def grow(parameters: dict[str, Any], data: Any, rounds: int) -> Any:
        return train({**parameters, "min_data_in_leaf": 5, "num_threads": 1}, data, min(rounds, ROUNDS))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boosting.lightgbm, "train", grow)
        yield


@pytest.fixture(scope="module")
def fitted(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fit the models and return the folder of data that holds them."""
    folder = tmp_path_factory.mktemp("fitted")
    assert main(["fit", str(labelled), "--out", str(folder / "models")]) == 0
    return folder


# What is written ------------------------------------------------------------------------------------------------------------------------


def test_the_same_reports_give_the_same_bytes(labelled: Path, fitted: Path, tmp_path: Path) -> None:
    """Fitted twice, file by file."""
    assert main(["fit", str(labelled), "--out", str(tmp_path)]) == 0
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (fitted / "models", tmp_path))
    assert len(first) == 8
    assert first == second


def test_the_models_hold_clues_and_numbers_and_no_word_of_a_report(fitted: Path) -> None:
    """Every word behind the head of a file of trees is a clue's name or a number."""
    for path in (fitted / "models").glob("*.trees"):
        known = OF_RECOGNITION if path.name.startswith("recognition") else OF_RESOLUTION
        body = [line for line in path.read_text("utf-8").splitlines()[1:] if not line.startswith("# ")]
        assert len(body) > ROUNDS / 2
        assert set(body[0].split()) <= known
        for word in " ".join(body).replace(";", " ").split():
            assert word in known or word in ("<=", "=>", "-") or np.isfinite(float(word))


def test_the_heads_tell_what_the_models_were_fitted_on(labelled: Path, fitted: Path) -> None:
    """How many reports of which corpora, the digest of the files, how it was grown: nothing else."""
    own = {"fitted on", "sha256 of the labelled files", "gazetteer", "fitted by"}
    grown = {"grown by", "rounds", "learning_rate", "depth", "least_rows_in_leaf", "share_of_clues", "share_of_rows", "shrinkage"}
    model = load_recognition(fitted)
    assert set(model.first.about) == own | grown
    assert model.first.about["fitted on"] == "set0 (10 reports), set1 (10 reports)"
    assert re.fullmatch(r"[0-9a-f]{64}", model.first.about["sha256 of the labelled files"])
    for name, keys in (("recognition", {"threshold", "curve", "about"}), ("resolution", {"least_worth", "curve", "about"})):
        numbers = json.loads((fitted / "models" / f"{name}.json").read_text("utf-8"))
        assert (set(numbers), set(numbers["about"])) == (keys, own)


def test_what_was_fitted_can_be_read_with(fitted: Path) -> None:
    """A clear sentence is read rightly even by models of so few trees; their curves rise."""
    mentions = find(Report("Rain fell in Nairobi, Kenya."), open_gazetteer(), model=load_recognition(fitted))
    assert [m.candidate.text for m in mentions] == ["Nairobi", "Kenya"]
    for curve in (load_recognition(fitted).curve, load_resolution(fitted).curve):
        assert list(curve.found) == sorted(curve.found)
        assert list(curve.stated) == sorted(set(curve.stated))
    assert set(load_resolution(fitted).with_home.first.names) <= OF_RESOLUTION


# Labelled reports -----------------------------------------------------------------------------------------------------------------------

GOOD = '{"id": "a", "text": "Rain in Homs.", "toponyms": []}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON"),
        (b"\xff\xfe", "is not JSON"),
        ("[1]", "is no labelled report"),
        ("7", "is no labelled report"),
        ('{"id": "a", "toponyms": []}', "is no labelled report: 'text'"),
        ('{"text": "a", "toponyms": []}', "is no labelled report: 'id'"),
        ('{"id": "a", "text": "a"}', "is no labelled report: it has no list of toponyms"),
        ('{"id": "a", "text": "a", "toponyms": null}', "is no labelled report: it has no list of toponyms"),
        ('{"id": "a", "text": "a", "toponyms": [3]}', "is no labelled report: it has no list of toponyms"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": 0}]}', "is no labelled report: 'end'"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": "x", "end": 1}]}', "is no labelled report"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": 0, "end": 1, "lat": "north"}]}', "is no labelled report"),
        ('{"id": "a", "text": "a", "toponyms": [], "source": "http://[x"}', "is no labelled report"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": 0, "end": 2}]}', "a mark lies outside the text"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": -1, "end": 1}]}', "a mark lies outside the text"),
        ('{"id": "a", "text": "a", "toponyms": [{"start": 1, "end": 1}]}', "a mark lies outside the text"),
    ],
)
def test_what_is_no_labelled_report_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str | bytes, message: str) -> None:
    """One line that names the file and the line, empty lines counted; nothing is written."""
    path = tmp_path / "bad.jsonl"
    path.write_bytes(f"{GOOD}\n\n".encode() + (line if isinstance(line, bytes) else line.encode()) + b"\n")
    assert main(["fit", str(path), "--out", str(tmp_path / "models")]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith("mapapp.training: bad.jsonl:3")
    assert message in said
    assert not (tmp_path / "models").exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2 and one line."""
    assert main(["try", str(tmp_path / "nowhere.jsonl"), "--out", str(tmp_path / "answers.jsonl")]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "nowhere.jsonl" in said


def test_labelled_reports_are_read_as_marked(tmp_path: Path) -> None:
    """Marks in the order of the text; whether a corpus marks peoples holds for all its reports."""
    marks = [
        {"start": 8, "end": 12, "lat": 34.7, "lon": 36.7, "geonameid": 169577, "group": "place"},
        {"start": 0, "end": 4, "lat": None, "lon": None, "geonameid": None, "group": "demonym"},
    ]
    rows = [
        {"id": "a", "text": "Rain in Homs.", "corpus": "one", "source": "https://www.gazette.example/1", "toponyms": marks},
        {"id": "b", "text": "Rain.", "corpus": "one", "source": "Courier", "toponyms": []},
        {"id": "c", "text": "Rain.", "corpus": "two", "source": "https://en.wikinews.example/1", "toponyms": []},
        {"id": "d", "text": "Rain.", "toponyms": []},
    ]
    path = tmp_path / "labelled.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    a, b, c, d = read_labelled([path])
    assert a.labels == (Label(Span(0, 4), None, None, None, demonym=True), Label(Span(8, 12), 34.7, 36.7, 169577, demonym=False))
    assert [label.has_place for label in a.labels] == [False, True]
    assert [r.demonyms_marked for r in (a, b, c, d)] == [True, True, False, False]
    assert [r.outlet for r in (a, b, c, d)] == ["gazette.example", "Courier", "c", "d"]


@given(st.lists(st.sampled_from("abcdefghijk"), max_size=30), st.integers(1, 5))
def test_an_outlet_is_in_one_fold_whatever_the_order(outlets: list[str], count: int) -> None:
    """Folds hold about equally many outlets."""
    folds = folds_of(outlets, count)
    assert folds == folds_of(reversed(outlets), count)
    assert set(folds) == set(outlets)
    sizes = [sum(fold == at for fold in folds.values()) for at in range(count)]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("across", ["outlets", "corpora"])
def test_no_report_is_tried_by_a_model_that_saw_its_outlet(
    reports: list[LabelledReport], monkeypatch: pytest.MonkeyPatch, across: str
) -> None:
    """Nor another shape of it: whole outlets, or whole corpora, are held back."""
    fitted_on: dict[int, set[str]] = {}

    def held_together(report: LabelledReport) -> str:
        return report.outlet if across == "outlets" else report.corpus

    def fit(examples: list[Example], _: object) -> Models:
        models = Models(replace(load_recognition()), load_resolution())
        fitted_on[id(models.recognition)] = {held_together(e.report) for e in examples}
        kept.append(models)
        return models

    def read(example: Example, models: Models, *_: object) -> tuple[()]:
        assert held_together(example.report) not in fitted_on[id(models.recognition)]
        tried.append(example.report.id)
        return ()

    kept: list[Models] = []
    tried: list[str] = []
    monkeypatch.setattr(fitting, "fit", fit)
    monkeypatch.setattr(fitting, "read", read)
    trials = try_models(reports[:8], open_gazetteer(), across)
    assert sorted(tried) == [t.report.id for t in trials] == [r.id for r in reports[:8]]
    rows = answers_of(trials)
    assert [(row["way"], row["id"]) for row in rows[:9]] == [*(("text_alone", r.id) for r in reports[:8]), ("learned_home", reports[0].id)]
    marked = next(row for row in rows if row["way"] == "marked")
    assert {(t["start"], t["end"]) for t in marked["toponyms"]} == {tuple(label.span) for label in reports[0].labels}


# Other shapes ---------------------------------------------------------------------------------------------------------------------------


def test_other_shapes_keep_marks_on_the_same_words(reports: list[LabelledReport]) -> None:
    """Excerpts of a few sentences, dispatches in capitals; their outlet stays, so that no fold parts them from their report."""
    by_id = {r.id: r for r in reports}
    shapes = shapes_of(reports)
    kinds = set()
    for shape in shapes:
        name, _, kind = shape.id.removesuffix(")").rpartition(" (")
        whole = by_id[name]
        kinds.add(kind)
        text = whole.text.upper() if kind == "capitals" else whole.text
        start = text.index(shape.text)
        cut = Span(start, start + len(shape.text))
        expected = [(label.span.start - start, label.span.end - start) for label in whole.labels if cut.contains(label.span)]
        assert [tuple(label.span) for label in shape.labels] == expected
        assert (shape.outlet, shape.corpus, shape.is_reshaped) == (whole.outlet, whole.corpus, True)
    assert kinds == {"excerpt 0", "excerpt 1", "capitals"}
    assert shapes == shapes_of(reports)
    assert any(shape.labels for shape in shapes)


def report_of(text: str, *names: str, number: int = 0, demonyms_marked: bool = True) -> LabelledReport:
    """Return a report in which the first mentions of some names are marked, places unknown."""
    spans = sorted(Span(text.index(name), text.index(name) + len(name)) for name in names)
    labels = tuple(Label(span, None, None, None, demonym=False) for span in spans)
    return LabelledReport(f"r{number}", text, "own", "gazette", labels, demonyms_marked)


def test_an_excerpt_is_a_few_whole_sentences() -> None:
    """Cut from reports that are longer; about every fourth report is read in capitals."""
    text = "Rain fell in Homs. Snow fell in Hama. Hail fell in Idlib. Fog lay on Aleppo. All was calm in Raqqa."
    shapes = [shape for number in range(40) for shape in shapes_of([report_of(text, "Homs", "Raqqa", number=number)])]
    excerpts = {shape.text for shape in shapes if "excerpt" in shape.id}
    capitals = [shape for shape in shapes if "capitals" in shape.id]
    assert all(1 <= excerpt.count(".") <= LONGEST_EXCERPT and excerpt.endswith(".") for excerpt in excerpts)
    assert 2 <= len(capitals) <= 20
    assert {shape.text for shape in capitals} == {text.upper()}
    assert {label.span.of(shape.text) for shape in capitals for label in shape.labels} == {"HOMS", "RAQQA"}


def test_a_text_that_grows_in_capitals_is_not_read_in_them() -> None:
    """One letter that becomes two would move all marks behind it."""
    assert [s for n in range(40) for s in shapes_of([report_of("Die Straße nach Homs.", "Homs", number=n)])] == []
    assert [s for n in range(40) for s in shapes_of([report_of("Die Strasse nach Homs.", "Homs", number=n)])] != []


# What counts as right -------------------------------------------------------------------------------------------------------------------


def test_the_marked_candidates_are_right() -> None:
    """Just what was marked; failing that, the one that shares most with it, if it shares enough."""
    text = "The road to New York City and the Upper Tolkanbar Dam of Homs."
    (example,) = examples_of([report_of(text, "New York", "the Upper Tolkanbar Dam", "Homs")], open_gazetteer())
    right = [c.text for c, is_right in zip(example.stretches.candidates, example.right, strict=True) if is_right]
    assert right == ["New York", "Homs", "Upper Tolkanbar Dam"]


def test_peoples_do_not_count_where_a_corpus_does_not_mark_them() -> None:
    """What nobody looked for is neither right nor wrong."""
    for marked in (True, False):
        (example,) = examples_of([report_of("Kazakh men left Homs.", "Homs", demonyms_marked=marked)], open_gazetteer())
        weights = {w for c, w in zip(example.stretches.candidates, example.weight, strict=True) if c.form is Form.DEMONYM}
        assert weights == {float(marked)}


@pytest.mark.parametrize(
    ("lat", "lon", "geonameid", "expected"),
    [
        (None, None, 4717560, {"US.TX"}),
        (33.66, -95.56, None, {"US.TX"}),
        (34.6, -95.56, None, {"US.TX"}),
        (33.66, -95.56, 2988507, {"FR.11"}),
        (0.0, -150.0, None, set()),
        (None, None, None, set()),
    ],
)
def test_the_marked_place_is_right(lat: float | None, lon: float | None, geonameid: int | None, expected: set[str]) -> None:
    """By its identifier, else by lying near the mark; a mark in the wide sea makes "none of these" right."""
    world = open_gazetteer()
    report = replace(report_of("Fire in Paris.", "Paris"), labels=(Label(Span(8, 13), lat, lon, geonameid, demonym=False),))
    case = case_of(report, marked_names(report, world), world, None)
    assert {world.place_at(row).admin1 for row in case.options.row[case.right > 0].tolist()} == expected
    assert case.marked.tolist() == [lat is not None or geonameid is not None]


def test_a_name_belongs_to_the_mark_it_shares_most_with() -> None:
    """None where it shares nothing."""
    report = report_of("In New York City it rained.", "New York", "City")
    found = [label_of(report, name) for name in marked_names(report, open_gazetteer())]
    assert found == list(report.labels)
    wide = replace(report, labels=report.labels[1:])
    (name,) = marked_names(report_of(report.text, "New York City"), open_gazetteer())
    assert (label_of(report, name), label_of(wide, name)) == report.labels
    (other,) = marked_names(report_of(report.text, "In"), open_gazetteer())
    assert label_of(report, other) is None


def test_a_reader_would_give_the_middle_of_a_learned_home_or_its_country() -> None:
    """One of its places, and the country of most of them; nothing where there is none."""
    world = open_gazetteer()
    rows = [world.bearers(name)[0][0] for name in ("Berlin", "Potsdam", "Madrid")]
    place, country = as_given(Home(tuple((row, "x") for row in rows)), world)
    assert (place.places, country.countries) in [(((row, ""),), frozenset({"DE"})) for row in rows[:2]]
    assert as_given(Home(), world) == (Home(), Home())


# Growing --------------------------------------------------------------------------------------------------------------------------------


def test_directions_are_told_of_clues_that_there_are() -> None:
    """A slip in a name would silently tell nothing; no clue counts both ways."""
    assert (RISING | FALLING) - OF_RECOGNITION - OF_RESOLUTION == set()
    assert RISING & FALLING == set()


def test_trees_that_are_taken_over_answer_as_those_that_were_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to the digits that a file keeps."""
    draw = np.random.default_rng(1)
    table = draw.integers(0, 4, (300, 3)).astype(np.float64)
    right = (table[:, 0] + table[:, 1] > 3).astype(np.float64)
    grown: list[Any] = []
    train = boosting.lightgbm.train
    monkeypatch.setattr(boosting.lightgbm, "train", lambda *given: grown.append(train(*given)) or grown[0])
    names = ("prominence", "namesakes", "before1.border")
    model = grow_yes_no(table, right, np.ones(300), names, RECOGNITION)
    columns = [names.index(name) for name in model.names]
    assert model.scores(table[:, columns]).tolist() == pytest.approx(grown[0].predict(table, raw_score=True).tolist(), abs=1e-4)
    assert model.scores(table[:, columns])[right > 0].mean() > 0 > model.scores(table[:, columns])[right == 0].mean()


@pytest.mark.parametrize(("clue", "is_bound"), [("prominence", True), ("mentions", False)])
def test_a_clue_that_may_only_rise_never_counts_against_an_answer(clue: str, is_bound: bool) -> None:
    """Whatever the labelled reports seem to say: here, that the place with more of it is never meant."""
    more_or_less = np.tile([1.0, 5.0], 100)
    namesakes = np.repeat(np.arange(100) % 7, 2).astype(np.float64)
    group, right = np.repeat(np.arange(100), 2), np.tile([1.0, 0.0], 100)
    model = grow_choice(np.column_stack([more_or_less, namesakes]), group, right, np.ones(200), (clue, "namesakes"), RECOGNITION)
    table = np.array([[value if name == clue else 3.0 for name in model.names] for value in (1.0, 5.0)]).reshape(2, -1)
    low, high = model.scores(table).tolist()
    assert (high >= low) is is_bound


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_a_curve_through_answers_rises(answers: list[tuple[float, bool]]) -> None:
    """And stays within what a share may be."""
    curve = rising_curve(np.array([stated for stated, _ in answers]), np.array([float(is_right) for _, is_right in answers]))
    assert list(curve.found) == sorted(curve.found)
    assert all(0 <= share <= 1 for share in curve.found)
