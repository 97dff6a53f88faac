"""Grow boosted trees with LightGBM and hand them over as our own, which numpy works out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import lightgbm
import numpy as np

from mapapp.learned.trees import BoostedTrees
from mapapp.resolution.ranker import shares
from mapapp.toponyms.page import Indices, Numbers

SMALLEST_STEP = 1e-30
"""LightGBM writes "more than zero" as a threshold this small."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How trees are grown. The values are middling ones: between half and twice of each, cross-validated figures hardly change."""

    rounds: int
    learning_rate: float
    depth: int = 4
    least_rows_in_leaf: int = 20
    share_of_clues: float = 0.4
    share_of_rows: float = 0.8
    shrinkage: float = 5.0

    def parameters(self) -> dict[str, Any]:
        """Return LightGBM's names for them; one thread, fixed seeds: the same data give the same trees."""
        return {
            "learning_rate": self.learning_rate, "num_leaves": 1 << self.depth, "max_depth": self.depth, "max_bin": 63,
            "min_data_in_leaf": self.least_rows_in_leaf, "feature_fraction": self.share_of_clues, "lambda_l2": self.shrinkage,
            "bagging_fraction": self.share_of_rows, "bagging_freq": 1, "boost_from_average": False, "verbose": -1, "seed": 1,
            "deterministic": True, "force_row_wise": True, "num_threads": 1,
        }  # fmt: skip


RISING = frozenset(
    "prominence people share_of_prominence own_name seat inside_container holds_the_name_before kind_told country_named admin1_named "
    "admin2_named beside.first_score beside.first_probability beside.within_20_km beside.within_60_km beside.within_200_km "
    "beside.within_700_km beside.weight_within_60_km beside.weight_within_200_km beside.near_in_text_and_space beside.share_near_in_text "
    "beside.same_countries beside.same_division beside.same_second_division home.within_20_km home.within_60_km home.within_200_km "
    "home.within_700_km home.nearest home.same_country home.same_division "
    "preposition_before container_behind contained_before again.first_score again.best_of_same_name again.mean_of_same_name "
    "again.share_of_its_countries again.share_of_its_divisions name.prominence name.own_name name.prominence_of_own_name".split()
)
"""Clues of which more never counts against an answer, whatever a corpus seems to say: fitted on one kind of reports, read on others."""

FALLING = frozenset(
    "behind_the_best rank former_name variant_of_spelling spelt_nearly_so area_named_like_its_town outside_container "
    "beside.nearest_likely_place "
    "begins_a_persons_name ends_a_persons_name introduced_as_person also_in_lower_case abbreviation_spells_a_word before1.honorific "
    "before1.given first.common again.best_around_it again.best_overlapping".split()
)
"""Clues of which more never counts for an answer."""

RECOGNITION = Growth(rounds=160, learning_rate=0.08)
RESOLUTION = Growth(rounds=150, learning_rate=0.08, share_of_clues=0.6)


def grow_yes_no(table: Numbers, right: Numbers, weight: Numbers, names: Sequence[str], growth: Growth) -> BoostedTrees:
    """Fit the log-odds of a yes-or-no answer for each row."""
    data = lightgbm.Dataset(table, right, weight=weight + 1e-9, feature_name=_plain(names))
    grown = lightgbm.train({**growth.parameters(), **_directions(names), "objective": "binary"}, data, growth.rounds)
    return _taken_over(grown, names, growth)


def grow_choice(table: Numbers, group: Indices, right: Numbers, weight: Numbers, names: Sequence[str], growth: Growth) -> BoostedTrees:
    """Fit scores whose softmax within each group puts its weight on the right rows (any of them counts).

    Parameters
    ----------
    table
        A row for each option; rows of a group stand together.
    group
        The group of each row.
    right
        1 for a right option, else 0; at least one a group.
    weight
        How much a group counts, given for each row.
    names
        The columns.
    growth
        How to grow.
    """
    begins = np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))
    sizes = np.diff(np.append(begins, len(group)))

    def slopes(scores: Numbers, _: object) -> tuple[Numbers, Numbers]:
        share = shares(scores, group)
        aim = share * right
        aim /= np.maximum(np.repeat(np.add.reduceat(aim, begins), sizes), 1e-12)
        return (share - aim) * weight, np.maximum(share * (1 - share), 1e-6) * weight

    data = lightgbm.Dataset(table, feature_name=_plain(names))
    grown = lightgbm.train({**growth.parameters(), **_directions(names), "objective": slopes}, data, growth.rounds)
    return _taken_over(grown, names, growth)


def _directions(names: Sequence[str]) -> dict[str, Any]:
    return {"monotone_constraints": [int(n in RISING) - int(n in FALLING) for n in names], "monotone_constraints_method": "basic"}


def _plain(names: Sequence[str]) -> list[str]:
    return [name.replace(".", "_") for name in names]


def _taken_over(grown: lightgbm.Booster, names: Sequence[str], growth: Growth) -> BoostedTrees:
    trees = [_complete(tree["tree_structure"], growth.depth) for tree in grown.dump_model()["tree_info"]]
    clue, threshold, leaf = (np.array(part) for part in zip(*trees, strict=True))
    used = sorted(set(clue[np.isfinite(threshold)].ravel().tolist()))
    number = {old: new for new, old in enumerate(used)}
    packed = np.vectorize(lambda old: number.get(old, 0))(clue).astype(np.int64)
    # As written to a file: what is tried is what is shipped.
    written = np.array([[float(f"{t:.9g}") for t in row] for row in threshold.tolist()])
    return BoostedTrees(tuple(names[at] for at in used), packed, written, leaf.round(5), growth_facts(growth))


def growth_facts(growth: Growth) -> dict[str, str]:
    """Return how trees were grown, for the head of their file."""
    return {"grown by": f"LightGBM {lightgbm.__version__}", **{key: str(value) for key, value in asdict(growth).items()}}


def _complete(node: Mapping[str, Any], depth: int) -> tuple[list[int], list[float], list[float]]:
    """Return a tree's questions level by level and its leaves, filled up to a full tree: a question that is not asked is answered yes."""
    clue = [0] * ((1 << depth) - 1)
    threshold = [np.inf] * len(clue)
    leaf = [0.0] * (1 << depth)

    def fill(part: Mapping[str, Any], level: int, at: int) -> None:
        if level == depth:
            leaf[at] = float(part["leaf_value"])
        elif "leaf_value" in part:
            fill(part, level + 1, 2 * at)
            fill(part, level + 1, 2 * at + 1)
        else:
            place = (1 << level) - 1 + at
            limit = float(part["threshold"])
            clue[place], threshold[place] = int(part["split_feature"]), 0.0 if abs(limit) < SMALLEST_STEP else limit
            fill(part["left_child"], level + 1, 2 * at)
            fill(part["right_child"], level + 1, 2 * at + 1)

    fill(node, 0, 0)
    return clue, threshold, leaf
