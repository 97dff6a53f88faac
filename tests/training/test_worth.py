"""Fitting which incidents are worth telling: repeatable, honest, and without a word of the reports in what is written."""

from __future__ import annotations

import json
import re

import pytest

lightgbm = pytest.importorskip("lightgbm")

from gazetteer import open_gazetteer  # noqa: E402
from mapapp.incidents.choosing.worth import MODEL  # noqa: E402
from mapapp.incidents.choosing.worth_clues import NAMES  # noqa: E402
from mapapp.learned.trees import read_trees  # noqa: E402
from mapapp.report.report import Span  # noqa: E402
from mapapp.training import worth_marks  # noqa: E402
from mapapp.training.__main__ import main  # noqa: E402
from mapapp.training.boosting import Growth  # noqa: E402
from mapapp.training.labelled import NotLabelled  # noqa: E402
from mapapp.training.worth import Mark, cases_of, fit_worth, read_marked, try_worth  # noqa: E402

NEWS = (
    "Gunmen killed {n} farmers in {place} on Friday.",
    "A bomb wounded {n} guards near a bank in {place} on Friday.",
    "Police arrested {n} men in {place} on Friday after a robbery.",
)
TALK = (
    "We say that violence and terrorism in {place} must end, and our people have suffered from attacks for {n} years.",
    "Why are we fighting in {place}, he asked, and how many more attacks will our country see in {n} years?",
)
PLACES = ("Gulu", "Mopti", "Lima", "Nairobi")
REPORTS = 60
GROWTH = Growth(rounds=12, learning_rate=0.2, depth=2, least_rows_in_leaf=2, share_of_clues=1.0, share_of_rows=1.0)


def _row(number: int) -> dict[str, object]:
    place = PLACES[number % len(PLACES)]
    news, talk = (forms[number % len(forms)].format(n=number + 2, place=place) for forms in (NEWS, TALK))
    text = f"{news} {talk}"
    marks = [{"start": 0, "end": len(news), "told": True}, {"start": len(news) + 1, "end": len(text), "told": False, "weight": 1.0}]
    return {"id": f"r{number}", "corpus": "own", "published": "2024-05-04", "text": text, "marks": marks}


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Return a file of marked reports."""
    path = tmp_path_factory.mktemp("marked") / "marked.jsonl"
    path.write_text("".join(json.dumps(_row(number)) + "\n" for number in range(REPORTS)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def cases(marked):
    """Return the reports as read."""
    return cases_of(read_marked([marked]), open_gazetteer())


def test_marks_are_read_with_their_weight(marked):
    """A weight that is missing is 1."""
    report = read_marked([marked])[0]
    assert [(mark.told, mark.weight) for mark in report.marks] == [(True, 1.0), (False, 1.0)]
    assert report.published is not None


@pytest.mark.parametrize("line", ['{"id": "a"}', "no json", '{"id": "a", "text": "b", "marks": [{"start": 0}]}'])
def test_a_line_that_is_no_marked_report_is_named(tmp_path, line):
    """File and line stand in the message."""
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(NotLabelled, match=r"bad\.jsonl:1"):
        read_marked([path])


def test_news_is_told_from_talk(cases):
    """Reports that the model has never seen are read rightly, mostly."""
    read = try_worth(cases, open_gazetteer(), GROWTH)
    assert [dossier.report.id for dossier in read] == [f"r{number}" for number in range(REPORTS)]
    told = [incident.summary for dossier in read for incident in dossier.incidents]
    news = sum("Friday" in summary for summary in told)
    assert news >= REPORTS - 4
    assert len(told) - news <= 8


def test_fitting_is_repeatable(cases):
    """The same reports give the same trees."""
    first, second = fit_worth(cases, GROWTH), fit_worth(cases, GROWTH)
    assert (first.leaf.tolist(), first.threshold.tolist()) == (second.leaf.tolist(), second.threshold.tolist())
    assert set(first.names) <= set(NAMES)


def test_the_command_writes_a_model_without_a_word_of_the_reports(marked, tmp_path):
    """Clues, numbers and where it comes from."""
    assert main(["worth", str(marked), "--out", str(tmp_path)]) == 0
    written = (tmp_path / MODEL).read_text(encoding="utf-8")
    assert not re.search("|".join((*PLACES, "farmers", "Gunmen")), written)
    model = read_trees(tmp_path / MODEL)
    assert model.about["fitted by"] == "python -m mapapp.training worth (docs/training.md)"


def test_the_command_says_what_is_wrong_with_a_file(tmp_path, capsys):
    """One line, and 2."""
    path = tmp_path / "bad.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    assert main(["worth", str(path)]) == 2
    assert "bad.jsonl:1" in capsys.readouterr().err


def test_the_command_writes_dossiers_that_can_be_scored(marked, tmp_path):
    """One for each report, with its incidents."""
    assert main(["try-worth", str(marked), "--out", str(tmp_path / "d.jsonl")]) == 0
    rows = [json.loads(line) for line in (tmp_path / "d.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [f"r{number}" for number in range(REPORTS)]
    assert all("incidents" in row for row in rows)


@pytest.fixture
def development(tmp_path, monkeypatch):
    """Return a folder of development data with one text in each file, and one report of an own set."""
    folder = tmp_path / "incidents"
    folder.mkdir()
    for name in worth_marks.ONE_INCIDENT:
        row = {"id": f"{name}-1", "text": NEWS[0].format(n=3, place="Gulu"), "date": "2020-02"}
        (folder / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    rows = [{"id": "m-1", "text": _row(1)["text"]}, {"id": "m-2", "text": "Nothing happened."}]
    (folder / "muc.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    marks = tmp_path / "marks.json"
    marks.write_text(json.dumps({"muc": {"m-1": [[0, 10, 1, 0.2], [30, 40, 0, 1.0]]}}), encoding="utf-8")
    own = tmp_path / "own_set" / "reports.jsonl"
    own.parent.mkdir()
    quotes = [{"field": "incident", "start": 0, "end": 9}, {"field": "site", "start": 3, "end": 5}]
    row = {"id": "07", "published": "2020-03-01", "text": _row(2)["text"], "incidents": [{"quotes": quotes}]}
    own.write_text(json.dumps({**row, "not_incidents": [{"why": "planned", "start": 20, "end": 25}]}) + "\n", encoding="utf-8")
    monkeypatch.setattr(worth_marks, "MARKS", marks)
    monkeypatch.setattr(worth_marks, "OWN_SETS", (own, tmp_path / "missing" / "reports.jsonl"))
    return tmp_path


def test_the_development_data_are_read_with_the_marks_that_come_along(development):
    """A text with one incident tells it anywhere; ids of two sets cannot be mixed up."""
    reports = {report.id: report for report in worth_marks.development_reports(development)}
    assert list(reports) == ["gtd-1", "acled-1", "ucdp-1", "m-1", "m-2", "own_set-07"]
    assert [(mark.told, mark.weight) for mark in reports["gtd-1"].marks] == [(True, 0.2)]
    assert reports["gtd-1"].published.isoformat() == "2020-03-06"
    assert [(mark.span.start, mark.told, mark.weight) for mark in reports["m-1"].marks] == [(0, True, 0.2), (30, False, 1.0)]
    assert reports["m-2"].marks == ()
    assert reports["own_set-07"].marks == (Mark(Span(0, 9), told=True), Mark(Span(20, 25), told=False))


def test_the_model_is_fitted_on_the_development_data(development, tmp_path):
    """The command needs no other file."""
    assert main(["worth", "--eval", str(development), "--out", str(tmp_path / "out")]) == 0
    about = read_trees(tmp_path / "out" / MODEL).about
    assert about["fitted on"].split(", ")[-2:] == ["own_set (1 reports)", "ucdp (1 reports)"]


def test_without_files_or_development_data_there_is_nothing_to_fit_on(capsys):
    """A mistake in the call."""
    with pytest.raises(SystemExit):
        main(["worth"])
    assert "--eval" in capsys.readouterr().err


def test_the_marks_that_come_along_hold_no_text():
    """Ids and numbers."""
    marks = json.loads(worth_marks.MARKS.read_text(encoding="utf-8"))
    assert set(marks) == {"about", "muc"}
    assert all(re.fullmatch(r"[A-Z0-9-]{5,20}", report_id) for report_id in marks["muc"])
    assert all(len(row) == 4 and 0 <= row[0] < row[1] and row[2] in {0, 1} for rows in marks["muc"].values() for row in rows)
