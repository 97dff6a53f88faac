"""What speaks for a name being the site of an incident: the words around it, the kind of place, how near it stands."""

from __future__ import annotations

import re

from gazetteer import Kind
from mapapp.claims.offset_place import NEARBY_KM
from mapapp.incidents.incident import GeoPrecision
from mapapp.incidents.placing.offsets import Offsets
from mapapp.incidents.placing.site_chains import heads_own_facility, is_partial
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym

FLOOR = -4.5
"""Names rated lower are no sites at all: the speaker's seat, where somebody came from."""

NEAR_KM = 10.0
"""Radius added for "near" and "outside" a town."""

_UNUSABLE = frozenset({Role.DATELINE, Role.ORIGIN, Role.BORDER, Role.ACTOR, Role.ORGANISATION, Role.COMPARISON, Role.ADDRESS})


def _before(*words: str, then: str = r"(?:the\s)?") -> re.Pattern[str]:
    """Return a pattern for words right before a name."""
    return re.compile(rf"\b(?:{'|'.join(words)})\s{then}$", re.IGNORECASE)


_NEAR = _before(
    "near", "outside(?: of)?", "close to", "around", "countryside of", "outskirts of", "vicinity of", "not far from", "suburbs of",
)  # fmt: skip
ASIDE_KM = 15.0
ASIDE_RADIUS_KM = 20.0
"""How far to one side of a town "its northern countryside" lies, at a guess, and how far off that may be beside the town's own radius."""

_MEASURED = re.compile(
    r"\b(?:km|kms|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?|hours?|minutes?|drive|walk)\s(?:to\sthe\s|due\s|just\s)?$", re.IGNORECASE
)

_SIDE = r"(?P<side>north-?east|north-?west|south-?east|south-?west|north|south|east|west)(?:ern)?"
_ASIDE_BEFORE = re.compile(rf"\b{_SIDE}\s(?:countryside|hinterland|outskirts)\sof\s(?:the\s)?$", re.IGNORECASE)
_ASIDE_OF = re.compile(rf"\b{_SIDE}\sof\s(?:the\s)?(?:city\sof\s|town\sof\s)?$", re.IGNORECASE)
_IN_ITS_PART = re.compile(rf"\b(?:the|in)\s{_SIDE}\sof\s(?:the\s)?$", re.IGNORECASE)
_VILLAGE_IN_PART = re.compile(r"\b(?:villages?|hamlets?|settlements?|farms?)\sin\sthe\s\S{4,12}\sof\s(?:the\s)?$", re.IGNORECASE)
"""A part of a town is inside it, but no village is."""
_ASIDE_AFTER = re.compile(rf"^(?:['’]s)?\s{_SIDE}\s(?:countryside|hinterland|outskirts)\b", re.IGNORECASE)
_BEARINGS_DEG = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0, "west": 270.0,
    "northwest": 315.0,
}  # fmt: skip
_BESIDE = re.compile(r"(?:north|south|east|west)\s(?:of|from)\s(?:the\s)?$", re.IGNORECASE)
_IN = _before("in", "at", "near", "outside", "around", "inside", then=r"(?:the\s)?(?:[a-z'’-]+\s){0,4}(?:of\s)?")
_AT = _before(
    "in", "at", "on", "into", "inside", "near", "outside", "around", "across", "throughout", "of", "against", "targeting", "hit",
    "struck", "rocked", "shook", "attacked", "stormed", "towards?", "to",
    then=r"(?:[\w'’-]+\s){0,4}",
)  # fmt: skip
_WORD = re.compile(r"\w+")
_TOWARDS_WORDS = frozenset({"to", "toward", "towards", "for", "via"})
_FROM_WORDS = frozenset(
    """
    from bound fled taken rushed transferred hospital hospitals based born native way visit visits trip trips journey journeys ticket
    tickets flight flights tour tours delegation delegations envoy envoys ambassador ambassadors consul consuls pilgrimage pilgrimages
    extradition return extradited deported flown sent traveling travelling returned returning headed heading extradite deport
    """.split()
)
_SPEAKER_WORDS = frozenset({"in", "from"})
"""Words without which the patterns below find nothing; of the last, among the two right before the name. Most names have none of them."""
_TOWARDS = _before("to", "towards?", "for", "via", then=r"(?:the\s)?(?:[a-z]+\s)?")
_FROM = _before(
    "from", "bound for", "fled to", "taken to", "rushed to", "transferred to", "hospitals? in", "based in", "born in", "native of",
    "way to",
    "(?:visits?|trips?|journeys?|tickets?|flights?|tours?|delegations?|envoys?|ambassadors?|consuls?|pilgrimages?|extradition|return) to",
    "(?:extradited|deported|flown|sent|travell?ing|returned|returning|headed|heading|extradite|deport) to",
    then=r"(?:the\s)?(?:[a-z]+\s)?",
)  # fmt: skip
_SPEAKER = _before(
    "reporters in", "journalists in", r"spokes\w+ in", "correspondents? in", "statement in", "embassy in", "ambassador in",
    r"according to (?:[\w'’-]{1,20}\s){1,8}in", "officials in", "capital in", "conference in", "interview in", "by telephone in", "from in",
    r"(?:said|says|told|announced|speaking|spoke|stated|made|issued|released)(?:\s(?:by|on|late|early|a|telephone|phone|radio|reporters"
    r"|journalists|statement|him|her|it|here|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)){0,3}\s(?:in|from)",
)  # fmt: skip
_AT_EMBASSY = re.compile(
    r"\b(?:at|of|near|outside|against|into|inside|attacked|bombed|hit|stormed|targeted|struck|occupied|entered)\s(?:the\s)?(?:[\w.'’-]{2,20}\s){0,3}"
    r"embassy\sin\s(?:the\s)?$",
    re.IGNORECASE,
)
"""What is done to an embassy is done where it stands; what an embassy says is not."""
_FROM_BOTH = re.compile(
    r"\b(?:people|men|residents|villagers|groups?|youths|supporters|members|families|students|boys)\s(?:of\s[a-z]{2,12}\s)?from\s[^.;:]{2,80}\sand\s(?:the\s)?$"
)
"""Behind "two groups of people from Mirado and" stands where the second group is from."""
_REPORTED_FROM = _before("(?:reported|confirmed|recorded) from", then=r"(?:the\s)?(?:[a-z]+\s){0,3}(?:of\s)?")
"""Behind "three deaths were reported from" stands where they happened."""
_COUNTRYSIDE = re.compile(r"^(?:['’]s)?\s(?:countryside|outskirts|suburbs|rural)\b", re.IGNORECASE)
_SAID_AFTER = re.compile(r"^,?\s(?:said|told|announced|reported|condemned)\b", re.IGNORECASE)
_SUFFERED_AFTER = re.compile(
    r"^\s(?:was|were|is|(?:had|has|have)\sbeen)\s(?:later\s|also\s|then\s)?(?:released|arrested|shot|murdered|kidnapped|abducted|detained"
    r"|wounded|injured|assassinated|charged|sentenced|born|stabbed|beheaded|freed|questioned)\b",
    re.IGNORECASE,
)
"""What is done to people and to no place: "Mirado was arrested" is about somebody of that name; "the mayor of Mirado was" is not."""
_GOVERNING = (["of"], ["in"], ["at"], ["from"], ["near"], ["the"])
_REPORTS_DEAD = re.compile(
    r"^\sreported\s(?:at\sleast\s|some\s|about\s|only\s)?[\w,-]{1,20}\s(?:more\s)?(?:deaths?|dead|fatalities|casualties|cases)\b",
    re.IGNORECASE,
)
"""A place that "reported 34 deaths" is where they died."""
_EVENT_AFTER = re.compile(
    r"^(?:['’]s)?\s(?:\w+\s){0,2}(?:attacks?|bombings?|blasts?|shootings?|massacre|killings?|explosions?|clashes|earthquake|quake"
    r"|floods?|siege|riots?|protests?|crash|disaster|fire)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:in|of|near|outside|throughout|across|at)\s(?:(?:downtown|central|northern|southern|eastern|western)\s)?this\s(?:\w+\s)?"
    r"(?:city|capital|town|port|locality)\b",
    re.IGNORECASE,
)

_OPENS_WIDE = re.compile(r"(?:^|[.!?\"”’:•-]\s)In\s(?:the\s)?$")
_COMMA_AFTER = re.compile(r"^,\s")
_LABEL_AFTER = re.compile(r"^(?:\s\([^()]{1,40}\))?:\s")
_KIND_SCORES = {Kind.COUNTRY: -3.0, Kind.ADMIN1: 0.0, Kind.ADMIN2: 1.0, Kind.ADMIN3: 1.0}
_POINT_SCORE, _OTHER_KIND_SCORE, _UNKNOWN_SCORE = 3.0, -1.0, -3.0
_TOLD_SETTLEMENT = _before("village", "town", "hamlet", "settlement", "suburb", "city", then=r"of\s(?:the\s)?")
_TOLD_SETTLEMENT_SCORE = 5.0
"""A name nobody knows that the text calls a village outweighs a known town farther off: a wrong pin is worse than none."""
_PER_CHARACTER_AFTER, _PER_CHARACTER_BEFORE = 1 / 150, 1 / 100


def usable(toponym: Toponym) -> bool:
    """Say whether a toponym may be a site at all, by the role its context gives it."""
    return toponym.role not in _UNUSABLE and not toponym.demonym


_RIGHT_IN = re.compile(r"(?<![-\w])(?:in|near|outside)\s(?:(?:downtown|central|northern|southern|eastern|western)\s)?$", re.IGNORECASE)
_RIGHT_AT = re.compile(r"\b(?:in|at|near|outside|inside|opposite|before|of)\s(?:the\s)?$", re.IGNORECASE)
"""Before "the Mirado Press Club": something is done there."""
_OVERRULED = frozenset({Role.ACTOR, Role.ORGANISATION})


_LONGEST_SHORT = 3
"""Letters of an abbreviation that is a common word as well: "US", "CAR", "LA"."""
_AROUND = 30


def _is_a_word_in_capitals(text: str, span: Span) -> bool:
    """Say whether a short name stands among capitals, where nothing tells it from a word: "A CAR BOMB", "THEY TOLD US"."""
    if span.end - span.start > _LONGEST_SHORT:
        return False
    around = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    return around.isupper() and len(around) > _AROUND


def may_be_site(text: str, toponym: Toponym) -> bool:
    """Say whether a toponym may be a site: by its role, or because "in", "near" or "outside" stands right before a town.

    Where a line is written in capitals, "near Calvera a group of men" is easily taken for the name of a group.
    """
    if _is_a_word_in_capitals(text, toponym.span):
        return False
    if usable(toponym):
        return True
    if toponym.role not in _OVERRULED or toponym.demonym or toponym.place is None or not toponym.place.is_point:
        return False
    before = text[max(0, toponym.span.start - 24) : toponym.span.start].replace("\n", " ")
    return _RIGHT_IN.search(before) is not None or (_RIGHT_AT.search(before) is not None and heads_own_facility(text, toponym.span))


def speaks_there(text: str, start: int) -> bool:
    """Say whether the words before an offset say that somebody speaks there: "told reporters in"."""
    return _SPEAKER.search(text[max(0, start - 60) : start].replace("\n", " ")) is not None


WILDS_KM = 60.0
"""How far the desert of a town may reach, or the province of its name, at a guess: no pin of its own, but a district."""
_WILDS = r"(?:deserts?|steppes?|badlands|marsh(?:es)?|jungles?|bush)"
_WILDS_BEFORE = re.compile(
    rf"\b(?:(?:{_WILDS}|provinces?|governorates?)\sof\s(?:the\s)?|(?:provinces|governorates|districts|regions)\sof\s[A-Z]\S{{1,15}}\sand\s)$"
)
_WILDS_AFTER = re.compile(rf"^(?:['’]s)?\s{_WILDS}\b", re.IGNORECASE)


def precision_at(wider_km: float | None) -> GeoPrecision:
    """Return how exactly a place is known that lies so far from a town at most; None: in it."""
    if wider_km is None:
        return GeoPrecision.EXACT
    return GeoPrecision.ADMIN2 if wider_km >= WILDS_KM else GeoPrecision.NEAR


def widened_km(text: str, span: Span) -> float | None:
    """Return how far from a place the text puts something that is near it, or to one side of it; None where it is in the place."""
    before = text[max(0, span.start - 40) : span.start].replace("\n", " ")
    if _WILDS_BEFORE.search(before) or _WILDS_AFTER.match(text[span.end : span.end + 20].replace("\n", " ")):
        return WILDS_KM
    if _BESIDE.search(before):
        return NEARBY_KM
    near = _NEAR.search(before) is not None and not heads_own_facility(text, span)
    return NEAR_KM if near or _COUNTRYSIDE.match(text[span.end : span.end + 20]) else None


def aside_deg(text: str, span: Span) -> float | None:
    """Return the direction in which something lies outside a town by its side alone ("north of X", "X's eastern countryside")."""
    before = text[max(0, span.start - 50) : span.start].replace("\n", " ")
    found = _ASIDE_BEFORE.search(before) or _ASIDE_AFTER.match(text[span.end : span.end + 40].replace("\n", " "))
    if found is None and (_VILLAGE_IN_PART.search(before) or not _IN_ITS_PART.search(before)):
        found = _ASIDE_OF.search(before)
        if found is not None and _MEASURED.search(before[: found.start()]):
            return None
    return _BEARINGS_DEG[found["side"].lower().replace("-", "")] if found else None


def points_to_dateline(text: str, sentence: Span) -> bool:
    """Say whether a sentence says "in this city", "in this capital"."""
    written = sentence.of(text).replace("\n", " ")
    return "this" in written.lower() and _HERE.search(written) is not None


def weight(text: str, toponym: Toponym, focus: int, offsets: Offsets) -> float:
    """Rate a toponym as the site of what the word at offset ``focus`` tells of; higher is better."""
    distance = toponym.span.start - focus
    far = distance * _PER_CHARACTER_AFTER if distance >= 0 else -distance * _PER_CHARACTER_BEFORE
    asked = (toponym.span, toponym.place.place_id if toponym.place is not None else None)
    said = offsets.said.get(asked)
    if said is None:
        said = offsets.said[asked] = _kind_score(text, toponym) + _context_score(text, toponym, offsets)
    return said - far


def _kind_score(text: str, toponym: Toponym) -> float:
    """Rate what kind of place the name stands for."""
    place = toponym.place
    if place is None or is_partial(text, toponym.span, place):
        return _UNKNOWN_SCORE
    return _POINT_SCORE if place.is_point else _KIND_SCORES.get(place.kind, _OTHER_KIND_SCORE)


def _flat_before(text: str, toponym: Toponym, reach: int) -> str:
    return text[max(0, toponym.span.start - reach) : toponym.span.start].replace("\n", " ")


def _context_score(text: str, toponym: Toponym, offsets: Offsets) -> float:
    """Rate the words around the name."""
    before = _flat_before(text, toponym, 60)
    after = text[toponym.span.end : toponym.span.end + 40].replace("\n", " ")
    said = _WORD.findall(before.lower())
    score = 2.0 if _EVENT_AFTER.match(after) else 0.0
    if _IN.search(before):
        score += 2.0
    elif _AT.search(before):
        score += 1.0
    if toponym.place is None and _TOLD_SETTLEMENT.search(before):
        score += _TOLD_SETTLEMENT_SCORE
    if not _TOWARDS_WORDS.isdisjoint(said) and _TOWARDS.search(before):
        score -= 2.5
    offset = offsets.of(toponym)
    if before.endswith(("and ", "and the ")) and _FROM_BOTH.search(_flat_before(text, toponym, 130)):
        score -= 10.0
    if (
        not _FROM_WORDS.isdisjoint(said)
        and _FROM.search(before)
        and not _REPORTED_FROM.search(before)
        and (offset is None or offset.reach is None)
    ):
        score -= 8.0
    if _OPENS_WIDE.search(text[max(0, toponym.span.start - 8) : toponym.span.start].rpartition("\n")[2]) and _COMMA_AFTER.match(after):
        score -= 2.0  # "In X, two people died at Y": Y is the site
    if _LABEL_AFTER.match(after):
        score += 1.0
    if _SUFFERED_AFTER.match(after) and said[-1:] not in _GOVERNING:
        score -= 10.0
    spoken = not _SPEAKER_WORDS.isdisjoint(said[-2:]) and _SPEAKER.search(before) is not None and _AT_EMBASSY.search(before) is None
    if spoken or (_SAID_AFTER.match(after) and not _REPORTS_DEAD.match(after)):
        score -= 10.0
    return score - (1.0 if toponym.role is Role.CONTEXT else 0.0)
