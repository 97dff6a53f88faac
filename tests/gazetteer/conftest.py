"""A small invented world, written with the real writers: two countries, a sea, divisions and towns with awkward names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gazetteer import Gazetteer, open_gazetteer
from gazetteer.build.places import write
from gazetteer.build.record import Record
from gazetteer.name_table import ALIAS, FORMER, NAME
from gazetteer.place import Kind

HANDKEPT = {
    "demonyms.csv": "word,place,plural,note\nOstmarian,OM,Ostmarians,\nQalatine,OM.02,,\nGhostly,XX,Ghosts,place not in the data\n",
    "abbreviations.csv": "text,place,use\nO.M.,OM,free\nOM,OM,free\nQL,OM.02,after_town\n",
}


def record(code: str, name: str, lat: float, lon: float, kind: Kind, prominence: float, **more: Any) -> Record:
    """Return a record with its main name; aliases and the like in ``more``."""
    names = {name: NAME} | dict.fromkeys(more.pop("aliases", ()), ALIAS) | dict.fromkeys(more.pop("former", ()), FORMER)
    values = {"geonameid": 0, "feature_code": "PPL", "countries": ("OM",)} | more
    return Record(code=code, name=name, lat=lat, lon=lon, kind=kind, prominence=prominence, names=names, **values)


def town(geonameid: int, name: str, lat: float, lon: float, population: int = 0, **more: Any) -> Record:
    """Return a town of the invented world."""
    values = {"prominence": 2.7 if not population else len(str(population)) - 0.5, "population": population} | more
    return record("", name, lat, lon, Kind.CITY, geonameid=geonameid, **values)


def sections() -> dict[str, list[Record]]:
    """Return the records of the invented world."""
    return {
        "countries": [
            record("NW", "Norwald", 60.0, 10.0, Kind.COUNTRY, 8.0, geonameid=1, countries=("NW",), feature_code="PCLI", radius_km=300.0),
            record("OM", "Ostmaria", 50.0, 10.0, Kind.COUNTRY, 8.5, geonameid=2, former=["Old Maria"], feature_code="PCLI"),
        ],
        "handkept": [
            record("grey-sea", "Grey Sea", 55.0, 10.0, Kind.SEA, 7.8, countries=(), aliases=["Grey"], feature_code="SEA", radius_km=200.0),
        ],
        "admin1": [
            record("OM.01", "Sarn", 50.5, 9.0, Kind.ADMIN1, 5.5, geonameid=11, admin1="OM.01", feature_code="ADM1", radius_km=90.0),
            record("OM.02", "Al Qala", 49.0, 11.0, Kind.ADMIN1, 5.6, geonameid=12, admin1="OM.02", feature_code="ADM1", radius_km=80.5),
        ],
        "admin2": [
            record(
                "OM.01.7", "Lower Sarn", 50.4, 9.1, Kind.ADMIN2, 4.0, geonameid=13, admin1="OM.01", admin2="OM.01.7", feature_code="ADM2",
                radius_km=20.0,
            ),
        ],
        "populated": [
            town(
                100, "Sarn", 50.5, 9.2, 900_000, prominence=6.3, capital_of="OM", admin1="OM.01", admin2="OM.01.7", feature_code="PPLC",
                aliases=["Сарн", "Zarn"],
            ),
            town(101, "Zarn", 60.5, 10.2, 140_000, countries=("NW",)),
            town(102, "Nur-Baran", 50.0, 179.9, 5_000),
            town(103, "Grey", 10.0, -179.9),
            town(104, "Saint Olo", -45.0, 20.0, 700, countries=("NW", "OM")),
            town(105, "Hadaya", 20.0, 40.0, 80_000),
        ],
    }  # fmt: skip


def make_world(data: Path) -> Path:
    """Write the invented world into a folder, with a manifest, and return the folder."""
    write(data / "places", sections())
    (data / "handkept").mkdir()
    for name, content in HANDKEPT.items():
        (data / "handkept" / name).write_text(content, "utf-8")
    (data / "SOURCES.toml").write_text('[versions]\ngazetteer = "invented 1"\nborders = "none"\n', "utf-8")
    return data


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Open the gazetteer of the invented world."""
    return Gazetteer(make_world(tmp_path_factory.mktemp("invented")))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Open the gazetteer that is shipped."""
    return open_gazetteer()
