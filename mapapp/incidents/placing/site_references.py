"""Places told without their name: "in the same city", "in the capital", "here", and countries told by their people: "the Libyan coast"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer import Kind
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.site_cues import speaks_there
from mapapp.incidents.wording.actor_words import SAYING
from mapapp.incidents.wording.grammar_words import BE
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Toponym

_SAME = re.compile(r"\b(?:in|at|near|outside)\s(?:the|that)\ssame\s(?:city|town|village)\b", re.IGNORECASE)
_AREAS = ("region", "province", "department", "governorate", "oblast", "prefecture", "state", "district", "county")
_AREA = rf"(?:{'|'.join(_AREAS)})"
_SAME_AREA = re.compile(
    rf"\b(?:(?:in|across|throughout|over|around|of|hit|struck|shelled|bombed|attacked)\s(?:the|that)\s(?:same\s|whole\s|entire\s)?{_AREA}\b"
    rf"|(?:the|this)\s{_AREA}\s(?:recorded|reported|saw|counted|registered|was\s(?:hit|struck|devastated|ravaged|shaken))\b)(?!\s(?:of|(?-i:[A-Z])|governor|government|council|police|court))",
    re.IGNORECASE,
)
_WITHIN_COUNTRY = frozenset({Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3})
_COUNTRY_NOUN = re.compile(
    r"\s(?P<noun>towns|cities|villages|regions|provinces|districts|territory|soil|coast|shore|shores|waters|airspace|countryside)\b",
    re.IGNORECASE,
)
_AT_SEA = frozenset("coast shore shores waters airspace".split())
_IN_BEFORE = re.compile(
    r"\b(?:in|off|across|over|on|inside|throughout|hit|struck|shelled|bombed|attacked)\s(?:the\s|several\s|many\s|some\s|various\s|all\s|other"
    r"\s|two\s|three\s|four\s|five\s|\d{1,3}\s|coast\sof\s){0,3}$",
    re.IGNORECASE,
)

LONGEST_TITLE = 200
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class CountryWords:
    """Words for somewhere in a country. ``at_sea``: off it, or in the air over it."""

    span: Span
    at_sea: bool


def country_words(text: str, toponym: Toponym) -> CountryWords | None:
    """Return the words that put something somewhere in the country of a people, or off it; None where they do not."""
    if not toponym.demonym or toponym.place is None or toponym.place.kind is not Kind.COUNTRY:
        return None
    noun = _COUNTRY_NOUN.match(text, toponym.span.end)
    if noun is None or not _IN_BEFORE.search(text[max(0, toponym.span.start - 40) : toponym.span.start].replace("\n", " ")):
        return None
    return CountryWords(Span(toponym.span.start, noun.end()), noun["noun"].lower() in _AT_SEA)


def same_place_before(text: str, sentence: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the town that "in the same city" means: the one named most often before, the latest of equals; of areas the latest."""
    written = sentence.of(text).replace("\n", " ")
    lower = written.lower()
    if "same" not in lower and not any(noun in lower for noun in _AREAS):
        return None  # most sentences: looking for a word costs far less than the patterns do
    if not _SAME.search(written):
        return _area_before(sentence, named) if _SAME_AREA.search(written) else None
    before = [t for t in named if t.span.start < sentence.start and t.place is not None and t.place.is_point]
    counts = Counter(t.place.place_id for t in before if t.place is not None)
    return max(before, key=lambda t: (counts[t.place.place_id] if t.place is not None else 0, t.span.start), default=None)


def _area_before(sentence: Span, named: Sequence[Toponym]) -> Toponym | None:
    """Return the area inside a country that was named last before a sentence."""
    before = [t for t in named if t.span.start < sentence.start and t.place is not None and t.place.kind in _WITHIN_COUNTRY]
    return before[-1] if before and not before[-1].demonym else None


_WAY = r"(?:(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?|central|downtown)\s"
_OF_LESS = r"(?:district|provincial|departmental?|regional|state|county|cantonal|commercial|financial|business|former|old|ancient|cultural)"
"""What is called a capital and is none of a country."""
_CAPITAL = re.compile(
    rf"\b(?:(?:in|inside|across|throughout|around|hit|shook|rocked)\s(?:{_WAY})?|(?:sectors?|parts?|sections?|neighbou?rhoods?|districts?|suburbs?"
    rf"|areas?|quarters?|streets|outskirts|cent(?:er|re))\sof\s)(?P<words>(?:the|this\scountry['’]s|the\scountry['’]s|the\snation['’]s|its)\s(?:{_WAY})?(?!{_OF_LESS}\s)"
    r"(?P<people>[\w’'-]{3,20}\s)?capital)\b(?!\sof\b|['’]s\b|\s(?:region|district|province|area)\b)",
    re.IGNORECASE,
)
_HERE_ALONE = re.compile(
    r"\b(?P<verb>[a-z'’-]{2,20})\s(?:(?:by|in)\s(?:[a-z'’-]{2,20}\s){1,3})?here(?=\s(?:today|yesterday|tonight|on|this|late|early|last|at|when"
    r"|after|as|and)\b|[,.;])",
    re.IGNORECASE,
)
_NO_DEED = (
    SAYING
    | frozenset("from people around up out over right down back come came arrived arriving living live lives held staying".split())
    | BE
)


def capital_meant(text: str, sentence: Span, offsets: Offsets, filed: Toponym | None) -> Toponym | None:
    """Return the capital that "in the capital", "in the Peruvian capital" means; as the report names it where it does.

    Without the name of a people it is that of the country where the report was filed, if it was filed there, or of the country that the
    whole report is about.
    """
    if offsets.gazetteer is None:
        return None
    written = sentence.of(text).replace("\n", " ")
    match = _CAPITAL.search(written) if "capital" in written.lower() else None
    if match is None:
        return None
    inside = Span(sentence.start + match.start("words"), sentence.start + match.end())
    if speaks_there(text, inside.start):
        return None
    told = next((t.place for t in offsets.toponyms if inside.contains(t.span) and t.place is not None), None)
    country = told or offsets.country()
    codes = list(country.countries) if country is not None else []
    if told is None and filed is not None and filed.place is not None:
        codes = [code for code in filed.place.countries if offsets.gazetteer.capital(code) == filed.place] or codes
    capital = offsets.gazetteer.capital(codes[0]) if len(codes) == 1 else None
    if capital is None:
        return None
    named = next((t for t in offsets.toponyms if t.place is not None and t.place.place_id == capital.place_id and not t.demonym), None)
    return named or Toponym(inside, " ".join(inside.of(text).split()), place=capital)


def happened_here(text: str, sentence: Span) -> bool:
    """Say whether a sentence puts its deed where it was filed: "was shot dead here today"; not "officials said here"."""
    written = sentence.of(text).replace("\n", " ")
    return "here" in written.lower() and any(match["verb"].lower() not in _NO_DEED for match in _HERE_ALONE.finditer(written))


_WHOLE_COUNTRY = re.compile(
    r"\b(?:country-?\s?wide|nation-?\s?wide|(?:all\sover|across|throughout)\s(?:the|this)\s(?:whole\s|entire\s)?(?:country|nation)"
    r"|in\sthe\s(?:whole|entire)\s(?:country|nation)|in\sall\sthe\scountry)\b",
    re.IGNORECASE,
)
_THIS_SPOT = re.compile(
    r"\b(?:at|in|into|inside|outside|before|near|on|of|through|against|over|hit|struck|entered)\s(?:this|our(?:\sown)?|the\sgates?\sof\s(?:this|our))\s"
    r"(?:own\s|very\s|main\s|front\s)?(?:gate|yard|courtyard|ward|wards|compound|office|offices|hospital|clinic|building|house|premises|camp|post"
    r"|station|school|parish|church|mosque|mission|village|town|city|street|market|port|harbou?r|prison|jail|base|headquarters|hall)\b",
    re.IGNORECASE,
)


def country_wide(text: str, sentence: Span, offsets: Offsets) -> Toponym | None:
    """Return the country that "country-wide" means: the one that the whole report is about; None where a sentence says no such thing."""
    lower = sentence.of(text).lower()
    match = _WHOLE_COUNTRY.search(text, sentence.start, sentence.end) if "country" in lower or "nation" in lower else None
    country = offsets.country() if match is not None else None
    if match is None or country is None:
        return None
    span = Span(*match.span())
    return Toponym(span, " ".join(match[0].split()), place=country)


def this_spot(text: str, sentence: Span, offsets: Offsets) -> Toponym | None:
    """Return the town in the title of a report whose writer says "at this gate", "in our yard"; None where it names none, or several."""
    lower = sentence.of(text).lower()
    if ("this" not in lower and "our" not in lower) or _THIS_SPOT.search(text, sentence.start, sentence.end) is None:
        return None
    start = len(text) - len(text.lstrip())
    blank = text.find("\n\n", start)
    end = min(blank if blank >= 0 else start + LONGEST_TITLE, start + LONGEST_TITLE)
    towns = [t for t in offsets.toponyms if t.span.end <= end and t.place is not None and t.place.is_point and not t.demonym]
    return towns[0] if len({t.place.place_id for t in towns if t.place is not None}) == 1 else None
