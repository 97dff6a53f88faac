"""Build the records of countries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import pi, sqrt
from pathlib import Path
from typing import Any

from gazetteer import prominence
from gazetteer.build.extent import middle_of_box
from gazetteer.build.handkept import read_rows, split
from gazetteer.build.record import Record
from gazetteer.build.upstream import read_cldr_country_names, read_countries, read_country_aliases
from gazetteer.name_table import ABBREVIATION, ALIAS, FORMER, NAME
from gazetteer.names import fold
from gazetteer.place import Kind

HISTORIC = frozenset({"AN", "CS"})
"""Countries in GeoNames' list that are no more: Netherlands Antilles, Serbia and Montenegro. Countries of the past are kept by hand."""

NOT_SOVEREIGN = frozenset(
    """
    AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF
    TK UM VG VI WF YT
    """.split()
)
"""Dependencies and special areas with a country code of their own."""

_SHORT_CAPITALS = re.compile(r"[A-Z. ]{1,8}")
MIN_RADIUS_KM = 10.0
LARGER_TOWN = 15_000


def build_countries(cities: Sequence[Mapping[str, Any]], handkept: Path) -> list[Record]:
    """Return the countries sorted by ISO 3166-1 alpha-2 code."""
    rows = {row["iso2"]: row for row in read_rows(handkept / "countries.csv")}
    aliases, cldr, taken = read_country_aliases(), read_cldr_country_names(), _names_of_towns(cities)
    points: dict[str, list[tuple[float, float]]] = {}
    for city in cities:
        points.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    records = []
    for iso2, country in sorted(read_countries().items()):
        if iso2 in HISTORIC:
            continue
        record = _country(iso2, country, rows.get(iso2, {}), points.get(iso2, []))
        record.add_name(country["name"].strip(), ALIAS)
        for alias in (*aliases.get(iso2, ()), *sorted(cldr.get(iso2, ()))):
            if fold(alias) not in taken:
                add_country_name(record, alias.strip())
        records.append(record)
    return records


def _names_of_towns(cities: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the folded names of the larger towns: what another language calls a country must not hide them (Columbia, Norfolk)."""
    return {fold(city["name"]) for city in cities if city["population"] >= LARGER_TOWN}


def _country(iso2: str, country: Mapping[str, Any], row: Mapping[str, str], points: list[tuple[float, float]]) -> Record:
    """Return a country with the names that are kept by hand."""
    lat, lon = (float(row["lat"]), float(row["lon"])) if row.get("lat") else middle_of_box(points)
    record = Record(
        geonameid=int(country["geonameid"]),
        code=iso2,
        name=(row.get("name") or country["name"]).strip(),
        lat=lat,
        lon=lon,
        kind=Kind.COUNTRY,
        feature_code="PCLD" if iso2 in NOT_SOVEREIGN else "PCLI",
        population=int(country["population"]),
        radius_km=float(row.get("radius_km") or max(MIN_RADIUS_KM, sqrt(float(country["areakm2"] or 0) / pi))),
        countries=(iso2,),
    )
    record.prominence = prominence.of_country(record.population, dependency=iso2 in NOT_SOVEREIGN)
    record.add_name(record.name, NAME)
    for alias in split(row.get("aliases", "")):
        record.add_name(alias, ALIAS)
    for former in split(row.get("former_names", "")):
        record.add_name(former, FORMER)
    for short in split(row.get("abbreviations", "")):
        record.add_name(short, ABBREVIATION)
    return record


def add_country_name(record: Record, name: str) -> None:
    """Add a name from a package, leaving out codes and abbreviations: those are kept by hand, with their letters and dots exact."""
    if (len(fold(name)) > 2 and not _SHORT_CAPITALS.fullmatch(name)) or not name.isascii():
        record.add_name(name, ALIAS)
