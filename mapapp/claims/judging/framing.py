"""Who states a distance, and whether it is denied or stated as possible only.

Three things are looked for around a claim, each in a bounded window of its own sentence: the words that say who states it ("officials
said", "according to the ministry"), a negation right in front ("not", "nowhere", "denied that"), a modal verb or adverb right in front
("may be", "is said to be"). What stands farther off may belong to something else in the sentence and is left alone. The expressions have
bounded repeats only and are run on stretches of bounded length, so that the search is linear in the number of claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mapapp.claims import wording
from mapapp.claims.claim import Claim, Reading, Verdict
from mapapp.report.report import Span
from mapapp.report.saying import STATING

_FRAME_CHARS = 240
"""How far before and behind a claim its source is looked for: the longest sentences of wires have some 300 characters in front."""

_CLOSE_CHARS = 72
"""How far in front of a claim a negation or a modal verb may begin."""

_DENIAL_CHARS = 160
"""How far in front a verb of denial may stand: "denied reports that the village of … was"."""


@dataclass(frozen=True, slots=True)
class Framing:
    """How a report presents a claim. ``attribution``: the words that say who states it, as written; None where it is the report itself."""

    attribution: str | None = None
    negated: bool = False
    modal: bool = False


_GAP = r"[\s,]{1,3}"
_BE = r"(?:be|been|being|lie|lies|lay|stand|stands|sit|sits|is|are|was|were|have|has|had|to)"
_FILL = (
    r"(?:even|quite|really|actually|just|only|merely|some|still|now|also|well|as|much|far|located|situated|lying|set|based|found|"
    r"in\s{1,3}fact)"
)
_CLOSE = rf"(?:{_GAP}(?:{_BE}|{_FILL})){{0,5}}\s{{1,3}}"

# "Not only" is no denial. What follows "not" up to the number are forms of "to be" and small words.
_NEGATED = re.compile(
    r"(?:\b(?:not|never|neither|nor|nowhere|hardly\s{1,3}ever|no\s{1,3}longer|anything\s{1,3}but|far\s{1,3}from\s{1,3}being)|n['’]t)"
    rf"(?!\s{{1,3}}only\b){_CLOSE}\Z",
    re.IGNORECASE,
)
# "Denied that X is 5 km from": the distance itself is denied. "Denied that it shelled X, 5 km from": it is not.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted)?|disput(?:es?|ed|ing)|"
    r"contradict(?:s|ed|ing)?|(?:not\s{1,3}|in|un)(?:true|correct|accurate))"
    r"(?:\s{1,3}(?!that\b)[\w'’-]{1,24}){0,4}\s{1,3}that\s{1,3}(?P<clause>[^;:.!?\"“”]{1,100}?)"
    rf"(?<!which)(?<!that)(?<!who)\s{{1,3}}{_BE}{_CLOSE}\Z",
    re.IGNORECASE,
)
_AFFIRMED_AGAIN = re.compile(r"\b(?:but|and\s{1,3}(?:said|insisted|added)|saying|insisting|instead|because|since|whereas)\b", re.IGNORECASE)

_MODAL = re.compile(
    r"(?:"
    rf"(?<![\w-])(?:may|might|could|would|should|can|must|ought\s{{1,3}}to)(?:{_GAP}(?:not|well|also|easily|perhaps|possibly|have))"
    rf"{{0,2}}{_GAP}(?:be|lie|stand|sit|been|lain|stood)"
    r"|\b(?:reportedly|allegedly|supposedly|apparently|presumably|possibly|probably|perhaps|maybe|purportedly|ostensibly|conceivably)"
    r"|\b(?:is|are|was|were|be|been)\s{1,3}(?:also\s{1,3})?(?:said|believed|thought|reported|rumou?red|alleged|estimated|understood|"
    r"likely|supposed|assumed|presumed|claimed|expected|held)\s{1,3}to"
    r"|\b(?:seem|appear)(?:s|ed)?\s{1,3}to"
    r")"
    rf"{_CLOSE}\Z",
    re.IGNORECASE,
)

_SAID_ALSO = "argued asserted maintained noted recalled testified warned".split()
_SAID = rf"(?:{'|'.join(sorted(STATING.union(_SAID_ALSO)))})"
_ACCORDING = re.compile(
    r"\b(?:according\s{1,3}to|in\s{1,3}the\s{1,3}words\s{1,3}of|as\s{1,3}(?:stated|reported|claimed)\s{1,3}by|quoting|citing)"
    r"(?:\s{1,3}(?!(?:who|which|that|and|but|while|when|where|however)\s)[^\s,;:()\"“”]{1,30}){1,7}",
    re.IGNORECASE,
)
# "Claimed responsibility", "reported missing" state no distance.
_SAYING = re.compile(
    rf"(?<![\w-]){_SAID}(?![\w-])(?!\s{{1,3}}(?:responsibility|credit|victory|missing|dead|killed|injured|war|(?:the|many|several|two)\s{{1,3}}lives?))",
    re.IGNORECASE,
)
_NO_SPEAKER = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|the|an?|of|to|and|its?)|\A(?:(?:has|have|had|also|later|then)\s{1,3}){0,3}(?:has|have|had|also|later|then))\s{1,3}\Z|\A\s{0,3}\Z",
    re.IGNORECASE,
)
_SPEAKER_BEFORE = re.compile(r"(?:[^\s,;:()\"“”]{1,30}\s{1,3}){1,8}\Z")
_SPEAKER_BEFORE_COMMA = re.compile(r"(?:[^\s,;:()\"“”]{1,30}\s{1,3}){0,7}[^\s,;:()\"“”]{1,30},\s{1,3}\Z")
_SPEAKER_BEHIND = re.compile(r"(?:\s{1,3}[^\s,;:()\"“”]{1,30}){1,7}")
_CLAUSE_WORDS = re.compile(
    r"(?<![\w-])(?:that|which|who|and|but|as|while|when|where|after|before|because|since|if|than|[\w'’]{2,30}[.!?])\s{1,3}",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…,]+\Z")


def framing_of(text: str, claim: Span, sentence: Span) -> Framing:
    """Return how the claim at a span is presented in the sentence around it."""
    close = text[max(sentence.start, claim.start - _CLOSE_CHARS) : claim.start]
    modal = _MODAL.search(close) is not None
    return Framing(attribution=_attribution(text, claim, sentence), negated=_is_negated(text, claim, sentence, close), modal=modal)


def framed(text: str, claim: Claim, sentence: Span) -> Claim:
    """Return the claim with its framing; what the report denies gets no verdict, only the measurement."""
    framing = framing_of(text, claim.span, sentence)
    claim = replace(claim, attribution=framing.attribution, negated=framing.negated, modal=framing.modal)
    return _withdrawn(claim) if framing.negated else claim


def _withdrawn(claim: Claim) -> Claim:
    """Return a claim without a verdict because the report denies it."""
    found = claim.measured_km, claim.measured
    measured = wording.only_measured(found[0], found[1]) if found[0] is not None and found[1] is not None else ""
    source = wording.border_source(claim.source, coast=claim.anchor is not None and claim.anchor.kind == "coast") if claim.source else ""
    return replace(
        claim,
        verdict=Verdict.CANNOT_TELL,
        direction_verdict=None if claim.direction_verdict is None else Verdict.CANNOT_TELL,
        readings=tuple(Reading(reading.reading, reading.measured_km, Verdict.CANNOT_TELL) for reading in claim.readings),
        reason=" ".join(filter(None, (wording.negated(), measured, source))),
    )


def _is_negated(text: str, claim: Span, sentence: Span, close: str) -> bool:
    if _NEGATED.search(close):
        return True
    denied = _DENIED.search(text, max(sentence.start, claim.start - _DENIAL_CHARS), claim.start)
    return denied is not None and _AFFIRMED_AGAIN.search(denied.group("clause")) is None


def _attribution(text: str, claim: Span, sentence: Span) -> str | None:
    """Return the words that say who states what the sentence says, those nearest to the claim."""
    window = Span(max(sentence.start, claim.start - _FRAME_CHARS), min(sentence.end, claim.end + _FRAME_CHARS))
    found = [Span(*match.span()) for match in _ACCORDING.finditer(text, window.start, window.end)]
    said = [_speech(text, Span(*match.span()), claim, window) for match in _SAYING.finditer(text, window.start, window.end)]
    outside = [span for span in (*found, *said) if span is not None and not span.overlaps(claim)]
    if not outside:
        return None
    nearest = min(outside, key=lambda span: max(claim.start - span.end, span.start - claim.end))
    return _SENTENCE_END.sub("", " ".join(nearest.of(text).split()))


def _speech(text: str, verb: Span, claim: Span, window: Span) -> Span | None:
    """Return a verb of saying with the words that name who says it; None where nobody is named."""
    is_behind = verb.start >= claim.end
    start = max(window.start, verb.start - _FRAME_CHARS, claim.end if is_behind else 0)
    before = text[start : verb.start]
    match = _SPEAKER_BEFORE.search(before)
    if match is None and not is_behind:
        match = _SPEAKER_BEFORE_COMMA.search(before)
    if match is not None:
        words = match.group()
        cut = max((found.end() for found in _CLAUSE_WORDS.finditer(words)), default=0)
        return None if _NO_SPEAKER.search(words[cut:]) else Span(start + match.start() + cut, verb.end)
    behind = _SPEAKER_BEHIND.match(text, verb.end, window.end) if is_behind else None
    return Span(verb.start, behind.end()) if behind else None
