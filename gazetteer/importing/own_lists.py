"""Import a list of places of one's own; single places are added in :mod:`gazetteer.importing.single_places`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.coordinates import LatLon
from gazetteer.country_reader import CountryReader
from gazetteer.features import kind_with_population, prominence_of
from gazetteer.geodesy import distances_km
from gazetteer.importing.draft import Draft
from gazetteer.importing.dump_rows import MAX_POPULATION, NameRows
from gazetteer.importing.listed_place import ListedPlace, Problems
from gazetteer.importing.lists import ReadList, read_list
from gazetteer.importing.making import Description, Labels, Progress, make_layer
from gazetteer.layers import Layer
from gazetteer.name_table import ALIAS, NAME
from gazetteer.names import fold
from gazetteer.place import Kind
from gazetteer.record_table import DEGREE, PROMINENCE_UNIT

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

WINNING_PROMINENCE = 6.0
"""What places of a list that wins count as when names are read: a town of a million people, which no reader takes for anything else."""

_FEATURES = {
    Kind.CITY: "P.PPLA3", Kind.VILLAGE: "P.PPL", Kind.DISTRICT: "P.PPLX", Kind.FACILITY: "S.CMPRF", Kind.ADMIN1: "A.ADM1",
    Kind.ADMIN2: "A.ADM2", Kind.ADMIN3: "A.ADM3", Kind.COUNTRY: "A.PCLI", Kind.REGION: "L.RGN", Kind.SEA: "H.SEA", Kind.WATER: "H.STM",
    Kind.LAND: "T.MTS", Kind.ROAD: "R.RD",
}  # fmt: skip
"""GeoNames features that are known about as well as places of a kind."""

MAX_TEXT_BYTES = 600


@dataclass(frozen=True, kw_only=True)
class Imported:
    """A layer made of a list, with what was read: the columns taken, notes and problems."""

    layer: Layer
    columns: Mapping[str, str]
    notes: tuple[str, ...]
    problems: Problems


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How to read a list where that cannot be guessed: see :func:`gazetteer.importing.lists.read_list`."""

    columns: Mapping[str, str] | None = None
    geopackage_layer: str | None = None


def import_list(  # noqa: PLR0913 -- one call for a whole list
    path: Path,
    *,
    name: str,
    gazetteer: Gazetteer,
    reading: Reading | None = None,
    wins: bool = True,
    labels: Labels | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Import a CSV, GeoJSON or GeoPackage as one layer, in place of one of that name.

    Parameters
    ----------
    path
        The file.
    name
        What to call the layer.
    gazetteer
        Where countries and first-level divisions are looked up.
    reading
        How to read it, where that cannot be guessed.
    wins
        Whether its places come before all others of a name. A list that covers a whole country should not.
    labels
        What maps and exports are to say of it; by default the name of the file.
    folder
        Where the layers are.
    progress
        Told how far it is.

    Raises
    ------
    ListUnreadable
        If the file cannot be used.
    LayerBusy
        If another import is running.
    """
    told, how = progress or Progress(), reading or Reading()
    told.stage(f"reading {path.name}")
    read = read_list(path, columns=how.columns, geopackage_layer=how.geopackage_layer, country_code=CountryReader(gazetteer).one)

    def fill(draft: Draft) -> str:
        fill_list(draft, read, gazetteer, wins=wins)
        return ""

    read.problems.rows[:] = [replace(problem, file=problem.file or path.name) for problem in read.problems.rows]
    described = Description(name=name, wins=wins, labels=labels or Labels(title=path.name), inputs=(path,))
    layer = make_layer(described, fill, read.problems, folder=folder, progress=told)
    return Imported(layer=layer, columns=read.columns, notes=read.notes, problems=read.problems)


def own_id(place: ListedPlace) -> str:
    """Return the id of a place in its list: the list's own, else one made from name and position, which stays when the list is renewed."""
    if place.place_id:
        return place.place_id
    written = f"{fold(place.name)}\t{place.position.lat:.5f}\t{place.position.lon:.5f}"
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def fill_list(draft: Draft, read: ReadList, gazetteer: Gazetteer, *, wins: bool) -> None:
    """Put the places of a list into a draft."""
    names = NameRows()
    rows: list[dict[str, float]] = []
    main_names: list[bytes] = []
    divisions, identities = _Divisions(gazetteer), _Identities(read.problems)
    for place in _with_divisions(read, gazetteer):
        key = fold(place.name)
        if not key:
            read.problems.leave_out(place.line, "the name has no letter or digit")
            continue
        identity = identities.of(place)
        if identity is None:
            continue
        division = divisions.code(place.admin1, place.country, read.problems)
        rows.append(_columns_of(place, draft, division, wins=wins))
        draft.own_ids.append(_cut(identity).decode())
        draft.notes.append(place.note)
        names.add(key, len(main_names), NAME)
        for alias in dict.fromkeys(filter(None, map(fold, place.aliases))):
            if alias != key:
                names.add(alias, len(main_names), ALIAS)
        main_names.append(_cut(place.name))
    if rows:
        draft.add_columns({column: np.array([row[column] for row in rows]) for column in rows[0]}, main_names)
        draft.add_names(names, first=0)


def _with_divisions(read: ReadList, gazetteer: Gazetteer) -> list[ListedPlace]:
    """Return the places, each with a country and, where the list says nothing of it, the first-level division of the nearest known town.

    Without one, "Saraqib, Idlib province" would speak against the Saraqib of the list.
    """
    places = [place if place.country else replace(place, country=_country_at(place.position, gazetteer)) for place in read.places]
    missing = [at for at, place in enumerate(places) if not place.admin1]
    if not missing:
        return places
    lat, lon = (np.array([getattr(places[at].position, axis) for at in missing]) for axis in ("lat", "lon"))
    rows = gazetteer.nearest_rows(lat, lon)
    about = gazetteer.attributes
    away_km = distances_km(lat, lon, about.lat(rows), about.lon(rows))
    for at, row, far_km in zip(missing, rows.tolist(), away_km.tolist(), strict=True):
        town = gazetteer.place_at(row)
        if far_km <= SAME_DIVISION_KM and town.admin1 and not set(town.countries).isdisjoint(places[at].country.split()):
            places[at] = replace(places[at], admin1=town.admin1)
            read.problems.mended["first-level division taken from the nearest known town"] += 1
    return places


SAME_DIVISION_KM = 50.0


def _country_at(position: LatLon, gazetteer: Gazetteer) -> str:
    return " ".join(gazetteer.countries_at(position))


def _columns_of(place: ListedPlace, draft: Draft, division: str, *, wins: bool) -> dict[str, float]:
    """Return the columns of a place."""
    kind, population = kind_of(place), min(place.population or 0, MAX_POPULATION)
    known = prominence_of(_FEATURES.get(kind, ""), population)
    return {
        "lat": round(place.position.lat * DEGREE),
        "lon": round(place.position.lon * DEGREE),
        "population": population,
        "radius": place.radius_km or 0.0,
        "prominence": round((max(known, WINNING_PROMINENCE) if wins else known) * PROMINENCE_UNIT),
        "feature": draft.codes["feature"].number(f"{kind_with_population(kind, population)}=-"),
        "countries": draft.codes["countries"].number(place.country),
        "division": draft.codes["division"].number(division),
    }


class _Identities:
    """Gives each place of a list an id of its own."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._taken: set[str] = set()
        self._times: dict[str, int] = {}

    def of(self, place: ListedPlace) -> str | None:
        """Return the id of a place; None where a row says the same again."""
        identity = own_id(place)
        if identity not in self._taken:
            self._taken.add(identity)
            return identity
        if not place.place_id:
            self._problems.mended["row that says the same again"] += 1
            return None
        self._problems.mended["identifier that was there already"] += 1
        times = self._times.get(identity, 1) + 1
        while f"{identity}-{times}" in self._taken:
            times += 1
        self._times[identity] = times
        self._taken.add(f"{identity}-{times}")
        return f"{identity}-{times}"


def kind_of(place: ListedPlace) -> Kind:
    """Return the kind of a listed place: where the list does not say, an area if it has a reach, else a village, which is a pin."""
    if place.kind is not None:
        return place.kind
    return Kind.VILLAGE if place.radius_km is None else Kind.REGION


def _cut(text: str) -> bytes:
    return text.encode()[:MAX_TEXT_BYTES].decode("utf-8", "ignore").encode()


class _Divisions:
    """Turns first-level divisions as lists write them into GeoNames codes."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[tuple[str, str], str] = {}

    def code(self, written: str, country: str, problems: Problems) -> str:
        """Return the code, empty where the list says nothing or nothing that is understood."""
        if not written:
            return ""
        asked = (written, country)
        if asked not in self._known:
            self._known[asked] = self._look_up(written, country)
        if not self._known[asked]:
            problems.mended["first-level division not understood"] += 1
        return self._known[asked]

    def _look_up(self, written: str, country: str) -> str:
        for code in (written, f"{country}.{written}"):
            if self._gazetteer.admin1(code) is not None:
                return code
        matches = [match.place for match in self._gazetteer.candidates(written)]
        return next((place.admin1 for place in matches if place.kind is Kind.ADMIN1 and country[:2] in place.countries), "")
