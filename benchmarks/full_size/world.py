"""Where the made-up places lie: around the towns of the default gazetteer, as many in each country as the real dump has, about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from math import floor

import numpy as np
import numpy.typing as npt

from gazetteer import LatLon, Place, store
from gazetteer.borders import BorderLayer, load_borders
from gazetteer.columns import ColumnFile
from gazetteer.place import Kind
from gazetteer.place_table import PlaceTable

Numbers = npt.NDArray[np.float64]

SHARES = (
    "US 2240 CN 1390 MX 850 NO 610 IN 580 RU 470 ID 430 CA 330 IR 340 BR 290 AU 240 TH 230 PH 220 DE 210 PK 210 FR 200 TR 150 CO 150 "
    "PE 150 "
    "MA 130 IT 130 AF 130 YE 120 ZA 120 MY 120 NG 110 GB 110 AR 110 NP 110 ES 110 JP 110 CD 110 FI 105 SE 100 UA 100 KR 100 SD 95 EC 95 "
    "VN 95 "
    "IQ 90 ET 90 MM 90 CL 85 VE 80 BD 80 TZ 75 GR 75 KZ 75 PL 75 KE 65 SA 65 AO 65 MZ 65 DZ 65 EG 60 ML 55 CM 55 SY 55 BO 55 NZ 50 PT 50 "
    "KP 50 "
    "TW 50 RO 50 LK 45 MG 45 CU 45 IE 45 BG 40 HU 40 CZ 40 AT 40 CI 40 BF 40 GH 40 UG 40 ZM 40 ZW 40 SO 40 TD 40 NE 40 SS 30 CF 30 LY 30 "
    "UZ 30 "
    "BY 30 GT 30 HN 30 PG 30 NA 25 BW 25 MN 25 LA 25 KH 25 RS 25 TN 20 LB 20 JO 15 PS 12 KG 15 TJ 15 TM 15 AZ 25 GE 20 AM 12"
)
"""Thousands of records a country has, in round figures set by hand after the order of the real ones."""
LEAST_SHARE, SHARE_PER_KM = 1.0, 0.03
"""Thousands of records of all other countries: so many, and so many more for each kilometre of the country's radius."""

CELL_DEG = 0.5
KM_PER_DEGREE = 111.2
SPACING_KM = (1.5, 80.0)
SIZE_OF_SCATTER, TAIL_OF_SCATTER = 0.8, 1.0
"""A place lies about 0.8 times the usual distance between towns from its town, log-normally."""
PULLS = (1.0, 0.45, 0.15, 0.02)
"""A place that falls outside its country is pulled towards its town, step by step."""

CLASS_OF_KIND = {Kind.COUNTRY: "A", Kind.ADMIN1: "A", Kind.ADMIN2: "A"}


@dataclass(frozen=True)
class Country:
    """Towns of one country, as arrays, and its true records."""

    code: str
    records: Sequence[Place]
    radius_km: float
    timezone: str

    @cached_property
    def towns(self) -> Sequence[Place]:
        """The populated places; the country's label point where it has none."""
        return [place for place in self.records if place.kind in {Kind.CITY, Kind.VILLAGE}] or list(self.records[:1])

    @cached_property
    def lat(self) -> Numbers:
        """Latitudes of the towns."""
        return np.array([town.position.lat for town in self.towns])

    @cached_property
    def lon(self) -> Numbers:
        """Longitudes of the towns."""
        return np.array([town.position.lon for town in self.towns])

    @cached_property
    def divisions(self) -> list[tuple[str, str]]:
        """The last parts of the codes of the first and second division of each town."""
        return [(last_part(town.admin1), last_part(town.admin2)) for town in self.towns]

    @cached_property
    def spacing_km(self) -> float:
        """How far it usually is from one town to the next."""
        return float(np.clip(1.77 * self.radius_km / np.sqrt(len(self.towns)), *SPACING_KM))


def last_part(code: str) -> str:
    """Return the last part of a code such as "KZ.04"."""
    return code.rpartition(".")[2]


class World:
    """The true places by country, and which country a position lies in."""

    def __init__(self, places: Sequence[Place], borders: BorderLayer) -> None:
        self.places = places
        self._borders = borders
        self._cells: dict[int, tuple[str, ...]] = {}
        by_country: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            by_country[place.countries[0]].append(place)
        zones = timezones()
        self.countries: Mapping[str, Country] = {
            code: Country(code, records, max((p.radius_km for p in records if p.kind is Kind.COUNTRY), default=10.0), zones.get(code, ""))
            for code, records in sorted(by_country.items())
        }

    def shares(self, codes: Sequence[str]) -> Numbers:
        """Return the share of each of some countries in the records of all of them."""
        words = SHARES.split()
        set_by_hand = {code: float(thousands) for code, thousands in zip(words[::2], words[1::2], strict=True)}
        sizes = np.array([set_by_hand.get(code, LEAST_SHARE + SHARE_PER_KM * self.countries[code].radius_km) for code in codes])
        shares: Numbers = sizes / sizes.sum()
        return shares

    def scatter(self, random: np.random.Generator, country: Country, towns: npt.NDArray[np.int64]) -> tuple[Numbers, Numbers]:
        """Return latitudes and longitudes around some towns (by their numbers), within the country as far as its cells tell."""
        far = country.spacing_km * SIZE_OF_SCATTER * random.lognormal(0.0, TAIL_OF_SCATTER, len(towns)) / KM_PER_DEGREE
        turn = random.uniform(0, 2 * np.pi, len(towns))
        home_lat, home_lon = country.lat[towns], country.lon[towns]
        north, east = far * np.cos(turn), far * np.sin(turn) / np.maximum(np.cos(np.radians(home_lat)), 0.05)
        lat, lon = home_lat.copy(), home_lon.copy()
        left = np.arange(len(towns))
        for pull in PULLS:
            lat[left] = np.clip(home_lat[left] + pull * north[left], -89.9, 89.9)
            lon[left] = (home_lon[left] + pull * east[left] + 180.0) % 360.0 - 180.0
            left = left[~self._inside(country, lat[left], lon[left])]
        return printable(lat), printable(lon)

    def _inside(self, country: Country, lat: Numbers, lon: Numbers) -> npt.NDArray[np.bool_]:
        cells, which = np.unique(cell_of(lat, lon), return_inverse=True)
        settled = self._settled(country.code)
        return np.array([cell in settled or country.code in self._at(cell) for cell in cells.tolist()], dtype=np.bool_)[which]

    @lru_cache(maxsize=4)  # noqa: B019 - one world a process
    def _settled(self, code: str) -> frozenset[int]:
        country = self.countries[code]
        return frozenset(cell_of(country.lat, country.lon).tolist())

    def _at(self, cell: int) -> tuple[str, ...]:
        found = self._cells.get(cell)
        if found is None:
            row, column = divmod(cell, round(360 / CELL_DEG))
            middle = LatLon((row + 0.5) * CELL_DEG - 90.0, (column + 0.5) * CELL_DEG - 180.0)
            found = self._cells[cell] = self._borders.countries_at(middle)
        return found


def cell_of(lat: Numbers, lon: Numbers) -> npt.NDArray[np.int64]:
    """Return the number of the cell each position lies in."""
    return ((lat + 90.0) // CELL_DEG * round(360 / CELL_DEG) + (lon + 180.0) // CELL_DEG).astype(np.int64)


def printable(degrees: Numbers) -> Numbers:
    """Return degrees to five places, none so small that Python would print an exponent."""
    rounded = np.round(degrees, 5)
    rounded[np.abs(rounded) < 1e-3] = 0.001
    return rounded


def timezones() -> dict[str, str]:
    """Return one time zone for each country, the first of the list; none where tzdata is not installed."""
    try:
        table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    except ModuleNotFoundError:
        return {}
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return {row[0]: row[2] for row in reversed(rows)}


@lru_cache(maxsize=1)
def default_world() -> World:
    """Return the world of the default gazetteer alone, whatever layers are installed."""
    data = store.data_folder()
    table = PlaceTable(ColumnFile(data / store.PLACES_FILE))
    places = [place for place in map(table.place, range(len(table))) if place.source != "handkept" and place.geonameid and place.countries]
    return World(places, load_borders(data))


def whole_numbers(shares: Numbers, total: int) -> list[int]:
    """Return whole numbers in these shares with this sum (by largest remainders)."""
    exact = shares * total
    whole = [floor(value) for value in exact]
    for at in np.argsort([low - value for low, value in zip(whole, exact, strict=True)], kind="stable")[: total - sum(whole)].tolist():
        whole[at] += 1
    return whole
