"""Numbers of crimes and mishaps of which each one kills: "there were 12 homicides in the week", "nine drownings"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapapp.incidents.phrasing.toll import Toll
from mapapp.incidents.telling.openings import exactly
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.words import Word

_EACH_KILLS = frozenset("murders homicides slayings drownings assassinations lynchings electrocutions femicides".split())
_BETWEEN = frozenset("new confirmed recorded reported further separate violent such gang-related".split())
_MOST = 10_000


def crimes_counted(words: Sequence[Word], tolls: Sequence[Toll]) -> Iterator[Toll]:
    """Yield a toll for each number of crimes of which every one kills.

    Parameters
    ----------
    words
        The words of a sentence.
    tolls
        What its grammar counts already; a number is not counted twice.
    """
    for position, word in enumerate(words):
        if word.low not in _EACH_KILLS:
            continue
        at = position - 1
        while at > 0 and words[at].low in _BETWEEN:
            at -= 1
        number = words[at].number if at >= 0 else None
        if number is None or number > _MOST or any(toll.span.overlaps(words[at].span) for toll in tolls):
            continue
        yield Toll(Effect.KILLED, exactly(number), words[at].span, word.span, "", bare=True)
