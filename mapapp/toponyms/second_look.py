"""What the first look at all candidates says about each: the same name elsewhere, its neighbours, and where the report plays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from gazetteer import Gazetteer
from mapapp.toponyms.agreement import share_of_others
from mapapp.toponyms.name_facts import rows_of_short_form
from mapapp.toponyms.page import Column, Flags, Indices, Numbers
from mapapp.toponyms.scanner import Candidate, Form
from mapapp.toponyms.stretches import Stretches

TOP_BEARERS = 10
"""So many places of a name, the most prominent ones, speak for where the report plays."""

_NONE = -12.0
"""Stands for the score of a candidate that is not there: as good as refused."""


@dataclass(frozen=True)
class SecondLook:
    """The candidates of a report with the scores (log-odds) of the first look."""

    stretches: Stretches
    score: Numbers

    def __len__(self) -> int:
        return len(self.stretches)

    @cached_property
    def probability(self) -> Numbers:
        """The first look's scores as probabilities."""
        found: Numbers = 1.0 / (1.0 + np.exp(-np.clip(self.score, -30, 30)))
        return found

    @cached_property
    def overlaps(self) -> Flags:
        """Which candidates share characters with which others: a square table."""
        s = self.stretches
        found: Flags = (s.start[:, None] < s.end[None, :]) & (s.start[None, :] < s.end[:, None])
        np.fill_diagonal(found, val=False)
        return found

    @cached_property
    def same(self) -> Flags:
        """Which candidates are of the same name and form as which others: a square table."""
        number = self.stretches.same_name
        found: Flags = number[:, None] == number[None, :]
        np.fill_diagonal(found, val=False)
        return found

    @cached_property
    def evidence(self) -> tuple[Numbers, Numbers]:
        """The share of the other names' evidence that lies in the countries and in the first-level divisions of a candidate's places."""
        return _evidence(self)


Clue = Callable[[SecondLook], Column]

CLUES: dict[str, Clue] = {}
"""All clues of the second look by name, in a fixed order."""


def _clue(function: Clue) -> Clue:
    CLUES[function.__name__] = function
    return function


@_clue
def first_score(look: SecondLook) -> Column:
    """Return the score of the first look."""
    return look.score


@_clue
def best_of_same_name(look: SecondLook) -> Column:
    """Return the best score of the same name elsewhere in the report."""
    return np.where(look.same, look.score[None, :], _NONE).max(axis=1, initial=_NONE)


@_clue
def mean_of_same_name(look: SecondLook) -> Column:
    """Return the mean score of the same name elsewhere, its own where there is none."""
    count = look.same.sum(axis=1)
    total = (look.same * look.score[None, :]).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), look.score)


@_clue
def best_overlapping(look: SecondLook) -> Column:
    """Return the best score of a candidate that shares characters with it."""
    return np.where(look.overlaps, look.score[None, :], _NONE).max(axis=1, initial=_NONE)


@_clue
def best_around_it(look: SecondLook) -> Column:
    """Return the best score of a candidate that holds it and is longer."""
    s = look.stretches
    holds = (s.start[None, :] <= s.start[:, None]) & (s.end[None, :] >= s.end[:, None]) & look.overlaps
    return np.where(holds, look.score[None, :], _NONE).max(axis=1, initial=_NONE)


@_clue
def score_of_next(look: SecondLook) -> Column:
    """Return the best score of a candidate that begins within two words behind it ("Gulu, Uganda"; "Kabul and Herat")."""
    s = look.stretches
    gap = s.first[None, :] - s.last[:, None]
    return np.where((gap > 0) & (gap <= 3), look.score[None, :], _NONE).max(axis=1, initial=_NONE)


@_clue
def score_of_previous(look: SecondLook) -> Column:
    """Return the best score of a candidate that ends within two words before it."""
    s = look.stretches
    gap = s.first[:, None] - s.last[None, :]
    return np.where((gap > 0) & (gap <= 3), look.score[None, :], _NONE).max(axis=1, initial=_NONE)


@_clue
def share_of_its_countries(look: SecondLook) -> Column:
    """Return how much of what the other names say of countries speaks for one of its places' countries."""
    return look.evidence[0]


@_clue
def share_of_its_divisions(look: SecondLook) -> Column:
    """Return how much of what the other names say of first-level divisions speaks for one of its places' divisions."""
    return look.evidence[1]


@_clue
def places_in_report(look: SecondLook) -> Column:
    """Return how many places the first look expects in the report, as a logarithm."""
    return np.full(len(look), np.log1p(look.probability.sum()))


@_clue
def share_accepted(look: SecondLook) -> Column:
    """Return what share of the candidates the first look expects to be places."""
    return np.full(len(look), look.probability.mean() if len(look) else 0.0)


NAMES: tuple[str, ...] = tuple(f"again.{name}" for name in CLUES)


def table(look: SecondLook, names: tuple[str, ...] = NAMES) -> Numbers:
    """Return the clues as a table: a row for each candidate, a column for each name."""
    found = np.empty((len(names), len(look)), dtype=np.float64)
    for row, name in enumerate(names):
        found[row] = CLUES[name.removeprefix("again.")](look)
    return found.T


def _evidence(look: SecondLook) -> tuple[Numbers, Numbers]:
    s = look.stretches
    about = s.gazetteer.attributes
    bearers = [top_bearers(s.gazetteer, c) for c in s.candidates]
    sizes = np.array([len(rows) for rows, _ in bearers], dtype=np.int64)
    if not sizes.sum():
        return np.zeros(len(look)), np.zeros(len(look))
    owner = np.repeat(np.arange(len(look)), sizes)
    rows = np.concatenate([rows for rows, _ in bearers])
    # A name that stands in the report ten times says once where the report plays.
    best = np.zeros(int(s.same_name.max()) + 1)
    np.maximum.at(best, s.same_name, look.probability)
    said = look.probability == best[s.same_name]
    first = np.zeros(len(look), dtype=np.bool_)
    first[np.unique(np.where(said, s.same_name, -1), return_index=True)[1]] = True
    weight = np.concatenate([share for _, share in bearers]) * (best[s.same_name] * (first & said))[owner]
    name = s.same_name[owner]
    divisions = about.admin1(rows)
    in_countries = share_of_others(name, about.countries(rows), weight, about.share_a_country)
    in_divisions = share_of_others(name, np.where(divisions > 0, divisions, -1), weight, None)
    return _greatest(owner, in_countries, len(look)), _greatest(owner, in_divisions, len(look))


def _greatest(owner: Indices, values: Numbers, count: int) -> Numbers:
    found = np.zeros(count)
    np.maximum.at(found, owner, values)
    return found


def top_bearers(gazetteer: Gazetteer, candidate: Candidate) -> tuple[Indices, Numbers]:
    """Return the most prominent places of a name and how likely each is meant before the text is looked at."""
    text = candidate.key if candidate.form is Form.NAME else candidate.text
    return _top_bearers(gazetteer, candidate.form, text)


@lru_cache(maxsize=65_536)
def _top_bearers(gazetteer: Gazetteer, form: Form, text: str) -> tuple[Indices, Numbers]:
    if form is Form.NAME:
        bearers = gazetteer.bearers_of_key(text) if text else []
    else:
        bearers = [(row, 4) for row in rows_of_short_form(gazetteer, form, text)]
    rows = np.array([row for row, _ in bearers], dtype=np.int64)
    if not len(rows):
        return rows, np.zeros(0)
    worth = gazetteer.attributes.prominence(rows) - np.array([gazetteer.penalty(how) for _, how in bearers])
    order = np.argsort(-worth, kind="stable")[:TOP_BEARERS]
    share = np.exp(1.5 * (worth[order] - worth[order[0]]))
    return rows[order], share / share.sum()
