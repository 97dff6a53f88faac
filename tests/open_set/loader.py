"""Reads the open set: own-written reports whose place names are marked in the text, and the places they stand for.

A report is one file, ``reports/NNN-what.txt``, in three parts::

    continent: Africa                                  the head: continent, genre, published, phenomena
    phenomena: dateline unlisted

    text:
    [NIAMEY|dateline], May 4 - Two [Nigerien|demonym actor|Niger] soldiers …

    places:
    Niamey = city NE 13.51 2.11                        key = kind, country (or several; - for none), latitude, longitude
    Niger = country NE homonym                         a country has no position: any point would be arbitrary
    Lake Chad = water NE,NG,TD,CM 13.3 14.1 radius 200     how far off (km) a label point may still lie; 161 where nothing is said
    Barsawendé = village BF unlisted, within 80 km of Soum  in no gazetteer: to be left unplaced, or placed in that circle

A mark is ``[name]``, ``[name|words]`` or ``[name|words|key]``. The words are at most one form (``demonym``, ``abbr``; a plain name where
neither stands) and a role of the contract, or two where both readings hold; ``optional`` takes a stretch out of the scoring. The key
names a line of ``places``; where it is not given it is the name itself, in whatever case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from gazetteer import Kind, LatLon
from mapapp.report.report import Span
from mapapp.toponyms.toponym import Role

REPORTS = Path(__file__).with_name("reports")

NEAR_KM = 161.0
"""100 miles: the customary bound in the field for a place that was resolved rightly."""

FORMS = {"abbr": "abbreviation", "demonym": "demonym"}
"""The words for the form of a name in a mark, and what they stand for."""

_MARK = re.compile(r"\[([^\[\]|\n]+)(?:\|([a-z ]*))?(?:\|([^\[\]|\n]+))?\]")
_PLACE = re.compile(
    r"(?P<key>[^=]+) = (?P<kind>[a-z0-9]+) (?P<countries>-|[A-Z]{2}(?:,[A-Z]{2})*)"
    r"(?: (?P<lat>-?\d+(?:\.\d+)?) (?P<lon>-?\d+(?:\.\d+)?))?"
    r"(?P<unlisted> unlisted, within (?P<within_km>\d+) km of (?P<within>.+?))?"
    r"(?: radius (?P<radius>\d+))?(?P<homonym> homonym)?"
)


class BrokenReport(ValueError):
    """A file of the open set that does not follow its own rules; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place that a name stands for.

    ``position`` is None for countries. ``radius_km`` is how far from it an answer may lie. A place that is not ``is_listed`` stands in no
    gazetteer: ``position`` and ``radius_km`` are then the circle that holds it.
    """

    key: str
    kind: Kind
    countries: tuple[str, ...]
    position: LatLon | None
    radius_km: float = NEAR_KM
    is_listed: bool = True
    is_homonym: bool = False


@dataclass(frozen=True, slots=True)
class GoldName:
    """A marked name. ``form`` is "name", "abbreviation" or "demonym"; ``roles`` are the right ones, none where that is open to debate."""

    span: Span
    text: str
    form: str
    roles: frozenset[Role]
    place: GoldPlace


@dataclass(frozen=True, slots=True)
class OpenReport:
    """A report with its gold. What stands in ``optional`` may be found or not; whatever else is found without gold is invented."""

    id: str
    continent: str
    genre: str
    published: date
    phenomena: frozenset[str]
    text: str
    names: tuple[GoldName, ...]
    optional: tuple[Span, ...]
    places: tuple[GoldPlace, ...]


@cache
def open_reports(folder: Path = REPORTS) -> tuple[OpenReport, ...]:
    """Return all reports, sorted by file name.

    Raises
    ------
    BrokenReport
        If a file does not follow the rules above.
    """
    return tuple(read_open_report(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt")))


def read_open_report(name: str, content: str) -> OpenReport:
    """Return the report of one file's content.

    Raises
    ------
    BrokenReport
        If it does not follow the rules above.
    """
    try:
        head_part, rest = content.split("\ntext:\n", 1)
        text_part, place_part = rest.rsplit("\nplaces:\n", 1)
        head = dict(line.split(": ", 1) for line in head_part.strip().splitlines())
        places = _places(place_part)
        text, names, optional = _unmarked(text_part.strip("\n"), places)
        return OpenReport(
            id=name,
            continent=head["continent"],
            genre=head["genre"],
            published=date.fromisoformat(head["published"]),
            phenomena=frozenset(head["phenomena"].split()),
            text=text,
            names=names,
            optional=optional,
            places=tuple(places.values()),
        )
    except (KeyError, ValueError) as error:
        msg = f"{name}: {error}"
        raise BrokenReport(msg) from error


def _places(part: str) -> dict[str, GoldPlace]:
    """Return the places by case-folded key; an unlisted one gets its circle from the place it lies in."""
    places: dict[str, GoldPlace] = {}
    unlisted = []
    for line in part.strip().splitlines():
        found = _PLACE.fullmatch(line)
        if not found:
            msg = f"cannot read the place '{line}'"
            raise ValueError(msg)
        if found["key"].casefold() in places:
            msg = f"place '{found['key']}' twice"
            raise ValueError(msg)
        place = GoldPlace(
            key=found["key"],
            kind=Kind(found["kind"]),
            countries=() if found["countries"] == "-" else tuple(found["countries"].split(",")),
            position=LatLon(float(found["lat"]), float(found["lon"])) if found["lat"] else None,
            radius_km=float(found["radius"] or NEAR_KM),
            is_listed=not found["unlisted"],
            is_homonym=bool(found["homonym"]),
        )
        places[place.key.casefold()] = place
        if found["unlisted"]:
            unlisted.append((place.key.casefold(), found["within"].casefold(), float(found["within_km"])))
    for key, area, radius_km in unlisted:
        places[key] = replace(places[key], position=places[area].position, radius_km=radius_km)
    return places


def _unmarked(marked: str, places: dict[str, GoldPlace]) -> tuple[str, tuple[GoldName, ...], tuple[Span, ...]]:
    """Return the plain text, its marked names with offsets over the plain text, and the stretches out of the scoring."""
    plain: list[str] = []
    names, optional = [], []
    at = length = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        start = length + len(before)
        length = start + len(mark[1])
        plain += [before, mark[1]]
        at = mark.end()
        words = (mark[2] or "").split()
        span = Span(start, length)
        if words == ["optional"]:
            optional.append(span)
        else:
            names.append(_name(span, mark[1], words, places, key=mark[3] or mark[1]))
    text = "".join([*plain, marked[at:]])
    if set(text) & set("[]|"):
        raise ValueError("a mark that cannot be read")
    return text, tuple(names), tuple(optional)


def _name(span: Span, text: str, words: list[str], places: dict[str, GoldPlace], *, key: str) -> GoldName:
    if key.casefold() not in places:
        msg = f"no place '{key}'"
        raise ValueError(msg)
    forms = [FORMS[word] for word in words if word in FORMS]
    roles = frozenset(Role(word) for word in words if word not in FORMS)
    if len(forms) > 1:
        msg = f"two forms at '{text}'"
        raise ValueError(msg)
    return GoldName(span=span, text=text, form=forms[0] if forms else "name", roles=roles, place=places[key.casefold()])


def all_names(reports: tuple[OpenReport, ...]) -> Iterator[tuple[OpenReport, GoldName]]:
    """Yield every marked name with its report."""
    for report in reports:
        for name in report.names:
            yield report, name
