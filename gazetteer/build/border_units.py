"""Second step of the border build: what each face of ground is.

A face held by one country is that country's, and an island found for a dispute is disputed. The others are, in this order:

* **disputed**, if a row of ``disputes.csv`` says so: every party's line is kept, none is preferred;
* an **enclave**, if one of two owners surrounds it altogether: the other one's ground, cut out of the country around it;
* a **strip**, if two outlines overlap by less than :data:`SLIVER_WIDTH_M`: two drawings of one border, which both count as that border;
* a **gap** between countries, if nobody holds it: given to the neighbour with the longest common edge while it is narrow;
* **unclear**, if it is wider: the sources contradict each other, so both lines are kept as readings, without a name;
* **sea**, if nobody holds it and it lies within one country (lagoons) or is the Caspian.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.border_disputes import Dispute, DisputeKind
from gazetteer.border_file import Ground, Unit
from gazetteer.build.border_faces import METRES_PER_UNIT, SEA, UNITS_PER_DEGREE, Faces, width_m
from gazetteer.coordinates import LatLon

if TYPE_CHECKING:
    from numpy.typing import NDArray

SLIVER_WIDTH_M = 250.0
"""Widest overlap or gap that is taken for two drawings of one line.

Judgement: 75 % of the overlaps are narrower than 180 m, and the one condominium (the Moselle between Germany and Luxembourg, 177 m) is
best measured to its near bank. Wider pieces are kept as readings.
"""

MAX_SLIVER_AREA_M2 = 1e9
"""Faces larger than 1000 km² are not asked for their width: none of them is a sliver."""

CASPIAN_POINT = LatLon(41.7, 50.7)
"""A point in the Caspian Sea, the one face between several countries that is sea; its shores count as coast."""

LANDLOCKED = frozenset(
    "AD AF AM AT AZ BF BI BO BT BW BY CF CH CZ ET HU KG KZ LA LI LS LU MD MK ML MN MW NE NP PY RS RW SK SM SS SZ TD TJ TM UG UZ VA XK "
    "ZM ZW".split()
)
"""Countries without a coast on the ocean (UN list of landlocked developing countries and the landlocked ones of Europe)."""

CASPIAN_STATES = frozenset({"AZ", "KZ", "TM"})
"""Landlocked countries that have a coast all the same."""

SEA_UNIT = Unit(Ground.SEA, (), "")


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Which owners lie around a face, with the length of the common edge in grid units; sea is the empty tuple."""

    lengths: dict[tuple[str, ...], float]
    faces: dict[int, float]

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(sorted({country for owners in self.lengths for country in owners}))


def assign_units(faces: Faces, disputes: tuple[Dispute, ...]) -> list[Unit]:
    """Return the unit of each face of ``faces``."""
    islands = {dispute.dispute_id: Unit(Ground.DISPUTED, tuple(sorted(dispute.parties)), dispute.dispute_id) for dispute in disputes}
    doubtful = {face for face, owners in enumerate(faces.owners) if len(owners) != 1}
    points = shapely.get_coordinates(shapely.point_on_surface(faces.polygons)) / UNITS_PER_DEGREE
    units = [islands[owners[0]] if owners and owners[0] in islands else Unit(Ground.LAND, owners, "") for owners in faces.owners]
    surroundings = _surroundings(faces, doubtful)
    # Gaps come last: a narrow one takes the unit of its neighbour, which must be known by then.
    for face in sorted(doubtful, key=lambda face: (not faces.owners[face], face)):
        point = LatLon.from_lonlat(*points[face].tolist())
        countries = faces.owners[face] or surroundings[face].countries
        dispute = _named(DisputeKind.OVERLAP if faces.owners[face] else DisputeKind.GAP, countries, point, disputes)
        if dispute:
            units[face] = Unit(Ground.DISPUTED, countries, dispute)
        elif faces.owners[face]:
            units[face] = _overlap_unit(faces.polygons[face], countries, surroundings[face])
        else:
            units[face] = _gap_unit(faces.polygons[face], countries, surroundings[face], units)
    return units


def _named(kind: DisputeKind, countries: tuple[str, ...], point: LatLon, disputes: tuple[Dispute, ...]) -> str:
    """Return the id of the dispute about a face between these countries at this point, empty if it is not in the table."""
    for dispute in disputes:
        if dispute.kind is kind and len(countries) > 1 and set(countries) <= set(dispute.parties) and dispute.box.contains(point):
            return dispute.dispute_id
    return ""


def _overlap_unit(polygon: Any, owners: tuple[str, ...], around: _Surroundings) -> Unit:
    neighbours = [neighbour for neighbour in around.lengths if neighbour]
    if len(neighbours) == 1 and len(neighbours[0]) == 1:
        inner = tuple(owner for owner in owners if owner != neighbours[0][0])
        if len(inner) == 1:
            return Unit(Ground.LAND, inner, "")
    return Unit(Ground.STRIP if _is_sliver(polygon) else Ground.DISPUTED, owners, "")


def _gap_unit(polygon: Any, neighbours: tuple[str, ...], around: _Surroundings, units: list[Unit]) -> Unit:
    if len(neighbours) == 1:
        inland = neighbours[0] in LANDLOCKED - CASPIAN_STATES
        return Unit(Ground.LAND, neighbours, "") if inland else SEA_UNIT
    if polygon.contains(shapely.Point(CASPIAN_POINT.lon * UNITS_PER_DEGREE, CASPIAN_POINT.lat * UNITS_PER_DEGREE)):
        return SEA_UNIT
    if _is_sliver(polygon):
        longest = max(around.faces, key=lambda neighbour: (around.faces[neighbour], -neighbour))
        return units[longest]
    return Unit(Ground.DISPUTED, neighbours, "")


def _is_sliver(polygon: Any) -> bool:
    return bool(polygon.area * METRES_PER_UNIT**2 < MAX_SLIVER_AREA_M2 and width_m(polygon) <= SLIVER_WIDTH_M)


def _surroundings(faces: Faces, wanted: set[int]) -> dict[int, _Surroundings]:
    """Return what lies around each of the wanted faces."""
    lengths: defaultdict[int, defaultdict[tuple[str, ...], float]] = defaultdict(lambda: defaultdict(float))
    common: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    chosen = np.fromiter(wanted, dtype=np.int64)
    for here, there in ((faces.left, faces.right), (faces.right, faces.left)):
        rows = np.flatnonzero(np.isin(here, chosen))
        for face, neighbour, length in zip(here[rows].tolist(), there[rows].tolist(), _lengths(faces.edges[rows]).tolist(), strict=True):
            lengths[face][faces.owners[neighbour] if neighbour != SEA else ()] += length
            if neighbour != SEA and faces.owners[neighbour]:
                common[face][neighbour] += length
    return {face: _Surroundings(dict(lengths[face]), dict(common[face])) for face in wanted}


def _lengths(edges: NDArray[np.int64]) -> NDArray[np.float64]:
    squeeze = np.cos(np.radians((edges[:, 1] + edges[:, 3]) / 2 / UNITS_PER_DEGREE))
    return np.asarray(np.hypot((edges[:, 2] - edges[:, 0]) * squeeze, edges[:, 3] - edges[:, 1]))
