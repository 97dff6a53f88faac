"""Which imported places are worth weighing for a name: with a country's villages at hand, every town has namesakes nobody means.

A town that the gazetteer knew before stands for its name in the countries that the report speaks of. An imported namesake there counts
where it is about as well known, where it lies beside a place that another name stands for without doubt, or where the text places it: by
an area beside the name that holds it and does not hold the town. The last not where the name is that of a country or state: in "Delaware,
Illinois, Kentucky" nobody means the hamlet of Delaware in Illinois.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gazetteer import Gazetteer, Kind
from gazetteer.name_table import NAME, VARIANT
from mapapp.resolution.nearness import EARTH_RADIUS_KM
from mapapp.resolution.options import Options, Sense
from mapapp.toponyms.page import Flags, Indices, Numbers

AS_WELL_KNOWN = 0.7
"""An imported place is about as well known as another if it is no more than so many decades of population behind it."""

BESIDE_KM = 40.0
"""So near to a place that is beyond doubt an imported namesake counts: about a district."""

MOST_NAMESAKES = 40
"""So many imported places of one name are weighed at most, the best known: there are hundreds of San Josés in one country."""


def without_needless(senses: Sequence[Sense], gazetteer: Gazetteer) -> list[Sense]:
    """Return the senses without the imported places that need not be weighed."""
    if not gazetteer.layers or not senses:
        return list(senses)
    options = Options(senses, gazetteer)
    if not options.imported.any():
        return list(senses)
    kept = _Sieve(options).kept().tolist()
    found = []
    for sense, begin in zip(senses, options.begins.tolist(), strict=False):
        bearers = sense.named.bearers
        left = tuple(bearer for bearer, keep in zip(bearers, kept[begin : begin + len(bearers)], strict=True) if keep)
        found.append(sense if len(left) == len(bearers) else replace(sense, named=replace(sense.named, bearers=left)))
    return found


class _Sieve:
    """Says of all options of a report which are worth weighing."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._imported = options.imported & ~options.wins
        self._in_focus = _in_focus(options)
        self._known = ~self._imported & (options.how < VARIANT) & self._in_focus

    def kept(self) -> Flags:
        """Return what is kept: all that the gazetteer knew before, and imported places for one of three reasons."""
        options = self._options
        best = np.full(len(options.senses), -np.inf)
        np.maximum.at(best, options.sense[self._known], options.prominence[self._known])
        worth = (options.prominence >= best[options.sense] - AS_WELL_KNOWN) | self._beside_a_certain_place() | self._placed_by_the_text()
        imported = self._imported & worth
        before = np.cumsum(imported)
        since: Indices = before - np.concatenate(([0], before))[options.begins[:-1]][options.sense]
        return ~self._imported | (imported & (since <= MOST_NAMESAKES))

    def _beside_a_certain_place(self) -> Flags:
        """Say which places lie near one that is the only point of its name in focus, of another name."""
        options = self._options
        points = (options.how < VARIANT) & self._in_focus & options.is_kind(Kind.CITY, Kind.VILLAGE, Kind.DISTRICT, Kind.FACILITY)
        certain = np.flatnonzero(points & (options.total(points.astype(np.float64))[options.sense] == 1))
        if not len(certain):
            return np.zeros(len(options), dtype=np.bool_)
        near: Numbers = options.direction @ options.direction[certain].T >= np.cos(BESIDE_KM / EARTH_RADIUS_KM)
        of_another_name = options.sense[:, None] != options.sense[certain][None, :]
        found: Flags = (near & of_another_name).any(axis=1)
        return found

    def _placed_by_the_text(self) -> Flags:
        """Say which places lie in an area named beside the name in which no place lies that was known before."""
        options = self._options
        is_area = self._known & options.is_kind(Kind.COUNTRY, Kind.ADMIN1) & (options.how == NAME)
        found = np.zeros(len(options), dtype=np.bool_)
        for number, sense in enumerate(options.senses):
            at = slice(int(options.begins[number]), int(options.begins[number + 1]))
            if sense.around.containers and not is_area[at].any():
                inside = options.inside(sense.around.containers, at)
                found[at] = inside & ~(inside & self._known[at]).any()
        return found


def _in_focus(options: Options) -> Flags:
    """Say which places lie in the countries that the report speaks of; all where it speaks of none."""
    focus = options.gazetteer.focus
    if focus is None:
        return np.ones(len(options), dtype=np.bool_)
    sets = np.array([not focus.isdisjoint(codes) for codes in options.about.country_sets], dtype=np.bool_)
    return sets[options.countries]
