"""Weigh the candidates of every name in a report, twice: alone, then beside the places the other names most likely mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from gazetteer import Place
from mapapp.resolution.clues import CLUES, Option

EARTH_RADIUS_KM = 6371.0
MAX_NEIGHBOURS = 300


@dataclass(frozen=True, slots=True)
class ResolutionProfile:
    """Weights of the clues, in log-odds. ``none_score`` is the score of "none of these"."""

    name: str
    weights: Mapping[str, float]
    near_km: tuple[float, ...]
    near_weights: tuple[float, ...]
    same_country: float
    same_admin1: float
    none_score: float


HAND_SET = ResolutionProfile(
    name="hand-set 1",
    weights=MappingProxyType(
        {
            "prominence": 1.1,
            "main_name": 0.9,
            "former_name": -0.4,
            "variant_of_spelling": -1.2,
            "capital": 0.8,
            "country_named": 1.0,
            "country_share": 2.0,
            "admin1_named": 2.5,
            "admin2_named": 1.5,
            "inside_container": 5.0,
            "holds_the_name_before": 3.0,
            "area_named_like_its_town": -3.0,
            "town_known_by_its_areas_name": -2.5,
            "outside_every_container": -6.0,
            "kind_told": 1.8,
            "kind_not_told": -1.0,
        }
    ),
    near_km=(50.0, 200.0, 700.0),
    near_weights=(1.5, 1.8, 1.2),
    same_country=1.5,
    same_admin1=1.0,
    none_score=2.6,
)
"""Set by hand: a container behind the name outweighs four decades of population, coherence with the other places about two."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One candidate with its score and its share of all scores, "none of these" included."""

    option: Option
    score: float
    probability: float
    clues: tuple[tuple[str, float], ...]


def rank(names: Sequence[Sequence[Option]], profile: ResolutionProfile = HAND_SET) -> list[tuple[Ranked, ...]]:
    """Return the candidates of each name, best first; a name without candidates gets an empty tuple."""
    clues = [[_weigh(option, profile) for option in options] for options in names]
    alone = [np.array([sum(w for _, w in c) for c in rows], dtype=np.float64) for rows in clues]
    beside = _coherence(names, alone, profile)
    return [_sorted(options, rows, first, extra, profile) for options, rows, first, extra in zip(names, clues, alone, beside, strict=True)]


def _weigh(option: Option, profile: ResolutionProfile) -> tuple[tuple[str, float], ...]:
    return tuple((clue.__name__, value * profile.weights[clue.__name__]) for clue in CLUES if (value := clue(option)))


def _sorted(
    options: Sequence[Option],
    clues: Sequence[tuple[tuple[str, float], ...]],
    alone: NDArray[np.float64],
    beside: NDArray[np.float64],
    profile: ResolutionProfile,
) -> tuple[Ranked, ...]:
    if not options:
        return ()
    scores = alone + beside
    top = max(float(scores.max()), profile.none_score)
    weights = np.exp(scores - top)
    total = float(weights.sum()) + exp(profile.none_score - top)
    order = np.argsort(-scores, kind="stable")
    return tuple(
        Ranked(
            options[i],
            float(scores[i]),
            float(weights[i]) / total,
            (*clues[i], ("fits_the_other_places", float(beside[i]))) if beside[i] > 0 else clues[i],
        )
        for i in order
    )


def _coherence(
    names: Sequence[Sequence[Option]], alone: Sequence[NDArray[np.float64]], profile: ResolutionProfile
) -> list[NDArray[np.float64]]:
    """Return what the most likely places of the other names add to each candidate."""
    chosen = [
        (i, options[int(np.argmax(score))].place, _certainty(score, profile.none_score))
        for i, (options, score) in enumerate(zip(names, alone, strict=True))
        if options
    ]
    # A gazetteer pasted as a report names thousands of places; beyond some hundreds, more of them say nothing new.
    chosen = sorted(chosen, key=lambda c: -c[2])[:MAX_NEIGHBOURS]
    return [
        _beside([o.place for o in options], [(place, sure) for j, place, sure in chosen if j != i], profile) if options else np.zeros(0)
        for i, options in enumerate(names)
    ]


def _certainty(scores: NDArray[np.float64], none_score: float) -> float:
    """Return the share of the best score among all of one name and "none of these": how much its place may say about others."""
    top = max(float(scores.max()), none_score)
    return float(np.exp(scores.max() - top) / (np.exp(scores - top).sum() + exp(none_score - top)))


def _beside(places: Sequence[Place], others: Sequence[tuple[Place, float]], profile: ResolutionProfile) -> NDArray[np.float64]:
    points = [(place, sure) for place, sure in others if place.radius_km < profile.near_km[-1]]
    same = np.array([[place.place_id == other.place_id for other, _ in points] for place in places])
    extra = np.zeros(len(places))
    if len(places) < 2 or not others:
        return extra
    if points:
        sure = np.array([s for _, s in points])
        # An area is near to what lies in it. Another name of the very same place is no evidence: "Mexico" is not the city in "Mexico City".
        reach_km = np.array([[0.0 if place.is_point else place.radius_km] for place in places])
        distance = np.where(same, np.inf, np.maximum(0.0, _distances_km(places, [p for p, _ in points]) - reach_km))
        for reach, weight in zip(profile.near_km, profile.near_weights, strict=True):
            extra += weight * ((distance < reach) * sure).sum(axis=1) / max(1.0, float(sure.sum()))
    total = max(1.0, sum(s for _, s in others))
    for i, place in enumerate(places):
        extra[i] += profile.same_country * sum(s for p, s in others if p.country and p.country == place.country) / total
        extra[i] += profile.same_admin1 * sum(s for p, s in others if p.admin1 and p.admin1 == place.admin1) / total
    return extra


def _distances_km(left: Sequence[Place], right: Sequence[Place]) -> NDArray[np.float64]:
    """Return great-circle distances in km, one row a place on the left; a sphere is exact enough for nearness."""
    a, b = (np.radians([[p.position.lat, p.position.lon] for p in places]) for places in (left, right))
    half = np.sin((a[:, None] - b[None, :]) / 2) ** 2
    chord = half[..., 0] + np.cos(a[:, None, 0]) * np.cos(b[None, :, 0]) * half[..., 1]
    result: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(chord, 0, 1)))
    return result
