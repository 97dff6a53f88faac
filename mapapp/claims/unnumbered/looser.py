"""Statements without a length: nearness, a bare direction, betweenness, a travelling time. Each gets a reading and is shown as such.

Where both ends are known they are measured and judged against the reading; where the event itself is the near end, the claim says where
it happened. The thresholds are set by judgement, and the reason gives the figures.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from mapapp.claims.claim import Claim
from mapapp.claims.judging.framing import framed
from mapapp.claims.judging.thresholds import STANDARD, Thresholds
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.bare_direction import direction_claims
from mapapp.claims.unnumbered.betweenness import between_claims
from mapapp.claims.unnumbered.nearness import nearness_claims
from mapapp.claims.unnumbered.travel_time import travel_times


def looser_claims(here: Surroundings, metric: Sequence[Claim], *, thresholds: Thresholds = STANDARD) -> list[Claim]:
    """Return the claims without a number that overlap neither one with, nor each other."""
    taken = _Taken(metric)
    found = (
        *travel_times(here),
        *between_claims(here, thresholds=thresholds),
        *nearness_claims(here, thresholds=thresholds),
        *direction_claims(here, thresholds=thresholds),
    )
    return [framed(here.text, claim, here.sentence_at(claim.span.start)) for claim in found if taken.add(claim)]


class _Taken:
    """The stretches of text that claims stand on, apart from each other and in order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._stretches: list[tuple[int, int]] = []
        for start, end in sorted((claim.span.start, claim.span.end) for claim in claims):
            if self._stretches and start < self._stretches[-1][1]:
                self._stretches[-1] = (self._stretches[-1][0], max(end, self._stretches[-1][1]))
            else:
                self._stretches.append((start, end))

    def add(self, claim: Claim) -> bool:
        """Take the stretch of a claim if it is free, and say whether it was."""
        start, end = claim.span.start, claim.span.end
        behind = bisect_left(self._stretches, (end, 0))
        if behind and self._stretches[behind - 1][1] > start:
            return False
        insort(self._stretches, (start, end))
        return True
