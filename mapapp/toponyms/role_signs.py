"""Signs of border, organisation, address and comparison: what the words right around a name say, whatever else the sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Kind
from mapapp.toponyms import role_words as words
from mapapp.toponyms import scene_words as scene
from mapapp.toponyms import setting_words as grammar
from mapapp.toponyms.setting import Setting
from mapapp.toponyms.toponym import Role, Toponym
from mapapp.toponyms.vocabulary import BORDER_WORDS, STREET_WORDS

_WIDE = frozenset({Kind.COUNTRY, Kind.CONTINENT, Kind.REGION})
_BORDERED = _WIDE | {Kind.ADMIN1, Kind.WATER}


def is_wide(toponym: Toponym) -> bool:
    """Say whether the place is a country or larger."""
    return toponym.place is not None and toponym.place.kind in _WIDE


def is_country(toponym: Toponym) -> bool:
    """Say whether the place is a country."""
    return toponym.place is not None and toponym.place.kind is Kind.COUNTRY


# --- border ----------------------------------------------------------------------------------------------------------------------------


def names_border(setting: Setting) -> bool:
    """Say whether the name tells whose border is meant: "the Kazakh border", "border with Chad", "bordering Mali"."""
    place = setting.toponym.place
    if not setting.toponym.demonym and place is not None and place.kind not in _BORDERED:
        return False
    return _border_behind(setting) or _border_before(setting)


def _border_behind(setting: Setting) -> bool:
    """See "the Russian border", "the Chad-Sudan border", "Jordan's border with", "their common land border"."""
    behind = [word for word in setting.behind[:4] if word not in _BETWEEN_NAME_AND_BORDER]
    if behind[:1] and behind[0] in BORDER_WORDS:
        # "Kyrgyzstan's Border Guard Service" is a body.
        return setting.in_capitals or not any(word.lower() in BORDER_WORDS and word[0].isupper() for word in setting.written[:3])
    # "the Chad – Sudan border": the second half has not been found as a name.
    return setting.right[:1] in {("-",), ("–",)} and len(setting.right) > 2 and setting.right[2] in BORDER_WORDS


_BETWEEN_NAME_AND_BORDER = frozenset("'s - – land maritime sea common shared southern northern eastern western long porous".split())


def _border_before(setting: Setting) -> bool:
    """See "border with", "border between", "frontier of", "bordering"."""
    if setting.governor in {"bordering", "borders"}:
        return True
    if setting.governor in {"into", "to", "with"} and setting.head[-1:] and setting.head[-1] in {"crossing", "crossings"}:
        return True
    return setting.governor in _AFTER_BORDER and not BORDER_WORDS.isdisjoint(setting.head[-2:])


_AFTER_BORDER = frozenset("with between of to into from separating dividing".split())


# --- organisation ----------------------------------------------------------------------------------------------------------------------


def inside_organisation(setting: Setting) -> bool:
    """Say whether the name stands inside that of a body: "Lagos University", "Kenya's National Police Service", "Bank of Ghana"."""
    if setting.governor == "of" and setting.head and setting.head[-1] in words.BODIES_OF:
        return setting.is_bare or setting.toponym.demonym
    if setting.governor == "in" and setting.is_bare and setting.head[-1:] and setting.head[-1] in words.BODIES_IN:
        # "the African Union Mission in Somalia", but "a mission in Mali"
        return not setting.in_capitals and setting.left_written[-2 - len(setting.passed)][:1].isupper()
    return _run_ends_in_body(setting)


def _run_ends_in_body(setting: Setting) -> bool:
    """Say whether a capitalised run behind the name, with or without a possessive, holds the head word of a body."""
    if setting.glued:
        return False
    possessive = setting.right[:1] == ("'s",)
    run: list[str] = []
    for word in setting.written[possessive:7]:
        if not word[:1].isupper() and not word.startswith(("'", "’")):
            break
        run.append(word.lower())
    if setting.in_capitals:
        # All words are capitals: only what stands right behind can belong to the name.
        return any(word in words.BODY_NOUNS for word in run[:2] if word not in words.NO_BODIES_IN_CAPITALS) and not _breaks_off(run[:2])
    if run[:1] and run[0] in grammar.KIND_NOUNS:  # "Ayacucho Department", but "Warsaw District Court"
        run = run[1:]
    return len(run) > possessive and not words.BODY_NOUNS.isdisjoint(run)


def _breaks_off(run: Sequence[str]) -> bool:
    """Say whether the run holds a word that no name of a body holds."""
    return any(word in grammar.PREPOSITIONS or word in grammar.SPEECH_VERBS for word in run)


# --- address ---------------------------------------------------------------------------------------------------------------------------


def in_address(setting: Setting, previous: Role | None) -> bool:
    """Say whether the name belongs to a postal address: "12 Mill Lane, Stroud", "the 400 block of", and what follows it behind a comma."""
    if previous is Role.ADDRESS and setting.gap == (",",):
        return True
    left, right = setting.left, setting.right
    if left[-2:] == ("block", "of"):
        return True
    numbered = bool(left) and left[-1].isdigit() and bool(right) and right[0].strip(".") in STREET_WORDS
    return (numbered and setting.written[0][:1].isupper()) or _street_before(left)


_PARTS_OF_ADDRESS = STREET_WORDS | {"floor", "suite", "box", "apt", "apartment", "building"}


def _street_before(left: Sequence[str]) -> bool:
    """See a number, up to three words and a street's word right before a comma: "15 Mill Lane,"."""
    if left[-1:] != (",",):
        return False
    for back in range(2, min(6, len(left) + 1)):
        if left[-back].strip(".") in _PARTS_OF_ADDRESS:
            return any(word.isdigit() for word in left[-back - 4 : len(left) - back + 2])
    return False


# --- comparison ------------------------------------------------------------------------------------------------------------------------


def is_compared(setting: Setting, previous: Role | None) -> bool:
    """Say whether something is likened to the place or set beside it: "like in", "than", "the worst since", "another Somalia".

    ``previous`` is the role of the toponym before in the sentence: "against 4 per cent in Lesotho and 3 in Botswana".
    """
    if previous is Role.COMPARISON and setting.governor == "in" and 2 < len(setting.gap) < 6 and any(w[0].isdigit() for w in setting.gap):
        return True
    if setting.glued.strip("-–") in words.COMPARING_SUFFIXES:
        return True
    if _byword(setting) or _stands_for_likes(setting) or _counted_among(setting):
        return True
    return _word_of_comparison(setting.left) or _superlative_since(setting.left)


def _stands_for_likes(setting: Setting) -> bool:
    """See "that of Sarno", "those of the Gulf", "with those in Knysna", "we are not Las Vegas"."""
    head = setting.head
    if setting.governor in words.COMPARING_VERBS and setting.is_bare:
        return True
    if setting.governor in {"of", "from"} and head and head[-1] in words.LIKENESS_NOUNS:
        return True
    if _set_against(setting):
        return True
    if setting.governor in {"not", "even"} and head:
        return head[-1] in {"are", "is", "was", "were", "not", "am"} and setting.is_bare and not setting.toponym.demonym
    if setting.governor in {"of", "over"}:
        return head[-1:] in {("that",), ("those",)}
    return (
        setting.governor in {"in", "at", "around"} and head[-1:] in {("that",), ("those",)} and len(head) > 1 and head[-2] in _BEFORE_LIKES
    )


def _byword(setting: Setting) -> bool:
    """See "become another Somalia", "a second Chernobyl": a name behind an article is a kind of thing."""
    left = setting.left
    if setting.toponym.demonym or not left or left[-1] not in words.LIKENESS_BEFORE:
        return False
    return (
        len(left) > 1 and left[-2] in _BEFORE_BYWORD and not (setting.right[:1] and setting.right[0].isalpha() and is_noun_ahead(setting))
    )


def _counted_among(setting: Setting) -> bool:
    """See "one of 20 attacks carried out in Turkey": the area tells what the one is counted with, not where it happened."""
    place = setting.toponym.place
    called_area = bool(setting.right[:1]) and (setting.right[0] in grammar.AREA_NOUNS or setting.right[0] == "local")
    if setting.governor not in grammar.SCENE_PREPOSITIONS or ((place is None or place.is_point) and not called_area):
        return False
    head = setting.head[-12:]
    return any(
        head[at] in {"one", "part"}
        and head[at + 1] == "of"
        and not scene.EVENT_NOUNS.isdisjoint(head[at + 2 :])
        and _ENDS_COMPARISON.isdisjoint(head[at:])
        for at in range(len(head) - 2)
    )


def _set_against(setting: Setting) -> bool:
    """See "in Chile, on the other hand,", "Bolivia, by contrast,", "whereas in", "as Norway did", "against 4 per cent in"."""
    behind = setting.behind[:6]
    if behind[:3] == (",", "by", "contrast") or behind[:5] == (",", "on", "the", "other", "hand"):
        return True
    if setting.governor in {"whereas", "as"} or (setting.governor == "in" and setting.head[-1:] == ("whereas",)):
        return setting.governor != "as" or (setting.is_bare and bool(behind) and behind[0] in {"did", "does", "do", "had", "has"})
    against = setting.head[-6:]
    return (
        setting.governor == "in" and "against" in against and any(word[0].isdigit() for word in against[against.index("against") + 1 :][:1])
    )


_BEFORE_LIKES = frozenset("with to than of like as and from exceed exceeds recall recalls recalled resemble resembles dwarf dwarfs".split())
_BEFORE_BYWORD = frozenset("a the become becoming becomes be as into is was not of".split())


def is_noun_ahead(setting: Setting) -> bool:
    """Say whether the name is followed by a noun it only describes: "another London suburb"."""
    return setting.right[0] in words.PERSON_NOUNS or setting.right[0] in grammar.KIND_NOUNS or setting.right[0] in scene.EVENT_NOUNS


def _word_of_comparison(left: Sequence[str]) -> bool:
    """Look back, within the clause, for "like", "than", "compared with", "as in", "the size of"."""
    plain = True
    for back, word in enumerate(reversed(left[-12:]), start=1):
        before = left[-back - 1] if len(left) > back else ""
        if word in words.COMPARING_WORDS and (word not in {"similar", "comparable"} or left[len(left) - back + 1 :][:1] == ("to",)):
            return not (word == "like" and before in _VERB_LIKE) and not (word == "than" and _compares_a_number(left, back, before))
        if plain and (
            (word == "as" and _as_compares(left, back))
            or (word in {"size", "scale", "kind", "sort"} and back <= 6)
            or (word == "contrast" and before == "in")
        ):
            return True
        if word in _ENDS_COMPARISON:
            return False
        plain = plain and (word in words.PLAIN_BETWEEN_COMPARISON or word.isdigit())
    return False


_ENDS_COMPARISON = frozenset(", ; : . ( ) – — -- said says told when while after before but because".split())


_VERB_LIKE = frozenset({"would", "to", "should", "not", "n't", "don't", "i", "we", "they", "people"})


def _compares_a_number(left: Sequence[str], back: int, before: str) -> bool:
    """See that "more than 300 people in" compares with a number, "less than a year after" with a time; "rather than" is no comparison."""
    following = left[len(left) - back + 1 :]
    if before in {"rather", "other"} or not following:
        return bool(following) or before in {"rather", "other"}
    return (
        following[0][:1].isdigit()
        or following[0] in grammar.NUMBER_WORDS
        or following[:2] in {("a", "year"), ("a", "month"), ("a", "week")}
    )


def _as_compares(left: Sequence[str], back: int) -> bool:
    """See "as in", "as high as in", "as they did in"; "as" before a noun or a clause of its own is something else."""
    following = left[len(left) - back + 1 :]
    if following[:1] in {("in",), ("at",)}:
        return len(following) <= 3
    if following[:1] and following[0] in {"happened", "happens", "seen", "occurred", "during", "after"}:
        return True
    if (
        len(following) > 1
        and following[0] in {"it", "they", "he", "she", "we"}
        and following[1] in {"did", "does", "do", "was", "were", "had"}
    ):
        return True
    before = left[: len(left) - back]
    return len(before) > 1 and before[-2] == "as" and before[-1] not in {"far", "well", "soon", "long"} and len(following) <= 6


def _superlative_since(left: Sequence[str]) -> bool:
    """See "the deadliest attack since the 2005 bombings in", "the worst accident since a bus fell into a gorge near"."""
    for back, word in enumerate(reversed(left[-14:]), start=1):
        if word == "since":
            return holds_superlative(left[max(0, len(left) - back - 12) : len(left) - back])
        if word in _ENDS_COMPARISON:
            return False
    return False


def holds_superlative(stretch: Sequence[str]) -> bool:
    """Say whether one of the words is a superlative."""
    return any(
        (word.endswith("est") and len(word) > 5 and word not in words.NO_SUPERLATIVES) or word in {"worst", "most"} for word in stretch
    )
