"""Names that only help to place another: "Gulu, Uganda", "the Yemeni port of", "Mali's Kayes region", "20 km from Bangui"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gazetteer import Kind, Place
from mapapp.toponyms import role_words as words
from mapapp.toponyms import scene_words as scene
from mapapp.toponyms import setting_words as grammar
from mapapp.toponyms.homes import is_adjective, measured_from_noun, preposition_of_noun
from mapapp.toponyms.setting import Setting, is_past, measure_at_end
from mapapp.toponyms.toponym import Toponym
from mapapp.toponyms.vocabulary import ARTICLES, BORDER_WORDS, DIRECTION_WORDS, NATURE_WORDS, PLACE_NOUNS_AFTER_DEMONYM

_WIDTH = {
    Kind.CONTINENT: 6, Kind.COUNTRY: 5, Kind.REGION: 4, Kind.ADMIN1: 3, Kind.LAND: 3, Kind.ADMIN2: 2, Kind.ADMIN3: 1,
}  # fmt: skip
"""How wide areas are, the narrow below the wide; points, waters and all else have none."""

_TOWN_PARTS = frozenset("neighbourhood neighborhood suburb quarter district borough ward area camp".split())
_LOOSE = ARTICLES | DIRECTION_WORDS | grammar.COMPASS | frozenset({"of", "in", "far"})


def only_places(setting: Setting, before: Sequence[Setting], following: Setting | None) -> bool:
    """Say whether the name only tells where another place lies.

    Parameters
    ----------
    setting
        The name.
    before
        The settings of the toponyms before it in the same sentence, in their order.
    following
        The setting of the toponym behind it in the same sentence.
    """
    if setting.toponym.demonym or is_adjective(setting):
        return _says_where(setting) or (following is not None and not following.gap and not following.toponym.demonym and not setting.glued)
    if before and ((_beside(setting) and not _tells_whose(before[-1], setting)) or _holds_as_owner(setting, before[-1].toponym)):
        return True
    if not _listed_beside_equal(setting, following) and any(_holds(setting, e.toponym, gap) for e, gap in _earlier(setting, before)):
        return True
    if _holds_unknown(setting):
        return True
    if following is not None and _leads_to(setting.toponym, following):
        return True
    if setting.governor in grammar.SCENE_PREPOSITIONS and preposition_of_noun(setting) in {"from", "of"} and measured_from_noun(setting):
        return True
    return _end_of_road(setting) or _stated_distance(setting)


def _says_where(setting: Setting) -> bool:
    """Say whether a noun of place follows the demonym within three words ("the Kazakh industrial city")."""
    return any(word in PLACE_NOUNS_AFTER_DEMONYM for word in setting.behind[:3] if word.isalpha())


def _listed_beside_equal(setting: Setting, following: Setting | None) -> bool:
    """See that the next member of the list is as wide: "Georgia, Oklahoma, Pennsylvania, Wisconsin" is no chain of narrow and wide."""
    if following is None or setting.gap != (",",) or following.position != setting.position + 1:
        return False
    place, next_place = setting.toponym.place, following.toponym.place
    return place is not None and next_place is not None and place.kind is next_place.kind


def _earlier(setting: Setting, before: Sequence[Setting]) -> Iterator[tuple[Setting, tuple[str, ...]]]:
    """Yield the name before and the words in between; and the one before a demonym too: "Moscow, a town in the US state of Idaho"."""
    if before and not _tells_whose(before[-1], setting):
        yield before[-1], setting.gap
    if len(before) > 1 and setting.gap and (before[-1].toponym.demonym or is_adjective(before[-1])):
        yield before[-2], (*before[-1].gap, *setting.gap)


def _tells_whose(earlier: Setting, setting: Setting) -> bool:
    """See "the mayor of Itagui in Bogota", "a trawler from Vigo off Brest": the second name places the deed, not the first name."""
    if earlier.governor not in {"of", "from"} or earlier.passed or setting.gap[:1] == (",",):
        return False
    place = setting.toponym.place
    return place is None or _WIDTH.get(place.kind, 0) == 0


def _holds(setting: Setting, previous: Toponym, gap: Sequence[str]) -> bool:
    """See the area behind its part: "Gulu, Uganda", "Shindand district of Herat", "Djibo in the north of Burkina Faso"."""
    if not gap or len(gap) > 10 or previous.demonym or not _may_hold(setting, previous, gap):
        return False
    rest = [word for word in gap if word not in _LOOSE and word not in grammar.KIND_NOUNS]
    if not rest:
        return bool({"of", "in"} & set(gap))
    if rest[0] in {",", "("}:
        return all(word in _APPOSITION for word in rest[1:]) or _describes_place(gap)
    return False


def _describes_place(gap: Sequence[str]) -> bool:
    """See ", the second largest city in", ", a farming town of 4,000 people in": a noun phrase of place and no verb."""
    if gap[1:2] and gap[1] not in ARTICLES and gap[1] not in {"one", "its", "capital"}:
        return False
    if grammar.KIND_NOUNS.isdisjoint(gap) or any(is_past(word) or word in {",", ";", "and", "was", "is"} for word in gap[1:]):
        return False
    return any(word in {"of", "in"} for word in gap[-4:])


def _holds_as_owner(setting: Setting, previous: Toponym) -> bool:
    """See "Kano, Nigeria's second-largest city"."""
    if setting.gap != (",",) or setting.right[:1] != ("'s",) or not _may_hold(setting, previous, setting.gap):
        return False
    return not grammar.KIND_NOUNS.isdisjoint(setting.right[1:5]) or not grammar.COMPASS.isdisjoint(setting.right[1:4])


def _holds_unknown(setting: Setting) -> bool:
    """See "the village of Karimboa, Soum province" where the village is not found as a name: a capitalised word behind a preposition."""
    place = setting.toponym.place
    if setting.in_capitals or place is None or place.kind not in _WIDTH:
        return False
    at = len(setting.left)
    while at and (setting.left[at - 1] in _LOOSE or setting.left[at - 1] in grammar.KIND_NOUNS):
        at -= 1
    between = setting.left[at:]
    if at and setting.left[at - 1] == ",":
        at -= 1
    elif not {"of", "in"} & set(between):
        return False
    name = at
    while name and setting.left_written[name - 1][:1].isupper() and setting.left[name - 1] not in grammar.DAYS:
        name -= 1
    if name == at or not name:
        return False
    before = setting.left[name - 1]
    return (
        before in _BEFORE_UNKNOWN or (before == "of" and name > 1 and setting.left[name - 2] in grammar.KIND_NOUNS) or before in _TOWN_WORDS
    )


_BEFORE_UNKNOWN = grammar.SCENE_PREPOSITIONS | frozenset({"to", "from"})
_TOWN_WORDS = frozenset("village town city hamlet suburb settlement locality".split())


def surrounds(setting: Setting, other: Setting) -> bool:
    """Say whether the name is an area that holds another of its sentence, so that it tells where that one lies.

    "In Kunduz province fighters overran Imam Sahib": what happened, happened in the narrower of the two.
    """
    place, inner = setting.toponym.place, other.toponym.place
    if place is None or other.toponym.demonym or place.kind not in _WIDTH:
        return False
    if inner is None:
        return False
    return _WIDTH[place.kind] > _WIDTH.get(inner.kind, 0) and _lies_in(inner, place)


_APPOSITION = frozenset(
    "both all capital near which is lies lie was located situated about some , ( volcano just roughly around only coastal".split()
)


def _may_hold(setting: Setting, previous: Toponym, gap: Sequence[str]) -> bool:
    """Say whether the name is wide enough to hold the one before, by kind or by the words beside it."""
    place, inner = setting.toponym.place, previous.place
    called_area = bool(setting.right[:1]) and setting.right[0] in grammar.AREA_NOUNS
    if place is None:
        return called_area and not grammar.KIND_NOUNS.isdisjoint(gap)
    if inner is not None and not _lies_in(inner, place) and not _said_to_hold(setting, gap):
        return False
    if "in" in gap and all(word in _LOOSE or word in grammar.KIND_NOUNS for word in gap):  # "Harehills in Leeds"
        return True
    if called_area or not _TOWN_PARTS.isdisjoint(gap):
        return True
    return _WIDTH.get(place.kind, 0) > (0 if inner is None else _WIDTH.get(inner.kind, 0))


def _said_to_hold(setting: Setting, gap: Sequence[str]) -> bool:
    """Say whether grammar alone puts one name into the other, wherever the gazetteer has them: two names and a comma, "district of"."""
    if gap == (",",):
        return setting.members == 2
    if "in" in gap and all(word in _LOOSE or word in grammar.KIND_NOUNS for word in gap):
        return True
    return not grammar.KIND_NOUNS.isdisjoint(gap[:2]) and gap[-1] in {"of", "in"}


def _lies_in(inner: Place, outer: Place) -> bool:
    """Say whether a place may lie in another, by country and by the codes of their areas."""
    if set(inner.countries).isdisjoint(outer.countries):
        return outer.kind is Kind.CONTINENT
    if outer.kind is Kind.ADMIN1 and inner.admin1 and outer.admin1:
        return inner.admin1 == outer.admin1
    if outer.kind is Kind.ADMIN2 and inner.admin2 and outer.admin2:
        return inner.admin2 == outer.admin2
    return True


def _beside(setting: Setting) -> bool:
    """See a place that the one before is told by: "Ansongo, near Gao", "Bouar, 430 km from Bangui"."""
    gap = setting.gap
    if not gap or len(gap) > 12 or setting.position or (setting.governor not in _BESIDE and not setting.measure):
        return False
    measure = measure_at_end(gap[:-1] if setting.governor in _BESIDE else gap)
    before = [word for word in gap[: len(gap) - len(measure)] if word not in BORDER_WORDS and word not in _BESIDE and word != "and"]
    return all(word in _APPOSITION or word in grammar.KIND_NOUNS or word in ARTICLES or word in NATURE_WORDS for word in before)


_BESIDE = frozenset("near outside opposite above below beside behind off beyond".split())


def _leads_to(toponym: Toponym, following: Setting) -> bool:
    """See the area before its part: "Mali's Kayes region", "Herat province's Shindand district", "the Oregon city of Bend"."""
    gap, inner = following.gap, following.toponym
    if inner.demonym or len(gap) > 6 or not all(word in _LOOSE or word in grammar.KIND_NOUNS or word in _POSSESSIVE_LINKS for word in gap):
        return False
    place = toponym.place
    if "'s" in gap:
        if place is None or inner.place is None:
            return True
        return place.place_id != inner.place.place_id and not set(place.countries).isdisjoint(inner.place.countries)
    if not gap or gap[0] not in grammar.KIND_NOUNS or place is None:
        return False
    inner_width = 0 if inner.place is None else _WIDTH.get(inner.place.kind, 0)
    return _WIDTH.get(place.kind, 0) > inner_width and (inner.place is None or _lies_in(inner.place, place))


_POSSESSIVE_LINKS = frozenset("'s largest second biggest main port restive capital".split())


def _stated_distance(setting: Setting) -> bool:
    """See "lies 220 km from Palawan": where something is told to lie, nothing happens."""
    measure = setting.measure
    if not measure:
        return False
    before = setting.head[: len(setting.head) - len(measure)]
    return bool(before) and (before[-1] in scene.STATE_VERBS or before[-1] in {"is", "are"})


def _end_of_road(setting: Setting) -> bool:
    """See the ends of what runs between two places: "the road between Gao and Kidal", "from Mzuzu to Karonga", "the Gao-Ansongo road"."""
    if setting.behind[:1] and setting.behind[0] in grammar.ROADS and setting.right[:1] != ("'s",):
        return True
    if setting.right[:1] in {("-",), ("–",)} and not grammar.ROADS.isdisjoint(setting.right[1:4]):
        return True
    near, governor = setting.head[-3:], setting.governor
    if governor == "between":
        paired = setting.members > 1 or setting.right[:1] == ("and",)
        return paired and words.DEALING_NOUNS.isdisjoint(near)
    if governor in {"linking", "connecting", "links", "connects", "joining"}:
        return True
    if governor == "from":
        return not grammar.ROADS.isdisjoint(near[-2:]) and "to" in setting.behind[:3]
    return governor in {"to", "with"} and _other_end_before(setting.left[-9:])


def _other_end_before(left: Sequence[str]) -> bool:
    """See the first end of a road: "the road from Mzuzu to", "linking Mubi with"."""
    for at, word in enumerate(left):
        if word in {"linking", "connecting", "links", "connects"}:
            return True
        if word == "from":
            return not grammar.ROADS.isdisjoint(left[:at])
    return False
