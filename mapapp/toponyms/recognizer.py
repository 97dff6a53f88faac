"""Accept or refuse the stretches that the scanner proposes: weighed clues, then the best set that does not overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from types import MappingProxyType

from mapapp.report.report import Span
from mapapp.toponyms.clues import CLUES, Observation
from mapapp.toponyms.scanner import Candidate


@dataclass(frozen=True, slots=True)
class RecognitionProfile:
    """Weights of the clues in log-odds, and what the same name elsewhere in the report adds."""

    name: str
    weights: Mapping[str, float]
    bias: float
    """Added to each score when overlapping stretches compete; above 0 it finds more and invents more."""
    same_name_elsewhere: float
    """Share of the best score of the same name elsewhere that is added, where that is positive."""
    slope: float
    intercept: float
    """Of the logistic curve from score to probability, fitted so that stated and found shares of right mentions agree."""


HAND_SET = RecognitionProfile(
    name="hand-set 1",
    weights=MappingProxyType(
        {
            "name_in_general": -0.9,
            "demonym": 3.2,
            "abbreviation": 2.6,
            "abbreviation_spells_a_word": -5.0,
            "lone_state_code": -6.0,
            "country": 3.0,
            "first_level_area": 1.6,
            "second_level_area": -0.6,
            "nature_or_region": 1.4,
            "size_of_town": 0.7,
            "several_words": 1.2,
            "part_of_longer_name": -1.5,
            "part_of_hyphenated_name": -4.0,
            "strong_preposition": 1.7,
            "weak_preposition": 0.6,
            "container_behind": 2.4,
            "contained_before": 2.4,
            "title_before": -4.0,
            "office_before": -1.5,
            "capital_before": -1.7,
            "capital_behind": -1.2,
            "organisation_behind": -0.5,
            "type_word_behind": 1.4,
            "type_word_before": 1.4,
            "also_in_lower_case": -2.0,
            "common_word": -1.5,
            "common_word_first": -1.5,
            "given_name_first": -2.0,
            "given_name_alone": -0.5,
            "family_name_alone": -0.1,
            "given_name_before": -1.5,
            "introduced_as_person": -2.5,
            "saying_verb_behind": -1.2,
            "possessive_behind": 0.2,
            "acronym": -3.0,
            "caseless_line": -1.2,
            "border_word_near": 1.0,
            "language_or_thing": -3.0,
            "dateline": 4.0,
            "agency_in_dateline": -6.0,
        }
    ),
    bias=1.4,
    same_name_elsewhere=0.5,
    slope=0.75,
    intercept=1.0,
)
"""Set by hand from the shares of right dictionary hits under each sign, measured on English news. Learned weights take its place."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch accepted as a place name. ``probability`` that it is one; ``reasons`` name the strongest clues."""

    candidate: Candidate
    probability: float
    reasons: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.candidate.span


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    clues: tuple[tuple[str, float], ...]


def recognise(observations: Sequence[Observation], profile: RecognitionProfile = HAND_SET) -> tuple[Mention, ...]:
    """Return the accepted mentions in the order of the text, none overlapping another."""
    scored = _share_between_same_names([_weigh(o, profile) for o in observations], profile)
    return tuple(_mention(s, profile) for s in _best_without_overlap(scored, profile.bias))


def _weigh(observation: Observation, profile: RecognitionProfile) -> _Scored:
    clues = tuple((clue.__name__, value * profile.weights[clue.__name__]) for clue in CLUES if (value := clue(observation)))
    return _Scored(observation.candidate, sum(weight for _, weight in clues), clues)


def _share_between_same_names(scored: Sequence[_Scored], profile: RecognitionProfile) -> list[_Scored]:
    """Let a clear mention vouch for unclear ones of the same name: one sense per report."""
    best: dict[str, float] = {}
    for s in scored:
        best[s.candidate.text] = max(best.get(s.candidate.text, 0.0), s.score)
    shared = []
    for s in scored:
        extra = profile.same_name_elsewhere * best[s.candidate.text]
        vouched = best[s.candidate.text] > s.score and extra > 0
        shared.append(replace(s, score=s.score + extra, clues=(*s.clues, ("same_name_elsewhere", extra))) if vouched else s)
    return shared


def _best_without_overlap(scored: Sequence[_Scored], bias: float) -> list[_Scored]:
    """Weighted interval scheduling: the set of stretches with the highest sum of positive scores."""
    useful = sorted((s for s in scored if s.score + bias > 0), key=lambda s: (s.candidate.span.end, s.candidate.span.start))
    total = [0.0]
    chosen: list[tuple[int, bool]] = []
    ends = [s.candidate.span.end for s in useful]
    for i, s in enumerate(useful):
        before = _count_until(ends, s.candidate.span.start, i)
        with_it = total[before] + s.score + bias
        chosen.append((before, with_it > total[i]))
        total.append(max(with_it, total[i]))
    kept = []
    at = len(useful)
    while at > 0:
        before, take = chosen[at - 1]
        if take:
            kept.append(useful[at - 1])
        at = before if take else at - 1
    return kept[::-1]


def _count_until(ends: Sequence[int], start: int, upto: int) -> int:
    """Return how many of the first stretches end at or before a position (``ends`` is sorted)."""
    low, high = 0, upto
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if ends[middle] <= start else (low, middle)
    return low


def _mention(scored: _Scored, profile: RecognitionProfile) -> Mention:
    strongest = sorted((c for c in scored.clues if c[0] != "name_in_general"), key=lambda c: -abs(c[1]))[:3]
    reasons = tuple(f"{'for' if weight > 0 else 'against'} a place name: {name.replace('_', ' ')}" for name, weight in strongest)
    log_odds = max(-30.0, min(30.0, profile.slope * scored.score + profile.intercept))
    return Mention(scored.candidate, 1.0 / (1.0 + exp(-log_odds)), reasons)
