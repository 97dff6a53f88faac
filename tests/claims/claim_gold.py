"""What is wrong with the marks of a set of sentences: the checks its tests share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mapapp.claims.claim import AnchorKind, ClaimKind
from tests.claims.claim_scoring import KM_PER_UNIT, UNCOUNTED_UNITS, Sentence

DIRECTIONS = frozenset("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW".split())
ANCHOR_KINDS = frozenset(AnchorKind)


def misplaced(row: dict[str, Any]) -> list[str]:
    """Return the marked texts that do not stand at their offsets: claims, their ends, what a pronoun means, false friends."""
    ends = [end for claim in row["claims"] for end in (claim["subject"], claim["anchor"]) if end]
    parts = [*row["claims"], *row["false_friends"], *ends, *(end["means"] for end in ends if "means" in end)]
    return [part["text"] for part in parts if row["text"][part["start"] : part["end"]] != part["text"]]


def unlawful(row: dict[str, Any]) -> list[str]:
    """Return what the contract does not know, claim by claim: kinds, directions, units, numbers."""
    return [f"{fault} of {claim['text']!r}" for claim in row["claims"] for fault in _faults(claim)]


def _faults(claim: dict[str, Any]) -> Iterator[str]:
    stated, anchor = claim["stated_km"], claim["anchor"]
    is_distance = ClaimKind(claim["kind"]) is ClaimKind.DISTANCE
    units: set[str | None] = {*KM_PER_UNIT, *UNCOUNTED_UNITS} if is_distance else {None}
    kinds = {anchor["kind"], *anchor.get("or", ())} if anchor else set()
    yield from ["direction"] * (claim["direction"] not in {None, *DIRECTIONS})
    yield from ["unit"] * (claim["unit"] not in units)
    yield from ["number"] * (stated is not None and not (is_distance and 0 < stated["low"] <= stated["high"]))
    yield from ["anchor's kind"] * (not kinds <= ANCHOR_KINDS)
    yield from ["name without an anchor"] * (anchor is None and claim["named"])


def touched_friends(sentences: Sequence[Sentence]) -> list[str]:
    """Return the sentences where a false friend is part of a marked distance."""
    return [s.id for s in sentences if any(c.is_metric and c.span.overlaps(friend) for c in s.claims for friend in s.false_friends)]


def out_of_group(sentences: Sequence[Sentence]) -> list[str]:
    """Return the sentences that do not hold what their group says: a distance, claims but no distance, or something to trip over."""
    return [s.id for s in sentences if not _is_of_its_group(s)]


def _is_of_its_group(sentence: Sentence) -> bool:
    has_distance = any(claim.is_metric for claim in sentence.claims)
    if sentence.group == "metric":
        return has_distance
    return not has_distance and bool(sentence.claims or (sentence.group == "false_friends" and sentence.false_friends))
