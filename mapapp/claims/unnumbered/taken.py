"""Which stretches of the text claims stand on already: no two claims share words."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from mapapp.claims.claim import Claim


class Taken:
    """The stretches of text that claims stand on, apart from each other and in order."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        """Take the claims found so far."""
        self._stretches: list[tuple[int, int]] = []
        for start, end in sorted((claim.span.start, claim.span.end) for claim in claims):
            if self._stretches and start < self._stretches[-1][1]:
                self._stretches[-1] = (self._stretches[-1][0], max(end, self._stretches[-1][1]))
            else:
                self._stretches.append((start, end))

    def holds(self, offset: int) -> bool:
        """Say whether a claim stands at an offset already, so that whoever starts there need not be looked into."""
        behind = bisect_left(self._stretches, (offset + 1, 0))
        return bool(behind) and self._stretches[behind - 1][1] > offset

    def add(self, claim: Claim) -> bool:
        """Take the stretch of a claim if it is free, and say whether it was."""
        start, end = claim.span.start, claim.span.end
        behind = bisect_left(self._stretches, (end, 0))
        if behind and self._stretches[behind - 1][1] > start:
            return False
        insort(self._stretches, (start, end))
        return True
