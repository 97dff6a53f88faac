"""The words of a sentence, as the incident grammar sees them: lower case, with offsets, number values read, fixed phrases joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mapapp.incidents.wording.phrases import PHRASES
from mapapp.report.report import Span

_WORD = re.compile(
    r"\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?![\d-])"  # 1,200; 1 200 with a hard or narrow space
    r"|(?<!May )(?<!June )(?<!July )(?<!ril )(?<!ch )(?<!ust )(?<!ber )(?<!ary )\d{1,3}(?: \d{3})+(?= [a-z])"  # 1 200, as the UN writes
    r"|\d{1,4}:\d\d|\d+[/.]\d+(?:[/.]\d+)?"  # clock times, dates, decimals
    r"|\d+(?:st|nd|rd|th)\b|\d+(?:-[^\W\d_]+)+(?:-[^\W\d_]+)?|\d+"  # ordinals, 26-year-old, 12
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:[’'´]{1,2}s\b)"
    r"|[^\W\d_]+(?:\.(?=\s[a-z,]))?(?:(?:[-&]|[’'´](?!s\b)|-(?=\d))[^\W_]+)*"
    r"|[’'´]+|--|[^\w\s]"
)

_SEPARATORS = re.compile(r"[, \u00a0\u2009\u202f]")
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
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_DECIMAL = re.compile(r"\d{1,4}\.\d{1,3}")

_SPELLINGS = {
    "atleast": "at_least",
    "upto": "up_to",
    "unidentifed": "unidentified",
    "besides": "along_with",
    "excluding": "along_with",
    "plus": "along_with",
}

_LONGEST = {first: max(len(words) for words in PHRASES if words[0] == first) for first in {words[0] for words in PHRASES}}
"""Words of the longest phrase by its first word: most words open none, and looking further would cost most of the time."""


@dataclass(slots=True)
class Word:
    """A word or a joined phrase ("shot dead"). Nobody changes one; not frozen, since a frozen one takes three times as long to make.

    ``low`` is what the grammar compares: lower case, straight apostrophes, phrases with underscores. ``number`` is the value of a cardinal
    number, in figures or words. ``name``: begins with a capital although its surroundings do not ask for one.
    """

    span: Span
    low: str
    number: int | None = None
    name: bool = False


def low_at(words: Sequence[Word], position: int) -> str:
    """Return the word at a position, "" outside the sentence."""
    return words[position].low if 0 <= position < len(words) else ""


def number_of(low: str) -> int | None:
    """Return the value of one word: "12", "1,200", "seven", "twenty-one"; None for anything else, years and ages included."""
    if low.isdecimal():
        return int(low) if len(low) <= 7 else None
    if low[0].isdigit():
        joined = _SEPARATORS.sub("", low)
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
    for written, start in _cut(sentence):
        low, number = _read(written)
        name = not first and not capitals and written[0].isupper()
        if first and written[0].isalnum():
            first = False
        begin = span.start + start
        yield Word(Span(begin, begin + len(written)), low, number, name)


def _cut(sentence: str) -> Iterator[tuple[str, int]]:
    """Yield the words as written, each with where it begins: what the pattern finds from one end to the other."""
    end = done = 0
    for chunk in sentence.split():
        start = sentence.find(chunk, end)
        end = start + len(chunk)
        if chunk.isalpha():  # three of four: no need to look at them with the pattern
            yield chunk, start
            continue
        for match in _WORD.finditer(sentence, max(start, done)):
            if match.start() >= end:
                break
            done = match.end()  # behind the chunk where blanks stand inside a number
            yield match[0], match.start()


@lru_cache(maxsize=16_384)  # reports say the same words again and again
def _read(written: str) -> tuple[str, int | None]:
    """Return what the grammar compares of a word as written, and its value as a number."""
    low = _HYPHENS.sub("-", written.lower()).replace("’", "'").replace("´", "'")
    low = _SPELLINGS.get(low, low)
    if _POSSESSIVE.fullmatch(low):
        low = "'s"
    elif low.endswith(".") and not low[:-1].count("."):
        low = low[:-1] or low
    return low, number_of(low) if low[0].isalnum() else None


def _joined_numbers(words: list[Word]) -> list[Word]:
    """Join "two hundred", "a hundred and fifty", "three thousand" into one number."""
    if SCALES.keys().isdisjoint([word.low for word in words]):
        return words
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        if following and following.low in SCALES and (word.number is not None or word.low == "a" or _DECIMAL.fullmatch(word.low)):
            times = float(word.low) if word.number is None and word.low != "a" else word.number or 1
            value, end = round(times * SCALES[following.low]), position + 2
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
_CAPTIVES = frozenset("hostage hostages captive captives".split())
_LED = frozenset("led leading took taking dragged dragging marched marching hauled hauling herded herding".split())
_SPIRITED = frozenset("whisked whisking spirited spiriting".split())
_INTO_WILDS = _LED | frozenset("taken forced drove driven".split())
_WILDS = frozenset("bush forest forests jungle desert mountains hills woods swamp captivity".split())
_BEEN = frozenset("was were been be are is being".split())
_HIT = frozenset("shot stabbed hit burned burnt cut bitten slashed scalded".split())
_FROM_HOME = frozenset(
    "forced forcing forces drove driven driving sent sending chased caused causing compelled compelling prompted".split()
)
_HOMES = frozenset("home homes houses villages village lands camps camp towns huts settlements shelters farms neighbourhoods".split())
_CARRIED = frozenset("flown airlifted rushed".split())
_SENT = frozenset("sent sending landed landing".split())
_FORCED = frozenset("forced forcing drove driven".split())
_CROWD = 50
"""So many people forced from somewhere have been driven from home."""

_TO_DEATH = frozenset("swept sweeping sent sending dragged pulled pushed threw hurled plunged plunging".split())
_PUT = frozenset({"put", "putting"})
_TREATED = frozenset("treated treating".split())
_BROKE = frozenset("broke broken lost loses lose breaking losing breaks fractured".split())
_BODY = frozenset("leg legs arm arms finger fingers hand hands eye eyes foot feet limb limbs rib ribs bones bone hip wrist ankle".split())
_SORE = _BODY | frozenset("neck stomach chest back abdomen shoulder thigh face".split())
_SUFFERED = frozenset("sustained suffered received sustaining suffering receiving recieved".split())
_WOUNDS = frozenset(
    """
    injuries injury wounds wound burns injures burn-injuries bruises fractures cuts bruising concussion fracture lacerations
    inhalation woundings
    """.split()
)
_HURT = frozenset("fractured broken".split())
_BROKEN = frozenset("broken fractured severed shattered amputated crushed".split())
_HURTING = _SORE | _WOUNDS | _HURT | {"death", "deaths", "hospital"}
_COMPLETING = (
    _HURTING
    | _CAPTIVES
    | _HOMES
    | _WILDS
    | {"custody", "flee", "leave", "fleeing", "away", "off", "from", "out", "flight", "prisoner", "prisoners"}
)
"""Words that say what the verb before them means."""
_IN_IDIOMS = (_SUFFERED | _BROKE | _COMPLETING | _FORCED | {"death", "dead"}) - {"from", "out"}
"""Every idiom holds one of these."""
_GAP = 4
"""Words that may stand between the halves of an idiom: "suffered minor gunshot wounds"."""
_LONG_GAP = 14
"""The same for an object in between: "beat the two villagers to death"."""


def _joined_idioms(words: list[Word]) -> list[Word]:
    """Join idioms with a gap: "suffered burn injuries"; and read "beat them to death", "shot the driver dead" as one verb."""
    if _IN_IDIOMS.isdisjoint([word.low for word in words]):
        return words
    out: list[Word] = []
    position = 0
    while position < len(words):
        word = words[position]
        end = _idiom_end(words, position)
        if end is not None:
            low = "with_wounds" if word.low == "with" else "sustained_injuries"
            out.append(Word(Span(word.span.start, words[end].span.end), low))
            position = end + 1
            continue
        if out and word.low in _COMPLETING:
            _mark_completed(word, out)
            if word.low in {"away", "off"} and out[-1].low in {"took_away", "whisked_away"}:  # "led away three men"
                out[-1] = Word(Span(out[-1].span.start, word.span.end), out[-1].low)
                position += 1
                continue
            if word.low == "away" and any(led.low in {"took_away", "whisked_away"} for led in out[-_LED_REACH:]):
                position += 1  # "led 30 away": the verb says it
                continue
        if word.low == "death" and out and out[-1].low == "to" and (len(out) < 2 or out[-2].low not in _DYING):
            _mark_verb(out, _BEATING, "stabbed_dead")
            word = Word(word.span, "to_death")
        elif word.low == "dead" and out and out[-1].low not in {"was", "were", "left", "found"} and _shot_dead(out):
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
    objects = _WOUNDS if low in _SUFFERED or low == "with" else _BODY if low in _BROKE else None
    if objects is None:
        return None
    for at in range(position + 1, min(position + 2 + _GAP, len(words))):
        if words[at].low in objects or (low == "with" and words[at].low in _BODY and words[at - 1].low in _BROKEN):
            return at
        if words[at].low in {",", ".", "and", "in"}:
            return None
    return None


def _mark_completed(word: Word, out: list[Word]) -> None:
    """Turn a verb before into what this word makes of it: "took 11 men into custody", "took them hostage", "shot in the leg"."""
    if word.low in _HURTING:
        _mark_hurt(word, out)
        return
    before = out[-1].low
    if word.low == "custody" and before == "into":
        _mark_verb(out, _INTO_CUSTODY, "arrested")
    elif word.low in {"hostage", "captive"} or (word.low in _CAPTIVES and out[-1].number is not None):
        if before not in _HOLDING and not _mark_verb(out, _HOLDS, "abducting"):
            _mark_verb(out, _HOLDING, "abducted")
    elif word.low == "flight" and before == "to":
        _mark_verb(out, _PUT, "displacing", unless=_BEEN)
    elif word.low in {"prisoner", "prisoners"} and (word.low == "prisoner" or out[-1].number is not None):
        _mark_verb(out, _HOLDING, "arrested")
    elif word.low == "fleeing" or (word.low in {"home", "flee", "leave"} and before == "to"):
        _mark_verb(out, _FROM_HOME, "displacing", unless=_BEEN)
    elif word.low in _HOMES and before == "their":
        if not _mark_verb(out, _FROM_HOME, "displacing", unless=_BEEN) and word.low != "homes" and out[-2].low in {"from", "of"}:
            _mark_verb(out, _FROM_HOME, "displaced")
    elif word.low in {"from", "out"} and any((counted.number or 0) >= _CROWD for counted in out[-3:]):
        _mark_verb(out, _FORCED, "displacing", unless=_BEEN)
    elif word.low in {"away", "off"} or (word.low in _WILDS and _goes_into(out)):
        _mark_led(word, out)


def _mark_hurt(word: Word, out: list[Word]) -> None:
    """Read what becomes of people behind the verb: "swept two men to their deaths", "sent four to hospital", "shot in the leg"."""
    before = out[-1].low
    if word.low in {"death", "deaths"} and before in {"their", "his", "her"} and len(out) > 1 and out[-2].low == "to":
        _mark_verb(out, _TO_DEATH, "killing")
    elif word.low == "hospital" and before in {"to", "in"}:
        _mark_verb(out, _SENT, "hospitalized", unless=_BEEN)
    elif (word.low in _WOUNDS or word.low in _HURT) and any(with_.low == "with" for with_ in out[-3:]):
        _mark_verb(out, _CARRIED, "hospitalized")
    elif word.low in _WOUNDS and "for" in {before, out[-2].low if len(out) > 1 else ""}:
        _mark_verb(out, _TREATED, "hospitalized", unless=_BEEN)
    elif word.low in _SORE and len(out) > 1:
        at = -2 if before in {"in", "on"} else -3 if before in {"the", "his", "her"} and out[-2].low in {"in", "on"} else 0
        if at and len(out) >= -at and out[at].low in _HIT:
            out[at] = Word(out[at].span, "wounded")


_HOLDS = frozenset({"holding"})
_NOT_LED = frozenset("in at from to on of km kilometers kilometres miles metres meters minutes hours far".split())
_LED_REACH = 6
"""Words that "away" may stand behind "led": "led 30 of the marchers away"."""


def _goes_into(out: list[Word]) -> bool:
    """Say whether "into the", "into a" or "into" stands before the next word."""
    return any(word.low in {"into", "to"} for word in out[-2:])


def _mark_led(word: Word, out: list[Word]) -> None:
    """Read "led 30 away", "dragged off", "whisked the pupils away", "marched them into the bush"."""
    wilds = word.low in _WILDS
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LED_REACH), -1):
        low = out[at].low
        if low in _SPIRITED or (wilds and low in _INTO_WILDS):
            out[at] = Word(out[at].span, "whisked_away")
            return
        if low in _LED and not (low.startswith("t") and word.low == "off"):  # "took off"
            out[at] = Word(out[at].span, "took_away")
            return
        if not wilds and low in _NOT_LED:
            return


_DYING = frozenset("bled starved froze frozen choked".split())
"""Verbs that with "to death" are fixed phrases of dying."""
_BEATING = frozenset(
    """
    beat beaten beating stabbed hacked chopped clubbed burned burnt tortured stoned trampled crushed kicked hit shot battered
    strangled lynched knifed bludgeoned thrashed slashed pelted
    """.split()
)
_SHOOTING = frozenset({"shot", "shooting", "gunned", "shoot"})


_NOT_SHOT = frozenset(", ; : leaves leave leaving left in at near outside with and".split())
"""Words between "shooting" and "dead" by which the dead are told apart: "shooting at a mill, two dead"."""


def _shot_dead(out: list[Word]) -> bool:
    """Read "shot the driver dead" as one verb; say whether that is what stands there."""
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LONG_GAP), -1):
        if out[at].low in _SHOOTING:
            out[at] = Word(out[at].span, "shot_dead")
            return True
        if out[at].low in _NOT_SHOT:
            return False
    return False


def _mark_verb(out: list[Word], verbs: frozenset[str], meaning: str, *, unless: frozenset[str] = frozenset()) -> bool:
    """Turn the verb that later words complete ("to death", "into custody") into the one that is meant; say whether there is one."""
    for at in range(len(out) - 1, max(-1, len(out) - 1 - _LONG_GAP), -1):
        if out[at].low in verbs and (at == 0 or out[at - 1].low not in unless):
            out[at] = Word(out[at].span, meaning)
            return True
    return False


def _joined_phrases(words: list[Word]) -> list[Word]:
    """Join fixed phrases ("opened fire on", "shot dead"), the longest first."""
    lows = [word.low for word in words]
    out: list[Word] = []
    done = 0
    for position in [at for at, low in enumerate(lows) if low in _LONGEST]:
        if position < done:
            continue
        for length in range(min(_LONGEST[lows[position]], len(words) - position), 1, -1):
            joined = PHRASES.get(tuple(lows[position : position + length]))
            if joined:
                out += words[done:position]
                done = position + length
                out.append(Word(Span(words[position].span.start, words[done - 1].span.end), joined))
                break
    return out + words[done:]


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
