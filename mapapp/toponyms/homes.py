"""Signs of actor and origin: whose home a name is, who is meant by it, and what comes from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gazetteer import Kind
from mapapp.toponyms import role_words as words
from mapapp.toponyms import setting_words as grammar
from mapapp.toponyms.role_signs import is_wide
from mapapp.toponyms.setting import Setting, is_past
from mapapp.toponyms.toponym import Toponym
from mapapp.toponyms.vocabulary import FACILITY_WORDS

_CAPITAL = "PPLC"
"""GeoNames' feature code of a country's capital."""

_CLAUSE_STARTS = frozenset({"", *"– — -- - , ; : \" “ ” ' that and but while when as where because if which whom what".split()})
"""Words and marks behind which a subject may stand; "" is the start of a sentence."""


# --- actor -----------------------------------------------------------------------------------------------------------------------------


def is_party(setting: Setting) -> bool:
    """Say whether the name stands for a government, a nation or a side: a demonym, "Kyiv accused", "talks with Serbia", "Iran-backed"."""
    suffix = setting.glued.strip("-–").split("-")[0]
    if suffix in words.PARTY_SUFFIXES:
        return True
    if setting.toponym.demonym or is_adjective(setting):
        return True
    return suffix not in words.ORIGIN_SUFFIXES and (_deals(setting) or _acts_as_government(setting))


def is_adjective(setting: Setting) -> bool:
    """See the abbreviation of a country before a noun: "U.S. law", "UK troops"; it does what a demonym does."""
    text, place = setting.toponym.text, setting.toponym.place
    if place is None or place.kind is not Kind.COUNTRY or len(text.replace(".", "")) > 4 or not text.isupper() or setting.glued:
        return False
    if setting.in_capitals and "." not in text and len(text) > 3:
        return False
    following = setting.right[0] if setting.right else ""
    return (
        following.isalpha()
        and following not in grammar.PREPOSITIONS | words.NO_ADJECTIVES | grammar.UNDERGOING_VERBS
        and not is_past(following)
    )


def is_home(setting: Setting) -> bool:
    """Say whether the name is the home or seat of a person, a force or a body: "a Dayton woman", "the mayor of", "officials in"."""
    if setting.glued.strip("-–"):
        return False
    return any(sign(setting) for sign in _SIGNS_OF_HOME)


def _home_of_person(setting: Setting) -> bool:
    """See "a man from", "officers from", "the mayor of", "Anna Keller, 44, of"."""
    if setting.governor == "from":
        if _is_government(setting.toponym) and not _LOSING.isdisjoint(setting.head[-6:]):
            return True
        return is_person_noun(_last_noun(setting.head)) and not _on_their_way(setting)
    if setting.governor != "of" or not setting.head or setting.head[-1] in {"native", "natives"}:
        return False
    return is_person_noun(setting.head[-1]) or _name_and_age(setting.head)


_LOSING = frozenset("seized took taken captured recaptured wrested independence independent seceded".split())
"""Verbs whose "from" names the side that loses."""


def _name_and_age(head: Sequence[str]) -> bool:
    """See what stands before "of" where it gives somebody's home: ", 44,", ", aged 44,", or a name between commas."""
    if head[-1:] != (",",) or len(head) < 3:
        return False
    return head[-2].isdigit() or head[-3] in {",", "and"} or len(head) == 3


def is_person_noun(word: str) -> bool:
    """Say whether a word is a noun of persons or of a body of persons, by the lists or by its ending."""
    if word in words.PERSON_NOUNS or word in words.GROUP_NOUNS:
        return True
    return len(word) > 5 and word.endswith(words.PEOPLE_SUFFIXES) and word not in words.NO_PEOPLE and word.isalpha()


def _last_noun(head: Sequence[str]) -> str:
    """Return the word before the preposition, adverbs passed over."""
    return next(
        (word for word in reversed(head[-3:]) if word not in {"all", "both", "mostly", "mainly", "originally", "alike", "also"}), ""
    )


_WAY_WORDS = words.SENDING_WORDS | frozenset(
    "crossed cross crossing reached reach reaches left stranded sank capsized boat boats fly flew".split()
)


def _on_their_way(setting: Setting) -> bool:
    """Say whether the people are on the way or taken away: "refugees from X have arrived", "withdrew its troops from X"."""
    noun = _last_noun(setting.head)
    if not words.REMOVING_WORDS.isdisjoint(setting.head[-7:]):
        return True
    if noun in words.ALWAYS_MOVING:
        return True
    if noun not in words.MOVING_PEOPLE:
        return False
    return not _WAY_WORDS.isdisjoint(setting.left[-12:]) or not _WAY_WORDS.isdisjoint(setting.behind[:10])


def _describes_people(setting: Setting) -> bool:
    """See "Ohio lawmakers", "a Dayton woman", "Chad's army", "Germany's foreign minister": a noun of persons follows."""
    possessive = setting.behind[:1] == ("'s",)
    if setting.governor in grammar.SCENE_PREPOSITIONS and not setting.passed and not possessive:
        return False
    for position, word in enumerate(setting.behind[possessive : possessive + 4]):
        if word in words.PERSON_NOUNS or (position == 0 and is_person_noun(word)):
            return possessive or position <= 2
        if not word.isalpha() or word in grammar.PREPOSITIONS or word in words.NO_ADJECTIVES or is_past(word):
            return False
    return False


def _seat_of_speaker(setting: Setting) -> bool:
    """See "officials in Ankara said", "the council in Kirkcaldy voted", "said a teacher in Annaba"."""
    if setting.governor not in {"in", "at"} or not setting.head:
        return False
    noun = setting.head[-1]
    if noun in {"based", "headquartered"}:
        return True
    speaker = noun in words.SEATED_SPEAKERS or is_person_noun(noun)
    return speaker and (_speaks(setting.behind) or noun in _KIN_NOUNS or any(word in {"said", "says"} for word in setting.head[-5:-1]))


def _speaks(behind: Sequence[str]) -> bool:
    """Say whether a verb of speech follows before anything else can be the verb."""
    for word in behind[:5]:
        if word in grammar.SPEECH_VERBS:
            return True
        if word in {".", ";", ":"} or is_past(word):
            return False
    return False


_KIN_NOUNS = frozenset(
    "cousin uncle aunt brother sister mother father son daughter relatives relative friend friends parents wife husband".split()
)

_SIGNS_OF_HOME: tuple[Callable[[Setting], bool], ...] = (_home_of_person, _describes_people, _seat_of_speaker)


def _acts_as_government(setting: Setting) -> bool:
    """See "Kyiv accused", "Washington said", "Mexico deported": the place is the subject of what only somebody can do."""
    if (setting.governor not in _CLAUSE_STARTS and not setting.starts_line) or setting.right[:1] == ("'s",):
        return False
    verbs = _without_adverbs(setting.behind[:8])
    if not verbs or verbs[0] in grammar.UNDERGOING_VERBS:
        return len(verbs) > 1 and verbs[0] in {"is", "are", "was", "were"} and _is_government(setting.toponym) and _is_doing(verbs[1])
    if verbs[0] in grammar.SPEECH_VERBS:
        return True
    return _is_government(setting.toponym) and is_past(verbs[0]) and "by" not in verbs[1:2]


def _is_doing(word: str) -> bool:
    """See a present participle that is no weather: "are paying"."""
    return word.endswith("ing") and len(word) > 5


def _without_adverbs(behind: Sequence[str]) -> list[str]:
    """Leave out what may stand between a subject and its verb: "on Wednesday", "has also"."""
    kept: list[str] = []
    for word in behind:
        if kept or not (word in words.BEFORE_VERB or word in grammar.DAYS or word.isdigit()):
            kept.append(word)
    return kept


def _is_government(toponym: Toponym) -> bool:
    """Say whether a place may stand for a government: a country or a capital."""
    return is_wide(toponym) or (toponym.place is not None and toponym.place.feature_code == _CAPITAL)


def _deals(setting: Setting) -> bool:
    """See "talks between", "war with", "sanctions against", "backed by", "accused Moscow of"."""
    governor, head = setting.governor, setting.head
    if governor in {"between", "with", "against"}:
        near = head[-3:]
        if governor == "between" and setting.members < 2 and setting.right[:1] != ("and",) and not setting.position:
            return False
        return any(word in words.DEALING_NOUNS for word in near) and not any(word in grammar.ROADS for word in near)
    if governor == "by":
        return bool(head) and is_past(head[-1]) and (_is_government(setting.toponym) or head[-1] in words.PARTY_SUFFIXES)
    return governor in words.VERBS_TO_SOMEBODY and setting.is_bare


# --- origin ----------------------------------------------------------------------------------------------------------------------------


def comes_from(setting: Setting) -> bool:
    """Say whether orders, weapons, goods, weather or people come from the place."""
    if setting.glued.strip("-–").split("-")[0] in words.ORIGIN_SUFFIXES:
        return True
    if setting.toponym.demonym:
        return setting.behind[:1] == ("origin",) or (bool(setting.behind) and setting.behind[0] in words.GOODS)
    return _from(setting) or _left_behind(setting) or _begun_in(setting)


def _from(setting: Setting) -> bool:
    """See "from X", and "from a warehouse in X"."""
    if setting.governor == "from":
        if not setting.head and "to" in setting.behind[:4]:  # "From Calabria to Puglia, storms have battered"
            return False
        if setting.head and (setting.head[-1] in words.NO_ORIGIN_BEFORE_FROM or setting.head[-1] in words.REPORT_NOUNS):
            return False
        return not setting.measure and not is_rescue(setting)
    if setting.governor == "of" and setting.head[-1:] == ("out",):
        return True
    if setting.governor not in grammar.SCENE_PREPOSITIONS or preposition_of_noun(setting) != "from":
        return False
    return not measured_from_noun(setting) and words.RESCUING_WORDS.isdisjoint(setting.head[-9:])


def _names_a_spot(noun: Sequence[str]) -> bool:
    """Say whether a noun phrase names something that stands somewhere: it has an article, or is a facility or camp."""
    return noun[0] in grammar.DETERMINERS or noun[-1] in words.DESTINATION_NOUNS or noun[-1].removesuffix("s") in FACILITY_WORDS


_ENDS_OF_MEASURES = grammar.LENGTH_UNITS | grammar.COMPASS


def measured_from_noun(setting: Setting) -> bool:
    """See "200 kilometres from the front line in": the name tells where the other end of a distance is."""
    head = setting.head[-8:]
    at = next((i for i in range(len(head) - 1, 0, -1) if head[i] in {"from", "of"}), 0)
    return at > 0 and head[at - 1] in _ENDS_OF_MEASURES


def is_rescue(setting: Setting) -> bool:
    """See "seventy people were evacuated from": the scene, not only where they came from."""
    return setting.governor == "from" and not words.RESCUING_WORDS.isdisjoint(setting.head[-5:])


def preposition_of_noun(setting: Setting) -> str:
    """Return the preposition of the noun that "in X" belongs to: "to" in "taken to a hospital in", "" where it belongs to a verb."""
    head = setting.head
    if not head or setting.follows_name or not head[-1].isalpha():
        return ""
    if is_past(head[-1]) or head[-1] in grammar.PREPOSITIONS or head[-1] == "and":
        return ""
    for back, word in enumerate(reversed(head[-6:-1]), start=2):
        if word in grammar.PREPOSITIONS:
            # "deaths from influenza in" names a cause, "from a warehouse in" a place.
            return "" if word == "from" and not _names_a_spot(head[len(head) - back + 1 :]) else word
        if not word.replace("-", "").replace("'", "").isalnum() or is_past(word):
            return ""
    return ""


def _left_behind(setting: Setting) -> bool:
    """See "fled X", "had left X", "trucks left X on Sunday"; "left Goma without power" is something else."""
    if setting.governor in words.FLEEING_VERBS:
        return setting.is_bare
    if setting.governor != "left" or not setting.is_bare:
        return False
    return not setting.behind[:1] or not setting.behind[0].isalpha() or setting.behind[0] in words.AFTER_LEAVING


def _begun_in(setting: Setting) -> bool:
    """See "planned in", "born in", "native of", "smuggled via"."""
    governor, head = setting.governor, setting.head
    if not head or any(word in {"not", "no", "never"} for word in head[-4:]):
        return False
    if governor == "of":
        return head[-1] in {"native", "natives"}
    if governor == "in":
        return head[-1] in words.BEGINNING_WORDS
    if governor in {"at", "above", "over"}:
        return head[-1] in {"formed", "loaded"} or (governor == "at" and "loaded" in head[-4:])
    return governor == "via" and not words.SENDING_WORDS.isdisjoint(head[-5:])
