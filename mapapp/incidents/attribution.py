"""Who stands behind a statement: the report itself, somebody it quotes, an allegation, a denial; and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapapp.incidents.actor_phrases import actor_phrases, low_at
from mapapp.incidents.happenings import Happening
from mapapp.incidents.incident import Attribution
from mapapp.incidents.speech import Speech, speeches
from mapapp.incidents.words import Word
from mapapp.report.report import Span

_ALLEGED = frozenset("allegedly alleged purportedly supposedly alleges alleging claims unconfirmed rumour rumours rumor rumors".split())
_REPORTED = frozenset(
    """
    reportedly said says told reported reports according_to announced stated added confirmed sources apparently officials' disclosed
    indicated
    """.split()
)
_DENIED = frozenset("denied denies denying refuted rejected dismissed".split())
_DENIED_OBJECTS = frozenset(
    "that any reports report killing attacking having shelling bombing firing shooting claims claim allegations accusations".split()
)
_NO_TRUTH = frozenset(
    {
        ("not", "correspond"), ("not", "true"), ("no", "truth"), ("as", "false"), ("is", "false"), ("are", "false"), ("was", "false"),
        ("were", "false"), ("is", "untrue"), ("are", "untrue"), ("as", "baseless"), ("is", "baseless"), ("as", "untrue"),
        ("is", "fabricated"), ("not", "happen"), ("never", "happened"), ("as", "disinformation"), ("is", "disinformation"),
    }
)  # fmt: skip
"""Words side by side that take the truth from what a sentence tells: "the report ... is not true"."""
_UNPROVEN = frozenset(
    {
        ("not", "confirmed"), ("not", "verified"), ("not", "be", "confirmed"), ("not", "be", "verified"),
        ("not", "be", "independently", "verified"), ("not", "be", "independently", "confirmed"), ("not", "independently", "confirmed"),
        ("not", "independently", "verified"), ("no", "independent", "confirmation"), ("charged", "that"), ("charges", "that"),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voucher:
    """How a report vouches for an incident. ``source``: who says so, as written, with its stretch of the text; None: the report itself."""

    attribution: Attribution
    source: str | None = None
    span: Span | None = None


def attribution_of(words: Sequence[Word]) -> Attribution:
    """Return how a sentence vouches for what it tells.

    "denied" counts only where it governs the deed: "denied killing", "denied that"; "denied involvement" leaves the deed standing.
    """
    lows = [word.low for word in words]
    if _has(lows, _NO_TRUTH):
        return Attribution.DENIED
    for position, low in enumerate(lows[:-1]):
        if low in _DENIED and _denies_the_deed(lows, position):
            return Attribution.DENIED
        if low in _ACCUSING and "of" in lows[position : position + 12]:
            return Attribution.ALLEGED
        if low == "claimed" and _claims_a_deed(lows, position):
            return Attribution.ALLEGED
    if not _ALLEGED.isdisjoint(lows) or _has(lows, _UNPROVEN):
        return Attribution.ALLEGED
    return Attribution.REPORTED if not _REPORTED.isdisjoint(lows) else Attribution.ASSERTED


_ACCUSING = frozenset({"accused", "accuses", "accusing"})


def _denies_the_deed(lows: Sequence[str], position: int) -> bool:
    """Say whether it is the deed that is denied: "denied that", "denied shelling", "rejected the claims"."""
    following = lows[position + 1]
    if following in _DENIED_OBJECTS:
        return True
    if lows[position] in {"denied", "denies", "denying"} and following.endswith("ing"):
        return True
    return following in {"the", "these", "those", "such"} and not _CLAIMS.isdisjoint(lows[position + 2 : position + 5])


_CLAIMS = frozenset("claim claims report reports allegation allegations accusation accusations version".split())


def _claims_a_deed(lows: Sequence[str], position: int) -> bool:
    """Say whether somebody claims that something happened; "claimed lives" and "claimed responsibility" are no such claims."""
    following = lows[position + 1]
    if following in {"that", "to", "it", "they", "he", "she", "its", "their"}:
        return True
    if following in {"responsibility", "by", "credit", "the", "lives"} or position == 0:
        return False
    return any(low in {"was", "were", "had", "have", "has"} for low in lows[position + 2 : position + 9])


def _has(lows: Sequence[str], patterns: frozenset[tuple[str, ...]]) -> bool:
    """Say whether one of the patterns stands among the words."""
    return any(
        tuple(lows[at : at + len(pattern)]) == pattern
        for at, low in enumerate(lows)
        if low in _OPENERS
        for pattern in patterns
        if pattern[0] == low
    )


_OPENERS = frozenset(pattern[0] for pattern in _NO_TRUTH | _UNPROVEN)


def vouched(told: Sequence[Happening], text: str, *, beside: Sequence[Happening] = ()) -> Voucher:
    """Return how the report vouches for an incident, and who says so.

    The sentence that opens it speaks first. Where that has neither source nor figures, a later one that brings the figures speaks for the
    whole; who only adds to figures told before does not.

    Parameters
    ----------
    told
        The sentences that tell of the incident, the opening one first.
    text
        The report.
    beside
        Other pieces of the sentence that opens it: "said police" at its end holds for all of them.
    """
    counted = False
    for happening in [*told[:1], *beside, *told[1:]]:
        found = attribution_of(happening.words)
        figures = any(not toll.definite and toll.count.best != 0 for toll in happening.tolls)
        fresh = happening is told[0] or happening.index == told[0].index or (figures and not counted)
        counted = counted or figures
        if found is not Attribution.ASSERTED and fresh:
            speech = _speech(happening)
            if speech is not None:
                span = speech.span(happening.words)
                return Voucher(found, " ".join(span.of(text).split()), span)
            word = _telling_word(happening.words)
            return Voucher(found, word.span.of(text) if word else None, word.span if word else None)
    return Voucher(Attribution.ASSERTED)


def _speech(happening: Happening) -> Speech | None:
    """Return the first who is named as saying it, else the first "he said"."""
    found = list(speeches(happening.words, actor_phrases(happening.words, happening.phrases)))
    return next((speech for speech in found if speech.speaker is not None), found[0] if found else None)


def _telling_word(words: Sequence[Word]) -> Word | None:
    """Return the word that shows that it is only told: "reportedly", "allegedly", "unconfirmed"."""
    marks = _ALLEGED | _REPORTED | _DENIED
    shown = next((word for word in words if word.low in marks), None)
    if shown is not None:
        return shown
    return next((words[at] for at in range(len(words)) if low_at(words, at) in {"not", "no", "false", "untrue", "accused"}), None)
