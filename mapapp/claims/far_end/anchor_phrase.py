"""The words of a far end: what they may hold, where they stop."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapapp.claims.claim import AnchorKind
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span


@dataclass(frozen=True, slots=True)
class AnchorPhrase:
    """The words that name the other end.

    ``name`` is the place in them, if there is one. ``countries`` are those named with a border, coast or capital. ``trouble`` says, fit to
    print, why there is nothing to measure to; "" where there may be. ``seat_of``: "admin1" for "the state capital", "admin2" for "the
    district headquarters", of the division the subject lies in, or of the area that ``name`` is.
    """

    span: Span
    kind: AnchorKind
    name: Name | None = None
    countries: tuple[str, ...] = ()
    trouble: str = ""
    seat_of: str = ""


SPACES = r"\s{1,3}"
MODIFIERS = r"(?P<pre>(?:[\w'’.&/–—-]{1,24}\s{1,3}){0,7}?)"
"""Words between the start of a phrase and its noun."""

BREAKS_PHRASE = re.compile(
    r"(?<![\w'’.-])(?:of|in|on|at|near|from|to|by|with|where|which|who|when|while|after|before|between|is|was|were|are|has|had|said|says|for|"
    r"lies|lie|lay|stands|stood|sits|sat|"
    r"outside|inside|off|along)(?![\w'’-])",
    re.IGNORECASE,
)
"""Words that no noun phrase goes over."""

STOP = re.compile(r"[,;:()\n\"“”]|(?<!\.[A-Za-z])\.(?=\s|$)")
_SECOND_DETERMINER = re.compile(r"\S\s{1,3}(?:its|their|his|her|our|a|an|this|that|these|those)(?!\w)|(?<!\w)and\s{1,3}\Z", re.IGNORECASE)
WORDS = re.compile(r"(?:[\w'’.&/-]{1,30}(?:\s{1,3}(?![–—-]))?){1,8}")


def headed(here: Surroundings, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
    """Match a noun with its modifiers; None where a preposition or verb stands between start and noun."""
    stop = STOP.search(here.text, start, end)
    match = pattern.match(here.text, start, stop.start() if stop else end)
    if match is None or BREAKS_PHRASE.search(match.group("pre")) or _SECOND_DETERMINER.search(match.group("pre")):
        return None
    return match


def noun_phrase(here: Surroundings, start: int, end: int) -> Span:
    """Return the words up to punctuation, a preposition or a verb."""
    stop = STOP.search(here.text, start, end)
    end = stop.start() if stop else end
    first_word_end = here.text.find(" ", start, end)
    broken = BREAKS_PHRASE.search(here.text, first_word_end, end) if first_word_end >= 0 else None
    if broken is not None:
        end = broken.start()
    match = WORDS.match(here.text, start, end)
    return Span(start, start + len(match.group().rstrip(" .\n")) if match else start)
