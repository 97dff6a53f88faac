"""How much of what the other names of a report say agrees with an area: in which countries and divisions it plays."""

from __future__ import annotations

import numpy as np

from mapapp.toponyms.page import Flags, Indices, Numbers

LEAST_WEIGHT = 0.5
"""Less evidence than half a name counts as half a name, so that one faint word does not make a share of 1."""


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
    agreeing = np.eye(len(present)) if alike is None else alike[np.ix_(present, present)].astype(np.float64)
    if present[0] < 0:
        agreeing[0, :] = agreeing[:, 0] = 0.0
    names = int(name.max()) + 1
    by_name = np.bincount(name * len(present) + at, weights=weight, minlength=names * len(present)).reshape(names, len(present))
    others = by_name.sum(axis=0)[None, :] - by_name
    found: Numbers = np.einsum("ij,jk->ik", others, agreeing)[name, at] / np.maximum(others.sum(axis=1), LEAST_WEIGHT)[name]
    return found
