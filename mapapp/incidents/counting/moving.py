"""People who tell by where they go or sleep that they had to leave home: "2,300 have moved to the hills", "6,200 sleep in classrooms"."""

from __future__ import annotations

from collections.abc import Iterator

from mapapp.incidents.counting.chains import objects_after
from mapapp.incidents.counting.flight import flight, from_home
from mapapp.incidents.phrasing.toll import Clauses, Toll, span_of
from mapapp.incidents.wording.effects import Effect
from mapapp.incidents.wording.grammar_words import BE

_REFUGES = frozenset(
    """
    hills hill mountains mountain forest forests bush ground safety school schools church churches mosque mosques camp camps tent tents
    relatives shelter shelters embankments inland upland uphill elsewhere hall halls centres centers monastery mission valley interior
    """.split()
)
"""Where people go who had to leave home."""

_BEDS = frozenset(
    """
    classroom classrooms school schools cot cots gym gyms gymnasium tent tents church churches mosque mosques hall halls cars stadium
    coliseum floor floors mats open roadside station fields bush forest tarpaulins trees arena rough halls shelters pews monastery
    """.split()
)
"""Where people sleep who have no home to sleep in."""

_LEFT = frozenset("area quarter village villages town city camp island islands district valley neighbourhood neighborhood suburb".split())
_LEFT_SINCE = frozenset("since after because fearing fleeing following amid due".split())
_BORDERS = frozenset("border river lake frontier strait".split())
_INTO = frozenset("into to towards toward up out down over across on onto".split())
_BY_CHOICE = frozenset(
    """
    strike strikers workers talks meeting tourists pilgrims festival concert match fans marchers march rally holiday holidays students
    delegates commuters migrants workplace job jobs election hikers runners marathon protest protesters hotel cruise
    """.split()
)
"""Words by which people go, sleep or walk out of their own will."""

_REACH = 6


def moved(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read who moved, walked, crossed or sleeps somewhere because home is not safe."""
    if any(word.low in _BY_CHOICE for word in clauses.words):
        return
    if clauses.low(position) in _DRIVING:
        yield from _driven(clauses, position, effect)
        return
    behind = [clauses.low(at) for at in range(position + 1, position + 1 + _REACH)]
    if _TESTS[clauses.low(position)](behind, clauses):
        yield from flight(clauses, position, effect)


_DRIVING = frozenset({"driven", "drove"})
_CAUSES = frozenset(
    """
    fighting clashes clash violence attack attacks raid raids flood floods shelling bombing bombings fire fires threats unrest drought storm
    quake earthquake eruption cyclone lava offensive hunger famine rains landslides
    """.split()
)


def _driven(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read "fighting has driven some 12,000 people to the town": people, many, and by something that drives people out."""
    if not any(word.low in _CAUSES for word in clauses.words):
        return
    for phrase in objects_after(clauses.words, clauses.phrases, position)[:1]:
        if from_home(phrase) and phrase.count is not None and clauses.low(phrase.last) in _INTO | {"from"}:
            span, verb = span_of(clauses, phrase), clauses.words[position].span
            yield Toll(effect, phrase.count, span, verb, phrase.head, more=phrase.more, bare=phrase.head == "")


def _to_refuge(behind: list[str], clauses: Clauses) -> bool:
    del clauses
    return not _INTO.isdisjoint(behind[:2]) and not _REFUGES.isdisjoint(behind)


def _on_foot(behind: list[str], clauses: Clauses) -> bool:
    out = behind[:2] == ["out", "of"] or behind[:1] in (["down"], ["across"])
    return _to_refuge(behind, clauses) or out or (not _INTO.isdisjoint(behind[:1]) and any(w.low in _LEFT_SINCE for w in clauses.words))


def _over_a_border(behind: list[str], clauses: Clauses) -> bool:
    del clauses
    return behind[:1] == ["into"] or not _BORDERS.isdisjoint(behind[:3])


def _out_of_a_place(behind: list[str], clauses: Clauses) -> bool:
    place = behind[:1] in (["the"], ["their"], ["this"], ["its"]) and not _LEFT.isdisjoint(behind[1:4])
    return (place or behind[:1] == ["it"]) and any(word.low in _LEFT_SINCE for word in clauses.words)


def _in_a_bed(behind: list[str], clauses: Clauses) -> bool:
    del clauses
    return behind[:1] in (["in"], ["on"], ["under"], ["at"], ["inside"]) and not _BEDS.isdisjoint(behind)


def _for_a_night(behind: list[str], clauses: Clauses) -> bool:
    return "night" in behind[:3] and _in_a_bed(behind[behind.index("night") + 1 :], clauses)


_HOUSES = frozenset("home homes building buildings block flat flats house houses apartment apartments village villages area tower".split())


def _forced_out(behind: list[str], clauses: Clauses) -> bool:
    """Say whether people "had to leave" where they live."""
    del clauses
    return not _HOUSES.isdisjoint(behind)


_TESTS = {
    "moved": _to_refuge, "walked": _on_foot, "trekked": _on_foot, "crossed": _over_a_border, "left": _out_of_a_place, "sleep": _in_a_bed,
    "slept": _in_a_bed, "sleeping": _in_a_bed, "camped": _in_a_bed, "camping": _in_a_bed,
    "spent": _for_a_night, "had_to_leave": _forced_out,
}  # fmt: skip
"""What has to stand behind each verb."""

_KINDS = frozenset("evacuation accommodation reception relief transit emergency temporary collective displacement makeshift".split())
_STAYING = BE | frozenset("staying living remain remained still accommodated housed hosted".split())
_SHELTER_REACH = 4


def in_shelters(clauses: Clauses, position: int, effect: Effect) -> Iterator[Toll]:
    """Read who is in a shelter: "12,300 are in 21 accommodation centres", "900 remain in shelters"."""
    before = [clauses.low(at) for at in range(max(0, position - _SHELTER_REACH), position)]
    if clauses.low(position) in {"centres", "centers"} and _KINDS.isdisjoint(before):
        return
    at = next((at for at in range(position - 1, max(0, position - 1 - _SHELTER_REACH), -1) if clauses.low(at) in {"in", "at"}), None)
    if at is not None and clauses.low(at - 1) in _STAYING:
        yield from flight(clauses, at if clauses.low(at - 1) in BE else at - 1, effect)
