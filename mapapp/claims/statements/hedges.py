"""Words that soften or bound a number: "about", "less than", "only", "some … or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONGEST_HEDGE = 56
"""Characters looked back from a quantity: three hedges in a row fit ("at a distance of approximately just under")."""

_HEDGE_WORDS = (
    r"about|around|some|approximately|approx\.?|roughly|nearly|almost|an\s{1,3}estimated|estimated|close\s{1,3}to|circa|ca\.?|c\.|"
    r"just|only|merely|barely|hardly|scarcely|an?\s{1,3}mere|mere|an?\s{1,3}scant|scant|exactly|precisely|fully|an?\s{1,3}full|an?\s{1,3}good|"
    r"(?:no|not)\s{1,3}(?:more|less|farther|further|fewer)\s{1,3}than|(?:little\s{1,3})?(?:more|less|fewer)\s{1,3}than|"
    r"as\s{1,3}(?:far|close|near|little|much|many)\s{1,3}as|at\s{1,3}(?:least|most)|up\s{1,3}to|upwards\s{1,3}of|in\s{1,3}excess\s{1,3}of|"
    r"(?:just|well|slightly|a\s{1,3}little|a\s{1,3}bit)\s{1,3}(?:over|under|beyond)|over|under|within|beyond|maybe|perhaps|possibly|"
    r"another|still|all\s{1,3}of|as"
)
_HEDGES = re.compile(rf"(?<!\w)(?:(?:{_HEDGE_WORDS})[\s,]{{1,3}}|[~≈±][ ]?){{1,4}}\Z", re.IGNORECASE)

_AT_LEAST = re.compile(r"\bno(?:t)? (?:less|fewer) than\b|\bupwards of\b|\bin excess of\b|\bor (?:more|over)\b|\bbeyond\b|\bplus\b")
_UP_TO = re.compile(
    r"\bno(?:t)? (?:more|further|farther) than\b|\bat most\b|\bor (?:less|fewer|under)\b|\bfewer than\b|\bas (?:close|near|little) as\b"
)
_MORE = re.compile(r"\bmore than\b|\bover\b|\bat least\b")
_LESS = re.compile(r"\bless than\b|\bunder\b|\bwithin\b|\bup to\b")
_ABOUT = re.compile(
    r"\b(?:about|around|some|approx\w*|roughly|nearly|almost|close to|estimated|ca?|circa|or so|odd|perhaps|maybe|possibly)\b|[~≈±]"
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge as written (lower case, single spaces) and where it starts; ``plain`` is its effect in the words of the reference rule."""

    start: int
    words: str

    @property
    def plain(self) -> str:
        """A bound ("at least", "up to", "more than", "less than"), "about", both, or nothing at all ("only", "just", "barely")."""
        return plain_hedge(self.words)


def hedge_before(text: str, quantity_start: int) -> Hedge | None:
    """Return the hedge that stands right before a quantity, or None."""
    match = _HEDGES.search(text, max(0, quantity_start - _LONGEST_HEDGE), quantity_start)
    if match is None:
        return None
    return Hedge(match.start(), " ".join(match.group().lower().replace(",", " ").split()))


def plain_hedge(words: str) -> str:
    """Return what a hedge does to the stated interval, in words that the reference rule knows; "" for no effect.

    "No less than" is read before "less than", which it contains.
    """
    if _AT_LEAST.search(words):
        bounds = ["at least"]
    elif _UP_TO.search(words):
        bounds = ["up to"]
    else:
        bounds = [plain for pattern, plain in ((_MORE, "more than"), (_LESS, "less than")) if pattern.search(words)]
    return " ".join(["about", *bounds] if _ABOUT.search(words) else bounds)
