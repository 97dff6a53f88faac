"""Who stands behind a statement: the report itself, somebody it quotes, an allegation, a denial."""

from __future__ import annotations

from collections.abc import Sequence

from mapapp.incidents.incident import Attribution
from mapapp.incidents.words import Word

_ALLEGED = frozenset("allegedly alleged purportedly supposedly alleges alleging claims unconfirmed".split())
_REPORTED = frozenset(
    """
    reportedly said says told reported reports according_to announced stated added confirmed sources apparently officials' disclosed
    indicated
    """.split()
)
_DENIED = frozenset("denied denies denying refuted".split())


def attribution_of(words: Sequence[Word]) -> Attribution:
    """Return how a sentence vouches for what it tells.

    "denied" counts only where it governs the deed: "denied killing", "denied that"; "denied involvement" leaves the deed standing.
    """
    lows = [word.low for word in words]
    for position, low in enumerate(lows[:-1]):
        if low in _DENIED and (lows[position + 1] in {"that", "any", "reports", "killing", "attacking"}):
            return Attribution.DENIED
        if low == "accused" and "of" in lows[position : position + 8]:
            return Attribution.ALLEGED
        if low == "claimed" and lows[position + 1] in {"that", "to", "it", "they", "he"}:
            return Attribution.ALLEGED
    if not _ALLEGED.isdisjoint(lows):
        return Attribution.ALLEGED
    return Attribution.REPORTED if not _REPORTED.isdisjoint(lows) else Attribution.ASSERTED
