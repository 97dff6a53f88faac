"""Whether a name is the scene of what its sentence tells, and whether that is news or only recalled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from mapapp.toponyms import role_words as words
from mapapp.toponyms import scene_words as scene
from mapapp.toponyms import setting_words as grammar
from mapapp.toponyms.homes import is_rescue, preposition_of_noun
from mapapp.toponyms.role_signs import holds_superlative, is_wide
from mapapp.toponyms.setting import Setting, is_past
from mapapp.toponyms.vocabulary import FACILITY_WORDS

_CLAUSE_MARKS = frozenset("; : . which who whom where but while although though when whose after before since because – — --".split())
_BEHIND_EVENTS = grammar.SCENE_PREPOSITIONS | {"of", "against", "to"}
_BE = frozenset("is are was were be been being am".split())


# --- scene -----------------------------------------------------------------------------------------------------------------------------


def is_scene(setting: Setting) -> bool:
    """Say whether something that is told as happened took place there."""
    if _event_before(setting) or _event_behind(setting) or _labels_a_line(setting) or _where_it_happened(setting):
        return True
    if setting.governor in scene.STRIKING_VERBS:
        return not _is_unreal(setting)
    if setting.governor in grammar.SCENE_PREPOSITIONS or setting.measure:
        return _happens_there(setting)
    if setting.governor == "to":
        return _reaches(setting)
    if setting.governor == "as":
        return "far" in setting.head[-3:] and _happens_there(setting)
    if setting.governor == "from":
        return _scene_behind_from(setting) and not _is_unreal(setting)
    if _is_done_to(setting):
        return not _is_unreal(setting)
    if setting.governor == ":" or setting.governor in _BE or setting.governor in scene.LIST_OPENERS:
        return _lists_scenes(setting)
    return _suffers(setting)


def _is_done_to(setting: Setting) -> bool:
    """See a place as the object of a past verb: "isolated Puno", "reopened"; not of speech or of going away."""
    verb = setting.governor
    if not is_past(verb) or not setting.is_bare or verb in grammar.AUXILIARIES:
        return False
    return not any(
        verb in group for group in (grammar.SPEECH_VERBS, words.VERBS_TO_SOMEBODY, scene.STATE_VERBS, words.FLEEING_VERBS, _NAMING)
    )


_NAMING = frozenset(
    "called named renamed represented beat defeated mentioned praised knew loved considered left won lost made said".split()
)


def _scene_behind_from(setting: Setting) -> bool:
    """See "From Calabria to Puglia, storms have battered", "footage from", "evacuated from"."""
    if setting.head and (setting.head[-1] in words.REPORT_NOUNS or setting.head[-1] in scene.EXTENDING_WORDS):
        return True
    return is_rescue(setting) or (not setting.head and "to" in setting.behind[:4])


def is_scope(setting: Setting) -> bool:
    """See "the largest seizure in Europe since": how far a superlative reaches, not where anything happened."""
    return is_wide(setting.toponym) and holds_superlative(setting.head[-5:]) and setting.behind[:1] not in {(".",), (",",), ("on",)}


def _event_before(setting: Setting) -> bool:
    """See a noun of what happened right before the preposition: "the blast in", "fighting near", "siege of", "damage to"."""
    head = setting.head
    if setting.governor not in _BEHIND_EVENTS or not head:
        return False
    if setting.governor == "to" and head[-1] != "damage":
        return False
    if setting.governor == "on" and head[-1] in scene.TOPIC_NOUNS:
        return False
    if setting.governor == "of" and head[-1].endswith("ing") and head[-2:-1] in {("the",), ("of",), ("heavy",)}:
        return grammar.IRREALIS.isdisjoint(head[-6:])
    return head[-1] in scene.EVENT_NOUNS and grammar.IRREALIS.isdisjoint(head[-6:])


def _where_it_happened(setting: Setting) -> bool:
    """See "Gao, where three people were killed": whatever governs the name, what follows makes it a scene."""
    if setting.behind[:2] != (",", "where"):
        return False
    clause = setting.behind[2:12]
    return grammar.IRREALIS.isdisjoint(clause) and any(_is_event(word) and word not in grammar.AUXILIARIES for word in clause)


def _event_behind(setting: Setting) -> bool:
    """See "the Beirut blast", "Nepal's earthquake", "the Paris attacks"."""
    possessive = setting.right[:1] == ("'s",)
    for position, word in enumerate(setting.right[possessive : possessive + 3]):
        if word in scene.EVENT_NOUNS:
            return possessive or position == 0
        if not word.isalpha() or is_past(word) or word in grammar.PREPOSITIONS:
            return False
    return False


def _labels_a_line(setting: Setting) -> bool:
    """See a name that opens a line and is followed by a colon or dash before any verb: "Sofala: 12,300 displaced", "Bath, 2 p.m. -"."""
    if not setting.starts_line:
        return False
    for position, word in enumerate(setting.behind[:9]):
        if word in {":", "–", "—", "-"} or (word.isdigit() and not position and not setting.left):
            return True
        if word == "." or word in grammar.PREPOSITIONS or word in grammar.SPEECH_VERBS or (word.isalpha() and _is_verb(word)):
            return False
    return False


def _is_verb(word: str) -> bool:
    """Say whether a word is certainly a verb."""
    return is_past(word) or word in grammar.AUXILIARIES or word in scene.STATE_VERBS or word in grammar.IRREALIS


def _lists_scenes(setting: Setting) -> bool:
    """See "Affected areas: Bria, Alindao", "killed 14 people in three villages: A and B", "most affected are", "districts including"."""
    near = setting.head[-14:]
    if setting.governor in _BE:
        return not scene.LISTED_AS_STRUCK.isdisjoint(near)
    return any(word in scene.AFFECTED_WORDS or word in scene.LISTED_AS_STRUCK or _is_event(word) for word in near)


def _reaches(setting: Setting) -> bool:
    """See "spread to", "took to the streets of"."""
    if "from" in setting.left[-6:] and not scene.EXTENDING_WORDS.isdisjoint(setting.left[-9:]):
        return True
    return "streets" in setting.passed or (bool(setting.head) and setting.head[-1] in scene.SPREADING_VERBS)


def _happens_there(setting: Setting) -> bool:
    """Say whether the clause around "in X" tells of something that happened."""
    head = setting.head[: len(setting.head) - len(setting.measure)]
    last = head[-1] if head else ""
    if last in scene.STATE_VERBS or _is_hearer(head) or (setting.governor == "on" and last in scene.TOPIC_NOUNS):
        return False
    if _is_unreal(setting) or _goes_to(setting):
        return False
    left, behind = _clause(setting)
    if last in _BE and scene.EVENT_NOUNS.isdisjoint(left) and scene.LISTED_AS_STRUCK.isdisjoint(left):
        return False
    if _is_state(left, behind):
        return False
    around = (*setting.left, *setting.right)
    if not _TELLING.isdisjoint(around) or any(map(is_past, around)) or _is_going_on(around):
        return True
    # A line without a verb is a headline or an entry of a list.
    return not any(_is_verb(word) or word.endswith("s") for word in (*left, *behind) if word.isalpha())


_TELLING = scene.EVENT_NOUNS | scene.HEADLINE_VERBS | scene.SITUATION_WORDS
"""Words that tell of something done or happening, or of a state of emergency; beside all past forms."""


def _goes_to(setting: Setting) -> bool:
    """See "taken to a hospital in", "left for camps near": where people go, nothing has happened yet."""
    preposition = preposition_of_noun(setting)
    if preposition == "for":
        return setting.head[-1] in words.DESTINATION_NOUNS
    return preposition in {"to", "towards", "toward"} and not scene.CARRYING_VERBS.isdisjoint(setting.head[-10:])


def _is_going_on(around: Sequence[str]) -> bool:
    """See "are falling", "is rising"."""
    return any(word in _BE and following.endswith("ing") for word, following in pairwise(around))


def _is_hearer(head: Sequence[str]) -> bool:
    """See "told reporters in": nothing has happened where somebody was spoken to."""
    return bool(head) and (head[-1] in scene.HEARERS or head[-1] in grammar.SAYING or "told" in head[-4:-1])


def _clause(setting: Setting) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words of the name's clause before and behind it."""
    left, behind = setting.left, setting.behind
    start = next((i + 1 for i in range(len(left) - 1, -1, -1) if left[i] in _CLAUSE_MARKS), 0)
    end = next((i for i, word in enumerate(behind) if word in _CLAUSE_MARKS), len(behind))
    return left[start:], behind[:end]


def _is_event(word: str) -> bool:
    """Say whether a word tells of something done or happening."""
    return word in scene.EVENT_NOUNS or word in scene.HEADLINE_VERBS or is_past(word)


def _is_state(left: Sequence[str], behind: Sequence[str]) -> bool:
    """Say whether the verb nearest to the name tells how things are: "lives in", "are sold at"."""
    for word in reversed(left):
        if word in scene.STATE_VERBS:
            return True
        if _is_event(word) and word not in grammar.AUXILIARIES:
            return False
    return not scene.STATE_VERBS.isdisjoint(behind[:6]) and not any(_is_event(word) for word in behind if word not in scene.STATE_VERBS)


def _is_unreal(setting: Setting) -> bool:
    """Say whether the deed is wished, feared, denied or yet to come."""
    left, behind = _clause(setting)
    left = left[: len(left) - len(setting.passed) - 1] if setting.governor else left
    for word in reversed(left):
        if word in grammar.IRREALIS:
            return True
        if word in {"said", "told", "announced"} or (is_past(word) and word not in grammar.AUXILIARIES):
            return word in scene.DENYING_VERBS
    # "In Kigali the next round will": the verb is still to come.
    return not any(_is_event(word) for word in left) and not grammar.IRREALIS.isdisjoint(behind[:6])


def _suffers(setting: Setting) -> bool:
    """See "X was flooded", "X and Y have been hardest hit", "X recorded 54 cases", "X has had no power"."""
    if setting.governor not in _BEFORE_SUBJECT and not setting.starts_line:
        return False
    behind = [word for word in setting.behind[:9] if word not in grammar.KIND_NOUNS]
    if not behind or not grammar.IRREALIS.isdisjoint(behind[:4]):
        return False
    if behind[0] in scene.RECORDING_VERBS or behind[:2] in _TROUBLED:
        return True
    if behind[:2] == ["has", "no"]:
        return not scene.SITUATION_WORDS.isdisjoint(behind[2:5])
    if behind[0] == "'s" or behind[0] in FACILITY_WORDS:
        # "Goma's only hospital was hit", "Kisumu airport was closed"
        return any(word in scene.AFFECTED_WORDS for word in behind[1:7])
    if (behind[0] in grammar.UNDERGOING_VERBS or behind[0] in scene.AFFECTED_WORDS) and not scene.AFFECTED_WORDS.isdisjoint(behind[1:6]):
        return True
    return _has_happened(behind)


def _has_happened(behind: Sequence[str]) -> bool:
    """See "X woke to", "X was evacuated", "X has been declared": a past verb of which the place is the subject."""
    verbs = [word for word in behind[:4] if word not in grammar.AUXILIARIES and word not in words.BEFORE_VERB]
    return bool(verbs) and is_past(verbs[0]) and verbs[0] not in _NOTHING_HAPPENED


_NOTHING_HAPPENED = scene.STATE_VERBS | grammar.SPEECH_VERBS | _NAMING
_TROUBLED = tuple([verb, state] for verb in ("is", "was", "remains", "has", "were", "are") for state in ("without", "under"))
_BEFORE_SUBJECT = frozenset({"", ",", "and", ";", "but", "that", "as", "where", "when", "while", '"', "“", "in", ":"})


# --- memory ----------------------------------------------------------------------------------------------------------------------------


def is_recalled(setting: Setting, today: date | None) -> bool:
    """Say whether the words nearest to the name that tell a time tell of earlier times: "in 2011", "last year", "previously".

    Parameters
    ----------
    setting
        The name.
    today
        The day of the report; without it no year counts as old.
    """
    left, behind = setting.left, setting.behind
    start = next((i + 1 for i in range(len(left) - 1, -1, -1) if left[i] in _MAIN_MARKS), 0)
    end = next((i for i, word in enumerate(behind) if word in _MAIN_MARKS), len(behind))
    cues = [*_cues_before(left[start:], today), *_cues_behind(behind[:end], today)]
    return bool(cues) and min(cues, key=lambda cue: (cue[0], not cue[1]))[1]


_MAIN_MARKS = frozenset("; . – — --".split())
_BEGINNINGS = frozenset({"since", "until", "than", "from"})


def _cues_before(left: Sequence[str], today: date | None) -> Iterator[tuple[int, bool]]:
    """Yield how far before the name a word or phrase of time stands, and whether it is of earlier times."""
    for at, word in enumerate(left):
        far = len(left) - at
        old = _is_old(word, left[at - 1] if at else "", today)
        if old is not None:
            yield far, old
        for phrase in scene.MEMORY_PHRASES_FROM.get(word, ()):
            if left[at : at + len(phrase)] == phrase:
                yield far - len(phrase) + 1, True


def _cues_behind(behind: Sequence[str], today: date | None) -> Iterator[tuple[int, bool]]:
    """Yield the same behind the name; what happened "two days after" is then something else."""
    for at, word in enumerate(behind):
        old = _is_old(word, behind[at - 1] if at else "", today)
        if old is not None:
            yield at + 1, old
        for phrase in scene.MEMORY_PHRASES_FROM.get(word, ()):
            if behind[at : at + len(phrase)] == phrase and phrase[-1] not in {"after", "before"}:
                yield at + 1, True


def _is_old(word: str, before: str, today: date | None) -> bool | None:
    """Say whether a word tells of earlier times or of these days; None where it tells no time, or one that something has lasted since."""
    if word in scene.MEMORY_WORDS:
        return True
    if word in scene.RECENT_WORDS:
        return None if before in {"since", "until"} else False
    year = _year(word)
    if year is None or today is None or before in _BEGINNINGS:
        return None
    return year < today.year


def _year(word: str) -> int | None:
    """Return the year that a word names: "2011", "1980s"; None for other words."""
    digits = word[:4]
    if len(word) in {4, 5} and digits.isdigit() and word[4:] in {"", "s"} and "1400" <= digits <= "2199":
        return int(digits)
    return None
