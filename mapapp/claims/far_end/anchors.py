"""What a distance is counted from: a place, a border, a coast, a capital, "here", a front line, a facility, an area.

Only the words are read here. Whose border "the Russian border" is, seen from the subject, is settled in :mod:`ends`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from gazetteer.place import Kind
from mapapp.claims import wording
from mapapp.claims.claim import AnchorKind
from mapapp.claims.far_end.anchor_lines import border, coast, front_line, named_line
from mapapp.claims.far_end.anchor_phrase import BREAKS_PHRASE, MODIFIERS, SPACES, WORDS, AnchorPhrase, headed, noun_phrase
from mapapp.claims.far_end.countries import countries_behind, countries_between
from mapapp.claims.phrases import AREA_WORDS, CENTRE_WORDS, FACILITY_WORDS, LOCAL_FACILITIES, NO_NAMES, SETTLEMENT_WORDS, pattern_of
from mapapp.claims.seats import seat
from mapapp.claims.surroundings import Name, Surroundings
from mapapp.report.report import Span

_LONGEST = 110
"""Characters of an anchor phrase."""

_CAPITAL = re.compile(rf"{MODIFIERS}(?P<head>capital)(?![\w-])(?:{SPACES}city\b)?", re.IGNORECASE)
_FIRST_LEVEL = frozenset({"provincial", "regional", "departmental", "territorial"})
_SECOND_LEVEL = frozenset({"district", "county", "tehsil", "taluk", "upazila", "subdistrict", "raion", "rayon"})
_SEAT = re.compile(
    rf"{MODIFIERS}(?P<division>district|county|provincial|regional|departmental|governorate|state|division(?:al)?)"
    rf"{SPACES}(?P<head>headquarters|seat|headquarter|hq)(?![\w-])",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"here(?!\w)|this\s{1,3}(?:\w{2,16}\s{1,3}){0,3}?(?P<noun>capital|city|town|village|port|settlement|resort)(?!\w)(?!\s{1,3}of\b)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?:there|it|them|him|her|us|me)(?!\w)|(?:the|that|their|his|her|its)\s{1,3}(?:main\s{1,3}|nearest\s{1,3}|same\s{1,3})?"
    r"(?:city|town|village|scene|site|place|spot|area|district|municipality|province|state|region|country|location)"
    rf"(?!\w)(?!\s{{1,3}}(?:of|called|named|headquarters|centre|center|council|hospital|{'|'.join(sorted(FACILITY_WORDS))})\b)",
    re.IGNORECASE,
)
_CLASS_OF = re.compile(
    r"(?:(?:the|a|an|its|their)\s{1,3})?(?:[\w'’-]{2,20}\s{1,3}){0,4}?"
    rf"(?P<noun>{pattern_of(sorted(SETTLEMENT_WORDS | AREA_WORDS))}|"
    r"centre|center|outskirts|edge|suburbs|heart|headquarters)\s{1,3}(?:of|called|named)\s{1,3}(?:the\s{1,3})?",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    rf"(?:(?:{CENTRE_WORDS}|{'|'.join(sorted(SETTLEMENT_WORDS))}|the\s{{1,3}}\w+\s{{1,3}}(?:city|town))\s{{1,3}}){{0,3}}", re.IGNORECASE
)
_ONE_WORD = re.compile(r"(?:the\s{1,3})?(?P<word>[\w'’-]{2,20})\s{1,3}", re.IGNORECASE)
_LOCAL = re.compile(
    rf"(?:['’]s?)?\s{{1,3}}(?:main\s{{1,3}}|central\s{{1,3}}|local\s{{1,3}})?(?:{pattern_of(LOCAL_FACILITIES)})(?!\w)",
    re.IGNORECASE,
)
_IN_TOWN = re.compile(
    rf"(?:the|a|an|its|their)\s{{1,3}}(?:[\w'’-]{{2,20}}\s{{1,3}}){{0,2}}?(?:{pattern_of(LOCAL_FACILITIES)})\s{{1,3}}(?:in|of|at)\s{{1,3}}"
    r"(?:the\s{1,3}(?:city|town|village)\s{1,3}of\s{1,3})?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?:the\s{1,3})?(?:place|spot|site|point|scene|area|location|house|field|road)\s{1,3})?where\s{1,3}[^.,;:()?!\n\"“”]{2,80}",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\s{0,3}[,(]?\s{0,3}")
_OF = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s(?P<word>[\w'’-]{2,24})")
_POSSESSIVE = re.compile(r"['’]s?\s{1,3}\w")


def find_anchor(here: Surroundings, start: int, *, limit: int | None = None) -> AnchorPhrase | None:
    """Return what stands at ``start`` as the far end of a distance, or None if there is nothing that could be one.

    Parameters
    ----------
    limit
        Where its words end at the latest; None: with the sentence.
    """
    end = _phrase_end(here, start)
    if limit is not None:
        end = min(end, limit)
    if end <= start:
        return None
    return next((found for reader in _READERS if (found := reader(here, start, end)) is not None), None)


def _phrase_end(here: Surroundings, start: int) -> int:
    return min(here.sentence_at(start).end, start + _LONGEST)


def _capital(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the capital", "the Salvadoran capital", "the capital, Caracas", "state capital Ranchi", "the capital of Chad"."""
    match = headed(here, _CAPITAL, start, end)
    if match is None:
        return None
    pre = match.group("pre").lower().split()
    if "this" in pre or "the" in pre[1:]:
        return None  # the dateline's; "Panjim the capital of Goa" is Panjim
    opening = _OPENING.match(here.text, match.end(), end)
    name = here.name_starting_at(opening.end(), end) if opening else None
    countries, others = countries_between(here, start, match.end())
    behind, behind_others, stop = countries_behind(here, match.end(), end)
    if name is None and (of := _OF.match(here.text, match.end(), end)) is not None:
        name = here.name_starting_at(of.end(), end)
    if name is not None and name.is_area and (others or behind_others):
        name = seat(here, name) or name
    if name is not None and not name.is_area:
        return AnchorPhrase(Span(start, name.span.end), AnchorKind.CAPITAL, name=name, countries=tuple(countries))
    span = Span(start, stop)
    level = _level_of(pre)
    trouble = wording.unnamed_capital(span.of(here.text)) if level or others or behind_others else ""
    area = name if level and name is not None and name.is_area else None
    return AnchorPhrase(
        span, AnchorKind.CAPITAL, name=area, countries=tuple(countries + behind), trouble=trouble, seat_of=level if not others else ""
    )


def _level_of(words: Sequence[str]) -> str:
    """Return the division whose seat is meant: "admin1" for "the state capital", "admin2" for "the district headquarters"; or ""."""
    bare = {re.sub(r"['’]s?\Z", "", word) for word in words}
    if bare & _SECOND_LEVEL:
        return "admin2"
    return "admin1" if bare & (AREA_WORDS | _FIRST_LEVEL) else ""


def _seat(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the district headquarters", "the county seat", "the provincial headquarters, Tessin"."""
    match = headed(here, _SEAT, start, end)
    if match is None:
        return None
    opening = _OPENING.match(here.text, match.end(), end)
    name = here.name_starting_at(opening.end(), end) if opening else None
    if name is not None and not name.is_area:
        return AnchorPhrase(Span(start, name.span.end), AnchorKind.CAPITAL, name=name)
    _, others = countries_between(here, start, match.end())
    behind, behind_others, stop = countries_behind(here, match.end(), end)
    level = _level_of([match.group("division").lower()])
    return AnchorPhrase(
        Span(start, stop),
        AnchorKind.CAPITAL,
        countries=tuple(behind),
        trouble=wording.unnamed_capital(Span(start, stop).of(here.text)),
        seat_of="" if others or behind_others else level,
    )


def _deictic(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "here" and "this city" as the dateline's place; "the town", "there" stay open."""
    match = _HERE.match(here.text, start, end)
    if match is not None:
        kind = AnchorKind.CAPITAL if (match.group("noun") or "").lower() == "capital" else AnchorKind.DEICTIC
        phrase = AnchorPhrase(Span(*match.span()), kind)
        name = here.name_starting_at(here.dateline.span.start, here.dateline.span.end) if here.dateline else None
        return replace(phrase, name=name) if name else replace(phrase, trouble=wording.no_dateline(match.group()))
    match = _THERE.match(here.text, start, end)
    if match is None or (here.text[match.end() : match.end() + 1] == " " and here.name_starting_at(match.end() + 1, end) is not None):
        return None
    return AnchorPhrase(Span(*match.span()), AnchorKind.DEICTIC, trouble=wording.not_said_which(match.group()))


def _in_town(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "the hospital in Calvera", which the town's point will do for."""
    match = _IN_TOWN.match(here.text, start, end)
    name = here.name_starting_at(match.end(), end) if match else None
    if name is None or name.is_area:
        return None
    return AnchorPhrase(Span(start, name.span.end), AnchorKind.PLACE, name=name)


def _clause(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read "where the convoy was hit", "the place where …": some place that has no name."""
    match = _CLAUSE.match(here.text, start, end)
    if match is None:
        return None
    span = Span(start, start + len(match.group().rstrip()))
    return AnchorPhrase(span, AnchorKind.FACILITY, trouble=wording.unplaced("anchor", span.of(here.text)))


def _named_place(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read a place name, with the words that may stand before and behind it."""
    at = start
    class_of = _CLASS_OF.match(here.text, start, end)
    noun = ""
    if class_of is not None and not BREAKS_PHRASE.search(class_of.group()[: class_of.start("noun") - start]):
        at, noun = class_of.end(), class_of.group("noun").lower()
    name = here.name_starting_at(at, end)
    if name is None and (before := _BEFORE_NAME.match(here.text, at, end)) is not None:
        name = here.name_starting_at(before.end(), end)
    if (
        name is None
        and (word := _ONE_WORD.match(here.text, at, end)) is not None
        and word.group("word").lower() in FACILITY_WORDS | SETTLEMENT_WORDS
    ):
        name = here.name_starting_at(word.end(), end)
    return None if name is None else _around_name(here, start, end, name, noun)


def _around_name(here: Surroundings, start: int, end: int, name: Name, noun: str) -> AnchorPhrase:
    """Read what follows a name and decide what the whole stands for."""
    text, span = here.text, Span(start, name.span.end)
    local = _LOCAL.match(text, name.span.end, end)
    if local is not None:
        return AnchorPhrase(Span(start, local.end()), AnchorKind.PLACE, name=name)
    behind = _NEXT_WORD.match(text, name.span.end, end)
    word = behind.group("word").lower() if behind else ""
    if word in SETTLEMENT_WORDS and behind is not None and behind.group("word")[0].isupper() and name.is_area:
        longer = Span(name.span.start, behind.end())
        if here.gazetteer.knows(longer.of(text)):
            return AnchorPhrase(Span(start, longer.end), AnchorKind.PLACE, name=Name(longer))
    if word in SETTLEMENT_WORDS and behind is not None:
        further = _around_name(here, start, end, replace(name, span=Span(name.span.start, behind.end())), noun)
        return further if further.trouble else AnchorPhrase(Span(start, behind.end()), AnchorKind.PLACE, name=name)
    if word in AREA_WORDS and behind is not None:
        return AnchorPhrase(
            Span(start, behind.end()), AnchorKind.AREA, name=name, trouble=wording.area(text[name.span.start : behind.end()])
        )
    if _POSSESSIVE.match(text, name.span.end, end) or _longer_name(here, name, word):
        whole = noun_phrase(here, start, end)
        return AnchorPhrase(whole, AnchorKind.FACILITY, trouble=wording.unplaced("anchor", whole.of(text)))
    if name.is_area and noun not in AREA_WORDS:
        name = seat(here, name) or name
    if name.is_area or noun in AREA_WORDS:
        return AnchorPhrase(span, AnchorKind.AREA, name=name, trouble=wording.area(name.span.of(text)))
    facility = name.place is not None and name.place.kind is Kind.FACILITY
    return AnchorPhrase(span, AnchorKind.FACILITY if facility else AnchorKind.PLACE, name=name)


def _longer_name(here: Surroundings, name: Name, word: str) -> bool:
    """Say whether a name goes on: "Raqqa clock tower", "Ilo Air Base"."""
    if not word:
        return False
    following = WORDS.match(here.text, name.span.end + 1)
    words = following.group().lower().split()[:4] if following else []
    if any(w.rstrip(".,") in FACILITY_WORDS for w in words[:3]) and not any(
        w in ("in", "at", "on", "near", "and", "to", "from", "where", "is", "was") for w in words[:1]
    ):
        head = next(i for i, w in enumerate(words) if w.rstrip(".,") in FACILITY_WORDS)
        if not any(BREAKS_PHRASE.fullmatch(w) or w in ("and", "the", "a") for w in words[:head]):
            return True
    first = here.text[name.span.end + 1 : name.span.end + 2]
    return first.isupper() and not here.is_one_case(name.span.start)


def _noun_phrase_anchor(here: Surroundings, start: int, end: int) -> AnchorPhrase | None:
    """Read anything else: "his home", "where the party was held", an unknown name."""
    span = noun_phrase(here, start, end)
    if span.start == span.end:
        return None
    words = span.of(here.text)
    named = words[:1].isupper() and not here.is_one_case(start)
    if named and (run := _capitalised_from(words)) and run.lower() not in NO_NAMES:
        return AnchorPhrase(Span(start, start + len(run)), AnchorKind.PLACE, trouble=wording.unplaced("anchor", run))
    return AnchorPhrase(span, AnchorKind.FACILITY, trouble=wording.unplaced("anchor", words))


def _capitalised_from(words: str) -> str:
    """Return the leading words that start with a capital."""
    run: list[str] = []
    for word in words.split():
        if not word[0].isupper() and not word[0].isdigit():
            break
        run.append(word)
    return " ".join(run).rstrip(".,")


_Reader = Callable[[Surroundings, int, int], AnchorPhrase | None]
_READERS: tuple[_Reader, ...] = (
    named_line,
    border,
    coast,
    front_line,
    _capital,
    _seat,
    _deictic,
    _in_town,
    _clause,
    _named_place,
    _noun_phrase_anchor,
)
