"""How much of what the other names of a report say agrees with an area: in which countries and divisions it plays."""

from __future__ import annotations

import numpy as np

from mapapp.toponyms.page import Flags, Indices, Numbers

LEAST_WEIGHT = 0.5
"""Less evidence than half a name counts as half a name, so that one faint word does not make a share of 1."""

LARGEST_TABLE = 60_000
"""Names times areas. Ordinary reports stay far below; a pasted gazetteer must not cost the square of its length."""


def share_of_others(name: Indices, area: Indices, weight: Numbers, alike: Flags | None) -> Numbers:
    """Return, for each place of each name, the share of the other names' weight that lies in its area.

    Parameters
    ----------
    name
        Whose place it is: a number from 0 for each name.
    area
        In which area it lies, as a number; negative for in none.
    weight
        How much the place speaks for its area.
    alike
        A square table of which areas agree; None: an area agrees with itself alone.

    Returns
    -------
    numpy.ndarray
        One share, 0 to 1, for each place.
    """
    if not len(name):
        return np.zeros(0)
    present, at = np.unique(area, return_inverse=True)
    names = int(name.max()) + 1
    agreeing = np.eye(len(present)) if alike is None else alike[np.ix_(present, present)].astype(np.float64)
    if present[0] < 0:
        agreeing[0, :] = agreeing[:, 0] = 0.0
    if names * len(present) > LARGEST_TABLE:
        return _share_in_long_reports(name, at, weight, agreeing)
    by_name = np.bincount(name * len(present) + at, weights=weight, minlength=names * len(present)).reshape(names, len(present))
    others = by_name.sum(axis=0)[None, :] - by_name
    found: Numbers = np.einsum("ij,jk->ik", others, agreeing)[name, at] / np.maximum(others.sum(axis=1), LEAST_WEIGHT)[name]
    return found


def _share_in_long_reports(name: Indices, at: Indices, weight: Numbers, agreeing: Numbers) -> Numbers:
    """Return nearly the same without a table of names by areas: a name's own weight is taken out of its very area only."""
    _, pair = np.unique(name * len(agreeing) + at, return_inverse=True)
    own = np.bincount(pair, weights=weight)[pair] * agreeing.diagonal()[at]
    of_name = np.bincount(name, weights=weight)
    in_area = np.einsum("j,jk->k", np.bincount(at, weights=weight, minlength=len(agreeing)), agreeing)
    found: Numbers = np.maximum(in_area[at] - own, 0.0) / np.maximum(weight.sum() - of_name[name], LEAST_WEIGHT)
    return found
