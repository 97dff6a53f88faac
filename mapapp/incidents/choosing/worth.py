"""Which candidates are incidents worth telling: a small learned model weighs how each is told.

Speeches and commentaries speak of violence, wars and campaigns in the words that news tells incidents with. The model (fitted by
``python -m mapapp.training worth``, docs/training.md) looks neither at names or single words nor at the type of an event, so that no kind
of event is dropped because one corpus does not code it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from gazetteer.store import data_folder
from mapapp.incidents.choosing.worth_clues import Surroundings, clues_of
from mapapp.incidents.linking.drafts import Draft
from mapapp.learned.trees import BoostedTrees, Numbers, read_trees

MODEL = "incidents_worth.trees"
"""Name of the model's file in ``data/models``."""

LEAST = 0.0
"""Log-odds from which on a candidate with a date or a place is told. Higher gains little precision and loses recalled incidents."""

LEAST_BARE = 1.0
"""The same for one that has neither and counts nobody: it will stand on no map, and at most on the day of filing."""


@lru_cache(maxsize=2)
def worth_model(folder: Path | None = None) -> BoostedTrees:
    """Read the model from a folder, by default the data that come with the program; kept after the first time."""
    return read_trees((folder if folder is not None else data_folder() / "models") / MODEL)


def worth_telling(page: Surroundings, model: BoostedTrees | None = None) -> list[Draft]:
    """Return the candidates of a report that are told, in their order.

    Umbrella and parts stay together: a family is told if one of it is.

    Parameters
    ----------
    page
        The report with all that may be incidents of it.
    model
        The learned model; by default the one that comes with the program.
    """
    drafts = page.drafts
    told = {id(_head(draft)) for position, draft in enumerate(drafts) if _is_certain(draft, first=position == 0)}
    doubtful = [draft for draft in drafts if id(_head(draft)) not in told]
    if doubtful:
        scores = scores_of(doubtful, page, model or worth_model())
        told |= {id(_head(draft)) for draft, score in zip(doubtful, scores, strict=True) if score >= _least(draft)}
    return [draft for draft in drafts if id(_head(draft)) in told]


def scores_of(drafts: Sequence[Draft], page: Surroundings, model: BoostedTrees) -> list[float]:
    """Return the log-odds of some candidates of a report."""
    scores: list[float] = model.scores(table_of(drafts, page, model.names)).tolist()
    return scores


def table_of(drafts: Sequence[Draft], page: Surroundings, names: Sequence[str]) -> Numbers:
    """Return a row of clues for each of some candidates of a report; the columns are the named clues."""
    clues = [clues_of(draft, page) for draft in drafts]
    return np.array([[row[name] for name in names] for row in clues], dtype=np.float64).reshape(len(clues), len(names))


def _head(draft: Draft) -> Draft:
    """Return the umbrella over all of a family, whose parts may have parts."""
    return draft if draft.parent is None else _head(draft.parent)


def _is_certain(draft: Draft, *, first: bool) -> bool:
    """Say whether a candidate is told whatever the model says: it has figures of people, and opens the report or has a day or place."""
    if first and any(happening.tolls for happening in draft.happenings):
        return True
    dated = draft.date is not None and not draft.date_inherited
    placed = draft.site is not None and not draft.site_inherited
    if not dated and not placed and draft.parent is None:
        return False
    return _counts_people(draft)


def _counts_people(draft: Draft) -> bool:
    """Say whether it counts somebody harmed, who is not only spoken of as known."""
    tolls = (toll for happening in draft.happenings for toll in happening.tolls)
    return any((toll.count.best or toll.count.low) and not toll.definite for toll in tolls)


def _least(draft: Draft) -> float:
    """Return the least log-odds: the lower one for what has a day, a place, or somebody harmed who is counted."""
    return LEAST if draft.date is not None or draft.site is not None or _counts_people(draft) else LEAST_BARE
