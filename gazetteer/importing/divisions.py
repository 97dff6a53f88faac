"""What follows for divisions from the places in them: how far they reach, and that a bare name means their seat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from gazetteer.features import feature_of
from gazetteer.geodesy import ecef_m
from gazetteer.importing.draft import Column
from gazetteer.name_table import NAME
from gazetteer.place import POINT_KINDS, Kind
from gazetteer.prominence import SCALE
from gazetteer.record_table import DEGREE, PROMINENCE_UNIT

LEVELS = {Kind.ADMIN1: "admin1", Kind.ADMIN2: "admin2", Kind.ADMIN3: "admin3"}
SHARE_WITHIN = 0.95
"""The radius of a division holds this share of its places: the last few are often misplaced or coded wrong."""

_CUSTOMARY = {Kind.ADMIN1: feature_of("A.ADM1"), Kind.ADMIN2: feature_of("A.ADM2"), Kind.ADMIN3: feature_of("A.ADM3")}
LEAST_RADIUS_KM = 2.0
MOST_RADII = 4.0
"""A radius is at most so many times the customary one."""


def radii_of_divisions(rows: dict[str, Column], *, kinds: Sequence[Kind], populated: int) -> None:
    """Fill in the radius (km) of places that have none: of divisions from the populated places in them, of all others the customary one.

    Populated places, which stand first, keep 0: theirs follows from their people.
    """
    customary = np.array([_radius_of_kind(kind) for kind in kinds] or [0.0], dtype=np.float32)
    radius = rows["radius"]
    missing = np.flatnonzero(radius[populated:] == 0) + populated
    radius[missing] = customary[rows["feature"][missing]]
    for kind, column in LEVELS.items():
        divisions = missing[np.isin(rows["feature"][missing], [i for i, k in enumerate(kinds) if k is kind])]
        _reach(rows, divisions, rows[column], populated, customary_km=_CUSTOMARY[kind].radius_km)


def _radius_of_kind(kind: Kind) -> float:
    if kind in _CUSTOMARY:
        return _CUSTOMARY[kind].radius_km
    return {
        Kind.COUNTRY: 300.0,
        Kind.REGION: 20.0,
        Kind.SEA: 30.0,
        Kind.WATER: 5.0,
        Kind.LAND: 4.0,
        Kind.ROAD: 10.0,
        Kind.FACILITY: 0.5,
    }.get(kind, 5.0)


def _reach(rows: dict[str, Column], divisions: Column, code: Column, populated: int, *, customary_km: float) -> None:
    """Set the radii of divisions of one level from the distances of the populated places with their codes."""
    if not len(divisions) or not populated:
        return
    division_of_code = np.full(int(code.max()) + 1, -1, dtype=np.int64)
    division_of_code[code[divisions[::-1]]] = divisions[::-1]
    division_of_code[0] = -1  # no code
    towns = np.flatnonzero(division_of_code[code[:populated]] >= 0)
    division = division_of_code[code[towns]]
    here = ecef_m(rows["lat"][towns] / DEGREE, rows["lon"][towns] / DEGREE)
    there = ecef_m(rows["lat"][division] / DEGREE, rows["lon"][division] / DEGREE)
    far_km = np.sqrt(((here - there) ** 2).sum(axis=1)) / 1000.0
    order = np.lexsort((far_km, division))
    division, far_km = division[order], far_km[order]
    begins = np.flatnonzero(np.append(True, division[1:] != division[:-1])) if len(division) else np.zeros(0, dtype=np.int64)
    sizes = np.diff(np.append(begins, len(division)))
    reach = far_km[begins + np.floor((sizes - 1) * SHARE_WITHIN).astype(np.int64)]
    enough = sizes > 1
    rows["radius"][division[begins[enough]]] = np.clip(reach[enough], LEAST_RADIUS_KM, MOST_RADII * customary_km)


def rank_behind_seats(rows: dict[str, Column], keys: pa.ChunkedArray, owners: Column, how: Column, *, kinds: Sequence[Kind]) -> None:
    """Put each division of the second level and below behind the town in it that bears its main name: the bare name means the town.

    Parameters
    ----------
    rows
        The columns; ``prominence`` (thousandths) is changed.
    keys, owners, how
        All names, folded; the rows that bear them; how they bear them.
    kinds
        The kinds of place by feature number.
    """
    main = np.flatnonzero(how == NAME)
    if not len(main):
        return
    number = pc.dictionary_encode(keys.take(pa.array(main))).combine_chunks().indices.to_numpy().astype(np.uint64)
    name_of = np.zeros(len(rows["feature"]), dtype=np.uint64)
    name_of[owners[main]] = number
    towns = np.flatnonzero(np.isin(rows["feature"], [i for i, kind in enumerate(kinds) if kind in POINT_KINDS - {Kind.FACILITY}]))
    behind = round(SCALE.behind_seat * PROMINENCE_UNIT)
    for kind, column in ((Kind.ADMIN2, "admin2"), (Kind.ADMIN3, "admin3")):
        divisions = np.flatnonzero(np.isin(rows["feature"], [i for i, k in enumerate(kinds) if k is kind]))
        place = rows[column].astype(np.uint64) << np.uint64(32) | name_of
        seat = _best_at(place[towns], rows["prominence"][towns], place[divisions])
        found = (seat >= 0) & (rows[column][divisions] > 0)
        chosen = divisions[found]
        rows["prominence"][chosen] = np.minimum(rows["prominence"][chosen], seat[found] - behind)


def _best_at(places: Column, worth: Column, asked: Column) -> npt.NDArray[np.int64]:
    """Return the greatest worth among all with the place asked for, -1 where there is none."""
    if not len(places):
        return np.full(len(asked), -1, dtype=np.int64)
    order = np.lexsort((-worth, places))
    places, worth = places[order], worth[order]
    at = np.minimum(np.searchsorted(places, asked), len(places) - 1)
    return np.where(places[at] == asked, worth[at], -1).astype(np.int64)
