"""The words of a sentence that tell of an incident, and whether it is a new one or one told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.incidents.incident import IncidentType
from mapapp.incidents.telling.realis import is_announced, is_real, is_unreal_line
from mapapp.incidents.telling.scene_words import CLASSES
from mapapp.incidents.telling.scenes import Table, scene_at
from mapapp.incidents.telling.scenes_of_force import FORCE
from mapapp.incidents.telling.scenes_of_harm import HARM
from mapapp.incidents.telling.trigger_company import CONDITIONAL, in_company
from mapapp.incidents.telling.trigger_phrases import FIRST_WORDS, phrase_at
from mapapp.incidents.telling.trigger_sense import is_figurative, is_fled_from, is_met_by_force, is_topic, sense
from mapapp.incidents.telling.trigger_words import (
    ARTICLES,
    BEFORE_PHRASE,
    BEHIND_NOUN,
    BLASTS,
    CAUSES,
    IN_COMPOUNDS,
    JOINED,
    MEANS,
    NOUNS,
    OCCURS,
    ONLY_WITH_ARTICLE,
    STRIKES,
    TOLD_OF,
    USED,
    VERBS,
    VOLATILE,
    Part,
)
from mapapp.incidents.wording.actor_words import ARMED_SIDES, SAYING, TYPE_OF
from mapapp.incidents.wording.grammar_words import ADVERBS, AUXILIARIES, BE, DETERMINERS, HAVE, MODALS, PRONOUNS
from mapapp.incidents.wording.words import Word, low_at
from mapapp.report.report import Span


def _table() -> dict[str, tuple[IncidentType, Part]]:
    """Return (type, part of speech) by word; a word in several lists is a verb first, then a noun."""
    out: dict[str, tuple[IncidentType, Part]] = {}
    for part, lists in ((Part.VERB, VERBS), (Part.NOUN, NOUNS), (Part.MEANS, MEANS)):
        for kind, words in lists.items():
            for word in words.split():
                out.setdefault(word, (kind, part))
    return out | JOINED


TRIGGERS = _table()
"""(type, part of speech) by word. A word that is noun and verb ("attacks", "bombing") is told apart by what stands before it."""

_ALSO_NOUN = {word: kind for kind, words in NOUNS.items() for word in words.split()}
_PLURAL_NOUNS = frozenset(word for word in _ALSO_NOUN if word.endswith("s") and word not in {"ambush", "fires"}) | {"armed_attack"}


_BEFORE_TOLD = BE | HAVE | ADVERBS
_BEFORE_VERB = _BEFORE_TOLD | {"who", "and", "to", "they", "he"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an incident.

    ``known``: the incident is spoken of as one told of before ("the attacks"), or only spoken of. ``weak``: it names the type only where
    no other word does.
    """

    span: Span
    position: int
    type: IncidentType
    part: Part
    known: bool = False
    plural: bool = False
    weak: bool = False


def _article_before(words: Sequence[Word], position: int) -> str:
    """Return the article, number or possessive that opens the noun phrase of an event noun; "" for none."""
    for at in range(position - 1, max(-1, position - 6), -1):
        low = words[at].low
        if low == "that" and at and words[at - 1].low in SAYING:
            return ""
        if low in DETERMINERS or low in ARTICLES or words[at].number:
            return low
        if not low[0].isalpha() or low in BEFORE_PHRASE or low in SAYING:
            return ""
    return ""


def _is_noun(words: Sequence[Word], position: int) -> bool:
    """Say whether a word that may be noun or verb is a noun here."""
    before = words[position - 1].low if position else ""
    following = words[position + 1].low if position + 1 < len(words) else ""
    if before in _BEFORE_VERB:
        return False
    return bool(_article_before(words, position)) or following in BEHIND_NOUN


def _is_set_fire(word: Word) -> bool:
    """Say whether "arson" stands for "set fire to", which is longer."""
    return word.low == "arson" and word.span.end - word.span.start > len(word.low)


def _predicate_of_speech(words: Sequence[Word], position: int) -> bool:
    """Say whether the sentence only speaks about the event: "attacks ... had been orchestrated", "condemned an attack"."""
    for at in range(position + 1, min(position + 14, len(words))):
        low = words[at].low
        if low in {";", ".", "after", "when", "as", "that"}:
            break
        if low in TOLD_OF and words[at - 1].low in _BEFORE_TOLD:
            return True
    for at in range(position - 1, max(-1, position - 9), -1):
        low = words[at].low
        if low in {";", ".", "when", "as", ","}:
            return False
        if low in TOLD_OF:
            return True
    return False


def _copula(words: Sequence[Word], position: int) -> bool:
    """Say whether the noun is a predicate: "the attacks were a terrorist act"."""
    for at in range(position - 1, max(-1, position - 5), -1):
        if words[at].low in BE:
            if at and words[at - 1].low == "there":
                return False  # "there was an explosion": that is how it is told
            if words[at + 1].low.endswith("ing") and at + 1 < position:
                return False
            return at + 1 < position or at == position - 1
        if words[at].low in {",", "of", "in", "by", "the", "to", "at", "from", "on", "with"}:
            return False
    return False


def triggers_of(words: Sequence[Word], *, terse: bool = False) -> list[Trigger]:
    """Return the words of a sentence that tell of an incident that happened, or name its means; ``terse``: written without articles."""
    out: list[Trigger] = []
    if is_unreal_line(words):
        return out
    for position, word in enumerate(words):
        if word.low in _IN_CONTEXT:
            trigger = _in_context(words, position)
            if trigger is not None:
                out.append(trigger)
                continue
        found = TRIGGERS.get(word.low)
        if found is None or (word.low == "march" and _is_month(words, position)):
            continue
        kind, part = found
        if part is Part.VERB and word.low in _ALSO_NOUN and _is_noun(words, position) and not _is_set_fire(word):
            kind, part = _ALSO_NOUN[word.low], Part.NOUN
        trigger = _trigger(words, position, kind, part, terse=terse)
        if trigger is not None:
            out.append(trigger)
    return _long_known(words, _without_topics(words, [trigger for trigger in out if not _borne_before(words, trigger, out)]))


_WHO_REACH = 16


def _borne_before(words: Sequence[Word], means: Trigger, found: Sequence[Trigger]) -> bool:
    """Say whether a weapon was that of somebody told of, and of an earlier deed: "killed a youth who had thrown a fire bomb"."""
    if means.part is not Part.MEANS:
        return False
    first = max(0, means.position - _WHO_REACH)
    who = next((at for at in range(means.position - 1, first, -1) if words[at].low == "who"), None)
    if who is None or not any(word.low == "had" for word in words[who : means.position]):
        return False
    return any(trigger.position < who and trigger.part is Part.VERB for trigger in found)


_LONG_AFTER = frozenset("years months weeks year".split())


def _long_known(words: Sequence[Word], found: list[Trigger]) -> list[Trigger]:
    """Take what a sentence opens with as known: "Two years after a crane fell on a market, a court …"."""
    if not found or [low_at(words, 1) in _LONG_AFTER, low_at(words, 2)] != [True, "after"]:
        return found
    end = next((at for at, word in enumerate(words) if word.low == ","), len(words))
    return [replace(trigger, known=trigger.known or trigger.position < end) for trigger in found]


def _without_topics(words: Sequence[Word], found: list[Trigger]) -> list[Trigger]:
    """Leave out what a protest is about, and what people flee from."""
    protests = [trigger.position for trigger in found if trigger.type is IncidentType.PROTEST]
    flight = any(trigger.type is IncidentType.DISPLACEMENT for trigger in found)
    if not protests and not flight:
        return found
    return [
        trigger for trigger in found
        if trigger.type in _OF_ITSELF
        or not (is_topic(words, trigger.position, protests) or (flight and is_fled_from(words, trigger.position)))
    ]  # fmt: skip


_OF_ITSELF = frozenset({IncidentType.PROTEST, IncidentType.RIOT, IncidentType.DISPLACEMENT})


_SCENES: Table = {word: FORCE.get(word, ()) + HARM.get(word, ()) for word in FORCE.keys() | HARM.keys()}
_IN_CONTEXT = FIRST_WORDS | CONDITIONAL | _SCENES.keys()
"""Words that begin a phrase, or tell something in the right company only."""


def _in_context(words: Sequence[Word], position: int) -> Trigger | None:
    """Return the trigger that a phrase beginning here, a scene around it, or a word in the right company, stands for."""
    low = words[position].low
    phrase = phrase_at(words, position) if low in FIRST_WORDS else None
    span = words[position].span
    if phrase is not None and not phrase[2]:  # what the company tells goes before a phrase that says little
        length, kind, weak = phrase
        span = Span(span.start, words[position + length - 1].span.end)
    elif (scene := scene_at(words, position, _SCENES)) is not None and scene.kind is not None:
        kind, weak = scene.kind, scene.weak
    elif low in CONDITIONAL and (found := in_company(words, position)) is not None:
        kind, weak = found, found is not IncidentType.ABDUCTION
    elif phrase is not None:
        length, kind, weak = phrase
        span = Span(span.start, words[position + length - 1].span.end)
    else:
        return None
    if not is_real(words, position, attempts=True) or is_figurative(words, position) or _blamed_only(words, position):
        return None
    return Trigger(span, position, kind, Part.VERB, known=_goes_on_about(words, position, kind), weak=weak)


_CRAFT = CLASSES["vessel"] | CLASSES["vehicle"] | CLASSES["flier"]


def _goes_on_about(words: Sequence[Word], position: int, kind: IncidentType) -> bool:
    """Say whether a sentence goes on about the accident told of before: "The boat, which had left at noon, went down off …"."""
    if kind is not IncidentType.ACCIDENT or low_at(words, 0) != "the":
        return False
    return low_at(words, 1) in _CRAFT and (position == 2 or low_at(words, 2) in {",", "which", "that", "then", "had", "was"})


def _blamed_only(words: Sequence[Word], position: int) -> bool:
    """Say whether somebody "came under fire for" what he did: critics shoot at nobody."""
    lows = [word.low for word in words[position : position + 4]]
    return lows[:3] == ["came", "under", "fire"] and lows[3:] in (["for"], ["over"])


def _by_accident(words: Sequence[Word], position: int) -> bool:
    """Say whether something other than a bomb blew up: a tanker, a cylinder, a boiler; and nobody is said to have done it."""
    if low_at(words, position - 1) in BE:
        return False  # "gas pipes were blown up"
    if any(TYPE_OF.get(word.low) in ARMED_SIDES for word in words[max(0, position - 6) : position]):
        return False
    if any(TRIGGERS.get(word.low, (None, None)) == (IncidentType.BOMBING, Part.MEANS) for word in words):
        return False
    return any(word.low in VOLATILE for word in words[max(0, position - 6) : position + 5])


def _occurs(words: Sequence[Word], position: int) -> bool:
    """Say whether the sentence tells that the event took place: "the blast happened at", "the hurricane struck"."""
    for at in range(position + 1, min(position + 4, len(words))):
        if words[at].low in OCCURS:
            return is_real(words, at)
        if words[at].low in {",", ".", ";", "was", "were", "had", "that", "which"}:
            return False
    return False


def _is_month(words: Sequence[Word], position: int) -> bool:
    """Say whether "march" is the month: a number stands beside it."""
    before = words[position - 1].low if position else ""
    following = words[position + 1].low if position + 1 < len(words) else ""
    return before[:1].isdigit() or following[:1].isdigit() or before in {"in", "since", "late", "early", "mid", "until"}


def _strikes(words: Sequence[Word], position: int) -> bool:
    """Say whether an aircraft does harm here; most helicopters in the news fly, land or crash."""
    return any(word.low in STRIKES for word in words[position + 1 : position + 6])


def _trigger(words: Sequence[Word], position: int, kind: IncidentType, part: Part, *, terse: bool) -> Trigger | None:
    """Build the trigger, or None where the word means something else or did not happen."""
    word = words[position]
    if not is_real(words, position, attempts=True):
        return None
    if part is Part.MEANS and kind is IncidentType.AIR_STRIKE and not _strikes(words, position):
        return None
    meant = sense(words, position, kind)
    if meant is None:
        return None
    kind = meant
    if part is Part.MEANS:
        return None if low_at(words, position + 1) in MODALS else Trigger(word.span, position, kind, part)
    if word.low in BLASTS and _by_accident(words, position):
        kind = IncidentType.ACCIDENT
    following = words[position + 1].low if position + 1 < len(words) else ""
    if part is Part.VERB:
        known = kind in _BETWEEN_SIDES and _sides_told(words, position)
        met = kind is IncidentType.SHOOTING and is_met_by_force(words, position)
        return None if (word.low, following) == ("shot", "down") else Trigger(word.span, position, kind, part, known=known, weak=met)
    counted = kind is IncidentType.EPIDEMIC and following in {"cases", "case"}
    return None if following in IN_COMPOUNDS and not counted else _event_noun(words, position, kind, terse=terse)


_BETWEEN_SIDES = frozenset({IncidentType.CLASH, IncidentType.RIOT})
_SIDES = frozenset("groups sides parties gangs factions clans communities families tribes".split())


def _sides_told(words: Sequence[Word], position: int) -> bool:
    """Say whether those who clash were told of before: "The two groups clashed in …" opens a sentence that goes on about it."""
    lows = [word.low for word in words[:position] if word.low not in ADVERBS]
    return len(lows) <= 4 and lows[:1] in (["the"], ["both"]) and lows[-1] in _SIDES and low_at(words, position + 1) != "again"


_WORD_OF = frozenset("report reports sign signs evidence news word indication indications".split())


def _none_told(words: Sequence[Word], position: int) -> bool:
    """Say whether it is said that there was no word of it, or no such thing: "no reports of fighting", "the theft did not happen"."""
    for at in range(position + 1, min(position + 12, len(words) - 2)):
        if words[at].low == "not" and words[at - 1].low == "did" and words[at + 1].low in {"take", "happen", "occur"}:
            return True
    if low_at(words, position - 1) == "without" or low_at(words, position - 2) == "without":
        return True  # "took the town without a shot"
    return low_at(words, position - 1) == "of" and low_at(words, position - 2) in _WORD_OF and low_at(words, position - 3) == "no"


def _event_noun(words: Sequence[Word], position: int, kind: IncidentType, *, terse: bool) -> Trigger | None:
    """Build the trigger of an event noun, or None where it only names a kind of event, or one that is announced or ruled out."""
    word = words[position]
    article = _article_before(words, position)
    if word.low in ONLY_WITH_ARTICLE and not article and not terse:
        return None
    if article == "no" or is_announced(words, position) or _none_told(words, position):
        return None
    known = (article in DETERMINERS or (article == "'s")) or _predicate_of_speech(words, position) or _copula(words, position)
    if position >= 2 and words[position - 1].low == "of" and words[position - 2].low == "one":
        known = True
    elif known and _occurs(words, position):
        known = False
    return Trigger(word.span, position, kind, Part.NOUN, known=known, plural=word.low in _PLURAL_NOUNS, weak=word.low == "violence")


def weapon_used(words: Sequence[Word], triggers: Sequence[Trigger], *, counted: bool = False) -> bool:
    """Say whether a weapon is named beside a verb that puts it to use, or beside a figure alone: "Pipe bomb; no casualties"."""
    means = [trigger for trigger in triggers if trigger.part is Part.MEANS and trigger.type not in CAUSES]
    if means and counted and not any(word.low in AUXILIARIES or word.low in PRONOUNS for word in words):
        return True
    return bool(means) and any(word.low in USED and is_real(words, position) for position, word in enumerate(words))
