"""Place names that stand alone at the head of a line: "Mirado: two dead", "MIRADO - Police found a body", "MIRADO. Storm. …".

Without a sentence around it such a name is easily passed over; here the gazetteer is asked, and the country of the report must fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer import Kind, Place
from mapapp.incidents.placing.site_unknowns import country_of_most
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role, Toponym
from mapapp.toponyms.words import load_words

if TYPE_CHECKING:
    from gazetteer import Gazetteer

CONFIDENCE = 0.6
"""A name with the mark of a label behind it, in the country that the report is about."""

MOST_LABELS = 400
"""Labels that are looked up in one report."""

LEAST_HEADS = 2
"""A report with so many labels is a list: there, a town named before is meant wherever its name stands alone again."""

_WORD = r"[^\W\d_a-z][\w’'‘-]{2,24}"
_NAME = rf"(?P<name>{_WORD}(?:[ -]{_WORD}){{0,2}})"
_BULLET = r"^[ \t]{0,8}(?:[^\w\s\"'“‘(]{1,3}[ \t]{0,3}|\(?(?P<number>\w{1,2})[.)][ \t]{1,2})?"
_HEAD = re.compile(
    rf"{_BULLET}{_NAME}(?:[ \t]\([^()\n]{{1,30}}\))?(?:,[ \t][^\n:.,;]{{1,16}})?(?P<mark>[ \t]?:|[ \t][-–—]{{1,2}}|\.)[ \t]{{1,3}}"
    r"(?=(?P<figure>\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|nil|no)\b)|[^\W_])",
    re.MULTILINE,
)
_FIELD = re.compile(
    rf"{_BULLET}(?:(?:earlier|previous(?:ly)?|before|background|for\scomparison|compare|benchmark|elsewhere|also|late(?:r|st)?(?:\sreport)?|recall(?:ed)?"
    r"|(?:a|one|two|three|five|ten)\syears?\sago|last\s(?:week|month|year)|same\s(?:day|week|month)(?:\slast\syear)?|worst(?:\sso\sfar)?|location|place"
    r"|where|town|city|village|district|province|region|area|after\sclosing)[ \t]?:[ \t]{1,2}(?:(?:19|20)\d\d,[ \t])?"
    r"|\d{1,2}[ \t](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,[ \t]"
    r"|(?:[a-z]{3}[ \t])?\d{1,2}(?:[./]\d{1,2})?[ \t]/[ \t])"
    rf"(?-i:{_NAME})(?=[,;.:]|[ \t]/|[ \t][-–—])",
    re.MULTILINE | re.IGNORECASE,
)
_KINDS = frozenset({Kind.ADMIN1, Kind.ADMIN2})


def with_labels(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Sequence[Toponym]:
    """Return the toponyms of a report with the labels of its lines that were passed over, in order of the text.

    Parameters
    ----------
    text
        The report.
    toponyms
        Its place names, in order of the text.
    gazetteer
        Asked for the places of that name in the country that the report is about.
    """
    told_of = [toponym for toponym in toponyms if not toponym.demonym and toponym.role is not Role.ACTOR]
    if "\n" not in text:
        return toponyms
    countries = _countries(told_of)
    taken = {at: toponym for toponym in toponyms for at in range(toponym.span.start, toponym.span.end)}
    added: list[Toponym] = []
    heads = list(_HEAD.finditer(text, text.index("\n")))[:MOST_LABELS]
    heads += list(_FIELD.finditer(text, text.index("\n")))[:MOST_LABELS]
    for match in heads:
        span = Span(*match.span("name"))
        if not _is_free(span, taken) or not _may_be_a_label(match):
            continue
        found = _place(match["name"], countries, gazetteer)
        if found is not None:
            added.append(Toponym(span, match["name"], role=Role.SITE, place=found, confidence=CONFIDENCE))
    if len(heads) >= LEAST_HEADS:
        added += _named_again(text, [*told_of, *added], taken)
        added += _unknown(text, heads, {t.span.start for t in [*told_of, *added] if t.place is not None}, taken)
    return _together(toponyms, added) if added else toponyms


def _is_free(span: Span, taken: Mapping[int, Toponym]) -> bool:
    """Say whether a stretch is no name yet, or just one for which no place was found."""
    there = {id(taken[at]): taken[at] for at in range(span.start, span.end) if at in taken}
    return all(toponym.span == span and toponym.place is None and not toponym.is_rejected for toponym in there.values())


def _may_be_a_label(match: re.Match[str]) -> bool:
    """Say whether the head of a line may be a place; a point behind it closes a label only in capitals, or in a numbered entry."""
    found = match.groupdict()
    if found.get("mark") == "." and not found["name"].isupper() and not found["number"]:
        return False
    return not _is_plain(found["name"], named=bool(found.get("figure") or found["number"]))


_ALONE_BEFORE = re.compile(r"(?:[:,;–—/(]|\b(?:in|at|near|off|outside)|^)[ \t]$", re.MULTILINE)
_ALONE_BEHIND = re.compile(r"[,.;:)\n]|$|[ \t][–—/]")


def _named_again(text: str, told_of: Sequence[Toponym], taken: Mapping[int, Toponym]) -> list[Toponym]:
    """Return the later names that stand alone of towns told of before, where they were passed over: "Earlier, Mirado: 7 dead"."""
    towns: dict[str, Toponym] = {}
    for toponym in sorted(told_of, key=lambda toponym: toponym.span):
        if toponym.place is not None and toponym.place.is_point and len(toponym.text) > SHORTEST_AGAIN:
            towns.setdefault(toponym.text, toponym)
    if not towns:
        return []
    anew = []
    for match in re.finditer("|".join(rf"\b{re.escape(name)}\b" for name in list(towns)[:MOST_LABELS]), text):
        span, first = Span(*match.span()), towns[match[0]]
        alone = _ALONE_BEFORE.search(text, max(0, span.start - 12), span.start) and _ALONE_BEHIND.match(text, span.end)
        if span.start > first.span.start and alone and _is_free(span, taken):
            anew.append(Toponym(span, match[0], role=Role.SITE, place=first.place, confidence=CONFIDENCE))
    return anew


SHORTEST_AGAIN = 3
"""Names of no more letters are not looked for again."""


def _together(toponyms: Sequence[Toponym], added: Sequence[Toponym]) -> list[Toponym]:
    """Put names together in order of the text; an added one stands for the one of the same stretch."""
    by_start = {toponym.span.start: toponym for toponym in [*toponyms, *added]}
    return sorted(by_start.values(), key=lambda toponym: toponym.span)


def _is_plain(name: str, *, named: bool) -> bool:
    """Say whether a label is a common word ("Storm", "Other") or somebody's name ("Maria: …"), who counts nobody (``named``)."""
    words = load_words()
    parts = re.split(r"[ -]", name.lower())
    return all(words.common_rank(part) is not None or (not named and words.is_given_name(part)) for part in parts)


@dataclass(frozen=True, slots=True)
class _Countries:
    """The country that nearly all names of a report lie in, if there is one, and all that several of its names lie in."""

    most: str | None
    several: frozenset[str]


def _countries(told_of: Sequence[Toponym]) -> _Countries:
    """Return the countries of a report's names."""
    votes = Counter(t.place.countries[0] for t in told_of if t.place is not None and len(t.place.countries) == 1)
    return _Countries(country_of_most(told_of), frozenset(country for country, count in votes.items() if count > 1))


def _place(name: str, countries: _Countries, gazetteer: Gazetteer) -> Place | None:
    """Return the most prominent town of that name in the country of the report, else its area.

    Where a report is of several countries only a name that no other country bears is taken.
    """
    if countries.most is None and not countries.several:
        return None
    matches = gazetteer.candidates(name.title() if name.isupper() else name)
    country = countries.most
    if country is None:
        bearers = {code for match in matches for code in match.place.countries}
        country = next(iter(bearers)) if len(bearers) == 1 and bearers <= countries.several else None
    inside = [match for match in matches if country in match.place.countries]
    towns = [match for match in inside if match.place.is_point] or [match for match in inside if match.place.kind in _KINDS]
    return max(towns, key=lambda match: match.prominence).place if towns else None


def _unknown(text: str, heads: Sequence[re.Match[str]], placed: AbstractSet[int], taken: Mapping[int, Toponym]) -> list[Toponym]:
    """Return the labels in no gazetteer that count something in a list of places: the lines right above and below are headed by places."""
    by_line = {text.count("\n", 0, match.start("name")): match for match in heads}
    found = []
    for line, match in by_line.items():
        span = Span(*match.span("name"))
        beside = [by_line[near].start("name") in placed for near in (line - 1, line + 1) if near in by_line]
        group = match.groupdict()
        counts = (group.get("figure") and group.get("mark") != ".") or text.startswith(" / ", span.end)
        if not counts or span.start in placed or not beside or not all(beside) or _is_plain(match["name"], named=False):
            continue
        if not any(at in taken for at in range(span.start, span.end)):
            found.append(Toponym(span, match["name"], role=Role.SITE))
    return found
