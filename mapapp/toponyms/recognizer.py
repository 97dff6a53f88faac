"""Accept or refuse the stretches that the scanner proposes: two learned looks at the clues, then the best set that does not overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp
from pathlib import Path

import numpy as np

from gazetteer.store import data_folder
from mapapp.learned.curves import Curve, read_numbers
from mapapp.learned.trees import BoostedTrees, read_trees
from mapapp.report.report import Span
from mapapp.toponyms import clues, second_look
from mapapp.toponyms.page import Flags, Numbers
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.second_look import SecondLook
from mapapp.toponyms.stretches import Stretches


@dataclass(frozen=True)
class RecognitionModel:
    """What was learned of accepting names.

    ``first`` looks at each candidate by itself, ``second`` once more with what the first says of all others. A candidate is accepted from
    ``threshold`` (log-odds) on. ``curve`` turns the second look's probability into the share that turned out right.
    """

    first: BoostedTrees
    second: BoostedTrees
    threshold: float
    curve: Curve

    def scores(self, stretches: Stretches) -> Numbers:
        """Return the log-odds of each candidate being a place name."""
        if not len(stretches):
            return np.zeros(0)
        if len(stretches) > MOST_TOGETHER:
            return self._scores_by_pieces(stretches)
        alone = clues.table(stretches, self.first.names)
        look = SecondLook(stretches, self.first.scores(alone))
        learned = self.second.scores(second_table(look, self.second.names, alone, self.first.names))
        learned = np.where(_in_another_script(stretches), _by_prominence(stretches), learned)
        behind_a_town = stretches.form_is(Form.STATE_CODE) & stretches.once(clues.CLUES["contained_before"]).astype(np.bool_)
        learned = np.where(behind_a_town, np.maximum(learned, SURE), learned)
        if stretches.gazetteer.layers:
            learned = learned - IMPORTED_ONLY * _imported_only(stretches)
        if stretches.gazetteer.has_winning_lists:
            learned = np.where(_listed(stretches), np.maximum(learned, SURE + clues.words(stretches)), learned)
        return np.where(_refused(stretches), REFUSED, learned)

    def _scores_by_pieces(self, stretches: Stretches) -> Numbers:
        """Look at a long report piece by piece: what all candidates say of each grows with the square of their number."""
        order = np.argsort(stretches.start, kind="stable")
        found = np.empty(len(stretches))
        for begin in range(0, len(order), MOST_TOGETHER):
            piece = order[begin : begin + MOST_TOGETHER]
            found[piece] = self.scores(replace(stretches, candidates=[stretches.candidates[i] for i in piece.tolist()]))
        return found


MOST_TOGETHER = 1_000
"""So many candidates are looked at together; an ordinary report has fewer than a hundred, a book's chapter some hundreds."""

REFUSED = -30.0
"""The score of what no model may accept."""

SURE = 3.0
"""The least score of a state's code behind a town that lies in it ("Salem, OR"): labelled reports hold few."""


def _refused(stretches: Stretches) -> Flags:
    """Say which candidates are no places whatever was learned: signs that are certain, and too rare in labelled reports to be learned."""
    page, before = stretches.page, stretches.beside["before1"]
    contained = stretches.once(clues.CLUES["contained_before"]) > 0
    agency = stretches.once(clues.CLUES["dateline"]) == 2
    titled = page.has("honorific", before) & ~stretches.form_is(Form.DEMONYM)
    spells_a_word = stretches.once(clues.CLUES["abbreviation_spells_a_word"]) & ~contained
    person = stretches.once(clues.CLUES["begins_a_persons_name"]) & ~contained
    return titled | person | (agency & ~contained) | spells_a_word | (stretches.form_is(Form.STATE_CODE) & ~contained)


IMPORTED_ONLY = 0.5
"""Log-odds against a name that only imported places bear: what was learned of names rests on a gazetteer of towns, and among the names of
a country's villages and farms there are many more words and family names. Hand-set, with tests/villages and the development data read
with a made-up gazetteer of twelve million places."""


def _imported_only(stretches: Stretches) -> Flags:
    """Say which candidates are names that no place of the default gazetteer bears."""
    world = stretches.gazetteer
    first = world.first_imported_row
    return np.array(
        [c.form is Form.NAME and c.is_known and min(row for row, _ in world.bearers_of_key(c.key)) >= first for c in stretches.candidates],
        dtype=np.bool_,
    )


def _listed(stretches: Stretches) -> Flags:
    """Say which candidates are names in a list that the reader has said comes first."""
    world = stretches.gazetteer
    return np.array(
        [
            c.form is Form.NAME and c.is_known and any(world.wins_at(row) for row, _ in world.bearers_of_key(c.key))
            for c in stretches.candidates
        ],
        dtype=np.bool_,
    )


_LAST_LATIN = "\u024f"

KNOWN_FROM = 2.5
"""In scripts that the labelled reports do not hold, a name is accepted where its best known place is more prominent than this (decades of
population: some 300 people)."""

_AT_THE_START = 2.0
"""So many decades more where it begins a sentence, as any word may. Hand-set, as the value above."""


def _in_another_script(stretches: Stretches) -> Flags:
    return np.array([c.text[0].isalpha() and c.text[0] > _LAST_LATIN for c in stretches.candidates], dtype=np.bool_)


def _by_prominence(stretches: Stretches) -> Numbers:
    """Return how far the best place of each name is known beyond the least that is asked: what is left to go by in other scripts."""
    at_the_start = stretches.once(clues.CLUES["first_in_sentence"])
    found: Numbers = stretches.facts["prominence"] - KNOWN_FROM - _AT_THE_START * at_the_start
    return found


def second_table(look: SecondLook, names: Sequence[str], alone: Numbers, alone_names: Sequence[str]) -> Numbers:
    """Return the table of the second look: its own clues, and those of the first look that it asks for."""
    again = tuple(name for name in names if name.startswith("again."))
    of_first = second_look.table(look, again)
    column = {name: at for at, name in enumerate(alone_names)}
    missing = tuple(name for name in names if name not in column and not name.startswith("again."))
    others = clues.table(look.stretches, missing) if missing else None
    found = np.empty((len(look), len(names)))
    for at, name in enumerate(names):
        if name.startswith("again."):
            found[:, at] = of_first[:, again.index(name)]
        elif name in column:
            found[:, at] = alone[:, column[name]]
        elif others is not None:
            found[:, at] = others[:, missing.index(name)]
    return found


@lru_cache(maxsize=4)
def load_recognition(data: Path | None = None) -> RecognitionModel:
    """Return the recognition model of a folder of built data, by default the one of this installation; read once per process."""
    folder = (data if data is not None else data_folder()) / "models"
    numbers = read_numbers(folder / "recognition.json")
    return RecognitionModel(
        read_trees(folder / "recognition_first.trees"),
        read_trees(folder / "recognition_second.trees"),
        float(numbers["threshold"]),
        Curve(tuple(numbers["curve"]["stated"]), tuple(numbers["curve"]["found"])),
    )


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch accepted as a place name. ``probability`` that it is one; ``reasons`` name the clues an editor would look at."""

    candidate: Candidate
    probability: float
    reasons: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.candidate.span


def recognise(stretches: Stretches, model: RecognitionModel | None = None) -> tuple[Mention, ...]:
    """Return the accepted mentions in the order of the text, none overlapping another."""
    learned = model or load_recognition()
    return accept(stretches, learned.scores(stretches), learned)


def accept(stretches: Stretches, scores: Numbers, learned: RecognitionModel) -> tuple[Mention, ...]:
    """Return the mentions that some scores (log-odds) accept."""
    kept = best_without_overlap(stretches.candidates, scores - learned.threshold)
    probabilities = learned.curve(np.array([_probability(scores[i]) for i in kept]))
    reasons = _reasons(stretches, kept)
    return tuple(Mention(stretches.candidates[i], float(p), why) for i, p, why in zip(kept, probabilities, reasons, strict=True))


def _probability(score: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


def best_without_overlap(candidates: Sequence[Candidate], worth: Numbers) -> list[int]:
    """Return the candidates, by position, with the highest sum of worths that do not overlap (weighted interval scheduling)."""
    useful = sorted(np.flatnonzero(worth > 0).tolist(), key=lambda i: (candidates[i].span.end, candidates[i].span.start))
    ends = [candidates[i].span.end for i in useful]
    total = [0.0]
    choices: list[tuple[int, bool]] = []
    for order, i in enumerate(useful):
        before = bisect_right(ends, candidates[i].span.start, 0, order)
        with_it = total[before] + float(worth[i])
        choices.append((before, with_it > total[order]))
        total.append(max(with_it, total[order]))
    kept = []
    at = len(useful)
    while at > 0:
        before, take = choices[at - 1]
        if take:
            kept.append(useful[at - 1])
        at = before if take else at - 1
    return kept[::-1]


_SAID: tuple[tuple[str, float, str], ...] = (
    ("dateline", 1, "stands in the dateline"),
    ("container_behind", 2, "the area that holds it stands behind it"),
    ("contained_before", 1, "a place that it holds stands before it"),
    ("preposition_before", 2, "a preposition of place stands before it"),
    ("demonym", 1, "the name of a people"),
    ("abbreviation", 1, "a usual abbreviation"),
    ("listed", 1, "stands in a list of names"),
    ("times_named", 2, "named more than once"),
    ("introduced_as_person", 1, "but the report also has it as a person's name"),
    ("also_in_lower_case", 1, "but the report also has the word without a capital"),
    ("first_in_sentence", 1, "but it begins a sentence"),
)
"""Clues that are told to a reader, from which value on, and in which words."""

_MOST_REASONS = 3


def _reasons(stretches: Stretches, kept: Sequence[int]) -> list[tuple[str, ...]]:
    if not kept:
        return []
    at = np.array(kept, dtype=np.int64)
    said = clues.table(stretches, tuple(name for name, _, _ in _SAID))[at]
    found = []
    for row, i in zip(said.tolist(), kept, strict=True):
        facts = [words for (_, least, words), value in zip(_SAID, row, strict=True) if value >= least][:_MOST_REASONS]
        known = "" if stretches.candidates[i].is_known else "the gazetteer does not know the name"
        found.append(tuple(f"read as a place name: {fact}" for fact in [known, *facts] if fact))
    return found
