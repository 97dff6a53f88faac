"""Statements without a length: nearness, a bare direction, betweenness, a travelling time. Each gets a reading and is shown as such.

Where both ends are known they are measured and judged against the reading; where the event itself is the near end, the claim says where
it happened. The thresholds are set by judgement, and the reason gives the figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.claims.claim import Claim
from mapapp.claims.judging.framing import framed
from mapapp.claims.judging.thresholds import STANDARD, Thresholds
from mapapp.claims.surroundings import Surroundings
from mapapp.claims.unnumbered.bare_direction import direction_claims
from mapapp.claims.unnumbered.betweenness import between_claims
from mapapp.claims.unnumbered.nearness import nearness_claims
from mapapp.claims.unnumbered.taken import Taken
from mapapp.claims.unnumbered.travel_time import travel_times


def looser_claims(here: Surroundings, metric: Sequence[Claim], *, thresholds: Thresholds = STANDARD) -> list[Claim]:
    """Return the claims without a number that overlap neither one with, nor each other."""
    taken = Taken(metric)
    found = (
        *travel_times(here),
        *between_claims(here, thresholds=thresholds),
        *nearness_claims(here, taken, thresholds=thresholds),
        *direction_claims(here, taken, thresholds=thresholds),
    )
    return [framed(here.text, claim, here.sentence_at(claim.span.start)) for claim in found if taken.add(claim)]
