"""What becomes of each marked name, and what counts as invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.pairing import Status, judge, load_scorer, read_lines

WANTED = {"literal", "associative"}


def answer(document, name: str, lat: float | None = None, lon: float | None = None, geonameid: int | None = None):
    """Return a prediction on the first mention of a word."""
    start = document["text"].index(name)
    return {"start": start, "end": start + len(name), "lat": lat, "lon": lon, "geonameid": geonameid}


def fates(document, answers, scorer) -> list[tuple[str, Status]]:
    """Return each name with its status."""
    judged = judge(document, {"id": "rain", "toponyms": answers}, WANTED, scorer)
    return [(document["text"][j.start : j.end], j.status) for j in judged]


def test_every_marked_name_has_one_fate(document, scorer) -> None:
    """Within a hundred miles is right, farther is wrong, no point is unplaced; a name marked without a point can only be found."""
    answers = [answer(document, "Gulu", 3.0, 33.0), answer(document, "Moroto", 40.0, 34.0), answer(document, "Lokitela", 3.3, 34.0)]
    assert fates(document, answers, scorer(1, 3, 3)) == [("Gulu", Status.RIGHT), ("Moroto", Status.WRONG), ("Lokitela", Status.FOUND)]
    answers = [answer(document, "Gulu")]
    expected = [("Gulu", Status.UNPLACED), ("Moroto", Status.NOT_FOUND), ("Lokitela", Status.NOT_FOUND)]
    assert fates(document, answers, scorer(0, 1, 1)) == expected


def test_the_same_id_is_right_wherever_its_point_is(document, scorer) -> None:
    """A country has no one point."""
    assert fates(document, [answer(document, "Gulu", 50.0, 50.0, 1)], scorer(1, 1, 1))[0] == ("Gulu", Status.RIGHT)


def test_an_answer_where_nothing_is_marked_is_invented(document, scorer) -> None:
    """Placed or not; but an answer on a name of a group nobody asked for is neither right nor wrong."""
    answers = [answer(document, "Rain", 1.0, 1.0), answer(document, "road"), answer(document, "Ugandan", 1.0, 32.0)]
    assert fates(document, answers, scorer(0, 0, 2))[3:] == [("Rain", Status.INVENTED), ("road", Status.INVENTED_UNPLACED)]


def test_a_document_without_answers_is_not_found(document, scorer) -> None:
    """No line for it is the same as an empty one."""
    assert {j.status for j in judge(document, None, WANTED, scorer(0, 0, 0))} == {Status.NOT_FOUND}


def test_another_count_than_the_scorers_is_an_error(document, scorer) -> None:
    """The lists must never tell another story than the figures."""
    with pytest.raises(RuntimeError, match="rain: the scorer counts 1 right and 1 found, this module 0 and 1"):
        judge(document, {"id": "rain", "toponyms": [answer(document, "Gulu")]}, WANTED, scorer(1, 1, 1))


def test_a_scorer_is_loaded_from_its_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """The folder of the development data is not ours."""
    path = tmp_path / "score.py"
    path.write_text("def match(gold, pred): return [(0, 0, True)]\ndef km(a, b, c, d): return 7.0\ndef score_doc(): return {}\n")
    scorer = load_scorer(path)
    assert (scorer.match([], []), scorer.km(0, 0, 0, 0), [p.name for p in tmp_path.iterdir()]) == ([(0, 0, True)], 7.0, ["score.py"])


def test_a_line_separator_in_a_text_ends_no_document(tmp_path: Path) -> None:
    """Only line feeds end a line of JSON."""
    path = tmp_path / "lines.jsonl"
    path.write_text('{"id": "a", "text": "one\u2028two\x85three"}\n\n{"id": "b"}\n', encoding="utf-8")
    assert list(read_lines([path])) == ["a", "b"]
