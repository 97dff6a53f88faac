"""Who stands behind a statement: the report itself, somebody it quotes, an allegation, a denial; and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from mapapp.incidents.incident import Attribution
from mapapp.incidents.linking.happening import Happening
from mapapp.incidents.phrasing.actor_phrases import actor_phrases
from mapapp.incidents.phrasing.speech import Speech, speeches
from mapapp.incidents.telling.triggers import TRIGGERS
from mapapp.incidents.wording.actor_words import ARMED_SIDES, ORGANISATIONS, STATE_SIDES, TYPE_OF
from mapapp.incidents.wording.effects import EFFECTS
from mapapp.incidents.wording.grammar_words import BE
from mapapp.incidents.wording.persons import PERSONS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span
from mapapp.report.saying import SAYING

_ALLEGED = frozenset(
    "allegedly allege boasted boasts complains complained alleged purportedly supposedly alleges alleging claims unconfirmed unverified "
    "purported rumour rumours rumor rumors".split()
)
_REPORTED = (SAYING - {"claimed"}) | frozenset(
    "reportedly reports say counted according_to citing quoting sources apparently officials' disclosed indicated announces "
    "confirms writes".split()
)
"""Words by which a report only passes on; who claims something alleges it."""
_DENIED = frozenset("denied denies deny denying refuted refutes refute rejected rejects reject dismissed dismisses dismiss".split())
_DENIED_OBJECTS = frozenset(
    "that any reports report killing attacking having shelling bombing firing shooting claims claim allegations accusations".split()
)
_FALSE = frozenset("false untrue baseless fabricated unfounded groundless incorrect disinformation fake invented invention".split())
_NO_TRUTH = frozenset((verb, word) for verb in ("is", "are", "was", "were", "as") for word in _FALSE) | {
    ("not", "correspond"), ("not", "true"), ("no", "truth"), ("not", "happen"), ("not", "reflect"), ("a", "lie"), ("never", "happened"),
    ("a", "hoax"), ("a", "fabrication"), ("a", "rumour"), ("a", "rumor"),
}  # fmt: skip
"""Words side by side that take the truth from what a sentence tells: "the report ... is not true"."""
_PASSED_ON = frozenset({("report", "that"), ("per", "the"), ("as", "told")})
"""Words side by side by which a report passes on what others tell."""
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
    lows = [_UNSAID if _describes(words, at) else word.low for at, word in enumerate(words)]
    if _has(lows, _NO_TRUTH) or _called_false(lows) or _verdict(lows):
        return Attribution.DENIED
    for position, low in enumerate(lows[:-1]):
        if low in _DENIED and _denies_the_deed(lows, position):
            return Attribution.DENIED
        if low in _ACCUSING and "of" in lows[position : position + 12]:
            return Attribution.ALLEGED
        if low == "denied" and lows[position - 1] in BE and (lows[position + 1] == "by" or not _CLAIMS.isdisjoint(lows[:position])):
            return Attribution.DENIED
        if low in _DENIED and _denies_what_was_told(lows, position):
            return Attribution.DENIED
        if (low == "claimed" and _claims_a_deed(lows, position)) or _claims_now(lows, position) or _by_one_side(lows, position):
            return Attribution.ALLEGED
    if _is_alleged(lows) or _has(lows, _UNPROVEN) or _is_labelled_claim(lows):
        return Attribution.ALLEGED
    return Attribution.REPORTED if not _REPORTED.isdisjoint(lows) or _has(lows, _PASSED_ON) else Attribution.ASSERTED


_UNSAID = "suspected"
"""What "accused" comes to where it only describes somebody."""
_CHARGE_REACH = 5


def _describes(words: Sequence[Word], position: int) -> bool:
    """Say whether "accused of" only tells who somebody is: "the house of a man accused of blasphemy"; a deed behind it is alleged."""
    if words[position].low != "accused" or low_at(words, position + 1) != "of":
        return False
    charge = [word.low for word in words[position + 2 : position + 2 + _CHARGE_REACH]]
    stop = next((at for at, low in enumerate(charge) if low in {",", ";", "was", "were", "in", "on", "after", "and"}), len(charge))
    return low_at(words, position - 1) in PERSONS and not any(low in TRIGGERS or low in EFFECTS or low == "having" for low in charge[:stop])


_BEFORE_VERDICT = frozenset(': – — - ; ” "'.split())
_CLAIM_LABELS = frozenset("claim claims allegation allegations alleged unverified unconfirmed complaint accusation".split())


def _verdict(lows: Sequence[str]) -> bool:
    """Say whether a line ends with the word that it is not true: "40 soldiers killed in X" - fake, the army denies."""
    return any(low in _FALSE and lows[at - 1] in _BEFORE_VERDICT for at, low in enumerate(lows) if at)


def _is_labelled_claim(lows: Sequence[str]) -> bool:
    """Say whether a line is headed as what somebody claims: "Claim: shots at a boat"."""
    start = next((at for at, low in enumerate(lows) if low not in _BEFORE_VERDICT and low not in {"•", "*"}), 0)
    return lows[start : start + 1] != [] and lows[start] in _CLAIM_LABELS and lows[start + 1 : start + 2] == [":"]


_ASKED_AND_DENIED = re.compile(r"\?[”\"]?\s(?:[\w’'-]{1,20}\s){1,5}(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?)\b")
"""What stands at the end of a question that the next sentence answers: "Chief abducted? Family denies"."""


def _is_asked_and_denied(happening: Happening, text: str) -> bool:
    """Say whether it is only asked whether it happened, and denied at once."""
    return text[happening.span.end - 1] == "?" and _ASKED_AND_DENIED.match(text, happening.span.end - 1) is not None


def _claims_now(lows: Sequence[str], position: int) -> bool:
    """Say whether somebody claims a deed in the present tense ("the rebels claim to have shot"), or charges it: ", the rebels charged"."""
    if lows[position] == "claim":
        return lows[position + 1] in {"to", "that", "they", "it", "intended"} and position > 0 and lows[position - 1] not in _BEFORE_CLAIM
    return lows[position] == "charged" and lows[position + 1] in {",", "."} and "," in lows[max(0, position - 5) : position]


_BEFORE_CLAIM = frozenset("a the this that any no another its their his her such".split())


def _by_one_side(lows: Sequence[str], position: int) -> bool:
    """Say whether only those who fight say so, or a leaflet: "according to the rebels", "a leaflet spoke of"."""
    if lows[position] == "according_to":
        return any(TYPE_OF.get(low) in ARMED_SIDES for low in lows[position + 1 : position + 4])
    return lows[position] in _LEAFLETS and not _SPEAKING.isdisjoint(lows[position + 1 : position + 8])


_LEAFLETS = frozenset("leaflet leaflets pamphlet pamphlets".split())
_SPEAKING = frozenset("spoke speaks speak said says told tells".split())


def _is_alleged(lows: Sequence[str]) -> bool:
    """Say whether a word puts the deed in doubt; "an alleged gang" only who somebody is."""
    if _ALLEGED.isdisjoint(lows):
        return False
    marks = [position for position, low in enumerate(lows) if low in _ALLEGED]
    return any(lows[at] != "alleged" or lows[at - 1] in BE or not _names_people(lows, at + 1) for at in marks)


def _names_people(lows: Sequence[str], first: int) -> bool:
    """Say whether people follow at once: "alleged gang members"; in "alleged by traders" it is the deed that is alleged."""
    return lows[first : first + 1] not in (["in"], ["by"], ["on"], ["at"]) and any(_is_people(low) for low in lows[first : first + 2])


def _is_people(low: str) -> bool:
    return low in PERSONS or low in ORGANISATIONS or low in TYPE_OF


def _called_false(lows: Sequence[str]) -> bool:
    """Say whether reports are called what is not true: "called reports of a raid fabricated"."""
    for position, low in enumerate(lows[:-1]):
        if low in {"called", "labelled", "labeled", "branded"} and not _CLAIMS.isdisjoint(lows[position + 1 : position + 4]):
            return not _FALSE.isdisjoint(lows[position + 2 :])
    return False


_ACCUSING = frozenset({"accused", "accuses", "accuse", "accusing"})


def _denies_the_deed(lows: Sequence[str], position: int) -> bool:
    """Say whether it is the deed that is denied: "denied that", "denied shelling", "rejected the claims"."""
    following = lows[position + 1]
    if following in _DENIED_OBJECTS:
        return True
    if lows[position] in {"denied", "denies", "denying"} and following.endswith("ing"):
        return True
    return following in {"the", "these", "those", "such", "a", "an", "any", "all", "as"} and not _CLAIMS.isdisjoint(
        lows[position + 2 : position + 5]
    )


_THIS = frozenset("it this that them".split())
_ENDS = frozenset({".", ",", ";", "utterly", "flatly", "strongly", "categorically", "angrily", "outright", ")"})


def _denies_what_was_told(lows: Sequence[str], position: int) -> bool:
    """Say whether somebody denies what another has told in the same sentence: "a trader says they burned it; the army denies it"."""
    if lows[position + 1] not in _THIS or (lows[position + 2 : position + 3] or ["."])[0] not in _ENDS:
        return False
    before = lows[:position]
    stop = max((at for at, low in enumerate(before) if low in {";", ",", "but", "and", "which"}), default=0)
    saying = next((at for at, low in enumerate(before[:stop]) if low in _TELLING), None)
    return saying is not None and not any(TYPE_OF.get(low) in STATE_SIDES for low in before[max(0, saying - 4) : saying])


_TELLING = SAYING | _ALLEGED | {"claims", "story", "rumour", "rumor"}
_UNTRUE_NEXT = re.compile(
    r"[\"”]?\s(?:(?:That|This|It|The\s(?:story|report|claim|account|charge))\s(?:is|was)\s(?:a\slie|untrue|false|not\strue|invented|nonsense|wrong"
    r"|a\sfabrication|an?\sinvention)\b|Nobody\s[a-z]{3,12}\s(?:anybody|anyone)\b)"
)
"""What stands behind a claim of which the report itself says that nothing is true in it: "… burned their trucks. That is a lie."."""

_DENIED_NEXT = re.compile(
    r"[\"”]?(?:;|,|,\sbut)?\s(?:(?!Police|The\spolice)(?:[A-Z]|(?:the|his|her|its|their|an?)\s)[\w’'-]{0,20}(?:\s[\w’'-]{1,20}){0,6}\s(?:(?:denies|denied|deny)\s(?:it|this|any|them"
    r"|(?:the|this)\s(?:claim|report|charge|allegation|accusation|story|account))\b|(?:says?|said)(?:\sthat)?\s(?:it|they|he|she)\s(?:did|had|has|have)\snot\."
    r"|calls?\s(?:it|this|that|the\s(?:story|report|claim))\s(?:a\slie|invented|an?\sinvention|false|untrue|nonsense|a\sfabrication)))",
)
"""What stands behind a claim that somebody denies at once: "; the department denies it", "The ministry says that it did not."."""


def _is_denied_next(happening: Happening, text: str) -> bool:
    """Say whether what somebody tells is denied at once: behind it, or in the next sentence."""
    found, end = attribution_of(happening.words), happening.span.end
    if found not in {Attribution.REPORTED, Attribution.ALLEGED} and not _spoken_of(happening):
        return False
    if _UNTRUE_NEXT.match(text, end):
        return True
    return found is not Attribution.ALLEGED and _DENIED_NEXT.match(text, end) is not None and not _by_state(happening)


def _spoken_of(happening: Happening) -> bool:
    """Say whether somebody "speaks of" what is told."""
    return any(left.low in {"speaks", "spoke", "tells"} and right.low == "of" for left, right in pairwise(happening.words))


def _by_state(happening: Happening) -> bool:
    """Say whether police, army or officials tell it: who denies that is the other side."""
    saying = next((at for at, word in enumerate(happening.words) if word.low in _TELLING), None)
    return saying is not None and any(TYPE_OF.get(word.low) in STATE_SIDES for word in happening.words[max(0, saying - 4) : saying])


_CLAIMS = frozenset(
    "story stories talk claim claims report reports allegation allegations accusation accusations version rumour rumours rumor rumors "
    "suggestion suggestions assertion assertions".split()
)


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
    by_opener = _by_opener(patterns)
    if by_opener.keys().isdisjoint(lows):
        return False  # most sentences
    return any(tuple(lows[at : at + len(pattern)]) == pattern for at, low in enumerate(lows) for pattern in by_opener.get(low, ()))


@cache
def _by_opener(patterns: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Return some patterns by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for pattern in patterns:
        found.setdefault(pattern[0], []).append(pattern)
    return found


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
    if _is_asked_and_denied(told[0], text):
        return Voucher(Attribution.DENIED)
    if (told[0].triggers or told[0].tolls) and _is_denied_next(told[0], text):
        return _voucher(Attribution.DENIED, told[0], text)
    for happening in [*told[:1], *beside, *told[1:]]:
        found = attribution_of(happening.words)
        if found is Attribution.DENIED and happening.index != told[0].index:
            continue  # what is denied later is another version
        figures = any(not toll.definite and toll.count.best != 0 for toll in happening.tolls)
        fresh = happening is told[0] or happening.index == told[0].index or (figures and not counted)
        counted = counted or (figures and not _is_headline(happening, text))
        if found is not Attribution.ASSERTED and fresh:
            return _voucher(found, happening, text)
    return Voucher(Attribution.ASSERTED)


def _is_headline(happening: Happening, text: str) -> bool:
    """Say whether it stands in the headline alone: what it counts is told again, with its source."""
    span = happening.span
    return not text[: span.start].strip() and text[span.end - 1] not in ".!?" and text[span.end : span.end + 1] == "\n"


def _voucher(found: Attribution, happening: Happening, text: str) -> Voucher:
    """Return an attribution with the words of a sentence that show it."""
    speech = _speech(happening)
    if speech is not None:
        span = speech.span(happening.words)
        return Voucher(found, " ".join(span.of(text).split()), span)
    word = _telling_word(happening.words)
    return Voucher(found, word.span.of(text) if word else None, word.span if word else None)


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
