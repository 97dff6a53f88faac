"""Forms that say themselves where their two ends stand: "A and B are 5 km apart", "from A, B is 5 km away", "distance to B: 5 km".

Each form is read outwards from the number: what stands right behind it decides which are tried, then the words in front. Lengths of
ways ("the road from A to B is 5 km") are none of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mapapp.claims.directions import DIRECTION, point_of
from mapapp.claims.statements.statement import Measure, Statement, Stretch

_WINDOW = 150
"""Characters looked back from a number."""

_REACH = 180
"""Characters looked ahead of it."""

_S = r"\s{1,3}"
_WORDS = r"[^.,;:()?!\n]{1,60}?"
_ALSO_COMMAS = r"[^.;:()?!\n]{1,70}?"
_IS = (
    r"(?:is|was|are|were|being|be|lies|lie|lay|sits|sit|sat|stands|stand|stood|remains|remain|of|some|only|just|still|now|about|both|"
    r"located|situated|which|that|who|at|a|mere|distance|by|road|air|also|roughly|exactly|put|estimated|given|reported)"
)
_COPULA = (
    rf"(?:is|was|are|were|lies|lie|lay|sits|sit|sat|stands|stand|stood|remains|remain)"
    rf"(?:{_S}(?:only|just|still|now|some|about|located|situated|a|mere|at)){{0,3}}"
)

_APART = re.compile(rf"{_S}(?:(?:away{_S})?from{_S}(?:each|one){_S}(?:an)?other|apart)(?!\w)(?!{_S}from(?!\w))", re.IGNORECASE)
_BEFORE_APART = re.compile(rf"(?:\s{{0,3}},)?(?:{_S}{_IS}){{0,6}}\s{{0,3}}[,(–—-]{{0,2}}\s{{0,3}}\Z", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"(?<!\w)(?:the|these|those|both|two|three)(?:{_S}[\w'’-]{{2,16}}){{0,3}}?{_S}(?:towns|cities|villages|hamlets|settlements|communities|camps|"
    r"capitals|ports|bases|islands|municipalities|suburbs|airports|places|sites|locations)\Z",
    re.IGNORECASE,
)
"""Places that are not named: "the two cities are 30 km apart"."""

_AND = re.compile(rf"(?:,?{_S}and{_S}|{_S}&{_S})", re.IGNORECASE)

_SEPARATED_BY = re.compile(
    rf"(?:{_S}|,\s)(?:(?:is|was|are|were|being|remains|lies){_S}){{0,2}}(?:separated|divided|parted|cut{_S}off){_S}from{_S}(?P<far>{_WORDS})"
    rf"{_S}by{_S}(?:(?:a{_S}(?:distance|gap|strip|stretch|belt){_S}of|only|just|a{_S}mere|no{_S}more{_S}than){_S}){{0,2}}\Z",
    re.IGNORECASE,
)
_SEPARATED_BY_AND_FROM = re.compile(
    rf"(?:{_S}|,\s)(?:(?:is|was|are|were|being|remains|lies){_S}){{0,2}}(?:separated|divided|parted|cut{_S}off){_S}by{_S}\Z", re.IGNORECASE
)
_OF_SOMETHING = rf"(?:{_S}of{_S}[\w'’\s-]{{2,40}}?)?"
_OF_FROM = re.compile(rf"{_OF_SOMETHING}{_S}from{_S}", re.IGNORECASE)

_SEPARATES = re.compile(
    rf"{_OF_SOMETHING}{_S}(?:(?:that|which|now|still|only|has|have|had){_S}){{0,2}}"
    rf"(?:(?:separate[sd]?|separating|divide[sd]?|dividing|parts?|parted){_S}(?P<near>{_WORDS}){_S}(?:from|and)"
    rf"|(?:lie|lies|lay|lying|remain|remains|remained|stand|stood|left){_S}between{_S}(?P<near2>{_WORDS}){_S}and){_S}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"{_S}between{_S}(?P<near>{_WORDS}){_S}and{_S}", re.IGNORECASE)
_BEFORE_BETWEEN = re.compile(
    rf"(?<!\w)(?:there(?:{_S}(?:is|are|was|were|lie|lay)|['’]s)|(?:distance|gap){_S}of|with)(?:{_S}(?:still|only|just|some|about)){{0,2}}{_S}\Z",
    re.IGNORECASE,
)

_DISTANCE_BETWEEN = re.compile(
    rf"(?<!\w)distance(?:{_S}by{_S}\w{{2,10}}|{_S}as{_S}the{_S}crow{_S}flies)?{_S}"
    rf"(?:between{_S}(?P<near>{_ALSO_COMMAS}){_S}and{_S}(?P<far>{_ALSO_COMMAS})|from{_S}(?P<far2>{_ALSO_COMMAS}){_S}to{_S}(?P<near2>{_ALSO_COMMAS})"
    rf"|to{_S}(?P<near3>{_ALSO_COMMAS}){_S}from{_S}(?P<far3>{_ALSO_COMMAS}))"
    rf"(?:\s{{0,3}}[,(:=–—-]{{1,2}}\s{{0,3}}|(?:,?{_S}{_IS}){{1,5}}{_S})\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?<!\w)distance(?:{_S}\(?(?:in{_S})?(?:km|kms|kilomet(?:re|er)s|miles)\)?|{_S}by{_S}\w{{2,10}})?{_S}(?:to|from){_S}(?P<far>{_ALSO_COMMAS})"
    rf"(?:\s{{0,3}}\(?(?:in{_S})?(?:km|kms|miles)\)?)?(?:\s{{0,3}}[:=–—]\s{{0,3}}|{_S}(?:is|was|being){_S})(?:{_IS}{_S}){{0,3}}\Z",
    re.IGNORECASE,
)
_A_TO_B = re.compile(
    rf"(?:\A|[.;:,!?\n“\"–—]\s{{0,3}}|(?<!\w)(?:that|because|and|but|so|said|says){_S})(?P<from>from{_S})?"
    rf"(?P<near>(?!from\s)(?:(?!\sfrom\s|\sbetween\s)[^.,;:()?!\n]){{1,60}}?){_S}to{_S}(?P<far>{_WORDS}),?{_S}(?:is|was|it(?:['’]s|{_S}is|{_S}was))"
    rf"(?:{_S}(?:only|just|still|some|about|a{_S}distance{_S}of)){{0,2}}{_S}\Z",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    rf"(?<!\w)(?:it(?:['’]s|{_S}(?:is|was|would{_S}be))|(?:distance|distances){_S}of|that(?:['’]s|{_S}is))(?:{_S}(?:still|only|just|some|about|a)){{0,3}}{_S}\Z",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"(?:{_S}by{_S}(?:road|air|sea|rail|car))?{_S}from{_S}(?P<far>{_WORDS}){_S}to{_S}(?!the{_S}(?:north|south|east|west))(?=\w)",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?:,?{_S}(?:by{_S}(?:road|air|sea|rail|car)|as{_S}the{_S}crow{_S}flies|more|further),?)?{_S}to{_S}"
    rf"(?!the{_S}(?:north|south|east|west|nort|sout))(?=\w)",
    re.IGNORECASE,
)
_STILL = re.compile(
    rf"(?<!\w)(?:it(?:['’]s|{_S}(?:is|was|would{_S}be))|there(?:['’]s|{_S}(?:is|are|was|were))|(?:left{_S})?with)"
    rf"(?:{_S}(?:still|only|just|some|about|another|a)){{0,3}}{_S}\Z",
    re.IGNORECASE,
)
_FROM_IT_IS = re.compile(
    rf"(?<!\w)from{_S}(?P<far>{_WORDS}),?{_S}it(?:['’]s|{_S}(?:is|was))(?:{_S}(?:still|only|just|some|about|another|a)){{0,3}}{_S}\Z",
    re.IGNORECASE,
)

_AWAY = re.compile(
    rf"(?:{_S}by{_S}(?:road|air|sea|rail))?{_S}(?:(?:away|off|distant|further(?:{_S}on)?)(?:{_S}(?:to{_S}the{_S})?{DIRECTION})?(?!\w)"
    rf"|(?:to{_S}the{_S})?{DIRECTION.replace('P<direction>', 'P<bare>')})(?!\s{{0,3}},?{_S}?(?:from|of)(?!\w))",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:{_S}by{_S}road)?(?:{_S}away)?{_S}from{_S}", re.IGNORECASE)
_FROM_FIRST = re.compile(
    rf"(?<!\w)from{_S}(?P<far>{_WORDS}),{_S}(?P<near>{_WORDS}){_S}{_COPULA}{_S}\Z",
    re.IGNORECASE,
)
_LINE_FIRST = re.compile(
    rf"(?:(?<!\w)(?:in|at|from|for){_S}(?P<near>{_WORDS}),{_S})?(?<![\w'’-])(?P<far>(?:the|its|their|our|[A-Z][\w’']{{1,20}}['’]s){_S}(?:(?!the{_S}|its{_S})[\w'’–-]{{2,20}}{_S}){{0,3}}?"
    rf"(?:border|frontier|coast|coastline|sea|front{_S}?lines?|frontlines?|ocean)(?:{_S}(?:with|of){_S}\w{{2,24}})?)"
    rf"{_S}(?:is|was|lies|lay|are)(?:{_S}(?:only|just|still|now|some|about|a|mere|located|at|distance|of)){{0,3}}{_S}\Z",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(
    rf"(?<!\w)how{_S}far(?:{_S}away)?{_S}(?:is|was|are|were){_S}(?P<near>{_WORDS}){_S}from{_S}(?P<far>{_WORDS})\?[”\"’'\s]{{0,6}}"
    rf"(?:(?:[–—-]|it(?:['’]s|{_S}is)|that(?:['’]s|{_S}is)|[“\"‘]){_S}?){{0,2}}\Z",
    re.IGNORECASE,
)

_NEXT_WORD = re.compile(r"\s{0,3},?\s{0,3}(?P<word>\w{1,12})")
_FIRST_WORDS_OF_SEPARATING = frozenset(
    "separate separates separated separating divide divides divided dividing part parts parted lie lies lay lying remain remains remained "
    "stand stood left that which now still only has have had of between".split()
)


def with_given_ends(text: str, measure: Measure) -> Statement | None:
    """Return the statement of a form that gives both ends, or the far one, by its own words; None if there is none."""
    following = _NEXT_WORD.match(text, measure.end)
    word = following.group("word").lower() if following else ""
    left = max(0, measure.start - _WINDOW, text.rfind("\n\n", max(0, measure.start - _WINDOW), measure.start) + 1)
    before = text[left : measure.start].lower()
    for reader in _BY_NEXT_WORD.get(word, ()):
        if (found := reader(text, measure, left)) is not None:
            return found
    for clue, reader in _BY_CLUE:
        if clue in before and (found := reader(text, measure, left)) is not None:
            return found
    return None


def _given(
    measure: Measure,
    relator: str,
    *,
    far: tuple[int | None, int | None] | None,
    near: tuple[int | None, int | None] | None = None,
    end: int | None = None,
    named: bool = True,
) -> Statement:
    """Return a statement whose ends stand in the given stretches."""
    statement = Statement.of(measure, measure.end if end is None else end, relator)
    return replace(statement, far=Stretch(*far) if far else None, near=Stretch(*near) if near else None, named_ends=named)


def _end(match: re.Match[str]) -> int:
    """Return where a match ends without the white space behind it."""
    return match.start() + len(match.group().rstrip())


def _end_before(text: str, start: int) -> int:
    """Return where the word in front of an offset ends."""
    return start - (len(text[max(0, start - 4) : start]) - len(text[max(0, start - 4) : start].rstrip()))


def _apart(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "A and B are 5 km apart", "A and B lie 5 km from each other"."""
    after = _APART.match(text, measure.end)
    peeled = _BEFORE_APART.search(text, left, measure.start) if after else None
    if after is None or peeled is None:
        return None
    pairs = list(_AND.finditer(text, max(left, peeled.start() - 64), peeled.start()))
    pair = pairs[-1] if pairs else None
    if pair is None or any(mark in text[pair.end() : peeled.start()] for mark in ".;:?!\n"):
        several = _SEVERAL.search(text, left, peeled.start())
        return _given(measure, "apart", far=None, near=several.span(), end=_end(after), named=False) if several else None
    return _given(measure, "apart", far=(pair.end(), peeled.start()), near=(None, pair.start()), end=_end(after))


def _separated_by(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "A is separated from B by 5 km", "A is separated by 5 km of desert from B"."""
    found = _SEPARATED_BY.search(text, left, measure.start)
    if found is not None:
        return _given(measure, "separated from", far=found.span("far"), near=(None, found.start()), named=False)
    found = _SEPARATED_BY_AND_FROM.search(text, left, measure.start)
    after = _OF_FROM.match(text, measure.end, measure.end + _REACH) if found else None
    if found is None or after is None:
        return None
    return _given(measure, "separated from", far=(after.end(), None), near=(None, found.start()), end=_end(after), named=False)


def _separating(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "5 km of desert separate A from B", "only 5 km lie between A and B", "with 5 km between A and B"."""
    found = _SEPARATES.match(text, measure.end, measure.end + _REACH)
    if found is None and _BEFORE_BETWEEN.search(text, left, measure.start):
        found = _BETWEEN.match(text, measure.end, measure.end + _REACH)
    if found is None:
        return None
    group = "near" if found.group("near") else "near2"
    return _given(measure, "between", far=(found.end(), None), near=found.span(group), end=_end_before(text, found.start(group)))


def _from_to(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "it is 5 km from A to B", "a distance of 5 km from A to B"."""
    after = _FROM_TO.match(text, measure.end, measure.end + _REACH)
    if after is None or _IT_IS.search(text, left, measure.start) is None:
        return None
    return _given(measure, "from", far=after.span("far"), near=(after.end(), None), end=_end_before(text, after.start("far")))


def _to_place(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "it is 5 km to B", "from A it is 5 km to B"."""
    after = _TO.match(text, measure.end)
    if after is None:
        return None
    first = _FROM_IT_IS.search(text, left, measure.start)
    if first is not None:
        return _given(measure, "to", far=first.span("far"), near=(after.end(), None), end=_end(after))
    if _STILL.search(text, left, measure.start) is None:
        return None
    return _given(measure, "to", far=(after.end(), None), end=_end(after))


def _far_end_first(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "from A, B is 5 km away", "the border is 5 km away"."""
    after = _AWAY.match(text, measure.end)
    if after is None:
        return None
    direction = after.group("direction") or after.group("bare")
    first = _FROM_FIRST.search(text, left, measure.start)
    if first is not None:
        found = _given(measure, "away", far=first.span("far"), near=first.span("near"), end=_end(after))
        return replace(found, direction=point_of(direction) if direction else None)
    line = _LINE_FIRST.search(text, left, measure.start)
    if line is None:
        return None
    near = line.span("near") if line.group("near") else None
    found = _given(measure, "away", far=line.span("far"), near=near, end=_end(after), named=near is not None)
    return found if near else replace(found, list_start=line.start("far"))


def _line_from(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "the border is 5 km from A": the line is the far end whichever stands first."""
    after = _FROM.match(text, measure.end)
    line = _LINE_FIRST.search(text, left, measure.start) if after else None
    if after is None or line is None:
        return None
    return _given(measure, "from", far=line.span("far"), near=(after.end(), None), end=_end(after), named=False)


def _distance_between(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "the distance between A and B is 5 km", "distance from A: 5 km"."""
    found = _DISTANCE_BETWEEN.search(text, left, measure.start)
    if found is not None:
        number = next(number for number in ("", "2", "3") if found.group(f"near{number}"))
        return _given(measure, "distance", far=found.span(f"far{number}"), near=found.span(f"near{number}"), named=False)
    found = _LABEL.search(text, left, measure.start)
    if found is None:
        return None
    return replace(_given(measure, "distance", far=found.span("far"), named=False), list_start=found.start())


def _a_to_b(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "A to B is 5 km", "from A to B it is 5 km"."""
    found = _A_TO_B.search(text, left, measure.start)
    if found is None:
        return None
    first, second = found.span("near"), found.span("far")
    # What "from" stands with is the far end, as everywhere.
    return _given(measure, "to", far=first, near=second) if found.group("from") else _given(measure, "to", far=second, near=first)


def _how_far(text: str, measure: Measure, left: int) -> Statement | None:
    """Read "How far is A from B? About 5 km"."""
    found = _HOW_FAR.search(text, left, measure.start)
    return _given(measure, "from", far=found.span("far"), near=found.span("near"), named=False) if found else None


_Reader = Callable[[str, Measure, int], Statement | None]
_BY_NEXT_WORD: dict[str, tuple[_Reader, ...]] = {
    "apart": (_apart,),
    "from": (_apart, _from_to, _line_from),
    "by": (_from_to, _line_from, _to_place, _far_end_first),
    "as": (_to_place,),
    "more": (_to_place,),
    "further": (_to_place, _far_end_first),
    "to": (_to_place, _far_end_first),
    **dict.fromkeys(_FIRST_WORDS_OF_SEPARATING, (_separating,)),
    **dict.fromkeys(("off", "distant"), (_far_end_first,)),
    "away": (_apart, _far_end_first, _line_from),
}
_COMPASS_WORDS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "due")
_BY_NEXT_WORD |= dict.fromkeys(_COMPASS_WORDS, (_far_end_first,))
_BY_CLUE: tuple[tuple[str, _Reader], ...] = (
    ("separated", _separated_by),
    ("divided", _separated_by),
    ("cut off", _separated_by),
    ("distance", _distance_between),
    ("how far", _how_far),
    (" to ", _a_to_b),
)
