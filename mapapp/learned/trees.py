"""Boosted decision trees: read from a text file and worked out with numpy alone.

A model is a sum of small trees of one depth. Each line of its file is one tree: the questions level by level ("clue <= number"), then the
values of its leaves from left (always yes) to right (always no). A question that is not asked reads "-": the answer is yes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gazetteer.errors import DataDamaged, DataMissing

Numbers = npt.NDArray[np.float64]

_FIRST_LINE = "mapapp boosted trees 1"
_NOT_ASKED = "-"


@dataclass(frozen=True)
class BoostedTrees:
    """A sum of trees of one depth over named clues.

    ``clue`` and ``threshold`` hold a row for each tree and a column for each question, level by level; ``leaf`` a column for each leaf.
    ``names`` are the clues that the columns of a table must hold, in this order. ``about`` says where the model comes from.
    """

    names: tuple[str, ...]
    clue: npt.NDArray[np.int64]
    threshold: Numbers
    leaf: Numbers
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many questions lead to a leaf."""
        return int(self.leaf.shape[1]).bit_length() - 1

    @cached_property
    def _questions(self) -> tuple[npt.NDArray[np.int64], Numbers, npt.NDArray[np.int64]]:
        """All different questions (clue and threshold), and which of them each tree asks: most trees ask what others ask as well."""
        pairs = np.stack([self.clue.ravel().astype(np.float64), self.threshold.ravel()], axis=1)
        different, asked = np.unique(pairs, axis=0, return_inverse=True)
        return different[:, 0].astype(np.int64), different[:, 1], asked.ravel()

    def scores(self, table: Numbers) -> Numbers:
        """Return the model's sum for each row of a table whose columns are ``names``."""
        count, trees = len(table), len(self.leaf)
        if not count:
            return np.zeros(0)
        clue, threshold, asked = self._questions
        no = (table.take(clue, axis=1) > threshold).ravel()
        row = (np.arange(count) * len(clue))[:, None]
        tree = np.arange(trees) * self.clue.shape[1]
        at = no.take(row + asked.take(tree)).astype(np.int64)  # take() asks less of itself than indexing does
        for level in range(1, self.depth):
            at = 2 * at + no.take(row + asked.take(tree + ((1 << level) - 1) + at))
        found: Numbers = self.leaf.ravel().take(np.arange(trees) * self.leaf.shape[1] + at).sum(axis=1)
        return found


def read_trees(path: Path) -> BoostedTrees:
    """Read a model.

    Raises
    ------
    DataMissing, DataDamaged
        If the file is not there, or is no model.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        msg = f"{path} is missing: install mapapp again, or fit it as docs/training.md says"
        raise DataMissing(msg) from error
    try:
        return _parse(content.decode("utf-8").splitlines())
    except (ValueError, IndexError, KeyError) as error:
        msg = f"{path} is damaged: install mapapp again, or fit it as docs/training.md says"
        raise DataDamaged(msg) from error


def _parse(lines: Sequence[str]) -> BoostedTrees:
    if lines[0] != _FIRST_LINE:
        raise ValueError("not a file of boosted trees")
    about = {key: value for key, _, value in (line[2:].partition(": ") for line in lines[1:] if line.startswith("# "))}
    body = [line for line in lines[1:] if not line.startswith("# ")]
    names = tuple(body[0].split())
    number = {name: at for at, name in enumerate(names)}
    trees = [line.split(" => ") for line in body[1:]]
    questions = [[q.split(" <= ") for q in left.split("; ")] for left, _ in trees]
    clue = np.array([[0 if q[0] == _NOT_ASKED else number[q[0]] for q in tree] for tree in questions], dtype=np.int64)
    threshold = np.array([[np.inf if q[0] == _NOT_ASKED else float(q[1]) for q in tree] for tree in questions], dtype=np.float64)
    leaf = np.array([[float(value) for value in right.split()] for _, right in trees], dtype=np.float64)
    if clue.shape[1] + 1 != leaf.shape[1]:
        raise ValueError("a tree has not one leaf more than questions")
    return BoostedTrees(names, clue, threshold, leaf, about)


def write_trees(path: Path, model: BoostedTrees) -> None:
    """Write a model; the same model always gives the same bytes."""
    lines = [_FIRST_LINE, *(f"# {key}: {value}" for key, value in model.about.items()), " ".join(model.names)]
    for clue, threshold, leaf in zip(model.clue.tolist(), model.threshold.tolist(), model.leaf.tolist(), strict=True):
        questions = (
            _NOT_ASKED if limit == np.inf else f"{model.names[at]} <= {limit:.9g}" for at, limit in zip(clue, threshold, strict=True)
        )
        lines.append(f"{'; '.join(questions)} => {' '.join(f'{value:.5f}' for value in leaf)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
