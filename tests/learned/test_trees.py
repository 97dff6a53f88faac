"""Boosted trees: what they answer, and that a file keeps them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import DataDamaged, DataMissing
from mapapp.learned.trees import BoostedTrees, read_trees, write_trees

WRITTEN = """mapapp boosted trees 1
# fitted on: nothing
height width
height <= 2; width <= 10; width <= 20 => 1.00000 2.00000 3.00000 4.00000
-; height <= 0; - => 0.50000 0.25000 8.00000 9.00000
"""
"""Two trees of two levels; the second asks nothing at its root, so that its two last leaves are never reached."""


def tree_file(folder: Path, content: str) -> Path:
    """Write a file of trees."""
    path = folder / "model.trees"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("height", "width", "expected"),
    [(2, 10, 1.25), (2, 11, 2.25), (3, 20, 3.25), (3, 21, 4.25), (-1, 10, 1.5), (0, 11, 2.5)],
)
def test_a_tree_answers_as_it_is_written(tmp_path: Path, height: float, width: float, expected: float) -> None:
    """Up to the limit is yes and goes left; trees are summed up."""
    model = read_trees(tree_file(tmp_path, WRITTEN))
    assert model.scores(np.array([[height, width]], dtype=np.float64)).tolist() == [expected]


def test_a_question_that_is_not_asked_is_answered_yes(tmp_path: Path) -> None:
    """Not even an endless number is beyond a limit that is not there."""
    model = read_trees(tree_file(tmp_path, "mapapp boosted trees 1\nheight\n- => 1.00000 2.00000\n"))
    assert model.scores(np.array([[-np.inf], [0.0], [1e300], [np.inf]])).tolist() == [1.0, 1.0, 1.0, 1.0]


def test_the_head_of_a_file_tells_where_the_model_comes_from(tmp_path: Path) -> None:
    """Lines that begin with a cross are pairs of key and value; the names of the clues follow them."""
    model = read_trees(tree_file(tmp_path, WRITTEN))
    assert (dict(model.about), model.names, model.depth) == ({"fitted on": "nothing"}, ("height", "width"), 2)


def test_no_rows_give_no_scores(tmp_path: Path) -> None:
    """A report without candidates is no error."""
    assert read_trees(tree_file(tmp_path, WRITTEN)).scores(np.zeros((0, 2))).tolist() == []


def test_what_was_read_is_written_as_it_was(tmp_path: Path) -> None:
    """The same model gives the same bytes."""
    write_trees(tmp_path / "again.trees", read_trees(tree_file(tmp_path, WRITTEN)))
    assert (tmp_path / "again.trees").read_text("utf-8") == WRITTEN


@pytest.mark.parametrize(
    "content",
    [
        "",
        "something else\nheight\nheight <= 2 => 1 2\n",
        "mapapp boosted trees 1\n",
        "mapapp boosted trees 1\nheight\n",
        "mapapp boosted trees 1\nheight\ndepth <= 2 => 1 2\n",
        "mapapp boosted trees 1\nheight\nheight <= two => 1 2\n",
        "mapapp boosted trees 1\nheight\nheight => 1 2\n",
        "mapapp boosted trees 1\nheight\nheight <= 2 => 1 two\n",
        "mapapp boosted trees 1\nheight\nheight <= 2 => 1 2 3\n",
        "mapapp boosted trees 1\nheight\nheight <= 2\n",
        "mapapp boosted trees 1\nheight\nheight <= 2 => 1 2\n-; -; - => 1 2 3 4\n",
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    """Nothing of it is guessed at; the message says what to do."""
    with pytest.raises(DataDamaged, match=r"model\.trees is damaged: install mapapp again"):
        read_trees(tree_file(tmp_path, content))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are damage like any other."""
    (tmp_path / "model.trees").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataDamaged, match=r"model\.trees is damaged"):
        read_trees(tmp_path / "model.trees")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message says where it should be."""
    with pytest.raises(DataMissing, match=r"nowhere\.trees is missing: install mapapp again"):
        read_trees(tmp_path / "nowhere.trees")


# Against a naive evaluation -------------------------------------------------------------------------------------------------------------


@st.composite
def models(draw: st.DrawFn) -> BoostedTrees:
    """Draw a few small trees; limits have few digits, as a file keeps nine."""
    depth, width, count = draw(st.integers(1, 4)), draw(st.integers(1, 3)), draw(st.integers(1, 4))
    questions = (1 << depth) - 1
    limits = st.one_of(st.just(np.inf), st.integers(-20, 20).map(lambda number: number / 4))
    leaves = st.integers(-100_000, 100_000).map(lambda number: number / 100_000)

    def table(values: st.SearchStrategy[float], columns: int) -> list[list[float]]:
        return [draw(st.lists(values, min_size=columns, max_size=columns)) for _ in range(count)]

    return BoostedTrees(
        tuple(f"clue{at}" for at in range(width)),
        np.array(table(st.integers(0, width - 1), questions), dtype=np.int64),
        np.array(table(limits, questions), dtype=np.float64),
        np.array(table(leaves, 1 << depth), dtype=np.float64),
        {"drawn": "at random"},
    )


@st.composite
def models_and_rows(draw: st.DrawFn) -> tuple[BoostedTrees, list[list[float]]]:
    """Draw a model with rows, many of their values just at a limit."""
    model = draw(models())
    values = st.integers(-24, 24).map(lambda number: number / 4)
    return model, draw(st.lists(st.lists(values, min_size=len(model.names), max_size=len(model.names)), min_size=1, max_size=6))


def score(model: BoostedTrees, row: list[float]) -> float:
    """Walk down each tree, one question at a time."""
    total = 0.0
    for clue, limit, leaf in zip(model.clue, model.threshold, model.leaf, strict=True):
        low, high, question = 0, len(leaf), 0
        while high - low > 1:
            is_no = row[clue[question]] > limit[question]
            middle = (low + high) // 2
            low, high = (middle, high) if is_no else (low, middle)
            question = 2 * question + (2 if is_no else 1)
        total += float(leaf[low])
    return total


@given(models_and_rows())
def test_scores_are_those_of_a_walk_down_each_tree(drawn: tuple[BoostedTrees, list[list[float]]]) -> None:
    """Whatever the trees and the rows."""
    model, rows = drawn
    assert model.scores(np.array(rows)).tolist() == pytest.approx([score(model, row) for row in rows], abs=1e-12)


@given(models_and_rows())
def test_a_file_keeps_a_model(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[BoostedTrees, list[list[float]]]) -> None:
    """Written and read again it scores the same."""
    model, rows = drawn
    path = tmp_path_factory.getbasetemp() / "kept.trees"
    write_trees(path, model)
    again = read_trees(path)
    assert (again.names, dict(again.about)) == (model.names, {"drawn": "at random"})
    assert again.scores(np.array(rows)).tolist() == model.scores(np.array(rows)).tolist()
