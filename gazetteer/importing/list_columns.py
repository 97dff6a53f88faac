"""What the columns of a list of places mean, and how cells of latitudes, longitudes, kinds and figures are read.

Reading is strict: a cell that could mean two things is an :class:`UnclearCell` and becomes a problem of its row, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import isfinite

from gazetteer.coordinates import LatLon
from gazetteer.errors import ListUnreadable
from gazetteer.names import fold
from gazetteer.place import Kind

MAX_LIST_ROWS = 2_000_000
"""So many rows a list may have; what is longer is a gazetteer, not a list."""
MAX_COLUMNS = 1000
"""More columns than any table of places has; they would only fill the memory."""
SWAPPED = " (latitude and longitude swapped?)"
"""How the reason of a problem ends where the two would be a position the other way round."""
OUTSIDE = "out of range"
"""Stands in the reason of a problem where a latitude or longitude is too large for one."""
SHOWN_HEADERS = 20
SHOWN_LETTERS = 40

_LEVELS = range(5, 0, -1)
_DEEPEST_NAME = " ".join(
    f"adm{n}en admin{n}nameen adm{n}nameen adm{n}name admin{n}name adm{n}fr admin{n}namefr adm{n}es adm{n}pt adm{n}" for n in _LEVELS
)
_DEEPEST_CODE = " ".join(f"adm{n}pcode admin{n}pcode" for n in _LEVELS)

USUAL_NAMES: dict[str, tuple[str, ...]] = {
    written: tuple(names.split())
    for written, names in {
        "lat": "lat latitude decimallatitude latdd latitudedd latdec latdeg latwgs84 latitudewgs84 gpslat gpslatitude lattitude y ycoord "
        "ycoordinate coordy pointy geoy latitud широта",
        "lon": "lon long lng longitude decimallongitude londd longdd longitudedd londec londeg lonwgs84 longitudewgs84 gpslon gpslong "
        "gpslongitude longtitude x xcoord xcoordinate coordx pointx geox longitud долгота",
        "name": "name nameen nameenglish englishname placename place villagename village settlementname settlement townname town cityname "
        "city localityname locality locationname location toponym fullname asciiname title sitename site campname camp facilityname "
        f"facility hospitalname schoolname label {_DEEPEST_NAME} nom nombre название имя الاسم",
        "aliases": "aliases alias alternatenames alternatename altnames altname othernames othername aka alsoknownas variants synonyms "
        "oldnames localname namelocal",
        "kind": "kind type placetype settlementtype category feature featuretype featureclass class fclass",
        "note": "note notes comment comments remark remarks description",
        "country": "country countryname countrycode iso2 iso3 iso cc adm0en admin0nameen adm0name admin0name adm0 adm0pcode admin0pcode",
        "admin1": "admin1 adm1 adm1en admin1nameen adm1name admin1name province governorate oblast state region",
        "population": "population pop poptotal totalpopulation poptot inhabitants",
        "id": f"id placeid uid uuid code pcode placecode {_DEEPEST_CODE} geonameid",
        "radius_km": "radiuskm",
    }.items()
}
"""The fields of a list, each with the headers it usually has (letters and digits only, lower case), the likeliest first."""

KINDS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.COUNTRY: "country, nation, sovereign state",
        Kind.ADMIN1: "admin1, adm1, province, governorate, oblast, state, krai, first-order administrative division",
        Kind.ADMIN2: "admin2, adm2, county, rayon, raion, second-order administrative division",
        Kind.ADMIN3: "admin3, adm3, subdistrict, sub-district, commune, municipality, third-order administrative division",
        Kind.CITY: "city, town, populated place, ppl, capital, urban",
        Kind.VILLAGE: "village, hamlet, settlement, isolated dwelling, farm, rural, aul, kishlak",
        Kind.DISTRICT: "district, neighbourhood, neighborhood, suburb, quarter, city district, ward",
        Kind.CONTINENT: "continent",
        Kind.REGION: "region, area",
        Kind.SEA: "sea, ocean, gulf, bay, strait",
        Kind.WATER: "water, river, lake, reservoir, stream, canal, wadi, spring, well, waterfall",
        Kind.LAND: "land, mountain, mountains, mountain range, peak, hill, valley, desert, forest, island, islands, "
        "pass, plain, cape, peninsula",
        Kind.FACILITY: "facility, camp, refugee camp, idp camp, hospital, clinic, health facility, school, university, checkpoint, "
        "airport, airfield, airbase, air base, military base, base, barracks, bridge, mosque, church, market, port, "
        "harbour, harbor, prison, border crossing, crossing, dam, power plant, power station, factory, mine, oil field, "
        "refinery, police station, embassy, station, railway station, building, monument",
        Kind.ROAD: "road, street, highway, motorway, railway",
        Kind.OTHER: "other, locality",
    }.items()
    for word in (fold(written) for written in words.split(","))
}
"""Kinds as people write them, folded."""


class UnclearCell(ValueError):
    """Raise when a cell or a geometry cannot be read for certain; the message becomes the reason of a problem."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list as it stands in the file.

    ``cells`` goes with the headers of the table, and is empty where ``problem`` says why the row cannot be used. ``position`` and
    ``radius_km`` come from the geometry, where the file has geometries; ``unplaced`` says why there is none. ``own_id`` is an identifier
    that is no column.
    """

    line: int
    cells: Sequence[object] = ()
    problem: str = ""
    position: LatLon | None = None
    radius_km: float | None = None
    unplaced: str = ""
    own_id: str = ""


@dataclass(slots=True)
class ListTable:
    """A list as it stands in its file: headers, and rows that can be gone through once. ``notes`` may grow while rows are read."""

    headers: tuple[str, ...]
    rows: Iterator[ListRow]
    has_geometry: bool = False
    encoding: str = "utf-8"
    notes: list[str] = field(default_factory=list)


def shown(value: object) -> str:
    """Return a value from a file for a message of one line: in quotation marks, cut short, without control characters."""
    text = " ".join(str(value)[: 2 * SHOWN_LETTERS].split())
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    return f'"{text[:SHOWN_LETTERS]}…"' if len(text) > SHOWN_LETTERS else f'"{text}"'


def shown_headers(headers: Sequence[str]) -> str:
    """Return the headers of a list for a message of one line."""
    if not headers:
        return "none at all"
    more = f" and {len(headers) - SHOWN_HEADERS:,} more" if len(headers) > SHOWN_HEADERS else ""
    return ", ".join(shown(header) for header in headers[:SHOWN_HEADERS]) + more


def bare_header(header: str) -> str:
    """Return the letters and digits of a header in lower case: "Alternate_Names" and "alternate names" are one."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", header).casefold() if letter.isalnum())


def guess_columns(headers: Sequence[str], *, without: frozenset[str] = frozenset(), used: frozenset[int] = frozenset()) -> dict[str, int]:
    """Return which column, by its number from 0, is likely what field; each column is taken once, the first of several equal ones.

    Parameters
    ----------
    headers
        The headers of the list.
    without
        Fields not to look for.
    used
        Columns that are taken already.
    """
    places: dict[str, int] = {}
    for index, header in enumerate(headers):
        if index not in used:
            places.setdefault(bare_header(header), index)
    found: dict[str, int] = {}
    for written, names in USUAL_NAMES.items():
        usual = next((name for name in names if name in places), None)
        if written not in without and usual is not None:
            found[written] = places.pop(usual)
    return found


def take_columns(headers: Sequence[str], wanted: Mapping[str, str], *, has_geometry: bool) -> dict[str, int]:
    """Return which column, by its number from 0, is taken for what field.

    Parameters
    ----------
    headers
        The headers of the list.
    wanted
        Field to header, as the user says it; an empty header leaves the field out. Other fields are guessed.
    has_geometry
        Whether positions come from geometries: columns of latitude and longitude are then taken only if wanted.

    Raises
    ------
    ListUnreadable
        If a wanted column is not there, or there is none for the name or the position.
    """
    for written in wanted:
        if written not in USUAL_NAMES:
            msg = f"there is no field {shown(written)} to put a column in; the fields are {', '.join(USUAL_NAMES)}"
            raise ListUnreadable(msg)
    chosen = {written: _column_called(header, headers, written) for written, header in wanted.items() if header.strip()}
    without = frozenset(wanted) | (frozenset({"lat", "lon"}) if has_geometry else frozenset())
    taken = chosen | guess_columns(headers, without=without, used=frozenset(chosen.values()))
    if ("lat" in taken) != ("lon" in taken) or ("lat" not in taken and not has_geometry):
        missing = [word for word in ("lat", "lon") if word not in taken]
        words = " or ".join({"lat": "latitude", "lon": "longitude"}[word] for word in missing)
        example = ",".join(f"{word}=…" for word in missing)
        msg = f"no column of {words} among {shown_headers(headers)}; say which it is with --columns {example}"
        raise ListUnreadable(msg)
    if "name" not in taken:
        msg = f"no column of names among {shown_headers(headers)}; say which it is with --columns name=…"
        raise ListUnreadable(msg)
    for index in taken.values():
        if list(headers).count(headers[index]) > 1:
            msg = f"several columns are called {shown(headers[index])}; give each a name of its own"
            raise ListUnreadable(msg)
    return taken


def _column_called(header: str, headers: Sequence[str], written: str) -> int:
    """Return the number of the column that the user means: as written, else the only one that differs in case, blanks and the like."""
    if header in headers:
        return list(headers).index(header)
    bare = bare_header(header)
    alike = [index for index, other in enumerate(headers) if bare and bare_header(other) == bare]
    if len(alike) == 1:
        return alike[0]
    near = get_close_matches(bare[:SHOWN_LETTERS], [bare_header(other)[:SHOWN_LETTERS] for other in headers], n=1)
    meant = next((other for other in headers if near and bare_header(other)[:SHOWN_LETTERS] == near[0]), None)
    hint = f"; did you mean {shown(meant)}?" if meant is not None else ""
    msg = f"no column {shown(header)} (for {written}) among {shown_headers(headers)}{hint}"
    raise ListUnreadable(msg)


_SIXTIETHS = r"[0-9]{1,2}(?:[.,][0-9]{1,12})?"
_MINUTE_SIGN = "['′’‘ʹ´`m]"
_SECOND_SIGN = "(?:''|′′|’’|‘‘|´´|[\"″”“ʺs])"
_PLAIN = re.compile(
    r"(?P<degrees>(?:[0-9]{1,15}(?:[.,][0-9]{0,20})?|[.,][0-9]{1,20})(?:[eE][+-]?[0-9]{1,3})?)(?:\s?(?:[°º˚∘]|(?i:deg(?:rees?|s)?)))?"
)
_USUAL = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,17})?", re.ASCII)
_SIGNED = re.compile(
    rf"(?P<degrees>[0-9]{{1,3}})\s?[°º˚∘d]\s{{0,2}}(?P<minutes>{_SIXTIETHS})"
    rf"(?:(?:\s?{_MINUTE_SIGN}\s{{0,2}}|\s{{1,2}})(?P<seconds>{_SIXTIETHS})\s?{_SECOND_SIGN}?|\s?{_MINUTE_SIGN}?)"
)
_BARE = re.compile(rf"(?P<degrees>[0-9]{{1,3}})(?P<gap>[ :-])(?P<minutes>{_SIXTIETHS})(?:(?P=gap)(?P<seconds>{_SIXTIETHS}))?")
# No small "s": in "50d16m30s" it means seconds. No letter before: the last of "DEGREES" is no south.
_HEMISPHERE = re.compile(
    r"(?<![^\W\d_])(?:(?P<word>(?i:north|south|east|west))|(?P<letter>[NSEWOnewo])|(?P<russian>(?i:[сю]\.?\s?ш|[вз]\.?\s?д)))(?![^\W\d_])"
)
_OF_RUSSIAN = {"с": "N", "ю": "S", "в": "E", "з": "W"}
_MINUS = dict.fromkeys(map(ord, "−–‒"), "-")
LONGEST_ANGLE = 60


def read_angle(cell: object, *, latitude: bool) -> float:
    """Return a latitude or longitude in decimal degrees.

    Numbers are taken as they are. Of texts these are read: decimal degrees with point or comma ("50.28", "-50,28°", "50.28 S"); degrees,
    minutes and seconds with their signs (50°16'30"N, "50d16m30s"), where no letter means north or east; and the same with blanks,
    colons or hyphens if a hemisphere stands with them ("50 16 30 N"). Digits of any script.

    Raises
    ------
    UnclearCell
        If the cell is empty, is no such angle, can be read in two ways, or is out of range.
    """
    word, limit, signs = ("latitude", 90.0, {"N": 1.0, "S": -1.0}) if latitude else ("longitude", 180.0, {"E": 1.0, "W": -1.0})
    if cell is None or cell == "" or (isinstance(cell, str) and not cell.strip()):
        msg = f"no {word}"
        raise UnclearCell(msg)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        value: float | None = float(cell) if abs(cell) < 1e300 else float("inf")
    else:
        value = _written_angle(cell, signs) if isinstance(cell, str) and len(cell) <= LONGEST_ANGLE else None
    if value is None or not isfinite(value):
        msg = f"{word} {shown(cell)} cannot be read for certain"
        raise UnclearCell(msg)
    if abs(value) > limit:
        msg = f"{word} {shown(cell)} is {OUTSIDE} (±{limit:.0f} degrees)"
        raise UnclearCell(msg)
    return value


def _written_angle(cell: str, signs: Mapping[str, float]) -> float | None:
    """Return the degrees of a written angle; None where it is none, or its hemisphere belongs to the other axis."""
    if _USUAL.fullmatch(cell) is not None:
        return float(cell)
    text = _with_ascii_digits(cell).translate(_MINUS).strip()
    hemisphere, text = _without_hemisphere(text)
    sign = 1.0
    if text[:1] in {"+", "-"}:
        if hemisphere:
            return None
        sign, text = (-1.0 if text[0] == "-" else 1.0), text[1:].lstrip()
    elif hemisphere:
        if hemisphere not in signs:
            return None
        sign = signs[hemisphere]
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return sign * float(plain["degrees"].replace(",", "."))
    parts = _SIGNED.fullmatch(text) or (_BARE.fullmatch(text) if hemisphere else None)
    return None if parts is None else _sexagesimal(sign, parts["degrees"], parts["minutes"], parts["seconds"])


def _with_ascii_digits(text: str) -> str:
    """Return the text with the digits of all scripts as 0 to 9, and the Arabic decimal sign as a point."""
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(letter, letter)) for letter in text)
    return "".join(digits).replace("٫", ".").replace("\xa0", " ").replace("\u202f", " ")


def _without_hemisphere(text: str) -> tuple[str, str]:
    """Return the hemisphere that stands before or behind a figure (N S E W, "?" for what is unclear, "" for none), and the rest."""
    text = text.rstrip(".")
    before = _HEMISPHERE.match(text)
    if before is not None:
        text = text[before.end() :].lstrip(" .")
    behind = next((found for found in _HEMISPHERE.finditer(text) if found.end() == len(text)), None)
    if behind is not None:
        text = text[: behind.start()].rstrip()
    found = [match for match in (before, behind) if match is not None]
    if len(found) != 1:
        return ("?" if found else ""), text
    if found[0]["russian"]:
        return _OF_RUSSIAN[found[0]["russian"][0].lower()], text
    # "O" is the west of the Romance languages and the east of German.
    letter = (found[0]["word"] or found[0]["letter"])[0].upper()
    return ("?" if letter == "O" else letter), text


def _sexagesimal(sign: float, degrees: str, minutes: str, seconds: str | None) -> float | None:
    whole_minutes, whole_seconds = float(minutes.replace(",", ".")), float((seconds or "0").replace(",", "."))
    if whole_minutes >= 60.0 or whole_seconds >= 60.0 or (seconds is not None and not minutes.isdecimal()):
        return None
    return sign * (float(degrees) + whole_minutes / 60.0 + whole_seconds / 3600.0)


def read_kind(text: str) -> Kind | None:
    """Return the kind that a word such as "town", "refugee camp" or "admin2" means; None for words unknown."""
    return KINDS.get(fold(text.replace("_", " ")))


_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<mark>[ ,'’\xa0\u202f])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,3})?|[0-9]{1,12}")
MOST_PEOPLE = 10_000_000_000


def read_population(text: str) -> int | None:
    """Return a number of people written in full, with or without marks between the thousands; None for anything else."""
    written = _with_ascii_digits(text).strip()
    written = written.removesuffix(".0")
    if _GROUPED.fullmatch(written) is None:
        return None
    people = int("".join(filter(str.isdecimal, written)))
    return people if people <= MOST_PEOPLE else None


HALF_THE_EARTH_KM = 20_037.0


def read_radius_km(text: str) -> float | None:
    """Return a radius in kilometres, with point or comma; None for anything else, and for what is longer than half the earth's girth."""
    written = _with_ascii_digits(text).strip()
    plain = _PLAIN.fullmatch(written)
    if plain is None or plain["degrees"] != written:
        return None
    radius_km = float(written.replace(",", "."))
    return radius_km if 0.0 < radius_km <= HALF_THE_EARTH_KM else None
