"""Read rows of a GeoNames dump: 19 columns between tabs, no quoting, no escapes (https://download.geonames.org/export/dump/readme.txt).

Rows come in pieces of a file, each read by itself, so that several processes can share the work. What is wrong with a row is counted or
told with its line; no row is dropped without a word.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gazetteer.importing.written_names import consonants, is_useful
from gazetteer.name_table import ALIAS, NAME, SPELLING
from gazetteer.names import fold

COLUMNS = 19
LEAST_COLUMNS = 15
"""Rows may end behind the population: some copies leave empty columns off."""

MAX_POPULATION = 4_000_000_000
MAX_GEONAMEID = 4_294_967_295
_MOST_DIGITS = len(str(MAX_GEONAMEID))
BOM = "\ufeff"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters and marks that turn the direction of the text: no letters of a name."""


class Codes:
    """Texts that come again and again, by number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text, a new one where it is new."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return number


@dataclass(slots=True)
class NameRows:
    """Names as columns: the folded name, whose it is (a position or a GeoNames id), and how it is borne."""

    keys: list[str] = field(default_factory=list)
    owner: array[int] = field(default_factory=lambda: array("I"))
    how: array[int] = field(default_factory=lambda: array("B"))

    def add(self, key: str, owner: int, how: int) -> None:
        """Add one name."""
        self.keys.append(key)
        self.owner.append(owner)
        self.how.append(how)


@dataclass(slots=True)
class PlaceRows:
    """Places as columns, one value a place; codes by their number in ``codes``. Latitude and longitude in degrees."""

    geonameid: array[int] = field(default_factory=lambda: array("I"))
    lat: array[float] = field(default_factory=lambda: array("d"))
    lon: array[float] = field(default_factory=lambda: array("d"))
    population: array[int] = field(default_factory=lambda: array("I"))
    feature: array[int] = field(default_factory=lambda: array("I"))
    countries: array[int] = field(default_factory=lambda: array("I"))
    division: array[int] = field(default_factory=lambda: array("I"))
    line: array[int] = field(default_factory=lambda: array("I"))
    name: list[bytes] = field(default_factory=list)
    names: NameRows = field(default_factory=NameRows)
    codes: dict[str, Codes] = field(default_factory=lambda: {"feature": Codes(), "countries": Codes(), "division": Codes()})
    mended: Counter[str] = field(default_factory=Counter)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    latest_change: str = ""


def lines_of(raw: bytes, first_line: int, left_out: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each line of a piece; lines that are no UTF-8 are left out and told."""
    try:
        lines: list[Any] = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        lines = raw.split(b"\n")
    for number, line in enumerate(lines, start=first_line):
        if len(line) < 2 and not line.strip():
            continue
        if isinstance(line, bytes):
            try:
                yield number, line.decode("utf-8")
            except UnicodeDecodeError as error:
                left_out.append((number, f"not UTF-8 (byte {error.start + 1} of the line)"))
        else:
            yield number, line


def read_places(raw: bytes, first_line: int, *, with_alternates: bool) -> PlaceRows:
    """Read a piece of a dump.

    Parameters
    ----------
    raw
        Whole lines.
    first_line
        Number of the first one in the file, from 1.
    with_alternates
        Whether the column of alternate names is read: not where a file of alternate names says the same better.
    """
    rows = PlaceRows()
    for number, line in lines_of(raw, first_line, rows.left_out):
        if number == 1 and line.startswith(BOM):
            rows.mended["byte-order mark at the start"] += 1
            line = line[1:]  # noqa: PLW2901 -- the same line, mended
        problem = _read_row(rows, number, line.removesuffix("\r").split("\t"), with_alternates=with_alternates)
        if problem:
            rows.left_out.append((number, problem))
    return rows


def _read_row(rows: PlaceRows, number: int, cells: list[str], *, with_alternates: bool) -> str:
    """Add one row; return what is the matter where it cannot be used, else nothing."""
    if len(cells) != COLUMNS:
        if not LEAST_COLUMNS <= len(cells) < COLUMNS:
            return f"{len(cells)} columns instead of {COLUMNS}"
        rows.mended["row with fewer columns at its end"] += 1
        cells += [""] * (COLUMNS - len(cells))
    written_id, name, plain_name, alternates, written_lat, written_lon = cells[:6]
    geonameid = geonameid_of(written_id)
    if not geonameid:
        return f"the GeoNames id is {_shown(written_id)}"
    try:
        lat, lon = float(written_lat), float(written_lon)
    except ValueError:
        return f"latitude {_shown(written_lat)}, longitude {_shown(written_lon)}: not numbers"
    if not (-90.0 <= lat <= 90.0 and -180.0 <= lon <= 180.0) or lat == lon == 0.0:
        return f"latitude {_shown(written_lat)}, longitude {_shown(written_lon)}: not a position of a place"
    name = _cut(rows, _mended_name(rows, name, plain_name))
    key = fold(name)
    if not key:
        return "no name"
    at = len(rows.geonameid)
    rows.geonameid.append(geonameid)
    rows.lat.append(lat)
    rows.lon.append(lon)
    rows.line.append(number)
    rows.name.append(name.encode())
    _read_codes(rows, cells)
    _add_names(rows, at, (name, key), plain_name, alternates if with_alternates else "")
    return ""


def geonameid_of(written: str) -> int:
    """Return a GeoNames id, 0 where the text is none."""
    number = int(written) if len(written) <= _MOST_DIGITS and written.isascii() and written.isdigit() else 0
    return number if number <= MAX_GEONAMEID else 0


def _mended_name(rows: PlaceRows, name: str, plain_name: str) -> str:
    bare = name.strip()
    if bare != name:
        rows.mended["blank before or behind a name"] += 1
    if not bare.isprintable() and _CONTROLS.search(bare):
        rows.mended["control character in a name, taken out"] += 1
        bare = _CONTROLS.sub("", bare).strip()
    if '"' in bare:
        rows.mended["name with a double quote"] += 1
    if not bare and plain_name.strip():
        rows.mended["no name, the plain one taken"] += 1
        return _CONTROLS.sub("", plain_name).strip()
    return bare


MAX_NAME_BYTES = 600


def _cut(rows: PlaceRows, name: str) -> str:
    encoded = name.encode()
    if len(encoded) <= MAX_NAME_BYTES:
        return name
    rows.mended["name cut to its first letters"] += 1
    return encoded[:MAX_NAME_BYTES].decode("utf-8", "ignore")


def _read_codes(rows: PlaceRows, cells: list[str]) -> None:
    feature_class, code, country, others, admin1, admin2, admin3 = cells[6:13]
    if not feature_class or not code:
        rows.mended["no feature class or code"] += 1
    rows.feature.append(rows.codes["feature"].number(f"{feature_class}.{code}" if feature_class else ""))
    if others:
        parties = _parties(rows, country, others)
    elif len(country) == 2 and country.isalpha():
        parties = country
    else:
        parties = ""
        rows.mended["no country"] += 1
    rows.countries.append(rows.codes["countries"].number(parties))
    if admin1 in {"", "00"}:
        rows.mended["no first-level division"] += 1
        division = ""
    else:
        division = f"{country}.{admin1}\t{admin2}\t{admin3}" if country else ""
    rows.division.append(rows.codes["division"].number(division))
    written = cells[14]
    population = int(written) if written.isascii() and written.isdigit() and len(written) <= 10 else -1
    if not 0 <= population <= MAX_POPULATION:
        rows.mended["population not a number" if written else "population not given"] += 1
        population = 0
    elif not population:
        rows.mended["population 0, taken as not known"] += 1
    rows.population.append(population)
    changed = cells[18]
    if changed > rows.latest_change and _DAY.fullmatch(changed):
        rows.latest_change = changed
    if cells[16] == "-9999":
        rows.mended["height -9999, taken as not known"] += 1


def _parties(rows: PlaceRows, country: str, others: str) -> str:
    """Return the country and the others that the place belongs to as well, each once."""
    codes = [code.strip() for code in others.split(",")]
    if country in codes:
        rows.mended["the country itself among the other countries"] += 1
    return " ".join(dict.fromkeys(code for code in (country, *codes) if len(code) == 2 and code.isalpha()))


def _add_names(rows: PlaceRows, at: int, main: tuple[str, str], plain_name: str, alternates: str) -> None:
    """Add the main name, its plain form where it differs, and the other names."""
    name, key = main
    rows.names.add(key, at, NAME)
    seen = {key}
    if plain_name != name:
        plain_key = fold(plain_name)
        if plain_key and plain_key not in seen and plain_key.isascii():
            seen.add(plain_key)
            rows.names.add(plain_key, at, SPELLING)
    if not alternates:
        return
    sound = consonants(name)
    for alternate in alternates.split(","):
        if is_useful(alternate):
            other = fold(alternate)
            if other and other not in seen:
                seen.add(other)
                rows.names.add(other, at, SPELLING if sound is not None and consonants(alternate) == sound else ALIAS)


_SHOWN = 40


def _shown(text: str) -> str:
    """Return a value for a message: cut, and with anything odd spelt out."""
    return ascii(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
