"""The words of a sentence, as the incident grammar sees them: lower case, with offsets, number values read, fixed phrases joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapapp.incidents.phrases import PHRASES
from mapapp.report.report import Span

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d-])"  # 1,200
    r"|\d{1,4}:\d\d|\d+[/.]\d+(?:[/.]\d+)?"  # clock times, dates, decimals
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:-[^\W\d_]+)+(?:-[^\W\d_]+)?|\d+"  # ordinals, 26-year-old, 12
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:[’'´]{1,2}s\b)"
    r"|[^\W\d_]+(?:\.(?=\s[a-z,]))?(?:(?:[-&]|[’'´](?!s\b)|-(?=\d))[^\W_]+)*"
    r"|[’'´]+|--|[^\w\s]"
)

_POSSESSIVE = re.compile(r"[’'´]{1,2}s")
_HYPHENS = re.compile(r"[‐‑‒]")

ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
}
TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000}

_SPELLINGS = {"atleast": "at_least", "upto": "up_to", "unidentifed": "unidentified"}

_LONGEST = {first: max(len(words) for words in PHRASES if words[0] == first) for first in {words[0] for words in PHRASES}}
"""Words of the longest phrase by its first word: most words open none, and looking further would cost most of the time."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a joined phrase ("shot dead").

    ``low`` is what the grammar compares: lower case, straight apostrophes, phrases with underscores. ``number`` is the value of a cardinal
    number, in figures or words. ``name``: begins with a capital although its surroundings do not ask for one.
    """

    span: Span
    low: str
    number: int | None = None
    name: bool = False


def number_of(low: str) -> int | None:
    """Return the value of one word: "12", "1,200", "seven", "twenty-one"; None for anything else, years and ages included."""
    if low.isdecimal():
        return int(low) if len(low) <= 7 else None
    if low[0].isdigit():
        joined = low.replace(",", "")
        return int(joined) if joined.isdecimal() and len(joined) <= 9 else None
    if low in ONES:
        return ONES[low]
    if low in TENS:
        return TENS[low]
    tens, hyphen, ones = low.partition("-")
    return TENS[tens] + ONES[ones] if hyphen and tens in TENS and ones in ONES and 0 < ONES[ones] < 10 else None


def _plain_words(text: str, span: Span) -> Iterator[Word]:
    """Yield the words one by one, hyphens and apostrophes straightened."""
    sentence = span.of(text)
    capitals = sentence.upper() == sentence
    first = True
    for match in _WORD.finditer(sentence):
        written = match[0]
        low = _HYPHENS.sub("-", written.lower()).replace("’", "'").replace("´", "'")
        low = _SPELLINGS.get(low, low)
        if _POSSESSIVE.fullmatch(low):
            low = "'s"
        elif low.endswith(".") and not low[:-1].count("."):
            low = low[:-1] or low
        name = written[0].isupper() and not capitals and not first
        if written[0].isalnum():
            first = False
        yield Word(Span(span.start + match.start(), span.start + match.end()), low, number_of(low) if low[0].isalnum() else None, name)


def _joined_numbers(words: list[Word]) -> list[Word]:
    """Join "two hundred", "a hundred and fifty", "three thousand" into one number."""
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        if following and following.low in SCALES and (word.number is not None or word.low == "a"):
            value, end = (word.number or 1) * SCALES[following.low], position + 2
            if end + 1 < len(words) and words[end].low == "and" and words[end + 1].number is not None and words[end + 1].low not in SCALES:
                value, end = value + (words[end + 1].number or 0), end + 2
            out.append(Word(Span(word.span.start, words[end - 1].span.end), str(value), value))
            position = end
        else:
            out.append(word)
            position += 1
    return out


_INTO_CUSTODY = frozenset("took taken take taking takes led".split())
_HOLDING = frozenset("took taking held holding takes hold".split())
_BEEN = frozenset("was were been be are is being".split())
_HIT = frozenset("shot stabbed hit".split())
_FROM_HOME = frozenset("forced forcing forces drove driven driving".split())
_BROKE = frozenset("broke broken lost breaking losing breaks fractured".split())
_BODY = frozenset("leg legs arm arms finger fingers hand hands eye eyes foot feet limb limbs rib ribs bones bone hip wrist ankle".split())
_SORE = _BODY | frozenset("neck stomach chest back abdomen shoulder thigh face".split())
_SUFFERED = frozenset("sustained suffered received sustaining suffering receiving recieved".split())
_WOUNDS = frozenset(
    """
    injuries injury wounds wound burns injures burn-injuries bruises fractures cuts bruising concussion fracture lacerations
    inhalation
    """.split()
)
_GAP = 4
"""Words that may stand between the halves of an idiom: "suffered minor gunshot wounds"."""
_LONG_GAP = 14
"""The same for an object in between: "beat the two villagers to death"."""


def _joined_idioms(words: list[Word]) -> list[Word]:
    """Join idioms with a gap: "suffered burn injuries"; and read "beat them to death", "shot the driver dead" as one verb."""
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        end = _idiom_end(words, position)
        if end is not None:
            out.append(Word(Span(word.span.start, words[end].span.end), "sustained_injuries"))
            position = end + 1
            continue
        if out:
            _mark_completed(word, out)
        if word.low == "death" and out and out[-1].low == "to":
            _mark_verb(out, _BEATING, "stabbed_dead")
            word = Word(word.span, "to_death")
        elif word.low == "dead" and out and out[-1].low not in {"was", "were", "left", "found"} and _mark_verb(out, _SHOOTING, "shot_dead"):
            if out[-1].low == "shot_dead":
                out[-1] = Word(Span(out[-1].span.start, word.span.end), "shot_dead")
                position += 1
                continue
            word = Word(word.span, "to_death")
        out.append(word)
        position += 1
    return out


def _idiom_end(words: list[Word], position: int) -> int | None:
    """Return where an idiom of being hurt that begins at a position ends: "suffered minor wounds", "lost three fingers"; None: no idiom."""
    low = words[position].low
    objects = _WOUNDS if low in _SUFFERED else _BODY if low in _BROKE else None
    if objects is None:
        return None
    for at in range(position + 1, min(position + 2 + _GAP, len(words))):
        if words[at].low in objects:
            return at
        if words[at].low in {",", ".", "and", "in"}:
            return None
    return None


def _mark_completed(word: Word, out: list[Word]) -> None:
    """Turn a verb before into what this word makes of it: "took 11 men into custody", "took them hostage", "shot in the leg"."""
    before = out[-1].low
    if word.low == "custody" and before == "into":
        _mark_verb(out, _INTO_CUSTODY, "arrested")
    elif word.low == "hostage" or (word.low == "hostages" and out[-1].number is not None):
        if before not in _HOLDING:
            _mark_verb(out, _HOLDING, "abducted")
    elif word.low in {"home", "homes", "flee", "leave"} and before in {"their", "to"}:
        _mark_verb(out, _FROM_HOME, "displacing", unless=_BEEN)
    elif word.low in _SORE and len(out) > 2 and before in {"the", "his", "her"} and out[-2].low == "in" and out[-3].low in _HIT:
        out[-3] = Word(out[-3].span, "wounded")


_BEATING = frozenset(
    """
    beat beaten beating stabbed hacked chopped clubbed burned burnt tortured stoned trampled crushed kicked hit shot battered
    strangled lynched knifed bludgeoned thrashed slashed pelted
    """.split()
)
_SHOOTING = frozenset({"shot", "shooting", "gunned", "shoot"})


def _mark_verb(out: list[Word], verbs: frozenset[str], meaning: str, *, unless: frozenset[str] = frozenset()) -> bool:
    """Turn the verb that later words complete ("to death", "into custody") into the one that is meant; say whether there is one."""
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LONG_GAP), -1):
        if out[at].low in verbs and (at == 0 or out[at - 1].low not in unless):
            out[at] = Word(out[at].span, meaning)
            return True
    return False


def _joined_phrases(words: list[Word]) -> list[Word]:
    """Join fixed phrases ("opened fire on", "shot dead"), the longest first."""
    out: list[Word] = []
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST.get(words[position].low, 0), len(words) - position), 1, -1):
            joined = PHRASES.get(tuple(word.low for word in words[position : position + length]))
            if joined:
                out.append(Word(Span(words[position].span.start, words[position + length - 1].span.end), joined))
                position += length
                break
        else:
            out.append(words[position])
            position += 1
    return out


def words_of(text: str, span: Span) -> list[Word]:
    """Return the words of a sentence.

    Parameters
    ----------
    text
        The whole report.
    span
        The sentence; offsets of the words refer to the report.
    """
    return _joined_phrases(_joined_idioms(_joined_numbers(list(_plain_words(text, span)))))
