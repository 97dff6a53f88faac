"""Weigh the options of every name in a report, twice: alone, then beside the places the other names most likely mean.

"None of these" is an option of every name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gazetteer.store import data_folder
from mapapp.learned.curves import Curve, read_numbers
from mapapp.learned.trees import BoostedTrees, read_trees
from mapapp.resolution import clues, coherence, home_clues
from mapapp.resolution.coherence import Coherence
from mapapp.resolution.conventions import by_convention
from mapapp.resolution.nearness import EARTH_RADIUS_KM
from mapapp.resolution.options import Options
from mapapp.toponyms.page import Indices, Numbers

NONE = "none_of_these"
"""The column that is 1 for "none of these"."""

OF_THE_NAME = ("namesakes", "best_prominence", "mentions", "in_dateline", "words", "short_form", "has_container", "countries_named")
"""Clues that say something of the name and hold for "none of these" as well."""

BEST_OF_THE_NAME = ("inside_container", "kind_told", "country_named", "share_of_prominence", "own_name")
"""Clues of which "none of these" gets the greatest value of all options: where one fits well, none is unlikely. So with all others
that look beside the name."""


@dataclass(frozen=True)
class Looks:
    """The two looks of one model: ``first`` at each name alone, ``second`` beside the others."""

    first: BoostedTrees
    second: BoostedTrees


@dataclass(frozen=True)
class ResolutionModel:
    """What was learned of choosing places: from the text alone, and with a home region. ``curve`` calibrates the probabilities.

    A name is placed where the calibrated probability, times how surely it is a place name at all, reaches ``least_worth``.
    """

    text_alone: Looks
    with_home: Looks
    curve: Curve
    least_worth: float


@lru_cache(maxsize=4)
def load_resolution(data: Path | None = None) -> ResolutionModel:
    """Return the resolution model of a folder of built data, by default the one of this installation; read once per process."""
    folder = (data if data is not None else data_folder()) / "models"
    numbers = read_numbers(folder / "resolution.json")
    looks = [
        Looks(read_trees(folder / f"resolution{name}_first.trees"), read_trees(folder / f"resolution{name}_second.trees"))
        for name in ("", "_home")
    ]
    curve = Curve(tuple(numbers["curve"]["stated"]), tuple(numbers["curve"]["found"]))
    return ResolutionModel(looks[0], looks[1], curve, float(numbers["least_worth"]))


SAME_GROUND_KM = (60.0, 161.0)
"""A town and the area named after it are the same ground to a reader: the probability that the place lies there is that of both. Places are
on the same ground within the first distance, or within the radius of either, as long as that is below the second."""


@dataclass(frozen=True)
class Ranked:
    """What the ranking says of each option: its score (log-odds against none of these) and its probability, none of these included."""

    score: Numbers
    probability: Numbers
    beside: Coherence | None = None
    """The other names as the second look saw them, for telling why."""

    def probability_around(self, options: Options, best: Indices) -> Numbers:
        """Return, for the option chosen of each sense that has any, the probability of it and of all others on the same ground.

        ``best`` holds one option for each sense, any number where a sense has none.
        """
        chosen = best[options.sense]
        cosine = np.einsum("ij,ij->i", options.direction, options.direction[chosen])
        reach_km = np.clip(np.maximum(options.radius_km, options.radius_km[chosen]), *SAME_GROUND_KM)
        near = cosine >= np.cos(reach_km / EARTH_RADIUS_KM) - 1e-12
        return options.total(np.where(near, self.probability, 0.0))


NOTHING_RANKED = Ranked(np.zeros(0), np.zeros(0))


def rank(options: Options, looks: Looks) -> Ranked:
    """Weigh all options twice."""
    if not len(options):
        return NOTHING_RANKED
    names = tuple(n for n in looks.first.names if n != NONE)
    alone = first_table(options, names)
    first = weigh(options, alone, names, looks.first)
    beside = Coherence(options, first.probability, first.score)
    names_beside = tuple(n for n in looks.second.names if n != NONE)
    second = weigh(options, second_table(beside, names_beside, alone, names), names_beside, looks.second)
    return Ranked(second.score, second.probability, beside)


def first_table(options: Options, names: tuple[str, ...]) -> Numbers:
    """Return the clues of each name alone: a row for each option, a column for each name."""
    at_home = tuple(n for n in names if n.startswith("home."))
    others = tuple(n for n in names if not n.startswith("home."))
    parts = dict(zip(others, clues.table(options, others).T, strict=True))
    if at_home:
        parts |= dict(zip(at_home, home_clues.table(options, at_home).T, strict=True))
    return np.column_stack([parts[n] for n in names])


def second_table(beside: Coherence, names: tuple[str, ...], alone: Numbers, alone_names: Sequence[str]) -> Numbers:
    """Return the clues of the second look, those of the first that it asks for included."""
    of_others = tuple(n for n in names if n.startswith("beside."))
    parts = dict(zip(of_others, coherence.table(beside, of_others).T, strict=True))
    parts |= dict(zip(alone_names, alone.T, strict=True))
    missing = tuple(n for n in names if n not in parts)
    if missing:
        parts |= dict(zip(missing, first_table(beside.options, missing).T, strict=True))
    return np.column_stack([parts[n] for n in names])


def weigh(options: Options, table: Numbers, names: tuple[str, ...], trees: BoostedTrees) -> Ranked:
    """Return scores and probabilities of the options by one model."""
    if not len(options):
        return NOTHING_RANKED
    whole, sense, of_none = with_none(options, table, names)
    columns = [[*names, NONE].index(n) for n in trees.names]
    scores = trees.scores(np.ascontiguousarray(whole[:, columns]))
    scores[~of_none] += by_convention(options)
    share = shares(scores, sense)
    against_none = np.zeros(len(options.senses))
    against_none[sense[of_none]] = scores[of_none]
    return Ranked(scores[~of_none] - against_none[options.sense], share[~of_none])


def with_none(options: Options, table: Numbers, names: Sequence[str]) -> tuple[Numbers, Indices, npt.NDArray[np.bool_]]:
    """Return the table with a row for "none of these" behind the options of each name, the sense of each row, and which rows they are."""
    filled = np.flatnonzero(options.sizes > 0)
    none = np.zeros((len(filled), table.shape[1]))
    first = options.begins[:-1][filled]
    same, best = _columns_of_none(tuple(names))
    none[:, same] = table[first][:, same]
    none[:, best] = np.maximum.reduceat(table[:, best], first, axis=0)
    flag = np.concatenate([np.zeros(len(table)), np.ones(len(none))])
    whole = np.column_stack([np.vstack([table, none]), flag])
    sense = np.concatenate([options.sense, filled])
    order = np.argsort(sense, kind="stable")
    return whole[order], sense[order], flag[order] > 0


@lru_cache(maxsize=16)
def _columns_of_none(names: tuple[str, ...]) -> tuple[Indices, Indices]:
    """Return the columns in which "none of these" has the value of the name, and those in which it has the greatest of its options."""
    same = [at for at, name in enumerate(names) if name in OF_THE_NAME]
    best = [at for at, name in enumerate(names) if name not in OF_THE_NAME and (name in BEST_OF_THE_NAME or "." in name)]
    return np.array(same, dtype=np.int64), np.array(best, dtype=np.int64)


def shares(scores: Numbers, sense: Indices) -> Numbers:
    """Return the scores of each sense as probabilities that sum up to 1 (softmax). Rows of a sense stand together."""
    begins = np.flatnonzero(np.concatenate(([True], sense[1:] != sense[:-1])))
    sizes = np.diff(np.append(begins, len(sense)))
    power = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), sizes))
    found: Numbers = power / np.repeat(np.add.reduceat(power, begins), sizes)
    return found
